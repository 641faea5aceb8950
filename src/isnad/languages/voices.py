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
        self._opposites = [(_Turns(x), _Turns(y)) for x, y in data["opposites"]]

    def at(self, sort: str, keys: Sequence[str], i: int) -> int:
        """Return how many words a turn of a sort takes that begins at a word; 0 when none does."""
        return self._at(self._sorts[sort], keys, i)

    def _at(self, turns: _Turns, keys: Sequence[str], i: int) -> int:
        found = turns.at(keys, i, keys[i])
        if not found and self.arabic and len(keys[i]) > 2 and keys[i][0] in "وف":
            found = turns.at(keys, i, keys[i][1:])
        return found

    def stands(self, sort: str, keys: Sequence[str], low: int = 0, high: int | None = None) -> bool:
        """Return whether a turn of a sort begins among some words."""
        return any(self.at(sort, keys, i) for i in range(low, len(keys) if high is None else high))

    def opposites(self, keys: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return where words of pairs of opposites stand: the pair's number, its side (0 or 1), and the word's place."""
        sides = [(n, side, turns) for n, pair in enumerate(self._opposites) for side, turns in enumerate(pair)]
        return [(n, side, i) for i in range(len(keys)) for n, side, turns in sides if self._at(turns, keys, i)]


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
        ways = self._known.get(first)
        if ways is None:
            ways = (*self.whole.get(first, ()), *(p for start, p in self.begun if first.startswith(start)))
            if len(self._known) < 65536:
                self._known[first] = ways
        return max((len(p) for p in ways if _goes_on(p, keys, i)), default=0) if ways else 0


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
