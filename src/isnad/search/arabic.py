"""Stems of Arabic words for search: what is written onto a word taken off, broken plurals joined with their singular.

A light stemmer in the manner of Larkey, Ballesteros & Connell (2002), with three lists it lacks: words whose first letter only
looks like a particle, plurals that change inside, and verbs of the news with their forms (``languages/ar/stems.toml``).
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import table
from isnad.text import fold_key

_SHORTEST = 3
"""Letters that must be left of a word: فلس is no ف + لس."""
_PAST = ("", "ت", "ا", "تا", "وا", "نا")
_PRESENT = (("ي", "ت", "ن", "سي", "ست", "سن"), ("", "ون", "ان", "وا"))


class _Known(Struct, frozen=True):
    """The lists, folded: what is taken off either end, words kept whole at their beginning, and form → stem."""

    particles: tuple[str, ...]
    endings: tuple[str, ...]
    whole: frozenset[str]
    joined: dict[str, str]


@cache
def _known() -> _Known:
    rows = table("ar", "stems")
    joined: dict[str, str] = {}
    for line in rows["together"]:
        forms = [fold_key(w) for w in line.split()]
        for form in forms:
            joined.setdefault(form, forms[0])
    for line in rows["verbs"]:
        past, present = (fold_key(w) for w in line.split())
        heads, tails = _PRESENT
        for form in (*(past + t for t in _PAST), *(h + present[1:] + t for h in heads for t in tails)):
            joined.setdefault(form, past)
    whole = frozenset(map(fold_key, rows["whole"]))
    endings = tuple(dict.fromkeys(map(fold_key, rows["endings"])))
    return _Known(tuple(rows["particles"]), endings, whole, joined)


@cache
def irregular() -> frozenset[str]:
    """Return the stems of words that change inside."""
    return frozenset(_known().joined.values())


@lru_cache(maxsize=200_000)
def stem(plain: str) -> str:
    """Return the stem of a folded Arabic word as it stands in a text, without one particle or article before it."""
    return _ended(plain if _rooted(plain) else without_particle(plain) or plain)


@lru_cache(maxsize=50_000)
def stems_asked(plain: str) -> tuple[str, ...]:
    """Return the stems a folded word of a query may have: what could be a particle may be part of the word in a text."""
    return tuple(dict.fromkeys(map(_ended, bare_forms(plain))))


def bare_forms(plain: str) -> tuple[str, ...]:
    """Return a folded word and what is left when particles are taken off one after the other, down to a word known whole."""
    found = [plain]
    while not _rooted(found[-1]) and (left := without_particle(found[-1])):
        found.append(left)
    return tuple(found)


def without_particle(plain: str) -> str | None:
    """Return a folded word without the particle or article written onto it; ``None`` when it has none.

    A particle before a word that is known whole goes first: للجنة is ل + لجنة, not لل + جنة.
    """
    known = _known()
    cuts = [plain[len(p) :] for p in known.particles if plain.startswith(p) and len(plain) - len(p) >= _SHORTEST]
    return next((c for c in cuts if _rooted(c)), cuts[0] if cuts else None)


def _rooted(word: str) -> bool:
    """True of a word whose first letters are its own, with or without endings."""
    known = _known()
    if word in known.whole or word in known.joined:
        return True
    return any(
        word.endswith(e) and (word[: -len(e)] in known.whole or word[: -len(e)] in known.joined) for e in known.endings
    )


@lru_cache(maxsize=200_000)
def _ended(word: str) -> str:
    """A word without its endings, one after the other, joined with its singular as soon as that is known."""
    known = _known()
    while True:
        if word in known.joined:
            return known.joined[word]
        ending = next((e for e in known.endings if word.endswith(e) and len(word) - len(e) >= _SHORTEST), None)
        if ending is None:
            return word
        shorter = word[: -len(ending)]
        # What is left of a word in ة before a pronoun ends in ت: شركته, شركتها.
        word = f"{shorter}ه" if f"{shorter}ه" in known.joined else shorter
