"""From an alignment of an Arabic and a Latin word to the odds that they are spellings of one name."""

from __future__ import annotations

from functools import lru_cache
from operator import mul

from rapidfuzz.distance import Levenshtein

from isnad.link.spelling.sounds import consonants
from isnad.link.spelling.transducer import Weights, align, shipped

NEVER = -12.0
"""Log odds of two words that nothing aligns."""


def signs(arabic: str, latin: str, model: Weights | None = None) -> tuple[float, ...] | None:
    """Return what the best alignment of two folded words shows, or ``None`` when there is none.

    The likelihood ratio per letter; the worth (pointwise mutual information) of the worst two operations, of all bad ones
    together, of the first and the last; the letters; how the coarse consonants differ; consonants that one side alone writes.
    """
    ratio, steps = align(arabic, latin, model)
    if not steps:
        return None
    worth = [s.worth for s in steps]
    worst = sorted(worth)
    bones_a, bones_b = consonants(arabic), consonants(latin)
    latin_alone = [s.worth for s in steps if s.alone == "latin"]
    arabic_alone = [s.worth for s in steps if s.alone == "arabic"]
    inner = len(worth) > 2
    return (
        ratio,
        max(-8.0, worst[0]),
        max(-8.0, worst[1]) if len(worst) > 1 else 0.0,
        sum(w for w in worst if w < 0.0),
        float(min(len(arabic), 9)),
        float(bones_a == bones_b),
        float(Levenshtein.distance(bones_a, bones_b)),
        float(len(latin_alone)),
        float(len(arabic_alone)),
        sum(latin_alone),
        sum(arabic_alone),
        worth[1 if inner else 0],
        worth[-2 if inner else -1],
        abs(len(arabic) - 0.75 * len(latin)),
    )


def products(row: tuple[float, ...]) -> list[float]:
    """Return the signs brought to one scale, then their squares and products, then 1: what the weights are for."""
    return [*row, *(x * y for i, x in enumerate(row) for y in row[i:]), 1.0]


@lru_cache(maxsize=16384)
def log_odds(arabic: str, latin: str) -> float:
    """Return the log odds that two folded words are spellings of one name."""
    known = shipped()
    found = signs(arabic, latin)
    if found is None:
        return NEVER
    row = tuple((x - c) / s for x, c, s in zip(found, known.centre, known.spread, strict=True))
    return float(sum(map(mul, products(row), known.odds)))
