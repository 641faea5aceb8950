"""Where something took place that its clause tells by a house: "at the *headquarters of the party*", «أمام *مقرها*», "the *crash site*".

A ministry is no place until somebody stands before it or something goes on in its building; a body's own offices are those of who
acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import noun_forms
from isnad.annotate.events.items import Item
from isnad.annotate.events.parts import is_actor
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import carried_to, elsewhere, of_a_matter
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.meanings import concepts
from isnad.model import Mention, Took

NEAR = 3
"""Items between a building and whose it is: "*au siège* national du parti"."""
_PUBLIC = frozenset({"ministry", "embassy", "consulate", "presidency", "municipality", "prosecution"})
"""Bodies in whose house people meet and sign."""
_SOCIAL = frozenset({"signing", "meeting", "gathering"})
_CROWDS = frozenset({"protest", "gathering"})
"""Kinds of which whoever stands before a body stands before its house."""
_STAND = frozenset({"at", "before", "to"})
_FACING = frozenset({"outside", "opposite"})


class Premises(Struct, frozen=True):
    """Nouns of one language: ``buildings`` that say of a body where, ``mishaps`` of which a place (``mishap_spots``) may be the place."""

    buildings: frozenset[str]
    mishaps: frozenset[str]
    spots: frozenset[str]


@cache
def premises(language: str) -> Premises:
    """Return the nouns of one of our languages."""
    data = table(language, "events")
    return Premises(
        *(
            frozenset(f for w in data[k] for f in noun_forms(language, w))
            for k in ("buildings", "mishaps", "mishap_spots")
        )
    )


def in_house(
    layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar, room: tuple[int, int]
) -> int | None:
    """Return the one body in or before whose house a clause says that something took place, ``None`` for none or two."""
    items, labels = layout.items, layout.labels
    first = hit.verb.first if hit.verb is not None else hit.first
    low, high = max(0, layout.left(min(first, hit.first)), room[0]), min(layout.right(hit.last), room[1])
    befalls = hit.trigger.kind in table("shared", "kinds")["befalls"]
    found: dict[str, int] = {}
    for j in range(low, high):
        if items[j].kind != "name" or mentions[items[j].ref].kind != "organization":
            continue
        if carried_to(layout, j, hit, grammar) or of_a_matter(layout, j, hit, grammar):
            continue
        built = _building(layout, j, grammar)
        if built < 0 and elsewhere(layout, j, grammar):
            continue
        told = built >= 0 and (labels[built] in _STAND or (befalls and labels[built] == "bare" and built > hit.last))
        if not told and labels[j] in _STAND and (j > hit.last or j - low <= NEAR + 1):
            facing = labels[j] == "before" or any(i.key in _FACING for i in items[max(0, j - 2) : j])
            told = facing and hit.trigger.kind in _CROWDS
            told = told or (hit.trigger.kind in _SOCIAL and labels[j] == "at" and _public(layout, j, mentions, grammar))
        if told:
            found.setdefault(mentions[items[j].ref].text.casefold(), items[j].ref)
    return next(iter(found.values())) if len(found) == 1 else None


def _building(layout: Layout, j: int, grammar: Grammar) -> int:
    """The item of the building of a body: "the *gates* of X", "X's *offices*", «*مقر* وزارة الصحة»; -1 for none."""
    items, known = layout.items, premises(grammar.language).buildings
    if grammar.compounds:
        at = j + 1 + 2 * (j + 2 < len(items) and items[j + 1].key in ("'", "’") and items[j + 2].key == "s")
        at = at if at > j + 1 or j + 1 >= len(items) or items[j + 1].key != "'s" else j + 2
        if at < len(items) and items[at].kind == "word" and not known.isdisjoint(items[at].keys):
            return at
    if grammar.verb_first:
        return j - 1 if j and items[j - 1].kind == "word" and not known.isdisjoint(items[j - 1].keys) else -1
    of = False
    for i in range(j - 1, max(-1, j - NEAR - 2), -1):
        if items[i].kind != "word":
            return -1
        if of and not known.isdisjoint(items[i].keys):
            return i
        of = of or (grammar.prepositions.at(items, i) or ("",))[0] == "of"
    return -1


def _public(layout: Layout, j: int, mentions: Sequence[Mention], grammar: Grammar) -> bool:
    """True for a public body that is no office of somebody: "signed *at the ministry*", and not "an adviser at the ministry"."""
    if _PUBLIC.isdisjoint(concepts(mentions[layout.items[j].ref].text)[0]):
        return False
    near = layout.items[max(0, j - NEAR) : j]
    return not any(i.kind in ("role", "name") or is_actor(i, grammar) for i in near)


def own_house(
    layout: Layout, hit: Hit, took: Sequence[Took], mentions: Sequence[Mention], grammar: Grammar
) -> int | None:
    """Return the body that acts where the clause says that something took place before or in its own house: « *devant son siège* »."""
    items, known = layout.items, premises(grammar.language).buildings
    first = hit.verb.first if hit.verb is not None else hit.first
    low, high = max(0, layout.left(min(first, hit.first))), layout.right(hit.last)
    for i in range(low, high):
        if items[i].kind != "word" or layout.labels[i] not in _STAND:
            continue
        if (grammar.verb_first or not known.isdisjoint(items[i].keys)) and _owned(items, i, grammar):
            acts = (t.mention for t in took if t.role in ("actor", "organizer", "host", "signatory"))
            bodies = [m for m in acts if mentions[m].kind == "organization"] or _named_before(layout, i)
            return bodies[0] if len(bodies) == 1 else None
    return None


def _named_before(layout: Layout, i: int) -> list[int]:
    """The bodies that stand free before an item: "*the League* called a sit-in outside its offices"."""
    free = zip(layout.items[:i], layout.labels, strict=False)
    return [item.ref for item, label in free if item.names == "organization" and label == "bare"]


def _owned(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for a noun with a possessive: "*its* offices", «مقر*ها*»."""
    if not grammar.verb_first:
        return i > 0 and grammar.words["possessives"].at(items, i - 1) is not None
    key = items[i].key
    stem = next((key.removesuffix(e) for e in ("ها", "هم", "ه") if key.endswith(e)), key)
    return stem != key and not premises(grammar.language).buildings.isdisjoint((stem, stem[1:]))


def scene_of_mishap(layout: Layout, i: int, grammar: Grammar) -> bool:
    """Return whether a place is that of what befell somebody: "the *site of the crash*", "the *crash site*", «*مكان* الانهيار»."""
    items, known = layout.items, premises(grammar.language)
    if items[i].kind != "word" or known.spots.isdisjoint(items[i].keys):
        return False
    after = items[i + 1 : i + 4]
    if grammar.verb_first:
        return (
            bool(after)
            and after[0].kind == "word"
            and _definite(after[0])
            and not known.mishaps.isdisjoint(after[0].keys)
        )
    if grammar.compounds and i and items[i - 1].kind == "word" and not known.mishaps.isdisjoint(items[i - 1].keys):
        return i > 1 and grammar.words["articles"].at(items, i - 2) is not None
    if len(after) < 2 or (grammar.prepositions.at(items, i + 1) or ("",))[0] != "of":
        return False
    article = grammar.words["articles"].at(items, i + 2) is not None
    noun = after[1 + article : 2 + article]
    joined = after[0].key in ("du", "del", "des")
    return (article or joined) and bool(noun) and not known.mishaps.isdisjoint(noun[0].keys)


def _definite(item: Item) -> bool:
    return item.key.startswith("ال")
