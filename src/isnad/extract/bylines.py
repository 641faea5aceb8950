"""Who signed a page: lines with a cue ("Écrit par : A.T"), and lines that are nothing but a name beside a date or a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.chrome import phrases
from isnad.extract.cues import BY, cue_words, cued, may_sign
from isnad.extract.datelines import LONGEST_META, all_dates, beside_dates, dates_of, partial_line, said_when
from isnad.extract.looks import folded, may_hold
from isnad.extract.persons import (
    LATIN_INITIALS,
    SHORT_NAME,
    agency,
    called,
    desks,
    given,
    impersonal,
    jobs,
    names_only,
    nobody,
    person,
    undesked,
)
from isnad.extract.phrases import bare, starts_with
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
_RUNS = re.compile(r"[^\W\d_]+")
_LONG_WORDS = regex.compile(r"\p{L}{3,}")
_INITIALS = regex.compile(r"(?:\p{Lu}|\s\p{Lu})\.\p{Lu}$|\s\p{Lu}$")
_ENDS_NAME = regex.compile(
    r"\s[-–—]\s|,|،|\s(?=\d)|\s{2,}|\s(?=(?i:for)\s)|\s(?=(?:في|من|عن|يوم|بتاريخ|مع)\s)|(?<=\p{Ll}{3})\.(?=\s)"
)
_PIECES = re.compile(
    r"(?<=[a-zà-ÿ\u0621-\u064a]{3})\.\s+|(?<=[A-ZÀ-Ý]{3})\.\s+|\s+ـ+\s+|\s*[|•·/]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[,،؛;]\s*|\s{3,}"
)
_PARTED = re.compile(r"[|/•·]|\sـ\s")
_HANDLE = re.compile(r"\s*[(\[]?(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30})[)\]]?")
"""An address or a name in a network, which stand beside authors."""
_WITH = regex.compile(
    r"\s*\((?i:avec|con|with|مع|et|y|and)?\s*(?:\p{Lu}[\p{L}]*(?:\s\p{Lu}[\p{L}]*)?|\p{Lo}[\p{L}\p{M}]{2,}(?:\s\p{Lo}[\p{L}\p{M}]{2,})?|(?:\p{Lo}[\s.]*){2,4}|(?i:agences|agencias|agencies)|وكالات)\)\s*$"
)
_WRITES_FROM = regex.compile(
    r"\s(?:in|at|à|en|desde|depuis|(?:reports|reporting|writes)\s(?:from|in))\s\p{Lu}[\p{L}'’-]+(?:[\s,]+\p{Lu}[\p{L}'’-]+){0,2}"
    r"(?=\s(?:and|et|y|e)\s\p{Lu}|\s*[.,]?\s*$)"
)
"""Where an author writes from: "Nora Whitlock in Harrowmouth and Sam Okoro in London"."""
_AND_DESK = regex.compile(
    r"\s(?:(?:and|et|y|e|with|avec|con)\s|و)\s?(?:[\p{L}'’]+\s){0,3}?(?i:staff|agencies|agences|agencias|wires?|wire services|la r[ée]daction|redacci[oó]n|وكالات|الوكالات)\s*$"
)
"""The desk behind an author: "Yusra Khatib and Crescent Dispatch staff", "Hédi Zouaghi et agences"."""
_NEXT = regex.compile(r"\s*(?:[-–—/&،,]|\sـ)\s*([\p{L}\p{M}.'’ -]{5,40})$")
MOST_BESIDE = 4
"""Words of a place or a job in brackets beside an author."""
_BESIDE = regex.compile(r"(?P<head>[^()\d]{4,40}?)\s*(?:\((?P<rest>[^()\d]{3,40})\)|\sمن\s(?P<rest>[^()\d]{3,30}))")
_CUED = regex.compile(r"^(?:بقلم|بقلمي|كتب|كتبت|كتبه|كتبها|يكتب|تكتب|(?i:by|par|por))\s*[:：/]?\s+")
"""A cue behind a desk's: «مكتب الشمال: بقلم أحمد الناجي»."""
_QUOTED_POST = re.compile(r"[-–—]\s[^(]{2,60}\(@\w+\)")
"""Who wrote a post that is quoted in the page."""
_ROMAN = re.compile(r"[IVX]+")
_FOLLOWS = frozenset(
    "in at from for on with and a au aux en pour avec le depuis et publie desde para con el y hace publicado posted "
    "published updated il special staff في من مع و يوم الى بتاريخ".split()
)
"""What may follow an author's name on its line, beside marks and dates: places, dates, desks."""
_AGO = re.compile(r"(?<=\S)\s+(?:منذ\s|قبل\s|il y a\s|hace\s)", re.IGNORECASE)
"""What says behind a name how long ago: «محمد صالح منذ أسبوع»."""
_DASH = re.compile(r"\s[-–—/ـ]\s")
_PLACED = re.compile(r"([^:：]{2,24})\s*[:：]\s*(\S.{3,40})")
_WRITTEN_AT = re.compile(r"\s*[،,]\s*(?:في|le|el|on|a|à)?\s*\d", re.IGNORECASE)
"""What follows a place from which a text is dated: «ميناء الوفاق، في 9 مارس 2015», "Puerto Marabú, 4 de octubre de 2019"."""
_WRITTEN_FOR = ("especial para ", "special to ", "special for ", "collaboration speciale", "خاص ")
_OUTLET_OPENS = frozenset({"El", "La", "Los", "Las", "Le", "Les", "The", "Diario", "Journal"})
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
    if not may_hold(line, "cue") or not may_sign(folded(line)):
        return None
    bare_line = _unwrapped(line)
    unsigned = False
    if (
        line[-1] == "."
        and len(line.split()) > SENTENCE
        and _SENTENCE.search(line)
        and not (starts_with(bare_line, "byline") or all_dates(line))
    ):
        return None  # «…، المبنية عام 1999، من ملاك يونانيين في عام 2015.»
    for told, sure in cued(bare_line):
        name = _named(_CUED.sub("", told), script_of(bare_line) == "Arabic", sure)
        if name and not nobody(name):
            return name
        unsigned = unsigned or name is not None
    return "" if unsigned else None


