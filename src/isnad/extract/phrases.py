"""The language of chrome, compiled: what a line says about itself."""

from __future__ import annotations

from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

_TRIM = " \t:.…!|-–—•·*»«\"'›>→<#▶►,،؛[](){}"
ROLES = ("related", "tags", "notices", "modified", "byline", "caption", "source")


class Phrases(Struct, frozen=True):
    """The folded phrases of all languages, by what they mark; pages mix languages in their chrome."""

    related: frozenset[str]
    tags: frozenset[str]
    notices: frozenset[str]
    modified: frozenset[str]
    byline: frozenset[str]
    caption: frozenset[str]
    source: frozenset[str]


@cache
def phrases() -> Phrases:
    """Return the phrases of all four languages together."""
    return Phrases(
        **{role: frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")[role]) for role in ROLES}
    )


@lru_cache(maxsize=8192)
def bare(line: str) -> str:
    """Return a line folded, without the marks around it."""
    return fold_key(line).strip(_TRIM)


@cache
def _starts(role: str) -> regex.Pattern[str]:
    words = sorted(getattr(phrases(), role), key=lambda w: (-len(w), w))
    body = "|".join(regex.escape(w).replace(r"\ ", r"\s+") for w in words)
    return regex.compile(rf"(?:{body})(?![\p{{L}}])")


@lru_cache(maxsize=32768)
def starts_with(line: str, role: str) -> int:
    """Return the length of the phrase of that role which the bare line starts with; 0 when none."""
    found = _starts(role).match(bare(line))
    return found.end() if found else 0


@lru_cache(maxsize=32768)
def holds(line: str, role: str) -> bool:
    """True when the bare line has a phrase of that role of two words or more anywhere, or one word as its start."""
    words = bare(line)
    for found in _starts(role).finditer(words):
        if found.start() == 0 or (" " in found.group() and not words[found.start() - 1].isalpha()):
            return True
    return False
