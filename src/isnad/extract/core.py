"""Where the article stands among the blocks of its page: the run with the most prose in it (maximum subarray, Kadane)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from isnad.extract.blocks import Block
from isnad.extract.bylines import cued_line, is_byline
from isnad.extract.captions import opens_captioned
from isnad.extract.datelines import dated, published_line
from isnad.extract.hints import OUTSIDE
from isnad.extract.lines import addresses, comments_inline, is_clock, notice, opens_comments, staged
from isnad.extract.looks import BIT

OFTEN = 3
"""Times a short line is printed on one page from which it is furniture: advertisement slots, buttons."""
STEP, STEEPEST = 2.0, 24.0
"""What each further line without prose costs more than the one before it, and at most: menus are long, subheadings are not."""
LONE = 0.6
"""What a paragraph counts when no other stands beside it."""
ROW = 4
"""Lines in a row, at most, that announce other articles between two paragraphs."""
ANNOUNCED = -2.0
"""What one line that announces another article costs between two paragraphs."""
NOTICE = 30
"""Words of the longest notice that is whole sentences."""
CAPTION, LONGEST_CAPTION = 1.0, 40
"""What a caption of whole sentences counts, and its most words."""
SHORT, LISTED = 32, 0.2
"""Words of a paragraph that may be a teaser, and what it counts between two others of the kind."""
_PLAIN = re.compile(r"[^\W\d_hHwW](?!\))")
"""How a line starts that is no address, no item of a list and not without letters."""
_TOLD, _HELD = BIT["tags"], BIT["comments"] | BIT["notices"]
_LISTED = re.compile(r"^\s*(?:[-–—•*·▪◦]|\(?\d{1,3}[.):°º-]|[a-z]\))\s*\S|^\d{1,2}[:h]\d\d\b")
_GAP = re.compile(r"[ \t\u00a0]{4}")
_RUNNING = re.compile(r"(?:[^\W\d_].{1,60}?[ \t\u00a0]{4,}\d{1,4}|\d{1,4}[ \t\u00a0]{4,}[^\W\d_].{1,60})")
"""The running head of a printed page: its outlet or heading, a gap, and the page's number."""
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$")


def core(
    blocks: Sequence[Block], teasers: frozenset[int], inside: frozenset[int], often: frozenset[str]
) -> tuple[int, int]:
    """Return the first and last block of the article; (-1, -1) when there is none. O(number of blocks).

    ``inside`` are the blocks of the article's own element in HTML, empty in plain text; ``often`` is the page's :func:`furniture`.
    """
    within = sorted(inside)
    worths = _worths_inside(blocks, teasers, within) if within else _worths(blocks, teasers, often)
    best, best_span = 0.0, (-1, -1)
    total, start = 0.0, 0
    for i, worth in worths:
        if total <= 0:
            total, start = 0.0, i
        total += worth
        if total > best and worth > 0:
            best, best_span = total, (start, i)
    first, last = best_span
    while 0 <= first < last and not (
        _opens(blocks[first]) and first not in teasers and (not inside or first in inside)
    ):
        first += 1
    if first >= 0 and blocks[first].prose:
        return first, last
    # An article of lines only (a calendar, a list of results) in an element that is called the article's.
    return best_span if any("home" in blocks[i].hints for i in within) else (-1, -1)


def _opens(b: Block) -> bool:
    """True when an article may open with this block: running text that is no picture's caption."""
    return b.prose and not (b.words <= LONGEST_CAPTION and opens_captioned(b.text))


