"""One happening that two pages put on other days, or in other towns: joined so that the dossier shows what they disagree on.

The linker of events keeps two tellings apart when their days exclude each other, and counts another town against one event: two pages
mostly tell two happenings then. Within one story, though, when no page tells both, when the same people were arrested or the same
words tell it a day or two apart, and neither page has anything else of the kind, the pages contradict each other about one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from isnad.link.concepts import cosine
from isnad.link.event_evidence import gap, in_two_towns, kinds_that, shown, weigh
from isnad.link.linker import MACHINE, Linked, group, judgement_id
from isnad.link.tellings import Telling
from isnad.model import Judgement

NEAR = 2
"""Days by which two pages err about one day at the most."""
WEEK = 7
"""Days by which two pages err about the day one text was signed at the most."""
SHORT = 3
"""Days of the longest date that says when something happened."""
LIKE = 0.35
"""Likeness of two tellings of one time, in two towns, that tells one happening where nobody is named by both."""
SAME_DAY = 0.22
"""The same where both pages give the same day themselves."""
KNOWN = 0.2
"""The same where a person is."""
CLEARLY = 0.45
"""Likeness of two tellings of two days that tells one happening where nobody is named by both."""
NAMED = 0.05
"""The same where both sentences name one body or town, and the earlier page came out when both days were over."""
MONTH = 31
"""Days of the longest date that another may lie in."""
BEFALLS_ONCE = frozenset({"arrest"})
"""What befalls one person once in a few days, in whatever words it is told; the day on which somebody was found dead is another one."""
CROWDED = 400
"""Events in one story up to which all are compared."""
SCORE = 0.6
"""The score of such a judgement: below every judgement on words that agree."""


def with_retold(items: Sequence[Telling], linked: Linked, decided: Sequence[Judgement]) -> Linked:
    """Return the groups with those joined that tell one happening of other days or places; people's judgements outrank that."""
    by_id = {x.id: x for x in items}
    stories: dict[str, list[list[Telling]]] = {}
    for ids in linked.groups:
        told = [x for i in ids if not (x := by_id[i]).bare]
        for story in dict.fromkeys(x.story for x in told if x.story is not None):
            stories.setdefault(story, []).append(told)
    made = [j for groups in stories.values() if len(groups) <= CROWDED for j in _judgements(groups)]
    if not made:
        return linked
    joined = [_sides(j, linked) for j in made]
    kept = [j for j in linked.judgements if j.kind != "different" or not any(_parts(j, *sides) for sides in joined)]
    judgements = (*kept, *made)
    return Linked(group([x.id for x in items], [*judgements, *decided]), judgements, linked.suggestions)


def _sides(j: Judgement, linked: Linked) -> tuple[frozenset[str], frozenset[str]]:
    """The two groups that a judgement joins."""
    left, right = (next(frozenset(g) for g in linked.groups if j.target[k] in g) for k in ("left", "right"))
    return left, right


def _parts(j: Judgement, one: frozenset[str], other: frozenset[str]) -> bool:
    """True of a judgement that keeps a telling of the one from a telling of the other: their contradiction is what was seen now."""
    a, b = str(j.target["left"]), str(j.target["right"])
    return (a in one and b in other) or (b in one and a in other)


def _judgements(groups: Sequence[list[Telling]]) -> Iterator[Judgement]:
    for g, h in combinations(groups, 2):
        if _told_beside(g, h):
            continue
        signed = all(_SIGNING in kinds <= _SIGNED for kinds in ({x.kind for x in g}, {x.kind for x in h}))
        pairs = ((a, b) for a in g for b in h if a.kind == b.kind and a.story == b.story)
        found = [(why, a, b) for a, b in pairs if (why := _contradict(a, b, signed)) is not None]
        if not found:
            continue
        why, a, b = max(found, key=lambda f: cosine(f[1].words, f[2].words))
        text = a.agreement if a.agreement == b.agreement else None
        sort = a.text if signed and _one_sort(a, b) else None
        others = [x for x in groups if x is not g and x is not h]
        if not all(_only(x, others, a.people & b.people, text, sort) for x in (g, h)):
            continue
        left, right = sorted((a.id, b.id))
        ident = judgement_id("event", "same", left, right)
        yield Judgement(ident, "same", {"type": "event", "left": left, "right": right}, MACHINE, None, why, SCORE)


