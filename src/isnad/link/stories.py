"""Articles, in any language, about the same unfolding matter: a stream of articles, each joining the story it is most like.

What speaks for two articles telling of one matter is added up as odds: concepts of like weight (in the space of four
languages), people and towns in common, numbers and the sounds of names in common, nearness in time. The number of stories is
not given, and a new article joins without recomputing the others. Every joining is a judgement with its reasons; people's
judgements outrank it, and a story is whatever the judgements make of the articles.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from isnad.link.concepts import Key, cosine, unit, vector
from isnad.link.gathering import SMALL, gathered
from isnad.link.ledger import Ledger, Ledgers, Verdict
from isnad.link.linker import group
from isnad.link.matters import Growing, Item, Matter, add_up, items_of, likely, with_whole
from isnad.link.meetings import most_shared
from isnad.link.topics import Topic, heaviest
from isnad.model import Copy, EntityGroup, Judgement, Reading, Story

TARGET = "story"
JOIN = 0.5
"""Likelihood from which an article joins a story."""
AGAIN = 0.6
"""Likelihood from which two stories, each grown on its own, turn out to be one."""
KEYS = 25
"""Heaviest concepts under which an article finds stories, beside all it names."""
REMEMBERED = 40
"""Stories remembered under one concept or name, the latest touched: what is in every story leads to few."""
LOOKED_AT, CLOSELY = 20, 4
"""Stories an article is compared with as a whole; those of them whose latest articles it is compared with one by one."""
HALF_AS_LIKE = 0.5
"""Of the likeness to the story most like an article, the part that makes another one worth comparing with which it shares no name."""
EACH = 4
"""Latest articles of each of two grown stories that are compared."""
TITLES = 400
"""Headlines looked at for a story's title."""


class LinkedStories(Struct, frozen=True, gc=False):
    """The outcome: a partition of the articles in order of their first, and the judgements that made it."""

    stories: tuple[Story, ...]
    judgements: Sequence[Judgement]


def find_stories(
    readings: Sequence[Reading], entities: Sequence[EntityGroup], copies: Sequence[Copy] = ()
) -> tuple[Story, ...]:
    """Return a partition of the articles into stories, in order of their first article; copies share a story."""
    return link_stories(readings, entities, copies).stories


def link_stories(
    readings: Sequence[Reading],
    entities: Sequence[EntityGroup],
    copies: Sequence[Copy] = (),
    decided: Sequence[Judgement] = (),
    topics: Sequence[Topic] = (),
) -> LinkedStories:
    """Return the stories with the judgements behind them.

    ``decided`` are people's judgements of two articles or of two stories: ``{"type": "story", "left": id, "right": id}``.
    """
    return told(readings, streamed(readings, entities, topics), copies, decided)


class Streamed(Struct, frozen=True, gc=False):
    """The articles in order of time, and which of them were judged to tell one matter, copies not yet counted."""

    items: tuple[Item, ...]
    judgements: Ledger


def streamed(readings: Sequence[Reading], entities: Sequence[EntityGroup], topics: Sequence[Topic] = ()) -> Streamed:
    """Let every article, in order of time, join the story it is most like."""
    items = sorted(items_of(readings, entities, topics), key=lambda i: (i.day or date.max, i.article))
    made = Ledger(TARGET, [i.article for i in items])
    (_stream if len(items) > SMALL else _gathered)(items, made)
    return Streamed(tuple(items), made)


def told(
    readings: Sequence[Reading], stream: Streamed, copies: Sequence[Copy], decided: Sequence[Judgement] = ()
) -> LinkedStories:
    """Return the stories that the stream, the copies and people's judgements make."""
    order = stream.judgements.ids
    made = Ledgers(stream.judgements, _copied(copies, order))
    mine = [j for j in decided if j.target.get("type") == TARGET]
    if mine:
        mine = _people(mine, group(order, made))
    groups = group(order, Ledgers(made, mine))
    by_id = {r.article.id: r for r in readings}
    known = {i.article: i for i in stream.items}
    return LinkedStories(tuple(_story([known[a] for a in ids], by_id) for ids in groups), made)


def story_id(articles: Iterable[str]) -> str:
    """Return a story's id: a digest of the least of its articles' ids."""
    return "s-" + hashlib.sha256(min(articles).encode()).hexdigest()[:12]


def _people(decided: Sequence[Judgement], groups: Sequence[Sequence[str]]) -> list[Judgement]:
    """People's judgements with the ids of stories turned into that of their first article."""
    first = {story_id(ids): ids[0] for ids in groups}
    found = []
    for j in decided:
        target = {k: first.get(v, v) if isinstance(v, str) else v for k, v in j.target.items()}
        found.append(Judgement(j.id, j.kind, target, j.by, j.at, j.reason, j.score))
    return found


def _gathered(items: Sequence[Item], made: Ledger) -> None:
    """Join the articles of a small corpus, which is looked at as a whole."""
    place = {i.article: n for n, i in enumerate(items)}
    for a, b, m in gathered(items, math.log(JOIN / (1 - JOIN))):
        made.add(place[a], place[b], Verdict(True, likely(m), m.reasons))


