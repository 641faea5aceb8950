"""Folding with the way back: spelling differences that do not matter, removed without losing the offsets.

Folded away: case, Latin accents, compatibility forms, Arabic vowel signs, tatweel, hamza on its carriers (أ إ آ ٱ → ا,
ؤ → و, ئ → ي), alif maqsura (ى → ي), ta marbuta (ة → ه), Persian kaf and yeh, digit shapes (٢ → 2), typographic
apostrophes and dashes, format characters, and runs of white space (→ one space).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.model.base import Span

_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ؤ": "و",
        **dict.fromkeys("ئىیې", "ي"),
        "ة": "ه",
        "ک": "ك",
        "ـ": "",
        **dict.fromkeys("’‘ʼ`´′ʹ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("«»“”„‟″", '"'),
        "ß": "ss",
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "٫": ".",
        "٬": ",",
        "،": ",",
        "؛": ";",
        "؟": "?",
    }
)


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    """Fold one character to zero or more characters; white space becomes one space."""
    if char.isspace():
        return " "
    first = char.casefold().translate(_SAME)
    out = []
    for c in unicodedata.normalize("NFKD", first):
        if unicodedata.category(c) in ("Mn", "Me", "Cf", "Cc"):
            continue
        digit = unicodedata.digit(c, None) if c.isdigit() else None
        out.append(str(digit) if digit is not None else c.casefold().translate(_SAME))
    return "".join(out)


class _Table(dict[int, str]):
    """The folded form of every character met so far, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if len(self) < 65536:
            self[code] = folded
        return folded


_FOLDED = _Table()


class Folded(Struct, frozen=True, gc=False):
    """Folded text and, for each of its characters, the source character it came from.

    ``starts[i]`` is the offset in the source of the character behind ``text[i]``; ``length`` is the source's length.
    """

    text: str
    starts: tuple[int, ...]
    length: int

    def source(self, start: int, end: int) -> Span:
        """Return the source range of a folded range, marks that follow its last character included.

        Raises :class:`IndexError` when the folded range is empty or outside the folded text.
        """
        if not 0 <= start < end <= len(self.starts):
            raise IndexError(f"no folded characters at [{start}, {end})")
        # A source character that folds to several keeps its offset; the end is where the next source character starts.
        last = self.starts[end - 1]
        after = next((s for s in self.starts[end : end + 4] if s > last), None)
        if after is None:
            after = self.length if end >= len(self.starts) else last + 1
        return Span(self.starts[start], after)

    def folded_at(self, offset: int) -> int:
        """Return the index of the first folded character that comes from the source offset or later."""
        return bisect_left(self.starts, offset)


def fold(text: str) -> Folded:
    """Return the folded text with the way back to the source's offsets.

    Runs of white space become one space whose source is the first of them. O(n) in time and memory.
    """
    pieces = [_FOLDED[code] for code in map(ord, text)]
    whole = "".join(pieces)
    if len(whole) == len(text) and "" not in pieces and "  " not in whole:
        return Folded(whole, tuple(range(len(text))), len(text))  # each character is one: the usual paragraph
    chars: list[str] = []
    starts: list[int] = []
    spaced = False
    for i, piece in enumerate(pieces):
        if piece == " ":
            if not spaced:
                chars.append(" ")
                starts.append(i)
            spaced = True
            continue
        for c in piece:
            chars.append(c)
            starts.append(i)
        if piece:
            spaced = False
    return Folded("".join(chars), tuple(starts), len(text))


REMEMBERED = 96
"""Characters of the longest text whose folded form is remembered; memory would grow with the pages otherwise."""


def fold_key(text: str) -> str:
    """Return the folded text alone, stripped: for comparing and for keys, where no offsets are needed."""
    return _remembered(text) if len(text) <= REMEMBERED else _folded(text)


def fold_keys(words: Sequence[str]) -> list[str]:
    """Return the keys of many words in order: quicker than one by one, and none is remembered, as forms of a lexicon come but once."""
    folded = " ".join(words).translate(_FOLDED).split(" ")
    return (
        folded if len(folded) == len(words) else list(map(_folded, words))
    )  # white space in a word tells its pieces from words


def _folded(text: str) -> str:
    """The folded text; characters of ASCII fold to their small letters, which is quicker asked of the string itself.

    Runs of other characters (an accented letter, an Arabic word) come again and again and are looked up whole.
    """
    lean = " ".join(_lean(text).split())
    return lean if lean.isprintable() else " ".join(text.translate(_FOLDED).split())


def _lean(text: str) -> str:
    """The folded text, its white space as it may be, and characters that are folded away left where ASCII has them."""
    text = text.replace("`", "'")  # the one mark of ASCII that is folded
    if not text.isascii():
        text = text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "-")
        if "ا" in text and text.count("ا") * ALEFS >= len(text):
            text = " ".join(map(_WORDS.__getitem__, text.split()))
        elif not text.isascii():
            text = _OTHERS.sub(_run, text)
    return text.lower()


ALEFS = 60
"""Characters of a text, at most, to one alef of it, where looking up whole words is quicker than runs of characters."""
_ASCII = bytes(range(128))
_PARTED = "\0"
"""What stands between lines that are folded together; no line of a page holds it."""


def fold_lines(lines: Sequence[str]) -> list[str]:
    """Return the keys of many lines in order: the characters of all are folded in one go, which is quicker than line by line."""
    whole = f" {_PARTED} ".join(lines).replace("`", "'")
    if not whole.isascii():
        others = whole.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        for char in set(others):
            if (folded := _FOLDED[ord(char)]) != char:
                whole = whole.replace(char, folded)
    keys = f" {' '.join(whole.lower().split())} ".split(_PARTED)
    if len(keys) != len(lines) or not whole.replace(_PARTED, "").isprintable():
        return list(map(_folded, lines))
    return [key[1:-1] for key in keys]


_OTHERS = re.compile("[^\x00-\x7f]+")
MOST_RUNS, LONGEST_RUN = 65536, 24
"""Runs and words remembered, and the characters of the longest: memory would grow with the pages otherwise."""


class _Runs(dict[str, str]):
    """Runs of characters beyond ASCII, folded."""

    def __missing__(self, run: str) -> str:
        folded = run.translate(_FOLDED)
        if len(run) <= LONGEST_RUN and len(self) < MOST_RUNS:
            self[run] = folded
        return folded


_RUNS = _Runs()


def _run(found: re.Match[str]) -> str:
    return _RUNS[found.group()]


class _Words(dict[str, str]):
    """Words of Arabic texts, in which hardly one is ASCII, folded but for small letters."""

    def __missing__(self, word: str) -> str:
        folded = _OTHERS.sub(_run, word)
        if len(word) <= LONGEST_RUN and len(self) < MOST_RUNS:
            self[word] = folded
        return folded


_WORDS = _Words()


@lru_cache(maxsize=16384)
def _remembered(text: str) -> str:
    return _folded(text)