def _told_beside(g: Sequence[Telling], h: Sequence[Telling]) -> bool:
    """True when one page tells both; a plan of another kind beside what was done, and a signing without a day beside its day, are no two."""
    kinds = {x.kind for x in g} & {x.kind for x in h}
    for page in {x.article for x in g} & {x.article for x in h}:
        one, other = ([x for x in s if x.article == page] for s in (g, h))
        if any(all(x.kind not in kinds and x.status == "planned" for x in s) for s in (one, other)):
            continue
        if not (_undated(one, other) or _undated(other, one)):
            return True
    return False


def _undated(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """True of the signing of one text that a page names without a day and comes back to with its day."""
    if any(x.kind != _SIGNING or x.text is None or x.status != "happened" for x in (*one, *other)):
        return False
    sorts = {x.text for x in (*one, *other)}
    return len(sorts) == 1 and all(x.day_told is None for x in one) and any(x.day_told is not None for x in other)


def _only(
    g: Sequence[Telling],
    groups: Sequence[list[Telling]],
    people: frozenset[str],
    text: int | None = None,
    sort: str | None = None,
) -> bool:
    """True when the pages of an event tell no other one of its kind, and of these people or this agreement (or sort of one) if any, of the
    days around it."""
    kinds, pages = {x.kind for x in g}, {x.article for x in g}
    days = [x.day_told for x in g if x.day_told is not None]
    for other in groups:
        if not any(x.article in pages and x.kind in kinds and x.status != "planned" for x in other):
            continue
        if people and not any(people & x.people for x in other):
            continue
        if all(x.contrary != g[0].contrary for x in other if x.kind in kinds):
            continue  # that he was freed since, beside that he was arrested
        if text is not None and all(x.agreement not in (None, text) for x in other if x.kind in kinds):
            continue  # another text that the same page has signed that week
        if sort is not None and not any(x.text in (None, sort) for x in other if x.kind in kinds):
            continue  # a contract beside a protocol
        when = [x.day_told for x in other if x.day_told is not None]
        if not when or not days or any(gap(a, b) <= NEAR + 1 for a in days for b in when):
            return False
    return True


def _contradict(a: Telling, b: Telling, signed: bool) -> str | None:
    """Why two tellings are one happening although a day or a town differs; ``None`` when they need not be. ``signed`` is true where
    nothing but a signing is told."""
    if (a.status == "planned") != (b.status == "planned") or "denied" in (a.status, b.status):
        return None
    if a.contrary != b.contrary or in_two_towns(a, b):
        return None  # arrested on one day and let go on another
    found = weigh(a, b)
    if _one_text(a, b):  # also where other people are said to have signed it
        return "; ".join((*found.reasons, f"though the days differ: {shown(a.date)} and {shown(b.date)}"))
    if signed and _one_sort(a, b):
        return "; ".join((*found.reasons, "the only signing of its sort on either page"))
    if found.apart or (a.people and b.people and not a.people & b.people) or _two_agreements(a, b):
        return None
    shared = len(a.people & b.people)
    if not shared and a.kind == "arrest":
        # Who is named with an arrest on the one page and told to be arrested on the other is mostly the one arrested.
        shared = len((a.people & b.beside) | (a.beside & b.people)) if not (a.people and b.people) else 0
    likeness = cosine(a.words, b.words)
    if shared and a.kind == b.kind and a.kind in BEFALLS_ONCE and _other_days(a, b):
        # One person is arrested once in those days, wherever each page has it.
        return "; ".join((*found.reasons, f"though the days differ: {shown(a.date)} and {shown(b.date)}"))
    if _other_towns(a, b):
        if _one_time(a, b) and likeness >= (KNOWN if shared else SAME_DAY if _one_day(a, b) else LIKE):
            return "; ".join((*found.reasons, "though the places differ"))
    elif _other_days(a, b):
        once = a.kind in kinds_that("once") and shared
        impersonal = a.kind not in kinds_that("personal")
        clearly = impersonal and likeness >= CLEARLY
        if (
            impersonal
            and a.kind in kinds_that("once")
            and a.near & b.near
            and likeness >= NAMED
            and _known_to_both(a, b)
        ):
            return "; ".join((*found.reasons, f"though the days differ: {shown(a.date)} and {shown(b.date)}"))
        if (once or shared > 1 or clearly) and likeness >= KNOWN:
            return "; ".join((*found.reasons, f"though the days differ: {shown(a.date)} and {shown(b.date)}"))
    return None


def _one_text(a: Telling, b: Telling) -> bool:
    """True of the signing of one text that two pages put within a week, wherever each has it signed."""
    if a.agreement is None or a.agreement != b.agreement or a.day_told is None or b.day_told is None:
        return False
    once = a.kind == b.kind and a.kind in kinds_that("once") and a.status == b.status == "happened"
    return once and max(a.day_told.days, b.day_told.days) <= SHORT and 0 < gap(a.day_told, b.day_told) <= WEEK


def _one_sort(a: Telling, b: Telling) -> bool:
    """True of two fresh signings of one sort of text, or by one person, days apart at the most, or told in one week where a page gives no day."""
    if not a.kind == b.kind == _SIGNING or not a.status == b.status == "happened" or a.background or b.background:
        return False
    if (a.text is None or a.text != b.text) and not (a.people & b.people and None in (a.text, b.text)):
        return False  # the one page need not say what was signed where one of those who signed it is the same
    if a.day_told is not None and b.day_told is not None:
        return max(a.day_told.days, b.day_told.days) <= SHORT and gap(a.day_told, b.day_told) <= SHORT
    if (
        a.date is not None
        and b.date is not None
        and (a.day_told or b.day_told)
        and max(a.date.days, b.date.days) <= SHORT
    ):
        return gap(a.date, b.date) <= SHORT
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) <= WEEK


