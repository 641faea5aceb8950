"""Persons by the name of their child, a nickname in Arabic and in what travelled from it: "Umm Karrar", "Abou Laith", «أم كرار».

«أم» is also "or" and the first word of many towns (أم قصر, Oum El Bouaghi, Abu Dhabi): what lists have as a place, and what a
preposition of place or a word for a sort of place leads to, is none.
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, printed_given
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import place_kind

_LATIN = frozenset({"abu", "abou", "aboû", "umm", "oum", "oumm", "um"})
TOLD = 0.95
"""Confidence of such a person."""


def nicknamed(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with such nicknames called persons, and those nobody saw added.

    Behind the word stands a given name: "Oum Goz" is a camp, and «أم» without one is no more than a word.
    """
    out = list(raw)
    for i, w in enumerate(words[:-1]):
        if not _father(w, language) or not _child(words, i, language) or _placed(words, i, language):
            continue
        b = i + 2
        inside = [r for r in out if r[0] < b and i < r[1]]
        if any(r[0] < i or r[1] > b + 1 or (r[2] == "PER" and r[:2] != (i + 1, b)) for r in inside):
            continue
        b = max([b, *(r[1] for r in inside)])
        if " ".join(x.key for x in words[i:b]) in gazetteer().places:
            continue
        out = [r for r in out if r not in inside] + [(i, b, "PER", max([TOLD, *(r[3] for r in inside)]))]
    return sorted(out)


def _father(w: Word, language: str) -> bool:
    return w.text in ("أبو", "ابو", "أم", "ام") if language == "ar" else upper(w) and w.key in _LATIN


def _child(words: list[Word], i: int, language: str) -> bool:
    """True when the word behind may be a child's name."""
    w, known = words[i + 1], gazetteer()
    if w.kind != "word" or w.key in known.places or w.key in demonyms(language):
        return False
    if language == "ar":
        common = w.key in known.plain["ar"] and w.text not in printed_given()
        return (w.text in printed_given() or w.key in known.given) and not common
    if not upper(w) or w.key in listed(language, "never"):
        return False
    return w.key in known.given or w.key in given_names()


def _placed(words: list[Word], i: int, language: str) -> bool:
    """True when something before says that a place follows."""
    if not i:
        return False
    before = words[i - 1]
    small = anywhere("at") | {"to", "from", "in"} if language != "ar" else listed("ar", "at") | {"ب", "الى", "من"}
    return before.key in small or place_kind(before.key) is not None


__all__ = ["nicknamed"]
