"""Lines that say when an article was published: formulas ("Publié dans X le …"), date lines, and what else stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from msgspec import Struct, structs

from isnad.extract.ago import hours_ago
from isnad.extract.looks import may_count, may_hold
from isnad.extract.persons import jobs
from isnad.extract.phrases import holds, opening, starts_with
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, alternatives, find_dates, find_weekdays, valid
from isnad.text import fold_key, script_of

LONGEST_META = 170
"""Characters of the longest line that may be a date line or byline."""
ARABIC = re.compile("[\u0621-\u064a]")
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\d{4}|\d[/.·]\d{1,2}[/.·]\d\d")
_HIJRI = re.compile(r"(?<!\d)[1١][34٣٤]\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d/.:·])(0?[1-9]|[12]\d|3[01])([/.·])(0?[1-9]|[12]\d|3[01])\2(\d\d)(?![\d/.:·])")
LONGEST_SHORT = 60
"""Characters of the longest line in which a date may have a year of two digits."""
_CLOCK = re.compile(
    r"(?:\b(?:à|at|a las|a la|الساعة|على الساعة|على|الساعه)\s+)?\b\d{1,2}\s?[:hH.]\s?\d{2}(?:[:.]\d{2})?\b(?:\s?[ap]\.?\s?m\.?\b)?"
    r"|\b\d{1,2}\s?(?:h|hs|hrs|[ap]\.?m\.?)\b|بتوقيت\s+[\u0621-\u064a]+(?:\s(?:المكرمة|المتحدة))?|\b(?:GMT|UTC)(?:\s?[+-]\s?\d+)?|\b(?:CEST|CET|WET|EST|EDT|ET|IST|BST|KSA)\b",
    re.IGNORECASE,
)
_CLOCK_ALONE = re.compile(
    r"(?<=[\s:])\d{1,2}[:.hH]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?\s*[,،|–-]?\s*$", re.IGNORECASE
)
"""A clock time right before the date: "Published: 09:30, 12 March 2024"."""
WORDS = regex.compile(r"[\p{L}\p{M}]{2,}")
_PARTED = re.compile(r"[|•·/\[]|\s[-–—ـ]\s|\s{3,}")
_SET_OFF = re.compile(r"[,.،]\s*$")
_LITTLE = re.compile(r"[\s.,:–—_*-]*(?:\([^()]{2,40}\))?[\s.,:–—_*-]*")
"""What may stand behind a date that a comma sets off: "HRADEK, Sept 8, 2021 (Meridian Press Service) -"."""
_MARKS = re.compile(r"[|•·;/؛]|[.)]\s|\s[-–—ـ]\s|،\s")
_TRIMMED = " \t|•·;:,،.)-–—/"
_BRACES = re.compile(r"(\{date\}|\{publisher\}|\{by\})")


class Published(Struct, frozen=True):
    """A line that says when, and perhaps where and by whom, an article was published."""

    date: CalendarDate
    publisher: str | None = None
    by: str | None = None
    modified: bool = False


@cache
def _templates() -> dict[str, tuple[str, ...]]:
    """The publication formulas as patterns over a line whose date has been replaced by one mark, by their first words.

    Those that begin with the date stand under the empty word, and under every other.
    """
    found = []
    for language in LANGUAGES:
        for formula in table(language, "chrome")["published"]:
            body = ""
            for piece in _BRACES.split(formula):
                if piece == "{date}":
                    body += "\u0001"
                elif piece in ("{publisher}", "{by}"):
                    body += f"(?P<{piece[1:-1]}>.{{2,60}}?)"
                elif piece.strip():
                    body += regex.escape(fold_key(piece)).replace(r"\ ", r"\s+")
                body += r"\s*[:,|-]*\s*"
            first = "" if formula.startswith("{") else _first_run(fold_key(formula))
            found.append((len(formula), first, body))
    rows = sorted(found, key=lambda f: -f[0])
    return {word: tuple(p for _, first, p in rows if first in ("", word)) for word in {first for _, first, _ in rows}}


@cache
def _template(body: str) -> regex.Pattern[str]:
    """A formula ready for looking: most never stand on a page, and to compile all takes longer than to read one."""
    return regex.compile(body)


_RUN = re.compile(r"[^\W_]+")


def _first_run(words: str) -> str:
    found = _RUN.search(words)
    return found.group() if found else ""


def all_dates(line: str) -> tuple[CalendarDate, ...]:
    """Return the full dates of a short line, Hijri ones too, in whatever language finds them."""
    return _all_dates(line) if len(line) <= LONGEST_META and may_count(line) and YEAR.search(line) else ()


@lru_cache(maxsize=4096)
def _all_dates(line: str) -> tuple[CalendarDate, ...]:
    for language in ("ar",) if ARABIC.search(line) else ("fr", "es", "en"):
        full = tuple(d for d in find_dates(line, language) if d.full)
        if full:
            return full
    return tuple(short_dates(line)) if len(line) <= LONGEST_SHORT else ()


def short_dates(line: str) -> Iterator[CalendarDate]:
    """Yield the dates with a year of two digits, day first ("14/03/21") unless only the other order is one ("11.14.22")."""
    for m in _SHORT_YEAR.finditer(line):
        day, month, year = int(m[1]), int(m[3]), 2000 + int(m[4])
        if month > 12:
            day, month = month, day
        if valid(year, month, day):
            yield CalendarDate(m.start(), m.end(), year, month, day)
    for m in _ROMAN.finditer(line):
        day, month, year = int(m[1]), _ROMANS.get(m[3], 0), int(m[4])
        if month and valid(year, month, day):
            yield CalendarDate(m.start(), m.end(), year, month, day)


_ROMANS = {m: n for n, m in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_ROMAN = re.compile(r"(?<![\w.])(\d{1,2})([-./ ])([IVX]{1,4})\2((?:19|20)\d\d)(?![\w])")
"""A day with its month in Roman figures: "13-X-2022", "8.III.2019"."""


def dates_of(line: str) -> tuple[CalendarDate, ...]:
    """Return the full dates of a short line by the common calendar."""
    return _common_dates(line) if len(line) <= LONGEST_META and may_count(line) and YEAR.search(line) else ()


@lru_cache(maxsize=4096)
def _common_dates(line: str) -> tuple[CalendarDate, ...]:
    return tuple(d for d in _all_dates(line) if not d.hijri)


def published_line(line: str) -> Published | None:
    """Return what a publication line says ("Publié dans X le 20 - 07 - 2022"), ``None`` when the line is none.

    Of several dates the first that is no change's is taken: "Mis à jour : … ; Publié : …".
    """
    said = published_lines(line)
    return next((p for p in said if not p.modified), said[0]) if said else None


def published_lines(line: str) -> tuple[Published, ...]:
    """Return what a line says of each of its dates, in order; nothing when none of them is told by a formula."""
    return _published_lines(line) if len(line) <= LONGEST_META and may_count(line) and YEAR.search(line) else ()


@lru_cache(maxsize=2048)
def _published_lines(line: str) -> tuple[Published, ...]:
    found, bare, at = [], [], 0
    for date in _common_dates(line):
        if (said := _said_of(line, at, date)) is not None:
            found.append(said)
        else:
            bare.append(Published(date))
        at = date.end
    # Of two dates of which one is a change's, the other is the publication's: "12 mars 2024 - Mis à jour : 13 mars 2024".
    return tuple((bare[:1] if found and all(p.modified for p in found) else []) + found)


def _said_of(line: str, at: int, date: CalendarDate) -> Published | None:
    """What the words before a date say of it: all of them, or those behind the last marks."""
    starts = [at, *(m.end() for m in _MARKS.finditer(line, at, date.start))]
    after = fold_key(line[date.end :])
    for start in starts:
        before = _CLOCK_ALONE.sub(" ", line[start : date.start]).lstrip(_TRIMMED)
        if at and not before:
            continue
        marked = f"{fold_key(before)} \u0001 {after}"
        known = _templates()
        for body in known.get(_first_run(marked)) or known.get("", ()):
            if (found := _template(body).match(marked)) is not None:
                groups = found.groupdict()
                return Published(date, _printed(line, groups.get("publisher")), _printed(line, groups.get("by")))
        if starts_with(before, "modified"):
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


@cache
def _around() -> regex.Pattern[str]:
    """Weekdays, and the words between a date and its double in the other calendar."""
    weekdays = [w for k in LANGUAGES for w in table(k, "calendar")["weekdays"]]
    joints = [w for k in LANGUAGES for w in table(k, "chrome")["date_joints"]]
    return regex.compile(rf"(?<![\p{{L}}])(?:{alternatives([*weekdays, *joints])})(?![\p{{L}}])")


def beside_dates(line: str) -> str:
    """Return what a line has beside its dates, clock times and weekdays, its pieces still parted by its marks."""
    dates = all_dates(line)
    kept, at = [], 0
    for d in dates:
        kept.append(line[at : d.start])
        at = d.end
    kept.append(line[at:])
    rest = _CLOCK.sub(" ", " | ".join(kept))
    return _without(rest, _around())


def _without(text: str, pattern: regex.Pattern[str]) -> str:
    """The pieces of a text without the words at their ends whose folded form the pattern is."""
    pieces: list[str] = []
    for piece in text.split("|"):
        words = piece.split()
        initial = not pieces and len(words) > 1 and _INITIAL.fullmatch(words[0]) is not None  # «م. بوزيان», no era
        while words and not initial and pattern.fullmatch(fold_key(words[0]).strip("،,.:()-")):
            words.pop(0)
        while words and pattern.fullmatch(fold_key(words[-1]).strip("،,.:()-")):
            words.pop()
        pieces.append(" ".join(words))
    return " | ".join(pieces)


_INITIAL = re.compile(r"[^\W\d_]\.")


def date_line(line: str) -> CalendarDate | None:
    """Return the date of a line that is mostly a date, with time, place or author beside it; ``None`` otherwise."""
    return _date_line(line) if len(line) <= LONGEST_META and may_count(line) and YEAR.search(line) else None


@lru_cache(maxsize=2048)
def _date_line(line: str) -> CalendarDate | None:
    dates = _common_dates(line)
    if not dates or starts_with(line, "enrolled"):
        return None
    rest = beside_dates(line)
    words = len(WORDS.findall(rest))
    if words <= 3 or (words <= 8 and _PARTED.search(line)):
        return dates[0]
    if (
        words <= 8
        and _SET_OFF.search(line[: dates[-1].start])
        and _LITTLE.fullmatch(_CLOCK.sub(" ", line[dates[-1].end :]))
    ):
        head = line[: dates[-1].start].split()
        small = [w for w in head if w[:1].islower() and len(w) > 3]
        told = len(small) <= 1 or not jobs().isdisjoint(fold_key(w).strip(",") for w in small)
        if told and script_of(line) != "Arabic":
            return dates[
                -1
            ]  # "MARÍA JOSÉ ARREGI. Bermeo, 10 de marzo de 2023", "Ana Ruiz, enviada especial, 10 de marzo …"
    if (
        words <= DATED
        and (_NUMBERED.match(line) or TRANSCRIBED.match(line.lstrip("[(")))
        and line.rstrip()[-1:] not in ".!?؟…"
    ):
        return dates[0]  # "No. 611, Monday 20 March 2023, edited by Gareth Pengilley"
    if words <= 8 and _pointed(line, dates[0]):
        return dates[0]
    if words <= 8 and dates[0].start <= 1 and _CLOCK.match(line[dates[0].end :].lstrip(" ,،|-–—")):
        return dates[0]  # "20 de septiembre de 2024, 9:12 hs. Desgrabación de «Puna despierta»"
    if words <= DATED and _of_edition(line, dates[0]):
        return dates[0]
    if words <= 8 and _QUOTED.match(line, dates[0].end) and line[: dates[0].start].rstrip().endswith("("):
        return dates[
            0
        ]  # "Le Quai de Nouakchott a écrit (13 février 2025, 18 h 05) :", over what a member of a forum copies
    if words <= 8 and (starts_with(line, "modified") or holds(line, "modified")):
        return dates[0]
    signed = words <= 10 and (
        starts_with(rest.lstrip(_APART), "byline") or opening(rest.lstrip(_APART), "correspondents")
    )
    return dates[0] if signed else None


_QUOTED = re.compile(r"[^()\n]{0,16}\)\s*:\s*$")
"""The hour, and the colon that opens what is quoted."""
_APART = " |,،;·•–—-"
"""What sets a day apart from who signs behind it: "Mardi 14 juin 2022, par Awa Mulunda-wa-Ngoy"."""
DATED = 12
"""Words of the longest line of a day and the edition or broadcast that a text is of."""


_NUMBERED = re.compile(
    r"(?:No\.?|N[°º]\.?|n[°º]\.?|Núm\.?|Issue|Vol\.?|Bulletin|Boletín|Lettre|Letter|العدد|عدد|النشرة)\s*[:#]?\s*(?:n[°º]\s*)?\d",
    re.IGNORECASE,
)
"""The number of an issue at the beginning of a line."""


TRANSCRIBED = regex.compile(
    r"(?i:transcript(?:ion)?s?|transcripción|desgrabación|retranscription|script|verbatim|edition of|programme|program|emission|émission|programa|broadcast)\b|(?:تفريغ|نص الحلقة|نص البرنامج|نص النشرة|حلقة|برنامج)\s"
)
"""What a broadcast's text says of itself on a line with its day: no headline."""


