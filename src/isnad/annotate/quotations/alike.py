"""Offices taken up without their word: "le représentant de l'État" is the prefect, "the counsel" the lawyer, «الدبلوماسي» the ambassador."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.quotations.barewords import bare
from isnad.annotate.quotations.lexicon import speech
from isnad.text import fold_key, tokens

_NONE: frozenset[str] = frozenset()


def taken_up_by(words: Sequence[str], language: str) -> frozenset[str]:
    """Return the offices that bare words, small ones left out, may take up: the longest phrase they begin with tells."""
    known = _alike(language)
    for n in range(min(len(words), _LONGEST), 0, -1):
        if (offices := known.get(tuple(words[:n]))) is not None:
            return offices
    return _NONE


_LONGEST = 3
"""Words of the longest such phrase, small ones left out."""


@cache
def _alike(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    lexicon = speech(language)
    found: dict[tuple[str, ...], frozenset[str]] = {}
    if lexicon is None:
        return found
    small = {fold_key(w) for w in (*lexicon.articles, *lexicon.governors)}
    for held, said in lexicon.alike:
        offices = frozenset(bare(w, lexicon) for w in held)
        for phrase in said:
            key = tuple(w for t in tokens(phrase) if t.kind == "word" and (w := bare(t.text, lexicon)) not in small)
            found[key] = found.get(key, _NONE) | offices
    return found
