"""What each block of a page is: title, body, caption, teaser of another article, or chrome.

The core of an article is the run of blocks with the most prose in it; in HTML it is sought inside the article's own element. What
announces other articles is kept out of it. No outlet's name is known here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import Block, Tree
from isnad.extract.bylines import byline_of, is_byline, names_only, opens_with_cue, signature
from isnad.extract.captions import credited, ends_with_acronym, ends_with_agency, looks_captioned, opens_captioned
from isnad.extract.core import core, furniture
from isnad.extract.credits import outlet_beside_source
from isnad.extract.datelines import agency_line, dated, little_else, partial_line
from isnad.extract.hints import OUTSIDE
from isnad.extract.home import NOWHERE, Home, boxes, cards, comments, home
from isnad.extract.lines import CLOCK, addresses, comments_inline, names_its_source, notice, signed_place, signs_off
from isnad.extract.persons import agency, impersonal, initials, press_words
from isnad.extract.phrases import bare, opening
from isnad.extract.signers import Signers, job
from isnad.extract.tails import author_notes, released, sender
from isnad.extract.teasers import teasers
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
CAPTION_HEADS = 0.9
"""What a line that looks like a caption loses as a headline: "Vidéo : …" may be one, where nothing else is."""
_ITEM = regex.compile(r"\s*[-–—•*]\s")
_STAMP = 10
"""Words of the longest line of agency, place and day between bars."""
_SPEECH = regex.compile(r"[“«\"][^“”«»\"]{12,}[”»\"]")
_MARK = regex.compile(r"[«»\"“”]")
_KICKER = regex.compile(r"\s*[|:/•·>»]\s*|\s+[-–—]\s+")
_NO_HEAD = regex.compile(r"^\s*\^|\s[>›»]\s.*\s[>›»]\s|^[A-Z]{2,5}-?\d{3,5}\b|\|\||///")
"""What no headline is: notes of an agency to its editors ("^Eds: …"), trails of sections, codes, headlines in a row."""
_KEEP_WORDS = re.compile(r"[^\W\d_]{4,}")


class Core:
    """Where an article stands among the blocks of its page: its kinds block by block, and the title's place."""

    def __init__(self, blocks: Sequence[Block], hints: Sequence[str] = (), tree: Tree | None = None) -> None:
        self.blocks = blocks
        self.kinds: list[PartKind] = ["chrome"] * len(blocks)
        self.teasers = teasers(blocks)
        self.home: Home = NOWHERE
        if tree is not None and blocks:
            self.home = home(blocks, tree, self.teasers)
            self.teasers = (
                teasers(blocks, self.home.near) | comments(blocks, tree) | boxes(blocks, tree) | cards(blocks, tree)
            )
        self.often = furniture(blocks)
        self.first, self.last = core(blocks, self.teasers, self.home.inside, self.often)
        self.signers = Signers(blocks, self.first, self.last)
        self.title = self._find_title(hints)
        if self.first >= 0:
            self._label()

    def _find_title(self, hints: Sequence[str]) -> int | None:
        """The block that is the headline: what the page's own metadata say, else the last headline before the prose."""
        for hint in hints:
            if (found := _matching(self.blocks, hint, self.first)) is not None and not self._names_site(found):
                return found
        if self.first < 0:
            return None
        above = [i for i in range(self.first) if self.blocks[i].element in ("h1", "h2") and self._heads(i)]
        heads = [i for i in above if self.blocks[i].element == "h1"]
        if heads:
            return heads[-1]
        if self.blocks[0].element is None:
            return self._last_headline()
        heads = [i for i in above if not self.blocks[i].hints & OUTSIDE]
        return heads[-1] if heads else None

    def _names_site(self, i: int) -> bool:
        """True when what the window's title repeats is a few words above the page's own ``h1``: its site, not its headline."""
        b = self.blocks[i]
        if b.element in HEADINGS or b.element == "h1" or b.words > 6 or b.hints & {"body", "home"}:
            return False
        return any(self.blocks[j].element == "h1" and self._heads(j) for j in range(i + 1, self.first))

    def _heads(self, i: int) -> bool:
        return _may_head(self.blocks[i]) and i not in self.teasers

    def _last_headline(self) -> int | None:
        """In plain text: the headline nearest above the prose, date and byline lines between them allowed."""
        core = _stems(self.blocks[self.first : self.last + 1])
        best, best_score = None, 0.0
        steps, counted = 0, self.first
        for i in range(self.first - 1, -1, -1):
            if (
                not self._heads(i)
                or self._no_headline(i)
                or (i == 0 and self.blocks[0].words <= 5 and best is not None)
            ):
                continue
            steps += sum(not (dated(b.text) or is_byline(b.text)) for b in self.blocks[i + 1 : counted])
            counted = i + 1
            if steps > 6:
                break
            own = _stems([self.blocks[i]])
            shared = len(own & core) / max(3, len(own))
            score = shared + (0.6 if steps == 0 else 0.25 / steps)
            if self._captioned(self.blocks[i]):
                score -= CAPTION_HEADS
            if i + 1 < self.first and dated(self.blocks[i + 1].text):
                score += 0.4
            if score > best_score and (shared > 0.15 or steps == 0):
                best, best_score = i, score
        return self._above_deck(best, core) if best is not None else None

    def _above_deck(self, i: int, core: set[str]) -> int:
        """The headline when the line found is the deck right under it."""
        before = i - 1
        close = before >= 0 and self._heads(before) and self.blocks[i].start - self.blocks[before].end <= 1
        name = (
            (before == 0 and self.blocks[before].words <= 5)
            or self.blocks[before].text.isupper()
            or _kicker(self.blocks[before].text)
        )
        if not close or name or self.blocks[before].words < 4 or self.signers.beside_date(before):
            return i
        own = _stems([self.blocks[before]])
        core = core | _stems([self.blocks[i]])
        return before if len(own & core) / max(3, len(own)) > 0.2 else i

    def _no_headline(self, i: int) -> bool:
        """True for a name alone, what the one named is, or the first question of an interview."""
        if i == 0 and self._masthead():
            return True
        described = i > 0 and job(self.blocks[i].text) and signature(self.blocks[i - 1].text) is not None
        return self.signers.beside_date(i) or described or self._asked(i)

    def _masthead(self) -> bool:
        """True when the page's first line is its outlet's name: a few words, one of the trade among them or the menu right below."""
        b = self.blocks[0]
        below = self.blocks[1] if len(self.blocks) > 1 else b
        return b.words <= 5 and not b.ends and (below.ticker or not press_words().isdisjoint(fold_key(b.text).split()))

    def _top(self) -> int:
        """Where an article without a headline begins: with the dates, bylines and captions right above its text."""
        top = self.first
        for i in range(self.first - 1, max(-1, self.first - 7), -1):
            text = self.blocks[i].text
            if dated(text) or is_byline(text) or looks_captioned(text) or job(text) or self._posts(i):
                top = i
            elif self.blocks[i].words > 8 or self.blocks[i].ticker:
                break
        return top

    def _posts(self, i: int) -> bool:
        """True for the name of who posts in a network, with what he is below it."""
        return i + 1 < len(self.blocks) and job(self.blocks[i + 1].text) and signature(self.blocks[i].text) is not None

    def _asked(self, i: int) -> bool:
        """True for the first question of an interview: right above the text, more asked in it, the headline and the date above."""
        if i + 1 != self.first or self.blocks[i].text[-1] not in "?؟":
            return False
        inside = self.blocks[self.first : self.last + 1]
        if not any(b.text[-1] in "?؟" and a.prose for a, b in zip(inside[1:], inside, strict=False)):
            return False
        near = range(i - 1, max(-1, i - 7), -1)
        signed = next((j for j in near if dated(self.blocks[j].text) or is_byline(self.blocks[j].text)), 0)
        return any(self._heads(j) for j in range(signed - 1, max(-1, signed - 4), -1))

    def _label(self) -> None:
        kinds, blocks = self.kinds, self.blocks
        for i, b in enumerate(blocks):
            if i in self.teasers or b.hints & {"related"}:
                kinds[i] = "related"
        if self.title is not None:
            kinds[self.title] = "title"
        for i in range(self.title if self.title is not None else self._top(), self.last + 1):
            if kinds[i] == "chrome":
                kinds[i] = self._kind(i)
        for i in range(max(0, (self.title or 0) - 3), self.title or 0):
            if kinds[i] == "chrome" and not blocks[i].hints & OUTSIDE and self.signers.above_title(i, self.title or 0):
                kinds[i] = "byline"
        self._close()
        self._tail()
        if self.title is not None and self.title < self.first:
            self._standfirst()

    def _close(self) -> None:
        """Take the notes on authors and senders off the end of the text."""
        for i in author_notes(self.blocks, self.kinds):
            self.kinds[i] = "chrome"
        start = sender(self.blocks, self.kinds)
        for i in range(start, self.last + 1) if start is not None else ():
            self.kinds[i] = "chrome"

    def _kind(self, i: int) -> PartKind:
        """What a block between title and end is."""
        b = self.blocks[i]
        if b.hints & OUTSIDE:
            return "related" if "related" in b.hints else "chrome"
        if self.home.inside and i > self.first and i not in self.home.inside:
            return "related" if b.prose else "chrome"
        if "caption" in b.hints or b.element == "figcaption":
            return "caption"
        sourced = b.words <= 5 and names_its_source(b.text) and not b.starts("caption")
        sourced = sourced and not ("/" in b.text and signature(b.text))
        sourced = sourced or (b.words <= _STAMP and outlet_beside_source(b.text) is not None)
        if i < self.first and (sourced or (signed_place(b.text) and dated(b.text))):
            return "dateline"
        if i < self.first and (opens_with_cue(b.text) or not opens_captioned(b.text)):
            if (byline_of(b.text) and not b.prose) or (self.signers.above_text(i) and not credited(b.text)):
                return "byline"
        if self._captioned(b) and not (i == self.last and ends_with_agency(b.text)):
            return "caption"
        if CLOCK.fullmatch(b.text):
            return "dateline"
        if i > self.first and self._under_lead(i) and self.signers.beside_date(i):
            return "byline"
        if b.ticker and self.title is not None and i < self.first and b.words <= _STAMP and dated(b.text):
            return "dateline"  # "EFE | El Cairo | 13/11/2019 11:20"
        if b.ticker or b.text in self.often or (b.words >= 4 and addresses(b)):
            return "chrome"
        if i > self.first and i + 3 > self.last and b.words <= 12:
            if initials(b.text.strip(" -–—")):
                return "byline"
            if b.text[0] == "*" and job(b.text.lstrip("* ")):
                return "chrome"
        if i > self.first and signs_off(b.text) and i + 4 > self.last:
            return "dateline" if names_its_source(b.text) else "chrome"
        if not b.prose or b.words < 16:
            if dated(b.text) or (i < self.first and (partial_line(b.text) or agency_line(b.text))):
                return "byline" if is_byline(b.text) or signature(b.text) else "dateline"
            if is_byline(b.text) or ("byline" in b.hints and b.words <= 12):
                return "byline"
            if b.starts("tags") and not b.ends:
                return "tags"
            if notice(b) and b.element not in ("td", "th"):
                return "chrome"
        if i < self.first:
            if self.title is not None and b.element is None and _repeats(b.text, self.blocks[self.title].text):
                return "chrome"
            told = b.element is None or b.ends or "lead" in b.hints or b.element in ("p", "h2", "h3")
            deck = self.title is not None and i == self.title + 1 and b.words >= 6 and b.links < 0.5 and told
            if b.element in HEADINGS and i in self.home.near and i + 2 >= self.first and self.title != i:
                return "subheading"
            if i + 1 == self.first and not deck and self._asked(i):
                return "body"
            return "lead" if b.prose or deck else "chrome"
        return self._inside(i)

    def _under_lead(self, i: int) -> bool:
        """True for the lines between the first paragraph, a standfirst, and the second: authors and dates stand there too."""
        return i <= self.first + 5 and not any(b.prose for b in self.blocks[self.first + 1 : i + 1])

    def _captioned(self, b: Block) -> bool:
        """A line that says it is a caption; not an agency alone, which signs the text, and not the date line of one."""
        if b.prose and ends_with_acronym(b.text) and _SPEECH.search(b.text):
            return (
                False  # the last words of an agency's text and its name: "…», advirtió el presidente del colegio. AAN"
            )
        return b.words <= 60 and looks_captioned(b.text) and not agency(b.text) and not little_else(b.text)

    def _inside(self, i: int) -> PartKind:
        """What a block of the running text is."""
        b = self.blocks[i]
        if "lead" in b.hints and i <= self.first + 1:
            return "lead"
        if b.element in HEADINGS:
            return "subheading"
        if b.prose or b.ends or b.element in ("p", "li", "blockquote", "td", "th", "dd"):
            return "chrome" if b.links > 0.8 and b.words < 30 else "body"
        if b.words <= 14:
            followed = i < self.last and any(x.prose for x in self.blocks[i + 1 : i + 3])
            if names_only(b.text) and self._under_lead(i) and any(dated(x.text) for x in self.blocks[i + 1 : i + 3]):
                return "chrome"  # the outlet's name above its author and the date
            if names_only(b.text) or agency(b.text) or b.starts("caption") == len(bare(b.text)):
                return "caption"
            if b.text.rstrip()[-1:] in ":：" or _ITEM.match(b.text):
                return "body"
            if followed and b.words >= 1:
                return "subheading"
            return "body" if _MARK.search(b.text) else "chrome"
        return "body"

    def _tail(self) -> None:
        """Behind the text: captions, tags and bylines are told from chrome there too."""
        for i in range(self.last + 1, len(self.blocks)):
            b = self.blocks[i]
            near = i <= self.last + 3
            if (
                near
                and b.hints & OUTSIDE == {"nav"}
                and self.kinds[i] == "chrome"
                and byline_of(b.text)
                and b.words <= 10
            ):
                self.kinds[i] = "byline"  # the foot of a post, which themes of blogs sign there
            if self.kinds[i] != "chrome" or b.hints & OUTSIDE:
                continue
            told = notice(b) or addresses(b) or comments_inline(b)
            if b.starts("tags") and b.words <= 40:
                self.kinds[i] = "tags"
            elif near and (names_its_source(b.text) or (little_else(b.text) and "caption" not in b.hints)):
                self.kinds[i] = "dateline"  # whose the text is, not whose the picture
            elif near and b.element != "figcaption" and "caption" not in b.hints and self.signers.below_text(i):
                self.kinds[i] = "byline"
            elif (
                near
                and not told
                and not b.starts("related")
                and (
                    "caption" in b.hints
                    or (names_only(b.text) and b.words >= 3 and len(_KICKER.split(b.text)) < 3)
                    or self._captioned(b)
                )
            ):
                self.kinds[i] = "caption"
            elif near and is_byline(b.text) and b.words <= 10:
                self.kinds[i] = "byline"

    def _standfirst(self) -> None:
        """A paragraph right under the title and above the byline is the lead."""
        assert self.title is not None
        between = [i for i in range(self.title + 1, self.first) if self.kinds[i] == "lead"]
        for i in between:
            if notice(self.blocks[i]):
                self.kinds[i] = "chrome"


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def _repeats(line: str, title: str) -> bool:
    """True for the headline again with its running number: "General / Road completed / First addition"."""
    rest = fold_key(line).removeprefix(fold_key(title))
    return len(rest) < len(fold_key(line)) and rest.lstrip()[:1] in ("/", "(", "-", "|", "")


