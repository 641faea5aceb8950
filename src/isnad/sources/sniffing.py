"""What a file in a folder holds when its name does not say: told from its first bytes, and only where they leave no doubt."""

from __future__ import annotations

import re
from pathlib import Path

LOOKED_AT = 4096
"""Bytes of a file that are looked at."""
LEAST_WORDS = 12
"""Words that a file without an ending must begin with to be taken for text."""
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OF_SOFTWARE = frozenset(
    "authors changelog changes codeowners contributing contributors copying dockerfile gemfile install jenkinsfile license licence "
    "makefile manifest notice procfile readme todo vagrantfile version".split()
)
"""Files without an ending that come with software and are no pages."""


def sniffed(path: Path) -> str | None:
    """Return the media type of a file whose ending is not known, or ``None``: it is passed over.

    HTML is HTML under whatever name ("article.php"); plain text and archives are taken only from names without an ending. Raises
    :class:`OSError` when the file cannot be opened.
    """
    with path.open("rb") as file:
        start = file.read(LOOKED_AT)
    if _HTML.match(start):
        return "text/html"
    if path.suffix or path.name.lower() in _OF_SOFTWARE:
        return None
    if start.startswith(b"WARC/"):
        return "application/warc"
    if b"mime-version:" in start.lower() and b"multipart/related" in start.lower():
        return "multipart/related"
    return "text/plain" if _reads(start) else None


def _reads(start: bytes) -> bool:
    """True when bytes are words in UTF-8; the last character may be cut."""
    try:
        text = start.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(start) - 3:
            return False
        text = start[: fault.start].decode("utf-8")
    return (
        not _CONTROL.search(text)
        and not text.startswith("#!")
        and len(re.findall(r"[^\W\d_]{2,}", text)) >= LEAST_WORDS
    )
