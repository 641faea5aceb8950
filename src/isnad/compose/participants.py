"""Who else took part in an event, and who that was taken did not: by learned weights of how a name stands to the words that tell it.

Rules of grammar say who takes part (``annotate/events/roles.py``). What they leave open, or take wrongly, is weighed here: everybody
whom the sentence of a telling names, or the one before it, by signs of how his name stands there: on which side of the trigger and how
far, behind what, what stands between, what sort of name it is and of which kind the event, what else its bearer does there, how often the
page names him. ``training/participants.py`` learns what a sign weighs; no sign is a word. It comes behind all judgements of what is one
event, so that a participant who is only likely neither joins nor parts two tellings.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from isnad.compose.cast import Cast
from isnad.compose.named import Name, NamedPage, names_on
from isnad.languages.meanings import place_meaning
from isnad.model import Event, EventMention, MentionRef, Participant
from isnad.model.reading import ParticipantRole
from isnad.models import weights

Signs = dict[str, float]
Tellings = Sequence[tuple[MentionRef, EventMention]]
LIKELY = {"person": 0.55, "body": 0.6, "state": 0.6}
"""How likely it must be that one of a sort took part whom no telling takes; towns and sites are never added."""
UNLIKELY = 0.18
"""How unlikely it must be that a person took part whom a telling takes, to be left out; others are never left out."""
NAMES = 8
"""Mentions of a place that are looked at for what sort of place it is."""
MANY = 3
"""Participants and tellings beyond which it is all one how many there are."""
CLOSE = 4
"""Tokens between two names that stand side by side."""
_STEPS = ((2, "beside"), (6, "near"), (12, "off"), (10**6, "far"))
"""Tokens between a trigger and a name at the most, and what so many are called."""
_HARD = frozenset(';؛:—–()«»"“”')


class Weights(Struct, frozen=True):
    """What each sign weighs for adding somebody and for keeping a person, and as what those that are added take part (``role_key``)."""

    add: Mapping[str, float]
    keep: Mapping[str, float]
    roles: Mapping[str, ParticipantRole]


class Participation:
    """Weighs who takes part in events."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._pages: dict[str, NamedPage] = {}
        self._sorts: dict[str, str] = {}
        self._states = frozenset(cast.states.values())

    def of(self, events: Sequence[Event], tellings: Mapping[str, Tellings]) -> tuple[Event, ...]:
        """Return the events with whoever is likely to have taken part, and without the persons who hardly did."""
        return tuple(self._weighed(e, tellings[e.id]) for e in events)

    def _weighed(self, e: Event, told: Tellings) -> Event:
        known = _weights()
        taken = {p.entity for p in e.participants}
        candidates = self.signs(e, told, lambda x: self.sort(x) == "person" if x in taken else self.sort(x) in LIKELY)
        out = {
            p.entity
            for p in e.participants
            if p.entity in candidates
            and self.sort(p.entity) == "person"
            and not _signs_itself(p, candidates[p.entity])
            and _chance(known.keep, candidates[p.entity]) < UNLIKELY
        }
        kept = [p for p in e.participants if p.entity not in out]
        likely = [
            (chance, entity)
            for entity, signs in candidates.items()
            if entity not in taken and (chance := _chance(known.add, signs)) >= LIKELY.get(self.sort(entity), 1.0)
        ]
        added = [
            Participant(
                known.roles.get(role_key(e.kind, self.sort(entity) == "person", candidates[entity]), "actor"), entity
            )
            for _, entity in sorted(likely, reverse=True)
        ]
        return replace(e, participants=(*kept, *added)) if out or added else e

    def signs(self, e: Event, told: Tellings, asked: Callable[[str], bool] = bool) -> dict[str, Signs]:
        """Return the signs of everybody who takes part in an event, and of whoever may do so, as far as they are asked for."""
        found: dict[str, Signs] = {}
        taken: dict[str, str] = {p.entity: p.role for p in e.participants}
        pages = {m.article: self._page(m.article) for m, _ in told}
        for ref, t in told:
            for entity, signs in self._near(pages[ref.article], t, asked):
                into = found.setdefault(entity, {})
                for sign, value in signs.items():
                    into[sign] = max(into.get(sign, 0.0), value)
        for entity, signs in found.items():
            signs.update(self._of_event(e, told, entity, taken, list(pages.values())))
        return {k: {s: float(v) for s, v in signs.items() if v} for k, signs in found.items()}

    def sort(self, entity: str) -> str:
        """Return of what sort an entity is: a person, a body, a state, a town, or a spot, whose name says that it is a site."""
        if entity not in self._sorts:
            self._sorts[entity] = self._sorted(entity)
        return self._sorts[entity]

    def _sorted(self, entity: str) -> str:
        group = self._cast.entities[entity]
        if group.kind != "place":
            return "person" if group.kind == "person" else "body"
        if entity in self._states:
            return "state"
        members = (m for m in group.members[:NAMES] if m.article in self._cast.readings)
        texts = (self._cast.readings[m.article].mentions[m.index].text for m in members)
        return "spot" if any(place_meaning(t)[0] for t in texts) else "town"

    def _of_event(
        self, e: Event, told: Tellings, entity: str, taken: Mapping[str, str], pages: Sequence[NamedPage]
    ) -> Signs:
        """What is the same of an entity wherever it is named."""
        sort = self.sort(entity)
        others = [self.sort(p) for p in taken if p != entity]
        people = others.count("person")
        share = sum(self._takes(m.article, t, entity) for m, t in told) / max(1, len(told))
        rank = sum(p.often.get(entity, 0) / max(p.often.values(), default=1) for p in pages) / max(1, len(pages))
        signs = {
            "one": 1.0,
            sort: 1.0,
            e.kind: 1.0,
            f"{e.kind}: {sort}": 1.0,
            f"{e.status}: {sort}": 1.0,
            f"{e.kind}, beside {min(people, 2)} people": 1.0,
            f"{sort} beside {min(people, MANY)} people": 1.0,
            f"{sort} beside {min(len(others) - people, MANY)} others": 1.0,
            "place of it": float(e.place == entity),
            "rank": rank,
            "most": float(rank >= 1),
            "in a title": float(any(entity in p.title for p in pages)),
            "a hand": float(any(entity in p.hands for p in pages)),
            "pages": sum(entity in p.often for p in pages) / max(1, len(pages)),
            f"told {min(len(told), MANY)} times": 1.0,
        }
        if entity in taken:
            signs |= {
                f"as {taken[entity]}": 1.0,
                f"{e.kind}, as {taken[entity]}": 1.0,
                f"{sort}, as {taken[entity]}": 1.0,
                "share": share,
                "first": float(e.participants[0].entity == entity),
                "in every telling": float(share == 1),
            }
        return signs

    def _takes(self, article: str, t: EventMention, entity: str) -> bool:
        return any(entity in self._cast.named(article, p.mention) for p in t.participants)

    def _near(self, page: NamedPage, t: EventMention, asked: Callable[[str], bool]) -> Iterator[tuple[str, Signs]]:
        """Everybody whom a telling takes or might take, with the signs of each of his names."""
        at = page.at(t.trigger.start)
        same, before = page.names(at), page.names(at - 1)
        taken = {page.reading.mentions[p.mention].start for p in t.participants}
        takers = [n for n in same if n.start in taken]
        others = [o for o in page.events(at) if o.trigger != t.trigger]
        acts = {page.reading.mentions[p.mention].start for o in others for p in o.participants}
        alike = {page.reading.mentions[p.mention].start for o in others if o.kind == t.kind for p in o.participants}
        speakers = [
            q.speaker
            for q in page.reading.quotations
            if q.speaker is not None and q.scope.start < t.trigger.end and t.trigger.start < q.scope.end
        ]
        away = [n for n in page.all if n.start in taken and n not in same and n not in before]
        for n in (*before, *same, *away):
            those = [x for x in n.entities if asked(x)]
            if not those:
                continue
            signs = (
                self._beside(page, t, n, same, takers, others)
                if n.sentence == at
                else _apart(t, n, at - n.sentence, page.names(n.sentence), same, takers)
            )
            signs["took this name"] = float(n.start in taken)
            signs["took it in its clause"] = float(n.start in taken and t.clause.start <= n.start < t.clause.end)
            signs["speaks of it"] = float(any(s.start <= n.start < s.end for s in speakers))
            signs["takes part beside"] = float(n.start in acts)
            signs["takes part in the like beside"] = float(n.start in alike)
            for entity in those:
                yield entity, signs

    def _beside(
        self,
        page: NamedPage,
        t: EventMention,
        n: Name,
        same: Sequence[Name],
        takers: Sequence[Name],
        others: Sequence[EventMention],
    ) -> Signs:
        """How a name stands to a telling in its own sentence."""
        zone = "clause" if t.clause.start <= n.start < t.clause.end else "sentence"
        side = "ahead" if n.start < t.trigger.start else "within" if n.start < t.trigger.end else "behind"
        a, b = (n.end, t.trigger.start) if side == "ahead" else (t.trigger.end, n.start)
        between = page.words.between(a, b)
        steps = next(name for most, name in _STEPS if len(between) <= most)
        commas = min(sum(k.text in ",،" for k in between), 2)
        names = min(sum(a <= m.start < b for m in same if not m.inside), 2)
        triggers = min(sum(a <= o.trigger.start < b for o in others), 2)
        told = (
            zone, side, f"{side}, {zone}", f"{side}, {steps}", f"{side}, {n.label}", f"{zone}, {n.label}", f"{side}, led by {n.led}",
            f"{side}, {n.sort}", f"{side}, {t.kind}", f"{side}, {commas} commas", f"{side}, {names} names", f"{side}, {triggers} triggers",
            f"{zone}, {t.kind}", f"{n.sort}, {n.label}", f"{n.sort}, {steps}", f"{n.sort}, {names} names", f"{t.kind}, {n.label}",
            f"before {n.follows}", f"{side}, before {n.follows}", n.form, f"{n.form}, {n.sort}",
        )  # fmt: skip
        signs = dict.fromkeys(told, 1.0) | {
            f"{side}, hard mark": float(any(k.text in _HARD for k in between)),
            "office": float(n.office),
            "credited": float(n.credited),
            "speaks": float(n.speaks),
            f"inside {n.inside}": float(bool(n.inside)),
            f"{n.sort} inside {n.inside}": float(bool(n.inside)),
            "first of sentence": float(same[0] is n),
            "first of clause": float(next((m for m in same if m.start >= t.clause.start), None) is n),
            "only one of its sort": float(sum(m.sort == n.sort for m in same) == 1),
            f"{side}, nobody taken": float(not takers),
            f"{side}, taken ahead": float(any(m.start < t.trigger.start for m in takers if m is not n)),
            f"{side}, taken behind": float(any(m.start > t.trigger.end for m in takers if m is not n)),
        }
        if page.reading.article.language == "ar":
            signs |= dict.fromkeys((f"ar: {side}, {steps}", f"ar: {side}, {n.label}", f"ar: {side}, {n.sort}"), 1.0)
        for m in takers:
            signs |= _next_to(page, m, n) if m is not n else {}
        return signs

    def _page(self, article: str) -> NamedPage:
        if article not in self._pages:
            self._pages[article] = names_on(self._cast, article, self.sort)
        return self._pages[article]


