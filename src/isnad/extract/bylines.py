"""Who signed a page: lines with a cue ("Écrit par : A.T"), and lines that are nothing but a name beside a date or a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.datelines import LONGEST_META, all_dates, beside_dates, dates_of
from isnad.extract.lines import LONGEST_HEADING, names_its_source
from isnad.extract.persons import (
    LATIN_INITIALS,
    agency,
    called,
    desks,
    given,
    impersonal,
    jobs,
    names_only,
    nobody,
    person,
    press_words,
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
    r"\s[-–—]\s|,|،|\s(?=\d)|\s{2,}|\s(?=(?i:for)\s)|\s(?=(?:في|من|يوم|بتاريخ|مع)\s)|(?<=\p{Ll}{3})\.(?=\s)"
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
_QUOTED_POST = re.compile(r"[-–—]\s[^(]{2,60}\(@\w+\)")
"""Who wrote a post that is quoted in the page."""
_FOLLOWS = frozenset(
    "in at from for on with and a au aux en pour avec le depuis et publie desde para con el y hace publicado posted "
    "published updated il special staff في من مع و يوم الى بتاريخ".split()
)
"""What may follow an author's name on its line, beside marks and dates: places, dates, desks."""
_PLACED = re.compile(r"([^:：]{2,24})\s*[:：]\s*(\S.{3,40})")
_WRITTEN_FOR = ("especial para ", "special to ", "special for ", "collaboration speciale", "خاص ")
_OUTLET_OPENS = frozenset({"El", "La", "Los", "Las", "Le", "Les", "The", "Diario", "Journal"})
_BY = ("par", "por", "by")
"""The last word of cues that say who did what."""
MOST_WORDS = 6
"""Words of the longest name of an author."""
MOST_AFTER = 16
"""Words of the longest description of an author, behind a comma."""


@cache
def _cue() -> regex.Pattern[str]:
    """A cue and what follows it; one that the table writes with a colon asks for that mark on the page or a known given name."""
    cues = {w for k in LANGUAGES for w in table(k, "chrome")["byline"]}
    words = sorted((w for w in cues if not w.endswith(":")), key=lambda w: (-len(w), w))
    marked = sorted((w.rstrip(" :") for w in cues if w.endswith(":")), key=lambda w: (-len(w), w))
    sure, unsure = ("|".join(_any_accent(w) for w in some) for some in (words, marked))
    ours = r"(?:(?i:notre|nos|our|nuestr[oa]s?)\s+(?:\p{Ll}[\p{L}-]*\s+){1,3})?"
    return regex.compile(
        rf"(?:^|[|•·؛;،]|\s[-–—/ـ]|\d(?:\s?(?:[ap]\.?m\.?|[صم](?=\s)|مساء[ً]?|صباحا[ً]?|h|hs?\.|هـ))?|,)\s*(?:(?P<cue>(?i:{sure}))|(?P<marked>(?i:{unsure})))"
        rf"(?P<mark>\s*[:：/]|\s+[-–—](?=\s))?\s*(?<=[\s:：/]){ours}(?P<name>[^\s|•·:：/-][^|•·\n]{{1,110}})"
    )


@cache
def _sent() -> regex.Pattern[str]:
    """A correspondent, the place written from, then the name: "De notre envoyée spéciale à Sélouane, Claire Montbrun"."""
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["correspondents"]}, key=lambda w: (-len(w), w))
    bodies = "|".join(_any_accent(w) for w in words)
    by = rf"(?:(?i:{'|'.join(_BY)})\s+)?"
    placed = r"(?:\s+[^,:،|]{2,45}?)?\s*[,:،–—-]\s+(?P<name>\S[^|•·\n]{1,80})"
    named = r"(?:\s+(?!(?:in|at|en|à|au|aux|de|desde|from|depuis)\s)\p{Ll}[\p{L}-]+){0,2}\s+(?P<name>\p{Lu}\p{Ll}[^|•·\n]{3,80})"
    return regex.compile(rf"^\W*{by}(?i:{bodies})(?:{placed}|{named})")