def _of_edition(line: str, d: CalendarDate) -> bool:
    """True for a day, a mark and a word for an edition: "mercredi 20 février 2019, journal de 13 h (texte intégral)"."""
    rest = line[d.end :].lstrip()
    if rest[:1] not in (",", "،", "-", "–", "—", "|", "·", "(", ":", "/") or line.rstrip()[-1:] in ".!?؟…":
        return False
    first = WORDS.search(rest)
    told = first is not None and first.start() < _NEAR and fold_key(first.group()) in _editions()
    return told and not WORDS.search(_without(line[: d.start], _around()))


_NEAR = 4
"""Characters between a day and the word behind its mark, at most."""


@cache
def _editions() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["editions"])


def _pointed(line: str, d: CalendarDate) -> bool:
    """True for a date behind a place in capitals, or between points: "Las Palmas de Gran Canaria 29 ABR 2021", "Outlet. 15 de marzo de 2023. Name, Dakar"."""
    if script_of(line) != "Latin":
        return False
    head, tail = line[: d.start].strip(), _CLOCK.sub(" ", line[d.end :]).strip()
    small = [w for w in (*head.split(), *tail.split()) if w[:1].islower() and len(w) > 3]
    if small or not head or not head[0].isupper():
        return False
    placed = len(head.split()) <= 6 and _LITTLE.fullmatch(tail) is not None and head[-1] not in ":!?"
    return placed or (head[-1] in ".," and tail[:1] in (".", ""))


