"""One agreement, many mentions: joined by parties, matter and steps; two agreements of the same parties kept apart.

First the mentions that tell which agreement is meant are joined; then each later one ("the contract") joins the only
agreement it can mean, in its own article, else in its story. One that could mean several, or none, joins nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from isnad.link.concepts import cosine
from isnad.link.linker import Verdict, link
from isnad.link.sides import one_sides
from isnad.link.tellings import known_entities
from isnad.link.told_agreements import Told, told
from isnad.model import EntityGroup, Judgement, MentionRef, Reading, Story

JOIN = 3.0
CLOSE = 3
"""Days by which two pages may differ about one signing."""
SHORT = frozenset({"contract", "treaty", "memorandum of understanding", "protocol"})
"""Kinds that may be called an agreement for short."""
ALIKE = 0.3
"""Likeness of what two cover that makes it one matter."""
SAME = 0.45
"""Likeness that leaves little doubt of it."""
WEEK = 7
"""Days of a stretch ("early this week") up to which it may be mistaken by as little as a day."""
CLEAR = 0.5
"""Points by which one agreement must be likelier than another to be what "the contract" means."""
_LIKE = {"approved": "ratified", "ratified": "approved"}
"""What a parliament does to an agreement, by either word."""
_WEAK = ("mentioned", "negotiated", "announced")
_AFTER = ("ratified", "in force", "suspended", "ended")
"""Steps that follow a signing."""
LONG = 31
"""Days by which a step that follows a signing may be dated before it, by mistake."""


class LinkedAgreements(Struct, frozen=True, gc=False):
    """The outcome: the mentions of each agreement, the fullest first, and every judgement."""

    groups: tuple[tuple[MentionRef, ...], ...]
    judgements: Sequence[Judgement]
    suggestions: Sequence[Judgement] = ()


class Agreements:
    """Links mentions of agreements; ``meant`` gives, for a later mention, the one it points at."""

    name = "agreement"
    sure = 0.97

    def __init__(self, meant: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.meant = meant or {}

    def id(self, item: Told) -> str:
        """Return the mention's id."""
        return item.id

    def keys(self, item: Told) -> Iterable[str]:
        """Return the parties, their states, the article, the story and the days of steps within it."""
        yield from item.parties
        yield from (f"of {s}" for s in item.states)
        yield f"in {item.article}"
        if not item.crowded:
            yield f"story {item.story}"
        for status, day in item.steps.items():
            if day is not None:
                yield f"{status} {day.start} {item.story}"

    def judge(self, a: Told, b: Told) -> Verdict | None:
        """Compare kinds, parties, days of the same step, and matter; a later mention is what it points at or nothing."""
        if a.later or b.later:
            for x, y in ((a, b), (b, a)):
                target, why = self.meant.get(x.id, ("", ""))
                if target == y.id:
                    return Verdict(True, 0.8, (why,))
            return None
        if not akin(a, b):
            return None
        if (conflict := _apart(a, b)) is not None:
            return conflict
        points, reasons = _points(a, b)
        if points >= JOIN:
            return Verdict(True, min(0.95, 0.6 + points / 20), tuple(reasons))
        return None


def akin(a: Told, b: Told) -> bool:
    """True when one thing may be called both: the same kind, or "agreement" for short."""
    return a.kind == b.kind or ("agreement" in (a.kind, b.kind) and bool({a.kind, b.kind} & SHORT))


