"""The date of a page that prints none, by reasoning: "mercredi" and "23-24 novembre" after a background of 2020 fit one year only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.datelines import partial_line
from isnad.extract.dating import day_of, iso, time_of
from isnad.extract.dispatches import agency_day
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, find_dates, find_weekdays, valid
from isnad.model import Citation, DateCandidate, Interval
from isnad.model.reading import PartKind
from isnad.text import fold_key

AFTER_EVENT = 6
"""Days within which a newspaper names the day of the week alone; later it gives the date."""


def infer(
    text: str,
    own: Sequence[tuple[int, int]],
    language: str,
    captured: str | None,
    blocks: Sequence[Block] = (),
    kinds: Sequence[PartKind] = (),
) -> DateCandidate | None:
    """Return the date of an undated article as reasoning gives it, an interval of a week at most, or ``None``.

    A date line that names its weekday and lacks its year is of the first year that fits. A full date beside a weekday word, or a day and month whose year is the only one that fits the weekday named and comes
    after every dated background, is taken for the news; the page follows within six days.
    """
    dates = [_shift(d, a) for a, b in own for d in find_dates(text[a:b], language) if not d.hijri]
    dates += _years_past(text, own, language)
    guess = _yearless(text, dates, captured, blocks, kinds) or _today(text, dates, language, captured)
    if guess is not None or (guess := _month(text, blocks, kinds)) is not None:
        return guess
    weekdays = [_shift(d, a) for a, b in own for d in find_weekdays(text[a:b], language)] if dates else []
    if not weekdays:
        return None
    floor = _background(dates)
    ceiling = iso(captured) if captured else None
    named = {d.weekday for d in weekdays if d.weekday is not None}
    partial = [d for d in dates if d.day is not None and d.month is not None and d.year is None]
    partial = [d for d in partial if not _to_come(text, d, language)]
    head = _full_ahead(dates, own)
    if _of_a_day(text, blocks, kinds):
        partial = [d for d in partial if own and d.start < own[0][0] + OPENING]  # the printed day, and no other
    for d in partial:
        day = _only_year(d, named, floor, ceiling)
        if day is not None and not (head and day - head > YEAR):
            return _posted(blocks[:TOP], day) or _inferred(text, d, weekdays, day, floor)
    return _from_full(text, dates, weekdays)


OPENING = 60
"""Characters at a text's beginning in which the day of its dateline stands."""


