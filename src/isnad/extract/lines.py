"""What single lines of a page say of themselves: a date line, a byline, a notice, a caption, a line of names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.extract.phrases import bare, holds, phrases, phrases_in, starts_with
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, find_dates
from isnad.text import fold_key, script_of

LONGEST_META = 170
"""Characters of the longest line that may be a date line or byline."""
_CLOCK = regex.compile(
    r"\b\d{1,2}\s?[:hH]\s?\d{2}\b(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?h\b|GMT(?:[+-]\d+)?|UTC|CEST|CET", regex.IGNORECASE
)
_YEAR = re.compile(r"\d{4}")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "le la les de du des l d et a au aux en the of and at in on to with el los las y e i del al con por para par avec "
    "da von van den der bin ben ibn abu al un une una uno".split()
)
_CAPTION_END = regex.compile(
    r"(?:\(|\[|[/|©.]\s?)\s*(?:photo|foto|crédit|credit|image|صورة|تصوير|archives?|archivo|ph|dr|d\.r\.?|afp|reuters|efe|ap|epa|"
    r"getty(?: images)?)\b[^()]{0,60}[)\]]?\.?\s*$|©\s?\S.{0,60}$",
    regex.IGNORECASE,
)


class Published(Struct, frozen=True):
    """A line that says when, and perhaps where and by whom, an article was published."""

    date: CalendarDate
    publisher: str | None = None
    by: str | None = None
    modified: bool = False


@cache
def _templates() -> tuple[regex.Pattern[str], ...]:
    """The publication formulas as patterns over a line whose date has been replaced by one mark."""
    found = []
    for language in LANGUAGES:
        for formula in table(language, "chrome")["published"]:
            pieces = regex.split(r"(\{date\}|\{publisher\}|\{by\})", formula)
            body = ""
            for piece in pieces:
                if piece == "{date}":
                    body += "\u0001"
                elif piece in ("{publisher}", "{by}"):
                    body += f"(?P<{piece[1:-1]}>.{{2,60}}?)"
                else:
                    body += regex.escape(fold_key(piece)).replace(r"\ ", r"\s+") if piece.strip() else ""
                    body = body if piece.strip() == piece else f"{body}"
                body += r"\s*[:,|-]*\s*"
            found.append((len(formula), regex.compile(body)))
    return tuple(p for _, p in sorted(found, key=lambda f: -f[0]))


@lru_cache(maxsize=16384)
def _dates(line: str) -> tuple[CalendarDate, ...]:
    """The full dates of a short line, in whatever language finds them."""
    if len(line) > LONGEST_META or not _YEAR.search(line):
        return ()
    for language in ("ar",) if script_of(line) == "Arabic" else ("fr", "es", "en"):
        full = tuple(d for d in find_dates(line, language) if d.full and not d.hijri)
        if full:
            return full
    return tuple(d for d in find_dates(line, "fr") if d.full and not d.hijri)


@lru_cache(maxsize=16384)
def published_line(line: str) -> Published | None:
    """Return what a publication line says ("Publié dans X le 20 - 07 - 2022"), ``None`` when the line is none."""
    dates = _dates(line)
    if not dates:
        return None
    date = dates[0]
    marked = fold_key(line[: date.start]) + " \u0001 " + fold_key(line[date.end :])
    for pattern in _templates():
        found = pattern.match(marked)
        if found:
            groups = found.groupdict()
            return Published(date, _printed(line, groups.get("publisher")), _printed(line, groups.get("by")))
    if starts_with(line, "modified"):
        return Published(date, modified=True)
    return None


def _printed(line: str, folded: str | None) -> str | None:
    """The printed form of a folded stretch of a line."""
    if not folded:
        return None
    want = folded.strip(" :,|-")
    words = line.split()
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            if fold_key(" ".join(words[i:j])).strip(" :,|-") == want:
                return " ".join(words[i:j]).strip(" :,|-،")
    return None


@lru_cache(maxsize=16384)
def date_line(line: str) -> CalendarDate | None:
    """Return the date of a line that is mostly a date, with time, place or byline beside it; ``None`` otherwise."""
    dates = _dates(line)
    if not dates:
        return None
    rest = _CLOCK.sub("", line[: dates[0].start] + line[dates[-1].end :])
    words = len(regex.findall(r"[\p{L}\p{M}]{2,}", rest))
    if words <= 3 or (words <= 8 and regex.search(r"[|•·]|\s[-–—]\s", rest)) or (words <= 9 and byline_of(rest)):
        return dates[0]
    if words <= 8 and (starts_with(line, "modified") or holds(line, "modified")):
        return dates[0]
    return None


_NAME = regex.compile(
    r"[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|del|de la|van|von|ben|bin|al|el|et|and|y|e|و)\s+)?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){0,5}"
)


@lru_cache(maxsize=16384)
def byline_of(line: str) -> str | None:
    """Return the author a byline names ("Ecrit par : A.T" → "A.T"); ``None`` when the line is no byline."""
    if len(line) > LONGEST_META or len(line) < 4:
        return None
    cues = _cues()
    for m in regex.finditer(
        rf"(?:^|[|•·]|\s[-–—]|\d|,)\s*(?P<cue>{cues})\s*[:：]?\s+(?P<name>\S[^|•·\n]{{1,80}})", line
    ):
        raw = m.group("name").strip()
        found = _NAME.match(raw)
        if not found:
            continue
        name = regex.split(r"\s[-–—]\s|,|،|\s(?=\d)|\s{2,}", found.group())[0].strip(" .:-")
        arabic = script_of(line) == "Arabic"
        if name and len(name.split()) <= 6 and (not arabic or len(raw.split()) <= 6):
            after = raw[len(name) :].strip(" .|-–—,،")
            dated = bool(_dates(after)) or len(regex.findall(r"\p{L}{3,}", after)) <= 4
            return (
                f"{name}."
                if raw.startswith(f"{name}.") and regex.search(r"\p{Lu}\.\p{Lu}$", name)
                else name
                if dated
                else None
            )
    return None


@cache
def _cues() -> str:
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["byline"]}, key=lambda w: (-len(w), w))
    bodies = [regex.escape(w).replace(r"\ ", r"\s+") for w in words]
    return "(?i:" + "|".join(bodies) + "|écrit par|rédigé par|إعداد|redacción)"


@lru_cache(maxsize=16384)
def is_notice(line: str) -> bool:
    """True when a line is a button, a notice or a formula of the site, not of an article."""
    if len(line) > 260:
        return False
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


@lru_cache(maxsize=16384)
def looks_captioned(line: str) -> bool:
    """True when a line says it is a caption: "Photo : …", "(AFP)", "© …"."""
    length = starts_with(line, "caption")
    if length and regex.match(r"[^:：\]]{0,30}[:：©\]]|\(", line[: length + 12]):
        return True
    if _CAPTION_END.search(line) or _credit_inside(line):
        return True
    # A line without a full stop that ends in a name in brackets, or in "/ J. NAME".
    return bool(_SIGNED.search(line)) and len(line) < 220


_SIGNED = regex.compile(
    r"[^.!?؟…\s]\s*\((?:[\p{Lu}\p{Lo}][\p{L}.'’-]*\s?){1,4}\)\s*$|[.\p{L}]\s*/\s*(?:\p{Lu}\.\s?)?\p{Lu}[\p{Lu}\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}\s*$"
)


@lru_cache(maxsize=16384)
def _credit_inside(line: str) -> bool:
    """A photo credit after a dash or a stop: "… - تصوير: …", "…. Crédit : …"."""
    for m in regex.finditer(r"(?:[-–—/|(.]\s*)([\p{L}\p{M}' ]{2,24}?)\s*[:：]", line):
        if fold_key(m.group(1)).strip() in _caption_words():
            return True
    return False


@cache
def _caption_words() -> frozenset[str]:
    return frozenset(w.strip("( ") for w in phrases("caption"))


@lru_cache(maxsize=16384)
def names_only(line: str) -> bool:
    """True when a line is nothing but capitalised names joined by small words, as captions of portraits are."""
    if line.rstrip()[-1:] in ".!?:;" or script_of(line) != "Latin":
        return False
    words = regex.findall(r"[\p{L}\p{M}]+", line)
    big = [w for w in words if fold_key(w) not in _SMALL]
    upper = [w for w in big if w[0].isupper()]
    if len(words) < 2 or len(words) > 20 or not big or line.isupper():
        return False
    return len(upper) >= 2 and len(upper) >= 0.7 * len(big)
