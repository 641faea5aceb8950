"""The trained taggers, and the spans they find: exact decoding of a linear chain, what words contribute kept between sentences.

A feature is an atom of one word in one place (see ``features``), so what a word says from all places is summed once for each word
of a language, in whole numbers (see ``sums``). Labels far behind a word's best are left out, and where only "no name" is
left the chain is cut; Viterbi and forward–backward (Rabiner 1989) run on the short stretches between.
"""

from __future__ import annotations

import lzma
import math
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from operator import add, itemgetter, mul

import msgspec
from msgspec import Struct

from isnad.annotate.names.features import PLACES, STEPS, atoms, led, matched, shape, shouted
from isnad.annotate.names.lexicon import gazetteer
from isnad.annotate.names.sums import Lanes
from isnad.annotate.names.words import Word
from isnad.models import weights

Vector = tuple[float, ...]
SCALE = 1000.0
"""Weights are stored as whole thousandths."""
BEHIND = 14.0
"""Log odds by which a label may be behind a word's best, before its neighbours are heard, and still be weighed."""

NEAR = 1e-6
"""Log odds within which two paths are held equal: sums in another order differ in their last digits."""

AROUND = 8
"""Words on either side of names that their probabilities are computed with."""


class Tagged(Struct, frozen=True, array_like=True):
    """A span of words [first, last) of one type (PER, ORG, LOC, MISC), with the tagger's confidence."""

    first: int
    last: int
    kind: str
    score: float


class Weights(Struct, frozen=True):
    """The shipped form: labels, weights of moves between them, and what is told of words.

    ``atoms`` has for each atom its (place, label, weight) triples packed as ``<BBh``, places numbered as in
    :data:`~isnad.annotate.names.features.PLACES`; ``marks`` the same for marks, which have one place.
    """

    labels: list[str]
    moves: list[list[float]]
    atoms: dict[str, bytes]
    marks: dict[str, bytes]


def pack(labels: list[str], moves: list[list[float]], features: dict[str, dict[str, float]]) -> bytes:
    """Return the bytes of a weights file; features without weight are left out."""
    number = {label: n for n, label in enumerate(labels)}
    packed: tuple[dict[str, bytes], dict[str, bytes]] = ({}, {})
    for name, by_label in sorted(features.items()):
        place, told, atom = name.partition(":")
        of_word = bool(told) and place in _ROWS
        whole = [(number[y], max(-32768, min(32767, round(w * SCALE)))) for y, w in sorted(by_label.items())]
        cells = b"".join(_CELL.pack(_ROWS[place] if of_word else 0, y, w) for y, w in whole if w)
        if cells:
            into, key = (packed[0], atom) if of_word else (packed[1], name)
            into[key] = into.get(key, b"") + cells
    made = Weights(labels, [[round(w, 4) for w in row] for row in moves], *packed)
    return lzma.compress(msgspec.msgpack.encode(made), preset=9 | lzma.PRESET_EXTREME)


_ROWS = {place: n for n, place in enumerate(PLACES)}
_CELL = struct.Struct("<BBh")


