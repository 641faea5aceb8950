"""Whose dinar, franc or peso it is: that of the state its page speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    shares = _shares(reading)
    if not shares:
        return reading
    told = {f: _told(f, ways) for f, ways in _evidence(reading, shares)}
    return with_field(reading, "figures", tuple(_in(f, told.get(f)) for f in reading.figures))


MOST = 2 / 3
"""Of the pages that say whose money they mean, the share that must mean one state's for the others to follow."""
PLAINLY = 3
"""What a page that speaks of the state more than once counts beside one that does so in passing."""


def agreed_moneys(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with money that its page gives to a state at most in passing given to the one that the other pages mean.

    A page that says "400,000 dinars" and names no state, or a foreign investor's, stands beside pages that speak of Algerian dinars;
    where no page says, it is the money of the state that most pages name. Where pages mean several, it stays as it was.
    """
    meant: dict[str, Counter[str]] = {}
    doubtful: list[int] = []
    for i, reading in enumerate(readings):
        said: dict[tuple[str, str], int] = {}
        for f, ways in _evidence(reading, _shares(reading)):
            if (state := _told(f, ways)) is not None:
                said[_name(f), state] = PLAINLY if _plain(ways) else 1
            if (state is None or not _plain(ways)) and doubtful[-1:] != [i]:
                doubtful.append(i)
        for (name, state), counts in said.items():
            meant.setdefault(name, Counter())[state] += counts
    found = list(readings)
    countries: Counter[str] | None = None
    for i in doubtful:
        if countries is None:
            countries = Counter(c for r in readings for c in {m.country for m in r.mentions} if c)
        for f in _shares(readings[i]):
            if _name(f) not in meant:
                states = _moneys()[fold_key(f.quantity)]
                top = Counter({s: n for s in states if (n := countries[s])}).most_common(2)
                clear = top and (len(top) == 1 or top[0][1] > top[1][1])
                meant[_name(f)] = Counter({top[0][0]: 1} if clear else {})
        told = {
            f: _told(f, ways) if _plain(ways) else _agreed(meant.get(_name(f))) or _told(f, ways)
            for f, ways in _evidence(readings[i], _shares(readings[i]))
        }
        found[i] = with_field(readings[i], "figures", tuple(_in(f, told.get(f)) for f in readings[i].figures))
    return found


def _plain(ways: Sequence[Mapping[str, int]]) -> bool:
    """True of a page that speaks of the state in its sentence, or more than once."""
    best = next((counts for counts in ways if any(counts.values())), {})
    return len(ways) > WAYS or max(best.values(), default=0) > 1


def _agreed(meant: Counter[str] | None) -> str | None:
    if not meant:
        return None
    state, counts = meant.most_common(1)[0]
    return state if counts >= MOST * sum(meant.values()) else None


WAYS = 3
"""The ways of a whole page to tell whose money it means; a sentence that names a state is one more."""


def _shares(reading: Reading) -> list[FigureMention]:
    """The figures in money that several states call so."""
    return [f for f in reading.figures if fold_key(f.quantity) in _moneys()]


def _evidence(
    reading: Reading, shares: Sequence[FigureMention]
) -> Iterator[tuple[FigureMention, tuple[Mapping[str, int], ...]]]:
    """Yield each figure with the ways to tell whose its money is, the best first: how often each state is spoken of."""
    if not shares:
        return
    article = reading.article
    states = frozenset(s for f in shares for s in _moneys()[fold_key(f.quantity)])
    own = "\n".join(article.text[p.start : p.end] for p in article.own())
    spoken = _spoken(own, article.language, states)
    towns = _named(reading.mentions, article, states)
    named = spoken + towns
    ways = (
        named if _in_passing(spoken, towns) else spoken,
        named,
        named + _spoken(article.text, article.language, states),
    )
    for f in shares:
        sentence = next((x for x in reading.sentences if x.start <= f.start < x.end), f.span)
        here = _spoken(article.words(sentence), article.language, states)
        yield f, (here, *ways) if len(+here) == 1 else ways


def _in_passing(spoken: Counter[str], towns: Counter[str]) -> bool:
    """True of one state named once beside the towns of another, named more: a foreign investor does not say whose money it is."""
    if sum(spoken.values()) != 1 or not +towns:
        return False
    top, times = towns.most_common(1)[0]
    return times > 1 and not spoken[top]


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
    keys = [t.key.removeprefix("ال") for t in tokens(text) if t.kind == "word"]
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


def _name(figure: FigureMention) -> str:
    """What the money is called in any of the four languages: the states that call theirs so."""
    return " ".join(sorted(_moneys()[fold_key(figure.quantity)]))


def _told(figure: FigureMention, ways: Sequence[Mapping[str, int]]) -> str | None:
    """The state named most, by the first of the ways to tell that finds any; two named alike leave it open."""
    for counts in ways:
        ranked = sorted(((counts.get(s, 0), s) for s in _moneys()[fold_key(figure.quantity)]), reverse=True)
        if ranked[0][0]:
            even = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
            return None if even else ranked[0][1]
    return None


def _in(figure: FigureMention, state: str | None) -> FigureMention:
    """The figure in the money of a state; as it was without one."""
    return msgspec.structs.replace(figure, unit=_moneys()[fold_key(figure.quantity)][state]) if state else figure
