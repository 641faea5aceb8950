"""Classes of words learned from text no one annotated: Brown clusters, bands of frequency, sorts of names they stand in."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from isnad.models import weights
from isnad.models.words import Packed, Words

BANDS = (200, 1500, 6000, 20000, 60000)
"""Ranks at which a band of frequency ends; rarer words are in none."""


class Blob(msgspec.Struct, frozen=True):
    """The shipped classes: a table of words for each part of them.

    ``clusters``: language → printed words and their clusters; ``bands``: language → folded words and their bands;
    ``sorts``: folded words and the place of their class among ``classes``; ``letters``: trigram of Arabic letters →
    log odds of a name.
    """

    clusters: dict[str, Packed]
    bands: dict[str, Packed]
    sorts: Packed
    classes: list[str]
    letters: dict[str, float]


@cache
def _blob() -> Blob:
    return msgspec.msgpack.decode(lzma.decompress(weights("classes.bin").read_bytes()), type=Blob)


@cache
def clusters(language: str) -> Mapping[str, int]:
    """Return printed word → Brown cluster (Brown et al. 1992), the 16 low bits of it: its path from the root; empty where none."""
    packed = _blob().clusters.get(language)
    return Words(packed) if packed else {}


@cache
def bands(language: str) -> Words:
    """Return folded word → band of frequency, 0 the most frequent."""
    return Words(_blob().bands[language])


@cache
def _sorts() -> Words:
    return Words(_blob().sorts)


def sort_of(word: str) -> str | None:
    """Return the class of names a folded word mostly stands in: ``P+5`` is plainly persons', seen in five names or more."""
    n = _sorts().get(word)
    return None if n is None else _blob().classes[n]


def trigrams(word: str) -> list[str]:
    """Return the runs of three letters of a word, its bounds marked."""
    marked = f"^{word}$"
    return [marked[i : i + 3] for i in range(len(marked) - 2)]


@lru_cache(maxsize=65536)
def likeness(word: str) -> float:
    """Return how much the letters of a folded Arabic word look like a name's: mean log odds, above zero for names."""
    odds = _blob().letters
    runs = trigrams(word)
    return sum(odds.get(t, 0.0) for t in runs) / max(1, len(runs))
