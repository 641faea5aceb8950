"""A name in brackets behind what it is short for, which parts no clause: "the Dockers' Union *(SLD)* turned down …", « la Fédération *(FRO)* a suspendu »."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.items import Item

MOST = 4
"""Items that such brackets hold."""


def without_asides(items: Sequence[Item], text: str) -> list[Item]:
    """Return the items of a sentence without brackets that hold nothing but a name, an acronym or an age; a day or a score in them stays."""
    if not any(item.key == "(" for item in items):
        return list(items)
    kept: list[Item] = []
    i = 0
    while i < len(items):
        close = _closing(items, i, text) if items[i].key == "(" and kept and kept[-1].kind in _NOUNS else -1
        if close > 0:
            i = close + 1
            continue
        kept.append(items[i])
        i += 1
    return kept


_NOUNS = frozenset({"name", "role", "word"})


def _closing(items: Sequence[Item], i: int, text: str) -> int:
    """Where brackets close that open at an item and hold a name alone, -1 else."""
    end = next((j for j in range(i + 1, min(len(items), i + MOST + 2)) if items[j].key == ")"), -1)
    if end <= i + 1 or end + 1 >= len(items):
        return -1
    held = items[i + 1 : end]
    named = len(held) == 1 and held[0].kind == "name"
    aged = items[i - 1].kind in ("name", "role") and held[0].kind == "number" and len(held) == _AGE
    named = named or (aged and held[1].kind == "word")
    letters = all(x.kind in ("word", "name") or x.key in _DOTS for x in held)
    return end if named or (letters and text[held[0].start : held[-1].end].isupper()) else -1


_AGE = 2
"""Items of an age: "44 ans"."""
_DOTS = frozenset(".-–")