def _apart(a: Told, b: Told) -> Verdict | None:
    """What keeps two apart: other states, other parties, the same step on days far from each other."""
    gap = _gap(a, b)
    sure = gap == 0 and a.covered and b.covered and cosine(a.matter, b.matter) >= 0.5
    alike = gap == 0 and bool(a.states & b.states)
    if (
        not (sure or alike)
        and len(a.states) > 1
        and len(b.states) > 1
        and not (a.states <= b.states or b.states <= a.states)
    ):
        return Verdict(False, 0.97, ("between other states",))
    shared = a.parties & b.parties or a.states & b.states
    many = len(a.parties) > 1 and len(b.parties) > 1
    one_matter = a.story == b.story and a.covered and b.covered and cosine(a.matter, b.matter) >= ALIKE
    # A title names its sides in its own words; a step at most days apart is one step of one side they share.
    loose = a.heading or b.heading or (a.story == b.story and gap is not None and gap <= CLOSE)
    crossed = many and not loose and not one_matter and not (a.parties <= b.parties or b.parties <= a.parties)
    if not sure and many and (not shared or crossed):
        return Verdict(False, 0.96, ("other parties",))
    if a.article == b.article and not (a.later or b.later):
        if a.sentence == b.sentence:
            return Verdict(False, 0.97, ("two in one sentence",))
        if a.kind != b.kind and a.heading == b.heading:
            return Verdict(False, 0.96, ("introduced as two in one article",))
        if a.covered and b.covered and a.heading == b.heading and gap is None and cosine(a.matter, b.matter) < 0.2:
            return Verdict(False, 0.96, ("other matters in one article",))
    if _before_signing(a, b) or _before_signing(b, a):
        return Verdict(False, 0.96, ("in force or ended before the other was signed",))
    if gap is not None and gap > (CLOSE if a.story == b.story else 0):
        return Verdict(False, 0.96, ("the same step on days that exclude each other",))
    return None


def _before_signing(a: Told, b: Told) -> bool:
    """True when one text is dated ratified, in force or ended long before the other is signed."""
    signed = b.steps.get("signed")
    done = [d for s in _AFTER if (d := a.steps.get(s)) is not None]
    return (
        signed is not None and a.steps.get("signed") is None and any((signed.start - d.end).days > LONG for d in done)
    )


def _points(a: Told, b: Told) -> tuple[float, list[str]]:
    points, reasons = (
        _kind(a.kind) if a.kind == b.kind else -0.3 if a.story == b.story else -0.7,
        [f"both a {a.kind}" if a.kind == b.kind else f"a {a.kind} and a {b.kind}"],
    )
    if a.story == b.story:
        points += 1.0
        reasons.append("in one story")
    shared = len(a.parties & b.parties) or len(a.states & b.states)
    if shared:
        points += 1.5 if shared > 1 else 0.6
        reasons.append(f"{shared} part{'ies' if shared > 1 else 'y'} in common")
    gap = _gap(a, b)
    if gap is not None:
        points += 2.0 if not gap and _closely(a, b) else 1.0
        reasons.append("the same step at the same time" if not gap else f"the same step {gap} days apart")
    elif a.story == b.story and _within(a, b):
        points += 0.5
        reasons.append("the same step, the one date within the other")
    if a.amounts & b.amounts:
        points += 1.5
        reasons.append("the same sum")
    if a.article == b.article and a.heading != b.heading:
        points += 1.5
        reasons.append("the title's and the text's")
    return points + _matter(a, b, reasons), reasons


def _kind(kind: str) -> float:
    """Points for one kind of text: contracts and agreements are many, a second memorandum or treaty in a story is rare."""
    return 0.8 if kind in SHORT and kind != "contract" else 0.5


def _closely(a: Told, b: Told) -> bool:
    """True when a step is dated to a few days in both."""
    return any(
        (d := b.steps.get(s) or b.steps.get(_LIKE.get(s, s))) is not None
        and day is not None
        and max(d.days, day.days) <= CLOSE
        and s not in _WEAK
        for s, day in a.steps.items()
    )


def _within(a: Told, b: Told) -> bool:
    """True when the day or month one gives of a step lies in the month or year the other gives."""
    pairs = ((day, b.steps.get(s)) for s, day in a.steps.items() if s not in _WEAK)
    return any(x is not None and y is not None and (x.holds(y) or y.holds(x)) for x, y in pairs)


def _gap(a: Told, b: Told) -> int | None:
    """Days between the same step of two mentions, 0 when they meet closely; ``None`` when no step is dated in both."""
    found: int | None = None
    for status, day in a.steps.items():
        other = b.steps.get(status) or b.steps.get(_LIKE.get(status, status))
        if day is None or other is None or status in _WEAK:
            continue
        if not day.meets(other):
            gap = max((other.start - day.end).days, (day.start - other.end).days)
            # A month or a year that excludes a day is no slip of a day or two; "early this week" may be one.
            found = max(found or 0, gap if max(day.days, other.days) <= WEEK else gap + CLOSE)
        elif max(day.days, other.days) <= 31:
            found = found or 0
    return found


