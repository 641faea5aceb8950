"""A page's text cut into blocks: lines of plain text, or the leaf blocks of a tree, each with what can be seen of it."""

from __future__ import annotations

import itertools
import re
import statistics
from functools import lru_cache

from msgspec import Struct, structs

from isnad.extract.filled import SLACK, filled, no_room
from isnad.extract.flat import EDGE, MOST_LINES, flat, parted_by
from isnad.extract.hints import NONE
from isnad.extract.items import items, number
from isnad.extract.looks import BIT, look, look_at
from isnad.extract.persons import agency
from isnad.extract.phrases import starts_with
from isnad.extract.tickers import in_a_row
from isnad.text import fold_key

_GAP = re.compile(r"[ \t\u00a0]{3,}")
_TICKER_MARKS = "•·▪►»›◂◄¦■◆●◊✦✧❖◈✱✶★☆⚡⚽▸▹➤➔‣§¶∙"
_TICKER_MARK = re.compile(
    r"[ \t\u00a0]{3,}(?:[.|•·*+\-–—»›/]+[ \t\u00a0]{2,})?|\s(?:[|•·▪►»›◂◄¦■◆●◊✦✧❖◈✱✶★☆⚡⚽▸▹➤➔‣§¶∙]|\|\||::|>>|<<|/{3}|\*{1,3}|\+{2,3})\s"
)
_END = re.compile(r"[.!?؟…۔:;؛]+[\"»”’')\]\s]*$")
_YEAR = re.compile(r"\d\d\d\d|\d[/.·]\d{1,2}[/.·]\d\d")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_SIGNED_END = re.compile(r"[^\W\d_]{3,}[\"»”’')]*[.!?؟…][\"»”’')]*\s+([\w.'’ /-]{2,24})$")
"""A paragraph that ends in its sentence and in who signed it: "… en octubre. Meridia"."""
_STOP = re.compile("[.!?؟…]")
_CLOSERS = "\"»”’')] \u00a0\u200f\u200e"
_STOPS = ".!?؟…۔。！？"


class Block(Struct, frozen=True, gc=False):
    """A stretch of a page's text that stands by itself.

    ``element`` is the HTML element it came from ("p", "h1", "li", "figcaption"), ``hints`` what classes and ancestors
    say of it ("related", "nav", "caption", "body", …), ``links`` the share of its characters inside links, ``node`` its
    place in the page's :class:`Tree`. ``words`` counts its words, two characters as one in scripts without spaces;
    ``ends`` is true when it ends as a sentence does; ``ticker`` when it is several headlines in a row, set apart by gaps or marks;
    ``prose`` when it reads like a paragraph: sentences with their full stops, or simply long, and mostly not links. ``opens`` and ``holds`` are the masks of a :class:`~isnad.extract.phrases.Look`; ``year`` is true when a
    date with its year may stand in it; ``far`` when empty lines of plain text set it apart from the block before.
    """

    start: int
    end: int
    text: str
    element: str | None
    hints: frozenset[str]
    links: float
    node: int
    words: int
    ends: bool
    ticker: bool
    prose: bool
    opens: int
    holds: int
    year: bool
    far: bool = False

    def starts(self, role: str) -> int:
        """Return the length of the phrase of a role that the block starts with; 0 when none."""
        return starts_with(self.text, role) if self.opens & BIT[role] else 0


def block(
    start: int,
    text: str,
    element: str | None = None,
    hints: frozenset[str] = NONE,
    links: float = 0.0,
    node: int = -1,
) -> Block:
    """Return the block of these characters with all that is seen of it at a glance."""
    if len(text) <= LONGEST_REMEMBERED:
        words, ends, ticker, opens, holds, year = _remembered(text)
    else:
        words, ends, ticker, opens, holds, year = _glance(text)
    prose = (
        not ticker and links <= 0.5 and ((ends and words >= 11) or (words >= 28 and element not in ("h1", "h2", "li")))
    )
    return Block(
        start, start + len(text), text, element, hints, links, node, words, ends, ticker, prose, opens, holds, year
    )


LONGEST_REMEMBERED = 100
"""Characters of the longest line whose looks are remembered: menus and notices come again on every page of a site."""


