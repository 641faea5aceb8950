"""What is put off to another day: that it was put off is told, and on the new day it is planned ("moved *the hearing* to 4 April")."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.dating import put_off_to
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.kinds import kinds
from isnad.annotate.events.making import Sentence, make_candidate
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.roles import find_parts
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Interval, Reading

FAR = 16
"""Items between a word for putting off and what is put off or its new day."""


def moved(
    reading: Reading,
    sentence: Sentence,
    hits: Sequence[Sequence[Hit]],
    leads: Sequence[Hit],
    found: list[Candidate],
    grammar: Grammar,
) -> list[Candidate]:
    """Return the candidates of a sentence with what is put off planned for its new day, in the place of its bare name."""
    puts = setting(grammar.language).put_off
    put = next(
        (h for readings in hits for h in readings if _off(h) and not puts.isdisjoint(h.trigger.lemma.split())), None
    )
    if put is None:
        return found
    day = _new_day(reading, sentence, put)
    if day is None:
        return found
    thing = next((h for readings in hits for h in readings if _put_off(h, put, sentence.layout)), None)
    if thing is None:
        return found
    kind, layout = kinds()[thing.trigger.kind], sentence.layout
    parts = find_parts(layout, thing, reading.mentions, grammar, len(layout.items), 0, ())
    made = make_candidate(reading, sentence, thing, leads, kind, parts, "planned", grammar)
    if made is None or any(c.mention.kind == kind.name and c.mention.date == day and not c.bare for c in found):
        return found
    kept = [
        c
        for c in found
        if not (c.mention.trigger.touches(made.mention.trigger) and (c.bare or c.mention.kind == kind.name))
    ]
    told = replace(made.mention, date=day, status="planned")
    named = bool(told.participants) or told.place is not None
    return [*kept, replace(made, mention=told, firm=True, dated=True, bare=False, lone=not named, back=False)]


def _off(hit: Hit) -> bool:
    return hit.trigger.kind in ("suspension", "court") and (
        hit.verb is None or hit.verb.tense not in ("conditional", "infinitive")
    )


def _put_off(hit: Hit, put: Hit, layout: Layout) -> bool:
    """True for a noun that names what is put off, in the clause of the verb that says so."""
    apart = hit.last < put.first or hit.first > put.last
    if (
        hit.trigger.sort != "noun"
        or not apart
        or hit.trigger.kind == put.trigger.kind
        or hit.trigger.kind not in table("shared", "kinds")["set_for"]
    ):
        return False
    if layout.labels[hit.first] not in ("bare", "of", "time"):
        return False  # "put off *for a strike*"
    low, high = sorted((put.first, hit.first))
    between = (layout.borders.get(j) for j in range(low + 1, high))
    return high - low <= FAR and not any(b in ("that", "hard") for b in between)


def _new_day(reading: Reading, sentence: Sentence, put: Hit) -> Interval | None:
    """The day to come right behind "to" or "until" in the same sentence."""
    published, text, at = reading.article.published, reading.article.text, sentence.layout.items[put.first].start
    for t in reading.times:
        if t.kind != "date" or t.interval is None or not sentence.span.start <= t.start < sentence.span.end:
            continue
        later = published is None or t.interval.end > published.end
        if later and t.start > at and put_off_to(text, t.span, reading.article.language):
            return t.interval
    return None
