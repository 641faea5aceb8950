"""Articles, in any language, about the same unfolding matter: a stream of articles, each joining the story it is most like.

Likeness is that of concepts (the space of four languages) and of who and what is named; time makes it easier or harder.
The number of stories is not given, and a new article joins without recomputing the others.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from isnad.link.concepts import Key, Vector, add, cosine, unit, vector
from isnad.model import Copy, EntityGroup, Reading, Story

JOIN = 0.31
"""Likeness from which an article joins a story; two stories are joined from a little above."""
WORDS, NAMES, ALONE = 0.5, 0.5, 0.8
WEIGHT = {"person": 2.0, "organization": 1.5, "place": 1.0}
NEAR_DAYS, FAR_DAYS = 30, 900
FAR_PENALTY = 0.06
BODY_WORDS = 350
"""Words of an article looked at: its beginning says what it is about."""


class _Item(Struct, frozen=True):
    article: str
    day: date | None
    words: dict[Key, float]
    names: dict[Key, float]
    reading: Reading


class _Growing:
    """A story as it grows: the sums of its articles' vectors, and the days it spans."""

    def __init__(self, item: _Item) -> None:
        self.items = [item]
        self.words: Vector = item.words
        self.names: Vector = item.names

    def take(self, items: Sequence[_Item]) -> None:
        self.items += items
        self.words = add([i.words for i in self.items])
        self.names = add([i.names for i in self.items])

    def days_to(self, day: date | None) -> int:
        known = [i.day for i in self.items if i.day]
        return min((abs((day - d).days) for d in known), default=0) if day else 0


def find_stories(
    readings: Sequence[Reading], entities: Sequence[EntityGroup], copies: Sequence[Copy] = ()
) -> tuple[Story, ...]:
    """Return a partition of the articles into stories, in order of their first article; copies share a story."""
    items = sorted(_items(readings, entities), key=lambda i: (i.day or date.max, i.article))
    stories: list[_Growing] = []
    index: dict[Key, set[int]] = defaultdict(set)
    for item in items:
        near: Counter[int] = Counter()
        for key in (*_strongest(item.words, 25), *_strongest(item.names, 12)):
            for n in index[key]:
                near[n] += 1
        scored = [(likeness(stories[n], item), n) for n, _ in near.most_common(40)]
        best = max(scored, default=(0.0, -1))
        n = best[1]
        if best[0] >= JOIN:
            stories[n].take([item])
        else:
            n = len(stories)
            stories.append(_Growing(item))
        for key in (*_strongest(item.words, 25), *_strongest(item.names, 12)):
            index[key].add(n)
    merged = _joined(stories, copies)
    return tuple(_story(s) for s in sorted(merged, key=lambda s: (s.items[0].day or date.max, s.items[0].article)))


def likeness(story: _Growing, item: _Item) -> float:
    """Return how much an article belongs to a story, about 0–1."""
    days = story.days_to(item.day)
    far = FAR_PENALTY * min(1.0, max(0, days - NEAR_DAYS) / (FAR_DAYS - NEAR_DAYS))
    return max(_both(story, item), *(_both(i, item) for i in story.items[-12:])) - far


def _both(a: _Item | _Growing, b: _Item | _Growing) -> float:
    """Words and names together; words nearly alone where names were not recognised across scripts."""
    words = cosine(a.words, b.words)
    return max(ALONE * words, WORDS * words + NAMES * cosine(a.names, b.names))


def _items(readings: Sequence[Reading], entities: Sequence[EntityGroup]) -> list[_Item]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    spread: Counter[str] = Counter()
    for g in entities:
        own = Counter(m.article for m in g.members)
        spread[g.id] = len(own)
        for article, n in own.items():
            names[article][g.id] += n
    kind = {g.id: g.kind for g in entities}
    total = max(2, len(readings))
    out = []
    for r in readings:
        a = r.article
        weights: dict[Key, float] = {
            e: WEIGHT[kind[e]] * (1 + math.log(n)) * (0.3 + math.log(1 + total / spread[e]))
            for e, n in names[a.id].items()
        }
        text = " ".join(a.text[p.start : p.end] for p in a.own() if p.kind != "caption")
        opening = " ".join(text.split()[:BODY_WORDS])
        title = a.title or ""
        day = a.published.start if a.published else None
        out.append(_Item(a.id, day, vector(f"{title} {title} {opening}", a.language), unit(weights), r))
    return out


def _strongest(v: Mapping[Key, float], most: int) -> list[Key]:
    return [k for k, _ in sorted(v.items(), key=lambda e: (-e[1], str(e[0])))[:most]]


def _joined(stories: list[_Growing], copies: Sequence[Copy]) -> list[_Growing]:
    """Join stories that turned out alike, and those that share copies; likeness is asked of neighbours only."""
    at = {i.article: n for n, s in enumerate(stories) for i in s.items}
    parent = list(range(len(stories)))

    def find(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for c in copies:
        if c.kind == "excerpt" and c.overlap < 0.4:
            continue
        a, b = sorted((find(at[c.articles[0]]), find(at[c.articles[1]])))
        parent[b] = a
    if len(stories) <= 400:
        for a in range(len(stories)):
            for b in range(a + 1, len(stories)):
                if find(a) != find(b) and _alike(stories[a], stories[b]):
                    x, y = sorted((find(a), find(b)))
                    parent[y] = x
    out: dict[int, _Growing] = {}
    for n, s in enumerate(stories):
        if find(n) == n:
            out[n] = s
    for n, s in enumerate(stories):
        if find(n) != n:
            out[find(n)].take(s.items)
    for s in out.values():
        s.items.sort(key=lambda i: (i.day or date.max, i.article))
    return list(out.values())


def _alike(a: _Growing, b: _Growing) -> bool:
    return _both(a, b) >= JOIN + 0.04


def _story(s: _Growing) -> Story:
    """The story with, as its title in each language, the headline closest to its middle."""
    titles: dict[str, tuple[float, str]] = {}
    for i in s.items:
        title = i.reading.article.title
        if not title:
            continue
        score = cosine(vector(title, i.reading.article.language), s.words)
        language = i.reading.article.language
        if language not in titles or score > titles[language][0]:
            titles[language] = (score, title)
    ids = tuple(i.article for i in s.items)
    key = hashlib.sha256(min(ids).encode()).hexdigest()[:12]
    why = _why(s)
    return Story(f"s-{key}", {k: v for k, (_, v) in sorted(titles.items())}, ids, why)


def _why(s: _Growing) -> tuple[str, ...]:
    if len(s.items) < 2:
        return ()
    alike = [cosine(s.words, i.words) for i in s.items]
    return (f"{len(s.items)} articles, each at least {min(alike):.0%} like their common matter",)
