"""A page without line ends, parted: by gaps, by marks that stand alone, else where its parts must have met; and the advertisements amid its text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import regex
from msgspec import Struct

from isnad.extract.oneframe import Frame, frame
from isnad.extract.onehead import advertised
from isnad.extract.oneline import LEAST, unrolled
from isnad.extract.onetail import Span, announced, interrupted, promotes
from isnad.text import fold_key, sentences

MOST_LINES = 3
"""Lines of a page that is read as one without line ends."""
LONGEST_PARAGRAPH = 900
"""Characters of a stretch without a line end from which it is cut at its sentences."""
PARTED = 5
"""Narrow gaps, or marks that stand alone, from which they part an endless line."""
_GAP = re.compile(r"[ \t\u00a0]{3,}")
_TABS = re.compile(r"[ \u00a0]*\t+[ \u00a0]*")
"""Tabs, which copied tables and menus set between their cells."""
_NARROW_GAP = re.compile(r"[ \t\u00a0]{2,}")
_TYPED = regex.compile(r"(?<=\p{Ll}{3})[.!?][\"»”’)]* (?=[\p{Lu}«“\"])")
"""One blank behind a sentence: who sets two behind a paragraph alone sets one there."""
_TYPED_GAP = re.compile(r"[.!?؟…][\"»”’)\]]*[ \t\u00a0]{2,}")
"""Two blanks behind a sentence, as typists set them."""
_LONE = re.compile(
    r"[ \t\u00a0]+(?:[.•·¦*~»›≡‣⁃∙‖\u2190-\u21ff\u2500-\u25ff\u2605-\u2606\u2726-\u27bf\u2b00-\u2bff]|\|{1,3}|:{2,4}|/{2,4}|@{1,3}|\#{1,3}|[*~_+=^<>-]{2,6})[ \t\u00a0]+"
)
DASH = re.compile(r"\s+[—–-]\s+")
"""A dash between blanks, which some scrapers set between the parts of a page."""
SLASH = re.compile(r"\s+/\s+")
"""A stroke between blanks, which some scrapers set so."""
_STROKED = re.compile(r"(?:[^\s/][^/\n]{0,110}?\s+/\s+){6,}")
"""Short pieces in a row that strokes part, at the beginning of a page."""
EDGE = "\ufeff\u200b\u200e\u200f"
"""Marks of direction and of order, which stand at the edges of lines."""


class Flat(Struct, frozen=True):
    """The stretches of a page of a few endless lines: where those begin that are advertisements amid its text, where its own begin, its headline.

    What stands before ``head`` is no text, nor what stands from ``tail`` on; ``title`` is ``None`` when the headline is to be looked for
    among the stretches.
    """

    spans: list[Span]
    promoted: frozenset[int]
    head: int
    tail: int
    title: int | None


def flat(text: str, lines: Sequence[Span], gap: re.Pattern[str] | None) -> Flat:
    """Return the stretches of a page of a few endless lines that ``gap`` parts."""
    heads: set[int] = set()
    whole = max(lines, key=lambda line: line[1] - line[0], default=(0, 0))
    long = whole[1] - whole[0] >= max(LEAST, MOST * len(text))
    framed = frame(text, *whole, gap) if long else None
    title = framed.title if framed is not None else None
    spans: list[Span] = []
    for a, b in lines:
        own = framed if (a, b) == whole else None
        if gap is None:
            spans += [s for c, d in unrolled(text, a, b, own, heads) for s in _sentences(text, c, d)]
        elif own is not None:
            spans += _framed(text, (a, b), own, gap)
            heads.add(own.body if title is None else title)
        else:
            spans += _parted(text, a, b, gap)
    rows = zip(spans, spans[1:], [*spans[2:], (0, 0)], strict=False)
    promoted = frozenset(b[0] for a, b, c in rows if promotes(text, a, b, c))
    head = min(heads, default=0) if long else 0
    tail = _behind(_pieces(text, *whole, gap)) if gap is not None and len(lines) == 1 else None
    return Flat(spans, promoted, head, len(text) if tail is None else tail, title if head else None)


def _behind(pieces: Sequence[Span]) -> int | None:
    """Where the short pieces begin that marks part behind a text which no mark parts itself; ``None`` when nothing tells."""
    long = [n for n, (a, b) in enumerate(pieces) if b - a >= LEAST]
    if len(long) != 1 or long[0] + 1 == len(pieces) or pieces[long[0]][1] - pieces[long[0]][0] < LONGEST_PARAGRAPH:
        return None
    return pieces[long[0] + 1][0]


MOST = 0.8
"""The share of a page that a line of it has from which it is read as the whole of it."""


def _parted(text: str, start: int, end: int, gap: re.Pattern[str]) -> list[Span]:
    """The stretches of a line that marks or gaps part, of which no frame is seen."""
    pieces = _pieces(text, start, end, gap) if gap is not DASH else _dashed(text, start, end)
    inner = (
        s
        for a, b in pieces
        for s in (interrupted(text, a, b) if b - a >= LEAST else announced(text, a, b) if gap is not DASH else [(a, b)])
    )
    return [s for a, b in inner for s in _sentences(text, a, b)]


def _framed(text: str, line: Span, framed: Frame, gap: re.Pattern[str]) -> list[Span]:
    """The stretches of a page that marks or gaps part: those of its head, its headline whole, and those of its text."""
    edges = [line[0], *sorted(c for c in framed.cuts if line[0] < c <= framed.body)]
    head: list[Span] = []
    for a, b in itertools.pairwise(edges):
        pieces = _pieces(text, a, b, gap) if a != framed.title else [(a, b)]
        head += [s for p in pieces if (s := _unmarked(text, p)) is not None]
    return [*head, *_parted(text, framed.body, line[1], gap)]


def trim(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without the blanks at its ends; ``None`` when nothing is left."""
    while start < end and (text[start].isspace() or text[start] in EDGE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in EDGE):
        end -= 1
    return (start, end) if end > start else None


