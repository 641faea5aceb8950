"""Where something took place by what its clause hangs on: "the mill at Kentmere, *which closed in 2019*", «تمرد *تشهده* البلدة»."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.bridging import country, seeing
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Mention

_OF_PEOPLE = frozenset({"who", "whom", "whose", "dont", "cuyo", "cuya", "cuyos", "cuyas", "quien", "quienes"})
"""Relative pronouns that take up people, or whose people somebody is."""
_CLOSING = frozenset({",", "،", "»", "”", '"', "'", "’"})
NEAR = 4
"""Items before a place within which the noun stands that is called after it."""
REACH = 6
"""Items behind an event's noun within which a town is said to have seen it."""


def relative_place(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the place that a relative clause is about, of what befalls places: "the souk *that was built in 1927*"."""
    if hit.trigger.kind not in table("shared", "kinds")["befalls"] or hit.trigger.object == "person":
        return None
    border = layout.left(hit.verb.first if hit.verb is not None else hit.first)
    items = layout.items
    if border < 1 or layout.borders[border] != "relative" or items[border].key in _OF_PEOPLE:
        return None
    sites = setting(grammar.language).sites
    at = border - 1
    while at > 0 and items[at].key in _CLOSING:
        at -= 1
    if grammar.compounds and items[at].kind == "word" and not sites.isdisjoint(items[at].keys):
        at -= 1  # "Talling *mill*, which closed"
    if at < 0 or items[at].names != "place" or country(mentions[items[at].ref]):
        return None
    near = items[max(0, at - NEAR) : at]
    # "the men *of Talling* that attacked", «أهالي تازرت الذين»: of whom one speaks, and not where.
    site = any(i.kind == "word" and not sites.isdisjoint(i.keys) for i in near) or bool(items[at].heads)
    return items[at].ref if site or layout.labels[at] in ("at", "to", "person_to") else None


def witnessed(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the town that a clause behind an event's noun says has seen it: "the worst fire *Talling has seen*", « qu'a connu Oran »."""
    if hit.how == "verb":
        return None
    items = layout.items
    end = min(len(items), hit.last + 1 + REACH + 2)
    known = seeing(grammar.language)
    saw = next((i for i in range(hit.last + 1, end) if not known.isdisjoint(items[i].keys)), None)
    if saw is None or any(items[i].kind == "mark" and items[i].key not in "'’" for i in range(hit.last + 1, saw)):
        return None
    if grammar.verb_first and not items[saw].key.endswith(_IT):
        return None  # «وقفة *شهدت* مشاركة كبيرة»: the noun itself saw
    beside = () if grammar.verb_first else range(max(hit.last + 1, saw - 3), saw)
    after = () if grammar.compounds else range(saw + 1, min(len(items), saw + 3))
    named = (i for i in (*beside, *after) if items[i].names == "place" and layout.labels[i] in ("bare", "of"))
    return next((items[i].ref for i in named), None)


_IT = ("ه", "ها", "هما", "هم")
"""Pronouns joined to an Arabic verb that take up what it is about."""
