"""What follows a verb and tells its kind where no list of words would do: an office after a person, a score."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.verbs import Verb

FAR = 8
"""Items behind a verb within which the person stands who is given the office, or the score."""
_WITHIN = 5
"""Items within which the office follows the person, or a passive or a verb of becoming: "made *X, aged 41, bishop*" is out of reach."""
_TO = frozenset({"-", "–", "—", "à", "a", "to", "مقابل"})
"""What stands between the two numbers of a score: "3-1", "3 à 1", «3 مقابل 1»."""
_MOST = 2
"""Digits of either side of a score."""


def office(layout: Layout, i: int, right: int, verb: Verb, grammar: Grammar) -> bool:
    """Return whether a verb gives somebody an office: "made *X bishop*", "eligió a *X como defensora*", "X fue hecho *obispo*".

    The office is any word for people that act, right behind the person, or behind the verb where the person goes before it.
    """
    items = layout.items
    if verb.passive or verb.reflexive:
        return _an_office(layout, i + 1, right, grammar)
    persons = (j for j in range(i + 1, min(right, i + FAR)) if items[j].names == "person" and items[j].kind == "name")
    return any(_an_office(layout, j + 1, right, grammar) for j in persons)


def _an_office(layout: Layout, start: int, right: int, grammar: Grammar) -> bool:
    """True when a word for somebody that acts stands at the item, with nothing but small words and an ordinal before it."""
    items = layout.items
    for j in range(start, min(max(right, start + 1), len(items), start + _WITHIN)):
        item = items[j]
        if item.kind == "role":
            return True
        if item.kind == "time":
            continue
        if item.kind != "word" or j in layout.borders:
            return False
        if any(grammar.acting(k) for k in item.keys):
            return True
        if grammar.prepositions.at(items, j) and not grammar.words["capacity"].at(items, j) and item.key not in _AS:
            return False
    return False


_AS = frozenset({"como", "comme", "as"})
"""Prepositions behind which an office stands."""


def score(layout: Layout, i: int) -> bool:
    """Return whether a score stands behind a verb: "thrashed Peterhead *4-0*", "s'est imposé *3 à 1*"."""
    items = layout.items
    for j in range(i + 1, min(len(items) - 2, i + FAR)):
        first, to, second = items[j : j + 3]
        if first.kind == second.kind == "number" and to.key in _TO:
            return first.end - first.start <= _MOST and second.end - second.start <= _MOST
    return False
