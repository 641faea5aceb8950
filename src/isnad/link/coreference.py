"""How likely two tellings are of one event: signs of the pair, weighed by a logistic layer with a weight each.

Event coreference by pairs: days, persons, bodies, places, figures and agreements that two tellings share or do not, how alike their
words are in any language, what else their pages tell of the kind, and where a page tells both. One layer serves two tellings of one page, another
those of two pages. The weights come from ``training/coreference.py``; see the card ``models/coreference.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

import msgspec

from isnad.link.concepts import cosine
from isnad.link.event_evidence import alike, gap, kinds_that
from isnad.link.tellings import Telling
from isnad.model import Interval
from isnad.models import weights

NATURES = ("once", "personal", "spoken", "placed", "befalls", "hosted")
"""Headings of ``shared/kinds.toml`` that say what events of a kind are like."""
SHORT = 3
"""Days of the longest date that says when something happened."""
MANY = 9
"""Figures above this are seldom the same by chance."""
CLOSE = 200
"""Characters between two tellings of one passage."""
MOST = 30.0
"""Logarithms of odds beyond this are certain."""
TELLING = 0.25
"""What a sign must add to be named among the reasons."""
NAMED = 4
"""Signs that a reason names at the most."""
UNTOLD = frozenset({
    *(f"both {nature}" for nature in NATURES), "one status", "of nobody named", "far apart on the page", "others like it there", "others of the kind there",
    "words of much the same meaning", "nearly the same words", "share of names in both sentences",
})  # fmt: skip
"""Signs that say nothing by themselves to a reader; so do products of signs."""
Signs = dict[str, float]


class Layer(msgspec.Struct, frozen=True):
    """The weights of one sort of pairs: the logarithm of the odds is their sum from the start."""

    start: float
    signs: Mapping[str, float]

    def odds(self, signs: Mapping[str, float]) -> float:
        """Return the logarithm of the odds that a pair is one event."""
        return self.start + sum(self.signs.get(k, 0.0) * v for k, v in signs.items())

    def reasons(self, signs: Mapping[str, float], same: bool) -> tuple[str, ...]:
        """Return what speaks most for one event, or for two, in words."""
        worth = sorted(((self.signs.get(k, 0.0) * v * (1 if same else -1), k) for k, v in signs.items()), reverse=True)
        told = [k for w, k in worth if w >= TELLING and k not in UNTOLD and "×" not in k][:NAMED]
        return tuple(told) or (("all signs taken together",) if same else ("nothing that makes them one",))


@cache
def layers() -> Mapping[str, Layer]:
    """Return the weights, for pairs of one page and of two."""
    return msgspec.json.decode(weights("coreference.json").read_bytes(), type=dict[str, Layer])


def layer(a: Telling, b: Telling) -> Layer:
    """Return the weights for a pair."""
    return layers()["page" if a.article == b.article else "pages"]


def likelihood(odds: float) -> float:
    """Return how likely a pair is one event, given the logarithm of the odds."""
    return 1 / (1 + exp(-max(-MOST, min(MOST, odds))))


class Others(NamedTuple):
    """How many more tellings of a like kind, and of the very kind, a telling's page has."""

    like: int
    same: int


def others(items: Sequence[Telling]) -> dict[str, Others]:
    """Return, by id, what else the page of a telling tells of its kind; what it tells again counts once."""
    pages: dict[str, list[Telling]] = {}
    for x in items:
        pages.setdefault(x.article, []).append(x)
    found = {}
    for told in pages.values():
        firm = [x for x in told if not x.bare]
        for x in told:
            rest = [y for y in firm if y is not x and not -1 < x.again == y.again]
            found[x.id] = Others(sum(alike(x.kind, y.kind) for y in rest), sum(x.kind == y.kind for y in rest))
    return found


class Coreference:
    """The signs of pairs among the tellings of a corpus."""

    def __init__(self, items: Sequence[Telling]) -> None:
        self._others = others(items)

    def odds(self, a: Telling, b: Telling) -> float:
        """Return the logarithm of the odds that two tellings are of one event."""
        return layer(a, b).odds(self.signs(a, b))

    def reasons(self, a: Telling, b: Telling, same: bool) -> tuple[str, ...]:
        """Return in words why two are taken for one event, or for two."""
        signs = self.signs(a, b)
        many = layer(a, b)
        share = likelihood(many.odds(signs))
        return (*many.reasons(signs, same), f"{share if same else 1 - share:.0%} likely")

    def signs(self, a: Telling, b: Telling) -> Signs:
        """Return the signs of a pair that are there, with their values."""
        found: Signs = {}
        for sign, value in (*_kind(a, b), *_told(a, b), *_time(a, b), *_people(a, b), *_bodies(a, b), *_places(a, b)):
            if value:
                found[sign] = float(value) if isinstance(value, (int, float)) else 1.0
        like = cosine(a.words, b.words)
        found["words of like meaning"] = like
        found["words of much the same meaning"] = max(0.0, like - 0.2)
        found["nearly the same words"] = max(0.0, like - 0.45)
        found |= _numbers(a, b)
        one, two = self._others[a.id], self._others[b.id]
        found["others like it there"] = log(1 + one.like) + log(1 + two.like)
        found["others of the kind there"] = log(1 + one.same) + log(1 + two.same)
        if not one.same and not two.same:
            found["the only one of its kind on its page"] = 1.0
        if not one.like and not two.like:
            found["the only one of like kind on its page"] = 1.0
        if a.article == b.article:
            found |= _one_page(a, b)
        found |= _crossed(a, b, found)
        return found