def little_else(line: str) -> bool:
    """True for a date and three other words at most: "ABÉCHÉ, 6 août 2023 (AOP)"; some more where it opens with day and hour."""
    date = date_line(line)
    if date is None:
        return False
    stamped = date.start <= 1 and _CLOCK.match(line[date.end :].lstrip(" ,،|-–—")) is not None
    # "22/09/2024 11:05:38 - Port-au-Prince (AFP) - © 2024 AFP": how an agency closes a dispatch.
    return len(WORDS.findall(beside_dates(line))) <= (_STAMPED if stamped else 3) and (stamped or "©" not in line)


_STAMPED = 7
"""Words beside the day and the hour that an agency closes a dispatch with."""


LONGEST_PARTIAL = 60
"""Characters of the longest line that is a day without its year."""


def partial_line(line: str) -> CalendarDate | None:
    """Return the day and month of a line of nothing but a date without its year: "Dimanche 14 mars à 18h32"."""
    if len(line) > LONGEST_PARTIAL or not DIGIT.search(line) or YEAR.search(line):
        return None
    return _partial_line(line)


@lru_cache(maxsize=1024)
def _partial_line(line: str) -> CalendarDate | None:
    for language in ("ar",) if ARABIC.search(line) else ("fr", "es", "en"):
        found = [d for d in find_dates(line, language) if d.day and d.month and not d.year and not d.hijri]
        if len(found) == 1 and found[0].to_day is None:
            rest = _CLOCK.sub(" ", line[: found[0].start] + " | " + line[found[0].end :])
            return found[0] if len(WORDS.findall(_without(rest, _around()))) <= 1 else None
    return None


