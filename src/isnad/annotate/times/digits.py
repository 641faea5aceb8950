"""Dates, months and quarters in digits: "20/07/2022", "2022-07-20", "03/2015", "T1 2021"."""

from __future__ import annotations

import re

import regex

from isnad.languages.calendar import valid

Found = tuple[int, int, str, tuple[int | None, int, int]]
"""Start, end, class and value of a date in digits: year when printed, month, day."""
EITHER = 0
"""In place of a year: the two numbers may be day and month or month and day, which only a weekday beside them tells."""
_DIGIT = re.compile("[0-9٠-٩]")
_DATE = regex.compile(
    r"(?<![\p{N}\p{L}/.\-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<s2>\s?[-/.]\s?|\s)(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)?\d\d))(?![\p{N}\p{L}]|[-/.]\d)"
)
_MONTH = regex.compile(
    r"(?<![\p{N}\p{L}/.\-])(?:(?P<m>0?[1-9]|1[0-2])\s?[/-]\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<y5>(?:19|20)\d\d)(?:\s?/\s?(?P<m5>0?[1-9]|1[0-2])|-(?P<m6>0[1-9]|1[0-2]))"
    r"|(?P<q>[QqTt][1-4])\s?(?:de\s|of\s|-|/)?(?P<y2>20\d\d)|(?P<y3>20\d\d)\s?-?(?P<q2>[QqTt][1-4])|(?P<q3>[1-4][Tt])\s?(?:de\s)?(?P<y4>20\d\d)"
    r"|(?P<q4>Q[1-4])(?!\s?(?:de\s|of\s|-|/)?20\d\d)|(?P<h>[HhSs][12])\s?(?:de\s|of\s|-|/)?(?P<y7>20\d\d)|(?P<y8>20\d\d)\s?-?(?P<h2>[HhSs][12]))"
    r"(?![\p{N}\p{L}]|[-/.]\d)"
)
_SHORT = regex.compile(r"(?<![\p{N}\p{L}/.\-:])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\p{N}\p{L}%]|[-/.]\d)")


_SPAN = regex.compile(
    r"(?<![\p{N}\p{L}/.\-:])(?P<a1>\d{1,2})/(?P<b1>\d{1,2})(?:/(?P<y1>(?:19|20)\d\d))?(?P<to>\s?[-–—]\s?)"
    r"(?P<a2>\d{1,2})/(?P<b2>\d{1,2})(?:/(?P<y2>(?:19|20)\d\d))?(?![\p{N}\p{L}%/]|[-/.]\d)"
)


def dates_in_digits(text: str, start: int, end: int, month_first: bool) -> list[Found]:
    """Return the dates in digits of a range, as start, end, class and value: ``20/07/2022``, ``2022-07-20``, ``20/7``; in English only what one reading alone fits."""
    if not _DIGIT.search(text, start, end):
        return []
    out: list[Found] = []
    for m in _SPAN.finditer(text, start, end):
        out += _span(m, month_first)
    spans = [(w[0], w[1]) for w in out]
    for m in _DATE.finditer(text, start, end):
        if any(a <= m.start() < b for a, b in spans):
            continue
        if m.group("y"):
            y, mo, d = int(m["y"]), int(m["m"]), int(m["d"])
        else:
            if (len(m["y2"]) == 2 and m["s2"].strip() != "/") or (not m["s2"].strip() and month_first):
                continue
            y = int(m["y2"]) if len(m["y2"]) == 4 else _century(int(m["y2"]))
            pair = _day_month(int(m["d2"]), int(m["m2"]), month_first)
            if pair is None:
                continue
            d, mo = pair
        if valid(y, mo, d):
            out.append((m.start(), m.end(), "X", (y, mo, d)))
    for m in _MONTH.finditer(text, start, end):
        if m["m6"] and int(m["m6"]) == (int(m["y5"]) + 1) % 100:
            continue  # the season 2011-12
        out.append((m.start(), m.end(), "B", _month_or_quarter(m)))
    for m in _SHORT.finditer(text, start, end):
        a, b = int(m["a"]), int(m["b"])
        pair = _day_month(a, b, month_first)
        year = None if pair else EITHER
        pair = pair or ((a, b) if 1 <= a <= 12 and 1 <= b <= 12 else None)
        if pair and valid(2024, pair[1], pair[0]) and not any(w[0] <= m.start() < w[1] for w in out):
            out.append((m.start(), m.end(), "X", (year, pair[1], pair[0])))
    return out


def _span(m: regex.Match[str], month_first: bool) -> list[Found]:
    """Both days of "28/2-1/3", "20/07–25/07/2022"; an order that only one of them tells is the other's too."""
    pairs = [(int(m["a1"]), int(m["b1"])), (int(m["a2"]), int(m["b2"]))]
    for swap in (True, False) if month_first else (False,):
        days = [(b, a) if not swap else (a, b) for a, b in pairs]
        years = [int(y) if (y := m[n] or m["y2"]) else None for n in ("y1", "y2")]
        known = all(valid(y or 2024, mo, d) for y, (mo, d) in zip(years, days, strict=True))
        sure = not month_first or any(max(p) > 12 for p in pairs)
        if known and sure and (m["y1"] or days[0] < days[1]):
            ends = ((m.start(), m.start("to")), (m.end("to"), m.end()))
            return [(*e, "X", (y, *day)) for e, y, day in zip(ends, years, days, strict=True)]
    return []


def _century(year: int) -> int:
    """The year that two digits mean in the press: 1950–2049."""
    return 2000 + year if year < 50 else 1900 + year


def _month_or_quarter(m: regex.Match[str]) -> tuple[int | None, int, int]:
    """Year, when one is printed, first month and number of months of "03/2015", "T1 2021", "2018Q4", "S1 2022", "H2 2019"."""
    if m["q4"]:
        return None, 3 * int(m["q4"][1]) - 2, 3
    if m["m"]:
        return int(m["y"]), int(m["m"]), 1
    if m["y5"]:
        return int(m["y5"]), int(m["m5"] or m["m6"]), 1
    if m["h"] or m["h2"]:
        return int(m["y7"] or m["y8"]), 6 * int((m["h"] or m["h2"])[1]) - 5, 6
    n = int("".join(c for c in (m["q"] or m["q2"] or m["q3"]) if c.isdigit()))
    return int(m["y2"] or m["y3"] or m["y4"]), 3 * n - 2, 3


def _day_month(a: int, b: int, month_first: bool) -> tuple[int, int] | None:
    """Day and month of two numbers; day first except where the language is of two minds and only one reading fits."""
    if not month_first:
        return (a, b) if b <= 12 else (b, a) if a <= 12 else None
    if a > 12 and b <= 12:
        return a, b
    return (b, a) if a <= 12 and (b > 12 or a == b) else None
