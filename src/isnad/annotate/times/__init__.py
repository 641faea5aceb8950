"""Words that say when, as intervals: found by one grammar over four languages' words, anchored to the page's own date."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec.structs import replace

from isnad.annotate.sentences import with_field
from isnad.annotate.times.days import Days
from isnad.annotate.times.finder import Hit, find
from isnad.annotate.times.rules import Meant, Needed, When
from isnad.annotate.times.tense import Tenses
from isnad.languages import LANGUAGES, table
from isnad.model import Abstention, Reading, TimeExpression
from isnad.model.base import Citation, Interval
from isnad.text import fold_key

NEAR = 7
"""Days a page's own date may be uncertain by and still anchor relative words."""
NEAR_MONTH = 31
"""The same for words that name a day and a month, whose year alone is missing."""


def find_times(reading: Reading) -> Reading:
    """Return the reading with every time expression of the article's own words; the undatable ones are abstained from."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    times: list[TimeExpression] = []
    day: Interval | None = None
    story: Interval | None = None
    old = 0
    end = 0
    for sentence in reading.sentences:
        if "\n" in article.text[end : sentence.start]:
            # "Ce jour-là" may begin the next paragraph; two further on it is another day.
            old += 1
            day, story = (day, story) if old < 2 else (None, None)
        found = times_in(
            article.text,
            sentence.start,
            sentence.end,
            article.language,
            article.published,
            day,
            story=story,
            article=article.id,
        )
        times += found
        if named := [t.interval for t in found if _names(t) and t.interval is not None]:
            old, story = 0, named[-1]
            day = next((i for i in reversed(named) if i.days == 1), day)
        end = sentence.end
    missing = [
        Abstention((t.span.cite(article.id),), t.text, _WHY, "unanchored-date")
        for t in times
        if t.kind == "date" and t.interval is None
    ]
    return with_field(with_field(reading, "times", tuple(times)), "abstentions", (*reading.abstentions, *missing))


_WHY = "the words count from a day that is not known"


def _names(t: TimeExpression) -> bool:
    return t.kind == "date" and t.interval is not None and t.interval.days <= 366


def times_in(
    text: str,
    start: int,
    end: int,
    language: str,
    published: Interval | None,
    last: Interval | None = None,
    *,
    story: Interval | None = None,
    lean: int | None = None,
    points: bool = False,
    article: str = "",
) -> list[TimeExpression]:
    """Return the time expressions of one sentence, in order and disjoint.

    ``published`` is the page's own date, ``last`` the day named last before the sentence,
    ``story`` what was named last of any length. ``lean`` overrides the
    direction that the clause's verbs give. With ``points``, "three weeks ago" is the very day counted to.
    """
    days = _anchors(published)

    tenses: list[Tenses] = []  # read only where something says when: few sentences do

    def when(
        at: int, day: date | None, before: Interval | None, year: int | None, told: Interval | None = story
    ) -> When:
        if lean is not None:
            return When(day, lean, before, year, told)
        if not tenses:
            tenses.append(Tenses(text, start, end, language))
        way = tenses[0].lean(at)
        if way < 0 and before is not None and published is not None and before.start > published.end:
            before = None  # "The hearing is set for the 26th. *That same evening* the two *signed*": not of the 26th
        if way > 0 and year is not None and day is not None and year < day.year:
            year = None  # "led a count in 2011 and *will travel* in August"
        return When(day, way, before, year, told)

    hits = find(text, start, end, language, lambda at: when(at, days[0] if days else date(2000, 6, 15), last, None))
    found: list[TimeExpression] = []
    year: int | None = None
    for hit in hits:
        if hit.aged and hit.rule in ("lasting", "ahead"):
            continue
        made = _expression(
            hit, text, published, days, lambda at, day, y=year, b=last, s=story: when(at, day, b, y, s), points, article
        )
        if made is None:
            continue
        found.append(made)
        if made.interval is not None and made.kind == "date":
            if made.interval.days == 1:
                last = made.interval
            story = made.interval if _names(made) else story
            # "signé le 3 mai 2019, entré en vigueur le 1er juin": the year goes on within the sentence.
            if made.modifier in ("since", "until"):
                continue  # "the worst since August 2005", "bound *until 2026*" tell no year of what follows
            if _begun(text, start, made, language):
                continue  # "*Founded* in 1931, the firm bought a yard in March"
            year = made.interval.start.year if _names_year(made) else None if made.relative and year is None else year
    return found


def _begun(text: str, start: int, t: TimeExpression, language: str) -> bool:
    """True for the year in which somebody was born or something founded, by the words right before it."""
    before = [fold_key(w) for w in text[max(start, t.start - BEGUN) : t.start].replace(",", " , ").split()[-NEAREST:]]
    return not _beginnings(language).isdisjoint(before)


@cache
def _beginnings(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "dates")["begun"])


BEGUN, NEAREST = 40, 4
"""Characters before a year, and the last words in them, among which a word for founding or birth makes it that one's."""


