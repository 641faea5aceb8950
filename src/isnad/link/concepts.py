"""One space for four languages: the words of a text as shared concepts, so that likeness can be explained.

A word becomes the concepts (synsets of linked wordnets) its stem may mean, each trusted as far as aligned sentences
bear it out; a word no wordnet knows becomes the sound of its consonants (names, in either script); a number is itself.
Two texts are compared by the cosine of these sparse vectors. Weights and their making: ``models/concepts.md``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter, mul
from sys import intern
from typing import NamedTuple

from isnad.link.counting import LONGEST_PIECE, WORDS, piece
from isnad.link.spelling import sound_key
from isnad.model import LANGUAGES
from isnad.models.stems import Senses, blob, forms, lexicon
from isnad.text import fold_key

_ARTICLES = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل")
_STOP_IDF = 1.2
"""Concepts in more than about a third of all sentences say nothing."""

_SOUNDS = (0.0, 0.0, 0.8, 1.5, 2.2, 2.6)
"""What an unknown word weighs by the consonants of its sound: two are shared by words that have nothing in common."""
RARE = 3.5
"""How telling a word is that no wordnet knows, in nats above a common one: mostly a name."""
LIFT = 0.6

Key = int | str
Vector = Mapping[Key, float]


@cache
def _idf() -> tuple[float, ...]:
    return tuple(b / 20 for b in blob().idf)


@lru_cache(maxsize=32768)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; Arabic words lose attached particles and the article first."""
    return forms(word, language)[0]


def stems_of(text: str, language: str) -> list[str]:
    """Return the stems of a text's words in order; numbers as they are, words of one letter left out."""
    return [
        w if w[0].isdigit() else stem(w, language) for w in WORDS.findall(fold_key(text)) if len(w) > 1 or w.isdigit()
    ]


def _known(word: str, language: str) -> Senses | None:
    """The concepts of a word under the first of its forms that the lexicon has; ``()`` when it is known to say nothing."""
    words = lexicon(language)
    return next((words[f] for f in forms(word, language) if f in words), None)


Weighted = tuple[tuple[Key, float], ...]
"""Concepts, a number or a name's sound, each with its weight."""


def _keys(word: str, language: str, name: bool = True) -> Weighted:
    """What one folded word stands for, with weights; an unknown word that may be a name is known by its sound."""
    known = _meant(language)[word]
    return _strange(word, language, name) if known is None else known


class _Meant(dict[str, Weighted | None]):
    """What the words of a language met so far stand for: numbers and words of the lexicon; ``None`` for any other."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> Weighted | None:
        if len(self) >= MOST_WORDS:
            self.clear()  # the words of a language are soon met again, the names of stories long over are not
        self[word] = found = _meaning(word, self.language)
        return found


MOST_WORDS = 50_000
"""Words of a language whose meaning is held."""


@cache
def _meant(language: str) -> _Meant:
    return _Meant(language)


def _meaning(word: str, language: str) -> Weighted | None:
    """What a number or a word of the lexicon stands for, letters alone nothing; ``None`` for any other word."""
    if len(word) == 1 and not word.isdigit():
        return ()
    if word[0].isdigit():
        bare = word.replace(",", "").replace(".", "")
        return ((f"#{bare.lstrip('0')}", 2.5 if len(bare) > 1 else 0.7),)
    if language in LANGUAGES:
        known = _known(word, language)
        if known is not None:
            idf = _idf()
            return tuple((c, _one(w * (idf[c] - _STOP_IDF))) for c, w in known if idf[c] > _STOP_IDF)
    return () if len(word) < 3 else None


_one = lru_cache(maxsize=4096)(float)
"""One copy of a weight: all words together have some thousand."""


@lru_cache(maxsize=32768)
def _strange(word: str, language: str, name: bool) -> Weighted:
    """What a word stands for that no wordnet knows."""
    if not name:
        return ((f"={stem(word, language)}", 1.0),)
    bones = sound_key(_bare(word) if language == "ar" else word)
    return ((intern(f"~{bones}"), _SOUNDS[min(len(bones), 5)]),) if len(bones) >= 2 else ((f"={word}", 1.5),)


def _bare(word: str) -> str:
    """An Arabic word without its article, and what is attached before that."""
    return next((word.removeprefix(p) for p in _ARTICLES if word.startswith(p) and len(word) - len(p) >= 3), word)


class Said(NamedTuple):
    """What stands between two spaces, as a language takes it: its words that may say something, and what they say.

    Words that no wordnet knows are names in ``named``; in ``plain`` those alone that have a capital here, and ``open`` are the others,
    of which the rest of the text may say that they are names.
    """

    words: tuple[str, ...]
    named: Weighted
    plain: Weighted
    open: tuple[str, ...]
    capitals: tuple[str, ...]
    cased: bool


class _Said(dict[str, Said]):
    """The pieces of a language met so far."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, text: str) -> Said:
        made, language = piece(text), self.language
        words = tuple([w for w in made.words if _meant(language)[w] != ()])
        unknown = tuple([w for w in words if _meant(language)[w] is None and w not in made.capitals])
        named = _all_keys(words, language, words)
        plain = _all_keys(words, language, made.capitals) if unknown else named
        found = Said(words, named, plain, unknown, made.capitals, made.cased)
        if len(text) <= LONGEST_PIECE:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[text] = found
        return found


