"""Figures that count the same thing, on several pages or on one: for seeing where sources give different numbers.

Two figures of several pages are compared when they share story, unit and what they are of. They count the same when the words
around them mean the same, in whatever language, or when the same persons, bodies and towns stand by them; a page that gives both
numbers counts two things (the first phase, the whole) — unless it sets one against the other (:mod:`isnad.link.rivals`).
"""

from __future__ import annotations

from collections.abc import Iterable

from isnad.link.concepts import Key, cosine, vector
from isnad.link.counted import (
    GROWING,
    OF_A_YEAR,
    ONCE,
    PLENTY,
    Counted,
    days_between,
    grown,
    is_money,
    lonely,
    measure,
    nearest,
    of_them,
    one_price,
    one_sum,
    only,
    other_matter,
    planned,
    same_days,
)
from isnad.link.likely import across, comparable, excluded, likely_across, open_to
from isnad.link.linker import Verdict
from isnad.link.roles import AGE, LASTING, TAKING_PART, TERM, aside, fit, kin, told_by_class
from isnad.link.terms import one_person
from isnad.link.things import one_deed
from isnad.model import Reading, Span

ALIKE = 0.1
"""Likeness of the words around two different numbers of one role that makes them rivals."""
SAME = 0.2
"""The same for equal numbers."""
RARE = 50
"""A number from which on two pages of one story that give it for one role give it of one thing."""
WINDOW = 90
"""Characters of context to each side, inside the sentence."""
APART = 1.8
"""Numbers further apart than this are of different things, unless one page sets them against each other."""
ALONE = 3.0
"""The same of the only two numbers of a role, beside the same names or in like words."""
CROWD = 6.0
"""The same of those who march or watch, whom nobody counts one by one."""
CROWDS = frozenset({"protesters", "spectators", TAKING_PART})
"""Their roles."""
KEPT_AND_LOST = frozenset({"jobs", "dismissed"})
"""Roles of the people a firm employs and of those it lays off, who are often told of as jobs."""
CLOSELY = 0.25
"""Likeness of the words around the only two numbers of a unit, of one of which nothing says what it is of, where no name stands by both."""
GROWTH = 4.0
"""The same of what is counted again as the days go by, where the later page counts more."""
SUMS = 1.6
"""The same of two numbers from which all others that the pages give in their unit are further."""
FORTNIGHT = 14
"""Days between two pages that give one number."""
MONTH = 31
"""Days between two pages after which what lasts so long here and so long there are two."""
FEWER = 3.0
"""The same for things, of which there are few."""
LIKE = 0.3
"""Likeness of the words around two numbers of things that makes them rivals though no name stands by both."""
FEW = 10
"""Fewer people than these are told of one by one: three guards heard and four held are no rival counts."""
NAMES = 3
"""Names that two pages must give for it to tell something that they share none."""
HELD = 4096
"""Figures whose surroundings are held in memory at a time."""


