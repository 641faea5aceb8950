"""Numbers that the tellings of one event give it: what was paid, shipped or spilt, whatever the words around them say.

Two pages that tell one happening, each with one number of a unit in the clause that tells it, count one thing; where nothing else
joined the two numbers, that they are of one event does. Of people that is true of those who took part, were killed or were held,
whatever noun each page has for them ("some 300 machinists", "120 people by the police count").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from isnad.link.ballots import voting
from isnad.link.counted import LENGTHS
from isnad.link.roles import TAKING_PART, WHO, aside, fit, roles_of, told_by_class
from isnad.link.things import done_of
from isnad.model import EventGroup, EventMention, FigureGroup, MentionRef, Reading
from isnad.text import fold_key

APART = 3.0
"""Numbers further apart than this are of two things."""
BEFALLEN_BY = {"protest": TAKING_PART, "death": "dead", "arrest": "arrested"}
"""The kinds of events whose clause counts people to whom the one thing happened that it tells, and what that is."""


def with_amounts(
    figures: Sequence[FigureGroup], events: Sequence[EventGroup], readings: Sequence[Reading]
) -> tuple[FigureGroup, ...]:
    """Return the groups of figures, those joined of which two tellings of one event each give one number of a unit."""
    by_id = {r.article.id: r for r in readings}
    groups = list(figures)
    home = {m: n for n, g in enumerate(groups) for m in g.members}
    roles: dict[str, list[str]] = {}
    for event in events:
        if len({m.article for m in event.members}) > 1:
            for a, b in _pairs(event, by_id, roles):
                _join(a, b, groups, home, roles)
    return tuple(g for g in groups if g.members)


def _pairs(
    event: EventGroup, by_id: Mapping[str, Reading], roles: dict[str, list[str]]
) -> Iterator[tuple[MentionRef, MentionRef]]:
    """Figures of two pages that count one thing, one page's only number of its unit in the event's clauses beside another's."""
    told: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for m in event.members:
        e = by_id[m.article].events[m.index]
        if not e.bare and e.status in ("happened", "reported"):
            for unit, k in (*_numbers(by_id[m.article], e), *_people(by_id[m.article], e)):
                if k not in told[unit][m.article]:
                    told[unit][m.article].append(k)
    for unit, pages in told.items():
        alone = [MentionRef(article, ks[0]) for article, ks in sorted(pages.items()) if _one_value(by_id[article], ks)]
        for a, b in combinations(alone, 2):
            if _near(a, b, by_id):
                if _one_count(unit, a, b, by_id, roles) if unit in BEFALLEN_BY else _one_thing(a, b, by_id, roles):
                    yield a, b


def _one_value(reading: Reading, ks: Sequence[int]) -> bool:
    """True of one number of a page, and of one that its title gives as well."""
    return len({reading.numbers[k].value for k in ks}) == 1


def _people(reading: Reading, e: EventMention) -> Iterator[tuple[str, int]]:
    """The people whom the clause counts to whom happened what it tells, under the kind of the event."""
    if e.kind in BEFALLEN_BY and not e.background:
        yield from (
            (e.kind, k) for k, f in enumerate(reading.figures) if f.unit == "people" and f.span.within(e.clause)
        )


def _numbers(reading: Reading, e: EventMention) -> Iterator[tuple[str, int]]:
    """The numbers of a clause, people and lengths of time left out: who died and who was hurt is told in one. Of votes the winner's, told first."""
    cast = False
    for k, f in enumerate(reading.numbers):
        if f.unit == "people" and fold_key(f.quantity) in voting() and f.span.within(e.clause) and not cast:
            cast = True
            yield "votes", k
        elif f.unit not in ("people", "votes") and f.unit not in LENGTHS and f.span.within(e.clause):
            yield f.unit, k


def _near(a: MentionRef, b: MentionRef, by_id: Mapping[str, Reading]) -> bool:
    """True of two numbers near each other, neither of which the other page gives too."""
    x, y = (by_id[m.article].numbers[m.index] for m in (a, b))
    low, high = sorted(f.value[1] if isinstance(f.value, tuple) else f.value for f in (x, y))
    if low == high or high > APART * low:
        return False
    return not any(
        g.unit == f.unit and g.value == f.value
        for other, f in ((by_id[b.article], x), (by_id[a.article], y))
        for g in other.numbers
    )


def _one_thing(a: MentionRef, b: MentionRef, by_id: Mapping[str, Reading], roles: dict[str, list[str]]) -> bool:
    """True of two numbers of roles that may be one."""
    one, two = (_role(m, by_id, roles) for m in (a, b))
    return not (aside(one) or aside(two)) and (not one or not two or fit(one, two))


def _one_count(
    kind: str, a: MentionRef, b: MentionRef, by_id: Mapping[str, Reading], roles: dict[str, list[str]]
) -> bool:
    """True of people of whom no word says that anything else happened to them than what the clause tells."""
    return all(
        not role or role in WHO or told_by_class(role) or fit(role, BEFALLEN_BY[kind])
        for role in (_role(m, by_id, roles) for m in (a, b))
    )


def _role(m: MentionRef, by_id: Mapping[str, Reading], roles: dict[str, list[str]]) -> str:
    if m.article not in roles:
        r = by_id[m.article]
        roles[m.article] = [*roles_of(r), *(done_of(r, f) for f in r.counts)]
    return roles[m.article][m.index]


def _join(
    a: MentionRef, b: MentionRef, groups: list[FigureGroup], home: dict[MentionRef, int], roles: Mapping[str, list[str]]
) -> None:
    """Put two figures and all that counts the same as either into one group."""
    one, two = home.get(a), home.get(b)
    if one is not None and one == two:
        return
    parts = [groups[n] for n in (one, two) if n is not None]
    members = tuple(dict.fromkeys((*(m for g in parts for m in g.members), a, b)))
    role = next((r for r in (*(g.role for g in parts), roles[a.article][a.index], roles[b.article][b.index]) if r), "")
    against = tuple(pair for g in parts for pair in g.against)
    for n in (one, two):
        if n is not None:
            groups[n] = FigureGroup(())
    home |= dict.fromkeys(members, len(groups))
    groups.append(FigureGroup(members, role, any(g.growing for g in parts), against))