def _glance(text: str) -> tuple[int, bool, bool, int, int, bool]:
    """What is seen of a line wherever it stands: words, end, ticker, the roles of phrases in it, whether it may have a date."""
    seen = look(text)
    words = seen.words
    plain = text.isascii()
    if not plain and _UNSPACED.search(text):
        words += len(_UNSPACED.findall(text)) // 2
    ends = text.rstrip(_CLOSERS)[-1:] in _STOPS or (words >= 9 and (_signed_end(text, words) or _closed(text)))
    ticker = False
    if _may_be_ticker(text, plain):
        ticker = text.count(" / ") >= 2 and all(len(p.split()) >= 3 for p in text.split(" / "))
        ticker = ticker or (len(_TICKER_MARK.findall(text)) >= 2 and (words < 60 or len(_GAP.findall(text)) >= 2))
    ticker = ticker or (words >= LONG and in_a_row(text, words))
    return words, ends, ticker, seen.opens, seen.holds, seen.mixed and _YEAR.search(text) is not None


LONG = 24
"""Words of a line that no sentence may be as long as without being looked at for headlines in a row."""
_CLOSED = re.compile(r"[^\W\d_]{2,}[\"»”’)]*[.!?؟…][\"»”’)]*\s*\((?P<mark>[^()\d]{2,16})\)$")
"""A paragraph that ends in its sentence and in a mark of its agency: "… en octubre. (Fin)", «… الإعلان. (النهاية)»."""


def _closed(text: str) -> bool:
    """True for a paragraph that an agency closes: with a word for the end, or with its own name."""
    found = _CLOSED.search(text, max(0, len(text) - 40)) if text.endswith(")") else None
    return found is not None and (fold_key(found["mark"]) in _FIN or agency(found["mark"]))


_FIN = frozenset("fin end ends النهايه انتهي fine suite a suivre more mas sigue يتبع".split())


def _signed_end(text: str, words: int) -> bool:
    """True for a paragraph that ends in its sentence and in a name; a short one only in an agency's."""
    start = len(text) - 40
    found = _SIGNED_END.search(text, start) if _STOP.search(text, max(0, start)) else None
    return found is not None and (words > 14 or agency(found[1]))


_remembered = lru_cache(maxsize=16384)(_glance)


def _may_be_ticker(text: str, plain: bool) -> bool:
    """A cheap look before the patterns: marks or wide gaps between headlines."""
    if (
        "|" in text
        or "*" in text
        or "   " in text
        or "\t" in text
        or " / " in text
        or "++" in text
        or "::" in text
        or ">>" in text
    ):
        return True
    return not plain and ("\u00a0\u00a0" in text or any(mark in text for mark in _TICKER_MARKS))


class Tree(Struct, frozen=True):
    """The elements of a page in document order: parent (-1 at the root), tag, what its names say, what it is called."""

    parents: list[int]
    tags: list[str]
    said: list[frozenset[str]]
    names: list[str]

    def ancestors(self, node: int) -> list[int]:
        """Return the node and all above it, from the inside out."""
        found = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found


FAR_BELOW = 4
"""Line ends between two blocks of plain text that set them apart."""
MOST_BLOCKS = 60_000
"""Blocks of plain text told apart; what follows is one block more."""
INLINE = frozenset({"inline"})
"""What is said of the pieces of a page on one line that nothing parts: which of them belong together is not seen."""
HEADLINE = frozenset({"headline"})
"""What is said of the stretch of a page without line ends that its frame shows to be its headline."""
PROMOTED = frozenset({"promo"})
"""What is said of an advertisement amid the text of a page without line ends."""


