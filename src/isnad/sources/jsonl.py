"""JSON Lines of articles, as trafilatura (``--json``) and news-please write them: one object, one page.

A record with the page's HTML becomes that page; one with extracted text only becomes a plain-text page of its title and text,
since that is all there is of it. What the record says of address, publisher, author and date goes along as hints of the carrier.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from isnad.model import Page
from isnad.sources.found import LARGEST, Found

FIELDS = {
    "html": ("html", "raw_html", "rawhtml", "page"),
    "text": ("maintext", "text", "raw_text", "articlebody", "body", "content"),
    "title": ("title", "title_page", "headline"),
    "url": ("url", "source", "link", "uri"),
    "published": (
        "date_publish",
        "date",
        "datepublished",
        "published",
        "pubdate",
        "published_at",
        "publish_date",
        "fecha",
    ),
    "publisher": (
        "sitename",
        "site_name",
        "publisher",
        "outlet",
        "newspaper",
        "media",
        "source_name",
        "medio",
        "journal",
        "source-hostname",
        "source_domain",
        "hostname",
    ),
    "author": ("author", "authors", "byline", "creator", "auteur", "autor", "writer"),
    "captured": ("date_download", "filedate", "captured", "crawled"),
}
"""What a page needs → the keys that say it, the most telling first; keys are compared in lower case."""


def from_json_lines(path: Path, name: str) -> Iterator[Found]:
    """Yield a page for every line; a line that is no JSON object or holds no text is named by its number."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                yield f"{name}#{number}", f"the line is beyond {LARGEST:,} bytes"
                return
            if line.strip():
                yield _decoded(line, f"{name}#{number}")


def from_json(path: Path, name: str) -> Iterator[Found]:
    """Yield the pages of a JSON file that holds one article, or a list of them."""
    try:
        whole = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        yield name, f"is no JSON: {fault}"
        return
    if isinstance(whole, dict) and str(whole.get("schema", "")).startswith("isnad-dossier/"):
        yield name, "is an exported dossier, not a page: isnad import reads it"
        return
    if isinstance(whole, dict):
        yield page_of(whole, name)
        return
    for number, record in enumerate(whole if isinstance(whole, list) else (), 1):
        yield page_of(record, f"{name}#{number}") if isinstance(record, dict) else (f"{name}#{number}", "is no article")


def from_json_at_hand(path: Path, name: str) -> Iterator[Found]:
    """Yield the pages of a JSON file that lies in a folder; one that holds no article is passed over, and named once."""
    found = list(from_json(path, name))
    articles = [p for p in found if isinstance(p, Page)]
    yield from found if articles else found[:1] or [(name, "holds no article")]


def _decoded(line: bytes, name: str) -> Found:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            record = json.loads(line)  # slower, and takes lone surrogates and NaN, which scrapers do write
        except (ValueError, RecursionError) as fault:
            return name, f"is no JSON: {fault}"
    return page_of(record, name) if isinstance(record, dict) else (name, "is no JSON object")


def page_of(record: dict[str, Any], name: str) -> Found:
    """Return the page of a record, or why there is none."""
    low = {str(k).lower(): v for k, v in record.items()}
    said = {field: _first(low, keys) for field, keys in FIELDS.items()}
    html, text = said["html"], said["text"]
    if html is None and text is not None and text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        html = text
    address = said["url"] if said["url"] and said["url"].startswith(("http://", "https://")) else None
    hints: dict[str, Any] = {
        "url": address, "captured": said["captured"], "charset": "utf-8",
        "publisher": said["publisher"], "title": said["title"], "published": said["published"],
        "author": said["author"],
    }  # fmt: skip
    if html is not None:
        return Page(name, _bytes(html), "text/html", **hints)
    if text is None:
        return name, "holds no text: isnad looks for one of " + ", ".join(FIELDS["html"] + FIELDS["text"])
    whole = text if said["title"] is None or text.startswith(said["title"]) else f"{said['title']}\n\n{text}"
    return Page(name, _bytes(whole), "text/plain", **hints)


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first value that says something; of a list (news-please's authors) all that are words, parted by commas."""
    for value in map(record.get, keys):
        pieces = value[:12] if isinstance(value, list) else [value]
        words = ", ".join(p.strip() for p in pieces if isinstance(p, str) and p.strip())
        if words:
            return words
    return None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
