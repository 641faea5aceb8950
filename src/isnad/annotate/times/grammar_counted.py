"""Rules for what is counted in units, or lasts: "three days ago", "in two weeks", "a year and a half ago", "for a month"."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.annotate.times.days import Days, month_days, months_later, weekday_near, year_days
from isnad.annotate.times.rules import Got, Meant, Rule, When
from isnad.model.base import Precision

UNIT_DAYS = {"D": 1, "K": 7, "H": 30, "A": 365, "T": 3650, "C": 36500, "V": 2, "Q": 91, "Z": 182, "I": 0, "J": 0}
U = "DKHATC"
NUM = r"(?:q?o?a?(?P<n>[n1Nx]))"
_HALF_MONTHS = {"A": 6, "T": 60, "C": 600}
_HALF_DAYS = {"H": 15, "K": 3}


def unit_of(got: Got, name: str = "u") -> str | None:
    """Return the letter of the unit a group names."""
    word = got.word(name)
    return None if word is None else next((c for c in UNIT_DAYS if c in word.classes), None)


def counted(here: date, unit: str, n: int) -> date:
    """Return the day some units before or after another."""
    if unit in "HA":
        return months_later(here, n * (12 if unit == "A" else 1))
    if unit in "TC":
        return months_later(here, n * (120 if unit == "T" else 1200))
    return here + timedelta(n * UNIT_DAYS[unit])


def half_off(day: date, unit: str, sign: int) -> date:
    """Return the day half a unit further: "and a half" of a year is six months."""
    if unit in _HALF_MONTHS:
        return months_later(day, sign * _HALF_MONTHS[unit])
    return day + timedelta(sign * _HALF_DAYS.get(unit, 0))


def around(here: date, unit: str, n: int) -> tuple[Days, Precision, date]:
    """Return the days that "n units before or after" honestly leaves open, and the very day counted to."""
    there = counted(here, unit, n)
    if unit == "D":
        wide = 0 if abs(n) <= 10 else 1 if abs(n) <= 20 else 3
        return (there - timedelta(wide), there + timedelta(wide)), "day" if not wide else "about", there
    if unit == "K":
        wide = 1 if abs(n) == 1 else 3
        return (there - timedelta(wide), there + timedelta(wide)), "about", there
    if unit == "H":
        return month_days(there.year, there.month), "about", there
    return year_days(there.year), "about", there


def _n(got: Got) -> int | None:
    """The number counted, 1 for a bare Arabic singular, 2 for a dual; ``None`` when it is vague or missing."""
    word = got.word("u")
    n = got.number()
    if n is not None:
        return n if n > 0 else None
    if word is not None and word.plural:
        return None
    if word is not None and word.classes.get("dual"):
        return 2
    return 1 if got.bare_one or got.has("half") else None


def ago(got: Got, when: When) -> Meant | None:
    """Read "il y a trois jours", "hace dos semanas", "قبل شهرين", "three years ago"."""
    unit, n = unit_of(got), _n(got)
    if unit is None or n is None or n > 500:
        return None
    if unit in "IJ":
        here = when.here
        days = (here - timedelta(1 if n > 5 or unit == "J" else 0), here) if unit == "I" else (here, here)
        return Meant(days, "day" if days[0] == days[1] else "about", "counted", point=here)
    if got.has("half"):
        # Half a year more is said to the season at best.
        there = half_off(counted(when.here, unit, -n), unit, -1)
        wide = timedelta(60 if unit in _HALF_MONTHS else 4)
        return Meant((there - wide, there + wide), "about", "counted", point=there)
    days, precision, point = around(when.here, unit, -n)
    return Meant(days, precision, "counted", point=point)


def ahead(got: Got, when: When) -> Meant | None:
    """Read "dans trois jours", "dentro de dos semanas", "in two weeks", "بعد ثلاثة أيام"; else it lasts."""
    unit, n = unit_of(got), _n(got)
    if unit is None or n is None or n > 500:
        return None
    if got.has("behind") and when.lean <= 0 and (when.story or when.last):
        # «وبعد عام، حوكم»: in a story, from what it named last.
        days, precision, point = around(when.told(unit), unit, n)
        return Meant(days, precision, "antecedent", point=point)
    if not got.has("sure") and not got.has("now") and when.lean <= 0:
        return _lasting(unit, n)
    if unit in "IJ":
        return None
    days, precision, point = around(when.here, unit, n)
    return Meant(days, precision, "counted", point=point)


def afterwards(got: Got, when: When) -> Meant | None:
    """Read "trois jours plus tard", "two weeks earlier" in a story: from the last day named before."""
    unit, n = unit_of(got), _n(got)
    if unit is None or n is None or unit in "IJ":
        return None
    days, precision, point = around(when.told(unit), unit, n if got.has("later") else -n)
    return Meant(days, precision, "antecedent", point=point)


def from_today(got: Got, when: When) -> Meant | None:
    """Read "a week from today", "dos días después de mañana", "three weeks from Friday"."""
    unit, n = unit_of(got), _n(got)
    if unit is None or n is None or unit in "IJ":
        return None
    base = (
        when.here + timedelta(got.value("day", "d"))
        if got.has("day")
        else weekday_near(got.value("wd", "W"), when.here, 1)
    )
    back = got.has("back")
    days, precision, point = around(base, unit, -n if back else n)
    return Meant(days, precision, "counted", point=point)


def lasting(got: Got, when: When) -> Meant | None:
    """Read "pendant trois jours", "visite de deux jours", "two-day", "لمدة أسبوعين": a length, never a date."""
    unit, n = unit_of(got), got.number()
    unit_word = got.word("u")
    if unit is None or (unit_word is not None and "d" in unit_word.classes):
        return None
    n = _n(got) if n is None else n
    word = got.word("n")
    if word is not None and "O" in word.classes and unit == "C":
        return None  # "the 12th century"
    if word is not None and "1" in word.classes and not got.has("for"):
        return None  # "un jour", "one day": no length
    return None if n is None else _lasting(unit, n)


def _lasting(unit: str, n: int) -> Meant:
    return Meant(None, kind="duration", length=(n * UNIT_DAYS[unit] or None) if n > 0 else None)


def each(got: Got, when: When) -> Meant | None:
    """Read "chaque année", "every Monday", "كل ثلاثاء": a habit, never a date."""
    return Meant(None, kind="frequency")


RULES = (
    Rule("ago", rf"g{NUM}?a?(?P<u>[{U}IJ])(?P<half>\#)?(?!Y|[oFMW])", ago),
    Rule("ago", rf"{NUM}(?P<half>\#)?-?(?P<u>[{U}IJ])(?P<half>\#)?G", ago),
    Rule("from now", rf"P?a*{NUM}(?P<u>[{U}IJ])(?P<now>j)", ahead),
    Rule("ahead", rf"(?P<behind>k){NUM}?(?P<u>[{U}])(?=[!|,])", ahead, "arabic"),
    Rule("ahead", rf"(?:(?P<sure>i)|U){NUM}?(?P<u>[{U}IJ])(?!Y|[oF]?M|o)", ahead),
    Rule("afterwards", rf"{NUM}(?P<u>[{U}])(?:(?P<later>L)|~(?<!b)|~(?=[!|,)&]|$))(?![oaFW])", afterwards),
    Rule("from today", rf"{NUM}(?P<u>[{U}])(?:[Fk]|(?P<back>b))[oa]*(?:(?P<day>d)|f?(?P<wd>W))", from_today),
    # "dans dix jours à compter d'aujourd'hui", but not «لمدة عشرة أيام ابتداء من أمس», which lasts.
    Rule("from today", rf"[iU]{NUM}(?P<u>[{U}])[Fs][oa]*(?P<day>d)", from_today),
    Rule("lasting", rf"(?P<for>v){NUM}?-?(?P<u>[{U}IJ])(?!Y)", lasting),
    Rule("lasting", rf"(?P<for>[oz])?{NUM}-?(?P<u>[{U}IJ])(?!Y|W)", lasting),
    Rule("each", rf"za*[n1N]?(?:[{U}IJVQZwMS]|W)|Wa*z(?=a*[{U}])", each),
)
