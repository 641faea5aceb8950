"""Headlines with one paragraph each behind a text: other articles that a site lists under no heading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.extract.blocks import Block
from isnad.extract.heads import ITEM
from isnad.extract.looks import folded
from isnad.extract.stems import stems
from isnad.extract.tickers import function_words
from isnad.model.reading import PartKind
from isnad.text import fold_key

FEWEST = 4
"""Blocks behind a text, headlines and paragraphs by turns, that may be other articles'."""
OWN = 3
"""Paragraphs of the shortest text behind which they may stand."""
STRANGE = 0.13
"""The share of their words that such headlines and paragraphs have of the text, at most; its own last paragraph mostly has more."""
ANNOUNCING = (5, 22)
"""Words of the shortest and the longest headline that announces another article."""


def paired_behind(blocks: Sequence[Block], kinds: Sequence[PartKind], first: int, last: int) -> list[int]:
    """Return the blocks at the end of a plain text that announce other articles: it has no headings itself, and few of their words.

    A text whose own sections have headings keeps them all, and so does one that goes on to speak of what the headings name.
    """
    if not blocks or blocks[0].element is not None:
        return []
    own = [i for i in range(first, last + 1) if kinds[i] in ("body", "subheading")]
    start = len(own)
    while start > 1 and blocks[own[start - 1]].prose and announces(blocks[own[start - 2]]):
        start -= 2
    text = [blocks[i] for i in own[:start] if blocks[i].prose]
    if len(own) - start < FEWEST or len(text) < OWN or any(announces(blocks[i]) for i in own[:start]):
        return []
    told = stems(" ".join(folded(b.text) for b in text)) - _common()
    pairs = [
        stems(folded(f"{blocks[a].text} {blocks[b].text}")) - _common()
        for a, b in zip(own[start::2], own[start + 1 :: 2], strict=True)
    ]
    shared = sum(len(p & told) / max(1, len(p)) for p in pairs)
    return own[start:] if shared <= STRANGE * len(pairs) else []


def listed_inline(blocks: Sequence[Block], first: int, last: int) -> int:
    """Return the last block of the text of a page on one line: it ends before buttons, tags or the heading of a list, articles behind them that
    share few words with it.

    A heading with its colon announces one article amid the text, which goes on behind it.
    """
    for i in range(first + OWN, last + 1):
        b = blocks[i]
        heading = b.starts("related")
        lists = heading > 0 and b.text[heading:].lstrip()[:1] not in (":", "：")
        if "inline" not in b.hints or not (lists or b.starts("tags") or not (heading or b.prose or b.ends)):
            continue
        told = stems(" ".join(folded(x.text) for x in blocks[first:i])) - _common()
        behind = [stems(folded(x.text)) - _common() for x in blocks[i : last + 1] if x.prose]
        if sum(len(p & told) / max(1, len(p)) for p in behind) <= STRANGE * len(behind):
            return i - 1
    return last


def announces(b: Block) -> bool:
    """Return whether a line of plain text is put as a headline: several words, no stop, no mark of a list."""
    if b.prose or b.ends or b.ticker or not ANNOUNCING[0] <= b.words <= ANNOUNCING[1]:
        return False
    return b.text.rstrip('"»”’) ')[-1:].isalnum() and ITEM.match(b.text) is None


@cache
def _common() -> frozenset[str]:
    return stems(fold_key(" ".join(sorted(function_words()))))
