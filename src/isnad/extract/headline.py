"""Which block of a page is its headline: what the metadata repeat, else the headline nearest above the prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from isnad.extract.blocks import Block
from isnad.extract.bylines import is_byline
from isnad.extract.captions import beside_desk, captioned
from isnad.extract.carriers import carried, sender, skips
from isnad.extract.datelines import dated
from isnad.extract.head import SEPARATORS
from isnad.extract.heads import kicker, may_head, menu_of
from isnad.extract.hinted import lettered, matching, only_h1
from isnad.extract.hints import OUTSIDE
from isnad.extract.looks import folded
from isnad.extract.outlets import outlet_beside_author, outlet_beside_page
from isnad.extract.persons import agency, called, desks, named_as_paper, of_press
from isnad.extract.reprints import reprint
from isnad.extract.signatures import signature
from isnad.extract.signers import Signers, job
from isnad.extract.sitenames import filed, named_in, unheard
from isnad.extract.stems import stems
from isnad.text import fold_key, script_of

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
CAPTION_HEADS = 0.9
"""What a line that looks like a caption loses as a headline: "Vidéo : …" may be one, where nothing else is."""
LONGEST_SITE = 10
"""Words of the longest name of a site, its frequency and its town, that a heading over the headline may have."""
BEHIND, TAKEN = 6, 16
"""Lines behind a text that may say from where it was taken, and their most words."""
SHARED = 3
"""Words that a standfirst shares with the text under it."""
LONGEST_BUTTON = 4
"""Words of the longest entry of a menu, button or counter between a headline and its text."""
LONGEST = 24
"""Words of the longest headline that shares no word with its text."""
SIGNED = 6
"""Lines above a text among which its author, its date and its headline stand."""


class Headline:
    """Finds the headline of an article that runs from ``first`` to ``last``, and the first question of an interview."""

    def __init__(
        self, blocks: Sequence[Block], first: int, last: int, teasers: frozenset[int], signers: Signers
    ) -> None:
        self.blocks, self.first, self.last, self.teasers, self.signers = blocks, first, last, teasers, signers
        self.over = carried(blocks) if blocks and blocks[0].element is None else 0
        self.sender = fold_key(sender(blocks[: self.over]) or "") if self.over else ""
        if self.over + 2 < len(blocks) and blocks[self.over].element is None and skips(blocks[self.over].text):
            self.over += 1  # "Skip to content"

    def find(self, hints: Sequence[str]) -> int | None:
        """The block that is the headline: what the page's own metadata say, else the last headline before the prose."""
        framed = next((i for i, b in enumerate(self.blocks[: self.first]) if "headline" in b.hints), None)
        if framed is not None:
            return framed
        for hint in hints:
            found = matching(self.blocks, hint, self.first)
            if found is not None and not self._names_site(found) and not lettered(hint, self.blocks[found].text):
                return found
        if self.first < 0:
            return None
        named = only_h1(self.blocks, hints)
        if named is not None and not self._names_site(named):
            return named
        # What begins the text may be its headline: no paragraph is a heading, though one that asks ends as sentences do.
        reach = self.first + (self.blocks[self.first].element in ("h1", *HEADINGS))
        above = [i for i in range(reach) if self.blocks[i].element in ("h1", *HEADINGS) and self._heads(i)]
        above = [i for i in above if not self._names_site(i)]
        heads = [i for i in above if self.blocks[i].element == "h1"]
        if heads:
            return heads[-1]
        if self.blocks[0].element is None:
            found = self._last_headline()
            found = self._subject() if found is None else found
            return self._above_buttons() if found is None else found
        above = [i for i in above if not self.blocks[i].hints & OUTSIDE]
        heads = [i for i in above if self.blocks[i].element == "h2"] or above
        heads = [i for i in heads if self._core & _stems([self.blocks[i]])] or above
        if heads and (below := [i for i in above if i > heads[-1] and self._says_more(i, heads[-1])]):
            return below[-1]  # "quotidien de Kisanda" under the site's name, and the headline under both
        return heads[-1] if heads else self._last_headline()

    def _subject(self) -> int | None:
        """What the head of a mail is about, where its letter prints no headline; not the letter's own name and number."""
        lines = (i for i, b in enumerate(self.blocks[: self.first]) if "thread" in b.hints)
        return next((i for i in lines if self._core & _stems([self.blocks[i]])), None)

    def _says_more(self, i: int, head: int) -> bool:
        """True for a heading of more words than another of a few, which shares several more of the text's."""
        a, b = self.blocks[i], self.blocks[head]
        return (
            b.words <= LONGEST_SITE / 2 < a.words and len(self._core & _stems([a])) > len(self._core & _stems([b])) + 1
        )

    def _names_site(self, i: int) -> bool:
        """True when what the window's title repeats is the site's name: a few words above the page's own headline."""
        b = self.blocks[i]
        reach = self.first + (self.first >= 0 and self.blocks[self.first].element in HEADINGS)
        below = [j for j in range(i + 1, reach) if self._heads(j)]
        if b.element in _CELLS and b.words <= 4 and self._headed_below(b, below):
            return True  # a cell or a line at the top, which the window repeats
        # "Radio Marea AM 870 - Puerto Viejo" as an "h3", the headline as an "h2" below: no headline stands under one of a lower rank.
        outranked = b.element in HEADINGS and any("h1" <= (self.blocks[j].element or "x") < b.element for j in below)
        if b.element == "h1" and b.words <= 4 and self._below_tells(b, below):
            return True
        if b.element not in ("h1", *HEADINGS) and b.words <= LONGEST_MOTTO and self._below_heads(b, below):
            return True
        if b.element == "h1" or b.words > (LONGEST_SITE if outranked else 6) or b.hints & {"body", "home"}:
            return False
        if outranked and self._below_says_more(b, below):
            return True
        core = self._core
        strange = core.isdisjoint(_stems([b]))
        if b.element in HEADINGS:
            return strange and any(
                self.blocks[j].element in HEADINGS and core & _stems([self.blocks[j]]) for j in below
            )
        if any(self.blocks[j].element == "h1" for j in below):
            return True
        if strange and i == 0 and of_press(b.text):
            return True  # the window says the site's name, and no headline is printed
        called = of_press(b.text) or strange or self._headed_below(b, below)
        return called and any(self.blocks[j].element in HEADINGS or core & _stems([self.blocks[j]]) for j in below)

    def _below_says_more(self, b: Block, below: Sequence[int]) -> bool:
        """True when a heading of a higher rank below shares as many words with the text as this one."""
        mine = len(self._core & _stems([b]))
        heads = (self.blocks[j] for j in below if "h1" <= (self.blocks[j].element or "x") < (b.element or ""))
        return any(len(self._core & _stems([h])) >= mine for h in heads)

    def _below_tells(self, b: Block, below: Sequence[int]) -> bool:
        """True when an "h1" of a few words shares none with the text and a heading below it shares several: "Khabar", its motto, the headline."""
        core = self._core
        mine = len(core & _stems([b]))
        return any(
            self.blocks[j].element in HEADINGS and len(core & _stems([self.blocks[j]])) > mine + 1 for j in below
        )

    def _below_heads(self, b: Block, below: Sequence[int]) -> bool:
        """True when the page's "h1" stands below a line that is no heading and shares more words with the text: the line is the site's name and motto."""
        mine = len(self._core & _stems([b]))
        return b.element is not None and any(
            self.blocks[j].element == "h1" and len(self._core & _stems([self.blocks[j]])) > mine for j in below
        )

    def _headed_below(self, b: Block, below: Sequence[int]) -> bool:
        """True when a heading of more words stands between a few words and the text, and shares more of its words than they do."""
        mine = len(self._core & _stems([b]))
        heads = (self.blocks[j] for j in below if self.blocks[j].element in HEADINGS)
        return any(h.words > 2 * b.words and len(self._core & _stems([h])) > mine + 1 for h in heads)

    @cached_property
    def _core(self) -> set[str]:
        """The stems of the running text, counted once for a page."""
        return _stems(self.blocks[self.first : self.last + 1])

    def shares(self, i: int) -> bool:
        """Return whether a line shares several words with the text, as a standfirst does."""
        own = _stems([self.blocks[i]])
        return len(own & self._core) >= max(SHARED, len(own) / 2)

    def _heads(self, i: int) -> bool:
        return i >= self.over and may_head(self.blocks[i]) and i not in self.teasers

    def _last_headline(self) -> int | None:
        """In plain text: the headline nearest above the prose, date and byline lines between them allowed."""
        core = self._core
        best, best_score, told = None, 0.0, 0.0
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
            if not shared and self._ticks(i):
                continue
            score = shared + (0.6 if steps == 0 else 0.25 / steps)
            if captioned(self.blocks[i]):
                score -= CAPTION_HEADS
            if i + 1 < self.first and dated(self.blocks[i + 1].text):
                score += 0.4
            if score > best_score and (shared > 0.15 or steps == 0):
                best, best_score, told = i, score, shared
        if best is not None and not told and (above := self._above_signature(best)) is not None:
            return above  # a button between who signs and the text: "Try the digest for a month"
        return self._above_deck(best, core) if best is not None else self._above_signature(self.first)

    def _above_buttons(self) -> int | None:
        """A line that shares much with the text, however many entries of menus, buttons and counters of a few words stand between."""
        for i in range(self.first - 1, self.over - 1, -1):
            b = self.blocks[i]
            if b.words > LONGEST_BUTTON and self._heads(i) and not self._no_headline(i):
                own = set(stems(folded(max(SEPARATORS.split(b.text), key=len))))
                return i if b.words <= LONGEST and len(own & self._core) >= max(2, len(own) / 3) else None
            if b.words > LONGEST_BUTTON:
                return None
        return None

    def _ticks(self, i: int) -> bool:
        """True for a label and another headline below a line of the kind: "Trending: …" under "Watch now: …"."""
        before = self.blocks[i - 1] if i else None
        labelled = _LABELLED.match(self.blocks[i].text) is not None
        return labelled and before is not None and (i - 1 in self.teasers or _LABELLED.match(before.text) is not None)

    def _above_signature(self, below: int) -> int | None:
        """A line that shares no word with the text and stands right above its author's name or date: a headline can hardly be told otherwise."""
        signed = False
        for i in range(below - 1, max(0, self.first - SIGNED), -1):
            b = self.blocks[i]
            if below < self.first and not signed and i + 1 < below:
                return None  # a line that shares nothing is passed over only for one right above who signs
            if self._heads(i) and not self._no_headline(i):
                listed = b.starts("related") or not 3 <= b.words <= LONGEST or b.prose
                return i if signed and not listed else None
            signed = signed or dated(b.text) or is_byline(b.text) or self.signers.beside_date(i) or self._credits(i)
            signed = signed or self._signed(i)
        return None

    def _above_deck(self, i: int, core: set[str]) -> int:
        """The headline when the line found is the deck right under it."""
        before = i - 1
        close = (
            before >= 0
            and "inline" not in self.blocks[i].hints
            and self._heads(before)
            and (self.blocks[i].start - self.blocks[before].end <= 1 or self._spaced(i))
        )
        name = (
            self._outlet(before)
            or (before == self.over and (self.blocks[before].words <= 5 or self._masthead()))
            or self.blocks[before].text.isupper()
            or kicker(self.blocks[before].text)
            or _NUMBERED.match(self.blocks[before].text) is not None
            or filed(self.blocks[before].text)
        )
        section = self.blocks[before].text.removesuffix(self.blocks[i].text) if close else ""
        again = close and 0 < len(section) < len(self.blocks[before].text)  # "Economy / …" and the headline again
        if (
            not close
            or name
            or again
            or self._paper(before)
            or self.blocks[before].words < 4
            or self.signers.beside_date(before)
        ):
            return i
        own, mine = _stems([self.blocks[before]]), _stems([self.blocks[i]])
        hasty = ":" in self.blocks[before].text and self.blocks[before].starts("flash")
        if hasty and len(own & core) / max(3, len(own)) < len(mine & core) / max(3, len(mine)):
            return i  # "Breaking: …" of something else, over the headline
        core = core | mine
        # headline, deck, and who signs
        signed = (
            i + 1 < self.first
            and self._signs(i + 1)
            and not (
                self.blocks[before].prose or self.blocks[before].ends or SEPARATORS.search(self.blocks[before].text)
            )
        )
        return before if len(own & core) / max(3, len(own)) > (0.12 if signed and before > self.over else 0.2) else i

    def _spaced(self, i: int) -> bool:
        """True where an empty line stands over a line as it does over who signs below it: all lines of the page are set apart."""
        gap = self.blocks[i].start - self.blocks[i - 1].end
        below, over = i + 1, self.blocks[i - 1]
        return (
            gap == 2
            and not (over.ends or _LABELLED.match(over.text))
            and below < self.first
            and self.blocks[below].start - self.blocks[i].end == gap
            and self._signs(below)
        )

    def _signs(self, i: int) -> bool:
        """True for a line with who signs or when it was published."""
        return dated(self.blocks[i].text) or is_byline(self.blocks[i].text) or self.signers.beside_date(i)

    def _outlet(self, i: int) -> bool:
        """True for a paper's name over a headline, as readers of feeds set it: "Le Petit Écho de Ravières"."""
        return i >= 0 and named_as_paper(self.blocks[i].text)

    def _paper(self, i: int) -> bool:
        """True for the name of the paper that a line behind the text says it was taken from."""
        key = fold_key(self.blocks[i].text)
        behind = self.blocks[self.last + 1 : self.last + BEHIND]
        return any(
            b.words <= TAKEN and (r := reprint(b.text)) is not None and fold_key(r.publisher) == key for b in behind
        )

    def _no_headline(self, i: int) -> bool:
        """True for a name alone, what the one named is, or the first question of an interview."""
        if (i == self.over and self._masthead()) or (i and fold_key(self.blocks[i].text) == self.sender):
            return True
        if (
            filed(self.blocks[i].text)
            or _MAILBOX.fullmatch(self.blocks[i].text.strip())
            or outlet_beside_page(self.blocks[i].text) is not None
            or _NUMBERED.match(self.blocks[i].text)
            or (self.blocks[i].words <= SLUGGED and self.slugged(i))
        ):
            return True
        described = i > 0 and job(self.blocks[i].text) and signature(self.blocks[i - 1].text) is not None
        if (
            described
            or self.signers.below_author(i)
            or self._signed(i)
            or self._credits(i)
            or self.asked(i)
            or self._desk(i)
            or self._marked(i)
        ):
            return True
        return self.signers.beside_date(i)

    def _marked(self, i: int) -> bool:
        """True for an outlet's name in marks of emphasis, as messages in networks have it: «*وكالة الضفتين للأنباء*», or a few words that the text shares none of, a picture beside them."""
        found = _EMPHASIZED.fullmatch(self.blocks[i].text)
        if found is None:
            return False
        pictured = bool(found["before"] or found["behind"]) and self.blocks[i].words <= LONGEST_CHANNEL
        return named_as_paper(found["name"]) or (pictured and self._core.isdisjoint(_stems([self.blocks[i]])))

    def _desk(self, i: int) -> bool:
        """True for a desk and nothing else, or for that of the outlet that the page's first line names: "Redacción de El Faro de Tazacorte"."""
        words = _LETTERS.findall(fold_key(self.blocks[i].text))
        if len(words) <= SIGNED and _desk_words().issuperset(words) and not desks().isdisjoint(words):
            return True  # "Par la rédaction avec agences"
        desk, _, rest = fold_key(self.blocks[i].text).partition(" ")
        if desk not in desks() or self.blocks[i].words > SIGNED:
            return False
        name = _JOINED.sub("", rest)
        return bool(name) and f" {name} " in f" {fold_key(self.blocks[self.over].text)} "

    def _signed(self, i: int) -> bool:
        """True for a known given name and a surname, or a name beside its desk, right above the text, which does not speak of them."""
        line = self.blocks[i].text
        return i + 1 == self.first and (called(line) or beside_desk(line)) and self.signers.above_text(i)

    def slugged(self, i: int) -> bool:
        """True for a town and the page's own agency in brackets: «جيبوتي (مرافئ)», "KAYANGA (Fouta Presse)"."""
        found = _SLUGGED.fullmatch(self.blocks[i].text) if self.blocks[i].text.rstrip(" :-–—.")[-1:] == ")" else None
        if found is None or i == self.over:
            return False
        name = fold_key(found["name"])
        own = fold_key(named_in(self.blocks[self.over].text))
        return of_press(name) or agency(name) or name == own or f" {name} " in f" {own} "

    def _credits(self, i: int) -> bool:
        """True for an author behind a cue with the outlet he wrote for: "Words: Benoît Lallemand, La Gazette du Plateau"."""
        return ":" in self.blocks[i].text and outlet_beside_author(self.blocks[i].text) is not None

    def _masthead(self) -> bool:
        """True when the page's first line is its outlet's name: a few words, one of the trade among them or the menu right below."""
        b = self.blocks[self.over]
        below = self.blocks[self.over + 1] if len(self.blocks) > self.over + 1 else b
        first = named_in(b.text)
        if first != b.text.strip() and of_press(first) and unheard(first) != first:
            return True  # "RADIO TANNEURS 102.4 -- Journal de 8 heures"
        apart = script_of(first) == "Arabic" or (first.isupper() and not b.text.isupper())
        if first != b.text.strip() and named_as_paper(first) and apart:
            return True  # «بوابة المغترب - أخبار اللبنانيين في القارة السمراء», "THE DELTA MONITOR - free to read"
        named = b.words <= 5 or (b.words <= LONGEST_MOTTO and len(named_in(b.text).split()) <= 5 < b.words)
        return named and not b.ends and (below.ticker or (b.words <= 5 and of_press(b.text)) or menu_of(below.text))

    def asked(self, i: int) -> bool:
        """True for the first question of an interview: right above the text, more asked in it, the headline and the date above."""
        if i + 1 != self.first or self.blocks[i].text[-1] not in "?؟":
            return False
        inside = self.blocks[self.first : self.last + 1]
        if not any(b.text[-1] in "?؟" and a.prose for a, b in zip(inside[1:], inside, strict=False)):
            return False
        near = range(i - 1, max(-1, i - 7), -1)
        signed = next((j for j in near if dated(self.blocks[j].text) or is_byline(self.blocks[j].text)), 0)
        return any(self._heads(j) for j in range(signed - 1, max(-1, signed - 4), -1))


