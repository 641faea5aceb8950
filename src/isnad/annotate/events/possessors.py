"""Whose an event noun is: "la visite de X", «زيارة X», "X's visit", "sa visite", "en visite à Lomé, X a …"."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.items import Item
from isnad.annotate.events.parts import Collector, actor_in, is_actor, joined_names, kind_of
from isnad.annotate.events.phrases import people
from isnad.annotate.events.triggers import Hit
from isnad.languages import table

OFFICE = 12
"""Items behind an event's noun among which its possessor stands, an office before the name among them."""


def with_noun(c: Collector, hit: Hit, grammar: Grammar, right: int, last_subject: Sequence[int]) -> None:
    """The possessor of an event noun: "la visite de X", «زيارة X», "X's visit", "sa visite"."""
    items, labels = c.layout.items, c.layout.labels
    if grammar.words["possessives"].at(items, hit.first - 1) if hit.first else False:
        one = len(last_subject) == 1 and not c.mentions[last_subject[0]].plural
        several = items[hit.first - 1].key in _THEIRS and one and c.mentions[last_subject[0]].kind == "person"
        if several or actor_in(c, max(0, c.layout.left(hit.first)), hit.first - 1, grammar, ("bare",)):
            c.unnamed.add("of")  # "*the truckers* lifted *their* blockade": whoever was named before
        else:
            c.names.setdefault("of", []).extend(last_subject)
    if grammar.verb_first and _owned(items[hit.first], hit) and last_subject:
        if _noun_beside(c, hit.first):
            c.unnamed.add("of")  # «علقت *الشركة* رحلات*ها*»
        else:
            c.names.setdefault("of", []).extend(last_subject)
    past = _past_place(c, hit, grammar)
    for j in range(past, min(right, past + OFFICE)):
        if (
            items[j].kind == "mark"
            and items[j].key in (",", "،")
            and past > hit.last + 1
            and items[j - 1].kind == "role"
        ):
            continue  # "la visita a Quito *del canciller, X*"
        if items[j].kind == "mark" and (called := _called(c, hit, past, j, right, grammar)):
            c.add("of", called)
            break
        if items[j].kind == "name" and _of_an_office(c, j, hit, right, grammar):
            continue
        if items[j].kind == "name":
            direct = grammar.verb_first and labels[j] in ("bare", labels[hit.last])
            if labels[j] == "of" or direct or of_before(items, j, grammar):
                c.add("of", joined_names(c, j, 1, right, grammar))
            break
        if grammar.prepositions.at(items, j) and not _is_of(items, j, grammar):
            break
        title = items[j].key == "." and j + 1 < len(items) and items[j + 1].kind == "name"  # "la visite de *M.* X"
        if items[j].kind == "mark" and items[j].key not in "-'" and not title:
            break
    _before_noun(c, hit, grammar)
    counted = hit.trigger.classes and hit.trigger.kind in table("shared", "kinds")["deadly"]  # «انتشال ثلاث جثث»
    if counted or actor_in(c, hit.last + 1, min(right, hit.last + 6), grammar, ("of", "bare", "time")):
        c.unnamed.add("of")


def _noun_beside(c: Collector, at: int) -> bool:
    """True for an Arabic noun right behind a definite one that nothing governs and with which its possessive agrees."""
    items, before = c.layout.items, at - 1
    while before > 0 and items[before].kind == "time":
        before -= 1
    if before < 0 or items[before].kind != "word" or not items[before].key.startswith("ال"):
        return False
    feminine = items[before].key.endswith(("ه", "ات"))
    return c.layout.labels[before] == "bare" and items[at].key.endswith("ها") == feminine


_THEIRS = frozenset({"their", "leur", "leurs"})
"""Possessives of several."""


def _called(c: Collector, hit: Hit, past: int, j: int, right: int, grammar: Grammar) -> list[int]:
    """Who is named between commas behind what he is: "the death *of a Syrian mason, X*, …", « l'arrestation d'un routier, *X*. »"""
    items, labels = c.layout.items, c.layout.labels
    if grammar.verb_first or items[j].key != "," or j + 2 >= len(items) or kind_of(c, j + 1) != "person":
        return []
    known = people(grammar.language)
    some = items[j - 1].kind == "role" or any(  # « l'incarcération de l'ancien *directeur du port*, X, … »
        items[k].kind == "word"
        and labels[k] in ("of", labels[hit.first])
        and (is_actor(items[k], grammar) or not known.isdisjoint(items[k].keys))
        for k in range(past, j)
    )
    return [j + 1] if some and j + 1 < right and items[j + 2].kind == "mark" else []


