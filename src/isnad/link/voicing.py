"""Who stands for the numbers of a page: the words of a number's own clause, who is quoted there, or whom its sentence rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from isnad.languages import table
from isnad.languages.voices import Voices, voices
from isnad.model import FigureMention, Reading, Span
from isnad.text import fold_key, tokens

INSERTED = 12
"""Characters between two commas that part no clause."""
WORD = 32
"""The same around a word about where it was said ("«، في بلاغ لها،»")."""
DAYS = 3
"""Days of the longest date that gives a happening a day of its own."""
ATTRIBUTED = 60
"""Characters behind a mark among which "according to" begins."""

_STANDING = ("says", "counts", "attributed")
"""Sorts of turns by which somebody stands for a number in its clause."""
_RECKONING = ("counts", "puts")
_ENDS = frozenset(",;:.،؛")
_IN = (
    "in a ",
    "in an ",
    "in its ",
    "dans un",
    "dans son ",
    "en un",
    "en su ",
    "por su ",
    "pour sa ",
    "de son ",
    "de leur ",
    "for its ",
    "for his ",
    "for her ",
    "في بلاغ",
    "في بيان",
    "في تصريح",
    "من جهت",
    "من جانب",
    "بدور",
)
Phrase = tuple[str, ...]


@cache
def phrases(language: str, key: str) -> tuple[Phrase, ...]:
    """The folded phrases of a language that set a number ``against`` or ``beyond`` another, or by which somebody ``estimates``."""
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["rivals"][key])


@cache
def _them(language: str) -> tuple[Phrase, ...]:
    """The folded ways to count some of those named before ("of them")."""
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["elided"]["of_them"])


class Voicing:
    """Tells whose word the numbers of one page are, in a language that isnad knows."""

    def __init__(self, reading: Reading) -> None:
        self._r, self._figures = reading, reading.numbers
        self._language = reading.article.language
        self._turns: Voices = voices(self._language)

    def sentence(self, at: int) -> int | None:
        """Return the place of the sentence that holds an offset, ``None`` outside all."""
        return next((n for n, s in enumerate(self._r.sentences) if s.start <= at < s.end), None)

    def places(self, f: FigureMention) -> set[str]:
        """The places of a figure's sentence, as far as the next figure of its unit to either side."""
        n = self.sentence(f.start)
        if n is None:
            return set()
        low, high = self._r.sentences[n].start, self._r.sentences[n].end
        like = [g for g in self._figures if g.unit == f.unit and low <= g.start < high]
        low = max([low, *(g.end for g in like if g.start < f.start)])
        high = min([high, *(g.start for g in like if g.start > f.start)])
        near = (m for m in self._r.mentions if m.kind == "place" and low <= m.start < high)
        return {fold_key(self._r.article.text[m.start : m.end]) for m in near}

    def voice(self, f: FigureMention) -> str:
        """Return whose word a figure is: who stands for it in its own clause behind another number ("the police, though, speak of 60"),
        else the speaker of the words it stands in, a credit over it, or who stands for it in its clause; empty: the page's own."""
        own = self.own_voice(f)
        if own and any(self._turns.stands(k, own.split()) for k in _RECKONING):
            return own  # who counts or puts it at that, rather than whom the whole sentence rests on
        if own and any(
            g.unit == f.unit and self.sentence(g.start) == self.sentence(f.start)
            for g in self._figures
            if g.end <= f.start
        ):
            return own
        for q in self._r.quotations:
            if q.scope.start <= f.start < q.scope.end and q.speaker is not None:
                return fold_key(q.speaker.text)
        for c in self._r.credits:
            if not c.whole and c.scope is not None and c.scope.start <= f.start < c.scope.end:
                return fold_key(c.name)
        return own

    def own_voice(self, f: FigureMention) -> str:
        """The words of a clause that says who stands for its number ("FONA put the number of troops at 3,000"); empty: nobody.

        The clause ends at marks and at the next number of its unit.
        """
        n = self.sentence(f.start)
        if n is None:
            return ""
        low, high = self._r.sentences[n].start, self._r.sentences[n].end
        like = [g for g in self._figures if g.unit == f.unit and g.span != f.span]
        low = max([low, *(g.end for g in like if low <= g.start < f.start)])
        high = min([high, *(g.start for g in like if f.start < g.start < high)])
        text = self._r.article.text
        low = max([low, *(k + 1 for k in ends(text, low, f.start))])
        high = min([high, *ends(text, f.end, high)])
        keys = self.keys(low, f.start) + self.keys(f.end, high)
        stood = any(holds(phrases(self._language, k), keys) for k in ("estimates", "reckons"))
        if not stood:
            stood = any(self._turns.stands(k, keys) for k in _STANDING)
            following = self.keys(high, min(high + ATTRIBUTED, self.end(n)))
            if not stood and following[:1] in (["،"], [","]) and len(following) > 1:
                heads = not self.keys(low, f.start)  # "9.000, según el comité"; "; 3.000, calcula la región"
                if any(self._turns.at(k, following, 1) for k in (_STANDING if heads else _STANDING[-1:])):
                    mark = next((i for i, k in enumerate(following[1:], 1) if k in _ENDS), len(following))
                    return " ".join((*keys, *following[1:mark]))
        return " ".join(keys) if stood else ""

    def end(self, n: int) -> int:
        """Return where a sentence ends."""
        return self._r.sentences[n].end

    def clause(self, f: FigureMention) -> Span:
        """A number's clause, to the marks at either side."""
        n = self.sentence(f.start)
        if n is None:
            return f.span
        text, s = self._r.article.text, self._r.sentences[n]
        low = max([s.start, *(k + 1 for k in ends(text, s.start, f.start))])
        return Span(low, min([s.end, *ends(text, f.end, s.end)]))

    def stood(self, f: FigureMention) -> str:
        """The words of a clause by which somebody stands for a bare number, or puts something at it; empty: none do."""
        return self.own_voice(f) or self.put_at(f)

    def of_them(self, f: FigureMention) -> bool:
        """True of "four of them": a part of those counted before."""
        following = self.keys(f.end, f.end + ATTRIBUTED)
        return any(tuple(following[: len(p)]) == p for p in _them(self._language))

    def put_at(self, f: FigureMention) -> str:
        """The words of a sentence before a bare number by which somebody puts something at it; empty: none do."""
        n = self.sentence(f.start)
        low = f.start if n is None else self._r.sentences[n].start
        low = max([low, *(g.end for g in self._figures if g.unit == f.unit and low <= g.start < f.start)])
        keys = self.keys(max(low, self._r.article.text.rfind(";", low, f.start) + 1), f.start)
        return " ".join(keys) if self._turns.stands("puts", keys) else ""

    def one_voice(self, a: str, b: str) -> bool:
        """Return whether the one is named in the words of the other: a whole sentence's source, and "according to" it behind a number."""
        x, y = ({w for w in v.split() if not any(self._turns.at(k, [w], 0) for k in _STANDING)} for v in (a, b))
        return a == b or (bool(x and y) and (x <= y or y <= x))

    def values(self, f: FigureMention) -> bool:
        """Return whether somebody values something at a number, in its clause before it."""
        return self._turns.stands("values", self.keys(self.clause(f).start, f.start))

    def wanted(self, f: FigureMention) -> bool:
        """True of a number that somebody asks for, offers or expects."""
        clause = self.clause(f)
        return self._turns.stands("wants", self.keys(clause.start, clause.end))

    def promised(self, f: FigureMention) -> bool:
        """True of a number that somebody promises."""
        clause = self.clause(f)
        return self._turns.stands("promises", self.keys(clause.start, clause.end))

    def elsewhen(self, a: FigureMention, b: FigureMention) -> bool:
        """True when the clauses of two numbers give days of their own that exclude each other: a year and the next."""
        days = [
            [t.interval for t in self._r.times if t.kind == "date" and t.interval and c.start <= t.start < c.end]
            for c in (self.clause(a), self.clause(b))
        ]
        if not (days[0] and days[1]) or any(x.meets(y) for x in days[0] for y in days[1]):
            return False
        return all(x.days <= DAYS for d in days for x in d) or days[0][0].start.year != days[1][0].start.year

    def claimer(self, f: FigureMention) -> str:
        """The words of a sentence that begins by telling who claims it, where its number stands behind a mark and alone of its unit:
        "the Front claimed to have shot down a helicopter, killing eight soldiers"; empty: nobody."""
        n = self.sentence(f.start)
        if n is None:
            return ""
        sentence = self._r.sentences[n]
        if any(
            g.unit == f.unit and g.span != f.span and sentence.start <= g.start < sentence.end for g in self._figures
        ):
            return ""
        keys = self.keys(sentence.start, f.start)
        return " ".join(keys) if holds(phrases(self._language, "insists_on"), keys) else ""

    def keys(self, start: int, end: int) -> list[str]:
        """Return the folded words between two offsets."""
        return [fold_key(t.text) for t in tokens(self._r.article.text, start, end)]


def ends(text: str, low: int, high: int) -> list[int]:
    """Where clauses end: at marks, but for two commas around a word or two ("parle, lui, de 710 emplois")."""
    marks = [k for k in range(low, high) if text[k] in _ENDS]
    close = {
        k
        for a, b in pairwise(marks)
        if text[a] == text[b]
        and (b - a <= INSERTED or (b - a <= WORD and text[a + 1 : b].lstrip().startswith(_IN)))
        and not any(c.isdigit() for c in text[a:b])
        for k in (a, b)
    }
    return [k for k in marks if k not in close]


def holds(phrases: Sequence[Phrase], keys: Sequence[str]) -> bool:
    """True when one of the phrases stands among the words; in Arabic also behind a joined conjunction."""
    text = f" {' '.join(keys)} "
    return any(f" {' '.join(p)} " in text or f" و{' '.join(p)} " in text for p in phrases)
