"""Lines of nothing but a name, and the day, the place or the desk beside it: "Inés Berenguer | Madrid", «دبي - شيخة الزيودي»."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.ago import hours_ago
from isnad.extract.bylines import MOST_WORDS, RUNS, WRITES_FROM, byline_of, is_byline, unwrapped
from isnad.extract.cues import BY
from isnad.extract.datelines import LONGEST_META, all_dates, beside_dates, said_when
from isnad.extract.persons import (
    LATIN_INITIALS,
    SHORT_NAME,
    agency,
    called,
    desks,
    given,
    impersonal,
    initials,
    jobs,
    names_only,
    person,
    undesked,
)
from isnad.extract.phrases import bare, starts_with
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

_PIECES = re.compile(
    r"(?<=[a-zà-ÿ\u0621-\u064a]{3})\.\s+|(?<=[A-ZÀ-Ý]{3})\.\s+|\s+ـ+\s+|\s*[|•·/]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[,،؛;]\s*|\s{3,}"
)
_PARTED = re.compile(r"[|/•·]|\sـ\s")
MOST_BESIDE = 4
"""Words of a place or a job in brackets beside an author."""
_BESIDE = regex.compile(r"(?P<head>[^()\d]{4,40}?)\s*(?:\((?P<rest>[^()\d]{3,40})\)|\sمن\s(?P<rest>[^()\d]{3,30}))")
_QUOTED_POST = re.compile(r"[-–—]\s[^(]{2,60}\(@\w+\)")
"""Who wrote a post that is quoted in the page."""
_FOR = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,3})\s(?:for|pour|para|especial para)\s(?:(?:the|l['’]|le|la|el|les|los)\s?)?\p{Lu}[\p{L}'’&]*(?:\s(?:(?:de|du|del|of|the|la)\s)?\p{Lu}[\p{L}'’&]*){0,3}"
)
"""An author and the outlet that he wrote for, and nothing else."""
_EACH_FROM = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,2})(?:\s(?:in|à|en|a)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:,|,?\s(?:and|et|y)|$)\s?(?P<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,2})){1,3}\s(?:in|à|en|a)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?"
)
"""Authors, each with the town that he writes from."""
_COLUMNS = re.compile(r"\s{3,}")
"""Gaps that part the fields of a line."""
_ROMAN = re.compile(r"[IVX]+")
_AGO = re.compile(r"(?<=\S)\s+(?:منذ\s|قبل\s|il y a\s|hace\s)", re.IGNORECASE)
"""What says behind a name how long ago: «محمد صالح منذ أسبوع»."""
_AT = re.compile(r"\s+(?:à|a las|a la|at|على الساعة|الساعة|في الساعة)$", re.IGNORECASE)
"""What leads to an hour that is gone from the line: "Mis à jour le 23/04/2025 à 21:16"."""
_DASH = re.compile(r"\s[-–—/ـ]\s")
_PLACED = re.compile(r"([^:：]{2,24})\s*[:：]\s*(\S.{3,40})")
_WRITTEN_AT = re.compile(r"\s*[،,]\s*(?:في|le|el|on|a|à)?\s*\d", re.IGNORECASE)
"""What follows a place from which a text is dated: «ميناء الوفاق، في 9 مارس 2015», "Puerto Marabú, 4 de octubre de 2019"."""
_WRITTEN_FOR = ("especial para ", "special to ", "special for ", "collaboration speciale", "خاص ")
_OUTLET_OPENS = frozenset({"El", "La", "Los", "Las", "Le", "Les", "The", "Diario", "Journal"})


@cache
def _desk_names() -> tuple[str, ...]:
    return tuple(sorted(d for d in desks() if len(d) > 3))


_FILED = re.compile(r"(?=[^\s\d]*\d)[A-Z]{2,}[A-Z\d]*(?:[-_/.][A-Z\d]+)+\s*[/|·•–—-]\s")
"""The number of a dispatch, and what else agencies write on its line: "ALP-FR-0417 / PRIORITÉ 3 / AFRIQUE"."""


def signature(line: str, near: bool = False) -> str | None:
    """Return the name in a line of nothing but a name, and dates, times, places or desks beside it; else ``None``.

    "Marta Querol Ibáñez", "Inés Berenguer | Madrid", «دبي - شيخة الزيودي | الأحد …», "Publié le … | Clément Ducasteing".
    """
    if len(line) > LONGEST_META or line[-1:] in "!?؟…" or _QUOTED_POST.match(line) or _FILED.match(line):
        return None
    return _signature(line, near)


@lru_cache(maxsize=4096)
def _signature(line: str, near: bool) -> str | None:
    if is_byline(line):
        name = byline_of(line)
        if name or not _PARTED.search(line):
            return name  # else "Por Redacción | Lucía Barrientos" names somebody beside the desk
    if (name := _beside(line)) is not None:
        return name
    line = unwrapped(line)
    if (found := _FOR.fullmatch(line)) is not None and called(found["name"]) and person(found["name"]):
        return found["name"]  # "Nora Whitlock for Delta Review"
    if (found := _EACH_FROM.fullmatch(line)) is not None and any(called(n) for n in found.captures("name")):
        return line  # "Nora Whitlock in Basel and Sam Okoro in London"
    head, stroke, rest = line.partition("/")
    if stroke and impersonal(head.strip()) and called(rest.strip()):
        line = rest.strip()  # "Agencias / Begoña Cañizares"
    if (name := _beside(line)) is not None:
        return name
    if starts_with(line, "source") or not line or (_PARTED.search(line) and _sourced(line)):
        return None
    dated = bool(all_dates(line))
    if dated and "   " in line:
        line = _COLUMNS.sub(" | ", line)  # author, town and day set apart by gaps
    rest = beside_dates(line) if dated else line
    placed = _PLACED.fullmatch(rest.strip())
    if placed and _from_place(placed):
        return placed[2].strip(" .|")
    pieces = [
        p.strip(" .:،,()|*_") if not LATIN_INITIALS.fullmatch(p.strip()) else p.strip() for p in _PIECES.split(rest)
    ]
    pieces = [_AT.sub("", _AGO.split(p)[0].strip()) for p in pieces]
    pieces = [undesked(p) for p in pieces if p and any(c.isalpha() for c in p) and not _said_when(p) and not _counts(p)]
    pieces = [m[2].strip(" .|") if (m := _PLACED.fullmatch(p)) and _from_place(m) else p for p in pieces]
    if dated and len(pieces) > 1:
        pieces = [p.removeprefix("From ") for p in pieces]  # "June 6, 2015 | From Selorm Adzimah, Ho"
    pieces = [_unplaced(_unofficed(_unbracketed(p))) for p in pieces]
    pieces = [n if (n := WRITES_FROM.sub("", p)) != p and called(n) else p for p in pieces]
    if not pieces or len(pieces) > 4 or any(len(p.split()) > MOST_WORDS for p in pieces):
        return None
    people = [p for p in pieces if person(p, near or dated) and not (dated and p.isupper() and not called(p))]
    people = [p for p in people if called(p) or not _WRITTEN_AT.match(line, len(p)) or not line.startswith(p)]
    if impersonal(pieces[0]):
        # "Redacción / Cerro Manso"; "Transportes // Trifonia Mba Bikoro // 11-08-2020" is section, author, day
        sectioned = dated and desks().isdisjoint(fold_key(pieces[0]).split())
        people = [p for p in people if called(p) or (sectioned and len(p.split()) > 2 and script_of(p) == "Latin")]
    people = [p for p in people if fold_key(p).split()[0] not in BY]  # a cue that the patterns of cues did not take
    if not people or (all(map(initials, people)) and sum(initials(p.split()[-1]) for p in pieces) > 1):
        return None  # «(ضفة) م.ع / ح.ط / 15:42»: who wrote and who passed a dispatch
    if len(people) == len(pieces) == 2 and not dated and all(called(p) for p in people):
        return line.strip(" .|,،")  # two authors: "Ana Belén Quiroga / Luis Tordesillas"
    known = [p for p in people if fold_key(p.split()[0]) in given()]
    others = [p for p in pieces if p not in people]
    # What stands beside the name is short: a place, a desk, a formula of publication.
    if "©" in line or any(_says_more(p) for p in others):
        return None
    return (known or people)[0]


def _said_when(piece: str) -> bool:
    """True for a formula of publication, with its day or without: "Publié le …", "Mis à jour"."""
    return said_when(piece) or 0 < len(bare(piece)) == starts_with(piece, "modified") or hours_ago(piece) is not None


def _counts(piece: str) -> bool:
    """True for a count of readers or minutes beside an author: "Temps de lecture : 3 min", «عدد القراء 317»."""
    if not any(c.isdigit() for c in piece):
        return False
    words = RUNS.findall(fold_key(piece))
    return len(words) <= MOST_COUNTED and _counting().issuperset(words)


MOST_COUNTED = 5
"""Words of the longest count of readers."""


@cache
def _counting() -> frozenset[str]:
    """The words of such counts, folded."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    return frozenset(
        w for t in tables for r in ("counted", "counting", "repeats") for p in t[r] for w in RUNS.findall(fold_key(p))
    )


