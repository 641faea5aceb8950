"""Rules for what is told by turns from the page: "in October last year", «مارس من العام المقبل», "lundi en huit"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import month_days, nth_week, nth_weekday, portion, weekday_near
from isnad.annotate.times.grammar_days import DAY, DUAL, OF, WD
from isnad.annotate.times.rules import Got, Meant, Rule, When
from isnad.languages.calendar import valid


def day_of_turn(got: Got, when: When) -> Meant | None:
    """Read "le 24 octobre de l'année dernière", "24 October last year", «3 مارس من العام المقبل»."""
    turn, day, month = got.turn("turn"), got.value("d", "nO"), got.value("m", "M")
    year = when.here.year + (turn or 0)
    if turn is None or day is None or not valid(year, month, day):
        return None
    return Meant((date(year, month, day),) * 2, "day", "counted")


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
    days = portion(month_days(when.here.year + turn, got.value("m", "M")), part)
    return Meant(days, "about" if part else "month", "counted", modifier=part)


def weekday_in_eight(got: Got, when: When) -> Meant | None:
    """Read "lundi en huit", "mardi en quinze": a week or two after the next day of that name, today's name included."""
    weeks = {8: 1, 15: 2}.get(got.number() or 0)
    if weeks is None:
        return None
    day = weekday_near(got.value("wd", "W"), when.here, 1) + timedelta(7 * weeks)
    return Meant((day, day), "day", "counted")


RULES = (
    Rule("weekday in eight days", r"(?P<wd>W)P(?P<n>[nN])(?![oF]?a?[MHDKAIJ%])", weekday_in_eight, "in_eight"),
    Rule(
        "day of last year",
        rf"{WD}{DAY}{OF}(?P<m>M){DUAL},?[oFP]*a*(?:A(?P<turn>[pft])|(?P<turn>[pft])-?A)(?!Y)",
        day_of_turn,
    ),
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