Sign = tuple[str, object]


def _kind(a: Telling, b: Telling) -> Iterator[Sign]:
    yield "one kind", a.kind == b.kind
    yield "kinds for one happening", a.kind != b.kind and alike(a.kind, b.kind)
    yield "kinds that do not go together", not alike(a.kind, b.kind)
    for nature in NATURES:
        yield f"both {nature}", {a.kind, b.kind} <= kinds_that(nature)
    yield "deaths and what caused them", (a.kind == "death") != (b.kind == "death")


def _told(a: Telling, b: Telling) -> Iterator[Sign]:
    """How the two are told: story, status, part of the page."""
    yield "pages about one matter", a.story is not None and a.story == b.story
    yield "pages about two matters", a.story is not None and b.story is not None and a.story != b.story
    states = {a.status, b.status}
    yield "one status", len(states) == 1
    yield "planned, then done", states == {"planned", "happened"}
    yield "told and denied", "denied" in states and len(states) > 1
    yield "told and reported", states == {"reported", "happened"}
    yield "one as background", a.background != b.background
    yield "both as background", a.background and b.background
    yield "one the contrary of the other", a.contrary != b.contrary
    yield "another one", a.another != b.another
    yield "one in the title", a.title != b.title
    yield "both in titles", a.title and b.title
    yield "told again", a.article == b.article and -1 < a.again == b.again
    yield "of nobody named", a.lone or b.lone
    yield "told word for word", a.said and a.said == b.said
    yield "two languages", a.language != b.language


def _time(a: Telling, b: Telling) -> Iterator[Sign]:
    """When the two were, by the words of their pages or by the days of publication."""
    one, two = a.day_told, b.day_told
    if one is not None and two is not None:
        yield from _two_days(a, b, one, two)
    elif one is not None or two is not None:
        yield "one without a day of its own", True
        day, undated = (one, b) if one is not None else (two, a)
        if day is not None:
            yield from _one_day(day, undated)
    else:
        yield "both without a day of their own", True
        if a.day and b.day:
            days = abs((a.day - b.day).days)
            yield "pages of one day", days == 0
            yield "pages up to three days apart", 1 <= days <= 3
            yield "pages up to ten days apart", 4 <= days <= 10
            yield "pages more than ten days apart", days > 10


def _two_days(a: Telling, b: Telling, one: Interval, two: Interval) -> Iterator[Sign]:
    if one.meets(two):
        longest = max(one.days, two.days)
        yield "the same day", longest == 1
        yield "the same days", 1 < longest <= 7
        yield "the same month", 7 < longest <= 31
        yield "the same months or years", longest > 31
        return
    yield _apart(gap(one, two)), True
    yield "days that exclude each other", max(one.days, two.days) <= SHORT
    yield "planned for another day", {a.status, b.status} == {"planned", "happened"}


def _apart(days: int) -> str:
    for most, name in ((1, "a day apart"), (3, "three days apart"), (7, "a week apart"), (31, "a month apart")):
        if days <= most:
            return name
    return "months apart"


def _one_day(day: Interval, undated: Telling) -> Iterator[Sign]:
    if undated.date is None:
        yield "no day at all", True
    else:
        days = gap(day, undated.date)
        yield "about the same time" if not days else f"about {_apart(days)}", True
    if undated.day is not None:
        after = (undated.day - day.end).days
        yield "told within two days", 0 <= after <= 2
        yield "told within a week", 2 < after <= 7
        yield "told long after", after > 20
        yield "told before it", after < 0


def _people(a: Telling, b: Telling) -> Iterator[Sign]:
    shared = a.people & b.people
    yield "one person in common", len(shared) == 1
    yield "persons in common", len(shared) > 1
    yield "nobody but those of the other", shared and (a.people <= b.people or b.people <= a.people)
    yield "the same persons", shared and a.people == b.people
    apart = bool(a.people and b.people and not shared)
    yield "other persons", apart
    yield "persons for one only", bool(a.people) != bool(b.people)
    yield "no persons", not a.people and not b.people
    yield "one of those named together", apart and (a.people <= b.beside or b.people <= a.beside)
    yield "a person named beside the other", not shared and (a.people & b.beside or b.people & a.beside)


