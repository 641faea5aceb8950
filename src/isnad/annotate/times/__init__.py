"""Words that say when, as intervals: found by a grammar of each language, anchored to the page's own date."""

from __future__ import annotations

from isnad.annotate.sentences import with_field
from isnad.annotate.times.anchoring import Anchor
from isnad.annotate.times.grammar import Found, find
from isnad.languages import LANGUAGES
from isnad.model import Abstention, Article, Reading, TimeExpression
from isnad.model.base import Citation, Interval


def find_times(reading: Reading) -> Reading:
    """Return the reading with every time expression of the article's own words."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    times: list[TimeExpression] = []
    missing: list[Abstention] = []
    for sentence in reading.sentences:
        for found in find(article.text, sentence.start, sentence.end, article.language):
            made = resolve(found, article)
            times.append(made)
            if made.kind == "date" and made.interval is None:
                cite = Citation(article.id, made.start, made.end)
                why = "the page's own date is unknown, and the words count from it"
                missing.append(Abstention((cite,), made.text, why, "unanchored-date"))
    return with_field(with_field(reading, "times", tuple(times)), "abstentions", (*reading.abstentions, *missing))


def resolve(found: Found, article: Article) -> TimeExpression:
    """Return the expression with the interval it means on that article's page."""
    words = article.text[found.start : found.end]
    if found.kind != "date":
        return TimeExpression(found.kind, found.start, found.end, words, days=found.days)
    anchor = Anchor(article.published)
    interval = anchor.interval(found, words)
    if interval is not None:
        cites = (Citation(article.id, found.start, found.end),)
        interval = Interval(interval.start, interval.end, interval.precision, interval.basis, cites)
    return TimeExpression(
        "date", found.start, found.end, words, interval, modifier=found.modifier, relative=found.relative
    )


__all__ = ["find_times", "resolve"]
