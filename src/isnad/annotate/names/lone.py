"""One word behind an Arabic article in Latin letters: "Al-Dahariz" is a quarter, a club or a family name, and only its company tells.

A family name stands alone where the page has given it whole before, or where a title, an office or a word of saying is beside it.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import anywhere, gazetteer, listed, office_words
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.annotate.quotations.lexicon import speech
from isnad.text import fold_key

ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "az", "at"})
"""The article as it is written before sun letters too."""
_CLUB = 2
"""Words on either side among which a word of matches makes a club of the name."""
_DWELLERS = frozenset(
    {"residents", "people", "inhabitants", "habitants", "riverains", "vecinos", "habitantes", "quarter"}
)
_AND = frozenset({"and", "et", "y", "e"})
_DISTRICT = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "quartier", "cité", "barrio", "village"})


def lone_articles(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Return the names of a sentence without persons of an article and one word that nothing shows to be one.

    ``people`` are the names of persons the page gives whole. Such a name behind a preposition of place or a word for those who live
    somewhere is a place, beside a word of clubs or matches an organisation, and else nothing.
    """
    if language == "ar":
        return raw
    out = []
    for r in raw:
        a, b, kind, score = r
        keys = [w.key for w in words[a:b] if w.kind == "word"]
        bare = kind == "PER" and len(keys) == 2 and keys[0] in ARTICLES and upper(words[a])
        if not bare or not people.keys().isdisjoint((key_of(words, a, b), " ".join(keys), keys[1])):
            out.append(r)
        elif sort := _listed(words, out, a) or _sort(words, a, b, language):
            out.append((a, b, sort, score))
    return out


def _listed(words: list[Word], out: list[Raw], a: int) -> str:
    """ "Al Hafa and Al-Dahariz": what stands behind a place at "and" is one too."""
    last = out[-1] if out else None
    near = last is not None and last[2] == "LOC" and 0 < a - last[1] <= 2 and words[a - 1].kind == "word"
    return "LOC" if near and words[a - 1].key in _AND else ""


def _sort(words: list[Word], a: int, b: int, language: str) -> str:
    """What such a name is by the words beside it; the empty string when nothing tells."""
    before = [w.key.rstrip(".") for w in words[max(0, a - 3) : a] if w.kind == "word"]
    behind = [w.key for w in words[b : b + _CLUB] if w.kind == "word"]
    if before and (
        before[-1] == "told" or (before[-1] in ("a", "al") and before[-2:-1] and before[-2] in _sayings(language))
    ):
        return "ORG"  # "a source told *Al-Marsa* that": an outlet
    titles = listed(language, "honorifics") | office_words(language) | listed(language, "callings")
    if set(before[-_CLUB:]) & _DWELLERS:
        return "LOC"
    if (before and before[-1] in titles) or set(before + behind[:1]) & _sayings(language):
        return "PER"
    near = set(before[-_CLUB:]) | set(behind)
    if near & (listed(language, "club_heads", "team_cues") | {"club"}):
        return "ORG"
    place = near & _DISTRICT or (before and before[-1] in listed(language, "at") | {"in"})
    return "LOC" if place or words[b - 1].key in gazetteer().places or words[b - 1].key in anywhere("districts") else ""


@cache
def _sayings(language: str) -> frozenset[str]:
    """Finite verbs of saying of one word."""
    lexicon = speech(language)
    rows = lexicon.cues.items() if lexicon else ()
    return frozenset(fold_key(w) for w, row in rows if any(len(e.words) == 1 and e.form == "finite" for e in row))