def _apart(
    t: EventMention, n: Name, gap: int, there: Sequence[Name], same: Sequence[Name], takers: Sequence[Name]
) -> Signs:
    """How a name stands to a telling in a sentence so many before its own."""
    zone = "just before" if gap == 1 else "before" if gap > 0 else "after"
    first = gap == 1 and not any(m.start < n.start for m in there)
    return {
        zone: 1.0,
        f"{zone}, {n.sort}": 1.0,
        f"{zone}, {n.label}": 1.0,
        f"{zone}, {n.form}": 1.0,
        f"{zone}, {t.kind}": 1.0,
        f"{zone}, first": float(first),
        f"{zone}, first {n.sort}": float(first),
        f"{zone}, only one": float(sum(m.sort == n.sort for m in there) == 1),
        f"{zone}, inside": float(bool(n.inside)),
        f"{zone}, acts": float(n.acts),
        f"{zone}, speaks": float(n.speaks),
        f"{zone}, nobody here": float(not takers),
        f"{zone}, no name here": float(not same),
        f"{zone}, acts, nobody here": float(n.acts and not takers),
    }


def _next_to(page: NamedPage, taken: Name, n: Name) -> Signs:
    """The signs of a name that stands right beside one that is taken: "X *and Y* signed"."""
    ahead = taken.start < n.start
    a, b = (taken.end, n.start) if ahead else (n.end, taken.start)
    between = page.words.between(a, b)
    if len(between) > CLOSE:
        return {}
    return {
        f"beside one taken, {taken.sort} {n.sort}": 1.0,
        f"beside one taken, {n.label}": 1.0,
        f"beside one taken, {'ahead' if ahead else 'behind'}": 1.0,
        "joined to one taken": float(taken.sort == n.sort and not any(k.kind == "mark" for k in between)),
    }


def _signs_itself(p: Participant, signs: Signs) -> bool:
    """True of whoever is named as signing: bodies sign by people, and both take part."""
    return p.role == "signatory" and bool(signs.get("took it in its clause"))


def role_key(kind: str, person: bool, signs: Signs) -> str:
    """Return what the role of somebody goes with: the kind, whether he is a person, and the side of the trigger on which he is named."""
    side = "behind" if signs.get("behind") and not signs.get("ahead") else "ahead"
    return f"{kind}, {'person' if person else 'other'} {side}"


def _chance(known: Mapping[str, float], signs: Signs) -> float:
    return 1 / (1 + math.exp(-sum(known.get(s, 0.0) * v for s, v in signs.items())))


@cache
def _weights() -> Weights:
    return msgspec.json.decode(weights("participants.json").read_bytes(), type=Weights)
