"""The likeliest name of a page's outlet, and of the outlet whose text it shows, among all that its head and foot print, or none.

Two conditional logits of signs (``models/nameplates.json``): one chooses whose page it is, the other whose text, where it is another's.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat

from isnad.extract.blocks import Block
from isnad.extract.head import Head
from isnad.extract.nameplates import Plate, page_signs, plates
from isnad.model.reading import PartKind
from isnad.models import weights

MOST_VOTES = 7
"""Votes of the formulas from which more of them say no more."""


class Likely:
    """The names on one page that may be outlets', looked for when first asked."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        kinds: Sequence[PartKind],
        head: Head,
        title: str | None,
        votes: Mapping[str, int],
    ) -> None:
        self._page = (text, blocks, kinds, head, title, dict(votes))
        self._plates: list[Plate] | None = None
        self._signs: list[str] | None = None

    def plates(self) -> list[Plate]:
        """Return the names that may be outlets', with their signs."""
        if self._plates is None:
            self._plates = plates(*self._page, _SCORES)
        return self._plates

    def site(self) -> tuple[str | None, float]:
        """Return the likeliest name of the page's outlet, or none where that is likelier, and how likely that is."""
        votes = self._page[-1]
        return _choose("site", self.plates(), nobody(votes))

    def source(self, site: str | None, rule: str, same: Callable[[str, str], bool]) -> tuple[str | None, float]:
        """Return the likeliest outlet whose text the page of another shows, or none where the text is likelier the page's own, and how likely that is.

        ``rule`` is what the formulas say: "own" or "taken". Names that are the ``same`` as the site's are not asked.
        """
        told = self._told()
        others = [p for p in self.plates() if site is None or not same(p.name, site)]
        return _choose("source", others, own(told, rule, site is not None))

    def handed(self) -> bool:
        """Return whether the lines outside the text have words of handing on texts, or several of boards."""
        return bool({"handing 0", "boards 0"}.isdisjoint(self._told()))

    def _told(self) -> list[str]:
        """What the page as a whole says of handing on texts."""
        if self._signs is None:
            _, blocks, kinds, *_ = self._page
            self._signs = page_signs(blocks, kinds)
        return self._signs


def nobody(votes: Mapping[str, int]) -> list[str]:
    """Return the signs of a page that prints no outlet's name."""
    return ["none", f"none, votes {min(max(votes.values(), default=0), MOST_VOTES)}"]


def own(told: Sequence[str], rule: str, named: bool) -> list[str]:
    """Return the signs of a text that is its page's own: what the page tells, what the formulas say, whether they name a site."""
    signs = ["none", f"none rule {rule}", *(f"none {s}" for s in told), f"none {' '.join(told)}"]
    return [*signs, "none rule has site"] if named and rule == "own" else signs


def _score(what: str) -> Callable[[Iterable[str]], float]:
    """What a set of signs weighs for one of the choices."""

    def score(signs: Iterable[str]) -> float:
        return sum(map(_weights()[what].get, signs, repeat(0.0)))

    return score


_SCORES = (_score("site"), _score("source"))


def _choose(what: str, found: Sequence[Plate], none: Iterable[str]) -> tuple[str | None, float]:
    """The likeliest name, or none where that is likelier, and how likely that is."""
    at = _weights()[what]
    scores = [sum(at.get(s, 0.0) for s in p.signs) for p in found]
    nothing = sum(at.get(s, 0.0) for s in none)
    most = max((*scores, nothing))
    total = sum(math.exp(s - most) for s in (*scores, nothing))
    return None if most == nothing else found[scores.index(most)].name, 1 / total


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The weight of each sign, learned by ``training/nameplates.py``."""
    told = json.loads(weights("nameplates.json").read_text(encoding="utf-8"))
    return {what: {str(k): float(v) for k, v in told[what].items()} for what in ("site", "source")}
