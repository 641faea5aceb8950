"""Whom the usual positions miss: to whom a thing is done ("granted bail *to X*", «وجهت *إلى فلان* تهمة»), who stands behind a passive
("fue detenido *X*"), who leads a delegation."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.kinds import kinds
from isnad.annotate.events.parts import Collector, is_actor, joined_names, kind_of
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit

REACH = 18
"""Items behind the verb within which a complement stands."""
BESIDE = 5
"""Items between the preposition and the name it governs: an article, an office, a common noun."""


def done_to(c: Collector, hit: Hit, right: int, grammar: Grammar) -> list[int]:
    """Return the items of the names to whom a verb with a thing as its object does it, empty when there are none.

    Only of kinds whose object is the one it befalls; what only stands behind "for" must be governed by it itself: "jailed for the
    murder *of X*" says nothing done to X.
    """
    if hit.verb is None or hit.how not in ("verb", "do"):
        return []
    trigger = hit.trigger
    entrusted = trigger.kind == "appointment" and bool(trigger.classes)  # "a confié l'intérim *à X*"
    if not entrusted and kinds()[trigger.kind].roles.get("object") != "target":
        return []
    items, labels = c.layout.items, c.layout.labels
    for j in range(hit.verb.last + 1, min(right, hit.verb.last + REACH)):
        if items[j].kind == "mark" and items[j].key not in (",", "،", "«", "»", '"', "-", "'"):
            return []
        if items[j].kind != "name" or kind_of(c, j) != "person":
            continue
        if labels[j] in ("to", "person_to", "at", "for") and _governed(c, j, hit.verb.last, grammar):
            return joined_names(c, j, 1, right, grammar)
    return []


def whose(c: Collector, hit: Hit, right: int, grammar: Grammar) -> list[int]:
    """Return the items of the person whose resignation or appointment a verb accepts or announces: "accepted the resignation *of X*"."""
    items = c.layout.items
    noun = hit.how == "verb" and hit.last > hit.first
    if not noun or grammar.verb_first or kinds()[hit.trigger.kind].roles.get("object") != "appointee":
        return []
    begin = hit.last + 1
    if begin >= len(items) or (grammar.prepositions.at(items, begin) or ("",))[0] != "of":
        return []
    for j in range(begin, min(right, begin + REACH)):
        if kind_of(c, j) == "person":
            return joined_names(c, j, 1, right, grammar)
        if items[j].kind == "time" or (items[j].kind == "mark" and items[j].key not in (",", "-", "'", "’")):
            return []
    return []


def _governed(c: Collector, j: int, verb: int, grammar: Grammar) -> bool:
    """True for a name that a preposition for "to" or "for" governs itself, with nothing but an article or an office between."""
    items = c.layout.items
    gives = setting(grammar.language).gives_to
    for k in range(j - 1, max(verb, j - 1 - BESIDE), -1):
        hit = grammar.prepositions.at(items, k) if items[k].kind == "word" else None
        if hit is not None and k + hit[1] <= j:
            return hit[0] in ("to", "person_to", "for") or (hit[0] == "at" and items[k].key in gives)
        plain = items[k].kind == "role" or grammar.words["articles"].at(items, k) or is_actor(items[k], grammar)
        if not plain and not (items[k].kind == "word" and k == j - 1):
            return False
    return False


def behind_passive(c: Collector, hit: Hit, right: int, start: int, grammar: Grammar) -> list[int]:
    """Return the subject behind a passive that begins its clause: "Fue detenido el miércoles en Asunción *el empresario X*"."""
    assert hit.verb is not None
    items, labels = c.layout.items, c.layout.labels
    before = range(start, hit.verb.first)
    if any(items[j].kind == "word" and labels[j] == "bare" and not _small(c, j, grammar) for j in before):
        return []
    for j in range(hit.verb.last + 1, min(right, hit.verb.last + REACH)):
        if items[j].kind == "mark" and items[j].key in (",", ";", ":", "."):
            return []
        if items[j].kind == "name" and labels[j] in ("bare", "of"):
            return joined_names(c, j, 1, right, grammar) if labels[j] == "bare" else []
    return []


def _small(c: Collector, j: int, grammar: Grammar) -> bool:
    items = c.layout.items
    return any(grammar.words[w].at(items, j) for w in ("adverbs", "coordinate", "subordinate", "articles", "reflexive"))


def led(c: Collector, start: int, end: int, grammar: Grammar) -> int | None:
    """Return the name of who leads the unnamed subject before a verb: "a delegation *led by X* arrived"."""
    items = c.layout.items
    at = grammar.words["led_by"].within(items, start, end)
    if at is None or not any(is_actor(items[j], grammar) for j in range(max(0, at - 4), at)):
        return None
    people = (j for j in range(at, min(end, at + BESIDE + 5)) if kind_of(c, j) == "person")
    return next(people, None)
