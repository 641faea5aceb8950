"""Article in, spans out: each annotator takes the reading so far and adds its own field."""

from __future__ import annotations

from collections.abc import Callable

from isnad.annotate.agreements import find_agreements
from isnad.annotate.answering import find_answers
from isnad.annotate.credits import find_credits
from isnad.annotate.denials import find_denials
from isnad.annotate.events import find_events
from isnad.annotate.figures import find_figures
from isnad.annotate.moneys import settle_moneys
from isnad.annotate.names import find_names
from isnad.annotate.outcomes import find_outcomes
from isnad.annotate.quotations import find_quotations
from isnad.annotate.sentences import split_sentences
from isnad.annotate.things import find_counts
from isnad.annotate.times import find_times
from isnad.model import Article, Reading

Annotator = Callable[[Reading], Reading]

ANNOTATORS: tuple[Annotator, ...] = (
    split_sentences,
    find_times,
    find_figures,
    find_counts,
    find_answers,
    find_names,
    settle_moneys,
    find_credits,
    find_quotations,
    find_events,
    find_agreements,
    find_outcomes,
    find_denials,
)
"""The order matters: sentences, times, figures, counts, answers, names, whose money, credits, quotations, events, agreements, outcomes, denials."""


def annotate(article: Article) -> Reading:
    """Return the reading of an article: everything found in its own words, nothing in its chrome."""
    reading = Reading(article)
    for step in ANNOTATORS:
        reading = step(reading)
    return reading
