"""Where an event was that no telling of it says: the likeliest of its pages' places by learned weights, or none.

Every town or site that the pages of an event name is a candidate, and so is "nowhere that is told". Each is weighed by signs of how it
stands to the tellings: how far away it is named and behind what preposition, whether other things of that day happened there, how
often the page names it. ``training/places.py`` learns what a sign weighs; no sign is a word. It comes behind all judgements of
what is one event, so that a place that is only likely neither joins nor parts two tellings.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from isnad.compose.cast import Cast
from isnad.compose.governing import governor
from isnad.compose.towns import Towns
from isnad.languages import table
from isnad.languages.meanings import place_meaning
from isnad.model import Event, EventMention, Mention, MentionRef, Reading
from isnad.models import weights

Signs = dict[str, float]
Tellings = Sequence[tuple[MentionRef, EventMention]]
ENOUGH = 0.42
"""How likely a place must be, beside all others of its pages and none, to be told."""
FAR = 9
"""Sentences beyond which it is all one how far back a place is named."""
NEAR = 2
"""Sentences within which each step back or on counts by itself."""
_HEADS = frozenset({"title", "subheading", "caption", "dateline"})
_LEFT_OUT = frozenset({"related", "chrome", "tags", "byline"})


class Named(Struct, frozen=True, gc=False):
    """A place as a page names it: in which sentence and part, behind what, and inside which other name ("body", "office" or "")."""

    start: int
    entity: str
    sentence: int
    part: str
    label: str
    inside: str


class Page(Struct, frozen=True):
    """The towns and sites that one page names, in order, how often, and where its sentences begin."""

    named: tuple[Named, ...]
    often: Mapping[str, int]
    starts: Sequence[int]


class Scene(Struct, frozen=True):
    """An event with a place, as one sentence of a page tells it."""

    sentence: int
    event: Event


Scenes = Mapping[str, Sequence[Scene]]


class Whereabouts:
    """Weighs the places of pages for events that have none."""

    def __init__(self, cast: Cast, towns: Towns) -> None:
        self._cast, self._towns = cast, towns
        self._pages: dict[str, Page] = {}
        self._states = frozenset(cast.states.values())

    def of(self, events: Sequence[Event], tellings: Mapping[str, Tellings]) -> tuple[Event, ...]:
        """Return the events, those without a place with the one that is likely enough to be theirs."""
        scenes = self.scenes(events, tellings)
        found = []
        for e in events:
            where = self._likeliest(e, tellings[e.id], scenes) if happens_somewhere(e) else None
            found.append(e if where is None else replace(e, place=where))
        return tuple(found)

    def scenes(self, events: Sequence[Event], tellings: Mapping[str, Tellings]) -> Scenes:
        """Return by page its events that have a place."""
        found: dict[str, list[Scene]] = {}
        for e in events:
            if e.place is not None:
                for m, t in tellings[e.id]:
                    at = _at(self._page(m.article).starts, t.trigger.start)
                    found.setdefault(m.article, []).append(Scene(at, e))
        return found

    def _likeliest(self, e: Event, told: Tellings, scenes: Scenes) -> str | None:
        candidates = self.signs(e, told, scenes)
        if not candidates:
            return None
        known = _weights()
        worth = {p: _sum(known, signs) for p, signs in candidates.items()}
        none = _sum(known, self.none(e, told, len(candidates)))
        best = max(worth, key=lambda p: (worth[p], p))
        top = max(worth[best], none)
        whole = sum(math.exp(w - top) for w in worth.values()) + math.exp(none - top)
        return best if math.exp(worth[best] - top) / whole >= ENOUGH else None

    def none(self, e: Event, told: Tellings, rivals: int) -> Signs:
        """Return the signs that an event is nowhere that its pages tell, beside so many places."""
        signs = {
            "none": 1.0,
            f"none: {e.kind}": 1.0,
            f"none: {e.status}": 1.0,
            "none: away": float(e.kind in table("shared", "kinds")["away"]),
            "none: undated": float(e.date is None),
            "none: assumed": float(all(t.assumed for _, t in told)),
            "none: background": float(all(t.background for _, t in told)),
            "none: long": float(e.date is not None and e.date.days > 1),
            "none: rivals": math.log(1 + rivals),
        }
        return {s: v for s, v in signs.items() if v}

    def signs(self, e: Event, told: Tellings, scenes: Scenes) -> dict[str, Signs]:
        """Return the signs of every place that a page of an event names."""
        found: dict[str, Signs] = {}
        took = {p.entity for p in e.participants}
        pages = {m.article: self._page(m.article) for m, _ in told}
        for place in sorted({n.entity for page in pages.values() for n in page.named}):
            signs: Signs = {}
            for m, t in told:
                page = pages[m.article]
                seen = {**_beside(page, place, t), **_with_others(e, page, place, t, scenes.get(m.article, ()))}
                for sign, value in seen.items():
                    signs[sign] = max(signs.get(sign, 0.0), value)
            rank = sum(page.often.get(place, 0) / max(page.often.values(), default=1) for page in pages.values())
            signs["rank"] = rank / len(pages)
            signs["most"] = float(rank == len(pages))
            signs["alone"] = float(all(page.often.keys() <= {place} for page in pages.values()))
            signs["pages"] = sum(place in page.often for page in pages.values()) / len(pages)
            signs["took part"] = float(place in took)
            signs["spot"] = float(self._spot(place))
            found[place] = {s: float(v) for s, v in signs.items() if v}
        return found

    def _spot(self, place: str) -> bool:
        """True for a place whose name says that it is a site: a port, a hospital, a road."""
        members = (m for m in self._cast.entities[place].members[:NAMES] if m.article in self._cast.readings)
        return any(place_meaning(self._cast.readings[m.article].mentions[m.index].text)[0] for m in members)

    def _page(self, article: str) -> Page:
        if article not in self._pages:
            self._pages[article] = self._read(self._cast.readings[article])
        return self._pages[article]

    def _read(self, reading: Reading) -> Page:
        article = reading.article
        starts = [s.start for s in reading.sentences]
        parts = [p for p in article.parts if p.kind not in _LEFT_OUT]
        holders = _holders(reading.mentions)
        found: list[Named] = []
        for i, m in enumerate(reading.mentions):
            part = next((p.kind for p in parts if p.start <= m.start < p.end), "") if m.kind == "place" else ""
            for entity in self._cast.named(article.id, i)[:1] if part else ():
                town = self._towns.of(entity)
                if self._cast.entities[town].kind == "place" and town not in self._states:
                    label = governor(article.text, m.start, article.language)
                    inside = next((sort for a, b, sort in holders if a <= m.start and m.end <= b), "")
                    found.append(Named(m.start, town, _at(starts, m.start), part, label, inside))
        return Page(tuple(found), Counter(n.entity for n in found), starts)


NAMES = 8
"""Mentions of a place that are looked at for what sort of place it is."""


def happens_somewhere(e: Event) -> bool:
    """Return whether an event without a place may be lent one: what is only said was said anywhere, and of hearsay too little is sure."""
    return e.place is None and e.status != "reported" and e.kind not in table("shared", "kinds")["spoken"]


def _sum(known: Mapping[str, float], signs: Signs) -> float:
    return sum(known.get(s, 0.0) * v for s, v in signs.items())


def _holders(mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """Names and offices within which a town may stand."""
    named = [(m.start, m.end, "body" if m.kind == "organization" else "office") for m in mentions if m.kind != "place"]
    return named + [(m.role.start, m.role.end, "office") for m in mentions if m.role is not None]


def _beside(page: Page, place: str, t: EventMention) -> Signs:
    """How a place is named near a telling."""
    signs: Signs = {}
    at = _at(page.starts, t.trigger.start)
    gaps = []
    for n in page.named:
        if n.entity != place:
            continue
        gap = at - n.sentence
        if n.part in _HEADS and gap:
            signs[n.part] = 1.0
            continue
        if gap == 0:
            near = "clause" if t.clause.start <= n.start < t.clause.end else "sentence"
            signs[f"{near}, {'before' if n.start < t.trigger.start else 'behind'}"] = 1.0
            signs[f"{near}, {n.label}"] = 1.0
        else:
            near = f"gap {gap}" if abs(gap) <= NEAR else "early" if gap > 0 else "late"
        signs[near] = 1.0
        if n.inside:
            signs[f"{near}, {n.inside}"] = 1.0
        if n.label == "at":
            signs["at"] = 1.0
        if n.sentence <= NEAR:
            signs["beginning"] = 1.0
        if gap >= 0:
            gaps.append(gap)
    before = (at - n.sentence for n in page.named if n.sentence < at and n.part not in _HEADS)
    signs["last told"] = float(min(before, default=0) in [g for g in gaps if g])
    signs["how far"] = min(min(gaps, default=FAR), FAR) / FAR
    return signs


def _with_others(e: Event, page: Page, place: str, t: EventMention, scenes: Sequence[Scene]) -> Signs:
    """What else happened at a place, as the page tells it."""
    others = [s for s in scenes if s.event is not e]
    here = [s for s in others if s.event.place == place]
    if not here:
        return {"nothing here": float(bool(others))}
    at = _at(page.starts, t.trigger.start)
    nearest = min((at - s.sentence for s in others if s.sentence <= at), default=-1)
    days = [s.event.date for s in here if s.event.date is not None]
    return {
        "something here": 1.0,
        "that day": float(e.date is not None and any(d.meets(e.date) for d in days)),
        "that very day": float(
            e.date is not None and e.date.days == 1 and any(d.holds(e.date) and d.days == 1 for d in days)
        ),
        "share": len({s.event.id for s in here}) / len({s.event.id for s in others}),
        "told last here": float(any(at - s.sentence == nearest for s in here)),
        "beside": float(any(abs(at - s.sentence) <= 1 for s in here)),
    }


def _at(starts: Sequence[int], at: int) -> int:
    """The index of the last sentence that begins at or before a point."""
    return bisect_right(starts, at) - 1


@cache
def _weights() -> Mapping[str, float]:
    return msgspec.json.decode(weights("places.json").read_bytes(), type=dict[str, float])
