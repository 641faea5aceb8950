"""Several tellings in one article: the same event told again shares its date and people; headings must be borne out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.dating import page_day
from isnad.annotate.events.finding import Candidate
from isnad.languages import table
from isnad.model import EventMention, Interval, Reading, Took

_HEADS = ("title", "subheading", "caption")


def settle(reading: Reading, found: Sequence[Candidate]) -> tuple[list[EventMention], list[Candidate]]:
    """Return the events of an article with the best date and people their tellings give, and what was dropped."""
    groups: list[list[Candidate]] = []
    for c in sorted(found, key=lambda c: (not c.dated, not c.firm, c.part in _HEADS, c.sentence)):
        home = next((g for g in groups if any(_same(reading, c, o) for o in g)), None)
        if home is None:
            groups.append([c])
        else:
            home.append(c)
    kept: list[EventMention] = []
    dropped: list[Candidate] = []
    previous: dict[int, Interval] = {}
    for g in sorted(groups, key=lambda g: min(c.sentence for c in g)):
        if not _stands(g):
            dropped += g
            continue
        date = _date(reading, g, previous)
        if date is not None:
            for c in g:
                previous.setdefault(c.sentence, date)
        people = _people(reading, g)
        for c in g:
            kept.append(replace(c.mention, date=date, participants=people, place=_place(g, c)))
    return sorted(kept, key=lambda e: e.trigger.start), dropped


def _families(kind: str) -> frozenset[str]:
    return frozenset({kind}.union(*(f for f in table("shared", "kinds")["families"] if kind in f)))


def _same(reading: Reading, a: Candidate, b: Candidate) -> bool:
    """True when two tellings of one article can only be of one event."""
    x, y = a.mention, b.mention
    if x.kind != y.kind or {x.status, y.status} == {"happened", "planned"}:
        return False
    if x.date is not None and y.date is not None and not x.date.meets(y.date):
        return False
    if "denied" in (x.status, y.status) and x.status != y.status:
        return False
    mine, theirs = _names(reading, x, "person"), _names(reading, y, "person")
    if mine and theirs:
        return mine <= theirs or theirs <= mine
    bodies = _names(reading, x, "") & _names(reading, y, "")
    return (
        bool(bodies) or not (_names(reading, x, "") and _names(reading, y, "")) or a.part in _HEADS or b.part in _HEADS
    )


def _names(reading: Reading, event: EventMention, kind: str) -> frozenset[str]:
    """The names of an event's participants, a surname standing for the whole; all kinds when none is asked for."""
    found = set()
    for t in event.participants:
        for i in reading.mentions[t.mention].refers or (t.mention,):
            m = reading.mentions[i]
            if not kind or m.kind == kind:
                found.add(m.text.split()[-1].casefold() if m.kind == "person" else (m.key or m.text).casefold())
    return frozenset(found)


def _stands(g: Sequence[Candidate]) -> bool:
    """A group stands when one of its tellings does by itself and is no mere heading, or is dated."""
    return any((c.firm or c.dated) and (c.part not in ("caption", "subheading")) for c in g)


def _date(reading: Reading, g: Sequence[Candidate], previous: dict[int, Interval]) -> Interval | None:
    dates = [c.mention.date for c in g if c.mention.date is not None]
    if dates:
        return min(dates, key=lambda d: d.days)
    first = min(g, key=lambda c: (c.part in _HEADS, c.sentence))
    before = [s for s in previous if s <= first.sentence and first.sentence - s <= 3]
    if first.follows and before and first.mention.status != "planned":
        day = previous[max(before)]
        return Interval(day.start, day.end, day.precision, "the day of the event told just before", day.cites)
    return page_day(reading.article.published, first.mention.status)


def _people(reading: Reading, g: Sequence[Candidate]) -> tuple[Took, ...]:
    """Everybody any telling names, each mention once, the fullest telling's role first."""
    found: dict[str, Took] = {}
    for c in sorted(g, key=lambda c: -len(c.mention.participants)):
        for t in c.mention.participants:
            m = reading.mentions[t.mention]
            found.setdefault(f"{m.kind}:{m.text.casefold()}", t)
    return tuple(found.values())


def _place(g: Sequence[Candidate], c: Candidate) -> int | None:
    if c.mention.place is not None:
        return c.mention.place
    return next((o.mention.place for o in g if o.mention.place is not None), None)
