"""Rules for days told by number: full and partial dates, in digits too, ranges and lists of days, "the week of 10 April"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import month_days, nth_weekday, real, week_days, year_for
from isnad.annotate.times.digits import EITHER
from isnad.annotate.times.rules import Got, How, Meant, Rule, When
from isnad.languages.calendar import valid

LONGEST = 3700
"""Days of the longest range between two printed days that is taken for one."""
DUAL = r"(?P<dual>[/(\-]a?M\)?)?"
"""A month's other name: «آذار/مارس», «كانون الثاني (يناير)»."""
YEAR = r"(?:[,/\-]?[oP]*a*A?(?P<y>Y)(?!-?[DKHAI]))?"
OF = r"(?:[\-/]|[oF]?a?(?:H[oF]?)?)"
TURN = r"(?P<turn>[pft])?"
TIME = r"(?:,?(?:[PoaF]*w|[Porq]*a?c))?"
WD = r"(?:(?:wo?a*)?(?:D(?<!d))?(?P<wd>W)[,(]?a*D?a*\)?)?"
DAY = r"(?:D(?!a?D))?(?P<d>[nO])"


def day_month_year(
    got: Got, when: When, d: str = "d", m: str = "m", y: str = "y", wd: str | None = "wd"
) -> date | None:
    """Return the day that day, month and perhaps year and weekday name; the year from the page when it is missing."""
    day, month = got.value(d, "nO"), got.value(m, "M")
    if day is None or month is None or not 1 <= day <= 31:
        return None
    year = got.value(y, "Y") if y and got.has(y) else None
    if year is None:
        year = _missing_year(got, when, month, day, got.value(wd, "W") if wd else None)
    return date(year, month, day) if year is not None and real(year, month, day) else None


def _missing_year(got: Got, when: When, month: int, day: int, weekday: int | None) -> int | None:
    turn = got.turn("turn") if "turn" in got.match.re.groupindex else None
    if turn and weekday is None and _of_a_noun(got):
        turn = None
    if turn is None and weekday is None and when.year is not None:
        return when.year
    if not valid(2024, month, day):
        return None
    if turn:
        # "signed on 3 March 2021, in force on 1 May following": of the story, where it has told a day.
        here = when.story.start if got.told("turn") and when.story is not None else when.here
        years = [y for y in range(here.year - 2, here.year + 3) if valid(y, month, day)]
        past = [y for y in years if date(y, month, day) <= here]
        ahead = [y for y in years if date(y, month, day) >= here]
        return (past[-1] if turn < 0 else ahead[0]) if (past if turn < 0 else ahead) else None
    return year_for(month, day, when.here, when.lean, weekday)


def _of_a_noun(got: Got) -> bool:
    """True for "former" before a day, which is the noun's: «محاكمة المحافظ *السابق* يوم 2 أبريل»."""
    turn, day = got.word("turn"), got.word("d")
    before = turn is not None and day is not None and turn.start < day.start
    return before and got.value("turn", "pft") == "preceding"


def how_dated(got: Got, y: str = "y") -> How:
    """Return whether the year is printed or comes from the page."""
    return "printed" if got.has(y) else "year"


def full(got: Got, when: When) -> Meant | None:
    """Read "mardi 7 mars 2021", "7 مارس/آذار 2021", "le 7 mars dernier", "16 يوليو الجاري"."""
    day = day_month_year(got, when)
    if day is None:
        return None
    weekday, number = got.value("wd", "W"), got.word("d")
    if weekday is not None and day.weekday() != weekday and number is not None and "n" not in number.classes:
        # «الثلاثاء الثالث من شهر مايو» is the third Tuesday when the third is no Tuesday.
        third = nth_weekday(month_days(day.year, day.month), weekday, day.day) if day.day <= 5 else None
        day = third or day
    return Meant((day, day), "day", how_dated(got))


def digits(got: Got, when: When) -> Meant | None:
    """Read "20/07/2022", "2022-07-20", "20/7", and "Friday 7/6" in the order that gives a Friday."""
    y, m, d = got.value("x", "X")
    if y == EITHER:
        return _either(m, d, got.value("wd", "W"), when)
    if y is None:
        y = year_for(m, d, when.here, when.lean, got.value("wd", "W"))
        return Meant((date(y, m, d),) * 2, "day", "year") if y else None
    return Meant((date(y, m, d),) * 2, "day", "printed")