class Tagger:
    """A tagger of one language; keeps what it has summed, so that words seen before cost little."""

    def __init__(self, known: Weights, language: str) -> None:
        self.language = language
        self.labels = known.labels
        self._moves = [tuple(row) for row in known.moves]
        self._none = known.labels.index("O")
        self._lanes = Lanes(len(known.labels), len(PLACES))
        self._words: dict[tuple[str, str], _Told] = {}
        self._atoms = _Summed(self._lanes, known.atoms)
        self._marks = _Summed(self._lanes, known.marks)
        self._pairs = {sort: _by_first(sort, known.marks) for sort in ("ww", "wl", "wr")}
        self._shapes: dict[tuple[str, str, str], int] = {}
        self._edge = self._heard_of("", "^", "^")
        none, named = self._none, [y for y in range(len(known.labels)) if y != self._none]
        self._of_names = itemgetter(*named)
        self._enter = max(self._moves[none][y] for y in named) - self._moves[none][none]
        self._leave = max(self._moves[y][none] for y in named) - self._moves[none][none]
        self._inside = max(self._moves[y][z] for y in named for z in named) - self._moves[none][none]
        self._into = list(zip(*known.moves, strict=True))
        self._odds = [[math.exp(w) for w in row] for row in known.moves]
        self._odds_into = list(zip(*self._odds, strict=True))

    def tag(self, words: Sequence[Word]) -> list[Tagged]:
        """Return the names among the words of one sentence, in order, disjoint."""
        heard = self._heard(words)
        none, of_names = self._none, self._of_names
        gains = [max(of_names(v)) / SCALE - v[none] / SCALE for v in heard]
        found: list[Tagged] = []
        for first, last in _runs(gains, -BEHIND):
            opens, closes = first == 0, last == len(words)
            vectors = [tuple([w / SCALE for w in v]) for v in heard[first:last]]
            path = self._best(vectors, gains[first:last], opens, closes)
            for a, b in self._named(path):
                inside = vectors[a:b]
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

    def _heard(self, words: Sequence[Word]) -> list[tuple[int, ...]]:
        """What every word and its surroundings say for each label, in thousandths."""
        told = [self._told(w) for w in words]
        own, *beside = zip(*[t.near for t in told], strict=True)
        sums = iter(own)
        for said, (_, step) in zip(beside, STEPS, strict=True):
            # What stands a step away says it to this word: the row of what is said, moved by the step.
            sums = map(add, sums, (0,) * -step + said[:step] if step < 0 else said[step:] + (0,) * step)
        whole = list(sums)
        for i, row in enumerate(led(words, self.language)):
            for place, j in row:
                whole[i] += told[j][place]
        self._mark(whole, words, told)
        values = self._lanes.values
        return [values(w) for w in whole]

    def _mark(self, whole: list[int], words: Sequence[Word], told: Sequence[_Told]) -> None:
        """Add what belongs to each place in the sentence, as :func:`~isnad.annotate.names.features.marks` spells it.

        No mark is spelt here that the weights have not: of a word only the pairs that it begins there are looked through.
        """
        said, last = self._marks, len(words) - 1
        before = self._edge
        for i, t in enumerate(told):
            behind, key = ("$", "$") if i == last else (told[i + 1].shape, words[i + 1].key)
            if before.around and (name := before.around.get(key)):
                whole[i] += said[name]
            if before.left and (name := before.left.get(words[i].key)):
                whole[i] += said[name]
            if t.right and (name := t.right.get(key)):
                whole[i] += said[name]
            whole[i] += self._row(before.shape, t.shape, behind)
            before = t
        if any(t.opens for t in told):
            for j, match in enumerate(matched(words)):
                for step in (-1, 0, 1) if match else ():
                    if 0 <= j - step <= last:
                        whole[j - step] += said.of(f"{step}{match}")
        whole[0] += said.of("first")
        if shouted(words):
            for i, t in enumerate(told):
                whole[i] += said.of("loud") + said.of(f"loud:{t.shape}")

    def _row(self, before: str, own: str, behind: str) -> int:
        """What three shapes in a row say of the middle one."""
        known = self._shapes.get((before, own, behind))
        if known is None:
            if len(self._shapes) > MOST_KEPT:
                self._shapes.clear()
            known = self._shapes[before, own, behind] = self._marks.of(f"sss={before}|{own}|{behind}")
        return known

    def _told(self, word: Word) -> _Told:
        """What one word says from each place, kept for the next time it is met."""
        known = self._words.get((word.text, word.key))
        if known is None:
            if len(self._words) > MOST_KEPT:
                self._words.clear()
            known = self._words[word.text, word.key] = self._heard_of(word.text, word.key, shape(word.text))
        return known

    def _heard_of(self, text: str, key: str, form: str) -> _Told:
        heard = [a for a in atoms(text, key, self.language) if a in self._atoms.cells]
        return _Told(self._lanes, sum([self._atoms[a] for a in heard]), key, form, self._pairs)

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
        for now, here in zip(odds[:0:-1], odds[-2::-1], strict=True):
            after = list(map(mul, rear[-1], now))
            row = [w and sum(map(mul, after, moves)) for moves, w in zip(out_of, here, strict=True)]
            whole = sum(row) or 1.0
            rear.append([r / whole for r in row])
        sure = []
        for y, f, r in zip(path, fore, reversed(rear), strict=True):
            sure.append(f[y] * r[y] / (sum(map(mul, f, r)) or 1.0))
        return sure

    def _best(self, vectors: Sequence[Vector], gains: Sequence[float], opens: bool, closes: bool) -> list[int]:
        """The likeliest labels of a stretch; only words that can be part of a name are weighed, as few can."""
        path = [self._none] * len(vectors)
        for a, b in _runs(self._most_gained(gains, opens, closes), 0.0):
            path[a:b] = self._way(vectors[a:b], opens and not a, closes and b == len(path))
        return path

    def _most_gained(self, gains: Sequence[float], opens: bool, closes: bool) -> list[float]:
        """What a path can gain at the most over one of "no name" alone by a name that a word is part of: less than 0, and it is of none.

        ``gains`` is what a word's best label of a name is before "no name". Of every word the best run of words that ends there and
        the best that begins there are known from its neighbour's (Kadane), with the dearest moves there are.
        """
        enter, inside, leave = self._enter, self._inside, self._leave
        fore, best = [], 0.0 if opens else enter
        for g in gains:
            best = max(best, enter) + g + inside
            fore.append(best)
        rear, best = [], 0.0 if closes else leave
        for g in reversed(gains):
            best = max(best, leave) + g + inside
            rear.append(best)
        rear.reverse()
        return [f + r - g - 2 * inside + NEAR for f, r, g in zip(fore, rear, gains, strict=True)]

    def _way(self, vectors: Sequence[Vector], opens: bool, closes: bool) -> list[int]:
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


