"""How sure a number is, by the words that end right before it: "about", "at least", "no more than"."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.figure_words import FigureWords, Qualifier
from isnad.annotate.numerals import Numerals

NEAR = 6
"""Tokens within which a qualifier before a number is looked for."""


def before(found_keys: Sequence[str], i: int, words: FigureWords, numerals: Numerals) -> Qualifier | None:
    """Return the qualifier that ends right before a number, articles between them aside."""
    low = max(0, i - NEAR)
    keys = list(found_keys[low:i])
    pointed = False
    while keys and keys[-1] in ("les", "des", "de", "los", "las", "the", "d'", "a"):
        if (found := _ends(keys, words, numerals)) is not None:
            return found
        pointed |= keys.pop() in ("les", "los", "las", "the")
    found = _ends(keys, words, numerals)
    # "Well over the 58 deaths acknowledged": the number is exact, and what exceeds it is another.
    return None if pointed and found in ("at least", "at most") else found


def _ends(keys: Sequence[str], words: FigureWords, numerals: Numerals) -> Qualifier | None:
    # The longest phrase decides: «لا تتجاوز» holds «تتجاوز», "no more than" holds "more than".
    best: tuple[int, Qualifier] | None = None
    last = keys[-1] if keys else ""
    for qualifier, ways in words.before:
        for way in ways:
            whole = len(way) <= len(keys) and tuple(keys[-len(way) :]) == way
            bare = numerals.arabic and len(way) == 1 and way[0] in numerals.forms(last)
            if (whole or bare) and (best is None or len(way) > best[0]):
                best = len(way), qualifier
    return best[1] if best else None
