"""Numbers that answer another and leave their noun out: "cost 340,000 euros, the town says; the opposition puts the bill at 520,000".

A bare number takes the unit of the number before it when its own clause says who stands for it — somebody counts, admits or puts
it at that, or it is so "according to" somebody — and nothing that could be counted follows it. Both must stand close together and be of like
size. The elided counts of people that need no number before them are found with the figures (:mod:`isnad.annotate.elided`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

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
GAPPED = 8
"""Words from a number to one that stands like it, its verb left out."""
HOURS = 24
SCALED = 10_000
"""Millions, or thousands of millions, are told in numbers less than this."""
_SCALES = (10**9, 10**6)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_MARKS = frozenset(".,;:،؛!?")
_QUOTES = frozenset('"«»“”')
_SUMS = ("fine", "debt", "aid", "loan", "damage")
_LENGTHS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})


def find_answers(reading: Reading) -> Reading:
    """Return the reading with the bare numbers that answer a number before them, of its unit, among figures or counts."""
    if reading.article.language not in LANGUAGES:
        return reading
    figures, counts = list(reading.figures), list(reading.counts)
    for n in range(len(reading.sentences)):
        for found, of in _answers(reading, n, figures, counts):
            (counts if of in counts else figures).append(found)
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
    text = reading.article.text
    if not before and not any(w in text[sentence.start : sentence.end] for w in _aside(reading.article.language)):
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
        pair = _instead(figures, counts, line, clause, number)
        if pair is not None:
            yield from pair
            before += [made for made, _ in pair]
            taken += [made.span for made, _ in pair]
            continue
        of = _set_aside(figures, counts, line, clause, number)
        if of is None and (clause.stood_for(number) or clause.gapped(number, before)):
            of = _answered(before, span, number, sentence)
        if of is not None:
            said = text[span.start : span.end]
            qualifier = line.before(number.start) or ("about" if number.about else "exact")
            value = number.value * _scale(of, number)
            value = int(value) if float(value).is_integer() else value
            made = replace(of, start=span.start, end=span.end, text=said, value=value, qualifier=qualifier, date=None)
            before.append(made)
            yield made, of


@cache
def _aside(language: str) -> tuple[str, ...]:
    """Words of which one stands in a sentence that sets a number aside for another."""
    words = (*table(language, "voices")["sets_aside"], *table(language, "voices")["no"])
    return tuple(dict.fromkeys(f" {w} " for w in words))


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
        value = number.value * _scale(f, number)
        if f.value == value or max(f.value, value) > FAR * min(f.value, value):
            continue
        if not float(number.value).is_integer() and float(f.value).is_integer() and f.value < FAR:
            continue
        return f
    return None


def _scale(f: FigureMention, number: Number) -> int:
    """What a bare number is to be multiplied by that leaves out the millions of the one it answers: "34 million euros, the annexes 41"."""
    if number.scale > 1 or isinstance(f.value, tuple) or f.value < _SCALES[-1]:
        return 1
    scale = next((k for k in _SCALES if f.value >= k), 1)
    digits = _DIGITS.search(fold_key(f.text))
    told = digits is None or float(digits.group().replace(",", ".")) * scale == f.value
    return scale if told and number.value < SCALED and f.value / scale < SCALED else 1


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
    if last is None or not (clause.ends(at) or clause.agreed(number)) or _far_apart(last.value, number.value):
        return None
    first = number.start - (number.start > 1 and keys[number.start - 1] in clause.the)
    said = turns.stands("no", keys, first - 1, first)  # "made 612 people homeless, and not 450"
    turned = turns.stands("but", keys, first - 1, first) and turns.stands(
        "no", keys, max(0, first - 6), first
    )  # "no hubo 14 heridos sino 22"
    return last if said or turned else None


def _far_apart(a: float | tuple[float, float], b: float) -> bool:
    """True of numbers that do not answer each other; of a range always."""
    return isinstance(a, tuple) or max(a, b) > FAR * min(a, b)


def _instead(
    figures: Sequence[FigureMention], counts: Sequence[FigureMention], line: Line, clause: _Clause, number: Number
) -> list[tuple[FigureMention, FigureMention]] | None:
    """Both numbers of "those who left were eleven, not seven", of which neither has a noun: of what the page counted seven of before, else of
    the people who are the subject."""
    keys, turns = line.keys, clause.voices
    at = number.end + (number.end < len(keys) and keys[number.end] in (",", "،"))
    size = turns.at("sets_aside", keys, at) or turns.at("no", keys, at) if at < len(keys) else 0
    low = next((k + 1 for k in range(number.start - 1, -1, -1) if keys[k] in _MARKS), 0)
    if not size or number.start - low < LEAST or not float(number.value).is_integer():
        return None
    at += size
    if at >= len(keys):
        return None
    at += keys[at] in clause.the
    other = line.numerals.number(line.found, keys, at) if at < len(keys) else None
    if other is None or not clause.ends(other.end) or other.value == number.value or min(number.value, other.value) < 2:
        return None
    if _far_apart(other.value, number.value) or _year(line, number) or _year(line, other):
        return None
    start = line.found[number.start].start
    known = [f for f in (*figures, *counts) if f.end <= start and f.value in (other.value, number.value)]
    of = max(known, key=lambda f: (f.value == other.value, f.start), default=None)
    if of is None:
        noun = clause.people_before(number.start, low)
        if noun is None:
            return None
        of = FigureMention(start, start, "", 0, "people", noun, "exact")
    return [(_bare(of, line, n), of) for n in (number, other)]


def _bare(of: FigureMention, line: Line, number: Number) -> FigureMention:
    """A bare number as a figure of the unit of another."""
    a, b = line.found[number.start].start, line.found[number.end - 1].end
    return replace(of, start=a, end=b, text=line.text[a:b], value=int(number.value), qualifier="exact", date=None)


class _Clause:
    """Who stands for a bare number in its clause."""

    def __init__(self, line: Line, language: str) -> None:
        self.line, self.keys = line, line.keys
        self.voices: Voices = voices(language)
        self.arabic = language == "ar"
        words = table(language, "numbers")
        self.of = frozenset(fold_key(w) for w in words["of"])
        self.sums = frozenset(fold_key(w) for k in _SUMS for w in words["roles"][k])
        self.joins = frozenset(fold_key(w) for w in ("and", "et", "y", "e"))
        self.the = frozenset(fold_key(w) for w in table(language, "numbers")["definite"])
        # "At" and « à » stand before any number; «a las» and «الساعة» before the hours of a clock.
        clock = (tuple(fold_key(t) for t in w.split()) for w in words["clock"])
        self.clock = tuple(c for c in clock if len(c) > 1 or self.arabic)

    def stood_for(self, number: Number) -> bool:
        """Return whether somebody counts, admits or puts it at that number, or it is so by their account."""
        if number.value < LEAST or _year(self.line, number) or self._hour(number):
            return False
        attributed = self._attributed(number.end)
        if not attributed and not self.ends(number.end):
            return self.agreed(number) and self._counted(number)
        return attributed or self._counted(number) or self._put(number) or self._no_more(number)

    def _hour(self, number: Number) -> bool:
        """True of the hour of a clock: «es el balance que dio *a las once* la alcaldesa»."""
        if number.value > HOURS or self.agreed(number):
            return False
        return any(tuple(self.keys[max(0, number.start - len(c)) : number.start]) == c for c in self.clock)

    def gapped(self, number: Number, before: Sequence[FigureMention]) -> bool:
        """Return whether a number stands like one before it of its sentence, its verb left out: "the contract speaks of 34 million, the annexes of 41"."""
        start = self.line.found[number.start].start
        first = max(
            (f for f in before if f.end <= start and f.start >= self.line.found[0].start),
            key=lambda f: f.start,
            default=None,
        )
        if first is None or not number.start or not self.ends(number.end):
            return False
        i = next((k for k, t in enumerate(self.line.found) if t.start >= first.start), 0)
        j = next((k for k, t in enumerate(self.line.found) if t.start >= first.end), number.start)
        between = self.keys[j : number.start]
        if not i or self.keys[i - 1] != self.keys[number.start - 1] or not 2 < len(between) <= GAPPED:
            return False
        parted = between[0] in _MARKS or self.voices.at("contrast", self.keys, j) or between[0] in self.joins
        return bool(parted) and any(
            self.voices.at(k, self.keys, at) for k in ("counts", "puts") for at in range(max(0, i - GAPPED), i)
        )

    def people_before(self, start: int, low: int) -> str | None:
        """The people who are the subject of a clause: "those who left", «المنسحبين»; ``None`` where none are."""
        words = self.line.words
        for k in range(low, start):
            key = self.keys[k].removeprefix("ال") if self.arabic else self.keys[k]
            if self.voices.at("those", self.keys, k):
                return self.line.found[k].text
            if key in words.people or (self.arabic and self.keys[k] != key and words.calling(key)):
                return self.line.found[k].text
        return None

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

    def agreed(self, number: Number) -> bool:
        """Return whether it is one of "the 42 agreed", "los 42 acordados": an article, and a participle where the noun would stand."""
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
