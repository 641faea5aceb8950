"""Whose dinar, pound or peso it is: that of the state its page speaks of most."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from isnad.languages import table
from isnad.model import FigureMention
from isnad.text import fold_key, tokens


@cache
def _moneys() -> dict[str, dict[str, str]]:
    """Folded name → state → currency."""
    return {
        fold_key(word): {k: v for k, v in entry.items() if k != "words"}
        for entry in table("shared", "money").values()
        for word in entry["words"]
    }


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    """State → beginnings of its name and of its people's, an ending shorter than printed ("algéri", «جزائر»)."""
    stems = table(language, "demonyms")["stems"]
    return {
        state: tuple({fold_key(f)[: -2 if language == "fr" else -1] for f in forms if len(f) > 4})
        for state, forms in stems.items()
    }


def settled(figures: Sequence[FigureMention], text: str, language: str) -> list[FigureMention]:
    """Return the figures with money of several states given to the one the text speaks of most; else as they were."""
    shares = [f for f in figures if fold_key(f.quantity) in _moneys()]
    if not shares:
        return list(figures)
    keys = [fold_key(t.text).removeprefix("ال") for t in tokens(text) if t.kind == "word"]
    states = {s for f in shares for s in _moneys()[fold_key(f.quantity)]}
    stems = _stems(language)
    counts = {s: sum(k.startswith(stems[s]) for k in keys) for s in states if stems.get(s)}
    return [_settled(f, counts) if f in shares else f for f in figures]


def _settled(figure: FigureMention, counts: dict[str, int]) -> FigureMention:
    among = _moneys()[fold_key(figure.quantity)]
    ranked = sorted(((counts.get(s, 0), s) for s in among), reverse=True)
    if not ranked[0][0] or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return figure
    return msgspec.structs.replace(figure, unit=among[ranked[0][1]])
