"""What a line says of where its text was taken, translated or passed on from: formulas of four languages that are ``chrome.toml``."""

from __future__ import annotations

from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.extract.accounted import account
from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates, beside_dates
from isnad.extract.handed import LONGEST as LONGEST_HANDED
from isnad.extract.handed import handed, leads
from isnad.extract.ledin import led_in
from isnad.extract.looks import TAKEN, may_hold
from isnad.extract.persons import called, desks, given, of_press, person, press_words
from isnad.extract.phrases import opening
from isnad.extract.provenance import of_author, told, without_remark
from isnad.extract.readers import counted
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key, script_of

LONGEST = 320
"""Characters of the longest line that says from where its text was taken."""
SAID = 10
"""Words of the longest phrase about the text before a colon and its source."""
MOST = 5
"""Words of the longest name of a source."""
_TRIM = ' .:؛،,|-–—*_()[]«»"“”‘’'
_PARTED = regex.compile(
    r"(?<=\p{Ll}{3})\.\s+(?=\p{Lu})|(?<=[\u0621-\u064a]{3})\.\s+|\s*[|•·]\s*|\s+[-–—/ـ]+\s+|\s*[,،;؛]\s*"
)
_ABOUT = regex.compile(
    r"^(?:(?:este|esta|cet|cette|this|the|هذا|هذه)\s+)?(?:articulo|nota|noticia|reportaje|texto|contenido|entrada|article|story|post|report|text|piece|"
    r"texte|reportage|billet|المقال|الخبر|التقرير|المقاله|النص|ماده)\s+(?:(?:fue|ha sido|se|a ete|est|etait|was|has been|is|قد)\s+)?"
    r"(?=publi|apare|traduc|toma|tira|extra|copi|repr|adapt|origin|first|transl|taken|tire|paru|traduit|issu|نشر|منقول|مترجم|ظهر|نقل)"
)
"""What a formula may begin with: "Este artículo fue …", "This story was …"."""
_AROUND = " \t:.…!|-–—•*_·›>→()[]"
_HOLES = regex.compile(r"\{(publisher|by)\}")
_STOP = regex.compile(r"(?<=\p{Ll}{3})\.\s")
_QUOTED = r"[«\"“‘]\s*(?P<publisher>[^«»\"“”]{2,50}?)\s*[»\"”’]"
_PLAIN = r"(?P<publisher>[\p{L}\p{N}][^:：|«»\"“”,،]{1,50}?)"
_BY = r"(?P<by>\p{L}[\p{L}\p{M}.'’ -]{3,40}?)"
_HERE = frozenset(
    "here ici aqui هنا my your our mon votre mi tu su source fuente origine origen المصدر مصدره مصدرها original originale الاصل الاصلي site sitio موقعه".split()
)
"""Words that no paper is called by: of buttons ("at the source"), and of the reader's own pages."""
_VIA = regex.compile(
    r"(?:(?i:source|fuente|المصدر)\s*[:：]\s*)?(?P<publisher>[\p{Lu}\p{Lo}][^|:：,،]{1,45}?)\s+(?:via|vía|عبر)\s+"
    r"(?P<via>[\p{Lu}\p{Lo}\p{N}][^|:：,،]{1,40}?)\s*(?:[|•·,،(].*|\s[-–—]\s.*)?"
)
"""The paper and the list that shows it: "Source : Le Carrefour via SahelActu", "The Beacon via Newsdrift · 2 December"."""


class Reprint(Struct, frozen=True):
    """From whom a text was taken; who translated it and who wrote it there, if told; ``by_hand`` when somebody says that he copied it."""

    publisher: str
    by_hand: bool = False
    translator: str | None = None
    author: str | None = None


def reprint(line: str) -> Reprint | None:
    """Return from whom a short line says its text was taken: «منقول عن صحيفة X», "Traduit du journal X par Y"; else ``None``."""
    if not 6 <= len(line) <= LONGEST:
        return None
    if hail := opening(line, "greetings"):
        line = " ".join(line.split()[len(hail) :]).lstrip(_TRIM)  # «السلام عليكم منقول من …»
    if (why := _REASON.search(line)) is not None:
        line = line[: why.start()]  # "Copied from the Huon Weekly Times since it's behind a wall"
    if (led := led_in(line)) is not None:
        return Reprint(led.publisher, False, led.translator)
    said = _reprint(line) if may_hold(line, "taken") else None
    if (
        (said is None or not said.by_hand)
        and (line[-1:] == ":" or may_hold(line, "taken") or may_hold(line, "handed"))
        and (told_ := account(line)) is not None
    ):
        return Reprint(told_.publisher, False, told_.translator, told_.author)
    if (
        (said is None or not (said.by_hand or said.translator))
        and len(line) <= LONGEST_HANDED
        and may_hold(line, "handed")
    ):
        name = _handed(line)
        return said if name is None or (said is not None and _whole(said.publisher)) else Reprint(name)
    return said


