"""The town in which a telling says that it was, where the reading of the page gave the telling a country alone, or none.

A clause that names one town behind "in" or "at" right beside its day, outside every name of a body and every office and nearer than all else
that happened, says where what it tells was ("two days later, in Varna, Oman signed", «وقّعت لجنة الموانئ في تشاد في الخرطوم، أمس»).
"""

from __future__ import annotations

from isnad.compose.cast import Cast
from isnad.compose.governing import governor
from isnad.model import EventMention, Mention, MentionRef, Reading

BESIDE = 12
"""Characters between a town and a day of one phrase ("in Khartoum, on Wednesday")."""


def scene(ref: MentionRef, e: EventMention, cast: Cast) -> str | None:
    """Return the place of a telling: its own unless that is a country and its clause names one town where it was; ``None`` without one."""
    own = next(iter(cast.named(ref.article, e.place)), None)
    states = cast.states.values()
    if own is not None and own not in states:
        return own
    reading = cast.readings[ref.article]
    text, language = reading.article.text, reading.article.language
    towns = set[str]()
    for i, m in enumerate(reading.mentions):
        if m.kind != "place" or not e.clause.start <= m.start < e.clause.end or _held(m, reading.mentions):
            continue
        for town in cast.named(ref.article, i)[:1]:
            group = cast.entities[town]
            known = group.kind == "place" and group.country is not None and town not in states
            if known and governor(text, m.start, language) == "at" and _by_its_day(m, e) and _its_own(m, e, reading):
                towns.add(town)
    return towns.pop() if len(towns) == 1 else own


def _by_its_day(m: Mention, e: EventMention) -> bool:
    """True of a town right beside the day that a telling gives."""
    days = e.date.cites if e.date is not None else ()
    return any(
        max(c.start - m.end, m.start - c.end) <= BESIDE for c in days if e.clause.start <= c.start < e.clause.end
    )


def _its_own(m: Mention, e: EventMention, reading: Reading) -> bool:
    """True of a town nearer to what is told than to anything else that its page tells."""
    others = (abs(o.trigger.start - m.start) for o in reading.events if o.trigger != e.trigger)
    return abs(e.trigger.start - m.start) < min(others, default=e.clause.end)


def _held(m: Mention, mentions: tuple[Mention, ...]) -> bool:
    """True of a place within the name of a body or within somebody's office."""
    for o in mentions:
        if o is not m and o.kind != "place" and o.start <= m.start and m.end <= o.end:
            return True
        if o.role is not None and o.role.start <= m.start and m.end <= o.role.end:
            return True
    return False