def _matter(a: Told, b: Told, reasons: list[str]) -> float:
    """Points for what the two cover; an article's later, shorter mention may leave it out."""
    if a.truce and b.truce and a.story == b.story:
        reasons.append("both a truce")
        return 2.0
    if a.covered and b.covered:
        likeness = cosine(a.matter, b.matter)
        if likeness >= ALIKE:
            reasons.append("the same matter")
            return 2.0 if likeness >= SAME else 1.2
        if cosine(a.words, b.words) >= 0.4 and a.article != b.article:
            reasons.append("words that mean the same")
            return 1.2
        if a.article == b.article and a.heading != b.heading:
            return 0.3 if likeness >= 0.12 else 0.0  # a title says in its own words what the text covers
        return -2.0 if likeness < 0.12 and a.article == b.article else -0.6 if likeness < 0.12 else 0.3
    likeness = cosine(a.words, b.words)
    if likeness >= 0.4:
        reasons.append("words that mean the same")
        return 1.6
    return 0.0


def link_agreements(
    readings: Sequence[Reading],
    entities: Sequence[EntityGroup],
    stories: Sequence[Story] = (),
    decided: Sequence[Judgement] = (),
) -> LinkedAgreements:
    """Return the agreements of all readings; ``decided`` are people's judgements with ids ``article@offset``."""
    known = known_entities(entities)
    story = {a: s.id for s in stories for a in s.articles}
    sizes: dict[str, int] = {}
    for r in readings:
        key = story.get(r.article.id, r.article.id)
        sizes[key] = sizes.get(key, 0) + len(r.agreements)
    one = one_sides(readings, known, story)
    items = [told(r, i, m, known, story, sizes, one) for r in readings for i, m in enumerate(r.agreements)]
    full = [x for x in items if not x.later]
    first = link(full, Agreements(), decided)
    meant = _meant(items, first.groups)
    telling = {x.id for x in items if x.id not in meant and _tells(x)}
    if telling:
        # What points at nothing told tells itself, and "it" right behind may mean it.
        items = [msgspec.structs.replace(x, later=False) if x.id in telling else x for x in items]
        meant = _meant(items, link([x for x in items if not x.later], Agreements(), decided).groups)
    linked = link(items, Agreements(meant), decided)
    by_id = {x.id: x for x in items}
    groups = []
    for ids in linked.groups:
        if all(by_id[x].later for x in ids) or not any(by_id[x].parties for x in ids):
            continue  # nobody is named between whom it would be
        members = sorted((by_id[x] for x in ids), key=lambda x: (x.later, *_fullness(x), x.id))
        groups.append(tuple(MentionRef(x.article, x.index) for x in members))
    return LinkedAgreements(tuple(groups), linked.judgements, linked.suggestions)


def _tells(x: Told) -> bool:
    """True of "the declaration signed in December 2020": should it point at nothing told, it tells enough itself, where
    it names a side or a matter."""
    dated = any(d is not None for s, d in x.steps.items() if s not in _WEAK)
    told = len(x.parties) > 1 and any(s not in _WEAK for s in x.steps)
    to_come = (
        "announced" in x.steps
        and bool(x.parties)
        and (x.covered or (x.kind == "contract" and x.steps["announced"] is not None))
    )
    return x.later and (told or to_come or (dated and bool(x.parties or x.covered)))


def _fullness(x: Told) -> tuple[int, ...]:
    return (-len(x.parties) - 2 * x.covered - len(x.steps),)


