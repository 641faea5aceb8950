"""What speaks for and against two tellings being one event: points with the words that explain them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from isnad.languages import table
from isnad.link.concepts import cosine
from isnad.link.tellings import Telling
from isnad.model import Interval

FRESH = 4
"""Days between two pages that may tell of the same visit without dating it."""
NEARLY = 31
"""Days a date may leave open and still tell one event of a story from another."""
NEXT = 2
"""Days between two dates of which one is only assumed that say little against one event."""
LONG_PAST = 20
"""Days after which an event that may happen again is no longer the one meant without a date."""
AFTERWARDS = 7
"""Days after which nobody still calls planned what has been."""
DENIED = 0.2
"""Likeness of two tellings from which the day of a page that denies one says nothing."""
STORY = 1.4
"""Points for two tellings of like kinds in pages about one unfolding matter."""


@cache
def families() -> Mapping[str, frozenset[str]]:
    """Return, for a kind, the kinds that writers choose for the same happenings."""
    found: dict[str, set[str]] = {}
    for family in table("shared", "kinds")["families"]:
        for kind in family:
            found.setdefault(kind, set()).update(family)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def kinds_that(what: str) -> frozenset[str]:
    """Return the kinds listed under a heading of ``shared/kinds.toml``."""
    return frozenset(table("shared", "kinds")[what])


def alike(a: str, b: str) -> bool:
    """True when writers may choose either kind for one event."""
    return a == b or b in families().get(a, frozenset())


def impossible(told: Telling, other: Telling) -> bool:
    """True when a page tells as done, or as still to come, what by the other's date it cannot."""
    if told.day is None or other.day_told is None or told.day_told is not None:
        return False
    if told.status == "planned":
        return (told.day - other.day_told.end).days > AFTERWARDS
    return other.status != "planned" and other.day_told.start > told.day


class Evidence:
    """What speaks for and against two tellings being one: points and words."""

    def __init__(self) -> None:
        self.points = 0.0
        self.reasons: list[str] = []
        self.telling = False
        self.apart = False

    def add(self, points: float, reason: str, telling: bool = False) -> None:
        """Add points with the words that explain them; ``telling`` evidence identifies the event."""
        self.points += points
        self.telling = self.telling or telling
        if reason:
            self.reasons.append(reason)


def weigh(a: Telling, b: Telling) -> Evidence:
    """Return what speaks for and against two tellings of like kinds, their days' clash aside."""
    found = Evidence()
    found.add(
        0.5 if a.kind == b.kind else 0.0, f"both a {a.kind}" if a.kind == b.kind else f"a {a.kind} and a {b.kind}"
    )
    _days(a, b, found)
    _people(a, b, found)
    _places(a, b, found)
    if a.agreement is not None and b.agreement is not None:
        _agreements(a, b, found)
    if shared := {f for f in a.figures & b.figures if f[1] > 9}:
        found.add(1.0, f"the same figure {min(shared)[1]:g}", telling=True)
    likeness = cosine(a.words, b.words)
    _one_telling_twice(a, b, found, likeness)
    spoken = a.kind in kinds_that("spoken")
    if likeness >= 0.8 and a.article != b.article:
        found.add(2.5, "the same words", telling=True)
    elif likeness >= 0.45:
        found.add(1.6, "words that mean the same", telling=True)
    elif likeness >= 0.28:
        found.add(0.7, "words of like meaning")
    elif spoken:
        found.add(-2.5, "other words")
    if a.background != b.background:
        found.add(-1.0 if a.date is None or b.date is None else -0.2, "")
    return found


def _agreements(a: Telling, b: Telling, found: Evidence) -> None:
    """One agreement identifies its signing; two of one sort may be one that each page describes in its own words."""
    if a.agreement == b.agreement:
        found.add(2.5, "the same agreement", telling=True)
    else:
        found.add(-0.8 if a.text == b.text and a.article != b.article else -3.0, "two agreements")


def _one_telling_twice(a: Telling, b: Telling, found: Evidence, likeness: float) -> None:
    """What the title says and the body repeats, and what two fresh pages say of one day in like words."""
    once = a.kind == b.kind and a.kind in kinds_that("once")
    if a.kind == b.kind and a.article == b.article and (a.title or b.title):
        found.add(1.0, "the title and the text of one page", telling=once and _same_day(a, b))
    if once and _same_day(a, b) and likeness >= 0.33:
        found.add(0.3, "the same day and like words for what happens once", telling=True)
    if a.orgs & b.orgs and once and _same_day(a, b):
        found.add(0.3, "the same organisation on the same day", telling=True)
    fresh = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= FRESH and not a.background
    if a.kind == b.kind == "visit" and a.people & b.people and fresh and not b.background:
        where = a.place is not None and b.place is not None and a.place == b.place
        heading = (a.place in b.bodies if a.place else False) or (b.place in a.bodies if b.place else False)
        found.add(1.4 if where or heading else 1.0, "one visitor in pages of the same days")
    if a.story is not None and a.story == b.story and a.article != b.article:
        _one_story(a, b, found, likeness)


