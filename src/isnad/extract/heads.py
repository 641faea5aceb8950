"""What single lines say of themselves as headlines: that they may be one, that they are a menu, a section, a trail, a dispatch's slug."""

from __future__ import annotations

import re
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import is_byline
from isnad.extract.captions import opens_captioned
from isnad.extract.carriers import NUMBER
from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import TRANSCRIBED, dated, partial_line
from isnad.extract.handed import handed
from isnad.extract.hints import OUTSIDE
from isnad.extract.ledin import led_in
from isnad.extract.lines import leads_in, notice, staged
from isnad.extract.looks import BIT
from isnad.extract.onewords import furniture, tokens_of
from isnad.extract.persons import impersonal
from isnad.extract.phrases import bare, opening
from isnad.extract.reprints import reprint
from isnad.extract.tails import released
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

_PICTURED = regex.compile(
    r"[(\[]\s*(?i:photos?|images?|pictures?|pic|fotos?|imagen|fotografía|crédits?|credits?|créditos?|صورة|تصوير|الصورة|عدسة|ت)\b[^()\[\]]{0,16}[:/][^()\[\]]{2,60}[)\]]?\s*$"
    r"|(?<=[.!?]\s)(?i:photo credit|image credit|credits?|crédits?( photo)?|crédito|foto|photo|صورة|تصوير)\s*[:/]\s*\p{L}[^.!?]{1,60}$"
)
"""Whose a picture is, at the end of its caption: "… up your nostrils? (Photo: Getty Images)", "… solar power. Credit: AFP/Getty"."""
LABEL = 14
"""Characters in which the colon behind "Source" stands."""
_COLON = re.compile("[:：]")
ITEM = regex.compile(r"\s*[-–—•*]\s")
"""The start of an item of a list."""
KICKER = regex.compile(r"\s*[|:/•·>»]\s*|\s+[-–—]\s+")
_NO_HEAD = regex.compile(
    r"^\s*\^|\s(?:\+{2,3}|/{2}|\*{2,4}|~{2,3}|#{2,3})\s|\s[>›»]\s.*\s[>›»]\s|^[A-Z]{2,5}-?\d{3,5}\b|\|\||///|\b1[).]\s.+\b2[).]\s"
)
"""What no headline is: notes of an agency to its editors ("^Eds: …"), trails of sections, codes, headlines in a row or numbered."""
SHORTEST = 3
"""Words of the shortest headline that is told among the pieces of a page on one line."""
LONGEST_GREETING, NAMED = 8, 2
"""Words of the longest greeting that opens a letter, and of those in it who are greeted: "Good morning, dear islanders."."""
LONGEST_CREDIT, LONGEST_TRANSCRIBED = 16, 10
"""Words of the longest line that credits an outlet, and of one that says of which broadcast a text is."""


def menu_of(line: str) -> bool:
    """Return whether a line is entries of a menu and little else: "بث مباشر - أبراج - وصفات", "Accueil Monde Économie Sport"."""
    words = [w for w in line.split() if any(c.isalpha() for c in w)]
    pieces = [p.strip(" -–—|·•") for p in _ENTRIES.split(line)] if _ENTRIES.search(line) else words
    pieces = [p for p in pieces if p]
    if len(pieces) < 2 or any(len(p.split()) > 3 for p in pieces):
        return False
    told = sum(
        bare(p) in _sections() or bare(p) in homes() or bare(p) in phrases("entries") or bare(p) in phrases("notices")
        for p in pieces
    )
    rowed = len(pieces) > ROW_PIECES and len(set(_PARTS.findall(line))) == 1  # entries that nobody knows among them
    return told >= (1 if rowed else max(2, 0.6 * len(pieces)))


