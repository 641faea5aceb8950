"""Flashes: lines that begin with an hour ("15 OCT 18:52 | HARGEISA. House passes the bill"), whose day is that of what they tell, in the present too."""

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