def parted_by(text: str) -> re.Pattern[str] | None:
    """Return what parts the pieces of an endless line: wide gaps, narrow ones, marks between blanks; ``None`` when nothing does."""
    if text.count("\t") >= PARTED and len(_TABS.findall(text)) >= PARTED:
        return _TABS
    wide, narrow = len(_GAP.findall(text)), len(_NARROW_GAP.findall(text))
    typed = len(_TYPED_GAP.findall(text))
    parts = narrow >= PARTED and (typed <= narrow / 3 or len(_TYPED.findall(text)) > typed)
    if wide >= 3 and not (parts and narrow - wide >= 3):
        return _GAP
    if parts:
        return _NARROW_GAP
    if len(_LONE.findall(text)) >= PARTED and sum(not _closes(text, m) for m in _LONE.finditer(text)) >= PARTED:
        return _LONE
    if _STROKED.match(text) is not None:
        return SLASH
    head = _HEAD.match(text)
    return DASH if head is not None and len(DASH.findall(text, 0, head.end())) >= PARTED else None


_SHORT_MONTH = re.compile(r"\b\d{1,2}(?: de)? [^\W\d]{3,5}\.$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_STOP = re.compile(r"[.!?؟][\"»”’)\]]*\s")
_HEAD = re.compile(r"(?:[^\s—–-][^—–\n]{0,110}?\s+[—–-]\s+){5,}")
"""Short pieces in a row that dashes part, at the beginning of a page."""


def _dashed(text: str, start: int, end: int) -> list[Span]:
    """The pieces of the head that dashes part, and behind them the text, in which dashes are its own; the last ones again short."""
    found: list[Span] = []
    at = start
    for m in DASH.finditer(text, start, end):
        if m.start() - at >= LEAST or _STOP.search(text, at, m.start()):
            break
        found.append((at, m.start()))
        at = m.end()
    while found and text[at : at + 1].islower():
        at = found.pop()[0]  # a dash amid the first sentence
    *body, last = _paragraphs(text, at, end)
    return [s for a, b in [*found, *body, *_tail(text, *last)] if (s := trim(text, a, b)) is not None]


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    """The paragraphs of a text, where dashes part them too; an advertisement between two of them, under its word, is one."""
    marks = [m for m in DASH.finditer(text, start, end) if _PARAGRAPH.match(text, m.end())]
    ended = [m for m in marks if _STOP.search(text, max(start, m.start() - 3), m.start() + 1)]
    if len(ended) < PARAGRAPHS:
        return [(start, end)]
    found = []
    for m in marks:
        first = _WORD.match(text, start)
        if m in ended or (first is not None and fold_key(first.group()) in advertised()):
            found.append((start, m.start()))
            start = m.end()
    return [*found, (start, end)]


PARAGRAPHS = 3
"""Dashes behind sentences from which they part the paragraphs of a text."""
_PARAGRAPH = regex.compile(r"[\p{Lu}\p{Lo}\d«»“\"¿¡]")
_WORD = re.compile(r"\w+")


def _tail(text: str, start: int, end: int) -> list[Span]:
    """A text and the short pieces that dashes part behind its last sentence: "… lundi. - Vos commentaires : … - Mentions légales"."""
    marks = [m for m in DASH.finditer(text, start, end) if _STOP.search(text, max(start, m.start() - 3), m.start() + 1)]
    for m in marks:
        pieces = DASH.split(text[m.end() : end])
        if len(pieces) > 1 and all(len(p.split()) <= TAIL for p in pieces):
            cuts = [m.end(), *(d.end() for d in DASH.finditer(text, m.end(), end))]
            return [(start, m.start()), *itertools.pairwise([*cuts, end])]
    return [(start, end)]


TAIL = 14
"""Words of the longest piece behind a text that dashes part."""


def _pieces(text: str, start: int, end: int, gap: re.Pattern[str]) -> list[Span]:
    found, at = [], start
    for m in gap.finditer(text, start, end):
        if gap is _LONE and _closes(text, m):
            continue
        found.append((at, m.start()))
        at = m.end()
    return [s for a, b in [*found, (at, end)] if (s := trim(text, a, b)) is not None]


_LONGEST_QUOTED = 600
"""Characters of the longest words between quotation marks on an endless line."""


def _closes(text: str, lone: re.Match[str]) -> bool:
    """True of a lone mark that closes a quotation, as the French press types it: "« Nous partons » et …"."""
    if "»" not in lone.group():
        return False
    floor = max(0, lone.start() - _LONGEST_QUOTED)
    return text.rfind("«", floor, lone.start()) > text.rfind("»", floor, lone.start())


def _unmarked(text: str, span: Span) -> Span | None:
    """A stretch without the marks at its ends that part it from others; ``None`` when nothing else is in it."""
    a, b = span
    while a < b and (text[a].isspace() or text[a] in _EDGES):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in _EDGES):
        b -= 1
    return (a, b) if any(c.isalnum() for c in text[a:b]) else None


_EDGES = "|•·*~▪■♦◆●○►▶▸▹➤→›≡@#_-–—"


SHORTEST_SENTENCE = 20
"""Characters from which a sentence of an endless line stands by itself."""


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """A stretch, cut at the ends of its sentences where it is long."""
    if end - start > LONGEST_PARAGRAPH:
        found: list[Span] = []
        for s in sentences(text, start, end):
            # "14 jun. 2025" is one day: no sentence ends between a month cut short and its year.
            if found and _SHORT_MONTH.search(text, found[-1][0], found[-1][1]) and _YEAR.match(text, s.start):
                found[-1] = (found[-1][0], s.end)
            elif (
                found
                and s.end - s.start < SHORTEST_SENTENCE
                and text[s.start].isalpha()
                and "/" not in text[s.start : s.end]
            ):
                found[-1] = (found[-1][0], s.end)  # "Eran once."
            else:
                found.append((s.start, s.end))
        return found
    return [(start, end)]
