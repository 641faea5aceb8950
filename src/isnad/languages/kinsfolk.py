"""When a name of several words is not the longer name that holds them, but somebody of that family: a father, a mayor of the same name.

A writer shortens "Mahmoud Fathi El Desouki" to its last word, hardly to "Fathi El Desouki", which is his father's name; only Spanish
names leave two words where the first goes, and names that a particle goes on in ("Mohamed Ould Cheikh Ahmed").
"""

from __future__ import annotations

from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import role_concepts
from isnad.model import Mention
from isnad.text import fold_key

BEFORE, WORDS = 64, 5
"""Characters and words before a name among which stands whose kin it is or what office it holds ("son of *the coach* Fathi El Desouki")."""


def another(text: str, language: str, short: Mention, full: Mention) -> bool:
    """Return whether the shorter of two names of a page is told of somebody else: of a relation of somebody's, or with another office."""
    words, whole = fold_key(short.text).split(), fold_key(full.text).split()
    if language not in LANGUAGES or len(words) < 2 or words == whole[: len(words)] or words[0] in _particles():
        return False  # "Mahmoud Fathi" for "Mahmoud Fathi El Desouki" is himself
    before = fold_key(text[max(0, short.start - BEFORE) : short.start]).split()[-WORDS:]
    given = words[0] in given_names()
    if given and not _kin(language).isdisjoint(before):
        return True
    if not given and (language == "es" or short.text.isascii()):
        return False  # two family names are left where the given name goes
    mine = role_concepts(short.role.text if short.role else " ".join(before))
    theirs = role_concepts(full.role.text) if full.role else frozenset()
    return bool(mine) and mine.isdisjoint(theirs)


def relation(text: str, language: str, m: Mention) -> bool:
    """Return whether a name is told of a relation of somebody's: "his wife, *Esther Chirwa*", «زوجته *نادية الحداد*»."""
    if language not in LANGUAGES:
        return False
    before = fold_key(text[max(0, m.start - BEFORE) : m.start].replace(",", " ").replace("،", " ")).split()[-NEAR:]
    kin = _kin(language)
    owned = language == "ar" and any(
        w.endswith(end) and w[: -len(end)].rstrip("ت") in _stems(language) for w in before for end in _HIS
    )
    return owned or not kin.isdisjoint(before)


NEAR = 2
"""Words before a name among which a relation stands that it is the name of."""
_HIS = ("ه", "ها", "هم", "هما")
"""Possessives joined to an Arabic noun."""


@cache
def _stems(language: str) -> frozenset[str]:
    return frozenset(w.rstrip("هة") for w in _kin(language))


@cache
def _kin(language: str) -> frozenset[str]:
    """Words for relations, as Arabic writes them with its article and prefixes too."""
    words = frozenset(map(fold_key, table(language, "names")["kin"]))
    return words | frozenset(p + w for w in words for p in ("و", "ل", "ال", "ب")) if language == "ar" else words


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names of all languages' lists."""
    own = (n for k in LANGUAGES for n in table(k, "names")["given"])
    return frozenset(map(fold_key, (*own, *table("shared", "given_names")["further"])))


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold_key, ("ولد", "بن", "ابن", "آل", "أبو", "بو", "عبد", "الشيخ", "سيدي", "مولاي", "ould", "mint", "ben", "bin", "ibn", "al", "el", "abu", "abou", "bou", "de", "del", "de la", "van", "von", "le", "la", "du", "des", "da", "dos", "di", "sidi", "moulay", "cheikh", "o", "mac")))  # fmt: skip
