"""The name of a site as a line prints it: without marks, mottoes, buttons, the town and what the outlet is; and what is a section's instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from isnad.extract.chrome import homes, phrases
from isnad.extract.head import SEPARATORS
from isnad.extract.issues import APPEARS
from isnad.extract.persons import MOST_NAMES, generic, named_as_paper, of_press, press_words
from isnad.extract.phrases import bare, starts_with
from isnad.extract.tails import released
from isnad.languages import LANGUAGES, table
from isnad.text import REMEMBERED, fold_key, script_of

LONGEST_NAME = 45


ENTRY = 2
"""Words of most entries of a menu."""


_RIGHTS = regex.compile(
    r"^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s+)?|^(?:19|20)\d\d\s+(?=\p{Lu}|\p{Lo})|\s*\d{4}\s*$",
    regex.IGNORECASE,
)


_NUMBERED = re.compile(
    r"[\s,–-]+(?:#|No\.?|Nr\.?|N[°º]\.?|Núm\.?|Número|Numéro|Edición|Edition|Entrega|Livraison|Letter|Issue|Vol\.?|العدد|عدد|رقم)\s*\d[\d/ .-]*$",
    re.IGNORECASE,
)
"""The number of an issue behind the name of a letter in its window's title: "Bulwark Shipping Letter No. 1187"."""


_YEARED = re.compile(r"^(?:19|20)\d\d\.\s+")


_GROWN = regex.compile(r"\p{Ll}{2}\p{Lu}")
"""Words grown together where the markup is lost: "US EditionUK EditionIrish Mirror"."""


_COOKIE = re.compile(r"\bcookies?\b", re.IGNORECASE)


_MAKER = regex.compile(
    r"(?:an?|une?|una|part|property|filiale|groupe|division)\s.*(?:subsidiary|company|division|group|filiale|empresa|sociedad|of|de|du)\b"
    r"|(?i:designed|powered|developed|built|hosted|created|website|site|web|theme|conçu|réalisé|réalisation|développé|développement|propulsé|hébergé|création|desarrollado|desarrollo|diseñado|diseño|creado|alojado)\s"
    r"(?i:by|with|par|por|de|web|theme)\b"
    r"|(?:تصميم|برمجة|تطوير|استضافة|إنجاز|بدعم)\s"
)
"""Who made a site, or whose company its owner is: "Designed by Gray Digital", "a Reach plc subsidiary", «تصميم وبرمجة …»."""


_PLACED = re.compile(r"(?<=\S)\s*\((?![A-Z.]{2,}(?:\)|$))[^()]{2,30}\)?\W*$")
"""The town of an outlet in brackets behind its name: "Agence Sahel Presse (Sfax)"."""


_ABBREVIATED = regex.compile(
    r"(?<=\S\s+\S+)\s*[(\[]\s*(?:\p{Lu}[\p{Lu}\p{N}.&-]{1,7}|\p{Lo}{2,5}|\p{Lo}(?:[. ]{1,2}\p{Lo}){1,3}\.?)\s*[)\]]$"
)
"""The letters that an outlet of several words signs with, in brackets behind its name: "Agence du Littoral (APL)", «وكالة الشرفة للأنباء (شرفة)»."""


_PLACE = regex.compile(r"\p{Lu}\p{Ll}{2,}[\p{L}'’ -]*|\p{Lo}{3,}(?: \p{Lo}+)?")
"""A town or a state in brackets behind an outlet's name of one word: "Al-Sari (Koweït)"."""


_FREQUENCY = re.compile(
    r"^(\S+\s+\S.*?)(?:(?<!FM)\s+|\s+FM\s+)\d{2,3}[.,]\d(?:\s*(?:FM|MHz))?$|^(.{3,40}?)\s+\d{2,4}(?:[.,]\d)?\s*(?:AM|FM|MHz|kHz|KHz)$"
    r"|^(.{3,40}?)\s+\d{2,3}[.,]\d\s*(?:إف إم|اف ام|أف أم|إف أم|ميغاهرتز)$"
)
"""Where a station is heard, behind its name of two words: "Radio Kavango 94.1"."""


_GAPS = re.compile(r"[ \t\u00a0]{2,}|\t+")
"""What sets a name apart from the menu behind it where the markup is lost."""