_REASON = regex.compile(
    r"\s+(?:since|because|as it(?:'s| is)|for (?:those|anyone)|in case|pour ceux|pour celles|parce que|car il|puisque|au cas où|para (?:los|las|el) que|para quien|porque|"
    r"ya que|por si|لمن|لأن|لأنه|لأنها|لكي)\b.{4,80}$"
)
"""Why somebody copies a text, behind whom he names."""


def _whole(name: str) -> bool:
    """True for an Arabic name that a formula has found whole: no day is left in it, and no small word before it."""
    return script_of(name) == "Arabic" and not any(c.isdigit() for c in name) and not leads(name.split()[0])


_handed = lru_cache(maxsize=1024)(handed)


@lru_cache(maxsize=2048)
def _reprint(line: str) -> Reprint | None:
    whole = beside_dates(line) if all_dates(line) else line
    if whole != line and (said := _dated_and_translated(line)) is not None:
        return said
    parted = [p for p in _PARTED.split(whole) if p]
    folded = {p: fold_key(p).strip(_AROUND) for p in (line, whole, *parted)}
    for piece, words in folded.items():
        alone = piece in (line, whole) or _only_counts(piece, parted)
        if alone and (said := _by_formula(piece, without_remark(words), by_hand=True)) is not None:
            return said
    for piece, words in folded.items():
        if (said := _put_together(piece, words)) is not None:
            return said
    if (named := _behind_colon(line)) is not None:
        return Reprint(named)
    found = (_by_formula(p, without_remark(_ABOUT.sub("", words)), by_hand=False) for p, words in folded.items())
    return next((said for said in found if said is not None), None)


_ISSUED = regex.compile(
    r"(?P<publisher>[\p{Lu}\p{Lo}][^.,،:|()]{2,50}?)(?:\s*\([^()]{2,30}\))?\s*[,،|]\s*(?P<when>[^.|:]*\d[^.|:]*?)\s*[.|]\s*"
    r"(?P<how>\p{L}+)(?P<rest>[^.]*)\.?"
)
"""A paper, its town, its day and that it was translated: "Le Fleuve (Kayes), 17 mars 2023. Traduit de l'anglais par Fanta Traoré."."""
_HOW = frozenset(
    "traduit traduite traduction traducido traducida traduccion translated translation ترجمه ترجمها ترجمته مترجم مترجمه نقله نقلها".split()
)


def translated_issue(line: str) -> bool:
    """Return whether a line names the paper that a text was translated from, with its day: "Le Fleuve (Kayes), 17 mars 2023. Traduit de …"."""
    return len(line) <= LONGEST and may_hold(line, "taken") and _dated_and_translated(line) is not None


def _dated_and_translated(line: str) -> Reprint | None:
    found = _ISSUED.fullmatch(line.strip())
    if found is None or fold_key(found["how"]) not in _HOW or not all_dates(found["when"]):
        return None
    name = found["publisher"].strip(_TRIM)
    if not _named_as_papers_are(name) or len(name.split()) > MOST or (called(name) and person(name)):
        return None
    _, _, by = found["rest"].rpartition(
        " par " if " par " in found["rest"] else " por " if " por " in found["rest"] else " by "
    )
    by = by.strip(_TRIM)
    return Reprint(name, False, by if by and called(by) and person(by, near=True) else None)


def _behind_colon(line: str) -> str | None:
    """The outlet behind the colon of a line that speaks of "this article": «النافذة التي دخل منها هذا الخبر: جريدة الدرة»."""
    head, colon, rest = line.partition(":")
    name = rest.split("|")[0].strip(_TRIM) if colon else ""
    if not name or len(name.split()) > MOST or not of_press(name) or name[0].islower() or len(head.split()) > SAID:
        return None
    told = f" {fold_key(head).strip()} "
    return name if any(f" {w} " in told for w in _these()) and not any(c in line for c in '«»"“”?؟!') else None


