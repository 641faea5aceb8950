"""What each article is about, in little: its heaviest concepts, names and numbers, for meeting its like."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, pairwise
from operator import itemgetter

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.bodies import is_anchor
from isnad.link.concepts import Key, Said, said, stem, unit, weighed
from isnad.link.counting import WORDS
from isnad.model import Reading, Span
from isnad.text import fold_key

BODY_WORDS = 350
"""Words of an article looked at: its beginning says what it is about."""
KEPT = 120
"""Concepts, names and numbers kept of an article, the heaviest."""
HEAVIEST, ANCHORS = 24, 16
"""Concepts, and numbers and names beside them, under which an article meets those of other languages."""


class Topic(Struct, frozen=True, eq=False, gc=False):
    """What an article is about: a unit vector of its heaviest concepts, heaviest first; its day, if it is dated.

    The vector is held packed, in a quarter of the memory of a table; the tables of the latest asked for are kept.
    """

    article: str
    language: str
    day: date | None
    keys: tuple[Key, ...]
    weights: array[float]

    @property
    def words(self) -> dict[Key, float]:
        """The vector: concepts, names and numbers with their weights."""
        return _unpacked(self)

    def meets(self) -> tuple[Key, ...]:
        """Return the heaviest concepts, and the heaviest names and numbers, each once."""
        anchors = [k for k in self.keys if is_anchor(k)][:ANCHORS]
        return tuple(dict.fromkeys([*self.keys[:HEAVIEST], *anchors]))


@lru_cache(maxsize=2048)
def _unpacked(topic: Topic) -> dict[Key, float]:
    return dict(zip(topic.keys, topic.weights, strict=True))


def topic_of(reading: Reading, without: Sequence[Span] = ()) -> Topic:
    """Return what an article is about, its title counting twice; ``without`` are sentences that say nothing of it."""
    a = reading.article
    text = " ".join(a.text[p.start : p.end] for p in a.own() if p.kind != "caption")
    for s in without:
        text = text.replace(a.text[s.start : s.end], " ")
    opening, title = text.split()[:BODY_WORDS], (a.title or "").split()
    words = said(" ".join([*title, *title, *opening]), a.language)
    found = heaviest(weighed([w for w in words if not _said_of_all(w, a.language)], a.language), KEPT)
    day = a.published.start if a.published else None
    return Topic(a.id, a.language, day, tuple(found), array("d", found.values()))


_OF_ALL = ("time", "counting", "offices")


def _said_of_all(words: Said, language: str) -> bool:
    """True of words that pages of every matter say: of time, number and office."""
    common = _common(language)
    return bool(words.words) and all(w in common or stem(w, language) in common for w in words.words)


@cache
def _common(language: str) -> frozenset[str]:
    """The words that tell no matter from others, folded, and their stems."""
    if language not in LANGUAGES:
        return frozenset()
    data = table(language, "common")
    listed = " ".join(chain.from_iterable(data[k] for k in _OF_ALL))
    words = WORDS.findall(fold_key(listed))
    return frozenset((*words, *(stem(w, language) for w in words)))


def heaviest(v: Mapping[Key, float], most: int) -> dict[Key, float]:
    """Return the heaviest entries of a vector, in order, as a unit vector; equals in the order they came."""
    return unit(dict(sorted(v.items(), key=itemgetter(1), reverse=True)[:most]))


def topics(readings: Sequence[Reading]) -> list[Topic]:
    """Return the topic of each reading; sentences that stand under many articles of other matters are left out."""
    return [topic_of(r, found) for r, found in zip(readings, _everywhere(readings), strict=True)]


EVERYWHERE, SHARE = 4, 0.2
"""Articles, and share of all, in which a sentence stands that says nothing of any of them."""
OTHERS = 0.6
"""Share of an article's words in such sentences from which it is a text that many print, not one with boilerplate."""


def _everywhere(readings: Sequence[Reading]) -> list[tuple[Span, ...]]:
    """For each reading the sentences that most likely slipped through extraction: word for word in many articles."""
    hashes, ends = array("q"), array("q")
    for r in readings:
        hashes.extend([hash(fold_key(r.article.words(s))) for s in r.sentences])
        ends.append(len(hashes))
    rows = [hashes[start:end] for start, end in pairwise((0, *ends))]
    least = max(EVERYWHERE, SHARE * len(readings))
    counts = Counter(chain.from_iterable(map(set, rows)))
    common = {h for h, n in counts.items() if n >= least}
    if not common:
        return [()] * len(readings)
    out: list[tuple[Span, ...]] = []
    for r, row in zip(readings, rows, strict=True):
        found = tuple(s for s, h in zip(r.sentences, row, strict=True) if h in common)
        whole = sum(s.end - s.start for s in r.sentences)
        out.append(found if sum(s.end - s.start for s in found) < OTHERS * whole else ())
    return out
