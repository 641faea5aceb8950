"""Activity over time: pages published and events told, in columns of a day, a week or a month as the span of the story asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from markupsafe import Markup
from msgspec import Struct

from isnad.export.words import date_words
from isnad.model import Dossier, Interval
from isnad.web import charts

DAYS, WEEKS = 62, 550
"""Longest span, in days, that is drawn in columns of a day (two months) and of a week (a year and a half)."""
WIDEST = 31
"""Days among which the day of a thing may lie for it to be counted at all."""
ENOUGH = 0.75
"""Share of the things that must be known to a column's width, else columns are wider: months stay months."""


class Step(Struct, frozen=True):
    """How wide a column is."""

    name: str
    most: int
    """Days of the widest column."""
    starts: Callable[[date], date]
    """A day → the first day of its column."""

    def column(self, day: date) -> Interval:
        """Return the days of the column that a day lies in."""
        first = self.starts(day)
        return Interval(first, self.starts(first + timedelta(self.most)) - timedelta(1), "day", self.name)


DAY = Step("day", 1, lambda day: day)
WEEK = Step("week", 7, lambda day: day - timedelta(day.weekday()))  # ISO 8601: weeks begin on Monday
MONTH = Step("month", 31, lambda day: day.replace(day=1))


def step_of(days: Iterable[Interval], first: date, last: date) -> Step:
    """Return how wide columns are: by the span, and no narrower than most of the days are known."""
    span = (last - first).days + 1
    known = [d.days for d in days]
    fitting = [s for s, longest in ((DAY, DAYS), (WEEK, WEEKS)) if span <= longest]
    return next((s for s in fitting if sum(n <= s.most for n in known) >= ENOUGH * len(known)), MONTH)


def activity(
    dossier: Dossier,
    language: str,
    months: tuple[str, ...],
    label: str,
    say: Callable[[str, int, int], str],
    href: Callable[[date, date], str],
) -> Markup:
    """Return the drawing, mirrored for Arabic; nothing when nothing is dated.

    ``say`` puts a column in words (its days, pages, events), ``href`` is where it leads. What is not known to a column's width is left out:
    in a column of one day it would claim a day that nobody gave.
    """
    published = [a.published for a in dossier.articles if a.published and _counts(a.published)]
    told = [e.date for e in dossier.events if e.date and _counts(e.date)]
    found = charts.bounds((d.start, d.end) for d in (*published, *told))
    if found is None:
        return Markup()
    step = step_of((*published, *told), *found)
    found = charts.bounds((d.start, d.end) for d in (*published, *told) if d.days <= step.most) or found
    scale = charts.Scale(step.starts(found[0]), step.column(found[1]).end, language == "ar", months)
    up, down = (
        Counter(step.column(d.start) for d in days if d.days <= step.most and scale.first <= d.start <= scale.last)
        for days in (published, told)
    )
    bars = [
        charts.Bar(x.start, x.end, up[x], down[x], say(date_words(x, language), up[x], down[x]), href(x.start, x.end))
        for x in sorted({*up, *down}, key=lambda x: x.start)
    ]
    return charts.bars(bars, scale, label)


def _counts(day: Interval) -> bool:
    """True for what is known to a month, and not beyond the calendar's end, where no column would fit."""
    return day.days <= WIDEST and day.end.year < date.max.year
