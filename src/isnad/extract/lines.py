"""What single lines say of themselves: a button or notice of the site, or the caption of a picture."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.phrases import bare, opening, phrases, phrases_in, starts_with
from isnad.text import fold_key

LONGEST_NOTICE, LONGEST_ADDRESS, LONGEST_HEADING, LONGEST_CAPTION = 260, 1600, 120, 600
"""Characters of the longest notice, address to the reader, heading of comments, caption; longer lines are not looked at."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPTION_END = re.compile(
    r"(?:\(|\[|[/|©.]\s?)\s*(?:photo|foto|crédit|credit|image|صورة|تصوير|archives?|archivo|ph|dr|d\.r\.?|afp|reuters|efe|ap|epa|"
    r"getty(?: images)?)\b[^()]{0,60}[)\]]?\.?\s*$|©\s?\S.{0,60}$",
    re.IGNORECASE,
)
_CAPTION_HEAD = re.compile(r"[^:：\]]{0,30}[:：©\]]|\(")
_SIGN_OFF = regex.compile(
    r"/?\s?[\p{L}\p{M}][\p{L}\p{M}. ]{0,14}(?:\s?/\s?[\p{L}\p{M}][\p{L}\p{M}. ]{0,8}){1,4}/?|/[\p{L}\p{M} .]{2,14}/"
)
_CREDIT = regex.compile(r"(?:[-–—/|(.]\s*)([\p{L}\p{M}' ]{2,24}?)\s*[:：]")


def is_notice(line: str) -> bool:
    """True when a line is a button, a notice or a formula of the site, not of an article."""
    return len(line) <= LONGEST_NOTICE and _is_notice(line)


@lru_cache(maxsize=8192)
def _is_notice(line: str) -> bool:
    words = len(_LETTERS.findall(line))
    if words == 0:
        return True
    if words > 34:
        return False
    told = phrases_in(line, "notices")
    if not told:
        return False
    if words <= 16 and len({p for _, p in told}) >= 2 and not line.rstrip().endswith((".", "؟", "!", "…")):
        return True
    if told[0][0] == 0:
        length, several = len(" ".join(told[0][1])), len(told[0][1]) > 1
        share = length / max(1, len(bare(line)))
        if words <= 6 or share >= 0.3 or (several and (share >= 0.2 or (length >= 12 and words <= 24))):
            return True
    # A telling phrase of several words anywhere in the line.
    return words <= 22 and any(len(p) > 1 and len(" ".join(p)) >= 11 for _, p in told)


def to_reader(text: str) -> bool:
    """True when whole sentences speak of the site to its reader: cookies, subscriptions, rules, rights."""
    return len(text) <= LONGEST_ADDRESS and _to_reader(text)


@lru_cache(maxsize=512)
def _to_reader(text: str) -> bool:
    told = [phrase for _, phrase in phrases_in(text, "site")]
    weight = sum(1.0 if len(p) > 1 or len(p[0]) > 9 else 0.7 for p in told)
    words = len(_LETTERS.findall(text))
    return (weight >= 1.7 and weight * 28 >= words) or (weight >= 1.0 and words < 22 and any(len(p) > 1 for p in told))


def opens_comments(line: str) -> bool:
    """True when a short line is the heading of the readers' comments: "Comments (12)", «التعليقات», "3 commentaires"."""
    if len(line) > LONGEST_HEADING:
        return False
    told = opening(line.lstrip("0123456789٠١٢٣٤٥٦٧٨٩ ()"), "comments")
    if not told or line.rstrip()[-1:] in ".،؛;":
        return False
    words = len(_LETTERS.findall(line))
    return 1 <= words <= 6 and len(told) >= words - 2


def signs_off(line: str) -> bool:
    """True for what agencies end a text with, and for a bare credit: "lm/rqs", «شراة/ ر ن/ ف ق», «عن جريدة الضفتان», "(Source : X)"."""
    words = len(_LETTERS.findall(line)) if len(line) <= LONGEST_HEADING else 99
    if words > 8 or line.rstrip()[-1:] in "!?؟…:":
        return False
    if _SIGN_OFF.fullmatch(line.strip()):
        return True
    return words <= 6 and starts_with(line, "source") > 0 and not line.rstrip().endswith(".")


def looks_captioned(line: str) -> bool:
    """True when a line says it is a caption: "Photo : …", "(AFP)", "© …"."""
    return len(line) <= LONGEST_CAPTION and _looks_captioned(line)


@lru_cache(maxsize=2048)
def _looks_captioned(line: str) -> bool:
    length = starts_with(line, "caption")
    if length and _CAPTION_HEAD.match(line[: length + 12]):
        return True
    if _CAPTION_END.search(line, max(0, len(line.rstrip()) - _CREDIT_END)) or _credit_inside(line):
        return True
    return len(line) < 220 and _signed(line)


_CREDIT_END = 120
"""Characters at the end of a line in which its credit stands."""
_BRACKETED = regex.compile(r"[^.!?؟…\s]\s*\((?:[\p{Lu}\p{Lo}][\p{L}.'’-]*\s?){1,4}\)\s*$")
_SLASHED = regex.compile(r"[.\p{L}]\s*/\s*(?:\p{Lu}\.\s?)?\p{Lu}[\p{Lu}\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}\s*$")
_CAPITALS = regex.compile(r"[.!?»”]\s*[|/–-]?\s*(?:\p{Lu}\.\s?){0,2}\p{Lu}{3,}(?:[\s/-]\p{Lu}{2,}){0,3}\.?\s*$")


def _signed(line: str) -> bool:
    """A line without a full stop that ends in a name in brackets, in "/ J. NAME", or in capitals behind the stop.

    "…, el martes. | P. ALCARAZ", "… en Torrejón. EXTERIORES". Each pattern is asked only of a line that can end so.
    """
    end = line.rstrip()
    if end.endswith(")") and _BRACKETED.search(line):
        return True
    if "/" in line and _SLASHED.search(line):
        return True
    return end.removesuffix(".")[-1:].isupper() and _CAPITALS.search(line) is not None


def _credit_inside(line: str) -> bool:
    """A photo credit after a dash or a stop: "… - تصوير: …", "…. Crédit : …"."""
    return any(fold_key(m.group(1)).strip() in _caption_words() for m in _CREDIT.finditer(line))


@cache
def _caption_words() -> frozenset[str]:
    return frozenset(w.strip("( ") for w in phrases("caption"))
