"""What each block of a page is: title, body, caption, teaser of another article, or chrome.

The core of an article is the run of blocks with the most prose in it; in HTML it is sought inside the article's own element. What
announces other articles is kept out of it. No outlet's name is known here.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.accounted import WORDS as ACCOUNTED
from isnad.extract.accounted import account
from isnad.extract.attribution import closes
from isnad.extract.blocks import Block, Tree
from isnad.extract.bylines import byline_of, cued_line, is_byline, names_only, opens_with_cue
from isnad.extract.captions import captioned, credited, ends_with_agency, looks_captioned, opens_captioned
from isnad.extract.core import core, furniture
from isnad.extract.datelines import dated, little_else, partial_line
from isnad.extract.dispatches import agency_line
from isnad.extract.handed import ASSISTED, assisted
from isnad.extract.headline import HEADINGS, Headline
from isnad.extract.heads import ITEM, KICKER
from isnad.extract.hints import OUTSIDE
from isnad.extract.home import NOWHERE, Home, boxes, cards, comments, home, strangers
from isnad.extract.lines import (
    addresses,
    closes_to_reader,
    comments_inline,
    imprint,
    is_clock,
    names_its_source,
    notice,
    opens_comments,
    signed_place,
    signs_off,
    staged,
)
from isnad.extract.looks import folded
from isnad.extract.outlets import outlet_beside_author, outlet_beside_source
from isnad.extract.pairs import listed_inline, paired_behind
from isnad.extract.persons import agency, by_agency, initials, of_press
from isnad.extract.phrases import bare
from isnad.extract.readers import shows
from isnad.extract.reprints import corrects, provenance, reprint, translated_issue
from isnad.extract.signatures import signature
from isnad.extract.signers import Signers, job
from isnad.extract.slugs import slug
from isnad.extract.speakers import speaker, speakers
from isnad.extract.stems import stems
from isnad.extract.tails import author_notes, footnotes, sender
from isnad.extract.teasers import teasers
from isnad.model.reading import PartKind
from isnad.text import fold_key

_STAMP = 10
"""Words of the longest line of agency, place and day between bars."""
_TAKEN = 16
"""Words of the longest line that says from where a text was taken or translated."""
PROVENANCE, LONGEST_PROVENANCE = 2, 45
"""Paragraphs at the end of a text that may say where it comes from ("This story originally appeared in X"), and their most words."""
PRINTED = 24
"""Words of the longest paragraph at the end of a text that says who printed or made the sheet."""
LISTED = 5
"""Words of the shortest point of a summary."""
SLUGGED = 6
"""Words of the longest line of a town and, in brackets, the agency whose page it is."""
LINKED = 4
"""Words of the shortest headline in a list that nothing leads to, behind a text; one of them at least speaks of something else."""
UNBOXED = 3
"""Paragraphs of a text in whose markup a box of one line is none of it."""
UNENDED, UNLISTED = 2, 9
"""Lines behind a text, of how many words at least, that announce other articles when none of them ends as sentences do."""
_SPEECH = regex.compile(r"[“«\"][^“”«»\"]{12,}[”»\"]")
_MARK = regex.compile(r"[«»\"“”]")


class Core:
    """Where an article stands among the blocks of its page: its kinds block by block, and the title's place."""

    def __init__(self, blocks: Sequence[Block], hints: Sequence[str] = (), tree: Tree | None = None) -> None:
        self.blocks = blocks
        self.kinds: list[PartKind] = ["chrome"] * len(blocks)
        head = next((i for i, b in enumerate(blocks) if "headline" in b.hints), 0)
        # What a ticker announces ends at the latest with the headline that a page on one line shows.
        self.teasers = teasers(blocks[:head]) | {head + i for i in teasers(blocks[head:])} if head else teasers(blocks)
        self.home: Home = NOWHERE
        if tree is not None and blocks:
            self.home = home(blocks, tree, self.teasers)
            self.teasers = (
                teasers(blocks, self.home.near) | comments(blocks, tree) | boxes(blocks, tree) | cards(blocks, tree)
            )
        self.strange = strangers(blocks, tree, self.home) if tree is not None and self.home.inside else frozenset()
        self.often = furniture(blocks)
        self.first, self.last = core(blocks, self.teasers, self.home.inside, self.often)
        if self.first >= 0 and "inline" in blocks[self.first].hints:
            self.last = listed_inline(blocks, self.first, self.last)
        self.spoken = speakers(blocks[max(0, self.first) : self.last + 1])
        self.signers = Signers(blocks, self.first, self.last)
        self.headline = Headline(blocks, self.first, self.last, self.teasers, self.signers)
        self.title = self.headline.find(hints)
        if self.first >= 0:
            self._label()

    def _top(self) -> int:
        """Where an article without a headline begins: with the dates, bylines and captions right above its text."""
        top = self.first
        for i in range(self.first - 1, max(-1, self.first - 7), -1):
            text = self.blocks[i].text
            if i == 0 and of_press(text):
                break  # "SKERRA RADIO / THE EVENING HOUR" is no caption
            if dated(text) or is_byline(text) or looks_captioned(text) or job(text) or self._posts(i):
                top = i
            elif self.blocks[i].words > 8 or self.blocks[i].ticker:
                break
        return top

    def _signs(self, line: str) -> bool:
        """True for a line that ends in the name with which the text's dateline opens: "… a los tres años. ANM"."""
        name = slug(self.blocks[self.first].text)
        return name is not None and line.rstrip(" .()").endswith(f" {name}")

    def _posts(self, i: int) -> bool:
        """True for the name of who posts in a network, with what he is below it."""
        return i + 1 < len(self.blocks) and job(self.blocks[i + 1].text) and signature(self.blocks[i].text) is not None

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
            elif kinds[i] == "chrome" and not blocks[i].hints & OUTSIDE and shows(blocks, i):
                kinds[i] = "dateline"
        self._close()
        self._announced_behind()
        for i in paired_behind(self.blocks, self.kinds, self.first, self.last):
            self.kinds[i] = "related"
        self._tail()
        if self.title is not None and self.title < self.first:
            self._standfirst()

    def _close(self) -> None:
        """Take the notes on authors, on senders and on where the text comes from off its ends."""
        own = [i for i, k in enumerate(self.kinds) if k in ("body", "lead")]
        for i in (own[0], own[-1]) if 1 < len(own) <= PROVENANCE else ():
            if _credits(self.blocks[i]):
                self.kinds[i] = "dateline"
        for i in (*own[:1], *own[-PROVENANCE:]) if len(own) > PROVENANCE else ():
            b = self.blocks[i]
            if corrects(b.text):
                continue
            told = b.words <= LONGEST_PROVENANCE and (provenance(b.text) is not None or closes(b.text))
            taken = b.words <= _TAKEN and not b.ends and reprint(b.text) is not None
            taken = taken or _credits(b)
            if told or taken or (b.words <= _STAMP + _TAKEN and b.year and translated_issue(b.text)):
                self.kinds[i] = "dateline"
        for i in own[-1:] if len(own) > PROVENANCE else ():
            b = self.blocks[i]
            if b.words <= PRINTED and (b.starts("imprint") or closes_to_reader(b.text)):
                self.kinds[i] = "chrome"  # "Printed for the Society by Adabraka Press"
        for i in (*author_notes(self.blocks, self.kinds), *footnotes(self.blocks, self.kinds)):
            self.kinds[i] = "chrome"
        start = sender(self.blocks, self.kinds)
        for i in range(start, self.last + 1) if start is not None else ():
            self.kinds[i] = "chrome"

    def _announced_behind(self) -> None:
        """Take the last lines of a plain text out when they end like headlines, without a stop, and all before them like sentences."""
        own = [i for i, k in enumerate(self.kinds) if k == "body"]
        if not own or self.blocks[0].element is not None:
            return self._listed_behind(own)
        start = len(own)
        while start and not (last := self.blocks[own[start - 1]]).ends and last.text.rstrip()[-1:].isalnum():
            start -= 1
        text = [self.blocks[i] for i in own[:start] if self.blocks[i].prose]
        behind = self.blocks[own[-1] + 1 : own[-1] + 1 + UNENDED] if start < len(own) else ()
        more = sum(not (b.ends or b.ticker or notice(b) or b.words < UNLISTED or dated(b.text)) for b in behind)
        if len(own) - start + more >= UNENDED and len(text) > UNENDED and all(b.ends for b in text):
            told = own[start:]
            if all(self.blocks[i].words >= UNLISTED and ITEM.match(self.blocks[i].text) is None for i in told):
                for i in told:
                    self.kinds[i] = "related"

    def _listed_behind(self, own: Sequence[int]) -> None:
        """Take the last items of lists and cells of tables out of a page's text, which end like no sentence and speak of something else."""
        start = len(own)
        while start and (b := self.blocks[own[start - 1]]).element in ("li", "td", "th") and not (b.ends or b.prose):
            start -= 1
        text = [self.blocks[i] for i in own[:start] if self.blocks[i].prose]
        if start == len(own) or len(text) <= UNENDED or text[-1].text.rstrip()[-1:] in ":：":
            return
        told = stems(" ".join(folded(b.text) for b in text))
        listed = [self.blocks[i] for i in own[start:]]
        led = self.blocks[own[start - 1]]
        linked = (
            led.prose and led.ends and len(listed) > 1 and all(b.element == "li" and b.words >= LINKED for b in listed)
        )
        shared = [bool(stems(folded(b.text)) & told) for b in listed]
        if not any(shared) or (linked and not all(shared)):
            for i in own[start:]:
                self.kinds[i] = "related"

    def _kind(self, i: int) -> PartKind:
        """What a block between title and end is."""
        b = self.blocks[i]
        if b.hints & OUTSIDE:
            return "related" if "related" in b.hints else "chrome"
        if self.home.inside and i > self.first and i not in self.home.inside:
            return "related" if b.prose else "chrome"
        if self.title is not None and self.title < i < self.first and b.links <= 0.5 and by_agency(b.text):
            return "dateline"
        pictured = "pictured" in b.hints and not (
            byline_of(b.text) or dated(b.text) or (i < self.first and self.signers.above_text(i))
        )
        if "caption" in b.hints or b.element == "figcaption" or pictured:
            signs = i < self.first and b.element != "figcaption" and b.year and byline_of(b.text) and dated(b.text)
            return (
                "byline" if signs else "caption"
            )  # <div class="credit">By Tamara Ghishan. Published Mar 6, 2014</div>
        sourced = b.words <= (_TAKEN if ":" in b.text else 5) and names_its_source(b.text) and not b.starts("caption")
        sourced = sourced and not ("/" in b.text and signature(b.text))
        sourced = sourced or (b.words <= _STAMP and outlet_beside_source(b.text) is not None)
        if i < self.first and (sourced or (signed_place(b.text) and dated(b.text))):
            return "byline" if ":" in b.text and reprint(b.text) and byline_of(b.text) else "dateline"
        if i < self.first and b.words <= ACCOUNTED and (credit := account(b.text)) is not None:
            if credit.spoken:
                return "lead"  # "Nous traduisons l'essentiel d'un article de …"
            return "byline" if credit.author or credit.translator else "dateline"
        if i < self.first and (opens_with_cue(b.text) or not opens_captioned(b.text)):
            if b.words <= _TAKEN and (said := reprint(b.text)) is not None and not b.ends:
                return "byline" if said.translator or byline_of(b.text) else "dateline"
            signed = self.signers.above_text(i) or self.signers.under_title(i, self.title)
            if (byline_of(b.text) and not b.prose) or (signed and not credited(b.text)):
                return "byline"
        if i < self.first and b.text[0] == "[" and b.text[-1] == "]" and b.words <= ACCOUNTED:
            return "dateline"  # "[Traducción del árabe: boletín interno]"
        if i < self.first and b.words <= _STAMP + _TAKEN and outlet_beside_author(b.text):
            return "byline"
        if i < self.first and b.words <= ASSISTED and assisted(b.text):
            return "byline"
        if b.words <= SLUGGED and i < self.first and self.headline.slugged(i):
            return "dateline"
        if captioned(b) and not (i == self.last and (ends_with_agency(b.text) or self._signs(b.text))):
            return "dateline" if closes(b.text) else "caption"
        if is_clock(b.text):
            return "dateline"
        if i > self.first and staged(b.text):
            return "chrome"
        if i > self.first and speaker(b.text) in self.spoken:
            return self._inside(i)
        if i > self.first and self._under_lead(i) and self.signers.beside_date(i):
            return "byline"
        if i > self.first and b.words <= _TAKEN and not b.ends and self._under_lead(i) and cued_line(b.text):
            return "byline"
        if b.ticker and self.title is not None and i < self.first and b.words <= _STAMP + _TAKEN and dated(b.text):
            signed = signature(b.text) is not None
            if signed or b.words <= _STAMP:
                return "byline" if signed else "dateline"  # "EFE | El Cairo | 13/11/2019 11:20"
        if b.ticker or b.text in self.often or ((b.words >= 4 or "@" in b.text) and addresses(b)):
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
            if "lead" in b.hints and b.element == "li" and b.words >= LISTED:
                return "lead"  # the points of a box "In summary"
            deck = self._decks(i) and b.words >= 6 and b.links < 0.5 and told
            if b.element in HEADINGS and i in self.home.near and i + 2 >= self.first and self.title != i:
                return "subheading"
            if i + 1 == self.first and not deck and self.headline.asked(i):
                return "body"
            return "lead" if b.prose or deck else "chrome"
        return self._inside(i)

    def _decks(self, i: int) -> bool:
        """True for the line right under the headline, and for one between who signs and the text whose words are the text's."""
        if self.title is None or i <= self.title:
            return False
        between = range(self.title + 1, i)
        signed = all(self.kinds[j] in ("byline", "dateline") for j in between)
        listed = all(
            ITEM.match(self.blocks[j].text) for j in (*between, i)
        )  # "* Contractor says it will seek arbitration"
        return i == self.title + 1 or listed or (signed and self.headline.shares(i))

    def _under_lead(self, i: int) -> bool:
        """True for the lines between the first paragraph, a standfirst, and the second: authors and dates stand there too."""
        return i <= self.first + 5 and not any(b.prose for b in self.blocks[self.first + 1 : i + 1])

    def _inside(self, i: int) -> PartKind:
        """What a block of the running text is."""
        b = self.blocks[i]
        if i in self.strange:
            return "chrome"
        if "lead" in b.hints and i <= self.first + 1:
            return "lead"
        if b.element in HEADINGS:
            return "subheading"
        if b.prose or b.ends or b.element in ("p", "li", "blockquote", "td", "th", "dd"):
            return "chrome" if b.links > 0.8 and b.words < 30 else "body"
        if b.words <= 14 and b.element == "div" and self._boxed(i):
            return "chrome"
        if b.words <= 14:
            followed = i < self.last and any(x.prose for x in self.blocks[i + 1 : i + 3])
            if names_only(b.text) and self._under_lead(i) and any(dated(x.text) for x in self.blocks[i + 1 : i + 3]):
                return "chrome"  # the outlet's name above its author and the date
            if names_only(b.text) or agency(b.text) or b.starts("caption") == len(bare(b.text)):
                return "caption"
            if b.text.rstrip()[-1:] in ":：" or ITEM.match(b.text):
                return "body"
            if followed and b.words >= 1:
                return "subheading"
            return "body" if _MARK.search(b.text) else "chrome"
        return "body"

    def _boxed(self, i: int) -> bool:
        """True for a line of a box of its own between two paragraphs of a text that has several: it speaks to the reader."""
        beside = [self.blocks[j].element for j in (i - 1, i + 1) if self.first <= j <= self.last]
        return beside == ["p", "p"] and sum(b.element == "p" for b in self.blocks[self.first : self.last + 1]) > UNBOXED

    def _tail(self) -> None:
        """Behind the text: captions, tags and bylines are told from chrome there too."""
        for i in range(self.last + 1, len(self.blocks)):
            b = self.blocks[i]
            if b.text[-1] == ":" and b.element is None and opens_comments(b.text):
                break  # "COMMENT:", and who made it when
            near = i <= self.last + 3
            if (
                near
                and b.hints & OUTSIDE == {"nav"}
                and self.kinds[i] == "chrome"
                and byline_of(b.text)
                and b.words <= (10 if "|" not in b.text else _TAKEN)
            ):
                self.kinds[i] = "byline"  # the foot of a post, which themes of blogs sign there
            if self.kinds[i] != "chrome" or b.hints & OUTSIDE:
                continue
            if b.starts("tags") and b.words <= 40:
                self.kinds[i] = "tags"
            elif near and (
                names_its_source(b.text)
                or closes(b.text)
                or (little_else(b.text) and "caption" not in b.hints)
                or (b.words <= _TAKEN and b.element != "figcaption" and reprint(b.text) is not None)
                or (b.words <= ACCOUNTED and b.element != "figcaption" and account(b.text) is not None)
            ):
                self.kinds[i] = "dateline"  # whose the text is, not whose the picture
            elif (near and b.words <= 12 and "caption" not in b.hints and b.element is None and is_byline(b.text)) or (
                near and b.element != "figcaption" and "caption" not in b.hints and self.signers.below_text(i)
            ):
                self.kinds[i] = "byline"
            elif (
                near
                and not _of_site(b)
                and not b.ticker
                and not b.starts("related")
                and (
                    (b.hints & {"caption", "pictured"} and b.element not in HEADINGS)
                    or (
                        names_only(b.text)
                        and b.element not in HEADINGS
                        and b.words >= 3
                        and ":" not in b.text
                        and b.links <= 0.5
                        and len(KICKER.split(b.text)) < 3
                    )
                    or captioned(b)
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


def _credits(b: Block) -> bool:
    """True for a line of nothing but credit that is no standfirst's sentence."""
    told = account(b.text) if b.words <= ACCOUNTED else None
    return told is not None and not told.spoken


def _of_site(b: Block) -> bool:
    """True for what speaks of the site and stands behind any of its articles: notices, rights, the imprint."""
    return notice(b) or addresses(b) or comments_inline(b) or (b.text[0] == "©" and b.year) or imprint(b)


def _repeats(line: str, title: str) -> bool:
    """True for the headline again with its running number: "General / Road completed / First addition"."""
    rest = fold_key(line).removeprefix(fold_key(title))
    return len(rest) < len(fold_key(line)) and rest.lstrip()[:1] in ("/", "(", "-", "|", "")
