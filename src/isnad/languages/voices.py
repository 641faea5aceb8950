"""Whose word a clause is: the turns by which somebody stands for what is said or counted there, in four languages (``voices.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import table
from isnad.text import fold_key, tokens

Phrase = tuple[tuple[str, bool], ...]
"""Folded words of a turn; true of a beginning, which any ending may follow."""


class Voices:
    """The turns of one language. Words are given folded; in Arabic «و» and «ف» before a turn are no part of it."""

    def __init__(self, language: str) -> None:
        self.arabic = language == "ar"
        data = table(language, "voices")
        self._sorts = {name: _Turns(words) for name, words in data.items() if name != "opposites"}
        self._opposites = [
            (n, side, _Turns(words)) for n, pair in enumerate(data["opposites"]) for side, words in enumerate(pair)
        ]
        self._opposed: dict[str, list[tuple[int, int, _Turns]]] = {}

    def at(self, sort: str, keys: Sequence[str], i: int) -> int:
        """Return how many words a turn of a sort takes that begins at a word; 0 when none does."""
        return self._at(self._sorts[sort], keys, i)

    def _at(self, turns: _Turns, keys: Sequence[str], i: int) -> int:
        for first in self._firsts(keys[i]):
            if found := turns.at(keys, i, first):
                return found
        return 0

    def _firsts(self, key: str) -> tuple[str, ...]:
        return (key, key[1:]) if self.arabic and len(key) > 2 and key[0] in "وف" else (key,)

    def stands(self, sort: str, keys: Sequence[str], low: int = 0, high: int | None = None) -> bool:
        """Return whether a turn of a sort begins among some words."""
        turns = self._sorts[sort]
        return any(self._at(turns, keys, i) for i in range(low, len(keys) if high is None else high))

    def opposites(self, keys: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return where words of pairs of opposites stand: the pair's number, its side (0 or 1), and the word's place."""
        return [
            (n, side, i)
            for i, key in enumerate(keys)
            for n, side, turns in self._sides(key)
            if self._at(turns, keys, i)
        ]

    def _sides(self, key: str) -> list[tuple[int, int, _Turns]]:
        """The sides of pairs that a word may begin a turn of: of hundreds mostly none, which is remembered of a word."""
        known = self._opposed.get(key)
        if known is None:
            known = [side for side in self._opposites if any(map(side[2].ways, self._firsts(key)))]
            if len(self._opposed) < MOST_KNOWN:
                self._opposed[key] = known
        return known


class _Turns:
    """Turns by their first words, whole or begun."""

    def __init__(self, words: Sequence[str]) -> None:
        phrases = [_phrase(w) for w in words]
        self.whole: dict[str, list[Phrase]] = {}
        self.begun: list[tuple[str, Phrase]] = []
        for p in phrases:
            (key, open_) = p[0]
            if open_:
                self.begun.append((key, p))
            else:
                self.whole.setdefault(key, []).append(p)
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def at(self, keys: Sequence[str], i: int, first: str) -> int:
        return max((len(p) for p in ways if _goes_on(p, keys, i)), default=0) if (ways := self.ways(first)) else 0

    def ways(self, first: str) -> tuple[Phrase, ...]:
        """The turns that a word may begin."""
        ways = self._known.get(first)
        if ways is None:
            ways = (*self.whole.get(first, ()), *(p for start, p in self.begun if first.startswith(start)))
            if len(self._known) < MOST_KNOWN:
                self._known[first] = ways
        return ways


MOST_KNOWN = 65536
"""Words remembered of a language: memory would grow with the pages otherwise."""


def _goes_on(phrase: Phrase, keys: Sequence[str], i: int) -> bool:
    if len(phrase) > len(keys) - i:
        return False
    rest = zip(phrase[1:], keys[i + 1 : i + len(phrase)], strict=True)
    return all(k.startswith(w) if begun else k == w for (w, begun), k in rest)


def _phrase(words: str) -> Phrase:
    found: list[tuple[str, bool]] = []
    for t in tokens(words):
        if t.text == "*":
            found[-1] = (found[-1][0], True)
        else:
            found.append((fold_key(t.text) or t.text, False))
    return tuple(found)


@cache
def voices(language: str) -> Voices:
    """Return the turns of a language."""
    return Voices(language)
