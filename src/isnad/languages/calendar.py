"""Dates of the calendar as four languages print them: found in a text, not yet anchored to anything.

What is found here says only what the words say ("24 novembre", "mercredi", "مارس/آذار 2021", "20 - 07 - 2022"); which
day that is, when the year is missing, is for whoever knows the page.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Literal

import regex
from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import Folded, fold, fold_key

EARLIEST, LATEST = 1900, 2099
"""Years outside are not taken for dates of news."""


class CalendarDate(Struct, frozen=True):
    """What a printed date says; offsets into the text searched.

    ``year``, ``month``, ``day`` are the first day named, ``to_*`` the last of a range, each ``None`` when not printed.
    ``weekday`` is 0–6 from Monday. ``hijri`` dates count by the Islamic calendar.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_year: int | None = None
    to_month: int | None = None
    to_day: int | None = None
    weekday: int | None = None
    hijri: bool = False

    @property
    def full(self) -> bool:
        """True when day, month and year are printed."""
        return None not in (self.year, self.month, self.day)


@cache
def names(language: str, what: Literal["months", "weekdays", "hijri"]) -> dict[str, int]:
    """Return the folded names of months (1–12), weekdays (0–6) or Hijri months (1–12) of a language."""
    return {fold_key(k): int(v) for k, v in table(language, "calendar")[what].items()}


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """Return a regular expression of the words, the longest first, any white space between their parts."""
    ordered = sorted({fold_key(w) for w in words if w.strip()}, key=lambda w: (-len(w), w))
    return "|".join(regex.escape(w).replace(r"\ ", r"\s+") for w in ordered)


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19\d\d|20\d\d)"
_DIGIT = regex.compile(r"\d")
_EDGE, _STOP = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
_NUMERIC = regex.compile(
    rf"{_EDGE}(?:(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>{_DAY})"
    rf"|(?P<d2>{_DAY})(?P<s2>\s?[-/.]\s?)(?P<m2>0?[1-9]|[12]\d|3[01])(?P=s2)(?P<y2>{_YEAR}))(?!\d|[-/.]\d)"
)


class _Grammar:
    """The regular expressions of one language, over folded text."""

    def __init__(self, language: str) -> None:
        words = table(language, "dates")
        self.language = language
        self.months, self.weekdays, self.hijri = (names(language, w) for w in ("months", "weekdays", "hijri"))
        arabic = language == "ar"
        clitic = r"(?:[وبلف]|وب|ول)?" if arabic else ""
        month = alternatives(list(self.months))
        # «كانون الثاني (يناير)», «مارس/آذار»: one month under two names.
        dual = rf"(?:\s*[/(،-]\s*(?:{month})\s*\)?)?"
        dot = r"\.?"
        of = rf"(?:\s*(?:{alternatives(list(words['of']))})\s+|\s*[-/]?\s*)"
        first = alternatives(list(words["first"]))
        day = rf"(?:(?:{first})|{_DAY}(?:er|º|ª|o|st|nd|rd|th)?)"
        between = rf"\s*(?:{alternatives(list(words['range']))})\s*(?:el\s+|le\s+|the\s+)?"
        joint = r"(?:\s*[,،]?\s*|(?<=\p{L})[-/](?=\d))(?:(?:de|del|of|en|عام|سنه|من عام|من سنه|لعام|لسنه)\s+)?"
        # «2024م» and «1446هـ» carry the letter of their calendar.
        era = r"(?:\s?م(?![\p{L}]))?" if arabic else ""
        year = rf"(?:{joint}(?P<year>{_YEAR}){era}(?!\s*(?:%|euros|dollars)))?"
        surely = rf"{joint}(?P<year>{_YEAR}){era}"
        weekday = rf"(?:(?P<wd>{alternatives(list(self.weekdays))})\s*[,،]?\s*(?:(?:le|el|the|يوم|\()\s*)?)?"
        self.day_month = regex.compile(
            rf"{_EDGE}{clitic}{weekday}(?P<d>{day})(?:(?:{of}(?P<m1>{month}){dot}{dual})?{between}(?P<d2>{day}))?"
            rf"{of}(?P<m>{month})(?![\p{{L}}]){dot}{dual}{year}{_STOP}"
        )
        self.month_day = regex.compile(
            rf"{_EDGE}{weekday}(?P<m>{month}){dot}\s+(?P<d>{_DAY})(?:st|nd|rd|th)?(?:\s*[-–]\s*(?P<d2>{_DAY}))?"
            rf"(?!\s*:|\s*\d(?!\d{{3}}(?!\d))){year if language == 'en' else surely}{_STOP}"
        )
        self.month_year = regex.compile(rf"{_EDGE}{clitic}(?P<m>{month}){dot}{dual}{joint}(?P<year>{_YEAR}){_STOP}")
        hijri = alternatives(list(self.hijri))
        self.hijri_date = regex.compile(
            rf"{_EDGE}(?P<d>{_DAY})\s*(?:من\s+|de\s+|of\s+)?(?P<m>{hijri})\s*[,،]?\s*(?P<year>1[34]\d\d)(?:\s*(?:ه|هـ|h|ah)\.?)?{_STOP}"
        )
        self.weekday_only = regex.compile(rf"{_EDGE}{clitic}(?P<wd>{alternatives(list(self.weekdays))}){_STOP}")
        self.first = frozenset(fold_key(w) for w in words["first"])
        # Printed forms, for a look before folding: text without digits has no date unless it has one of these.
        self.first_word = regex.compile("|".join(regex.escape(w) for w in words["first"]) or r"(?!)", regex.IGNORECASE)


