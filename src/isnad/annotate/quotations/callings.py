"""What a word for somebody says: a calling ("the striker"), an office that is held ("the mayor"), or a body."""

from __future__ import annotations

from functools import cache, lru_cache

from isnad.annotate.credits_lexicon import sources
from isnad.annotate.quotations.barewords import bare
from isnad.annotate.quotations.lexicon import speech
from isnad.languages import table
from isnad.languages.meanings import concepts

_CALLINGS = frozenset(
    {"coach", "player", "writer", "artist", "doctor", "engineer", "journalist", "lawyer", "professor"}
)
"""Sorts of what people do; the other sorts of offices.toml are held."""


@cache
def held(language: str, callings: bool) -> frozenset[str]:
    """Return the words for callings, or for offices, of a language."""
    lexicon = speech(language)
    listed = table(language, "offices")["concepts"] if lexicon else {}
    chosen = (p for sort, ps in listed.items() if (sort in _CALLINGS) == callings for p in ps)
    return frozenset(bare(p.split()[0], lexicon) for p in chosen) if lexicon else frozenset()


_BODIES = frozenset(
    {
        "army",
        "committee",
        "government",
        "parliament",
        "party",
        "police",
        "chamber",
        "commission",
        "congress",
        "council",
        "municipality",
        "prosecution",
        "brigade",
    }
)


@lru_cache(maxsize=4096)
def is_body_word(word: str) -> bool:
    """Return whether a word is one for a body that offices end with ("le chef du *parti*"), which is no person's alone."""
    return not _BODIES.isdisjoint(concepts(word)[0])


@cache
def texts(language: str) -> frozenset[str]:
    """Return the words that begin what a text is called, which speaks and is nobody."""
    known, lexicon = sources(language), speech(language)
    if known is None or lexicon is None:
        return frozenset()
    small = lexicon.articles | lexicon.governors | lexicon.possessors
    listed = (w for sort in ("communique", "document", "work", "social") for w in known.nouns[sort].by_first)
    return frozenset(listed) - small
