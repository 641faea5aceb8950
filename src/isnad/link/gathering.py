"""The stories of a small corpus: all pairs of articles are compared, and the surest two groups become one until none are sure.

Where a few articles are all there is, their order in time decides nothing, and the whole of two groups is seen before they are
joined. The linkage lies between the nearest pair and the mean of all pairs (Lance & Williams 1967).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from isnad.link.concepts import cosine
from isnad.link.matters import Item, Matter, add_up, tempered, within_reason

SMALL = 60
"""Articles up to which a corpus is compared pair by pair; in a larger one each article joins a stream."""


class Tie(Struct, frozen=True, gc=False):
    """What speaks for two groups being one: the strongest pair, the two articles of it, and all pairs' odds together."""

    best: Matter
    ends: tuple[str, str]
    odds: float
    pairs: int = 1

    @property
    def whole(self) -> Matter:
        """What is believed of the two groups."""
        return tempered(self.best, self.odds / self.pairs)


def gathered(items: Sequence[Item], least: float) -> list[tuple[str, str, Matter]]:
    """Return the articles that were joined, the surest first, and what spoke for it; none with odds below ``least``."""
    ties = {(i, j): _tie(items[i], items[j], len(items)) for i, j in combinations(range(len(items)), 2)}
    alone = set(range(len(items)))
    made = []
    while ties:
        (kept, gone), tie = max(ties.items(), key=lambda e: (e[1].whole.odds, e[1].ends))
        if tie.whole.odds < least:
            break
        made.append((*tie.ends, tie.whole))
        alone.remove(gone)
        del ties[kept, gone]
        for n in sorted(alone - {kept}):
            ties[_pair(kept, n)] = _both(ties[_pair(kept, n)], ties.pop(_pair(gone, n)))
    return made


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _tie(a: Item, b: Item, total: int) -> Tie:
    days = abs((a.day - b.day).days) if a.day and b.day else None
    found = add_up(a, b, cosine(a.words, b.words), days, total, alone=True)
    return Tie(found, (a.article, b.article), within_reason(found.odds))


def _both(a: Tie, b: Tie) -> Tie:
    """What ties a group to two that became one."""
    first = a if (a.best.odds, a.ends) >= (b.best.odds, b.ends) else b
    return Tie(first.best, first.ends, a.odds + b.odds, a.pairs + b.pairs)