@cache
def _these() -> frozenset[str]:
    """What a page calls its own text with "this", folded: "this story", «هذا الخبر»."""
    return frozenset(
        w for k in LANGUAGES for p in table(k, "provenance")["this"] if len((w := fold_key(p)).split()) == 2
    )


def _by_formula(piece: str, words: str, *, by_hand: bool) -> Reprint | None:
    """What a fixed formula finds in a line; those by which somebody says that he copied a text apart from the others."""
    first = _first(words)
    for pattern, copied in _patterns(first) if first in _formulas() else ():
        found = pattern.fullmatch(words) if copied == by_hand else None
        if found is None or (name := _name(piece, found["publisher"])) is None:
            continue
        by = found.groupdict().get("by")
        if by is None:
            return Reprint(name, by_hand)
        translator = _printed(piece, by)
        if translator and called(translator) and person(translator, near=True):
            return Reprint(name, by_hand, translator)
    return None


def _put_together(piece: str, folded: str) -> Reprint | None:
    """What the grammar of provenance finds in a line: an outlet's name, in the manner of names where no verb leads to it."""
    found = of_author(folded) or told(folded)
    name = _name(piece, found.publisher) if found is not None else None
    if found is None or name is None or (not found.called and not _named_as_papers_are(name)):
        return None
    by = _printed(piece, found.translator) if found.translator else None
    if found.translator and not (by and called(by) and person(by, near=True)):
        return None
    return Reprint(name, False, by)


def _named_as_papers_are(name: str) -> bool:
    """True for a name that hardly is a person's: a word of the trade in it, an article before it, or one word alone."""
    words = name.split()
    return of_press(name) or len(words) == 1 or fold_key(words[0]) in ("the", "le", "la", "les", "el", "los", "las")


def _only_counts(piece: str, parted: list[str]) -> bool:
    """True when beside a piece stand only numbers, and names of outlets: "Repris de La Voix du Fleuve | 1 204 lectures"."""
    others = [p for p in parted if p != piece]
    return len(others) <= 2 and all(counted(p) or of_press(p) for p in others)


def provenance(line: str) -> Reprint | None:
    """Return from whom a whole paragraph says its text was taken: "A version of this story appeared in X. It is republished …"."""
    if (led := led_in(line)) is not None:
        return Reprint(led.publisher, False, led.translator)
    told = len(line) <= LONGEST and may_hold(line, "taken") and not corrects(line)
    line = _THANKS.sub(" ", line)
    return _put_together(line, fold_key(line).strip(_AROUND)) if told else None


_THANKS = regex.compile(
    r",\s(?i:with (?:thanks|permission|gratitude)|avec (?:son )?(?:autorisation|gratitude)|con (?:permiso|gratitud))\s?,\s|،\sمع الشكر،\s"
)
"""Thanks set in: "This piece is taken, with thanks, from …"."""


def corrects(line: str) -> bool:
    """Return whether a paragraph sets right what an article said: "taken from her home" in it tells of no source."""
    return fold_key(line[:40]).startswith(tuple(phrases("corrections")))


def lists(line: str) -> bool:
    """Return, as a cheap look before the pattern, whether a word for "via" stands in a line."""
    return " via " in line or " عبر " in line or " vía " in line


def passed_on(line: str) -> tuple[str, str] | None:
    """Return the paper and the list of a line "X via Y" and nothing else but a date; names begin with capitals."""
    found = _VIA.fullmatch(line.strip()) if len(line) <= LONGEST else None
    if found is None or any(len(found[k].split()) > MOST for k in ("publisher", "via")):
        return None
    return found["publisher"].strip(_TRIM), found["via"].strip(_TRIM)


def _first(words: str) -> str:
    head = words.split(maxsplit=1)
    return head[0].rstrip(":") if head else ""


