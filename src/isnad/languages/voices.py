"""Whose word a clause is: the turns by which somebody stands for what is said or counted there, in four languages (``voices.toml``)."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.text import fold_key, tokens

Phrase = tuple[tuple[str, bool], ...]
"""Folded words of a turn; true of a beginning, which any ending may follow."""


class Voices:
    """The turns of one language. Words are given folded; in Arabic «و» and «ف» before a turn are no part of it."""

    def __init__(self, language: str) -> None:
        self.arabic = language == "ar"
        data = table(language, "voices")
        self._sorts = {name: Turns(words) for name, words in data.items()}

    def at(self, sort: str, keys: Sequence[str], i: int) -> int:
        """Return how many words a turn of a sort takes that begins at a word; 0 when none does, or there is no such word."""
        return self._at(self._sorts[sort], keys, i) if 0 <= i < len(keys) else 0

    def _at(self, turns: Turns, keys: Sequence[str], i: int) -> int:
        for first in firsts(keys[i], self.arabic):
            if found := turns.at(keys, i, first):
                return found
        return 0

    def stands(self, sort: str, keys: Sequence[str], low: int = 0, high: int | None = None) -> bool:
        """Return whether a turn of a sort begins among some words."""
        turns = self._sorts[sort]
        return any(self._at(turns, keys, i) for i in range(low, len(keys) if high is None else high))


def firsts(key: str, arabic: bool) -> tuple[str, ...]:
    """Return the forms of a word by which a turn may begin: in Arabic also without a joined «و» or «ف»."""
    return (key, key[1:]) if arabic and len(key) > 2 and key[0] in "وف" else (key,)


class Turns:
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
        """Return how many words the longest turn takes that begins at a word, whose form is ``first``; 0 when none does."""
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


@kept
def voices(language: str) -> Voices:
    """Return the turns of a language."""
    return Voices(language)
