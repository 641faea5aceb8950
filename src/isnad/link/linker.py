"""Everything that joins is a linker: ``keys(x)`` and ``judge(a, b)``, on one mechanism.

Keys say which pairs are worth comparing; judge compares one pair and gives reasons. Judgements are never merged
away: groups are computed from them, people's first, then the machine's from the surest down, and a ``different``
of higher rank keeps two groups apart for good. Withdrawing a judgement restores the groups it made.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import Protocol, TypeVar

from msgspec import Struct

from isnad.link.ledger import MACHINE, Judged, Ledger, Ledgers, Verdict, judgement_id, parts_of
from isnad.model import Judgement

__all__ = ["MACHINE", "Judged", "Linked", "Linker", "Verdict", "group", "judge_all", "judgement_id", "link", "pairs"]

BETWEEN = 6
"""Pairs judged between two groups whose members are surely one each."""

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)

BLOCK_LIMIT = 60
"""Items that share one key beyond this number are compared with their neighbours in order only, so that no key
makes a quadratic step."""


class Linker(Protocol[T_contra]):
    """How one sort of thing is joined."""

    name: str
    sure: float
    """Score from which two that are the same are so for good: none of the linker's ``different`` is higher."""

    def id(self, item: T_contra) -> str:
        """Return the item's stable id."""

    def keys(self, item: T_contra) -> Iterable[str]:
        """Return the keys under which the item may meet its like."""

    def judge(self, a: T_contra, b: T_contra) -> Verdict | None:
        """Compare one pair; ``None`` when there is nothing to say."""


class Linked(Struct, frozen=True, gc=False):
    """The outcome: groups of item ids in a stable order, every judgement made, and pairs only suggested."""

    groups: tuple[tuple[str, ...], ...]
    judgements: Sequence[Judgement]
    suggestions: Sequence[Judgement] = ()


