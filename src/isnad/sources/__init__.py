"""Where pages come from: files and folders. Every source yields pages, or says which could not be opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from isnad.errors import SourceError
from isnad.model import Page

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""File names taken from folders, and what they hold."""
LARGEST = 64_000_000
"""Bytes read of one file at the most; the reader sets its own, lower limit for a page."""

Found = Page | tuple[str, str]
"""A page, or the name of one that could not be opened and why."""


def _file(path: Path) -> Found:
    name = _shown(path)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return name, "is no regular file"
        if state.st_size > LARGEST:
            return name, f"{state.st_size:,} bytes: too large for a page"
        data = path.read_bytes()
    except OSError as fault:
        return name, f"cannot be opened: {fault.strerror or fault}"
    return Page(source=name, data=data, media_type=SUFFIXES.get(path.suffix.lower()))


def _shown(path: Path) -> str:
    """A path as text that can be written anywhere, whatever bytes the file system gave."""
    return os.fsencode(path).decode("utf-8", "replace")


def from_path(path: Path) -> Iterator[Found]:
    """Yield the page of a file, or the pages of a folder and the folders in it, by name; hidden ones are left out."""
    if not path.is_dir():
        yield _file(path)
        return
    shut: list[OSError] = []
    inside = [Path(top) / name for top, _, names in os.walk(path, onerror=shut.append) for name in names]
    home = path.resolve()
    for inner in sorted(inside):
        hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
        if hidden or inner.suffix.lower() not in SUFFIXES:
            continue
        if inner.is_symlink() and not inner.resolve().is_relative_to(home):
            yield _shown(inner), "is a link that leads out of the folder"
            continue
        yield _file(inner)
    for fault in shut:
        yield _shown(Path(fault.filename)), f"cannot be opened: {fault.strerror or fault}"


SOURCES: dict[str, Callable[[Path], Iterator[Found]]] = {"path": from_path}
"""Kind of source → how its pages are read."""


def pages(sources: list[str]) -> Iterator[Found]:
    """Yield the pages of all sources, in order.

    Raises :class:`~isnad.errors.SourceError` when a source does not exist or when there are no pages at all.
    """
    for source in sources:
        if not Path(source).exists():
            raise SourceError(f"there is nothing at {source}", "name files or folders with .txt or .html pages")
    empty = True
    for source in sources:
        for found in from_path(Path(source)):
            empty = False
            yield found
    if empty:
        known = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"no pages in {', '.join(sources)}", f"isnad reads files that end in {known}")


__all__ = ["SOURCES", "SUFFIXES", "Found", "from_path", "pages"]