def _either(m: int, d: int, weekday: int | None, when: When) -> Meant | None:
    """The order of a day and a month in digits that the weekday before them fits, when only one does."""
    if weekday is None:
        return None
    years = [(y, *md) for md in ((m, d), (d, m)) if (y := year_for(*md, when.here, when.lean, weekday)) is not None]
    near = [day for y, *md in years if abs((day := date(y, *md)) - when.here).days < 200 and day.weekday() == weekday]
    return Meant((near[0], near[0]), "day", "year") if len(near) == 1 else None


def digits_to(got: Got, when: When) -> Meant | None:
    """Read "du 03/05/2021 au 07/05/2021"."""
    (y1, m1, d1), (y2, m2, d2) = got.value("x", "X"), got.value("x2", "X")
    if EITHER in (y1, y2):
        return None
    y2 = y2 or y1 or year_for(m2, d2, when.here, when.lean)
    y1 = y1 or y2
    if not y1 or not y2 or not valid(y1, m1, d1) or not valid(y2, m2, d2):
        return None
    return days_between(date(y1, m1, d1), date(y2, m2, d2), "printed")


def days_of_month(got: Got, when: When) -> Meant | None:
    """Read "les 16 et 17 janvier", "23-24 novembre", "من 3 إلى 5 ماي", "entre el lunes 3 y el 5 de mayo"."""
    last = day_month_year(got, when, wd="wd2")
    first = got.value("d1", "nO")
    if last is None or first is None or not 1 <= first <= 31:
        return None
    if first >= last.day:
        return None
    return days_between(last.replace(day=first), last, how_dated(got))


def day_to_day(got: Got, when: When) -> Meant | None:
    """Read "du 30 novembre au 2 décembre 2021", "from 3 May 2020 to 4 June 2021"."""
    last = day_month_year(got, when, wd=None)
    month, day = got.value("m1", "M"), got.value("d1", "nO")
    if last is None or month is None or day is None:
        return None
    year = got.value("y1", "Y") or (last.year if (month, day) <= (last.month, last.day) else last.year - 1)
    return days_between(date(year, month, day), last, how_dated(got)) if real(year, month, day) else None


def days_between(first: date, last: date, how: How) -> Meant | None:
    """Return the days from one to another, ``None`` when they run backwards or too long."""
    if not first <= last or (last - first).days > LONGEST:
        return None
    return Meant((first, last), "day" if first == last else "range", how)


def day_of_this_month(got: Got, when: When) -> Meant | None:
    """Read "le 12 du mois dernier", "5 من الشهر الجاري", "el 3 del corriente"."""
    turn, day = got.turn("turn"), got.value("d", "nO")
    start, end = month_days(when.here.year, when.here.month + (turn or 0))
    if day is None or not 1 <= day <= end.day:
        return None
    there = start.replace(day=day)
    return Meant((there, there), "day", "counted")


def day_of_that_month(got: Got, when: When) -> Meant | None:
    """Read "le 12 du même mois", "on the 20th of that month", «في 20 منه»: of the month told before."""
    day = got.value("d", "nO")
    if day is None or not 1 <= day <= 31 or (got.value("it", "µ") == "of_it" and not got.has("on")):
        return None
    told = when.told("H")
    if day > month_days(told.year, told.month)[1].day:
        return None
    return Meant((told.replace(day=day),) * 2, "day", "antecedent")


def numbered_day(got: Got, when: When) -> Meant | None:
    """Read "el día 21", «يوم 15»: the nearest day of that number, back or ahead as its clause looks."""
    number, here = got.value("d", "n"), when.here
    if number is None or not 1 <= number <= 31:
        return None
    days = [d for k in range(-31, 32) if (d := here + timedelta(k)).day == number]
    back, ahead = [d for d in days if d <= here], [d for d in days if d >= here]
    if not (ahead if when.lean > 0 else back):
        return None
    day = ahead[0] if when.lean > 0 else back[-1]
    return Meant((day, day), "day", "counted")


def days_of_this_month(got: Got, when: When) -> Meant | None:
    """Read "du 4 au 22 de ce mois", "entre el 4 y el 22 del próximo mes", "من 3 إلى 5 من الشهر الجاري"."""
    first, last = got.value("d1", "nO"), got.value("d", "nO")
    start, end = month_days(when.here.year, when.here.month + (got.turn("turn") or 0))
    if first is None or last is None or not 1 <= first < last <= end.day:
        return None
    return days_between(start.replace(day=first), start.replace(day=last), "counted")


def week_of(got: Got, when: When) -> Meant | None:
    """Read "la semaine du 10 avril", "the week of April 10", "أسبوع 10 أبريل": the week that holds the day."""
    week = got.word("week")
    if week is not None and (week.plural or week.classes.get("dual")):
        return None  # «بعد أسبوعين من 5 مايو» counts
    day = day_month_year(got, when, wd=None)
    return None if day is None else Meant(week_days(day), "range", how_dated(got))


