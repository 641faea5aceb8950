"""Does a clause look ahead or back? The nearest word that says so decides; what is found beside a date is a lean, no tense."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from isnad.languages import table
from isnad.text import Token, fold_key, tokens

COMMA = 5
"""Words that a comma between counts for: a clause of its own has its own verb."""


class _Markers:
    """The words and endings of one language that look ahead or back."""

    def __init__(self, language: str) -> None:
        words = table(language, "dates")
        self.arabic = language == "ar"
        self.ahead = self._phrases(words["words"]["future_tense"])
        self.back = self._phrases(words["words"]["past_tense"])
        self.endings = [regex.compile(e) for e in words["future_endings"]]
        self.not_future = frozenset(fold_key(w) for w in words["future_not"])

    @staticmethod
    def _phrases(phrases: list[str]) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for p in phrases:
            key = tuple(fold_key(t.text) for t in tokens(p))
            found.setdefault(key[0], []).append(key)
        return found

    def starts(self, table: dict[str, list[tuple[str, ...]]], keys: list[str], i: int) -> bool:
        """True when one of the phrases stands at a place."""
        known = table.get(keys[i])
        return known is not None and any(tuple(keys[i : i + len(p)]) == p for p in known)

    @lru_cache(maxsize=20_000)  # noqa: B019  # one table a language, kept for the run
    def ends_ahead(self, word: str, key: str) -> bool:
        """True when a word's ending or prefix is a future tense's."""
        if len(key) < 4 or key in self.not_future:
            return False
        form = key if self.arabic else word.casefold()
        return any(e.search(form) for e in self.endings)


@cache
def _markers(language: str) -> _Markers:
    return _Markers(language)


class Tenses:
    """The words of a sentence that look ahead or back, by place."""

    def __init__(self, text: str, start: int, end: int, language: str) -> None:
        found = tokens(text, start, end)
        keys = [fold_key(t.text) for t in found]
        known = _markers(language)
        self.at = [t.start for t in found]
        self.marks: list[tuple[int, int]] = []
        self.commas: list[int] = []
        for i, t in enumerate(found):
            if t.kind == "mark":
                if keys[i] in ",;:()":
                    self.commas.append(i)
                continue
            if self._ahead(known, found, keys, i):
                self.marks.append((i, 1))
            elif known.starts(known.back, keys, i):
                self.marks.append((i, -1))

    @staticmethod
    def _ahead(known: _Markers, found: list[Token], keys: list[str], i: int) -> bool:
        if known.starts(known.ahead, keys, i) or known.ends_ahead(found[i].text, keys[i]):
            return True
        return known.arabic and keys[i][:1] in ("و", "ف") and keys[i][1:] in known.ahead

    def lean(self, start: int) -> int:
        """Return 1 or −1 for the direction of the nearest such word, 0 when there is none."""
        if not self.marks:
            return 0
        here = sum(a < start for a in self.at)

        def far(mark: tuple[int, int]) -> tuple[int, int]:
            i = mark[0]
            low, high = sorted((i, here))
            # A verb mostly stands before what dates it.
            between = sum(low < c < high for c in self.commas)
            return abs(i - here) + COMMA * between + (2 if i > here else 0), -i

        return min(self.marks, key=far)[1]
