"""Classes of words learned from text no one annotated: Brown clusters, bands of frequency, sorts of names they stand in."""

from __future__ import annotations

import lzma
from functools import cache, lru_cache

import msgspec

from isnad.models import weights

BANDS = (200, 1500, 6000, 20000, 60000)
"""Ranks at which a band of frequency ends; rarer words are in none."""


class Blob(msgspec.Struct, frozen=True):
    """The shipped classes; words stand one a line.

    ``clusters``: language → cluster → printed words; ``bands``: language → folded words of each band, the most frequent
    first; ``sorts``: class of names → folded words; ``letters``: trigram of Arabic letters → log odds of a name.
    """

    clusters: dict[str, dict[int, str]]
    bands: dict[str, list[str]]
    sorts: dict[str, str]
    letters: dict[str, float] = {}


@cache
def _blob() -> Blob:
    return msgspec.msgpack.decode(lzma.decompress(weights("classes.bin").read_bytes()), type=Blob)


@cache
def clusters(language: str) -> dict[str, int]:
    """Return printed word → Brown cluster (Brown et al. 1992), whose low bits are the path from the root; empty where none."""
    return {w: c for c, words in _blob().clusters.get(language, {}).items() for w in words.split("\n")}


@cache
def bands(language: str) -> dict[str, int]:
    """Return folded word → band of frequency, 0 the most frequent."""
    return {w: n for n, words in enumerate(_blob().bands.get(language, ())) for w in words.split("\n")}


@cache
def sorts() -> dict[str, str]:
    """Return folded word → the class of names it mostly stands in: ``P+5`` is plainly persons', seen in five names or more."""
    return {w: k for k, words in _blob().sorts.items() for w in words.split("\n")}


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
