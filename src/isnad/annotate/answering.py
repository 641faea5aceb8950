"""Numbers that answer another and leave their noun out: "cost 340,000 euros, the town says; the opposition puts the bill at 520,000".

A bare number takes the unit of the number before it when its own clause says who stands for it — somebody counts, admits or puts
it at that, or it is so "according to" somebody — and nothing that could be counted follows it. Both must stand close together and be of like
size. The elided counts of people that need no number before them are found with the figures (:mod:`isnad.annotate.elided`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from isnad.annotate.figures import Line
from isnad.annotate.numerals import Number, match
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.voices import Voices, voices
from isnad.model import FigureMention, Reading, Span
from isnad.text import fold_key

CLOSE = 2
"""Sentences back to the number that is answered at the most."""
FAR = 6.0
"""Numbers further apart than this do not answer each other."""
LEAST = 3
"""The least number in words: "one" and "both" mostly point at something."""
REACH = 9
"""Words between a verb that puts a number at something and the preposition before it."""
NEXT = 6
"""Characters behind "but" within which the number begins that another is set aside for."""
BEHIND = 40
"""Characters back from a number that is set aside, or takes the place of one, to that other."""
BETWEEN = 5
"""Words of a subject between an Arabic verb of counting and its number."""
_MARKS = frozenset(".,;:،؛!?")
_QUOTES = frozenset('"«»“”')
_SUMS = ("fine", "debt", "aid", "loan", "damage")
_LENGTHS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})


def find_answers(reading: Reading) -> Reading:
    """Return the reading with the bare numbers that answer a number before them, of its unit, among figures or counts."""
    if reading.article.language not in LANGUAGES or not reading.numbers:
        return reading
    figures, counts = list(reading.figures), list(reading.counts)
    for n in range(len(reading.sentences)):
        for found, of in _answers(reading, n, figures, counts):
            (figures if of in figures else counts).append(found)
    if len(figures) + len(counts) == len(reading.numbers):
        return reading
    figures.sort(key=lambda f: f.start)
    counts.sort(key=lambda f: f.start)
    return with_field(with_field(reading, "figures", tuple(figures)), "counts", tuple(counts))


def _answers(
    reading: Reading, n: int, figures: Sequence[FigureMention], counts: Sequence[FigureMention]
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """The answering numbers of a sentence, each with the number that it answers."""
    sentence = reading.sentences[n]
    first = reading.sentences[max(0, n - CLOSE)].start
    before = sorted(
        (f for f in (*figures, *counts) if first <= f.start < sentence.end and _open(reading, f)), key=lambda f: f.start
    )
    if not before:
        return
    spans = (*(t.span for t in reading.times), *(f.span for f in (*figures, *counts)))
    taken = [s for s in spans if s.start < sentence.end and sentence.start < s.end]
    line = Line(reading.article.text, sentence, reading.article.language, taken, None)
    clause = _Clause(line, reading.article.language)
    i = 0
    while i < len(line.keys):
        number = line.numerals.number(line.found, line.keys, i)
        if number is None:
            i += 1
            continue
        i = max(i + 1, number.end)
        span = Span(line.found[number.start].start, line.found[number.end - 1].end)
        if any(span.touches(t) for t in taken) or line.touched(number.start):
            continue
        of = _set_aside(figures, counts, line, clause, number)
        if of is None and clause.stood_for(number):
            of = _answered(before, span, number, sentence)
        if of is not None:
            text = reading.article.text[span.start : span.end]
            qualifier = line.before(number.start) or ("about" if number.about else "exact")
            value = int(number.value) if float(number.value).is_integer() else number.value
            made = replace(of, start=span.start, end=span.end, text=text, value=value, qualifier=qualifier, date=None)
            before.append(made)
            yield made, of


def _open(reading: Reading, f: FigureMention) -> bool:
    """True of a number that another may answer: not somebody's age between commas, nor a number of a title."""
    return not any(p.kind == "title" and p.start <= f.start < p.end for p in reading.article.parts)


def _answered(before: Sequence[FigureMention], span: Span, number: Number, sentence: Span) -> FigureMention | None:
    """The nearest number before of like size; a length of time in the same sentence alone, whole things where those are counted."""
    for f in reversed(before):
        if f.start >= span.start or isinstance(f.value, tuple) or not f.value:
            continue
        if f.unit in _LENGTHS and (f.start < sentence.start or f.unit == "years"):
            continue
        if f.value == number.value or max(f.value, number.value) > FAR * min(f.value, number.value):
            continue
        if not float(number.value).is_integer() and float(f.value).is_integer() and f.value < FAR:
            continue
        return f
    return None


def _set_aside(
    figures: Sequence[FigureMention], counts: Sequence[FigureMention], line: Line, clause: _Clause, number: Number
) -> FigureMention | None:
    """The number that a bare one is set aside for: "not 640 but 1,140 passports"."""
    keys, at, turns = line.keys, number.end, clause.voices
    if not number.start:
        return None
    start = line.found[number.start].start
    whole = [f for f in (*figures, *counts) if not isinstance(f.value, tuple) and f.value != number.value]
    if at < len(keys) and (size := turns.at("but", keys, at)) and at + size < len(keys):
        if turns.stands("no", keys, max(0, number.start - 2), number.start):
            low = line.found[at + size].start
            return next((f for f in whole if 0 <= f.start - low <= NEXT), None)
    near = [f for f in whole if 0 < start - f.end <= BEHIND and f.start >= line.found[0].start]
    last = max(near, key=lambda f: f.start, default=None)
    if last is None or not clause.ends(at) or max(last.value, number.value) > FAR * min(last.value, number.value):  # type: ignore[operator]
        return None
    first = number.start - (number.start > 1 and keys[number.start - 1] in clause.the)
    said = turns.stands("no", keys, first - 1, first)  # "made 612 people homeless, and not 450"
    turned = turns.stands("but", keys, first - 1, first) and turns.stands(
        "no", keys, max(0, first - 6), first
    )  # "no hubo 14 heridos sino 22"
    return last if said or turned else None