MOST_PIECES = 30_000
"""Pieces of a language that are held, of 200 to 300 bytes each."""


@cache
def _pieces(language: str) -> _Said:
    return _Said(language)


_telling, _named, _unnamed, _open, _capitals, _cased = map(itemgetter, range(6))


def _all_keys(words: Iterable[str], language: str, names: Collection[str]) -> Weighted:
    """What words stand for, those of them that are ``names`` known by their sound when nothing else is known of them."""
    return tuple(chain.from_iterable([_keys(w, language, w in names) for w in words]))


def said(text: str, language: str) -> list[Said]:
    """Return the words of a text as its language takes them. O(length) time."""
    return list(map(_pieces(language).__getitem__, text.split()))


def weighed(pieces: Sequence[Said], language: str) -> dict[Key, float]:
    """Return the sparse unit vector of a text: concepts, sounds of names and numbers."""
    words = list(chain.from_iterable(map(_telling, pieces)))
    # In a script without capitals any unknown word may be a name.
    take = _unnamed if any(map(_cased, pieces)) else _named
    unsure = list(chain.from_iterable(map(_open, pieces))) if take is _unnamed else ()
    names = frozenset(chain.from_iterable(map(_capitals, pieces))).intersection(unsure) if unsure else ()
    found: dict[Key, float] = {}
    if not names and len(set(words)) == len(words):  # the usual sentence
        for key, weight in chain.from_iterable(map(take, pieces)):
            if key in found:
                found[key] += weight
            else:
                found[key] = weight
        return unit(found)
    known, plain = _meant(language), frozenset(unsure).difference(names)
    for word, n in Counter(words).items():
        keys = known[word]
        if keys is None:
            keys = _strange(word, language, word not in plain)
        often = _OFTEN[n] if n < len(_OFTEN) else 1 + math.log(n)
        for key, weight in keys:
            if key in found:
                found[key] += weight * often
            else:
                found[key] = weight * often
    return unit(found)


def vector(text: str, language: str) -> dict[Key, float]:
    """Return the sparse unit vector of a text: concepts, sounds of names and numbers. O(length) time."""
    return weighed(said(text, language), language)


_OFTEN = (0.0, *(1 + math.log(n) for n in range(1, 64)))
"""What a word weighs that stands so often in a text."""


def unit(v: Mapping[Key, float]) -> dict[Key, float]:
    """Return the vector with length one; an empty one stays empty."""
    values = v.values()
    size = math.sqrt(sum(map(mul, values, values)))
    return {k: x / size for k, x in v.items()} if size else {}


def cosine(a: Vector, b: Vector) -> float:
    """Return how alike two unit vectors are, 0–1; to the last bit the same in whatever order the keys come."""
    return math.fsum([a[k] * b[k] for k in a.keys() & b.keys()])


def likeness(a: str, language_a: str, b: str, language_b: str) -> float:
    """Return how alike two texts are, 0–1, near people's judgement: concepts and, as much, the words themselves.

    The root lifts middling likeness: people tell texts on one matter from others more than they tell shades apart.
    """
    concepts = cosine(vector(a, language_a), vector(b, language_b))
    words = cosine(_plain(a, language_a), _plain(b, language_b))
    return math.pow(min(1.0, max(0.0, (concepts + words) / 2)), LIFT)


def _plain(text: str, language: str) -> dict[Key, float]:
    """The text's stems themselves, as telling as the concepts they stand for."""
    found: dict[Key, float] = {}
    for word, n in Counter(stems_of(text, language)).items():
        known = lexicon(language).get(word, ()) if language in LANGUAGES else ()
        telling = max((_idf()[c] for c, _ in known), default=_STOP_IDF + RARE) - _STOP_IDF
        if telling > 0:
            found[word] = telling * (1 + math.log(n))
    return unit(found)


def add(vectors: Iterable[Vector]) -> dict[Key, float]:
    """Return the unit vector of the sum."""
    total: dict[Key, float] = {}
    for v in vectors:
        for k, x in v.items():
            total[k] = total.get(k, 0.0) + x
    return unit(total)


def explain(a: str, language_a: str, b: str, language_b: str, most: int = 8) -> list[tuple[str, str, float]]:
    """Return the words on both sides that make two texts alike, with their share of the likeness, the largest first."""
    va, vb = vector(a, language_a), vector(b, language_b)
    whole = cosine(va, vb) or 1.0
    first, second = _bearers(a, language_a), _bearers(b, language_b)
    shares: dict[tuple[str, str], float] = {}
    for k in [k for k in va if k in vb]:
        pair = first[k], second[k]
        shares[pair] = shares.get(pair, 0.0) + va[k] * vb[k] / whole
    ranked = sorted(shares.items(), key=lambda e: (-e[1], e[0]))
    return [(a, b, round(value, 3)) for (a, b), value in ranked[:most]]


def _bearers(text: str, language: str) -> dict[Key, str]:
    """The first printed word behind each key."""
    found: dict[Key, str] = {}
    for m in WORDS.finditer(text):
        word = fold_key(m.group())
        for key, _ in (*_keys(word, language, True), *_keys(word, language, False)) if word else ():
            found.setdefault(key, m.group())
    return found
