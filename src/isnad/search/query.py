"""What somebody typed, as words, phrases and exclusions: ``contrat "mer rouge" -football désal*``."""

from __future__ import annotations

import regex
from msgspec import Struct

from isnad.search.tokens import printed_words

MOST_CHARACTERS = 600
MOST_WORDS = 24
_PIECES = regex.compile(
    r"(?P<no>(?<!\S)-)?(?:[\"“«„](?P<phrase>[^\"”»“«„]*)[\"”»“]?|(?P<word>[^\s\"“«„”»]+?)(?P<star>\*?)(?=[\s\"“«„”»]|$))"
)


class Unit(Struct, frozen=True):
    """Words that must stand together in this order; ``unwanted`` must not stand, ``prefix`` may go on after the last letter."""

    words: tuple[str, ...]
    unwanted: bool = False
    prefix: bool = False
    phrase: bool = False
    typed: str = ""

    @property
    def text(self) -> str:
        """The words as typed, with what was passed over before them."""
        return self.typed or " ".join(self.words)


class Query(Struct, frozen=True):
    """The units of a query; ``cut`` is true when it was too long and only its beginning counts."""

    units: tuple[Unit, ...]
    cut: bool = False

    @property
    def wanted(self) -> tuple[Unit, ...]:
        """The units that must be found."""
        return tuple(u for u in self.units if not u.unwanted)


def parse(text: str) -> Query:
    """Return what a query asks for. Any string is a query; what is no word is passed over, what is too long is cut."""
    cut = len(text) > MOST_CHARACTERS
    units: list[Unit] = []
    left = MOST_WORDS
    for m in _PIECES.finditer(text[:MOST_CHARACTERS]):
        phrase = m.group("phrase")
        typed = phrase if phrase is not None else m.group("word")
        printed = printed_words(typed)
        if len(printed) > left:
            cut, printed = True, printed[:left]
        if printed:
            left -= len(printed)
            # "l'accord" and "2-3" are several words that stand together.
            units.append(Unit(printed, bool(m.group("no")), bool(m.group("star")), phrase is not None, typed.strip()))
    return Query(tuple(units), cut)
