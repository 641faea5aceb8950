"""Verbs of no list that can only lead in the words they stand beside: « …, *calcule*-t-elle », "“…”, *corrige* Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.words import Words

_CLOSING = frozenset({"»", "”", '"', "’"})


def leads_in(words: Words, i: int, lexicon: Speech, people: AbstractSet[int] = frozenset()) -> bool:
    """True of a small word between quoted words with their comma and a name, or an article and a noun for somebody, that ends like a verb.

    An Arabic one begins like a verb of the present; ``people`` are the places at which persons' names begin.
    """
    keys = words.keys
    if (
        i < 2
        or i + 2 >= len(keys)
        or {keys[i - 1], keys[i - 2]} & _CLOSING == set()
        or _COMMAS.isdisjoint((keys[i - 1], keys[i - 2]))
    ):
        return False
    t = words.tokens[i]
    if lexicon.verb_first:
        return bool(_PRESENT(keys[i])) and (words.tokens[i + 1].start in people or keys[i + 1] in lexicon.offices)
    if (
        t.kind != "word"
        or not t.text.islower()
        or len(t.text) < _SHORTEST
        or not keys[i].endswith(lexicon.third_person)
    ):
        return False
    if keys[i] in _small(lexicon.language) or keys[i].endswith(("ment", "mente", "ly")):
        return False
    behind = words.tokens[i + 1]
    if behind.text[0].isupper() and behind.kind == "word":
        return True
    if keys[i + 1] not in lexicon.definite or keys[i + 1] in lexicon.possessors:
        return False
    return keys[i + 2] in lexicon.offices or keys[i + 2] in lexicon.persons or keys[i + 2] in lexicon.speakers


def tied_to_pronoun(words: Words, i: int) -> bool:
    """True of any French verb between quoted words and its pronoun (« … », *calcule*-t-elle)."""
    near = words.keys[max(0, i - 2) : i + 4]
    if i < 2 or near[0] not in "»”" or near[1] != "," or near[3:4] != ["-"] or not words.tokens[i].text.islower():
        return False
    return any(k in ("il", "elle", "ils", "elles") for k in words.keys[i + 2 : i + 5])


_COMMAS = frozenset(",،")
_PRESENT = re.compile(r"[يت]\w{3,}").fullmatch
"""Arabic verbs of the present: he or she says."""
_SHORTEST = 4
"""Letters of the shortest such verb."""


@cache
def _small(language: str) -> frozenset[str]:
    """Words that open a phrase or a clause and are no verbs."""
    lexicon = speech(language)
    if lexicon is None:
        return frozenset()
    opening = (
        lexicon.governors | lexicon.begins | lexicon.relatives | lexicon.articles | lexicon.ands | lexicon.meanwhile
    )
    return (
        opening
        | lexicon.no_verbs
        | lexicon.negations
        | frozenset(lexicon.between.by_first)
        | frozenset(lexicon.stops.by_first)
    )
