"""Which languages a query is written in, so that *sale* typed with *mains* is the French one, and *or* with *mine* is gold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import table
from isnad.model import LANGUAGES
from isnad.models.stems import lexicon
from isnad.search.tokens import LATIN, folded, listed, meant_stem
from isnad.text import fold_key, script_of


@cache
def grammar(language: str) -> frozenset[str]:
    """Return the folded words of a language that only hold others together: articles, prepositions, conjunctions."""
    rows = table(language, "grammar")
    listed = [*rows.get("prepositions", {}).values(), rows["words"].get("coordinate", []), rows.get("standing", [])]
    small = {fold_key(w) for row in listed for w in row if len(fold_key(w)) <= 4 and " " not in w}
    return frozenset(small | set(table(language, "stems")["articles"]))


def known(plain: str, language: str) -> bool:
    """True of a folded word that a language has, as far as isnad knows it."""
    if (script_of(plain) == "Arabic") != (language == "ar"):
        return False
    return plain in grammar(language) or listed(plain, language) or meant_stem(plain, language) in lexicon(language)


def spoken(printed: Sequence[str], hint: str | None = None) -> tuple[str, ...]:
    """Return the languages a query's words are probably of, the Latin ones that know most of them; ``hint`` decides between equals.

    All three for words that none of them knows: names. O(words).
    """
    found = ["ar"] if any(script_of(w) == "Arabic" for w in printed) else []
    latin = [w for w in printed if script_of(w) == "Latin"]
    if not latin:
        return tuple(found)
    scores = {k: sum(_evidence(w, k) for w in latin) for k in LATIN}
    best = max(scores.values())
    equal = [k for k in LATIN if scores[k] == best]
    return (*found, *([hint] if hint in equal and best > 0 else equal))


def of_word(printed: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return which of a query's languages a word is of: those that know it, else any that does, else all of its script."""
    plain = folded(printed)
    if script_of(plain) == "Arabic":
        return ("ar",)
    latin = [k for k in languages if k in LATIN] or list(LATIN)
    own = [k for k in latin if known(plain, k)] or [k for k in LATIN if known(plain, k)]
    return tuple(own) or LATIN


def _evidence(printed: str, language: str) -> int:
    own = [k for k in LATIN if any(c in printed.casefold() for c in table(k, "stems")["letters"])]
    if own:
        return 2 * (language in own)
    plain = folded(printed)
    return 2 if plain in grammar(language) else int(known(plain, language))


def binding(printed: str, languages: Sequence[str]) -> bool:
    """True of a word that only holds others together in the languages of the query."""
    plain = folded(printed)
    return any(plain in grammar(k) for k in languages)


__all__ = ["LANGUAGES", "binding", "grammar", "known", "of_word", "spoken"]