@cache
def _taken() -> regex.Pattern[str]:
    """A cue with the place inside it: "Propos recueillis à Sélouane par Claire Montbrun"."""
    words = {w for k in LANGUAGES for w in table(k, "chrome")["byline"]}
    heads = sorted({" ".join(w.split()[:-1]) for w in words if len(w.split()) > 1 and w.split()[-1] in _BY})
    cues, by = "|".join(_any_accent(w) for w in heads), "|".join(_BY)
    return regex.compile(
        rf"^\W*(?i:{cues})\s+(?:à|au|aux|en|in|at|from|depuis|desde)\s+[^,:|]{{2,30}}?,?\s+(?:{by})\s*:?\s+(?P<name>\S[^|•·\n]{{1,80}})"
    )


@cache
def _cue_words() -> dict[str, frozenset[tuple[str, ...]]]:
    """All cues as words, by their first; those that may have a place before their last word without it, too."""
    cues = {w for k in LANGUAGES for role in ("byline", "correspondents") for w in table(k, "chrome")[role]}
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in (tuple(_RUNS.findall(fold_key(w))) for w in cues):
        found.setdefault(words[0], set()).add(words)
        if len(words) > 1 and words[-1] in _BY:
            found[words[0]].add(words[:-1])
    return {first: frozenset(rows) for first, rows in found.items()}


def _may_sign(line: str) -> bool:
    """A cheap look before the patterns: whether the words of a cue stand in a row in the line."""
    words, known = _RUNS.findall(fold_key(line)), _cue_words()
    if known.keys().isdisjoint(words):
        return False
    return any(tuple(words[i : i + len(cue)]) == cue for i, w in enumerate(words) if w in known for cue in known[w])


_ACCENTED = {
    "a": "aáàâ",
    "e": "eéèêë",
    "i": "iíîï",
    "o": "oóôö",
    "u": "uúùûü",
    "c": "cç",
    "n": "nñ",
    "ا": "اأإآ",
    "ه": "هة",
    "ي": "يى",
}


def _any_accent(phrase: str) -> str:
    """A pattern of a folded phrase that its printed forms match too: names are taken from the line as it is printed."""
    letters = (f"[{_ACCENTED[c]}]" if c in _ACCENTED else r"\s+" if c == " " else regex.escape(c) for c in phrase)
    return "".join(letters)


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
    if not _may_sign(line):
        return None
    bare_line = _unwrapped(line)
    unsigned = False
    for m in (*_sent().finditer(bare_line), *_taken().finditer(bare_line), *_cue().finditer(bare_line)):
        sure = m.re is not _cue() or (m["marked"] is None or m["mark"] is not None)
        name = _named(m["name"].strip(), script_of(bare_line) == "Arabic", sure)
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
    return _WITH.sub("", line)


def _named(raw: str, arabic: bool, sure: bool) -> str | None:
    """The name that a stretch behind a cue opens with, when what follows the name may follow one."""
    raw = _AND_DESK.sub("", raw if arabic else _WRITES_FROM.sub("", raw))
    several = _SEVERAL.match(raw)
    if several and not arabic and all(1 < len(n.split()) <= MOST_WORDS for n in _split(several.group())):
        return several.group().strip(" .:-")
    found = _NAME.match(raw)
    if not found:
        return None
    name = _ENDS_NAME.split(found.group())[0].strip(" .:-(")
    name = name if arabic else _before_day_or_office(name, raw[len(name) :])
    if not name or len(name.split()) > MOST_WORDS or (not sure and not called(name)):
        return None
    if arabic and len(raw.split()) > MOST_WORDS and not dates_of(raw[len(name) :]):
        return None
    after = raw[len(name) :]
    if after.startswith(".") and _INITIALS.search(name):
        name, after = f"{name}.", after[1:]
    if (second := _second(after)) is not None and called(name):
        return f"{name}{second}"
    return name if _may_follow(after, arabic) else None


def _second(after: str) -> str | None:
    """Another author behind a dash, a stroke or a comma, as printed, when nothing follows: «أحمد عبد الباقي - سها رمزي»."""
    found = _NEXT.match(after)
    rest = found[1].strip(" .|") if found else ""
    told = jobs().isdisjoint(fold_key(rest).split())  # "Nora Whitlock, Staff Writer" is one
    return after.rstrip(" .|") if found and called(rest) and person(rest) and told else None


