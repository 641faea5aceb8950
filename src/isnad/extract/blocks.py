"""A page's text cut into blocks: lines of plain text, or the leaf blocks of a tree, each with what can be seen of it."""

from __future__ import annotations

import statistics

import regex
from msgspec import Struct

from isnad.text import sentences

_GAP = regex.compile(r"[ \t\u00a0]{3,}")
_TICKER_MARK = regex.compile(r"[ \t\u00a0]{3,}(?:[.|•·*+\-–—»›/]+[ \t\u00a0]{2,})?|\s[|•·▪►»›]\s|\s\*{1,3}\s")
_END = regex.compile(r"[.!?؟…۔:;؛]+[\"»”’')\]\s]*$")
_SENTENCE_END = regex.compile(r"[.!?؟…۔。！？]+[\"»”’')\]\s]*$")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?")


class Block(Struct, frozen=True):
    """A stretch of a page's text that stands by itself.

    ``element`` is the HTML element it came from ("p", "h1", "li", "figcaption"), ``hints`` what classes and ancestors
    say of it ("related", "nav", "caption", "body", …), ``links`` the share of its characters inside links, ``away`` how many
    levels of the tree lie between it and the element that holds most of the page's paragraphs.
    """

    start: int
    end: int
    text: str
    element: str | None = None
    hints: frozenset[str] = frozenset()
    links: float = 0.0
    away: int = 0

    @property
    def words(self) -> int:
        """The number of words; scripts without spaces count two characters as one."""
        return len(_WORD.findall(self.text)) + len(_UNSPACED.findall(self.text)) // 2

    @property
    def ends(self) -> bool:
        """True when it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def ticker(self) -> bool:
        """True when it is several headlines in a row, set apart by gaps or marks."""
        return len(_TICKER_MARK.findall(self.text)) >= 2 and (len(_GAP.findall(self.text)) >= 2 or self.words < 60)

    @property
    def prose(self) -> bool:
        """True when it reads like a paragraph: sentences with their full stops, or simply long, and mostly not links."""
        if self.ticker or self.links > 0.5:
            return False
        return (self.ends and self.words >= 11) or (self.words >= 28 and self.element not in ("h1", "h2", "li"))


def plain_blocks(text: str) -> list[Block]:
    """Return the blocks of plain text: lines; wrapped lines joined to paragraphs; one endless line cut at sentences."""
    lines = [(m.start(), m.end()) for m in regex.finditer(r"[^\r\n\u2028\u2029\f]+", text)]
    lines = [s for s in (_trim(text, a, b) for a, b in lines) if s]
    if len(lines) <= 3 and len(text) > 900:
        lines = [s for a, b in lines for s in _cut(text, a, b)]
    elif _wrapped(text, lines):
        lines = _joined(text, lines)
    return [Block(a, b, text[a:b]) for a, b in lines]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\u200e\u200f"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b\u200e\u200f"):
        end -= 1
    return (start, end) if end > start else None


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut an endless line at gaps and at sentence ends."""
    pieces, at = [], start
    for m in regex.finditer(r"[ \t\u00a0]{3,}", text[start:end]):
        pieces.append((at, start + m.start()))
        at = start + m.end()
    pieces.append((at, end))
    out: list[tuple[int, int]] = []
    for a, b in pieces:
        if b - a > 500:
            out.extend((s.start, s.end) for s in sentences(text, a, b))
        elif (found := _trim(text, a, b)) is not None:
            out.append(found)
    return out


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """True when a page is hard-wrapped: many full lines of like length that end in mid-sentence."""
    long = [b - a for a, b in lines if b - a >= 45]
    if len(long) < 8 or len(long) < 0.5 * len(lines):
        return False
    width = statistics.quantiles(long, n=10)[8]
    if width > 130:
        return False
    near = [(a, b) for a, b in lines if 0.75 * width <= b - a <= 1.1 * width]
    open_ended = [1 for a, b in near if not _END.search(text[a:b])]
    return len(near) >= 0.5 * len(lines) and len(open_ended) >= 0.6 * len(near)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of hard-wrapped paragraphs; an empty line, or a short line that ends a sentence, parts them."""
    width = max(b - a for a, b in lines)
    out: list[tuple[int, int]] = []
    for a, b in lines:
        if out:
            before = text[out[-1][1] : a]
            last = text.rfind("\n", out[-1][0], out[-1][1])
            length = out[-1][1] - (last + 1 if last >= 0 else out[-1][0])
            full = length > 0.6 * width
            if (
                before.count("\n") == 1
                and full
                and not (length < 0.85 * width and _END.search(text[: out[-1][1]][-4:]))
            ):
                out[-1] = (out[-1][0], b)
                continue
        out.append((a, b))
    return out
