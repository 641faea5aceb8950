"""The folded words of texts, piece by piece: what stands between two spaces is folded and cut into words alone.

A language prints the same some ten thousand of them on all its pages, so that whoever asks for them remembers what they come to
(:mod:`isnad.link.concepts`).
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from isnad.text import fold_key

WORDS = regex.compile(r"\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+")
"""A number or a word of folded text; none holds white space."""
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}]+")
_LOWER = regex.compile(r"\p{Ll}")
LONGEST_PIECE = 32
"""Characters of the longest piece that is worth remembering."""


class Piece(NamedTuple):
    """What stands between two spaces: its folded words, those capitalised, and whether it has a small letter."""

    words: tuple[str, ...]
    capitals: tuple[str, ...]
    cased: bool


def piece(text: str) -> Piece:
    """Return the words of a text without white space. O(length) time."""
    capitals = WORDS.findall(fold_key(" ".join(_CAPITAL.findall(text))))
    return Piece(tuple(WORDS.findall(fold_key(text))), tuple(capitals), _LOWER.search(text) is not None)
