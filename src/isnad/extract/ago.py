"""How long before its capture a page says it was published: "3 hours ago", «منذ يومين», "5 h · 🌍"."""

from __future__ import annotations

import re
from functools import cache

import regex

from isnad.extract.looks import may_hold
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import alternatives
from isnad.text import fold_key

LONGEST_AGO = 90
"""Characters of the longest line that says how long ago it was written."""


@cache
def _days() -> dict[str, int]:
    return {fold_key(u): int(h) for k in LANGUAGES for u, h in table(k, "chrome")["ago_words"].items()}


@cache
def _short() -> tuple[regex.Pattern[str], dict[str, int]]:
    """A count of hours, days or weeks and the unit's letter alone: "3d", "5 h", «٦ س»."""
    units = {fold_key(u): int(h) for k in LANGUAGES for u, h in table(k, "chrome")["ago_hours"].items() if h}
    return regex.compile(rf"(?P<n>\d{{1,2}})\s?(?P<unit>{alternatives([u for u in units if len(u) == 1])})"), units


BETWEEN_OTHERS = 3
"""Pieces of a line, set apart by marks, of which one may be nothing but "yesterday"."""


@cache
def _agos() -> tuple[tuple[regex.Pattern[str], dict[str, int]], ...]:
    found = []
    for language in LANGUAGES:
        words = table(language, "chrome")
        units = {fold_key(u): int(h) for u, h in words["ago_hours"].items()}
        before, after = (alternatives(list(words[k])) for k in ("ago_before", "ago_after"))
        head = rf"(?<!\p{{L}})(?:{before})\s+" if before else r"(?<![\p{L}\p{N}])"
        tail = rf"\s+(?:{after})(?!\p{{L}})" if after else r"(?!\p{L})"
        found.append((regex.compile(rf"{head}(?P<n>\d{{1,3}})\s?(?P<unit>{alternatives(list(units))}){tail}"), units))
    return tuple(found)


@cache
def _posted() -> tuple[regex.Pattern[str], dict[str, int]]:
    """The line over a post in a network, with its hours: "5 h · 🌍", "Hier, à 14:30", «٦ س ·»."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    units = {fold_key(u): int(h) for t in tables for u, h in t["ago_hours"].items()}
    days = {fold_key(u): int(h) for t in tables for u, h in t["ago_words"].items()}
    clock = r"(?:a las?|at|a|على الساعه|الساعه)?\s*\d{1,2}\s?[:h.]\s?\d{2}(?:\s?[ap]\.?m\.?)?"
    edited = alternatives(sorted({fold_key(w) for t in tables for w in t["edited"]}))
    bare = rf"(?P<n>\d{{1,3}})\s?(?P<unit>{alternatives(list(units))})\.?\s*[·•∙](?:\W*(?:{edited}))?\W*$"
    return regex.compile(rf"\W*(?:{bare}|(?P<day>{alternatives(list(days))})\s*[,،]?\s*{clock}\W*$)"), units | days


_DIGIT = re.compile(r"\d")
_PARTED = regex.compile(r"\s*[|•·‧∙,،:()]\s*|\s+\.\s+|\s+[-–—/ـ]+\s+|\s{3,}")


@cache
def _cues() -> re.Pattern[str]:
    """The words that a line without a number needs to say how long ago: a cheap look before the patterns."""
    words = {w for k in LANGUAGES for role in ("ago_before", "ago_after") for w in table(k, "chrome")[role]}
    words |= {w for k in LANGUAGES for w, hours in table(k, "chrome")["ago_words"].items() if hours}
    return re.compile("|".join(re.escape(w).replace("ا", "[اأإآ]") for w in sorted(words)), re.IGNORECASE)


@cache
def _worded() -> tuple[tuple[regex.Pattern[str], dict[str, int], dict[str, int]], ...]:
    """How long ago in words: "two days ago", «منذ يومين»; the number may be the unit's own form in Arabic."""
    found = []
    for language in LANGUAGES:
        words = table(language, "chrome")
        units = {fold_key(u): int(h) for u, h in words["ago_hours"].items()}
        numbers = {fold_key(n): int(v) for n, v in words["ago_numbers"].items()}
        before, after = (alternatives(list(words[k])) for k in ("ago_before", "ago_after"))
        number = rf"(?:(?P<n>{alternatives([n for n in numbers if n])})\s+){'?' if '' in numbers else ''}"
        head, tail = (rf"(?:{before})\s+" if before else "", rf"\s+(?:{after})" if after else "")
        spoken = (
            rf"(?:\p{{L}}+\s+){{0,2}}?{head}{number}(?P<unit>{alternatives([u for u in units if len(u) > 1])}){tail}"
        )
        found.append((regex.compile(spoken), units, numbers))
    return tuple(found)


def posted_ago(line: str) -> bool:
    """Return whether a line is the one over a post in a network, with its hours and nothing else: "5 h · 🌍"."""
    return (
        len(line) <= LONGEST_AGO
        and _MARK.search(line) is not None
        and _posted()[0].fullmatch(fold_key(line)) is not None
    )


def hours_ago(line: str) -> int | None:
    """Return how many hours before its capture a short line says the page was published: "il y a 3 heures", «منذ يومين»."""
    if len(line) > LONGEST_AGO or (not may_hold(line, "ago") and not _MARK.search(line)):
        return None
    if not _DIGIT.search(line):
        return _in_words(line) if _cues().search(line) else None
    words = fold_key(line)
    posted, units = _posted()
    if (found := posted.match(words)) is not None:
        return units[found["day"]] if found["day"] else int(found["n"]) * units[found["unit"]]
    for pattern, units in _agos():
        if (found := pattern.search(words)) is not None:
            return int(found["n"]) * units[" ".join(found["unit"].split())]
    return _in_words(line) if _cues().search(line) or _SEPARATED.search(line) else None


_SEPARATED, _MARK = re.compile(r"[|•·]"), re.compile("[|•·∙]")
"""What parts the pieces of a line, of which one may be no more than a number and a letter: "3d"."""


def _in_words(line: str) -> int | None:
    """The hours of a piece of the line that says how long ago in words and nothing else but "Published", «نشر»."""
    pieces = [p for p in _PARTED.split(fold_key(line).strip(" .:")) if p]
    if len(pieces) >= BETWEEN_OTHERS:
        days = [_days()[p] for p in pieces if _days().get(p)]
        days += [int(m["n"]) * _short()[1][m["unit"]] for p in pieces if (m := _short()[0].fullmatch(p)) is not None]
        if len(days) == 1:
            return days[0]  # "The Standard · Yesterday · 31 comments", "The Record · 3d · 1.2K reads"
    for piece in pieces:
        for pattern, units, numbers in _worded() if piece else ():
            if (found := pattern.fullmatch(piece)) is not None:
                return numbers[found["n"] or ""] * units[found["unit"]]
    return None
