"""Who acts through others: "*lawyers for X* appealed", « un avion *de la Croix-Rouge* s'est posé », «وصل فريق *من الهلال الأحمر*»."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.parts import Collector, is_actor, joined_names, kind_of

BESIDE = 8
"""Items between those that act and the name of whom they act for: "lawyers for the former *head of the lottery, X*"."""
NEAR = 4
"""Items between an Arabic team and its body: «فريق من *جمعية الهلال الأحمر*»."""


def on_behalf(c: Collector, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return the items of the names before a verb whose lawyers, team or aircraft its subject is, empty when there are none.

    Lawyers act for anybody; a team, a convoy and an aircraft for a body or a state.
    """
    items, labels = c.layout.items, c.layout.labels
    for j in range(end - 1, start - 1, -1):
        if items[j].kind != "name" or labels[j] not in ("of", "for", "from"):
            continue
        low = max(start, j - BESIDE)
        if any(i.kind == "name" and labels[k] == "bare" for k, i in enumerate(items[low:j], low)):
            return []
        counsel = grammar.words["counsel"].within(items, low, j) is not None
        carrier = grammar.words["carriers"].within(items, low, j) is not None and kind_of(c, j) != "person"
        if counsel or (carrier and not _town(c, j)):
            return joined_names(c, j, -1, low, grammar)
    return []


def team(c: Collector, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return the item of the body whose team or aircraft stands behind an Arabic verb: «ويصل *فريق من الهلال الأحمر*», «طائرة تابعة للأمم المتحدة»."""
    items, labels = c.layout.items, c.layout.labels
    for j in range(start, min(end, len(items))):
        if items[j].kind != "name" or kind_of(c, j) == "person" or _town(c, j):
            continue
        near = range(max(start, j - NEAR), j)
        belongs = labels[j] == "from" or (labels[j] == "to" and any(items[k].key.startswith("تابع") for k in near))
        if belongs and any(is_actor(items[k], grammar) or grammar.words["carriers"].at(items, k) for k in near):
            return [j]
    return []


def _town(c: Collector, j: int) -> bool:
    """True for a name of a place that is no state: "a team from Lyon" acts for nobody."""
    mention = c.mentions[c.layout.items[j].ref]
    return mention.kind == "place" and len((mention.key or "").removeprefix("place:")) != 2


def dislocated(c: Collector, left: int, verb: int, grammar: Grammar) -> list[int]:
    """Return the items of whom a Spanish sentence begins with and a pronoun takes up: "*A Lidia Peralta* la detuvo la policía"."""
    items, labels = c.layout.items, c.layout.labels
    if not (
        grammar.pro_drop and not grammar.verb_first and verb > 1 and grammar.words["proclitics"].at(items, verb - 1)
    ):
        return []
    for j in range(verb - 2, max(left, -1), -1):
        if items[j].kind == "name" and labels[j] == "person_to" and kind_of(c, j) != "place":
            return joined_names(c, j, -1, left, grammar)
        if items[j].kind == "name":
            return []
    return []
