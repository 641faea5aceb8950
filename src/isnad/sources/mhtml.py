"""A page saved by a browser with all its parts in one file (MHTML, RFC 2557): the page itself is taken."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from datetime import UTC
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from isnad.model import Page
from isnad.sources.found import LARGEST, Found

MOST_PARTS = 5000
"""Parts looked at in one file."""


def from_mhtml(path: Path, name: str) -> Iterator[Found]:
    """Yield the page a file holds: its first part of HTML, else of plain text."""
    yield page_in(path.read_bytes(), name)


def page_in(data: bytes, name: str) -> Found:
    """Return the page in the bytes of a saved page."""
    message = BytesParser(policy=email.policy.compat32).parsebytes(data)
    chosen = None
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml") or (kind == "text/plain" and chosen is None):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                chosen = (part, payload, kind)
                if kind != "text/plain":
                    break
    if chosen is None or not message.get("MIME-Version"):
        return name, "is no saved page: no part of it is HTML"
    part, payload, kind = chosen
    if len(payload) > LARGEST:
        return name, f"beyond {LARGEST:,} bytes: too large for a page"
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    web = str(address) if str(address).startswith(("http://", "https://")) else None
    media = "text/plain" if kind == "text/plain" else "text/html"
    return Page(name, payload, media, web, _time(message.get("Date")), part.get_content_charset())


def _time(said: str | None) -> str | None:
    try:
        at = parsedate_to_datetime(said) if said else None
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None
    except (ValueError, TypeError, OverflowError):
        return None


__all__ = ["from_mhtml", "page_in"]