_COUNTED = regex.compile(r"[\p{L}\p{M}' ]{2,24}\s?[:：]\s?[\p{N}\s.,]+")
"""A label and its number: "Messages : 1 204"."""
_FIELDS = regex.compile(r"[\p{L}\p{M}' ]{2,20}\s?[:：]\s?[^:：]{1,30}?(?:\s{2,}|\s[|·•]\s)[\p{L}\p{M}' ]{2,20}\s?[:：]")
"""Two labels with what they label, and a gap between them: "Usuario: barquero72   Mensajes: 214"."""
_HEAP = regex.compile(r"\s[-–—]\s.*\s[-–—]\s.*[!?؟.]\s\S|[!?؟.]\s\S.*\s[-–—]\s.*\s[-–—]\s")
"""Entries of a menu, another headline with its mark, and more: what was left together on one line."""
_ENTRIES = regex.compile(r"\s+[-–—|·•]\s+|\s{2,}")


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def kicker(line: str) -> bool:
    """Return whether a line is the section above a headline: "SPORTS — Coupe des Trois Mers"."""
    pieces = KICKER.split(line)
    return len(line.split()) <= 8 and any(fold_key(p).strip() in _sections() for p in pieces)


_NOT_HEADS = OUTSIDE | {"kicker"}


def may_head(b: Block) -> bool:
    """Return whether a block may be a headline: one line of some words, no notice, no list of headlines."""
    if b.hints & _NOT_HEADS or b.ticker or not 2 <= b.words <= 40 or len(b.text) > 260:
        return False
    if "inline" in b.hints and b.words < SHORTEST:
        return False  # a town, a section
    if b.element is None and b.words <= COUNTED and (_TAGGED.fullmatch(b.text) or _measured(b.text)):
        return False
    counts = b.element is None and b.text[0].isdigit()
    if ("inline" in b.hints or counts) and furniture(b.text, found := tokens_of(b.text, 0, len(b.text)), 0)[0] == len(
        found
    ):
        return False
    if b.element is None and ":" in b.text and (_COUNTED.fullmatch(b.text) or _FIELDS.match(b.text)):
        return False
    if b.element is None and (bare_ := b.text.strip("=*- "))[:1] + bare_[-1:] in ("[]", "()"):
        return False  # "[Traducción del árabe: boletín interno]", "=(CORRIGE ET REMPLACE)="
    if b.element is None and b.words <= LONGEST_CREDIT and any(NUMBER.match(p) for p in KICKER.split(b.text)):
        return False  # "Slow news from the estuary | Issue 214"
    if b.element is None and (SLUG.fullmatch(b.text) or _TEXT_OF.match(b.text)):
        return False
    if _PICTURED.search(b.text) or ("inline" in b.hints and _HEAP.search(b.text)):
        return False
    if b.words <= LONGEST_GREETING and (hail := opening(b.text, "greetings")) and b.words <= len(hail) + NAMED:
        return False
    if dated(b.text) or notice(b) or b.starts("tags") or _NO_HEAD.search(b.text) or staged(b.text) or leads_in(b):
        return False
    if (
        _listing(b.text)
        or (b.words <= DATELINE and _dateline(b.text))
        or ((b.year or b.element is None) and b.words <= LONGEST_TRANSCRIBED and TRANSCRIBED.match(b.text))
    ):
        return False
    if b.words <= LONGEST_CREDIT and (_STATION.fullmatch(b.text) or _SOURCED.search(b.text)):
        return False
    if b.year and b.words <= LONGEST_CREDIT and (handed(b.text) is not None or led_in(b.text) is not None):
        return False  # "Publié initialement par L'Écho du Lac le 12 mai 2021"
    if b.words <= LONGEST_CREDIT and b.holds & BIT["taken"] and (said := reprint(b.text)) and said.by_hand:
        return False  # «منقول عن وكالة الضفتين مع الشكر»
    if b.words <= LONGEST_CREDIT and b.starts("source") and _COLON.search(b.text, 0, LABEL):
        return False  # "Source : La Vigie"
    if b.text[-1] in ":：" and (b.element is None or b.starts("source") or opening(b.text, "copied")):
        return False  # «نقلاً عن صدى الوادي:», "Salut à tous, je vous copie l'article :"
    if b.starts("related") == len(bare(b.text)) or released(b.text):
        return False
    if (
        b.text[-1] in ",;،؛"
        or ITEM.match(b.text)
        or (b.prose and opens_captioned(b.text))
        or (b.words <= 4 and impersonal(b.text))
    ):
        return False
    return not (is_byline(b.text) and b.words <= 7)