@kept
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


@lru_cache(maxsize=64)
def folded(text: str) -> Folded:
    """Return the folded text; kept for the texts last asked for."""
    return fold(text)


def find_dates(text: str, language: str) -> list[CalendarDate]:
    """Return the calendar dates printed in a text, in order, disjoint; day and month at least, or month and year.

    Numeric dates are read day first, except in English when only month first makes sense; an English numeric date
    that both readings fit is left out.
    """
    numbers, named = _NUMBERS.search(text) is not None, _may_name_months(text, language)
    if not numbers and not named:
        return []
    source = folded(text)
    found: list[CalendarDate] = []
    for m in _numerics(source.text) if numbers else ():
        if (made := _numeric(m, source, language)) is not None:
            found.append(made)
    if named:
        grammar, told = _grammar(language), _words(text)
        patterns = [] if _month_words(language, "hijri").isdisjoint(told) else [grammar.hijri_date]
        if not _month_words(language, "months").isdisjoint(told):
            patterns += [grammar.month_day, grammar.day_month, grammar.month_year]
        for pattern in patterns:
            for m in pattern.finditer(source.text):
                if (made := _named(m, source, grammar, pattern is grammar.hijri_date)) is not None:
                    found.append(made)
    return disjoint(found)


@lru_cache(maxsize=64)
def _numerics(text: str) -> list[regex.Match[str]]:
    """The dates in figures of a folded text; kept for the texts last asked for, which are asked in several languages."""
    return list(_NUMERIC.finditer(text))


_CLOCK_BEFORE = regex.compile(r"\d{1,2}[:h]$")
_NUMBERS = regex.compile(r"\d\s?[-/.]\s?\d")
_WORDS = regex.compile(r"\p{L}+")


@cache
def _month_words(language: str, what: Literal["months", "hijri"]) -> frozenset[str]:
    """The last words of the names of months, or of Hijri ones, with the clitics that Arabic writes before them."""
    last = {name.split()[-1] for name in names(language, what)}
    return frozenset(last | {c + w for w in last for c in "وبلف"} if language == "ar" else last)


