"""When a page was published: every candidate with its evidence, one chosen with a reason, or none.

A page that prints no date of its own may still be dated by reasoning: "mercredi" and "23-24 novembre" after a background
of "décembre 2020" fit one year only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache

import regex

from isnad.extract.ago import hours_ago, posted_ago
from isnad.extract.blocks import Block
from isnad.extract.carriers import mail_day
from isnad.extract.datelines import all_dates, date_line, published_lines
from isnad.extract.dispatches import agency_dateline
from isnad.extract.head import Head
from isnad.extract.issues import issue_days, issues
from isnad.extract.lines import opens_comments
from isnad.extract.masthead import foot_day
from isnad.extract.phrases import phrases_in, starts_with
from isnad.extract.reprints import reprint
from isnad.languages import table
from isnad.languages.calendar import CalendarDate, find_dates, valid
from isnad.model import Citation, DateCandidate, Interval, Page
from isnad.model.reading import PartKind
from isnad.text import fold_key

_ISO = regex.compile(r"(?P<y>19\d\d|20\d\d)-?(?P<m>\d\d)-?(?P<d>\d\d)")
_URL = regex.compile(r"/(?P<y>19\d\d|20\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
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
        if (day := iso(value)) is not None:
            found.append(_candidate("published", day, f"{where}: {value}"))
    for value in head.modified:
        if (day := iso(value)) is not None:
            found.append(_candidate("modified", day, f"meta modified: {value}"))
    found += _printed(text, blocks, kinds, title)
    found += _ago(page.captured, blocks, kinds, title)
    for address in (url, page.url):
        if address and (m := _URL.search(address)) and valid(int(m["y"]), int(m["m"]), int(m["d"])):
            found.append(_candidate("url", date(int(m["y"]), int(m["m"]), int(m["d"])), f"the address: {m.group()}"))
    if page.published and (day := iso(page.published)) is not None:
        found.append(_candidate("carrier", day, f"the carrier says {page.published}"))
    return _ordered(found, text) if language == "en" else found


ABOVE = 3
"""Lines above a headline among which one may say how long ago the article was published."""
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
        turned = date(day.year, day.day, day.month)
        one = next((d for d in (day, turned) if any(abs((d - s).days) <= 1 for s in sure)), None)
        if one is None and not sure and (first := _day_first(text)) is not None:
            cite = c.interval.cites[0]
            m = _FIGURES.fullmatch(text[cite.start : cite.end])
            one = day if m and (int(m[1]) == day.day) == first else turned
        if one is not None:
            cite = c.interval.cites[0]
            out.append(_candidate(c.kind, one, c.evidence, (cite.start, cite.end)))
    return out


_MONTHS = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|"
    "Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_DAY_MONTH = regex.compile(rf"(?<![\d,.:])\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s(?:{_MONTHS})(?!\p{{L}})")
_MONTH_DAY = regex.compile(rf"(?<!\p{{L}})(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)")
AGREE = 2
"""Days that a page writes in words, all in one order, from which its dates in figures have that order."""


def _day_first(text: str) -> bool | None:
    """True for a page that writes "23 February" and never "February 23", false for the other; ``None`` for neither."""
    before, behind = len(_DAY_MONTH.findall(text)), len(_MONTH_DAY.findall(text))
    if min(before, behind) or max(before, behind) < AGREE:
        return None
    return before > 0


def _printed(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind], title: int | None) -> list[DateCandidate]:
    """Dates of publication lines and date lines above or right below the article, nearest to the title first."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    if not own:
        return []
    first, last = own[0], own[-1]
    mailed = mail_day(blocks)
    found = []
    for i, b in enumerate(blocks):
        if not b.year or kinds[i] in ("body", "lead", "related", "title", "caption"):
            continue
        if b.hints & {"related", "nav", "comment"} or (i > last + 1 and _commented(blocks[i - 2 : i])):
            continue
        said = published_lines(b.text) if i <= last + 6 else ()
        for line in said:
            kind = "modified" if line.modified else "printed"
            found.append((0 if not line.modified else 5, abs(i - first), i, line.date, kind, "publication line"))
        if said:
            continue
        over = title is not None and title - ABOVE <= i < title
        day = date_line(b.text) or _of_provenance(b.text, "dateline" if over else kinds[i])
        named = b.element is None and "date" in b.hints  # by its label
        if day is not None and (named or i == mailed or (title or 0) - 3 <= i <= last + 4):
            near = title is not None and title < i < first
            found.append((1 if near else 2 if i < first else 3, abs(i - first), i, day, "printed", "date line"))
    if (signed := foot_day(blocks, kinds)) is not None:  # behind what a reader posted stands when the paper printed it
        found = [f for f in found if f[2] != signed[0]]
        found.append((0, -1, *signed, "printed", "publication line"))
    for i, paper in issues(blocks, title):
        if paper.date is not None and date_line(blocks[i].text) is None:
            found.append((3, abs(i - first), i, paper.date, "printed", "issue line"))
    if not found and (head := _of_head(blocks, kinds, first if title is None else title)) is not None:
        found.append((3, abs(head[0] - first), *head, "printed", "date at the page's head"))
    taken = {i for _, _, i, *_ in found}
    found += [
        (3, abs(i - first), i, day, "printed", "issue line") for i, day in issue_days(blocks, title) if i not in taken
    ]
    for i in own[:2]:
        if (day := agency_dateline(blocks[i].text)) is not None:
            found.append((1, 0, i, day, "printed", "dateline of the text"))
    if not found and (day := _amid(blocks[first].text)) is not None:
        found.append((0, 0, first, day, "printed", "publication line"))
    if not found and (day := _parted(blocks[0].text)) is not None and kinds[0] not in ("body", "lead", "title"):
        found.append((3, first, 0, day, "printed", "date at the page's head"))
    out = []
    for rank, _, i, day, kind, what in sorted(found, key=lambda f: f[:3]):
        cite = (blocks[i].start + day.start, blocks[i].start + day.end)
        words = text[cite[0] : cite[1]]
        where = f"{what}: {words}" if rank < 3 else f"{what} away from the title: {words}"
        out.append(_candidate(kind, day_of(day), where, cite, _last_day(day)))
    return out


