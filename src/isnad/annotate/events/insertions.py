"""A sentence read without the clause that is put in between commas: "X, *who took office in March*, opened …", «افتتحت الوزيرة، *التي …*، معرضا»."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import preposed
from isnad.annotate.events.phrases import Layout, lay_out
from isnad.annotate.events.triggers import Hit
from isnad.model import Span

_COMMAS = (",", "،")


class Inserted(Struct, frozen=True):
    """The items of an inserted clause: its commas at ``first`` and ``last``, where it stands in the text, and the sentence without it."""

    first: int
    last: int
    span: Span
    around: Layout

    def holds(self, i: int) -> bool:
        """Return whether an item is in the clause."""
        return self.first <= i <= self.last

    def shifted(self, hit: Hit) -> Hit:
        """Return a trigger outside the clause as it stands in the sentence without it."""

        def to(i: int) -> int:
            return i - (self.last - self.first + 1) if i > self.last else i

        verb = hit.verb if hit.verb is None else replace(hit.verb, first=to(hit.verb.first), last=to(hit.verb.last))
        return replace(hit, first=to(hit.first), last=to(hit.last), at=to(hit.at), verb=verb)


def inserted(layout: Layout, leads: Sequence[Hit], grammar: Grammar) -> Inserted | None:
    """Return the first clause put in between two commas, ``None`` when none is closed for certain.

    It begins with a relative pronoun or a participle that tells something, and is closed where a verb that tells something follows
    the comma; in Arabic, whose verb stands before it, where a time, a phrase with a preposition or a noun with no "and" does.
    """
    items = layout.items
    verbs = {h.verb.first for h in leads if h.verb is not None and h.verb.tense != "participle"}
    # In English a participle is spelt like a past: "X, *appointed* last week, visited …".
    both = {"participle", "past"} if grammar.compounds else {"participle"}
    participles = {h.verb.last for h in leads if h.verb is not None and h.verb.tense in both}
    for first in range(1, len(items) - 3):
        if items[first].key not in _COMMAS:
            continue
        relative = layout.borders.get(first + 1) == "relative" or _whom(layout, first, grammar)
        aside = not relative and _aside(layout, first, grammar)
        when = not grammar.verb_first and any(v < first for v in verbs) and grammar.words["when"].at(items, first + 1)
        if when and (last := _before_object(layout, first, verbs, grammar)) is not None:
            rest = (*items[:first], *items[last + 1 :])
            return Inserted(first, last, Span(items[first].start, items[last].end), lay_out(rest, grammar))
        if not (relative or aside) and (
            grammar.verb_first or _past_times(layout, first + 1, grammar) not in participles
        ):
            continue
        told = grammar.verb_first and any(v < first for v in verbs)
        # « le chantier, *confié à dix entreprises*, serait achevé en 2026 »: an auxiliary goes on with the sentence, whatever it tells.
        goes_on = verbs if relative or aside or grammar.verb_first else verbs | _auxiliaries(layout, first, grammar)
        last = _closed(layout, first, goes_on, told, grammar)
        if last is not None and aside and "relative" not in (layout.borders.get(i) for i in range(first, last)):
            continue
        if last is not None and not _carried_in(leads, first, last):
            last = _before_fellow(layout, first, last, leads, grammar)
            rest = (*items[:first], *items[last + 1 :])
            span = Span(items[first].start, items[last].end)
            return Inserted(first, last, span, lay_out(rest, grammar))
    return None


def _auxiliaries(layout: Layout, first: int, grammar: Grammar) -> set[int]:
    """Finite auxiliaries right behind a comma that follows."""
    finite, items = [grammar.auxiliaries[k] for k in _FINITE], layout.items
    return {
        j
        for j in range(first + 4, len(items))
        if items[j - 1].key in _COMMAS and any(items[j].key in f for f in finite)
    }


_FINITE = ("past", "future", "conditional", "be", "be_future", "be_conditional")


def _whom(layout: Layout, first: int, grammar: Grammar) -> bool:
    """True for "que" behind a comma and a noun: « une commission, *que préside la députée X*, a entendu »."""
    items = layout.items
    if grammar.verb_first or items[first + 1].key not in _QUE or layout.borders.get(first + 1) != "that":
        return False
    return items[first - 1].kind in ("name", "role", "word") and layout.labels[first - 1] in ("bare", "of")


_QUE = frozenset({"que", "qu'", "qu"})
"""What may begin a relative clause and any other."""


def _aside(layout: Layout, first: int, grammar: Grammar) -> bool:
    """True for a phrase behind a name and a comma: "X, *at the head of the firm that runs the port*, was arrested", "X, *the dealer who …*"."""
    items = layout.items
    if grammar.verb_first or items[first - 1].kind != "name" or layout.labels[first - 1] != "bare":
        return False
    if grammar.words["articles"].at(items, first + 1) and items[first - 1].names == "person":
        return True
    hit = grammar.prepositions.at(items, first + 1)
    return hit is not None and items[first - 1].names != "place"


def _before_fellow(layout: Layout, first: int, last: int, leads: Sequence[Hit], grammar: Grammar) -> int:
    """The comma where the clause ends when a second subject stands behind it: "X, who ran it until March, *and his deputy, Y,* were charged"."""
    items, words = layout.items, grammar.words
    if grammar.verb_first:
        return last
    for at in range(first + 3, last - 2):
        if items[at].key not in _COMMAS or not words["coordinate"].at(items, at + 1):
            continue
        behind = items[at + 2]
        noun = words["possessives"].at(items, at + 2) or words["articles"].at(items, at + 2)
        told = any(h.verb is not None and at < h.verb.first < last for h in leads)
        named = any(i.kind == "name" and i.names != "place" for i in items[at + 2 : last])
        if (noun or behind.kind in ("name", "role")) and named and not told:
            return at
    return last


def _carried_in(leads: Sequence[Hit], first: int, last: int) -> bool:
    """True when a verb in between tells what a noun outside names: "the collapse, *which occurred on Saturday*, left eleven dead"."""
    return any(h.verb is not None and first < h.verb.first < last and not first < h.first < last for h in leads)


def _closed(layout: Layout, first: int, verbs: set[int], told: bool, grammar: Grammar) -> int | None:
    """The comma that closes the clause; ``told`` says that the verb it interrupts stands before it."""
    items = layout.items
    for last in range(first + 3, len(items) - 1):
        if layout.borders.get(last) == "hard" and items[last].key in (";", "؛", ":", "."):
            return None
        if items[last].key not in _COMMAS:
            continue
        if _past_times(layout, last + 1, grammar) in verbs:
            return last
        if told and _goes_on(layout, last + 1, grammar):
            return last
    return None


def _before_object(layout: Layout, first: int, verbs: set[int], grammar: Grammar) -> int | None:
    """The comma that closes a clause for when, where the object stands behind it: "detuvo el lunes, *cuando iba a embarcar*, al ingeniero X"."""
    items = layout.items
    last = next((j for j in range(first + 3, len(items) - 1) if items[j].key in _COMMAS), None)
    if last is None or (items[last + 1].kind != "name" and items[last + 1].key not in _TO_WHOM):
        if last is None or not grammar.words["articles"].at(items, last + 1) or grammar.pro_drop:
            return None
    ends = next((j for j in range(last + 1, len(items)) if items[j].kind == "mark"), len(items))
    behind = items[last + 1 : ends]
    someone = any(i.names != "place" if i.kind in ("name", "role") else grammar.acting(i.key) for i in behind)
    return last if someone and not any(last < v < ends for v in verbs) else None


_TO_WHOM = frozenset({"a", "al"})
"""What stands before a Spanish object that is a person."""


def _past_times(layout: Layout, i: int, grammar: Grammar) -> int:
    """The place behind times and adverbs: "X, *now* jailed, was arrested"."""
    items = layout.items
    while i < len(items) and (items[i].kind == "time" or grammar.words["adverbs"].at(items, i)):
        i += 1
    return i


def _goes_on(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True where an Arabic clause goes on: a time, a phrase with a preposition, a noun, «أن», and no "and"."""
    item = layout.items[i]
    if item.key.startswith("و") and item.kind == "word":
        return False
    if item.kind in ("time", "name") or layout.borders.get(i) == "that":
        return True
    if layout.borders.get(i) == "relative":
        return False
    hit = grammar.prepositions.at(layout.items, i)
    object_behind = item.kind == "word" and item.key.endswith("ا") and len(item.key) > _LETTERS
    return (hit is not None and hit[0] != "of") or preposed(item) is not None or item.nominal or object_behind


_LETTERS = 3
"""Letters that an Arabic noun in the accusative has more than: «معرضا», "an exhibition"."""


def whole(layout: Layout) -> bool:
    """Return whether a sentence is too short to hold an inserted clause, or has not the commas for one."""
    return sum(i.key in _COMMAS for i in layout.items) < 2
