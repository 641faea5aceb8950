"""What announces other articles: inline notes, lists under a heading, headline and excerpt again and again, boxes printed twice."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import is_byline, names_only
from isnad.extract.captions import looks_captioned
from isnad.extract.datelines import date_line, published_line
from isnad.extract.hints import OUTSIDE
from isnad.extract.lines import is_clock, names_its_source, notice
from isnad.extract.looks import BIT
from isnad.extract.phrases import bare, starts_with

LISTED = 30
"""Words of each of two paragraphs in a row after a list of articles from which the text itself goes on."""
HEADLINE = 7
"""Words from which a line behind a teaser is one more, not the subheading of the text that goes on."""
ENDED = 6
"""Words of the longest line that says that a list ends."""
ELSEWHERE = 7
"""Words of the longest heading over the other matters of a letter."""
ALONE = 40
"""Words of a paragraph that may be the whole of a text."""
SLUGGED = 5
"""Words of the longest line of a town and an outlet between the date and the text: «الكفرة - الراصد»."""
SENTENCE = 5
"""Words of the shortest paragraph that goes on from one that quotes."""
LINE = 5
"""Words from which a line in a list is a headline, not an entry of the menu."""
_SPEECH = regex.compile(r"[“«\"][^“”«»\"]{12,}[”»\"]")
CLIPPED = regex.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
"""The end of a paragraph that was cut short."""


_ANNOUNCES = regex.compile(r"[^\p{L}]*[\p{L}\p{M}\s'’،,-]{2,40}?(?:\s?[:：|»>›…←→]|\s[-–—]\s|\s\.{3}\s|\s?\.\s)")
"""The start of a line that announces one article: the phrase, and the mark that sets it off."""


def teasers(blocks: Sequence[Block], home: frozenset[int] = frozenset()) -> frozenset[int]:
    """Return the indices of blocks that announce other articles; ``home`` are those of the article's own element, if known."""
    announced = _announced(blocks, home) | _ruled(blocks) | _heaped(blocks)
    return announced | (_repeated(blocks) - home) | _clipped_behind(blocks, announced, home)


_RULE = r"(?:-{3,}|\*{3,}|={2,}|_{3,}|~{2,}|—{2,})"
_RULED = regex.compile(rf"\s*{_RULE}\s*\S.{{10,}}\S\s*{_RULE}\s*")


def _ruled(blocks: Sequence[Block]) -> frozenset[int]:
    """Advertisements that a letter sets between rules on one line: "--- Jobs: a clinic seeks a nurse. ---"."""
    return frozenset(
        i for i, b in enumerate(blocks) if b.text[0] in "-*=_~—" and b.element is None and _RULED.fullmatch(b.text)
    )


def _heaped(blocks: Sequence[Block]) -> frozenset[int]:
    """Lines right under a heading over other articles, where an empty line parts the paragraphs of the text: whole sentences too."""
    found: set[int] = set()
    parted = 0
    for i, b in enumerate(blocks):
        if b.element is not None:
            return frozenset()
        gap = b.start - blocks[i - 1].end if i else 0
        if b.prose and i and blocks[i - 1].prose and i - 1 not in found:
            if gap < 2:
                return frozenset(found)
            parted += 1
        heading = i - 1 in found or (i > 0 and _over_others(blocks[i - 1]))
        if parted >= 2 and gap == 1 and heading and b.words <= ALONE:
            found.add(i)
    return frozenset(found)


def _over_others(b: Block) -> bool:
    return not b.prose and not b.ends and b.words <= ELSEWHERE and b.starts("related") > 0


_OTHERS = regex.compile(
    r"(?:\p{L}[\p{L}\s]{2,30}\s(?:أخرى|اخرى)|(?:autres|d['’]autres|otros|otras|other|more)\s\p{L}[\p{L}\s'’]{2,30})\s?[:：]\s?\S",
    regex.IGNORECASE,
)
"""The start of a line about other matters: "Other corruption cases: …", «قضايا فساد أخرى: …»."""


