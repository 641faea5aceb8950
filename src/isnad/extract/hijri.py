"""A page dated by the Islamic calendar alone: its day by the Umm al-Qura calendar, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from isnad.extract.blocks import Block
from isnad.extract.datelines import hijri_line
from isnad.languages.calendar import CalendarDate
from isnad.model import Citation, DateCandidate, Interval
from isnad.model.reading import PartKind

NEAR_TITLE, BEHIND = 3, 4
"""Lines above the title, and behind the text, on which a date is the article's."""


def by_hijri(
    blocks: Sequence[Block], kinds: Sequence[PartKind], title: int | None, captured: date | None
) -> DateCandidate | None:
    """Return the date of a page whose only date line is a Hijri one; ``None`` when there is none or it is not real.

    Months begin with the sighting of the moon, a day apart from country to country: with its weekday named the day is certain,
    without it an interval of a day to either side. The day by the Umm al-Qura calendar is from the ``hijridate`` library.
    """
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    if not own:
        return None
    first = (title if title is not None else own[0]) - NEAR_TITLE
    for i in range(max(0, first), min(len(blocks), own[-1] + BEHIND + 1)):
        b = blocks[i]
        if kinds[i] in ("body", "lead", "related", "title", "caption") or (found := hijri_line(b.text)) is None:
            continue
        day = _common(found)
        if day is None or (captured is not None and day > captured + timedelta(2)):
            continue
        words = b.text[found.start : found.end]
        near = [day + timedelta(n) for n in (0, -1, 1)]
        named = next((x for x in near if x.weekday() == found.weekday), None)
        start, end = (named, named) if named else (near[1], near[2])
        why = f"‘{words}’ by the Umm al-Qura calendar" + (
            "; its weekday tells the day" if named else "; sightings of the moon differ by a day"
        )
        cite = Citation("", b.start + found.start, b.start + found.end)
        interval = Interval(start, end, "day" if named else "range", why, (cite,))
        return DateCandidate("printed", interval, why, True, why)
    return None


def _common(d: CalendarDate) -> date | None:
    from hijridate import Hijri

    try:
        found = Hijri(d.year or 0, d.month or 0, d.day or 0).to_gregorian()
    except (ValueError, OverflowError):  # outside the years that the calendar is tabled for, or no such day
        return None
    return date(
        found.year, found.month, found.day
    )  # the library's own days are no plain dates, which nothing else takes
