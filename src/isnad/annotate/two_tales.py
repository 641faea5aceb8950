"""One thing told by two voices of one page as having ended in two ways: "the decree says that he was dismissed … He says he resigned".

Two outcomes of a pair of opposites (:mod:`isnad.annotate.outcomes`) close to each other are one dispute when somebody stands for the later one, and
nothing shows that it is of somebody else: its verb has a pronoun, or a name that stands before the first, and no other person or place is
named beside it. Of pairs that do not befall persons both must be somebody's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from isnad.languages import table
from isnad.languages.opposites import PERSONAL, follow
from isnad.languages.voices import Voices, voices
from isnad.model import DenialMention, OutcomeMention, Reading, Span
from isnad.text import fold_key, tokens

BACK = 2
"""Sentences back from the second outcome to the first at the most."""
OPENING = 6
"""Words of a part among which it is set against the one before."""
REACH = 3
"""Words right before an outcome among which its pronoun stands."""
NAMED = 4
"""The same of a name."""


def find_two_tales(reading: Reading, known: Sequence[DenialMention]) -> Iterator[DenialMention]:
    """Yield the second of two outcomes that exclude each other, with the first as the claim it answers; denials found already left out."""
    if len(reading.outcomes) < 2:
        return
    page = _Page(reading)
    taken = [s for d in known for s in (d.clause, *d.claims)]
    told: list[OutcomeMention] = []
    for o in sorted(reading.outcomes, key=lambda o: o.start):
        claim = next((c for c in reversed(told) if _excluded(c, o) and page.rivals(c, o)), None)
        told.append(o)
        if claim is None:
            continue
        part, other = page.part(o), page.part(claim)
        if not any(part.touches(s) for s in taken):
            yield DenialMention(part, part, (other,))
            taken += [part, other]


def _excluded(a: OutcomeMention, b: OutcomeMention) -> bool:
    """True of the two sides of a pair, and of one with a "no" and without."""
    if a.pair != b.pair or (a.negated and b.negated):
        return False
    return a.side == b.side if a.negated or b.negated else a.side != b.side


class _Page:
    """The parts of one page's sentences in which outcomes are told."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.text, self.language = reading.article.text, reading.article.language
        self.turns: Voices = voices(self.language)
        self.place = {s: n for n, s in enumerate(reading.sentences)}

    def rivals(self, a: OutcomeMention, b: OutcomeMention) -> bool:
        """Return whether two opposite outcomes are of one thing, and told by two voices."""
        gap = self.place.get(Span(b.clause.start, b.clause.end), 0) - self.place.get(
            Span(a.clause.start, a.clause.end), 0
        )
        x, y = self.part(a), self.part(b)
        if not 0 <= gap <= BACK or x == y:
            return False
        first, second = self._keys(x), self._keys(y)
        if not self._voiced(second, y) or self._strangers(x, y, a):
            return False
        contrast = gap == 0 or self._contrast(second)
        if follow(b.pair):
            return contrast and self._voiced(first, x) and gap < BACK
        if b.pair in PERSONAL:
            return self._linked(a, b, y) and (gap > 0 or self._voiced(first, x))
        return self._voiced(first, x) and gap < BACK and (contrast or self.turns.stands("insists", second))

    def part(self, o: OutcomeMention) -> Span:
        """Return the part of its sentence that tells an outcome: between semicolons, or a comma and what sets it against another."""
        found = tokens(self.text, o.clause.start, o.clause.end)
        keys = [t.key or t.text for t in found]
        low, high = o.clause.start, o.clause.end
        for i, t in enumerate(found[:-1]):
            parts = keys[i] in (";", "؛") or (keys[i] in (",", "،") and self.turns.at("contrast", keys, i + 1))
            if parts and t.end <= o.start:
                low = found[i + 1].start
            elif parts and t.start >= o.end:
                high = t.start
                break
        return Span(low, high)

    def _keys(self, span: Span) -> list[str]:
        return [t.key or t.text for t in tokens(self.text, span.start, span.end)]

    def _voiced(self, keys: Sequence[str], span: Span) -> bool:
        return (
            self.turns.stands("says", keys)
            or self.turns.stands("attributed", keys)
            or any(p.touches(span) for q in self.r.quotations for p in q.pieces)
        )

    def _contrast(self, keys: Sequence[str]) -> bool:
        return self.turns.stands("contrast", keys, 0, min(OPENING, len(keys)))

    def _strangers(self, a: Span, b: Span, first: OutcomeMention) -> bool:
        """True when the later part names a person or a place of whom nothing was said before, but those whose word it is."""
        speakers = {q.speaker.mention for q in self.r.quotations if q.speaker is not None}
        before = {t.key for t in tokens(self.text, self._low(first), max(a.end, a.start))}
        for i, m in enumerate(self.r.mentions):
            if not b.start <= m.start < b.end or m.kind not in ("person", "place") or i in speakers:
                continue
            if m.kind == "person" and self._stands_for(m.start, m.end, b):
                continue
            keys = [t.key for t in tokens(m.text)]
            if keys and not before & set(keys[-1:]) and not before & set(keys[:1]):
                return True
        return False

    def _stands_for(self, start: int, end: int, part: Span) -> bool:
        """True of a name beside which stands that it says so."""
        keys = (
            self._keys(Span(max(part.start, start - 30), start))[-3:]
            + self._keys(Span(end, min(part.end, end + 30)))[:3]
        )
        return self.turns.stands("says", keys) or self.turns.stands("attributed", keys)

    def _low(self, o: OutcomeMention) -> int:
        """Where the sentences begin from which the person of an outcome may be known."""
        n = self.place.get(Span(o.clause.start, o.clause.end), 0)
        return self.r.sentences[max(0, n - BACK)].start

    def _linked(self, a: OutcomeMention, b: OutcomeMention, part: Span) -> bool:
        """True when the second outcome is said of a pronoun, or of a name that stands before the first."""
        behind = [t for t in tokens(self.text, part.start, b.start) if t.kind == "word"]
        keys = [t.key for t in behind]
        if not _pronouns(self.language).isdisjoint(keys[-REACH:]):
            return True
        joined = next((i for i in range(len(keys) - 1, max(0, len(keys) - REACH - 1), -1) if keys[i - 1] in _AND), None)
        if joined is not None and not _pronouns(self.language).isdisjoint(keys[max(0, joined - OPENING) : joined]):
            return True  # "says that he is in Istanbul and has never been held"
        if (
            self.language == "es"
            and keys
            and (keys[-1] in _NULL or (keys[-1] in _BEING and keys[-2:-1] and keys[-2] in _NULL))
        ):
            return True
        if self.language != "en" and keys and keys[-1] in _HAVING:
            return True
        before = {t.key for t in tokens(self.text, self._low(a), b.clause.start)}
        near = {t.key for t in behind[-NAMED:]}
        return any(
            m.kind == "person"
            and part.start <= m.start < b.start
            and (last := [t.key for t in tokens(m.text)][-1:])
            and last[0] in near
            and last[0] in before
            for m in self.r.mentions
        )


_AND = frozenset({"and", "et", "y"})
_NULL = frozenset({"que", "se", "no"})
_BEING = frozenset({"fue", "fueron", "ha", "habia", "habian", "sido", "se"})
_HAVING = frozenset({"avoir", "etre", "haber", "haberse", "ser"})


@cache
def _pronouns(language: str) -> frozenset[str]:
    """The folded words that point at somebody named before."""
    words = (*table(language, "grammar")["words"]["pronouns"], *table(language, "voices")["the_same"])
    return frozenset(fold_key(w) for w in words if " " not in w)
