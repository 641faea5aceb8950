"""The likeliest name of a page's outlet among all that its head and foot print, or none: a conditional logit of signs (``models/nameplates.json``)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from isnad.extract.blocks import Block
from isnad.extract.head import Head
from isnad.extract.nameplates import plates
from isnad.model.reading import PartKind

MOST_VOTES = 7
"""Votes of the formulas from which more of them say no more."""


def likeliest(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    votes: Mapping[str, int],
) -> tuple[str, float] | None:
    """Return the likeliest name of the page's outlet and how likely it is; ``None`` when none is likelier than that none is printed."""
    found = plates(text, blocks, kinds, head, title, votes)
    if not found:
        return None
    weights = _weights()
    nobody = sum(weights.get(s, 0.0) for s in none_signs(votes))
    scores = [sum(weights.get(s, 0.0) for s in p.signs) for p in found]
    most = max(scores)
    if most <= nobody:
        return None
    total = sum(math.exp(s - most) for s in (*scores, nobody))
    return found[scores.index(most)].name, 1 / total


def none_signs(votes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the signs of there being no name."""
    return "none", f"none, votes {min(max(votes.values(), default=0), MOST_VOTES)}"


@cache
def _weights() -> dict[str, float]:
    """The weight of each sign, learned by ``training/nameplates.py``."""
    told = json.loads(files("isnad.models").joinpath("nameplates.json").read_text(encoding="utf-8"))
    return {str(k): float(v) for k, v in told["weights"].items()}
