"""The trained taggers, and the spans they find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from isnad.annotate.names.features import features
from isnad.annotate.names.words import Word
from isnad.models import weights


class Tagged(Struct, frozen=True, array_like=True):
    """A span of words [first, last) of one type (PER, ORG, LOC, MISC), with the tagger's confidence."""

    first: int
    last: int
    kind: str
    score: float


@cache
def _tagger(language: str) -> tuple[Any, bytes]:
    """The tagger and the bytes of its model, which must outlive it."""
    import pycrfsuite

    model = weights(f"names.{language}.crf").read_bytes()
    made = pycrfsuite.Tagger()
    made.open_inmemory(model)
    return made, model


def tag(words: Sequence[Word], language: str) -> list[Tagged]:
    """Return the names the shipped model finds among the words of one sentence, in order, disjoint."""
    return tag_with(_tagger(language)[0], words, language) if words else []


def tag_with(tagger: Any, words: Sequence[Word], language: str) -> list[Tagged]:
    """Return the names an opened ``pycrfsuite.Tagger`` finds among the words of one sentence, in order, disjoint."""
    labels = tagger.tag(features(words, language))
    found: list[Tagged] = []
    start = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and (label == "O" or label[0] == "B" or label[2:] != labels[start][2:]):
            score = min(tagger.marginal(labels[k], k) for k in range(start, i))
            found.append(Tagged(start, i, labels[start][2:], round(float(score), 3)))
            start = None
        if label != "O" and start is None:
            start = i
    return found
