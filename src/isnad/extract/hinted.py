"""The block of a page that says what the page's own metadata call its headline."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.blocks import Block
from isnad.extract.looks import folded
from isnad.extract.sitenames import unnumbered
from isnad.text import fold_key


def lettered(hint: str, line: str) -> bool:
    """Return whether the window's title is a line and the number of an issue: the line is a letter's name."""
    name = unnumbered(hint)
    return name != hint and fold_key(name).strip() == fold_key(line).strip(" .:|")


def only_h1(blocks: Sequence[Block], hints: Sequence[str]) -> int | None:
    """Return the only "h1" of a page, where it says what the metadata say, whatever box of links or menu it stands in."""
    heads = [i for i, b in enumerate(blocks) if b.element == "h1"]
    if len(heads) != 1:
        return None
    said = folded(blocks[heads[0]].text)
    return heads[0] if any(_same_words(said, fold_key(hint)) for hint in hints) else None


def matching(blocks: Sequence[Block], hint: str, first: int) -> int | None:
    """Return the block whose words are those of the hinted title, the last one before the prose."""
    want = fold_key(hint)
    same = [
        i for i, b in enumerate(blocks) if b.words <= 45 and folded(b.text) == want and not b.hints & {"related", "nav"}
    ]
    if not same:
        near = [i for i, b in enumerate(blocks) if 3 <= b.words <= 45 and _same_words(folded(b.text), want)]
        same = [i for i in near if not blocks[i].hints & {"related", "nav"}]
    above = [i for i in same if i <= first or first < 0]
    heads = [i for i in above if blocks[i].element in ("h1", "h2")]
    best = heads or above or same
    return best[-1] if best else None


def _same_words(a: str, b: str) -> bool:
    if a and b and (b.startswith(a) or a.startswith(b)) and min(len(a), len(b)) > 0.55 * max(len(a), len(b)):
        return True
    x, y = set(a.split()), set(b.split())
    return len(x & y) >= 0.8 * max(len(x), len(y))
