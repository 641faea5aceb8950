"""Web archives (WARC, ISO 28500): every captured page, each record held against its length and digest.

Readers of archives commonly accept a file that was cut short without a word. Here the bytes of a record are counted and, where
it carries a digest, hashed: what is whole is kept, what is not is named.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import io
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from isnad.errors import PageError
from isnad.model import Page
from isnad.sources.found import LARGEST, Found
from isnad.sources.http_message import Response, parse

TEXTS = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
}
"""Media types of records that are pages, and how each is read."""
PUBLISHER, PUBLISHED = "X-Feed-Source", "X-Feed-Published"
"""Fields isnad adds to a record for what the feed that led to it said."""


class _Record(Struct, frozen=True):
    """A record as read: its fields, its bytes, and what is wrong with them, if anything."""

    kind: str
    fields: dict[str, str]
    block: bytes
    fault: str | None


def from_archive(path: Path, name: str, fetched: bool = False) -> Iterator[Found]:
    """Yield the pages of a web archive in order; damage is reported with the place where it was seen.

    A page is named ``ARCHIVE#ADDRESS``, with the time of capture when the archive holds the address more than once; when the
    archive is what isnad ``fetched`` itself, by its address alone.
    """
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        yield from pages_in(file, name, fetched)


def pages_in(file: BinaryIO, name: str, fetched: bool = False, wanted: frozenset[str] | None = None) -> Iterator[Found]:
    """Yield the pages of an open web archive, packed with gzip, zstandard or LZ4 or not; of ``wanted`` addresses only, if given."""
    seen: Counter[str] = Counter()
    for record in _records(file):
        address = record.fields.get("warc-target-uri", "").strip("<>")
        if record.kind == "damage":
            yield name, str(record.fault)
            continue
        if wanted is not None and address not in wanted:
            continue
        seen[address] += 1
        stamp = f" @{record.fields.get('warc-date', seen[address])}" if seen[address] > 1 else ""
        shown = address if fetched else f"{name}#{address}{stamp}"
        if record.fault:
            yield shown, record.fault
            continue
        try:
            page = _page(record, shown, address)
        except PageError as fault:
            yield shown, fault.what
            continue
        if page is not None:
            yield page


def _records(file: BinaryIO) -> Iterator[_Record]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for found in ArchiveIterator(file, record_types=wanted, parse_http=False):
            number += 1
            fields = {str(k).lower(): str(v) for k, v in found.headers.items()}
            block = found.reader.read(LARGEST + 1)
            yield _Record(fields.get("warc-type", "").lower(), fields, block, _fault(block, fields))
    except (OSError, ValueError, RuntimeError) as fault:
        yield _Record("damage", {}, b"", f"the archive is damaged after {number} records: {fault}")


def _fault(block: bytes, fields: dict[str, str]) -> str | None:
    """What is wrong with a record's bytes: too many, too few, or others than its digest says."""
    length = fields.get("content-length", "")
    if len(block) > LARGEST:
        return f"beyond {LARGEST:,} bytes: too large for a page"
    if length.isdigit() and len(block) < int(length):
        return f"the archive is cut short here: {len(block):,} of {int(length):,} bytes"
    said = fields.get("warc-block-digest")
    if said and not _matches(block, said):
        return "the record's bytes are not those its digest was taken of"
    return None


def _matches(block: bytes, said: str) -> bool:
    """True when a labelled digest (``sha1:`` in base 32 or hexadecimal) is of these bytes, or of a kind isnad cannot take."""
    name, _, value = said.partition(":")
    label = name.lower().replace("-", "")
    if label not in ("md5", "sha1", "sha256", "sha512"):
        return True
    digest = hashlib.new(label, block, usedforsecurity=False).digest()
    if value.lower() == digest.hex():
        return True
    try:
        return base64.b32decode(value.upper() + "=" * (-len(value) % 8)) == digest
    except (binascii.Error, ValueError):
        return False


def _page(record: _Record, name: str, address: str) -> Page | None:
    """The page of a record; ``None`` for what is no page: images, scripts, redirects, errors."""
    fields, captured = record.fields, record.fields.get("warc-date")
    hints = {"publisher": fields.get(PUBLISHER.lower()), "published": fields.get(PUBLISHED.lower())}
    if record.kind == "response":
        answer = parse(record.block)
        media = TEXTS.get(answer.media_type or "text/html")
        if answer.status != 200 or media is None or not answer.body.strip():
            return None
        return Page(name, answer.body, media, address or None, captured, answer.charset, **hints)
    said = fields.get("content-type", "text/plain").split(";")[0].strip().lower()
    media = TEXTS.get(said)
    if media is None or not record.block.strip():
        return None
    charset = "utf-8" if record.kind == "conversion" else None
    return Page(name, record.block, media, address or None, captured, charset, **hints)


def write_record(out: BinaryIO, address: str, captured: str, answer: Response, feed: dict[str, str]) -> None:
    """Append a fetched page to an archive as a response record of its own gzip member, with its digests.

    The body is stored unpacked; ``Content-Encoding`` and ``Transfer-Encoding`` are left out accordingly. ``captured`` is an ISO
    time in UTC; ``feed`` holds the fields :data:`PUBLISHER` and :data:`PUBLISHED`.
    """
    from fastwarc.warc import WarcRecord, WarcRecordType

    dropped = {"content-encoding", "transfer-encoding", "content-length", "set-cookie"}
    lines = [f"HTTP/1.1 {answer.status} OK"]
    lines += [f"{k}: {_one_line(v)}" for k, v in answer.headers.items() if k not in dropped]
    lines.append(f"content-length: {len(answer.body)}")
    block = ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace") + answer.body
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, f"uuid:{uuid.uuid4()}".encode())
    record.headers["WARC-Target-URI"] = address
    record.headers["WARC-Date"] = captured
    record.headers["Content-Type"] = "application/http; msgtype=response"
    for field, value in feed.items():
        record.headers[field] = _one_line(value)
    record.set_bytes_content(block)
    whole = io.BytesIO()
    record.write(whole, checksum_data=True)
    out.write(gzip.compress(whole.getvalue()))
    out.flush()


def _one_line(value: str) -> str:
    return " ".join(value.split())