_TRAIL = re.compile(r"\s+(?:[>›»]|->|=>)\s+")


def clean(name: str) -> str | None:
    """Return a name without marks, signs of rights and years around it; ``None`` when it can be no outlet's."""
    return _clean(name) if len(name) <= REMEMBERED else _clean.__wrapped__(name)


@lru_cache(maxsize=MOST_NAMES)
def _clean(name: str) -> str | None:
    # Letters and blanks alone hold no year, number, mark or bracket to be taken off.
    plain = name.replace(" ", "").isalpha() and "º" not in name and name[:9].lower() != "copyright"
    name = name.strip() if plain else unnumbered(_YEARED.sub("", name))
    if _COOKIE.search(name) or len(_GROWN.findall(name)) > 1:
        return None
    if not plain:
        name = _FREQUENCY.sub(r"\1\2\3", _RIGHTS.sub("", name.strip(' .:|-–—«»"،,<>›‹/•·→_*~@▼▲▾☰≡+'))).strip()
        name = _ABBREVIATED.sub("", name) if name[-1:] in (")", "]") else name
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > 6 or not any(c.isalpha() for c in name):
        return None
    if (
        name[-1] in "/\\"
        or _PARTED.search(name)
        or _MAKER.match(name)
        or _DEGREES.search(name)
        or _entry(name)
        or fold_key(name).startswith(_summons())
    ):
        return None
    told = bare(name)
    if not plain and (hasty := starts_with(name, "flash")) > 0 and not any(c.isalnum() for c in told[hasty:]):
        return None  # "BREAKING* 🔴🔴"
    return None if starts_with(name, "notices") == len(told) else name


def filed(line: str) -> bool:
    """Return whether a line is what an agency calls a dispatch in its files: "Mali-mines-grève", no paper's name."""
    return _FILED.fullmatch(line.strip()) is not None and press_words().isdisjoint(fold_key(line).strip().split("-"))


_FILED = re.compile(r"[^\W\d_]{2,}(?:[-/][^\W\d_]{2,}){2,}(?:[-/]\d+)?")


def maker(line: str) -> bool:
    """Return whether a line says who made a site, or whose company its owner is."""
    return _MAKER.match(line) is not None


def unnumbered(name: str) -> str:
    """Return a letter's name without the number of its issue: "Bulwark Shipping Letter No. 1187"."""
    return _NUMBERED.sub("", name)


def unheard(name: str) -> str:
    """Return a station's name without where it is heard: "Radio Kavango 94.1"."""
    return _FREQUENCY.sub(r"\1\2\3", name)


def _entry(name: str) -> bool:
    """True for what is nothing but an entry of a menu, or a few of them: "Toggle navigation", "About/Contact"."""
    entries = phrases("entries")
    told = bare(name)
    if told in entries or told.endswith(_long_entries()):
        return True
    return len(pieces := _STROKES.split(name)) > 1 and all((p := bare(x)) in entries or p in sections() for x in pieces)


@cache
def _summons() -> tuple[str, ...]:
    """What calls on readers, of two words and more: «اشترك في قناتنا» is no outlet."""
    return tuple(p for p in phrases("summons") if " " in p)


@cache
def _long_entries() -> tuple[str, ...]:
    """The entries of menus that have more words than one."""
    return tuple(e for e in phrases("entries") if " " in e)


def unplaced(name: str) -> str:
    """Return a source's name without its town in brackets; an acronym stays: "Agence Punique (APU)"."""
    bare = _PLACED.sub("", name)
    place = name[len(bare) :].strip(" ().")
    return bare if len(bare.split()) > 1 or (len(place.split()) <= 2 and _PLACE.fullmatch(place)) else name


def named_in(line: str) -> str:
    """Return the first piece of a page's first line, less its motto behind points, dashes or a gap."""
    return MOTTO.split(SEPARATORS.split(before_menu(line)[0])[0])[0].strip()


def headed(line: str) -> str:
    """Return the first station of a trail that opens with a name of the trade: "Foro del Valle > General > Noticias"."""
    first, *rest = _TRAIL.split(line)
    return first if rest and of_press(first) else line


_STROKES = re.compile(r"\s*[/|&·,]\s*|\s{2,}")


_DEGREES = re.compile(r"\d\s?°|\bº[CF]\b")
"""The weather that stands at the top of a page: "55°F Clear"."""


