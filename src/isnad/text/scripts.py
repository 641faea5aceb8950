"""Scripts and writing direction of characters and strings, and bidirectional isolation for terminals and pages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

FSI, PDI = "\u2068", "\u2069"
"""First strong isolate and its end (UAX #9): text between them cannot disturb the direction around it."""

_RTL_SCRIPTS = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana", "Nko"})
_NAMED = (
    "LATIN",
    "ARABIC",
    "CYRILLIC",
    "GREEK",
    "HEBREW",
    "HANGUL",
    "HIRAGANA",
    "KATAKANA",
    "CJK",
    "TIFINAGH",
    "SYRIAC",
)


@lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    """Return the script of one letter ("Latin", "Arabic"), or ``None`` for anything that is no letter."""
    if not char.isalpha():
        return None
    name = unicodedata.name(char, "")
    for known in _NAMED:
        if name.startswith(known):
            return "Han" if known == "CJK" else known.title()
    return name.split(" ")[0].title() or None


def script_of(text: str) -> str | None:
    """Return the script most letters of the text are written in, or ``None`` when it has no letters."""
    if text.isascii():
        return "Latin" if text.lower() != text.upper() else None
    found = set(map(_script, text)) - {None}
    if len(found) == 1:
        return found.pop()
    counts = Counter(s for s in map(_script, text) if s)
    return max(sorted(counts), key=lambda s: counts[s]) if counts else None


def scripts_in(text: str) -> frozenset[str]:
    """Return all scripts that letters of the text are written in."""
    return frozenset(s for s in map(_script, text) if s)


def direction(text: str) -> str:
    """Return ``rtl`` or ``ltr``: the direction of the first letter (the Unicode paragraph rule P2)."""
    for char in text:
        found = _script(char)
        if found:
            return "rtl" if found in _RTL_SCRIPTS else "ltr"
    return "ltr"


def isolate(text: str) -> str:
    """Return the text between first-strong isolates, so that it cannot reorder its neighbours."""
    return f"{FSI}{text}{PDI}"
