"""Where something was done that is done where the doer is at home: a town that hosts, a state that arrests, the council of a town."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.events.bridging import country
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import forms_once
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import held_before
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.meanings import concepts
from isnad.model import Mention, Took

_ABROAD = frozenset({"embassy", "consulate"})
"""Bodies of a state that stand in another's towns."""


def grounds(
    layout: Layout, hit: Hit, took: Sequence[Took], mentions: Sequence[Mention], grammar: Grammar, room: tuple[int, int]
) -> int | None:
    """Return the mention of the place of who does it there, ``None`` when who does it tells no place."""
    acts = [t.mention for t in took if t.role in ("actor", "organizer", "host") and mentions[t.mention].kind == "place"]
    if len(acts) == 1 and _is_there(layout, hit, mentions[acts[0]], grammar):
        return acts[0]
    after = layout.items[hit.last + 1 : hit.last + 2]
    if hit.trigger.kind == "departure" and hit.trigger.after and after and after[0].names == "place":
        return after[0].ref  # "the rig will sail from *Larache*"
    return _town_of_body(layout, hit, mentions, grammar, room)


def _is_there(layout: Layout, hit: Hit, m: Mention, grammar: Grammar) -> bool:
    """True of a town or state that hosts ("*Nairobi* will host the summit"), and of a state that arrests or tries."""
    kinds = table("shared", "kinds")
    if hit.verb is not None and hit.trigger.kind in kinds["hosted"]:
        group = layout.items[hit.verb.first : hit.verb.last + 1]
        if any(not _hosting(grammar.language).isdisjoint(i.keys) for i in group):
            return True
    if hit.how == "noun":
        return False
    if hit.trigger.kind in kinds["in_office"] and not country(m) and _possesses(layout, m):
        return True  # "*Talling's* rail company tore up the contract"
    return country(m) and hit.trigger.kind in kinds["on_own_soil"]


def _possesses(layout: Layout, m: Mention) -> bool:
    """True for a town that owns the body behind it, in English: "*Talling's* bus company"."""
    items = layout.items
    at = next((i for i, item in enumerate(items) if item.kind == "name" and item.start == m.start), len(items))
    return [i.key for i in items[at + 1 : at + 3]] == ["'", "s"] or any(i.key == "'s" for i in items[at + 1 : at + 2])


@cache
def _hosting(language: str) -> frozenset[str]:
    return frozenset(f for v in table(language, "events")["hosts"] for f in forms_once(language, v))


def _town_of_body(
    layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar, room: tuple[int, int]
) -> int | None:
    """The town behind the body that acts: "*the city council of* Tarija dismissed", « le conseil provincial *de Bagdad* a retiré »."""
    first = hit.verb.first if hit.verb is not None else hit.first
    items = layout.items
    low = max(0, layout.left(min(first, hit.first)), room[0])
    for j in range(low, min(layout.right(hit.last), room[1], len(items) - 2)):
        body, town = items[j], items[j + 2]
        if body.names != "organization" or town.names != "place" or layout.labels[j] not in ("bare", "by"):
            continue
        if (grammar.prepositions.at(items, j + 1) or ("",))[0] != "of" or country(mentions[town.ref]):
            continue
        at_home = _ABROAD.isdisjoint(concepts(mentions[body.ref].text)[0]) and not held_before(layout, j, grammar)
        return town.ref if at_home else None
    return None