def _kicker(line: str) -> bool:
    """True for the section above a headline: "SPORTS — Coupe des Trois Mers"."""
    pieces = _KICKER.split(line)
    return len(line.split()) <= 8 and any(fold_key(p).strip() in _sections() for p in pieces)


def _stems(blocks: Sequence[Block]) -> set[str]:
    words = set(_KEEP_WORDS.findall(fold_key("\n".join([b.text for b in blocks]))))
    return {w.removesuffix("s")[:5] for w in words}


def _may_head(b: Block) -> bool:
    """True when a block may be a headline: one line of some words, no notice, no list of headlines."""
    if b.hints & OUTSIDE or b.ticker or not 2 <= b.words <= 40 or len(b.text) > 260:
        return False
    if dated(b.text) or notice(b) or b.starts("tags") or _NO_HEAD.search(b.text):
        return False
    if b.text[-1] in ":：" and (b.starts("source") or opening(b.text, "copied")):
        return False  # «نقلاً عن صدى الوادي:»
    if b.starts("related") == len(bare(b.text)) or released(b.text):
        return False
    if (
        b.text[-1] in ",;،؛"
        or _ITEM.match(b.text)
        or (b.prose and opens_captioned(b.text))
        or (b.words <= 4 and impersonal(b.text))
    ):
        return False
    return not (is_byline(b.text) and b.words <= 7)


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
