"""One thing told by two voices of one page as having ended in two ways: "the decree says that he was dismissed … He says he resigned".

Two outcomes of a pair of opposites (:mod:`isnad.annotate.outcomes`) close to each other are one dispute when somebody stands for the later one, and
nothing shows that it is of somebody else: its verb has a pronoun, or a name that stands before the first, and no other person or place is
named beside it. Of pairs that do not befall persons both must be somebody's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

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
            yield DenialMention(part, part, (other,), about=page.about(claim))
            taken += [part, other]


def told_of(reading: Reading, denial: DenialMention) -> DenialMention:
    """Return what one side says against another with what both tell of, where the two are outcomes that exclude each other."""
    if denial.about is not None or not denial.claims or len(reading.outcomes) < 2:
        return denial
    one, two = ([o for o in reading.outcomes if s.start <= o.start < s.end] for s in (denial.claims[-1], denial.denied))
    claim = next((a for a in one for b in two if a != b and _excluded(a, b)), None)
    return denial if claim is None else replace(denial, about=_Page(reading).about(claim))


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
        if not self._voiced(second, y) or self._strangers(x, y, a, b):
            return False
        contrast = gap == 0 or self._contrast(second)
        if follow(b.pair):
            return contrast and self._voiced(first, x) and gap < BACK
        if b.pair in PERSONAL:
            linked = self._linked(a, b, y) or self._answers_himself(b, first) or (contrast and self._somebody(b, y))
            return linked and (gap > 0 or self._voiced(first, x))
        apart = contrast or self.turns.stands("insists", second) or self._linked(a, b, y)
        return self._voiced(first, x) and gap < BACK and apart

    def part(self, o: OutcomeMention) -> Span:
        """Return the part of its sentence that tells an outcome: between semicolons, or a comma and what sets it against another."""
        found = tokens(self.text, o.clause.start, o.clause.end)
        keys = [t.key or t.text for t in found]
        low, high = o.clause.start, o.clause.end
        for i, t in enumerate(found[:-1]):
            parts = keys[i] in (";", "؛") or (
                keys[i] in _COMMAS and self.turns.at("contrast", keys, i + 1) and keys[i + 2 : i + 3] != [keys[i]]
            )  # "parle, elle, d'un homme" is one part
            if parts and t.end <= o.start:
                low = found[i + 1].start
            elif parts and t.start >= o.end:
                high = t.start
                break
        return Span(low, high)

    def about(self, claim: OutcomeMention) -> Span | None:
        """The trigger of what was told to have ended so: the event of the first tale, else of how somebody died the death told before."""
        part = self.part(claim)
        told = [e for e in self.r.events if e.kind not in _SAYING and e.status != "planned"]
        inside = [e for e in told if part.start <= e.trigger.start < part.end and not e.bare]
        near = min(inside, key=lambda e: abs(e.trigger.start - claim.start), default=None)
        if near is None and claim.pair in _DEADLY:
            before = [e for e in told if e.kind == "death" and self._low(claim) <= e.trigger.start < part.start]
            near = next((e for e in reversed(before) if not e.bare), None)
        return None if near is None else near.trigger

    def _keys(self, span: Span) -> list[str]:
        return [t.key or t.text for t in tokens(self.text, span.start, span.end)]

    def _voiced(self, keys: Sequence[str], span: Span) -> bool:
        said = _plain(keys)
        return (
            self.turns.stands("says", said)
            or self.turns.stands("attributed", said)
            or any(p.touches(span) for q in self.r.quotations for p in q.pieces)
        )

    def _contrast(self, keys: Sequence[str]) -> bool:
        return self.turns.stands("contrast", keys, 0, min(OPENING, len(keys)))

    def _strangers(self, a: Span, b: Span, first: OutcomeMention, second: OutcomeMention) -> bool:
        """True when the later part names a person or a place of whom nothing was said before, but those whose word it is."""
        speakers = {q.speaker.mention for q in self.r.quotations if q.speaker is not None}
        before = {t.key for t in tokens(self.text, self._low(first), max(a.end, a.start))}
        b = self._quoted(b, second)
        for i, m in enumerate(self.r.mentions):
            if not b.start <= m.start < b.end or m.kind not in ("person", "place") or i in speakers:
                continue
            if m.kind == "person" and self._stands_for(m.start, m.end, b):
                continue
            keys = [t.key for t in tokens(m.text)]
            if keys and not before & set(keys[-1:]) and not before & set(keys[:1]):
                return True
        return False

    def _quoted(self, part: Span, o: OutcomeMention) -> Span:
        """The words somebody is quoted with, where they tell an outcome: where he was reached, and by whom, is none of it."""
        pieces = (p for q in self.r.quotations if q.kind != "indirect" for p in q.pieces)
        inside = next((p for p in pieces if p.start <= o.start < p.end), None)
        return part if inside is None else Span(max(part.start, inside.start), min(part.end, inside.end))

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

    def _answers_himself(self, b: OutcomeMention, before: Sequence[str]) -> bool:
        """True of words somebody is quoted with who is a pronoun, or named right where the first outcome is told: "I resigned," he told us."""
        quoted = (
            q for q in self.r.quotations if q.kind == "direct" and any(p.start <= b.start < p.end for p in q.pieces)
        )
        speaker = next((q.speaker for q in quoted if q.speaker is not None), None)
        if speaker is None:
            return False
        said = [t.key for t in tokens(speaker.text)]
        return (len(said) == 1 and said[0] in _he(self.language)) or (bool(said) and said[-1] in before)

    def _somebody(self, b: OutcomeMention, part: Span) -> bool:
        """True of "a man" right before an outcome that is set against the first: it is he of whom that was told."""
        keys = [t.key for t in tokens(self.text, part.start, b.start) if t.kind == "word"]
        return not _folk(self.language).isdisjoint(keys[-REACH:])

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


def _plain(keys: Sequence[str]) -> list[str]:
    """The words without one that stands between two commas: "parle, elle, d'un homme"."""
    found: list[str] = []
    for k, key in enumerate(keys):
        if key in _COMMAS and any(keys[j : j + 1] == [key] and j >= 0 for j in (k - 2, k + 2)):
            continue
        if not (0 < k < len(keys) - 1 and keys[k - 1] == keys[k + 1] and keys[k - 1] in _COMMAS):
            found.append(key)
    return found


_SAYING = frozenset({"statement", "demand", "accusation", "rejection", "threat"})
_DEADLY = frozenset({"natural", "suicide", "shot", "jumped", "electrocuted"})
"""Pairs that tell how somebody died."""
_COMMAS = frozenset({",", "،"})
_AND = frozenset({"and", "et", "y"})
_NULL = frozenset({"que", "se", "no"})
_BEING = frozenset({"fue", "fueron", "ha", "habia", "habian", "sido", "se"})
_HAVING = frozenset({"avoir", "etre", "haber", "haberse", "ser"})


@cache
def _he(language: str) -> frozenset[str]:
    """The folded pronouns of whoever speaks."""
    return frozenset(fold_key(w) for w in table(language, "grammar")["words"]["pronouns"] if " " not in w)


@cache
def _folk(language: str) -> frozenset[str]:
    """The folded words for anybody."""
    return frozenset(fold_key(w) for w in table(language, "voices")["anybody"])


@cache
def _pronouns(language: str) -> frozenset[str]:
    """The folded words that point at somebody named before."""
    words = (*table(language, "grammar")["words"]["pronouns"], *table(language, "voices")["the_same"])
    return frozenset(fold_key(w) for w in words if " " not in w)