def _may_name_months(text: str, language: str) -> bool:
    """A cheap look before the grammar: a date in words needs digits, or a word for the first, and a month's name."""
    if language not in LANGUAGES:
        return False
    if not _DIGIT.search(text) and not _grammar(language).first_word.search(text):
        return False
    told = _words(text)
    return not (_month_words(language, "months").isdisjoint(told) and _month_words(language, "hijri").isdisjoint(told))


@lru_cache(maxsize=64)
def _words(text: str) -> list[str]:
    return _WORDS.findall(fold_key(text))


def find_weekdays(text: str, language: str) -> list[CalendarDate]:
    """Return the names of weekdays in a text, in order."""
    if language not in LANGUAGES:
        return []
    source, grammar = folded(text), _grammar(language)
    found = []
    for m in grammar.weekday_only.finditer(source.text):
        span = source.source(m.start("wd"), m.end("wd"))
        found.append(CalendarDate(span.start, span.end, weekday=grammar.weekdays[" ".join(m.group("wd").split())]))
    return found


def disjoint(found: list[CalendarDate]) -> list[CalendarDate]:
    """Return the dates without those that another, longer or earlier, covers."""
    kept: list[CalendarDate] = []
    for d in sorted(found, key=lambda d: (d.start, -d.end)):
        if not kept or d.start >= kept[-1].end:
            kept.append(d)
        elif d.end - d.start > kept[-1].end - kept[-1].start:
            kept[-1] = d
    return kept


def _numeric(m: regex.Match[str], source: Folded, language: str) -> CalendarDate | None:
    if m.group("y"):
        y, mo, d = int(m.group("y")), int(m.group("m")), int(m.group("d"))
    else:
        y, a, b = int(m.group("y2")), int(m.group("d2")), int(m.group("m2"))
        if language == "en" and a <= 12 and b <= 12 and a != b:
            return None
        d, mo = (b, a) if b > 12 else (a, b)
    if not valid(y, mo, d):
        return None
    span = source.source(m.start(), m.end())
    return CalendarDate(span.start, span.end, y, mo, d)


def _named(m: regex.Match[str], source: Folded, grammar: _Grammar, hijri: bool) -> CalendarDate | None:
    groups = m.groupdict()

    def month(key: str) -> int | None:
        word = groups.get(key)
        known = grammar.hijri if hijri else grammar.months
        return known.get(" ".join(word.split())) if word else None

    def day(key: str) -> int | None:
        word = groups.get(key)
        if not word:
            return None
        if word in grammar.first:
            return 1
        digits = regex.match(r"\d+", word)
        return int(digits.group()) if digits else 1

    year = int(groups["year"]) if groups.get("year") else None
    first, last, mo, mo1 = day("d"), day("d2"), month("m"), month("m1")
    if mo is None or (mo1 is not None and last is None):
        return None
    if first is None and year is None:
        return None
    for d in (first, last):
        if d is not None and not hijri and not valid(year or 2024, mo if d is last else mo1 or mo, d):
            return None
    weekday = groups.get("wd")
    start = m.start()
    if last is not None and _CLOCK_BEFORE.search(source.text, max(0, start - 3), start) and mo1 is None:
        first, last, start = (
            last,
            None,
            m.start("d2"),
        )  # «نُشر: 10:12-4 مارس»: the minutes of a clock, not a range's first day
    # A clitic letter before an Arabic weekday or day is no part of the date.
    span = source.source(start, m.end())
    return CalendarDate(
        span.start,
        span.end,
        year=year,
        month=mo1 or mo,
        day=first,
        to_year=year if last is not None else None,
        to_month=mo if last is not None else None,
        to_day=last,
        weekday=grammar.weekdays.get(" ".join(weekday.split())) if weekday else None,
        hijri=hijri,
    )


def valid(year: int, month: int, day: int) -> bool:
    """True when there is such a day, in the years of news."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return EARLIEST <= year <= LATEST
