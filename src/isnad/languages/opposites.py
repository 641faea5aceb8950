"""What cannot both be true of one thing, in four languages (``opposites.toml``): dismissed or resigned, put off or called off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import table
from isnad.languages.voices import MOST_KNOWN, Turns, firsts

LATER = "later"
"""The table of the pairs of which the one may follow the other."""
_TABLES = ("never", LATER)
HEDGED = 5
"""Words before an outcome among which stands that it may be."""
ASKED = 12
"""Words before an outcome among which stands that it is asked for, or denied."""


class Opposites:
    """The pairs of one language; their names are the same in all. Words are given folded."""

    def __init__(self, language: str) -> None:
        self._arabic = language == "ar"
        data = table(language, "opposites")
        self._sides = [
            (name, side, Turns(words))
            for t in _TABLES
            for name, pair in data[t].items()
            for side, words in enumerate(pair)
        ]
        self._hedges, self._asks, self._nobody = (Turns(data[k]) for k in ("hedges", "asks", "nobody"))
        self._begun: dict[str, tuple[tuple[str, int, Turns], ...]] = {}

    def found(self, keys: Sequence[str]) -> list[tuple[str, int, int, int]]:
        """Return where words of pairs stand: the pair's name, its side (0 or 1), the place of the first word, how many they are."""
        return [
            (name, side, i, size)
            for i, key in enumerate(keys)
            for name, side, turns in self._of(key)
            if (size := self._at(turns, keys, i))
        ]

    def lasting(self, keys: Sequence[str]) -> list[tuple[str, int, int]]:
        """Return the same of the pairs of which neither side may follow the other."""
        return [f[:3] for f in self.found(keys) if not follow(f[0])]

    def hedged(self, keys: Sequence[str]) -> bool:
        """Return whether words say of what stands behind them that it may be or is to come, or further before that it is asked for or denied."""
        near = range(max(0, len(keys) - HEDGED), len(keys))
        far = range(max(0, len(keys) - ASKED), len(keys))
        return any(self._at(self._hedges, keys, i) for i in near) or any(self._at(self._asks, keys, i) for i in far)

    def nobody(self, keys: Sequence[str]) -> bool:
        """Return whether words take something back of everybody: "nobody", "not a single"."""
        return any(self._at(self._nobody, keys, i) for i in range(len(keys)))

    def _at(self, turns: Turns, keys: Sequence[str], i: int) -> int:
        return max(turns.at(keys, i, first) for first in firsts(keys[i], self._arabic))

    def _of(self, key: str) -> tuple[tuple[str, int, Turns], ...]:
        """The sides of pairs that a word may begin a turn of: of hundreds mostly none, which is remembered of a word."""
        known = self._begun.get(key)
        if known is None:
            ways = firsts(key, self._arabic)
            known = tuple(side for side in self._sides if any(map(side[2].ways, ways)))
            if len(self._begun) < MOST_KNOWN:
                self._begun[key] = known
        return known


@cache
def opposites(language: str) -> Opposites:
    """Return the pairs of a language."""
    return Opposites(language)


@cache
def follow(name: str) -> bool:
    """Return whether the one side of a pair may follow the other."""
    return name in table("en", "opposites")[LATER]
