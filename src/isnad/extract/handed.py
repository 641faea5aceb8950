"""A short line of nothing but words about handing on a text, in whatever order, and the outlet it comes from.

"Con información de El Faro", "Première parution : L'Écho du Lac, 12 mai", "Story courtesy of the Vale Chronicle", «مصدر الخبر: جريدة الوادي».
No sentence is such a line: each word before the name is one of a closed list (``handed`` tells, ``between`` may stand among them).
"""

from __future__ import annotations

from functools import cache

import regex

from isnad.extract.datelines import all_dates
from isnad.extract.persons import agency, called, desks, generic, jobs, of_press, person, press_words
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

LONGEST = 110
"""Characters of the longest such line."""
HEAD, NAME = 8, 6
"""Words before the name, and of the longest name."""
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}.&-]*['’]?")
_BEHIND = regex.compile(r"\s*(?:[,،|·•(]|\s[-–—]\s)\s*.*$")
_LETTER = regex.compile(r"[\p{L}\p{M}-]+")
_NEVER = frozenset(";=@#")
"""Marks that stand in no such line."""
_QUOTED = regex.compile(r"[«\"“‘](?P<name>[^«»\"“”]{2,50})[»\"”’]\s*$")
_BOTH = regex.compile(r"\s(?:y|e|et|and|&|و)\s?|\sو(?=ال|وكال|صحيف|جريد|قنا|إذاع)")
"""What joins two outlets."""
CALLING = 3
"""Words of the longest calling in the place of a name."""
_SMALL = frozenset("de du des del la le les los las el of the and et y e".split())
_ARTICLES = frozenset("the le la l les el los las".split())
_BEFORE_DATES = frozenset("le du el del de on of في يوم بتاريخ".split())


def handed(line: str) -> str | None:
    """Return the outlet that a line of nothing else says its text comes from; a word of the trade, or marks, are asked of its name."""
    line = line.strip(" .[]*_")
    if line[:1] == "(" and line[-1:] == ")":
        line = line[1:-1].strip()
    if not 6 <= len(line) <= LONGEST or line[-1:] in "!?؟…:" or "  " in line or not _NEVER.isdisjoint(line):
        return None
    if press_words().isdisjoint(_LETTER.findall(fold_key(line))):
        return None
    line = _unremarked(line)
    arabic = script_of(line) == "Arabic"
    words = [(m.start(), m.group()) for m in _WORD.finditer(line)]
    told = weak = writes = False
    for n, (at, printed) in enumerate(words[: HEAD + 1]):
        word = fold_key(printed).strip(".'")
        known = word in _known()
        if n and not (known and (arabic or printed[0].islower())) and (name := _named(line[at:], arabic)) is not None:
            return name if told or ((weak or writes) and not _wire(name)) else None
        if not known:
            return None
        told = told or word in _words("handed")
        weak = weak or word in _words("lent")
        writes = word in _words("writes") if not n else writes and word in _ARTICLES
    return None


ASSISTED, HELPER = 14, 5
"""Words of the longest line that says with whose help its text was written, and of the helper's name."""


def assisted(line: str) -> bool:
    """Return whether a line without a stop ends in with whose help its text was written: "Sports desk, with reporting by Ombú"."""
    words = line.split()
    if not 3 <= len(words) <= ASSISTED or line.rstrip()[-1:] in ".!?؟…:":
        return False
    key = f" {fold_key(line)} "
    for phrase in _helped():
        before, led, name = key.partition(phrase)
        if not led:
            continue
        behind = words[len(words) - len(name.split()) :] if len(key.split()) == len(words) else []
        capitals = script_of(line) == "Arabic" or all(w[0].isupper() or fold_key(w) in _SMALL for w in behind)
        if 0 < len(behind) <= HELPER and capitals and (not before.strip() or before.strip()[-1] in ",،-–—|/()"):
            return True
    return False


@cache
def _helped() -> tuple[str, ...]:
    return tuple(f" {fold_key(w)} " for k in LANGUAGES for w in table(k, "agencies")["helped"])


def leads(word: str) -> bool:
    """Return whether a word is one of those that lead to an outlet's name in such a line."""
    return fold_key(word) in _known() - _ARTICLES


def _unremarked(line: str) -> str:
    """A line without the remark that it closes with: "… under licence", "… avec autorisation"."""
    folded = fold_key(line)
    return next(
        (
            line[: -len(r)].rstrip(" ,،;.(–—-")
            for r in _remarks()
            if len(folded) == len(line) and folded.endswith(f" {r}")
        ),
        line,
    )


@cache
def _remarks() -> tuple[str, ...]:
    return tuple(
        sorted({fold_key(r) for k in LANGUAGES for r in table(k, "provenance")["remarks"]}, key=lambda r: (-len(r), r))
    )


def _wire(name: str) -> bool:
    """True for an agency, with whose words a newsroom writes its own text."""
    return agency(name) or not _agencies().isdisjoint(fold_key(name).split())


@cache
def _agencies() -> frozenset[str]:
    return frozenset("agence agencia agency agencies agences agencias وكاله وكالات wire newswire".split())


def _named(rest: str, arabic: bool) -> str | None:
    """The outlet's name that the rest of a line is, perhaps with its day or its town behind a mark; ``None`` when it is none."""
    marked = _QUOTED.match(rest) or (_QUOTED.search(rest) if rest[:1] in '«"“‘' else None)
    if marked is not None:
        return marked["name"].strip()
    if days := all_dates(rest):
        kept = rest[: days[0].start].split()
        while kept and fold_key(kept[-1]) in _BEFORE_DATES:
            kept.pop()
        rest = " ".join(kept)
    name = _BEHIND.sub("", rest).strip(' .,:;،-–—|»"”')
    words = name.split()
    keys = fold_key(name).replace("'", " ").split()
    if sum(of_press(p) for p in _BOTH.split(name)) > 1:
        return None  # "Con información de La Voz y Radio Tajo" is what a newsroom writes of its own
    if len(keys) < 2 or len(words) > NAME or any(c in name for c in ':!?؟«»"“”+/'):
        return None
    if desks().issuperset(keys) or generic(name) or (called(name) and person(name)):
        return None
    if not arabic and len(keys) <= CALLING and keys[-1] in jobs():
        return None  # "By Staff Reporter"
    if arabic:
        if keys[0] == "موقع" and len(words) > 2 and of_press(words[-1]):
            return " ".join(words[1:])  # «موقع الوادي برس»
        told = keys[0] in _words("outlets") or (keys[-1] in _words("outlets") and _known().isdisjoint(keys))
        return name if told else None
    if words[0] == "the":
        words, keys = words[1:], keys[1:]
    plain = [
        w for w in words if not (w[0].isupper() or w[0].isdigit() or fold_key(w) in _SMALL or w[:2] in ("l'", "d'"))
    ]
    if plain or len(keys) < 2 or not words[0][0].isupper():
        return None
    of_trade = [k for k in keys if k in press_words()]
    # "The Union", "El Norte" are papers; a union and the north need not be.
    return (
        " ".join(words) if of_trade and (keys[0] in _ARTICLES or not _words("ambiguous").issuperset(of_trade)) else None
    )


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(_words(role) for role in ("handed", "lent", "between", "writes")))


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(fold_key(w).strip("'") for k in LANGUAGES for w in table(k, "provenance")[role])
