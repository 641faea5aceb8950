"""Lists of pages: RSS and Atom feeds, OPML lists of feeds, plain lists of addresses."""

from __future__ import annotations

import html
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from isnad.errors import SourceError
from isnad.model import Page
from isnad.sources.addresses import host_of, is_address
from isnad.sources.found import Found

LARGEST_LIST = 16_000_000
"""Bytes of the largest feed or list read."""
LEAST_CONTENT = 80
"""Words a feed must carry of an article for its own copy to be the article."""
LEAST_TEASER = 12
"""Words of a teaser that says something; it stands for its article where that cannot be had."""
_TAIL = re.compile(r"\s+[-–—|:·»]\s+")
"""What parts a paper's name from a section's in the title of a feed."""
_TAG = re.compile(r"<[^>]{0,2000}>")
_ADDRESSED = re.compile(r"\S{1,80}@\S{1,80}")
"""The address that RSS asks for where its author is named: "desk@fanal.example (Nora Whitlock)"."""


class Entry(Struct, frozen=True):
    """What a list says of one page: its address, and what a feed adds: title, day, the paper it is from, its words.

    ``via`` is the feed's own name when it shows another paper's article on its own pages.
    """

    address: str | None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    content: str | None = None
    via: str | None = None


class Listing(Struct, frozen=True):
    """A list of pages, or of further lists (OPML)."""

    kind: str
    entries: tuple[Entry, ...]


def listing(data: bytes) -> Listing | None:
    """Return the list that bytes hold, or ``None`` when they are something else.

    Raises :class:`~isnad.errors.SourceError` for a feed or list that is too large or damaged beyond reading.
    """
    start = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    kind = next((k for k, mark in _MARKS if mark in start), None) if start[:1] == b"<" else None
    if kind is None:
        return _addresses(data)
    if len(data) > LARGEST_LIST:
        raise SourceError(f"the list is beyond {LARGEST_LIST:,} bytes")
    return _outline(data) if kind == "opml" else _feed(data)


_MARKS = (("opml", b"<opml"), ("feed", b"<rss"), ("feed", b"<feed"), ("feed", b"<rdf:rdf"))


def _addresses(data: bytes) -> Listing | None:
    """A list of addresses: every line that is not blank or a comment (#) is one."""
    if len(data) > LARGEST_LIST or b"://" not in data[:4096]:
        return None
    lines = [x.strip() for x in data.decode("utf-8-sig", "replace").splitlines()]
    said = [x for x in lines if x and not x.startswith("#")]
    if not said or not all(is_address(x) for x in said):
        return None
    return Listing("addresses", tuple(Entry(x) for x in dict.fromkeys(said)))


def _outline(data: bytes) -> Listing:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise SourceError(f"the OPML list cannot be read: {fault}") from fault
    found = [] if root is None else [str(x) for x in root.xpath("//*[local-name()='outline']/@xmlUrl")]
    return Listing("opml", tuple(Entry(x) for x in dict.fromkeys(found)))


def _feed(data: bytes) -> Listing:
    import feedparser

    if b"<!ENTITY" in data[:65536]:
        raise SourceError("the feed declares XML entities, which isnad does not expand")
    read = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not read.entries and read.bozo:
        raise SourceError(f"the feed cannot be read: {read.get('bozo_exception')}")
    title, home = read.feed.get("title") or "", _host(read.feed.get("link"))
    paper = _TAIL.split(title.strip(), maxsplit=1)[0] or None
    return Listing("feed", tuple(_entry(e, paper, home) for e in read.entries))


def _host(link: object) -> str:
    try:
        return host_of(link) if isinstance(link, str) and is_address(link) else ""
    except ValueError:
        return ""


def _entry(e: object, paper: str | None, home: str) -> Entry:
    """An entry of a feed; where it names no paper, the feed's own stands for pages of the feed's own host."""
    get = e.get  # type: ignore[attr-defined]
    bodies = [c.get("value", "") for c in get("content") or ()] + [get("summary") or ""]
    body = max(bodies, key=len)
    stamp = get("published_parsed") or get("updated_parsed")
    source = get("source") or {}
    publisher = source.get("title") if hasattr(source, "get") else None
    link = get("link")
    via = paper if publisher and publisher != paper and home and _host(link) == home else None
    if not publisher and home and _host(link) == home:
        publisher = paper
    author = _ADDRESSED.sub(" ", get("author") or "").strip(" ()")
    return Entry(link or None, get("title") or None, _day(stamp), publisher or None, author or None, body or None, via)


def _day(stamp: object) -> str | None:
    """A feed's time in UTC as ISO; ``None`` when it gives none, or one no calendar holds."""
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", stamp) if stamp else None  # type: ignore[arg-type]
    except (ValueError, TypeError, OverflowError):
        return None


def page_from(entry: Entry, name: str, least: int = LEAST_CONTENT) -> Page | None:
    """Return the page that a feed itself carries of an entry, or ``None`` when it has fewer words than asked."""
    if entry.content is None or len(_TAG.sub(" ", entry.content).split()) < least:
        return None
    title = entry.title or ""
    if entry.publisher and (cut := _TAIL.split(title))[-1] == entry.publisher and len(cut) > 1:
        title = title[: title.rindex(entry.publisher)].rstrip(
            " -–—|:·»"
        )  # lists of other papers' articles add the paper
    title = html.escape(title)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    if entry.via and entry.publisher:
        head += f'<meta property="og:site_name" content="{html.escape(entry.via)}">'
        head += f'<meta name="original-source-name" content="{html.escape(entry.publisher)}">'
    body = f"<article><h1>{title}</h1>\n{entry.content}</article>"
    data = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode("utf-8", "replace")
    said = (entry.publisher, entry.title, entry.published, entry.author)
    return Page(name, data, "text/html", entry.address, None, "utf-8", *said)


def from_feed(path: Path, name: str) -> Iterator[Found]:
    """Yield what a feed in a folder carries of its articles, whole or as teasers: a folder causes no fetch.

    Another file in XML is passed over, and named.
    """
    try:
        found = listing(path.read_bytes())
    except SourceError as fault:
        yield name, fault.what
        return
    if found is None or found.kind != "feed":
        yield name, "is no feed of articles"
        return
    for number, entry in enumerate(found.entries, 1):
        label = f"{name}#{number}"
        yield page_from(entry, label, LEAST_TEASER) or (label, "the feed carries no words of it; name the feed itself")
