"""The trained taggers, and the spans they find: exact decoding of a linear chain, what words contribute kept between sentences.

A feature is an atom of one word in one place (see ``features``), so the sum of the weights of a word's atoms in a place is a
vector that is computed once for each word of a language. Labels far behind a word's best are left out, and where only "no name" is
left the chain is cut; Viterbi and forward–backward (Rabiner 1989) run on the short stretches between.
"""

from __future__ import annotations

import lzma
import math
import struct
from collections.abc import Callable, Sequence
from functools import cache
from operator import add, mul

import msgspec
from msgspec import Struct

from isnad.annotate.names.features import marks, placed, told
from isnad.annotate.names.words import Word
from isnad.models import weights

Vector = tuple[float, ...]
SCALE = 1000.0
"""Weights are stored as whole thousandths."""
BEHIND = 14.0
"""Log odds by which a label may be behind a word's best, before its neighbours are heard, and still be weighed."""

AROUND = 8
"""Words on either side of names that their probabilities are computed with."""


class Tagged(Struct, frozen=True, array_like=True):
    """A span of words [first, last) of one type (PER, ORG, LOC, MISC), with the tagger's confidence."""

    first: int
    last: int
    kind: str
    score: float


class Weights(Struct, frozen=True):
    """The shipped form: labels, weights of moves between them, and feature → (label, weight) pairs packed as ``<Bh``."""

    labels: list[str]
    moves: list[list[float]]
    features: dict[str, bytes]


def pack(labels: list[str], moves: list[list[float]], features: dict[str, dict[str, float]]) -> bytes:
    """Return the bytes of a weights file; features without weight are left out."""
    number = {label: n for n, label in enumerate(labels)}
    packed: dict[str, bytes] = {}
    for name, by_label in sorted(features.items()):
        whole = [(number[y], max(-32768, min(32767, round(w * SCALE)))) for y, w in sorted(by_label.items())]
        cells = b"".join(struct.pack("<Bh", y, w) for y, w in whole if w)
        if cells:
            packed[name] = cells
    made = Weights(labels, [[round(w, 4) for w in row] for row in moves], packed)
    return lzma.compress(msgspec.msgpack.encode(made), preset=9 | lzma.PRESET_EXTREME)


