"""Where something took place that is told of one scene with what came before it: the fine behind the verdict, the arrests at the march."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from isnad.annotate.events.bridging import country
from isnad.annotate.events.candidate import Candidate
from isnad.languages import table
from isnad.model import Interval, Reading

NEAR = 2
"""Sentences behind a telling within which its scene goes on; a court's goes on as long as its day does."""


class Scene(Protocol):
    """What was told before: its tellings, its day and its place."""

    @property
    def tellings(self) -> Sequence[Candidate]:
        """The tellings."""

    @property
    def date(self) -> Interval | None:
        """The day."""

    @property
    def place(self) -> int | None:
        """The mention of the place."""


def scene(reading: Reading, g: Sequence[Candidate], date: Interval | None, told: Sequence[Scene]) -> int | None:
    """Return the mention of the place of the scene that an event without one belongs to, ``None`` when it belongs to none.

    The scene is what was told last, on the very same day, of a kind that goes with this one; what anybody says has none.
    """
    first = min(g, key=lambda c: c.sentence)
    if first.mention.status != "happened" or first.mention.background:
        return None
    if date is None:
        return _told_on(first, told, reading)
    if date.days > 1:
        return None
    found: tuple[int, int] | None = None
    for t in told:
        if t.place is None or country(reading.mentions[t.place]):
            continue
        for o in t.tellings:
            if not _one_day(t, date) and not _rescued(o, first, t, date):
                continue
            gap = first.sentence - o.sentence
            far = 99 if (first.mention.kind, o.mention.kind) in _lasting() else NEAR
            if not 0 <= gap <= far or o.bare:
                continue
            if (o.mention.kind, first.mention.kind) not in _pairs() and not _both_there(o, first):
                continue
            if first.mention.kind in _SOCIAL and not _share(reading, o, first):
                continue
            found = (gap, t.place) if found is None or gap < found[0] else found
    return None if found is None else found[1]


def _told_on(c: Candidate, told: Sequence[Scene], reading: Reading) -> int | None:
    """The place of what the sentence before tells, for what has no day and goes on with it: "blocked the bridge. *Police arrested two*"."""
    if c.mention.date is not None or c.turned or c.part in _HEADS:
        return None
    for t in reversed(told):
        if t.place is None or country(reading.mentions[t.place]):
            continue
        for o in t.tellings:
            if o.sentence == c.sentence - 1 and o.part == c.part and not o.bare and o.mention.status == "happened":
                if (o.mention.kind, c.mention.kind) in _pairs() and c.mention.kind not in _SOCIAL:
                    return t.place
    return None


_HEADS = ("title", "subheading", "caption")


def _one_day(t: Scene, date: Interval) -> bool:
    return t.date is not None and (t.date.start, t.date.end) == (date.start, date.end)


def _rescued(o: Candidate, c: Candidate, t: Scene, date: Interval) -> bool:
    """True for help within days of a disaster: "two were pulled out *on Tuesday*"."""
    if (o.mention.kind, c.mention.kind) != ("disaster", "aid") or t.date is None:
        return False
    return 0 <= (date.start - t.date.end).days <= AFTERMATH


AFTERMATH = 7
"""Days behind a disaster within which help is given where it was."""
_SOCIAL = frozenset({"meeting", "gathering", "signing", "visit"})
"""Kinds that go on elsewhere unless the same people take part."""


def _both_there(o: Candidate, c: Candidate) -> bool:
    """True for two things that take place, neither of them said, decided or judged somewhere else: a march and the bus that was burnt."""
    away = table("shared", "kinds")["away"]
    return o.mention.kind not in away and c.mention.kind not in away


def _share(reading: Reading, o: Candidate, c: Candidate) -> bool:
    """True when both tell of one and the same person or body, as the printed forms have it."""
    mine, theirs = (
        {reading.mentions[t.mention].text.split()[-1].casefold() for t in x.mention.participants} for x in (o, c)
    )
    return bool(mine & theirs)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Kinds that make one scene, the one told first and the one that follows it."""
    rows = table("shared", "kinds")["scenes"]
    return frozenset((row[0], k) for row in rows for k in row[1:])


@cache
def _lasting() -> frozenset[tuple[str, str]]:
    return frozenset((k, o) for k in ("court", "sanction") for o in ("court", "sanction"))
