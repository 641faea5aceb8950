"""Lines that a mail program, a text browser or a printer filled to a width: one ends where the next one's first word had no room.

How long lines are tells little, as menus and tickers stand beside the text. Whether the word that begins a line would have fitted on the line before it
tells nearly all: in filled paragraphs it never would, in lists it mostly would.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]
NARROWEST, WIDEST = 45, 130
"""Characters of the narrowest and the widest lines that are filled; columns of print are narrower and told by other means."""
RAGGED = 16
"""Characters that a filled line may lack, at most: the length of the word that had no room."""
FEWEST = 6
"""Lines of the shortest page that is seen to be filled."""
MOSTLY = 0.7
"""The share of the lines, among those long enough that go on without an empty line, that must be filled."""
OPEN = 0.6
"""The share of filled lines that end within a sentence."""
SLACK = 1
"""Characters by which a line may stand over its width: blanks at its end are cut off."""
ROOM = 3
"""Characters of a line that may stay empty though the next word would have filled them: programs part lines earlier than they must."""
_END = re.compile(r"[.!?؟…۔]+[\"»”’')\]\s]*$")


def filled(text: str, lines: Sequence[Span]) -> int:
    """Return the width to which most lines of a page's paragraphs are filled, in characters; 0 when they aren't. O(lines · log lines)."""
    pairs = [
        (b - a, _first(text, c, d), (a, b), c)
        for (a, b), (c, d) in itertools.pairwise(lines)
        if NARROWEST <= b - a <= WIDEST and text.count("\n", b, c) == 1
    ]
    if len(pairs) < FEWEST:
        return 0
    lengths = sorted(length for length, *_ in pairs)
    best, width = 0, 0
    for wide in sorted(set(lengths)):
        if bisect_right(lengths, wide) - bisect_right(lengths, wide - RAGGED) <= best:
            continue
        full = sum(wide - RAGGED < length <= wide < length + 1 + first for length, first, *_ in pairs)
        if full >= best:
            best, width = full, wide
    told = [(at, c) for length, first, at, c in pairs if width - RAGGED < length <= width < length + 1 + first]
    if len(told) < FEWEST or len(told) < MOSTLY * bisect_right(lengths, width):
        return 0
    inside = sum(_END.search(text[max(a, b - 6) : b]) is None for (a, b), _ in told)
    small = sum(text[c].islower() for _, c in told)
    cased = sum(text[c].islower() or text[c].isupper() for _, c in told)
    return width if inside >= OPEN * len(told) and small * 2 >= cased else 0


def no_room(text: str, length: int, following: Span, width: int) -> bool:
    """Return whether the first word of a line would not have fitted on the line before it, of that many characters."""
    return length >= NARROWEST - RAGGED and length + 1 + _first(text, *following) > width - ROOM


def _first(text: str, start: int, end: int) -> int:
    """The characters of a line's first word."""
    word = next(iter(text[start:end].split(maxsplit=1)), "")
    return len(word)
