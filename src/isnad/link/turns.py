"""Pieces of work that this process and a copy of it take in turns, each piece once: whoever is free takes the next."""

from __future__ import annotations

import os
from collections.abc import Iterator

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
