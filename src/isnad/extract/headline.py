"""Which block of a page is its headline: what the metadata repeat, else the headline nearest above the prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import is_byline, signature
from isnad.extract.captions import captioned, opens_captioned
from isnad.extract.carriers import carried
from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import TRANSCRIBED, dated, partial_line
from isnad.extract.handed import handed
from isnad.extract.hints import OUTSIDE
from isnad.extract.lines import notice
from isnad.extract.looks import folded
from isnad.extract.onewords import furniture, tokens_of
from isnad.extract.outlets import outlet_beside_author
from isnad.extract.persons import impersonal, named_as_paper, of_press
from isnad.extract.phrases import bare, opening
from isnad.extract.reprints import reprint
from isnad.extract.signers import Signers, job
from isnad.extract.sitenames import named_in, unnumbered
from isnad.extract.stems import stems
from isnad.extract.tails import released
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

_PICTURED = regex.compile(
    r"[(\[]\s*(?i:photos?|images?|pictures?|pic|fotos?|imagen|fotografía|crédits?|credits?|créditos?|صورة|تصوير|الصورة|عدسة|ت)\b[^()\[\]]{0,16}[:/][^()\[\]]{2,60}[)\]]?\s*$"
    r"|(?<=[.!?]\s)(?i:photo credit|image credit|credits?|crédits?( photo)?|crédito|foto|photo|صورة|تصوير)\s*[:/]\s*\p{L}[^.!?]{1,60}$"
)
"""Whose a picture is, at the end of its caption: "… up your nostrils? (Photo: Getty Images)", "… solar power. Credit: AFP/Getty"."""
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
CAPTION_HEADS = 0.9
"""What a line that looks like a caption loses as a headline: "Vidéo : …" may be one, where nothing else is."""
LONGEST_SITE = 10
"""Words of the longest name of a site, its frequency and its town, that a heading over the headline may have."""
LABEL = 14
"""Characters in which the colon behind "Source" stands."""
_COLON = re.compile("[:：]")
BEHIND, TAKEN = 6, 16
"""Lines behind a text that may say from where it was taken, and their most words."""
SHARED = 3
"""Words that a standfirst shares with the text under it."""
LONGEST = 24
"""Words of the longest headline that shares no word with its text."""
SIGNED = 6
"""Lines above a text among which its author, its date and its headline stand."""
ITEM = regex.compile(r"\s*[-–—•*]\s")
"""The start of an item of a list."""
KICKER = regex.compile(r"\s*[|:/•·>»]\s*|\s+[-–—]\s+")
_NO_HEAD = regex.compile(
    r"^\s*\^|\s(?:\+{2,3}|/{2}|\*{2,4}|~{2,3}|#{2,3})\s|\s[>›»]\s.*\s[>›»]\s|^[A-Z]{2,5}-?\d{3,5}\b|\|\||///|\b1[).]\s.+\b2[).]\s"
)
"""What no headline is: notes of an agency to its editors ("^Eds: …"), trails of sections, codes, headlines in a row or numbered."""


class Headline:
    """Finds the headline of an article that runs from ``first`` to ``last``, and the first question of an interview."""

    def __init__(
        self, blocks: Sequence[Block], first: int, last: int, teasers: frozenset[int], signers: Signers
    ) -> None:
        self.blocks, self.first, self.last, self.teasers, self.signers = blocks, first, last, teasers, signers
        self.over = carried(blocks) if blocks and blocks[0].element is None else 0

    def find(self, hints: Sequence[str]) -> int | None:
        """The block that is the headline: what the page's own metadata say, else the last headline before the prose."""
        framed = next((i for i, b in enumerate(self.blocks[: self.first]) if "headline" in b.hints), None)
        if framed is not None:
            return framed
        for hint in hints:
            found = _matching(self.blocks, hint, self.first)
            if found is not None and not self._names_site(found) and not _letters(hint, self.blocks[found].text):
                return found
        if self.first < 0:
            return None
        named = _h1(self.blocks, hints)
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
            return self._last_headline()
        above = [i for i in above if not self.blocks[i].hints & OUTSIDE]
        heads = [i for i in above if self.blocks[i].element == "h2"] or above
        heads = [i for i in heads if self._core & _stems([self.blocks[i]])] or above
        return heads[-1] if heads else self._last_headline()

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
        return i >= self.over and _may_head(self.blocks[i]) and i not in self.teasers

    def _last_headline(self) -> int | None:
        """In plain text: the headline nearest above the prose, date and byline lines between them allowed."""
        core = self._core
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
            if not shared and self._ticks(i):
                continue
            score = shared + (0.6 if steps == 0 else 0.25 / steps)
            if captioned(self.blocks[i]):
                score -= CAPTION_HEADS
            if i + 1 < self.first and dated(self.blocks[i + 1].text):
                score += 0.4
            if score > best_score and (shared > 0.15 or steps == 0):
                best, best_score = i, score
        return self._above_deck(best, core) if best is not None else self._above_signature()

    def _ticks(self, i: int) -> bool:
        """True for a label and another headline below a line of the kind: "Trending: …" under "Watch now: …"."""
        before = self.blocks[i - 1] if i else None
        labelled = _LABELLED.match(self.blocks[i].text) is not None
        return labelled and before is not None and (i - 1 in self.teasers or _LABELLED.match(before.text) is not None)

    def _above_signature(self) -> int | None:
        """A line that shares no word with the text and stands right above its author's name or date: a headline can hardly be told otherwise."""
        signed = False
        for i in range(self.first - 1, max(0, self.first - SIGNED), -1):
            b = self.blocks[i]
            if self._heads(i) and not self._no_headline(i):
                listed = b.starts("related") or not 3 <= b.words <= LONGEST or b.prose
                return i if signed and not listed else None
            signed = signed or dated(b.text) or is_byline(b.text) or self.signers.beside_date(i) or self._credits(i)
        return None

    def _above_deck(self, i: int, core: set[str]) -> int:
        """The headline when the line found is the deck right under it."""
        before = i - 1
        close = (
            before >= 0
            and "inline" not in self.blocks[i].hints
            and self._heads(before)
            and self.blocks[i].start - self.blocks[before].end <= 1
        )
        name = (
            self._outlet(before)
            or (before == self.over and self.blocks[before].words <= 5)
            or self.blocks[before].text.isupper()
            or _kicker(self.blocks[before].text)
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
        own = _stems([self.blocks[before]])
        core = core | _stems([self.blocks[i]])
        return before if len(own & core) / max(3, len(own)) > 0.2 else i

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
        if i == self.over and self._masthead():
            return True
        described = i > 0 and job(self.blocks[i].text) and signature(self.blocks[i - 1].text) is not None
        return self.signers.beside_date(i) or described or self._credits(i) or self.asked(i)

    def _credits(self, i: int) -> bool:
        """True for an author behind a cue with the outlet he wrote for: "Words: Benoît Lallemand, La Gazette du Plateau"."""
        return ":" in self.blocks[i].text and outlet_beside_author(self.blocks[i].text) is not None

    def _masthead(self) -> bool:
        """True when the page's first line is its outlet's name: a few words, one of the trade among them or the menu right below."""
        b = self.blocks[self.over]
        below = self.blocks[self.over + 1] if len(self.blocks) > self.over + 1 else b
        first = named_in(b.text)
        if first != b.text.strip() and named_as_paper(first) and script_of(first) == "Arabic":
            return True  # «بوابة المغترب - أخبار اللبنانيين في القارة السمراء»
        named = b.words <= 5 or (b.words <= LONGEST_MOTTO and len(named_in(b.text).split()) <= 5 < b.words)
        return named and not b.ends and (below.ticker or (b.words <= 5 and of_press(b.text)) or _menu(below.text))

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


_CELLS = frozenset({"td", "th", "span", "div", "center", "li", "b", "font"})
_LABELLED = re.compile(r"[^\s:：]{2,16}(?:\s[^\s:：]{1,16})?\s?[:：]\s\S")
"""A label of a word or two, its colon, and more."""
LONGEST_MOTTO = 12
"""Words of the longest first line of a page that is its name and motto."""


def _letters(hint: str, line: str) -> bool:
    """True when the window's title is a line and the number of an issue: the line is a letter's name."""
    name = unnumbered(hint)
    return name != hint and fold_key(name).strip() == fold_key(line).strip(" .:|")


def _menu(line: str) -> bool:
    """True for a line of entries of a menu and little else: "بث مباشر - أبراج - وصفات", "Accueil Monde Économie Sport"."""
    words = [w for w in line.split() if any(c.isalpha() for c in w)]
    pieces = [p.strip(" -–—|·•") for p in _ENTRIES.split(line)] if _ENTRIES.search(line) else words
    pieces = [p for p in pieces if p]
    if len(pieces) < 2 or any(len(p.split()) > 3 for p in pieces):
        return False
    told = sum(
        bare(p) in _sections() or bare(p) in homes() or bare(p) in phrases("entries") or bare(p) in phrases("notices")
        for p in pieces
    )
    rowed = len(pieces) > ROW_PIECES and len(set(_PARTS.findall(line))) == 1  # entries that nobody knows among them
    return told >= (1 if rowed else max(2, 0.6 * len(pieces)))


_COUNTED = regex.compile(r"[\p{L}\p{M}' ]{2,24}\s?[:：]\s?[\p{N}\s.,]+")
"""A label and its number: "Messages : 1 204"."""
_HEAP = regex.compile(r"\s[-–—]\s.*\s[-–—]\s.*[!?؟.]\s\S|[!?؟.]\s\S.*\s[-–—]\s.*\s[-–—]\s")
"""Entries of a menu, another headline with its mark, and more: what was left together on one line."""
_ENTRIES = regex.compile(r"\s+[-–—|·•]\s+|\s{2,}")


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def _kicker(line: str) -> bool:
    """True for the section above a headline: "SPORTS — Coupe des Trois Mers"."""
    pieces = KICKER.split(line)
    return len(line.split()) <= 8 and any(fold_key(p).strip() in _sections() for p in pieces)


def _stems(blocks: Sequence[Block]) -> set[str]:
    return set(stems(" ".join([folded(b.text) for b in blocks])))


_NOT_HEADS = OUTSIDE | {"kicker"}


def _may_head(b: Block) -> bool:
    """True when a block may be a headline: one line of some words, no notice, no list of headlines."""
    if b.hints & _NOT_HEADS or b.ticker or not 2 <= b.words <= 40 or len(b.text) > 260:
        return False
    counts = b.element is None and b.text[0].isdigit()
    if ("inline" in b.hints or counts) and furniture(b.text, found := tokens_of(b.text, 0, len(b.text)), 0)[0] == len(
        found
    ):
        return False
    if b.element is None and ":" in b.text and _COUNTED.fullmatch(b.text):
        return False
    if _PICTURED.search(b.text) or ("inline" in b.hints and _HEAP.search(b.text)):
        return False
    if dated(b.text) or notice(b) or b.starts("tags") or _NO_HEAD.search(b.text):
        return False
    if _listing(b.text) or (b.words <= DATELINE and _dateline(b.text)) or (b.year and TRANSCRIBED.match(b.text)):
        return False
    if b.year and b.words <= TAKEN and handed(b.text) is not None:
        return False  # "Publié initialement par L'Écho du Lac le 12 mai 2021"
    if b.words <= TAKEN and b.starts("source") and _COLON.search(b.text, 0, LABEL):
        return False  # "Source : La Vigie"
    if b.text[-1] in ":：" and (b.element is None or b.starts("source") or opening(b.text, "copied")):
        return False  # «نقلاً عن صدى الوادي:», "Salut à tous, je vous copie l'article :"
    if b.starts("related") == len(bare(b.text)) or released(b.text):
        return False
    if (
        b.text[-1] in ",;،؛"
        or ITEM.match(b.text)
        or (b.prose and opens_captioned(b.text))
        or (b.words <= 4 and impersonal(b.text))
    ):
        return False
    return not (is_byline(b.text) and b.words <= 7)


_PARTS = regex.compile(r"\s+[-–—|/>›»·•~]\s+")


def _listing(line: str) -> bool:
    """True for a row of short pieces that one kind of mark parts: a menu, a trail ("السعودية - الإمارات - قطر", «لبدة / نفط وطاقة / خبر رقم 0417»)."""
    stopped = line.rstrip(". ").split(". ")
    if len(stopped) > ROW_PIECES and all(len(p.split()) <= ROW_PIECES for p in stopped):
        return True  # "Listen again. Podcast. Schedule. Write to us."
    pieces = _PARTS.split(line)
    if len(pieces) == len(line.split()) - 1 == 2:
        return True  # «المصارعة - حكم»: the slug of a dispatch
    most = max(len(p.split()) for p in pieces)
    return (len(pieces) > ROW_PIECES and most <= 2) or (
        len(pieces) >= ROW_PIECES and most <= ROW_PIECES and len(set(_PARTS.findall(line))) == 1
    )


DATELINE = 5
"""Words of a place, its comma and a day without a year."""


def _dateline(line: str) -> bool:
    """True for a place and a day on a line of their own: "MBALKOU, May 16"."""
    place, comma, day = line.partition(",")
    return bool(comma) and place.strip().isupper() and partial_line(day.strip()) is not None


ROW_PIECES = 3
"""Pieces of the shortest trail, and the words of its longest station."""


def _h1(blocks: Sequence[Block], hints: Sequence[str]) -> int | None:
    """The only "h1" of a page, where it says what the metadata say, whatever box of links or menu it stands in."""
    heads = [i for i, b in enumerate(blocks) if b.element == "h1"]
    if len(heads) != 1:
        return None
    said = folded(blocks[heads[0]].text)
    return heads[0] if any(_same_words(said, fold_key(hint)) for hint in hints) else None


def _matching(blocks: Sequence[Block], hint: str, first: int) -> int | None:
    """The block whose words are those of the hinted title, the last one before the prose."""
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
