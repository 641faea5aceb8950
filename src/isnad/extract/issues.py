"""Lines of printed papers and of files of cuttings: the paper's name, the day, the page ("Le Petit Vannier, 8 juin 2023, page 9")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates
from isnad.extract.persons import generic, of_press
from isnad.extract.phrases import starts_with
from isnad.languages.calendar import CalendarDate
from isnad.text import fold_key, script_of

LONGEST = 200
"""Characters of the longest such line."""
NAME = 6
"""Words of the longest name of a paper."""
ABOVE = 4
"""Lines above a headline in which a file of cuttings names the paper."""
_PAGE = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?i:pages?|pp?\.?|págs?\.?|página)|صفحه|صفحة|الصفحة|ص\.?)\s*[A-Za-z]?\s?\d{1,3}(?:\s*(?:/|of|de|sur|من|-)\s*\d{1,3})?(?![\p{L}\p{N}])"
)
_NUMBER = regex.compile(
    r"(?<![\p{L}])(?:(?i:vol(?:ume)?\.?|no\.|nos\.|n[°ºo]\.?|núm\.?|número|numéro|issue|edición|édition|año|année)|العدد|عدد|السنة|المجلد)\s*[:#]?\s*"
    r"(?:\d[\d.,]*|[IVXLC]+)(?![\p{L}\p{N}])"
)
_GAPS = regex.compile(r"\s*[|•·,،؛;]\s*|\s+[-–—ـ]+\s+|\s{2,}|\t+|[.:]\s+")
_BEFORE_DAY = regex.compile(r"(?<!\p{L})(?:du|le|del|el|of|on|يوم|ليوم|بتاريخ)\s*$", regex.IGNORECASE)
APPEARS = regex.compile(
    r"(?<=\S)\s+(?:تصدر|يصدر|تصدرها|يصدرها|تأسست|تأسس|(?i:est\.|since|depuis|desde|para[iî]t|paraissant|publié|published|founded|established|fondé|fundado|se publica|sale (?:los|cada|todos)))(?=\s).*$"
)
"""When and by whom an outlet appears, behind its name: «صحيفة … تصدر كل اثنين», "Le Fanal paraît le jeudi"."""
_DIGIT = regex.compile(r"\d")
_ALONE = regex.compile(r"\d{1,3}")


class Issue(Struct, frozen=True):
    """A paper named beside the page or number of its issue, and the day, if printed on the same line."""

    name: str
    date: CalendarDate | None


def issue(line: str) -> Issue | None:
    """Return the paper that a line names beside a page's or an issue's number; ``None`` when the line is none of that kind."""
    if len(line) > LONGEST or not _DIGIT.search(line):
        return None
    return _issue(line)


@lru_cache(maxsize=1024)
def _issue(line: str) -> Issue | None:
    if ":" in line and starts_with(line, "source"):
        line = line.split(":", 1)[1]  # «المصدر: يومية الربوة، …، الصفحة 3»
    dates = all_dates(line)
    rest = line
    for d in reversed(dates):
        rest = f"{_BEFORE_DAY.sub('', rest[: d.start])} | {rest[d.end :]}"
    kept = _NUMBER.sub(" | ", _PAGE.sub(" | ", rest))
    pieces = [APPEARS.sub("", p).strip(" «»\"“”'*_") for p in _GAPS.split(kept)]
    pieces = [p for p in pieces if p and not _described(p)]
    numbered = kept != rest or (bool(dates) and len(pieces) > 1 and _ALONE.fullmatch(pieces[-1]) is not None)
    names = [p for p in pieces if any(c.isalpha() for c in p)]
    if not numbered or not names or len(names) > 3 or line.rstrip()[-1:] in "!?؟…":
        return None
    name = names[0]
    if len(name.split()) > NAME or not (name[0].isupper() or (name[0].isalpha() and not name[0].islower())):
        return None
    if fold_key(name) in phrases("papers") or fold_key(name) in phrases("sections"):
        return None  # how often the paper whose name stands above appears: "Bimestriel — n° 48"
    if (
        fold_key(name) in phrases("reviews")
        or len(fold_key(name)) < 2
        or (script_of(name) == "Arabic" and len(name) < 4)
    ):
        return None  # «في الصفحة 7» names no paper
    called = of_press(name)
    if not called and (len(names) > 2 or any(w[:1].islower() and len(w) > 3 for w in name.split())):
        return None
    return Issue(name, next((d for d in dates if not d.hijri), None))


def _described(piece: str) -> bool:
    """True for what a paper's head says beside its name: its price, how often it appears («يومية إخبارية مستقلة»)."""
    words = fold_key(piece).split() if piece[:1].isalpha() else []
    return bool(words) and (words[0] in _PRICE or generic(piece))


_PRICE = frozenset("prix precio price الثمن ثمن السعر سعر".split())
_WEEK = regex.compile(r"(?<!\p{L})(?:(?i:week|semaine|semana)|الأسبوع)\s+\d{1,2}(?!\d)")
DAY_ALONE = 11
"""Words of the longest line of nothing but an issue's day, in two calendars."""
HEAD = 9
"""Lines at a page's top among which an issue may say its number and day."""


def issue_days(blocks: Sequence[Block], title: int | None) -> list[tuple[int, CalendarDate]]:
    """Return the days of the lines above a plain page's headline that number an issue: "Week 49, Tuesday 6 December 2022", «… - العدد 2871».

    A line of the day alone may be the day somebody looked; an issue has its day for good.
    """
    if not blocks or blocks[0].element is not None or title is None:
        return []
    found = []
    numbered = [
        len(b.text) <= LONGEST and (_NUMBER.search(b.text) or _WEEK.search(b.text)) is not None
        for b in blocks[: min(title, HEAD)]
    ]
    for i, b in enumerate(blocks[: min(title, HEAD)]):
        beside = b.words <= DAY_ALONE and any(numbered[max(0, i - 1) : i + 2])  # the number on the line below or above
        if not b.year or len(b.text) > LONGEST or not (numbered[i] or beside):
            continue
        dates = [d for d in all_dates(b.text) if not d.hijri]
        if len(dates) == 1:
            found.append((i, dates[0]))
    return found


def issues(blocks: Sequence[Block], title: int | None) -> list[tuple[int, Issue]]:
    """Return the lines of that kind at a plain page's top and right above its headline, each with its place."""
    if not blocks or blocks[0].element is not None:
        return []
    if title is not None and "headline" in blocks[title].hints:
        title = None  # on one line the pages named above it are those of other articles
    near = {0, 1} | (set(range(max(0, title - ABOVE), title)) if title is not None else set())
    found = [(i, issue(blocks[i].text)) for i in sorted(near) if i < len(blocks)]
    return [(i, said) for i, said in found if said is not None and (i == 0 or _PAGE.search(blocks[i].text))]