def _one_story(a: Telling, b: Telling, found: Evidence, likeness: float) -> None:
    """In pages about one matter a thing that happens once is the same thing, unless something speaks against it."""
    once = {a.kind, b.kind} <= kinds_that("once")
    days = [d.days for d in (a.day_told, b.day_told) if d is not None]
    close = len(days) == 2 and max(days) <= NEARLY
    found.add(STORY, "pages about one matter", telling=close and (once or likeness >= 0.2))
    if once and a.kind == b.kind and (len(days) < 2 or max(days) <= 366):
        found.add(0.6, "what happens once in a story", telling=len(days) == 2 or likeness >= 0.2)
        if a.background and b.background and len(days) == 2:
            found.add(1.0, "long before the pages")


def _same_day(a: Telling, b: Telling) -> bool:
    return a.date is not None and b.date is not None and max(a.date.days, b.date.days) <= 2 and a.date.meets(b.date)


def _days(a: Telling, b: Telling, found: Evidence) -> None:
    if a.day_told is None or b.day_told is None:
        if a.date is not None and b.date is not None and a.date.meets(b.date):
            found.add(0.9, f"about the same time ({shown(a.date)})")
        elif any(x.assumed and x.status == "denied" for x in (a, b)) and cosine(a.words, b.words) >= DENIED:
            pass  # who denies that it happened gives it no day
        elif a.date is not None and b.date is not None:
            here = a.place is not None and a.place == b.place and gap(a.date, b.date) <= NEXT
            found.add(-0.3 if here else -1.2, "told of other days")
        else:
            found.add(-0.3 if a.article == b.article else -0.6, "")
        if _long_past(a, b) or _long_past(b, a):
            found.add(-1.6, "told without a date, long after")
        return
    if not a.day_told.meets(b.day_told):
        return
    days = max(a.day_told.days, b.day_told.days)
    points = 2.0 if days == 1 else 1.3 if days <= 7 else 0.7 if days <= 31 else 0.2
    found.add(points, f"the same time ({shown(min(a.day_told, b.day_told, key=lambda d: d.days))})")


def gap(a: Interval, b: Interval) -> int:
    """Return the days between two stretches of days, none when they meet."""
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def _long_past(told: Telling, other: Telling) -> bool:
    """True when an undated telling of what may happen again is set against one that lies weeks before its page."""
    if told.day is None or told.day_told is not None or other.day_told is None or told.kind in kinds_that("once"):
        return False
    return (told.day - other.day_told.end).days > LONG_PAST


def _people(a: Telling, b: Telling, found: Evidence) -> None:
    """Shared participants speak for; two persons each, one of them another's, against."""
    shared = a.people & b.people
    if shared:
        nested = a.people <= b.people or b.people <= a.people
        n = len(shared)
        found.add({1: 1.5, 2: 2.6}.get(n, 3.2), f"{n} person{'s' * (n > 1)} in common", telling=True)
        if not nested:
            found.add(-1.8, "others differ")
            found.apart = found.apart or (a.kind == "meeting" and b.kind == "meeting" and n == 1)
    elif a.people and b.people and (a.people <= b.beside or b.people <= a.beside):
        found.add(-0.3, "each tells it of one of those named together")
    elif a.people and b.people:
        found.add(-2.5, "different persons")
        found.apart = bool({a.kind, b.kind} & kinds_that("personal"))
    if bodies := a.bodies & b.bodies:
        found.add(
            min(1.6, 0.8 * len(bodies)), f"{len(bodies)} organisations or countries in common", telling=len(bodies) > 1
        )
    elif a.bodies and b.bodies and not shared:
        found.add(-0.5 if a.story is not None and a.story == b.story else -1.0, "different organisations")


def _places(a: Telling, b: Telling, found: Evidence) -> None:
    if a.place is None or b.place is None:
        return
    if a.place == b.place:
        if {a.kind, b.kind} <= kinds_that("spoken"):
            return  # who speaks in one town says many things there
        placed = a.kind in kinds_that("placed") and b.kind in kinds_that("placed")
        dated = a.date is not None and b.date is not None
        found.add(1.2, "the same place", telling=placed and dated)
        return
    if a.country and a.country == b.country and (a.whole or b.whole):
        found.add(0.4, "one place within the other")
        return
    if any(x.whole and y.country is None for x, y in ((a, b), (b, a))):
        return  # nobody knows in which country the one lies
    found.add(-1.2 if a.country and a.country == b.country else -2.0, "different places")


def shown(day: Interval | None) -> str:
    """Return a day or stretch of days in figures."""
    if day is None:
        return "no day"
    return f"{day.start}" if day.days == 1 else f"{day.start}…{day.end}"


def in_two_towns(a: Telling, b: Telling) -> bool:
    """Return whether what befell people was in two towns, as two articles of one paper's one day tell it: no paper contradicts itself so."""
    if a.article == b.article or a.house is None or a.house != b.house or a.day is None or a.day != b.day:
        return False
    if not {a.kind, b.kind} <= kinds_that("deadly") or a.whole or b.whole:
        return False
    return None not in (a.place, b.place) and a.place != b.place and a.place != b.region and b.place != a.region