RULES = (
    Rule("full", rf"{WD}(?:(?P<turn>[pft])D?)?{DAY}{OF}(?P<m>M){DUAL}{YEAR}{TURN}(?:oa*A)?{TIME}", full),
    Rule("today, full", rf"(?:t|d,?\(?){WD}{DAY}{OF}(?P<m>M){DUAL}{YEAR}{TURN}{TIME}", full),
    Rule(
        "today, month first",
        rf"(?:t|d,?\(?){WD}(?P<m>M)a?(?P<d>[nO])(?:,?a*(?P<y>Y))?{TURN}{TIME}",
        full,
        "month_first",
    ),
    Rule("month first", rf"{WD}(?P<m>M)[,\-/]?a?(?P<d>[nO])(?:[,\-/]?a*(?P<y>Y))?{TURN}{TIME}", full, "month_first"),
    Rule("year first", r"(?P<y>Y)[,\-/]?(?P<m>M)[,\-/]?(?P<d>n)", full),
    Rule(
        "month first",
        rf"[oFP]*a?(?P<m>M)a?(?P<d1>[nO])(?P<mid>[r&\-])a*(?P<d>[nO])(?P<wd2>W)?(?:,?(?P<y>Y))?{TURN}",
        days_of_month,
        "month_first",
    ),
    Rule(
        "month first",
        r"[oFP]*(?P<m1>M)a?(?P<d1>[nO])(?:,?(?P<y1>Y))?[r&\-]a*(?P<m>M)a?(?P<d>[nO])(?:,?(?P<y>Y))?",
        day_to_day,
        "month_first",
    ),
    Rule("digits", rf"(?:(?P<wd>W)[,(]?a*)?(?P<x>X){TIME}", digits),
    Rule("digits to", r"[oFP]*a*(?P<x>X)[r&\-]a*(?P<x2>X)", digits_to),
    Rule(
        "full to full",
        rf"[oFP]*a*(?P<d1>[nO]){OF}(?P<m1>M){DUAL},?[oP]*a*A?(?P<y1>Y)[r&\-][oFPa]*(?P<d>[nO]){OF}(?P<m>M){DUAL},?[oP]*a*A?(?P<y>Y)",
        day_to_day,
    ),
    Rule(
        "days",
        rf"[oFP]*a*D?(?:W,?a*)?(?P<d1>[nO])(?:[,&]a*(?:W,?a*)?[nO])*[,]?(?P<mid>[r&\-])[oFPa]*D?(?:(?P<wd2>W),?a*)?(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}",
        days_of_month,
    ),
    Rule(
        "day to day",
        rf"[oFP]*a*(?:W,?a*)?(?P<d1>[nO]){OF}(?P<m1>M){DUAL}(?:,?[oP]*a*A?(?P<y1>Y))?,?[r&\-][oFPa]*(?:W,?a*)?(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}",
        day_to_day,
    ),
    Rule(
        "day of this month",
        rf"{WD}D?(?P<d>[nO])[oF]a*(?:H)?a*(?P<turn>[pft])H?(?![DKATCVQZIJ]){TIME}",
        day_of_this_month,
    ),
    Rule("day of that month", rf"(?P<on>[Pru]a*D?|D)?{WD}(?P<d>[nO])(?P<it>µ){TIME}", day_of_that_month),
    Rule(
        "days of this month",
        r"[oFP]*a*(?P<d1>[nO])[r&\-]a*(?P<d>[nO])[oF]?a*H?[oP]?a*(?P<turn>[pft])H?",
        days_of_this_month,
    ),
    Rule("month then day", r"(?P<m>M)a?(?P<d>n)(?:,?o|,)a*A?(?P<y>Y)", full),
    Rule("month, days", r"(?P<m>M)(?P<d1>n)[r\-]a*(?P<d>n)(?![oF]?a?[MHDKAI]|:|N)", days_of_month, "day_number"),
    Rule("numbered day", r"P?a*D(?P<d>n)(?![oF]?a?[MHDKAIJ]|:|N|c|w)", numbered_day, "day_number"),
    Rule("week of", rf"(?P<week>K)[oFPse]+a*(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}", week_of),
    Rule("week of", r"(?P<week>K)[oFPse]+a*(?P<m>M)a?(?P<d>[nO])(?:,?(?P<y>Y))?", week_of, "month_first"),
)
"""``regex`` allows a group's name twice in one pattern; whichever matched is the one asked for."""
__all__ = ["RULES", "days_between", "how_dated"]
