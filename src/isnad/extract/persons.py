"""Whether a few words can be the name of who signed: names in the manner of names, desks and agencies that are nobody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.chrome import phrases
from isnad.languages import LANGUAGES, table
from isnad.text import REMEMBERED, fold_key, script_of

_SMALL = frozenset(
    "le la les de du des l d et a au aux en the of and at in on to with el los las y e i del al con por para par avec "
    "da von van den der bin ben ibn abu al un une una uno".split()
)
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
ARABIC_INITIALS = regex.compile(r"(?:[\u0621-\u064a]\s?\.\s?){1,3}[\u0621-\u064a]?\.?")
LATIN_INITIALS = regex.compile(r"(?:\p{Lu}\.\s?){1,3}\p{Lu}?\.?")
_ARABIC_SHORT = regex.compile(r"[\u0621-\u064a]\s?\.\s?[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{2,})?")
SHORT_NAME = regex.compile(rf"{_ARABIC_SHORT.pattern}|\p{{Lu}}\.[\s-]?\p{{Lu}}[\p{{L}}'’-]{{2,20}}")
"""An initial and a surname: «ن. بوزيان», "S. Belkacemi"."""
_ARTICLES = frozenset({"le", "la", "les", "los", "las", "the"})
_OWN = frozenset({"our", "notre", "nos", "nuestro", "nuestra", "your", "votre"})
_NOT_IN_NAMES = frozenset("at in of on to with for the par por para aux au en con from".split())
"""Small words of captions and sections, never of a name: "Cranes at Harrowmouth"."""
MOST_NAMES = 4096
"""Names of which is remembered what they are: those of menus come again on every page."""
LONGEST_NAMES = 260
"""Characters of the longest line of nothing but names."""


@cache
def given() -> frozenset[str]:
    """Return the folded given names of all languages."""
    alike = (n for row in table("shared", "given_names")["equal"] for n in row)
    signers = table("shared", "signers")
    return frozenset(
        fold_key(n)
        for n in (
            *alike,
            *signers["latin"],
            *signers["arabic"],
            *(n for k in LANGUAGES for n in table(k, "names")["given"]),
        )
    )


@cache
def jobs() -> frozenset[str]:
    """Return what those who sign are, folded: "journaliste", «كاتبة»."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["jobs"])


@cache
def titles() -> frozenset[str]:
    """Return what may stand before the name of who signs, folded: "Dr", «د»."""
    return frozenset(fold_key(w).strip(".") for k in LANGUAGES for w in table(k, "chrome")["doctors"])


@cache
def _no_names() -> frozenset[str]:
    """Words that no author is called: desks, agencies, sections, buttons."""
    found = {fold_key(w) for k in LANGUAGES for w in (*table(k, "chrome")["sections"], *table(k, "chrome")["desks"])}
    return frozenset(found | phrases("notices") | phrases("related") | phrases("tags"))


@cache
def desks() -> frozenset[str]:
    """Return what signs and is no person, folded: desks, services."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["desks"])


@cache
def _agencies() -> frozenset[str]:
    rows = table("shared", "agencies")["agencies"]
    return frozenset(bare_name(n) for row in rows for n in row)


@cache
def when_words() -> frozenset[str]:
    """The words of the formulas of publication: "publié", «تاريخ», «النشر»."""
    found: set[str] = set()
    for k in LANGUAGES:
        chrome = table(k, "chrome")
        for formula in (*chrome["published"], *chrome["modified"], *chrome["date_joints"]):
            found |= {w for w in fold_key(formula).split() if "{" not in w}
    return frozenset(found)


@cache
def press_words() -> frozenset[str]:
    """Return what names of newspapers are made of, folded ("Courrier", "Herald", «جريدة»)."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["mastheads"])


def of_press(name: str) -> bool:
    """Return whether a word that newspapers are called by stands in a name, its article joined by an apostrophe or not."""
    return _of_press(name) if len(name) <= REMEMBERED else _of_press.__wrapped__(name)


@lru_cache(maxsize=MOST_NAMES)
def _of_press(name: str) -> bool:
    known = press_words()
    return any(w in known or (w[:2] == "l'" and w[2:] in known) for w in fold_key(name).split())


def named_as_paper(line: str) -> bool:
    """Return whether a line is nothing but a paper's name: two to six words, one of the trade, capitals, no mark in it."""
    words = line.split()
    if not 2 <= len(words) <= 6 or "  " in line or not of_press(line) or any(c in line for c in ':!?؟…"«»“”|'):
        return False
    if script_of(line) == "Arabic":
        return len(words) <= 4 and fold_key(words[0]) in press_words() and not any(c.isdigit() for c in line)
    return all(w[0].isupper() or fold_key(w) in _SMALL or fold_key(w)[:2] in ("l'", "d'") for w in words)


