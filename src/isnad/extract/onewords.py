"""The words of a page on one line, and the phrases of chrome among them: entries of menus, buttons, announcements, counts of readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.chrome import phrases
from isnad.extract.onehead import Token
from isnad.extract.persons import desks, press_words
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, fold_lines

Known = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word, the longest first."""
_TOKEN = regex.compile(r"[^\s]+")
_MARKS = '.,:;|·•-–—>»«</()[]،؛*"'
TIMES = re.compile(r"[\d:/.,،٠-٩hH()\[\]|–—-]+(?:am|pm|h|GMT|hs|hrs)?\.?", re.IGNORECASE)
SMALL = frozenset(
    "in dans en sur par por by at في من على م ص pm am a.m p.m h hs hrs gmt time leer lecture x mail email e-mail min mn minutes minutos mins".split()
)
_AGO = re.compile(
    r"(?:منذ|قبل)\s+(?:\d+\s+)?(?:دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام|أسبوع)(?=\s)"
    r"|(?i:il y a|hace)\s+\d+\s+(?i:min(?:utes?|utos?)?|h|heures?|horas?|jours?|d[ií]as?)(?=\s)|\d+\s?(?i:min(?:ute)?s?|h|hours?|days?)\s(?i:ago)(?=\s)"
)
"""How long ago a text was written, as lines between headline and text say it."""
_NUMBERED = re.compile(
    r"(?:[Rr][ée]f(?:[ée]rence|erencia)?\.?|REF|RÉF|[Cc]ode|[Cc][óo]digo|ID|Id|[Nn]ota|رقم|المرجع)\s*[:.]?\s*(?:n[°º]\s?)?(?=[A-Z\d/-]*\d)[A-Z]{0,6}[-/]?\d[\w/-]*(?=\s)"
)
"""The number of a dispatch: "Réf. ALP-0210-118", "Nota 4410"."""
_SIZES = frozenset("A+ A- A++ A-- Aa A T+ T- ا+ ا- أ+ أ-".split())
"""Buttons that make letters larger and smaller."""
_TO_CLOCK = frozenset("a at las la à the on le el الساعه بتوقيت".split())
"""Words that lead from a date to its hour: "a las 11:20h."."""
SCALES = frozenset("k mil mille thousand million millions millon millones الف الاف مليون ملايين".split())
"""What makes a count of readers larger."""
_NUMBER = re.compile(r"[(\[]?[\d٠-٩][\d٠-٩.,٫]*(?:k|m)?[)\]]?[.:]?", re.IGNORECASE)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words of a stretch, each with its place and its folded form without marks."""
    spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
    keys = fold_lines([text[a:b] for a, b in spans])
    return [(a, b, key.strip(_MARKS)) for (a, b), key in zip(spans, keys, strict=True)]


def by_first(words: set[str] | frozenset[str], least: int = 3) -> Known:
    """Return phrases as words, by their first word, the longest first; those of fewer letters are left out."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for w in words:
        pieces = tuple(w.split())
        if pieces and len(w) >= least:
            found.setdefault(pieces[0], []).append(pieces)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in found.items()}


