"""From what the words say to days: the page's own date decides the year, the week and the direction."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from isnad.annotate.times.grammar import Found
from isnad.languages.calendar import CalendarDate, valid
from isnad.model.base import Interval, Precision

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
NEAR = 7
"""Days a page's own date may be uncertain by and still anchor relative words."""


def month_span(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


class Anchor:
    """The page's date, from which relative words count; ``None`` when unknown or too vague."""

    def __init__(self, published: Interval | None) -> None:
        vague = published is None or published.days > NEAR
        self.day: date | None = None if vague or published is None else published.start
        self.shown = f"the page’s date {self.day}" if self.day else "a page without date"

    def interval(self, f: Found, words: str) -> Interval | None:
        """Return the days an expression means, ``None`` when it counts from an unknown day."""
        try:
            return self._interval(f, words)
        except (ValueError, OverflowError):
            return None

    def _interval(self, f: Found, words: str) -> Interval | None:
        if f.calendar is not None:
            return self._calendar(f.calendar, f, words)
        if f.quarter is not None:
            return self._quarter(f, words)
        if f.month is not None:
            return self._month(f, words)
        if f.season is not None:
            return self._season(f, words)
        if f.year is not None:
            start, end = self._portion(date(f.year, 1, 1), date(f.year, 12, 31), f.part)
            return _made(start, end, "year" if f.part is None else "about", f"printed: ‘{words}’")
        if self.day is None:
            return None
        basis = f"‘{words}’ counted from {self.shown}"
        if f.shift is not None:
            return self._shift(f.shift, f.modifier, basis)
        if f.weekday is not None:
            return _made(*2 * (self._weekday(f, self.day),), "day", basis)
        return None

    def _calendar(self, d: CalendarDate, f: Found, words: str) -> Interval | None:
        if d.hijri:
            return _hijri(d, words)
        if d.year is not None:
            if d.day is None:
                return _made(*month_span(d.year, d.month or 1), "month", f"printed: ‘{words}’")
            start = date(d.year, d.month or 1, d.day)
            end = date(d.to_year or d.year, d.to_month or d.month or 1, d.to_day) if d.to_day else start
            if end < start:
                start = date(d.year - 1, d.month or 1, d.day)
            return _made(start, end, "day" if start == end else "range", f"printed: ‘{words}’")
        if self.day is None or d.day is None or d.month is None:
            return None
        year = self._year_of(d.month, d.day, f.future, d.weekday)
        start = date(year, d.month, d.day)
        end = date(year, d.to_month or d.month, d.to_day) if d.to_day else start
        if end < start:
            end = date(year + 1, end.month, end.day)
        return _made(start, end, "day" if start == end else "range", f"‘{words}’, the year from {self.shown}")

    def _year_of(self, month: int, day: int, future: bool, weekday: int | None) -> int:
        """The year that brings a day and month nearest to the page; the weekday, when printed, must fit."""
        assert self.day is not None
        years = [y for y in range(self.day.year - 2, self.day.year + 3) if valid(y, month, day)]
        fits = [y for y in years if weekday is not None and date(y, month, day).weekday() == weekday]
        pool = fits or years

        here = self.day

        def far(y: int) -> int:
            apart = (date(y, month, day) - here).days
            return abs(apart) + (120 if (apart > 1) != future and apart != 0 else 0)

        return min(pool, key=lambda y: (far(y), y))

    def _month(self, f: Found, words: str) -> Interval | None:
        assert f.month is not None
        if f.year is not None:
            year = f.year
            basis = f"printed: ‘{words}’"
        elif self.day is None:
            return None
        else:
            year = self._month_year(f.month, f)
            basis = f"‘{words}’, the year from {self.shown}"
        start, end = self._portion(*month_span(year, f.month), f.part)
        return _made(start, end, "month" if f.part is None else "about", basis)

    def _month_year(self, month: int, f: Found) -> int:
        assert self.day is not None
        ahead = f.turn == 1 or (f.future and f.turn is None)
        if f.turn == 0:
            return self.day.year
        if ahead:
            return (
                self.day.year
                if (month >= self.day.month and f.turn != 1) or month > self.day.month
                else self.day.year + 1
            )
        if f.turn == -1:
            return self.day.year if month < self.day.month else self.day.year - 1
        return self.day.year if month <= self.day.month else self.day.year - 1

    @staticmethod
    def _portion(start: date, end: date, part: str | None) -> tuple[date, date]:
        """The first, middle or last third of a month or a year."""
        if part is None:
            return start, end
        if (end - start).days < 40:
            cut = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day)}[part]
            return start.replace(day=cut[0]), start.replace(day=cut[1])
        months = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
        return date(start.year, months[0], 1), month_span(start.year, months[1])[1]

    def _season(self, f: Found, words: str) -> Interval | None:
        first, last = _SEASONS[f.season or "summer"]
        year = f.year
        if year is None:
            if self.day is None:
                return None
            year = self.day.year
            if f.turn == -1 and month_span(year, last)[1] >= self.day:
                year -= 1
            if f.turn == 1 and date(year, first, 1) <= self.day:
                year += 1
        end_year = year + 1 if last < first else year
        return _made(date(year, first, 1), month_span(end_year, last)[1], "season", f"‘{words}’ as a season")

    def _quarter(self, f: Found, words: str) -> Interval | None:
        assert f.quarter is not None
        kind, n = f.quarter
        year = f.year if f.year is not None else self.day.year + (f.turn or 0) if self.day else None
        if year is None:
            return None
        length = 3 if kind == "q" else 6
        n = min(n, 12 // length)
        return _made(
            date(year, (n - 1) * length + 1, 1), month_span(year, n * length)[1], "range", f"‘{words}’ as months"
        )

    def _weekday(self, f: Found, anchor: date) -> date:
        """The day of that name: the last one, today included; the next one when the sentence looks ahead."""
        assert f.weekday is not None
        back = (anchor.weekday() - f.weekday) % 7
        if f.turn == 1:
            return anchor + timedelta((f.weekday - anchor.weekday()) % 7 or 7)
        if f.turn == -1:
            return anchor - timedelta(back or 7)
        if f.future and f.turn is None and back:
            return anchor + timedelta((f.weekday - anchor.weekday()) % 7)
        return anchor - timedelta(back)

    def _shift(self, shift: tuple[str, int], modifier: str | None, basis: str) -> Interval:
        assert self.day is not None
        unit, n = shift
        day = self.day
        if unit == "day":
            there = day + timedelta(n)
            if abs(n) > 3 or modifier == "about":
                return _made(there - timedelta(1), there + timedelta(1), "about", basis)
            return _made(there, there, "day", basis)
        if unit == "week":
            monday = day - timedelta(day.weekday()) + timedelta(7 * n)
            return _made(monday, monday + timedelta(6), "range", basis)
        if unit == "weekend":
            saturday = day - timedelta((day.weekday() - 5) % 7) + timedelta(7 * (n + (0 if n else day.weekday() < 5)))
            if n < 0:
                saturday = day - timedelta((day.weekday() - 5) % 7 or 7)
            return _made(saturday, saturday + timedelta(1), "range", basis)
        if unit == "month":
            months = day.year * 12 + day.month - 1 + n
            return _made(*month_span(months // 12, months % 12 + 1), "month", basis)
        if unit == "yearend":
            return _made(date(day.year, 10, 1), date(day.year, 12, 31), "about", basis)
        if unit == "quarter":
            months = day.year * 4 + (day.month - 1) // 3 + n
            return _made(
                date(months // 4, months % 4 * 3 + 1, 1), month_span(months // 4, months % 4 * 3 + 3)[1], "range", basis
            )
        return _made(date(day.year + n, 1, 1), date(day.year + n, 12, 31), "year", basis)


def _made(start: date, end: date, precision: Precision, basis: str) -> Interval:
    return Interval(start, end, precision, basis)


def _hijri(d: CalendarDate, words: str) -> Interval | None:
    """A Hijri date by the Umm al-Qura calendar, give or take the day that sighting may differ by."""
    from hijridate import Hijri

    there = Hijri(d.year or 1400, d.month or 1, d.day or 1).to_gregorian()
    day = date(there.year, there.month, there.day)
    return Interval(day - timedelta(1), day + timedelta(1), "about", f"‘{words}’ by the Umm al-Qura calendar")
