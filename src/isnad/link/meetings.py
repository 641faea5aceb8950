"""Which pairs of articles are worth comparing for copies: those that chose a hash in common, those alike across languages.

No step grows with the square of the articles: pages of the same words to the letter are one item; a passage that more
than :data:`COMMON` articles carry brings only neighbours together; across languages an article is compared with the few it
shares most of its heaviest concepts with.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from isnad.link.bodies import Body
from isnad.link.concepts import Key, cosine
from isnad.link.topics import Topic
from isnad.model import Reading

COMMON = 60
"""Articles that may carry one passage before it counts as stock."""
HOUSE = 3
"""Articles of one publisher, and of no other, that carry a passage which is then the house's own stock."""
REACH = 7
"""Neighbours that articles under a common passage are compared with."""
FEW = 12
"""Pages of the same words that are still compared with each other one by one; of more, all with the first."""
LEAST_TEXT = 25
"""Words an article must have to be compared at all."""
REMEMBERED = 40
"""Articles of a language that are remembered under one concept, the latest."""
LIKELY, LIKENESS, NEAREST = 15, 0.15, 5
"""Articles of each other language whose topics are compared with an article's; the least likeness; those compared closely."""
OF_MOST = 0.3
"""Of the concepts shared with the article that shares most, the part that others share whose topics are compared: a translation shares
more than two pages that have some common words."""


class Meetings(Struct, frozen=True, gc=False):
    """What to compare: pairs that share words, pairs that may be translations, pages alike to the letter, stock hashes."""

    words: list[tuple[int, int]]
    meanings: list[tuple[int, int]]
    same: list[tuple[int, ...]]
    stock: frozenset[int]


def meetings(readings: Sequence[Reading], body: Callable[[int], Body], topics: Sequence[Topic]) -> Meetings:
    """Return the pairs of indices to compare; ``body`` makes an article's words, ``topics`` say what each is about."""
    groups: dict[bytes, list[int]] = defaultdict(list)
    chosen: dict[int, array[int]] = {}
    for n in range(len(readings)):
        made = body(n)
        if len(made.words) < LEAST_TEXT:
            continue
        same = groups[made.digest]
        same.append(n)
        if len(same) <= FEW:
            chosen[n] = array("Q", {h for _, h in made.chosen})
    for group in groups.values():
        for n in group[1:FEW] if len(group) > FEW else ():
            del chosen[n]
    counted = _pairs(chosen, readings)
    alone = [n for g in groups.values() for n in (g if len(g) <= FEW else g[:1])]
    across = _across(alone, readings, topics) if _languages(readings) > 1 else []
    return Meetings(counted[0], across, [tuple(g) for g in groups.values() if len(g) > 1], counted[1])


def _languages(readings: Sequence[Reading]) -> int:
    return len({r.article.language for r in readings})


def _pairs(
    chosen: Mapping[int, Sequence[int]], readings: Sequence[Reading]
) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """Pairs that chose a hash in common, and the hashes that are stock.

    Hash and article are packed into one number and sorted, which takes a tenth of the memory of a table of lists.
    """
    width = max(1, len(readings)).bit_length()
    packed = sorted(h << width | n for n, hashes in chosen.items() for h in hashes)
    found: set[tuple[int, int]] = set()
    stock: set[int] = set()
    low, mask = 0, (1 << width) - 1
    for high in range(1, len(packed) + 1):
        if high < len(packed) and packed[high] >> width == packed[low] >> width:
            continue
        if high - low > 1:
            block = [x & mask for x in packed[low:high]]
            if len(block) > COMMON or _of_one_house(block, readings):
                stock.add(packed[low] >> width)
            reach = len(block) if len(block) <= COMMON else REACH
            found.update((a, b) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + reach])
        low = high
    return sorted(found), frozenset(stock)


def _of_one_house(block: Sequence[int], readings: Sequence[Reading]) -> bool:
    """True when one publisher alone prints the passage, on several pages: the foot of its pages, not a copy."""
    publishers = {readings[n].article.publisher for n in block}
    return len(block) >= HOUSE and len(publishers) == 1 and None not in publishers


def _across(some: Iterable[int], readings: Sequence[Reading], topics: Sequence[Topic]) -> list[tuple[int, int]]:
    """Pairs of articles of two languages that share most of their heaviest concepts, in one walk through the articles."""
    languages = sorted({r.article.language for r in readings})
    seen: dict[str, dict[Key, list[int]]] = {language: {} for language in languages}
    found: set[tuple[int, int]] = set()
    for n in in_time(some, readings):
        keys, own, words = topics[n].meets(), readings[n].article.language, topics[n].words
        for language, under in seen.items():
            if language != own:
                near = Counter(chain.from_iterable([under[k] for k in keys if k in under]))
                likely = _likeliest([(shared, m) for m, shared in near.items() if shared > 1])
                ranked = sorted([(cosine(words, topics[m].words), m) for m in likely], reverse=True)
                found.update((min(m, n), max(m, n)) for likeness, m in ranked[:NEAREST] if likeness >= LIKENESS)
        for k in keys:
            latest = seen[own].setdefault(k, [])
            latest.append(n)
            if len(latest) > REMEMBERED:
                del latest[0]
    return sorted(found)


def _likeliest(shared: list[tuple[int, int]]) -> list[int]:
    """The articles that share most concepts, given with how many; beyond those compared closely, only who shares much of what the first does."""
    shared.sort(reverse=True)
    least = min(OF_MOST * shared[0][0], shared[:NEAREST][-1][0]) if shared else 0
    return [m for n, m in shared[:LIKELY] if n >= least]


def most_shared(counts: Mapping[int, int], most: int) -> list[int]:
    """Return those that share most, the latest first among equals, at most ``most``."""
    if not counts:
        return []
    enough = sorted(counts.values(), reverse=True)[:most][-1]
    return [m for _, m in sorted([(n, m) for m, n in counts.items() if n >= enough], reverse=True)[:most]]


def in_time(some: Iterable[int], readings: Sequence[Reading]) -> list[int]:
    """Return the articles by day of publication, those without one last."""
    return sorted(some, key=lambda n: (_day(readings[n]), n))


def _day(reading: Reading) -> str:
    return reading.article.published.start.isoformat() if reading.article.published else "9999"
