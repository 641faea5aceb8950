"""Rules for days: full and partial dates, ranges and lists of days, weekdays, "yesterday", "the day before"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import (
    easter,
    feast,
    from_hijri,
    hijri_month,
    month_days,
    nth_week,
    nth_weekday,
    week_days,
    weekday_near,
    year_days,
    year_for,
)
from isnad.annotate.times.rules import Got, How, Meant, Needed, Rule, When
from isnad.languages.calendar import valid

RAMADAN = 9
LONGEST = 3700
"""Days of the longest range between two printed days that is taken for one."""
DUAL = r"(?:[/(\-]a?M\)?)?"
YEAR = r"(?:[,/\-]?[oP]*a*A?(?P<y>Y)(?!-?[DKHAI]))?"
OF = r"(?:[\-/]|[oF]?a?(?:H[oF]?)?)"
TURN = r"(?P<turn>[pft])?"
TIME = r"(?:,?(?:[PoaF]*w|[Porq]*a?c))?"
WD = r"(?:(?P<wd>W)[,(]?a*D?a*\)?)?"
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
    return date(year, month, day) if year is not None and valid(year, month, day) else None


def _missing_year(got: Got, when: When, month: int, day: int, weekday: int | None) -> int | None:
    turn = got.turn("turn") if "turn" in got.match.re.groupindex else None
    if turn is None and weekday is None and when.year is not None:
        return when.year
    if not valid(2024, month, day):
        return None
    if turn:
        here = when.here
        years = [y for y in range(here.year - 2, here.year + 3) if valid(y, month, day)]
        past = [y for y in years if date(y, month, day) <= here]
        ahead = [y for y in years if date(y, month, day) >= here]
        return (past[-1] if turn < 0 else ahead[0]) if (past if turn < 0 else ahead) else None
    return year_for(month, day, when.here, when.lean, weekday)


def _how(got: Got, y: str = "y") -> How:
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
    return Meant((day, day), "day", _how(got))


def digits(got: Got, when: When) -> Meant | None:
    """Read "20/07/2022", "2022-07-20", "20/7"."""
    y, m, d = got.value("x", "X")
    if y is None:
        y = year_for(m, d, when.here, when.lean, got.value("wd", "W"))
        return Meant((date(y, m, d),) * 2, "day", "year") if y else None
    return Meant((date(y, m, d),) * 2, "day", "printed")


def digits_to(got: Got, when: When) -> Meant | None:
    """Read "du 03/05/2021 au 07/05/2021"."""
    (y1, m1, d1), (y2, m2, d2) = got.value("x", "X"), got.value("x2", "X")
    y2 = y2 or year_for(m2, d2, when.here, when.lean)
    y1 = y1 or y2
    if not y1 or not y2 or not valid(y1, m1, d1) or not valid(y2, m2, d2):
        return None
    return _range(date(y1, m1, d1), date(y2, m2, d2), "printed")


def days_of_month(got: Got, when: When) -> Meant | None:
    """Read "les 16 et 17 janvier", "23-24 novembre", "من 3 إلى 5 ماي", "entre el lunes 3 y el 5 de mayo"."""
    last = day_month_year(got, when, wd="wd2")
    first = got.value("d1", "nO")
    if last is None or first is None or not 1 <= first <= 31:
        return None
    if first >= last.day:
        return None
    return _range(last.replace(day=first), last, _how(got))


def day_to_day(got: Got, when: When) -> Meant | None:
    """Read "du 30 novembre au 2 décembre 2021", "from 3 May 2020 to 4 June 2021"."""
    last = day_month_year(got, when, wd=None)
    month, day = got.value("m1", "M"), got.value("d1", "nO")
    if last is None or month is None or day is None:
        return None
    year = got.value("y1", "Y") or (last.year if (month, day) <= (last.month, last.day) else last.year - 1)
    return _range(date(year, month, day), last, _how(got)) if valid(year, month, day) else None


def _range(first: date, last: date, how: How) -> Meant | None:
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
    return _range(start.replace(day=first), start.replace(day=last), "counted")


def week_of(got: Got, when: When) -> Meant | None:
    """Read "la semaine du 10 avril", "the week of April 10", "أسبوع 10 أبريل": the week that holds the day."""
    day = day_month_year(got, when, wd=None)
    return None if day is None else Meant(week_days(day), "range", _how(got))


def weekday_and_number(got: Got, when: When) -> Meant | None:
    """Read "mardi 15", "el jueves 8", "Tuesday the 19th": the nearest day of that name and number."""
    here, weekday, number = when.here, got.value("wd", "W"), got.value("d", "nO")
    word = got.word("d")
    if number is None or not 1 <= number <= 31 or (word is not None and "spelled" in word.classes):
        return None
    near = [d for k in range(-200, 201) if (d := here + timedelta(k)).day == number and d.weekday() == weekday]
    if not near:
        return None

    def far(d: date) -> float:
        apart = (d - here).days
        return (apart if apart >= 0 else 150 - apart) if when.lean > 0 else (-apart if apart <= 0 else 1.3 * apart)

    day = min(near, key=far)
    return Meant((day, day), "day", "counted")


def deictic(got: Got, when: When) -> Meant | None:
    """Read "hier", "أمس الثلاثاء", "ce mercredi": the weekday beside it, when it differs by a day, is right."""
    there = when.here + timedelta(got.value("day", "d"))
    weekday = got.value("wd", "W")
    if weekday is not None and there.weekday() != weekday:
        near = [there + timedelta(k) for k in (-1, 1, -2, 2)]
        there = next((d for d in near if d.weekday() == weekday), there)
    return Meant((there, there), "day", "counted")


def weekday(got: Got, when: When) -> Meant | None:
    """Read "mardi", "el pasado lunes", "الثلاثاء المقبل", "next Friday": the clause gives the direction."""
    turn = got.turn("turn0") if got.has("turn0") else got.turn("turn")
    if turn == 0:
        turn = None
    word = got.word("wd")
    assert word is not None
    there = weekday_near(word.classes["W"], when.here, when.lean, turn)
    return Meant((there, there), "day", "counted")


def weekday_of_week(got: Got, when: When) -> Meant | None:
    """Read "lundi de la semaine prochaine", "el lunes de la semana pasada", "Monday of this week"."""
    turn = next((t for n in ("turn0", "turn") if (t := got.turn(n)) is not None), None)
    if turn is None:
        return None
    there = week_days(when.here, turn)[0] + timedelta(got.value("wd", "W"))
    return Meant((there, there), "day", "counted")


def weekdays(got: Got, when: When) -> Meant | None:
    """Read "de lundi à mercredi", "la nuit de mardi à mercredi", "between Monday and Friday"."""
    first_name, last_name = got.value("wd", "W"), got.value("wd2", "W")
    gap = (last_name - first_name) % 7
    if not gap or (got.has("and") and not got.has("from") and gap != 1):
        return None
    last = weekday_near(last_name, when.here, when.lean)
    if when.lean > 0:
        first = weekday_near(first_name, when.here, 1)
        last = first + timedelta(gap)
    return _range(last - timedelta(gap), last, "counted")


def anaphor(got: Got, when: When) -> Meant | None:
    """Read "la veille", "le lendemain", "في اليوم التالي": from the last day named before."""
    if when.last is None or when.last.days != 1:
        raise Needed
    there = when.last.start + timedelta(got.value("day", "y"))
    return Meant((there, there), "day", "antecedent")


def nth_day(got: Got, when: When) -> Meant | None:
    """Read "le premier dimanche de mai", "the last week of September 2014", "الأسبوع الأخير من شهر مارس"."""
    days = stretch(got, when)
    nth = got.value("nth", "O") if got.has("nth") else None
    if got.has("nth") and nth is None:
        nth = -1
    if days is None or nth is None:
        return None
    how = _how(got)
    if got.has("wd"):
        there = nth_weekday(days, got.value("wd", "W"), nth)
        return Meant((there, there), "day", how) if there else None
    if got.has("week"):
        return Meant(nth_week(days, nth), "range", how)
    there = days[1] if nth < 0 else days[0] + timedelta(nth - 1)
    return Meant((there, there), "day", how) if there <= days[1] else None


def stretch(got: Got, when: When) -> tuple[date, date] | None:
    """Return the month or year that a group names: "mai 2021", "2018", "le mois prochain"."""
    year = got.value("y", "Y")
    month = got.value("m", "M")
    turn = got.turn("turn")
    if month is not None:
        if year is None:
            from isnad.annotate.times.days import month_year

            year = when.year or month_year(month, when.here, when.lean, turn)
        return month_days(year, month)
    if year is not None:
        return year_days(year)
    if got.has("unit"):
        unit = got.word("unit")
        assert unit is not None
        if "H" in unit.classes:
            return month_days(when.here.year, when.here.month + (turn or 0))
        return year_days(when.here.year + (turn or 0))
    return None


def hijri(got: Got, when: When) -> Meant | None:
    """Read "10 محرم 1444", "شهر رمضان الماضي", "le 12 rabia al awal 1442"; give or take the day of sighting."""
    month, day = got.value("m", "R"), got.value("d", "nO")
    year = got.value("hy", "N")
    how: How = "calendar"
    # Names of Hijri months are names of men, and صفر is zero: alone only Ramadan counts, after a word that makes it a time.
    if (
        day is None
        and year is None
        and not got.has("month")
        and not (month == RAMADAN and (got.has("cue") or got.has("turn")))
    ):
        return None
    if year is None:
        from isnad.annotate.times.days import hijri_years

        here = when.here
        turn = got.turn("turn") or (1 if when.lean > 0 else 0)
        near = [(h, m) for h in hijri_years(here.year) if (m := hijri_month(h, month)) is not None]
        before = [h for h, m in near if m[0] <= here]
        after = [h for h, m in near if m[1] >= here]
        pool = after[:1] if turn > 0 else before[-1:]
        if not pool:
            return None
        year = pool[0]
    if not isinstance(year, int) or not 1343 <= year <= 1500:
        return None
    if day is None:
        days = hijri_month(year, month)
        return Meant(days, "about", how) if days else None
    there = from_hijri(year, month, day)
    if there is None:
        return None
    return Meant((there - timedelta(1), there + timedelta(1)), "about", how, point=there)


def holiday(got: Got, when: When) -> Meant | None:
    """Read "à Noël", "on Christmas Day 2019", "عيد الفطر الماضي": days the press names without a date."""
    rule = got.value("feast", "h")
    year, turn = got.value("y", "Y"), got.turn("turn")
    if year is not None:
        there = feast(rule, year)
        return Meant((there, there), "day", "printed") if there else None
    here = when.here
    days = sorted(d for y in range(here.year - 1, here.year + 2) if (d := feast(rule, y)) is not None)
    past, ahead = [d for d in days if d <= here], [d for d in days if d >= here]
    if turn == 1 or (turn is None and when.lean > 0):
        there = ahead[0] if ahead else None
    elif turn == -1 and past:
        there = past[-1]
    else:
        there = min(days, key=lambda d: abs((d - here).days))
    return Meant((there, there), "day", "counted") if there else None


RULES = (
    Rule("full", rf"{WD}(?:(?P<turn>[pft])D?)?{DAY}{OF}(?P<m>M){DUAL}{YEAR}{TURN}(?:oa*A)?{TIME}", full),
    Rule("month first", rf"{WD}(?P<m>M),?a?(?P<d>[nO])(?:,?a*(?P<y>Y))?{TURN}{TIME}", full, "month_first"),
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
        rf"[oFP]*a*D?(?:W,?a*)?(?P<d1>[nO])(?:,a*(?:W,?a*)?[nO])*[,]?(?P<mid>[r&\-])[oFPa]*D?(?:(?P<wd2>W),?a*)?(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}",
        days_of_month,
    ),
    Rule(
        "day to day",
        rf"[oFP]*a*(?:W,?a*)?(?P<d1>[nO]){OF}(?P<m1>M){DUAL}(?:,?[oP]*a*A?(?P<y1>Y))?,?[r&\-][oFPa]*(?:W,?a*)?(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}",
        day_to_day,
    ),
    Rule("day of this month", rf"{WD}D?(?P<d>[nO])[oF]a*(?:H)?a*(?P<turn>[pft])H?{TIME}", day_of_this_month),
    Rule(
        "days of this month",
        r"[oFP]*a*(?P<d1>[nO])[r&\-]a*(?P<d>[nO])[oF]?a*H?[oP]?a*(?P<turn>[pft])H?",
        days_of_this_month,
    ),
    Rule("month then day", r"(?P<m>M)a?(?P<d>n)(?:,?o|,)a*A?(?P<y>Y)", full),
    Rule("month, days", r"(?P<m>M)(?P<d1>n)[r\-]a*(?P<d>n)(?![oF]?a?[MHDKAI]|:|N)", days_of_month, "day_number"),
    Rule("numbered day", r"P?a*D(?P<d>n)(?![oF]?a?[MHDKAIJ]|:|N|c|w)", numbered_day, "day_number"),
    Rule("week of", rf"(?P<week>K)[oFP]+a*(?P<d>[nO]){OF}(?P<m>M){DUAL}{YEAR}{TURN}", week_of),
    Rule("week of", r"(?P<week>K)[oFP]+a*(?P<m>M)a?(?P<d>[nO])(?:,?(?P<y>Y))?", week_of, "month_first"),
    Rule("weekday and number", rf"(?P<wd>W),?[Pa]*D?(?P<d>[nO])(?![oF]?a?[MHDKAITCJ]|:|N){TIME}", weekday_and_number),
    Rule("yesterday", rf"(?P<day>d)(?![pO])(?:,?[(]?(?:ta*)?D?(?P<wd>W)\)?)?{TIME}", deictic),
    Rule("weekday, yesterday", rf"(?P<wd>W),?\(?(?P<day>d)\)?{TIME}", deictic),
    Rule("weekday", rf"(?:wo?a*)?(?P<turn0>[pft])?D?(?P<wd>W)(?P<turn>[pft])?{TIME}", weekday),
    Rule(
        "weekday of week",
        r"(?P<wd>W),?[oFP]*a*(?:(?P<turn0>[pft])K|K(?P<turn>[pft]))|(?:(?P<turn0>[pft])K|K(?P<turn>[pft])),?[oFPa]*D?(?P<wd>W)",
        weekday_of_week,
    ),
    Rule("weekdays", r"(?P<from>[oFP]*a*w?[oF]+)?a*(?P<wd>W)w?(?:(?P<and>&)|[r\-])[oFPa]*(?P<wd2>W)(?:w)?", weekdays),
    Rule("the day before", rf"(?P<day>y){TIME}", anaphor),
    Rule(
        "nth of month",
        rf"(?:(?P<nth>[Op])(?:(?P<wd>W)|(?P<week>K)|D)|(?:(?P<wd>W)|(?P<week>K)|D)(?P<nth>[Op]))[oFP]*a*(?:H?[oF]?(?P<m>M){DUAL}{YEAR}{TURN}|A?(?P<y>Y)|(?P<unit>[HA])(?P<turn>[pft])?|(?P<turn>[pft])(?P<unit>[HA]))",
        nth_day,
    ),
    Rule(
        "hijri",
        r"(?:(?P<d>[nO])[oF]?H?[oF]?|(?P<cue>P)?a*(?P<month>H)?[oF]?a*)?(?P<m>R)(?:,?[oFP]*A?(?P<hy>N)|(?P<turn>[pf]))?",
        hijri,
    ),
    Rule("feast", r"(?:a*(?P<turn>[pft]))?(?P<feast>h)(?:,?[oFP]*A?(?P<y>Y)|(?P<turn>[pf]))?", holiday),
)
"""``regex`` allows a group's name twice in one pattern; whichever matched is the one asked for."""
__all__ = ["RULES", "easter"]
