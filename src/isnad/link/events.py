"""One event, many tellings: joined by kind, day, who, where and what, across articles and languages.

Precision first: what speaks for and against one pair is added up (:mod:`isnad.link.event_evidence`), and a pair is joined
only when something besides the day identifies the event. Days that exclude each other keep two tellings apart, unless the
event can only have happened once: then the pages contradict each other, and the disagreement is kept with the event. A day
that no words of the page give, but its date of publication alone, gives way to one that is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from isnad.link.asides import with_asides
from isnad.link.concepts import cosine
from isnad.link.denials import Found
from isnad.link.event_evidence import Evidence, alike, families, impossible, in_two_towns, kinds_that, shown, weigh
from isnad.link.linker import Linked, Verdict, link
from isnad.link.one_event import averaged
from isnad.link.refuted import with_refuted
from isnad.link.retold import with_retold
from isnad.link.tellings import Telling, known_entities, tellings
from isnad.link.tolls import with_tolls
from isnad.model import EntityGroup, EventGroup, Interval, Judgement, MentionRef, Reading
from isnad.model.ids import event_id
from isnad.model.intervals import common_interval

JOIN = 3.0
"""Points for and against a pair must add up to this for a join."""
APART = -2.0
SLACK = 7
"""Days by which two pages may differ on a thing that happened once and still speak of it."""
MISDATED = 2
"""Days by which pages of one story err about one event."""
LONG_VISIT = 14


class LinkedEvents(Struct, frozen=True, gc=False):
    """The outcome: the groups in order of their first telling, every judgement, and pairs only suggested."""

    groups: tuple[EventGroup, ...]
    judgements: Sequence[Judgement]
    suggestions: Sequence[Judgement] = ()


class Events:
    """Links tellings of events."""

    name = "event"
    sure = 0.97

    def id(self, item: Telling) -> str:
        """Return the telling's id."""
        return item.id

    def keys(self, item: Telling) -> Iterable[str]:
        """Return who, where, agreement and article, each with every kind the telling may go by."""
        for kind in {item.kind, *(families().get(item.kind, ()))}:
            yield from (f"{kind}|{e}" for e in item.who)
            if item.place:
                yield f"{kind}|at {item.place}"
            elif item.country:
                yield f"{kind}|at {item.country}"
            if item.story is not None:
                yield f"{kind}|about {item.story}"
            if item.agreement is not None:
                yield f"{kind}|for {item.agreement}"
            yield f"{kind}|in {item.article}"
            if item.date is not None and item.date.days <= 3:
                yield f"{kind}|on {item.date.start}"

    def judge(self, a: Telling, b: Telling) -> Verdict | None:
        """Add up what speaks for and against; days that exclude each other decide alone, or nearly."""
        if a.bare or b.bare or not alike(a.kind, b.kind):
            return None
        if (sure := certain(a, b)) is not None:
            return sure
        if a.kind != b.kind and (a.status == "denied") != (b.status == "denied") and not a.people & b.people:
            return None  # a denial is of the very kind of what it answers
        found = weigh(a, b)
        if a.day_told is not None and b.day_told is not None and not a.day_told.meets(b.day_told):
            if _contradiction(a, b, found):
                return Verdict(
                    True, 0.7, (*found.reasons, f"though the days differ: {shown(a.date)} and {shown(b.date)}")
                )
            if _perhaps_misdated(a, b) and found.telling and found.points >= JOIN - 1 and not found.apart:
                return None
            return Verdict(False, 0.97, (f"the days exclude each other: {shown(a.date)} and {shown(b.date)}",))
        if a.said and a.said == b.said and a.article != b.article:
            return Verdict(True, 0.95, ("told word for word",))
        if found.apart or found.points <= APART:
            return Verdict(False, 0.9, tuple(found.reasons) or ("nothing in common",))
        if found.telling and found.points >= JOIN:
            return Verdict(True, min(0.96, 0.6 + found.points / 20), tuple(found.reasons))
        if found.telling and found.points >= JOIN - 0.8:
            return Verdict(None, 0.5, tuple(found.reasons))
        return None


