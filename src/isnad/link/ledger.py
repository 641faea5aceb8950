"""Judgements of pairs held in columns, a judgement being made when somebody reads it: two million take some fifty megabytes.

A corpus of a hundred thousand pages has twenty judgements a page. As values of their own they take 180 bytes each, most of it for
an id that is a digest of what else the judgement says.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import Literal, NamedTuple, overload

from msgspec import Struct

from isnad.model import Judgement, two

MACHINE = "isnad"


class Verdict(Struct, frozen=True, gc=False):
    """What a linker thinks of one pair: the same, different, or (``same=None``) a suggestion; never without reasons."""

    same: bool | None
    score: float
    reasons: tuple[str, ...]


_KINDS: tuple[Literal["different"], Literal["same"]] = ("different", "same")
_one = lru_cache(maxsize=16384)(float)
"""One copy of a score that many judgements give."""


class Row(NamedTuple):
    """What a judgement says, without its id: the places of the two in the ledger's ids, whether they are one, how surely, and why."""

    left: int
    right: int
    same: bool
    score: float
    reason: str


def judgement_id(*words: str) -> str:
    """Return a stable id for a judgement from what it says."""
    return "j-" + hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:12]


class _Judgements(Sequence[Judgement]):
    """Equal to any sequence of the same judgements."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class Ledger(_Judgements):
    """What one linker judged of pairs among ``ids``, in the order of judging; it only grows."""

    __slots__ = ("_known", "_left", "_right", "_same", "_scores", "_why", "ids", "name", "reasons")

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        self.name, self.ids = name, ids
        self._left, self._right, self._why = array("I"), array("I"), array("I")
        self._same, self._scores = bytearray(), array("d")
        self._known: dict[str, int] = {}
        self.reasons: list[str] = []

    def add(self, a: int, b: int, verdict: Verdict) -> None:
        """Write down what was found of two, given by their places in the ids; a suggestion is one of ``same``."""
        if self.ids[b] <= self.ids[a]:
            a, b = b, a
        self._left.append(a)
        self._right.append(b)
        self._same.append(verdict.same is not False)
        self._scores.append(round(verdict.score, 4))
        reason = "; ".join(verdict.reasons)
        why = self._known.get(reason)
        if why is None:
            self._known[reason] = why = len(self.reasons)
            self.reasons.append(reason)
        self._why.append(why)

    def __len__(self) -> int:
        return len(self._left)

    def rows(self) -> Iterator[Row]:
        """Yield what each judgement says, which costs a tenth of making it."""
        told = map(self.reasons.__getitem__, self._why)
        return map(Row._make, zip(self._left, self._right, map(bool, self._same), self._scores, told, strict=True))

    def joined(self) -> Iterator[tuple[str, str]]:
        """Yield, for each two judged to be one, the id of the left and why."""
        for left, same, why in zip(self._left, self._same, self._why, strict=True):
            if same:
                yield self.ids[left], self.reasons[why]

    def by_score(self) -> Iterator[tuple[tuple[float, str], Iterator[tuple[Callable[[], str], str, str]]]]:
        """Yield each score and kind there is with the pairs judged so: how the judgement's id is found, and the two ids."""
        found: dict[tuple[float, int], array[int]] = {}
        for n, key in enumerate(zip(self._scores, self._same, strict=True)):
            found.setdefault(key, array("I")).append(n)
        for (score, same), rows in found.items():
            yield (score, _KINDS[same]), map(self._pair, rows)

    def _pair(self, at: int) -> tuple[Callable[[], str], str, str]:
        left, right = self.ids[self._left[at]], self.ids[self._right[at]]
        return partial(judgement_id, self.name, _KINDS[self._same[at]], left, right), left, right

    def __iter__(self) -> Iterator[Judgement]:
        return map(self._made, self.rows())

    def _made(self, row: Row) -> Judgement:
        left, right, kind = self.ids[row.left], self.ids[row.right], _KINDS[row.same]
        ident, score = judgement_id(self.name, kind, left, right), _one(row.score)
        return Judgement(ident, kind, two(self.name, left, right), MACHINE, None, row.reason, score)

    @overload
    def __getitem__(self, at: int) -> Judgement: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Judgement]: ...
    def __getitem__(self, at: int | slice) -> Judgement | Sequence[Judgement]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        why = self.reasons[self._why[at]]
        return self._made(Row(self._left[at], self._right[at], bool(self._same[at]), self._scores[at], why))

    def __getstate__(self) -> tuple[object, ...]:
        return self.name, self.ids, self._left, self._right, self._same, self._scores, self._why, self.reasons

    def __setstate__(self, state: tuple[object, ...]) -> None:
        self.name, self.ids, self._left, self._right, self._same, self._scores, self._why, self.reasons = state  # type: ignore[assignment]
        self._known = {reason: n for n, reason in enumerate(self.reasons)}


class Ledgers(_Judgements):
    """Several ledgers, or judgements made already, one behind the other."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Sequence[Judgement]) -> None:
        whole = chain.from_iterable(p.parts if isinstance(p, Ledgers) else (p,) for p in parts)
        self.parts: tuple[Sequence[Judgement], ...] = tuple(p for p in whole if len(p))

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[Judgement]:
        return chain.from_iterable(self.parts)

    @overload
    def __getitem__(self, at: int) -> Judgement: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Judgement]: ...
    def __getitem__(self, at: int | slice) -> Judgement | Sequence[Judgement]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        left = at + len(self) if at < 0 else at
        for part in self.parts:
            if 0 <= left < len(part):
                return part[left]
            left -= len(part)
        raise IndexError(at)


class Judged(NamedTuple):
    """Judgements that join or part, and those that only suggest."""

    firm: Ledger
    suggested: Ledger

    @classmethod
    def of(cls, name: str, ids: Sequence[str]) -> Judged:
        """Return empty ledgers for judgements among some ids."""
        return cls(Ledger(name, ids), Ledger(name, ids))

    def add(self, a: int, b: int, verdict: Verdict) -> None:
        """Write down what was found of two under its verdict."""
        (self.suggested if verdict.same is None else self.firm).add(a, b, verdict)


def parts_of(judgements: Iterable[Judgement]) -> tuple[list[Ledger], list[Judgement]]:
    """Return the ledgers among judgements, and the judgements that lie in none, in order."""
    if isinstance(judgements, Ledger):
        return [judgements], []
    if not isinstance(judgements, Ledgers):
        return [], list(judgements)
    ledgers = [p for p in judgements.parts if isinstance(p, Ledger)]
    return ledgers, [j for p in judgements.parts if not isinstance(p, Ledger) for j in p]
