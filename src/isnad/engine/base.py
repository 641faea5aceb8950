"""What every engine can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Maps a function over items, in order, holding few of them at a time."""

    def __call__(self, work: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        """Yield ``work(item)`` for every item, in order; ``lost(item)`` for one whose process died of it."""
