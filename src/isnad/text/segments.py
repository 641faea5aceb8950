"""Tokens and sentences as spans of the text they were found in.

The splitter knows no language: abbreviations are given to it. It keeps quotations whole, does not cut at initials,
ordinals and decimals, cuts at line ends, and cuts where a page has lost the space after a full stop ("défense.La").
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Literal

import regex
from msgspec import Struct

from isnad.model.base import Span
from isnad.text.fold import fold_key

TokenKind = Literal["word", "elided", "number", "mark"]

_TOKEN = regex.compile(
    r"(?P<elided>\b\p{L}{1,2}['’ʼ](?=\p{L}))"
    r"|(?P<word>\p{L}[\p{L}\p{M}\u200c\u200d]*)"
    r"|(?P<number>\p{N}+(?:[.,٫٬:]\p{N}+)*)"
    r"|(?P<mark>[^\s])"
)
_END = regex.compile(
    r"(?:[.!?؟…]+[\"»”’)\]]*)(?=\s|$)|(?<=\p{Ll}{2}|\p{Script=Arabic}{2}|[»”\"])[.!?؟](?=\p{Lu}\p{Ll})|\n+"
)
_OPEN = {"«": "»", "“": "”", "„": "“"}
_OPENER = regex.compile("[" + "".join(_OPEN) + "]")
_LONGEST_QUOTATION = 1500


class Token(Struct, frozen=True, array_like=True, gc=False):
    """One word, elided article ("l'"), number or mark, with its place in the text; ``key`` is its text folded."""

    start: int
    end: int
    text: str
    kind: TokenKind
    key: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a range in order; white space belongs to none. Hyphens are marks of their own."""
    end = len(text) if end is None else end
    return list(_remembered(text, start, end)) if end - start <= REMEMBERED else _tokens(text, start, end)


REMEMBERED = 2000
"""Characters of the longest range whose tokens are remembered: every stage asks for those of the same sentences."""


@lru_cache(maxsize=256)
def _remembered(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(_tokens(text, start, end))


def _tokens(text: str, start: int, end: int) -> list[Token]:
    if not _by_pieces(text, start, end):
        return [Token(*cut) for cut in _cut(text, start, end)]
    found: list[Token] = []
    at = start
    for piece in text[start:end].split():
        at = text.index(piece, at)
        for a, b, word, kind, key in _PIECES[piece]:
            found.append(Token(at + a, at + b, word, kind, key))
        at += len(piece)
    return found


def _cut(text: str, start: int, end: int) -> list[Cut]:
    found: list[Cut] = []
    for m in _TOKEN.finditer(text, start, end):
        a, word = m.start(), m.group()
        if not word.isascii() and m.lastgroup == "word":
            for glue in _GLUE.finditer(word):
                b = m.start() + glue.end()
                if a < b:
                    found.append((a, b, text[a:b], "word", fold_key(text[a:b])))
                a = b
        found.append((a, m.end(), text[a : m.end()], m.lastgroup, fold_key(text[a : m.end()])))  # type: ignore[arg-type]
    return found


_GLUE = regex.compile(
    r"ة\p{M}*(?=\p{L})|^و?(?:على|إلى|حتى|لدى)(?=\p{L}{3})|(?<=[\p{Arabic}ـ]\p{M}*)(?=\p{Latin})|(?<=\p{Latin}\p{M}*)(?=\p{Arabic})"
    r"|(?<=\p{Arabic}{3})(?<!ال|لل|لا)(?=إ)"
)
"""Where a page has lost the space between two words: behind an Arabic letter that only ends words («المحكمةالابتدائية»), before one that
only opens them («فريقإيفرتون»; «وبالإضافة» is one word), and between scripts."""


Cut = tuple[int, int, str, TokenKind, str]
"""Where a token begins and ends, its text, kind and folded text."""


def _by_pieces(text: str, start: int, end: int) -> bool:
    """True when what stands between spaces can be cut alone: the range begins no word midway, and has none of the four marks that Unicode
    calls no space and Python does.
    """
    return (not start or text[start - 1].isspace()) and not any(
        text.find(c, start, end) >= 0 for c in "\x1c\x1d\x1e\x1f"
    )


class _Pieces(dict[str, tuple[Cut, ...]]):
    """What stood between two spaces before, cut: a language prints the same ten thousand on all its pages."""

    def __missing__(self, piece: str) -> tuple[Cut, ...]:
        found = tuple(_cut(piece, 0, len(piece)))
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[piece] = found
        return found


MOST_PIECES, LONGEST_PIECE = 30_000, 32
"""Pieces remembered, and the characters of the longest: memory would grow with the pages otherwise."""
_PIECES = _Pieces()


def _protected(text: str, start: int, end: int) -> list[Span]:
    """Ranges between matching quotation marks of one line, inside which no sentence ends."""
    spans: list[Span] = []
    i = start
    while (opener := _OPENER.search(text, i, end)) is not None:
        i = opener.start()
        j = text.find(_OPEN[opener.group()], i + 1, min(end, i + _LONGEST_QUOTATION))
        if j > 0 and "\n" not in text[i:j]:
            spans.append(Span(i, j + 1))
            i = j
        i += 1
    return spans


@lru_cache(maxsize=256)
def _folded_set(abbreviations: frozenset[str]) -> frozenset[str]:
    return frozenset(fold_key(a).rstrip(".") for a in abbreviations)


_WORD_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}.'’-]+$")


def _abbreviated(text: str, start: int, at: int, abbreviations: frozenset[str]) -> bool:
    """True when the full stop at ``at`` ends an abbreviation or an initial rather than a sentence."""
    found = _WORD_BEFORE.search(text, max(start, at - 24), at)
    if not found:
        return False
    word = found.group()
    bare = fold_key(word).rstrip(".")
    last = bare.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isalpha():
        return True
    return bare in abbreviations or last in abbreviations


def sentences(text: str, start: int = 0, end: int | None = None, abbreviations: Collection[str] = ()) -> list[Span]:
    """Return the sentences of a range as spans without surrounding white space, in order.

    ``abbreviations`` are words after which a full stop ends nothing ("gén.", "art."). Every non-space character of
    the range is in exactly one sentence.
    """
    stop = len(text) if end is None else end
    known = _folded_set(frozenset(abbreviations))
    shields = _protected(text, start, stop)
    found: list[Span] = []
    begin = start
    shield = 0
    for m in _END.finditer(text, start, stop):
        while shield < len(shields) and shields[shield].end <= m.start():
            shield += 1
        inside = shield < len(shields) and shields[shield].start < m.start() and m.end() < shields[shield].end
        if m.group()[0] != "\n":
            if inside:
                continue
            if m.group() == "." and m.end() < stop and _abbreviated(text, begin, m.start(), known):
                continue
            follows = text[m.end() : m.end() + 3].lstrip()
            if follows[:1].islower() and m.group()[0] in ".…":
                continue
        _add(found, text, begin, m.end())
        begin = m.end()
    _add(found, text, begin, stop)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Append the range without its surrounding white space, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