def _names_year(t: TimeExpression) -> bool:
    return not t.relative and t.interval is not None and t.interval.days <= 366


def _anchors(published: Interval | None) -> tuple[date, ...]:
    """The first and last day the page may be from; none when that is too vague to count from."""
    if published is None or published.days > NEAR_MONTH:
        return ()
    return (published.start,) if published.days == 1 else (published.start, published.end)


def _expression(
    hit: Hit, text: str, published: Interval | None, days: tuple[date, ...], when: object, points: bool, article: str
) -> TimeExpression | None:
    """What one match means on the page: the hull of its meanings on the first and the last day the page may be from."""
    words = text[hit.start : hit.end]
    try:
        whens: list[When] = [when(hit.start, day) for day in (days or (None,))]  # type: ignore[operator]
        meant = [hit.read(replace(w, lean=-1) if hit.past else w) for w in whens]
    except Needed:
        return TimeExpression("date", hit.start, hit.end, words, None, hit.before or None, relative=True)
    sure = [m for m in meant if m is not None]
    if len(sure) < len(meant) or not sure:
        return None
    first = sure[0]
    if first.kind != "date" or first.days is None:
        return TimeExpression(first.kind, hit.start, hit.end, words, days=first.length)
    modifier = first.modifier or hit.before or None
    relative = first.how not in ("printed", "calendar")
    interval = _interval(sure, words, published, points, Citation(article, hit.start, hit.end))
    if interval.days > 366 and relative and first.precision == "day":
        return TimeExpression("date", hit.start, hit.end, words, None, modifier, relative=True)
    return TimeExpression("date", hit.start, hit.end, words, interval, modifier, relative=relative)


def _exactly(m: Meant) -> Days | None:
    return m.exact or ((m.point, m.point) if m.point else m.days)


def _interval(meant: list[Meant], words: str, published: Interval | None, points: bool, cite: Citation) -> Interval:
    first = meant[0]
    spans = [_exactly(m) if points else m.days for m in meant]
    start = min(s[0] for s in spans if s and s[0])
    end = max(s[1] for s in spans if s and s[1])
    one = all(s == spans[0] for s in spans)
    precision = first.precision if one else "range"
    page = "" if published is None else f"{published.start}" + (f"…{published.end}" if published.days > 1 else "")
    shown = " ".join(words.split())
    basis = {
        "printed": f"printed: ‘{shown}’",
        "calendar": f"‘{shown}’ by the Umm al-Qura calendar",
        "counted": f"‘{shown}’ counted from the page’s date {page}",
        "year": f"‘{shown}’, the year from the page’s date {page}",
        "antecedent": f"‘{shown}’ counted from the day named before it",
    }[first.how]
    return Interval(start, end, precision, basis, (cite,))


__all__ = ["find_times", "times_in"]
