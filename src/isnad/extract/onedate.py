"""The line of a date on a page without line ends: the cue and the author before it, hours, buttons and an author behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.onehead import Token, small
from isnad.extract.onewords import TIMES, furniture, tokens_of, unit
from isnad.extract.persons import SHORT_NAME, called, desks, jobs, person, place_heads, when_words
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate
from isnad.text import fold_key

CUE = 9
"""Words before a date in which who wrote or published may be named."""
NAME = 4
"""Words of the longest name of an author, or of the place he writes from."""
_ARABIC = re.compile("[\u0621-\u064a]")
_HOURS = frozenset("am pm a.m p.m م ص h hs hrs".split())


def date_line(text: str, top: int, date: CalendarDate, end: int) -> tuple[int, int, int]:
    """Where the line of a date begins (with the cue before it: "by Lerato Mokwena 9th April 2024"), ends, and the text begins."""
    first = last = top + date.start
    before = tokens_of(text, top, first)[-CUE:]
    if before and (before[-1][2] in weekdays() or (before[-1][2] in _short_days() and text[before[-1][1] - 1] in ",.")):
        first = before.pop()[0]
    if said := signed_before(text, top, first):
        first = said[0]
        before = tokens_of(text, top, first)[-CUE:]
    if len(before) > LEAST_ABOVE and (place := _placed(text, before)):
        first = before[-place][0]
        del before[-place:]
    for i, (a, b, word) in enumerate(before):
        if word in cue_words() and _says_when([w for _, _, w in before[i:]], text[b:first], text[b - 1] in ":："):
            first = a if not (i and before[i - 1][2] in cue_words()) else before[i - 1][0]  # "Rédigé par …"
            break
    at = last = top + date.end
    tokens = tokens_of(text, last, min(end, last + 300))
    i = 0
    while i < len(tokens) and (n := unit(text, tokens, i)[0]):
        a, b, word = tokens[i]
        last = tokens[i + n - 1][1] if at == last and (TIMES.fullmatch(text[a:b]) or word in _HOURS) else last
        at, i = tokens[i + n - 1][1], i + n
    if (signed := _author_behind(text, tokens, i)) > i:
        at = last = tokens[signed - 1][1]
        i, _ = furniture(text, tokens, signed)
        at = tokens[i - 1][1]
    return first, last, at


def signed_before(text: str, top: int, day: int) -> tuple[int, ...]:
    """Return where who writes, with what he is or from where, begins right before a day, and where his line is cut; nothing when nobody does."""
    for pattern in (_JOBBED, _POINTED):
        said = pattern.search(text, max(top, day - LONGEST_LINE), day)
        if said is not None and (pattern is _POINTED or fold_key(said["job"]) in jobs()):
            if person(said["name"], near=True) or SHORT_NAME.search(said["name"]):
                if pattern is _POINTED:
                    return said.start(), said.start("name"), day
                words = said["name"].split()
                given = next((n for n in range(1, len(words) - 1) if called(" ".join(words[n:]))), 0)
                return said.start() + len(
                    " ".join([*words[:given], ""])
                ), day  # "… à Koréra Wassim Jebnoun, envoyé spécial"
    return ()


LONGEST_LINE = 120
"""Characters before a day in which its line may begin."""
_CAPITAL = r"\p{Lu}[\p{L}\p{M}'’-]*"
_JOBBED = regex.compile(
    rf"(?<=\s)(?P<name>{_CAPITAL}(?:\s(?:(?:de|del|du|la|el|ben|ould|al|von|van)\s)?{_CAPITAL}){{1,3}}),?\s+(?P<job>\p{{Ll}}[\p{{L}}]+)[^,.|:!?]{{0,60}}\s$"
)
"""Who writes, what he is and from where, before a day: "Wassim Jebnoun, envoyé spécial à Bir Zmit Jeudi 14 mars 2019"."""
_POINTED = regex.compile(
    rf"(?<=\s){_CAPITAL}(?:\s(?:(?:de|del|du|la|el|of|des|les|los)\s){{0,2}}{_CAPITAL}){{0,4}}\.\s"
    rf"(?P<name>(?:\p{{Lu}}\.\s?)+{_CAPITAL}|{_CAPITAL}(?:\s{_CAPITAL}){{1,3}})\.\s$"
)
"""A place, an author, points between them, before a day: "Norte de Marruecos. J. A. Villatoro. Vie, 20/09/2024"."""
LEAST_ABOVE = 3
"""Words of a headline before the place and the comma that a day may have."""


def _placed(text: str, tokens: Sequence[Token]) -> int:
    """How many of the last tokens are a place with its comma, before a day: "… indefinida Huancayo, miércoles 14 de setiembre"."""
    a, b, _ = tokens[-1]
    if not tokens[-2][2] or text[b - 1] not in ",،" or not text[a].isupper() or text[a : b - 1].isupper():
        return 0
    if tokens[-2][2] in ("de", "del", "la", "el", "of", "du", "des", "le") and text[tokens[-2][0]].islower():
        n = next((n for n in range(3, 6) if len(tokens) > n and tokens[-n][2] in place_heads()), 0)
        return n if n and text[tokens[-n][0]].isupper() else 0
    return 2 if tokens[-2][2] in place_heads() and text[tokens[-2][0]].isupper() else 1


def _author_behind(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind who signs behind a date and its hours, by a cue or in capitals; ``i`` when nobody does."""
    cue = i if i < len(tokens) and tokens[i][2] in cue_words() else i - 1  # "By" is a small word of date lines too
    if 0 <= cue < len(tokens) and tokens[cue][2] in cue_words() and (signed := _signed_by(text, tokens, cue)) > cue:
        return signed
    return _signs_behind(text, tokens, i) if 0 < i < len(tokens) and not tokens[i - 1][2] else i


