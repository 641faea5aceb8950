"""The folded words of texts, counted.

What stands between two spaces is folded and cut into words once and remembered: a language prints the same some ten thousand of
them on all its pages, and looking one up takes a fifth of the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

import regex

from isnad.text import fold_key

WORDS = regex.compile(r"\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+")
"""A number or a word of folded text; none holds white space."""
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}]+")
_LOWER = regex.compile(r"\p{Ll}")
MOST_PIECES, LONGEST_PIECE = 50_000, 32
"""Pieces of text remembered, and the characters of the longest: memory would grow with the pages otherwise."""


class Piece(NamedTuple):
    """What stands between two spaces: its folded words, those capitalised, and whether it has a small letter."""

    words: tuple[str, ...]
    capitals: tuple[str, ...]
    cased: bool


class _Pieces(dict[str, Piece]):
    """The pieces met so far."""

    def __missing__(self, text: str) -> Piece:
        capitals = WORDS.findall(fold_key(" ".join(_CAPITAL.findall(text))))
        piece = Piece(tuple(WORDS.findall(fold_key(text))), tuple(capitals), _LOWER.search(text) is not None)
        if len(text) <= LONGEST_PIECE and len(self) < MOST_PIECES:
            self[text] = piece
        return piece


_PIECES = _Pieces()
_words, _capitals, _cased = itemgetter(0), itemgetter(1), itemgetter(2)


class Counted(NamedTuple):
    """The folded words of a text in order, how often each stands there, which are capitalised, and whether small letters tell those apart."""

    order: list[str]
    words: Counter[str]
    capitals: frozenset[str]
    cased: bool


def counted(text: str) -> Counted:
    """Return the words of a text, counted. O(length) time."""
    return counted_pieces(text.split())


def counted_pieces(texts: Iterable[str]) -> Counted:
    """Return the words of what stands between spaces, counted."""
    pieces = [_PIECES[t] for t in texts]
    order = list(chain.from_iterable(map(_words, pieces)))
    # In a script without capitals any unknown word may be a name.
    cased = any(map(_cased, pieces))
    capitals = frozenset(chain.from_iterable(map(_capitals, pieces))) if cased else frozenset[str]()
    return Counted(order, Counter(order), capitals, cased)


def together(texts: Sequence[Counted]) -> Counted:
    """Return the words of several texts as those of one."""
    order = list(chain.from_iterable([t.order for t in texts]))
    capitals = frozenset[str]().union(*(t.capitals for t in texts))
    return Counted(order, Counter(order), capitals, any(t.cased for t in texts))
