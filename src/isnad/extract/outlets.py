"""The outlet that a line names beside a date, an author or a formula of source: "La Brújula del Sur. 15 de marzo de 2023. Aminata Sarr"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.credits import CUED, PIECES
from isnad.extract.datelines import all_dates, beside_dates
from isnad.extract.lines import LONGEST_HEADING, is_notice, names_its_source
from isnad.extract.persons import agency, called, desks, impersonal, named_as_paper, of_press, person, press_words
from isnad.extract.phrases import starts_with, words_of
from isnad.extract.signers import job
from isnad.languages import table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

_SENTENCE = regex.compile(r"(?<=[\p{Ll})]{2})\.\s")
_CUE = regex.compile(r"^\p{L}[\p{L}' ]{2,20}\s?:\s")
_PLACE = regex.compile(r"\s*\([^()]{2,30}\)\s*$")
"""The town of a paper in brackets: "La Gazette de la Mehaigne (Hannut)"."""
_AUTHORED = regex.compile(rf"{PIECES.pattern}|\s+/\s+")
_ARTICLED = regex.compile(r"(?:The|Le|La|Les|El|Los|Las)\s\p{Lu}|L['’]\p{Lu}")
"""A name that opens with its article, as those of papers do and those of people and offices do not."""
_DIGIT = regex.compile(r"\d")
_POINT = regex.compile(r"(?<=\p{Ll})\.\s+|\s*[|•·,،]\s*|\s+[-–—]+\s+|\s{2,}")


_FROM = regex.compile(r"^From\s+(?=\p{Lu})")
"""How a cutting says which paper it is from: "From The Coastal Citizen, 9 July 2023, page 3"."""
LONGEST_TRAIL = 120
"""Characters of the longest line of a trail, a site and a day."""
_SITE = regex.compile(
    r"(?i)[\p{L}\p{N}-]{3,30}\.(?:net|com|org|info|tv|news|ma|dz|tn|mr|sn|ml|bf|ne|td|ci|fr|es|mx|pe|cl|bo|ar|eg|lb|jo|sa|om|qa|kw|ae)"
)
"""A site that is called by its address: "LEFLEUVE.NET"."""


def outlet_beside_date(line: str) -> str | None:
    """Return the outlet that a line names beside its date: "La Brújula del Sur. 15 de marzo de 2023. Aminata Sarr, Dakar"."""
    if len(line) > LONGEST_TRAIL or not all_dates(line) or (":" in line[:LABEL] and starts_with(line, "source")):
        return None  # "Fuente: agencia El Faro, Lima, 4 de mayo de 2019" names the text's source, not the page's outlet
    parted = [p for p in _POINT.split(line) if not all_dates(p)]
    pieces = [p.strip(" .:()[]*_") for p in parted or _POINT.split(beside_dates(line)) if " / " not in p]
    pieces = [_FROM.sub("", p) for p in pieces]
    named = [p for p in pieces if 2 <= len(p.split()) <= MOST and not _DIGIT.search(p) and of_press(p)]
    named = [p for p in named if not is_notice(p)] or [p for p in pieces if _SITE.fullmatch(p)][:1]
    named = [p for p in named if fold_key(p) not in phrases("reviews")]  # «نشرة المساء»
    return named[0] if len(named) == 1 and not desks().issuperset(fold_key(named[0]).split()) else None


def outlet_beside_page(line: str) -> str | None:
    """Return the paper that a line names beside one of its pages and nothing else: "The Delta Monitor, p. 3"."""
    found = _LEAF.fullmatch(line.strip()) if len(line) <= LONGEST_HEADING and line.rstrip(" )")[-1:].isdigit() else None
    name = found["name"].strip(" ,·|–—-(") if found is not None else ""
    return name if named_as_paper(name) else None


_LEAF = regex.compile(
    r"(?P<name>[^\d:]{5,40}?)[\s,·|–—(-]+(?:(?i:pages?|p\.?|pp\.|pág\.?|página|pag\.?)|الصفحة|صفحة|ص\.?)\s?\d{1,3}\)?"
)


def affiliated(line: str) -> str | None:
    """Return the outlet of a line under its author, with the place he writes from or without: "Meridian News, Gaborone"."""
    if not 1 < len(line.split()) <= MOST or _DIGIT.search(line) or line[-1:] in ".!?:؟…":
        return None
    name, _, place = line.partition(",")
    told = of_press(name) and len(name.split()) > 1 and name[:1].isupper() and not called(name)
    if not told or (place and not all(w[:1].isupper() for w in place.split())):
        return None
    return None if job(name) or is_notice(name) or not desks().isdisjoint(fold_key(name).split()[:1]) else name.strip()


def author_and_outlet(line: str) -> tuple[str, str] | None:
    """Return the author of a line and the outlet named beside him: "Ragnhild Sæther, The Daily Fjord"; a word of the trade is asked for."""
    if len(line) > LONGEST_HEADING or any(c in line for c in "!?؟…"):
        return None
    rest = _SENTENCE.split(beside_dates(line) if all_dates(line) else line)[0]
    rest = _CUE.sub("", CUED.sub("", rest))
    beside = _PLACE.search(rest)
    if beside is not None and of_press(beside.group()) and len(beside.group().split()) > 1:
        rest = f"{rest[: beside.start()]} | {beside.group().strip(' ()')}"  # "Ana Ruiz (La Voz del Puerto)"
    rest = _PLACE.sub("", rest)
    pieces = [p for p in (x.strip(" .:*_-–—|") for x in _AUTHORED.split(rest)) if p]
    if len(pieces) == 2 and of_press(pieces[0]) and called(pieces[1]) and not called(pieces[0]):
        pieces.reverse()  # "La Voz del Puerto / Ana Ruiz"
    if len(pieces) != 2 or not person(pieces[0]) or not (called(pieces[0]) or _ARTICLED.match(pieces[1])):
        return None
    name = pieces[1]
    if ":" in name:
        return None  # "Texte : Loïc Arrieu / Photos : Agence Cirque"
    named = 2 <= len(name.split()) <= MOST and of_press(name) and not job(name) and not is_notice(name)
    capital = script_of(name) == "Arabic" or all(w[:1].isupper() or len(w) < 4 for w in name.split())
    first = fold_key(name).split()[:1]
    desk = not desks().isdisjoint(first) and press_words().isdisjoint(first)
    return (pieces[0], name) if named and capital and not desk else None


def outlet_beside_author(line: str) -> str | None:
    """Return the outlet that a line names beside its author; ``None`` when it names none."""
    found = author_and_outlet(line)
    return found[1] if found is not None else _beside_calling(line)


def _beside_calling(line: str) -> str | None:
    """The outlet behind a calling that stands for its author's name: "By Staff Reporter, The Tarn Valley Observer"."""
    cue = CUED.match(line.strip())
    pieces = [p.strip(" .:*_") for p in PIECES.split(line.strip()[cue.end() :])] if cue else []
    if len(pieces) != 2 or not (job(pieces[0]) or impersonal(pieces[0])) or agency(pieces[0]):
        return None
    return pieces[1] if named_as_paper(pieces[1]) and not job(pieces[1]) else None