def _before_day_or_office(name: str, after: str) -> str:
    """A Latin name without the weekday or the office grown onto it: "Mamadou Fofana le Dimanche", "Nora Whitlock Political" editor."""
    words = name.split()
    keys = [fold_key(w) for w in words]
    cut = next((i for i, k in enumerate(keys) if k in _weekdays()), len(words))
    if cut < len(words) and cut and keys[cut - 1] in ("le", "el", "on"):
        cut -= 1
    if keys[0] not in given():
        return " ".join(words[:cut])
    office = next((i for i, k in enumerate(keys[:cut]) if i >= 2 and k in jobs()), cut)
    follows = fold_key(after).split()[:1]
    if office == cut == 3 and after[:1] == " " and follows and follows[0].strip(".,()") in jobs():
        office = 2
    return " ".join(words[:office])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "calendar")["weekdays"])


def _split(names: str) -> list[str]:
    return [n for n in regex.split(rf"\s*,\s*(?:{_AND}\s)?|\s{_AND}\s", names) if n]


def _may_follow(after: str, arabic: bool) -> bool:
    """True when what stands behind a name may stand behind an author's: nothing, a date, a place, a desk, what he is."""
    rest = after.strip(" .|-–—,،()")
    if not rest or dates_of(rest):
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
    line = _unwrapped(line)
    head, stroke, rest = line.partition("/")
    if stroke and impersonal(head.strip()) and called(rest.strip()):
        line = rest.strip()  # "Agencias / Begoña Cañizares"
    if (beside := _BESIDE.fullmatch(line)) is not None and (name := _of_two(beside["head"], beside["rest"])):
        return name
    if starts_with(line, "source") or not line:
        return None
    dated = bool(all_dates(line))
    rest = beside_dates(line) if dated else line
    placed = _PLACED.fullmatch(rest.strip())
    if placed and _from_place(placed):
        return placed[2].strip(" .")
    pieces = [
        p.strip(" .:،,()|") if not LATIN_INITIALS.fullmatch(p.strip()) else p.strip() for p in _PIECES.split(rest)
    ]
    pieces = [undesked(p) for p in pieces if p and any(c.isalpha() for c in p)]
    pieces = [_unofficed(p) for p in pieces]
    pieces = [n if (n := _WRITES_FROM.sub("", p)) != p and called(n) else p for p in pieces]
    if not pieces or len(pieces) > 4 or any(len(p.split()) > MOST_WORDS for p in pieces):
        return None
    people = [p for p in pieces if person(p, near or dated) and not (dated and p.isupper() and not called(p))]
    people = [p for p in people if fold_key(p).split()[0] not in _BY]  # a cue that the patterns of cues did not take
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


def opens_with_cue(line: str) -> bool:
    """True when a line opens with a cue of two words and more, though it speaks of pictures: "Photos et texte : …"."""
    words = tuple(_RUNS.findall(fold_key(line[:60])))
    return bool(words) and any(len(c) > 1 and words[: len(c)] == c for c in _cue_words().get(words[0], ()))


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
    head, name = placed[1], placed[2].strip(" .")
    if (script_of(name) != "Arabic" and not head.isupper()) or len(head.split()) > 2 or len(name.split()) > 4:
        return False
    told = any(
        starts_with(head, role) >= len(bare(head)) for role in ("caption", "related", "tags", "notices", "source")
    )
    return not told and called(name) and not called(head) and person(name)


__all__ = ["byline_of", "is_byline", "names_only", "opens_with_cue", "signature"]


_BAR = regex.compile(r"\s+[-–—|•]\s+")


def outlet_beside_source(line: str) -> str | None:
    """Return the outlet before a formula of source on one line: «بوابة الساحل - نقلا عن وكالة الوادي», "Diario Sur | Fuente: EFE"."""
    pieces = _BAR.split(line.strip(), maxsplit=1) if len(line) <= LONGEST_HEADING else []
    if len(pieces) != 2 or not names_its_source(pieces[1]) or press_words().isdisjoint(fold_key(pieces[0]).split()):
        return None
    return pieces[0]
