"""When an agreement took a step: the time that belongs to the step's own words, and to nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from isnad.annotate.agreements.forms import forms_at
from isnad.annotate.agreements.phrases import Line, Named
from isnad.model import Citation, EventMention, Interval, Span, TimeExpression

EARLIEST = 1800
"""The first year that an agreement still spoken of is called by."""
FRESH = 4
"""Days around the page's own within which an undated step may take over its event's day."""
FARTHEST = 120
"""Characters from a step beyond which a day to come is that of something else the sentence tells."""
HOURS = 96
"""Hours of talks that are counted back from their signing."""
CLAUSE = 10
"""Words between "after that" and the verb of its clause."""
FARTHEST_BACK = 40
"""Days that are counted back from what followed a signing."""
_EVENTS = frozenset({"signing", "approval", "suspension"})
"""Kinds of events that are steps themselves: their day is found with more care."""


def year_of(line: Line, named: Named) -> Interval | None:
    """The year an agreement is called by, which is that of its signing: "a 2009 defence treaty", "l'accord de 1968", «اتفاقية عام 2009»."""
    page, i = line.reading.article.published, _year_word(line, named)
    if i is None or page is None or not EARLIEST <= int(line.keys[i]) < page.start.year:
        return None
    year = int(line.keys[i])
    return Interval(date(year, 1, 1), date(year, 12, 31), "year", "printed", (line.cite(i),))


def _year_word(line: Line, named: Named) -> int | None:
    """The word of a year within a name, or right behind it."""
    words = line.words
    near = list(range(named.first, named.head)) if words.compounds else []
    behind = named.end
    while behind < min(len(line), named.end + 2) and (
        line.keys[behind] in words.of or line.keys[behind] in words.years
    ):
        behind += 1
    if behind > named.end or words.arabic:
        near.append(behind)
    return next((i for i in near if i < len(line) and len(line.keys[i]) == 4 and line.keys[i].isdecimal()), None)


def day_of(line: Line, named: Named, at: int, rivals: Sequence[int], *, begun: bool = False) -> Interval | None:
    """The time nearest the step in its sentence, unless it stands nearer to another step; else what its event has.

    ``begun`` is true of a step that goes on: "negotiated since October" dates it.
    """
    reading = line.reading
    low, high = _reach(line, named, at)
    if (counted := _counted_back(line, at)) is not None:
        return counted
    since = _apart(line, at)
    told = next(
        (e for e in reading.events if e.kind in _EVENTS and abs(e.trigger.start - at) <= 2 and not e.bare), None
    )
    other = told is not None and told.date is not None and any(_called_by(line, named, c) for c in told.date.cites)
    told = None if other else told
    if told is not None and told.date is not None and not told.assumed and not rivals and not begun:
        if any(low <= c.start < high for c in told.date.cites):
            cited = next((t for t in reading.times if any(t.start == c.start for c in told.date.cites)), None)
            return told.date if cited is None else _in_that_year(line, cited, told.date)
    best = None
    called = year_of(line, named)
    for t in reading.times:
        if t.kind != "date" or t.interval is None or not low <= t.start < high:
            continue
        if t.start < since or t.modifier in ("until", "before", "after") or (t.modifier == "since" and not begun):
            continue
        if _called_by(line, named, t):
            continue
        if called is not None and t.start <= called.cites[0].start < t.end:
            continue  # "the 1957 treaty, suspended since": called by the year of its signing
        if not begun and _starting(line, t):
            continue  # "to deliver 4 billion more from 2024"
        if any(m.start <= t.start and t.end <= m.end for m in reading.mentions if m.kind != "place"):
            continue  # «نور الغد», a foundation's name, is no tomorrow
        far = _far(at, t.start) + _parted(line, at, t.start)
        if far > FARTHEST and to_come(reading.article.published, t.interval):
            continue  # "signed by …, the bonus will rise … before 1 October"
        if any(_far(r, t.start) + _parted(line, r, t.start) < far for r in rivals):
            continue
        if best is None or far < best[0]:
            best = far, _in_that_year(line, t, t.interval)
    if best is not None:
        return best[1]
    return None if rivals or since or other or reduced(line, named, at) or asked(line) else _taken_over(line, at)


def _called_by(line: Line, named: Named, at: TimeExpression | Citation) -> bool:
    """True of a year that a text is called by, the one named or another: "signed an addendum to the 2018 agreement"."""
    if line.found[named.first].start <= at.start and at.end <= line.found[named.end - 1].end:
        return True
    years = (_year_word(line, n) for n in line.named if n != named)
    return any(i is not None and at.start <= line.found[i].start < at.end for i in years)


def _in_that_year(line: Line, time: TimeExpression, day: Interval) -> Interval:
    """The time in the year named before it, where it says so: "signé le 3 juin 2013 …, ratifié en novembre de la même année"."""
    i = line.index(time.end)
    if not any(line.at(j, line.words.same_year) for j in range(i, min(len(line), i + 2))):
        return day
    before = [t.interval for t in line.reading.times if t.kind == "date" and t.interval is not None and t.end <= time.start
              and t.start >= line.sentence.start]  # fmt: skip
    year = before[-1].start.year if before else day.start.year
    if year == day.start.year or day.start.year != day.end.year or (day.start.month, day.start.day) == (2, 29):
        return day
    last = day.end.replace(year=year, day=min(day.end.day, 28)) if day.end.month == 2 else day.end.replace(year=year)
    return Interval(
        day.start.replace(year=year), last, day.precision, "in the year named before", (*day.cites, *before[-1].cites)
    )


def _reach(line: Line, named: Named, at: int) -> tuple[int, int]:
    """The characters among which a step's day stands.

    A dateline's is the page's; "concluded with Malta" behind the name has none from before the name ("On Wednesday the court stayed the
    treaty concluded with Malta"); and what a relative clause behind the name tells is not when it was signed.
    """
    low, high = line.sentence.start, line.sentence.end
    if (dateline := line.behind_dateline()) and (end := line.found[dateline - 1].end) <= at:
        low = end
    i = line.index(at)
    if reduced(line, named, at):
        low = line.found[named.end - 1].end
    elif i < named.first:
        clause = (
            j for j in range(named.end, len(line))
            if line.at(j, line.words.clauses) and line.keys[j - 1] not in line.words.until
        )  # fmt: skip
        high = next((line.found[j].start for j in clause), high)
        after = line.keys[named.end] if named.end < len(line) and line.words.gerunds != ("",) else ""
        if len(after) > 5 and after.endswith(line.words.gerunds) and line.at(named.end, line.words.providing):
            high = min(high, line.found[named.end].start)  # "un accord prévoyant le versement avant la fin du mois"
    return low, high


def reduced(line: Line, named: Named, at: int) -> bool:
    """True of a participle that only describes the name before it: "the accord signed with Malta", not "was signed"."""
    i = line.index(at)
    return not line.words.arabic and named.end <= i and not any(
        k in line.words.auxiliaries or k in line.words.relative or k in ("que", "that") for k in line.keys[named.end : i]
    )  # fmt: skip


def asked(line: Line) -> bool:
    """True of a question."""
    return bool(line.keys) and line.keys[-1] in ("?", "؟")


def _counted_back(line: Line, at: int) -> Interval | None:
    """The day of a signing that something else is told to have followed: "opened on 19 May, nine days after the signing"."""
    i = line.index(at)
    reach = 7 if line.words.arabic else 4
    before = next((j for j in range(i - 1, max(-1, i - reach), -1) if line.keys[j] in line.words.after), None)
    if before is None:
        before = _after_clause(line, i)
    if before is None:
        return None
    start, end = line.found[before].start, line.found[min(before + 3, len(line) - 1)].end
    length = next(
        (
            t for t in line.reading.times
            if t.kind == "duration" and t.days and (0 <= start - t.end <= 1 or (line.words.arabic and start < t.start <= end))
        ),
        None,
    )  # fmt: skip
    if length is None or length.days is None:
        return _days_later(line, i)
    main = next(
        (
            t for t in line.reading.times
            if t.kind == "date" and t.interval is not None and t.interval.days == 1 and t.modifier is None
            and line.sentence.start <= t.start < length.start
        ),
        None,
    )  # fmt: skip
    if main is None or main.interval is None or length.days > FARTHEST_BACK or length.days % 7 == 0:
        return None  # two weeks are about two weeks
    day = main.interval.start - timedelta(days=length.days)
    cites = (Span(length.start, length.end).cite(line.reading.article.id), *main.interval.cites)
    return Interval(day, day, "day", f"‘{length.text}’ counted back from ‘{main.text}’", cites)


def _after_clause(line: Line, i: int) -> int | None:
    """The "after" whose own clause a step's verb is in: "un día después de que la Asamblea ratificase"."""
    for j in range(i - 1, max(-1, i - CLAUSE), -1):
        if line.found[j].kind == "mark" or any(True for _ in forms_at(line, j)):
            return None
        if line.keys[j] in line.words.after:
            return j if any(k in ("que", "qu'", "that", "ان") for k in line.keys[j + 1 : j + 3]) else None
    return None


def _days_later(line: Line, noun: int) -> Interval | None:
    """The day that "un día después de la firma" counts from: so many days before the sentence's own day, else before the page's."""
    page = line.reading.article.published
    start = line.found[max(0, noun - 5)].start
    here = [t for t in line.reading.times if t.kind == "date" and t.interval is not None and t.modifier is None
            and line.sentence.start <= t.start < line.sentence.end]  # fmt: skip
    counted = next((t for t in here if start <= t.end <= line.found[noun].start and _after_in(line, t)), None)
    if counted is None or counted.interval is None or page is None or page.days != 1:
        return None
    days = (counted.interval.start - page.start).days
    main = next(
        (t.interval for t in here if t is not counted and t.interval is not None and t.interval.days == 1), page
    )
    if not 0 < days <= FARTHEST_BACK or days % 7 == 0:
        return None
    day = main.start - timedelta(days=days)
    cite = Span(counted.start, counted.end).cite(line.reading.article.id)
    return Interval(day, day, "day", f"‘{counted.text}’ counted back from {main.start}", (cite, *main.cites))


def talks_of(line: Line, at: int, signed: Sequence[Interval | None]) -> Interval | None:
    """The days of talks that a signing ended: "after three days of talks"; weeks and months are no counted days."""
    low = line.found[max(0, line.index(at) - 6)].start
    day = next((d for d in signed if d is not None and d.days == 1), None)
    if day is not None and (hours := _hours_of(line, low, at)) is not None:
        length, cited = hours
        start = day.start - timedelta(days=int((length - 1) // 24))
        text = line.reading.article.text[cited.start : cited.end]
        return Interval(
            start, day.end, "range" if start < day.end else "day", f"‘{text}’ up to the signing", (cited, *day.cites)
        )
    long = next((t for t in line.reading.times if t.kind == "duration" and t.days and low <= t.start < at), None)
    if long is None or day is None or not long.days or not 0 < long.days <= FARTHEST_BACK or long.days % 7 == 0:
        return None
    cite = Span(long.start, long.end).cite(line.reading.article.id)
    start = day.start - timedelta(days=long.days - 1)
    return Interval(start, day.end, "range", f"‘{long.text}’ up to the signing", (cite, *day.cites))


def _hours_of(line: Line, low: int, at: int) -> tuple[float, Citation] | None:
    """How many hours of talks a text came out of: "after twenty-six hours of talks"."""
    for f in line.reading.figures:
        if f.unit == "hours" and low <= f.start < at and isinstance(f.value, int | float) and 0 < f.value <= HOURS:
            return float(f.value), Span(f.start, f.end).cite(line.reading.article.id)
    return None


def _after_in(line: Line, t: TimeExpression) -> bool:
    """True of a time that says how long after: "un día después", «بعد يومين»."""
    return any(line.keys[j] in line.words.after for j in range(line.index(t.start), line.index(t.end - 1) + 1))


def to_come(published: Interval | None, day: Interval) -> bool:
    """True of a day behind the page's own."""
    return published is not None and day.start > published.end


def _starting(line: Line, time: TimeExpression) -> bool:
    """True of a time from which on something is to be done: "from 2024", "a partir de enero", «ابتداء من 2024»."""
    first, last = line.index(time.start), line.index(time.end - 1)
    return any(k in line.words.since for k in line.keys[max(0, first - 2) : last + 1])


def _apart(line: Line, at: int) -> int:
    """Where "nine days after the signing" begins, 0 when a step stands behind no such word: times before it are of another thing."""
    i = line.index(at)
    if not any(s.key in line.words.step_nouns for s in line.words.stems(line.keys[i])):
        return 0
    return next((line.found[j].start for j in range(i - 1, max(-1, i - 5), -1) if line.keys[j] in line.words.apart), 0)


def _taken_over(line: Line, at: int) -> Interval | None:
    """The day of an undated step: that of its event, else the only fresh one named before it."""
    reading, page = line.reading, line.reading.article.published
    if page is None:
        return None
    event = next(
        (
            e.date
            for e in reading.events
            if e.kind in ("signing", "approval") and abs(e.trigger.start - at) <= 2 and not _carried(line, e)
        ),
        None,
    )
    if event is not None and abs((event.end - page.start).days) <= FRESH:
        return event
    named = [t.interval for t in reading.times if t.start < at and t.kind == "date" and t.interval is not None]
    near = [d for d in named if d.days == 1 and 0 <= (page.end - d.start).days <= FRESH]
    return near[0] if len({d.start for d in near}) == 1 else None


def _carried(line: Line, e: EventMention) -> bool:
    """True of a day that an event only took over from before its sentence, where the page has named another fresh one."""
    reading, page = line.reading, line.reading.article.published
    if e.date is None or page is None or any(line.sentence.start <= c.start < line.sentence.end for c in e.date.cites):
        return False
    before = {
        t.interval.start for t in reading.times
        if t.kind == "date" and t.interval is not None and t.interval.days == 1 and t.start < e.trigger.start
        and 0 <= (page.end - t.interval.start).days <= FRESH
    }  # fmt: skip
    return len(before) > 1


def _parted(line: Line, step: int, time: int) -> int:
    """Twelve characters for each comma between a step and a time, which is rather the step's on its own side."""
    low, high = sorted((line.index(step), line.index(time)))
    return 12 * sum(k in (",", "،") for k in line.keys[low:high])


def _far(step: int, time: int) -> int:
    """A time mostly follows the verb it belongs to."""
    return time - step if time >= step else int(1.6 * (step - time))
