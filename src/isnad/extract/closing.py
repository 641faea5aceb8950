"""The outlet that stands behind a text, below its author or beside him: "By Asha Mwinyi / The Coastal Citizen / July 9, 2023"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block
from isnad.extract.datelines import ARABIC
from isnad.extract.lines import is_notice
from isnad.extract.outlets import affiliated, known_places, outlet_beside_author, outlet_between
from isnad.extract.persons import called, impersonal, named_as_paper, person
from isnad.extract.signers import job
from isnad.model.reading import PartKind
from isnad.text import fold_key

LINES, WORDS = 4, 10
"""Lines behind a text among which it is signed, and words of the longest of them."""
_DASHES = "-–—•* "


def signed_below(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet that signs right behind a text, a word of the trade in its name; ``None`` where none does."""
    last = max((i for i, k in enumerate(kinds) if k == "body"), default=-1)
    if last < 0:
        return None
    told = fold_key(text)
    for b in blocks[last + 1 : last + 1 + LINES]:
        if b.words > WORDS or b.links > 0.5 or "related" in b.hints:
            return None
        line = b.text.strip()
        bare = line.lstrip(_DASHES)
        name = outlet_beside_author(line) or affiliated(bare) or outlet_between(line, told)
        name = name or (bare if bare != line and named_as_paper(bare) else None) or _beside_author(line, told)
        if name is not None:
            return name
    return None


_TWO = regex.compile(r"(?P<author>[^-–—|/()\d]{4,40}?)\s*(?:[-–—|/(])\s*(?P<outlet>[^-–—|/()\d,.]{5,40}?)\s*\)?")
"""Somebody and what stands behind a mark beside him: «موسى ديكو - منارة غاو», "Moussa Dicko (Studio Kayira)"."""


def _beside_author(line: str, told: str) -> str | None:
    """The name of two words and more beside an author's, which the text does not speak of: an outlet, no place and nobody."""
    found = _TWO.fullmatch(line)
    if found is None or not (called(found["author"]) and person(found["author"])):
        return None
    name = found["outlet"].strip()
    words, key = name.split(), fold_key(name)
    if not 2 <= len(words) <= 4 or called(name) or job(name) or impersonal(name) or is_notice(name):
        return None
    spoken_of = key in known_places() or f" {key} " in f" {told.replace(fold_key(line), ' ')} "
    capitals = ARABIC.search(name) is not None or all(w[:1].isupper() for w in words)
    return name if capitals and not spoken_of else None
