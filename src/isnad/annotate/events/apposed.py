"""Who is named beside an office or a number of people: "*the director of the stadium*, General X, was suspended", "eleven were acquitted, *among them* X".

An office alone is nobody; who is named in apposition to it takes its position. Of people without a name those that the clause goes on
to name hold theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.annotate.names.lexicon import listed
from isnad.model import Mention

REACH = 9
"""Items behind an office within which its bearer is named."""
CLOSE = 3
"""Items between the comma and that name: an article, a rank, a nationality."""
LITTLE = 4
"""Items between "among them" and a name: an article, what somebody is."""
_QUOTES = frozenset("«»“”\"'’-")
_COMMAS = frozenset(",،")
_POSSESSED = ("ه", "ها", "هم", "هما")
"""Ends of an Arabic noun that a possessor is joined to: «وشقيقه فلان»."""
_ORIGINS = {
    "fr": (
        "ais",
        "aise",
        "ois",
        "oise",
        "ien",
        "ienne",
        "ain",
        "aine",
        "éen",
        "een",
        "enne",
        "in",
        "ine",
        "ard",
        "arde",
    ),
    "es": (
        "és",
        "es",
        "esa",
        "ano",
        "ana",
        "ino",
        "ina",
        "eño",
        "eno",
        "eña",
        "ena",
        "ense",
        "í",
        "eo",
        "ea",
        "aco",
        "aca",
    ),
}
"""Ends of adjectives that say where somebody is from, between an office and a name."""


def apposed(layout: Layout, mentions: Sequence[Mention], parts: Parts, grammar: Grammar) -> Parts:
    """Return the parts with who is named in apposition to an office in the place of it."""
    offices = {m for m in parts.everybody if mentions[m].form == "role" and not mentions[m].plural}
    offices = {m for m in offices if not any(mentions[r].form != "role" for r in mentions[m].refers)}
    if not offices:
        return parts
    at = {item.ref: i for i, item in enumerate(layout.items) if item.kind == "name" and item.ref in offices}
    bearers = {m: j for m, i in at.items() if (j := _bearer(layout, mentions, i, grammar)) is not None}
    bearers = {m: j for m, j in bearers.items() if layout.items[j].ref not in parts.everybody}
    if not bearers:
        return parts
    instead = {m: layout.items[j].ref for m, j in bearers.items()}
    names = {k: tuple(dict.fromkeys(instead.get(m, m) for m in v)) for k, v in parts.names.items()}
    return replace(parts, names=names, last=max(parts.last, *bearers.values()))


def _bearer(layout: Layout, mentions: Sequence[Mention], i: int, grammar: Grammar) -> int | None:
    """The item of the person named behind an office: right behind what it is an office of, or behind a comma."""
    items, comma = layout.items, -1
    of = compound = _of_something(mentions[items[i].ref], grammar)
    passed = 0
    for j in range(i + 1, min(len(items), i + REACH)):
        item = items[j]
        if j < passed:
            continue
        if comma >= 0 and j - comma > CLOSE:
            return None
        if item.kind == "name":
            m = mentions[item.ref]
            if m.kind == "person":
                own = _set_off(items, j, grammar) if comma >= 0 else _alone(items, i, j, grammar)
                return j if m.form == "name" and own else None
            if comma >= 0:
                return None
        elif item.key in _COMMAS:
            if comma >= 0:
                return None
            comma = j
        elif item.kind in ("time", "number") or (item.kind == "mark" and item.key not in _QUOTES):
            return None
        elif (phrase := grammar.words["in_office"].at(items, j)) is not None:
            passed = j + phrase[1]
        elif item.kind == "word":
            governs = grammar.prepositions.at(items, j)
            of = of or (governs is not None and governs[0] == "of")
            small = (grammar.words[w].at(items, j) for w in ("coordinate", "relative", "subordinate", "pronouns"))
            other = (governs is not None and governs[0] != "of") or any(small) or _helps(item, grammar)
            other = other or (comma >= 0 and grammar.verb_first and item.key.startswith("و"))
            if other or (comma < 0 and not (grammar.verb_first or of or _origin(item, grammar))):
                return None
            of = of and not (compound and grammar.compounds)
    return None


def _of_something(m: Mention, grammar: Grammar) -> bool:
    """True for an office cut short before a common noun: "*director of the Lowmoor* stadium"."""
    return grammar.compounds and " of " in m.text


def _set_off(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for a name that a mark closes, as in Latin scripts one does an apposition."""
    return grammar.verb_first or j + 1 >= len(items) or items[j + 1].kind == "mark"


def _alone(items: Sequence[Item], i: int, j: int, grammar: Grammar) -> bool:
    """True for a name right behind what an office is of, and not one with an office of its own, who is somebody else: «استقبل *الملك الوزير* فلان»."""
    if grammar.verb_first:
        office = next((k for k in range(j - 1, i, -1) if items[k].kind == "role" and items[k].ref == items[j].ref), -1)
        return office < 0 or not listed("ar", "honorifics").isdisjoint(items[office].heads)
    beside = grammar.words["in_office"].within(items, max(i + 1, j - CLOSE), j) is not None
    return beside or items[j - 1].kind == "role" or _origin(items[j - 1], grammar)


