"""Towns that only name an agreement or a process: nobody of the Doha truce is Doha, and its breach is not there.

«هدنة الدوحة», « l'accord de Doha », "the Doha truce", «el acuerdo de Doha».
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.parts import NAMED
from isnad.annotate.events.phrases import Layout
from isnad.model import Mention

_STATE = len("place:XX")
_OF = frozenset({"de", "d'", "du", "del", "of"})


def called_after(layout: Layout, mentions: Sequence[Mention], grammar: Grammar) -> Layout:
    """Return the layout with such towns under a label of their own; itself when there are none. O(items) time."""
    pacts, items = grammar.words["pacts"], layout.items
    if not any(i.names == "place" for i in items) or all(pacts.firsts.isdisjoint(i.keys) for i in items):
        return layout
    labels = list(layout.labels)
    for j, item in enumerate(items):
        if item.kind != "name" or item.names != "place" or len(mentions[item.ref].key or "") == _STATE:
            continue
        before = j - 1 if grammar.verb_first else j - 2
        led = before >= 0 and (grammar.verb_first or items[j - 1].key in _OF) and pacts.at(items, before)
        compound = grammar.compounds and j + 1 < len(items) and pacts.at(items, j + 1)
        if led or compound:
            labels[j] = NAMED
    return replace(layout, labels=tuple(labels))
