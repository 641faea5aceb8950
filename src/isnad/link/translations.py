"""When is an article, or a passage of it, a translation of another: the same sentences in the same order.

Sentences are aligned by the dynamic programme of Gale & Church (1993), scored by concepts and numbers instead of lengths.
Reports of one matter share concepts, too; what sets a translation apart is that sentence follows sentence, and that a
sentence's numbers are those of its like.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.link.bodies import LONGEST, Body, Holders, Meaning, holders_of
from isnad.link.concepts import cosine

ALIKE = 0.22
"""Likeness from which two sentences may be aligned."""
SKIP = 0.06
NUMBER = 0.12
"""What a number in common adds to the likeness of two sentences, and what numbers all different take away."""
WHOLE = 0.2
"""Likeness of two texts below which no sentences are aligned; a number in common halves it."""


SHORT = 12
"""Sentences of a text that is short."""


class Row(Struct, frozen=True, gc=False):
    """Two sentences that say the same: their places, their likeness, and how many numbers and names they share."""

    a: int
    b: int
    score: float
    anchors: int


class Aligned(Struct, frozen=True, gc=False):
    """How two texts run in parallel: rows in order, sentences of the shorter, whole likeness, reasons in words."""

    rows: tuple[Row, ...]
    share: float
    strength: float
    reasons: tuple[str, ...]


def sentence_likeness(a: Meaning, b: Meaning) -> float:
    """Return how alike two sentences are, 0–1, numbers counting for more."""
    return _with_numbers(cosine(a.words, b.words), a, b)


def _with_numbers(meant: float, a: Meaning, b: Meaning) -> float:
    shared = (a.numbers & b.numbers) | a.agrees(b)
    if shared:
        meant += NUMBER * min(2, len(shared))
    elif a.numbers and b.numbers:
        meant -= NUMBER
    return min(1.0, meant)


Grid = list[list[float]]
"""How alike each sentence of one text is to each of another."""


def likenesses(a: Sequence[Meaning], b: Sequence[Meaning], holders: Holders | None = None) -> Grid:
    """Return how alike each of the first sentences of a text is to each of another's, by the concepts they share.

    ``holders`` spares finding out again which sentences of the other hold a concept.
    """
    known, b = holders_of(b) if holders is None else holders, b[:LONGEST]
    grid = []
    for sentence in a[:LONGEST]:
        row = [0.0] * len(b)
        words = sentence.words
        for key in filter(known.__contains__, words):
            weight = words[key]
            for j, other in known[key]:
                row[j] += weight * other
        if sentence.said:
            row = [_with_numbers(x, sentence, s) if s.said else x for x, s in zip(row, b, strict=True)]
        grid.append([x if x < 1.0 else 1.0 for x in row])
    return grid


def aligned_sentences(a: Sequence[Meaning], b: Sequence[Meaning], like: Grid | None = None) -> list[Row]:
    """Return the rows of the best alignment, in order. O(n·m) for n and m sentences, at most :data:`LONGEST` each."""
    like = likenesses(a, b) if like is None else like
    n, m = min(len(a), LONGEST), min(len(b), LONGEST)
    score = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            best, way = (score[i - 1][j], 1) if score[i - 1][j] >= score[i][j - 1] else (score[i][j - 1], 2)
            here = like[i - 1][j - 1]
            if here >= ALIKE and score[i - 1][j - 1] + here - SKIP > best:
                best, way = score[i - 1][j - 1] + here - SKIP, 3
            score[i][j], step[i][j] = best, way
    found = []
    i, j = n, m
    while i and j:
        if step[i][j] == 3:
            i, j = i - 1, j - 1
            found.append(Row(i, j, like[i][j], len((a[i].anchors & b[j].anchors) | a[i].agrees(b[j]))))
        elif step[i][j] == 2:
            j -= 1
        else:
            i -= 1
    return found[::-1]


def together(rows: Sequence[Row], gap: int = 3) -> list[tuple[Row, ...]]:
    """Return the rows in stretches: each row follows the one before it within ``gap`` sentences on both sides."""
    out: list[list[Row]] = []
    for row in rows:
        if out and row.a - out[-1][-1].a <= gap and row.b - out[-1][-1].b <= gap:
            out[-1].append(row)
        else:
            out.append([row])
    return [tuple(x) for x in out]


LEAST_SHARE = 0.2
"""Share of the shorter text's sentences from which translated passages make a translation of it."""
WEAK = 0.34
"""Likeness below which a row at either end of a stretch is no part of it."""
SURE = ((2, 0.58, 2), (3, 0.5, 1), (4, 0.58, 0), (5, 0.4, 2), (5, 0.5, 0), (8, 0.34, 3), (8, 0.42, 0))
"""Sentences in a row, their mean likeness, and the numbers and names in common from which so many are no chance."""