def _clipped_behind(blocks: Sequence[Block], announced: frozenset[int], home: frozenset[int]) -> frozenset[int]:
    """Paragraphs cut short, or about "other" matters, behind the first notice or announcement from which no text goes on.

    Where the buttons and the comments begin, the article has ended: a sentence that breaks off there is another's.
    """
    last = next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].prose and _resumes(blocks, i)), -1) + 1
    alone = next((i for i, b in enumerate(blocks) if b.prose and b.words >= ALONE), -1) + 1
    last = max(last, alone)  # a text of one paragraph: what stands above it is not behind it
    found = _clipped_in_a_row(blocks, last, home) if last else set()
    behind = listed = False
    for i in range(max(0, last), len(blocks)):
        b = blocks[i]
        if i in announced or (not b.prose and notice(b)) or b.starts("comments"):
            behind = True
            listed = i in announced or (listed and i - 1 in found)
            continue
        another = listed and (i - 1 in announced or i - 1 in found) and _headline(b)
        if another or (behind and b.words >= 6 and _breaks_off(b) and not _own(i, b, home)):
            found.add(i)
    return frozenset(found)


def _clipped_in_a_row(blocks: Sequence[Block], last: int, home: frozenset[int]) -> set[int]:
    """The last paragraphs of a page when two and more of them in a row break off: excerpts, whatever stands above them."""
    prose = [i for i in range(last + 1, len(blocks)) if blocks[i].prose and i not in home]
    clipped = [i for i in prose if CLIPPED.search(blocks[i].text)]
    if len(clipped) < 2 or any(b - a > 2 for a, b in itertools.pairwise(clipped)):
        return set()
    between = [i for i in range(clipped[0], clipped[-1]) if not blocks[i].prose]
    return {*clipped, *(i for i in between if _headline(blocks[i]))}


def _breaks_off(b: Block) -> bool:
    return CLIPPED.search(b.text) is not None or _OTHERS.match(b.text) is not None


def _headline(b: Block) -> bool:
    """True for a line like a headline: some words, no full stop, no name, date or source of its own."""
    if b.prose or b.ends or b.element in ("h1", "td", "th", "figcaption") or not 3 <= b.words <= 20:
        return False
    if is_byline(b.text) or names_only(b.text) or names_its_source(b.text) or b.starts("tags") or notice(b):
        return False
    return not looks_captioned(b.text) and b.text[-1] not in ":：" and not (b.year and date_line(b.text))


def _own(i: int, b: Block, home: frozenset[int]) -> bool:
    """True for a long paragraph of the article's own element: a page that is cut off for those who do not pay."""
    return i in home and b.words >= 40


def _announced(blocks: Sequence[Block], home: frozenset[int]) -> frozenset[int]:
    """The blocks that announce other articles: inline notes, lists under a heading, headline–excerpt pairs."""
    found: set[int] = set()
    i = 0
    prose = False
    while i < len(blocks):
        b = blocks[i]
        prose = prose or b.prose
        if prose and b.opens & BIT["classifieds"] and _classified(blocks, i):
            found.add(i)
        if prose and b.text[0] in _POINTS and b.words <= LONGEST_POINTED and not b.ends:
            found.add(i)  # ">> شاهد الفيديو", "» See the gallery"
        if not b.opens & BIT["related"] or _SAYS.match(b.text):
            i += 1
            continue
        length = b.starts("related")
        if not prose and starts_with(b.text, "flash") and _heads_article(blocks, i):
            i += 1
            continue  # "Breaking" over the page's own headline, or at its beginning
        if b.prose and starts_with(b.text, "flash") and _resumes(blocks, i, FLASHED):
            i += 1
            continue  # «عاجل - قضى ثلاثة أشخاص …»: the text itself opens with the word
        whole = length and length >= len(bare(b.text)) - 2
        if (
            length
            and prose
            and not b.ends
            and b.words <= ELSEWHERE
            and b.element is None
            and starts_with(b.text, "elsewhere")
        ):
            end = next((j for j in range(i + 1, len(blocks)) if notice(blocks[j]) and not blocks[j].prose), len(blocks))
            found.update(range(i, end))  # "Also in this letter": what follows are its other matters
            i = end
            continue
        if (
            length
            and (whole or _ANNOUNCES.match(b.text) or b.links > 0.6 or _inserted(b, length, prose))
            and b.words <= 45
            and b.element not in ("h1",)
        ):
            found.add(i)
            if whole and not prose and _heads_article(blocks, i + 1):
                i += 1
                continue  # an entry of the menu ("Lo último"), or a rubric, over the page's own headline
            if whole and b.element is None and b.starts("lists") >= length:
                i = _list(blocks, i + 1, found, home, prose)
                continue
            if whole and not b.hints & OUTSIDE:
                i = _run(blocks, i + 1, found, home)
                continue
        i += 1
    found |= _pairs(blocks)
    return frozenset(found)