def certain(a: Telling, b: Telling) -> Verdict | None:
    """Say of a pair what its words leave no doubt of, whatever else speaks for or against."""
    if a.article == b.article and -1 < a.again == b.again:
        return Verdict(True, 0.98, ("the page tells it again",))
    if _by_the_way(a, b) or _by_the_way(b, a):
        return Verdict(True, 0.9, ("one sentence tells it with its day and by the way",))
    if in_two_towns(a, b):
        return Verdict(False, 0.97, ("one paper tells of two towns on one day",))
    if _on_two_days(a, b):
        return Verdict(False, 0.97, ("one page tells them on two days",))
    if _side_by_side(a, b):
        return Verdict(False, 0.9, ("one sentence tells them as two",))
    if a.article == b.article and (_refused(a, b) or _refused(b, a)):
        return Verdict(False, 0.9, ("what is denied, and that somebody denies it",))
    if a.another != b.another and (a.article == b.article or a.kind == b.kind == "meeting"):
        return Verdict(False, 0.9, ("the page sets one apart from the other",))
    if a.kind == b.kind == "death" and a.another != b.another:
        return Verdict(False, 0.9, ("some died later than the others",))
    if {a.kind, b.kind} <= kinds_that("given") and a.bodies and b.bodies and not (a.who & b.who):
        return Verdict(False, 0.9, ("given by two",))
    if _onward(a, b):
        return Verdict(False, 0.9, ("one place is where somebody came, the other where he is to go",))
    if a.contrary != b.contrary:
        return Verdict(False, 0.95, ("one is the contrary of the other",))
    if _nobody_beside_persons(a, b):
        return Verdict(False, 0.8, ("one names persons, the other is told of nobody under another kind",))
    if a.kind == b.kind == "death" and ((a.beasts and (b.people or b.toll)) or (b.beasts and (a.people or a.toll))):
        return Verdict(False, 0.95, ("animals died in one, people in the other",))
    if _victims_apart(a, b):
        return Verdict(False, 0.8, ("what happened, and whom it killed",))
    if _toll(a, b):
        return Verdict(True, 0.9, ("one sentence tells what happened and how many it killed",))
    if impossible(a, b) or impossible(b, a):
        return Verdict(False, 0.96, ("told by a page of another time",))
    return None


def _refused(claim: Telling, denial: Telling) -> bool:
    """True of what somebody denies, made an event of its own, and of the denying."""
    return (claim.kind, claim.status, claim.lone) == ("accusation", "denied", True) and denial.kind == "rejection"


def _by_the_way(told: Telling, aside: Telling) -> bool:
    """True of what befell somebody, told with its day, and the state it left him in: "X, now *jailed*, was *arrested* on Tuesday"."""
    if (told.article, told.sentence, told.kind, told.people) != (
        aside.article,
        aside.sentence,
        aside.kind,
        aside.people,
    ):
        return False
    personal = told.kind in kinds_that("once") and told.kind in kinds_that("personal")
    alike = told.status == aside.status and told.contrary == aside.contrary
    today = aside.assumed or (aside.date is not None and aside.day is not None and aside.date.end >= aside.day)
    dated = told.day_told is not None and today
    return personal and alike and dated and bool(told.people) and aside.start < told.start


def _on_two_days(a: Telling, b: Telling) -> bool:
    """True for two things that one page tells apart and gives a day each: "arrested on Thursday … on Tuesday the judge jailed him"."""
    if a.article != b.article or not -1 < a.again != b.again > -1:
        return False
    one, two = a.day_told, b.day_told
    return one is not None and two is not None and max(one.days, two.days) == 1 and not one.meets(two)


def _side_by_side(a: Telling, b: Telling) -> bool:
    """True for two acts that one sentence tells one after the other: "jailed the mayor and cleared his deputy"."""
    if (a.article, a.sentence) != (b.article, b.sentence) or a.lone or b.lone:
        return False
    return {a.kind, b.kind} <= kinds_that("acts") and -1 < a.again != b.again > -1


