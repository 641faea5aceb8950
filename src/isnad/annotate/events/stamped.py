"""Flashes: lines that begin with an hour ("15 OCT 18:52 | HARGEISA. House passes the bill"), whose day is that of what they tell, in the present
too, and whose town is where that was."""

from __future__ import annotations

import re

from isnad.model import Interval, Reading, Span

BEGINS = 28
"""Characters in which a line's stamp stands."""
_STAMP = re.compile(
    r"[\W_]*(?:\d{1,2}[ /.-]\w{1,9}\.?(?:[ /.-]\d{2,4})?[ ,]*[-–|]?\s*)?\d{1,2}(?::|h|\.)\d{2}\b(?! ?(?:%|km|million|m\b))"
)


def stamped(reading: Reading, sentence: Span) -> Interval | None:
    """Return the day printed where a sentence's line begins, when an hour stands there too; ``None`` for a day to come and for other lines.

    An hour alone is as often that of a programme ("10:00 The minister opens the fair").
    """
    text, published = reading.article.text, reading.article.published
    start = text.rfind("\n", 0, sentence.start) + 1
    found = _STAMP.match(text, start, start + BEGINS)
    if found is None or published is None:
        return None
    days = (t.interval for t in reading.times if t.kind == "date" and start <= t.start < found.end() and t.interval)
    return next((d for d in days if d.days == 1 and d.end <= published.end), None)


_BEFORE = re.compile(r"[\s|/*•·,:–—-]*")
_BEHIND = re.compile(r"\s?[:.|–—-]|\s?\([^)\n]{2,30}\)\s?[:.|–—-]")
"""What closes the town of a flash; an agency may stand in between."""


def town_of_line(reading: Reading, sentence: Span) -> int | None:
    """Return the place that stands right behind the hour with which a sentence's line begins: "18:52 | *HARGEISA*. House passes"; else ``None``."""
    text = reading.article.text
    start = text.rfind("\n", 0, sentence.start) + 1
    found = _STAMP.match(text, start, start + BEGINS)
    if found is None:
        return None
    gap = _BEFORE.match(text, found.end())
    at = found.end() if gap is None else gap.end()
    here = (i for i, m in enumerate(reading.mentions) if m.kind == "place" and m.start == at)
    return next((i for i in here if _BEHIND.match(text, reading.mentions[i].end)), None)