MIDDLE, SAID, COUNTED = 0.55, 0.6, 5
"""Likeness of the middle row of a translation, or the share of its numbers and days that both texts say, once there are so many."""


def translated(a: Body, b: Body) -> Aligned | None:
    """Return the sentences of two languages that are translations of each other; ``None`` when none are, for sure."""
    # What a whole text is about costs as much to find as all its sentences: of short texts these are compared before.
    first = min(len(a.sentences), len(b.sentences)) <= SHORT
    if not first and not _of_one_matter(a, b):
        return None
    like = likenesses(a.meanings, b.meanings, b.holders)
    if not _may_be_sure(like) or (first and not _of_one_matter(a, b)):
        return None
    stretches = map(_without_ends, together(aligned_sentences(a.meanings, b.meanings, like)))
    rows = [r for s in stretches if _sure(s) for r in s]
    if not rows or not _throughout(rows, a.meanings, b.meanings):
        return None
    small = min(len(a.sentences), len(b.sentences))
    share = min(1.0, len(rows) / small)
    if share < LEAST_SHARE:
        return None
    strength = sum(r.score for r in rows) / len(rows)
    reasons = (
        f"{len(rows)} of {small} sentences say the same in the same order",
        f"{sum(r.anchors for r in rows)} names and numbers in common in them",
    )
    return Aligned(tuple(rows), share, strength, reasons)


def _of_one_matter(a: Body, b: Body) -> bool:
    """True when two whole texts are alike enough for their sentences to be aligned."""
    numbers = any(str(k)[0] == "#" for k in a.anchors & b.anchors)
    return cosine(a.concepts, b.concepts) >= (WHOLE / 2 if numbers else WHOLE)


def _throughout(rows: Sequence[Row], a: Sequence[Meaning], b: Sequence[Meaning]) -> bool:
    """True when the sentences are alike throughout, or say the same numbers and days.

    Two reports of one agreement have its terms in the same order, too, and one sentence of the same figures; the others differ
    in what they tell and in what they count.
    """
    middle = sorted(r.score for r in rows)[len(rows) // 2]
    said = [(a[r.a].said, b[r.b].said) for r in rows]
    both, either = sum(len(x & y) for x, y in said), sum(len(x | y) for x, y in said)
    return middle >= MIDDLE or either < COUNTED or both >= SAID * either


def _may_be_sure(like: Grid) -> bool:
    """False when no stretch of sentences, however they are aligned, can be as alike as a sure one is."""
    best = sorted((max(row, default=0.0) for row in like), reverse=True)
    return any(len(best) >= n and sum(best[:n]) >= mean * n - 1e-9 for n, mean, _ in SURE)


def _without_ends(stretch: Sequence[Row]) -> Sequence[Row]:
    """A stretch from its first row that is alike to its last; sentences that merely touch it tell other things."""
    firm = [n for n, row in enumerate(stretch) if row.score >= WEAK]
    return stretch[firm[0] : firm[-1] + 1] if firm else ()


def _sure(stretch: Sequence[Row]) -> bool:
    """True when so many sentences in a row, so alike, are no chance; two must follow each other on both sides."""
    if len(stretch) < SURE[0][0] or (
        len(stretch) == SURE[0][0] and (stretch[1].a - stretch[0].a, stretch[1].b - stretch[0].b) != (1, 1)
    ):
        return False
    mean = sum(r.score for r in stretch) / len(stretch)
    anchors = sum(r.anchors for r in stretch)
    return any(len(stretch) >= n and mean >= like and anchors >= names for n, like, names in SURE)