def _meant(items: Sequence[Told], groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, str]]:
    """For each later mention the mention it points at and why, when there is only one agreement it can mean."""
    by_id = {x.id: x for x in items}
    agreements = [[by_id[i] for i in ids] for ids in groups]
    sums: dict[str, frozenset[tuple[float, str]]] = {
        g[0].id: frozenset(s for y in g for s in y.amounts) for g in agreements
    }
    found: dict[str, tuple[str, str]] = {}
    telling = {y.article for g in agreements for y in g}
    # What its own page tells first: the sum that "it" is said to come to there is the agreement's.
    for x in sorted(items, key=lambda x: x.article not in telling):
        if not x.later:
            continue
        fitting = [g for g in agreements if _may_mean(x, g)]
        if x.sort and not any(_of_sort(x, g) for g in fitting) and any(_of_sort(x, g) for g in agreements):
            continue  # "the concession" that ended is not the fishing accord, where the concession told does not fit
        one = _only(x, [g for g in fitting if any(y.article == x.article or y.story == x.story for y in g)], sums)
        if one is not None:
            sums[one[0].id] |= x.amounts
            near = [y for y in one if y.article == x.article] or one
            target = min(near, key=lambda y: (abs(y.start - x.start), y.id))
            where = "in this article" if target.article == x.article else "in this story"
            found[x.id] = target.id, f"names for short the only {one[0].kind} it can mean {where}"
    return found


def _may_mean(x: Told, members: Sequence[Told]) -> bool:
    """True when nothing keeps a later mention from an agreement: its own page's words decide where that page tells it."""
    here = [y for y in members if y.article == x.article] or members
    return any(akin(x, y) for y in members) and all(_apart(x, y) is None for y in here) and not _strange(x, members)


def _of_sort(x: Told, members: Sequence[Told]) -> bool:
    """True when an agreement of its story is, in words, of a later mention's own sort."""
    return any(x.sort in (y.sort, *y.sorts) and y.story == x.story for y in members)


def _strange(x: Told, members: Sequence[Told]) -> bool:
    """True of a mention that names a side and a matter of its own, neither of which the agreement's mentions know."""
    sides = {p for y in members for p in (*y.parties, *y.states)}
    told = [y for y in members if y.covered]
    if not x.covered or not x.parties or not (told or len(sides) > 1) or sides & (x.parties | x.states):
        return False
    return all(cosine(x.matter, y.matter) < SAME for y in told)


def _only(x: Told, groups: Sequence[list[Told]], sums: Mapping[str, frozenset[tuple[float, str]]]) -> list[Told] | None:
    """The one agreement among several that a later mention can mean: of its very kind, told on its page, sharing
    parties, day, sum or matter; ``None`` when two are about as likely.
    """
    if x.kind != "agreement":
        same = [g for g in groups if any(y.kind == x.kind for y in g)]
        # "El contrato, rubricado el jueves, asciende a 310.000 euros" is what another page calls a convention of that sum and day.
        more = [
            g
            for g in groups
            if g not in same and (sums[g[0].id] & x.amounts or any(_gap(x, y) == 0 and _closely(x, y) for y in g))
        ]
        groups = (
            same + more
            if same
            else [
                g
                for g in groups
                if any(
                    y.article == x.article or y.parties & x.parties or (_gap(x, y) == 0 and _closely(x, y)) for y in g
                )
                or sums[g[0].id] & x.amounts
                or (set(x.steps) - {"mentioned"} and all(y.language != x.language for y in g))
            ]
        )  # what «اتفاقية» says in one language may be "the treaty" in another
    if x.sort and (same := [g for g in groups if any(x.sort in (y.sort, *y.sorts) for y in g)]):
        groups = same  # "the concession" is not the contract for cranes
    # "The contract" is none that its page tells only further on, where it has told one before.
    ahead = [
        g for g in groups if (own := [y for y in g if y.article == x.article]) and all(y.start > x.start for y in own)
    ]
    if any(y.article == x.article and y.start < x.start for g in groups for y in g):
        groups = [g for g in groups if g not in ahead]
    rated = sorted(((_fit(x, g, sums[g[0].id]), i) for i, g in enumerate(groups)), reverse=True)
    if not rated or (len(rated) > 1 and rated[0][0] < rated[1][0] + CLEAR):
        return None
    return groups[rated[0][1]]


def _fit(x: Told, members: Sequence[Told], sums: frozenset[tuple[float, str]]) -> float:
    here = any(y.article == x.article for y in members)
    kind = any(y.kind == x.kind for y in members)
    summed = bool(x.amounts & sums) and not any(x.amounts & y.amounts for y in members)
    return max(_points(x, y)[0] for y in members) + 1.2 * here + 0.6 * kind + 1.5 * summed
