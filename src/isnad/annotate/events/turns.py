"""What a sentence tells whose words no list has: signs of its words and shape, weighed by ``models/turns.bin`` (its making: ``turns.md``).

Words count by what they may mean in any language: the concepts of their stems and what those are sorts of ("barge, boat, vessel"),
the sets of nouns of ``languages/*/classes.toml`` and of the kinds. Beside them stand which kinds the lists nearly told.
"""

from __future__ import annotations

import lzma
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from operator import add, itemgetter, mul

import msgspec
import regex

from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import lexicon
from isnad.annotate.events.making import Sentence
from isnad.model import Abstention, EventMention, Reading
from isnad.models import weights
from isnad.models.stems import forms
from isnad.models.stems import lexicon as stems
from isnad.models.words import Packed as PackedWords
from isnad.models.words import Words
from isnad.text import fold_key

HINTS = ("bare", "soft", "object", "hard", "word", "set", "title", "title left", "title word", "page")
"""How the lists nearly told a kind: kept as a mention, left for want of somebody, of an object, for another reason; its words or its
nouns stand in the sentence; told by the title, left there, its words stand there; told elsewhere on the page."""
SOFT = frozenset({"nobody-named", "no-subject", "undated", "no-with", "infinitive", "noun-alone"})
"""Reasons of abstention that say nothing against an event."""
LEAST = 0.15
"""The share of a word's meanings that a sort must have to count."""
LAST = 6
"""From which sentence on the place in the article says no more."""
MOST = 1.5
"""What a hint counts at the most."""
LONG, LENGTH = 60, 30
"""Items of a long sentence, and of one that counts once."""

Signs = Mapping[str, float]
Hints = Mapping[str, Mapping[str, float]]


class Blob(msgspec.Struct, frozen=True):
    """The shipped file: signs with numbers; by concept a row of ``sorts``; weights as whole numbers of a scale, for whether anything is told, for its kind and its status."""

    signs: PackedWords
    sorts: list[list[int]]
    of: bytes
    kinds: list[str]
    statuses: list[str]
    scale: float
    event: bytes
    kind: bytes
    status: bytes
    biases: list[float]
    hints: list[float]


_FLOATS = {n: float(n) for n in range(-128, 128)}
"""What one byte says, each once in memory."""


class Weights:
    """The weights, unpacked."""

    def __init__(self, blob: Blob) -> None:
        """Unpack what is shipped."""
        self.signs = Words(blob.signs)
        self.sorts = [tuple(row) for row in blob.sorts]
        self.of = array("H", blob.of)
        self.kinds, self.statuses = blob.kinds, blob.statuses
        self.scale = blob.scale
        self.event = array("b", blob.event)
        self.kind, self.status = array("b", blob.kind), array("b", blob.status)
        self.biases, self.hints = blob.biases, blob.hints
        self._numbers: dict[str, int | None] = {}
        self._rows: dict[int, tuple[float, ...]] = {}

    def number(self, sign: str) -> int | None:
        """Return the number of a sign that is no word, of which there are few."""
        if sign not in self._numbers:
            self._numbers[sign] = self.signs.get(sign)
        return self._numbers[sign]

    def row(self, n: int) -> tuple[float, ...]:
        """Return what a sign says for each kind, then for each status."""
        row = self._rows.get(n)
        if row is None:
            many, states = len(self.kinds), len(self.statuses)
            kinds, statuses = self.kind[n * many : (n + 1) * many], self.status[n * states : (n + 1) * states]
            row = self._rows[n] = tuple(map(_FLOATS.__getitem__, (*kinds, *statuses)))
        return row


@cache
def shipped() -> Weights:
    """Return the weights that are shipped."""
    packed = lzma.decompress(weights("turns.bin").read_bytes())
    return Weights(msgspec.msgpack.decode(packed, type=Blob))


@lru_cache(maxsize=32768)
def meant(word: str, language: str) -> tuple[str, tuple[tuple[int, float], ...]]:
    """Return the stem of a folded word and the concepts it may mean, each with its share."""
    known = stems(language)
    tried = forms(word, language)
    stem = next((f for f in tried if f in known), "")
    found = known[stem] if stem else ()
    whole = sum(trust for _, trust in found) or 1.0
    return stem or tried[0], tuple((c, trust / whole) for c, trust in found)


_PLAIN = regex.compile(r"\W+").sub


def folded(reading: Reading, item: Item) -> str:
    """Return a word as it is looked up."""
    return _PLAIN("", fold_key(reading.article.text[item.start : item.end]))


