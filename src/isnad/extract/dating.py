"""When a page was published: every candidate with its evidence, one chosen with a reason, or none.

A page that prints no date of its own may still be dated by reasoning: "mercredi" and "23-24 novembre" after a background
of "décembre 2020" fit one year only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.datelines import agency_dateline, date_line, hours_ago, partial_line, published_lines
from isnad.extract.head import Head
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, find_dates, find_weekdays, valid
from isnad.model import Citation, DateCandidate, Interval, Page
from isnad.model.reading import PartKind

_ISO = regex.compile(r"(?P<y>19\d\d|20\d\d)-?(?P<m>\d\d)-?(?P<d>\d\d)")
_URL = regex.compile(r"/(?P<y>19\d\d|20\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
AFTER_EVENT = 6
"""Days within which a newspaper names the day of the week alone; later it gives the date."""
_ORDER = (
    "printed formula",
    "JSON-LD datePublished",
    "meta",
    "printed under the title",
    "time element",
    "address",
    "carrier",
)


def candidates(
    page: Page,
    head: Head,
    url: str | None,
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    title: int | None,
    language: str = "und",
) -> list[DateCandidate]:
    """Return every date the page may have been published on, from metadata, printed lines, address and carrier."""
    found: list[DateCandidate] = []
    for value, where in head.published:
        if (day := _iso(value)) is not None:
            found.append(_candidate("published", day, f"{where}: {value}"))
    for value in head.modified:
        if (day := _iso(value)) is not None:
            found.append(_candidate("modified", day, f"meta modified: {value}"))
    found += _printed(text, blocks, kinds, title)
    found += _ago(page.captured, blocks, kinds, title)
    for address in (url, page.url):
        if address and (m := _URL.search(address)) and valid(int(m["y"]), int(m["m"]), int(m["d"])):
            found.append(_candidate("url", date(int(m["y"]), int(m["m"]), int(m["d"])), f"the address: {m.group()}"))
    if page.published and (day := _iso(page.published)) is not None:
        found.append(_candidate("carrier", day, f"the carrier says {page.published}"))
    return _ordered(found, text) if language == "en" else found


_FIGURES = regex.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(?:\d\d){1,2}")


def _ordered(found: list[DateCandidate], text: str) -> list[DateCandidate]:
    """English dates in figures, in the order that the page's other dates bear out; without any they are left out."""
    out, doubtful = [], []
    for c in found:
        m = _FIGURES.fullmatch(text[c.interval.cites[0].start : c.interval.cites[0].end]) if c.interval.cites else None
        if m and int(m[1]) <= 12 and int(m[2]) <= 12 and m[1] != m[2]:
            doubtful.append(c)
        else:
            out.append(c)
    sure = {c.interval.start for c in out}
    for c in doubtful:
        day = c.interval.start
        for one in (day, date(day.year, day.day, day.month)):
            if any(abs((one - s).days) <= 1 for s in sure):
                cite = c.interval.cites[0]
                out.append(_candidate(c.kind, one, c.evidence, (cite.start, cite.end)))
                break
    return out


