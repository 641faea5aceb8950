"""What a clause tells in full though nobody in it has a name: "quarante lits ont été livrés", "the fire destroyed two barns".

A verb that says what happened makes an event where a noun only names one. Acts of speech, visits and meetings are left out:
without somebody who speaks or comes they tell nothing.
"""

from __future__ import annotations

from isnad.annotate.events.kinds import Kind
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
    if part not in ("body", "lead") or hit.verb is None or hit.how == "noun":
        return False
    if kind.social and not (hit.trigger.doers or "subject" in parts.unnamed or "by" in parts.unnamed):
        return False
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
    return not (parts.names or parts.places or dated)
