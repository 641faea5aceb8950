"""The words a tagger sees: tokens of a sentence, Arabic words cut from the particles attached to them."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names
from isnad.languages import table
from isnad.languages.meanings import bare
from isnad.text import fold_key, tokens

_PARTICLES = ("وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "فلل", "لل", "وب", "ول", "فب", "و", "ف", "ب", "ل", "ك")
_ARABIC = regex.compile(r"[\u0621-\u064a]")


class Word(Struct, frozen=True, array_like=True):
    """One word with its place; ``text`` as printed, ``key`` folded, ``kind`` as in tokens or "particle"."""

    start: int
    end: int
    text: str
    key: str
    kind: str


@cache
def _known_arabic() -> frozenset[str]:
    """Folded Arabic words that names are made of."""
    found = set(gazetteer().people) | set(given_names())
    found |= {w for name in gazetteer().places for w in name.split()}
    found |= {fold_key(w) for w in table("ar", "names")["heads"]}
    for phrases in table("ar", "offices")["concepts"].values():
        found |= {form for p in phrases for w in p.split() for form in (fold_key(w), bare(fold_key(w)))}
    return frozenset(w for w in found if _ARABIC.match(w))


@lru_cache(maxsize=65536)
def particle(key: str) -> int:
    """Return how many letters at the start of a folded Arabic word are attached particles; 0 when it is one word.

    A particle is cut when what is left is a known word of names, or starts with the article, and the whole is not known.
    """
    known = _known_arabic()
    if key in known or len(key) < 4 or key in _plain():
        return 0
    if key.startswith(("وال", "بال", "فال", "كال")) and len(key) >= 6:
        return 1
    if key.startswith("لل") and len(key) >= 5:
        return 2
    if key.startswith("ولل") and len(key) >= 6:
        return 3
    for p in ("و", "ف", "ب", "ل", "ك", "وب", "ول"):
        rest = key[len(p) :]
        if key.startswith(p) and len(rest) >= 3 and (rest in known or rest in demonyms("ar")):
            return len(p)
    return 0


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


@cache
def _plain() -> frozenset[str]:
    """Frequent words that begin with a particle's letter by nature."""
    return frozenset(fold_key(w) for w in table("ar", "names")["never"])


def words_of(text: str, start: int, end: int, language: str, names: frozenset[str] = frozenset()) -> list[Word]:
    """Return the words of a stretch of text; an elided article ("l'") is a word of its own.

    ``names`` are folded Arabic words known to begin names on the page.
    """
    found: list[Word] = []
    for t in tokens(text, start, end):
        key = fold_key(t.text)
        if language == "ar" and t.kind == "word" and _ARABIC.match(key) and (n := particle(key) or _before(key, names)):
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
