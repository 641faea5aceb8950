"""Triggers that stand in one another's way: words of a longer one, objects that look like verbs, words lent to another kind."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.triggers import Hit
from isnad.languages import table


def sift(found: list[list[Hit]], grammar: Grammar) -> list[list[Hit]]:
    """Return the triggers of a sentence without those that another one explains."""
    return _without_objects(_without_hurt(_without_lent(_without_parts(found))), grammar)


def _without_hurt(found: list[list[Hit]]) -> list[list[Hit]]:
    """Leave out who was hurt as an attack where only an accident is told: "nine were injured *when their taxi crashed*"."""
    hurting = table("shared", "kinds")["hurting"]
    told = [(h, h.trigger.lemma.split()[0]) for readings in found for h in readings[:1]]
    accident = any(h.trigger.kind == "disaster" and verb not in hurting for h, verb in told)
    attacked = any(h.trigger.kind == "attack" and (verb not in hurting or h.trigger.doers) for h, verb in told)
    if not accident or attacked:
        return found
    kept = (
        [h for h in readings if h.trigger.kind != "attack" or h.trigger.lemma.split()[0] not in hurting]
        for readings in found
    )
    return [readings for readings in kept if readings]


def _without_lent(found: list[list[Hit]]) -> list[list[Hit]]:
    """Leave out the words that one kind lends another which the sentence tells of: "won the run-off" is no match won."""
    told = frozenset(h.trigger.kind for readings in found for h in readings)
    lent = frozenset(k for k, to in table("shared", "kinds")["yields"].items() if k in told and not told.isdisjoint(to))
    if not lent:
        return found
    kept = ([h for h in readings if h.trigger.kind not in lent] for readings in found)
    return [readings for readings in kept if readings]


def _without_parts(found: list[list[Hit]]) -> list[list[Hit]]:
    """Leave out what is a word of a longer trigger of its kind: "closed" in "will *remain closed*"."""
    long = [h for readings in found for h in readings if h.last > h.first]
    if not long:
        return found
    kept = (
        [
            h
            for h in readings
            if not any(
                o.first <= h.first and h.last <= o.last and o.last - o.first > h.last - h.first
                for o in long
                if o.trigger.kind == h.trigger.kind and not _read_otherwise(o, h)
            )
        ]
        for readings in found
    )
    return [readings for readings in kept if readings]


def _read_otherwise(noun: Hit, verb: Hit) -> bool:
    """True for a longer noun that begins with what may be a verb as well: "will *vote on* the treaty"."""
    return (
        noun.verb is None and noun.trigger.sort == "noun" and verb.trigger.sort == "verb" and noun.first == verb.first
    )


def _without_objects(found: list[list[Hit]], grammar: Grammar) -> list[list[Hit]]:
    """Leave out Arabic verbs that are the noun which is another verb's object: «طعنا» in «قدم طعنا أمام المحكمة»."""
    if not grammar.verb_first:
        return found
    objects = {h.at for readings in found for h in readings if h.how == "verb" and h.trigger.classes and h.at > h.first}
    kept = ([h for h in readings if h.how != "verb" or h.first not in objects] for readings in found)
    return [readings for readings in kept if readings]
