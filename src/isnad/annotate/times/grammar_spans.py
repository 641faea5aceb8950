"""Rules for what is longer than a day: months, weeks, years, quarters, seasons, "the past two weeks"."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from isnad.annotate.times.days import (
    Days,
    month_days,
    month_year,
    portion,
    season_days,
    season_near,
    week_days,
    year_days,
)
from isnad.annotate.times.grammar_counted import NUM, U, counted, unit_of
from isnad.annotate.times.grammar_days import DUAL, OF, YEAR
from isnad.annotate.times.rules import Got, How, Meant, Needed, Rule, When
from isnad.model.base import Precision

VAGUE = {"D": 7, "K": 4, "H": 6, "A": 5, "T": 2}
"""How many "the coming days, weeks, months, years" are taken to be at most."""


def month(got: Got, when: When) -> Meant | None:
    """Read "en mars", "fin mars 2022", "مطلع شهر ماي", "last June", "mars dernier"."""
    if (word := got.word("part")) is not None and "O" in word.classes:
        return None  # «قبل الأول من ديسمبر»: the first is a day
    part = got.part() if got.has("part") else None
    year = got.value("y", "Y")
    turn = got.turn("turn0") if got.has("turn0") else got.turn("turn")
    if not (got.has("cue") or part or year is not None or turn is not None) or not got.same_months():
        return None
    name = got.value("m", "M")
    how: How = "printed" if year is not None else "year"
    if year is None:
        # "d'ici à fin juin", "until June": a bound lies ahead unless the clause looks back.
        lean = when.lean or int(got.bounds("cue"))
        told = got.has("turn") and got.told("turn") and when.story is not None and when.story.days <= _YEAR
        here = when.story.start if told and when.story is not None else when.here
        year = when.year if turn is None and when.year else month_year(name, here, lean, turn)
    days = portion(month_days(year, name), part)
    return Meant(days, "about" if part else "month", how, modifier=part)


_YEAR = 366
"""Days of the longest time from which "the following June" is counted."""


def months(got: Got, when: When) -> Meant | None:
    """Read "de janvier à mars 2021", "between March and May", "يناير ومارس 2020"."""
    if not (got.has("from") or got.has("to") or got.has("y")):
        return None
    last = got.value("m", "M")
    year = got.value("y", "Y") or when.year or month_year(last, when.here, when.lean, got.turn("turn"))
    first = got.value("m1", "M")
    begin = got.value("y1", "Y") or (year if first <= last else year - 1)
    start, end = month_days(begin, first)[0], month_days(year, last)[1]
    return Meant((start, end), "range", "printed" if got.has("y") else "year") if start <= end else None


def month_to_year(got: Got, when: When) -> Meant | None:
    """Read "between May 2015 and 2018", "de mai 2015 à 2018", «بين ماي 2015 و2018»."""
    if got.has("and") and not got.has("from"):
        return None
    first, last = month_days(got.value("y1", "Y"), got.value("m1", "M"))[0], year_days(got.value("y", "Y"))[1]
    return Meant((first, last), "range", "printed") if first.year < last.year else None


def year(got: Got, when: When) -> Meant | None:
    """Read "en 2020", "عام 2020", "(2019)", "fin 2021", "early 2020"."""
    part = got.part() if got.has("part") else None
    if got.plural("a") and got.value("y", "Y") % 10 == 0:
        return None
    days = portion(year_days(got.value("y", "Y")), part)
    return Meant(days, "about" if part else "year", "printed", modifier=part)


def years(got: Got, when: When) -> Meant | None:
    """Read "2019-2021", "entre 2015 et 2020", "من 2015 إلى 2020"."""
    first, last = got.value("y1", "Y"), got.value("y", "Y")
    return Meant((date(first, 1, 1), date(last, 12, 31)), "range", "printed") if first < last else None


def decade(got: Got, when: When) -> Meant | None:
    """Read "les années 90", "the 1990s", "التسعينيات"."""
    first = got.value("e", "E")
    if first is None:
        number, first = got.number("n"), got.value("n", "Y") if got.has("ten") or got.plural("a") else None
        if first is None and number is not None and 10 <= number <= 90 and (got.has("ten") or got.plural("a")):
            first = 1900 + number
    if first is None or first % 10:
        return None
    return Meant(portion(year_days(first, 10), got.part() if got.has("part") else None), "range", "printed")


def period(got: Got, when: When) -> Meant | None:
    """Read "la semaine dernière", "هذا الشهر", "el próximo año", "fin de l'année", "end of last month"."""
    unit, part = unit_of(got), got.part() if got.has("part") else None
    turn = got.turn("turn0") if got.has("turn0") else got.turn("turn")
    if unit is None or (turn is None and part is None) or unit in "DIJ":
        return None
    if (unit in "QZTC" and turn is None) or got.value("u", "Z") == "fortnight":
        return None
    word = got.word("u")
    if got.plural("turn0", "u", "turn") or (word is not None and word.classes.get("dual")):
        return None
    if got.has("turn") and got.value("turn", "t") == "same" and not got.bare_one:
        return None  # "the new year the same way"
    told = (when.lean <= 0 or turn == 0) and (got.told("turn0") or got.told("turn"))
    if got.has("det") and (got.told("turn0") or got.told("turn")):
        raise Needed  # "dans le mois suivant leur arrestation"
    if told:
        when = replace(when, day=when.told(unit))
    days, precision = period_days(unit, when, turn or 0)
    if part:
        return Meant(portion(days, part), "about", "antecedent" if told else "counted", modifier=part)
    return Meant(days, precision, "antecedent" if told else "counted")


def period_days(unit: str, when: When, turn: int) -> tuple[Days, Precision]:
    """Return the week, weekend, month, quarter, half, year or decade some turns from the page's."""
    here = when.here
    if unit == "K":
        return week_days(here, turn), "range"
    if unit == "V":
        # Until Sunday evening "this weekend" is the one going on; "last" is the one before the page's week.
        monday = week_days(here)[0]
        saturday = monday + timedelta(5 + 7 * turn)
        if turn == 0 and here.weekday() < 2 and when.lean <= 0:
            saturday -= timedelta(7)
        return (saturday, saturday + timedelta(1)), "range"
    if unit == "H":
        return month_days(here.year, here.month + turn), "month"
    if unit in "QZ":
        length = 3 if unit == "Q" else 6
        index = here.year * (12 // length) + (here.month - 1) // length + turn
        first = index % (12 // length) * length + 1
        begin = index // (12 // length)
        return (month_days(begin, first)[0], month_days(begin, first + length - 1)[1]), "range"
    if unit == "T":
        return year_days(here.year // 10 * 10 + 10 * turn, 10), "range"
    if unit == "C":
        return year_days(here.year // 100 * 100 + 1 + 100 * turn, 100), "range"
    return year_days(here.year + turn), "year"


def quarter(got: Got, when: When) -> Meant | None:
    """Read "le premier trimestre 2021", "الربع الثالث من العام الجاري", "the second half of 2020"."""
    nth = got.value("nth", "O")
    unit = unit_of(got)
    if nth is None:
        nth = -1
    if got.value("u", "Z") == "fortnight":
        return None
    length = 3 if unit == "Q" else 6
    count = 12 // length
    nth = count if nth < 0 else nth
    if not 1 <= nth <= count or not (got.has("y") or got.has("turn") or got.has("whole")):
        return None
    here_year = got.value("y", "Y")
    if got.has("m"):
        return None
    value = here_year if here_year is not None else when.here.year + (got.turn("turn") or 0)
    first = (nth - 1) * length + 1
    days = (month_days(value, first)[0], month_days(value, first + length - 1)[1])
    return Meant(days, "range", "printed" if here_year is not None else "counted")


def half_month(got: Got, when: When) -> Meant | None:
    """Read "the first half of March", "النصف الثاني من شهر ماي", "la segunda quincena de julio", "de ce mois"."""
    nth, name = got.value("nth", "O"), got.value("m", "M")
    if nth not in (1, 2):
        return None
    if name is None:
        start, end = month_days(when.here.year, when.here.month + (got.turn("turn") or 0))
    else:
        value = got.value("y", "Y") or when.year or month_year(name, when.here, when.lean, got.turn("turn"))
        start, end = month_days(value, name)
    days = (start, start.replace(day=15)) if nth == 1 else (start.replace(day=16), end)
    return Meant(days, "range", "printed" if got.has("y") else "counted" if name is None else "year")


def season(got: Got, when: When) -> Meant | None:
    """Read "cet été", "صيف 2021", "last winter", "la primavera pasada"."""
    name, value = got.value("s", "S"), got.value("y", "Y")
    turn = got.turn("turn0") if got.has("turn0") else got.turn("turn")
    if value is None and turn is None and not got.has("cue"):
        return None
    days = season_days(name, value) if value is not None else season_near(name, when.here, turn)
    if got.has("part"):
        return Meant(portion(days, got.part()), "about", "printed" if value else "counted")
    return Meant(days, "season", "printed" if value is not None else "counted")


def some(got: Got, when: When) -> Meant | None:
    """Read "ces derniers jours", "les trois derniers mois", "في الأشهر المقبلة", "the past two weeks"."""
    unit, turn = unit_of(got), got.turn("turn0") if got.has("turn0") else got.turn("turn")
    n = got.number()
    if unit is None or turn not in (-1, 1) or unit in "IJ":
        return None
    if n is None:
        word = got.word("u")
        dual = word is not None and got.has("u") and bool(word.classes.get("dual"))
        if not dual and not got.plural("turn0", "u", "turn", "art"):
            return None
        n = 2 if dual else None
    if n == 1 and got.has("turn0"):
        return None
    if n and n > 1 and not got.bare_one and not got.plural("turn0", "u", "turn"):
        return None  # "for $12 December 27 last year"
    if when.lean <= 0 and (got.told("turn0") or got.told("turn")):
        raise Needed  # "in the months following the attack"
    vague = n is None or n < 0
    if unit == "Q":
        if vague or n is None:
            return None
        ends = sorted((period_days(unit, when, turn)[0], period_days(unit, when, turn * n)[0]))
        return Meant((ends[0][0], ends[1][1]), "range", "counted")
    n = VAGUE.get(unit, 5) if n is None or n < 0 else n
    here = when.here
    far = counted(here, unit, turn * n)
    days = (far, here) if turn < 0 else (here, far)
    day = timedelta(1)
    exact = None if vague else (far, here - day) if turn < 0 else (here + day, far)
    return Meant(days, "about" if vague else "range", "counted", exact=exact)


def so_far(got: Got, when: When) -> Meant | None:
    """Read "plus tôt cette année", "later this month", "في وقت لاحق من هذا العام": up to the page's day, or from it on."""
    unit = unit_of(got)
    if unit is None or unit in "DIJTC" or not (got.has("turn0") or got.has("turn") or got.has("of")):
        return None
    turn = got.turn("turn0") if got.has("turn0") else got.turn("turn")
    if turn:
        return None
    here = when.here
    if not got.has("turn0") and not got.has("turn") and when.lean <= 0 and (when.story or when.last):
        # "He was freed in March and tried later in the year": the year of the story.
        when = replace(when, day=when.told(unit))
        here = when.here
    (start, end), _ = period_days(unit, when, 0)
    days = (start, here) if got.has("early") else (here, end)
    return Meant(days, "range", "counted", modifier="early" if got.has("early") else "late")


def in_digits(got: Got, when: When) -> Meant | None:
    """Read "03/2015", "T1 2021", "2018Q4"."""
    value, first, count = got.value("b", "B")
    if value is None:
        return None  # "Q3": a date behind a preposition alone
    days = (month_days(value, first)[0], month_days(value, first + count - 1)[1])
    return Meant(days, "month" if count == 1 else "range", "printed")


MONTH_CUE = r"(?P<cue>(?:[PsubkFior]|H)[oaPH]*)"
RULES = (
    Rule(
        "month",
        rf"{MONTH_CUE}?(?:(?P<part>[eml])-?[oF]?a*(?:H[oF]?)?|[oF]?a*(?P<turn0>[pft])-?(?:Ho)?)?(?P<m>M){DUAL}{YEAR}(?P<turn>[pft])?(?![nN](?!:))",
        month,
    ),
    Rule("month", r"(?P<cue>[PsubkFior]a*)?(?P<y>Y)[,/\-]?(?P<m>M)(?!n)", month),
    Rule(
        "months",
        rf"(?P<from>[oFP])?a*(?:H[oF]?)?(?P<m1>M){DUAL}(?:[oFP/]*(?P<y1>Y))?(?:(?P<to>[r\-])|[&/])[oFPa]*(?:H[oF]?)?(?P<m>M){DUAL}{YEAR}(?P<turn>[pft])?(?!n)",
        months,
    ),
    Rule(
        "year",
        r"(?:(?:[PsubkFqort]|(?P<a>A)[oF]?)a*|\(|(?P<part>[eml])-?[oF]*a*)(?P<a>A)?(?P<y>Y)(?![KDHAI%N]|ra*N)",
        year,
    ),
    Rule("year", r"(?<=é)(?P<y>Y)(?![KDHAI%N]|ra*N)", year),
    Rule(
        "month to year",
        rf"(?:(?P<from>F)|[oP])a*(?:H[oF]?)?(?P<m1>M){DUAL}[oFP/,]*a*A?(?P<y1>Y)(?:r|(?P<and>&))[oFPa]*A?(?P<y>Y)(?!-?[DKHAI])",
        month_to_year,
    ),
    Rule("years", r"[oFP]*a*A?(?P<y1>Y)[r&\-/]a*(?P<y>Y)", years),
    Rule(
        "decade",
        r"(?:(?P<part>[eml])[oF]*a*)?(?:a*[AT][oFPa]*)?(?P<e>E)(?:[oF]?a*(?:C[p]|pC))?|(?:(?P<a>A)|(?P<ten>T)[oF]?a*A?)(?P<n>[NYn])(?!%)",
        decade,
    ),
    Rule(
        "so far",
        r"(?:(?P<early><)|(?P<late>>))(?P<of>[oFP]*)a*(?:(?P<turn0>t)-?(?P<u>[KHAVQZ])|(?P<u>[KHAVQZ])(?P<turn>t)?)(?!Y)",
        so_far,
    ),
    Rule("in digits", r"(?P<b>B)", in_digits),
    Rule(
        "period",
        r"(?:(?P<part>[eml])-?[oFP]*a*)?(?:(?P<turn0>[pft])-?(?P<u>[KHAVQZT])|(?P<u>[KHAVQZTC])(?P<turn>[pft]))(?:-?t)?(?!Y)(?=(?P<det>[a=])?)",
        period,
    ),
    Rule("part of period", r"(?P<part>[eml])-?[oFP]*a*(?P<u>[KHA])(?!Y|o?a*M)(?P<turn>[pft])?", period),
    Rule(
        "quarter",
        r"(?:(?P<nth>[Op])(?P<u>[QZ])|(?P<u>[QZ])(?P<nth>[Op]))(?:[oFP]*a*(?:A?(?P<y>Y)|(?P<turn>[pft])A|A(?P<turn>[pft])|(?P<whole>A)))",
        quarter,
    ),
    Rule("half of month", rf"(?:(?P<nth>O)Z|Z(?P<nth>O))[oFP]*a*(?:H[oF]?)?(?P<m>M){YEAR}(?P<turn>[pft])?", half_month),
    Rule("half of month", r"(?:(?P<nth>O)Z|Z(?P<nth>O))[oFP]*a*(?:(?P<turn>[pft])?H|H(?P<turn>[pft]))", half_month),
    Rule(
        "season",
        r"(?:(?P<part>[eml])[oF]*a*)?(?P<cue>[Psub]a*)?a*(?P<turn0>[pft])?(?P<s>S)(?:,?[oFP]*a*A?(?P<y>Y)|(?P<turn>[pft]))?",
        season,
    ),
    Rule("some", rf"(?P<art>a)?(?P<turn0>[pf]){NUM}?(?P<u>[{U}VQ])(?!Y)", some),
    Rule("some", rf"(?P<art>a)?{NUM}?(?P<turn0>[pf])(?P<u>[{U}VQ])", some),
    Rule("some", rf"(?P<art>a)?{NUM}?(?P<u>[{U}Q]){NUM}?(?P<turn>[pf])", some),
)
__all__ = ["OF", "RULES"]
