"""Two texts side by side: runs of equal words, and sentences that say the same in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from isnad.link.concepts import Vector, cosine

Run = tuple[int, int, int]
"""Start in the first text, start in the second, length in words."""
REPEATS = 4
"""Places of one run of words that are followed; a phrase repeated more often anchors nothing."""


def shared_runs(a: Sequence[str], b: Sequence[str], seed: int, least: int) -> list[Run]:
    """Return maximal runs of equal words, at least ``least`` long, disjoint in both texts, the longest kept first.

    Runs grow from ``seed`` equal words; O(len(a) + len(b)) seeds, each followed at few places.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - seed + 1):
        places[tuple(b[j : j + seed])].append(j)
    found: set[Run] = set()
    reached: dict[int, int] = {}
    for i in range(len(a) - seed + 1):
        here = places.get(tuple(a[i : i + seed]), ())
        for j in here if len(here) <= REPEATS else here[:REPEATS]:
            if reached.get(j - i, -1) > i:
                continue
            n = seed
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            reached[j - i] = i + n
            if n >= least:
                found.add((i, j, n))
    kept: list[Run] = []
    used_a, used_b = bytearray(len(a)), bytearray(len(b))
    for i, j, n in sorted(found, key=lambda r: (-r[2], r)):
        if any(used_a[i : i + n]) or any(used_b[j : j + n]):
            continue
        used_a[i : i + n] = b"\x01" * n
        used_b[j : j + n] = b"\x01" * n
        kept.append((i, j, n))
    return sorted(kept)


LONGEST = 150
"""Sentences of each text that are aligned; longer texts are compared by their beginnings."""
ALIKE = 0.3
SKIP = 0.06


def aligned_sentences(a: Sequence[Vector], b: Sequence[Vector]) -> list[tuple[int, int, float]]:
    """Return pairs of sentences that say the same, in order, with their likeness.

    The dynamic programme of Gale & Church (1993), scored by concepts instead of lengths.
    """
    n, m = min(len(a), LONGEST), min(len(b), LONGEST)
    score = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[0] * (m + 1) for _ in range(n + 1)]
    like = [[cosine(a[i], b[j]) for j in range(m)] for i in range(n)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i and (here := score[i - 1][j]) >= score[i][j] and (j or i):
                score[i][j], step[i][j] = here, 1
            if j and score[i][j - 1] > score[i][j]:
                score[i][j], step[i][j] = score[i][j - 1], 2
            if i and j and like[i - 1][j - 1] >= ALIKE:
                here = score[i - 1][j - 1] + like[i - 1][j - 1] - SKIP
                if here > score[i][j]:
                    score[i][j], step[i][j] = here, 3
    found = []
    i, j = n, m
    while i and j:
        if step[i][j] == 3:
            found.append((i - 1, j - 1, like[i - 1][j - 1]))
            i, j = i - 1, j - 1
        elif step[i][j] == 2:
            j -= 1
        else:
            i -= 1
    return found[::-1]
