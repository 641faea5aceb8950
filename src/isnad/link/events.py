"""One event, many tellings: joined by kind, day, who, where and what, across articles and languages.

Precision first: what speaks for and against one pair is added up, and a pair is joined only when something besides the
day identifies the event — who took part, the agreement it concludes, the place of what happens in a place, or words that
mean the same. Days that exclude each other keep two tellings apart, unless the event can only have happened once: then the
pages contradict each other, and the disagreement is kept with the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.languages import table
from isnad.link.concepts import cosine
from isnad.link.linker import Linked, Verdict, link
from isnad.link.tellings import Telling, known_entities, tellings
from isnad.model import EntityGroup, EventGroup, Interval, Judgement, MentionRef, Reading
from isnad.model.ids import event_id
from isnad.model.intervals import common_interval

JOIN = 3.0
"""Points for and against a pair must add up to this for a join."""
APART = -2.0
SLACK = 7
"""Days by which two pages may differ on a thing that happened once and still speak of it."""
LONG_VISIT = 14
FRESH = 4
"""Days between two pages that may tell of the same visit without dating it."""


class LinkedEvents(Struct, frozen=True):
    """The outcome: the groups in order of their first telling, every judgement, and pairs only suggested."""

    groups: tuple[EventGroup, ...]
    judgements: tuple[Judgement, ...]
    suggestions: tuple[Judgement, ...] = ()


@cache
def _families() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family in table("shared", "kinds")["families"]:
        for kind in family:
            found.setdefault(kind, set()).update(family)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def _kinds(what: str) -> frozenset[str]:
    return frozenset(table("shared", "kinds")[what])


def alike(a: str, b: str) -> bool:
    """True when writers may choose either kind for one event."""
    return a == b or b in _families().get(a, frozenset())


class Evidence:
    """What speaks for and against two tellings being one: points and words."""

    def __init__(self) -> None:
        self.points = 0.0
        self.reasons: list[str] = []
        self.telling = False
        self.apart = False

    def add(self, points: float, reason: str, telling: bool = False) -> None:
        """Add points with the words that explain them; ``telling`` evidence identifies the event."""
        self.points += points
        self.telling = self.telling or telling
        if reason:
            self.reasons.append(reason)


class Events:
    """Links tellings of events."""

    name = "event"

    def id(self, item: Telling) -> str:
        """Return the telling's id."""
        return item.id

    def keys(self, item: Telling) -> Iterable[str]:
        """Return who, where, agreement and article, each with every kind the telling may go by."""
        for kind in {item.kind, *(_families().get(item.kind, ()))}:
            yield from (f"{kind}|{e}" for e in item.who)
            if item.place:
                yield f"{kind}|at {item.place}"
            elif item.country:
                yield f"{kind}|at {item.country}"
            if item.agreement is not None:
                yield f"{kind}|for {item.agreement}"
            yield f"{kind}|in {item.article}"
            if item.date is not None and item.date.days <= 3:
                yield f"{kind}|on {item.date.start}"

    def judge(self, a: Telling, b: Telling) -> Verdict | None:
        """Add up what speaks for and against; days that exclude each other decide alone, or nearly."""
        if not alike(a.kind, b.kind):
            return None
        found = weigh(a, b)
        clash = a.date is not None and b.date is not None and not a.date.meets(b.date)
        if clash:
            if _contradiction(a, b, found):
                return Verdict(
                    True, 0.7, (*found.reasons, f"though the days differ: {_shown(a.date)} and {_shown(b.date)}")
                )
            return Verdict(False, 0.97, (f"the days exclude each other: {_shown(a.date)} and {_shown(b.date)}",))
        if found.apart or found.points <= APART:
            return Verdict(False, 0.9, tuple(found.reasons) or ("nothing in common",))
        if found.telling and found.points >= JOIN:
            return Verdict(True, min(0.96, 0.6 + found.points / 20), tuple(found.reasons))
        if found.telling and found.points >= JOIN - 0.8:
            return Verdict(None, 0.5, tuple(found.reasons))
        return None


