"""Rules for days told by their name or by another day: weekdays, "yesterday", "the day before", "the last Sunday of May"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import (
    month_days,
    month_year,
    nth_week,
    nth_weekday,
    week_days,
    weekday_near,
    year_days,
)
from isnad.annotate.times.grammar_bare import END
from isnad.annotate.times.grammar_days import DUAL, TIME, TURN, YEAR, days_between, how_dated
from isnad.annotate.times.rules import Got, Meant, Needed, Rule, When, counts_another

NEAR, APART, COUNTING = 200, 45, 15
"""Days before and after a page within which a weekday and a number of its month lie; the same with a comma or a small word between the two, where the
number may count something else: "Sunday, the 22 fishermen"; and with a word behind that it may count: "on Monday 12 people were held"."""


def weekday_and_number(got: Got, when: When) -> Meant | None:
    """Read "mardi 15", "el jueves 8", "Tuesday the 19th": the nearest day of that name and number."""
    here, weekday, number = when.here, got.value("wd", "W"), got.value("d", "nO")
    word = got.word("d")
    if number is None or not 1 <= number <= 31 or (word is not None and counts_another(word, number)):
        return None
    reach = COUNTING if got.has("counting") else APART if got.has("apart") else NEAR
    near = [d for k in range(-reach, reach + 1) if (d := here + timedelta(k)).day == number and d.weekday() == weekday]
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
    word, first = got.word("wd"), got.word("turn0")
    assert word is not None
    # «فجر انتحاري *نفسه* يوم الجمعة»: with "day" between, a word for "same" or "former" is of what stands before it.
    apart = first is not None and word.start - first.end > 1 and got.told("turn0")
    turn = got.turn("turn0") if got.has("turn0") and not apart else got.turn("turn")
    soon = turn == 0
    turn = turn or None
    told = next((n for n in ("turn0", "turn") if got.told(n) and not (apart and n == "turn0")), None)
    if told and when.lean <= 0:
        # "the following Monday" is the one after the day of the story.
        turn = got.turn(told)
        base = when.told("W")
        days = (word.classes["W"] - base.weekday()) % 7
        there = base + timedelta((days or 7) if turn == 1 else days if turn == 0 else (days or 7) - 7)
        return Meant((there, there), "day", "antecedent")
    # "maintenue jusqu'à jeudi": a bound lies ahead unless the clause looks back.
    # So does what begins with a day, whatever decided it: « a décrété un deuil *à compter de lundi* ».
    lean = 1 if got.begins() else when.lean or int(got.has("until"))
    if not lean and soon and (word.classes["W"] - when.here.weekday()) % 7 <= 2:
        lean = 1  # "este viernes" on a Wednesday
    there = weekday_near(word.classes["W"], when.here, lean, turn)
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
    if not gap or (got.has("night") and gap != 1) or (got.has("and") and not got.has("from") and gap != 1):
        return None
    last = weekday_near(last_name, when.here, when.lean)
    if when.lean > 0:
        first = weekday_near(first_name, when.here, 1)
        last = first + timedelta(gap)
    return days_between(last - timedelta(gap), last, "counted")


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
    how = how_dated(got)
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


RULES = (
    Rule(
        "weekday and number",
        rf"(?P<wd>W)(?P<apart>,?(?:a*|[Pa]*(?=D?O)))D?(?P<d>[nO])(?![oF]?a?[MHDKAITCJ]|:|N|/n|-n){END}{TIME}",
        weekday_and_number,
    ),
    Rule(
        "weekday and number",
        rf"(?P<wd>W)(?P<apart>,?(?:a*|[Pa]*(?=D?O)))D?(?P<counting>(?P<d>[nO]))(?![oF]?a?[MHDKAITCJ]|:|N|/n|-n){TIME}",
        weekday_and_number,
    ),
    Rule("yesterday", rf"(?P<day>d)(?![pO])(?:,?[(]?(?:ta*)?D?(?P<wd>W)\)?)?{TIME}", deictic),
    Rule("weekday, yesterday", rf"(?P<wd>W),?\(?(?P<day>d)\)?{TIME}", deictic),
    Rule("weekday", rf"(?:(?P<until>u)a*)?(?:wo?a*)?(?P<turn0>[pft])?D?(?P<wd>W)(?P<turn>[pft])?{TIME}", weekday),
    Rule(
        "weekday of week",
        r"(?P<wd>W),?[oFP]*a*(?:(?P<turn0>[pft])K|K(?P<turn>[pft]))|(?:(?P<turn0>[pft])K|K(?P<turn>[pft])),?[oFPa]*D?(?P<wd>W)",
        weekday_of_week,
    ),
    Rule(
        "weekdays", r"(?P<from>[oFP]*a*w?[oF]+[P_]?)?a*(?P<wd>W)w?(?:(?P<and>&)|[r\-])[oFPa]*(?P<wd2>W)(?:w)?", weekdays
    ),
    Rule("weekdays", r"(?P<night>w)o?D?(?P<wd>W)[r/&\-]?(?P<wd2>W)", weekdays, "arabic"),
    Rule("the day before", rf"(?P<day>y){TIME}", anaphor),
    Rule(
        "nth of month",
        rf"(?:(?P<nth>[Op])(?:D?(?P<wd>W)|(?P<week>K)|D)|(?:(?P<wd>W)|(?P<week>K)|D)(?P<nth>[Op]))[oFP]*a*(?:H?[oF]?(?P<m>M){DUAL}{YEAR}{TURN}|A?(?P<y>Y)|(?P<unit>[HA])(?P<turn>[pft])?|(?P<turn>[pft])(?P<unit>[HA]))",
        nth_day,
    ),
)
__all__ = ["RULES"]