def generic(piece: str) -> bool:
    """Return whether a few words say what an outlet is and not what it is called: "quotidien indépendant", «جريدة إلكترونية شاملة»."""
    words = fold_key(piece).split()
    printed = piece.split()
    if len(words) < 2 or len(words) != len(printed):
        return False
    if script_of(piece) == "Arabic":
        called = words[0] in press_words() or words[0] in _KINDS
        told = (w in _NEWS or (w.endswith("ه") and not p.startswith("ال")) for w, p in zip(words, printed, strict=True))
        return called and all(list(told)[1:])
    if words[0] not in phrases("papers") and words[0] not in _KINDS:
        return False
    return (
        printed[1].islower()
        and words[1] not in _SMALL
        and "'" not in words[1]
        and all(w.islower() for w in printed[1:])
    )


_KINDS = frozenset("وكاله يوميه اسبوعيه شهريه دوريه نشره شبكه منصه agence agencia agency".split())
"""What outlets are, beside the words that names of papers are made of."""
_NEWS = frozenset("انباء اخبار و الانترنت علي مستقل".split())
"""What may stand among the words that say what an Arabic outlet is: «وكالة أنباء مستقلة»."""


@cache
def place_heads() -> frozenset[str]:
    """Return the words that names of places begin with and names of people do not, folded ("Las", "Puerto", "Saint")."""
    return frozenset(fold_key(w) for w in table("shared", "place_words")["heads"])


@cache
def never_named() -> frozenset[str]:
    """Return the Arabic words that no name holds: prepositions, verbs of speech, months."""
    return frozenset(fold_key(w) for w in table("ar", "names")["never"])


def bare_name(name: str) -> str:
    """Return a name folded, without the points and brackets that acronyms are written with ("(أ ف ب)", "A.F.P." → "afp")."""
    folded = fold_key(name).strip("()[] .")
    pieces = folded.replace(".", " ").split()
    return "".join(pieces) if pieces and all(len(p) == 1 for p in pieces) else folded


@cache
def _measures() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["measures"])


def nobody(name: str) -> bool:
    """True when what signs is no person: an agency, a desk, "our correspondent", the outlet itself ("Le Fanal")."""
    words = fold_key(name).strip(" .").split()
    if _measures().issuperset(words):
        return True  # «قراءة: دقيقتان»
    if impersonal(name) or (words[0] in _ARTICLES and len(words) <= 3) or words[0].removeprefix("l'") in press_words():
        return True
    return len(words) > 1 and words[0] == "el" and words[1] in press_words()


def agency(line: str) -> bool:
    """True when a line is the name of a news agency and nothing else: "(EFE)", «و م ع»."""
    return len(line) <= 60 and bare_name(line) in _agencies()


def by_agency(line: str) -> bool:
    """Return whether a line of a few words opens with a news agency, a place (nobody: he took a photograph) behind a mark or none: "EFE | Tenerife", "Reuters"."""
    first, *rest = (p.strip() for p in _MARKED.split(line.strip()))
    lettered = _LETTERED.fullmatch(line.strip())
    if lettered is not None and named_as_paper(lettered["name"]):
        return True  # «وكالة الأنباء الوطنية (ونا)»
    if not agency(first) or len(rest) > 1 or any(map(called, rest)):
        return False
    return all(0 < len(p.split()) <= _PLACED and not any(c.isdigit() for c in p) and p[:1] not in "#@" for p in rest)


_LETTERED = re.compile(
    r"(?P<name>(?:وكالة|[Aa]gence|[Aa]gencia|\w+\s(?:News|Press)\s[Aa]gency)\s?[^()\d]{0,40}?)\s*\((?:[A-Z]{2,6}|[\u0621-\u064a]{2,5})\)"
)
"""An agency by its name, and the letters it signs with in brackets."""
_MARKED = re.compile(r"\s*[|/·•,،]\s*|\s+[-–—]+\s+")
_PLACED = 4
"""Words of the longest place beside an agency's name."""


def impersonal(name: str) -> bool:
    """True when a line names an agency, a desk or a section and nothing else."""
    folded = fold_key(name).strip(" .")
    words = folded.split()
    if not words or words[0] in _OWN or folded in _no_names() or bare_name(name) in _agencies():
        return True
    if when_words().issuperset(words):
        return True
    if any(w in desks() or w.removeprefix("l'") in desks() for w in words):
        return len(words) < 3 or words[0] not in given()  # "Bruce Lee Senior Contributor" is somebody
    return False