_PARTED = re.compile(r"\s[>›»|]|[>›»|]\s")
"""A mark of trails and menus inside a name: "Local > Harbour" is no outlet."""
_STATION = re.compile(r"\s*[/>›»:]\s*")


def menu(line: str) -> bool:
    """Return whether a line is entries of a menu: the first page's, or nothing but sections."""
    words = fold_key(line).split()
    return words[0] in homes() or section(line) or sections().issuperset(words)


def trail(line: str) -> bool:
    """Return whether a line is the trail from a site's first page to an article: "You are here: Home / Region", "Accueil / Actualités / Travaux"."""
    stations = [s for s in _STATION.split(line) if s.strip()]
    first = fold_key(stations[0]).strip() if len(stations) > 1 else ""
    return first in homes() or (bool(first) and starts_with(line, "trails") > 0)


def ends_in_section(named: str, name: str) -> bool:
    """Return whether nothing but one word that sections are called by too stands behind a name: "Kisiwa Business"."""
    gone = named.split()[len(name.split()) :]
    return (
        len(gone) == 1
        and len(name.split()) <= 3
        and fold_key(gone[0]) not in phrases("notices")
        and not gone[0][0].islower()
    )


MOTTO = re.compile(r"\s+\.{2,3}\s+|\s+-{2,3}\s+|\s+:{2,}\s+|\s+…\s+")


def shouted(name: str) -> str:
    """Return the words in capitals with which a line begins, when they are a paper's name and the rest is not in capitals: "L'ÉCHO DU WALO Saint-Louis"."""
    words = name.split()
    n = next((i for i, w in enumerate(words) if not w.isupper()), len(words))
    head = " ".join(words[:n])
    return head if 1 < n < len(words) and of_press(head) else name


def undescribed(name: str) -> str:
    """Return a name without what its outlet is, said right behind it: «وادي النخيل بريس جريدة إلكترونية شاملة»."""
    name = APPEARS.sub("", name)
    words = name.split()
    small = next((i for i, w in enumerate(words) if i and w.islower() and fold_key(w) not in _SMALL), len(words))
    said = {fold_key(w) for w in words[small:] if w.islower()}
    if not _described().isdisjoint(said) and (small > 1 or words[0][1:2] in "'’"):
        return " ".join(words[:small])  # "The Kitale Lantern independent weekly"
    for i in range(len(words) - 2, 0, -1):
        if fold_key(words[i]) in _BEHIND_NAMES:
            continue  # «فاس بريس لحظة بلحظة»
        if generic(" ".join(words[i:])) and not (i == 1 and fold_key(words[0]) in press_words()):
            return " ".join(words[:i])
    return name


_SMALL = frozenset("de del des du d la las los el le les l of the and y et en".split())


@cache
def _described() -> frozenset[str]:
    """What newspapers are, in small letters behind a name: "semanario", "quotidien", "weekly"."""
    more = "semanario diario periodico quotidien hebdomadaire journal newspaper paper daily weekly magazine revista revue gaceta independent independiente independant"
    return phrases("papers") | frozenset(more.split())


_BEHIND_NAMES = frozenset("بريس برس نيوز اونلاين تيفي ميديا بلوس تايمز".split())
"""Words that stand at the end of Arabic outlets' names and open no description."""


def only_entries(pieces: Sequence[str]) -> bool:
    """Return whether the pieces of a line are four and more and short, as entries of a menu are, the first of them no paper's name."""
    first = pieces[0].split()
    return (
        len(pieces) > _ENTRIES
        and len(first) <= ENTRY
        and all(len(p.split()) <= ENTRY + 1 for p in pieces)
        and not (named_as_paper(pieces[0]) and script_of(pieces[0]) != "Arabic")
    )


LONGEST_MOTTOED = 4
"""Words of the longest name of a site that a gap sets off from its motto."""


_MOTTOED = re.compile(r"\S[ \t\u00a0]{3,}(?:\S+\s+){2,9}\S+$")


_ENTRIES = 3
"""Pieces of the longest line that is no menu."""


def unmottoed(name: str) -> str:
    """Return a name without the motto behind its comma: "Radio Marea, la emisora del puerto"."""
    first, comma, rest = name.partition(", ")
    return first if comma and rest[:1].islower() and len(rest.split()) > 1 else name


