"""Whose dinar, franc or peso it is: that of the state its page speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from isnad.annotate.sentences import with_field
from isnad.languages import table
from isnad.model import Article, FigureMention, Mention, Reading
from isnad.text import fold_key, tokens


def settle_moneys(reading: Reading) -> Reading:
    """Return the reading with money of several states given to one of them where something tells which; else as it was.

    The one state or people of its sentence comes first, then the one that the article names most; only where the article names none,
    capitals, towns and bodies tell, and last what the page prints around it: a local paper names its country in the headlines beside.
    """
    shares = [f for f in reading.figures if fold_key(f.quantity) in _moneys()]
    if not shares:
        return reading
    article = reading.article
    states = frozenset(s for f in shares for s in _moneys()[fold_key(f.quantity)])
    own = "\n".join(article.text[p.start : p.end] for p in article.own())
    spoken = _spoken(own, article.language, states)
    named = spoken + _named(reading.mentions, article, states)
    ways = (spoken, named, named + _spoken(article.text, article.language, states))
    found = []
    for f in reading.figures:
        if f in shares:
            sentence = next((x for x in reading.sentences if x.start <= f.start < x.end), f.span)
            here = _spoken(article.words(sentence), article.language, states)
            f = _settled(f, (here, *ways) if len(+here) == 1 else ways)
        found.append(f)
    return with_field(reading, "figures", tuple(found))


@cache
def _moneys() -> dict[str, dict[str, str]]:
    """Folded name → state → currency."""
    return {
        fold_key(word): {k: v for k, v in entry.items() if k != "words"}
        for entry in table("shared", "money").values()
        for word in entry["words"]
    }


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    """State → beginnings of its name and of its people's, an ending shorter than printed ("algéri", «جزائر»)."""
    stems = table(language, "demonyms")["stems"]
    return {
        state: tuple({fold_key(f)[: -2 if language == "fr" else -1] for f in forms if len(f) > 4})
        for state, forms in stems.items()
    }


@cache
def _capitals() -> dict[str, str]:
    """Folded name of a capital → state; those of one word."""
    rows = table("shared", "capitals")["capitals"]
    return {fold_key(n).removeprefix("ال"): row["country"] for row in rows for n in row["names"] if " " not in n}


def _spoken(text: str, language: str, states: frozenset[str]) -> Counter[str]:
    """How often each state or its people is named."""
    keys = [fold_key(t.text).removeprefix("ال") for t in tokens(text) if t.kind == "word"]
    stems = _stems(language)
    return Counter({s: sum(k.startswith(stems[s]) for k in keys) for s in states if stems.get(s)})


def _named(mentions: Sequence[Mention], article: Article, states: frozenset[str]) -> Counter[str]:
    """How often a capital, a town or a body of each state is named."""
    stems = _stems(article.language)
    counts: Counter[str] = Counter()
    for m in mentions:
        key = fold_key(m.text).removeprefix("ال")
        country = _capitals().get(key, m.country)
        if country in states and m.form != "role" and not (country in stems and key.startswith(stems[country])):
            counts[country] += 1
    return counts


def _settled(figure: FigureMention, ways: Sequence[Mapping[str, int]]) -> FigureMention:
    """The figure in the money of the state named most, by the first of the ways to tell that finds any; two named alike leave it open."""
    among = _moneys()[fold_key(figure.quantity)]
    for counts in ways:
        ranked = sorted(((counts.get(s, 0), s) for s in among), reverse=True)
        if ranked[0][0]:
            even = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
            return figure if even else msgspec.structs.replace(figure, unit=among[ranked[0][1]])
    return figure