_SAYS = regex.compile(r"[—–][\p{L}¿¡«\"“]")
"""What opens a speech in a dialogue: "—Al aire, tres ráfagas."."""
FLASHED = 14
"""Words of each of two paragraphs in a row of which the first may open with a word of haste and be the text's."""


def _inserted(b: Block, length: int, prose: bool) -> bool:
    """True for an announcement amid a text without a mark, or with two points: "À LIRE AUSSI Budget 2025", «بالفيديو.. لحظة الانفجار»."""
    words = bare(b.text)
    phrase, rest = words[:length], words[length:]
    if prose and " " in phrase and b.text[:length].isupper() and not b.text.isupper():
        return True  # "MORE FROM THE HERALD Bees close …"
    if not prose or b.ends or b.words > LONGEST_INSERTED:
        return False
    if " " in phrase and "inline" in b.hints:
        return True
    return rest.startswith("..") or (" " in phrase and words.split(maxsplit=1)[0] in _CALLS)


LONGEST_INSERTED = 25
"""Words of the longest announcement amid a text that no mark sets off."""
_CALLS = frozenset(
    "lire lisez a voir lea leer lee vea ver mire mira tambien te read also see watch don't dont اقرا اقراوا اقرؤوا طالع طالعوا شاهد شاهدوا انظر".split()
)
"""The first words of phrases that call on the reader to read something else."""
_POINTS = "»›►▶>"
"""Marks before a line that leads elsewhere."""
LONGEST_POINTED = 9
"""Words of the longest such line."""


def _classified(blocks: Sequence[Block], i: int) -> bool:
    """True for what a printed page has under its last article: "Lost: …", "Courrier des lecteurs : …", «مفقودات: …»."""
    b = blocks[i]
    short = b.words <= LONGEST_CLASSIFIED and _ANNOUNCES.match(b.text) is not None
    if short and not b.ends and FEWEST <= b.words <= FLASHED and ":" in b.text[:LABELLED] and i + 1 < len(blocks):
        return blocks[i - 1].prose and blocks[i + 1].prose  # "VACANCY: night watchman", amid a text
    return short and not any(o.prose and o.words > FLASHED and not o.starts("classifieds") for o in blocks[i + 1 :])