def before_menu(line: str) -> list[str]:
    """Return the pieces of a first line that gaps set apart when all but the first are short, as entries of a menu are; else the line."""
    if len(pieces := _by_symbol(line)) > 1:
        return pieces
    first, *rest = [p for p in _GAPS.split(line) if p.strip()]
    if len(rest) == 1 and len(first.split()) <= LONGEST_MOTTOED and _MOTTOED.search(line):
        return [first, *rest]  # «مجمع الأخبار   كل الصحف في صفحة واحدة»
    entries = [e for p in rest for e in SEPARATORS.split(p) if e.strip()]
    short = sum(len(e.split()) <= ENTRY for e in entries)
    return [first, *entries] if len(entries) > 1 and short >= 0.7 * len(entries) else [line]


def _by_symbol(line: str) -> list[str]:
    """The pieces of a first line that one symbol parts again and again, or a menu's sign: «زاوية الملاعب ⚽ دوري ⚽ توقعات», «بوابة القلعة ☰ القائمة»."""
    symbols = Counter(_SYMBOL.findall(line)) if len(line) <= LONGEST_ROW else Counter[str]()
    told = [s for s, n in symbols.items() if n > 1 or s in _MENUS]
    if not told:
        return _emblemed(line, list(symbols))
    first, *rest = (p.strip() for p in regex.split("|".join(rf"\s+{regex.escape(s)}\s+" for s in told), line))
    entries = rest[1:] if len(rest) > 1 and len(rest[0].split()) > ENTRY + 1 else rest  # the site's motto
    short = sum(len(p.split()) <= ENTRY + 1 or _CLOCKED.search(p) is not None for p in entries)
    named = 1 <= len(first.split()) <= LONGEST_MOTTOED + 1 and not _GAPS.search(first)
    return [first, *rest] if named and (short >= 0.7 * len(entries) or not _MENUS.isdisjoint(told)) else [line]


def _emblemed(line: str, symbols: list[str]) -> list[str]:
    """The name and the motto that one ornament parts: «كورة الشرق ⚽ كل الأهداف كل الأخبار»; else the line."""
    if len(symbols) != 1 or symbols[0].isascii() or symbols[0] in "▪•·◦‣":
        return [line]
    first, _, motto = (p.strip() for p in line.partition(f" {symbols[0]} "))
    named = 2 <= len(first.split()) <= ENTRY + 1 and not any(c.isdigit() or c in ":.!?؟" for c in first)
    return [first, motto] if named and 2 <= len(motto.split()) <= LONGEST_MOTTO else [line]


LONGEST_MOTTO = 9
"""Words of the longest motto behind an ornament."""
_CLOCKED = re.compile(r"\d{1,2}[:.h]\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
LONGEST_ROW = 160
"""Characters of the longest first line of a name and a menu that a symbol parts."""


_SYMBOL = regex.compile(r"(?<=\s)(?:\p{So}\ufe0f?|[▪•*#~^+=·§¤◦‣]{1,3})(?=\s)")
"""A symbol that stands alone, between blanks."""


_MENUS = frozenset("☰ ≡ ▼ 🔍 ⋮".split())


def unbuttoned(name: str) -> str:
    """Return a name without the buttons and sections that stand behind it on its line."""
    words = name.split()
    while len(words) > 1 and (fold_key(words[-1]) in phrases("notices") or fold_key(words[-1]) in sections()):
        if fold_key(words[-1]) in press_words() or fold_key(words[-2]) in (
            "de",
            "du",
            "des",
            "del",
            "of",
            "the",
            "la",
            "le",
            "el",
            "los",
            "les",
        ):
            break
        words.pop()
    return " ".join(words)


@cache
def only_sections() -> frozenset[str]:
    """Return the names of sections that no newspaper is called by, folded."""
    return sections() - press_words()


@cache
def sections() -> frozenset[str]:
    """Return the names of newspapers' sections, folded."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def section(name: str) -> bool:
    """Return whether a name is one of a newspaper's sections ("Économie", «رياضة», «المحليات»)."""
    told = bare(name)
    return (
        told in sections()
        or told.removeprefix("ال") in sections()
        or released(name)
        or bool(starts_with(name, "related"))
        or ((noted := starts_with(name, "notices")) > 0 and not (noted < len(told) and of_press(name)))
    )