def _of_an_office(c: Collector, j: int, hit: Hit, right: int, grammar: Grammar) -> bool:
    """True for a place of which somebody is the head to whom it is done: «إقالة رئيس مدينة *عين الغزال* اللواء فلان»."""
    if not grammar.verb_first or kind_of(c, j) != "place" or hit.trigger.kind not in table("shared", "kinds")["acts"]:
        return False
    after = next((k for k in range(j + 1, min(right, j + 3)) if c.layout.items[k].kind != "role"), -1)
    return after > 0 and kind_of(c, after) == "person" and c.layout.labels[after] in ("bare", c.layout.labels[j])


def _past_place(c: Collector, hit: Hit, grammar: Grammar) -> int:
    """The item behind the noun, or behind the phrase that says where: "la visite *à Rabat* du ministre"."""
    items, labels = c.layout.items, c.layout.labels
    at = hit.last + 1
    if not grammar.verb_first and (past := _past_when(c, at, grammar)) > at:
        return past
    for j in range(at, min(len(items), at + 4)):
        if kind_of(c, j) == "place":
            where = labels[j] in ("at", "to", "person_to") and not of_before(items, j, grammar)
            return j + 1 if where and j + 1 < len(items) and _is_of(items, j + 1, grammar) else at
        if not (grammar.prepositions.at(items, j) or grammar.words["articles"].at(items, j)):
            return at
    return at


def _past_when(c: Collector, at: int, grammar: Grammar) -> int:
    """The "of" behind a time, with the place beside it and commas around: « Décès, *hier à Meknès*, du calligraphe X », « arrestation *lundi* de X »."""
    items, timed = c.layout.items, False
    for j in range(at, min(len(items), at + _ASIDE)):
        if timed and items[j].key not in _COMMAS and _is_of(items, j, grammar) and items[j - 1].kind != "word":
            return j
        timed = timed or items[j].kind == "time"
        found = grammar.prepositions.at(items, j)
        small = (found is not None and found[0] in ("at", "time", "from")) or grammar.words["articles"].at(items, j)
        if not (items[j].kind == "time" or items[j].key in _COMMAS or kind_of(c, j) == "place" or small):
            return at
    return at


_ASIDE = 9
"""Items that a time and a place behind a noun may have, with their commas."""
_COMMAS = frozenset({",", "–", "—"})


def main_clause(c: Collector, hit: Hit, grammar: Grammar, left: int, right: int) -> None:
    """After "lors d'un entretien avec Y" the main clause's subject is the other side: "…, X a réaffirmé"."""
    items, labels = c.layout.items, c.layout.labels
    if not any(
        (p := grammar.prepositions.at(items, j)) is not None and p[0] == "time"
        for j in range(max(0, hit.first - 6), hit.first)
    ):
        return
    if {"of", "between", "by"} & set(c.names) or not any(labels[j] == "with" for j in range(hit.last, right)):
        return
    for j in [*range(hit.first - 1, left, -1), *range(hit.last + 1, right)]:
        if items[j].kind == "name" and labels[j] == "bare" and kind_of(c, j) == "person":
            c.add("subject", [j])
            return


def owner(c: Collector, hit: Hit, grammar: Grammar, left: int) -> None:
    """Whose visit "sa visite" and "en visite à Lomé, X a …" mean: the main clause's person, before it or to come."""
    items, labels = c.layout.items, c.layout.labels
    behind = {i.ref for i in items[hit.last + 1 :] if i.kind == "name"}
    if {"by", "between"} & set(c.names) or behind & set(c.names.get("of", ())):
        return
    possessed = hit.first > 0 and bool(grammar.words["possessives"].at(items, hit.first - 1))
    possessed = possessed or (grammar.verb_first and _owned(items[hit.first], hit))
    opening = hit.first <= 3 and any(grammar.prepositions.at(items, j) for j in range(hit.first))
    if not (possessed or (opening and labels[hit.first] in ("at", "of") and hit.first <= 1)):
        return
    fronted = hit.first <= 6 and not any(i.kind == "name" for i in items[: hit.first])
    comma = next((j for j in range(hit.last + 1, len(items)) if items[j].key in (",", "،")), len(items))
    reach = range(comma + 1, min(len(items), comma + 18)) if fronted else range(hit.first - 1, max(left, -1), -1)
    for j in reach:
        if items[j].kind == "name" and labels[j] == "bare" and kind_of(c, j) == "person":
            if not fronted and _decided(c, hit, grammar, left):
                c.add("by", [j])
                return
            c.names.pop("of", None)
            c.add("of", [j])
            return


