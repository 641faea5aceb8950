"""What speaks for two articles telling of one matter, added up as odds, each in words.

The weights are those of a logistic regression over the pairs of articles of this project's own corpora, rounded; how it does on a
corpus that it was not made from is in docs/how/copies.md. The more articles there are, the less likely any two of them tell of one
matter: that is the prior.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from isnad.link.bodies import is_anchor
from isnad.link.concepts import Key, Vector, cosine, unit, vector
from isnad.link.naming import Named, named_in
from isnad.link.topics import Topic
from isnad.link.topics import topics as all_topics
from isnad.model import EntityGroup, Reading
from isnad.text import script_of

WORDS = 15.0
PERSON, TOWN, BODY, FIGURE, ANCHOR = 4.0, 1.2, 1.4, 2.0, 0.3
MOST = {"person": 3, "town": 2, "body": 3, "figure": 3, "anchor": 4, "stranger": 4}
"""How many people, towns, bodies, figures, numbers and names' sounds count."""
PASSING = 0.5
"""What one whom an article names late alone tells of its matter beside those whom it opens with."""
STRANGERS = -0.37
"""Of two articles that each name some whom others name too, and none in common: for each, of the one that names fewer."""
ABROAD = -0.8
"""Of two articles that speak of places of other states."""
ONE_LANGUAGE, ONE_SCRIPT = -1.5, -0.9
"""In one language words are alike by themselves; in one script names are recognised and words weigh heavier."""
FRESH, STALE = 0.8, -0.8
NEAR_DAYS, FAR_DAYS = 30, 900
"""Days within which nearness speaks for, beyond which distance speaks against; in between, in proportion."""
UNDATED = 0.75
"""Of two of which one alone has a day: half of what nearness would say, for not to print the day is no distance."""
PRIOR, PER_ARTICLES, USUAL = -2.0, 1.3, 10
"""The odds of a pair before anything is known of it, in a corpus of the usual size; each e-fold of articles costs so much."""
MIDDLE = 1.25
"""How much more an article is like the middle of its story than like the other articles of it."""
RARE, RARE_SHARE = 30, 0.02
"""Articles, and share of all, in which a name or number may stand that is to tell one matter from others."""
LEAST_COUNT = 10
"""What a figure counts at least that tells its matter."""
SHORT = 0.5
"""What a number of one or two digits tells beside a longer one."""
BEST, LEAST, MOST_ODDS = 0.1, -4.4, 6.0
"""Share of the strongest of the pairs of two stories in what is believed of the two; the odds, at least and at most, the others count with."""
KINDS = ("person", "place", "organization")
LATEST = 8
KEPT = 200
"""Concepts kept of a growing story, the heaviest."""


