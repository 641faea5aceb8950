"""Arabic adjectives of a people in the accusative, which look like the name of their state: «23 طالبا *ليبيا*», «مواطنا *سوريا*»."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import gazetteer, office_words
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare
from isnad.text import fold_key


def no_accusatives(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence without states that only tell of what people somebody is.

    The noun before must be one in the accusative itself: people, or what a number counts. «زارا *سوريا*» is a verb and a state.
    """
    return [r for r in raw if not (r[2] == "LOC" and r[1] - r[0] == 1 and _adjective(words, r[0]))]


def _adjective(words: list[Word], i: int) -> bool:
    key = words[i].key
    place = gazetteer().places.get(key) if key.endswith("يا") else None
    if place is None or place.key != f"place:{place.country}" or i < 1:
        return False
    noun = words[i - 1]
    if noun.kind != "word" or not noun.key.endswith("ا") or noun.key.endswith("وا") or noun.key.startswith("ال"):
        return False
    counted = i > 1 and words[i - 2].kind == "number"
    return counted or bare(noun.key[:-1]) in office_words("ar") or noun.key[:-1] in _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "classes")["people"])
