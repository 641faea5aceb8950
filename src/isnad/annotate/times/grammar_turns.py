"""Rules for what is told by turns from the page: "in October last year", «مارس من العام المقبل», "lundi en huit"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import month_days, month_year, nth_week, nth_weekday, portion, week_days, weekday_near
from isnad.annotate.times.grammar_counted import UNIT_DAYS, around, counted
from isnad.annotate.times.grammar_days import DAY, DUAL, OF, WD
from isnad.annotate.times.rules import Got, How, Meant, Rule, When
from isnad.languages.calendar import valid


def day_of_turn(got: Got, when: When) -> Meant | None:
    """Read "le 24 octobre de l'année dernière", "24 October last year", «3 مارس من العام المقبل»."""
    turn, day, month = got.turn("turn"), got.value("d", "nO"), got.value("m", "M")
    told = got.told("turn") and when.story is not None
    year = (when.told("A") if told else when.here).year + (turn or 0)
    if turn is None or day is None or not valid(year, month, day):
        return None
    return Meant((date(year, month, day),) * 2, "day", "antecedent" if told else "counted")


def nth_of_turn(got: Got, when: When) -> Meant | None:
    """Read «الثلاثاء الأخير من شهر مارس السنة القادمة», "the last Tuesday of March next year"."""
    nth, turn = got.value("nth", "O"), got.turn("turn")
    nth = -1 if nth is None else nth
    if turn is None:
        return None
    days = month_days(when.here.year + turn, got.value("m", "M"))
    if got.has("week"):
        return Meant(nth_week(days, nth), "range", "counted")
    there = nth_weekday(days, got.value("wd", "W"), nth)
    return Meant((there, there), "day", "counted") if there else None


def month_of_turn(got: Got, when: When) -> Meant | None:
    """Read "en octobre de l'année dernière", "last year's March", «أكتوبر من العام الماضي»."""
    turn, part = got.turn("turn"), got.part() if got.has("part") else None
    if turn is None:
        return None
    told = got.told("turn") and when.story is not None
    year = (when.told("A") if told else when.here).year
    days = portion(month_days(year + turn, got.value("m", "M")), part)
    return Meant(days, "about" if part else "month", "antecedent" if told else "counted", modifier=part)


def of_that_year(got: Got, when: When) -> Meant | None:
    """Read "July of that year", « le 3 octobre de cette année-là », «أكتوبر من ذلك العام»: of the year told before."""
    year, month = when.told("A").year, got.value("m", "M")
    if not got.has("d"):
        part = got.part() if got.has("part") else None
        days = portion(month_days(year, month), part)
        return Meant(days, "about" if part else "month", "antecedent", modifier=part)
    day = got.value("d", "nO")
    if day is None or not valid(year, month, day):
        return None
    return Meant((date(year, month, day),) * 2, "day", "antecedent")


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def that_year(got: Got, when: When) -> Meant | None:
    """Read "in that year", « en cette année-là », «في ذلك العام»."""
    return Meant(_year(when.told("A").year), "year", "antecedent")


def weekday_in_eight(got: Got, when: When) -> Meant | None:
    """Read "lundi en huit", "mardi en quinze": a week or two after the next day of that name, today's name included."""
    weeks = {8: 1, 15: 2}.get(got.number() or 0)
    if weeks is None:
        return None
    day = weekday_near(got.value("wd", "W"), when.here, 1) + timedelta(7 * weeks)
    return Meant((day, day), "day", "counted")


def first_of(got: Got, when: When) -> Meant | None:
    """Read "les six premiers mois de 2021", "the last ten days of March", «الأشهر التسعة الأولى من العام الجاري»."""
    count, first = got.number(), got.value("nth", "O") == 1
    if count is None or not 1 < count <= 20 or not (first or got.turn("nth") == -1):
        return None
    turn, named = got.turn("turn"), got.value("y", "Y")
    how: How = "printed" if named is not None else "counted"
    year = named if named is not None else when.here.year + (turn or 0)
    if got.has("m"):
        if named is None:
            year, how = when.year or month_year(got.value("m", "M"), when.here, when.lean, turn), "year"
        start, end = month_days(year, got.value("m", "M"))
        if count > 15:
            return None
        days = (start, start + timedelta(count - 1)) if first else (end - timedelta(count - 1), end)
    elif count < 12:
        days = (month_days(year, 1)[0], month_days(year, count)[1])
        days = days if first else (month_days(year, 13 - count)[0], date(year, 12, 31))
    else:
        return None
    return Meant(days, "range", how)


def weekend(got: Got, when: When) -> Meant | None:
    """Read "over the weekend", "durante el fin de semana" where the clause looks back or ahead; else it may be any."""
    if not when.lean:
        return None
    here = when.here
    saturday = week_days(here)[0] + timedelta(5)
    if when.lean < 0 and here.weekday() < 5:
        saturday -= timedelta(7)
    return Meant((saturday, saturday + timedelta(1)), "range", "counted")