def _unwrapped(line: str) -> str:
    """A line without brackets around the whole of it, addresses, and an agency in brackets: "Hédi Zouaghi (avec AFP)"."""
    line = line.lstrip("-–—•* ")
    if "@" in line:
        line = _HANDLE.sub(" | ", line).strip(" |")
    if line.startswith(("(", "[")) and line.rstrip(".").endswith((")", "]")):
        line = line.strip("()[].")
    return _WITH.sub("", line) if line.rstrip().endswith(")") else line


def _named(raw: str, arabic: bool, sure: bool) -> str | None:
    """The name that a stretch behind a cue opens with, when what follows the name may follow one."""
    raw = _AND_DESK.sub("", raw if arabic else _WRITES_FROM.sub("", raw))
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
    """An Arabic name without what leads to its date: «غسان المنيعي في 22 يوليو»."""
    words = name.split()
    while len(words) > 2 and (
        fold_key(words[-1]) in ("في", "يوم", "بتاريخ", "من", "علي") or fold_key(words[-1]) in _said()
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


@cache
def _desk_names() -> tuple[str, ...]:
    return tuple(sorted(d for d in desks() if len(d) > 3))


def signature(line: str, near: bool = False) -> str | None:
    """Return the name in a line of nothing but a name, and dates, times, places or desks beside it; else ``None``.

    "Marta Querol Ibáñez", "Inés Berenguer | Madrid", «دبي - شيخة الزيودي | الأحد …», "Publié le … | Clément Ducasteing".
    """
    if len(line) > LONGEST_META or line[-1:] in "!?؟…" or _QUOTED_POST.match(line):
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
    line = _unwrapped(line)
    head, stroke, rest = line.partition("/")
    if stroke and impersonal(head.strip()) and called(rest.strip()):
        line = rest.strip()  # "Agencias / Begoña Cañizares"
    if (name := _beside(line)) is not None:
        return name
    if starts_with(line, "source") or not line or (_PARTED.search(line) and _sourced(line)):
        return None
    dated = bool(all_dates(line))
    rest = beside_dates(line) if dated else line
    placed = _PLACED.fullmatch(rest.strip())
    if placed and _from_place(placed):
        return placed[2].strip(" .|")
    pieces = [
        p.strip(" .:،,()|*_") if not LATIN_INITIALS.fullmatch(p.strip()) else p.strip() for p in _PIECES.split(rest)
    ]
    pieces = [_AGO.split(p)[0].strip() for p in pieces]
    pieces = [undesked(p) for p in pieces if p and any(c.isalpha() for c in p) and not said_when(p) and not _counts(p)]
    pieces = [m[2].strip(" .|") if (m := _PLACED.fullmatch(p)) and _from_place(m) else p for p in pieces]
    if dated and len(pieces) > 1:
        pieces = [p.removeprefix("From ") for p in pieces]  # "June 6, 2015 | From Selorm Adzimah, Ho"
    pieces = [_unplaced(_unofficed(p)) for p in pieces]
    pieces = [n if (n := _WRITES_FROM.sub("", p)) != p and called(n) else p for p in pieces]
    if not pieces or len(pieces) > 4 or any(len(p.split()) > MOST_WORDS for p in pieces):
        return None
    people = [p for p in pieces if person(p, near or dated) and not (dated and p.isupper() and not called(p))]
    people = [p for p in people if called(p) or not _WRITTEN_AT.match(line, len(p)) or not line.startswith(p)]
    people = [p for p in people if fold_key(p).split()[0] not in BY]  # a cue that the patterns of cues did not take
    if not people:
        return None
    if len(people) == len(pieces) == 2 and not dated and all(called(p) for p in people):
        return line.strip(" .|,،")  # two authors: "Ana Belén Quiroga / Luis Tordesillas"
    known = [p for p in people if fold_key(p.split()[0]) in given()]
    others = [p for p in pieces if p not in people]
    # What stands beside the name is short: a place, a desk, a formula of publication.
    if "©" in line or any(_says_more(p) for p in others):
        return None
    return (known or people)[0]


def _counts(piece: str) -> bool:
    """True for a count of readers or minutes beside an author: "Temps de lecture : 3 min", «عدد القراء 317»."""
    if not any(c.isdigit() for c in piece):
        return False
    words = _RUNS.findall(fold_key(piece))
    return len(words) <= MOST_COUNTED and _counting().issuperset(words)


MOST_COUNTED = 5
"""Words of the longest count of readers."""


@cache
def _counting() -> frozenset[str]:
    """The words of such counts, folded."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    return frozenset(
        w for t in tables for r in ("counted", "counting", "repeats") for p in t[r] for w in _RUNS.findall(fold_key(p))
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


def _unofficed(piece: str) -> str:
    """A name without what its bearer is, which stands behind it unmarked: «ناصر بوزيان مراسل المنارة», "Iker Zuazo Corresponsal en Bilbao"."""
    words = piece.split()
    at = next((i for i, w in enumerate(words) if i >= 2 and fold_key(w) in jobs()), None)
    if not at or not called(piece):
        return piece
    while at > 2 and words[at - 1].islower() and script_of(piece) == "Latin":
        at -= 1  # "Nora Whitlock political editor"
    return " ".join(words[:at])


def cued_line(line: str) -> bool:
    """True for a short line that opens with a cue and its colon, whoever it names: «نص: إذاعة الشاطئ / وكالات», "Texte : la rédaction"."""
    head, colon, rest = line.partition(":")
    words = tuple(_RUNS.findall(fold_key(head)))
    return bool(colon and words and rest.strip()) and words in cue_words().get(words[0], ())


def _unplaced(piece: str) -> str:
    """A name without the place in capitals that stands behind it unmarked: "Iker Zuazo IRUN"; never a surname in capitals."""
    words = piece.split()
    at = next((i for i, w in enumerate(words) if i >= 2 and w.isupper() and len(w) > 2 and "." not in w), None)
    if at is not None and (at > 4 or _ROMAN.fullmatch(words[at])):
        return piece
    if at is None or not all(w.isupper() for w in words[at:]) or any(w.isupper() for w in words[:at]):
        return piece
    return piece if fold_key(words[1]) in given() or words[at - 1].islower() else " ".join(words[:at])


def opens_with_cue(line: str) -> bool:
    """True when a line opens with a cue of two words and more, though it speaks of pictures: "Photos et texte : …"."""
    words = tuple(_RUNS.findall(fold_key(line[:60])))
    return bool(words) and any(len(c) > 1 and words[: len(c)] == c for c in cue_words().get(words[0], ()))


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
        script_of(name) == "Arabic" and fold_key(head) in _places() and person(name, near=True)
    )  # «الخرطوم: سلافة بابكر»
    return not told and (((called(name) or short) and person(name)) or written) and not called(head)


@cache
def _places() -> frozenset[str]:
    """Regions and capitals in all their spellings, folded."""
    rows = (*table("shared", "places")["places"], *table("shared", "capitals")["capitals"])
    return frozenset(fold_key(n) for row in rows for n in row["names"])


__all__ = ["byline_of", "is_byline", "names_only", "opens_with_cue", "signature"]
