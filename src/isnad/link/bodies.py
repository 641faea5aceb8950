"""An article's own running words, as copies and translations compare them: hashed, with the way back to the text.

Runs of five words are hashed, and of these a few are chosen by winnowing (Schleimer, Wilkerson & Aiken 2003): two texts
that share a run of fourteen words or more are certain to have chosen one hash in common, whatever stands around it. That is
what MinHash bands cannot promise of an excerpt.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import regex
from msgspec import Struct

from isnad.link.concepts import MOST_PIECES, Key, Vector, vector
from isnad.link.counting import LONGEST_PIECE
from isnad.model import Citation, Reading, Span
from isnad.text import fold_key

TWO_DIGITS = 10
"""The least number that tells sentences apart: smaller ones stand in many by chance."""
SHINGLE = 5
"""Words of the runs that are hashed."""
LEAST_WORDS = 14
"""Words of the shortest shared run that is more than a stock phrase."""
LONGEST = 150
"""Sentences of a text that are aligned with another's; longer texts are compared by their beginnings."""
WINDOW = LEAST_WORDS - SHINGLE + 1
"""Neighbouring hashes of which at least one is chosen."""
RUNNING = frozenset({"lead", "body", "subheading"})
"""The parts that are running text; headlines are rewritten by whoever copies, captions belong to pictures."""
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d\u00ad]+")
_MASK = (1 << 61) - 1
_BASE = 1_000_003_769
_OUT = pow(_BASE, SHINGLE, _MASK)


def hash_word(word: str) -> int | None:
    """Return a 61-bit hash of a word as folded, the same in every process; ``None`` when folding leaves nothing of it."""
    folded = fold_key(word)
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "big") & _MASK if folded else None


class _Hashes(dict[str, tuple[int, ...]]):
    """The hashes of the words in what stands between two spaces, as far as met."""

    def __missing__(self, text: str) -> tuple[int, ...]:
        found = tuple(h for h in map(hash_word, _WORD.findall(text)) if h is not None)
        if len(text) <= LONGEST_PIECE:
            if len(self) >= 4 * MOST_PIECES:  # it knows no languages
                self.clear()
            self[text] = found
        return found


_HASHES = _Hashes()


def is_anchor(key: Key) -> bool:
    """True of a number of two digits and of the sound (three consonants) of a word no wordnet knows: they survive translation."""
    return isinstance(key, str) and len(key) >= (3 if key[0] == "#" else 4) and key[0] in "#~"


def anchors_of(keys: Iterable[Key]) -> frozenset[Key]:
    """Return the numbers and names among the keys of a text."""
    return frozenset([k for k in keys if k.__class__ is str and is_anchor(k)])


class Meaning(Struct, frozen=True, gc=False):
    """A sentence in the space of four languages; its numbers of two digits and more, and these with its names."""

    words: Vector
    numbers: frozenset[Key]
    anchors: frozenset[Key]
    said: frozenset[Key] = frozenset()
    """Numbers and days as they were read, however they are printed: "trois cents" and ٣٠٠, "1er juillet" and «1 جويلية»."""

    @classmethod
    def of(cls, words: Vector, said: Iterable[Key] = ()) -> Meaning:
        """Return the meaning of a sentence's vector, with the numbers and days that were read in it."""
        anchors = anchors_of(words)
        numbers = frozenset([k for k in anchors if str(k)[0] == "#"])
        return cls(words, numbers, anchors, numbers.union(said))

    def telling(self, said: Sequence[Key]) -> Meaning:
        """Return the meaning with numbers and days that were read in the sentence."""
        return Meaning(self.words, self.numbers, self.anchors, self.said.union(said)) if said else self

    def agrees(self, other: Meaning) -> frozenset[Key]:
        """Return the numbers and days that both sentences say, however printed, when neither says one that the other lacks beside one it has alone."""
        some, others = self.said, other.said
        return (some & others) if some <= others or others <= some else frozenset()


@lru_cache(maxsize=2048)
def _meant(words: str, language: str) -> Meaning:
    """What a sentence means: what one page copies from another is met again within days."""
    return Meaning.of(vector(words, language))


Holders = dict[Key, list[tuple[int, float]]]
"""Under each concept, name and number the sentences that hold it, and with what weight."""


def holders_of(sentences: Sequence[Meaning]) -> Holders:
    """Return which of the first :data:`LONGEST` sentences hold what."""
    found: Holders = {}
    for n, sentence in enumerate(sentences[:LONGEST]):
        for key, weight in sentence.words.items():
            found.setdefault(key, []).append((n, weight))
    return found


