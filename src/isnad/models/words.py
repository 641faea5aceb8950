"""Tables of many words as they are shipped: all of a table is one run of bytes, and stays so.

A dictionary of 60,000 words takes some 7 MB of small objects, of which a run ever asks for a few thousand; the same
table is 1 MB here. Words lie in buckets by a hash (CRC-32), so that one is found by searching a few dozen bytes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TypeVar, overload
from zlib import crc32

import msgspec

T = TypeVar("T")

_PER_BUCKET = 12
"""Words of a bucket, on average."""


class Packed(msgspec.Struct, frozen=True):
    """A table as shipped: ``\\n word \\t number`` (two bytes, little endian) for each word, and where buckets end (uint32)."""

    rows: bytes
    ends: bytes


def pack(numbers: Mapping[str, int]) -> Packed:
    """Return the table of words, each with a number below 65,536; raises :class:`ValueError` for a larger one and for a word with a line break or tab."""
    buckets: list[list[bytes]] = [[] for _ in range(len(numbers) // _PER_BUCKET + 1)]
    for word in sorted(numbers):
        if "\n" in word or "\t" in word or not 0 <= numbers[word] < 1 << 16:
            raise ValueError(f"no row of such a table: {word!r}, {numbers[word]}")
        key = word.encode()
        buckets[crc32(key) % len(buckets)].append(b"\n%b\t%b" % (key, numbers[word].to_bytes(2, "little")))
    rows, ends = bytearray(), array("I")
    for bucket in buckets:
        rows += b"".join(bucket)
        ends.append(len(rows))
    return Packed(bytes(rows), ends.tobytes())


def pack_set(words: Iterable[str]) -> Packed:
    """Return the table of words that have no number."""
    return pack(dict.fromkeys(words, 0))


class Words(Mapping[str, int]):
    """Word → number of a packed table; looking one up makes and keeps nothing."""

    __slots__ = ("_ends", "_many", "_rows")

    def __init__(self, packed: Packed) -> None:
        """Read a table as shipped."""
        self._rows = packed.rows
        self._ends = array("I", [0])
        self._ends.frombytes(packed.ends)
        self._many = len(self._ends) - 1

    def _at(self, word: str) -> int:
        """Where the number of a word stands; -1 without the word."""
        key = word.encode("utf-8", "surrogatepass")
        n = crc32(key) % self._many
        at = self._rows.find(b"\n%b\t" % key, self._ends[n], self._ends[n + 1])
        return -1 if at < 0 else at + len(key) + 2

    def __getitem__(self, word: str) -> int:
        """Return the number of a word; raises :class:`KeyError` without one."""
        at = self._at(word)
        if at < 0:
            raise KeyError(word)
        return self._rows[at] | self._rows[at + 1] << 8

    @overload
    def get(self, word: str, /) -> int | None: ...
    @overload
    def get(self, word: str, /, default: T) -> int | T: ...
    def get(self, word: str, /, default: object = None) -> object:
        """Return the number of a word, or the default."""
        at = self._at(word)
        return default if at < 0 else self._rows[at] | self._rows[at + 1] << 8

    def __contains__(self, word: object) -> bool:
        """Return whether the table has the word."""
        return isinstance(word, str) and self._at(word) >= 0

    def __iter__(self) -> Iterator[str]:
        """Return the words in the order of their buckets."""
        at = 0
        while at < len(self._rows):
            end = self._rows.index(b"\t", at)
            yield self._rows[at + 1 : end].decode()
            at = end + 3

    def __len__(self) -> int:
        """Return how many words there are; counted anew each time."""
        return sum(1 for _ in self)


class WordSet(Set[str]):
    """The words of a packed table."""

    __slots__ = ("_words",)

    def __init__(self, packed: Packed) -> None:
        """Read a table as shipped."""
        self._words = Words(packed)

    def __contains__(self, word: object) -> bool:
        """Return whether the word is one of them."""
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        """Return the words in the order of their buckets."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many there are; counted anew each time."""
        return len(self._words)
