"""Who signed a page: lines with a cue ("Écrit par : A.T"), and lines that are nothing but a name beside a date or a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.datelines import LONGEST_META, all_dates, beside_dates, dates_of
from isnad.extract.phrases import phrases
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

_SMALL = frozenset(
    "le la les de du des l d et a au aux en the of and at in on to with el los las y e i del al con por para par avec "
    "da von van den der bin ben ibn abu al un une una uno".split()
)
_NAME = regex.compile(
    r"[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|del|de la|van|von|ben|bin|al|el|et|and|y|e|و)\s+)?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){0,5}"
)
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_LONG_WORDS = regex.compile(r"\p{L}{3,}")
_INITIALS = regex.compile(r"\p{Lu}\.\p{Lu}$")
_ENDS_NAME = re.compile(r"\s[-–—]\s|,|،|\s(?=\d)|\s{2,}")
_PIECES = re.compile(r"(?<=[a-zà-ÿ\u0621-\u064a]{3})\.\s+|\s*[|•·/]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[,،؛;]\s*|\s{3,}")
_ARABIC_INITIALS = regex.compile(r"(?:[\u0621-\u064a]\s?\.\s?){1,3}[\u0621-\u064a]?\.?")
_LATIN_INITIALS = regex.compile(r"(?:\p{Lu}\.\s?){1,3}\p{Lu}?\.?")
LONGEST_NAMES = 260
"""Characters of the longest line of nothing but names."""
MOST_WORDS = 6
"""Words of the longest name of an author."""


@cache
def _cue() -> regex.Pattern[str]:
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["byline"]}, key=lambda w: (-len(w), w))
    bodies = "|".join(_any_accent(w) for w in words)
    return regex.compile(rf"(?:^|[|•·]|\s[-–—]|\d|,)\s*(?P<cue>(?i:{bodies}))\s*[:：]?\s+(?P<name>\S[^|•·\n]{{1,80}})")


_ACCENTED = {
    "a": "aáàâ",
    "e": "eéèêë",
    "i": "iíîï",
    "o": "oóôö",
    "u": "uúùûü",
    "c": "cç",
    "n": "nñ",
    "ا": "اأإآ",
    "ه": "هة",
    "ي": "يى",
}


def _any_accent(phrase: str) -> str:
    """A pattern of a folded phrase that its printed forms match too: names are taken from the line as it is printed."""
    letters = (f"[{_ACCENTED[c]}]" if c in _ACCENTED else r"\s+" if c == " " else regex.escape(c) for c in phrase)
    return "".join(letters)


def byline_of(line: str) -> str | None:
    """Return the author a byline names ("Ecrit par : A.T" → "A.T"); ``None`` when the line is no byline."""
    return _byline_of(line) if 4 <= len(line) <= LONGEST_META else None


@lru_cache(maxsize=4096)
def _byline_of(line: str) -> str | None:
    for m in _cue().finditer(line):
        raw = m.group("name").strip()
        found = _NAME.match(raw)
        if not found:
            continue
        name = _ENDS_NAME.split(found.group())[0].strip(" .:-")
        arabic = script_of(line) == "Arabic"
        if name and len(name.split()) <= MOST_WORDS and (not arabic or len(raw.split()) <= MOST_WORDS):
            after = raw[len(name) :].strip(" .|-–—,،")
            if raw.startswith(f"{name}.") and _INITIALS.search(name):
                return f"{name}."
            return name if dates_of(after) or len(_LONG_WORDS.findall(after)) <= 4 else None
    return None


@cache
def _given() -> frozenset[str]:
    return frozenset(fold_key(n) for k in LANGUAGES for n in table(k, "names")["given"])


@cache
def _no_names() -> frozenset[str]:
    """Words that no author is called: desks, agencies, sections, buttons."""
    found = {fold_key(w) for k in LANGUAGES for w in (*table(k, "chrome")["sections"], *table(k, "chrome")["desks"])}
    return frozenset(found | phrases("notices") | phrases("related") | phrases("tags"))


@cache
def _desks() -> tuple[str, ...]:
    return tuple(sorted({fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["desks"] if len(w) > 3}))


def person(piece: str, near: bool = False) -> bool:
    """Return whether a few words can be the name of who signed: initials, or two to five words in the manner of names.

    Arabic has no capitals: a given name is asked for, unless the piece stands beside a date (``near``).
    """
    words = piece.split()
    if _ARABIC_INITIALS.fullmatch(piece) or _LATIN_INITIALS.fullmatch(piece):
        return True
    if not 2 <= len(words) <= 5 or any(c.isdigit() for c in piece) or piece[-1] in '!?؟:…"»”':
        return False
    folded = fold_key(piece)
    if folded in _no_names() or any(fold_key(w) in _no_names() for w in words):
        return False
    if script_of(piece) == "Arabic":
        if near and 2 <= len(words) <= 3 and all(len(w) > 1 for w in words):
            return True
        first = fold_key(words[0])
        return len(words) <= 4 and (
            first in _given() or first.startswith(("عبد", "ابو", "ام ")) or fold_key(" ".join(words[:2])) in _given()
        )
    return names_only(piece) or (piece.isupper() and fold_key(words[0]) in _given())


def _undesked(piece: str) -> str:
    """A piece without the desk named beside the author: "Rana Quttaineh and agencies" → "Rana Quttaineh"."""
    words = piece.split()
    while len(words) > 2 and (
        fold_key(words[-1]) in _no_names() or fold_key(words[-1].removeprefix("و")) in _no_names()
    ):
        words.pop()
        if fold_key(words[-1]) in ("and", "et", "y", "e", "con", "avec", "with", "و", "مع"):
            words.pop()
    return " ".join(words)


def signature(line: str, near: bool = False) -> str | None:
    """Return the name in a line of nothing but a name, and dates, times, places or desks beside it; else ``None``.

    "Marta Querol Ibáñez", "Inés Berenguer | Madrid", «دبي - شيخة الزيودي | الأحد …», "Publié le … | Clément Ducasteing".
    """
    return _signature(line, near) if len(line) <= LONGEST_META and line[-1:] not in "!?؟…" else None


@lru_cache(maxsize=4096)
def _signature(line: str, near: bool) -> str | None:
    dated = bool(all_dates(line))
    rest = beside_dates(line) if dated else line
    pieces = [
        p.strip(" .:،,()|") if not _LATIN_INITIALS.fullmatch(p.strip()) else p.strip() for p in _PIECES.split(rest)
    ]
    pieces = [_undesked(p) for p in pieces if p and any(c.isalpha() for c in p)]
    if not pieces or len(pieces) > 4 or any(len(p.split()) > MOST_WORDS for p in pieces):
        return None
    people = [p for p in pieces if person(p, near or dated)]
    if not people:
        return None
    known = [p for p in people if fold_key(p.split()[0]) in _given()]
    others = [p for p in pieces if p not in people]
    # What stands beside the name is short: a place, a desk, a formula of publication.
    if any(len(p.split()) > 3 and not any(d in fold_key(p) for d in _desks()) for p in others):
        return None
    return (known or people)[0]


def names_only(line: str) -> bool:
    """True when a line is nothing but capitalised names joined by small words, as captions of portraits are."""
    if len(line) > LONGEST_NAMES or line.rstrip()[-1:] in ".!?:;" or script_of(line) != "Latin":
        return False
    words = _LETTERS.findall(line)
    big = [w for w in words if fold_key(w) not in _SMALL]
    upper = [w for w in big if w[0].isupper()]
    if len(words) < 2 or len(words) > 20 or not big or line.isupper():
        return False
    return len(upper) >= 2 and len(upper) >= 0.7 * len(big)
