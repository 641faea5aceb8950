"""Pages on which readers and aggregators show other outlets' articles: the line that names the outlet beside how long ago and how often read.

«وكالة الأوراس للأنباء | منذ يومين | 3418 قراءة», "Shoreline Gazette · 2 days ago · 4,112 reads".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from isnad.extract.ago import hours_ago
from isnad.extract.attribution import attributed
from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates, said_when
from isnad.extract.looks import BIT, folded
from isnad.extract.persons import agency, called, desks, named_as_paper, of_press, person
from isnad.extract.phrases import bare, opening, starts_with
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

LONGEST_WORDS = 16
LONGEST = 110
"""Words and characters of the longest line of an outlet, a time and a count."""
MOST = 6
"""Words of the longest name of an outlet."""
ABOVE = 3
"""Lines above a headline among which that line may stand."""
DISCLAIMER = 30
"""Words of the longest sentence in which a site answers for nothing that others wrote."""
ITEMS = 2
"""Headlines with outlet and time behind them from which a page is a list of other outlets' articles."""
_PARTED = regex.compile(r"\s*[|•·‧∙]\s*|\s+\.\s+|\s+[-–—/ـ]+\s+|\s{3,}")
_ITEM = regex.compile(r"\S.{12,160}?\s[-–—|·•]\s+(?P<outlet>[^-–—|·•]{2,40}?)\s+[-–—|·•]\s+(?P<when>[^-–—|·•]{3,24})")
_TIMED = regex.compile(r"(?P<when>[^-–—|·•]{3,24}?)\s+[-–—|·•]\s+\S.{12,160}?\s[-–—|·•]\s+(?P<outlet>[^-–—|·•]{2,40})")
_NUMBER = regex.compile(r"\d[\d.,٫\s\u00a0\u202f]*\s?(?:(?:[kKmM]|ألف|mil)(?!\p{L}))?")


@cache
def _counts() -> frozenset[str]:
    """What is counted beside an article, folded: reads, views, comments, minutes of reading."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["counted"])


def counted(piece: str) -> bool:
    """Return whether a piece of a line is a count of readers, comments or minutes: "1 204 lectures", «3418 قراءة», "4 min read"."""
    folded = fold_key(piece).strip(" .:()👁💬⏱")
    rest = _NUMBER.sub(" ", folded)
    return rest != folded and " ".join(rest.split()) in _counts()


def shown(line: str, gathers: bool) -> str | None:
    """Return the outlet that a line names beside how long ago, or how often read; ``None`` when it is no such line.

    On a page that does not show others' articles a word that newspapers are called by is asked for.
    """
    return _shown(line, gathers) if len(line) <= LONGEST else None


@lru_cache(maxsize=1024)
def _shown(line: str, gathers: bool) -> str | None:
    pieces = [p.strip(" .,:()") for p in _PARTED.split(line.strip())]
    pieces = [p for p in pieces if p]
    if not 2 <= len(pieces) <= 5:
        return None
    when = [p for p in pieces if _when(p)]
    counts = [p for p in pieces if p not in when and counted(p)]
    rest = [p for p in pieces if p not in when and p not in counts and any(c.isalpha() for c in p)]
    rest = [p for p in rest if fold_key(p) not in phrases("notices") and not opening(p, "notices")]
    if not (when or counts) or len(rest) != 1 or (not counts and all(all_dates(p) for p in when) and not gathers):
        return None
    name = rest[0]
    if len(name.split()) > MOST or name[-1:] in "!?؟…" or any(c in name for c in '«»"“”') or agency(name):
        return None
    if (
        desks().issuperset(fold_key(name).split())
        or fold_key(name) in _sections()
        or (called(name) and person(name))
        or starts_with(name, "related") == len(bare(name))
    ):
        return None
    return (
        name
        if of_press(name) or (gathers and (script_of(name) == "Arabic" or name[:1].isupper() or name[:1].isdigit()))
        else None
    )


def _when(piece: str) -> bool:
    return hours_ago(piece) is not None or bool(all_dates(piece)) or said_when(piece)


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def gathers(blocks: Sequence[Block]) -> bool:
    """Return whether a page shows other outlets' articles: a list of headlines with outlet and time, what it calls itself, its buttons."""
    outlets: set[str] = set()
    for b in blocks:
        if b.words <= DISCLAIMER and (said := attributed(b.text)) is not None and said.others:
            return True  # "Articles remain the responsibility of their publishers."
        if b.prose and b.words <= DISCLAIMER and names_itself(b.text) and b.holds & BIT["follow"]:
            return True  # "X is not responsible for the articles of external sites."
        if b.prose or b.words > 40:
            continue
        line = b.text.strip() if len(b.text) <= 240 else ""
        found = _ITEM.fullmatch(line) or _TIMED.fullmatch(line)
        if found is not None and _when(found["when"]) and hours_ago(found["when"]) is not None:
            outlets.add(fold_key(found["outlet"]))
            if len(outlets) >= ITEMS:
                return True
        if b.words <= 12 and (starts_with(b.text, "at_source") or starts_with(b.text, "reader_buttons")):
            return True
        if b.words <= 20 and names_itself(b.text):
            return True
    return False


def names_itself(line: str) -> bool:
    """Return whether a line says that a page shows the news of others: "X, news search engine", «كل الأخبار في مكان واحد»."""
    words = folded(line)
    return any(w in words for w in _selves())


@cache
def _selves() -> frozenset[str]:
    """Words by which aggregators say what they are."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["aggregator"])


def shows(blocks: Sequence[Block], i: int) -> bool:
    """Return whether a line names the outlet whose article its page shows, beside when and how often read."""
    b = blocks[i]
    return (
        b.words <= LONGEST_WORDS
        and not b.prose
        and shown(b.text, True) is not None
        and shown(b.text, gathers(blocks)) is not None
    )


def shown_outlet(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet whose article a page shows, by the line of outlet, time and count at its headline."""
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), None)
    if own is None:
        return None
    title = next((i for i, k in enumerate(kinds) if k == "title"), own)
    lines = [i for i in range(max(0, title - ABOVE), own) if kinds[i] not in ("title", "related", "caption", "tags")]
    found = next((shown(blocks[i].text, True) for i in lines if shows(blocks, i)), None)
    return found or next((b.text for b in _set_apart(blocks, lines)), None)


def _set_apart(blocks: Sequence[Block], lines: Sequence[int]) -> list[Block]:
    """Names of papers on lines of their own right above when they were shown, on a page that shows the articles of others."""
    pairs = [i for i in lines if i + 1 in lines and i and named_as_paper(blocks[i].text) and _when(blocks[i + 1].text)]
    return [blocks[i] for i in pairs] if pairs and gathers(blocks) else []
