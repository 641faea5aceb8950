"""Who signed a page: lines with a cue ("Écrit par : A.T"), and lines that are nothing but a name beside a date or a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.chrome import phrases
from isnad.extract.cues import cue_words, cued, may_sign
from isnad.extract.datelines import LONGEST_META, all_dates, dates_of, partial_line
from isnad.extract.looks import folded, may_hold
from isnad.extract.persons import (
    agency,
    called,
    desks,
    given,
    jobs,
    names_only,
    nobody,
    person,
)
from isnad.extract.phrases import starts_with
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

_PARTICLE = (
    r"(?:de\s+l[ao]s?|de\s+los|de\s+l['’]|del|des|du|de|da|das|do|dos|di|della|van\s+de[rn]?|van|von|zu|ter|ten|le|la|"
    r"bin|ben|ibn|bint|ould|al|el)"
)
_WORD = r"(?:\p{Lu}(?:\.\s?\p{Lu}(?!\p{Ll}))+\.?|[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]*\.?(?:['’-][\p{L}\p{M}]+)*)"
_ONE = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)?(?:[ld]['’])?{_WORD}){{0,5}}"
_AND = r"(?:et|and|y|e|&|و)"
_NAME = regex.compile(rf"{_ONE}(?:\s+{_AND}\s+{_ONE})?")
_SEVERAL = regex.compile(rf"{_ONE}(?:\s*,\s*{_ONE})+\s*,?\s+{_AND}\s+{_ONE}\s*$")
"""Three authors and more in one list: "Nora Whitlock, Sam Okoro and Dina Farouk"."""
RUNS = re.compile(r"[^\W\d_]+")
_LONG_WORDS = regex.compile(r"\p{L}{3,}")
_INITIALS = regex.compile(r"(?:\p{Lu}|\s\p{Lu})\.\p{Lu}$|\s\p{Lu}$")
_ENDS_NAME = regex.compile(
    r"\s[-–—]\s|,|،|\s(?=\d)|\s{2,}|\s(?=(?i:for)\s)|\s(?=(?:في|من|عن|يوم|بتاريخ|مع)\s)|\s(?=ل(?:صفحة|صحيفة|جريدة|موقع|مجلة|وكالة|قناة|شبكة|منصة|بوابة)\s)|(?<=\p{Ll}{3})\.(?=\s)"
)
_PICTOGRAPHS = re.compile("(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)+")
"""Pictographs, which posts set before the day and the author: "🗓 09/04/2024 ✍️ Maribel Cáceres"."""
_HANDLE = re.compile(r"\s*[(\[]?(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30})[)\]]?")
"""An address or a name in a network, which stand beside authors."""
_WITH = regex.compile(
    r"\s*\((?i:avec|con|with|مع|et|y|and)?\s*(?:\p{Lu}[\p{L}]*(?:\s\p{Lu}[\p{L}]*)?|\p{Lo}[\p{L}\p{M}]{2,}(?:\s\p{Lo}[\p{L}\p{M}]{2,})?|(?:\p{Lo}[\s.]*){2,4}|(?i:agences|agencias|agencies)|وكالات)\)\s*$"
)
_ALSO = regex.compile(r"^(?:و\s?\p{L}{3,}(?:\s\p{L}{3,})?\s*[:：]\s*)")
"""What else the author did, behind a cue: «إعداد وتعليق: سناء …»."""
_WITH_INSIDE = regex.compile(r"\s*\((?:avec|con|with|مع)\s[^()\d]{2,40}\)(?=\s*\S)")
"""The agency or colleague in brackets between an author and the day: "Théo Ernst (avec Agence du Nord) — jeudi 29 mai"."""
WRITES_FROM = regex.compile(
    r"\s(?:in|at|à|en|desde|depuis|(?:reports|reporting|writes)\s(?:from|in))\s\p{Lu}[\p{L}'’-]+(?:[\s,]+\p{Lu}[\p{L}'’-]+){0,2}"
    r"(?=\s(?:and|et|y|e)\s\p{Lu}|\s*[.,]?\s*$)"
)
"""Where an author writes from: "Nora Whitlock in Harrowmouth and Sam Okoro in London"."""
_AND_DESK = regex.compile(
    r"\s(?:(?:and|et|y|e|with|avec|con)\s|و)\s?(?:[\p{L}'’]+\s){0,3}?(?i:staff|agencies|agences|agencias|wires?|wire services|la r[ée]daction|redacci[oó]n|وكالات|الوكالات)\s*$"
)
"""The desk behind an author: "Yusra Khatib and Crescent Dispatch staff", "Hédi Zouaghi et agences"."""
_NEXT = regex.compile(r"\s*(?:[-–—/&،,]|\sـ)\s*([\p{L}\p{M}.'’ -]{5,40})$")
_CUED = regex.compile(r"^(?:بقلم|بقلمي|كتب|كتبت|كتبه|كتبها|يكتب|تكتب|(?i:by|par|por))\s*[:：/]?\s+")
"""A cue behind a desk's: «مكتب الشمال: بقلم أحمد الناجي»."""
_FOLLOWS = frozenset(
    "in at from for on with and a au aux en pour avec le depuis et publie desde para con el y hace publicado posted "
    "published updated il special staff في من مع و يوم الى بتاريخ".split()
)
"""What may follow an author's name on its line, beside marks and dates: places, dates, desks."""
_HONOURED = regex.compile(
    r"^(?i:(?:l['’]|le |la |el |the )(?:abbé|père|frère|sœur|soeur|docteure?|professeure?|pasteur|pasteure|imam|cheikh|rabbin|colonel|commandant|général|capitaine|bâtonnier|"
    r"padre|hermano|hermana|doctora?|profesora?|pastor|pastora|imán|rabino|coronel|capitán|general|rev\.?|reverend|father|brother|sister|rabbi|sheikh|colonel|captain)\s+)(?=\p{Lu})"
)
"""What who signs is called with its article before the name: "Par l'abbé Firmin Sagna", "Por la hermana Lucía Ríos"."""
MOST_CAPITALS = 4
"""Words of the longest name that a page prints in capitals; a line of more is a notice."""
_INITIAL = regex.compile(r"\p{Lu}\.?")
MOST_WORDS = 6
"""Words of the longest name of an author."""
SENTENCE = 8
"""Words of the longest line with a full stop that is no sentence."""
_SENTENCE = regex.compile(r"[،,].*(?:\p{L}{3}|\d{4})\.$")
MOST_AFTER = 16
"""Words of the longest description of an author, behind a comma."""


