"""Where a word of saying may begin, by its first two words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.quotations.lexicon import speech
from isnad.annotate.quotations.phrases import Opening, Openings


def unjoined(word: str, clitics: Sequence[str]) -> tuple[str, int]:
    """Take a joined و or ف off a word, when at least two letters are left."""
    for clitic in clitics:
        if word.startswith(clitic) and len(word) >= len(clitic) + 2:
            return word[len(clitic) :], len(clitic)
    return word, 0


@cache
def begins(language: str) -> Openings:
    """For each word met, whether a word of saying may begin with it, and before which words; the press repeats its words."""
    return Openings(lambda k: _opening(k, language))


def _opening(k: str, language: str) -> Opening:
    """Return whether a word of saying, or words to be passed over, may begin with the word, and what then stands behind it."""
    lexicon = speech(language)
    if lexicon is None:
        return False
    bare, cut = unjoined(k, lexicon.clitics)
    firsts = (k, bare) if cut else (k,)
    entries = [e.words for f in firsts for e in lexicon.cues.get(f, ())]
    unnamed = lexicon.anonymous.opening(k)
    objects = any(f.endswith(t) and f[: -len(t)] in lexicon.cues for f in firsts for t in lexicon.objects)
    if objects or unnamed is True or any(len(w) == 1 for w in entries):
        return True
    return frozenset(w[1] for w in entries).union(unnamed or ())
