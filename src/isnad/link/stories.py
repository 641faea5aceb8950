"""Articles, in any language, about the same unfolding matter: a stream of articles, each joining the story it is most like.

Likeness is that of concepts (the space of four languages) and of who and what is named; time makes it easier or harder.
The number of stories is not given, and a new article joins without recomputing the others. Every joining is a judgement with
its reasons; people's judgements outrank it, and a story is whatever the judgements make of the articles.
"""

from __future__ import annotations

import hashlib
import math
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from isnad.link.bodies import is_anchor
from isnad.link.concepts import Key, Vector, cosine, unit, vector
from isnad.link.linker import MACHINE, group, judgement_id
from isnad.link.topics import Topic, heaviest, topic_of
from isnad.model import Copy, EntityGroup, Judgement, Reading, Story
from isnad.text import script_of

TARGET = "story"
JOIN = 0.295
"""Likeness from which an article joins a story."""
AGAIN = 0.35
"""Likeness from which two stories, each grown on its own, turn out to be one."""
WORDS, NAMES = 0.5, 0.5
ALONE, UNANCHORED = 0.8, 0.6
"""What words count for without names, across scripts: with a number or a name's sound in common, and without."""
WEIGHT = {"person": 2.0, "organization": 1.5, "place": 1.0}
NEAR_DAYS, FAR_DAYS = 30, 900
FRESH, STALE = 0.03, -0.03
"""What being near in time adds to likeness, and being far takes away; between the two, in proportion; undated: nothing."""
KEYS, NAME_KEYS = 25, 12
"""Heaviest concepts, and names, under which an article finds stories."""
REMEMBERED = 40
"""Stories remembered under one concept or name, the latest touched: what is in every story leads to few."""
LOOKED_AT, CLOSELY = 24, 4
"""Stories an article is compared with as a whole; those of them whose latest articles it is compared with one by one."""
LATEST = 12
KEPT = 200
"""Concepts kept of a growing story, the heaviest."""


class Item(Struct, frozen=True):
    """An article as the stream sees it: when, its concepts, the entities it names, and its script."""

    article: str
    day: date | None
    words: Vector
    names: dict[Key, float]
    script: str


class Growing:
    """A story as it grows: the sums of its articles' vectors, its latest articles, and its days."""

    def __init__(self, item: Item) -> None:
        self.articles = [item.article]
        self.latest = [item]
        self.days: list[date] = [item.day] if item.day else []
        self.scripts = {item.script}
        self._words, self._names = dict(item.words), dict(item.names)
        self.words: Vector = item.words
        self.names: Vector = item.names

    def take(self, item: Item) -> None:
        """Add one article. O(its length), whatever the story's."""
        self.articles.append(item.article)
        self.latest = [*self.latest[1 - LATEST :], item]
        self.scripts.add(item.script)
        if item.day:
            insort(self.days, item.day)
        self.words = _sum(self._words, item.words)
        self.names = _sum(self._names, item.names)

    def days_to(self, day: date | None) -> int | None:
        """Return the days between a day and the story, 0 inside it; ``None`` when either is undated."""
        if day is None or not self.days:
            return None
        return max((self.days[0] - day).days, (day - self.days[-1]).days, 0)


def _sum(total: dict[Key, float], more: Vector) -> Vector:
    for k, x in more.items():
        total[k] = total.get(k, 0.0) + x
    if len(total) > 2 * KEPT:
        kept = sorted(total.items(), key=lambda e: -e[1])[:KEPT]
        total.clear()
        total.update(kept)
    return unit(total)


class LinkedStories(Struct, frozen=True):
    """The outcome: a partition of the articles in order of their first, and the judgements that made it."""

    stories: tuple[Story, ...]
    judgements: tuple[Judgement, ...]


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
    items = sorted(_items(readings, entities, topics), key=lambda i: (i.day or date.max, i.article))
    order = [i.article for i in items]
    made = [*_stream(items), *_copied(copies)]
    mine = _people(decided, group(order, made))
    groups = group(order, [*made, *mine])
    by_id = {r.article.id: r for r in readings}
    known = {i.article: i for i in items}
    return LinkedStories(tuple(_story([known[a] for a in ids], by_id) for ids in groups), tuple(made))


def story_id(articles: Iterable[str]) -> str:
    """Return a story's id: a digest of the least of its articles' ids."""
    return "s-" + hashlib.sha256(min(articles).encode()).hexdigest()[:12]


def _people(decided: Sequence[Judgement], groups: Sequence[Sequence[str]]) -> list[Judgement]:
    """People's judgements with the ids of stories turned into that of their first article."""
    first = {story_id(ids): ids[0] for ids in groups}
    found = []
    for j in decided:
        if j.target.get("type") == TARGET:
            target = {k: first.get(v, v) if isinstance(v, str) else v for k, v in j.target.items()}
            found.append(Judgement(j.id, j.kind, target, j.by, j.at, j.reason, j.score))
    return found


def _stream(items: Sequence[Item]) -> list[Judgement]:
    """Let every article, in order of time, join the story it is most like; then join stories that grew alike."""
    stories: list[Growing] = []
    index = _Index()
    made: list[Judgement] = []
    for item in items:
        keys = (*heaviest(item.words, KEYS), *heaviest(item.names, NAME_KEYS))
        n, likeness, near = _best(item, index.near(keys, LOOKED_AT), stories)
        if likeness >= JOIN:
            made.append(_joining(near, item, likeness))
            stories[n].take(item)
        else:
            n = len(stories)
            stories.append(Growing(item))
        index.put(n, keys)
    return [*made, *_grown_alike(stories)]


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

    def near(self, keys: Iterable[Key], most: int) -> list[int]:
        """Return the stories met under most of the keys, the latest first among equals."""
        counts: Counter[int] = Counter()
        for k in keys:
            counts.update(self._seen.get(k, ()))
        return [n for n, _ in sorted(counts.items(), key=lambda e: (-e[1], -e[0]))[:most]]


