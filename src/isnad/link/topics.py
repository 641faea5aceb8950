"""What each article is about, in little: its heaviest concepts, names and numbers, for meeting its like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import itemgetter

from msgspec import Struct

from isnad.link.bodies import is_anchor
from isnad.link.concepts import Key, unit, vector
from isnad.model import Reading

BODY_WORDS = 350
"""Words of an article looked at: its beginning says what it is about."""
KEPT = 120
"""Concepts, names and numbers kept of an article, the heaviest."""
HEAVIEST, ANCHORS = 24, 16
"""Concepts, and numbers and names beside them, under which an article meets those of other languages."""


class Topic(Struct, frozen=True):
    """What an article is about: a unit vector of its heaviest concepts, heaviest first; its day, if it is dated."""

    article: str
    language: str
    day: date | None
    words: dict[Key, float]

    def meets(self) -> tuple[Key, ...]:
        """Return the heaviest concepts, and the heaviest names and numbers, each once."""
        anchors = [k for k in self.words if is_anchor(k)][:ANCHORS]
        return tuple(dict.fromkeys([*list(self.words)[:HEAVIEST], *anchors]))


def topic_of(reading: Reading) -> Topic:
    """Return what an article is about, its title counting twice."""
    a = reading.article
    text = " ".join(a.text[p.start : p.end] for p in a.own() if p.kind != "caption")
    opening = " ".join(text.split()[:BODY_WORDS])
    title = a.title or ""
    found = vector(f"{title} {title} {opening}", a.language)
    return Topic(a.id, a.language, a.published.start if a.published else None, heaviest(found, KEPT))


def heaviest(v: Mapping[Key, float], most: int) -> dict[Key, float]:
    """Return the heaviest entries of a vector, in order, as a unit vector; equals in the order they came."""
    return unit(dict(sorted(v.items(), key=itemgetter(1), reverse=True)[:most]))


def topics(readings: Iterable[Reading]) -> list[Topic]:
    """Return the topic of each reading."""
    return [topic_of(r) for r in readings]
