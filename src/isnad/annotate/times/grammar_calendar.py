"""Rules for days that a calendar names: dates of the Islamic calendar and feasts."""

from __future__ import annotations

from datetime import timedelta

from isnad.annotate.times.days import feast, from_hijri, hijri_month, hijri_years
from isnad.annotate.times.rules import Got, How, Meant, Rule, When

RAMADAN = 9


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
    around = [there + timedelta(k) for k in (0, -1, 1)]
    if (named := next((d for d in around if d.weekday() == got.value("wd", "W")), None)) is not None:
        return Meant((named, named), "day", how)  # the weekday tells which day the moon was seen
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
    Rule(
        "hijri",
        r"(?:(?:[wPaoD]*(?P<wd>W),?D?)?(?P<d>[nO])D?[oF]?H?[oF]?|(?P<cue>P)?a*(?P<month>H)?[oF]?a*)?(?P<m>R)(?:,?[oFP]*A?(?P<hy>N)|(?P<turn>[pf]))?",
        hijri,
    ),
    Rule("feast", r"(?:a*(?P<turn>[pft]))?(?P<feast>h)(?:,?[oFP]*A?(?P<y>Y)|(?P<turn>[pf]))?", holiday),
)
__all__ = ["RULES"]