def _name(piece: str, folded: str) -> str | None:
    """The printed name of a source, without what it is called by in passing: its country, "the paper", lower case before it."""
    name = _STOP.split(_printed(piece, folded) or "")[0]
    if not name or desks().issuperset(fold_key(name).split()) or fold_key(name).split()[0] in _calendar():
        return None
    if _DAY_FIRST.match(name):
        return None  # «نشر في : 11/09/2022 على الساعة 18:20»
    words = name.split()
    if script_of(name) == "Arabic":
        while len(words) > 1 and fold_key(words[-1]) in _countries():
            words.pop()
    elif any(w[:1].isupper() for w in words):
        while words[0].islower():
            words.pop(0)
    else:
        return None
    if (
        not _HERE.isdisjoint(fold_key(name).split())
        or len(words) > MOST
        or (len(words) <= 3 and fold_key(words[0]) in given() and person(" ".join(words)))
    ):
        return None
    name = " ".join(words)
    at = piece.find(name)
    if at > 0 and (article := _CAPITAL_ARTICLE.search(piece, 0, at)) is not None:
        name = article.group() + name  # "Traducido de La Corniche": the formula has taken the article for its own
    if "(" in name and ")" not in name:
        # «موقع (المكلا برس)», but «وكالة تيسونتلي المكسيكية (أوريليو سيبيدا)»
        head, _, rest = name.rpartition("(")
        kept = head.split()
        while len(kept) > 1 and fold_key(kept[-1]) in _countries():
            kept.pop()
        name = rest.strip() if press_words().issuperset(fold_key(head).split()) else " ".join(kept)
    if f"وكالة {name}" in piece:
        name = f"وكالة {name}"
    return None if not name or fold_key(words[0]) in _tongues() or fold_key(name) in phrases("sections") else name


_DAY_FIRST = regex.compile(r"\d{1,4}[/.-]\d")
_CAPITAL_ARTICLE = regex.compile(r"(?<=\s)(?:(?:La|Le|Les|El|Los|Las|The)\s|L['’])$")
_ELIDED = regex.compile(r"^[dl]['’](?=\p{Lu})", regex.IGNORECASE)


def _printed(line: str, folded: str) -> str | None:
    """The words of a line as printed whose folded form this is."""
    want = folded.strip(_TRIM)
    words = line.split()
    for i in range(len(words)):
        for j in range(len(words), i, -1):
            printed = " ".join(words[i:j]).strip(_TRIM)
            if fold_key(printed).strip(_TRIM) == want:
                return printed
            cut = _ELIDED.sub("", printed)
            if cut != printed and fold_key(cut).strip(_TRIM) == want:
                return cut  # "Traduit d'*El Mirador*"
    return None


@cache
def _countries() -> frozenset[str]:
    """What an Arabic paper is called by behind its name: its country («الإسبانية»), how often it appears."""
    stems = (s for rows in table("ar", "demonyms")["stems"].values() for s in rows)
    return frozenset(fold_key(f"{s}ة") for s in stems) | frozenset(fold_key(w) for w in table("ar", "chrome")["papers"])


@cache
def _calendar() -> frozenset[str]:
    """The names of days and months: "Posted on December 3" names no outlet."""
    tables = [table(k, "calendar") for k in LANGUAGES]
    return frozenset(fold_key(w) for t in tables for w in (*t["weekdays"], *t["months"]))


@cache
def _tongues() -> frozenset[str]:
    """The names of languages, from which texts are translated too."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["tongues"])


@cache
def _formulas() -> dict[str, list[tuple[str, bool]]]:
    """The formulas by their first word; those of copies made by hand are marked."""
    rows: dict[str, list[tuple[str, bool]]] = {}
    for k in LANGUAGES:
        for role in TAKEN:
            for formula in table(k, "chrome")[role]:
                rows.setdefault(_first(fold_key(formula)), []).append((formula, role == "copied"))
    return rows


@kept
def _patterns(first: str) -> tuple[tuple[regex.Pattern[str], bool], ...]:
    """The formulas that begin with a word as patterns over folded lines, the longest first: most are never asked for."""
    rows = sorted(_formulas()[first], key=lambda r: -len(r[0]))
    return tuple((regex.compile(p), by_hand) for f, by_hand in rows for p in _both(f))


_OF = regex.compile(r"\bde$")
"""The preposition before a name, which French and Spanish join to its article: "Copié-collé du Courrier des Tanneurs"."""


def _both(formula: str) -> tuple[str, str]:
    """The patterns of a formula: with the name in marks, perhaps its country behind them, and without marks."""
    pieces = _HOLES.split(formula)

    def pattern(name: str) -> str:
        body = ""
        for n, piece in enumerate(pieces):
            if n % 2:
                body += name if piece == "publisher" else _BY
            else:
                words = regex.escape(fold_key(piece)).strip("\\ ").replace(r"\ ", r"\s+").rstrip("\\")
                words = _OF.sub("(?:de|du|des|del|d')", words)
                body += (
                    (r"\s*[,،-]?\s*" if n and words else "") + words + (r"\s*[:：]?\s*" if n < len(pieces) - 1 else "")
                )
        return body

    return pattern(rf"{_QUOTED}(?:\s+\p{{L}}+){{0,2}}"), pattern(_PLAIN)
