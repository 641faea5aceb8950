"""A dossier with the look-ups that pages need: what hangs together with what. Nothing here changes once made."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TypeVar

import msgspec

from isnad.decisions import Mark, effective, ids_of, marks, overruled
from isnad.export.disputes import Disputes
from isnad.export.network import meetings
from isnad.model import (
    Agreement,
    Article,
    Copy,
    Disagreement,
    Dossier,
    Entity,
    Event,
    IndependentOrigins,
    Judgement,
    Origin,
    Quotation,
    Story,
    Version,
)
from isnad.model.trees import Tree, independent_of, trees
from isnad.text import fold_key

K = TypeVar("K")
V = TypeVar("V")


class Desk:
    """One state of a dossier and of people's decisions."""

    def __init__(self, dossier: Dossier, decisions: tuple[Judgement, ...], digest: str | None = None) -> None:
        self.d, self.decisions = dossier, decisions
        self.digest = digest or hashlib.blake2b(msgspec.json.encode(dossier), digest_size=8).hexdigest()
        self.articles: dict[str, Article] = {a.id: a for a in dossier.articles}
        self.entities: dict[str, Entity] = {e.id: e for e in dossier.entities}
        self.events: dict[str, Event] = {e.id: e for e in dossier.events}
        self.quotations: dict[str, Quotation] = {q.id: q for q in dossier.quotations}
        self.agreements: dict[str, Agreement] = {a.id: a for a in dossier.agreements}
        self.disagreements: dict[str, Disagreement] = {x.id: x for x in dossier.disagreements}
        self.origins: dict[str, Origin] = {o.id: o for o in dossier.origins}
        self.stories: dict[str, Story] = {s.id: s for s in dossier.stories}
        self.copies: dict[str, Copy] = {c.id: c for c in dossier.copies}
        self._disputes: dict[str, Disputes] = {}
        self.standing = effective(decisions)
        self.marks: Mapping[str, Mark] = marks(decisions)

    def with_decisions(self, decisions: tuple[Judgement, ...]) -> Desk:
        """Return the same dossier beside another state of the ledger."""
        return Desk(self.d, decisions, self.digest)

    @cached_property
    def independent(self) -> IndependentOrigins:
        """How many independent origins stand behind the whole dossier."""
        return independent_of(self.d)

    @cached_property
    def pending(self) -> tuple[Judgement, ...]:
        """Decisions that are in the ledger and not yet in the dossier: it is being composed again."""
        composed = {j.id for j in self.d.judgements if j.by != "isnad"}
        standing = {j.id for j in self.standing}
        return tuple(
            j
            for j in self.decisions
            if (j.id in standing) != (j.id in composed) and j.target.get("type") != "judgement"
        )

    @cached_property
    def decidable(self) -> frozenset[str]:
        """Ids of everything that is there to be decided on."""
        return ids_of(self.d)

    @cached_property
    def decided(self) -> dict[str, list[Judgement]]:
        """Id of a thing → everything people decided about it, in order, also what was taken back or overruled."""
        named = ((str(j.target.get(k)), j) for j in self.decisions for k in ("id", "left", "right") if k in j.target)
        return _by((ident, j) for ident, j in named if j.target.get("type") != "judgement")

    @cached_property
    def decision(self) -> dict[str, Judgement]:
        """Id of a decision → the decision."""
        return {j.id: j for j in self.decisions}

    @cached_property
    def overruled(self) -> dict[str, Judgement]:
        """Id of a decision → the later one that says otherwise."""
        return overruled(self.decisions)

    def states(self, j: Judgement) -> frozenset[str]:
        """Return how it stands with a decision: ``stands``, ``waiting`` to be composed, ``lost`` (its target is gone),
        ``overruled``, ``taken back``."""
        found = {name for name, ids in self._fates.items() if j.id in ids}
        back = j.target.get("type") != "judgement" and not found & {"stands", "overruled"}
        return frozenset(found | {"taken back"} if back else found)

    @cached_property
    def _fates(self) -> dict[str, frozenset[str]]:
        return {
            "stands": frozenset(j.id for j in self.standing),
            "waiting": frozenset(j.id for j in self.pending),
            "lost": frozenset(self.d.meta.get("vanished", ())),
            "overruled": frozenset(self.overruled),
        }

    @cached_property
    def tokens(self) -> dict[str, frozenset[str]]:
        """Entity → the folded words of its names, for finding those that may be the same."""
        return {
            e.id: frozenset(w for n in {*e.aliases, *e.name.values()} for w in fold_key(n).split() if len(w) > 1)
            for e in self.d.entities
        }

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """Article → its story."""
        return {a: s for s in self.d.stories for a in s.articles}

    @cached_property
    def events_in(self) -> dict[str, list[Event]]:
        """Article → the events it tells."""
        return _by((a, e) for e in self.d.events for a in e.articles)

    @cached_property
    def quotations_in(self) -> dict[str, list[Quotation]]:
        """Article → the quotations in it."""
        return _by((q.words.article, q) for q in self.d.quotations)

    @cached_property
    def origins_of(self) -> dict[str, list[Origin]]:
        """Article → the origins behind it."""
        return _by((a, o) for o in self.d.origins for a in o.articles)

    @cached_property
    def copies_of(self) -> dict[str, list[Copy]]:
        """Article → what it shares words with."""
        return _by((a, c) for c in self.d.copies for a in c.articles)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """Every origin with the pages below it, those with most pages first."""
        return trees(self.d)

    def between(self, one: str, other: str) -> Copy | None:
        """Return what two articles share, if anything."""
        return next((c for c in self.copies_of.get(one, ()) if other in c.articles), None)

    @cached_property
    def version_of(self) -> dict[str, Version]:
        """Article → the article of which it is one of several states."""
        return {a: w for w in self.d.versions for a in w.articles if all(x in self.articles for x in w.articles)}

    @cached_property
    def entities_in(self) -> dict[str, Counter[str]]:
        """Article → entities with how often it names them."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for e in self.d.entities:
            for c in e.mentions:
                found[c.article][e.id] += 1
        return found

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """Entity → events it takes part in, or is the place of."""
        pairs = ((p.entity, e) for e in self.d.events for p in e.participants)
        places = ((e.place, e) for e in self.d.events if e.place)
        return {k: list({e.id: e for e in v}.values()) for k, v in _by(chain(pairs, places)).items()}

    @cached_property
    def said_by(self) -> dict[str, list[Quotation]]:
        """Entity → what it said."""
        return _by((q.speaker.entity, q) for q in self.d.quotations if q.speaker and q.speaker.entity)

    @cached_property
    def agreements_of(self) -> dict[str, list[Agreement]]:
        """Entity → agreements it is a party to."""
        return _by((p, a) for a in self.d.agreements for p in a.parties)

    @cached_property
    def disputed(self) -> dict[str, list[Disagreement]]:
        """Id of a thing → disagreements about it."""
        return _by((x.about.get("id", ""), x) for x in self.d.disagreements)

    def disputes(self, language: str) -> Disputes:
        """Return the disagreements in the words of a language, made once."""
        if language not in self._disputes:
            self._disputes[language] = Disputes(self.d, language)
        return self._disputes[language]

    @cached_property
    def by_mentions(self) -> list[Entity]:
        """All entities, the most named first."""
        return sorted(self.d.entities, key=lambda e: (-len(e.mentions), e.id))

    @cached_property
    def newest(self) -> list[Article]:
        """All articles, the newest first, the undated last."""
        return sorted(
            self.d.articles,
            key=lambda a: (a.published is not None, str(a.published.start) if a.published else "", a.source),
            reverse=True,
        )

    @cached_property
    def tags(self) -> dict[str, tuple[str, list[str]]]:
        """Folded tag → as printed first, and the articles that bear it."""
        found: dict[str, tuple[str, list[str]]] = {}
        for a in self.d.articles:
            for tag in a.tags:
                found.setdefault(fold_key(tag), (tag, []))[1].append(a.id)
        return found

    @cached_property
    def meetings(self) -> dict[tuple[str, str], list[str]]:
        """Pair of entities → events both took part in."""
        return meetings(self.d)

    def together(self, entity: str, most: int = 12) -> list[tuple[Entity, int]]:
        """Return the entities named on the same pages, with on how many, the most telling first."""
        e = self.entities[entity]
        pages = {c.article for c in e.mentions}
        shared: Counter[str] = Counter(x for a in pages for x in self.entities_in.get(a, ()) if x != entity)
        wide = self.spread
        ranked = sorted(shared.items(), key=lambda x: (-x[1] * x[1] / wide[x[0]], x[0]))
        return [(self.entities[x], n) for x, n in ranked[:most]]

    @cached_property
    def spread(self) -> dict[str, int]:
        """Entity → on how many pages it is named."""
        return {e.id: max(1, len({c.article for c in e.mentions})) for e in self.d.entities}

    def related(self, article: str, most: int = 6) -> list[Article]:
        """Return articles on the same matter: of one story, naming the same rarely named, bearing the same tags."""
        a = self.articles[article]
        scores: Counter[str] = Counter()
        for entity in self.entities_in.get(article, ()):
            pages = {c.article for c in self.entities[entity].mentions}
            for other in pages if len(pages) <= 200 else ():
                scores[other] += 100 // len(pages)
        for tag in a.tags:
            for other in self.tags[fold_key(tag)][1][:200]:
                scores[other] += 10
        story = self.story_of.get(article)
        for other in story.articles[:400] if story else ():
            scores[other] += 40
        scores.pop(article, None)
        return [
            self.articles[x]
            for x, _ in sorted(scores.items(), key=lambda x: (-x[1], x[0]))[:most]
            if x in self.articles
        ]


def _by(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for k, v in pairs:
        found.setdefault(k, []).append(v)
    return found
