"""Who does the work: this process, or a pool of them. Same results in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
POOL_FROM = 60
"""Pages from which starting other processes pays."""


class Engine(Protocol):
    """Maps a function over items, in order."""

    def __call__(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield ``work(item)`` for every item, in order."""


def here(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Do the work in this process."""
    return map(work, items)


def pool(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Do the work in one process per core."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
        yield from workers.map(work, items, chunksize=8)


ENGINES: dict[str, Engine] = {"here": here, "pool": pool}
"""Name → engine."""


def engine_for(count: int, name: str | None = None) -> Engine:
    """Return the engine asked for; without a name, the pool for many items when there is more than one core."""
    if name is not None:
        return ENGINES[name]
    return ENGINES["pool"] if count >= POOL_FROM and (os.cpu_count() or 1) > 1 else ENGINES["here"]
