"""The outlet that a text's first words name as agencies do: "La Paz, 10 sep 2024 (AAN).-", «نواذيبو (البرزخ) –», «وكالة الأرز - …»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.head import SEPARATORS
from isnad.extract.looks import BIT
from isnad.extract.onedate import weekdays
from isnad.extract.outlets import known_places
from isnad.extract.persons import (
    agency,
    bare_name,
    called,
    desks,
    named_as_paper,
    never_named,
    of_press,
    person,
    press_words,
)
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import find_dates
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

OPENING = 130
"""Characters of a text in which its dateline ends."""
HEAD = 5
"""Words of the longest place, its day aside."""
LONGEST = 4
"""Words of the longest name in a dateline."""
TOP = 4
"""Lines at the top of a page that may have the name in full."""
SHORTEST = 2
"""Letters of the shortest acronym that is taken for an outlet's without another sign."""
WHOLE = 6
"""Words of the longest name in full."""
_BRACKETED = regex.compile(
    r"(?P<head>[^()\n.!?؟:؛;«»\"]{2,60}?(?:\.\s?[^()\n.!?؟:؛;«»\"]{0,20}?)?)\s*(?P<mark>\(\s*(?P<name>[^()\d\n]{2,30}?)\s*\)|/\s*(?P<named>[^()/\d\n]{2,24}?)\s*/)"
    r"(?P<dash>\s?\.?\s?(?:[-–—ـ]{1,2}|(?<=\.)(?=\s)))?\s*(?=\S)"
)
_KIND = regex.compile(r"(?P<name>[^()\n.,،!?؟:؛;«»\"/]{4,40}?)\s+[-–—]\s+\S")
_PLACED = regex.compile(r"\s*\([\p{L}\p{M}' -]{2,24}\)(?=\s*,)")
"""The region behind a place: "Falékoto (Kédougou), 6 mars (ATP) –"."""
_DAY = regex.compile(r"[\p{N}]")
_WORD = regex.compile(r"[\p{L}\p{M}'’.-]+")
_SMALL = frozenset("de del du des la le les el los las d l of the on en al a y et and sur in في يوم ليوم".split())


def slug(paragraph: str) -> str | None:
    """Return the outlet that a text's dateline names; ``None`` when there is none, or it cannot be told from the place."""
    opening = paragraph[:OPENING]
    if not ("(" in opening or "/" in opening or "-" in opening or "–" in opening or "—" in opening):
        return None
    found = _BRACKETED.match(_PLACED.sub("", opening, count=1))
    if found is None:
        return _by_kind(opening)
    head, name, dashed = found["head"].strip(" ,،-–—"), (found["name"] or found["named"]).strip(), found["dash"]
    place, dated = _place(head)
    if place is None:
        return None
    if not dashed and not dated:
        return None  # "Tanger (Maroc)" amid a sentence
    if found["named"] and not dated:
        return None
    if not dated and not found["named"] and _names(place) and (of_press(place) or _known(name)):
        return None if of_press(name) and not of_press(place) else place  # «الشروق ميديا (تنبدغة) - »
    return name if _names(name) else None


def _by_kind(opening: str) -> str | None:
    """The outlet that opens a text with what it is and a dash: «وكالة الأرز الإخبارية - زار …»."""
    found = _KIND.match(opening)
    name = found["name"].strip() if found else ""
    return name if name and named_as_paper(name) and script_of(name) == "Arabic" else None


def _place(head: str) -> tuple[str | None, bool]:
    """The words of a dateline before its name less its day, and whether it has one; ``None`` when they read like a sentence."""
    dated = False
    if _DAY.search(head):
        languages = ("ar",) if script_of(head) == "Arabic" else ("fr", "es", "en")
        days = [d for k in languages for d in find_dates(head, k) if d.day]
        if not days and not regex.search(r"\d{1,2}\s*[-/.]\s*\d{1,2}", head):
            return None, False
        dated = True
        head = head[: days[0].start] + head[days[0].end :] if days else regex.sub(r"[\d\s/.-]+$", " ", head)
    words = [w for w in _WORD.findall(head) if fold_key(w).strip(".") not in _SMALL | weekdays()]
    if len(words) > HEAD or (not words and not dated):
        return None, dated
    if script_of(head) != "Arabic" and any(w[0].islower() for w in words):
        return None, dated
    if script_of(head) == "Arabic" and any(fold_key(w) in never_named() for w in words):
        return None, dated
    return " ".join(head.split()).strip(" ,،-–—"), dated