def _origin(item: Item, grammar: Grammar) -> bool:
    return item.kind == "word" and item.key.endswith(_ORIGINS.get(grammar.language, ())) and len(item.key) > CLOSE + 1


def _helps(item: Item, grammar: Grammar) -> bool:
    return any(item.key in forms for forms in grammar.auxiliaries.values())


def among(
    layout: Layout, inserted: Sequence[Item], mentions: Sequence[Mention], hit: Hit, parts: Parts, grammar: Grammar
) -> Parts:
    """Return the parts with those named of people without a name: "eleven were acquitted, *among them* X", «اعتقلت 14 *بينهم* فلان».

    ``inserted`` are the items of a clause put in between: "three people, *including X*, were arrested".
    """
    befalls = hit.trigger.object in ("person", "who") and hit.how == "verb"
    open_to = ["object"] if befalls else [p for p in ("object", "of", "subject") if p in parts.unnamed]
    if not open_to:
        return parts
    begin = max(0, layout.left(hit.verb.first if hit.verb else hit.first))
    refs, last = _some(inserted, 0, 1, mentions, grammar), -1
    if not refs:
        refs = _some(layout.items, begin, _clause_ends(layout, hit.last, grammar), mentions, grammar)
        last = max((i for i, item in enumerate(layout.items) if item.kind == "name" and item.ref in refs), default=-1)
    held = {p: set(parts.names.get(p, ())) for p in open_to}
    position = next((p for p in sorted(open_to, key=lambda p: not held[p]) if held[p] <= set(refs)), None)
    others = (v for k, v in parts.names.items() if k not in (position, "with", "between"))
    if not refs or position is None or any(set(v) & set(refs) for v in others):
        return parts
    reach = max(parts.last, last) if last > hit.last else parts.last
    return replace(parts, names={**parts.names, position: refs}, last=reach)


def _clause_ends(layout: Layout, at: int, grammar: Grammar) -> int:
    """Where the clause of an item ends for good: at another clause that does not begin with "among whom"."""
    words = grammar.words["among_them"]
    for i in range(at + 1, len(layout.items)):
        begins = layout.borders.get(i) in ("that", "relative") and words.at(layout.items, i) is None
        if begins or (layout.items[i].kind == "mark" and layout.items[i].key in ";:.!?؟؛"):
            return i
    return len(layout.items)


def _some(
    items: Sequence[Item], begin: int, end: int, mentions: Sequence[Mention], grammar: Grammar
) -> tuple[int, ...]:
    """The persons that "among them" leads to, when it stands from one item to another."""
    words = grammar.words["among_them"]
    for i in range(begin, min(end, len(items))):
        phrase = words.at(items, i)
        if phrase is not None and (found := _named(items, i + phrase[1], mentions, grammar)):
            return tuple(items[j].ref for j in found)
    return ()


def _named(items: Sequence[Item], start: int, mentions: Sequence[Mention], grammar: Grammar) -> list[int]:
    """The items of the persons named from an item on, one behind the other, up to what is no such list."""
    found: list[int] = []
    gap = 0
    for j in range(start, len(items)):
        item = items[j]
        if item.kind == "name" and mentions[item.ref].kind == "person":
            if mentions[item.ref].form == "name" and not _of_whom(items, j, start, grammar):
                found.append(j)
            elif not found:
                return []
            gap = 0
        elif item.kind == "role" or item.key in _COMMAS or grammar.words["coordinate"].at(items, j):
            continue
        elif item.kind in ("time", "number") or (item.kind == "mark" and item.key not in _QUOTES):
            break
        else:
            gap += 1
            verb = found and item.kind == "word" and not grammar.verb_first and items[j - 1].kind == "name"
            if gap > LITTLE:
                break
            if verb and grammar.prepositions.at(items, j) is None and not grammar.words["relative"].at(items, j):
                return found[:-1]  # « dont le maire Jean Costes *avait* … »
    return found


def _of_whom(items: Sequence[Item], j: int, start: int, grammar: Grammar) -> bool:
    """True for a person of whose people somebody is: "including a cousin *of the mayor X*", «بينهم *ابن عم* الوزير فلان»."""
    at = j - 1
    while at >= start and (items[at].kind == "role" or grammar.words["articles"].at(items, at)):
        at -= 1
    if at < start or items[at].kind != "word":
        return at >= start and items[at].key in ("'", "’", "s")
    if grammar.verb_first:
        return not items[at].key.startswith(("ال", "لل", "وال", "فال")) and not items[at].key.endswith(_POSSESSED)
    return (grammar.prepositions.at(items, at) or ("",))[0] == "of" or items[at].key == "s"