class Tagger:
    """A tagger of one language; keeps what it has summed, so that words seen before cost little."""

    def __init__(self, packed: bytes, language: str) -> None:
        known = msgspec.msgpack.decode(lzma.decompress(packed), type=Weights)
        self.language = language
        self.labels = known.labels
        self._moves = [tuple(row) for row in known.moves]
        self._features = known.features
        self._none = known.labels.index("O")
        self._zero: Vector = (0.0,) * len(known.labels)
        self._vectors: dict[tuple[str, str], _Told] = {}
        self._unpacked: dict[str, Vector] = {}
        self._into = list(zip(*known.moves, strict=True))
        self._odds = [[math.exp(w) for w in row] for row in known.moves]
        self._odds_into = list(zip(*self._odds, strict=True))

    def tag(self, words: Sequence[Word]) -> list[Tagged]:
        """Return the names among the words of one sentence, in order, disjoint."""
        vectors = self._emissions(words)
        found: list[Tagged] = []
        for first, last in self._doubtful(vectors):
            opens, closes = first == 0, last == len(words)
            path = self._best(vectors[first:last], opens, closes)
            for a, b in self._named(path):
                inside = vectors[first + a : first + b]
                sure = self._sure(path[a:b], inside, opens and not a, closes and b == len(path))
                found += self._spans(path[a:b], sure, first + a)
        return found

    def _named(self, path: Sequence[int]) -> list[tuple[int, int]]:
        """The runs of a path with names in them, a few words that are none around each: what is further off tells nothing of them."""
        out: list[tuple[int, int]] = []
        for i, y in enumerate(path):
            if y != self._none:
                a, b = max(0, i - AROUND), min(len(path), i + AROUND + 1)
                if out and a <= out[-1][1]:
                    out[-1] = (out[-1][0], b)
                else:
                    out.append((a, b))
        return out

    def _emissions(self, words: Sequence[Word]) -> list[Vector]:
        """What every word and its surroundings say for each label."""
        told_by, features = [self._told(w) for w in words], self._features
        out: list[Vector] = []
        for row, own in zip(placed(words, self.language), marks(words), strict=True):
            vectors = [told_by[j][place] for place, j in row]
            vectors += [self._feature(name) for name in own if name in features]
            out.append(tuple(map(sum, zip(*vectors, strict=True))))
        return out

    def _told(self, word: Word) -> _Told:
        """What one word says from each place, kept for the next time it is met."""
        key = (word.text, word.key)
        known = self._vectors.get(key)
        if known is None:
            if len(self._vectors) > MOST_KEPT:
                self._vectors.clear()
            known = self._vectors[key] = _Told(self._sum, word, self.language)
        return known

    def _sum(self, names: Sequence[str]) -> Vector:
        vectors = [self._feature(name) for name in names if name in self._features]
        return tuple(map(sum, zip(*vectors, strict=True))) if vectors else self._zero

    def _feature(self, name: str) -> Vector:
        """What one feature the model knows says; unpacked when it is first met, for few of all are."""
        vector = self._unpacked.get(name)
        if vector is None:
            weights = [0.0] * len(self.labels)
            for y, w in struct.iter_unpack("<Bh", self._features[name]):
                weights[y] = w / SCALE
            vector = self._unpacked[name] = tuple(weights)
        return vector

    def _doubtful(self, vectors: Sequence[Vector]) -> list[tuple[int, int]]:
        """Stretches of words that may be part of names, between words that surely are none."""
        out: list[tuple[int, int]] = []
        none, start = self._none, None
        for i, v in enumerate(vectors):
            if sorted(v)[-2] < v[none] - BEHIND:
                if start is not None:
                    out.append((start, i))
                    start = None
            elif start is None:
                start = i
        return out if start is None else [*out, (start, len(vectors))]

    def _sure(self, path: Sequence[int], vectors: Sequence[Vector], opens: bool, closes: bool) -> list[float]:
        """The probabilities of a stretch's labels; "O" stands around it unless it opens or closes the sentence."""
        none, into, out_of = self._none, self._odds_into, self._odds
        odds = [_near_odds(v) for v in vectors]
        fore = [odds[0] if opens else list(map(mul, odds[0], out_of[none]))]
        for now in odds[1:]:
            last = fore[-1]
            row = [w and w * sum(map(mul, last, moves)) for w, moves in zip(now, into, strict=True)]
            whole = sum(row) or 1.0
            fore.append([f / whole for f in row])
        rear = [[1.0] * len(into) if closes else list(into[none])]
        for now in odds[:0:-1]:
            after = list(map(mul, rear[-1], now))
            row = [sum(map(mul, after, moves)) for moves in out_of]
            whole = sum(row) or 1.0
            rear.append([r / whole for r in row])
        sure = []
        for y, f, r in zip(path, fore, reversed(rear), strict=True):
            sure.append(f[y] * r[y] / (sum(map(mul, f, r)) or 1.0))
        return sure

    def _best(self, vectors: Sequence[Vector], opens: bool, closes: bool) -> list[int]:
        """The likeliest labels of a stretch: the best score of every label, then the way back from the last word's."""
        none, into = self._none, self._into
        row = list(vectors[0]) if opens else list(map(add, vectors[0], self._moves[none]))
        rows = [row]
        for v in vectors[1:]:
            row = [max(map(add, row, moves)) + w for moves, w in zip(into, v, strict=True)]
            rows.append(row)
        if not closes:
            row = list(map(add, row, into[none]))
        path = [row.index(max(row))]
        for row in rows[-2::-1]:
            ways = list(map(add, row, into[path[-1]]))
            path.append(ways.index(max(ways)))
        path.reverse()
        return path

    def _spans(self, path: list[int], sure: list[float], offset: int) -> list[Tagged]:
        """Spans of equal type; a span is as sure as its least sure word."""
        found: list[Tagged] = []
        start = None
        labels = [self.labels[y] for y in path]
        for i, label in enumerate([*labels, "O"]):
            if start is not None and (label == "O" or label[0] == "B" or label[2:] != labels[start][2:]):
                score = round(min(sure[start:i]), 3)
                found.append(Tagged(offset + start, offset + i, labels[start][2:], score))
                start = None
            if label != "O" and start is None:
                start = i
        return found


class _Told(dict[str, Vector]):
    """What one word says, by the place it says it from; summed when it is first asked for."""

    __slots__ = ("_language", "_sum", "_word")

    def __init__(self, add_up: Callable[[Sequence[str]], Vector], word: Word, language: str) -> None:
        self._sum, self._word, self._language = add_up, word, language

    def __missing__(self, place: str) -> Vector:
        vector = self[place] = self._sum(told(self._word.text, self._word.key, self._language, place))
        return vector


def _near_odds(v: Vector) -> list[float]:
    """The odds of labels against the word's best; those far behind have none."""
    top = max(v)
    least = top - BEHIND
    return [math.exp(w - top) if w >= least else 0.0 for w in v]


MOST_KEPT = 40_000
"""Words whose vectors are kept before all are let go, about 30 MB."""


MODELS = {"ar": "names.ar.bin", "en": "names.latin.bin", "es": "names.latin.bin", "fr": "names.latin.bin"}
"""Language → its weights; languages of one script share theirs."""


@cache
def _tagger(language: str) -> Tagger:
    return Tagger(weights(MODELS[language]).read_bytes(), language)


def tag(words: Sequence[Word], language: str) -> list[Tagged]:
    """Return the names the shipped model finds among the words of one sentence, in order, disjoint."""
    return _tagger(language).tag(words) if words else []