COUNTED = 5
"""Words of the longest line of counts, of tags, of a day."""
_TAGGED = regex.compile(r"(?:#[\p{L}\p{N}_]+\s*)+")


def _measured(line: str) -> bool:
    """True for nothing but a count, a day or how long the text is: "412 K subscribers [Subscribe]", "6–7 min", "JAN 31"."""
    if not any(c.isdigit() for c in line):
        return False
    if partial_line(line) is not None:
        return True
    words = regex.findall(r"\p{L}+", fold_key(line))
    return 0 < len(words) <= COUNTED and _measures().issuperset(words)


@cache
def _measures() -> frozenset[str]:
    """The words of counts: of readers, subscribers, minutes."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    said = (
        w
        for t in tables
        for r in ("counted", "counting", "repeats", "measures")
        for p in t[r]
        for w in fold_key(p).split()
    )
    return frozenset(said)


SLUG = regex.compile(r"\p{Lu}{3,}(?:[-/]\p{Lu}{2,}){1,4}(?:\s\(?\p{Lu}*\d*\)?)?")
"""The slug of a dispatch: "MINAS-PROTESTA"."""
_TEXT_OF = regex.compile(
    r"(?i:(?:text|excerpts?|summary) (?:of|from) (?:an? |the )?(?:[\p{L}-]+ )?(?:report|article|commentary|editorial|interview|announcement|item) "
    r"(?:in [\p{L}-]+ )?(?:by|in|published|carried|broadcast|posted|from)|"
    r"texte? (?:intégral |íntegro )?(?:de l['’]|du |de la |del )(?:article|artículo|reportage|informe|nota|dépêche|despacho) (?:de|du|del|publié|publicado|publicada|paru|diffusé|difundido))\b"
)
"""What services that listen to the press set over what they have heard: "Text of report by privately owned Radio Sahel on 3 May"."""
_HOUR = regex.compile(r"\b\d{1,2}\s?(?:h\s?\d{0,2}|[:.]\d\d)\b", regex.IGNORECASE)
_PARTS = regex.compile(r"\s+[-–—|/>›»·•~]\s+")


_SOURCED = regex.compile(r"[,.;،؛–—-]\s(?:(?i:fuente|source)|المصدر)\s?[:：]")
"""A source behind other words: "Lo pego acá, FUENTE: Radio Salado"."""
_STATION = regex.compile(r"[^\s«»>›]+(?: [^\s«»>›]+){0,4} [>›»] [^\s«»>›]+(?: [^\s«»>›]+){0,3}")
"""A site and one of its parts: "Foro Ribera Viva » Noticias del pueblo"."""


def _listing(line: str) -> bool:
    """True for a row of short pieces that one kind of mark parts: a menu, a trail ("السعودية - الإمارات - قطر", «لبدة / نفط وطاقة / خبر رقم 0417»)."""
    stopped = line.rstrip(". ").split(". ")
    if len(stopped) > ROW_PIECES and all(len(p.split()) <= ROW_PIECES for p in stopped):
        return True  # "Listen again. Podcast. Schedule. Write to us."
    pieces = _PARTS.split(line)
    if sum(_HOUR.search(p) is not None for p in pieces) >= ROW_PIECES:
        return True  # "Grille du jour : 06h Tafsir / 09h Les femmes du marché / 13h Journal"
    if len(pieces) == len(line.split()) - 1 == 2:
        return True  # «المصارعة - حكم»: the slug of a dispatch
    most = max(len(p.split()) for p in pieces)
    return (len(pieces) > ROW_PIECES and most <= 2) or (
        len(pieces) >= ROW_PIECES and most <= ROW_PIECES and len(set(_PARTS.findall(line))) == 1
    )


DATELINE = 5
"""Words of a place, its comma and a day without a year."""


def _dateline(line: str) -> bool:
    """True for a place and a day on a line of their own: "MBALKOU, May 16"."""
    place, comma, day = line.partition(",")
    return bool(comma) and place.strip().isupper() and partial_line(day.strip()) is not None


ROW_PIECES = 3
"""Pieces of the shortest trail, and the words of its longest station."""