def told_weekend(got: Got, when: When) -> Meant | None:
    """Read "murieron el fin de semana": without a preposition only where the clause looks back; else it is any weekend."""
    return weekend(got, when) if when.lean < 0 else None


def short_year(got: Got, when: When) -> Meant | None:
    """Read "4-Jul-95", "12-ene-07"."""
    day, month, year = got.value("d", "n"), got.value("m", "M"), got.value("yy", "nN")
    if day is None or not isinstance(year, int) or not 0 <= year <= 99:
        return None
    year += 2000 if year < 50 else 1900
    return Meant((date(year, month, day),) * 2, "day") if valid(year, month, day) else None


def counted_from(got: Got, when: When) -> Meant | None:
    """Read «بعد يومين من»: a length that counts from what follows, not from the page's day."""
    unit = got.word("u")
    n = got.number() or (2 if unit is not None and unit.classes.get("dual") else 1)
    letter = next((c for c in UNIT_DAYS if unit is not None and c in unit.classes), None)
    return Meant(None, kind="duration", length=n * UNIT_DAYS[letter]) if letter and n > 0 else None


def summed_ago(got: Got, when: When) -> Meant | None:
    """Read "one year and two months ago": the larger unit is counted first."""
    first, second = got.number(), got.number("n2")
    unit, smaller = got.word("u"), got.word("u2")
    if first is None or second is None or min(first, second) < 1 or unit is None or smaller is None:
        return None
    one, two = (next(c for c in UNIT_DAYS if c in w.classes) for w in (unit, smaller))
    if UNIT_DAYS[one] <= UNIT_DAYS[two]:
        return None
    days, precision, point = around(counted(when.here, one, -first), two, -second)
    return Meant(days, precision, "counted", point=point)


_OF_YEAR = r"[oFP]*a*(?:A?(?P<y>Y)|A(?P<turn>[pft])|(?P<turn>[pft])-?A|A)"
RULES = (
    Rule("short year", r"(?P<d>n)[\-/](?P<m>M)[\-/](?P<yy>[nN])", short_year),
    Rule(
        "first months",
        rf"(?:(?P<nth>[Op])(?P<n>[nN])(?P<u>H)|(?P<n>[nN])(?P<nth>[Op])(?P<u>H)|(?P<u>H)(?P<n>[nN])(?P<nth>[Op])){_OF_YEAR}",
        first_of,
    ),
    Rule(
        "first days",
        r"(?:(?P<nth>[Op])(?P<n>[nN])(?P<u>D)|(?P<n>[nN])(?P<nth>[Op])(?P<u>D)|(?P<u>D)(?P<n>[nN])(?P<nth>[Op]))[oFP]*a*(?:H[oF]?)?(?P<m>M)(?:[oP]*a*A?(?P<y>Y))?(?P<turn>[pft])?",
        first_of,
    ),
    Rule("ago", r"(?P<n>[n1N])(?P<u>[AHK])[&,]?(?P<n2>[n1N])(?P<u2>[HKD])G", summed_ago),
    Rule("weekend", r"[P&]a*(?P<u>V)(?![pft])", weekend),
    Rule("weekend", r"a(?P<u>V)(?![pft])", told_weekend),
    Rule("counted from", r"[kbUg](?:(?P<n>[n1N]))?(?P<u>[DKHA])(?=o)", counted_from, "bare_one"),
    Rule("weekday in eight days", r"(?P<wd>W)P(?P<n>[nN])(?![oF]?a?[MHDKAIJ%])", weekday_in_eight, "in_eight"),
    Rule(
        "day of last year",
        rf"{WD}{DAY}{OF}(?P<m>M){DUAL},?[oFP]*a*(?:A(?P<turn>[pft])|(?P<turn>[pft])-?A)(?!Y)",
        day_of_turn,
    ),
    Rule("day of that year", rf"{WD}{DAY}{OF}(?P<m>M){DUAL},?(?P<year>¥)", of_that_year),
    Rule("month of that year", rf"(?P<part>[eml])?-?[oF]?a*(?:H[oF]?)?(?P<m>M){DUAL},?(?P<year>¥)", of_that_year),
    Rule("in that year", r"P(?P<year>¥)", that_year),
    Rule(
        "nth of last year",
        rf"(?:(?P<nth>[Op])(?:(?P<wd>W)|(?P<week>K))|(?:(?P<wd>W)|(?P<week>K))(?P<nth>[Op]))[oFP]*a*(?:H[oF]?)?(?P<m>M){DUAL},?[oFP]*a*(?:A(?P<turn>[pft])|(?P<turn>[pft])A)",
        nth_of_turn,
    ),
    Rule(
        "month of last year",
        rf"(?P<part>[eml])?-?[oF]?a*(?:H[oF]?)?(?P<m>M){DUAL},?[oFP]*a*(?:A(?P<turn>[pft])|(?P<turn>[pft])-?A)(?!Y)",
        month_of_turn,
    ),
)