def _of_a_day(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> bool:
    """True for a page whose dateline gives its day and its month, and no year: "Valencia, 5 jun (Ibermedia).-"."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    lines = [b for b, k in zip(blocks[:first], kinds, strict=False) if k in ("dateline", "byline")]
    return any(partial_line(b.text) is not None or agency_day(b.text) is not None for b in lines) or (
        first < len(blocks) and agency_day(blocks[first].text) is not None
    )


HEAD = 700
"""Characters at a text's beginning among which a full date is of the page's time: news no more than a year older than it."""


def _full_ahead(dates: Sequence[CalendarDate], own: Sequence[tuple[int, int]]) -> date | None:
    """The latest full day among the first words: the year that a weekday would give cannot lie years behind it."""
    last = own[0][0] + HEAD if own else 0
    known = (d for d in dates if d.full and d.start < last)
    return max(
        (date(d.year or 1, d.month or 1, d.day or 1) for d in known if valid(d.year or 0, d.month or 0, d.day or 0)),
        default=None,
    )


_ISSUE = 9
"""Words of the longest line that has the month of an issue."""
_RIGHTS = regex.compile(r"(?:©|\(c\)|copyright)[^\d\n]{0,40}(?:19|20\d\d\s*[-–]\s*)?(20\d\d)", regex.IGNORECASE)


def _yearless(
    text: str,
    dates: Sequence[CalendarDate],
    captured: str | None,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
) -> DateCandidate | None:
    """A date line above the text with its weekday and without its year: the year of the rights, or the first that fits."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    lines = [b for b, k in zip(blocks[:first], kinds, strict=False) if k in ("dateline", "byline")]
    said = [(b, d) for b in lines if (d := partial_line(b.text)) is not None and d.weekday is not None]
    at, floor = time_of(captured), _background(dates)
    rights = max((int(y) for y in _RIGHTS.findall(text)), default=None)
    if rights is not None and floor is not None and floor.year > rights:
        rights = None
    if not said and rights is not None and first < len(blocks) and (d := agency_day(blocks[first].text)) is not None:
        said = [(blocks[first], d)]  # a dispatch, whose rights are of its year
    if not said:
        return _posted(blocks[:TOP], floor)
    b, d = said[-1]
    if rights is not None:
        years, why = [rights], f"the rights are of {rights}"
    elif floor is not None:
        years, why = list(range(floor.year, floor.year + 6)), f"the first such day after the background of {floor}"
    elif at is not None:
        years, why = list(range(at.year, at.year - 6, -1)), f"the last such day before the capture on {at.date()}"
    else:
        return None
    for year in years:
        day = date(year, d.month or 1, d.day or 1) if valid(year, d.month or 1, d.day or 1) else None
        if day is None or d.weekday not in (None, day.weekday()) or (floor and day < floor) or (at and day > at.date()):
            continue
        reason = f"‘{text[b.start + d.start : b.start + d.end]}’ names {'its weekday and ' if d.weekday is not None else ''}no year: {why}"
        interval = Interval(day, day, "day", reason, (Citation("", b.start + d.start, b.start + d.end),))
        return DateCandidate("inferred", interval, reason, True, reason)
    return None


TOP, SOON = 2, timedelta(31)
"""Lines at the top of a message that may say when it was sent, and how long after what it tells that may be."""
_SENT = regex.compile(r"\[(?P<day>\d{1,2})[/.](?P<month>\d{1,2}),?\s\d{1,2}[:.h]\d{2}")
"""When a message was sent, without a year: "[15/05, 10:47] +212 …"."""


def _posted(top: Sequence[Block], floor: date | None) -> DateCandidate | None:
    """The day over a message of a chat that prints no year: of the year of what it tells, at most a month before."""
    for b in top if floor is not None else ():
        found = _SENT.match(b.text)
        if found is None or floor is None:
            continue
        months = int(found["month"]), int(found["day"])
        days = (date(y, *months) for y in (floor.year, floor.year + 1) if valid(y, *months))
        day = next((d for d in days if timedelta(0) <= d - floor <= SOON), None)
        if day is None:
            return None
        start, end = b.start + found.start("day"), b.start + found.end("month")
        why = f"‘{b.text[found.start('day') : found.end('month')]}’ names no year: the first such day after the background of {floor}"
        return DateCandidate("inferred", Interval(day, day, "day", why, (Citation("", start, end),)), why, True, why)
    return None


NEAR = 7
"""Lines above a text in which the month of its issue stands."""


def _month(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> DateCandidate | None:
    """The month of a line above the text that has no day, as reviews and reports print it: the whole of it, never a day."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    for i in range(first - 1, max(-1, first - NEAR), -1):
        b = blocks[i]
        if (
            kinds[i] in ("title", "lead", "related", "caption")
            or not b.year
            or b.words > _ISSUE
            or b.hints & {"nav", "related"}
        ):
            continue
        for language in LANGUAGES:
            found = [d for d in find_dates(b.text, language) if d.year and d.month and not d.day and not d.hijri]
            if len(found) != 1 or "©" in b.text:
                continue
            d = found[0]
            year, month = d.year or 0, d.month or 1
            start = date(year, month, 1)
            end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
            why = f"no day is printed: ‘{b.text[d.start : d.end]}’ above the text is the whole month"
            interval = Interval(start, end, "month", why, (Citation("", b.start + d.start, b.start + d.end),))
            return DateCandidate("inferred", interval, why, True, why)
    return None


BEFORE = 30
"""Characters before a date in which it is called today or yesterday."""
YEAR = timedelta(366)
"""How far ahead of its own day a page speaks of days with their year."""


@cache
def _called_days(language: str) -> tuple[regex.Pattern[str], dict[str, int]] | None:
    """What the day of a page, the one before and the one after are called before their date."""
    if language not in LANGUAGES:
        return None
    days = {fold_key(w): int(n) for w, n in table(language, "dates")["days"].items()}
    known = "|".join(regex.escape(w) for w in sorted(days, key=lambda w: -len(w)))
    return regex.compile(rf"(?<![\p{{L}}\d])[وف]?(?P<day>{known})\s*[,،(–-]?\s*(?:the\s|le\s|el\s|يوم\s|ال)?$"), days


def _today(text: str, dates: Sequence[CalendarDate], language: str, captured: str | None) -> DateCandidate | None:
    """The day of the page from a full date that its text calls today, yesterday or tomorrow: «اليوم الخميس 6 مايو 2021»."""
    known = _called_days(language)
    full = [d for d in dates if d.full and valid(d.year or 0, d.month or 0, d.day or 0)]
    latest = max((day_of(d) for d in full), default=None)
    at = time_of(captured)
    for d in full if known and latest else ():
        pattern, days = known  # type: ignore[misc]
        before = text[max(0, d.start - BEFORE) : d.start]
        found = pattern.search(fold_key(before))
        if found is None or (d.weekday is not None and day_of(d).weekday() != d.weekday):
            continue
        day = day_of(d) - timedelta(days[found["day"]])
        if latest - day > YEAR or (at is not None and day > at.date() + timedelta(1)):  # type: ignore[operator]
            continue
        printed = " ".join([*before.split()[-len(found.group().split()) :], text[d.start : d.end]])
        why = f"no date is printed: the text says ‘{printed}’"
        interval = Interval(day, day, "day", why, (Citation("", d.start, d.end),))
        return DateCandidate("inferred", interval, why, True, why)
    return None


@cache
def _ahead(language: str) -> tuple[str, ...]:
    return tuple(fold_key(w) for w in table(language, "dates")["words"]["future"]) if language in LANGUAGES else ()


def _to_come(text: str, d: CalendarDate, language: str) -> bool:
    """True for a day that the words beside it put in the future: «12 يونيو المقبل», "next 12 June"."""
    after = fold_key(text[d.end : d.end + BEFORE]).lstrip()
    before = fold_key(text[max(0, d.start - BEFORE) : d.start]).rstrip()
    return after.startswith(_ahead(language)) or before.endswith(_ahead(language)) or _foretold(text, d, language)


def _foretold(text: str, d: CalendarDate, language: str) -> bool:
    """True for a day whose sentence, as far as it stands before it, has a verb in the future: "We shall close again on 16 February"."""
    if language not in LANGUAGES:
        return False
    begin = max((m.end() for m in _STOP.finditer(text, max(0, d.start - CLAUSE), d.start)), default=d.start - CLAUSE)
    clause = text[max(0, begin) : d.start]
    verb, phrases = _future(language)
    if any(f" {w} " in f" {fold_key(clause)} " for w in phrases):
        return True
    words = (fold_key(clause) if language == "ar" else clause.lower()).split()
    data = table(language, "dates")
    return verb is not None and any(verb.search(w) and w not in data["future_not"] for w in words)


_STOP = regex.compile(r"[.!?؟\n«“]")
"""What begins a sentence or words quoted."""
CLAUSE = 160
"""Characters before a day among which the verb of its sentence stands."""


@cache
def _future(language: str) -> tuple[regex.Pattern[str] | None, tuple[str, ...]]:
    """How verbs of the future end in a language, or what they begin with, and the words that put a day ahead."""
    data = table(language, "dates")
    shapes = data["future_endings"]
    return (regex.compile("|".join(shapes)) if shapes else None, tuple(map(fold_key, data["words"]["future_tense"])))


def _shift(d: CalendarDate, by: int) -> CalendarDate:
    return CalendarDate(
        d.start + by, d.end + by, d.year, d.month, d.day, d.to_year, d.to_month, d.to_day, d.weekday, d.hijri
    )


def _years_past(text: str, own: Sequence[tuple[int, int]], language: str) -> list[CalendarDate]:
    """Years that stand behind a word for "since", or behind a verb in the past: the page is younger than they are."""
    found = _since(language)
    if found is None:
        return []
    since = [CalendarDate(m.start(1), m.end(1), int(m[1])) for a, b in own for m in found.finditer(text, a, b)]
    told = (
        CalendarDate(m.start(1), m.end(1), int(m[1]))
        for a, b in own
        for m in _IN_YEAR.finditer(text, a, b)
        if _told_before(text[max(a, m.start() - CLAUSE) : m.start()], language)
    )
    return [*since, *told]


_IN_YEAR = regex.compile(r"(?<!\w)(?:in|en|عام|سنة|في)\s+((?:19|20)\d\d)(?!\w|[.,/–-]\d|\s*[–-]\s*\d)")
"""A year by itself, behind the word that puts something into it."""
VERB = 5
"""Words before a year among which the verb stands whose year it is."""
_PARTICIPLE = {
    "en": regex.compile(r"\w{2,}[^e]ed$"),
    "fr": regex.compile(r"\w{3,}(?:é|ée|és|ées)$"),
    "es": regex.compile(r"\w{3,}[aí]?[aid]d[oa]s?$"),
}
"""How a participle ends, which beside a year tells what is past."""


def _told_before(before: str, language: str) -> bool:
    """True where words that end before a year tell of the past: "was jailed for seven years [in 2021]"; not where any looks ahead."""
    clause = _STOP.split(before)[-1]
    words = [w.strip(_MARKS) for w in clause.lower().split()]
    known, ends, phrases = _past(language)
    if any(f" {w} " in f" {fold_key(clause)} " for w in phrases):
        return False
    told = _PARTICIPLE.get(language)
    if language == "ar" and _BEFORE_PERFECT.search(clause):
        return True
    return any(
        fold_key(w) in known or any(e.search(w) for e in ends) or (told is not None and told.match(w) is not None)
        for w in words[-VERB:]
    )


_BEFORE_PERFECT = regex.compile(
    r"(?:الذي|التي|الذين|كان|كانت|قد|بعدما|أنه|أنها)\s+(?!ي|ت|ن|س[يتنأ])\w+(?:\s+\w+){0,3}\s*$"
)
"""Arabic words before a perfect that ends a little before the year: «الذي سجن [عام 2021]»."""
_MARKS = ",;:()«»“”\"'،؛"


@cache
def _past(language: str) -> tuple[frozenset[str], tuple[regex.Pattern[str], ...], tuple[str, ...]]:
    """The verbs in the past of a language, how others end, and the words that put a day ahead."""
    data = table(language, "dates")
    known = frozenset(fold_key(w) for w in data["words"]["past_tense"] if w[0] != "=" and " " not in w)
    ends = tuple(regex.compile(e) for e in data.get("past_endings", []))
    return known, ends, tuple(map(fold_key, data["words"]["future_tense"]))


@cache
def _since(language: str) -> regex.Pattern[str] | None:
    words = table(language, "dates")["since_past"] if language in LANGUAGES else ()
    return (
        regex.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(regex.escape, words))})\s+((?:19|20)\d\d)(?!\w|[.,]\d)")
        if words
        else None
    )


def _background(dates: Sequence[CalendarDate]) -> date | None:
    """The latest day that a date with its year speaks of: the page cannot be older."""
    known = [
        date(d.year, d.month or 1, d.day or 1) for d in dates if d.year and valid(d.year, d.month or 1, d.day or 1)
    ]
    return max(known, default=None)


def _only_year(d: CalendarDate, weekdays: set[int], floor: date | None, ceiling: date | None) -> date | None:
    """The first year after the background in which the day, or a day of the range, falls on a weekday named."""
    if floor is None:
        return None
    first_day, last_day = d.day or 1, d.to_day or d.day or 1
    for year in range(floor.year, floor.year + 6):
        days = [
            date(year, m, n)
            for m, n in ((d.month or 1, first_day), (d.to_month or d.month or 1, last_day))
            if valid(year, m, n)
        ]
        span = [days[0] + timedelta(n) for n in range((days[-1] - days[0]).days + 1)] if days else []
        if not span or len(span) > 10 or span[-1] < floor or (ceiling and span[0] > ceiling):
            continue
        if d.weekday is not None and span[0].weekday() != d.weekday:
            continue
        if any(x.weekday() in weekdays for x in span):
            return span[-1]
    return None


def _inferred(
    text: str, d: CalendarDate, weekdays: Sequence[CalendarDate], day: date, floor: date | None
) -> DateCandidate:
    printed = text[d.start : d.end]
    weekday = next(
        (w for w in weekdays if (day - timedelta(1)).weekday() == w.weekday or day.weekday() == w.weekday), weekdays[0]
    )
    word = text[weekday.start : weekday.end]
    why = f"no date is printed: ‘{printed}’ with ‘{word}’ fits {day.year} first after the background of {floor}"
    cites = (Citation("", d.start, d.end), Citation("", weekday.start, weekday.end))
    interval = Interval(day, day + timedelta(AFTER_EVENT), "range", f"{why}; the page follows within days", cites)
    return DateCandidate("inferred", interval, why, True, why)


def _from_full(text: str, dates: Sequence[CalendarDate], weekdays: Sequence[CalendarDate]) -> DateCandidate | None:
    """A full date that names its weekday, and is the latest of the page, is its news."""
    full = [d for d in dates if d.full and d.weekday is not None and day_of(d).weekday() == d.weekday]
    if not full:
        return None
    latest = max(full, key=day_of)
    floor = _background(dates)
    if floor is not None and floor > day_of(latest):
        return None
    day = day_of(latest)
    why = f"no date is printed: the latest event is dated ‘{text[latest.start : latest.end]}’ and named by its weekday"
    interval = Interval(day, day + timedelta(AFTER_EVENT), "range", why, (Citation("", latest.start, latest.end),))
    return DateCandidate("inferred", interval, why, True, why)