def outlet_between(line: str, told: str) -> str | None:
    """Return what stands beside an author and a date and is no place: "Eladio Funes | Surcos | 12 de septiembre de 2017".

    ``told`` is the folded text: a place from which an author writes is spoken of in it, and an outlet is not.
    """
    if len(line) > LONGEST_HEADING or not all_dates(line):
        return None
    pieces = [p.strip(" .:*_") for p in _BARS.split(beside_dates(line))]
    pieces = [p for p in pieces if p]
    authors = [p for p in pieces if called(p) and person(p)]
    others = [p for p in pieces if p not in authors]
    if len(pieces) != 2 or len(authors) != 1 or not 1 <= len(others[0].split()) <= 4 or _DIGIT.search(others[0]):
        return None
    name = others[0]
    words = fold_key(name)
    if job(name) or is_notice(name) or impersonal(name) or words in known_places() or f" {words} " in f" {told} ":
        return None
    return name if script_of(name) == "Arabic" or name[0].isupper() else None


@cache
def known_places() -> frozenset[str]:
    """Return regions and capitals in all their spellings, folded: a line that names one says where its author writes."""
    rows = (*table("shared", "places")["places"], *table("shared", "capitals")["capitals"])
    return frozenset(fold_key(n) for row in rows for n in row["names"])


