"""Article in, spans out: each annotator takes the reading so far and adds its own field."""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec.json import decode, encode
from msgspec.structs import replace

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
    unwrapped = _unwrapped(article)
    reading = Reading(article if unwrapped is None else unwrapped)
    for step in ANNOTATORS:
        reading = step(reading)
    return reading if unwrapped is None else replace(_rejoined(reading), article=article)


def _rejoined(reading: Reading) -> Reading:
    """Return the reading with the words whole that a line's end had parted: names and speakers carry no joint."""
    if _JOINT not in reading.article.text:
        return reading
    return decode(encode(reading).replace(_JOINT.encode(), b""), type=Reading)


def _unwrapped(article: Article) -> Article | None:
    """Return an article with a space for each line end inside its paragraphs, ``None`` when no line is wrapped.

    Whoever reads a text takes a line end for a paragraph's; no character changes its place. A word that a hyphen parts
    at a line's end ("re-/lató") is made whole: joiners of no width, which folding drops, stand for the hyphen and the end.
    """
    wrapped = [p for p in article.own() if "\n" in article.text[p.start : p.end]]
    lines = [line.rstrip() for p in wrapped for line in article.text[p.start : p.end].split("\n")[:-1]]
    heads = [line.lstrip(_MARKS)[:1] for p in wrapped for line in article.text[p.start : p.end].split("\n")[1:]]
    lengths = sorted(map(len, lines)) or [0]
    width = lengths[int(_USUAL * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    wraps = sum(line[-1:] not in _ENDS and len(line) >= _FULL * width for line in lines)
    if wraps < _MOST * len(lines) or sum(map(str.isupper, heads)) > _MOST * len(lines):
        return None  # verse begins each line with a capital
    pieces: list[str] = []
    at = 0
    for p in wrapped:
        whole = _PARTED(lambda m: _JOINER * len(m[0]), article.text[p.start : p.end])
        pieces += (article.text[at : p.start], whole.translate(_SPACES))
        at = p.end
    return replace(article, text="".join((*pieces, article.text[at:])))


_JOINER = "\u200c"
_JOINT = _JOINER * 2
_PARTED = regex.compile(r"(?<=\p{Ll})-\n(?=\p{Ll})").sub
_SPACES = {ord("\n"): " ", ord("\r"): " "}
_ENDS = frozenset(("", *'.!?؟:…»”"'))
"""What a line ends in that ends a sentence, or is empty."""
_MARKS = "«»“”\"'‘’(—– "
_NARROWEST, _WIDEST = 28, 130
"""Characters of the longest of the lines that are wrapped."""
_USUAL = 0.9
"""The share of the lines of which none is longer: one in ten may stick out."""
_FULL, _MOST = 0.75, 0.6
"""How much of that a full line fills, and how many of the lines are full and end amid a sentence; at most as many begin with a capital."""
