"""Two texts of one language side by side: runs of equal words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Run = tuple[int, int, int]
"""Start in the first text, start in the second, length in words."""
REPEATS = 4
"""Places of one run of words that are followed; a phrase repeated more often anchors nothing."""


def shared_runs(
    a: Sequence[int], b: Sequence[int], seeds: Sequence[int], others: Sequence[int], least: int
) -> list[Run]:
    """Return maximal runs of equal words, at least ``least`` long, disjoint in both texts, the longest kept first.

    ``a`` and ``b`` are the words, ``seeds`` and ``others`` the hashes of their short runs from which longer ones grow.
    O(len(a) + len(b)) seeds, each followed at few places.
    """
    places: dict[int, list[int]] = defaultdict(list)
    wanted = set(seeds)
    for j, h in enumerate(others):
        if h in wanted:
            places[h].append(j)
    found: set[Run] = set()
    reached: dict[int, int] = {}
    for i, h in enumerate(seeds):
        for j in places.get(h, ())[:REPEATS]:
            if reached.get(j - i, -1) > i:
                continue
            n = 0
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