def byline_of(line: str) -> str | None:
    """Return the author a byline names ("Ecrit par : A.T" → "A.T"); ``None`` when the line is no byline, or names nobody."""
    name = _byline_of(line) if 4 <= len(line) <= LONGEST_META else None
    return name or None


def is_byline(line: str) -> bool:
    """True when a line says who wrote the page, though it may be nobody in particular: "Par la rédaction"."""
    return 4 <= len(line) <= LONGEST_META and _byline_of(line) is not None


@lru_cache(maxsize=4096)
def _byline_of(line: str) -> str | None:
    """The author; empty when the line is a byline of nobody: a desk, an agency."""
    if line[-1] in "?؟" or not may_hold(line, "cue") or not may_sign(folded(line)):
        return None
    bare_line = unwrapped(line)
    unsigned = False
    if (
        line[-1] == "."
        and len(line.split()) > SENTENCE
        and _SENTENCE.search(line)
        and not (starts_with(bare_line, "byline") or all_dates(line))
    ):
        return None  # «…، المبنية عام 1999، من ملاك يونانيين في عام 2015.»
    for told, sure in cued(bare_line):
        told = _CUED.sub("", _ALSO.sub("", told))
        name = _named(told, script_of(bare_line) == "Arabic", sure)
        if name and not nobody(name):
            return name
        unsigned = unsigned or name is not None
    return "" if unsigned else None


