"""Letters of several numbered items: the first is the page's article, what follows its number two is another's.

An explainer numbers its parts as well, and so does a list within a text: there an introduction stands above the first number, or what the
parts tell is told in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.extract.stems import stems
from isnad.text import fold_key

Span = tuple[int, int]
_NUMBER = re.compile(r"(?P<n>\d{1,2}|[١-٩])\s?[.)\-–/•]\s+(?=\S)")
"""The number that opens an item."""
_ARABIC = str.maketrans("١٢٣٤٥٦٧٨٩", "123456789")
HEADLINE = (3, 30)
"""Words of the shortest and the longest headline of an item."""
PARAGRAPH = 25
"""Words from which a line is a paragraph."""
SHARED = 0.25
"""The share of an item's words, at most, that the first item's text may have too."""


def items(text: str, lines: Sequence[Span]) -> tuple[int, int] | None:
    """Return which line is the headline of a letter's first item, and which opens the second; ``None`` for any other page. O(characters)."""
    numbered = [
        (int(m["n"].translate(_ARABIC)), i, m.end())
        for i, span in enumerate(lines)
        if (m := _NUMBER.match(text, *span))
    ]
    first = next(((i, at) for n, i, at in numbered if n == 1), None)
    if first is None:
        return None
    head, at = first
    second = next((i for n, i, _ in numbered if n == 2 and i > head), None)
    if text[at : lines[head][1]].isupper() and head + 1 < len(lines) and not _paragraph(text, lines[head + 1]):
        head, at = head + 1, lines[head + 1][0]  # "1. ALGERIA / SPAIN" over the headline
    if second is None or not HEADLINE[0] <= len(text[at : lines[head][1]].split()) <= HEADLINE[1]:
        return None
    own = lines[head + 1 : second]
    if not any(_paragraph(text, s) for s in own) or any(_paragraph(text, s) for s in lines[:head]):
        return None
    told = stems(fold_key(" ".join(text[a:b] for a, b in own)))
    for _, i, start in (x for x in numbered if x[1] >= second):
        words = stems(fold_key(text[start : lines[i][1]]))
        if len(words & told) > SHARED * len(words):
            return None
    return head, second


def number(text: str, line: Span) -> int:
    """Return where the words of a numbered line begin."""
    m = _NUMBER.match(text, *line)
    return line[0] if m is None else m.end()


def _paragraph(text: str, line: Span) -> bool:
    return len(text[slice(*line)].split()) >= PARAGRAPH
