"""The token stream that is searched: each word as printed, and as what it is once spelling and grammar are taken off.

A stem is the folded word (case, accents, hamza, vowel signs, digits: :mod:`isnad.text.fold`), in Arabic without one attached
particle and article, then cut by Snowball (Porter 2001; the Arabic stemmer after Al-Khatib et al. 2017). Stemming is a matter
of the document's language; a query has none, so a query's word is looked for under the stem each language would give it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex
import Stemmer
from msgspec import Struct

from isnad.text import fold_key, script_of

_NAMES = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french"}
LATIN = ("en", "es", "fr")
_WORDS = regex.compile(r"\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{M}ـ\u200c\u200d]+")
# Conjunctions and prepositions that Arabic writes onto the next word, with the article, longest first. Left out: س of the future,
# which would cut too many nouns.
_PARTICLES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "فلل", "ال", "لل", "و", "ب", "ل", "ف", "ك")
_SHORTEST = 3
"""Letters that must be left when a particle is taken off: فلس is no ف + لس."""
LONGEST = 64
"""Characters of a word that are looked at; a longer one is no word."""


class Word(Struct, frozen=True, array_like=True):
    """A word of a text: its place, the word as printed in small letters, and its stem."""

    start: int
    end: int
    exact: str
    stem: str


def words(text: str, language: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text in one language, in order. O(length)."""
    found = []
    for m in _WORDS.finditer(text, start, len(text) if end is None else end):
        exact, stem = _both(m.group()[:LONGEST], language)
        if exact:
            found.append(Word(m.start(), m.end(), exact, stem))
    return found


@lru_cache(maxsize=200_000)
def _both(printed: str, language: str) -> tuple[str, str]:
    exact = unicodedata.normalize("NFC", printed).casefold().strip("ـ\u200c\u200d")
    return exact, stem_of(printed, language) or exact


def stem_of(printed: str, language: str) -> str:
    """Return the stem of a word as it stands in a text of a language; a number is its digits."""
    plain = _plain(printed)
    if not plain or plain[0].isdigit():
        return plain
    if script_of(plain) == "Arabic":
        return _cut(without_particle(plain) or plain, "ar")
    return _cut(plain, language) if language in LATIN else plain


def stems_asked(printed: str) -> tuple[str, ...]:
    """Return the stems a query's word may have in a text of any language, the plain word among them."""
    plain = _plain(printed)
    if not plain or plain[0].isdigit():
        return (plain,) if plain else ()
    if script_of(plain) == "Arabic":
        return tuple(dict.fromkeys(_cut(w, "ar") for w in bare_forms(plain)))
    return tuple(dict.fromkeys((plain, *(_cut(plain, language) for language in LATIN))))


def bare_forms(plain: str) -> tuple[str, ...]:
    """Return a folded Arabic word and what is left when particles are taken off one after the other."""
    found = [plain]
    while left := without_particle(found[-1]):
        found.append(left)
    return tuple(found)


def without_particle(plain: str) -> str | None:
    """Return a folded Arabic word without the particle or article written onto it; ``None`` when it has none."""
    for particle in _PARTICLES:
        if plain.startswith(particle) and len(plain) - len(particle) >= _SHORTEST:
            return plain[len(particle) :]
    return None


def _plain(printed: str) -> str:
    # مسئول and مسؤول, شئون and شؤون are one word in two schools of spelling.
    plain = fold_key(printed[:LONGEST].replace("ئو", "ؤو")).replace(" ", "")
    if plain and plain[0].isdigit():
        head, _, tail = plain.rpartition(",")
        plain = f"{head}{tail}" if len(tail) == 3 else plain.replace(",", ".")
    return plain


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_NAMES[language])


@lru_cache(maxsize=200_000)
def _cut(plain: str, language: str) -> str:
    found: str = _stemmer(language).stemWord(plain)
    return found or plain
