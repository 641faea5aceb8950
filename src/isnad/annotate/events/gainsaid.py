"""What somebody says has not happened, against what is said elsewhere: "the club has not been sold, *insisted* its owner"."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.verbs import Verb


def gainsaid(layout: Layout, verb: Verb, last: int, grammar: Grammar) -> bool:
    """Return whether what did not happen is denied by whoever speaks behind it, or told as contrary to a rumour.

    Whoever only reports denies nothing ("nobody was hurt, the prefect said"), but what has "never" happened.
    """
    if not verb.negated or not (verb.tense == "past" or (verb.passive and verb.tense == "present")):
        return False
    items, words = layout.items, grammar.words
    if words["contrary_to"].within(items, 0, len(items)) is not None:
        return True
    never = any(items[j].key in _NEVER for j in range(verb.first, min(len(items), verb.last + 2)))
    for j in range(last + 1, len(items)):
        if items[j - 1].key in _SPEECH and (
            words["gainsaid"].at(items, j) or (never and words["never_said"].at(items, j))
        ):
            return True
    return False


_NEVER = frozenset({"jamais", "never", "nunca", "jamás"})
_SPEECH = frozenset(',،»”"–—-')
"""Marks behind which the one who said it is named."""