LABEL = 16
"""Characters in which the colon behind "Source" stands."""
MOST = 6
"""Words of the longest name of an outlet beside a date."""
_BARS = regex.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+")
_BAR = regex.compile(r"\s+[-–—|•]\s+")


def outlet_beside_source(line: str) -> str | None:
    """Return the outlet before a formula of source on one line: «بوابة الساحل - نقلا عن وكالة الوادي», "Diario Sur | Fuente: EFE"."""
    pieces = _BAR.split(line.strip(), maxsplit=1) if len(line) <= LONGEST_HEADING else []
    if len(pieces) != 2 or not names_its_source(pieces[1]) or not of_press(pieces[0]):
        return None
    return pieces[0]


def other_outlet(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet that the lines between headline and text name beside an author: of an article that another one prints."""
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), len(blocks))
    lines = [blocks[i].text for i in range(max(0, own - NEAR), own) if kinds[i] in ("byline", "dateline")]
    named = (outlet_beside_author(line) or _beside_day(line) for line in lines)
    return next((name for name in named if name is not None), None)


def _beside_day(line: str) -> str | None:
    """The outlet in brackets behind a day and nothing else: "17 May 2022 (Nile Basin Wire)"."""
    found = _BRACKETED.fullmatch(line.strip()) if line.rstrip().endswith(")") else None
    if found is None or not all_dates(found["day"]) or beside_dates(found["day"]).strip(" .,:|"):
        return None
    return found["name"] if named_as_paper(found["name"]) else None


_BRACKETED = regex.compile(r"(?P<day>[^()]{6,40}?)\s*\((?P<name>[^()\d]{5,40})\)")


def titled_outlet(title: str | None) -> str | None:
    """Return the outlet that a headline names in brackets, or in capitals before its dash, as lists of others' articles print it.

    "[L'Écho du Lac] Deux ponts fermés", «إغلاق الجسر (جريدة الضفتين)», "LA VOZ DEL PUERTO — Cierran dos puentes".
    """
    found = _TITLED.fullmatch(title) if title and len(title) <= LONGEST_TITLED else None
    name = next((n for n in found.groups() if n), "").strip() if found is not None else ""
    if not 2 <= len(name.split()) <= MOST and not name.startswith(("L'", "L’")):
        return None
    told = of_press(name) and not _DIGIT.search(name) and not job(name) and not is_notice(name)
    return name if told and not (called(name) and person(name)) else None


LONGEST_TITLED = 220
"""Characters of the longest headline that is asked for an outlet."""
_TITLED = regex.compile(
    r"[\[(]([^\[\]()]{4,40})[\])]\s*\S.{12,}|\S.{12,}\s[\[(]([^\[\]()]{4,40})[\])]|(\p{Lu}[\p{Lu}'’ .-]{4,38}\p{Lu})\s[—–]\s\S*\p{Ll}.{10,}"
)


def lone_outlet(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet between an author and a date on a page that names none elsewhere."""
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), len(blocks))
    lines = [
        blocks[i].text for i in range(max(0, own - NEAR), own) if blocks[i].year and kinds[i] in ("byline", "dateline")
    ]
    if not any(_BARS.search(line) for line in lines):
        return None
    told = " ".join(w for i, k in enumerate(kinds) if k in ("body", "lead") for w in words_of(blocks[i].text))
    return next((name for line in lines if (name := outlet_between(line, told)) is not None), None)


NEAR = 5
"""Lines above a text among which one may name its author and the outlet."""
