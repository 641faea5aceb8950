"""Words as those who bear an office are told by: folded, in Arabic without article and joined particles."""

from __future__ import annotations

from functools import lru_cache

from isnad.annotate.quotations.lexicon import Speech
from isnad.text import fold_key


def bare(word: str, lexicon: Speech) -> str:
    """Return a word for comparing: folded, without joined particles and the Arabic article."""
    return _unjoined(word) if lexicon.verb_first else fold_key(word)


@lru_cache(maxsize=1 << 16)
def _unjoined(word: str) -> str:
    folded = fold_key(word)
    for particle in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if folded.startswith(particle) and len(folded) > len(particle) + 2:
            return folded[len(particle) :]
    return folded
