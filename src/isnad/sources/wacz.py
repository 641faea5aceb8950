"""WACZ (Web Archive Collection Zipped, Webrecorder's specification 1.1.1): the pages it lists, from the archives inside it."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from isnad.sources.archives import pages_in
from isnad.sources.found import Found

ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
LARGEST_LIST = 16_000_000
"""Bytes read of a collection's list of pages."""
MOST_ARCHIVES = 1000
"""Archives opened in one collection."""
BOMB, SMALL = 300, 50_000_000
"""How many times its packed size an archive may have, once it is beyond so many bytes; real ones are packed already."""


def from_wacz(path: Path, name: str) -> Iterator[Found]:
    """Yield the pages of a collection: those its ``pages.jsonl`` lists, else every page of its archives.

    A list that leads to nothing in the archives is named, and so is an archive that is damaged or grows beyond reason.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            yield from _pages(packed, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as fault:
        yield name, f"is no collection of web archives, or a damaged one: {fault}"


def _pages(packed: zipfile.ZipFile, name: str) -> Iterator[Found]:
    members = {i.filename: i for i in packed.infolist()}
    inside = sorted(n for n in members if n.startswith("archive/") and n.endswith(ARCHIVES))
    if not inside:
        yield name, "holds no web archive"
        return
    wanted = _listed(packed, members)
    for archive in inside[:MOST_ARCHIVES]:
        info = members[archive]
        if info.file_size > SMALL and info.file_size > BOMB * max(1, info.compress_size):
            yield f"{name}#{archive}", f"{info.file_size:,} bytes packed in {info.compress_size:,}: not opened"
            continue
        with packed.open(info) as file:
            yield from pages_in(cast(BinaryIO, file), name, wanted=wanted)
    if len(inside) > MOST_ARCHIVES:
        yield name, f"{len(inside) - MOST_ARCHIVES:,} of its archives were not opened"


def _listed(packed: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> frozenset[str] | None:
    """The addresses a collection lists as its pages; ``None`` when it lists none."""
    found: set[str] = set()
    for listing in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        if listing not in members:
            continue
        with packed.open(listing) as file:
            for line in file.read(LARGEST_LIST).splitlines():
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(row, dict) and isinstance(row.get("url"), str):
                    found.add(row["url"])
    return frozenset(found) or None