def plain_blocks(text: str) -> list[Block]:
    """Return the blocks of plain text: lines; wrapped lines joined to paragraphs; one endless line cut at sentences."""
    lines = [m.span() for m in _LINE.finditer(text)]
    if lines and (said := CHAT.match(text, *lines[0])) is not None and said.end() < lines[0][1]:
        start, end = said.end(), lines[0][1]
        bold = text[start] == "*" and text[end - 1] == "*" and text.count("*", start, end) == 2  # *the headline*
        lines[:1] = [said.span(), (start + bold, end - bold)]
    promoted: frozenset[int] = frozenset()
    seen = NONE
    head, tail, title = 0, len(text), None
    if len(lines) <= MOST_LINES:
        gap = parted_by(text)
        seen = INLINE if gap is None and len(lines) == 1 else NONE
        seen_flat = flat(text, lines, gap)
        lines, promoted, title = seen_flat.spans, seen_flat.promoted, seen_flat.title
        head, tail = seen_flat.head, seen_flat.tail
    elif len(_BROKEN.findall(text)) >= BROKEN:
        lines = _joined(text, lines, printed=True)
    elif (width := filled(text, lines)) or _wrapped(text, lines):
        lines = _joined(text, lines, width)
    if title is None and (found_items := items(text, lines)) is not None:
        first, second = found_items
        title = number(text, lines[first])
        lines[first] = (title, lines[first][1])
        tail = lines[second][0]
    texts = [text[a:b] for a, b in lines[:MOST_BLOCKS]]
    look_at(texts)
    spans = zip(lines, texts, strict=False)
    found = [block(a, line, hints=PROMOTED if a in promoted else seen) for (a, _), line in spans]
    for i, b in enumerate(found):
        if head <= b.start < tail:
            continue
        found[i] = structs.replace(b, prose=False, ends=False, ticker=b.ticker or (i > 0 and b.words > LONGEST_ABOVE))
    for i, b in enumerate(found if title is not None else ()):
        if b.start == title:
            found[i] = structs.replace(b, prose=False, ticker=False, hints=b.hints | HEADLINE)
            break
    for i, (before, b) in enumerate(itertools.pairwise(found), 1):
        if b.start - before.end >= FAR_BELOW:
            found[i] = structs.replace(b, far=True)
    if len(lines) > MOST_BLOCKS:  # the rest is one block, whatever it holds, and no running text
        rest = block(lines[MOST_BLOCKS][0], text[lines[MOST_BLOCKS][0] : lines[-1][1]])
        found.append(structs.replace(rest, prose=False, ticker=True))
    return found


_LINE = re.compile(rf"[^\s{EDGE}](?:[^\r\n\u2028\u2029\f]*[^\s{EDGE}])?")
"""A line without the white space and the marks of direction around it."""
CHAT = re.compile(
    r"\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[APap]\.?[Mm]\.?)?(?:\]|\s-)\s+(?P<name>[^:\n\d]{3,50}?):\s*"
)
"""What programs for chats write before a message: "[12/03/2024, 18:40] Kiffa Info: …", "12/03/2024, 18:40 - Kiffa Info: …"."""
LONGEST_ABOVE = 12
"""Words of the longest piece above the headline of a page on one line that may be something else than a list."""
_BROKEN = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010][ \t]*\n[ \t]*(?=[a-zà-öø-ÿœ])")
"""A word broken over two lines, as print does."""
BROKEN = 3
"""Broken words from which a page is text out of print."""
NARROW = 30
"""Characters of the shortest full line of a newspaper's column."""
_INSIDE = re.compile(r"[.!?؟…،؛,;:»”](?:\s|$)")
"""A mark that ends or parts a sentence."""


def _column(text: str, lines: list[tuple[int, int]]) -> bool:
    """True when a page is a narrow column: nearly all lines as long as the others, few ends of sentences at theirs, many inside."""
    long = [(a, b) for a, b in lines if b - a >= NARROW]
    if len(long) < 8 or len(long) < 0.6 * len(lines):
        return False
    width = statistics.median(b - a for a, b in long)
    near = [(a, b) for a, b in long if 0.8 * width <= b - a <= 1.2 * width]
    open_ended = [1 for a, b in near if not _END.search(text[a:b])]
    marked = [1 for a, b in near if _INSIDE.search(text[a : b - 1])]
    goes_on = [1 for a, _ in near if text[a].islower()]  # as no headline of a list does
    return (
        width < 60
        and len(near) >= 0.75 * len(long)
        and len(open_ended) >= 0.7 * len(near)
        and (len(marked) >= 0.3 * len(near) or len(goes_on) >= 0.4 * len(near))
    )