def furniture(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the short lines that a page prints again and again ("Advertisement", «إعلان»), and running heads of print."""
    counts = Counter(b.text for b in blocks if b.words <= 14)
    heads = {
        b.text
        for b in blocks[1:]
        if b.words <= 10 and b.element is None and _GAP.search(b.text) and _RUNNING.fullmatch(b.text)
    }
    return frozenset(heads | {text for text, n in counts.items() if n >= OFTEN})


def _worths(blocks: Sequence[Block], teasers: frozenset[int], often: frozenset[str]) -> list[tuple[int, float]]:
    """How much each block of plain text speaks for being inside (above zero) or outside the article."""
    lone, between = _lone(blocks, often, teasers), _between(blocks, teasers) | _under_lead(blocks, teasers)
    out: list[tuple[int, float]] = []
    bare = 0
    for i, b in enumerate(blocks):
        worth = _worth(b, i in teasers)
        if i in between:
            worth = ANNOUNCED
        if worth > 0 and b.prose:
            worth *= lone.get(i, 1.0)
            bare = 0
        elif b.text in often:
            worth = -2.0
        elif i in between:
            pass  # however many, the text goes on behind them
        elif worth < 0 and not _listed(b.text):
            worth -= min(STEEPEST, STEP * bare)
            bare += 1
        if b.far:
            worth -= 10.0
        out.append((i, worth))
    return out


def _between(blocks: Sequence[Block], teasers: frozenset[int]) -> frozenset[int]:
    """The lines that announce other articles, some in a row, between two paragraphs: the text goes on behind them."""
    found: set[int] = set()
    for i in sorted(teasers):
        start = (
            i - 1 if i > 1 and not blocks[i - 1].prose and notice(blocks[i - 1]) else i
        )  # "Skip … and continue reading"
        if i - 1 in teasers or not start or not blocks[start - 1].prose:
            continue
        end = i
        while end in teasers and not blocks[end].prose and end - i < ROW:
            end += 1
        if end < len(blocks) and end not in teasers and blocks[end].prose:
            found.update(range(start, end))
    return frozenset(found)


def _under_lead(blocks: Sequence[Block], teasers: frozenset[int]) -> frozenset[int]:
    """The credit, the buttons and the advertisement between a standfirst right under the page's date and the text that goes on."""
    first = next((i for i, b in enumerate(blocks) if b.prose and i not in teasers), -1)
    if first < 1 or not any(dated(b.text) for b in blocks[max(0, first - ROW) : first]):
        return frozenset()
    after = first + 1
    while after < len(blocks) and after not in teasers and not blocks[after].prose and after <= first + ROW:
        after += 1
    if not all(notice(b) or is_byline(b.text) or cued_line(b.text) for b in blocks[first + 1 : after]):
        return frozenset()
    goes_on = after + 1 < len(blocks) and blocks[after].prose and blocks[after + 1].prose
    return frozenset(range(first + 1, after)) if goes_on and not teasers & {after, after + 1} else frozenset()


def _lone(blocks: Sequence[Block], often: frozenset[str], teasers: frozenset[int]) -> dict[int, float]:
    """The share that paragraphs without a neighbour count; next to nothing where headline and short paragraph alternate."""
    prose = [i for i, b in enumerate(blocks) if b.prose]
    seen = [
        b.prose
        or b.text in often
        or i in teasers
        or "promo" in b.hints
        or staged(b.text)
        or (b.words <= 4 and is_clock(b.text))
        for i, b in enumerate(blocks)
    ]
    alone = {}
    for n, i in enumerate(prose):
        before = prose[n - 1] if n else -9
        after = prose[n + 1] if n + 1 < len(prose) else len(blocks) + 9
        if not any(
            all(seen[a + 1 : b]) for a, b in ((before, i), (i, after)) if b - a < 9 and a >= 0 and b < len(blocks)
        ):
            alone[i] = LONE
    for n, i in enumerate(prose):
        around = prose[max(0, n - 1) : n + 2]
        if (
            i in alone
            and blocks[i].words < SHORT
            and len(around) == 3
            and all(j in alone and blocks[j].words < SHORT for j in around)
        ):
            alone[i] = LISTED
    return alone


def _worth(b: Block, teaser: bool) -> float:
    if teaser:
        return -min(25.0, 3.0 + b.words / 2)
    if "promo" in b.hints or staged(b.text):
        return 0.0  # the text goes on behind it
    if b.ticker:
        return -40.0
    if b.prose:
        if addresses(b) or (b.words <= NOTICE and notice(b)) or comments_inline(b):
            return -min(40.0, float(b.words))
        return CAPTION if b.words <= LONGEST_CAPTION and opens_captioned(b.text) else min(120.0, float(b.words))
    if not (b.year or b.ends or b.opens & _TOLD or b.holds & _HELD) and _PLAIN.match(b.text):
        return -4.0  # most lines of a menu: there is nothing to ask
    if b.holds & BIT["comments"] and (opens_comments(b.text) or comments_inline(b)):
        return -90.0
    if b.words <= 4 and is_clock(b.text):
        return 0.0  # the hours of a live report stand between its paragraphs
    if b.starts("tags") or notice(b) or (b.text[:1] in "hHwW" and _ADDRESS.match(b.text)):
        return -12.0
    if b.year and published_line(b.text):
        return -10.0
    if b.ends and 4 <= b.words <= 14:
        return 0.7 * b.words
    return -1.0 if _listed(b.text) else -4.0


def _listed(line: str) -> bool:
    """True for an item of a list or a line with its hour; most lines open with a letter, and are none."""
    return (not line[0].isalpha() or line[1:2] == ")") and _LISTED.match(line) is not None


def _worths_inside(blocks: Sequence[Block], teasers: frozenset[int], within: list[int]) -> list[tuple[int, float]]:
    return [(i, _worth_inside(blocks[i], i in teasers)) for i in within]


def _worth_inside(b: Block, teaser: bool) -> float:
    """How much a block of the article's own element speaks for being between the article's ends."""
    if b.hints & OUTSIDE or teaser:
        return 0.0
    if b.prose:
        return -8.0 if addresses(b) or (b.words <= NOTICE and notice(b)) else min(120.0, float(b.words))
    if b.links > 0.5:
        return -2.0
    if b.element in ("td", "th"):
        return 0.5
    if "tags" in b.hints or b.starts("tags") or notice(b) or (b.year and published_line(b.text)):
        return -12.0
    if b.element in ("p", "li", "td", "blockquote", "dd") or (b.ends and b.words >= 4):
        return min(6.0, 0.7 * b.words)
    return -0.5
