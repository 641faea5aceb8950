"""How agencies date their texts: on a line of place, day and name, or before the first words."""

from __future__ import annotations

import regex

from isnad.extract.datelines import ARABIC, DIGIT, LONGEST_PARTIAL, WORDS, YEAR, dates_of
from isnad.extract.phrases import starts_with
from isnad.languages.calendar import CalendarDate, find_dates

_AGENCY_HEAD = regex.compile(
    r"^[\p{L}\p{M}'’. -]{2,40}?(?:\s*\([\p{L}\p{M}. ]{2,24}\))?(?:[,،]|\s[-–—/]|\s(?:في|le|el|on))?\s*(?P<date>\d{1,2}/\d{1,2}/\d{4}|(?=[^()/–—|]{0,30}\d)(?:[^()/–—|]|(?<=\p{L})/(?=\p{L})){6,40}?)\s*"
    r"(?:[(/]\s*[\p{L}\p{M}. ]{2,24}\s*[)/]|\.?[-–—]|:(?=\s))"
)
"""Place, day («3 آذار/مارس 2024» has its month under two names) and agency, or the mark that ends them."""

_BRACKETED = regex.compile(r"(?P<head>[^()/]{5,50}?)\s*\((?P<name>[\p{L}\p{M}. '’-]{2,30})\)[\s.:–—-]*")
"""Place, day and an agency in brackets, and nothing else."""


def agency_line(line: str) -> bool:
    """True for a line of place, day and agency: «مسقط في 10 ديسمبر / العمانية الحرة», "Abéché, 6 août (AOP) –"."""
    head, stroke, name = line.partition("/")
    if len(line) <= LONGEST_PARTIAL and (bracketed := _BRACKETED.fullmatch(line)) is not None:
        head, stroke, name = bracketed["head"], "/" * (not starts_with(bracketed["name"], "caption")), bracketed["name"]
    if not stroke or len(line) > LONGEST_PARTIAL or not DIGIT.search(head) or "/" in name:
        return False
    languages = ("ar",) if ARABIC.search(line) else ("fr", "es", "en")
    found = next((d for k in languages for d in find_dates(head, k) if d.day and d.month), None)
    return (
        found is not None
        and not head[found.end :].strip(" .,،")
        and 1 <= len(WORDS.findall(head[: found.start])) <= 3
        and 1 <= len(WORDS.findall(name)) <= 4
        and not DIGIT.search(name)
    )


def agency_day(paragraph: str) -> CalendarDate | None:
    """Return the day and month that an agency's paragraph opens with where it prints no year: "PORT-SEC (Kasso), 11 mai (Vigie).-"."""
    opening = paragraph[:110]
    found = _AGENCY_HEAD.match(opening) if DIGIT.search(opening[:60]) and YEAR.search(opening[:60]) is None else None
    if found is None or opening[: found.end()].count("(") == 0:
        return None
    languages = ("ar",) if ARABIC.search(opening) else ("fr", "es", "en")
    days = (d for k in languages for d in find_dates(opening[: found.end()], k) if d.day and d.month and not d.hijri)
    day = next(days, None)
    return (
        day if day is not None and not day.year and found.start("date") - 4 <= day.start <= found.end("date") else None
    )


def agency_dateline(paragraph: str) -> CalendarDate | None:
    """Return the full date that an agency's paragraph opens with: "RABAT, 20 juillet 2022 (MAP) –", «القاهرة في 2 يوليو 2024 / وادي /»."""
    opening = paragraph[:110]
    if not YEAR.search(opening[:80]):
        return None
    found = _AGENCY_HEAD.match(opening)
    if found is None:
        return None
    dates = dates_of(opening)
    if not dates or not found.start("date") - 4 <= dates[0].start <= found.end("date"):
        return None
    return dates[0] if dates[0].start <= 45 else None