class _Clause:
    """Who stands for a bare number in its clause."""

    def __init__(self, line: Line, language: str) -> None:
        self.line, self.keys = line, line.keys
        self.voices: Voices = voices(language)
        self.arabic = language == "ar"
        words = table(language, "numbers")
        self.of = frozenset(fold_key(w) for w in words["of"])
        self.sums = frozenset(fold_key(w) for k in _SUMS for w in words["roles"][k])
        self.the = frozenset(fold_key(w) for w in table(language, "numbers")["definite"])

    def stood_for(self, number: Number) -> bool:
        """Return whether somebody counts, admits or puts it at that number, or it is so by their account."""
        if number.value < LEAST or _year(self.line, number):
            return False
        attributed = self._attributed(number.end)
        if not attributed and not self.ends(number.end):
            return self._agreed(number) and self._counted(number)
        return attributed or self._counted(number) or self._put(number) or self._no_more(number)

    def ends(self, at: int) -> bool:
        """True when nothing that could be counted follows."""
        if at >= len(self.keys) or self.keys[at] in _MARKS or self.keys[at] in _QUOTES:
            return True
        if self.voices.at("behind", self.keys, at) or self.voices.at("contrast", self.keys, at):
            return True
        if self.keys[at] in self.of and at + 1 < len(self.keys) and self.keys[at + 1] in self.sums:
            return True  # "1,9 million d'amende"
        return not self.line.words.elided.follows(self.line.found, self.keys, at) or (
            self.line.found[at].kind == "word" and self.keys[at].startswith("و") and self.arabic
        )

    def _agreed(self, number: Number) -> bool:
        """True of "the 42 agreed", "los 42 acordados": an article, and a participle where the noun would stand."""
        return number.end < len(self.keys) and bool(self.voices.at("agreed", self.keys, number.end))

    def _attributed(self, at: int) -> bool:
        """True when "according to" stands right behind, or behind "no more" and a mark."""
        seen = 0
        while at < len(self.keys) and seen < 5:
            if self.voices.at("attributed", self.keys, at):
                return True
            step = self.voices.at("behind", self.keys, at)
            if not step and self.keys[at] not in _QUOTES and (self.keys[at] not in ",،" or seen):
                return False
            at, seen = at + max(1, step), seen + 1
        return False

    def _counted(self, number: Number) -> bool:
        """True right behind a verb of counting, "only" between: "dénombrent onze", «لم تحص المفتشية سوى 260»."""
        low = self._low(number.start)
        back = number.start
        while back > low and self.voices.at("only", self.keys, back - 1):
            back -= 1
        narrowed = back < number.start
        for k in range(max(low, back - REACH), number.start + 1):
            size = self.voices.at("counts", self.keys, k)
            if not size:
                continue
            end = k + size
            if back <= end <= number.end and end >= number.start - (number.start - back):
                return True
            if self.arabic and narrowed and end < back <= end + BETWEEN:
                return True
            if self.arabic and self._speaks(k, number.start):
                return True
        return False

    def _speaks(self, k: int, start: int) -> bool:
        """True of an Arabic verb whose subject stands before its preposition: «يتحدث الصيادون عن 600»."""
        hit = match(self.line.words.elided.split, self.keys, k) or match(
            self.line.words.elided.split, [self.keys[k][1:]], 0
        )
        if hit is None or not hit[1] or not k + hit[0] < start <= k + hit[0] + BETWEEN:
            return False
        return self.keys[start - 1] == hit[1]

    def _no_more(self, number: Number) -> bool:
        """True of "and says that six alone were hurt", «وقال إن ستة فقط أصيبوا»: somebody says so, and that there were no more."""
        if not self.voices.at("behind", self.keys, number.end) if number.end < len(self.keys) else True:
            return False
        return self.voices.stands("says", self.keys, self._low(number.start), number.start)

    def _put(self, number: Number) -> bool:
        """True behind the preposition of a verb that puts something at a number: "eleva la factura a 520.000"."""
        low, at = self._low(number.start), number.start
        while at > low and self.voices.at("only", self.keys, at - 1) and not self.voices.at("to", self.keys, at - 1):
            at -= 1
        if at <= low or not self.voices.at("to", self.keys, at - 1):
            joined = (
                self.arabic and self.keys[number.start].startswith("ب") and self.line.found[number.start].kind == "word"
            )
            if not joined:
                return False
        return any(self.voices.at("puts", self.keys, k) for k in range(max(low, at - REACH), at))

    def _low(self, at: int) -> int:
        """Where a clause begins: behind the last full mark, or comma but for two around a word or two."""
        commas = 0
        for k in range(at - 1, -1, -1):
            if self.keys[k] in ".;:!?؛":
                return k + 1
            if self.keys[k] in ",،":
                commas += 1
                if commas > 2:
                    return k + 1
            if any(t.start <= self.line.found[k].start < t.end for t in self.line.taken) and (
                self.line.found[k].kind == "number"
            ):
                return k + 1
        return 0


def _year(line: Line, number: Number) -> bool:
    text = line.found[number.start].text
    return number.end == number.start + 1 and len(text) == 4 and text.isdigit() and 1900 <= number.value <= 2100
