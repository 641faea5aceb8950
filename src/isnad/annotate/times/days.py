"""Arithmetic of days: months, weeks, seasons, feasts, and the year or week that a partial date means."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from isnad.languages.calendar import valid

Days = tuple[date, date]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month; months beyond 1–12 run into the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(year: int, years: int = 1) -> Days:
    """Return the first and last day of a year or of several."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def real(year: int, month: int, day: int) -> bool:
    """True when there is such a day in the years that a page may tell of, from 1000 on."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1000 <= year <= 2099


def week_days(day: date, weeks: int = 0) -> Days:
    """Return Monday and Sunday of the week some weeks from a day's."""
    monday = day - timedelta(day.weekday()) + timedelta(7 * weeks)
    return monday, monday + timedelta(6)


def portion(days: Days, part: str | None) -> Days:
    """Return the early, middle or late part of a month (thirds), a year (quarters) or any stretch (thirds)."""
    start, end = days
    if part is None:
        return days
    length = (end - start).days + 1
    if 28 <= length <= 31 and start.day == 1:
        first, last = THIRDS[part]
        return start.replace(day=first), start.replace(day=min(last, end.day))
    if length >= 365 and length <= 366 and start.month == 1:
        months = YEAR_PARTS[part]
        return date(start.year, months[0], 1), month_days(start.year, months[1])[1]
    if length == 7:
        at, long = {"early": (0, 3), "mid": (1, 3), "late": (4, 3)}[part]
        return start + timedelta(at), start + timedelta(at + long - 1)
    third = max(1, length // 3)
    at = {"early": 0, "mid": third, "late": length - third}[part]
    return start + timedelta(at), start + timedelta(at + third - 1)


def season_days(name: str, year: int) -> Days:
    """Return a northern season by whole months; the winter of a year begins in its December."""
    first, last = SEASONS[name]
    return date(year, first, 1), month_days(year + (last < first), last)[1]


def season_near(name: str, day: date, turn: int | None) -> Days:
    """Return the season that "last", "this" or "next" means on a day; without a word the one going on or nearest."""
    near = sorted((season_days(name, y) for y in range(day.year - 3, day.year + 4)), key=lambda s: s[0])
    if turn is not None and turn < 0:
        return [s for s in near if s[1] < day][turn]
    if turn:
        return [s for s in near if s[0] > day][turn - 1]
    return min(
        near,
        key=lambda s: max((s[0] - day).days, (day - s[1]).days, 0) + (40 if s[0] > day and s[0].year > day.year else 0),
    )


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last when it has no such day."""
    start, end = month_days(day.year, day.month + months)
    return start.replace(day=min(day.day, end.day))


def year_for(month: int, day: int, here: date, lean: int, weekday: int | None = None) -> int | None:
    """Return the year that brings a day and month nearest to a page's date.

    A printed weekday must fit, when any near year fits it. ``lean`` is 1 in a clause that looks ahead; else the past is
    preferred, though a day some weeks ahead is nearer than one eleven months back, unless the clause looks back (−1).
    """
    years = [y for y in range(here.year - 4, here.year + 5) if valid(y, month, day)]
    fits = [y for y in years if weekday is not None and date(y, month, day).weekday() == weekday]
    near = [y for y in fits if abs(y - here.year) <= 1]

    def far(y: int) -> float:
        apart = (date(y, month, day) - here).days
        if lean > 0:
            return apart if apart >= -1 else -apart + 240
        return -apart if apart <= 1 else apart * (1.5 if lean == 0 else 6)

    return min(near or years, key=far, default=None)


SOON = 2
"""Months ahead that a month named without direction may lie."""


def month_year(month: int, here: date, lean: int, turn: int | None) -> int:
    """Return the year a month alone means: the last one, this month included, or the next when the clause looks ahead.

    Where nothing says which way, a month that is at most two away is the one to come: last year's would be called that.
    """
    if turn == 0:
        return here.year
    if turn is not None and turn > 0:
        return here.year + (month <= here.month) + turn - 1
    if turn is not None and turn < 0:
        return here.year - (month >= here.month) + turn + 1
    if lean == 0 and 1 <= (month - here.month) % 12 <= SOON:
        lean = 1
    if lean > 0:
        return here.year if month >= here.month else here.year + 1
    return here.year if month <= here.month else here.year - 1


def weekday_near(weekday: int, here: date, lean: int, turn: int | None = None) -> date:
    """Return the day of that name: the last one, today included; the next one when the clause looks ahead."""
    back = (here.weekday() - weekday) % 7
    ahead = (weekday - here.weekday()) % 7
    if turn is not None and turn > 0:
        # "Next Wednesday" on a Tuesday is not tomorrow, which has a word of its own.
        return here + timedelta((ahead if ahead > 1 else ahead + 7) + 7 * (turn - 1))
    if turn is not None and turn < 0:
        return here - timedelta((back or 7) - 7 * (turn + 1))
    return here + timedelta(ahead) if lean > 0 else here - timedelta(back)


def nth_weekday(days: Days, weekday: int, nth: int) -> date | None:
    """Return the first, second, … or (−1) last, (−2) last but one day of that name within a stretch."""
    first = days[0] + timedelta((weekday - days[0].weekday()) % 7)
    last = days[1] - timedelta((days[1].weekday() - weekday) % 7)
    found = last + timedelta(7 * (nth + 1)) if nth < 0 else first + timedelta(7 * (nth - 1))
    return found if days[0] <= found <= days[1] else None


def nth_week(days: Days, nth: int) -> Days:
    """Return the first, second, … or last week of a month or year: the week whose Thursday is in it (ISO 8601)."""
    thursday = nth_weekday(days, 3, nth) or days[0]
    return week_days(thursday)


def easter(year: int) -> date:
    """Return Easter Sunday (Meeus, Jones and Butcher's algorithm for the Gregorian calendar)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> date | None:
    """Return the day of a feast in a year.

    ``12-25`` a day · ``easter 39`` days from Easter · ``nth 11 4 3 1`` the fourth Thursday of November and a day ·
    ``hijri 10-1`` a day of the Islamic calendar (Umm al-Qura), the first that falls in the year.
    """
    kind, _, rest = rule.partition(" ")
    if kind == "easter":
        return easter(year) + timedelta(int(rest))
    if kind == "nth":
        month, nth, weekday, *more = map(int, rest.split())
        found = nth_weekday(month_days(year, month), weekday, nth)
        return found + timedelta(more[0]) if found and more else found
    if kind == "hijri":
        month, day = map(int, rest.split("-"))
        return next((g for h in hijri_years(year) if (g := from_hijri(h, month, day)) and g.year == year), None)
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def hijri_years(year: int) -> range:
    """Return the Islamic years that a Gregorian year may touch."""
    near = round((year - 622) * 33 / 32)
    return range(near - 1, near + 3)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri one by the Umm al-Qura calendar; ``None`` beyond its tables (1343–1500)."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Days | None:
    """Return the first and last day of a Hijri month."""
    first = from_hijri(year, month, 1)
    after = from_hijri(year + month // 12, month % 12 + 1, 1)
    return (first, after - timedelta(1)) if first and after else None
