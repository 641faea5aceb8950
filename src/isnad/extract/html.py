"""HTML to visible text and blocks in one walk, with what elements say of each block and what the head says of the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any

from lxml import etree
from msgspec import Struct, field

from isnad.errors import NoArticle
from isnad.extract.blocks import MOST_BLOCKS, Block, Tree, block
from isnad.extract.head import Head, Seen, clean, head, paragraphs
from isnad.extract.hints import NONE, OUTSIDE, hidden, said
from isnad.extract.looks import look_at
from isnad.extract.markup import lean

_DROPPED = frozenset(
    "script style noscript template svg iframe object canvas select button input textarea audio video math".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul html".split()
)
_OF_TAG = {
    tag: said(tag, "", None)
    for tag in ("nav", "footer", "form", "aside", "figcaption", "article", "main", "time", "dialog")
}
_INLINE, _BREAKS, _DROPS, _HEADS, _LINE_END = range(5)
_SORTS = {
    **dict.fromkeys(_BLOCKS, _BREAKS),
    **dict.fromkeys(_DROPPED, _DROPS),
    **dict.fromkeys(("meta", "link", "title", "base", "head"), _HEADS),
    "br": _LINE_END,
}
"""What to do at a tag, looked up once: most of a page's time goes into its tags."""
_PICTURES = frozenset({"img", "amp-img", "picture", "image"})
"""Elements that show a picture."""
_RAISED = frozenset({"sup", "sub"})
"""What stands close to the word before it: "m²", "1er"."""
LEAVES = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 figcaption td th dd dt".split())
"""Elements that are paragraphs themselves; the home of what is in them is their parent."""
DEEPEST = 220
"""Levels of nesting followed; anything deeper is hostile or broken and is read as the text of its ancestor."""
MOST_ELEMENTS = 150_000
"""Elements told apart; the text of later ones counts as their parent's."""
MOSTLY = 0.4
"""Share of a page's running text from which an element is no sidebar, and not hidden, whatever it says of itself."""
SMALL = frozenset({"byline", "date", "tags", "caption", "bio", "lead"})
"""What is said of small things; an element of much text that is called so ("post author-lima") is none."""
LARGE = 1200
"""Characters of running text of an element that is none of the small things."""
LONGEST_NAME = 45
"""Characters of the longest name of a site before its menu."""
LEAST_RUN = 60
"""Characters of a stretch of text that counts as running text."""
_YEAR, _HOUR = re.compile(r"\D(?:19|20)\d\d"), re.compile(r"\d{1,2}[:h]")
LEAST_PROSE = 40
"""Words of running text below which a page's linked data are asked for the article."""


def _apart(end: str, start: str) -> bool:
    """True for two elements that style sheets set apart and the markup does not: "Iker Zuazo", "Corresponsal", "3 de mayo"."""
    last, first = end[-1:], start[:1]
    if last.isdigit():
        clock = _YEAR.fullmatch(end) is not None and _HOUR.match(start) is not None  # "2/7/2023", "05:05"
        return clock or (first.isalpha() and not first.islower())
    if not last.isalpha():
        return False
    if first.isdigit() or (last.islower() and first.isupper()):
        return True
    if end[-2:].isupper():
        return len(end) > 1 and start[:1].isupper() and start[1:2].islower()  # "LA GRADA", "Fútbol"
    return _ARABIC[0] <= last <= _ARABIC[1] and _ARABIC[0] <= first <= _ARABIC[1]  # «كورة الثغر», «جريدة»


_ARABIC = ("\u0621", "\u064a")
"""The first and last of the Arabic letters, which have no capitals."""


class Rendered(Struct):
    """The visible text of a page, its blocks, its elements (none in plain text), and its head."""

    text: str
    blocks: list[Block]
    head: Head = field(default_factory=Head)
    tree: Tree | None = None


class _Raw(Struct):
    """A block as it was come by, before it is known what is shown of the page."""

    text: str
    node: int
    element: str
    links: float


