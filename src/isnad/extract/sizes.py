"""Pages of any size within fixed time and memory: scripts cut out of large HTML, then the first bytes read and the rest named."""

from __future__ import annotations

import re

from isnad.extract.markup import cut

LARGEST = 5_000_000
"""Bytes of a page that are read; of HTML, after its scripts and styles are cut out."""
_TAGS = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def within(data: bytes) -> tuple[bytes, str | None]:
    """Return the bytes of a page that are read, and what was left out in words; ``None`` when that is nothing. O(n).

    The cut is made at the last line end, or in HTML at the last end of a tag, so that no character is torn.
    """
    if len(data) <= LARGEST:
        return data, None
    whole = len(data)
    html = _TAGS.search(data[:4096]) is not None
    if html and not data.startswith(_WIDE):
        # One character a byte: tags are found alike in every encoding that has ASCII in it.
        lean, linked = cut(data.decode("latin-1"))
        kept = "".join(f'<script type="application/ld+json">{x}</script>' for x in linked if len(x) < LARGEST // 10)
        at = lean.lower().find("</head>") if kept else -1
        data = (lean[:at] + kept + lean[at:] if at >= 0 else lean).encode("latin-1")
        if len(data) <= LARGEST:
            return data, None
    end = max(data.rfind(b">" if html else b"\n", 0, LARGEST) + 1, LARGEST // 2)
    if data.startswith(_WIDE):
        end = LARGEST - LARGEST % 2
    return data[:end], f"the page has {whole:,} bytes; what stands behind the first {end:,} of its text was not read"
