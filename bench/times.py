"""Time expressions resolved exactly on the phrases of two public test suites, beside dateparser in the same run.

Duckling's phrases stand alone and look ahead ("lundi" is the next one); they are read with that lean, and what counts from a day
named before ("le lendemain") counts from the reference day, as theirs do. Where their value of a counted phrase is coarser than a
day ("two years ago": the month), the day counted to has to lie in it. Recognizers' sentences
give the readings they accept, a past and a future one. Counted expressions ("three weeks ago") are compared by the day counted
to. Left out: clock times, holidays nobody keeps in the press, and sentences whose date of reference is not given.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bench import SHARED, Missing, Row
from isnad.annotate.times import times_in
from isnad.model import LANGUAGES, Interval

Days = tuple[date, date]
NOW = date(2013, 2, 12)
_POINT = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
FLOORS = {
    "ar Duckling": 0.84, "en Duckling": 0.68, "es Duckling": 0.875, "fr Duckling": 0.83,
    "ar Recognizers": 0.64, "en Recognizers": 0.64, "es Recognizers": 0.70, "fr Recognizers": 0.615,
}  # fmt: skip
"""A little under what was measured."""


def _span(y: int, m: int, d: int, grain: str) -> Days | None:
    """The days that a value of Duckling's stands for; ``None`` for what is no date."""
    if grain == "Year":
        return date(y, 1, 1), date(y, 12, 31)
    if grain in ("Month", "Quarter"):
        return date(y, m, 1), _next_month(y, m, 3 if grain == "Quarter" else 1) - timedelta(1)
    if grain in ("Day", "Week"):
        first = date(y, m, d)
        return first, first + timedelta(6 if grain == "Week" else 0)
    return None


def _next_month(y: int, m: int, n: int) -> date:
    months = y * 12 + m - 1 + n
    return date(months // 12, months % 12 + 1, 1)


def duckling(language: str) -> Iterator[tuple[str, date, list[Days], bool]]:
    """Yield phrase, reference, accepted days, and whether it is a single day."""
    for line in _lines(f"duckling.{language}.jsonl"):
        row = json.loads(line)
        value: str = row["value"]
        points = [tuple(map(int, p)) for p in _POINT.findall(value)]
        grain = re.sub(r'"[^"]*"', "", value).split(")")[-1].split()
        if not points or not grain or "Open" in value or "Holiday" in value:
            continue
        if value.startswith("datetimeInterval"):
            a, b = points[0], points[1]
            if grain[0] not in ("Day", "Month") or not a[1]:
                continue
            days: Days | None = (date(a[0], a[1], a[2] or 1), date(b[0], b[1], b[2] or 1) - timedelta(1))
        else:
            days = _span(*points[0][:3], grain[0])
        if days is not None:
            for phrase in row["phrases"]:
                yield phrase, NOW, [days], days[0] == days[1]


def recognizers(language: str) -> Iterator[tuple[str, date, list[Days], bool]]:
    """Yield sentence, reference, accepted days, and whether it is a single day; sentences with one date only."""
    for line in _lines(f"recognizers-text.{language}.jsonl"):
        row = json.loads(line)
        if not row["reference"] or row.get("IgnoreResolution"):
            continue
        results = [
            r
            for r in row["results"]
            if str(r.get("Type") or r.get("TypeName") or "").split(".")[-1] in ("date", "daterange")
        ]
        if len(results) != 1 or len(row["results"]) != 1:
            continue
        accepted = list(_accepted(results[0]))
        if accepted:
            yield row["input"], date.fromisoformat(row["reference"][:10]), accepted, accepted[0][0] == accepted[0][1]


def _accepted(result: dict[str, object]) -> Iterator[Days]:
    value = result.get("Value") or result.get("Resolution") or {}
    assert isinstance(value, dict)
    rows = value.get("values") or [value.get("FutureResolution") or {}, value.get("PastResolution") or {}]
    for r in rows:
        one = r.get("date") or (r.get("value") if r.get("type") == "date" else None)
        start, end = r.get("startDate") or r.get("start"), r.get("endDate") or r.get("end")
        if _iso(one):
            yield date.fromisoformat(one), date.fromisoformat(one)
        elif _iso(start) and _iso(end):
            # Their end is the first day after; of "from 4 to 22 January" it is the 22nd itself.
            first, last = date.fromisoformat(start), date.fromisoformat(end)
            yield first, last - timedelta(1)
            yield first, last
            # Of "from 2014 to 2018" and "between May and July" their end is where the last named year or month begins.
            if last.day == 1:
                yield first, _next_month(last.year, last.month, 1) - timedelta(1)
            if (last.month, last.day) == (1, 1):
                yield first, date(last.year, 12, 31)


def _iso(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _lines(name: str) -> Iterable[str]:
    path = SHARED / "data" / "timex" / name
    if not path.is_file():
        raise Missing(f"timex/{name} of the shared data")
    return path.read_text(encoding="utf-8").splitlines()


def exact(found: Days, accepted: list[Days], counted: bool) -> bool:
    """True when the days are one of the accepted readings, or a day counted to within one."""
    if found in accepted:
        return True
    return counted and found[0] == found[1] and any(a[0] <= found[0] <= a[1] and a[0] < a[1] for a in accepted)


def ours(phrase: str, now: date, language: str, lean: int | None) -> list[tuple[Days, bool]]:
    """Return the days isnad finds in a phrase on a page of that date, and whether they were counted to.

    With a lean the phrase stands alone and the page's day is also the last one named; ``None`` leaves the direction to the
    sentence's verbs.
    """
    page = Interval(now, now, "day", "given")
    last = page if lean else None
    return [
        ((t.interval.start, t.interval.end), t.relative)
        for t in times_in(phrase, 0, len(phrase), language, page, last, lean=lean, points=True)
        if t.interval is not None
    ]


def peer(phrase: str, now: date, language: str, lean: int | None) -> list[Days]:
    """Return the days dateparser finds."""
    from datetime import datetime

    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime(now.year, now.month, now.day),
        "PREFER_DATES_FROM": "future" if lean else "current_period",
    }
    found = search_dates(phrase, languages=[language], settings=settings) or []
    return [(d.date(), d.date()) for _, d in found]


def run() -> list[Row]:
    """Measure all languages on both suites."""
    rows: list[Row] = []
    for suite, source, lean in (("Duckling", duckling, 1), ("Recognizers", recognizers, None)):
        for language in LANGUAGES:
            cases = list(source(language))
            if not cases:
                continue
            name = f"{language} {suite}"
            began = time.perf_counter()
            right = [
                any(exact(d, accepted, c) for d, c in ours(p, now, language, lean)) for p, now, accepted, _ in cases
            ]
            spent = time.perf_counter() - began
            single = [r for r, c in zip(right, cases, strict=True) if c[3]]
            rows.append(
                Row(
                    f"{name} exact",
                    sum(right) / len(cases),
                    floor=FLOORS.get(name),
                    note=f"{len(cases)} phrases, {len(cases) / spent:.0f}/s",
                )
            )
            rows.append(Row(f"{name} single days", sum(single) / max(1, len(single)), note=f"{len(single)} phrases"))
            days = [c for c in cases if c[3]][:150]
            hits = sum(any(d in c[2] for d in peer(c[0], c[1], language, lean)) for c in days)
            rows.append(
                Row(f"{name} single days, dateparser", hits / max(1, len(days)), peer=True, note=f"first {len(days)}")
            )
    return rows