def shape(reading: Reading, sentence: Sentence, items: Sequence[Item]) -> dict[str, float]:
    """Return the signs of a sentence that are no words: who and what is in it, how long it is, where it stands."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[(item.names or "name") if item.kind == "name" else item.kind] += 1
        seen["quoted"] += item.kind == "word" and item.quoted
    found = {"length": min(len(items), LONG) / LENGTH, f"part {sentence.part}": 1.0}
    found[f"at {min(sentence.index, LAST)}"] = 1.0
    found[f"in {reading.article.language}"] = 1.0
    for what in ("person", "organization", "place", "misc", "number", "time", "role", "quoted"):
        if seen[what]:
            found[f"has {what}"] = 1.0
        if seen[what] > 1:
            found[f"two {what}"] = 1.0
    for f in reading.figures:
        if sentence.span.start <= f.start < sentence.span.end:
            found["of money" if len(f.unit) == _CODE and f.unit.isupper() else f"of {f.unit}"] = 1.0
    return found


_CODE = 3
"""Letters of a currency's code."""


def sets(items: Sequence[Item], language: str) -> tuple[list[str], dict[str, float]]:
    """Return the sets of nouns that have a word of the sentence, and how many of its words are of each kind's own."""
    there: dict[str, None] = {}
    own: defaultdict[str, float] = defaultdict(float)
    for item in items:
        if item.kind in _UNNAMED:
            continue
        names, kinds = _sets_of(item.keys or item.heads, language)
        there.update(names)
        for kind in kinds:
            own[kind] += 1 / len(kinds)
    return list(there), dict(own)


_UNNAMED = frozenset({"time", "mark", "number"})
"""Items that are of no set of nouns."""


@lru_cache(maxsize=16384)
def _sets_of(keys: tuple[str, ...], language: str) -> tuple[dict[str, None], frozenset[str]]:
    """The sets of nouns that have a word with these keys, and the kinds whose own they are."""
    names = [name for name, of in lexicon(language).classes.items() if not of.isdisjoint(keys)]
    kinds = {name.split(".")[0] for name in names if not name.startswith("any.")}
    return dict.fromkeys(names), frozenset(kinds - {"agreements"})


def word_kinds(items: Sequence[Item], language: str, apart: Sequence[tuple[int, int]] = ()) -> dict[str, float]:
    """Return how many words of a sentence tell each kind somewhere, but for those that lie ``apart``."""
    found: defaultdict[str, float] = defaultdict(float)
    for item in items:
        if item.kind != "word" or any(start <= item.start < end for start, end in apart):
            continue
        kinds = _kinds_of(item.keys, language)
        for kind in kinds:
            found[kind] += 1 / len(kinds)
    return dict(found)


@lru_cache(maxsize=16384)
def _kinds_of(keys: tuple[str, ...], language: str) -> frozenset[str]:
    """The kinds that a word with these keys tells somewhere."""
    triggers = lexicon(language).triggers
    return frozenset(t.kind for key in keys for t, _ in triggers.get(key, ()))


class Page(msgspec.Struct, frozen=True):
    """What the lists made of a page: its events and what was left, and the kinds of its title."""

    reading: Reading
    events: Sequence[EventMention]
    left: Sequence[Abstention]
    told: Mapping[str, float]
    nearly: Mapping[str, float]
    words: Mapping[str, float]


def page_of(
    reading: Reading, sentences: Sequence[Sentence], events: Sequence[EventMention], left: Sequence[Abstention]
) -> Page:
    """Return a page as the lists read it."""
    language = reading.article.language
    told: dict[str, float] = {}
    nearly: dict[str, float] = {}
    said: Counter[str] = Counter()
    for s in sentences:
        if s.part == "title":
            mine = [e for e in events if _inside(e.trigger.start, s)]
            told |= {e.kind: 1.0 for e in mine}
            nearly |= {_kind(a): 1.0 for a in left if _inside(a.cites[0].start, s)}
            said.update(word_kinds(s.layout.items, language, [(e.trigger.start, e.trigger.end) for e in mine]))
    return Page(reading, events, left, told, nearly, dict(said))


def _inside(at: int, sentence: Sentence) -> bool:
    return sentence.span.start <= at < sentence.span.end


def _kind(left: Abstention) -> str:
    return left.what.split(":")[0]


