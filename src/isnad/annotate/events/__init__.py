"""What happened: events by kind, status, date, place and participants, each on the clause that says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.corrected import set_right, taken_back
from isnad.annotate.events.finding import SpokenOf, candidates, lay_out_sentences
from isnad.annotate.events.grammar import grammar
from isnad.annotate.events.hurt import of_the_page
from isnad.annotate.events.kinds import Kind, kinds, lexicon
from isnad.annotate.events.making import Sentence
from isnad.annotate.events.merging import settle
from isnad.annotate.events.reasons import WHY
from isnad.annotate.events.signs import hourly
from isnad.annotate.events.unlisted import unlisted
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import Abstention, Citation, Reading, Span

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
    sentences = lay_out_sentences(reading, words)
    for sentence in sentences:
        if hourly(reading.article.words(sentence.span)):
            continue
        told, not_told, then = candidates(reading, sentence, words, triggers, spoken_of)
        spoken_of = spoken_of if sentence.part in ("caption", "byline") else then  # a photographer has done nothing
        found += told
        left += not_told
    found, righted = set_right(of_the_page(found), _taken_back(language, sentences), reading.article.text)
    events, dropped = settle(reading, found)
    nearly = [*left, *(_left(reading, c, reason) for c, reason in dropped)]
    if others := unlisted(reading, sentences, events, nearly, words):
        events, dropped = settle(reading, [*found, *others])
    dropped += [(c, "corrected") for c in righted]
    left += [_left(reading, c, reason) for c, reason in dropped]
    reading = with_field(reading, "abstentions", (*reading.abstentions, *left))
    return with_field(reading, "events", tuple(events))


def _left(reading: Reading, c: Candidate, reason: str) -> Abstention:
    cite = Citation(reading.article.id, c.mention.trigger.start, c.mention.trigger.end)
    said = f"{c.mention.kind}: {reading.article.words(c.mention.trigger)}"
    return Abstention((cite,), said, WHY[reason], reason)


def _taken_back(language: str, sentences: Sequence[Sentence]) -> dict[int, tuple[Span, frozenset[str]]]:
    """By sentence the words that repeat what the paper had told and takes back, and those that stand right behind."""
    found = {}
    for sentence, following in zip_longest(sentences, sentences[1:]):
        items = sentence.layout.items
        part = taken_back(language, sentence.layout, following.layout if following else None)
        if part is not None:
            behind = (*items[part[1] :], *(following.layout.items if following else ()))
            wrong = Span(items[part[0]].start, items[part[1] - 1].end)
            found[sentence.index] = wrong, frozenset(k for i in behind for k in i.keys[:1])
    return found
