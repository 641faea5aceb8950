"""Everything at hand before anything is read: addresses fetched into an archive, standard input laid in a file.

A run looks at its pages twice (what is new, then reading it). What comes over the network or a pipe comes once, so it is staged:
addresses, and the pages that feeds and lists lead to, are written into one web archive, named by the user or thrown away.
A folder never causes a fetch; only sources named one by one do.
"""

from __future__ import annotations

import sys
import tempfile
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from msgspec import Struct

from isnad.errors import FetchError, SourceError
from isnad.model import Visit
from isnad.sources.addresses import host_of, is_address, tidy
from isnad.sources.archives import PUBLISHED, PUBLISHER, TEXTS, write_record
from isnad.sources.feeds import LARGEST_LIST, LEAST_TEASER, Entry, Listing, listing, page_from
from isnad.sources.fetching import Fetched, Fetcher, Rules
from isnad.sources.found import LARGEST, Found
from isnad.sources.http_message import Response

DEEPEST = 2
"""Lists within lists that are followed: an OPML list of feeds of pages."""
LISTS = frozenset({".xml", ".rss", ".atom", ".rdf", ".opml", ".urls", ".txt", ".lst", ".list"})
"""Endings of files that may hold a feed or a list of addresses, when they are named one by one."""

Tell = Callable[[str, int, int], None]


class Memory(Protocol):
    """What was fetched before, so that only what changed is fetched again."""

    def visit(self, address: str) -> Visit | None:
        """Return what is remembered of an address."""


class Spool(Struct, frozen=True):
    """Pages that were fetched or carried by a feed: the archive, what could not be fetched and why, what to remember."""

    archive: Path
    pages: tuple[Found, ...] = ()
    visits: tuple[Visit, ...] = ()
    unchanged: int = 0


class _Wanted(Struct, frozen=True):
    address: str
    entry: Entry
    depth: int


class _Gathering:
    """Fetches what is wanted, each host in its turn, following lists; writes pages as they come."""

    def __init__(self, out: BinaryIO, memory: Memory, rules: Rules, tell: Tell) -> None:
        self.out, self.memory, self.rules, self.tell = out, memory, rules, tell
        self.queues: OrderedDict[str, deque[_Wanted]] = OrderedDict()
        self.asked: set[str] = set()
        self.found: list[Found] = []
        self.visits: list[Visit] = []
        self.unchanged = self.done = 0

    def want(self, entry: Entry, depth: int, name: str) -> None:
        """Put an entry in the queue of its host; what cannot be fetched is taken from the feed, or named."""
        if entry.address is None or not is_address(entry.address):
            self.fall_back(entry, name, "the entry has no address and no text of its own")
            return
        try:
            address = tidy(entry.address)
        except FetchError as fault:
            self.fall_back(entry, entry.address[:200], fault.what)
            return
        if address in self.asked:
            return
        if len(self.asked) >= self.rules.most:
            self.found.append((address, f"not fetched: {self.rules.most:,} addresses were asked for already"))
            return
        self.asked.add(address)
        self.queues.setdefault(host_of(address), deque()).append(_Wanted(address, entry, depth))

    def follow(self, found: Listing, depth: int, name: str) -> None:
        """Want everything on a list."""
        if depth > DEEPEST:
            self.found.append((name, "lists within lists are not followed any deeper"))
            return
        for entry in found.entries:
            self.want(entry, depth, name)

    def run(self, fetcher: Fetcher) -> None:
        """Fetch until nothing is wanted any more, always from the host that may be asked soonest."""
        while self.queues:
            host = min(self.queues, key=lambda h: fetcher.ready(self.queues[h][0].address))
            wanted = self.queues[host].popleft()
            if not self.queues[host]:
                del self.queues[host]
            self.tell("fetching", self.done, len(self.asked))
            self.done += 1
            try:
                self.take(wanted, fetcher.fetch(wanted.address, self.memory.visit(wanted.address)))
            except (FetchError, SourceError) as fault:
                self.fall_back(wanted.entry, wanted.address, fault.what)

    def take(self, wanted: _Wanted, got: Fetched) -> None:
        """Keep a page, follow a list, name anything else."""
        if got.answer is None:
            self.unchanged += 1
            return
        found = listing(got.answer.body) if _may_list(got.answer) else None
        if found is not None:
            self.follow(found, wanted.depth + 1, wanted.address)
        elif TEXTS.get(got.answer.media_type or "text/html") is None:
            self.found.append((wanted.address, f"is {got.answer.media_type}, not a page"))
        else:
            said = {PUBLISHER: wanted.entry.publisher, PUBLISHED: wanted.entry.published}
            feed = {k: v for k, v in said.items() if v}
            write_record(self.out, wanted.address, got.visit.at, got.answer, feed)
            self.visits.append(got.visit)

    def fall_back(self, entry: Entry, name: str, why: str) -> None:
        """Take the feed's own copy of a page when it carries one, or its teaser, and say why there is no more."""
        whole = page_from(entry, name)
        teaser = None if whole else page_from(entry, name, LEAST_TEASER)
        own = whole or teaser
        if own is not None:
            self.found.append(own)
        if whole is None:
            self.found.append((name, f"{why}; the feed's teaser stands for it" if teaser else why))


