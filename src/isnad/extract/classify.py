"""What each block of a page is: title, body, caption, teaser of another article, or chrome.

The core of an article is the run of blocks with the most prose in it; what announces other articles, and what looks like
their teasers (a headline and a clipped paragraph, again and again), is kept out of it. No outlet's name is known here.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block
from isnad.extract.lines import byline_of, date_line, is_notice, looks_captioned, names_only, published_line
from isnad.extract.phrases import bare, starts_with
from isnad.model.reading import PartKind
from isnad.text import fold_key

OUTSIDE = frozenset({"nav", "related", "comment", "promo", "share"})
"""Hints of a block's element that keep it out of the article."""
FAR_BELOW = 4
"""Line ends between two blocks of plain text that set them apart."""
_CLIPPED = regex.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_KEEP_WORDS = regex.compile(r"[\p{L}\p{M}]{4,}")


class Core:
    """Where an article stands among the blocks of its page: its kinds block by block, and the title's place."""

    def __init__(self, blocks: Sequence[Block], title_hint: str | None = None) -> None:
        self.blocks = blocks
        self.kinds: list[PartKind] = ["chrome"] * len(blocks)
        self.teasers = _teasers(blocks) | _repeated(blocks)
        self.first, self.last = _core(blocks, self.teasers)
        self.title = self._find_title(title_hint)
        if self.first >= 0:
            self._label()

    def _find_title(self, hint: str | None) -> int | None:
        """The block that is the headline: what the page's own metadata say, else the last headline before the prose."""
        if hint and (found := _matching(self.blocks, hint, self.first)) is not None:
            return found
        if self.first < 0:
            return None
        above = [i for i in range(self.first) if _may_head(self.blocks[i]) and i not in self.teasers]
        heads = [i for i in above if self.blocks[i].element == "h1"]
        if heads:
            return heads[-1]
        if self.blocks[0].element is not None:
            heads = [i for i in above if self.blocks[i].element == "h2" and not self.blocks[i].hints & OUTSIDE]
            return heads[-1] if heads else None
        return self._last_headline(above)

    def _last_headline(self, above: list[int]) -> int | None:
        """In plain text: the headline nearest above the prose, date and byline lines between them allowed."""
        core = _stems(self.blocks[self.first : self.last + 1])
        best, best_score = None, 0.0
        steps = 0
        for i in reversed(above):
            if self._signature(i):
                continue
            between = self.blocks[i + 1 : self.first]
            steps = sum(not (date_line(b.text) or published_line(b.text) or byline_of(b.text)) for b in between)
            if steps > 6:
                break
            own = _stems([self.blocks[i]])
            shared = len(own & core) / max(3, len(own))
            score = shared + (0.6 if steps == 0 else 0.25 / steps)
            if any(published_line(b.text) or date_line(b.text) for b in between[:1]):
                score += 0.4
            if score > best_score and (shared > 0.15 or steps == 0):
                best, best_score = i, score
        return self._above_deck(best, core, above) if best is not None else None

    def _above_deck(self, i: int, core: set[str], above: list[int]) -> int:
        """The headline when the line found is the deck right under it."""
        before = i - 1
        close = before in above and self.blocks[i].start - self.blocks[before].end <= 1
        name = (before == 0 and self.blocks[before].words <= 5) or self.blocks[before].text.isupper()
        if not close or name or self.blocks[before].words < 4 or self._signature(before):
            return i
        own = _stems([self.blocks[before]])
        return before if len(own & core) / max(3, len(own)) > 0.2 else i

    def _signature(self, i: int) -> bool:
        """A line of nothing but a name, right beside a date line: the author, not the headline."""
        b = self.blocks[i]
        if not names_only(b.text) or b.words > 6:
            return False
        beside = [*self.blocks[max(0, i - 1) : i], *self.blocks[i + 1 : i + 2]]
        return any(date_line(x.text) or published_line(x.text) for x in beside)

    def _label(self) -> None:
        kinds, blocks = self.kinds, self.blocks
        for i, b in enumerate(blocks):
            if i in self.teasers or b.hints & {"related"}:
                kinds[i] = "related"
        if self.title is not None:
            kinds[self.title] = "title"
        for i in range(self.title if self.title is not None else self.first, self.last + 1):
            if kinds[i] == "chrome":
                kinds[i] = self._kind(i)
        self._tail()
        if self.title is not None and self.title < self.first:
            self._standfirst()

    def _kind(self, i: int) -> PartKind:
        """What a block between title and end is."""
        b = self.blocks[i]
        if b.hints & OUTSIDE:
            return "related" if "related" in b.hints else "chrome"
        if "caption" in b.hints or b.element == "figcaption":
            return "caption"
        if looks_captioned(b.text) and b.words <= 60:
            return "caption"
        if b.ticker:
            return "chrome"
        if i < self.first and self._signature(i):
            return "byline"
        if not b.prose or b.words < 16:
            if published_line(b.text) or date_line(b.text):
                return "byline" if byline_of(b.text) else "dateline"
            if byline_of(b.text) or ("byline" in b.hints and b.words <= 12):
                return "byline"
            if starts_with(b.text, "tags") and not b.ends:
                return "tags"
            if is_notice(b.text):
                return "chrome"
        if i < self.first:
            deck = self.title is not None and i == self.title + 1 and b.words >= 6 and b.links < 0.5
            return "lead" if b.prose or deck else "chrome"
        return self._inside(i)

    def _inside(self, i: int) -> PartKind:
        """What a block of the running text is."""
        b = self.blocks[i]
        if "lead" in b.hints and i <= self.first + 1:
            return "lead"
        if b.element in ("h2", "h3", "h4", "h5", "h6"):
            return "subheading"
        if b.away >= 4:
            return "related" if b.prose else "chrome"
        if b.prose or b.ends or b.element in ("p", "li", "blockquote", "td", "dd"):
            return "chrome" if b.links > 0.8 and b.words < 30 else "body"
        if b.words <= 14:
            followed = i < self.last and any(x.prose for x in self.blocks[i + 1 : i + 3])
            if names_only(b.text):
                return "caption"
            if b.text.rstrip()[-1:] in ":：" or regex.match(r"\s*[-–—•*]\s", b.text):
                return "body"
            if followed and b.words >= 1:
                return "subheading"
            return "body" if regex.search(r"[«»\"“”]", b.text) else "chrome"
        return "body"

    def _tail(self) -> None:
        """Behind the text: captions, tags and bylines are told from chrome there too."""
        for i in range(self.last + 1, len(self.blocks)):
            b = self.blocks[i]
            if self.kinds[i] != "chrome" or b.hints & OUTSIDE:
                continue
            near = i <= self.last + 3
            if starts_with(b.text, "tags") and b.words <= 40:
                self.kinds[i] = "tags"
            elif near and ("caption" in b.hints or (names_only(b.text) and b.words >= 3 and not is_notice(b.text))):
                self.kinds[i] = "caption"
            elif near and byline_of(b.text) and b.words <= 10:
                self.kinds[i] = "byline"

    def _standfirst(self) -> None:
        """A paragraph right under the title and above the byline is the lead."""
        assert self.title is not None
        between = [i for i in range(self.title + 1, self.first) if self.kinds[i] == "lead"]
        for i in between:
            if is_notice(self.blocks[i].text):
                self.kinds[i] = "chrome"


