"""Words of four languages as stems, and the concepts that a stem may mean: what ``concepts.bin`` holds (its making: ``concepts.md``)."""

from __future__ import annotations

import lzma
from array import array
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate

import msgspec
import Stemmer

from isnad.models import weights
from isnad.models.words import Packed as PackedWords
from isnad.models.words import Words

CONCEPTS = 65536
"""Numbers of concepts run below this."""
_NAMES = {"ar": "arabic", "fr": "french", "es": "spanish", "en": "english"}
_PREFIXES = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك", "س", "وب", "ول", "وس", "فس", "فب")
_PERSONS = "يتنا"
_SUFFIXES = ("هما", "ها", "هم", "هن", "نا", "كم", "ات", "ون", "ين", "ان", "وا", "تها", "ته", "يه", "ه", "ت", "ي", "ا")
"""What is written together with an Arabic word: particles and article before, persons of the verb, pronouns and numbers after."""


class Packed(msgspec.Struct, frozen=True):
    """One language as shipped: numbered stems, how many concepts each has, their numbers (uint16) and trust (0–15)."""

    stems: PackedWords
    counts: bytes
    ids: bytes
    weights: bytes


class Blob(msgspec.Struct, frozen=True):
    """The shipped file: the four languages, and how telling each concept is (twentieths of a nat)."""

    idf: bytes
    ar: Packed
    en: Packed
    es: Packed
    fr: Packed


@cache
def blob() -> Blob:
    """Return what is shipped, as it is packed."""
    return msgspec.msgpack.decode(lzma.decompress(weights("concepts.bin").read_bytes()), type=Blob)


@cache
def numbers() -> tuple[int, ...]:
    """Every number once, of concepts and of stems: keys that are one object are found in a table without being compared."""
    return tuple(range(CONCEPTS))


Senses = tuple[tuple[int, float], ...]
"""Concepts of one stem, each with its trust (0–1)."""
_TRUST = tuple(n / 15 for n in range(16))


class Stems(Mapping[str, Senses]):
    """Stem → concepts with trust of one language; they stay packed until one is asked for, as few of all ever are."""

    def __init__(self, packed: Packed) -> None:
        """Read the stems of a language as shipped."""
        self._at = Words(packed.stems)
        self._ends = array("I", accumulate(packed.counts))
        self._ids, self._weights = array("H", packed.ids), packed.weights

    def __getitem__(self, stem: str) -> Senses:
        """Return the concepts of a stem."""
        n = self._at[stem]
        known, ids, trust = numbers(), self._ids, self._weights
        first = self._ends[n - 1] if n else 0
        return tuple([(known[ids[i]], _TRUST[trust[i]]) for i in range(first, self._ends[n])])

    def __contains__(self, stem: object) -> bool:
        """Return whether the language has the stem."""
        return stem in self._at

    def __iter__(self) -> Iterator[str]:
        """Return the stems in order."""
        return iter(self._at)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._at)


@cache
def lexicon(language: str) -> Stems:
    """Return stem → concepts with trust (0–1) of one language."""
    return Stems(getattr(blob(), language))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    made = Stemmer.Stemmer(_NAMES[language])
    made.maxCacheSize = 20_000
    return made


@lru_cache(maxsize=16384)
def forms(word: str, language: str) -> tuple[str, ...]:
    """Return the stems a folded word may have, the likeliest first; in Arabic with less and more taken off either end."""
    if language not in _NAMES:
        return (word,)
    if language != "ar":
        return (_stemmer(language).stemWord(word), word)
    off = [word.removeprefix(p) for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= 3]
    heads = [*off[:1], word, *off[1:]]
    verbs = [h[1:] for h in heads if h[0] in _PERSONS and len(h) >= 4]
    tails = [h[: -len(t)] for h in heads for t in _SUFFIXES if h.endswith(t) and len(h) - len(t) >= 3]
    stems = map(_stemmer("ar").stemWord, [*heads, *verbs, *tails])
    return tuple(dict.fromkeys(stems))