def weigh(a: Telling, b: Telling) -> Evidence:
    """Return what speaks for and against two tellings of like kinds, their days' clash aside."""
    found = Evidence()
    found.add(
        0.5 if a.kind == b.kind else 0.0, f"both a {a.kind}" if a.kind == b.kind else f"a {a.kind} and a {b.kind}"
    )
    _days(a, b, found)
    _people(a, b, found)
    _places(a, b, found)
    if a.agreement is not None and b.agreement is not None:
        same = a.agreement == b.agreement
        found.add(2.5 if same else -3.0, "the same agreement" if same else "two agreements", telling=same)
    if shared := {f for f in a.figures & b.figures if f[1] > 9}:
        found.add(1.0, f"the same figure {min(shared)[1]:g}", telling=True)
    likeness = cosine(a.words, b.words)
    _one_telling_twice(a, b, found, likeness)
    spoken = a.kind in _kinds("spoken")
    if likeness >= 0.8 and a.article != b.article:
        found.add(2.5, "the same words", telling=True)
    elif likeness >= 0.45:
        found.add(1.6, "words that mean the same", telling=True)
    elif likeness >= 0.28:
        found.add(0.7, "words of like meaning")
    elif spoken:
        found.add(-2.5, "other words")
    if a.background != b.background:
        found.add(-1.0 if a.date is None or b.date is None else -0.2, "")
    return found


def _one_telling_twice(a: Telling, b: Telling, found: Evidence, likeness: float) -> None:
    """What the title says and the body repeats, and what two fresh pages say of one day in like words."""
    once = a.kind == b.kind and a.kind in _kinds("once")
    if a.kind == b.kind and a.article == b.article and (a.title or b.title):
        found.add(1.0, "the title and the text of one page", telling=once and _same_day(a, b))
    if once and _same_day(a, b) and likeness >= 0.33:
        found.add(0.3, "the same day and like words for what happens once", telling=True)
    if a.orgs & b.orgs and once and _same_day(a, b):
        found.add(0.3, "the same organisation on the same day", telling=True)
    fresh = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= FRESH and not a.background
    if a.kind == b.kind == "visit" and a.people & b.people and fresh and not b.background:
        where = a.place is not None and b.place is not None and a.place == b.place
        heading = (a.place in b.bodies if a.place else False) or (b.place in a.bodies if b.place else False)
        found.add(1.4 if where or heading else 1.0, "one visitor in pages of the same days")


def _same_day(a: Telling, b: Telling) -> bool:
    return a.date is not None and b.date is not None and max(a.date.days, b.date.days) <= 2 and a.date.meets(b.date)


def _days(a: Telling, b: Telling, found: Evidence) -> None:
    if a.date is None or b.date is None:
        found.add(-0.3 if a.article == b.article else -0.6, "")
        return
    if not a.date.meets(b.date):
        return
    days = max(a.date.days, b.date.days)
    points = 2.0 if days == 1 else 1.3 if days <= 7 else 0.7 if days <= 31 else 0.2
    found.add(points, f"the same time ({_shown(a.date if a.date.days <= b.date.days else b.date)})")


def _people(a: Telling, b: Telling, found: Evidence) -> None:
    """Shared participants speak for; two persons each, one of them another's, against."""
    shared = a.people & b.people
    if shared:
        nested = a.people <= b.people or b.people <= a.people
        n = len(shared)
        found.add({1: 1.5, 2: 2.6}.get(n, 3.2), f"{n} person{'s' * (n > 1)} in common", telling=True)
        if not nested:
            found.add(-1.8, "others differ")
            found.apart = found.apart or (a.kind == "meeting" and b.kind == "meeting" and n == 1)
    elif a.people and b.people:
        found.add(-2.5, "different persons")
        found.apart = bool({a.kind, b.kind} & _kinds("personal"))
    if bodies := a.bodies & b.bodies:
        found.add(
            min(1.6, 0.8 * len(bodies)), f"{len(bodies)} organisations or countries in common", telling=len(bodies) > 1
        )
    elif a.bodies and b.bodies and not shared:
        found.add(-1.0, "different organisations")


