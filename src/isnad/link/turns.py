"""Pieces of work that this process and a copy of it take in turns, each piece once: whoever is free takes the next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

P = TypeVar("P")
R = TypeVar("R")

MOST = 256
"""Pieces there may be: each is one byte."""


class Turns:
    """The numbers of pieces not taken yet, below ``count``, at most :data:`MOST`; copies of the process draw on the same ones.

    They lie in a pipe, out of which the system gives each byte to one reader only, and of which every copy has its end.
    """

    def __init__(self, count: int) -> None:
        self._left, fill = os.pipe()
        try:
            os.write(fill, bytes(range(count)))
        finally:
            os.close(fill)  # so that an empty pipe says that nothing is left, and nobody waits

    def __iter__(self) -> Iterator[int]:
        """Yield the next piece that nobody has taken, until there is none."""
        while piece := os.read(self._left, 1):
            yield piece[0]

    def close(self) -> None:
        """Give back what the pipe takes in this process."""
        os.close(self._left)


class Shared(Generic[P, R]):
    """Work in pieces, none of which depends on another: a copy of the process does them from the beginning, and this one when it has
    nothing else to do."""

    def __init__(self, work: Callable[[P], R], pieces: Sequence[P]) -> None:
        self.work, self.pieces, self.turns = work, pieces, Turns(len(pieces))

    def rest(self) -> dict[int, R]:
        """Do what nobody has taken yet; return what came of each piece."""
        return {n: self.work(self.pieces[n]) for n in self.turns}

    def all(self, *found: Mapping[int, R]) -> Iterator[R]:
        """Yield what came of all pieces, in order; what a copy took and did not bring back is done now."""
        self.turns.close()
        known = {n: result for some in found for n, result in some.items()}
        for n, piece in enumerate(self.pieces):
            yield known[n] if n in known else self.work(piece)
