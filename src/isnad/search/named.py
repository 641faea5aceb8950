"""The names of a dossier, looked up by what somebody types: as printed, by their sound, by what the words of a body mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.languages.meanings import concepts
from isnad.link.spelling import compare_names, sound_key
from isnad.model import Entity
from isnad.search.arabic import bare_forms
from isnad.search.tokens import folded, printed_words
from isnad.text import script_of

_FORMS = 60
"""Printed forms of one name that are tried."""
_BONES = 3
"""Consonants that a name must have to be known by its sound."""
_ALIKE = 0.6
"""How alike two names must be (:func:`isnad.link.spelling.compare_names`) for one to stand for the other in a search."""
_ARTICLE = 4
""""ال" with so many letters is an article."""
_SMALLEST = 2
"""Concepts a body's name needs to be known by its meaning: every state has a ministry."""


class Names:
    """The printed forms of a dossier's names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities: dict[str, Entity] = {}
        self._forms: dict[tuple[str, ...], set[str]] = {}
        self._sounds: dict[tuple[str, ...], dict[str, str]] = {}
        self._bodies: dict[str, list[frozenset[str]]] = {}
        for e in entities:
            self.entities[e.id] = e
            for form in dict.fromkeys((*e.aliases, *e.name.values())):
                key = name_key(form)
                if key:
                    self._forms.setdefault(key, set()).add(e.id)
                    printed = printed_words(form)
                    for part in (printed, printed[-1:] if e.kind != "organization" else printed):
                        self._sounds.setdefault(sounds(part), {}).setdefault(e.id, " ".join(part))
                if e.kind == "organization" and len(meant := concepts(form)[0]) >= _SMALLEST:
                    self._bodies.setdefault(e.id, []).append(meant)
        self.longest = max(map(len, self._forms), default=0)

    def named(self, printed: Sequence[str]) -> frozenset[str]:
        """Return the entities printed so."""
        return frozenset(self._forms.get(name_key(" ".join(printed)), ()))

    def meaning(self, printed: Sequence[str]) -> frozenset[str]:
        """Return the bodies whose names say what the words say, and perhaps more: "ministry of water" is also one of water and sanitation."""
        if len(printed) < _SMALLEST:
            return frozenset()
        meant, rest = concepts(" ".join(printed))
        if rest or len(meant) < _SMALLEST or not meant & _STATE:
            return frozenset()
        return frozenset(e for e, known in self._bodies.items() if any(meant <= k for k in known))

    def sounding(self, printed: Sequence[str]) -> frozenset[str]:
        """Return the entities whose name, or whose last name, is written alike or sounds so in the other script."""
        asked = " ".join(printed)
        found = self._sounds.get(sounds(printed), {}) if len("".join(sounds(printed))) >= _BONES else {}
        alike = {form for form in set(found.values()) if compare_names(asked, form).score >= _ALIKE}
        return frozenset(e for e, form in found.items() if form in alike)

    def forms(self, entity: str) -> tuple[tuple[str, ...], ...]:
        """Return the words of each printed form of an entity, those of one script first met first."""
        e = self.entities[entity]
        return tuple(map(printed_words, list(dict.fromkeys((*e.aliases, *e.name.values())))[:_FORMS]))


_STATE = frozenset({"ministry", "court", "prosecution", "agency", "authority", "directorate", "council", "bank", "fund", "union", "federation",
                    "institute", "office", "army"})  # fmt: skip
"""Bodies that are known by what their name says."""


def sounds(printed: Sequence[str]) -> tuple[str, ...]:
    """Return the consonants of each word of a name as they sound, the Arabic article aside."""
    plain = (folded(w) for w in printed)
    return tuple(sound_key(w.removeprefix("ال") if len(w) > _ARTICLE else w) for w in plain)


def name_key(form: str) -> tuple[str, ...]:
    """Return a printed name as folded words; Arabic ones without attached particle and article."""
    found = []
    for w in printed_words(form):
        plain = folded(w)
        found.append(bare_forms(plain)[-1] if script_of(plain) == "Arabic" else plain)
    return tuple(found)