class Figures:
    """Links figures that count the same thing."""

    name = "figure"
    sure = 0.98

    def __init__(self) -> None:
        self._around: dict[str, dict[Key, float]] = {}

    def id(self, item: Counted) -> str:
        """Return the figure's id."""
        return item.id

    def keys(self, item: Counted) -> Iterable[str]:
        """Return story, unit and role, of a number that nothing says what it is of the number too; and those it is set against."""
        if item.thing:
            yield f"{item.story}|{item.unit}"
            return
        for role in sorted({item.role, *kin(item.role)}):
            yield f"{item.story}|{item.unit}|{role or (item.low, item.high)}"
        if item.unit not in PLENTY or measure(item) or only(item):
            yield f"{item.story}|{item.unit}|a sum"
        yield f"{item.story}|{item.unit}"
        for other in item.rivals:
            yield "|".join(sorted((item.id, other)))

    def likeness(self, a: Counted, b: Counted) -> float:
        """Return how alike the meaning of the words around two figures is, 0–1."""
        return cosine(self._words(a), self._words(b))

    def _words(self, item: Counted) -> dict[Key, float]:
        """The meaning of the words around a figure that meets another; those of the latest are held."""
        found = self._around.get(item.id)
        if found is None:
            if len(self._around) >= HELD:
                self._around.clear()
            self._around[item.id] = found = around(item.reading, item.span)
        return found

    def judge(self, a: Counted, b: Counted) -> Verdict | None:
        """Compare by rule; where no rule says anything, weigh the signs."""
        found = self._judge(a, b)
        if found is not None or a.article == b.article or (a.low, a.high) == (b.low, b.high) or not comparable(a, b):
            return found
        if {a.role, b.role} & {TERM, AGE} or excluded(a, b):
            return None
        signs = across(a, b)
        if not open_to(signs):
            return None
        wide = cosine(*(around(x.reading, x.span, wide=True) for x in (a, b)))
        if not likely_across(signs, self.likeness(a, b), wide):
            return None
        return Verdict(True, 0.5, (f"two numbers of {a.unit} that are likely of one thing",))

    def _judge(self, a: Counted, b: Counted) -> Verdict | None:
        """Compare the words around; equal numbers need less likeness than different ones."""
        equal = (a.low, a.high) == (b.low, b.high)
        if a.article == b.article:
            if equal:
                return Verdict(True, 0.9, ("the same number twice on one page",))
            if b.id in a.rivals:
                return Verdict(True, 0.92, ("one page sets the two numbers against each other",))
            return Verdict(False, 0.98, ("two numbers of one page",))
        if not equal and _one_paper(a.reading, b.reading):
            return Verdict(False, 0.97, ("two numbers that one paper gives on one day",))
        if equal:
            told = a.role and fit(a.role, b.role)
            if (told and (a.by & b.by or a.low >= RARE)) or self.likeness(a, b) >= SAME:
                return Verdict(True, 0.9, ("the same number in like words",))
            return Verdict(True, 0.5, ("the same sum of money in one story",)) if one_sum(a) else None
        one_script = (a.reading.article.language == "ar") == (b.reading.article.language == "ar")
        if a.role == b.role == TERM:
            one = a.term is not None and b.term is not None and one_person(a.term, b.term, not one_script)
            return Verdict(True, 0.7, ("different terms for one person",)) if one else None
        if a.role == b.role == AGE:
            return Verdict(True, 0.7, ("different ages of one person",)) if a.who & b.who else None
        if one_script and min(len(a.page), len(b.page)) >= NAMES and not a.page & b.page:
            return None  # two places and no name in common: a story that joins them is too wide
        if (b.low, b.high) in a.others or (a.low, a.high) in b.others:
            return Verdict(False, 0.97, ("a page gives both numbers, of two things",))
        if of_them(a) or of_them(b):
            return None
        if a.thing:
            return self._things(a, b)
        if a.role == b.role and a.role.startswith(LASTING):
            one = not (a.alike or b.alike or days_between(a, b) > MONTH) and (
                bool(a.by & b.by) or self.likeness(a, b) >= SAME
            )
            return Verdict(True, 0.7, (f"different numbers for one {a.role}",)) if one else None
        return self._rivals(a, b)

    def _rivals(self, a: Counted, b: Counted) -> Verdict | None:
        """Compare two different numbers of one unit on two pages: one role, near enough to each other, in like words or beside the same names."""
        if self._nearest(a, b):
            return Verdict(True, 0.55, ("near each other, and far from all else that the pages give in this unit",))
        apart = GROWTH if grown(a, b) else APART
        told = bool(a.role) and fit(a.role, b.role)
        alone = not (a.alike or b.alike)
        if not told and not (alone and (one_price(a, b) or self._one_measure(a, b))):
            return None
        likeness = self.likeness(a, b)
        if alone and (
            (told and (a.by & b.by or likeness >= SAME or (a.role in ONCE and lonely(a, b))))
            or (not told and a.by & b.by and only(a) and only(b))
        ):
            apart = max(apart, CROWD if {a.role, b.role} <= CROWDS else ALONE)
        if {a.role, b.role} == KEPT_AND_LOST:
            apart = min(apart, APART)  # a firm of 900 that lays off 300
        if a.high > apart * b.low or b.high > apart * a.low:
            return None
        if told_by_class(a.role) and not (alone and (a.by & b.by or likeness >= SAME)):
            return None
        if told_by_class(a.role) and planned(a) != planned(b):
            return None  # so many children vaccinated, so many to be
        if likeness < ALIKE and not a.by & b.by and not lonely(a, b):
            return None
        if a.unit == "people" and max(a.high, b.high) < FEW and a.role not in GROWING and a.role not in ONCE:
            return None
        if a.year and b.year and a.year != b.year and a.role in OF_A_YEAR:
            return None
        return Verdict(
            True,
            (0.6 if told else 0.5) + likeness / 4,
            (f"different numbers for one {a.role}, in like words or beside the same names",),
        )

    def _nearest(self, a: Counted, b: Counted) -> bool:
        """True of two numbers that pages of a fortnight give near each other, and far from all others of their unit there.

        Sums of money are spread so wide that two so near are mostly one, and of one sort of thing a story counts few; of what is
        measured names or words must speak for it too.
        """
        if not nearest(a, b, SUMS) or days_between(a, b) > FORTNIGHT or other_matter(a, b):
            return False
        if a.year and b.year and a.year != b.year:
            return False
        known = a.role or b.role
        if is_money(a.unit) and a.role != b.role and known != "cost":
            # What is only spent here may be anything; a fine, a loan, a compensation there is not.
            return bool(a.by & b.by) and self.likeness(a, b) >= ALIKE
        if a.thing or is_money(a.unit) or a.by & b.by:
            return True
        return cosine(*(around(x.reading, x.span, wide=True) for x in (a, b))) >= ALIKE

    def _one_measure(self, a: Counted, b: Counted) -> bool:
        """True of the only two measures of a unit, or sums, of which no word says what they are of, in like words or beside the same names."""
        if a.others or b.others or other_matter(a, b):
            return False
        likeness = self.likeness(a, b)
        if measure(a) and measure(b) and (a.by & b.by or likeness >= SAME):
            return True
        untold = not (a.role and b.role) and same_days(a, b)
        return untold and only(a) and only(b) and likeness >= (ALIKE if a.by & b.by else CLOSELY)

    def _things(self, a: Counted, b: Counted) -> Verdict | None:
        """Compare two numbers of one sort of thing in one story: the same must have befallen them, or two names stand by both; other
        numbers of them on a page may be other counts."""
        if aside(a.role) or aside(b.role) or (a.role and b.role and not one_deed(a.role, b.role)):
            return None
        if self._nearest(a, b) and not (a.others or b.others):
            return Verdict(True, 0.6, (f"the only numbers of {a.unit} on two pages, near each other",))
        if a.high > FEWER * b.low or b.high > FEWER * a.low:
            return None
        alone = not (a.others or b.others)
        if not (a.role and b.role) and (not alone or len(a.by & b.by) < (1 if a.role or b.role else 2)):
            return None
        if a.role and b.role and not (alone or a.by & b.by or self.likeness(a, b) >= LIKE):
            return None
        return Verdict(True, 0.7, (f"different numbers of {a.unit} {a.role}".rstrip(),))


def around(reading: Reading, span: Span, wide: bool = False) -> dict[Key, float]:
    """The meaning of the words around a figure, or of its sentence and the one before, its own number left out."""
    text = reading.article.text
    n = next((k for k, s in enumerate(reading.sentences) if s.start <= span.start < s.end), None)
    sentence = span if n is None else reading.sentences[n]
    low, high = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    if wide and n is not None:
        low, high = reading.sentences[max(0, n - 1)].start, sentence.end
    words = text[low : span.start] + " " + text[span.end : high]
    return vector(words.translate(_NO_DIGITS), reading.article.language)


class _Without(dict[int, str]):
    """Every character as itself, a digit as a space, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        self[code] = found = " " if chr(code).isdigit() else chr(code)
        return found


_NO_DIGITS = _Without()


def _one_paper(a: Reading, b: Reading) -> bool:
    """True for two articles of one paper's one day: it does not contradict itself, so that two numbers are of two things."""
    x, y = a.article, b.article
    return (
        x.publisher is not None
        and x.publisher == y.publisher
        and x.published is not None
        and y.published is not None
        and (x.published.start, x.published.end) == (y.published.start, y.published.end)
    )
