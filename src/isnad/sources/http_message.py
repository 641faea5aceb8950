"""An HTTP response as bytes, taken apart within bounds (RFC 9112): status, headers, and the body as it was meant.

Archives hold responses as they came over the wire, in chunks and compressed. A body that would unpack beyond the limit is cut
off while it unpacks, never after.
"""

from __future__ import annotations

import zlib
from email.message import Message
from email.parser import BytesParser

from msgspec import Struct

from isnad.errors import NotText, TooLarge

LARGEST = 64_000_000
"""Bytes a body may have once unpacked."""
LONGEST_HEAD = 262_144
"""Bytes of the longest block of headers read."""


class Response(Struct, frozen=True):
    """What a server answered: the status, and the body with its media type and declared charset."""

    status: int
    body: bytes
    media_type: str | None
    charset: str | None
    headers: dict[str, str]


def parse(block: bytes, largest: int = LARGEST) -> Response:
    """Return the response a block of bytes holds.

    Raises :class:`~isnad.errors.NotText` when it is none, :class:`~isnad.errors.TooLarge` when its body unpacks beyond ``largest``.
    """
    head, gap, body = _split(block)
    first, _, rest = head.partition(b"\n")
    words = first.split(None, 2)
    if not gap or len(words) < 2 or not words[0].upper().startswith(b"HTTP/") or not words[1].isdigit():
        raise NotText("the record holds no HTTP response")
    message = BytesParser().parsebytes(rest.strip(b"\r\n") + b"\n\n", headersonly=True)
    if "chunked" in (message.get("Transfer-Encoding") or "").lower():
        body = _joined(body, largest)
    body = unpack(body, message.get("Content-Encoding"), largest)
    media, charset = media_of(message)
    headers = {str(name).lower(): str(value) for name, value in message.items()}
    return Response(int(words[1][:3]), body, media, charset, headers)


def _split(block: bytes) -> tuple[bytes, bytes, bytes]:
    for gap in (b"\r\n\r\n", b"\n\n"):
        at = block.find(gap, 0, LONGEST_HEAD)
        if at >= 0:
            return block[:at], gap, block[at + len(gap) :]
    return block[:LONGEST_HEAD], b"", b""


def media_of(message: Message) -> tuple[str | None, str | None]:
    """Return the media type and the charset that headers declare, each ``None`` when they do not."""
    if "Content-Type" not in message:
        return None, None
    charset = message.get_content_charset()
    return message.get_content_type(), charset


def _joined(body: bytes, largest: int) -> bytes:
    """The body of a chunked message; one that was stored joined already, or is damaged, is taken as far as it goes."""
    out, at = bytearray(), 0
    while True:
        end = body.find(b"\n", at, at + 64)
        size = _hex(body[at:end]) if end >= 0 else None
        if size is None:
            return bytes(out) if out else body
        if size == 0:
            return bytes(out)
        if len(out) + size > largest:
            raise TooLarge(f"the body is beyond {largest:,} bytes")
        out += body[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
        if at >= len(body):
            return bytes(out)


def _hex(word: bytes) -> int | None:
    digits = word.split(b";", 1)[0].strip()
    if not digits or len(digits) > 8:
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None


def unpack(body: bytes, encoding: str | None, largest: int = LARGEST) -> bytes:
    """Return a body without its content encoding (gzip or deflate), stopping at ``largest`` bytes.

    A body whose encoding is declared but was taken off already is returned as it is. Raises
    :class:`~isnad.errors.TooLarge`, and :class:`~isnad.errors.NotText` for encodings isnad does not read.
    """
    named = (encoding or "identity").strip().lower()
    if named in ("", "identity", "none", "utf-8"):
        return _bounded(body, largest)
    if named in ("gzip", "x-gzip"):
        return _inflated(body, 31, largest) if body[:2] == b"\x1f\x8b" else _bounded(body, largest)
    if named == "deflate":
        return _inflated(body, 15 if body[:1] == b"\x78" else -15, largest)
    if body.lstrip()[:1] == b"<":
        return _bounded(body, largest)
    raise NotText(f"the page is packed as {named}, which isnad does not read", "fetch it again, or save it unpacked")


def _bounded(body: bytes, largest: int) -> bytes:
    if len(body) > largest:
        raise TooLarge(f"the body is beyond {largest:,} bytes")
    return body


def _inflated(body: bytes, window: int, largest: int) -> bytes:
    inflater, out = zlib.decompressobj(window), bytearray()
    rest = body
    try:
        while rest and not inflater.eof:
            out += inflater.decompress(rest, max(1, largest + 1 - len(out)))
            if len(out) > largest:
                raise TooLarge(f"the body unpacks beyond {largest:,} bytes")
            rest = inflater.unconsumed_tail
    except zlib.error as fault:
        if not out:
            raise NotText(f"the page's packing is damaged: {fault}") from fault
    return bytes(out)
