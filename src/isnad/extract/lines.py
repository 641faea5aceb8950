"""What single lines say of themselves: a button, a notice of the site, an address to its reader."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.looks import BIT
from isnad.extract.onewords import furniture, tokens_of
from isnad.extract.phrases import bare, opening, phrases_in, starts_with, words_of
from isnad.text import fold_key

LONGEST_NOTICE, LONGEST_ADDRESS, LONGEST_HEADING = 260, 1600, 120
"""Characters of the longest notice, address to the reader, heading of comments; longer lines are not looked at."""
CLOCK = re.compile(r"\s*\d{1,2}\s?[h:.٫]\s?\d{2}(?:\s?[ap]\.?m\.?|\s?h)?\s*", re.IGNORECASE)
"""A line of nothing but a clock time: the hours of a live report."""
LONGEST_CONTACT = 30
"""Words of the longest line that gives an address to write to: "Contact the reporter at …"."""
SOURCED = 12
"""Words of the longest line that names its source behind a colon."""
LONGEST_CALL = 16
"""Words of the longest line that calls its reader to a channel or an app."""
LONGEST_OFFER = 22
"""Words of the longest line that offers the reader something."""
_PRICE = regex.compile(
    r"[£$€]\s?\d|\d\s?(?:[£$€]|euros?\b|francs?\b|pesos?\b|dollars?\b|dirhams?\b|(?:درهم|دينار|ريال|جنيه|دولار|ليرة)\b)",
    regex.IGNORECASE,
)
_EACH = regex.compile(r"(?:Every|Each|Chaque|Cada)\s[£$€]\s?\d|(?:Every|Each|Chaque|Cada)\s\d+\s?[£$€]")
"""What every sum given does: "Every £25 puts one more inspector on a quayside"."""
_COMPANY = regex.compile(
    r"(?<!\p{L})(?:S\.?A\.?(?:R\.?L\.?|S\.?)?|S\.?L\.?|S\.R\.L\.|Ltd|GmbH|Inc|PLC|LLC|ش\.م\.م)\.?(?!\p{L})"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"(?<!\S)\d[\d.,٫]*\s?(?:[kKMm]|mil|mille|ألف|آلاف|مليون|million)?(?!\S)")
"""How many saw a page, or liked it: "12.3K Views", «٥٣ تعليقا»."""
_REMARK = re.compile(
    r"[^:：]{4,40}?(?:\(\d{1,5}\)\s*(?:[:：]|[-–—|·]?\s*[^:：.!?؟()]{2,40}[:：])\s*\S|[:：]\s*[^:：.!?؟]{2,40}[:：]\s*\S)"
)
"""The heading of the comments and a reader's on one line: "Comentarios (2): marusia62: …"."""
_SIGN_OFF = regex.compile(
    r"(?:\([\p{L}\p{M}. ]{2,14}\)\s*)?/?\s?[\p{L}\p{M}][\p{L}\p{M}. ]{0,14}(?:\s?/\s?[\p{L}\p{M}][\p{L}\p{M}. ]{0,8}){1,4}/?|/[\p{L}\p{M} .]{2,14}/"
)


def is_notice(line: str) -> bool:
    """True when a line is a button, a notice or a formula of the site, not of an article."""
    return len(line) <= LONGEST_NOTICE and _is_notice(line)


def notice(b: Block) -> bool:
    """True when a block is a notice; what no phrase of a notice can stand in is not looked at twice."""
    if b.holds & BIT["notices"]:
        return is_notice(b.text) or ("inline" in b.hints and _buttons(b.text))
    return not b.text[:1].isalpha() and len(b.text) <= LONGEST_NOTICE and _LETTER.search(b.text) is None


def _buttons(line: str) -> bool:
    """True for a piece of a page on one line that opens with buttons and counts in a row: "Partager Tweeter Envoyer 3 commentaires …"."""
    return furniture(line, tokens_of(line, 0, LONGEST_NOTICE), 0)[1] >= IN_A_ROW


IN_A_ROW = 3
"""How much buttons in a row must say that no sentence opens with them."""


_STAGED = re.compile(
    r"[(\[]\s*(?P<what>[^()\[\]:：]{2,30}?)\s*(?:[:：–—-]\s*[^()\[\]]{2,120})?[)\]]\.?"
    r"|(?:\.{2,4}|…|\*{1,3}|♪+|-{2,4})\s*(?P<between>[^()\[\]:：.…*♪-]{2,30}?)\s*(?:\.{2,4}|…|\*{1,3}|♪+|-{2,4})"
)


def staged(line: str) -> bool:
    """Return whether a line is what a transcript puts in brackets or marks between the words spoken: "[jingle : …]", "... music ...", «[فاصل إعلاني]»."""
    found = _STAGED.fullmatch(line) if line[:1] in _STAGES else None
    return found is not None and fold_key(found["what"] or found["between"]) in phrases("stage")


_STAGES = tuple("[(.…*♪-")
"""What such a line begins with."""