_EMPHASIZED = re.compile(r"(?P<before>[^\w\s*]*)\s*[*_]+\s*(?P<name>[^*\n]+?)\s*[*_]+\s*(?P<behind>[^\w\s*]*)")
"""A line in marks of emphasis, and the picture before or behind it."""
LONGEST_CHANNEL = 4
"""Words of the longest name of a channel."""
_MAILBOX = re.compile(r"(?:[\w-]+\s?:\s?)?[\w.+-]+@[\w.-]+")
"""An address of mail or a name in a network, with a label or without."""
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"^(?:de |du |d'|del |of )")
"""What joins a desk to its outlet, folded."""
SLUGGED = 6
_NUMBERED = re.compile(r"(?=[A-Z\d/_-]*\d)[A-Z]{2,}[A-Z\d]*(?:[-/_][A-Z\d]+){2,}(?=\s*[(:–—-]|\s*$)")
"""The number under which an agency sends a dispatch."""
_SLUGGED = re.compile(r"[^()\d:|]{3,30}\s\((?P<name>[^()\d]{2,30})\)\s*[:.–—-]*")
_CELLS = frozenset({"td", "th", "span", "div", "center", "li", "b", "font"})
_LABELLED = re.compile(r"[^\s:：]{2,16}(?:\s[^\s:：]{1,16})?\s?[:：]\s\S")
"""A label of a word or two, its colon, and more."""
LONGEST_MOTTO = 12
"""Words of the longest first line of a page that is its name and motto."""


def _stems(blocks: Sequence[Block]) -> set[str]:
    return set(stems(" ".join([folded(b.text) for b in blocks])))


@cache
def _desk_words() -> frozenset[str]:
    """The words of desks, and those that lead to one or join two."""
    return frozenset(w for d in desks() for w in d.split()) | _TO_DESKS


_TO_DESKS = frozenset(
    "par la le les l notre de avec et por el los y e con nuestra by our the and with من مع و عن".split()
)
