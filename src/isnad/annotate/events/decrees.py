"""A decree that tells what it orders: who "signed a decree *dismissing* the general" dismissed him, and approved nothing beside that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.languages import table

NEAR = 60
"""Characters between a decree and what it orders, at most."""
_DECREED = "approval"
"""The kind that the issue of a decree is told as."""
_STOPS = frozenset(",;:.،؛")


def without_decrees(found: Sequence[Candidate], text: str, language: str) -> list[Candidate]:
    """Return the tellings of a sentence without decrees whose order it tells; what is ordered has the decree's day."""
    kept = list(found)
    for c in found:
        if c.mention.kind != _DECREED or not _names_decree(
            text[c.mention.trigger.start : c.mention.trigger.end], language
        ):
            continue
        ordered = next((o for o in kept if o is not c and _orders(c, o, text)), None)
        if ordered is None:
            continue
        if ordered.mention.date is None:
            dated = replace(ordered.mention, date=c.mention.date, background=c.mention.background)
            kept[kept.index(ordered)] = replace(ordered, mention=dated, dated=c.dated)
        kept.remove(c)
    return kept


def _orders(c: Candidate, o: Candidate, text: str) -> bool:
    """True for what is told right behind a decree, with no mark in between."""
    between = text[c.mention.trigger.end : max(c.mention.trigger.end, o.mention.trigger.start)]
    if o.bare or o.mention.trigger.start < c.mention.trigger.end or len(between) > NEAR:
        return False
    return o.mention.kind != _DECREED and _STOPS.isdisjoint(between)


def _names_decree(words: str, language: str) -> bool:
    return key_of(language, words.split()[-1]) in _decrees(language)


@cache
def _decrees(language: str) -> frozenset[str]:
    return frozenset(
        f for w in table(language, "events")["decrees"] for f in (key_of(language, w), *noun_forms(language, w))
    )
