"""Where the page's own house ends and who told it something begins: "relató a *Cordillera* | *Rosalba Quintín*"."""

from __future__ import annotations

from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import words_of

TOLD = 0.97
"""Confidence of who is parted from the house."""
_TO = frozenset({"a", "al", "to", "told"})
"""What leads to whom somebody told something, folded («à» too)."""
_LEAST = 2
"""Words that must stand behind the house to be somebody's name."""


def houses_of(*names: str | None) -> frozenset[tuple[str, ...]]:
    """Return the folded words of the page's publishers."""
    return frozenset(filter(None, (words_of(n or "") for n in names)))


def house_apart(words: list[Word], raw: list[Raw], houses: frozenset[tuple[str, ...]]) -> list[Raw]:
    """Return the names of a sentence in a Latin script, those parted that run from the page's house into a person's name."""
    out: list[Raw] = []
    for a, b, kind, score in raw:
        long = next((len(h) for h in houses if tuple(w.key for w in words[a : a + len(h)]) == h), 0)
        rest = words[a + long : b]
        led = a > 0 and words[a - 1].key in _TO
        if long and led and len(rest) >= _LEAST and all(w.kind == "word" and upper(w) for w in rest):
            out += [(a, a + long, "ORG", score), (a + long, b, "PER", TOLD)]
        else:
            out.append((a, b, kind, score))
    return out
