"""What happened: events by kind, status, date, place and participants, each on the clause that says so."""

from __future__ import annotations

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.finding import SpokenOf, candidates, lay_out_sentences
from isnad.annotate.events.grammar import grammar
from isnad.annotate.events.kinds import Kind, kinds, lexicon
from isnad.annotate.events.merging import settle
from isnad.annotate.events.reasons import WHY
from isnad.annotate.events.signs import hourly
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import Abstention, Citation, Reading

__all__ = ["Kind", "find_events", "kinds"]


def find_events(reading: Reading) -> Reading:
    """Return the reading with its events, and with an abstention for every trigger that was not claimed."""
    language = reading.article.language
    if language not in LANGUAGES:
        return reading
    words, triggers = grammar(language), lexicon(language)
    found: list[Candidate] = []
    left: list[Abstention] = []
    spoken_of = SpokenOf()
    for sentence in lay_out_sentences(reading, words):
        if hourly(reading.article.words(sentence.span)):
            continue
        told, not_told, spoken_of = candidates(reading, sentence, words, triggers, spoken_of)
        found += told
        left += not_told
    events, dropped = settle(reading, found)
    for c, reason in dropped:
        cite = Citation(reading.article.id, c.mention.trigger.start, c.mention.trigger.end)
        said = f"{c.mention.kind}: {reading.article.words(c.mention.trigger)}"
        left.append(Abstention((cite,), said, WHY[reason], reason))
    reading = with_field(reading, "abstentions", (*reading.abstentions, *left))
    return with_field(reading, "events", tuple(events))
