"""Who was hurt, of whom the verb does not say by whom: of an attack or of an accident, whichever the page tells."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate

ATTACK, ACCIDENT = "attack", "disaster"
_VIOLENT = frozenset({ATTACK, "protest"})
"""Kinds of what people do to people, or may end in that."""


def of_the_page(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with who was hurt as the victims of what the page tells before or, failing that, at all."""
    if not any(c.hurt and c.mention.kind in (ATTACK, ACCIDENT) for c in found):
        return list(found)
    scenes = [c for c in found if not c.hurt and c.mention.kind in (*_VIOLENT, ACCIDENT)]
    return [_scened(_beside(c), scenes) if c.hurt and not c.mention.participants else c for c in found]


def _beside(c: Candidate) -> Candidate:
    """A telling by the way, or in a heading, only names what the text tells."""
    by_the_way = c.aside or c.part in ("title", "subheading", "caption")
    return replace(c, lone=False, bare=True) if by_the_way else c


def _scened(c: Candidate, scenes: Sequence[Candidate]) -> Candidate:
    before = [s for s in scenes if s.sentence <= c.sentence] or list(scenes)
    if not before or c.mention.kind not in (ATTACK, ACCIDENT):
        return c
    last = max(before, key=lambda s: s.sentence)
    kind = ATTACK if last.mention.kind in _VIOLENT else ACCIDENT
    return c if kind == c.mention.kind else replace(c, mention=replace(c.mention, kind=kind))
