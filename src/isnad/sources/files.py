"""Pages in files and folders: plain text, HTML, saved pages, web archives, JSON Lines."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import structs

from isnad.model import Page
from isnad.sources.archives import from_archive
from isnad.sources.feeds import from_feed
from isnad.sources.found import LARGEST, Found, PassedOver
from isnad.sources.jsonl import from_json, from_json_at_hand, from_json_lines
from isnad.sources.mhtml import from_mhtml
from isnad.sources.sniffing import sniffed
from isnad.sources.wacz import from_wacz

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""Endings of files that are a page each, and what they hold."""

Reader = Callable[[Path, str], Iterator[Found]]
CONTAINERS: dict[str, Reader] = {
    ".mhtml": from_mhtml,
    ".mht": from_mhtml,
    ".warc": from_archive,
    ".warc.gz": from_archive,
    ".warc.zst": from_archive,
    ".wacz": from_wacz,
    ".jsonl": from_json_lines,
    ".ndjson": from_json_lines,
    ".rss": from_feed,
    ".atom": from_feed,
    ".xml": from_feed,
    ".json": from_json_at_hand,
}
"""Endings of files that hold pages in a form of their own, and how they are read; taken from folders too."""
NAMED: dict[str, Reader] = {".json": from_json}
"""Forms read otherwise when the file is named itself: every record that is no article is then named."""


def ending(path: Path) -> str:
    """Return the part of a file's name that says what it holds, in lower case, ``.warc.gz`` as a whole."""
    low = path.name.lower()
    return next((e for e in (".warc.gz", ".warc.zst") if low.endswith(e)), path.suffix.lower())


def from_path(path: Path) -> Iterator[Found]:
    """Yield the pages of a file, or of a folder and the folders in it, by name; hidden ones are left out.

    In a folder a file of no known ending is told by its first bytes; what is no page is named as passed over.
    """
    if not path.is_dir():
        yield from _file(path, CONTAINERS | NAMED)
        return
    shut: list[OSError] = []
    inside = [Path(top) / name for top, _, names in os.walk(path, onerror=shut.append) for name in names]
    home = path.resolve()
    for inner in sorted(inside):
        hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
        if hidden:
            continue
        if inner.is_symlink() and not inner.resolve().is_relative_to(home):
            yield shown(inner), "is a link that leads out of the folder"
            continue
        if inner.suffix.lower() in SUFFIXES or ending(inner) in CONTAINERS:
            yield from _file(inner, CONTAINERS)
        else:
            yield from _unnamed(inner)
    for fault in shut:
        yield shown(Path(fault.filename)), f"cannot be opened: {fault.strerror or fault}"


_OF_MEDIA: dict[str, str] = {"application/warc": ".warc", "multipart/related": ".mhtml"}


def _unnamed(path: Path) -> Iterator[Found]:
    """The pages of a file in a folder whose ending says nothing: what its first bytes say, or that it is passed over."""
    try:
        media = sniffed(path) if stat.S_ISREG(path.stat().st_mode) else None
    except OSError:
        media = None  # nobody named it, and nothing says that it is a page
    if media is None:
        yield PassedOver(shown(path))
    elif media in _OF_MEDIA:
        yield from CONTAINERS[_OF_MEDIA[media]](path, shown(path))
    else:
        for found in _file(path, {}):
            yield structs.replace(found, media_type=media) if isinstance(found, Page) else found


def _file(path: Path, containers: dict[str, Reader]) -> Iterator[Found]:
    """The pages of one file; a fault in the middle ends it, and is named."""
    name = shown(path)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            yield name, "is no regular file"
            return
        reader = containers.get(ending(path))
        streamed = reader in (from_archive, from_json_lines, from_wacz)
        if not streamed and state.st_size > LARGEST:
            yield name, f"{state.st_size:,} bytes: too large for a page"
            return
        if reader is not None:
            yield from reader(path, name)
            return
        yield Page(source=name, data=path.read_bytes(), media_type=SUFFIXES.get(path.suffix.lower()))
    except OSError as fault:
        yield name, f"cannot be opened: {fault.strerror or fault}"


def shown(path: Path) -> str:
    """Return a path as text that can be written anywhere, whatever bytes the file system gave."""
    return os.fsencode(path).decode("utf-8", "replace")
