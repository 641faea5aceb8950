"""What cannot both be true of one thing, in four languages (``opposites.toml``): dismissed or resigned, put off or called off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.languages.voices import Turns, firsts

LATER = "later"
"""The table of the pairs of which the one may follow the other."""
PERSONAL = frozenset(
    "dismissed jumped suicide natural arrested abducted drunk expelled attended freed convicted alive stable hurt qualified pardoned".split()
)
"""The pairs that befall persons: who they are says that one thing is told."""
HEAD = 3
"""Letters by which most words are known to begin no turn."""
Side = tuple[str, int, Turns]
"""One side of a pair: the pair's name, which side, and its turns."""
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
        self._whole: dict[str, list[Side]] = {}
        self._begun: dict[str, list[tuple[str, Side]]] = {}
        for side in self._sides:
            for word in side[2].whole:
                self._whole.setdefault(word, []).append(side)
            for start, _ in side[2].begun:
                self._begun.setdefault(start[:HEAD], []).append((start, side))

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

    def _of(self, key: str) -> list[Side]:
        """The sides of pairs that a word may begin a turn of: of hundreds mostly none."""
        found: list[Side] = []
        for word in firsts(key, self._arabic):
            found += self._whole.get(word, ())
            for n in range(1, HEAD + 1):
                found += (side for start, side in self._begun.get(word[:n], ()) if word.startswith(start))
        return list({side[:2]: side for side in found}.values())


@kept
def opposites(language: str) -> Opposites:
    """Return the pairs of a language."""
    return Opposites(language)


@cache
def follow(name: str) -> bool:
    """Return whether the one side of a pair may follow the other."""
    return name in table("en", "opposites")[LATER]