def _sourced(line: str) -> bool:
    """True when a piece of a line is the word for a source, and the next one therefore no author: «… | المصدر / تلفزيون الخليج»."""
    return any(p.strip() and starts_with(p, "source") == len(bare(p)) for p in _PARTED.split(line)[:-1])


def _beside(line: str) -> str | None:
    """The known name of a line of two, of which one stands in brackets or behind «من»."""
    found = _BESIDE.fullmatch(line) if "(" in line or "من" in line else None
    return _of_two(found["head"], found["rest"]) if found is not None else None


def _of_two(head: str, rest: str) -> str | None:
    """Which of two, one in brackets or behind «من», is a known name and the other a place or a job: "Rosalía Moneo (Enviada especial)"."""
    told = [p for p in (head, rest) if called(p) and person(p)]
    other = rest if told == [head] else head
    return told[0] if len(told) == 1 and len(other.split()) <= MOST_BESIDE and not agency(other) else None


def _unbracketed(piece: str) -> str:
    """A name without the outlet or the town in brackets behind it: "Begoña Cañizares (La Voz del Puerto)"."""
    found = _BRACKETED.fullmatch(piece) or _BRACKETED.fullmatch(f"{piece})")
    return found["name"] if found is not None and person(found["name"]) else piece


_BRACKETED = regex.compile(r"(?P<name>\p{Lu}[^()\d]{3,40}?)\s\(\p{Lu}[^()\d]{2,40}\)")