def _printed(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind], title: int | None) -> list[DateCandidate]:
    """Dates of publication lines and date lines above or right below the article, nearest to the title first."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    if not own:
        return []
    first, last = own[0], own[-1]
    found = []
    for i, b in enumerate(blocks):
        if kinds[i] in ("body", "lead", "related", "title", "caption") or b.hints & {"related", "nav", "comment"}:
            continue
        if not b.year:
            continue
        said = published_lines(b.text) if i <= last + 6 else ()
        for line in said:
            kind = "modified" if line.modified else "printed"
            found.append((0 if not line.modified else 5, abs(i - first), i, line.date, kind, "publication line"))
        if said:
            continue
        day = date_line(b.text)
        if day is not None and (title or 0) - 3 <= i <= last + 4:
            near = title is not None and title < i < first
            found.append((1 if near else 2 if i < first else 3, abs(i - first), i, day, "printed", "date line"))
    for i in own[:2]:
        if (day := agency_dateline(blocks[i].text)) is not None:
            found.append((1, 0, i, day, "printed", "dateline of the text"))
    out = []
    for rank, _, i, day, kind, what in sorted(found, key=lambda f: f[:3]):
        cite = (blocks[i].start + day.start, blocks[i].start + day.end)
        words = text[cite[0] : cite[1]]
        where = f"{what}: {words}" if rank < 3 else f"{what} away from the title: {words}"
        out.append(_candidate(kind, _day(day), where, cite))
    return out


def _ago(
    captured: str | None, blocks: Sequence[Block], kinds: Sequence[PartKind], title: int | None
) -> list[DateCandidate]:
    """ "3 hours ago" between title and text, counted back from when the page was captured."""
    at = _time(captured)
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    if at is None:
        return []
    out = []
    for i in range(0 if title is None else title + 1, first):
        b = blocks[i]
        if kinds[i] in ("related", "lead", "caption") or (hours := hours_ago(b.text)) is None:
            continue
        day = (at - timedelta(hours=hours)).date()
        out.append(_candidate("printed", day, f"‘{b.text}’ before the capture on {at.date()}", (b.start, b.end)))
    return out


def _time(captured: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(captured) if captured else None
    except ValueError:
        return None


def _day(d: CalendarDate) -> date:
    return date(d.year or 0, d.month or 0, d.day or 0)


def _iso(value: str) -> date | None:
    m = _ISO.search(value)
    if m and valid(int(m["y"]), int(m["m"]), int(m["d"])):
        return date(int(m["y"]), int(m["m"]), int(m["d"]))
    dates = [d for language in ("en", "fr", "es", "ar") for d in find_dates(value, language) if d.full and not d.hijri]
    return _day(dates[0]) if dates else None


def _candidate(kind: str, day: date, evidence: str, cite: tuple[int, int] | None = None) -> DateCandidate:
    cites = (Citation("", *cite),) if cite else ()
    return DateCandidate(kind, Interval(day, day, "day", evidence, cites), evidence)  # type: ignore[arg-type]


def choose(found: Iterable[DateCandidate], captured: str | None = None) -> list[DateCandidate]:
    """Return the candidates with the best one marked; what stands against it is said in its ``why``.

    Nothing is published after it was captured, a day of time zones allowed; such candidates are kept and never chosen.
    """
    pool = list(found)
    latest = at.date() + timedelta(1) if (at := _time(captured)) is not None else date.max
    late = {i for i, c in enumerate(pool) if c.interval.start > latest}
    ranked = sorted((i for i in range(len(pool)) if i not in late), key=lambda i: (_rank(pool[i]), i))
    usable = [i for i in ranked if pool[i].kind != "modified"] or ranked
    if not usable:
        return [_marked(c, False, "after the page was captured") for c in pool]
    best = usable[0]
    # A printed date one day from the metadata's is the page's own, in its own time zone.
    agreed = any(pool[i].kind == "printed" and pool[i].interval.start == pool[best].interval.start for i in usable)
    for i in usable if not agreed else ():
        apart = abs((pool[i].interval.start - pool[best].interval.start).days)
        if pool[best].kind == "published" and pool[i].kind == "printed" and apart == 1:
            best = i
            break
    against = [
        c for i, c in enumerate(pool) if i != best and c.interval != pool[best].interval and c.kind != "modified"
    ]
    why = "; but " + ", ".join(c.evidence for c in against[:3]) if against else ""
    words = dict.fromkeys(late, "after the page was captured") | {best: f"chosen: {pool[best].evidence}{why}"}
    return [_marked(c, i == best, words.get(i, "")) for i, c in enumerate(pool)]


def _marked(c: DateCandidate, chosen: bool, why: str) -> DateCandidate:
    return DateCandidate(c.kind, c.interval, c.evidence, chosen, why)


def _rank(c: DateCandidate) -> int:
    if c.kind == "printed":
        return 0 if c.evidence.startswith("publication line") else 3 if "away" not in c.evidence else 7
    if c.kind == "published":
        return 1 if c.evidence.startswith("JSON-LD") else 2 if c.evidence.startswith("meta") else 4
    return {"url": 5, "carrier": 6, "modified": 9}.get(c.kind, 8)


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
    if (guess := _yearless(text, dates, captured, blocks, kinds) or _month(text, blocks, kinds)) is not None:
        return guess
    weekdays = [_shift(d, a) for a, b in own for d in find_weekdays(text[a:b], language)]
    if not dates or not weekdays:
        return None
    floor = _background(dates)
    ceiling = _iso(captured) if captured else None
    named = {d.weekday for d in weekdays if d.weekday is not None}
    partial = [d for d in dates if d.day is not None and d.month is not None and d.year is None]
    for d in partial:
        day = _only_year(d, named, floor, ceiling)
        if day is not None:
            return _inferred(text, d, weekdays, day, floor)
    return _from_full(text, dates, weekdays)


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
    if not said:
        return None
    b, d = said[-1]
    at, floor = _time(captured), _background(dates)
    rights = max((int(y) for y in _RIGHTS.findall(text)), default=None)
    if rights is not None and (floor is None or floor.year <= rights):
        years, why = [rights], f"the rights are of {rights}"
    elif floor is not None:
        years, why = list(range(floor.year, floor.year + 6)), f"the first such day after the background of {floor}"
    elif at is not None:
        years, why = list(range(at.year, at.year - 6, -1)), f"the last such day before the capture on {at.date()}"
    else:
        return None
    for year in years:
        day = date(year, d.month or 1, d.day or 1) if valid(year, d.month or 1, d.day or 1) else None
        if day is None or day.weekday() != d.weekday or (floor and day < floor) or (at and day > at.date()):
            continue
        reason = f"‘{text[b.start + d.start : b.start + d.end]}’ names its weekday and no year: {why}"
        interval = Interval(day, day, "day", reason, (Citation("", b.start + d.start, b.start + d.end),))
        return DateCandidate("inferred", interval, reason, True, reason)
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


def _shift(d: CalendarDate, by: int) -> CalendarDate:
    return CalendarDate(
        d.start + by, d.end + by, d.year, d.month, d.day, d.to_year, d.to_month, d.to_day, d.weekday, d.hijri
    )


def _years_past(text: str, own: Sequence[tuple[int, int]], language: str) -> list[CalendarDate]:
    """Years that stand behind a word for "since": the page is younger than they are."""
    found = _since(language)
    if found is None:
        return []
    return [CalendarDate(m.start(1), m.end(1), int(m[1])) for a, b in own for m in found.finditer(text, a, b)]


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
    full = [d for d in dates if d.full and d.weekday is not None and _day(d).weekday() == d.weekday]
    if not full:
        return None
    latest = max(full, key=_day)
    floor = _background(dates)
    if floor is not None and floor > _day(latest):
        return None
    day = _day(latest)
    why = f"no date is printed: the latest event is dated ‘{text[latest.start : latest.end]}’ and named by its weekday"
    interval = Interval(day, day + timedelta(AFTER_EVENT), "range", why, (Citation("", latest.start, latest.end),))
    return DateCandidate("inferred", interval, why, True, why)
