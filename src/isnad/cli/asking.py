"""Who is meant by a name that is typed: the one person of the dossier, however it is spelled and in whatever script."""

from __future__ import annotations

from isnad.errors import ExportError, IsnadError
from isnad.export.selection import person_id
from isnad.link.spelling import compare_names, name_tokens
from isnad.model import Dossier, Entity
from isnad.text import script_of

ALIKE, ACROSS = 0.75, 0.6
"""Scores from which two spellings may be one name, in one script and across two."""
MARGIN = 0.05
"""How much nearer than any other person's the name must be."""


def person_asked(dossier: Dossier, said: str) -> str:
    """Return the id of the entity that an id, a printed name or another spelling of it stands for.

    A spelling that nobody prints is compared with every form of every person; two words at least must agree where two are given.
    Raises :class:`~isnad.errors.IsnadError` when nobody, or several, may be meant.
    """
    try:
        return person_id(dossier, said)
    except ExportError as fault:
        near = sorted(((_nearness(e, said), e.id) for e in dossier.entities if e.kind == "person"), reverse=True)
        if not near or near[0][0] <= 0 or (len(near) > 1 and near[0][0] - near[1][0] < MARGIN):
            raise IsnadError(fault.what, fault.advice) from fault
        return near[0][1]


def _nearness(entity: Entity, said: str) -> float:
    """How near the nearest of a person's printed forms comes to the name, 0 when none may be it."""
    best = 0.0
    several = len(name_tokens(said)) > 1
    for form in {*entity.aliases, *entity.name.values()}:
        match = compare_names(said, form)
        needed = ALIKE if script_of(said) == script_of(form) else ACROSS
        if match.score >= needed and not match.clash and (match.full or not several):
            best = max(best, match.score)
    return best