def _best(item: Item, near: Sequence[int], stories: Sequence[Growing]) -> tuple[int, float, Item]:
    """Return the story an article is most like, how much, and the article of it that is nearest."""
    ranked = sorted(((_whole(stories[n], item), n) for n in near), key=lambda e: (-e[0], e[1]))
    best = (-1, 0.0, item)
    for whole, n in ranked[:CLOSELY]:
        story = stories[n]
        closest, likeness = max(((i, likeness_of(i, item)) for i in story.latest), key=lambda e: e[1])
        value = max(whole, likeness) + _time(story, item.day)
        if value > best[1]:
            best = (n, value, closest)
    return best


def _time(story: Growing, day: date | None) -> float:
    days = story.days_to(day)
    if days is None:
        return 0.0
    return FRESH + (STALE - FRESH) * min(1.0, max(0, days - NEAR_DAYS) / (FAR_DAYS - NEAR_DAYS))


def _whole(story: Growing, item: Item) -> float:
    one_script = item.script in story.scripts
    return _together(cosine(story.words, item.words), story.names, item.names, one_script, _anchored(story, item))


def likeness_of(a: Item, b: Item) -> float:
    """Return how much two articles tell of one matter, about 0–1."""
    return _together(cosine(a.words, b.words), a.names, b.names, a.script == b.script, _anchored(a, b))


def _anchored(a: Item | Growing, b: Item | Growing) -> bool:
    """True when the two have a number, or the sound of a name, in common."""
    return any(is_anchor(k) for k in a.words.keys() & b.words.keys())


def _together(words: float, a: Vector, b: Vector, one_script: bool, anchored: bool) -> float:
    """Words and names together; words nearly alone across scripts, where one name may not have been recognised as the other."""
    both = WORDS * words + NAMES * cosine(a, b)
    if one_script and a and b:
        return both
    return max((ALONE if anchored else UNANCHORED) * words, both)


def _joining(near: Item, item: Item, likeness: float) -> Judgement:
    shared = len(near.names.keys() & item.names.keys())
    days = abs((item.day - near.day).days) if item.day and near.day else None
    reasons = [f"{cosine(near.words, item.words):.0%} of their concepts weigh alike"]
    if shared:
        reasons.append(f"{shared} name{'s' if shared > 1 else ''} in common")
    if days is not None:
        reasons.append(f"{days} day{'' if days == 1 else 's'} apart")
    return _judgement(near.article, item.article, likeness, "; ".join(reasons))


def _judgement(a: str, b: str, score: float, reason: str) -> Judgement:
    left, right = sorted((a, b))
    target = {"type": TARGET, "left": left, "right": right}
    return Judgement(judgement_id(TARGET, "same", left, right), "same", target, MACHINE, None, reason, round(score, 4))


def _copied(copies: Sequence[Copy]) -> list[Judgement]:
    """Copies tell one story; an article that took over a passage alone need not."""
    return [
        _judgement(*c.articles[:2], 0.9, f"one is a copy of the other ({c.kind}, {c.overlap:.0%})")
        for c in copies
        if c.kind != "excerpt" or c.overlap >= 0.4
    ]


def _grown_alike(stories: Sequence[Growing]) -> list[Judgement]:
    """Stories that started apart and turned out alike, found as an article finds its story."""
    index = _Index()
    made = []
    for n, story in enumerate(stories):
        keys = (*heaviest(story.words, KEYS), *heaviest(story.names, NAME_KEYS))
        for other in index.near(keys, LOOKED_AT):
            a, b = stories[other], story
            one_script = bool(a.scripts & b.scripts)
            likeness = _together(cosine(a.words, b.words), a.names, b.names, one_script, _anchored(a, b))
            likeness += min((_time(a, d) for d in (b.days[:1] + b.days[-1:])), default=0.0)
            if likeness >= AGAIN:
                made.append(_judgement(a.articles[0], b.articles[0], likeness, "two stories that turned out alike"))
        index.put(n, keys)
    return made


def _items(readings: Sequence[Reading], entities: Sequence[EntityGroup], topics: Sequence[Topic]) -> list[Item]:
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
    for r, topic in zip(readings, topics or map(topic_of, readings), strict=True):
        weights: dict[Key, float] = {
            e: WEIGHT[kind[e]] * (1 + math.log(n)) * (0.3 + math.log(1 + total / spread[e]))
            for e, n in names[r.article.id].items()
        }
        script = script_of(r.article.title or r.article.text[:400])
        out.append(Item(r.article.id, topic.day, topic.words, unit(weights), str(script)))
    return out


def _story(items: Sequence[Item], by_id: Mapping[str, Reading]) -> Story:
    """The story with, as its title in each language, the headline closest to its middle."""
    middle: dict[Key, float] = {}
    for i in items:
        _sum(middle, i.words)
    whole = unit(middle)
    titles: dict[str, tuple[float, str]] = {}
    for i in items if len(items) <= 400 else items[:400]:
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
