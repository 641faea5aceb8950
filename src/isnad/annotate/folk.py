"""Which nouns are words for people: what figures count, and who may speak."""

from __future__ import annotations

from functools import cache

from isnad.annotate.events.inflection import noun_forms
from isnad.annotate.numerals import keys_of
from isnad.languages import table
from isnad.languages.keeping import kept


@cache
def folk(language: str) -> frozenset[str]:
    """Return the folded one-word nouns for people of a language ("villagers", « riverains », «صيادا»)."""
    who = [w for nouns in table(language, "things")["who"].values() for w in nouns]
    listed = [*table(language, "numbers")["units"]["people"], *who]
    return frozenset(keys_of(w)[0] for w in listed if len(keys_of(w)) == 1)


@kept
def sorts(language: str) -> frozenset[str]:
    """Return the folded one-word nouns for things of a language: "patrouilleurs" are ships, however much the ending speaks of people."""
    nouns = [n for listed in table(language, "things")["things"].values() for w in listed for n in w.split(" / ")]
    single = [n for n in nouns if " " not in n]
    return frozenset(keys_of(f)[0] for n in single for f in (n, *(noun_forms(language, n) if language != "ar" else ())))
