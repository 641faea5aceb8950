"""The outlet that stands behind a text, below its author or beside him: "By Asha Mwinyi / The Coastal Citizen / July 9, 2023"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of
from isnad.extract.datelines import ARABIC, dated
from isnad.extract.lines import is_notice, notice
from isnad.extract.outlets import affiliated, known_places, outlet_beside_author, outlet_between
from isnad.extract.persons import called, impersonal, named_as_paper, person
from isnad.extract.signers import job
from isnad.extract.sitenames import section
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


def signed_above(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet that signs above a text, beside its author or on a line of its own between him and the day; ``None`` where none does."""
    own = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    told = fold_key(text)
    rows = [i for i in range(own) if kinds[i] in ("byline", "chrome", "dateline") and blocks[i].words <= WORDS]
    for i in rows:
        if kinds[i] == "byline" and (name := _beside_author(blocks[i].text.strip(), told)) is not None:
            return name
    for i in rows:
        line = blocks[i].text.strip()
        if not (called(line) and person(line)) and (kinds[i] != "byline" or byline_of(line) is None):
            continue
        for j, day in ((i + 1, i + 2), (i - 1, i + 1)):
            if j in rows and day in rows and dated(blocks[day].text) and (name := _alone(blocks[j], told)) is not None:
                return name
    return None


def _alone(b: Block, told: str) -> str | None:
    """What a line of two to four words names that is nobody, no place, no desk and no section, and that the text does not speak of."""
    name = b.text.strip()
    if (
        not 2 <= b.words <= 4
        or name[-1:] in ".!?؟:…"
        or any(c.isdigit() or c in '@/|«»"' for c in name)
        or b.links > 0.5
    ):
        return None
    if dated(name) or called(name) or job(name) or impersonal(name) or is_notice(name) or section(name) or notice(b):
        return None
    capitals = ARABIC.search(name) is not None or all(w[:1].isupper() or len(w) < 4 for w in name.split())
    key = fold_key(name)
    spoken_of = key in known_places() or told.count(f"{key}") > 1
    return name if capitals and not spoken_of else None


_TWO = regex.compile(r"(?P<author>[^-–—|/()\d]{4,40}?)\s*(?:[-–—|/(])\s*(?P<outlet>[^-–—|/()\d,.]{5,40}?)\s*\)?")
"""Somebody and what stands behind a mark beside him: «موسى ديكو - منارة غاو», "Moussa Dicko (Studio Kayira)"."""


def _beside_author(line: str, told: str) -> str | None:
    """The name of two words and more beside an author's, which the text does not speak of: an outlet, no place and nobody."""
    found = _TWO.fullmatch(line)
    author, name = (found["author"].strip(), found["outlet"].strip()) if found is not None else ("", "")
    if called(name) and person(name) and not called(author):
        author, name = name, author  # «هضبة نت - كريم أوعلي»
    if found is None or not (called(author) and person(author)):
        return None
    words, key = name.split(), fold_key(name)
    if not 2 <= len(words) <= 4 or called(name) or job(name) or impersonal(name) or is_notice(name):
        return None
    spoken_of = key in known_places() or f" {key} " in f" {told.replace(fold_key(line), ' ')} "
    capitals = ARABIC.search(name) is not None or all(w[:1].isupper() for w in words)
    return name if capitals and not spoken_of else None