def render(source: str) -> Rendered:
    """Return the visible text of an HTML page, one block a line, with what tags and classes say of each block.

    Raises :class:`~isnad.errors.NoArticle` when there is nothing to read.
    """
    markup, linked = lean(source)
    walk = _Walk()
    parser = etree.HTMLParser(target=walk, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        etree.fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as fault:
        if not walk.raw:
            raise NoArticle("the page's HTML holds nothing that can be read") from fault
    page_head = head(walk.seen, linked)
    return _written(walk, page_head)


def _written(walk: _Walk, page_head: Head) -> Rendered:
    """Write what is shown, block by block, with offsets and what is said of each."""
    said_of, shown = _effective(walk)
    out: list[str] = []
    blocks: list[Block] = []
    at = 0

    pictured = _pictured(walk, said_of) if walk.pictures else frozenset()

    def write(text: str, element: str, hints: frozenset[str], links: float, node: int) -> None:
        nonlocal at
        blocks.append(block(at, text, element, hints, links, node))
        out.append(text)
        at += len(text) + 1

    look_at(raw.text for raw in walk.raw if shown[raw.node])
    for n, raw in enumerate(walk.raw):
        if shown[raw.node]:
            write(
                raw.text,
                raw.element,
                said_of[raw.node] | PICTURED if n in pictured else said_of[raw.node],
                raw.links,
                raw.node,
            )
    if sum(b.words for b in blocks if b.prose and not b.hints & OUTSIDE) < LEAST_PROSE:
        # Some pages are drawn by scripts: their words stand in the linked data alone.
        for body in page_head.bodies[:1]:
            for paragraph in paragraphs(body):
                write(paragraph, "script", frozenset({"body", "home"}), 0.0, 0)
    tree = Tree(walk.parents, walk.tags, said_of, walk.names)
    return Rendered("\n".join(out) + "\n" if out else "", blocks, page_head, tree)


def _effective(walk: _Walk) -> tuple[list[frozenset[str]], list[bool]]:
    """What is said of each element by itself and all above it, and whether it is shown.

    An element that holds most of the page's running text is neither a sidebar nor hidden, whatever it says.
    """
    parents = walk.parents
    mass = [0] * len(parents)
    total = 0
    for raw in walk.raw:
        if len(raw.text) >= LEAST_RUN and raw.links < 0.5:
            total += len(raw.text)
            node = raw.node
            while node >= 0:
                mass[node] += len(raw.text)
                node = parents[node]
    bound = max(1.0, MOSTLY * total)
    said_of: list[frozenset[str]] = []
    shown: list[bool] = []
    for node, parent in enumerate(parents):
        own = walk.said[node]
        if own and mass[node] >= bound:
            own -= OUTSIDE - {"comment"}
        if own and mass[node] >= LARGE:
            own -= SMALL
        above = said_of[parent] if parent >= 0 else NONE
        said_of.append(above | own if own and not own <= above else above)
        seen = shown[parent] if parent >= 0 else True
        shown.append(seen and not (walk.hidden[node] and mass[node] < bound))
    return said_of, shown


PICTURED = frozenset({"pictured"})
"""What is said of the only words in a box that shows a picture."""
LONGEST_PICTURED, BOXES = 220, 3
"""Characters of the longest words that stand alone in a picture's box, and how many elements around a picture may be it."""


def _pictured(walk: _Walk, said_of: list[frozenset[str]]) -> frozenset[int]:
    """The pieces of text that stand alone in a box with a picture, without a heading and mostly no link: captions, whatever the box is called."""
    parents = walk.parents
    last = list(range(len(parents)))
    for node in range(len(parents) - 1, 0, -1):
        last[parents[node]] = max(last[parents[node]], last[node])
    order = sorted((raw.node, n) for n, raw in enumerate(walk.raw))
    nodes = [node for node, _ in order]
    found = set()
    for box in dict.fromkeys(walk.pictures):
        for _ in range(BOXES):
            inside = [n for _, n in order[bisect_left(nodes, box) : bisect_right(nodes, last[box])]]
            if inside or box <= 0:
                break
            box = parents[box]
        rows = [walk.raw[n] for n in inside]
        if len(rows) == 1 and box and 8 < len(rows[0].text) <= LONGEST_PICTURED and rows[0].links < 0.5:
            if rows[0].element not in HEADED and not said_of[rows[0].node] & SAID_OTHERWISE:
                found.add(inside[0])
    return frozenset(found)


HEADED = frozenset("h1 h2 h3 h4 h5 h6 figcaption".split())
SAID_OTHERWISE = OUTSIDE | {"byline", "date", "tags"}
"""What an element says of itself that is no caption."""


class _Walk:
    """Receives a page's elements in order and gathers blocks of text, elements and metadata."""

    def __init__(self) -> None:
        self.parents: list[int] = [-1]
        self.tags: list[str] = [""]
        self.said: list[frozenset[str]] = [NONE]
        self.names: list[str] = [""]
        self.hidden: list[bool] = [False]
        self.raw: list[_Raw] = []
        self.seen = Seen(meta={})
        self.pictures: list[int] = []
        self._stack: list[tuple[str, int, str]] = []
        self._node = 0
        self._element = "body"
        self._skip = 0
        self._linked = 0
        self._closed = self._seam = -1
        self._pieces: list[str] = []
        self._unlinked = 0
        self._homes: set[int] = set()
        self._in_links = 0
        self._title: list[str] | None = None

    def start(self, tag: str, attributes: Any) -> None:
        """Open an element."""
        sort = _SORTS.get(tag, _INLINE)
        if self._skip or sort == _DROPS:
            self._skip += 1
            return
        if tag in _PICTURES:
            self.pictures.append(self._node)
        if sort >= _HEADS:
            if sort == _HEADS:
                self._head(tag, attributes)
            else:
                self._flush()
            return
        self._stack.append((tag, self._node, self._element))
        is_block = sort == _BREAKS
        if is_block:
            if self._pieces:
                self._flush()
            self._closed = self._seam = -1
            self._element = tag
        else:
            if tag == "a":
                self._linked += 1
            if self._closed == len(self._pieces) and tag not in _RAISED:
                self._seam = self._closed
        if (
            (attributes or is_block or tag == "time")
            and len(self._stack) < DEEPEST
            and len(self.parents) < MOST_ELEMENTS
        ):
            self._enter(tag, attributes, is_block)

    def _enter(self, tag: str, attributes: Any, is_block: bool) -> None:
        names, about, unseen = "", _OF_TAG.get(tag, NONE), False
        if attributes:
            get = attributes.get
            called, ident, item, role = get("class"), get("id"), get("itemprop"), get("role")
            if called or ident or item or role:
                names = f"{called or ''} {ident or ''} {item or ''}".strip()
                about = said(tag, names, role)
            if tag == "html":
                self.seen.language = (get("lang") or get("xml:lang") or "").split("-")[0].lower() or None
            if item is not None or "datetime" in attributes:
                self._item(tag, get)
            unseen = hidden(attributes)
        if not is_block and not about and not unseen:
            return
        parents = self.parents
        self.tags.append(tag)
        self.said.append(about)
        self.names.append(names)
        self.hidden.append(unseen)
        parents.append(self._node)
        self._node = len(parents) - 1

    def _item(self, tag: str, get: Any) -> None:
        """Times and microdata, unless they belong to a list of other articles."""
        if any(t in ("li", "aside", "nav", "footer") for t, _, _ in self._stack):
            return
        if tag == "time" and get("datetime"):
            self.seen.times.append(get("datetime"))
        value = get("content") or get("datetime")
        if get("itemprop") and value:
            self.seen.items.append((get("itemprop").lower(), value))

    def _head(self, tag: str, attributes: Any) -> None:
        get = attributes.get
        if tag == "meta":
            key = (get("property") or get("name") or get("itemprop") or "").lower()
            value = clean((get("content") or "")[:4000])
            if key and value:
                self.seen.meta.setdefault(key, []).append(value)
        elif tag == "link" and (get("rel") or "").lower() == "canonical" and get("href"):
            self.seen.canonical = self.seen.canonical or str(get("href")).strip()
        elif tag == "title" and self.seen.title is None:
            self._title = []

    def end(self, tag: str) -> None:
        """Close an element."""
        if self._skip:
            self._skip -= 1
            return
        if tag == "title" and self._title is not None:
            self.seen.title = clean("".join(self._title)[:2000])
            self._title = None
        sort = _SORTS.get(tag, _INLINE)
        if sort >= _HEADS or not self._stack:
            return
        if sort == _BREAKS:
            if self._pieces:
                self._flush()
            self._closed = self._seam = -1
        elif tag not in _RAISED:
            self._closed = len(self._pieces)
        name, self._node, self._element = self._stack.pop()
        if name == "a":
            self._linked -= 1

    def data(self, text: str) -> None:
        """Take text."""
        if self._title is not None:
            self._title.append(text)
        elif not self._skip:
            if self._seam == len(self._pieces) > 0 and _apart(self._pieces[-1][-5:], text[:3]):
                self._pieces.append(" ")
            self._pieces.append(text)
            if not text.isspace():
                self._homes.add(self._node)
                if self._linked:
                    self._in_links += len(text.strip())
                elif not self._in_links:
                    self._unlinked = len(self._pieces)

    def close(self) -> None:
        """End of the page."""
        self._flush()

    def _flush(self) -> None:
        """End the block gathered so far; it stands in the element that all of its text is in, else in the block around it."""
        self._closed = self._seam = -1
        if not self._homes:
            self._pieces.clear()
            return
        text = " ".join("".join(self._pieces).split())
        head = " ".join("".join(self._pieces[: self._unlinked]).split()) if self._in_links and self._unlinked else ""
        if (
            head
            and len(head) <= LONGEST_NAME
            and head[-1].isalnum()
            and len(head) + self._in_links + 9 >= len(text) > len(head) + 8
        ):
            # A name and then nothing but links is the masthead before the menu.
            self.raw.append(_Raw(head, self._home(), self._element, 0.0))
            text = text[len(head) :].strip()
        if text and len(self.raw) < MOST_BLOCKS:
            self.raw.append(_Raw(text, self._home(), self._element, min(1.0, self._in_links / len(text))))
        self._pieces.clear()
        self._homes.clear()
        self._in_links = self._unlinked = 0

    def _home(self) -> int:
        """The innermost element that all pieces of the block are in; elements are numbered from the outside in."""
        if len(self._homes) == 1:
            return next(iter(self._homes))
        chains = []
        for node in self._homes:
            chain = set()
            while node >= 0:
                chain.add(node)
                node = self.parents[node]
            chains.append(chain)
        return max(chains[0].intersection(*chains[1:]))