def _commented(above: Sequence[Block]) -> bool:
    return any(b.text[-1] == ":" and opens_comments(b.text) for b in above)  # "COMMENT:", and who made it


HEAD = 900
"""Characters at the beginning of a text among which a page of one line may say when it was published."""
_LEAD = 40
"""Characters of what leads in a day of publication, its weekday included."""


def _amid(text: str) -> CalendarDate | None:
    """Return the day that a formula with a capital of its own gives amid the first words: "… à Tanlili *Publié le jeudi 10 octobre 2024* à 09h42"."""
    for language in ("fr", "es", "en"):
        for day in find_dates(text[:HEAD], language):
            before = text[max(0, day.start - _LEAD) : day.start].rstrip(" :,")
            starts = (m.start() for m in _CAPITAL.finditer(before))
            if day.full and any(_led(fold_key(before[at:]), language) for at in starts):
                return day
    return None


def _parted(text: str) -> CalendarDate | None:
    """Return the only full day of a page's first words, where its weekday and marks part it from the rest: "EL SEMANARIO … · *sábado, 18 de noviembre de 2017* · 1,20 euros"."""
    for language in ("fr", "es", "en", "ar"):
        days = [d for d in find_dates(text[:MOTTO], language) if d.full]
        if len(days) != 1:
            continue
        before, behind = text[: days[0].start].rstrip(), text[days[0].end :].lstrip()
        words = fold_key(before.rstrip(",،")).split()
        weekday = bool(words) and words[-1] in _weekdays(language)
        lead = before.rstrip(",،")[: -len(words[-1])].rstrip() if weekday else before
        if (weekday or days[0].weekday is not None) and lead[-1:] in _PARTS and behind[:1] in _PARTS:
            return days[0]
    return None


MOTTO = 160
"""Characters of a page of one line within which its name, its motto and its day stand."""
_PARTS = frozenset("·•|*–—-/")
"""Marks that part a masthead."""
_CAPITAL = regex.compile(r"(?<![\p{L}\d'’-])\p{Lu}")


def _led(words: str, language: str) -> bool:
    """True of a formula of publication, with a weekday behind it or without."""
    formulas = _formulas(language)
    return words in formulas or (
        words.rpartition(" ")[2] in _weekdays(language) and words.rpartition(" ")[0] in formulas
    )


@cache
def _formulas(language: str) -> frozenset[str]:
    """The formulas of two words and more before a day of publication, and those of one participle: « publié », "published"."""
    said = (w.removesuffix(" {date}") for w in table(language, "chrome")["published"] if w.endswith(" {date}"))
    return frozenset(
        w for w in said if "{" not in w and w not in ("date", "fecha", "actualidad", "creation", "release")
    )


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "calendar")["weekdays"])


MOST_DAYS = 31
"""Days of the longest stretch that an issue is of."""


def _last_day(d: CalendarDate) -> date | None:
    """The last day of an issue of several: "Semaine du 24 février au 2 mars 2019"; ``None`` for a single day."""
    if not (d.to_day and d.to_month and d.to_year) or not valid(d.to_year, d.to_month, d.to_day):
        return None
    last = date(d.to_year, d.to_month, d.to_day)
    return last if 0 < (last - day_of(d)).days <= MOST_DAYS else None


def _of_head(blocks: Sequence[Block], kinds: Sequence[PartKind], stop: int) -> tuple[int, CalendarDate] | None:
    """The only full date of the lines over a headline, beside the site's name or under "Issue", where nothing below has one."""
    days = [
        (i, d)
        for i, b in enumerate(blocks[: min(stop, TOP)])
        if b.year
        and kinds[i] != "related"
        and "nav" not in b.hints
        and (d := date_line(b.text) or _opens(b) or _ends(b, i) or (_closes(b) if i < MASTHEAD else None)) is not None
        and not phrases_in(b.text, "notices")  # beside buttons it is the site's clock
    ]
    return days[0] if len(days) == 1 else None