_SIGNING = "signing"
_SIGNED = frozenset({_SIGNING, "transaction"})
"""Kinds that the signing of one text may be told as."""


def _two_agreements(a: Telling, b: Telling) -> bool:
    return a.agreement is not None and b.agreement is not None and a.agreement != b.agreement


def _one_day(a: Telling, b: Telling) -> bool:
    """True when both pages give the same single day themselves."""
    return a.day_told is not None and b.day_told is not None and a.day_told.days == 1 and a.day_told.meets(b.day_told)


def _one_time(a: Telling, b: Telling) -> bool:
    """True when both pages may mean one day: their dates meet, or are but assumed and near for what happens to a person once."""
    if a.date is None or b.date is None or min(a.date.days, b.date.days) > SHORT:
        return False
    if a.date.meets(b.date):
        return max(a.date.days, b.date.days) <= MONTH
    personal = a.kind in kinds_that("once") and a.kind in kinds_that("personal") and bool(a.people & b.people)
    return personal and (a.assumed or b.assumed) and gap(a.date, b.date) <= NEAR


def _known_to_both(a: Telling, b: Telling) -> bool:
    """True when the page that came out first could have told what happened on either day: had there been two, it would have told two."""
    if a.day_told is None or b.day_told is None or a.day is None or b.day is None:
        return False
    return max(a.day_told.end, b.day_told.end) <= min(a.day, b.day)


def _other_days(a: Telling, b: Telling) -> bool:
    if a.day_told is None or b.day_told is None or a.day_told.meets(b.day_told):
        return False
    return max(a.day_told.days, b.day_told.days) <= SHORT and gap(a.day_told, b.day_told) <= NEAR


def _other_towns(a: Telling, b: Telling) -> bool:
    """True of two towns; a country is too coarse to differ from a town."""
    countries = {f"place:{x.country}" for x in (a, b)}
    return a.place is not None and b.place is not None and a.place != b.place and not countries & {a.region, b.region}
