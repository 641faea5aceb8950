"""The sentences of an article's own parts; a part's end always ends a sentence."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec.structs import replace

from isnad.languages import available, table
from isnad.model import Abstention, Citation, Reading, Span
from isnad.text import sentences


@cache
def _abbreviations(language: str) -> frozenset[str]:
    """The language's abbreviations, or everybody's when the language is not one of ours."""
    known = available("text")
    codes = (language,) if language in known else known
    return frozenset(a for code in codes for a in table(code, "text")["abbreviations"])


LONGEST_ARTICLE = 60_000
"""Characters of an article's own words that are annotated; beyond them the rest is kept, cited by nobody, and said."""
LONGEST_SENTENCE = 2_500
"""Characters of the longest stretch taken as one sentence; what runs longer is cut at a space."""


def split_sentences(reading: Reading) -> Reading:
    """Add ``sentences``: spans in reading order, none across two parts, none of endless length."""
    article = reading.article
    found: list[Span] = []
    taken = 0
    notes = reading.abstentions
    for part in article.own():
        if taken + part.end - part.start > LONGEST_ARTICLE:
            cite = Citation(article.id, part.start, min(part.end, part.start + 200))
            why = f"only the first {LONGEST_ARTICLE:,} characters of an article are searched for claims"
            notes = (*notes, Abstention((cite,), "the rest of a very long article", why, "too-long"))
            break
        taken += part.end - part.start
        for sentence in sentences(article.text, part.start, part.end, _abbreviations(article.language)):
            found += _cut(article.text, sentence)
    return replace(reading, sentences=tuple(found), abstentions=notes)


def _cut(text: str, sentence: Span) -> list[Span]:
    """A sentence in stretches of bearable length."""
    out = []
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        at = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        at = at if at > 0 else start + LONGEST_SENTENCE
        out.append(Span(start, at))
        start = at
    out.append(Span(start, sentence.end))
    return out


def with_field(reading: Reading, name: str, value: tuple[object, ...]) -> Reading:
    """Return the reading with one of its fields set."""
    return msgspec.structs.replace(reading, **{name: value})