def _nobody_beside_persons(a: Telling, b: Telling) -> bool:
    """True for a meeting of persons and a gathering of nobody named: the same day and story make them no one event."""
    if a.kind == b.kind or bool(a.who) == bool(b.who):
        return False
    named = a if a.who else b
    return bool(named.people) and named.kind in kinds_that("personal") and named.kind not in kinds_that("once")


def _victims_apart(a: Telling, b: Telling) -> bool:
    """True for deaths and what caused them where the page's own news is told: a collapse, and that it killed eight.

    What is told of long ago, and in one clause, is one: "a flood in 2008 that left two dead", "an explosion killed six".
    """
    if (a.kind == "death") == (b.kind == "death") or a.background or b.background:
        return False
    return a.article != b.article or not 0 < a.said == b.said


def _toll(a: Telling, b: Telling) -> bool:
    """True for deaths and the disaster or attack of their sentence that caused them: "une crue qui avait fait deux morts"."""
    if (a.article, a.sentence) != (b.article, b.sentence) or (a.kind == "death") == (b.kind == "death"):
        return False
    if a.status != b.status or a.people or b.people or (a.place and b.place and a.place != b.place):
        return False
    return a.day_told is None or b.day_told is None or a.day_told.meets(b.day_told)


def _gap(a: Telling, b: Telling) -> int:
    """Days between two tellings' dates; a long time when one has none."""
    if a.date is None or b.date is None:
        return 9999
    return max((b.date.start - a.date.end).days, (a.date.start - b.date.end).days)


def _onward(a: Telling, b: Telling) -> bool:
    """True for two visits one page tells of one person, come to one town and bound for another."""
    if a.article != b.article or not a.kind == b.kind == "visit" or not a.people & b.people:
        return False
    planned = {a.status, b.status} >= {"planned"} and a.status != b.status
    return planned and None not in (a.place, b.place) and a.place != b.place


def _perhaps_misdated(a: Telling, b: Telling) -> bool:
    """True for tellings a day or two apart of what happens once in a story: others must say whether they are one."""
    once = a.kind == b.kind and a.kind in kinds_that("once")
    return once and a.article != b.article and a.story is not None and a.story == b.story and _gap(a, b) <= MISDATED


def _contradiction(a: Telling, b: Telling, found: Evidence) -> bool:
    """True when two pages give different days for what can only have happened once, all else being the same."""
    if a.date is None or b.date is None or max(a.date.days, b.date.days) > 3:
        return False
    gap = _gap(a, b)
    shifted = {a.status, b.status} == {"planned", "happened"}
    if a.article == b.article:
        return shifted and gap <= 2 and a.kind == b.kind and found.telling and not found.apart
    once = a.kind in kinds_that("once") and b.kind in kinds_that("once")
    if not (once or (gap <= 1 and a.kind == "visit") or shifted) or gap > SLACK or found.apart:
        return False
    who = a.people & b.people or len(a.bodies & b.bodies) > 1 or (a.place is not None and a.place == b.place)
    if _perhaps_misdated(a, b):
        same = a.agreement == b.agreement and a.agreement is not None
        return same or (bool(who) and found.points >= JOIN)
    return bool(who) and found.points >= JOIN + 0.5 and cosine(a.words, b.words) >= 0.35