def _signed_by(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind a cue and who wrote behind a date: "13/03/2023 17:34 By Duncan Mbeki Listen to this article …"; ``i`` when nobody is told.

    Buttons or a dateline behind the name show its end, else a known given name and one word more are taken.
    """
    first = i + 1
    most = next((j for j in range(first, min(len(tokens), first + NAME)) if not _named(text, tokens[j])), first + NAME)
    most = min(most, len(tokens) - 1)
    ends = [j for j in range(first + 2, most + 1) if person(text[tokens[first][0] : tokens[j - 1][1]], near=True)]
    for j in ends:
        if unit(text, tokens, j)[0] or text[tokens[j][0] : tokens[j][1]].isupper() or tokens[j][2] in small():
            return j
    return first + 2 if ends and called(text[tokens[first][0] : tokens[first + 1][1]]) else i


def _named(text: str, token: Token) -> bool:
    return text[token[0]].isupper() or bool(_ARABIC.match(text[token[0]]))


def _signs_behind(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind an author and his place that stand behind the date's mark in capitals: "- LORENZO MUCIENTES | VALLADOLID Ya …"."""
    stop = i
    while stop < len(tokens) and stop - i < NAME and _capitals(text, tokens[stop]):
        stop += 1
    if stop - i < 2 or not person(text[tokens[i][0] : tokens[stop - 1][1]], near=True):
        return i
    place = stop + 1 if stop < len(tokens) and not tokens[stop][2] else stop
    behind = place
    while behind < len(tokens) and behind - place < NAME and _capitals(text, tokens[behind]):
        behind += 1
    return behind if behind > place > stop else stop


def _capitals(text: str, token: Token) -> bool:
    word = text[token[0] : token[1]]
    return len(token[2]) > 1 and word.isupper()


@cache
def cue_words() -> frozenset[str]:
    """The first words of formulas that name an author or a day: "by", "publié", «نشر»."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    words = (w for t in tables for role in ("byline", "published", "modified") for w in t[role])
    return frozenset(fold_key(w).split()[0].strip("{}:") for w in words) - {"date", "publisher"}


@cache
def weekdays() -> frozenset[str]:
    """Return the days of the week of all languages, folded."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "calendar")["weekdays"])


@cache
def _short_days() -> frozenset[str]:
    return frozenset(w[:3] for w in weekdays() if w.isascii())


def _says_when(words: list[str], printed: str, marked: bool) -> bool:
    """True when what stands before a date is its formula ("publié le"), or a cue and who wrote ("by Lerato Mokwena").

    ``marked`` when the cue has a colon; then the name may be one that is not known, and a place may follow it.
    """
    if when_words().issuperset(words):
        return True
    kept = printed.split()
    while kept and _of_formula(kept):
        kept.pop()
    name = " ".join(kept).strip(" :|-–—,،.")
    if not name or len(name.split()) > LONGEST_SIGNED:
        return False
    if called(name) or fold_key(name) in desks():
        return True
    first = _PARTS.split(name)[0]
    near = marked or not _ARABIC.match(first)
    return near and 2 <= len(first.split()) <= NAME and person(first, near=True)


def _of_formula(words: Sequence[str]) -> bool:
    """True when the last of some words belongs to a formula of publication, its section too: "Publié dans Société"."""
    last = fold_key(words[-1]).strip(".,:|-–—")
    if last in when_words() | {""} or last in _INTO:
        return True
    return len(words) > 1 and last in sections() and fold_key(words[-2]).strip(":") in _INTO


_INTO = frozenset("dans en in rubrique seccion section categorie categoria category قسم بقسم".split())
"""What leads to the section that an article was published in."""
_PARTS = re.compile(r"\s+[-–—|/ـ]+\s+|\s*[،,|]\s*")
LONGEST_SIGNED = 6
"""Words of the longest author, his place with him, before a date."""


@cache
def sections() -> frozenset[str]:
    """Return the names of newspapers' sections, folded."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])
