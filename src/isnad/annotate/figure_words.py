"""One language's words for figures: units, money, nouns of people, and how sure a number is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from isnad.annotate.elided import Elided, callings, elided
from isnad.annotate.folk import folk
from isnad.annotate.numerals import Phrases, keys_of, phrases
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.text import fold_key

Qualifier = Literal["exact", "about", "at least", "at most"]


class FigureWords:
    """One language's units, money and qualifiers."""

    def __init__(self, language: str) -> None:
        words = table(language, "numbers")
        who = [w for nouns in table(language, "things")["who"].values() for w in nouns]
        units = dict.fromkeys(who, ("people", False))
        units |= {w: (unit, False) for unit, forms in words["units"].items() for w in forms}
        money = {w: (unit, True) for unit, forms in words["currencies"].items() for w in forms}
        self.units: Phrases = phrases({**units, **money})
        self.people = folk(language)
        self.calling = callings(language)
        self.glued = {k.casefold(): (str(v[0]), int(v[1])) for k, v in words["glued"].items()}
        self.before = [(q, _reversed(words["qualifiers"][k])) for q, k in _BEFORE]
        self.after = [(q, phrases(words["qualifiers"][f"after_{k}"])) for q, k in _BEFORE]
        self.between = frozenset(keys_of(w)[0] for w in words["qualifiers"]["between"])
        self.changes = tuple(fold_key(w) for w in words["qualifiers"]["changes"])
        self.openers = frozenset(keys_of(w)[0] for w in words["qualifiers"]["openers"])
        self.counts_of: Phrases = phrases(dict.fromkeys(words["counts_of"], True))
        self.of = frozenset(fold_key(w) for w in words["of"])
        self.others = frozenset(fold_key(w) for w in words["others"])
        self.describing = frozenset(fold_key(w) for w in words["describing"])
        self.staying = frozenset(fold_key(w) for w in words["staying"])
        self.skip = frozenset(fold_key(w) for w in words["skip"])
        self.stop = frozenset(fold_key(w) for w in words["stop"]) - self.skip
        self.singular = frozenset(fold_key(w) for w in words["singular"])
        self.casualties = frozenset(fold_key(w) for w in words["casualties"])
        self.definite = frozenset(fold_key(w) for w in words["definite"])
        self.dual_nouns = frozenset(fold_key(w) for w in words["dual_nouns"])
        self.dual = tuple(words["dual"])
        self.two = frozenset(fold_key(w) for w in words.get("two", ()))
        self.clock = _reversed(words["clock"])
        self.quakes = frozenset(fold_key(w) for w in words["quakes"])
        self.iso = frozenset(words["currencies"])
        self.votes = frozenset(fold_key(w) for w in words["beside_people"]["votes"])
        self.vote: str = words["beside_people"]["votes"][0]
        self.voters = frozenset(fold_key(w) for w in table(language, "things")["who"]["deputies"])
        self.priced: Phrases = phrases(dict.fromkeys((w for k in _PRICED for w in words["roles"][k]), True))
        self.elided: Elided = elided(language, self.people, self.stop, self.definite)


_PRICED = ("cost", "loan", "aid", "fine", "debt", "revenue", "wage", "damage", "trade", "bribe")
"""What millions are told of that are money: beside such a word they are of the currency that the page printed last."""
_BEFORE: tuple[tuple[Qualifier, str], ...] = (("at least", "at_least"), ("at most", "at_most"), ("about", "about"))


def _reversed(words: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted((keys_of(w) for w in words), key=lambda k: -len(k))


@kept
def figure_words(language: str) -> FigureWords:
    """Return the words of a language, read once."""
    return FigureWords(language)