@cache
def chrome() -> Known:
    """Sections, buttons and announcements."""
    words = {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"]}
    return by_first(words | phrases("notices") | phrases("related"))


@cache
def rubrics() -> Known:
    """Return the names of newspapers' sections."""
    return by_first({fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"]})


@cache
def announcements() -> Known:
    """What announces other articles, and buttons."""
    roles = ("related", "notices", "at_source", "reader_buttons", "comments")
    return by_first(frozenset(w for role in roles for w in phrases(role)))


@cache
def _outlets() -> frozenset[str]:
    """What Arabic calls those who publish, with the preposition joined to it or not."""
    return frozenset(fold_key(w) for w in table("ar", "attributions")["kinds"]) | press_words()


@cache
def _sources() -> Known:
    return by_first(phrases("source"), 2)


def credits(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a credit behind the text begins at a token: «عن وكالة المحيط», «نقلا عن صحيفة …»; "Source :" is told by its colon elsewhere."""
    n = length(tokens, i, _sources()) or (tokens[i][2] == "عن")
    return bool(n) and not _outlets().isdisjoint(t[2] for t in tokens[i + 1 : i + n + 1])


@cache
def summons() -> Known:
    """Return what only speaks to the reader: "Hazte suscriptor", "Abonnez-vous"."""
    return by_first(phrases("summons"))


@cache
def subjects() -> Known:
    """What stands before the subjects of an article."""
    return by_first(phrases("tags"))


@cache
def flashes() -> Known:
    """What stands before a headline in haste, and before the items of a ticker."""
    return by_first(phrases("flash") | phrases("related"))


@cache
def _buttons() -> Known:
    return by_first(phrases("notices") | phrases("buttons") | phrases("modified"), 1)


@cache
def remarks() -> Known:
    """Return the headings of readers' comments."""
    return by_first(phrases("comments"))


@cache
def _counted() -> Known:
    return by_first(phrases("counted") | phrases("repeats"))


@cache
def _counting() -> Known:
    return by_first(phrases("counting"), 2)


def length(tokens: Sequence[Token], i: int, known: Known) -> int:
    """Return how many tokens from here are one known phrase."""
    phrases_here = known.get(tokens[i][2])
    if phrases_here is None:
        return 0
    for phrase in phrases_here:
        n = len(phrase)
        if n == 1 or (i + n <= len(tokens) and all(tokens[i + k][2] == phrase[k] for k in range(1, n))):
            return n
    return 0


def unit(text: str, tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Return how many tokens from here are one thing that stands between headline and text, and how much says that it is no sentence.

    A button, a count of readers ("Lu 1245 fois", «214 مشاهدة»), an hour, a desk; (0, 0) when it is none of them.
    """
    a, b, word = tokens[i]
    if not word:
        return 1, 0
    if (n := length(tokens, i, remarks())) and not text[a].islower():
        at = i + n
        if at < len(tokens) and text[tokens[at][0]] == "(" and _NUMBER.fullmatch(_printed(text, tokens[at])):
            return n + 1, 3  # "Comments (4)"
    if (
        (n := length(tokens, i, _counting()))
        and i + n < len(tokens)
        and _NUMBER.fullmatch(_printed(text, tokens[i + n]))
    ):
        times = _repeated(tokens, i + n + 1)
        return n + 1 + times, 2 + (times > 0)
    if _NUMBER.fullmatch(text[a:b]) and i + 1 < len(tokens):
        scaled = i + 2 < len(tokens) and tokens[i + 1][2] in SCALES  # «3,1 ألف مشاهدة»
        counted = length(tokens, i + 1 + scaled, _counted())
        if counted:
            return 1 + scaled + counted, 2
    if (n := length(tokens, i, _buttons())) and not text[a].islower():
        more = (
            i + n < len(tokens) and text[tokens[i + n][0]] == "(" and _NUMBER.fullmatch(_printed(text, tokens[i + n]))
        )
        return n + bool(more), 1 + (n > 1) + bool(more)
    if (told := _AGO.match(text, a)) is not None:
        return sum(t[0] < told.end() for t in tokens[i : i + 6]), 2
    if (told := _NUMBERED.match(text, a)) is not None:
        return sum(t[0] < told.end() for t in tokens[i : i + 4]), 0
    if TIMES.fullmatch(text[a:b]) or text[a:b] in _SIZES or word in SMALL or word in desks():
        return 1, 0
    if word in _TO_CLOCK and i + 1 < len(tokens):
        behind = next(
            (
                j
                for j in (i + 1, i + 2)
                if j < len(tokens)
                and TIMES.fullmatch(_printed(text, tokens[j]))
                and (j == i + 1 or tokens[i + 1][2] in _TO_CLOCK)
            ),
            None,
        )
        if behind is not None and any(c.isdigit() for c in tokens[behind][2]):
            return behind + 1 - i, 0
    if zone := length(tokens, i, _zones()):
        return min(zone + (word in _ZONED), len(tokens) - i), 0
    n = length(tokens, i, chrome()) if not text[a].islower() else 0
    return (n, 0) if n else (0, 0)


_ZONED = frozenset({"بتوقيت"})
"""What the name of a city follows in an hour."""


@cache
def _zones() -> Known:
    """What tells by which clock an hour is: «بتوقيت غرينتش», "heure de Paris", "hora local"."""
    told = "heure|hora|time"
    cities = "de paris|de tunis|d'alger|locale|local|peninsular|peninsular espanola|de espana|de chile|de mexico|de canarias|del este"
    latin = {f"{t} {c}" for t in told.split("|")[:2] for c in cities.split("|")} | {"local time", "eastern time"}
    return by_first(latin | {"بتوقيت", "بالتوقيت المحلي", "ت غ", "ت م"})


def _printed(text: str, token: Token) -> str:
    return text[token[0] : token[1]].rstrip(".,:;")


def _repeated(tokens: Sequence[Token], i: int) -> int:
    return length(tokens, i, _counted()) if i < len(tokens) else 0


def furniture(text: str, tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Return the token behind the buttons, counts and hours that stand in a row from here, and how much says that they are no sentence."""
    told = 0
    while i < len(tokens):
        n, said = unit(text, tokens, i)
        if not n:
            break
        told += said
        i += n
    return i, told