def link_events(
    readings: Sequence[Reading],
    entities: Sequence[EntityGroup],
    agreements: Sequence[Sequence[MentionRef]] = (),
    decided: Sequence[Judgement] = (),
    story_of: Mapping[str, str] | None = None,
    matters: Sequence[Sequence[Found]] = (),
) -> LinkedEvents:
    """Return the events of all readings.

    ``agreements`` are the groups of mentions of one agreement. ``decided`` are people's judgements with the ids of
    tellings (``article@offset:kind``) or of events, which stay those of their earliest telling. ``story_of`` gives the story of
    an article, ``matters`` the denials of one matter.
    """
    known = known_entities(entities)
    numbered = {ref: n for n, refs in enumerate(agreements) for ref in refs}
    items = tellings(readings, known, numbered, story_of)
    first = {event_id(x.id): x.id for x in items}
    mine = [_own_ids(j, first) for j in decided if j.target.get("type") == Events.name]
    refused = {first.get(str(j.target.get("id")), str(j.target.get("id"))) for j in mine if j.kind == "reject"}
    rules = Events()
    linked = averaged(items, rules, link(items, rules, mine), certain, mine)
    for further in (with_retold, with_tolls, with_asides):
        linked = further(items, linked, mine)
    linked = with_refuted(items, linked, mine, matters)
    by_id = {x.id: x for x in items}
    told = [[by_id[x] for x in ids] for ids in linked.groups if not refused.intersection(ids)]
    reasons = _reasons(linked)
    groups = [_group(g, reasons) for g in told if not all(x.bare for x in g)]
    return LinkedEvents(_parts(groups, by_id), linked.judgements, linked.suggestions)


def _own_ids(j: Judgement, first: Mapping[str, str]) -> Judgement:
    target = {k: first.get(v, v) if k in ("left", "right") and isinstance(v, str) else v for k, v in j.target.items()}
    return Judgement(j.id, j.kind, target, j.by, j.at, j.reason, j.score)


def _reasons(linked: Linked) -> dict[str, list[tuple[str, str]]]:
    """Under each telling, the tellings it was joined with, and why."""
    found: dict[str, list[tuple[str, str]]] = {}
    for j in linked.judgements:
        if j.kind == "same":
            found.setdefault(str(j.target["left"]), []).append((str(j.target["right"]), j.reason))
    return found


def _group(items: list[Telling], joined: Mapping[str, Sequence[tuple[str, str]]]) -> EventGroup:
    ids = {x.id for x in items}
    reasons = dict.fromkeys(why for x in items for other, why in joined.get(x.id, ()) if other in ids)
    ordered = sorted(items, key=lambda x: x.fullness, reverse=True)
    firm = sorted(
        (x for x in ordered if not x.bare), key=lambda x: x.day or date.max
    )  # the page nearest to it knows the day best
    return EventGroup(
        id=event_id(min(firm, key=items.index).id),
        members=tuple(MentionRef(x.article, x.index) for x in ordered),
        date=common_interval(_days(firm))
        or common_interval([x.day_told for x in ordered if x.day_told is not None])
        or common_interval([x.date for x in ordered if x.date is not None]),
        reasons=tuple(reasons),
    )


def _days(told: Sequence[Telling]) -> list[Interval]:
    """The days that tellings give, each once a page: one that its page repeats is borne out by no other."""
    each = {(x.article, x.day_told.start, x.day_told.end): x.day_told for x in reversed(told) if x.day_told is not None}
    return list(each.values())[::-1]


def _parts(groups: list[EventGroup], by_id: Mapping[str, Telling]) -> tuple[EventGroup, ...]:
    """Say of meetings, signings … in the course of a visit that they are parts of it."""
    at = {(x.article, x.index): x for x in by_id.values()}
    told = {g.id: [at[(m.article, m.index)] for m in g.members] for g in groups}
    visits = [g for g in groups if told[g.id][0].kind == "visit" and g.date is not None and g.date.days <= LONG_VISIT]
    found = []
    for g in groups:
        whole = next((v for v in visits if v is not g and _within(g, v, told)), None)
        found.append(EventGroup(g.id, g.members, g.date, g.reasons, g.origins, g.independent, whole.id) if whole else g)
    return tuple(found)


def _within(part: EventGroup, visit: EventGroup, told: Mapping[str, list[Telling]]) -> bool:
    if told[part.id][0].kind not in kinds_that("within") or part.date is None or visit.date is None:
        return False
    if not visit.date.holds(part.date):
        return False
    visitors = {e for t in told[visit.id] for e in t.people}
    there = {t.article for t in told[visit.id]} & {t.article for t in told[part.id]}
    return bool(there) and bool(visitors & {e for t in told[part.id] for e in t.people})