def unwrapped(line: str) -> str:
    """Return a line without brackets around the whole of it, addresses, and an agency in brackets: "Hédi Zouaghi (avec AFP)"."""
    line = line.lstrip("-–—•* ").rstrip("–— ")
    if not line.isascii() and _PICTOGRAPHS.search(line):
        line = _PICTOGRAPHS.sub(" | ", line).strip(" |")
    if "@" in line:
        line = _HANDLE.sub(" | ", line).strip(" |")
    if line.startswith(("(", "[")) and line.rstrip(".").endswith((")", "]")):
        line = line.strip("()[].")
    line = _WITH_INSIDE.sub("", line) if "(" in line and called(line) else line
    return _WITH.sub("", line) if line.rstrip().endswith(")") else line


def _named(raw: str, arabic: bool, sure: bool) -> str | None:
    """The name that a stretch behind a cue opens with, when what follows the name may follow one."""
    raw = _AND_DESK.sub("", raw if arabic else WRITES_FROM.sub("", _HONOURED.sub("", raw)))
    several = _SEVERAL.match(raw)
    if several and not arabic and all(1 < len(n.split()) <= MOST_WORDS for n in _split(several.group())):
        return several.group().strip(" .:-")
    found = _NAME.match(raw.lstrip("*_ "))
    if not found:
        return None
    name = _ENDS_NAME.split(found.group())[0].strip(" .:-(")
    name = _before_preposition(_behind_outlet(name)) if arabic else _before_day_or_office(name, raw[len(name) :])
    if not name or len(name.split()) > MOST_WORDS or (not sure and not called(name)):
        return None
    if arabic and len(raw.split("،")[0].split()) > MOST_WORDS and not dates_of(raw[len(name) :]):
        return None
    after = raw[len(name) :]
    if after.startswith(".") and _INITIALS.search(name):
        name, after = f"{name}.", after[1:]
    if (second := _second(after)) is not None and called(name):
        return f"{name}{second}"
    return name if _may_follow(after, arabic) else None


def _behind_outlet(name: str) -> str:
    """An Arabic name without the outlet that stands before it: «مراسل صحراء أونلاين محمد سالم ولد أعمر»."""
    words = name.split()
    if len(words) < 5 or called(name):
        return name
    at = next(
        (i for i in (1, 2, 3) if i + 1 < len(words) and fold_key(words[i]) in given() and person(" ".join(words[i:]))),
        0,
    )
    return " ".join(words[at:])


def _second(after: str) -> str | None:
    """Another author behind a dash, a stroke or a comma, as printed, when nothing follows: «أحمد عبد الباقي - سها رمزي»."""
    found = _NEXT.match(after)
    rest = found[1].strip(" .|") if found else ""
    told = jobs().isdisjoint(fold_key(rest).split())  # "Nora Whitlock, Staff Writer" is one
    return after.rstrip(" .|") if found and called(rest) and person(rest) and told else None


def _before_preposition(name: str) -> str:
    """An Arabic name without what leads to its date: «غسان المنيعي في 22 يوليو», «كتبت: سلوى بدر الأحد، …»."""
    words = name.split()
    keys = [fold_key(w) for w in words]
    while len(words) > 2 and (
        (k := keys[len(words) - 1]) in ("في", "يوم", "بتاريخ", "من", "علي")
        or k in _said()
        or (k.startswith("ال") and k in _weekdays())
    ):
        words.pop()
    return " ".join(words)


def _before_day_or_office(name: str, after: str) -> str:
    """A Latin name without the weekday or the office grown onto it: "Mamadou Fofana le Dimanche", "Nora Whitlock Political" editor."""
    words = name.split()
    keys = [fold_key(w) for w in words]
    cut = next((i for i, k in enumerate(keys) if k in _weekdays()), len(words))
    if cut < len(words) and cut and keys[cut - 1] in ("le", "el", "on"):
        cut -= 1
    if cut == len(words) > 2 and keys[-1].strip(".") in _months() and after.lstrip()[:1].isdigit():
        cut -= 1  # "By Afua Sekyi June 18th, 2015"
    said = next(
        (
            i
            for i, k in enumerate(keys[:cut])
            if i >= 2 and (k in _said() or f"{k} {keys[min(i + 1, len(keys) - 1)]}" in desks())
        ),
        cut,
    )
    cut = min(cut, said)  # "Mathilde Corvaisier Publié" le 14 septembre, "Dale Hutchens Staff Writer"
    if keys[0] not in given():
        return " ".join(words[:cut])
    office = next((i for i, k in enumerate(keys[:cut]) if i >= 2 and k in jobs()), cut)
    follows = fold_key(after).split()[:1]
    if office == cut == 3 and after[:1] == " " and follows and follows[0].strip(".,()") in jobs():
        office = 2
    return " ".join(words[:office])


