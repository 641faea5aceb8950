"""Rules for days told by their number alone: "on the 15th", "le 23 à Rabat", "el pasado 20", "du 13 au 18".

A number is a day only where nothing is counted by it: a preposition, a mark or the end follows. Sentences of shirts, streets, holes
and telephone numbers are left alone; their words are the language's list ``no_day``.
"""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import month_days, month_year
from isnad.annotate.times.rules import Got, Meant, Rule, When, counts_another

END = r"(?=[!|,)(PFsu]|r(?![nN])|$)"
"""What may stand behind a day's number: nothing that it could count."""
LONGEST = 31


def _nearest(number: int, when: When) -> date | None:
    """The nearest day of that number, ahead when the clause looks ahead, else back."""
    here = when.here
    step = 1 if when.lean > 0 else -1
    return next((d for k in range(32) if (d := here + timedelta(step * k)).day == number), None)


def _number(got: Got, name: str) -> int | None:
    number = got.value(name, "nO")
    return number if isinstance(number, int) and 1 <= number <= 31 else None


def bare_day(got: Got, when: When) -> Meant | None:
    """Read "on the 15th", "le 23", "el 20", "el pasado 20", "jusqu'au 15"."""
    number, word = _number(got, "d"), got.word("d")
    if number is None or word is None:
        return None
    if counts_another(word, number):
        return None  # "on the first" is mostly no day; "le vingt" is none
    turn = got.turn("turn")
    if turn:
        if turn not in (-1, 1) or got.told("turn"):
            return None
        when = When(when.day, turn)
        if when.here.day == number:
            return None
    if got.has("until") and when.lean >= 0:
        when = When(when.day, 1)
    day = _nearest(number, when)
    return Meant((day, day), "day", "counted") if day else None


def bare_days(got: Got, when: When) -> Meant | None:
    """Read "du 13 au 18", "del 13 al 18", "from the 13th to the 18th", "los días 13 y 14": the nearest such stretch."""
    first, last = _number(got, "d1"), _number(got, "d")
    if first is None or last is None or first == last or (got.has("and") and not got.has("from") and last != first + 1):
        return None
    if first < last:
        # Both in one month: the one whose first day the clause looks for.
        start = _nearest(first, when)
        end = _nearest(last, when) if when.lean > 0 else None
        if when.lean > 0 and end is not None:
            start = date(end.year, end.month, first)
        if start is None or last > month_days(start.year, start.month)[1].day:
            return None
        return Meant((start, start.replace(day=last)), "range", "counted")
    start = _nearest(first, when)
    if start is None or last > 20 or first < 11:
        return None
    end = month_days(start.year, start.month + 1)[0].replace(day=last)
    return Meant((start, end), "range", "counted") if (end - start).days <= LONGEST else None


def quarter_alone(got: Got, when: When) -> Meant | None:
    """Read "in Q3": the last quarter of that number that has begun, the next that has not ended where the clause looks ahead."""
    year, first, count = got.value("b", "B")
    if year is not None:
        return None
    here = when.here
    year = when.year or month_year(first + count - 1 if when.lean > 0 else first, here, when.lean, None)
    return Meant((month_days(year, first)[0], month_days(year, first + count - 1)[1]), "range", "year")


def until_now(got: Got, when: When) -> Meant | None:
    """Read "until now", «حتى الآن»: the page's day, told only together with what it began with."""
    return Meant((when.here, when.here), "day", "counted")


_W = r"(?:W,?a*)?"
RULES = (
    Rule("bare day", rf"(?:(?P<until>(?=u)')|')=(?P<d>O){END}", bare_day, "month_first"),
    Rule("bare day", rf"=(?P<turn>[pf])?(?P<d>n)(?P<turn>[pf])?{END}", bare_day, "bare_numbers"),
    Rule("bare day", rf"(?P<until>u(?<=_)|u=)(?P<d>n){END}", bare_day, "bare_numbers"),
    Rule("bare day", rf"(?:s_|s(?<=_))(?P<d>n){END}", bare_day, "bare_numbers"),
    Rule("bare days", rf"_{_W}(?P<d1>[nO])_{_W}(?P<d>[nO]){END}", bare_days, "bare_numbers"),
    Rule(
        "bare days", rf"(?P<from>F)={_W}(?P<d1>[nO])(?:(?P<and>&)|r)=?{_W}(?P<d>[nO]){END}", bare_days, "bare_numbers"
    ),
    Rule("bare days", rf"(?P<from>F)={_W}(?P<d1>O)(?:(?P<and>&)|r)={_W}(?P<d>O){END}", bare_days, "month_first"),
    Rule("bare days", rf"aD(?P<d1>n)(?P<and>&)(?P<d>n){END}", bare_days, "bare_numbers"),
    Rule("bare days", rf"(?P<from>F)?_(?P<d1>n)(?P<and>&)(?P<d>n){END}", bare_days, "arabic"),
    Rule("quarter alone", r"[PosF]=?a*(?P<b>B)", quarter_alone),
    Rule("now", rf"(?<=[r&u\-]|[r&u\-]a)(?P<now>;){END}", until_now),
)
__all__ = ["END", "RULES"]