def _decided(c: Collector, hit: Hit, grammar: Grammar, left: int) -> bool:
    """True for what is decided of another than who decides it: «قرر الوالي *إيقافه*», « a décidé *sa suspension* »."""
    if hit.trigger.kind not in table("shared", "kinds")["decided"]:
        return False
    return grammar.words["decide"].within(c.layout.items, max(left, 0), hit.first) is not None


def ordered(c: Collector, hit: Hit, grammar: Grammar, left: int, spoken_of: Sequence[tuple[int, ...]]) -> None:
    """Of whom something is ordered that a possessive makes his: "the judge questioned X and *ordered his detention*", «وأمرت *بإيداعه* السجن».

    It is whoever was spoken of last and gave no order; ``spoken_of`` are the mentions, the latest first.
    """
    if hit.trigger.kind not in table("shared", "kinds")["suffered"]:
        return
    items, noun = c.layout.items, hit.first if hit.how != "verb" else hit.last
    owned = grammar.verb_first and noun > 0 and _owned(items[noun], hit)
    if hit.how == "verb" and hit.verb is not None:
        owned = owned and noun > hit.verb.last and items[noun].key.endswith(_JOINED)
        owned = owned or grammar.words["possessives"].within(items, hit.verb.first + 1, noun) is not None
    elif noun:
        owned = owned or grammar.words["possessives"].at(items, noun - 1) is not None
    if not owned or grammar.words["decide"].within(items, max(left, 0), noun + 1) is None:
        return
    heads = {i.ref for i in items[max(left, 0) : noun] if i.kind == "name"}
    agents = {*c.names.get("subject", ()), *c.names.get("by", ()), *heads}
    position = "object" if hit.how == "verb" else "of"
    if set(c.names.get(position, ())) - agents:
        return
    names = {c.mentions[m].text.split()[-1] for m in agents}
    for some in spoken_of:
        one = c.mentions[some[0]] if len(some) == 1 else None
        if one is not None and one.kind == "person" and not one.plural and one.text.split()[-1] not in names:
            c.names[position] = [some[0]]
            return


def _before_noun(c: Collector, hit: Hit, grammar: Grammar) -> None:
    """ "X's visit", "Noray-Meridia talks": a name right before the noun, in English."""
    items = c.layout.items
    for j in range(hit.first - 1, max(-1, hit.first - 5), -1):
        if items[j].kind == "name":
            between = [k.key for k in items[j + 1 : hit.first]]
            if any(k in ("'", "s", "'s", "’") for k in between) or between in ([], ["-"]):
                c.add("of", [j])
            return
        if items[j].kind == "time":
            return


def _owned(item: Item, hit: Hit) -> bool:
    """True for an event noun with a possessor joined to it («توقيفه», «زيارتها»), whose own last letter is no such one."""
    if item.key.endswith(("ته", "تها", "تهم", "تهما", "ائه", "ائها", "ايه", "ايها", "يه", "عه", "عها")):
        return True
    head = key_of("ar", hit.trigger.lemma.split()[0])
    return item.key.endswith(_JOINED) and not head.endswith(_JOINED) and len(item.key) > len(head)


_JOINED = ("ه", "ها", "هم", "هما", "هن")


def _is_of(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    hit = grammar.prepositions.at(items, j)
    return hit is not None and hit[0] == "of"


def of_before(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """Return whether the name follows "de" or "of", whatever governs the whole phrase."""
    return any(_is_of(items, k, grammar) for k in range(max(0, j - 4), j))


_WHOSE = frozenset({"dont", "cuyo", "cuya", "cuyos", "cuyas", "whose"})
"""Relative pronouns for an owner, who suffers what befalls his things and not his people."""


def disowned(c: Collector, left: int, grammar: Grammar) -> bool:
    """Return whether a clause of "whose" is about the people of somebody, or not of the one named before: "X, *whose daughter* was hurt"."""
    items = c.layout.items
    if items[left].key not in _WHOSE:
        return False
    before = left - 1 - (left > 1 and items[left - 1].key == ",")
    owned = items[left + 1 : left + 3]
    somebody = any(i.kind == "word" and not people(grammar.language).isdisjoint(i.keys) for i in owned)
    return before < 0 or items[before].kind != "name" or somebody