def hints(page: Page, sentence: Sentence) -> tuple[list[str], Hints]:
    """Return the sets of nouns a sentence has words of, and how the lists nearly told each kind in it."""
    language = page.reading.article.language
    found: dict[str, dict[str, float]] = {h: {} for h in HINTS}
    here = [e for e in page.events if _inside(e.trigger.start, sentence)]
    left = [a for a in page.left if _inside(a.cites[0].start, sentence)]
    found["bare"] = {e.kind: 1.0 for e in here if e.bare}
    for a in left:
        how = "soft" if a.reason in SOFT else "object" if a.reason == "no-object" else "hard"
        found[how][_kind(a)] = 1.0
    apart = [(e.trigger.start, e.trigger.end) for e in here] + [(a.cites[0].start, a.cites[0].end) for a in left]
    found["word"] = word_kinds(sentence.layout.items, language, apart)
    there, found["set"] = sets(sentence.layout.items, language)
    found["title"], found["title left"], found["title word"] = dict(page.told), dict(page.nearly), dict(page.words)
    found["page"] = {e.kind: 1.0 for e in page.events if not (e.bare or _inside(e.trigger.start, sentence))}
    return there, found


def numbered(reading: Reading, sentence: Sentence, there: Iterable[str], of: Weights) -> dict[int, float]:
    """Return the signs of a sentence by number, those that are weighed."""
    items, language = sentence.layout.items, reading.article.language
    plain = {**shape(reading, sentence, items), **{f"set {name}": 1.0 for name in there}}
    found = {n: value for sign, value in plain.items() if (n := of.number(sign)) is not None}
    text = reading.article.text
    for item in items:
        if item.kind == "word":
            for n, share in signs_printed(text[item.start : item.end], language):
                if share > found.get(n, 0.0):
                    found[n] = share
    return found


@lru_cache(maxsize=16384)
def signs_printed(printed: str, language: str) -> tuple[tuple[int, float], ...]:
    """Return the signs of one word as it is printed."""
    return word_signs(_PLAIN("", fold_key(printed)), language)


@lru_cache(maxsize=16384)
def word_signs(word: str, language: str) -> tuple[tuple[int, float], ...]:
    """Return the signs of one folded word by number: its stem, and the sorts of what it may mean."""
    if not word:
        return ()
    of = shipped()
    stem, concepts = meant(word, language)
    found: dict[int, float] = {}
    if (n := of.signs.get(f"{language}:{stem}")) is not None:
        found[n] = 1.0
    sorts: dict[int, float] = {}
    for concept, share in concepts:
        for n in of.sorts[of.of[concept]]:
            sorts[n] = sorts.get(n, 0.0) + share
    return (*found.items(), *((n, share) for n, share in sorts.items() if share >= LEAST))


class Judged(msgspec.Struct, frozen=True):
    """What a sentence is judged to tell: how likely anything, the likeliest kind, how likely that is, and the likeliest status."""

    told: float
    kind: str
    sure: float
    status: str


def told_at_all(signs: Mapping[int, float], of: Weights) -> float:
    """Return the log odds that a sentence tells anything."""
    return of.biases[0] + of.scale * sum(value * of.event[n] for n, value in signs.items())


def judged(signs: Mapping[int, float], given: Hints, of: Weights) -> Judged:
    """Return what a sentence tells by its signs and by what the lists nearly told."""
    odds = told_at_all(signs, of)
    many, both = len(of.kinds), of.biases[1:]
    for n, value in signs.items():
        both = list(map(add, both, map(mul, repeat(value * of.scale), of.row(n))))
    status = both[many:]
    share = _shares(both[:many])
    log, plain, told, bias, *rest = of.hints
    final = [log * math.log(p + FLOOR) + plain * p + told * odds + bias for p in share]
    for weight, hint in zip(rest, HINTS, strict=True):
        for kind, value in given[hint].items():
            if kind in of.kinds:
                final[of.kinds.index(kind)] += weight * min(value, MOST)
    *sure, nothing = _shares([*final, 0.0])
    best = max(range(many), key=sure.__getitem__)
    return Judged(
        1 - nothing, of.kinds[best], sure[best], max(zip(of.statuses, status, strict=True), key=itemgetter(1))[0]
    )


FLOOR = 1e-3
"""The least share of a kind, so that no logarithm is of nothing."""


def _shares(worth: Sequence[float]) -> list[float]:
    most = max(worth)
    grown = [math.exp(w - most) for w in worth]
    whole = sum(grown)
    return [g / whole for g in grown]
