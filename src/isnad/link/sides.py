"""Sides of agreements that are one body printed in two languages, though nothing joined their names elsewhere.

Within one story the sides of agreements are few. Two of them printed in two scripts that sound alike («فيرولينيا», "Ferrolinea"), or in
two languages with words that mean the same («وزارة الصيد», "ministerio de Pesca"), are taken for one side here; the entities stay two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from isnad.languages.meanings import capital_of
from isnad.link.concepts import cosine, vector
from isnad.link.spelling import compare_names
from isnad.link.tellings import Known
from isnad.model import Mention, Reading
from isnad.text import fold_key

HEARD = 0.9
"""Likeness of two names in two scripts that makes them one side."""
MEANT = 0.5
"""Likeness in meaning of two names in two languages that does."""


class Side(Struct, frozen=True, gc=False):
    """One body as the sides of a story's agreements print it: in each language one form."""

    entity: str
    forms: Mapping[str, str]


def one_sides(readings: Sequence[Reading], known: Known, story: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return, for a story and an entity that is a side in it, the entity that stands for both where two are one side."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for home, entity, language, text in _printed(readings, known, story):
        found.setdefault(home, {}).setdefault(entity, {}).setdefault(language, text)
    one: dict[tuple[str, str], str] = {}
    for home, sides in found.items():
        for a, b in combinations(sorted(sides), 2):
            if (home, b) not in one and _one(sides[a], sides[b]):
                one[home, b] = one.get((home, a), a)
    return one


def _printed(
    readings: Sequence[Reading], known: Known, story: Mapping[str, str]
) -> Iterator[tuple[str, str, str, str]]:
    for r in readings:
        home = story.get(r.article.id, r.article.id)
        for i in {i for a in r.agreements for i in a.parties}:
            if r.mentions[i].country:
                continue  # states are joined already
            for e in known.entities(r.article.id, i):
                yield home, e, r.article.language, r.mentions[i].text


def _one(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """True when forms of two languages that only one of the two is printed in sound or mean the same."""
    if a.keys() & b.keys():
        return False
    return any(_alike(x, la, y, lb) for la, x in a.items() for lb, y in b.items())


def _alike(x: str, language: str, y: str, other: str) -> bool:
    across = (language == "ar") != (other == "ar")
    if across and compare_names(x, y).score >= HEARD:
        return True
    return cosine(vector(x, language), vector(y, other)) >= MEANT


def state_of(m: Mention) -> str:
    """Return a key for the state that a name or its capital's stands for as a side ("Alger et Rome ont signé"); empty for others."""
    if m.kind != "place":
        return ""
    own = m.country if m.country and m.key == f"place:{m.country}" else capital_of(fold_key(m.text))
    return f"state {own}" if own else ""