LONGEST_FRONT = 40
"""Words of the longest lines of a first page that lead inside the paper."""
_INSIDE = re.compile(r"(?:\b[Pp](?:ages?|ág(?:ina)?s?\.?|\.)|صفحة|ص)\s?\d{1,2}\b(?P<leads>\s?[:：])?")
_COSTS = re.compile(
    r"(?:(?:prix|precio|price|الثمن|السعر|ثمن النسخة)\s*:?\s*)?\d[\d.,]*\s?(?:F\b|FCFA|€|DH|DA|DT|MRU|UM|\$|£|[Pp]\b|pesos?|soles|euros?|cts?\b|Bs|دراهم|دينار|ريال|جنيه|مليم|أوقية)",
    re.IGNORECASE,
)


def leads_inside(line: str) -> bool:
    """Return whether a line of a first page leads inside the paper: "200 F CFA. Page 2 : le prix de l'oignon flambe. Page 7 : …"."""
    found = list(_INSIDE.finditer(line))
    return sum(m["leads"] is not None for m in found) > 1 or bool(found and _COSTS.match(line))


def addresses(b: Block) -> bool:
    """True when a block speaks of the site to its reader."""
    if "inline" in b.hints and b.holds & BIT["notices"] and _buttons(b.text):
        return True
    if b.words <= LONGEST_FRONT and (b.text[0].isdigit() or b.text[0] in "PpصEeالD") and leads_inside(b.text):
        return True
    if "@" in b.text and b.words <= LONGEST_CONTACT and _EMAIL.search(b.text):
        return True
    if leads_in(b):
        return True
    if b.opens & BIT["calls"] and b.words <= LONGEST_CALL and b.starts("calls") and phrases_in(b.text, "channels"):
        return True  # "Get the Ledger on Signal: scan the code"
    return (bool(b.holds & BIT["site"]) and to_reader(b.text)) or (b.words <= LONGEST_OFFER and offered(b.text))


def leads_in(b: Block) -> bool:
    """True for what somebody writes above a text that he passes on to a group: "Hola a todos, me acaba de llegar esto, miren"."""
    if not b.holds & BIT["lead_ins"] or b.element is not None or b.start > TOP or b.words > LONGEST_CONTACT:
        return False
    return not any(c in b.text for c in '«»"“”') and bool(phrases_in(b.text, "lead_ins"))


TOP = 300
"""Characters at the beginning of a page among which somebody may say that he passes it on."""


def is_clock(line: str) -> bool:
    """True for a line of nothing but a clock time."""
    return line[:1].isdigit() and CLOCK.fullmatch(line) is not None


def offered(line: str) -> bool:
    """True for a price, a gift or an advertisement put to the reader: "£10 a month buys a motorbike tank. Give now.", "dès 1,90 € la semaine"."""
    if len(line) > LONGEST_NOTICE:
        return False
    if line.rstrip()[-1:] not in ".!?؟…" and phrases_in(line, "bargains"):
        return True
    if any(c in line for c in '«»"“”'):
        return False
    told = phrases_in(line, "offers")
    if not told:
        return line[:1] in "EC" and _EACH.match(line) is not None
    opens = told[0][0] == 0 and len(told[0][1]) > 1
    return (
        (opens and not starts_with(line, "related")) or _PRICE.search(line) is not None or _EACH.match(line) is not None
    )


@lru_cache(maxsize=8192)
def _is_notice(line: str) -> bool:
    told = phrases_in(_COUNT.sub(" ", line) if line[:1].isdigit() else line, "notices")
    if not told:
        return _LETTER.search(line) is None
    words = len(_LETTERS.findall(line))
    if words > 34:
        return False
    ended = line.rstrip()[-1:] in ".!?؟…"
    if words <= LONGEST_OFFER and (not ended or ":" in line[:LABEL]) and _under_ad(line):
        return True
    # Two words of menus in a line of many others are a headline's: "Lagoon register comes home, and with it awkward questions".
    telling = words <= SHORT or any(len(p) > 1 for _, p in told) or sum(len(p) for _, p in told) * 3 >= words
    if words <= 16 and telling and len({p for _, p in told}) >= 2 and not line.rstrip().endswith((".", "؟", "!", "…")):
        return True
    if told[0][0] == 0:
        length, several = len(" ".join(told[0][1])), len(told[0][1]) > 1
        share = length / max(1, len(bare(line)))
        if words <= 6 or share >= 0.3 or (several and (share >= 0.2 or (length >= 12 and words <= 24))):
            return True
    # A telling phrase of several words anywhere in the line.
    return words <= 22 and any(len(p) > 1 and len(" ".join(p)) >= 11 for _, p in told)


SHORT = 6
"""Words of the longest line in which two words of menus are enough to make it one."""
LABEL = 24
"""Characters in which the colon behind the word for an advertisement stands."""
_SET_OFF = re.compile(r"\s*(?P<word>[^\W\d_][\w' -]{1,22}?)\s*(?:[:：|]|\s[-–—]\s)\s*\S")


