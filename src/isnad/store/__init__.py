"""Where a dossier is kept: ``open_store(url)``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from isnad.errors import StoreError
from isnad.store.base import Kept, Store
from isnad.store.cites import cites_of, claims_of
from isnad.store.memory import MemoryStore
from isnad.store.sqlite import SqliteStore

BACKENDS: dict[str, Callable[[str, bool], Store]] = {
    "sqlite": lambda rest, create: SqliteStore(Path(rest), create),
    "memory": lambda rest, create: MemoryStore(),
}
"""Scheme of the address → how the store behind it is opened."""


def open_store(url: str, create: bool = True) -> Store:
    """Open a dossier: a path or ``sqlite:PATH`` for a file, ``memory:`` for none.

    Raises :class:`~isnad.errors.StoreError` or a subclass when the file is no dossier, is newer, or cannot be opened.
    """
    scheme, _, rest = url.partition(":")
    if scheme in BACKENDS and (rest or scheme == "memory"):
        return BACKENDS[scheme](rest, create)
    if "://" in url:
        raise StoreError(
            f"isnad keeps no dossiers at {url}", f"known are: a path, {', '.join(f'{b}:' for b in BACKENDS)}"
        )
    return SqliteStore(Path(url), create)


__all__ = ["BACKENDS", "Kept", "Store", "cites_of", "claims_of", "open_store"]
