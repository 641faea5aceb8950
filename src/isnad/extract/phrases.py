"""What a line says about itself: the phrases of chrome that it opens with and holds, looked up word by word, never searched phrase by phrase."""

from __future__ import annotations

from functools import lru_cache

from isnad.extract.chrome import TRIM, WORD_TRIM, index, starting
from isnad.extract.looks import folded, may_hold, may_open

LONGEST_REMEMBERED = 300
"""Characters of the longest line whose words are remembered."""
_HEAD = 140
"""Characters of a line in which a phrase that it starts with ends."""


def bare(line: str) -> str:
    """Return a line folded, without the marks around it; remembered for short lines, which are looked at often."""
    return _bare(line) if len(line) <= _HEAD else folded(line).strip(TRIM)


@lru_cache(maxsize=2048)
def _bare(line: str) -> str:
    return folded(line).strip(TRIM)


def words_of(line: str) -> tuple[str, ...]:
    """Return the folded words of a line without the marks around them; remembered for short lines, which are looked at often."""
    return _words(line) if len(line) <= LONGEST_REMEMBERED else tuple(w.strip(WORD_TRIM) for w in bare(line).split())


@lru_cache(maxsize=2048)
def _words(line: str) -> tuple[str, ...]:
    return tuple(w.strip(WORD_TRIM) for w in bare(line).split())


def starts_with(line: str, role: str) -> int:
    """Return the length of the phrase of that role which the bare line starts with; 0 when none."""
    return _starts_with(line[:_HEAD], role) if may_open(line, role) else 0


@lru_cache(maxsize=8192)
def _starts_with(head: str, role: str) -> int:
    words = bare(head)
    for phrase in starting(role, words):
        if words.startswith(phrase) and not words[len(phrase) : len(phrase) + 1].isalpha():
            return len(phrase)
    return 0


def opening(line: str, role: str) -> tuple[str, ...]:
    """Return the words of the phrase of a role that a line opens with; empty when it opens with none."""
    words = words_of(line)
    known = index(role).get(words[0], ()) if words else ()
    return next((phrase for phrase in known if words[: len(phrase)] == phrase), ())


def phrases_in(line: str, role: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the phrases of a role that stand in a line, each with the number of the word it starts at; disjoint."""
    if not may_hold(line, role):
        return []
    words = words_of(line)
    known = index(role)
    if known.keys().isdisjoint(words):
        return []
    out: list[tuple[int, tuple[str, ...]]] = []
    i = 0
    while i < len(words):
        for phrase in known.get(words[i], ()):
            if words[i : i + len(phrase)] == phrase:
                out.append((i, phrase))
                i += len(phrase) - 1
                break
        i += 1
    return out


def holds(line: str, role: str) -> bool:
    """True when the bare line has a phrase of that role of two words or more anywhere, or one word as its start."""
    return any(at == 0 or len(phrase) > 1 for at, phrase in phrases_in(line, role))