def _unofficed(piece: str) -> str:
    """A name without what its bearer is, which stands behind it unmarked: «ناصر بوزيان مراسل المنارة», "Iker Zuazo Corresponsal en Bilbao"."""
    words = piece.split()
    at = next((i for i, w in enumerate(words) if i >= 2 and fold_key(w) in jobs()), None)
    if not at or not called(piece):
        return piece
    while at > 2 and words[at - 1].islower() and script_of(piece) == "Latin":
        at -= 1  # "Nora Whitlock political editor"
    return " ".join(words[:at])


def _unplaced(piece: str) -> str:
    """A name without the place in capitals that stands behind it unmarked: "Iker Zuazo IRUN"; never a surname in capitals."""
    words = piece.split()
    at = next((i for i, w in enumerate(words) if i >= 2 and w.isupper() and len(w) > 2 and "." not in w), None)
    if at is not None and (at > 4 or _ROMAN.fullmatch(words[at])):
        return piece
    if at is None or not all(w.isupper() for w in words[at:]) or any(w.isupper() for w in words[:at]):
        return piece
    return piece if fold_key(words[1]) in given() or words[at - 1].islower() else " ".join(words[:at])


def _says_more(piece: str) -> bool:
    """True when what stands beside a name is neither a place nor a desk: a caption, a sentence."""
    words = piece.split()
    if fold_key(piece).startswith(_WRITTEN_FOR):
        return False
    if len(words) <= 6 and words[0] in _OUTLET_OPENS and names_only(piece):
        return False  # "Eleuterio Santiago / El Sol de Tlaxiaco"
    small = any(w[:1].islower() and len(w) > 3 for w in words)
    return (len(words) > 3 or (len(words) == 3 and small)) and not any(d in fold_key(piece) for d in _desk_names())


def _from_place(placed: re.Match[str]) -> bool:
    """True for a place and then who writes from it, as Arabic papers print them: «الرباط: عبد الرحيم بن جلون»."""
    head, name = _DASH.split(placed[1])[-1], placed[2].strip(" .|")  # «النيلان - عطبرة: …»: the outlet, then the place
    if (
        (script_of(name) != "Arabic" and not head.isupper() and not SHORT_NAME.fullmatch(name))
        or len(head.split()) > 2
        or len(name.split()) > 4
    ):
        return False
    told = any(
        starts_with(head, role) >= len(bare(head)) for role in ("caption", "related", "tags", "notices", "source")
    )
    short = len(name.split()) == 2 and SHORT_NAME.fullmatch(name) is not None
    written = (
        script_of(name) == "Arabic" and fold_key(head) in named_places() and person(name, near=True)
    )  # «الخرطوم: سلافة بابكر»
    return not told and (((called(name) or short) and person(name)) or written) and not called(head)


@cache
def named_places() -> frozenset[str]:
    """Return regions and capitals in all their spellings, folded."""
    rows = (*table("shared", "places")["places"], *table("shared", "capitals")["capitals"])
    return frozenset(fold_key(n) for row in rows for n in row["names"])