class _Summed(dict[str, int]):
    """What each atom or mark says from all places, as one number; put together when it is first met, for few of all are."""

    __slots__ = ("_lanes", "cells")

    def __init__(self, lanes: Lanes, cells: dict[str, bytes]) -> None:
        self._lanes, self.cells = lanes, cells

    def __missing__(self, name: str) -> int:
        said = self[name] = self._lanes.packed(_CELL.iter_unpack(self.cells[name]))
        return said

    def of(self, name: str) -> int:
        """What an atom or mark says, nothing when the weights have it not."""
        return self[name] if name in self.cells else 0


class _Told(dict[str, int]):
    """What one word says, by the place it says it from; cut out of the whole when it is first asked for.

    ``near`` is what it says of itself and from the places of :data:`~isnad.annotate.names.features.STEPS`. ``around``, ``left`` and
    ``right`` are the pairs it begins that have weights, by their second word: with the word after next, and with the next told of
    that one and of this one. ``opens`` is true of a word that opens names of the gazetteer.
    """

    __slots__ = ("_lanes", "_whole", "around", "left", "near", "opens", "right", "shape")

    def __init__(self, lanes: Lanes, whole: int, key: str, form: str, pairs: Mapping[str, Mapping[str, Pairs]]) -> None:
        self._lanes, self._whole = lanes, whole
        self.near = [self[place] for place in ("", *(place for place, _ in STEPS))]
        self.around, self.left, self.right = (pairs[sort].get(key) for sort in ("ww", "wl", "wr"))
        self.shape, self.opens = form, key in gazetteer().first_words

    def __missing__(self, place: str) -> int:
        said = self[place] = self._lanes.row(self._whole, _ROWS[place])
        return said


Pairs = Mapping[str, str]
"""The second words of pairs that one word begins, and the marks of the pairs."""


def _by_first(sort: str, marks: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The marks of pairs of words ("ww=the|of") by their first and second words."""
    found: dict[str, dict[str, str]] = {}
    for name in marks:
        head, _, pair = name.partition("=")
        if head == sort:
            for at in [i for i, c in enumerate(pair) if c == "|"]:  # a word may itself be the stroke
                found.setdefault(pair[:at], {})[pair[at + 1 :]] = name
    return found


def _runs(values: Sequence[float], least: float) -> list[tuple[int, int]]:
    """Return the stretches [first, last) of values that are at least so much."""
    out: list[tuple[int, int]] = []
    start = None
    for i, value in enumerate(values):
        if value < least:
            if start is not None:
                out.append((start, i))
                start = None
        elif start is None:
            start = i
    return out if start is None else [*out, (start, len(values))]


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
def _weights(name: str) -> Weights:
    return msgspec.msgpack.decode(lzma.decompress(weights(name).read_bytes()), type=Weights)


@cache
def _tagger(language: str) -> Tagger:
    return Tagger(_weights(MODELS[language]), language)


def tag(words: Sequence[Word], language: str) -> list[Tagged]:
    """Return the names the shipped model finds among the words of one sentence, in order, disjoint."""
    return _tagger(language).tag(words) if words else []
