"""Who speaks in a transcript: labels in capitals before a colon that come more than once, which sign nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block

_LABEL = regex.compile(r"(\p{Lu}{3,}(?:\s\p{Lu}+){0,2})(?:\s?\([^()]{2,30}\))?\s?[:：]\s")


def speaker(line: str) -> str:
    """Return the words in capitals that a line has before a colon, what stands in brackets left out; else nothing."""
    found = _LABEL.match(line) if ":" in line[:60] or "：" in line[:60] else None
    return found[1] if found is not None else ""


def speakers(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the labels that stand before more than one paragraph: "PRÉSENTATRICE : Merci." is a question, no byline."""
    told = Counter(name for b in blocks if (name := speaker(b.text)))
    return frozenset(name for name, n in told.items() if n > 1)