def _bodies(a: Telling, b: Telling) -> Iterator[Sign]:
    shared = a.bodies & b.bodies
    yield "one body or country in common", len(shared) == 1
    yield "bodies or countries in common", len(shared) > 1
    yield "other bodies", a.bodies and b.bodies and not shared
    yield "bodies for one only", bool(a.bodies) != bool(b.bodies)
    one, two = a.near | a.beside, b.near | b.beside
    met, named = one & two, one | two
    yield "names in both sentences", log(1 + len(met))
    yield "share of names in both sentences", len(met) / len(named) if named else 0.0
    yield "no name in both sentences", named and not met
    if a.agreement is not None and b.agreement is not None:
        yield "the same agreement" if a.agreement == b.agreement else "two agreements", True
    yield "an agreement for one only", (a.agreement is None) != (b.agreement is None)


def _places(a: Telling, b: Telling) -> Iterator[Sign]:
    same = a.place is not None and a.place == b.place
    if a.place and b.place:
        yield _where(a, b), True
    yield "the place named beside the other", not same and (a.place in b.near or b.place in a.near)


def _where(a: Telling, b: Telling) -> str:
    """How two places that are known go together."""
    if a.place == b.place:
        return "the same place"
    in_one = bool(a.country) and a.country == b.country
    if in_one and (a.whole or b.whole):
        return "one place within the other"
    if any(x.whole and y.country is None for x, y in ((a, b), (b, a))):
        return "a place nobody knows"
    return "two towns of one country" if in_one else "two places"


def _numbers(a: Telling, b: Telling) -> Signs:
    same = a.figures & b.figures
    units = {u for u, _ in a.figures} & {u for u, _ in b.figures}
    signs = {
        "the same figure": any(n > MANY for _, n in same),
        "the same small figure": any(n <= MANY for _, n in same),
        "other figures": bool(units) and not same,
        "the same number of dead": bool(a.toll) and a.toll == b.toll,
        "another number of dead": bool(a.toll and b.toll) and a.toll != b.toll,
        "dead for one only": bool(a.toll) != bool(b.toll),
        "animals in one": a.beasts != b.beasts,
    }
    return {k: 1.0 for k, v in signs.items() if v}


def _one_page(a: Telling, b: Telling) -> Signs:
    apart = abs(a.start - b.start)
    found = {"far apart on the page": log(1 + apart) / 5}
    first, second = (a, b) if a.start <= b.start else (b, a)
    one_kind = a.kind == b.kind
    if second.definite:
        found["taken up with its article"] = 1.0
        if one_kind:
            found["kind × article"] = 1.0
        if not first.definite:
            found["named, then taken up"] = 1.0
    elif first.definite:
        found["taken up, then named"] = 1.0
    if a.sentence == b.sentence:
        found["one sentence"] = 1.0
    elif apart < CLOSE:
        found["one passage"] = 1.0
    return found


_ONCE = ("a day apart", "three days apart", "a week apart", "the same day", "pages about one matter", "the only one of its kind on its page",
         "the same place", "one person in common", "both without a day of their own", "one without a day of its own")  # fmt: skip
_SPOKEN = ("one person in common", "the same day", "the only one of its kind on its page")
_PERSONAL = ("one person in common", "other persons", "no persons")
_GAPS = ("a day apart", "three days apart", "a week apart", "a month apart")
_MET = ("the same day", "about the same time")
_LIKE, _ONLY, _MATTER = "words of like meaning", "the only one of its kind on its page", "pages about one matter"
_SAME_PLACE = "the same place"


def _crossed(a: Telling, b: Telling, signs: Mapping[str, float]) -> Signs:
    """Signs that say more together: what happens once, and on which day; another day, and the same words."""
    found: Signs = {}
    like, only = signs[_LIKE], _ONLY in signs
    person, body, one_kind = bool(a.people & b.people), bool(a.bodies & b.bodies), a.kind == b.kind
    if one_kind and "both once" in signs:
        found["what happens once"] = 1.0
        found |= {f"once × {k}": 1.0 for k in _ONCE if k in signs}
        found["once × words"] = like
    if "both spoken" in signs:
        found["spoken × words"] = like
        found |= {f"spoken × {k}": 1.0 for k in _SPOKEN if k in signs}
    if "both personal" in signs:
        found |= {f"personal × {k}": 1.0 for k in _PERSONAL if k in signs}
    for k in (*_GAPS, *_MET):
        if k in signs:
            found[f"{k} × words"] = like
            crossed = (
                ("persons", person),
                ("place", _SAME_PLACE in signs),
                ("only", only),
                ("bodies", body and k in _MET),
            )
            found |= {f"{k} × {name}": 1.0 for name, there in crossed if there}
    if one_kind:
        found["kind × words"] = like
        if person:
            found["kind × persons"] = 1.0
    if _MATTER in signs:
        found["matter × words"] = like
        if only:
            found["matter × only"] = 1.0
    return found
