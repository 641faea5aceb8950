"""Where pages come from: files and folders. Every source yields pages, or says which could not be opened."""

from __future__ import annotations

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


def _file(path: Path, name: str) -> Found:
    try:
        if path.stat().st_size > LARGEST:
            return name, f"{path.stat().st_size:,} bytes: too large for a page"
        data = path.read_bytes()
    except OSError as fault:
        return name, f"cannot be opened: {fault.strerror or fault}"
    return Page(source=name, data=data, media_type=SUFFIXES.get(path.suffix.lower()))


def from_path(path: Path) -> Iterator[Found]:
    """Yield the page of a file, or the pages of a folder and the folders in it, by name; hidden ones are left out."""
    if path.is_file():
        yield _file(path, str(path))
        return
    for inner in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
        if not hidden and inner.suffix.lower() in SUFFIXES and not inner.is_dir():
            if inner.is_symlink() and not inner.resolve().is_relative_to(path.resolve()):
                yield str(inner), "is a link that leads out of the folder"
                continue
            yield _file(inner, str(inner))


SOURCES: dict[str, Callable[[Path], Iterator[Found]]] = {"path": from_path}
"""Kind of source → how its pages are read."""


def pages(sources: list[str]) -> Iterator[Found]:
    """Yield the pages of all sources, in order.

    Raises :class:`~isnad.errors.SourceError` when a source does not exist or when there are no pages at all.
    """
    empty = True
    for source in sources:
        path = Path(source)
        if not path.exists():
            raise SourceError(f"there is nothing at {source}", "name files or folders with .txt or .html pages")
        for found in from_path(path):
            empty = False
            yield found
    if empty:
        known = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"no pages in {', '.join(sources)}", f"isnad reads files that end in {known}")


__all__ = ["SOURCES", "SUFFIXES", "Found", "from_path", "pages"]
