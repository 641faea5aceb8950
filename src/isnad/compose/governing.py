"""What governs a name, by the words right before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.text import Token, tokens

LONGEST = 4
"""Words of the longest preposition that is looked up."""
BEFORE = 48
"""Characters before a name among which its preposition stands."""
REACH = 9
"""Words before a name among which a preposition governs it."""
_GOVERNED = frozenset({"at", "before", "of", "to", "person_to", "from", "bare", "head"})
"""What governs a place, as far as it is told apart."""


def governor(text: str, start: int, language: str, told: frozenset[str] = _GOVERNED) -> str:
    """Return what governs a name: "at", "of" …, "bare" for nothing, "head" at the beginning of its line, "other" for what is not told apart."""
    before = words_before(text, start)
    return governing(before, start, language, told) if before else "head"


def words_before(text: str, start: int) -> Sequence[Token]:
    """Return the words before a place, on its line."""
    line = text.rfind("\n", 0, start) + 1
    return tokens(text, max(line, start - BEFORE), start)


def governing(before: Sequence[Token], start: int, language: str, told: frozenset[str] = _GOVERNED) -> str:
    """Return what governs a name that begins at a place, by the words before it."""
    if language not in LANGUAGES:
        return "bare"
    governs, articles = _prepositions(language), _articles(language)
    keys = [t.key for t in before[-REACH:]]
    if language == "ar" and before[-1].end == start:
        keys[-1] = keys[-1].removeprefix("و").removesuffix("ال")  # «وبالرباط»: the letters before the name
    for _ in range(2):
        for size in range(min(LONGEST, len(keys)), 0, -1):
            label = governs.get(tuple(keys[-size:]))
            if label is not None:
                return label if label in told else "other"
        if not keys or keys[-1] not in articles:
            break
        keys.pop()
    return "bare"


@cache
def _prepositions(language: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for label, words in table(language, "grammar")["prepositions"].items():
        for w in words:
            found.setdefault(tuple(t.key for t in tokens(w)), label)
    return found


@cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(t.key for w in table(language, "grammar")["words"]["articles"] for t in tokens(w))


def leading(before: Sequence[Token], language: str, told: frozenset[str] = _GOVERNED) -> str:
    """Return the nearest preposition before the words right before a name, that no mark parts from it: "with the captain X", "-" for none."""
    if language not in LANGUAGES:
        return "-"
    before = before[-REACH:]
    governs = _prepositions(language)
    keys = [t.key for t in before]
    for end in range(len(keys), 0, -1):
        if before[end - 1].kind == "mark":
            return "mark"
        for size in range(min(LONGEST, end), 0, -1):
            label = governs.get(tuple(keys[end - size : end]))
            if label is not None:
                return label if label in told else "other"
    return "-"