def _names(name: str) -> bool:
    """True for what an outlet may be called in a dateline: few words with capitals, no place, desk, person or remark."""
    words = name.split()
    folded = fold_key(name)
    if not 1 <= len(words) <= LONGEST or not any(c.isalpha() for c in name) or name[0].islower():
        return False
    if agency(name) or of_press(name):
        return True
    if folded in _remarks() or folded in desks() or _known(name):
        return False
    return not (len(words) > 1 and called(name) and person(name))


def slugged(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> tuple[str, str | None] | None:
    """Return the outlet that a page's text is marked with, and its name in full where the page's other lines print it."""
    own = [i for i, k in enumerate(kinds) if k in ("lead", "body")][:2]
    name = next((s for i in own if (s := slug(blocks[i].text)) is not None), None)
    if name is None:
        return None
    lines = [b.text for b, k in zip(blocks[:TOP], kinds, strict=False) if k not in ("body", "lead") and not b.prose]
    full = next((line.split(f"({name})")[0].strip() for line in lines if f" ({name})" in line), None)
    if full is None or not 1 <= len(full.split()) <= WHOLE:
        full = None
    full = full or next(
        (f for line in lines for p in SEPARATORS.split(line)[:2] if (f := in_full(name, p)) is not None), None
    )
    if full is None and script_of(name) == "Arabic":
        rights = (b.text for b in blocks[own[-1] + 1 :] if b.holds & BIT["rights"])
        full = next((f for line in rights if (f := _in_rights(name, line)) is not None), None)
    known = full or agency(name) or of_press(name) or (name.isupper() and len(name) > SHORTEST)
    return (name, full) if known or _again(name, blocks, own) else None


def _in_rights(name: str, line: str) -> str | None:
    """The agency's name in full, its preposition taken off, where a line says whose the rights are: «محفوظة لوكالة الوادي للأنباء © 2021»."""
    words = _WORD.findall(line)
    for i in range(1, len(words)):
        kind = words[i - 1].removeprefix("ل")
        if words[i] == name and fold_key(kind) in press_words():
            kept = [kind, name]
            if i + 1 < len(words) and words[i + 1].startswith(("لل", "ال")):
                kept.append(words[i + 1])  # «للأنباء», «الإخبارية»
            return " ".join(kept)
    return None


def _again(name: str, blocks: Sequence[Block], own: Sequence[int]) -> bool:
    """True for a name that stands elsewhere on its page too, perhaps joined to a small word: «وفق ما علمت البرزخ», "Copyright AAN"."""
    key = fold_key(name)
    at = f"{_bare(key)}"
    return any(at in (t := fold_key(b.text)) and (b.start != blocks[own[0]].start or t.count(at) > 1) for b in blocks)


def in_full(name: str, piece: str) -> str | None:
    """Return the name in full that a few words are, of which a dateline has the short form: "Agence Presse Tell" of (APT), «المرفأ للأنباء» of «المرفأ»."""
    words = [w for w in piece.strip(" .:|©").split() if w]
    keys = [fold_key(w).strip("().,") for w in words]
    short = fold_key(name).split()
    if not 1 <= len(words) <= WHOLE + 2:
        return None
    if keys[: len(short)] == short and len(words) <= WHOLE:
        return in_full(name, " ".join(words[len(short) :])) or " ".join(words)
    if len(short) == 1 and len(keys) > 1 and keys[0] in press_words() and _bare(keys[1]) == _bare(short[0]):
        return piece.strip(" .:|©")
    letters = bare_name(name)
    big = [w for w in keys if w not in _SMALL]
    if 2 <= len(letters) <= WHOLE and letters == "".join(w[0] for w in big if w) and len(big) == len(letters):
        return piece.strip(" .:|©")
    return None


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _known(name: str) -> bool:
    return fold_key(name) in known_places()


@cache
def _remarks() -> frozenset[str]:
    """What stands in brackets and is no outlet's name: "archives", «خاص», "video"."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    return frozenset(
        fold_key(w)
        for t in tables
        for role in ("caption", "jobs", "sections", "flash", "notices", "desks")
        for w in t[role]
    )
