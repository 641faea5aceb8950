"""When and where the dead fell that a count alone tells of: the day and the place of the disaster or attack of the same pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from isnad.languages import table
from isnad.model import Event, EventMention, Interval, Reading

LATE = timedelta(45)
"""How long before its page a disaster may lie whose dead the page still counts."""
BASIS = "the day of the disaster whose dead are counted"


def with_days_of_disasters(
    events: Sequence[Event], readings: Sequence[Reading], tellings: Mapping[str, Sequence[EventMention]]
) -> tuple[Event, ...]:
    """Return the events, with the day and the place of what it counts the dead of lent to a toll that has none.

    ``tellings`` are those behind each event's id: a toll is told of nobody named at least once, for who has a name may have died
    some other day than the others. A toll whose pages tell of disasters on days that exclude each other keeps none.
    """
    deadly = frozenset(table("shared", "kinds")["deadly"]) - {_DEATH}
    happened = [e for e in events if e.status == "happened"]
    fell = [e for e in happened if e.date is not None and any(t.kind in deadly for t in tellings[e.id])]
    tolls = {e.id for e in happened if any(t.lone and t.kind == _DEATH for t in tellings[e.id])}
    days = {r.article.id: r.article.published for r in readings}
    return tuple(_lent(e, fell, days) if e.id in tolls else e for e in events)


_DEATH = "death"


def _lent(e: Event, fell: Sequence[Event], days: Mapping[str, Interval | None]) -> Event:
    if e.date is not None and e.place is not None:
        return e
    near = [d for d in fell if d is not e and set(d.articles) & set(e.articles) and _fresh(d, days) and _may_be(e, d)]
    if not near:
        return e
    most = max(len(set(d.articles) & set(e.articles)) for d in near)
    best = [d for d in near if len(set(d.articles) & set(e.articles)) == most]
    first = min(best, key=lambda d: (-len(d.articles), d.date.days if d.date else 0))
    if first.date is None or any(d.date is not None and not d.date.meets(first.date) for d in near):
        return e
    day = first.date
    date = e.date or Interval(day.start, day.end, day.precision, BASIS, day.cites)
    return replace(e, date=date, place=e.place or first.place)


def _may_be(e: Event, d: Event) -> bool:
    """True when a toll's own day, if it has one, is that of the disaster or the one beside it: nights have two."""
    if e.date is None or d.date is None:
        return True
    return e.date.start - _NIGHT <= d.date.end and d.date.start <= e.date.end + _NIGHT


_NIGHT = timedelta(1)


def _fresh(d: Event, days: Mapping[str, Interval | None]) -> bool:
    """True for a disaster that one of its pages tells as news."""
    told = [p for a in d.articles if (p := days.get(a)) is not None]
    return d.date is not None and any(p.start - d.date.end <= LATE for p in told)
