"""The sentences of an article's own parts; a part's end always ends a sentence."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec.structs import replace

from isnad.languages import available, table
from isnad.model import Reading, Span
from isnad.text import sentences


@cache
def _abbreviations(language: str) -> frozenset[str]:
    """The language's abbreviations, or everybody's when the language is not one of ours."""
    known = available("text")
    codes = (language,) if language in known else known
    return frozenset(a for code in codes for a in table(code, "text")["abbreviations"])


def split_sentences(reading: Reading) -> Reading:
    """Add ``sentences``: spans in reading order, none across two parts."""
    article = reading.article
    found: list[Span] = []
    for part in article.own():
        found += sentences(article.text, part.start, part.end, _abbreviations(article.language))
    return replace(reading, sentences=tuple(found))


def with_field(reading: Reading, name: str, value: tuple[object, ...]) -> Reading:
    """Return the reading with one of its fields set."""
    return msgspec.structs.replace(reading, **{name: value})
