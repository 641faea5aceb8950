"""The words a tagger sees: tokens of a sentence, Arabic words cut from the particles attached to them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex
from msgspec import Struct

from isnad.annotate.names.lexicon import gazetteer
from isnad.annotate.names.particles import particles
from isnad.text import fold_key, tokens

_ARABIC = regex.compile(r"[\u0621-\u064a]")


class Word(Struct, frozen=True, array_like=True):
    """One word with its place; ``text`` as printed, ``key`` folded, ``kind`` as in tokens or "particle"."""

    start: int
    end: int
    text: str
    key: str
    kind: str


@cache
def _beginnings() -> Counter[str]:
    """How many known words of Arabic names begin with the same three letters."""
    return Counter(w[:3] for w in gazetteer().people | gazetteer().given if _ARABIC.match(w))


def unattached(key: str) -> str:
    """Return the first word of a person's name without a particle before it, when only so it begins like a name.

    «لصامبا» begins like no name, «صامبا» like many; «ليلى» and «بوريس» are names by themselves.
    """
    if key[:1] not in "وفبلك" or len(key) < 5 or key in gazetteer().people or key in gazetteer().given:
        return key
    whole, rest = _beginnings()[key[:3]], _beginnings()[key[1:4]]
    return key[1:] if rest >= 2 and whole * 8 <= rest else key


def words_of(text: str, start: int, end: int, language: str, names: frozenset[str] = frozenset()) -> list[Word]:
    """Return the words of a stretch of text; an elided article ("l'") is a word of its own.

    ``names`` are folded Arabic words known to begin names on the page.
    """
    found: list[Word] = []
    for t in tokens(text, start, end):
        key = fold_key(t.text)
        if (
            language == "ar"
            and t.kind == "word"
            and _ARABIC.match(key)
            and (n := particles(key) or _before(key, names))
        ):
            cut = _cut(t.text, n)
            found.append(Word(t.start, t.start + cut, t.text[:cut], key[:n], "particle"))
            found.append(Word(t.start + cut, t.end, t.text[cut:], key[n:], "word"))
            continue
        found.append(Word(t.start, t.end, t.text, key, t.kind))
    return found


def _before(key: str, names: frozenset[str]) -> int:
    """One letter when a particle stands before a word that begins a name of the page."""
    return int(key[:1] in "وفبلك" and len(key) >= 4 and key[1:] in names and key not in names)


def _cut(printed: str, letters: int) -> int:
    """Where the first letters end in the printed word, vowel signs included."""
    seen = 0
    for i, c in enumerate(printed):
        if fold_key(c):
            if seen == letters:
                return i
            seen += 1
    return len(printed)