def _opens(b: Block) -> CalendarDate | None:
    """The full day that a short paragraph of a letter's head opens with: "March 17, 2023. This week: Intel waits."."""
    days = [d for d in all_dates(b.text) if not d.hijri] if b.words <= LONGEST_HEAD else []
    return (
        days[0]
        if len(days) == 1 and days[0].start == 0 and b.text[days[0].end :].lstrip()[:1] in (".", "|", "·")
        else None
    )


def _ends(b: Block, i: int) -> CalendarDate | None:
    """The full day that the first lines of a page of HTML end with, behind the site's name and motto in the same box."""
    days = (
        [d for d in all_dates(b.text) if not d.hijri]
        if b.element is not None and i < FIRST and b.words <= LONGEST_HEAD / 2
        else []
    )
    return days[0] if len(days) == 1 and not _NUMBER.sub("", b.text[days[0].end :]).strip(" .|") else None


_NUMBER = regex.compile(r"(?i:n[°º]\.?|no\.|núm\.|issue|vol\.?|العدد|عدد)\s*[:#]?\s*[\p{N} .]+")
"""The number of an issue behind its day."""
FIRST = 3
"""Lines at the top of a page of HTML that are the site's name, its motto and the day of its issue."""


def _closes(b: Block) -> CalendarDate | None:
    """The full day with its weekday behind a site's name and motto: "THE JABAL LEDGER the region's daily Saturday 16 March 2019"."""
    days = [d for d in all_dates(b.text) if not d.hijri] if b.words <= LONGEST_MAST else []
    ends = len(days) == 1 and days[0].weekday is not None and not b.text[days[0].end :].strip(" .|-–—")
    return days[0] if ends and days[0].start > 0 else None


MASTHEAD = 2
"""Lines at the very top of a page that may have a site's name and the day on one."""
LONGEST_MAST = 16
"""Words of such a line."""
LONGEST_HEAD = 24
"""Words of the longest paragraph of a letter's head that opens with its day."""
TOP = 12
"""Lines at the top of a page that may have the day of its issue."""


def _of_provenance(line: str, kind: PartKind) -> CalendarDate | None:
    """The only date of a line that says from whom the text was taken: "Article de X, publié le 6 octobre 2022, traduit par nos soins"."""
    dates = [d for d in all_dates(line) if not d.hijri] if kind in ("dateline", "byline") else []
    return dates[0] if len(dates) == 1 and (reprint(line) is not None or _sourced(line)) else None


def _sourced(line: str) -> bool:
    """True for a line of which one piece between bars names the source: "12/10/2022 | Traduit par Y | Source : X"."""
    return any(":" in p and starts_with(p.strip(), "source") for p in line.split("|")[1:])


def _ago(
    captured: str | None, blocks: Sequence[Block], kinds: Sequence[PartKind], title: int | None
) -> list[DateCandidate]:
    """ "3 hours ago" between title and text, counted back from when the page was captured."""
    at = time_of(captured)
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    if at is None:
        return []
    out = []
    for i in range(0 if title is None else max(0, title - ABOVE), first):
        b = blocks[i]
        if title is not None and i <= title and kinds[i] != "dateline" and not posted_ago(b.text):
            continue
        if kinds[i] in ("related", "lead", "caption") or (hours := hours_ago(b.text)) is None:
            continue
        day = (at - timedelta(hours=hours)).date()
        out.append(_candidate("printed", day, f"‘{b.text}’ before the capture on {at.date()}", (b.start, b.end)))
    return out


def time_of(captured: str | None) -> datetime | None:
    """Return the time of a capture as its carrier writes it; ``None`` when it gives none."""
    try:
        return datetime.fromisoformat(captured) if captured else None
    except ValueError:
        return None


def day_of(d: CalendarDate) -> date:
    """Return the day of a full date."""
    return date(d.year or 0, d.month or 0, d.day or 0)


def iso(value: str) -> date | None:
    """Return the day that a value of metadata says, in figures or in words; ``None`` when none is meant."""
    m = _ISO.search(value)
    if m and valid(int(m["y"]), int(m["m"]), int(m["d"])):
        return date(int(m["y"]), int(m["m"]), int(m["d"]))
    dates = [d for language in ("en", "fr", "es", "ar") for d in find_dates(value, language) if d.full and not d.hijri]
    return day_of(dates[0]) if dates else None


def _candidate(
    kind: str, day: date, evidence: str, cite: tuple[int, int] | None = None, last: date | None = None
) -> DateCandidate:
    cites = (Citation("", *cite),) if cite else ()
    interval = Interval(day, last or day, "range" if last else "day", evidence, cites)
    return DateCandidate(kind, interval, evidence)  # type: ignore[arg-type]


def choose(found: Iterable[DateCandidate], captured: str | None = None) -> list[DateCandidate]:
    """Return the candidates with the best one marked; what stands against it is said in its ``why``.

    Nothing is published after it was captured, a day of time zones allowed; such candidates are kept and never chosen.
    """
    pool = list(found)
    latest = at.date() + timedelta(1) if (at := time_of(captured)) is not None else date.max
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
