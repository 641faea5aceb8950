"""Who does the work: this process, or a pool of them. Same results in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from isnad.engine.aside import Aside, aside_for, forked, later
from isnad.engine.base import Engine
from isnad.engine.sweeping import swept_seldom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    T = TypeVar("T")
    R = TypeVar("R")

POOL_FROM = 60
"""Pages from which starting other processes pays."""


def here(work: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
    """Do the work in this process."""
    return map(work, items)


def pool(work: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
    """Do the work in one process per core."""
    from isnad.engine.pool import run

    return run(work, items, lost)


ENGINES: dict[str, Engine] = {"here": here, "pool": pool}
"""Name → engine."""


def engine_for(count: int, name: str | None = None) -> Engine:
    """Return the engine asked for; without a name, the pool for many items when there is more than one core."""
    if name is not None:
        return ENGINES[name]
    return ENGINES["pool"] if count >= POOL_FROM and (os.cpu_count() or 1) > 1 else ENGINES["here"]


__all__ = ["ENGINES", "Aside", "Engine", "aside_for", "engine_for", "forked", "here", "later", "pool", "swept_seldom"]
