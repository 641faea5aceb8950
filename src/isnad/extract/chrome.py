"""The language of chrome, compiled: the phrases of ``languages/*/chrome.toml`` by their roles, by their first words and by their beginnings."""

from __future__ import annotations

from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

TRIM = " \t:.…!|-–—•·*»«\"'›>→<#▶►،؛[](){}↓↑▼▲✕×"
"""The marks around a line that do not belong to what it says."""
WORD_TRIM = ".,:;!?()[]{}\"|«»'"
"""The marks around a word."""
Index = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word, the longest first."""


@cache
def phrases(role: str) -> frozenset[str]:
    """Return the folded phrases of a role in all languages together; pages mix languages in their chrome."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")[role])


@cache
def index(role: str) -> Index:
    """Return the phrases of a role as words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(role):
        words = tuple(w.strip(WORD_TRIM) for w in phrase.split())
        if words and all(words):
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=lambda r: -len(r))) for first, rows in found.items()}


@cache
def by_start(role: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a role by their first three characters, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in phrases(role):
        found.setdefault(phrase[:3], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: -len(p))) for k, v in found.items()}


def starting(role: str, start: str) -> tuple[str, ...]:
    """Return the phrases of a role that begin with three characters, or else two, the longest first."""
    known = by_start(role)
    return known.get(start[:3]) or known.get(start[:2], ())


def homes() -> frozenset[str]:
    """Return what sites call their first page in trails and menus, folded."""
    return phrases("homes")