_SIDES = re.compile(r"^\S.{14,60}?[ \t]{3,}(?=\S.{14,70}$)", re.MULTILINE)
"""A line of two columns: some words, a gap, some words."""
SIDES = 6
"""Lines of two columns from which a page is printed so."""


def columns(text: str) -> bool:
    """Return whether a page's lines hold two columns side by side, which can be read in no order: their gaps stand below each other."""
    ends = [m.end() - m.start() for m in _SIDES.finditer(text[:20000])]
    if len(ends) < SIDES:
        return False
    middle = statistics.median(ends)
    return sum(abs(e - middle) <= middle / 4 for e in ends) >= 0.7 * len(ends)


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """True when a page is hard-wrapped: many full lines of like length that end in mid-sentence."""
    long = [b - a for a, b in lines if b - a >= 45]
    if len(long) < 8 or len(long) < 0.5 * len(lines):
        return _column(text, lines)
    width = statistics.quantiles(long, n=10)[8]
    if width > 130:
        return False
    near = [(a, b) for a, b in lines if 0.75 * width <= b - a <= 1.1 * width]
    open_ended = [1 for a, b in near if not _END.search(text[a:b])]
    return (len(near) >= 0.5 * len(lines) and len(open_ended) >= 0.6 * len(near)) or _column(text, lines)


_RUNNING_END = re.compile(r"[ \t\u00a0]{4,}[^\d\n]{0,8}\d{1,4}$", re.MULTILINE)
"""The gap and the page's number at the end of a running head."""


INDENTED = 0.5
"""The share of the lines, at most, whose first words are set in where that begins a paragraph."""


def _indented(text: str, lines: list[tuple[int, int]]) -> frozenset[int]:
    """Where the lines begin that are set in deeper than most are: paragraphs, as agencies type them."""
    deep = [a - text.rfind("\n", 0, a) - 1 for a, _ in lines]
    usual = statistics.mode(deep)
    found = frozenset(a for (a, _), d in zip(lines, deep, strict=True) if usual + 2 <= d <= usual + 8)
    return found if 1 < len(found) <= INDENTED * len(lines) else frozenset()


_OVER = re.compile(r"\S[ \t\u00a0]{4,}\S")
"""The gap between a paper's name, its motto and its day over a printed page."""


def _joined(text: str, lines: list[tuple[int, int]], filled: int = 0, printed: bool = False) -> list[tuple[int, int]]:
    """Join the lines of hard-wrapped paragraphs; an empty line, or a short line that ends a sentence, parts them.

    Where lines are ``filled`` to a width, one goes on in the next when that one's first word had no room in it; those of
    print, whose letters are not all of one width, where they are more than half full.
    """
    width = max(b - a for a, b in lines)
    if printed or (not filled and _column(text, lines)):
        full_lines = [b - a for a, b in lines if b - a >= NARROW]
        width = int(statistics.median(full_lines or [width]))  # running heads and captions are longer
    elif (usual := statistics.quantiles([b - a for a, b in lines], n=10)[8]) < 60:
        width = int(usual)  # a head with its gap is longer than the column's lines
    begins = _indented(text, lines)
    out: list[tuple[int, int]] = []
    for a, b in lines:
        if out and a not in begins:
            before = text[out[-1][1] : a]
            last = text.rfind("\n", out[-1][0], out[-1][1])
            length = out[-1][1] - (last + 1 if last >= 0 else out[-1][0])
            full = length > 0.6 * width
            ended = length < 0.85 * width and _END.search(text[max(0, out[-1][1] - 4) : out[-1][1]])
            head = _RUNNING_END.search(text, out[-1][0], out[-1][1]) or _RUNNING_END.search(text, a, b)
            head = head or (_OVER.search(text, *out[0]) if len(out) == 1 else None)
            if filled:
                full, ended = (no_room(text, length, (a, b), filled) and length <= filled + SLACK), None
            if printed and text[a].islower() and not _END.search(text[max(0, out[-1][1] - 4) : out[-1][1]]):
                full = True  # a headline over two lines
            if before.count("\n") == 1 and full and not ended and head is None:
                out[-1] = (out[-1][0], b)
                continue
        out.append((a, b))
    return out