class Item(Struct, frozen=True, gc=False):
    """An article as the stream sees it: when, its concepts, whom and what it names, its numbers and names' sounds."""

    topic: Topic
    named: Named
    anchors: frozenset[Key]
    script: str | None
    figures: frozenset[Key] = frozenset()
    """What it counts, as it was read, with its unit: "trois cents morts" and «300 قتيل»."""
    tells: Mapping[Key, float] = {}
    """How much each name, town and number tells its matter from others, 0–1: what stands in most articles tells nothing."""

    @property
    def article(self) -> str:
        """The article's id."""
        return self.topic.article

    @property
    def day(self) -> date | None:
        """Its day, if it is dated."""
        return self.topic.day

    @property
    def words(self) -> Vector:
        """Its concepts, as a unit vector."""
        return self.topic.words

    def meets(self, other: Item) -> bool:
        """True when both name somebody or something, or share a number or a name's sound."""
        a, b = self.named, other.named
        return not (
            a.people.isdisjoint(b.people)
            and a.towns.isdisjoint(b.towns)
            and a.bodies.isdisjoint(b.bodies)
            and self.anchors.isdisjoint(other.anchors)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """All it names that may tell its matter from others, in a stable order."""
        return tuple(sorted(self.named.people | self.named.towns))


class Matter(Struct, frozen=True, gc=False):
    """What speaks for one matter: log-odds, and what they were added up from, which the reasons say in words."""

    odds: float
    words: float
    shared: tuple[int, int, int, int, int]
    days: int | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one matter, in words."""
        said = [f"{self.words:.0%} of their concepts weigh alike"]
        for n, (one, many) in zip(self.shared, _SHARED, strict=True):
            if n:
                said.append(f"{n} {one if n == 1 else many} in common")
        if self.days is not None:
            said.append("the same days" if self.days == 0 else f"{self.days} day{'s' * (self.days > 1)} apart")
        return tuple(said)


_SHARED = (
    ("person", "people"),
    ("town", "towns"),
    ("organisation", "organisations"),
    ("figure", "figures"),
    ("number or unusual name", "numbers and unusual names"),
)


def likely(matter: Matter) -> float:
    """Return the likelihood, 0–1, that the two tell of one matter."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, matter.odds))))


def add_up(a: Item, b: Item, middle: float, days: int | None, total: int, alone: bool = False) -> Matter:
    """Return what speaks for two articles, of ``total``, telling of one matter.

    ``middle`` is the likeness to the middle of the other's story, of which the other is the only article when ``alone``;
    ``days`` is the time between the article and that story.
    """
    words = middle if alone else max(cosine(a.words, b.words), middle / MIDDLE)
    people, towns = a.named.people & b.named.people, a.named.towns & b.named.towns
    bodies, anchors, figures = a.named.bodies & b.named.bodies, a.anchors & b.anchors, a.figures & b.figures
    odds = PRIOR - PER_ARTICLES * math.log(max(total, USUAL) / USUAL) + WORDS * words
    odds += PERSON * _told(a, b, people, MOST["person"]) + TOWN * _told(a, b, towns, MOST["town"])
    odds += BODY * _told(a, b, bodies, MOST["body"]) + ANCHOR * _told(a, b, anchors, MOST["anchor"])
    odds += FIGURE * _told(a, b, figures, MOST["figure"])
    if a.topic.language == b.topic.language:
        odds += ONE_LANGUAGE
    elif a.script == b.script:
        odds += ONE_SCRIPT
    if not (people or towns or bodies):
        odds += STRANGERS * min(MOST["stranger"], a.named.many, b.named.many)
    if a.named.states and b.named.states and a.named.states.isdisjoint(b.named.states):
        odds += ABROAD
    if days is None:
        odds += UNDATED if a.day or b.day else 0.0
    else:
        odds += FRESH + (STALE - FRESH) * min(1.0, max(0, days - NEAR_DAYS) / (FAR_DAYS - NEAR_DAYS))
    return Matter(odds, words, (len(people), len(towns), len(bodies), len(figures), len(anchors)), days)


def with_whole(found: Sequence[Matter]) -> Matter:
    """Return the strongest of what speaks for the articles of two stories, its odds tempered by the mean of all."""
    return tempered(max(found, key=lambda m: m.odds), sum([within_reason(m.odds) for m in found]) / len(found))


def tempered(best: Matter, mean: float) -> Matter:
    """Return what is believed of two stories by their strongest pair and the mean of the odds of all pairs.

    One article that names in passing what another story is about does not make the two stories one.
    """
    return Matter(BEST * best.odds + (1 - BEST) * mean, best.words, best.shared, best.days)


def within_reason(odds: float) -> float:
    """Return the odds as they count in a mean: a pair however unlike does not outweigh the rest."""
    return max(LEAST, min(MOST_ODDS, odds))


def _told(a: Item, b: Item, shared: frozenset[Key] | frozenset[str], most: int) -> float:
    """How much the most telling of what two articles share tells, as a number of names that only the two have."""
    if not shared:
        return 0.0
    late = a.named.passing | b.named.passing
    return sum(sorted([a.tells.get(k, 1.0) * (PASSING if k in late else 1.0) for k in shared], reverse=True)[:most])


def telling(spread: int, articles: int) -> float:
    """Return how much a name in ``spread`` of so many articles tells one matter from others, 0–1: 1 in two, 0 in all.

    The logarithm of the share, as in inverse document frequency (Spärck Jones 1972), in proportion to the rarest that can be shared.
    """
    if spread <= 2 or articles <= 2:
        return 1.0
    return max(0.0, math.log(articles / spread) / math.log(articles / 2))


class Growing:
    """A story as it grows: the sum of its articles' concepts, its latest articles, and its days."""

    def __init__(self, item: Item) -> None:
        self.articles = [item.article]
        self.latest = [item]
        self._days: list[date] = [item.day] if item.day else []
        self._sum = dict(item.words)
        self._length = 1.0

    @property
    def first(self) -> date | None:
        """The earliest day of an article."""
        return self._days[0] if self._days else None

    @property
    def last(self) -> date | None:
        """The latest day of an article."""
        return self._days[-1] if self._days else None

    @property
    def words(self) -> dict[Key, float]:
        """The middle of its articles' concepts, as a unit vector."""
        return unit(self._sum)

    def like(self, words: Vector) -> float:
        """Return how alike the middle of the story and a unit vector are, 0–1."""
        return cosine(self._sum, words) / self._length if self._length else 0.0

    def take(self, item: Item) -> None:
        """Add one article. O(its length), whatever the story's."""
        self.articles.append(item.article)
        self.latest = [*self.latest[1 - LATEST :], item]
        if item.day:
            insort(self._days, item.day)
        for k, x in item.words.items():
            self._sum[k] = self._sum.get(k, 0.0) + x
        if len(self._sum) > 2 * KEPT:
            self._sum = dict(sorted(self._sum.items(), key=lambda e: -e[1])[:KEPT])
        self._length = math.sqrt(sum([x * x for x in self._sum.values()]))

    def days_to(self, day: date | None) -> int | None:
        """Return the days between a day and the story, 0 inside it; ``None`` when either is undated."""
        if day is None or not self._days:
            return None
        return max((self._days[0] - day).days, (day - self._days[-1]).days, 0)


def items_of(readings: Sequence[Reading], entities: Sequence[EntityGroup], topics: Sequence[Topic] = ()) -> list[Item]:
    """Return the articles as the stream sees them; what stands in many articles tells no matter from others."""
    about = topics or all_topics(readings)
    most = max(RARE, RARE_SHARE * len(readings))
    telling_of = [[k for k in t.keys if k.__class__ is str and _telling(k)] for t in about]
    spread = Counter(k for strange in telling_of for k in strange)
    named = named_in(readings, entities, most)
    counted_in = [_figures(r) for r in readings]
    counts = Counter(k for found in counted_in for k in found)
    sounds = _sounds_of_names(readings, entities)
    weight: dict[Key, float] = {k: telling(n, len(readings)) * _size(k) for k, n in spread.items() if 1 < n <= most}
    weight |= {g.id: telling(len({m.article for m in g.members}), len(readings)) for g in entities if g.kind in KINDS}
    weight |= {k: telling(n, len(readings)) for k, n in counts.items() if 1 < n <= most}
    items = []
    for r, t, strange, found in zip(readings, about, telling_of, counted_in, strict=True):
        n = named[t.article]
        # A name that is known by its bearer already is not counted again by its sound.
        counted = {s for e in n.people | n.towns for s in sounds.get(e, ())}
        anchors = frozenset([k for k in strange if spread[k] <= most and k not in counted])
        figures = frozenset([k for k in found if counts[k] <= most])
        tells: dict[Key, float] = {k: weight[k] for k in (*n.all, *anchors, *figures) if weight.get(k, 1.0) < 1.0}
        script = script_of(r.article.title or r.article.text[:400])
        items.append(Item(t, n, anchors, script, figures, tells))
    return items


def _figures(reading: Reading) -> frozenset[Key]:
    """What an article counts in its own words; small numbers are counts of much else."""
    own = [p for p in reading.article.own() if p.kind != "caption"]
    return frozenset(
        f"{f.value:g} {f.unit}"
        for f in reading.figures
        if not isinstance(f.value, tuple) and f.value >= LEAST_COUNT and any(p.start <= f.start < p.end for p in own)
    )


def _sounds_of_names(readings: Sequence[Reading], entities: Sequence[EntityGroup]) -> dict[str, frozenset[Key]]:
    """For each person and place, the keys that the words of its printed forms have in the space of concepts."""
    by_id = {r.article.id: r for r in readings}
    found: dict[str, frozenset[Key]] = {}
    for g in entities:
        if g.kind in ("person", "place") and len(g.members) > 1:
            forms = {(by_id[m.article].mentions[m.index].text, by_id[m.article].article.language) for m in g.members}
            found[g.id] = frozenset(k for text, language in forms for k in _name_keys(text, language))
    return found


@lru_cache(maxsize=16384)
def _name_keys(text: str, language: str) -> frozenset[Key]:
    return frozenset(k for k in vector(text, language) if is_anchor(k))


def _size(key: Key) -> float:
    """How much a number's length lets it tell: a number of two digits stands in many a text by chance."""
    return SHORT if str(key)[0] == "#" and len(str(key)) <= 3 else 1.0


@lru_cache(maxsize=32768)
def _telling(key: Key) -> bool:
    """True of a number or name's sound that may tell a matter from others: a year does not."""
    return is_anchor(key) and not (str(key)[1:].isdigit() and len(str(key)) == 5 and str(key)[1:3] in ("19", "20"))
