"""What stands behind an article and speaks of who wrote or sent it: the note on an author, the sender of a communiqué."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of
from isnad.extract.persons import jobs
from isnad.extract.phrases import bare, starts_with
from isnad.extract.signatures import signature
from isnad.model.reading import PartKind
from isnad.text import fold_key

NOTE = 60
"""Words of the longest note on an author."""
NOTES = 2
"""Paragraphs at the end of a text that may be such notes."""
HEADING = 7
"""Words of the longest heading over the presentation of a sender: "À propos de Ciel Calme"."""
RELEASED = 6
"""Lines at the top of a page that may say it is a communiqué."""
_IS = frozenset(
    "is was has covers reports writes works teaches can est etait a enseigne collabore travaille couvre es fue ha cubre colabora "
    "trabaja ensena escribe هو هي كان كانت يعمل تعمل يكتب تكتب يغطي تغطي".split()
)
"""What a note says an author is or does, right behind the name."""


def author_notes(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> list[int]:
    """Return the last paragraphs of a text that tell who its author is: "Salima Ouchrif est économiste, …", "The writer is …"."""
    own = [i for i, k in enumerate(kinds) if k == "body"]
    if len(own) <= NOTES:
        return []
    names = [n for b, k in zip(blocks, kinds, strict=True) if k == "byline" and (n := _name(b.text))]
    found = []
    for i in reversed(own[-NOTES:]):
        b = blocks[i]
        if b.words > NOTE or not _presents(b.text.lstrip("*–—- "), names):
            break
        found.append(i)
    return found


_FOOTNOTES = frozenset(
    "notes notas footnotes endnotes references referencias bibliographie bibliografia هوامش الهوامش المراجع مراجع الاحالات".split()
)
_NUMBERED_NOTE = regex.compile(r"\s*(?:[\[(]\d{1,2}[\])]|\d{1,2}\s?[.)-]|[¹²³⁴-⁹]|\*)\s*\S")


def footnotes(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> list[int]:
    """Return the numbered notes that close a text under a heading of one word, and the heading: "Notes / [1] Interviews conducted in …"."""
    last = max((i for i, k in enumerate(kinds) if k in ("body", "subheading")), default=0)
    found: list[int] = []
    for i in range(last, 0, -1):
        if found and fold_key(blocks[i].text).strip(" .:") in _FOOTNOTES:
            return [i, *found]
        if not _NUMBERED_NOTE.match(blocks[i].text):
            break
        found.append(i)
    return []


def _name(line: str) -> str | None:
    return byline_of(line) or signature(line, near=True)


def _presents(text: str, names: Sequence[str]) -> bool:
    if starts_with(text, "biographies"):
        return True
    folded = fold_key(text)
    for name in names:
        rest = folded.removeprefix(fold_key(name))
        words = rest.strip(" ,،:-").split()[:1]
        if len(rest) < len(folded) and words and (words[0] in _IS or words[0] in jobs()):
            return True
    return False


def sender(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> int | None:
    """Return where, on a page that says it is a communiqué, the presentation of its sender begins; ``None`` when nowhere."""
    if not any(released(b.text) for b in blocks[:RELEASED]):
        return None
    seen = 0
    for i, k in enumerate(kinds):
        if (
            k in ("body", "subheading", "caption", "chrome")
            and seen >= 2
            and blocks[i].words <= HEADING
            and not blocks[i].ends
        ):
            length = starts_with(blocks[i].text, "senders")
            if length and (length >= 5 or length == len(bare(blocks[i].text))):
                return i
        seen += k == "body" and blocks[i].prose
    return None


BODY, ABOVE = 10, 7
"""Words of the longest name of a body that issues a page, and the lines at its top among which it stands."""
_PARTED = regex.compile(r"\s+[-–—|/•·]\s+|\s{3,}")


def issuing_body(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the ministry, council or office over the headline of a bulletin or communiqué; ``None`` when the page is none."""
    title = next((i for i, k in enumerate(kinds) if k == "title"), 0)
    top = range(min(title, ABOVE))
    if not any(released(blocks[i].text) or _numbered(blocks[i].text) for i in top):
        return None
    ministries = [
        i for i in top if starts_with(blocks[i].text, "bodies") and fold_key(blocks[i].text).startswith(_MINISTRIES)
    ]
    for i in (*ministries, *reversed(top)):
        name = _PARTED.split(blocks[i].text)[0].strip(" .:،,")
        if (
            kinds[i] == "chrome"
            and 2 <= len(name.split()) <= BODY
            and starts_with(name, "bodies")
            and not blocks[i].prose
        ):
            return name
    return None


_MINISTRIES = ("وزاره", "ministere", "ministerio", "ministry", "department of", "secretaria de")
"""How the body opens whose offices stand below it in a letterhead: «وزارة المياه», «مديرية التواصل»."""


def _numbered(line: str) -> bool:
    """True for the number of a bulletin or communiqué: "Boletín núm. 233", «نشرة إخبارية رقم 17/2015»."""
    return len(line) <= LONGEST_NUMBERED and starts_with(line, "bulletins") > 0 and any(c.isdigit() for c in line)


LONGEST_NUMBERED = 70
"""Characters of the longest line that numbers a bulletin."""


def released(line: str) -> bool:
    """True for a line that says what its page is, and nothing else: "COMMUNIQUÉ DE PRESSE", «بيان صحفي»."""
    length = starts_with(line, "releases")
    return length > 0 and length >= len(bare(line)) - 2
