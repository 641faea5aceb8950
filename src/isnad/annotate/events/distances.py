"""Days told by their distance from another: "freed on Sunday, two days after his arrest" dates the arrest too."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import pairwise

from msgspec import Struct

from isnad.languages import table
from isnad.model import EventMention, Interval, Precision, Reading, Span, TimeExpression
from isnad.text import fold_key, tokens

LONGEST = 31
"""Days from which a length is too round to count a day by."""
WEEK, ROUND = 7, 3
"""Days from which a length is a round number, and how many days such a one may be off."""
WORDS, BESIDE, CLAUSE = 5, 2, 14
"""Words between a length and a noun it is counted from, how many of them are no article, and words before a verb."""
COMMAS = frozenset(",،;؛:")


class _Words(Struct, frozen=True):
    after: frozenset[str]
    before: frozenset[str]
    link: frozenset[str]
    passed: frozenset[str]
    opens: bool


@cache
def _words(language: str) -> _Words:
    found = table(language, "grammar")["distance"]
    after, before, link, passed = (
        frozenset(fold_key(w) for w in found.get(k, ())) for k in ("after", "before", "link", "passed")
    )
    return _Words(after, before, link, passed, bool(found["opens"]))


def at_distance(
    reading: Reading, sentence: Span, length: TimeExpression, way: int, date: Interval | None
) -> Interval | None:
    """Return the date of what a length is counted from: the sentence's day less the length ("after"), or more ("before").

    The day counted from is the one given, else the only one that the sentence tells, else the page's own; where the length is
    too long or the day no single one, there is none. Days are counted exactly, weeks to a few days.
    """
    anchor = date or _only_day(reading, sentence) or reading.article.published
    days = length.days or 0
    if anchor is None or anchor.days > 1 or not 0 < days <= LONGEST:
        return None
    day, about = anchor.start + timedelta(days=way * days), timedelta(days=0 if days < WEEK else ROUND)
    cites = (*anchor.cites, length.span.cite(reading.article.id))
    precision: Precision = "about" if about else "day"
    return Interval(day - about, day + about, precision, f"{anchor.basis}; “{length.text}” away", cites)


def counted_from(reading: Reading, sentence: Span, trigger: Span, verb: bool) -> tuple[TimeExpression | None, int]:
    """Return the length that is counted from what the trigger tells, with -1 for "after" and 1 for "before"; else (None, 0)."""
    for t in reading.times:
        if t.kind == "duration" and t.days and sentence.start <= t.start < trigger.start:
            if (way := _way(reading, sentence, t, trigger, verb)) and not _dated_itself(reading, sentence, trigger):
                return t, way
    return None, 0


def _dated_itself(reading: Reading, sentence: Span, trigger: Span) -> bool:
    """True for "two days after his arrest *on 3 May*, …": a time behind the trigger and before any comma is its own."""
    times = (t for t in reading.times if t.kind == "date" and trigger.end <= t.start < sentence.end)
    return any(COMMAS.isdisjoint(reading.article.text[trigger.end : t.start]) for t in times)


def _only_day(reading: Reading, sentence: Span) -> Interval | None:
    """The one day a sentence tells."""
    days = [
        t.interval
        for t in reading.times
        if t.kind == "date" and t.interval is not None and sentence.start <= t.start and t.end <= sentence.end
    ]
    return days[0] if len(days) == 1 and days[0].days == 1 else None


def _way(reading: Reading, sentence: Span, length: TimeExpression, trigger: Span, verb: bool) -> int:
    """-1 where a length stands "after" what the trigger tells, 1 where "before", 0 where it is counted from something else."""
    words, text = _words(reading.article.language), reading.article.text
    between = [t.key for t in tokens(text, length.end, trigger.start)]
    if not between or len(between) > (CLAUSE if verb else WORDS) or not COMMAS.isdisjoint(between):
        return 0
    if words.opens:
        # «بعد يومين على توقيفه»: the word stands before the length.
        before = [t.key for t in tokens(text, sentence.start, length.start)]
        head, rest = [k for k in before if k not in words.passed][-1:], between
    else:
        head, rest = between[:1], between[1:]
    beside = next((i for i, w in enumerate(rest) if w not in words.link), len(rest))
    if not head or (not verb and (len(rest) - beside > BESIDE or not words.link.isdisjoint(rest[beside:]))):
        return 0  # "after the *failure of the* talks": not from the talks
    if words.opens and words.link.isdisjoint(rest[:1]):
        return 0  # «بعد يومين قتل …»: two days after something told before
    return -1 if head[0] in words.after else 1 if head[0] in words.before else 0


def counted_off(reading: Reading, clause: Span, trigger: Span) -> bool:
    """Return whether a clause says that something was a length before or after something else: "*a month before* his arrest", «قبل شهر من توقيفه»."""
    language = reading.article.language
    known, units = _words(language), _units(language)
    words = [t.key for t in tokens(reading.article.text, trigger.end, clause.end)]
    beside = pairwise(words)
    turns = known.after | known.before
    return any((a in turns and b in units) if known.opens else (a in units and b in turns) for a, b in beside)


@cache
def _units(language: str) -> frozenset[str]:
    return frozenset(
        fold_key(w) for k in ("day", "week", "month", "year", "hour") for w in table(language, "dates")["units"][k]
    )


def of_own_day(said: EventMention, place: int | None, reading: Reading) -> int | None:
    """Return the place of a telling, ``None`` when it is where something else was, days before or after; the dead fell where they were hurt."""
    if place is None or said.kind in table("shared", "kinds")["deadly"]:
        return place
    return None if _of_another_day(reading, said.trigger, reading.mentions[place].span) else place


def _of_another_day(reading: Reading, trigger: Span, place: Span) -> bool:
    """Return whether a place behind a trigger is where something else was, from which a length is counted: "dismissed three days after
    they came back from a fair in *Talling*", «أعفي بعد ثلاثة أيام من عودته من معرض في *تازرت*»."""
    known, text = _words(reading.article.language), reading.article.text
    for t in reading.times:
        if t.kind != "duration" or not t.days or t.start < trigger.end or t.end > place.start:
            continue
        beside = (
            tokens(text, max(0, t.start - NEAR), t.start)[-1:] if known.opens else tokens(text, t.end, t.end + NEAR)[:1]
        )
        counts = any(w.key in known.after or w.key in known.before for w in beside)
        between = text[trigger.end : t.start], text[t.end : place.start]
        if counts and "." not in between[0] and COMMAS.isdisjoint(between[1]) and "." not in between[1]:
            return True
    return False


NEAR = 16
"""Characters beside a length within which the word stands that says from what it is counted."""