def person(piece: str, near: bool = False) -> bool:
    """Return whether a few words can be the name of who signed: initials, or two to five words in the manner of names.

    Arabic has no capitals: a given name is asked for, unless the piece stands beside a date (``near``).
    """
    return _person(piece, near) if len(piece) <= REMEMBERED else _person.__wrapped__(piece, near)


@lru_cache(maxsize=MOST_NAMES)
def _person(piece: str, near: bool) -> bool:
    words = piece.split()
    if initials(piece):
        return bare_name(piece) not in _agencies()
    if _ARABIC_SHORT.fullmatch(piece):
        return True
    if not 2 <= len(words) <= 5 or any(c.isdigit() or c in ":：()[]+=#<>" for c in piece) or piece[-1] in '!?؟:…"»”':
        return False
    folded = fold_key(piece)
    told = words[fold_key(words[0]) in given() :]  # "Faith Nduku": her name is a section of papers too
    if folded in phrases("reviews"):
        return False  # «نشرة المساء»
    if folded in _no_names() or any(fold_key(w) in _no_names() for w in told) or bare_name(piece) in _agencies():
        return False
    if when_words().issuperset(folded.split()):
        return False
    if script_of(piece) == "Arabic":
        if any(len(w) > 4 and w[0] in "يت" and w.endswith("ون") for w in words):
            return False  # «الخبازون يطفئون أفرانهم»
        keys = (k for k, w in zip(folded.split(), words, strict=False) if w != "علي")  # the name, not «على» folded
        if not never_named().isdisjoint(keys) or bare_name(words[0]) in _agencies():
            return False
        if near and 2 <= len(words) <= 3 and all(len(w) > 1 for w in words):
            return True
        return len(words) <= 4 and called(piece)
    if not _NOT_IN_NAMES.isdisjoint(folded.split()):
        return False
    if fold_key(words[0]) in place_heads() and fold_key(words[0]) not in given():
        return False  # "Las Palmas de Gran Canaria"
    if folded.startswith("l'"):
        return False  # "L'Éveil de la Vésubie"
    return names_only(piece) or (piece.isupper() and ((near and len(words) <= 3) or fold_key(words[0]) in given()))


def initials(piece: str) -> bool:
    """True for a name of initials only: "A.T.", «ق. د»."""
    return bool(ARABIC_INITIALS.fullmatch(piece) or LATIN_INITIALS.fullmatch(piece))


def called(piece: str) -> bool:
    """True when a piece opens with a known given name or a title of learning ("Dr"), the Arabic compound ones («عبد الرحيم», «أبو بكر») among them."""
    return _called(piece) if len(piece) <= REMEMBERED else _called.__wrapped__(piece)


@lru_cache(maxsize=MOST_NAMES)
def _called(piece: str) -> bool:
    words = piece.split()
    if len(words) > 2 and fold_key(words[0]).strip(".") in titles():
        return True
    first = fold_key(words[0]) if words else ""
    return (
        first in given() or first.startswith(("عبد", "ابو", "ام ")) or fold_key(" ".join(words[:2])) in given()
        if first
        else False
    )


def undesked(piece: str) -> str:
    """Return a piece without the desk named beside the author: "Rana Quttaineh and agencies" → "Rana Quttaineh"."""
    words = piece.split()
    while len(words) > 2 and (
        fold_key(words[-1]) in _no_names() or fold_key(words[-1].removeprefix("و")) in _no_names()
    ):
        words.pop()
        if fold_key(words[-1]) in ("and", "et", "y", "e", "con", "avec", "with", "و", "مع"):
            words.pop()
    return " ".join(words)


def names_only(line: str) -> bool:
    """True when a line is nothing but capitalised names joined by small words, as captions of portraits are."""
    if len(line) > LONGEST_NAMES or line.rstrip()[-1:] in ".!?:;" or script_of(line) != "Latin":
        return False
    words = _LETTERS.findall(line)
    if not 2 <= len(words) <= 20 or line.isupper() or sum(w[0].isupper() for w in words) < 2:
        return False
    big = [w for w in words if fold_key(w) not in _SMALL or (len(w) == 1 and f"{w.upper()}." in line)]
    upper = [w for w in big if w[0].isupper()]
    return len(upper) >= 2 and len(upper) >= 0.7 * len(big)
