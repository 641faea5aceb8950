"""Everything that joins is a linker: ``keys(x)`` and ``judge(a, b)``, on one mechanism.

Keys say which pairs are worth comparing; judge compares one pair and gives reasons. Judgements are never merged
away: groups are computed from them, people's first, then the machine's from the surest down, and a ``different``
of higher rank keeps two groups apart for good. Withdrawing a judgement restores the groups it made.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import Literal, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from isnad.model import Judgement, two

BETWEEN = 6
"""Pairs judged between two groups whose members are surely one each."""

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)

MACHINE = "isnad"
BLOCK_LIMIT = 60
"""Items that share one key beyond this number are compared with their neighbours in order only, so that no key
makes a quadratic step."""


class Verdict(Struct, frozen=True, gc=False):
    """What a linker thinks of one pair: the same, different, or (``same=None``) a suggestion; never without reasons."""

    same: bool | None
    score: float
    reasons: tuple[str, ...]


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


class Linked(Struct, frozen=True):
    """The outcome: groups of item ids in a stable order, every judgement made, and pairs only suggested."""

    groups: tuple[tuple[str, ...], ...]
    judgements: tuple[Judgement, ...]
    suggestions: tuple[Judgement, ...] = ()


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


def judgement_id(*words: str) -> str:
    """Return a stable id for a judgement from what it says."""
    return "j-" + hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:12]


class Judged(NamedTuple):
    """Judgements that join or part, and those that only suggest."""

    firm: list[Judgement]
    suggested: list[Judgement]

    def add(self, verdict: Verdict, judgement: Judgement) -> None:
        """Add what was judged under its verdict."""
        (self.suggested if verdict.same is None else self.firm).append(judgement)


def judge_all(items: Sequence[T], linker: Linker[T]) -> Judged:
    """Judge every pair that shares a key.

    Two that surer judgements have joined through others already are not compared: nothing that could be said of them would
    part them; nor are two such groups once :data:`BETWEEN` pairs of them have been judged. So a name printed by a thousand pages
    costs some thousand judgements, not their square.
    """
    made = Judged([], [])
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
        made.add(verdict, judged(linker.name, linker.id(items[i]), linker.id(items[j]), verdict))
    return made


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = i = parents[parents[i]]
    return i


def judged(name: str, a: str, b: str, verdict: Verdict) -> Judgement:
    """Return the machine's judgement of two ids, as a linker of that name found."""
    left, right = (a, b) if a < b else (b, a)
    kind: Literal["same", "different"] = "different" if verdict.same is False else "same"
    return Judgement(
        id=judgement_id(name, kind, left, right),
        kind=kind,
        target=two(name, left, right),
        by=MACHINE,
        at=None,
        reason=_shared("; ".join(verdict.reasons)),
        score=written(verdict.score),
    )


def written(score: float) -> float:
    """Return a score as it is written down; judgements that give the same hold one copy of it."""
    return _one(round(score, 4))


_shared = lru_cache(maxsize=8192)(str)
_one = lru_cache(maxsize=16384)(float)
"""One copy of a reason, and of a score, that many judgements give."""


class _Groups:
    """Union-find over ids with pairs that must stay apart."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {i: i for i in ids}
        self.apart: dict[str, set[str]] = defaultdict(set)

    def find(self, x: str) -> str:
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def part(self, a: str, b: str) -> bool:
        ra, rb = self.find(a), self.find(b)
        if ra == rb:
            return False
        self.apart[ra].add(rb)
        self.apart[rb].add(ra)
        return True

    def join(self, a: str, b: str) -> bool:
        ra, rb = self.find(a), self.find(b)
        if ra == rb:
            return True
        if rb in self.apart[ra]:
            return False
        keep, gone = (ra, rb) if ra < rb else (rb, ra)
        self.parent[gone] = keep
        for other in self.apart.pop(gone, set()):
            self.apart[other].discard(gone)
            self.apart[other].add(keep)
            self.apart[keep].add(other)
        return True


def group(ids: Sequence[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that the judgements make of the ids, in a stable order.

    People's judgements come first, the latest first among them; the machine's follow from the surest down, at equal
    score ``different`` before ``same``. A pair once kept apart is never joined by a later, lower judgement.
    """
    known = set(ids)
    groups = _Groups(sorted(known))
    people = [j for j in judgements if j.by != MACHINE]
    machine = [j for j in judgements if j.by == MACHINE]
    ranked = sorted(people, key=lambda j: j.at or "", reverse=True)
    # Sorted thrice, the least first: there are millions, and a key made for each would take as much memory as they do.
    machine.sort(key=attrgetter("id"))
    machine.sort(key=attrgetter("kind"))
    machine.sort(key=lambda j: j.score or 0.0, reverse=True)
    for j in chain(ranked, machine):
        a, b = str(j.target.get("left")), str(j.target.get("right"))
        if a not in known or b not in known or a == b:
            continue
        if j.kind == "same":
            groups.join(a, b)
        elif j.kind == "different":
            groups.part(a, b)
    members: dict[str, list[str]] = defaultdict(list)
    order = {x: n for n, x in enumerate(ids)}
    for x in sorted(known, key=lambda x: order[x]):
        members[groups.find(x)].append(x)
    return tuple(sorted((tuple(m) for m in members.values()), key=lambda m: order[m[0]]))


def link(items: Sequence[T], linker: Linker[T], decided: Sequence[Judgement] = ()) -> Linked:
    """Judge and group the items; ``decided`` are people's judgements of this sort, which outrank the machine's."""
    made = judge_all(items, linker)
    mine = [j for j in decided if j.target.get("type") == linker.name]
    groups = group([linker.id(x) for x in items], [*made.firm, *mine])
    return Linked(groups, tuple(made.firm), tuple(made.suggested))