def _stems(blocks: Sequence[Block]) -> set[str]:
    return {w[:5] for b in blocks for w in _KEEP_WORDS.findall(fold_key(b.text))}


def _may_head(b: Block) -> bool:
    """True when a block may be a headline: one line of some words, no notice, no list of headlines."""
    if b.hints & OUTSIDE or b.ticker or not 2 <= b.words <= 40 or len(b.text) > 260:
        return False
    if published_line(b.text) or date_line(b.text) or is_notice(b.text) or starts_with(b.text, "tags"):
        return False
    if starts_with(b.text, "related") == len(bare(b.text)):
        return False
    return not (byline_of(b.text) and b.words <= 7)


def _matching(blocks: Sequence[Block], hint: str, first: int) -> int | None:
    """The block whose words are those of the hinted title, the last one before the prose."""
    want = fold_key(hint)
    same = [
        i
        for i, b in enumerate(blocks)
        if b.words <= 45 and fold_key(b.text) == want and not b.hints & {"related", "nav"}
    ]
    if not same:
        near = [i for i, b in enumerate(blocks) if 3 <= b.words <= 45 and _same_words(fold_key(b.text), want)]
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


def _teasers(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks that announce other articles: inline notes, lists under a heading, headline–excerpt pairs."""
    found: set[int] = set()
    i = 0
    while i < len(blocks):
        b = blocks[i]
        length = starts_with(b.text, "related")
        whole = length and length >= len(bare(b.text)) - 2
        if (
            length
            and (whole or regex.match(r"[^\p{L}]*[\p{L}\s'’،-]{2,40}\s?[:：|»>]", b.text))
            and b.words <= 45
            and b.element not in ("h1",)
        ):
            found.add(i)
            if whole:
                i = _run(blocks, i + 1, found)
                continue
        i += 1
    found |= _pairs(blocks)
    return frozenset(found)


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Prose printed twice and more on one page: boxes that ask for a subscription, teasers in two places."""
    seen: dict[str, list[int]] = {}
    for i, b in enumerate(blocks):
        if b.words >= 6 and b.element is not None:
            seen.setdefault(b.text, []).append(i)
    return frozenset(i for rows in seen.values() if len(rows) > 1 and blocks[rows[0]].element != "h1" for i in rows)


def _run(blocks: Sequence[Block], i: int, found: set[int]) -> int:
    """Take what follows a heading of teasers as long as it looks like teasers; return the first block that does not."""
    start = i
    while i < len(blocks):
        b = blocks[i]
        if starts_with(b.text, "related") or b.ticker or is_notice(b.text) or date_line(b.text):
            found.add(i)
            i += 1
            continue
        if not b.prose:
            if i > start and _heads_article(blocks, i):
                return i
            if b.words >= 2 and (i + 1 >= len(blocks) or not _resumes(blocks, i + 1)):
                found.add(i)
                i += 1
                continue
            # One line, then running text again: the line is the teaser when it stands first.
            if i == start or b.links > 0.5:
                found.add(i)
                i += 1
                continue
            return i
        at_home = b.element is not None and b.away == 0 and b.words >= 18
        if at_home or _resumes(blocks, i):
            return i
        found.add(i)
        i += 1
    return i


def _heads_article(blocks: Sequence[Block], i: int) -> bool:
    """True when a date line or byline and then running text follow: the line is the headline of the article itself."""
    signed = False
    for j in range(i + 1, min(len(blocks), i + 6)):
        b = blocks[j]
        if date_line(b.text) or published_line(b.text) or byline_of(b.text):
            signed = True
        elif b.prose:
            return signed and _resumes(blocks, j)
        elif signed and not names_only(b.text):
            return False
    return False


def _resumes(blocks: Sequence[Block], i: int) -> bool:
    """True when two paragraphs in a row stand here, neither clipped: the article goes on."""
    here = [b for b in blocks[i : i + 2] if b.prose and not _CLIPPED.search(b.text) and b.links < 0.3]
    return len(here) == 2


def _pairs(blocks: Sequence[Block]) -> set[int]:
    """Two or more headlines each followed by a clipped paragraph, one after the other."""
    found: set[int] = set()
    chain: list[int] = []
    i = 0
    while i + 1 < len(blocks):
        head, text = blocks[i], blocks[i + 1]
        if (
            not head.prose
            and 3 <= head.words <= 30
            and not head.ends
            and _CLIPPED.search(text.text)
            and text.words >= 8
        ):
            chain += [i, i + 1]
            i += 2
            continue
        if len(chain) >= 4:
            found.update(chain)
        chain = []
        i += 1
    if len(chain) >= 4:
        found.update(chain)
    return found


def _core(blocks: Sequence[Block], teasers: frozenset[int]) -> tuple[int, int]:
    """The first and last block of the run with the most prose (maximum subarray, Kadane); (-1, -1) when there is none."""
    best, best_span = 0.0, (-1, -1)
    total, start = 0.0, 0
    for i, b in enumerate(blocks):
        worth = _worth(b, i in teasers)
        if i and b.element is None and b.start - blocks[i - 1].end >= FAR_BELOW:
            total -= 10.0
        if total <= 0:
            total, start = 0.0, i
        total += worth
        if total > best and worth > 0:
            best, best_span = total, (start, i)
    first, last = best_span
    while first >= 0 and first < last and (not blocks[first].prose or first in teasers):
        first += 1
    return (first, last) if first >= 0 and blocks[first].prose else (-1, -1)


def _worth(b: Block, teaser: bool) -> float:
    """How much a block speaks for being inside (above zero) or outside the article."""
    if b.hints & OUTSIDE:
        return -min(30.0, 4.0 + b.words)
    if teaser:
        return -min(25.0, 3.0 + b.words / 2)
    if b.ticker:
        return -40.0
    if b.prose:
        if is_notice(b.text) and b.words < 60:
            return -8.0
        near = (1.0, 0.9, 0.6)[b.away] if b.away < 3 else -0.3
        return min(120.0, float(b.words)) * (1 - b.links) * (1.3 if "body" in b.hints and near > 0 else 1.0) * near
    if starts_with(b.text, "tags") or is_notice(b.text):
        return -12.0
    if published_line(b.text):
        return -10.0
    if b.words > 14:
        return 2.0
    if b.ends and b.words >= 4:
        return 0.7 * b.words
    if b.element in ("h2", "h3", "h4") and b.away == 0:
        return 1.0
    return -4.0 if b.element not in ("li",) else -1.5