def hijri_line(line: str) -> CalendarDate | None:
    """Return the date of a line of nothing but a date of the Islamic calendar, with its weekday or a clock time."""
    if len(line) > LONGEST_META or not YEAR.search(line):
        return None
    found = _all_dates(line)
    if len(found) != 1 or not found[0].hijri or len(WORDS.findall(beside_dates(line))) > 1:
        return None
    if found[0].weekday is not None:
        return found[0]
    days = [d.weekday for language in ("ar", "fr", "es", "en") for d in find_weekdays(line, language)]
    return structs.replace(found[0], weekday=days[0]) if days else found[0]


def said_when(piece: str) -> bool:
    """True for a few words of nothing but when: "Publié hier à 06h20", «نشر اليوم الساعة 10:30»."""
    if len(piece) > LONGEST_PARTIAL or not DIGIT.search(piece):
        return False
    words = _CLOCK.sub(" ", fold_key(piece)).split()
    return bool(words) and all(w in _whens() for w in words)


@cache
def _whens() -> frozenset[str]:
    tables = [table(k, "chrome") for k in LANGUAGES]
    formulas = (f for t in tables for role in ("published", "modified", "date_joints") for f in t[role])
    said = {w for f in formulas for w in fold_key(f).split() if "{" not in w}
    return frozenset(
        said | {fold_key(w) for t in tables for w in t["ago_words"]} | {"a", "at", "las", "la", "le", "el"}
    )


def dated(line: str) -> bool:
    """True when a line says when the page was published, by a day or by how long ago."""
    return len(line) <= LONGEST_META and (may_count(line) or may_hold(line, "ago")) and _dated(line)


@lru_cache(maxsize=4096)
def _dated(line: str) -> bool:
    if YEAR.search(line) and (_published_lines(line) or _date_line(line)):
        return True
    if _HIJRI.search(line) and hijri_line(line) is not None:
        return True
    return hours_ago(line) is not None and len(WORDS.findall(line)) <= 9
