"""Places whose names sound alike: they may be one that two scripts spell, and contradict nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from isnad.link.places import spelled_alike
from isnad.model import EntityGroup, EventGroup, MentionRef, Reading


def echoing_places(
    readings: Sequence[Reading], entities: Sequence[EntityGroup], events: Sequence[EventGroup]
) -> frozenset[tuple[str, str]]:
    """Return the pairs of places, by id and in order, that tellings of one event give and whose printed names are spellings of one."""
    by_id = {r.article.id: r for r in readings}
    of = {m: e.id for e in entities if e.kind == "place" for m in e.members}
    found: set[tuple[str, str]] = set()
    for event in events:
        named: dict[str, set[str]] = {}
        for m in event.members:
            place = by_id[m.article].events[m.index].place
            known = of.get(MentionRef(m.article, place)) if place is not None else None
            if known is not None and place is not None:
                named.setdefault(known, set()).add(" ".join(by_id[m.article].mentions[place].text.split()))
        for a, b in combinations(sorted(named), 2):
            if any(spelled_alike(x, y) for x in named[a] for y in named[b]):
                found.add((a, b))
    return frozenset(found)