def unadorned(line: str) -> str | None:
    """Return the name in what a page's markup calls its author: once, without his office or his agency; ``None`` for a notice.

    "Steffan Rhys Deputy Content Hub Director", "Sean Martin Sean Martin", "THIS CONTENT IS FOR SUBSCRIBERS".
    """
    words = line.split()
    half = len(words) // 2
    if len(words) > 3 and len(words) % 2 == 0 and words[:half] == words[half:]:
        words = words[:half]
    keys = [fold_key(w).strip(".,|") for w in words]
    if agency(words[0].strip(",")) or (len(words) > MOST_CAPITALS and line.isupper()) or keys[0] in phrases("entries"):
        return None
    ends = keys[-1] in jobs() or " ".join(keys[-2:]) in desks()
    if ends and len(words) > 3 and keys[0] in given():
        words = words[: 3 if _INITIAL.fullmatch(words[1]) else 2]
    name = " ".join(words).strip(" .,|")
    return name if name and (script_of(name) == "Arabic" or names_only(name)) else None


def without_when(name: str) -> str:
    """Return a name without what says when, which grew onto it: "Ximena Arriola Hace 2 años"."""
    words = name.split()
    cut = next((i for i, w in enumerate(words) if i >= 2 and (w[0].isdigit() or fold_key(w) in _said())), len(words))
    return " ".join(words[:cut])


@cache
def _said() -> frozenset[str]:
    """The first words of formulas that say when: "Publié", "Updated", "Hace"."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    formulas = (f for t in tables for role in ("published", "modified", "ago_before") for f in t[role])
    return frozenset(w for f in formulas if len(w := fold_key(f).split()[0]) > 2 and "{" not in w)


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "calendar")["weekdays"])


@cache
def _months() -> frozenset[str]:
    return frozenset(fold_key(w).strip(".") for k in LANGUAGES for w in table(k, "calendar")["months"])


def _split(names: str) -> list[str]:
    return [n for n in regex.split(rf"\s*,\s*(?:{_AND}\s)?|\s{_AND}\s", names) if n]


def _may_follow(after: str, arabic: bool) -> bool:
    """True when what stands behind a name may stand behind an author's: nothing, a date, a place, a desk, what he is."""
    rest = after.strip(" .|-–—,،()")
    if not rest or dates_of(rest) or partial_line(rest) is not None:
        return True
    if fold_key(rest).split()[-1] in jobs():
        return True
    long = len(_LONG_WORDS.findall(rest))
    if after.lstrip()[:1] in tuple(",،("):
        described = rest[0].islower() and after.rstrip()[-1:] not in ".!?" and len(rest.split()) <= MOST_AFTER
        return long <= 4 or described
    if after.lstrip()[:1] in tuple("|•·/-–—.;@:") or rest[0].isdigit() or arabic:
        return long <= 4
    return long <= 4 and fold_key(rest).split()[0].removesuffix("'") in _FOLLOWS


def cued_line(line: str) -> bool:
    """True for a short line that opens with a cue and its colon, whoever it names: «نص: إذاعة الشاطئ / وكالات», "Texte : la rédaction"."""
    head, colon, rest = line.partition(":")
    words = tuple(RUNS.findall(fold_key(head)))
    return bool(colon and words and rest.strip()) and words in cue_words().get(words[0], ())


def opens_with_cue(line: str) -> bool:
    """True when a line opens with a cue of two words and more, though it speaks of pictures: "Photos et texte : …"."""
    words = tuple(RUNS.findall(fold_key(line[:60])))
    return bool(words) and any(len(c) > 1 and words[: len(c)] == c for c in cue_words().get(words[0], ()))


__all__ = ["byline_of", "is_byline", "names_only", "opens_with_cue"]