def _may_list(answer: Response) -> bool:
    media = answer.media_type or ""
    return "xml" in media or "opml" in media or "rss" in media or media == "text/plain"


@contextmanager
def staged(
    sources: Sequence[str], memory: Memory, rules: Rules, tell: Tell, archive: Path | None = None
) -> Iterator[list[str | Spool]]:
    """Give the sources with what must be fetched or read from a pipe laid at hand; temporary files go when it ends.

    Raises :class:`~isnad.errors.SourceError` when ``archive`` cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="isnad-") as folder:
        yield _staged(sources, memory, rules, tell, archive or Path(folder) / "fetched.warc.gz", Path(folder))


def _staged(
    sources: Sequence[str], memory: Memory, rules: Rules, tell: Tell, archive: Path, folder: Path
) -> list[str | Spool]:
    """The sources at hand; what must be fetched stands last, as one spool."""
    at_hand: list[str | Spool] = []
    lists: list[tuple[str, Listing]] = []
    for source in sources:
        name = _piped(folder) if source == "-" else source
        found = Listing("addresses", (Entry(name),)) if is_address(name) else _listed(Path(name))
        if found is None:
            at_hand.append(name)
        else:
            lists.append((source, found))
    if lists:
        at_hand.append(gather(lists, memory, rules, tell, archive))
    return at_hand


def gather(lists: Sequence[tuple[str, Listing]], memory: Memory, rules: Rules, tell: Tell, archive: Path) -> Spool:
    """Fetch everything that lists name, and what the lists found there name, into an archive.

    Raises :class:`~isnad.errors.SourceError` when the archive cannot be written.
    """
    try:
        with archive.open("ab") as out, Fetcher(rules) as fetcher:
            gathering = _Gathering(out, memory, rules, tell)
            for name, found in lists:
                gathering.follow(found, 0 if found.kind == "addresses" else 1, name)
            gathering.run(fetcher)
    except OSError as fault:
        raise SourceError(
            f"{archive} cannot be written: {fault.strerror or fault}", "name another file with --warc"
        ) from fault
    return Spool(archive, tuple(gathering.found), tuple(gathering.visits), gathering.unchanged)


def _listed(path: Path) -> Listing | None:
    """The feed or list of addresses a file holds, or ``None``: it is read as pages."""
    if path.suffix.lower() not in LISTS or not path.is_file() or path.stat().st_size > LARGEST_LIST:
        return None
    try:
        return listing(path.read_bytes())
    except OSError:
        return None  # the reader of files says why


def _piped(folder: Path) -> str:
    """Lay standard input in a file whose ending says what it is, and return the file's name.

    Raises :class:`~isnad.errors.SourceError` when there is too much of it, or nothing.
    """
    data = sys.stdin.buffer.read(LARGEST * 16 + 1)
    if not data.strip():
        raise SourceError("nothing came through standard input", "pipe a page into it: isnad build - < page.html")
    if len(data) > LARGEST * 16:
        raise SourceError("too much came through standard input", "write it to a file and name the file")
    path = folder / f"stdin{_ending(data)}"
    path.write_bytes(data)
    return str(path)


def _ending(data: bytes) -> str:
    start = data[:4096].lstrip().lower()
    if data[:2] == b"\x1f\x8b":
        return ".warc.gz"
    if start.startswith(b"warc/"):
        return ".warc"
    if start.startswith(b"{"):
        return ".jsonl"
    if b"mime-version:" in start and b"multipart/related" in start:
        return ".mhtml"
    if any(mark in start for mark in (b"<opml", b"<rss", b"<feed", b"<rdf:rdf")):
        return ".xml"
    return ".html" if start.startswith((b"<!doctype", b"<html")) else ".txt"
