"""What a clause tells in full though nobody in it has a name: "quarante lits ont été livrés", "the fire destroyed two barns".

A verb that says what happened makes an event where a noun only names one. Acts of speech, visits and meetings are left out:
without somebody who speaks or comes they tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import Kind
from isnad.annotate.events.light import PRONOUNS
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.languages import table

FINITE = ("past", "future")


def stands_alone(kind: Kind, hit: Hit, parts: Parts, layout: Layout, part: str, status: str, dated: bool) -> bool:
    """True when the clause's own verb tells what happened or will, in the body of the text and not in passing.

    A present, a participle and a relative clause do so only with a day of their own; an infinitive under a plan
    ("doit être inauguré en mai") likewise.
    """
    if part not in ("body", "lead"):
        return False
    if kind.mutual and dated and parts.places and (hit.how == "occur" or (hit.how == "do" and hit.verb is not None)):
        return True  # "the next round of talks will be held in Muscat on 3 June"
    if kind.mutual and dated and parts.places and status == "planned" and hit.trigger.sort == "noun":
        return True  # "a follow-up meeting is scheduled for 3 June in Baghdad"
    if hit.verb is None or hit.how == "noun":
        return False
    if kind.social and not (hit.trigger.doers or "subject" in parts.unnamed or "by" in parts.unnamed):
        # "The offer was turned down on Monday": of what was done to a thing the day tells enough.
        return dated and hit.verb.passive and bool(hit.trigger.classes) and hit.verb.tense in FINITE
    if layout.borders.get(layout.left(hit.verb.first)) == "relative":
        return dated
    if hit.verb.tense in FINITE:
        return True
    if kind.social and hit.verb.tense in ("present", "gerund") and kind.name in table("shared", "kinds")["spoken"]:
        return True  # "le syndicat réclame": a demand is news while it is made
    return dated and (hit.verb.tense in ("present", "participle", "imperfect") or status == "planned")


def regular(hit: Hit, parts: Parts, part: str, dated: bool) -> bool:
    """True for a present of somebody unnamed, without a day or a place: "le bureau ferme à 18 heures" is so every day."""
    if hit.trigger.kind not in table("shared", "kinds")["regular"]:
        return False
    if hit.verb is None or hit.verb.tense != "present" or hit.how != "verb" or part == "title":
        return False
    sells = hit.trigger.kind == "transaction" and hit.trigger.lemma.split()[0] in _SELLS
    return not (dated or (not sells and (parts.names or parts.places)))


_SELLS = frozenset({"باع/يبيع", "اشترى/يشتري", "vendre", "vender", "sell"})
"""Verbs for what people do for a living: "*sells* buttons", «*تبيع* فلانة الأزرار»."""


def stance(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether a denial in the present lacks words for what it denies: "the company denies it" is no act of any day."""
    if hit.trigger.kind != _REFUSAL or hit.verb is None or hit.verb.tense not in ("present", "imperfect"):
        return False
    items = layout.items
    if not grammar.words["denial"].at(items, hit.verb.last):
        return grammar.verb_first and _denies_it(items[hit.verb.last], grammar)
    at = hit.verb.last + 1
    while at < len(items) and (skip := _aside(items, at, grammar)):
        at += skip
    return at >= len(items) or items[at].kind in ("mark", "time") or bool(grammar.words["coordinate"].at(items, at))


def _denies_it(item: Item, grammar: Grammar) -> bool:
    """True for an Arabic verb of denying with a pronoun joined to it: «ما ينفيه»."""
    denial = grammar.words["denial"].firsts
    return any(key.endswith(p) and key.removesuffix(p) in denial for key in item.keys for p in PRONOUNS)


def _aside(items: Sequence[Item], at: int, grammar: Grammar) -> int:
    """How many items of an adverb, or of a pronoun that points back, begin here: "denies *it flatly*", « nie *formellement* »."""
    for words in (grammar.words["adverbs"], grammar.words["points_back"]):
        if (found := words.at(items, at)) is not None:
            return found[1]
    key = items[at].key
    return int(items[at].kind == "word" and key.endswith(("ment", "mente", "ly")) and len(key) > _ADVERB)


def adjectival(layout: Layout, hit: Hit, leads: Sequence[Hit], grammar: Grammar) -> bool:
    """Return whether a participle only says which one is meant: "*l'agence suspendue*, Atlas Tours, a saisi la cour", "los obreros *despedidos* marcharon".

    It stands between a definite noun and the sentence's verb, or a comma, and says nothing more.
    """
    verb, items, i = hit.verb, layout.items, hit.first
    if grammar.verb_first or verb is None or verb.tense != "participle" or not verb.first == verb.last == i == hit.last:
        return False
    if not 1 < i < len(items) - 1 or items[i - 1].kind != "word" or layout.labels[i] not in ("bare", "at", "to"):
        return False
    if all(grammar.words["articles"].at(items, j) is None for j in range(max(0, i - 3), i - 1)):
        return False
    then = {o.verb.first for o in leads if o.verb is not None and o.verb.first > i and o.verb.tense in _TOLD}
    behind = items[i + 1]
    return bool(then) and (
        (behind.key == "," and items[i + 2 : i + 3] != () and items[i + 2].kind in ("name", "role")) or i + 1 in then
    )


_TOLD = (*FINITE, "present", "imperfect")
_REFUSAL = "rejection"
"""The kind of a denial."""
_ADVERB = 5
"""Letters that an adverb with such an ending has more than: "formellement", "flatly"."""
