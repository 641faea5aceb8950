"""When is a body's name the other's without its sort or its trade: "Sinyar" and «وكالة السنيار للأنباء», "RC Barbanne" and «نادي باربان»?

The proper words of both must agree one by one, by sound; what else the names say (an agency, a club, insurance) may be missing on one side
and must not be contradicted.
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import table
from isnad.languages.meanings import concepts, notions, words_of
from isnad.link.spelling import compare_tokens, score_of, sound_key
from isnad.link.states import state_of
from isnad.text import fold_key, script_of

HEARD = {True: 0.9, False: 0.85}
"""Score from which two proper words are spellings of one name: in one script, across scripts."""
LEAST = 4
"""Letters of the shortest proper name compared."""
MOST = 3
"""Proper words of the longest."""


class Bare(Struct, frozen=True, gc=False):
    """A name taken apart: its proper words, what sorts of body it says, and the trades."""

    proper: tuple[str, ...]
    sorts: frozenset[str]
    trades: frozenset[str]


@lru_cache(maxsize=32768)
def bare_of(name: str) -> Bare | None:
    """Return a name taken apart; ``None`` when it has no proper words, too many, or a word that makes it another body.

    A firm and its trade are told apart from the body of a state: "Sahara Solar" is one, "Ministry of Energy" is none.
    """
    led = {w.removeprefix("لل"): True for w in words_of(name) if w.startswith("لل")}
    proper: list[str] = []
    sorts: set[str] = set()
    trades: set[str] = set()
    for concept, word in notions(name):
        named = concepts(word, "naming")[0] if concept is None else frozenset[str]()
        if word in _club_letters():
            sorts.add("club")
        elif concept in _SORTS or named & _SORTS:
            sorts.add(_SORT_OF.get(found := next(iter({concept} & _SORTS or named & _SORTS)) or "", found or ""))
        elif concept is not None and (concept in _sorts_of_states() or not proper):
            return None
        elif concept is not None or word in led or (named & _TRADES):
            trades |= {_TRADE_OF.get(t, t) for t in ({concept} if concept else named & _TRADES or {word})}
        elif state_of(word):
            return None
        else:
            proper.append(word)
    long = sum(map(len, proper)) >= LEAST
    return Bare(tuple(proper), frozenset(sorts), frozenset(trades)) if long and len(proper) <= MOST else None


_SORT_OF = {"agency": "press", "news": "press", "television": "channel", "holding": "company"}
_TRADE_OF = {
    "exchange": "moneychange", "transport": "freight", "shipping": "freight", "construction": "contracting",
    "employers": "contracting", "airline": "flight",
}  # fmt: skip
_SORTS = frozenset(
    {"company", "agency", "press", "news", "club", "newspaper", "channel", "television", "radio", "house"}
)
"""Concepts that a page adds to a name or leaves out as it likes."""
_TRADES = frozenset(
    {
        "balloons", "flight", "freight", "trading", "contracting", "media", "mills", "moneychange", "consortium", "technology", "textile",
        "travel", "publishing", "cement", "solar", "wind", "refining", "phosphate", "glass", "furniture", "drugs", "poultry", "leather",
        "sugar", "flour", "toys", "ferry",
    }
)  # fmt: skip
"""Words of trades that are no words of bodies of a state."""


@cache
def _club_letters() -> frozenset[str]:
    return frozenset(map(fold_key, table("shared", "organizations")["club_letters"]))


@cache
def _sorts_of_states() -> frozenset[str]:
    """Sorts of body that a name never loses: a hospital called so is no firm of that name."""
    return frozenset(table("shared", "organizations")["generic"]) - _SORTS


def keys(name: str) -> tuple[str, ...]:
    """Return the key under which a name meets the same one with less or more beside it; none for a name that is too common."""
    found = bare_of(name)
    sound = sound_key(found.proper[0]) if found is not None else ""
    return (f"n:{sound[:3]}",) if len(sound) >= 2 else ()


def shortened(x: str, y: str) -> tuple[float, tuple[str, ...], bool]:
    """Return how surely (0–1) two names are one but for sort or trade, why, and whether only one of them says what it is.

    0 when they are not.
    """
    a, b = bare_of(x), bare_of(y)
    if a is None or b is None or len(a.proper) != len(b.proper):
        return 0.0, (), False
    if (a.sorts and b.sorts and not a.sorts & b.sorts) or (a.trades and b.trades and not a.trades & b.trades):
        return 0.0, (), False
    pairs = list(zip(a.proper, b.proper, strict=True))
    scores = [score_of(v, w) for v, w in pairs]
    if any(s < HEARD[script_of(v) == script_of(w)] for s, (v, w) in zip(scores, pairs, strict=True)):
        return 0.0, (), False
    alone = not (a.sorts or a.trades) or not (b.sorts or b.trades)
    return sum(scores) / len(scores), tuple(compare_tokens(v, w).reason for v, w in pairs), alone
