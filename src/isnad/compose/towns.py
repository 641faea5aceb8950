"""The town that a spot is called after and stands in, when the corpus names that town by itself: «مستشفى وادي الزان», "Ain Zitoun prison"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from isnad.compose.cast import Cast
from isnad.languages.meanings import place_meaning

_SPOTS = frozenset(
    {
        *("hospital", "prison", "port", "airport", "crossing", "stadium", "station", "mosque", "university"),
        *("market", "museum", "theatre", "church", "cathedral", "cemetery", "camp"),
    }
)
"""Sorts of places that stand in the town whose name they bear."""
Meaning = tuple[frozenset[str], tuple[str, ...]]


class Towns:
    """Finds towns by the names of their spots."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def of(self, entity: str) -> str:
        """Return the town that a spot is in, or the entity itself when it is none.

        A town that no list knows must be named on a page of the spot's.
        """
        pages = {m.article for m in self._cast.entities[entity].members}
        for name in self._names(entity):
            sorts, rest = place_meaning(name)
            found = self._towns.get((sorts - _SPOTS, rest), ()) if sorts & _SPOTS else ()
            for town in found:
                known = self._cast.entities[town].country is not None
                if town != entity and (known or pages & {m.article for m in self._cast.entities[town].members}):
                    return town
        return entity

    @cached_property
    def _towns(self) -> dict[Meaning, list[str]]:
        states = frozenset(self._cast.states.values())
        found: dict[Meaning, list[str]] = {}
        for e in self._cast.entities.values():
            if e.kind == "place" and e.id not in states:
                for meaning in {place_meaning(n) for n in self._names(e.id)}:
                    if not meaning[0] & _SPOTS:
                        found.setdefault(meaning, []).append(e.id)
        return found

    def _names(self, entity: str) -> Sequence[str]:
        members = ((m, self._cast.readings.get(m.article)) for m in self._cast.entities[entity].members)
        return sorted({" ".join(r.mentions[m.index].text.split()) for m, r in members if r is not None})