def _places(a: Telling, b: Telling, found: Evidence) -> None:
    if a.place is None or b.place is None:
        return
    if a.place == b.place:
        placed = a.kind in _kinds("placed") and b.kind in _kinds("placed")
        dated = a.date is not None and b.date is not None
        found.add(1.2, "the same place", telling=placed and dated)
        return
    if a.country and a.country == b.country and (_whole(a) or _whole(b)):
        found.add(0.4, "one place within the other")
        return
    found.add(-1.2 if a.country and a.country == b.country else -2.0, "different places")


def _whole(t: Telling) -> bool:
    """True when the place is a country itself."""
    return bool(t.region and "-" not in t.region)


def _contradiction(a: Telling, b: Telling, found: Evidence) -> bool:
    """True when two pages give different days for what can only have happened once, all else being the same."""
    if a.date is None or b.date is None or max(a.date.days, b.date.days) > 3:
        return False
    gap = max((b.date.start - a.date.end).days, (a.date.start - b.date.end).days)
    shifted = {a.status, b.status} == {"planned", "happened"}
    if a.article == b.article:
        return shifted and gap <= 2 and a.kind == b.kind and found.telling and not found.apart
    once = a.kind in _kinds("once") and b.kind in _kinds("once")
    if not (once or (gap <= 1 and a.kind == "visit") or shifted) or gap > SLACK or found.apart:
        return False
    who = a.people & b.people or len(a.bodies & b.bodies) > 1 or (a.place is not None and a.place == b.place)
    return bool(who) and found.points >= JOIN + 0.5 and cosine(a.words, b.words) >= 0.35


def _shown(day: Interval | None) -> str:
    if day is None:
        return "no day"
    return f"{day.start}" if day.days == 1 else f"{day.start}…{day.end}"


def link_events(
    readings: Sequence[Reading],
    entities: Sequence[EntityGroup],
    agreements: Sequence[Sequence[MentionRef]] = (),
    decided: Sequence[Judgement] = (),
) -> LinkedEvents:
    """Return the events of all readings.

    ``agreements`` are the groups of mentions of one agreement. ``decided`` are people's judgements with the ids of
    tellings (``article@offset:kind``) or of events, which stay those of their earliest telling.
    """
    known = known_entities(entities)
    numbered = {ref: n for n, refs in enumerate(agreements) for ref in refs}
    items = tellings(readings, known, numbered)
    first = {event_id(x.id): x.id for x in items}
    mine = [_own_ids(j, first) for j in decided if j.target.get("type") == Events.name]
    refused = {first.get(str(j.target.get("id")), str(j.target.get("id"))) for j in mine if j.kind == "reject"}
    linked = link(items, Events(), mine)
    by_id = {x.id: x for x in items}
    groups = [_group([by_id[x] for x in ids], linked) for ids in linked.groups if not refused.intersection(ids)]
    return LinkedEvents(_parts(groups, by_id), linked.judgements, linked.suggestions)


def _own_ids(j: Judgement, first: Mapping[str, str]) -> Judgement:
    target = {k: first.get(v, v) if k in ("left", "right") and isinstance(v, str) else v for k, v in j.target.items()}
    return Judgement(j.id, j.kind, target, j.by, j.at, j.reason, j.score)


def _group(items: list[Telling], linked: Linked) -> EventGroup:
    ids = {x.id for x in items}
    reasons = dict.fromkeys(
        j.reason for j in linked.judgements if j.kind == "same" and {j.target["left"], j.target["right"]} <= ids
    )
    ordered = sorted(items, key=lambda x: x.fullness, reverse=True)
    return EventGroup(
        id=event_id(items[0].id),
        members=tuple(MentionRef(x.article, x.index) for x in ordered),
        date=common_interval([x.date for x in ordered if x.date is not None]),
        reasons=tuple(reasons),
    )


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
    if told[part.id][0].kind not in _kinds("within") or part.date is None or visit.date is None:
        return False
    if not visit.date.holds(part.date):
        return False
    visitors = {e for t in told[visit.id] for e in t.people}
    there = {t.article for t in told[visit.id]} & {t.article for t in told[part.id]}
    return bool(there) and bool(visitors & {e for t in told[part.id] for e in t.people})
