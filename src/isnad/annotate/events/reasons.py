"""Why a word that seems to tell an event told none, in words for a reader."""

from __future__ import annotations

from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.model import Abstention, Citation, Reading, Span


def abstained(reading: Reading, layout: Layout, hit: Hit, reason: str) -> Abstention:
    """Return what is kept of a trigger that made no event: its words, their place, the reason's key and its words."""
    items = layout.items
    span = Span(items[hit.first].start, items[hit.last].end)
    words = reading.article.words(span)
    cite = Citation(reading.article.id, span.start, span.end)
    return Abstention((cite,), f"{hit.trigger.kind}: {words}", WHY.get(reason, "what it takes is not said"), reason)


WHY = {
    "conditional": "said under a condition",
    "asked": "asked, not said",
    "habitual": "said of what happens in general",
    "negated": "said not to have happened, though nobody denies it",
    "wished-for": "asked for, proposed or refused, not said to have happened",
    "possible": "said to be possible only",
    "purpose": "said to be the purpose of something else",
    "infinitive": "named, without a verb that says whether it happened",
    "nobody-named": "nobody is named who took part",
    "noun-alone": "named, without anything said of it",
    "inside-quotation": "spoken by somebody quoted, as a hope or without naming anybody",
    "general": "told in the plural, of no one occasion",
    "heading": "a heading, which the text does not bear out",
    "corrected": "taken back by the page, which tells it otherwise",
    "undated": "told without a date and without enough else to stand by itself",
}