FEWEST, LABELLED = 4, 30
"""Words of the shortest small advertisement amid a text, and characters in which its label ends."""
LONGEST_CLASSIFIED = 45
"""Words of the longest small advertisement or note under a printed article."""


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Prose printed twice and more on one page: boxes that ask for a subscription, teasers in two places."""
    seen: dict[str, list[int]] = {}
    for i, b in enumerate(blocks):
        if b.words >= 6 and b.element is not None:
            seen.setdefault(b.text, []).append(i)
    return frozenset(i for rows in seen.values() if len(rows) > 1 and blocks[rows[0]].element != "h1" for i in rows)


def _run(blocks: Sequence[Block], i: int, found: set[int], home: frozenset[int], least: int = 0) -> int:
    """Take what follows a heading of teasers as long as it looks like teasers; return the first block that does not."""
    start = i
    while i < len(blocks):
        b = blocks[i]
        if b.words <= ENDED and starts_with(b.text, "ended"):
            found.add(i)
            return i + 1
        if b.starts("related") or b.ticker or notice(b) or (b.year and date_line(b.text)):
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
            # One line, then running text again: the line is the teaser when it stands first, or is as long as the one before.
            alike = i > start and min(b.words, blocks[i - 1].words) >= HEADLINE and not b.ends
            if alike:
                found.add(i)
                return i + 1
            if i == start or b.links > 0.5:
                found.add(i)
                i += 1
                continue
            return i
        # A paragraph back in the article's own element, which the box of the list is not in, is the article's, however short.
        back = start - 1 not in home and b.ends and b.links < 0.3 and start - 1 >= 0
        at_home = i in home and (b.words >= 18 or back)
        if at_home or _resumes(blocks, i, least) or (b.words >= ALONE and _only(blocks, i)):
            return i
        found.add(i)
        i += 1
    return i


def _list(blocks: Sequence[Block], i: int, found: set[int], home: frozenset[int], prose: bool) -> int:
    """Take the list that a heading of a plain page opens; an entry of the menu opens none where all the page's text would be in it."""
    taken: set[int] = set()
    end = _run(blocks, i, taken, home, LISTED)
    if not prose and not any(b.prose for b in blocks[end:]):
        taken = set()
        end = _run(blocks, i, taken, home)
        if not any(_headline(b) and b.words >= LINE for b in blocks[i:end]):
            return i
    found |= taken
    return end


def _only(blocks: Sequence[Block], i: int) -> bool:
    """True for the one paragraph of a plain page, which is its text."""
    b = blocks[i]
    return b.element is None and not CLIPPED.search(b.text) and not any(o.prose for o in blocks if o is not b)


def _heads_article(blocks: Sequence[Block], i: int) -> bool:
    """True when a date line or byline and then running text follow: the line is the headline of the article itself."""
    signed = False
    for j in range(i + 1, min(len(blocks), i + 6)):
        b = blocks[j]
        if date_line(b.text) or published_line(b.text) or is_byline(b.text):
            signed = True
        elif b.prose:
            hours = j + 2 < len(blocks) and is_clock(blocks[j + 1].text) and blocks[j + 2].prose
            alone = b.words >= ALONE and _only(blocks, j)
            return signed and (_resumes(blocks, j) or hours or alone)  # of a live report each paragraph has its hour
        elif signed and not names_only(b.text) and not (b.words <= SLUGGED and not b.ends and _resumes(blocks, j + 1)):
            return False
    return False


def _resumes(blocks: Sequence[Block], i: int, least: int = 0) -> bool:
    """True when two paragraphs in a row stand here, neither clipped: the article goes on. One that quotes may be followed by a short one."""
    if i + 1 >= len(blocks) or not blocks[i].prose:
        return False
    spoken = blocks[i + 1].ends and blocks[i + 1].words >= SENTENCE and _SPEECH.search(blocks[i].text) is not None
    if not (blocks[i + 1].prose or spoken):
        return False
    here = blocks[i : i + 2]
    if all(b.words <= LONGEST_HEADED and _HEADED.match(b.text) for b in here):
        return False
    return all(b.words >= least and b.links < 0.3 and not CLIPPED.search(b.text) for b in here)


LONGEST_HEADED = 45
"""Words of the longest line of a headline, a dash and a sentence."""
_HEADED = regex.compile(r"(?:[^\s.!?؟:—–]+\s){4,14}[—–]\s[\p{Lu}\p{Lo}«\"“]")
"""The start of such a line: "Barra ferry resumes after engine failure — The ferry had been …"; a dateline is shorter."""


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
            and text.words >= 8
            and text.text[-1] in ".…]"
            and CLIPPED.search(text.text)
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
