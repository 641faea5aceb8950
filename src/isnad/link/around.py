"""The words around one figure in its sentence: how far each stands, which of them other numbers take up, and who is only named in passing."""

from __future__ import annotations

from functools import cache

from isnad.languages import table
from isnad.model import FigureMention, Reading
from isnad.text import Token, fold_key, tokens

BARRIER = 3
"""Words that a comma counts for on the way."""
AMONG = 14
"""Words behind those counted within which it ends who is among them."""
MARKS = frozenset({",", ";", ":", "،", "؛"})
CLITICS = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")
"""What Arabic joins before a word."""
_OPENS, _SHUTS = frozenset(",،("), frozenset(",،)")

Phrase = tuple[str, ...]


@cache
def role_phrases(language: str, key: str) -> tuple[Phrase, ...]:
    """Return the folded phrases of a list of ``roles``."""
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["roles"][key])


class Around:
    """The words around one figure in its sentence."""

    def __init__(self, reading: Reading, figure: FigureMention) -> None:
        self.figure = figure
        sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), figure.span)
        self.found: list[Token] = tokens(reading.article.text, sentence.start, sentence.end)
        self.keys = [fold_key(t.text) or t.text for t in self.found]
        self.first = sum(t.start < figure.start for t in self.found)
        self.last = sum(t.start < figure.end for t in self.found)
        low, high = sentence.start, sentence.end
        spans = [g.span for g in reading.numbers if low < g.end and g.start < high and g.span != figure.span]
        self.taken = (
            [any(s.start <= t.start < s.end for s in spans) for t in self.found] if spans else [False] * len(self.found)
        )
        self.aside = self._among(reading.article.language)

    def _among(self, language: str) -> range:
        """The words between commas behind those counted that name some of them: "four people, among them the singer Rim Aouad, died"."""
        shut = next(
            (i for i in range(self.last + 1, min(len(self.keys), self.last + AMONG)) if self.keys[i] in _SHUTS), 0
        )
        open_ = next(
            (i for i in range(self.last, min(len(self.keys), self.last + BARRIER)) if self.keys[i] in MARKS), 0
        )
        if not open_ or shut <= open_ or any(self.taken[open_:shut]):
            return range(0)
        said = self.keys[open_ + 1 : open_ + BARRIER]
        some = any(tuple(said[: len(p)]) == p for p in role_phrases(language, "among"))
        return range(open_, shut + 1) if some else range(0)

    def own(self, reach: int) -> list[str]:
        """The words around that no other number stands before: "two died and 23 *others* were hurt" says nothing of the two."""
        low = next((i + 1 for i in range(self.first - 1, -1, -1) if self.taken[i]), 0)
        high = next((i for i in range(self.last, len(self.keys)) if self.taken[i]), len(self.keys))
        return self.keys[max(low, self.first - reach) : min(high, self.last + reach)]

    def far(self, i: int) -> int:
        """How far a word stands from the number: what it counts right beside it, what it is of mostly before it."""
        if self.first <= i < self.last:
            return 0
        between = range(i + 1, self.first) if i < self.first else range(self.last, i)
        marks = sum(self.keys[j] in MARKS and j not in self.aside for j in between)
        skipped = len(self.aside) if self.aside and i > self.aside[-1] else 0
        return (self.first - i if i < self.first else 2 * (i - self.last + 1 - skipped)) + BARRIER * marks

    def in_commas(self) -> bool:
        """True of so many years between commas, as an age stands behind a name."""
        keys, first = self.keys, self.first
        before = keys[first - 2 : first - 1] if keys[first - 1 : first] == ["de"] else keys[max(0, first - 1) : first]
        behind = keys[self.last : self.last + 1]
        return bool(self.figure.unit == "years" and before and before[0] in _OPENS and behind and behind[0] in _SHUTS)
