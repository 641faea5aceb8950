"""Triggers that stand in one another's way: words of a longer one, objects that look like verbs, words lent to another kind."""

from __future__ import annotations

from functools import cache

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.kinds import Trigger
from isnad.annotate.events.triggers import Hit
from isnad.languages import table


def sift(found: list[list[Hit]], grammar: Grammar) -> list[list[Hit]]:
    """Return the triggers of a sentence without those that another one explains."""
    return _without_objects(_without_hurt(_without_lent(_without_parts(found))), grammar)


def hurts(trigger: Trigger) -> bool:
    """Return whether a trigger says that somebody was hurt, by whom or by what it does not say."""
    return not _words("hurting").isdisjoint(trigger.lemma.split())


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(table("shared", "kinds")[which])


def _without_hurt(found: list[list[Hit]]) -> list[list[Hit]]:
    """Leave out who was hurt as an attack where only an accident is told: "nine were injured *when their taxi crashed*".

    Nor is it an accident when an attack is told, or what was burnt in one ("raided the village, *burning* homes").
    """
    told = [readings[0] for readings in found]
    accident = any(h.trigger.kind == "disaster" and not (hurts(h.trigger) or _ravages(h.trigger)) for h in told)
    attacked = any(h.trigger.kind == "attack" and (not hurts(h.trigger) or h.trigger.doers) for h in told)
    if accident == attacked:
        return found
    kept = ([h for h in readings if not _of_the_other(h.trigger, attacked)] for readings in found)
    return [readings for readings in kept if readings]


def _of_the_other(trigger: Trigger, attacked: bool) -> bool:
    if attacked:
        return trigger.kind == "disaster" and (hurts(trigger) or _ravages(trigger))
    return trigger.kind == "attack" and hurts(trigger)


def _ravages(trigger: Trigger) -> bool:
    return trigger.sort == "verb" and trigger.lemma.split()[0] in _words("ravaging")


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
