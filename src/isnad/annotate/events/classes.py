"""Classes of words that triggers ask for: a kind's own list, sets that several kinds share, and what a word's ending tells.

A class names a shared set as "@built". The sets are one language's ``classes.toml``; ``anyone`` are its people and all whom the
grammar knows to act ("smugglers"), and what ``[shapes]`` says of a set makes a word one of it that nobody has listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from isnad.annotate.events.grammar import grammar
from isnad.annotate.events.inflection import noun_forms
from isnad.languages import table

INCLUDES = "@"
"""What a shared set's name begins with in a class."""
PEOPLE, ANYONE = "people", "anyone"


class Words(frozenset[str]):
    """The forms of a class's words, as keys; ``shapes`` tell of one that is not among them whether it is of the class."""

    shapes: tuple[Callable[[str], object], ...] = ()

    def __contains__(self, key: object) -> bool:
        """Return whether a key is of the class."""
        return super().__contains__(key) or (bool(self.shapes) and isinstance(key, str) and _shaped(self.shapes, key))


@lru_cache(maxsize=16384)
def _shaped(shapes: tuple[Callable[[str], object], ...], key: str) -> bool:
    """True of a key that one of some shapes fits."""
    return any(shape(key) for shape in shapes)


def words_of_class(language: str, listed: Iterable[str]) -> frozenset[str]:
    """Return a class from its list of nouns and of shared sets; kinds that list the same have one between them."""
    return _of_class(language, tuple(listed))


@cache
def _of_class(language: str, words: tuple[str, ...]) -> frozenset[str]:
    sets = [w.removeprefix(INCLUDES) for w in words if w.startswith(INCLUDES)]
    own = (w for w in words if not w.startswith(INCLUDES))
    forms = {f for w in own for f in noun_forms(language, w)}.union(*(_shared(language, name) for name in sets))
    shapes = tuple(shape for name in sets for shape in _shapes(language, name))
    if not shapes:
        return frozenset(forms)  # most classes are lists alone, which are quicker asked
    found = Words(forms)
    found.shapes = shapes
    return found


def shared_sets(language: str) -> frozenset[str]:
    """Return the names of the sets that kinds may share: a trigger asks for one as "@any.built"."""
    data = table(language, "classes")
    return frozenset(data.keys() - {"shapes"}) | frozenset(data["shapes"]) | {ANYONE}


@cache
def _shared(language: str, name: str) -> frozenset[str]:
    listed = table(language, "classes").get(PEOPLE if name == ANYONE else name, ())
    return frozenset(f for w in listed for f in noun_forms(language, w))


def _shapes(language: str, name: str) -> Iterator[Callable[[str], object]]:
    shape = table(language, "classes")["shapes"].get(name)
    if shape is not None:
        yield re.compile(shape).fullmatch
    if name == ANYONE:
        yield grammar(language).acting
