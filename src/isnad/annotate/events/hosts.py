"""Where something took place when only a house is named: at a hospital, before a court, in the parliament that votes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from isnad.annotate.events.bridging import country
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.annotate.events.parts import is_actor
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import carried_to, elsewhere, setting
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.venues import within
from isnad.languages import table
from isnad.languages.meanings import concepts
from isnad.model import Mention, Took

NEAR = 3
"""Items before the preposition in which somebody stands who is of the house: "a doctor *at* St Anne's Hospital"."""
_COURTS = frozenset({"court", "highcourt", "administrativecourt", "commercialcourt", "constitution", "appealcourt"})
_HOUSES = frozenset({"parliament", "senate"}) | _COURTS
"""Bodies that are also houses, though no common noun for a site tells it."""
_LOCAL = frozenset({"council", "provincial", "regional"})
"""What the name of a council says that sits in its town or its land, and says no more."""
_LAW = frozenset({"police", "gendarmerie", "prosecution"}) | _COURTS
"""Bodies that make known what was done in their town."""


def host(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar, room: tuple[int, int]) -> int | None:
    """Return the one house in which a clause says that something took place, ``None`` when it names none or two.

    ``room`` are the items that are the trigger's own. A house before the verb is the subject's, but at the head of the clause.
    """
    first = hit.verb.first if hit.verb is not None else hit.first
    low = max(0, layout.left(min(first, hit.first)), room[0])
    high = min(layout.right(hit.last), room[1])
    found: dict[str, int] = {}
    for j in range(low, high):
        sitting = _sitting(layout, j, mentions, grammar)
        if layout.items[j].kind != "name" or not (sitting or layout.labels[j] in ("at", "before")):
            continue
        m = mentions[layout.items[j].ref]
        if sitting:
            found.setdefault(m.text.casefold(), layout.items[j].ref)
        if m.kind != "organization" or not _house(m, grammar.language):
            continue
        if elsewhere(layout, j, grammar) or carried_to(layout, j, hit, grammar):
            continue
        if (j > hit.last or _heads(layout, low, j, grammar)) and not _of_somebody(layout, j, hit, grammar):
            found.setdefault(m.text.casefold(), layout.items[j].ref)
    return next(iter(found.values())) if len(found) == 1 else None


def _sitting(layout: Layout, j: int, mentions: Sequence[Mention], grammar: Grammar) -> bool:
    """True for a body whose sitting a clause tells of: "walked out of *a session of the council*", «خلال *جلسة* مجلس النواب»."""
    items = layout.items
    if items[j].names != "organization" or not _sits(mentions[items[j].ref].text):
        return False
    known = _sessions(grammar.language)
    return any(i.kind == "word" and not known.isdisjoint(i.keys) for i in items[max(0, j - NEAR) : j])


@cache
def _sessions(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["sessions"] for f in noun_forms(language, w))


def host_behind(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar, stop: int) -> int | None:
    """Return the house behind a trigger, which says where more nearly than a place before it: "of those hurt at X, two died *at the hospital of Y*"."""
    for j in range(hit.last + 1, min(stop, layout.right(hit.last))):
        item = layout.items[j]
        if item.kind == "name" and layout.labels[j] in ("at", "before") and mentions[item.ref].kind == "organization":
            apart = elsewhere(layout, j, grammar) or carried_to(layout, j, hit, grammar)
            house = _house(mentions[item.ref], grammar.language) and not apart
            return item.ref if house and not _of_somebody(layout, j, hit, grammar) else None
    return None


def seat(kind: str, took: Iterable[Took], mentions: Sequence[Mention]) -> int | None:
    """Return the parliament or court that decides something, of the kinds that are decided where it sits (``seated``)."""
    if kind not in table("shared", "kinds")["seated"]:
        return None
    bodies = [t for t in took if mentions[t.mention].kind == "organization"]
    acts = (t.mention for t in bodies if t.role in ("actor", "organizer"))
    found = next((m for m in acts if _sits(mentions[m].text)), None)
    if found is None and kind == "court":  # "took the ministry to *the Supreme Court*"
        found = next((t.mention for t in bodies if not _COURTS.isdisjoint(concepts(mentions[t.mention].text)[0])), None)
    if found is None or " " in mentions[found].text:
        return found
    # "*Belize's* Senate ratified": a house that is called by its sort alone is where it is said to be.
    whose = (i for i, o in enumerate(mentions) if o.kind == "place" and o.end + len("'s ") == mentions[found].start)
    return next(whose, found)


def _sits(body: str) -> bool:
    """True for a parliament, a court, or a council of a town: "conseil municipal", and not "conseil d'administration", "Conseil des ministres"."""
    sorts, rest = concepts(body)
    local = "council" in sorts and sorts <= _LOCAL and not rest and " " in body
    return local or not _HOUSES.isdisjoint(sorts)


def accuser(kind: str, took: Iterable[Took], mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the town of the prosecutor or court that accuses: "*the Talling prosecutor's office* charged her"."""
    if kind != "accusation":
        return None
    bodies = (t.mention for t in took if t.role == "actor" and mentions[t.mention].kind == "organization")
    law = (m for m in bodies if not _LAW.isdisjoint(concepts(mentions[m].text)[0]))
    return next((town for m in law if (town := within(m, mentions, grammar)) is not None), None)


def _house(m: Mention, language: str) -> bool:
    """True for a body whose name says a site or an assembly: "hôpital régional", "National Assembly"."""
    sites = setting(language).sites
    return any(key_of(language, w) in sites for w in m.text.split()) or not _HOUSES.isdisjoint(concepts(m.text)[0])


def _heads(layout: Layout, low: int, j: int, grammar: Grammar) -> bool:
    """True when nothing but small words stands between the clause's beginning and a name: "*Devant la cour d'appel*, une foule …"."""
    small = (
        layout.items[i].kind in ("mark", "time")
        or grammar.prepositions.at(layout.items, i) is not None
        or grammar.words["articles"].at(layout.items, i) is not None
        or layout.items[i].key in ("و", "ف")
        for i in range(low, j)
    )
    return j - low <= NEAR + 1 and all(small)


def _of_somebody(layout: Layout, j: int, hit: Hit, grammar: Grammar) -> bool:
    """True when a name says whose somebody is to whom something was done, not where: "arrested a doctor *at the hospital*"."""
    if hit.trigger.kind not in table("shared", "kinds")["acts"] and hit.trigger.kind != "appointment":
        return False
    at = j
    while at > hit.last + 1 and layout.labels[at - 1] == layout.labels[j] and layout.items[at - 1].kind == "word":
        at -= 1
    near = layout.items[max(hit.last + 1, at - NEAR) : at]
    return any(i.kind in ("role", "name") or is_actor(i, grammar) for i in near)


def announced(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the town of the one police, court or prosecutor that a sentence about an arrest or a trial names."""
    if hit.trigger.kind not in table("shared", "kinds")["on_own_soil"]:
        return None
    towns: dict[str, int] = {}
    for item in layout.items:
        m = mentions[item.ref] if item.kind == "name" else None
        if m is None or m.kind != "organization" or _LAW.isdisjoint(concepts(m.text)[0]):
            continue
        town = within(item.ref, mentions, grammar)
        town = None if town is not None and country(mentions[town]) else town
        towns[mentions[town].text.casefold() if town is not None else m.text] = -1 if town is None else town
    return next(iter(towns.values())) if len(towns) == 1 and -1 not in towns.values() else None