class Body:
    """The running words of one article, folded and hashed; ``starts`` and ``ends`` lead back into its text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.id = reading.article.id
        self.language = reading.article.language
        self.running = [p for p in reading.article.own() if p.kind in RUNNING]

    @cached_property
    def words(self) -> list[int]:
        """The hash of each word, in order; marks alone, of which folding leaves nothing, are none."""
        text = self.reading.article.text
        out: list[int] = []
        for part in self.running:
            for found in map(_HASHES.__getitem__, text[part.start : part.end].split()):
                out += found
        return out

    @cached_property
    def places(self) -> tuple[array[int], array[int], array[int]]:
        """Where each word starts and ends in the text, and in which of the running parts it stands."""
        text, (starts, ends, parts) = self.reading.article.text, (array("l"), array("l"), array("l"))
        for number, part in enumerate(self.running):
            spans = [m.span() for m in _WORD.finditer(text, part.start, part.end)]
            spans = [s for s in spans if _HASHES[text[s[0] : s[1]]]]
            starts.extend([start for start, _ in spans])
            ends.extend([end for _, end in spans])
            parts.extend([number] * len(spans))
        return starts, ends, parts

    @cached_property
    def quoted(self) -> bytearray:
        """One byte a word: 1 when it stands inside quotation marks."""
        marks = bytearray(len(self.words))
        starts, ends, _ = self.places if self.reading.quotations else (array("l"),) * 3
        for q in self.reading.quotations:
            for piece in q.pieces if q.kind != "indirect" else ():
                i = bisect_right(ends, piece.start)
                while i < len(marks) and starts[i] < piece.end:
                    marks[i] = 1
                    i += 1
        return marks

    @cached_property
    def runs(self) -> list[int]:
        """The hash of each run of five words, in order (Karp & Rabin 1987)."""
        words = self.words
        if len(words) < SHINGLE:
            return []
        h = 0
        for w in words[:SHINGLE]:
            h = (h * _BASE + w) % _MASK
        out = [h]
        for gone, w in zip(words, words[SHINGLE:], strict=False):
            h = (h * _BASE + w - gone * _OUT) % _MASK
            out.append(h)
        return out

    @cached_property
    def chosen(self) -> list[tuple[int, int]]:
        """Winnowed runs as (place, hash): the least of every window of neighbours, the rightmost of equals."""
        return list(winnow(self.runs))

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of runs of five words, none of them wholly quoted."""
        if not any(self.quoted):
            return frozenset(self.runs)
        wholly = b"\x01" * SHINGLE
        return frozenset(h for i, h in enumerate(self.runs) if self.quoted[i : i + SHINGLE] != wholly)

    @cached_property
    def digest(self) -> bytes:
        """Sixteen bytes that only the same words in the same order give."""
        return hashlib.blake2b(array("Q", self.words).tobytes(), digest_size=16).digest()

    def cite(self, start: int, length: int) -> Citation:
        """Return the citation of a run of words."""
        starts, ends, _ = self.places
        return Citation(self.id, starts[start], ends[start + length - 1])

    @cached_property
    def sentences(self) -> tuple[tuple[Span, str], ...]:
        """The sentences of the running text, as printed."""
        text = self.reading.article.text
        return tuple(
            (s, text[s.start : s.end])
            for s in self.reading.sentences
            if any(p.start <= s.start and s.end <= p.end for p in self.running)
        )

    def _read(self) -> list[list[Key]]:
        """For each sentence the numbers of two digits and the days that were read in it."""
        r = self.reading
        found: list[tuple[int, Key]] = [
            (f.start, f"#{f.value:g}") for f in r.figures if not isinstance(f.value, tuple) and f.value >= TWO_DIGITS
        ]
        found += [(t.start, f"@{t.interval.start}") for t in r.times if t.interval is not None and t.interval.days == 1]
        found.sort()
        out: list[list[Key]] = []
        for span, _ in self.sentences:
            first = bisect_left(found, (span.start,))
            out.append([k for _, k in found[first : bisect_left(found, (span.end,))]])
        return out

    @cached_property
    def concepts(self) -> dict[Key, float]:
        """The whole running text in the space of four languages."""
        return vector(" ".join([words for _, words in self.sentences]), self.language)

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """Each sentence in that space."""
        read = zip(self.sentences, self._read(), strict=True)
        return tuple(_meant(words, self.language).telling(said) for (_, words), said in read)

    @cached_property
    def holders(self) -> Holders:
        """Which of its sentences hold what."""
        return holders_of(self.meanings)

    @cached_property
    def anchors(self) -> frozenset[Key]:
        """The text's numbers and names, as they survive translation."""
        return anchors_of(self.concepts)


def winnow(hashes: Sequence[int], window: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Yield (place, hash) of the least hash of every window, each once; the least of all when there are fewer. O(n)."""
    if not hashes:
        return
    low: deque[int] = deque()
    last = -1
    window = min(window, len(hashes))
    for i, h in enumerate(hashes):
        while low and hashes[low[-1]] >= h:
            low.pop()
        low.append(i)
        if low[0] <= i - window:
            low.popleft()
        if i >= window - 1 and low[0] != last:
            last = low[0]
            yield last, hashes[last]
