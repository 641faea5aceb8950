"""The trained taggers, and the spans they find: exact decoding of a linear chain, what words contribute kept between sentences.

A feature is an atom of one word in one place (see ``features``), so the sum of the weights of a word's atoms in a place is a
vector that is computed once for each word of a language. Labels far behind a word's best are left out, and where only "no name" is
left the chain is cut; Viterbi and forward–backward (Rabiner 1989) run on the short stretches between.
"""

from __future__ import annotations

import lzma
import math
import struct
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

import msgspec
from msgspec import Struct

from isnad.annotate.names.features import Placed, marks, placed, told
from isnad.annotate.names.words import Word
from isnad.models import weights

Vector = tuple[float, ...]
SCALE = 1000.0
"""Weights are stored as whole thousandths."""
BEHIND = 14.0
"""Log odds by which a label may be behind a word's best, before its neighbours are heard, and still be weighed."""

AROUND = 3
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
        self._vectors: dict[tuple[str, str, str], Vector] = {}
        self._odds = [[math.exp(w) for w in row] for row in known.moves]

    def tag(self, words: Sequence[Word]) -> list[Tagged]:
        """Return the names among the words of one sentence, in order, disjoint."""
        vectors = self._emissions(words)
        near = []
        for v in vectors:
            least = max(v) - BEHIND
            near.append([y for y, w in enumerate(v) if w >= least])
        found: list[Tagged] = []
        for first, last in self._doubtful(near):
            opens, closes = first == 0, last == len(words)
            path = self._best(vectors[first:last], near[first:last], opens, closes)
            for a, b in self._named(path):
                inside = slice(first + a, first + b)
                sure = self._sure(path[a:b], vectors[inside], near[inside], opens and not a, closes and b == len(path))
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
        out: list[Vector] = []
        for row, own in zip(placed(words, self.language), marks(words, self.language), strict=True):
            vectors = [self._vector(words, p) for p in row]
            vectors += [self._sum((name,)) for name in own if name in self._features]
            out.append(tuple(map(sum, zip(*vectors, strict=True))))
        return out

    def _vector(self, words: Sequence[Word], at: Placed) -> Vector:
        """What one word says from one place, summed once."""
        place, j = at
        w = words[j]
        key = (place, w.text, w.key)
        vector = self._vectors.get(key)
        if vector is None:
            if len(self._vectors) > MOST_KEPT:
                self._vectors.clear()
            vector = self._vectors[key] = self._sum(told(w.text, w.key, self.language, place))
        return vector

    def _sum(self, names: Sequence[str]) -> Vector:
        total = None
        for name in names:
            cells = self._features.get(name)
            if cells is not None:
                if total is None:
                    total = [0.0] * len(self.labels)
                for y, w in struct.iter_unpack("<Bh", cells):
                    total[y] += w / SCALE
        return self._zero if total is None else tuple(total)

    def _doubtful(self, near: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
        """Stretches of words that may be part of names, between words that surely are none."""
        out: list[tuple[int, int]] = []
        none, start = [self._none], None
        for i, labels in enumerate(near):
            if labels == none:
                if start is not None:
                    out.append((start, i))
                    start = None
            elif start is None:
                start = i
        return out if start is None else [*out, (start, len(near))]

    def _sure(
        self, path: Sequence[int], vectors: Sequence[Vector], near: Sequence[Sequence[int]], opens: bool, closes: bool
    ) -> list[float]:
        """The probabilities of a stretch's labels; "O" stands around it unless it opens or closes the sentence."""
        o = self._none
        odds = [[math.exp(v[y] - v[labels[0]]) for y in labels] for v, labels in zip(vectors, near, strict=True)]
        fore = [odds[0] if opens else [w * self._odds[o][y] for y, w in zip(near[0], odds[0], strict=True)]]
        for i in range(1, len(near)):
            last, before = fore[-1], near[i - 1]
            row = [
                w * sum(f * self._odds[x][y] for x, f in zip(before, last, strict=True))
                for y, w in zip(near[i], odds[i], strict=True)
            ]
            whole = sum(row) or 1.0
            fore.append([f / whole for f in row])
        rear = [[1.0 if closes else self._odds[y][o] for y in near[-1]]]
        for i in range(len(near) - 1, 0, -1):
            after = [r * w for r, w in zip(rear[-1], odds[i], strict=True)]
            row = [sum(a * self._odds[x][y] for y, a in zip(near[i], after, strict=True)) for x in near[i - 1]]
            whole = sum(row) or 1.0
            rear.append([r / whole for r in row])
        rear.reverse()
        sure = []
        for y, labels, f, r in zip(path, near, fore, rear, strict=True):
            each = [a * b for a, b in zip(f, r, strict=True)]
            sure.append(each[labels.index(y)] / (sum(each) or 1.0))
        return sure

    def _best(self, vectors: Sequence[Vector], near: Sequence[Sequence[int]], opens: bool, closes: bool) -> list[int]:
        """The likeliest labels of a stretch."""
        o, moves = self._none, self._moves
        score = {y: vectors[0][y] + (0.0 if opens else moves[o][y]) for y in near[0]}
        back: list[dict[int, int]] = []
        for v, labels in zip(vectors[1:], near[1:], strict=True):
            came = {}
            now = {}
            for y in labels:
                x, best = max(((x, w + moves[x][y]) for x, w in score.items()), key=_second)
                came[y], now[y] = x, best + v[y]
            back.append(came)
            score = now
        path = [max(score, key=lambda y: score[y] + (0.0 if closes else moves[y][o]))]
        for came in reversed(back):
            path.append(came[path[-1]])
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


MOST_KEPT = 200_000
"""Vectors kept before all are let go, about 30 MB."""


_second = itemgetter(1)


MODELS = {"ar": "names.ar.bin", "en": "names.latin.bin", "es": "names.latin.bin", "fr": "names.latin.bin"}
"""Language → its weights; languages of one script share theirs."""


@cache
def _tagger(language: str) -> Tagger:
    return Tagger(weights(MODELS[language]).read_bytes(), language)


def tag(words: Sequence[Word], language: str) -> list[Tagged]:
    """Return the names the shipped model finds among the words of one sentence, in order, disjoint."""
    return _tagger(language).tag(words) if words else []
