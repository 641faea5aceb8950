"""The language of chrome, compiled: what a line says about itself. Lines are looked up word by word, never searched phrase by phrase."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

_TRIM = " \t:.…!|-–—•·*»«\"'›>→<#▶►،؛[](){}↓↑▼▲✕×"
_WORD_TRIM = ".,:;!?()[]{}\"|«»'"
LONGEST_REMEMBERED = 300
"""Characters of the longest line whose words are remembered."""
_WORDS = re.compile(r"[^\W_]\w*(?:'[^\W_]\w*)?")
"""The words of a folded line, with the article or pronoun that an apostrophe joins to them."""
_HEAD = 140
"""Characters of a line in which a phrase that it starts with ends."""
Index = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word, the longest first."""


@cache
def phrases(role: str) -> frozenset[str]:
    """Return the folded phrases of a role in all languages together; pages mix languages in their chrome."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")[role])


def bare(line: str) -> str:
    """Return a line folded, without the marks around it; remembered for short lines, which are looked at often."""
    return _bare(line) if len(line) <= _HEAD else fold_key(line).strip(_TRIM)


@lru_cache(maxsize=2048)
def _bare(line: str) -> str:
    return fold_key(line).strip(_TRIM)


def words_of(line: str) -> tuple[str, ...]:
    """Return the folded words of a line without the marks around them; remembered for short lines, which are looked at often."""
    return _words(line) if len(line) <= LONGEST_REMEMBERED else tuple(w.strip(_WORD_TRIM) for w in bare(line).split())


@lru_cache(maxsize=2048)
def _words(line: str) -> tuple[str, ...]:
    return tuple(w.strip(_WORD_TRIM) for w in bare(line).split())


@cache
def _index(role: str) -> Index:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(role):
        words = tuple(w.strip(_WORD_TRIM) for w in phrase.split())
        if words and all(words):
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=lambda r: -len(r))) for first, rows in found.items()}


@cache
def _by_start(role: str) -> dict[str, tuple[str, ...]]:
    """Phrases by their first three characters, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in phrases(role):
        found.setdefault(phrase[:3], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: -len(p))) for k, v in found.items()}


ROLES = (
    "related",
    "tags",
    "notices",
    "caption",
    "captioned",
    "source",
    "comments",
    "modified",
    "lists",
    "site",
    "calls",
    "offers",
)
BIT = {role: 1 << n for n, role in enumerate((*ROLES, "follow", "rights"))}
"""The bit of each role in the masks of :func:`marks`."""


@cache
def _masks() -> tuple[dict[str, int], dict[str, int]]:
    """For the first characters of a line, and for each word: the roles of which a phrase may begin there."""
    heads: dict[str, int] = {}
    firsts: dict[str, int] = {}
    for formula in (f for k in LANGUAGES for f in table(k, "chrome")["follow"]):
        sure = max((fold_key(piece) for piece in formula.split("{publisher}")), key=len)
        for run in _WORDS.findall(sure)[:1]:
            firsts[run] = firsts.get(run, 0) | BIT["follow"]
    for role in ROLES:
        bit = BIT[role]
        for key in _by_start(role):
            heads[key] = heads.get(key, 0) | bit
        for run in {run for word in _index(role) for run in _WORDS.findall(word)[:1]}:
            firsts[run] = firsts.get(run, 0) | bit
    return heads, firsts


def marks(line: str) -> tuple[int, int, int]:
    """Return how many words a line has, and two masks of roles: of which a phrase may open the line, and may stand in it.

    Looked up once for a line, they spare nearly all of the questions :func:`starts_with` and :func:`phrases_in` answer.
    """
    heads, firsts = _masks()
    folded = fold_key(line)
    words = _WORDS.findall(folded)
    holds = 0
    for bits in filter(None, map(firsts.get, words)):
        holds |= bits
    if "©" in line or "(c)" in folded or "Ⓒ" in line or "ⓒ" in line:
        holds |= BIT["rights"]
    folded = bare(line[:_HEAD]) if len(line) > _HEAD else folded.strip(_TRIM)
    return len(words), heads.get(folded[:3], 0) | heads.get(folded[:2], 0), holds


def starts_with(line: str, role: str) -> int:
    """Return the length of the phrase of that role which the bare line starts with; 0 when none."""
    return _starts_with(line[:_HEAD], role)


@lru_cache(maxsize=8192)
def _starts_with(head: str, role: str) -> int:
    words = bare(head)
    known = _by_start(role)
    for phrase in known.get(words[:3]) or known.get(words[:2], ()):
        if words.startswith(phrase) and not words[len(phrase) : len(phrase) + 1].isalpha():
            return len(phrase)
    return 0


def opening(line: str, role: str) -> tuple[str, ...]:
    """Return the words of the phrase of a role that a line opens with; empty when it opens with none."""
    words = words_of(line)
    known = _index(role).get(words[0], ()) if words else ()
    return next((phrase for phrase in known if words[: len(phrase)] == phrase), ())


def phrases_in(line: str, role: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the phrases of a role that stand in a line, each with the number of the word it starts at; disjoint."""
    words = words_of(line)
    index = _index(role)
    if index.keys().isdisjoint(words):
        return []
    out: list[tuple[int, tuple[str, ...]]] = []
    i = 0
    while i < len(words):
        for phrase in index.get(words[i], ()):
            if words[i : i + len(phrase)] == phrase:
                out.append((i, phrase))
                i += len(phrase) - 1
                break
        i += 1
    return out


def holds(line: str, role: str) -> bool:
    """True when the bare line has a phrase of that role of two words or more anywhere, or one word as its start."""
    return any(at == 0 or len(phrase) > 1 for at, phrase in phrases_in(line, role))
