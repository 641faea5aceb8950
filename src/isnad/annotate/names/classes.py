"""Classes of words learned from text no one annotated: Brown clusters, bands of frequency, sorts of names they stand in."""

from __future__ import annotations

import lzma
from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock
from typing import Any

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


_TAKEN: dict[tuple[str, str], dict[str, Any]] = {}
_TAKING = Lock()


def _taken(part: str, language: str, read: Callable[[Blob], dict[str, Any]]) -> dict[str, Any]:
    """Return a table read from the shipped file once; what it was read from is let go, which saves its size again."""
    with _TAKING:
        if (part, language) not in _TAKEN:
            _TAKEN[part, language] = read(_blob())
        return _TAKEN[part, language]


@cache
def clusters(language: str) -> dict[str, int]:
    """Return printed word → Brown cluster (Brown et al. 1992), whose low bits are the path from the root; empty where none."""
    return _taken(
        "clusters",
        language,
        lambda blob: {w: c for c, words in blob.clusters.pop(language, {}).items() for w in words.split("\n")},
    )


@cache
def bands(language: str) -> dict[str, int]:
    """Return folded word → band of frequency, 0 the most frequent."""
    return _taken(
        "bands",
        language,
        lambda blob: {w: n for n, words in enumerate(blob.bands.pop(language, ())) for w in words.split("\n")},
    )


@cache
def sorts() -> dict[str, str]:
    """Return folded word → the class of names it mostly stands in: ``P+5`` is plainly persons', seen in five names or more."""

    def read(blob: Blob) -> dict[str, str]:
        kinds = list(blob.sorts)
        return {w: k for k in kinds for w in blob.sorts.pop(k).split("\n")}

    return _taken("sorts", "", read)


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
