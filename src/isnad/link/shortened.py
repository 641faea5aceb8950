"""When is a body's name the other's without its sort or its trade: "Sinyar" and «وكالة السنيار للأنباء», "RC Barbanne" and «نادي باربان»?

The proper words of both must agree one by one, by sound; what else the names say (an agency, a club, insurance) may be missing on one side
and must not be contradicted.
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import table
from isnad.languages.meanings import bare, concepts, notions, words_of
from isnad.link.spelling import compare_tokens, score_of, sound_key
from isnad.link.states import state_of
from isnad.text import fold_key, script_of

HEARD = {True: 0.9, False: 0.85}
"""Score from which two proper words are spellings of one name: in one script, across scripts."""
LEAST = 4
"""Letters of the shortest proper name compared; one less where no vowels are written."""
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
        elif concept is not None and (concept in _sorts_of_states() or not (proper or concept in _OPENING_TRADES)):
            return None
        elif concept is not None or word in led or (named & _TRADES):
            trades |= {_TRADE_OF.get(t, t) for t in ({concept} if concept else named & _TRADES or {word})}
        elif state_of(word):
            return None
        else:
            proper.append(word)
    long = sum(map(len, proper)) >= LEAST - (bool(proper) and script_of(proper[0]) == "Arabic")
    return Bare(tuple(proper), frozenset(sorts), frozenset(trades)) if long and len(proper) <= MOST else None


_SORT_OF = {"agency": "press", "news": "press", "television": "channel", "holding": "company"}
_TRADE_OF = {
    "exchange": "moneychange", "transport": "freight", "shipping": "freight", "construction": "contracting", "airline": "flight",
    "aviation": "flight", "investment": "investing", "textiles": "textile", "garments": "textile", "fisheries": "seafood", "fish": "seafood",
    "mines": "metal", "mining": "metal", "trade": "trading", "hoteliers": "hotels", "publishers": "publishing", "pharmacy": "pharma", "medicines": "pharma", "housing": "realestate",
    "employers": "contracting", "phosphate": "phosphates", "drugs": "pharma", "ferry": "freight", "milk": "dairy", "navigation": "freight", "ferries": "freight", "tourism": "travel", "flour": "mills", "cereals": "mills",
}  # fmt: skip
"""Trades that two languages tell apart differently: «النقل» is freight and transport."""
_SORTS = frozenset(
    {
        "company",
        "agency",
        "press",
        "news",
        "club",
        "newspaper",
        "channel",
        "television",
        "radio",
        "house",
        "cooperative",
    }
)
"""Concepts that a page adds to a name or leaves out as it likes."""
_TRADES = frozenset(
    (
        "balloons flight freight trading contracting media mills moneychange consortium technology textile travel wings refining investing "
        "solutions metal plastic paper printing leather furniture glass tiles software leasing drilling dredging tunnelling ferries shipyards "
        "flour oils pharma realestate consulting catering packaging publishing films auctions brothers sons salvage garments seafood engineering "
        "quarries hotels navigation studies waste cement solar wind phosphate drugs poultry leather sugar toys ferry"
    ).split()
)
"""Words of trades that are no words of bodies of a state."""


_OPENING_TRADES = frozenset(
    (
        "airline transport shipping aviation insurance construction cement steel textiles leather cereals meat poultry cotton coffee cocoa milk "
        "fisheries mines hoteliers shipyards aquaculture salt wine oliveoil publishers cleaning taxis pharmacy seeds fertilizers solar wind "
        "renewable investment rice tea sugar agriculture livestock"
    ).split()
)
"""Concepts of bodies that open names of firms too: "Transports Bouazzi", "Aerolíneas Alborán"."""


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
    if (whole := _heard_whole(x, y))[0]:
        return *whole, False
    a, b = bare_of(x), bare_of(y)
    if a is None or b is None or len(a.proper) != len(b.proper):
        return 0.0, (), False
    if (a.sorts and b.sorts and not a.sorts & b.sorts) or (a.trades and b.trades and not a.trades & b.trades):
        return 0.0, (), False
    pairs = list(zip(a.proper, b.proper, strict=True))
    scores = [_ear(v, w) for v, w in pairs]
    if any(s < HEARD[script_of(v) == script_of(w)] for s, (v, w) in zip(scores, pairs, strict=True)):
        return 0.0, (), False
    alone = not (a.sorts or a.trades) or not (b.sorts or b.trades)
    return sum(scores) / len(scores), tuple(compare_tokens(v, w).reason for v, w in pairs), alone


@lru_cache(maxsize=16384)
def _heard_whole(x: str, y: str) -> tuple[float, tuple[str, ...]]:
    """How surely two names in two scripts are one, spelt out by ear word for word, trades and all: "Alisios Energía", «أليزيوس إنرخيا»."""
    some, others = _spelt(x), _spelt(y)
    if len(some) != len(others):
        some, others = _printed(x), _printed(y)  # «سالادو سور», "Salado Sur": no small word
    if len(some) != len(others) or not 2 <= len(some) <= MOST + 1 or script_of(some[0][0]) == script_of(others[0][0]):
        return 0.0, ()
    scores = []
    for v, w in zip(some, others, strict=True):
        one_state = state_of(v[0]) is not None and state_of(v[0]) == state_of(w[0])
        scores.append(1.0 if one_state else max(_ear(m, n) for m in v for n in w))
    if min(scores) < HEARD[False] or sum(len(v[0]) for v in some) < 2 * LEAST:
        return 0.0, ()
    why = tuple(f"“{v[0]}” and “{w[0]}” sound alike" for v, w in zip(some, others, strict=True))
    return sum(scores) / len(scores), why


def _spelt(name: str) -> list[tuple[str, ...]]:
    """The words of a name, each without its Arabic article and with it, which may be the first sound of a foreign word («أليزيوس»)."""
    whole = {bare(w): w for w in words_of(name)}
    return [tuple(dict.fromkeys((w, whole.get(w, w)))) for _, w in notions(name) if w]


def _printed(name: str) -> list[tuple[str, ...]]:
    """All words of a name as they are printed, small ones too, and those that an Arabic article opens without it."""
    return [tuple(dict.fromkeys((w, bare(w)))) for w in fold_key(name).replace("-", " ").split()]


def _ear(v: str, w: str) -> float:
    """How surely two words are spellings of one; a final ي may be an ى that folding took its sound: «المرسى», Marsa."""
    found = score_of(v, w)
    if script_of(v) == script_of(w) or found >= HEARD[False]:
        return found
    arabic, latin = (v, w) if script_of(v) == "Arabic" else (w, v)
    ends = arabic.endswith("ي") and latin.endswith("a") and len(arabic) > 2
    return max(found, 0.97 * score_of(arabic[:-1] + "ا", latin)) if ends else found
