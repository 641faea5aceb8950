"""Sums of small vectors as sums of single whole numbers, one lane of bits a component.

The way is Lamport's (Multiple Byte Processing with Full-Word Instructions, 1975), with Python's whole numbers for the words of a
machine: as they have no end, what an atom says from every place around it fits into one, and adding two adds all their components.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

BITS = 32
"""Width of a lane: a sum may come to two thousand million either way, a weight to 32,768."""
_HALF = 1 << (BITS - 1)


class Lanes:
    """Vectors of ``width`` whole numbers in one number, several of them (``rows``) one above the other."""

    def __init__(self, width: int, rows: int) -> None:
        self._bits = BITS * width
        self._mask = (1 << self._bits) - 1
        self._half = sum(_HALF << (BITS * n) for n in range(width))
        self._halves = sum(self._half << (self._bits * n) for n in range(rows))
        self._shape = struct.Struct(f"<{width}i")

    def packed(self, cells: Iterable[tuple[int, int, int]]) -> int:
        """Return the number that holds the (row, component, value) triples; what is not named is 0."""
        return sum([value << (self._bits * row + BITS * n) for row, n, value in cells])

    def row(self, packed: int, row: int) -> int:
        """Return one row of several as a number by itself."""
        return (((packed + self._halves) >> (self._bits * row)) & self._mask) - self._half

    def values(self, packed: int) -> tuple[int, ...]:
        """Return the components of a number that holds one row."""
        # With a half added no lane is negative and none has borrowed from the next; the half's bit turned is two's complement.
        return self._shape.unpack(((packed + self._half) ^ self._half).to_bytes(self._shape.size, "little"))