def _under_ad(line: str) -> bool:
    """True for an advertisement behind its word and a mark: "Publicité - Literie Morel, soldes", «إشهار: مكتب دراسات يبحث عن مهندس»."""
    first, _, rest = line.strip().partition(" ")
    if rest and first.isupper() and fold_key(first) in phrases("advertised"):
        return True
    found = _SET_OFF.match(line)
    return found is not None and fold_key(found["word"]).strip() in phrases("advertised")


def to_reader(text: str) -> bool:
    """True when whole sentences speak of the site to its reader: cookies, subscriptions, rules, rights."""
    return len(text) <= LONGEST_ADDRESS and _to_reader(text)


@lru_cache(maxsize=512)
def _to_reader(text: str) -> bool:
    told = [phrase for _, phrase in phrases_in(text, "site")]
    weight = sum(1.0 if len(p) > 1 or len(p[0]) > 9 else 0.7 for p in told)
    if weight < 1.0:
        return False
    words = len(_LETTERS.findall(text))
    return (weight >= 1.7 and weight * 28 >= words) or (words < 22 and any(len(p) > 1 for p in told))


def closes_to_reader(line: str) -> bool:
    """Return whether the last paragraph of a text speaks to whoever reads it, of reading, paying, writing: "Vous lisez gratuitement ce texte …"."""
    words = words_of(line)
    if len(words) > LONGEST_OFFER or any(c in line for c in '«»"“”'):
        return False
    asked = "?" in line or "؟" in line or bool(phrases_in(line, "channels"))
    if asked and any(p[-1].endswith(_OURS) for _, p in phrases_in(line, "calls")):
        return True  # "¿Tiene una pista? Escríbanos al correo de la redacción."
    return not phrases("you").isdisjoint(words) and len(phrases("reading").intersection(words)) >= OF_READING


_OURS = ("us", "nos", "nous", "نا", "بنا")
"""How calls end that ask to write to those who made the page."""


OF_READING = 2
"""Words of reading, subscribing, supporting by which a line with "you" is the site's."""


def opens_comments(line: str) -> bool:
    """True when a short line is the heading of the readers' comments: "Comments (12)", «التعليقات», "3 commentaires"."""
    if len(line) > LONGEST_HEADING:
        return False
    told = opening(line.lstrip("0123456789٠١٢٣٤٥٦٧٨٩ ()"), "comments")
    if not told or line.rstrip()[-1:] in ".،؛;":
        return False
    words = len(_LETTERS.findall(line))
    return 1 <= words <= 6 and len(told) >= words - 2


def comments_inline(b: Block) -> bool:
    """True for a line on which the comments' heading and what a reader said stand together."""
    return bool(b.holds & BIT["comments"]) and _REMARK.match(b.text) is not None and bool(opening(b.text, "comments"))


def imprint(b: Block) -> bool:
    """True for a line that says who makes the outlet: "Directrice de la publication : …", "Copyright 2022 X. Designed by Y"."""
    return (
        b.words <= LONGEST_CONTACT
        and b.element != "figcaption"
        and (bool(phrases_in(b.text, "imprint")) or _COMPANY.search(b.text) is not None)
    )


def signs_off(line: str) -> bool:
    """True for what agencies end a text with, and for a bare credit: "lm/rqs", «شراة/ ر ن/ ف ق», «عن جريدة الضفتان», "(Source : X)"."""
    words = len(_LETTERS.findall(line)) if len(line) <= LONGEST_HEADING else 99
    if words > 8 or line.rstrip()[-1:] in "!?؟…:":
        return False
    if _SIGN_OFF.fullmatch(line.strip()):
        return True
    return words <= 6 and starts_with(line, "source") > 0 and not line.rstrip().endswith(".")


def names_its_source(line: str) -> bool:
    """True for a short line that says whose the text is: "Avec AFP", "Fuente: Agencia Sureste", «نقلا عن صحيفة المدى»."""
    words = len(_LETTERS.findall(line)) if len(line) <= LONGEST_HEADING else 99
    if words > (SOURCED if ":" in line else 5) or line.rstrip()[-1:] in "!?؟….:":
        return False
    return starts_with(line, "source") > 0


_AT = re.compile(r"(?:[^\W\d_][\w' ]{0,24}[:：]?\s+)?(?P<at>https?://[^\s<>\"«»]{6,300})(?:\s.{0,40})?")


def printed_address(line: str) -> str | None:
    """Return the address that a line prints and little else: "URL: https://…", "Imprimé depuis https://… le 14/02/2024"."""
    found = _AT.fullmatch(line.strip()) if "://" in line and len(line) <= 400 else None
    return found["at"] if found else None


_SIGNED_PLACE = regex.compile(r"[^()\n]{3,80}\((?:\p{L}[\p{L}\p{M}.'’-]*\s?){1,4}\)[\s.,:–—-]*")


def signed_place(line: str) -> bool:
    """True for a line of a place and a day with an agency in brackets behind: "ABÉCHÉ, 6 août 2023 (AOP)"; the day is asked elsewhere."""
    return len(line) <= LONGEST_HEADING and _SIGNED_PLACE.fullmatch(line.strip()) is not None
