"""Bare numbers of those who marched or walked out: "nine hundred according to their union, four hundred according to the port".

Behind a sentence that tells a march or a strike and counts nobody, a number that opens its clause, or stands behind "they were", counts those
who took part when whose word it is stands right behind it, or when somebody counts it. Behind a count of people of the same sentence, a bare number that
closes its clause counts them too when nothing but who counts stands before it: "organisers counted 700 marchers, the police 250".
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.numerals import Number, Phrases, keys_of, match, phrases
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.languages.voices import voices
from isnad.text import Token, fold_key

BEHIND = 4
"""Words behind a number among which whose word it is begins."""
WHO = 6
"""Words of the longest name of who counts, left without a verb."""
_COMMAS = frozenset(",;،؛")
_ENDS = frozenset({*_COMMAS, ".", ":", "!", "?", "؟", ")", "»", "”", '"'})


class Gathered:
    """One language's ways."""

    def __init__(self, language: str) -> None:
        words = table(language, "numbers")
        self.arabic = language == "ar"
        self.turns = voices(language)
        self.gathering: Phrases = phrases([*words["roles"]["protesters"], *words["elided"]["gathering"]])
        self.anybody: str = words["rivals"]["anybody"][0]
        self.of_them: Phrases = phrases(words["elided"]["of_them"])
        self.counters = frozenset(keys_of(w)[0] for w in words["elided"]["counters"])
        self.were: Phrases = phrases(words["elided"]["were"])
        vague = [w for k in ("about", "at_least", "at_most") for w in words["qualifiers"][k]]
        self.vague = sorted((keys_of(w) for w in vague), key=lambda k: -len(k))
        self.joins = frozenset(
            fold_key(w) for w in ("and", "et", "y", "e", "while", "but", "mais", "pero", "و", "tandis", "contre")
        )

    def told(self, keys: Sequence[str]) -> bool:
        """Return whether a sentence tells a march or a strike."""
        return any(
            match(self.gathering, [k, *keys[i + 1 : i + 5]], 0) for i, key in enumerate(keys) for k in self._ways(key)
        )

    def whom(
        self, found: Sequence[Token], keys: Sequence[str], number: Number, before: str | None, marched: bool
    ) -> str | None:
        """Return whom a bare number counts that nothing follows; ``before`` is what the people figure before it counted."""
        if before and self.by_counter(found, keys, number):
            return before
        return (before or self.anybody) if marched and self.counts(keys, number) else None

    def them(self, keys: Sequence[str], end: int) -> bool:
        """Return whether "of them" stands behind a number."""
        return match(self.of_them, keys, end) is not None

    def counts(self, keys: Sequence[str], number: Number) -> bool:
        """Return whether a bare number behind such a sentence counts those who took part."""
        i = self._unsure(keys, number.start)
        opens = i == 0 or keys[i - 1] in _ENDS or keys[i - 1] in self.joins or (self.arabic and keys[i].startswith("و"))
        were = any((hit := match(self.were, keys, k)) is not None and k + hit[0] == i for k in range(max(0, i - 4), i))
        return (opens or were) and self._voiced(keys, number.end)

    def _voiced(self, keys: Sequence[str], end: int) -> bool:
        """True when whose word it is stands behind: right there, or behind a mark "the union said"."""
        end += hit[0] if (hit := match(self.of_them, keys, end)) is not None else 0
        if self.turns.at("attributed", keys, end):
            return True
        if end < len(keys) and keys[end] in _COMMAS:
            ahead = range(end + 1, min(len(keys), end + 1 + BEHIND))
            return any(self.turns.at("attributed", keys, k) or self.turns.at("says", keys, k) for k in ahead)
        return False

    def by_counter(self, found: Sequence[Token], keys: Sequence[str], number: Number) -> bool:
        """Return whether nothing but who counts stands between a mark and a number that closes its clause."""
        if number.end < len(keys) and keys[number.end] not in _ENDS and keys[number.end] not in self.joins:
            return False
        last = self._unsure(keys, number.start) - 1
        if last > 0 and keys[last] in _COMMAS:
            last -= 1  # «la policía, 250»
        for k in range(last, max(-1, last - WHO), -1):
            joined = self.arabic and keys[k].startswith("وال")
            if keys[k] in _COMMAS or keys[k] in self.joins or joined:
                who = keys[k if joined else k + 1 : last + 1]
                counted = any(t.kind == "number" for t in found[:k])
                return counted and any(w in self.counters for key in who for w in self._ways(key))
            if keys[k] in _ENDS or found[k].kind == "number":
                return False
        return False

    def _unsure(self, keys: Sequence[str], start: int) -> int:
        """Where the words of being unsure before a number begin: "some 900"."""
        i = start
        while (n := next((len(w) for w in self.vague if len(w) <= i and tuple(keys[i - len(w) : i]) == w), 0)) > 0:
            i -= n
        return i

    def _ways(self, key: str) -> tuple[str, ...]:
        """A word, and in Arabic what is left of it without its conjunction and article."""
        return (key, key[1:], key.removeprefix("ال"), key[1:].removeprefix("ال")) if self.arabic else (key,)


@kept
def gathered(language: str) -> Gathered:
    """Return how a language counts those who gathered without naming them."""
    return Gathered(language)
