"""Groups of items from the odds of pairs, by average linkage: two groups become one while their pairs, taken together, are likely one.

Agglomerative clustering (Sokal & Michener 1958): one likely pair does not join what all the others part, and one unlikely pair does not part
what all the others join. Pairs that nobody compared count as unlikely.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

UNSEEN = -2.0
"""The logarithm of the odds of a pair that was not compared."""
CLIP = 4.0
"""No pair alone counts more than this, for or against."""


class Join(NamedTuple):
    """Two groups that became one: the likeliest pair between them, and that pair's logarithm of odds."""

    left: int
    right: int
    odds: float


class _Between:
    """What is known of the pairs between two groups: how many, what they add up to, the likeliest."""

    __slots__ = ("best", "many", "total")

    def __init__(self, many: int, total: float, best: Join) -> None:
        self.many, self.total, self.best = many, total, best

    def with_(self, other: _Between) -> _Between:
        best = max(self.best, other.best, key=lambda j: (j.odds, -j.left, -j.right))
        return _Between(self.many + other.many, self.total + other.total, best)


def joins(odds: Mapping[tuple[int, int], float], least: float) -> list[Join]:
    """Return the joins that make the groups, likeliest first; ``odds`` are logarithms by pair, of lower number first.

    Two groups are joined while the mean over all their pairs is ``least`` or more. Takes the pairs' number times its logarithm.
    """
    around: dict[int, dict[int, _Between]] = {}
    for (i, j), value in odds.items():
        between = _Between(1, max(-CLIP, min(CLIP, value)), Join(i, j, value))
        around.setdefault(i, {})[j] = between
        around.setdefault(j, {})[i] = between
    size = dict.fromkeys(around, 1)

    def mean(i: int, j: int) -> float:
        held = around[i][j]
        return (held.total + UNSEEN * (size[i] * size[j] - held.many)) / (size[i] * size[j])

    waiting = [(-m, i, j, 1, 1) for i, j in odds if (m := mean(i, j)) >= least]
    heapify(waiting)
    made = []
    while waiting:
        _, i, j, one, two = heappop(waiting)
        if size.get(i) != one or size.get(j) != two:
            continue  # either has grown, or gone, since
        made.append(around[i].pop(j).best)
        size[i] += size.pop(j)
        gone = around.pop(j)
        gone.pop(i)
        for k, between in gone.items():
            del around[k][j]
            held = around[i].get(k)
            around[i][k] = around[k][i] = between if held is None else held.with_(between)
        for k in around[i]:
            if (m := mean(i, k)) >= least:
                a, b = min(i, k), max(i, k)
                heappush(waiting, (-m, a, b, size[a], size[b]))
    return made