def _stream(items: Sequence[Item], made: Ledger) -> None:
    """Let every article, in order of time, join the story it is most like; then join stories that grew alike."""
    stories: list[Growing] = []
    index = _Index()
    place = {i.article: n for n, i in enumerate(items)}
    for item in items:
        keys = (*item.topic.keys[:KEYS], *item.names)
        best = _best(item, index.near(keys), stories, len(items))
        if best is not None and likely(best[1]) >= JOIN:
            n, matter, near = best
            made.add(place[near.article], place[item.article], Verdict(True, likely(matter), matter.reasons))
            stories[n].take(item)
        else:
            n = len(stories)
            stories.append(Growing(item))
        index.put(n, keys)
    for a, b, verdict in _grown_alike(stories, len(items)):
        made.add(place[a], place[b], verdict)


class _Index:
    """Which stories an article may belong to: under each concept or name, the stories it was last met in."""

    def __init__(self) -> None:
        self._seen: dict[Key, list[int]] = defaultdict(list)

    def put(self, story: int, keys: Iterable[Key]) -> None:
        for k in keys:
            latest = self._seen[k]
            if story in latest:
                latest.remove(story)
            latest.append(story)
            if len(latest) > REMEMBERED:
                del latest[0]

    def near(self, keys: Iterable[Key]) -> list[int]:
        """Return the stories met under most of the keys, the latest first among equals."""
        counts = Counter(chain.from_iterable([self._seen.get(k, ()) for k in keys]))
        return most_shared(counts, LOOKED_AT)


def _best(item: Item, near: Sequence[int], stories: Sequence[Growing], total: int) -> tuple[int, Matter, Item] | None:
    """Return the story an article is most like, what speaks for it, and the article of it that is nearest."""
    ranked = sorted([(-stories[n].like(item.words), n) for n in near])
    best: tuple[int, Matter, Item] | None = None
    for unlike, n in ranked[:CLOSELY]:
        story = stories[n]
        if best is not None and unlike > HALF_AS_LIKE * ranked[0][0] and not any(item.meets(i) for i in story.latest):
            continue
        days, alone = story.days_to(item.day), len(story.articles) == 1
        each = [(add_up(other, item, -unlike, days, total, alone), other) for other in story.latest]
        matter = with_whole([m for m, _ in each])
        if best is None or matter.odds > best[1].odds:
            best = (n, matter, max(each, key=lambda e: e[0].odds)[1])
    return best


def _copied(copies: Sequence[Copy], order: Sequence[str]) -> Ledger:
    """Copies tell one story; an article that took over a passage alone need not."""
    made, place = Ledger(TARGET, order), {a: n for n, a in enumerate(order)}
    for c in copies:
        if c.kind != "excerpt" or c.overlap >= 0.4:
            why = f"one is a copy of the other ({c.kind}, {c.overlap:.0%})"
            made.add(place[c.articles[0]], place[c.articles[1]], Verdict(True, 0.9, (why,)))
    return made


def _grown_alike(stories: Sequence[Growing], total: int) -> Iterator[tuple[str, str, Verdict]]:
    """Yield an article each of stories that started apart and turned out alike, found as an article finds its story."""
    index = _Index()
    for n, story in enumerate(stories):
        middle = story.words
        keys = (*heaviest(middle, KEYS), *(k for i in story.latest[:4] for k in i.names))
        ranked = sorted([(stories[m].like(middle), m) for m in index.near(keys)], reverse=True)
        for whole, other in ranked[:CLOSELY]:
            apart = min(
                (d for d in map(stories[other].days_to, (story.first, story.last)) if d is not None), default=None
            )
            found = [
                add_up(a, b, whole, apart, total) for a in stories[other].latest[-EACH:] for b in story.latest[-EACH:]
            ]
            matter = with_whole(found)
            if likely(matter) >= AGAIN:
                why = ("two stories that turned out alike", *matter.reasons)
                yield stories[other].articles[0], story.articles[0], Verdict(True, likely(matter), why)
        index.put(n, dict.fromkeys(keys))


def _story(items: Sequence[Item], by_id: Mapping[str, Reading]) -> Story:
    """The story with, as its title in each language, the headline closest to its middle."""
    middle: dict[Key, float] = {}
    for i in items:
        for k, x in i.words.items():
            middle[k] = middle.get(k, 0.0) + x
    whole = unit(middle)
    titles: dict[str, tuple[float, str]] = {}
    for i in items[:TITLES]:
        article = by_id[i.article].article
        if not article.title:
            continue
        score = cosine(vector(article.title, article.language), whole)
        if article.language not in titles or score > titles[article.language][0]:
            titles[article.language] = (score, article.title)
    ids = tuple(i.article for i in items)
    alike = min(cosine(whole, i.words) for i in items)
    why = (f"{len(items)} articles, each at least {alike:.0%} like their common matter",) if len(items) > 1 else ()
    return Story(story_id(ids), {k: v for k, (_, v) in sorted(titles.items())}, ids, why)
