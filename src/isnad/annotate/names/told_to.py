"""Who speaks behind the medium that was told: « …, a indiqué à l'AFP *Zalmo Birwe*, président de … », "…, declaró a EFE *Nayo Urquel*".

French and Spanish put the speaker behind his verb and whom he speaks to; a tagger that does not know his name takes it for a part of
the agency's, or for nothing. Two words and more with capitals there, up to a mark, are somebody.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import gazetteer, listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.annotate.quotations.lexicon import speech
from isnad.languages import table
from isnad.languages.meanings import concepts
from isnad.text import fold_key

TOLD = 0.9
"""Confidence of such a person."""
_FAR = 4
"""Words between the word of saying and "to": « a déclaré *mercredi* à l'AFP »."""
_LONGEST = 4
"""Words of the longest name."""
_SHORT = 6
"""Letters of the longest acronym of a medium."""


def told_to(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with whoever speaks behind the agency or station he spoke to."""
    if language not in ("fr", "es"):
        return raw
    for i in range(2, len(words) - 2):
        if not _medium(words[i], language) or not _led(words, i, language):
            continue
        a = b = i + 1
        while b < len(words) and b - a < _LONGEST and words[b].kind == "word" and upper(words[b]):
            b += 1
        closed = b == len(words) or words[b].text in (",", ".", ";", "(", "»")
        if b - a < 2 or not closed or words[a].text.isupper() or not _somebody(words[a], language):
            continue
        if any(kind == "PER" and a <= x < b for x, _, kind, _ in raw):
            continue
        before = [(x, min(y, a), "ORG" if kind == "PER" and y > a else kind, s) for x, y, kind, s in raw if x < a]
        return [*before, (a, b, "PER", TOLD), *[r for r in raw if b <= r[0]]]
    return raw


def _somebody(w: Word, language: str) -> bool:
    """False for a place, a body's first word or a word of the language."""
    if w.key in gazetteer().places or w.key in listed(language, "heads", "body_heads", "never"):
        return False
    return not concepts(w.text)[0]


def _medium(w: Word, language: str) -> bool:
    """True of an agency by name and of an acronym: "AFP", "Reuters", "RTI"."""
    return w.kind == "word" and upper(w) and ((w.text.isupper() and 1 < len(w.text) <= _SHORT) or w.key in _agencies())


def _led(words: list[Word], i: int, language: str) -> bool:
    """True where "to" leads to the medium, an article between or none, and a word of saying stands before that."""
    k = i - 1
    if words[k].key.rstrip("'’") in ("la", "l", "le"):
        k -= 1
    if words[k].key not in ("a", "à"):
        return False
    return any(w.key in _sayings(language) for w in words[max(0, k - _FAR) : k])


@cache
def _agencies() -> frozenset[str]:
    names = (n for row in table("shared", "agencies")["agencies"] for n in row)
    return frozenset(fold_key(n) for n in names if " " not in n)


@cache
def _sayings(language: str) -> frozenset[str]:
    """Verbs of saying of one word."""
    lexicon = speech(language)
    rows = lexicon.cues.items() if lexicon else ()
    return frozenset(fold_key(w) for w, row in rows if any(len(e.words) == 1 and e.form in _FORMS for e in row))


_FORMS = ("finite", "participle")
