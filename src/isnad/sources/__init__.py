"""Where pages come from. Every source yields pages, or says which could not be opened.

Files and folders are read as they stand (:mod:`~isnad.sources.files`). What comes over the network or through a pipe is first
staged into files (:mod:`~isnad.sources.staging`), so that a run may look at its pages more than once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from isnad.errors import SourceError
from isnad.sources.addresses import is_address
from isnad.sources.archives import from_archive
from isnad.sources.fetching import Rules
from isnad.sources.files import CONTAINERS, NAMED, SUFFIXES, from_path
from isnad.sources.found import Found, PassedOver
from isnad.sources.staging import LISTS, Memory, Spool, gather, staged

Source = str | Spool
"""A file or folder by name, or what was fetched."""


def from_spool(spool: Spool) -> Iterator[Found]:
    """Yield what was fetched, then what feeds carried themselves and what could not be had."""
    yield from from_archive(spool.archive, str(spool.archive), fetched=True)
    yield from spool.pages


SOURCES: dict[str, Callable[[str], bool]] = {
    "address": is_address,
    "standard input": lambda s: s == "-",
    "feed or list": lambda s: Path(s).suffix.lower() in LISTS and Path(s).is_file(),
    "file or folder": lambda s: Path(s).exists(),
}
"""Kind of source → how it is known. The first two, and feeds and lists when named one by one, are staged before they are read."""


def pages(sources: Sequence[Source]) -> Iterator[Found]:
    """Yield the pages of all sources, in order.

    Raises :class:`~isnad.errors.SourceError` when a source does not exist or when there are no pages at all.
    """
    check([s for s in sources if isinstance(s, str)])
    empty = True
    for source in sources:
        if isinstance(source, Spool):
            empty = empty and not source.unchanged
            found = from_spool(source)
        else:
            found = from_path(Path(source))
        for page in found:
            empty = empty and isinstance(page, PassedOver)
            yield page
    if empty:
        known = ", ".join(sorted({*SUFFIXES, *CONTAINERS, *NAMED}))
        raise SourceError(f"no pages in {', '.join(map(str, sources))}", f"isnad reads files that end in {known}")


def check(sources: Sequence[str]) -> None:
    """Raise :class:`~isnad.errors.SourceError` for the first source that is of no kind in :data:`SOURCES`."""
    for source in sources:
        if not any(knows(source) for knows in SOURCES.values()):
            raise SourceError(f"there is nothing at {source}", "name files, folders, feeds or addresses of pages")


__all__ = [
    "CONTAINERS",
    "NAMED",
    "SOURCES",
    "SUFFIXES",
    "Found",
    "Memory",
    "PassedOver",
    "Rules",
    "Source",
    "Spool",
    "check",
    "from_path",
    "from_spool",
    "gather",
    "is_address",
    "pages",
    "staged",
]
