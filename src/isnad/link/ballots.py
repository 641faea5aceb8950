"""The other side of a vote: "by 31 votes to 29", «31 صوتا مقابل 29», "three abstentions". It is told with the first, and no number of its own to dispute."""

from __future__ import annotations

from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.link.voicing import Phrase, holds
from isnad.model import FigureMention, Reading
from isnad.text import fold_key, tokens

SIDE = 45
"""Characters from the votes of one side to those of the other."""
BEHIND = 25
"""Characters behind a number within which stands that they are against."""


def losing(r: Reading) -> frozenset[int]:
    """Return which numbers of a page are votes of the side told second."""
    language = r.article.language
    if language not in LANGUAGES:
        return frozenset()
    cast = [(k, f) for k, f in enumerate(r.numbers) if _votes(f)]
    return frozenset(
        k
        for k, f in cast
        if any(f.start - SIDE < g.end <= f.start and _opposed(r, g, f) for _, g in cast if g is not f)
    )


def _votes(f: FigureMention) -> bool:
    return f.unit == "votes" or (f.unit == "people" and fold_key(f.quantity) in voting())


def _opposed(r: Reading, first: FigureMention, other: FigureMention) -> bool:
    """True when "to" or "against" leads from the first to the other, or "against", "abstentions" stands behind the other."""
    text, (led, named) = r.article.text, _turns(r.article.language)
    between = [fold_key(t.text) for t in tokens(text, first.end, other.start)]
    behind = [fold_key(t.text) for t in tokens(text, other.start, min(len(text), other.end + BEHIND))]
    return holds(led, between) or holds(named, behind)


@cache
def _turns(language: str) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The phrases that lead to the other side of a vote, and those that name it."""
    own = table(language, "numbers")["elided"]
    led, named = (tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in own[k]) for k in ("against", "opposing"))
    return led, named


@cache
def voting() -> frozenset[str]:
    """Return the folded nouns for votes."""
    return frozenset(
        fold_key(w) for language in LANGUAGES for w in table(language, "numbers")["beside_people"]["votes"]
    )
