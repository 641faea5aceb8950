"""What each block of a page is: title, body, caption, teaser of another article, or chrome.

The core of an article is the run of blocks with the most prose in it; in HTML it is sought inside the article's own element. What
announces other articles is kept out of it. No outlet's name is known here.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block, Tree
from isnad.extract.bylines import byline_of, names_only, signature
from isnad.extract.datelines import date_line, dates_of, published_line
from isnad.extract.hints import OUTSIDE
from isnad.extract.home import NOWHERE, Home, home
from isnad.extract.lines import is_notice, looks_captioned
from isnad.extract.phrases import bare, starts_with
from isnad.extract.teasers import teasers
from isnad.model.reading import PartKind
from isnad.text import fold_key

FAR_BELOW = 4
"""Line ends between two blocks of plain text that set them apart."""
_KEEP_WORDS = regex.compile(r"[\p{L}\p{M}]{4,}")


class Core:
    """Where an article stands among the blocks of its page: its kinds block by block, and the title's place."""

    def __init__(self, blocks: Sequence[Block], title_hint: str | None = None, tree: Tree | None = None) -> None:
        self.blocks = blocks
        self.kinds: list[PartKind] = ["chrome"] * len(blocks)
        self.teasers = teasers(blocks)
        self.home: Home = NOWHERE
        if tree is not None and blocks:
            self.home = home(blocks, tree, self.teasers)
            self.teasers = teasers(blocks, self.home.near)
        self.first, self.last = self._core()
        self.title = self._find_title(title_hint)
        if self.first >= 0:
            self._label()

    def _core(self) -> tuple[int, int]:
        """The first and last block of the run with the most prose (maximum subarray, Kadane); (-1, -1) when there is none."""
        blocks, within = self.blocks, sorted(self.home.inside)
        best, best_span = 0.0, (-1, -1)
        total, start, before = 0.0, 0, -1
        for i in within or range(len(blocks)):
            b = blocks[i]
            teaser = i in self.teasers
            worth = _worth_inside(b, teaser) if within else _worth(b, teaser)
            if before >= 0 and not within and b.start - blocks[before].end >= FAR_BELOW:
                total -= 10.0
            if total <= 0:
                total, start = 0.0, i
            total += worth
            if total > best and worth > 0:
                best, best_span = total, (start, i)
            before = i
        first, last = best_span
        while 0 <= first < last and not self._begins(first):
            first += 1
        if first >= 0 and blocks[first].prose:
            return first, last
        # An article of lines only (a calendar, a list of results) in an element that is called the article's.
        return best_span if any("home" in blocks[i].hints for i in within) else (-1, -1)

    def _begins(self, i: int) -> bool:
        return self.blocks[i].prose and i not in self.teasers and (not self.home.inside or i in self.home.inside)

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
        """A line of nothing but a name beside a date, or alone right above the text: the author, not the headline."""
        b = self.blocks[i]
        if b.words > 16 or signature(b.text) is None:
            return False
        if "byline" in b.hints or dates_of(b.text):
            return True
        beside = [*self.blocks[max(0, i - 1) : i], *self.blocks[i + 1 : i + 2]]
        return any(date_line(x.text) or published_line(x.text) for x in beside)

    def _signs(self, i: int) -> bool:
        """A signature, or a bare name with nothing but date lines between it and the text."""
        if self._signature(i):
            return True
        between = self.blocks[i + 1 : self.first]
        alone = self.blocks[i].words <= 6 and signature(self.blocks[i].text) is not None
        return alone and all(date_line(b.text) or published_line(b.text) for b in between)

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
        if self.home.inside and i > self.first and i not in self.home.inside:
            return "related" if b.prose else "chrome"
        if "caption" in b.hints or b.element == "figcaption":
            return "caption"
        if looks_captioned(b.text) and b.words <= 60:
            return "caption"
        if b.ticker:
            return "chrome"
        if i < self.first and self._signs(i):
            return "byline"
        if not b.prose or b.words < 16:
            if published_line(b.text) or date_line(b.text):
                return "byline" if byline_of(b.text) or signature(b.text) else "dateline"
            if byline_of(b.text) or ("byline" in b.hints and b.words <= 12):
                return "byline"
            if starts_with(b.text, "tags") and not b.ends:
                return "tags"
            if is_notice(b.text):
                return "chrome"
        if i < self.first:
            told = b.element is None or b.ends or "lead" in b.hints or b.element in ("p", "h2", "h3")
            deck = self.title is not None and i == self.title + 1 and b.words >= 6 and b.links < 0.5 and told
            return "lead" if b.prose or deck else "chrome"
        return self._inside(i)

    def _inside(self, i: int) -> PartKind:
        """What a block of the running text is."""
        b = self.blocks[i]
        if "lead" in b.hints and i <= self.first + 1:
            return "lead"
        if b.element in ("h2", "h3", "h4", "h5", "h6"):
            return "subheading"
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


def _worth_inside(b: Block, teaser: bool) -> float:
    """How much a block of the article's own element speaks for being between the article's ends."""
    if b.hints & OUTSIDE or teaser:
        return 0.0
    if b.prose:
        return -8.0 if b.words < 60 and is_notice(b.text) else min(120.0, float(b.words))
    if b.links > 0.5:
        return -2.0
    if "tags" in b.hints or starts_with(b.text, "tags") or is_notice(b.text) or published_line(b.text):
        return -12.0
    if b.element in ("p", "li", "td", "blockquote", "dd") or (b.ends and b.words >= 4):
        return min(6.0, 0.7 * b.words)
    return -0.5


def _worth(b: Block, teaser: bool) -> float:
    """How much a block speaks for being inside (above zero) or outside the article."""
    if b.hints & OUTSIDE:
        return -min(30.0, 4.0 + b.words)
    if teaser:
        return -min(25.0, 3.0 + b.words / 2)
    if b.ticker:
        return -40.0
    if b.prose:
        if b.words < 60 and is_notice(b.text):
            return -8.0
        return min(120.0, float(b.words)) * (1 - b.links)
    if starts_with(b.text, "tags") or is_notice(b.text):
        return -12.0
    if published_line(b.text):
        return -10.0
    if b.words > 14:
        return 2.0
    if b.ends and b.words >= 4:
        return 0.7 * b.words
    return -4.0
