"""Days told by their distance from another: "freed on Sunday, two days after his arrest" dates the arrest too."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from msgspec import Struct

from isnad.languages import table
from isnad.model import Interval, Reading, Span, TimeExpression
from isnad.text import fold_key, tokens

LONGEST = 31
"""Days from which a length is too round to count a day by."""
WORDS = 4
"""Words that may stand between a length and what it is counted from."""


class _Words(Struct, frozen=True):
    after: frozenset[str]
    before: frozenset[str]
    link: frozenset[str]
    opens: bool


@cache
def _words(language: str) -> _Words:
    found = table(language, "grammar")["distance"]
    after, before, link = (frozenset(fold_key(w) for w in found[k]) for k in ("after", "before", "link"))
    return _Words(after, before, link, bool(found["opens"]))


def at_distance(reading: Reading, sentence: Span, trigger: Span, date: Interval | None) -> Interval | None:
    """Return the date of what a length is counted from: the sentence's day less the length ("after"), or more ("before").

    What no length is counted from keeps its date; where the length is too long or the day no single one, there is none.
    """
    if date is None:
        return None
    lengths = (
        t for t in reading.times if t.kind == "duration" and t.days and sentence.start <= t.start < trigger.start
    )
    for t in lengths:
        way = _way(reading, sentence, t, trigger)
        if way:
            if date.days > 1 or (t.days or 0) > LONGEST:
                return None
            day = date.start + timedelta(days=way * (t.days or 0))
            cite = t.span.cite(reading.article.id)
            return Interval(day, day, "day", f"{date.basis}; “{t.text}” away", (*date.cites, cite))
    return date


def _way(reading: Reading, sentence: Span, length: TimeExpression, trigger: Span) -> int:
    """-1 where a length stands "after" what the trigger tells, 1 where "before", 0 where it is counted from something else."""
    words, text = _words(reading.article.language), reading.article.text
    between = [fold_key(t.text) for t in tokens(text, length.end, trigger.start)]
    if not 1 <= len(between) <= WORDS:
        return 0
    if words.opens:
        # «بعد يومين على توقيفه»: the word stands before the length.
        head = [fold_key(t.text) for t in tokens(text, sentence.start, length.start)][-1:]
        rest = between
    else:
        head, rest = between[:1], between[1:]
    if not head or not words.link.issuperset(rest):
        return 0
    return -1 if head[0] in words.after else 1 if head[0] in words.before else 0