def pairs(items: Sequence[T], linker: Linker[T], limit: int = BLOCK_LIMIT) -> Iterator[tuple[int, int]]:
    """Yield the index pairs that share a key, each once, in order.

    A key shared by more than ``limit`` items yields only neighbours (sorted-neighbourhood blocking,
    Hernández & Stolfo 1995), so that the number of pairs grows with the items, not with their square. Keys are held as their
    hashes, in a tenth of the memory of the words, and blocks of those alone that two items share.
    """
    hashed, ends = array("q"), array("q")
    for item in items:
        hashed.extend({hash(key) for key in linker.keys(item)})
        ends.append(len(hashed))
    blocks = {key: array("q") for key, after in pairwise(sorted(hashed)) if key == after}
    start = 0
    for i, end in enumerate(ends):
        for key in hashed[start:end]:
            if key in blocks:
                blocks[key].append(i)
        start = end
    at = dict.fromkeys(blocks, 0)
    start = 0
    for i, end in enumerate(ends):
        met: set[int] = set()
        for key in hashed[start:end]:
            if key in blocks:
                block, at[key] = blocks[key], at[key] + 1
                reach = len(block) if len(block) <= limit else max(2, limit // 8)
                met.update(block[at[key] : at[key] + reach])
        start = end
        for j in sorted(met):
            yield i, j


def judge_all(items: Sequence[T], linker: Linker[T]) -> Judged:
    """Judge every pair that shares a key.

    Two that surer judgements have joined through others already are not compared: nothing that could be said of them would
    part them; nor are two such groups once :data:`BETWEEN` pairs of them have been judged. So a name printed by a thousand pages
    costs some thousand judgements, not their square.
    """
    made = Judged.of(linker.name, [linker.id(x) for x in items])
    one = list(range(len(items)))
    between: Counter[int] = Counter()  # under two numbers as one, which takes less memory than a pair
    for i, j in pairs(items, linker):
        first, second = _root(one, i), _root(one, j)
        if first == second or between.get(both := first * len(items) + second, 0) >= BETWEEN:
            continue
        verdict = linker.judge(items[i], items[j])
        if verdict is None:
            continue
        if not verdict.reasons:
            raise ValueError(f"linker {linker.name} judged without a reason")
        if verdict.same and verdict.score >= linker.sure:
            one[max(first, second)] = min(first, second)
        else:
            between[both] += 1
        made.add(i, j, verdict)
    return made


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = i = parents[parents[i]]
    return i


class Groups:
    """Union-find over the numbers below ``count``, with pairs that must stay apart."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))
        self.apart: dict[int, set[int]] = {}

    def find(self, x: int) -> int:
        """Return the number that stands for the group of one."""
        return _root(self.parent, x)

    def take(self, kind: str, a: int | None, b: int | None) -> None:
        """Follow a judgement of two, neither of whom need be known here."""
        if a is None or b is None or a == b:
            return
        if kind == "same":
            self.join(a, b)
        elif kind == "different":
            self.part(a, b)

    def part(self, a: int, b: int) -> bool:
        """Keep two groups apart; false when they are one already."""
        ra, rb = self.find(a), self.find(b)
        if ra == rb:
            return False
        self.apart.setdefault(ra, set()).add(rb)
        self.apart.setdefault(rb, set()).add(ra)
        return True

    def join(self, a: int, b: int) -> bool:
        """Make two groups one; false when they are kept apart."""
        ra, rb = self.find(a), self.find(b)
        if ra == rb:
            return True
        if rb in self.apart.get(ra, ()):
            return False
        keep, gone = (ra, rb) if ra < rb else (rb, ra)
        self.parent[gone] = keep
        for other in self.apart.pop(gone, ()):
            self.apart[other].discard(gone)
            self.apart[other].add(keep)
            self.apart.setdefault(keep, set()).add(other)
        return True


def group(ids: Sequence[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that the judgements make of the ids, in a stable order.

    People's judgements come first, the latest first among them; the machine's follow from the surest down, at equal
    score ``different`` before ``same``. A pair once kept apart is never joined by a later, lower judgement.
    """
    last = {x: n for n, x in enumerate(ids)}
    place = {x: n for n, x in enumerate(sorted(last, key=last.__getitem__))} if len(last) < len(ids) else last
    groups = Groups(len(place))
    ledgers, others = parts_of(judgements)
    for j in sorted((j for j in others if j.by != MACHINE), key=lambda j: j.at or "", reverse=True):
        groups.take(j.kind, place.get(str(j.target.get("left"))), place.get(str(j.target.get("right"))))
    for kind, pairs in _surest_first(ledgers, [j for j in others if j.by == MACHINE]):
        # Among pairs of one score the order decides only which are joined, and that only if some are kept apart.
        for _, a, b in sorted((ident(), a, b) for ident, a, b in pairs) if kind == "same" and groups.apart else pairs:
            groups.take(kind, place.get(a), place.get(b))
    members: dict[int, list[str]] = {}
    for x, n in place.items():
        members.setdefault(groups.find(n), []).append(x)
    return tuple(map(tuple, members.values()))


Pair = tuple[Callable[[], str], str, str]
"""How the id of a judgement is found, and the two that it judges."""


def _surest_first(ledgers: Sequence[Ledger], others: Sequence[Judgement]) -> Iterator[tuple[str, Iterable[Pair]]]:
    """Yield the pairs that were judged to be the same or different, by score; of one score the different ones first."""
    found: dict[tuple[float, str], list[Iterable[Pair]]] = {}
    for ledger in ledgers:
        for key, pairs in ledger.by_score():
            found.setdefault(key, []).append(pairs)
    for j in others:
        pair = (partial(str, j.id), str(j.target.get("left")), str(j.target.get("right")))
        found.setdefault((j.score or 0.0, j.kind), []).append((pair,))
    for score, kind in sorted(found, key=lambda k: (-k[0], k[1])):
        yield kind, chain.from_iterable(found.pop((score, kind)))


def link(items: Sequence[T], linker: Linker[T], decided: Sequence[Judgement] = ()) -> Linked:
    """Judge and group the items; ``decided`` are people's judgements of this sort, which outrank the machine's."""
    made = judge_all(items, linker)
    mine = [j for j in decided if j.target.get("type") == linker.name]
    groups = group(made.firm.ids, Ledgers(made.firm, mine))
    return Linked(groups, made.firm, made.suggested)
