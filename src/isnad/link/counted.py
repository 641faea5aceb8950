"""One figure as it is compared: what it counts, what else its page counts, who is named by it; and what is asked of two of them."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.concepts import Key, cosine, vector
from isnad.link.roles import aside, fit
from isnad.link.terms import Term
from isnad.model import Reading, Span
from isnad.text import fold_key, tokens

GROWING = frozenset(
    {
        "dead",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "cases",
        "votes",
        "doses",
        "damage",
        "seized",
        "freed",
        "progress",
    }
)
"""What is counted again as the days go by."""
OF_A_YEAR = frozenset({*GROWING, "growth", "inflation", "unemployment"})
"""What is one thing this year and another the next."""
LEAST_SUM = 10_000
"""The least sum that two pages of a story give of one thing."""
SAME_DAYS = 7
"""Days between two pages that tell of the same days."""
ONCE = frozenset({"aboard", "turnout", "trapped", "magnitude", "burnt", "spectators"})
"""What one story counts once: no name need stand by both numbers where each page gives one."""
SCENES = frozenset(
    {
        "m",
        "cm",
        "mm",
        "km",
        "km/h",
        "mph",
        "knots",
        "ft",
        "m2",
        "km2",
        "hectares",
        "acres",
        "m3",
        "m³/s",
        "MW",
        "GW",
        "°C",
        "°F",
        "in",
        "lb",
        "miles",
    }
    | {"nautical miles"}
)
"""Units in which one thing is measured, rather than goods that come and go."""
LENGTHS = frozenset({"days", "weeks", "months", "years", "hours", "minutes", "seconds"})
"""Units in which time is measured."""


class Counted(Struct, frozen=True, gc=False):
    """One figure in its page: ``others`` are the other numbers of its unit on the page, less its ``rivals`` there.

    ``thing`` is true of a count of things;
    ``year`` is the one it is of; ``who`` is the person whose age it is, and ``by`` all that is named in its sentence and the one before, countries left out;
    ``page`` is all that its page names; ``alike`` is true when another number of its unit there may be of the same.
    """

    id: str
    article: str
    index: int
    unit: str
    low: float
    high: float
    story: str
    reading: Reading
    span: Span
    role: str
    others: frozenset[tuple[float, float]]
    rivals: frozenset[str] = frozenset()
    thing: bool = False
    year: int | None = None
    who: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    page: frozenset[str] = frozenset()
    alike: bool = False
    term: Term | None = None


PLENTY = frozenset({"people", "%", "m", "cm", "mm", "km", "ft", "in", "miles", "nautical miles", *LENGTHS})
"""Units of which pages give numbers of one size for many things: that two are near each other says nothing."""


def is_money(unit: str) -> bool:
    """True of a currency."""
    return len(unit) == 3 and unit.isupper()


def nearest(a: Counted, b: Counted, apart: float) -> bool:
    """True of two numbers of one unit, of which nothing says that they are of two things, no further apart than ``apart``, from which
    all others that the other page gives in their unit are further."""
    if a.unit in PLENTY or aside(a.role) or aside(b.role) or (a.role and b.role and not fit(a.role, b.role)):
        return False
    if max(a.high, b.high) > apart * min(a.low, b.low):
        return False
    others = ((x, o) for x, y in ((a, b), (b, a)) for o in y.others)
    return all(max(high, x.high) > apart * min(low, x.low) for x, (low, high) in others)


def is_sum(x: Counted) -> bool:
    """True of money of which it is only said, if anything, that it is the cost: "pays 4.5 million" and "for 6 million" may be one price."""
    return is_money(x.unit) and x.role in ("", "cost")


def one_sum(x: Counted) -> bool:
    """True of a sum of money that no two things of one story cost by chance: of two figures at least, and no small change."""
    return is_money(x.unit) and x.low == x.high >= LEAST_SUM and len(f"{x.low:.0f}".rstrip("0")) > 1


def only(x: Counted) -> bool:
    """True of the one number of its unit on a page, neither people nor a length of time, and no part."""
    return not (x.others or x.thing or x.unit == "people" or x.unit in LENGTHS or aside(x.role))


def measure(x: Counted) -> bool:
    """True of a measure (metres, km/h, megawatts) of which no word says what it is of."""
    return not x.role and x.unit in SCENES


def one_price(a: Counted, b: Counted) -> bool:
    """True when the one page says that its sum is the cost and the other, beside the same names, only that it is paid."""
    return is_sum(a) and is_sum(b) and a.role != b.role and bool(a.by & b.by)


def grown(a: Counted, b: Counted) -> bool:
    """True when the page of a later day gives the greater of two numbers that grow."""
    first, last = (a, b) if a.high < b.high else (b, a)
    x, y = first.reading.article.published, last.reading.article.published
    near = x is not None and y is not None and 0 < (y.start - x.end).days <= SAME_DAYS
    return near and first.role == last.role and first.role in GROWING


def same_days(a: Counted, b: Counted) -> bool:
    """True of two pages that came out within days of each other."""
    return (
        a.reading.article.published is not None
        and b.reading.article.published is not None
        and (days_between(a, b) <= SAME_DAYS)
    )


def days_between(a: Counted, b: Counted) -> int:
    """The days between two pages; none where one of them is not dated."""
    x, y = a.reading.article.published, b.reading.article.published
    return max((x.start - y.end).days, (y.start - x.end).days) if x is not None and y is not None else 0


def lonely(a: Counted, b: Counted) -> bool:
    """True when two pages of the same days give each one number of this unit, of one role: nothing else can be meant."""
    near = same_days(a, b)
    if near and a.role == b.role and a.role in ONCE and not a.alike and not b.alike:
        return True
    return near and a.role == b.role and not a.others and not b.others


def of_them(x: Counted) -> bool:
    """True of a part of those counted before: "a thousand of them", « un millier d'entre eux », «ألف منهم»."""
    language, text = x.reading.article.language, x.reading.article.text
    if language not in LANGUAGES:
        return False
    following = tuple(fold_key(t.text) for t in tokens(text, x.span.end, min(len(text), x.span.end + COMPLEMENT)))
    return any(following[: len(p)] == p for p in _of_them(language))


@cache
def _of_them(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_key(t.text) for t in tokens(w)) for w in table(language, "numbers")["elided"]["of_them"])


def planned(x: Counted) -> bool:
    """True of a number that only what is planned tells."""
    told = {e.status for e in x.reading.events if e.clause.start <= x.span.start < e.clause.end and not e.bare}
    return told == {"planned"}


COMPLEMENT = 40
"""Characters behind a unit within which it is said of what it is."""
NOUN = 2
"""Words behind it that say it ("drinking water")."""
TOLD = 3
"""Letters of the longest word that tells nothing and ends a noun."""


def other_matter(a: Counted, b: Counted) -> bool:
    """True of two measures of other things: of tents and of medicine."""
    of = [_of_what(x) for x in (a, b)]
    return bool(of[0] and of[1]) and not cosine(of[0], of[1])


def _of_what(x: Counted) -> dict[Key, float]:
    """The meaning of the noun behind "of" that follows a unit ("20 tonnes of medicine"); empty without one."""
    language, text = x.reading.article.language, x.reading.article.text
    if language not in LANGUAGES:
        return {}
    following = tokens(text, x.span.end, min(len(text), x.span.end + COMPLEMENT))
    if len(following) < 3 or fold_key(following[0].text) not in _of(language):
        return {}
    words = list(takewhile(lambda t: len(fold_key(t.text)) > TOLD and not t.text[0].isupper(), following[1:]))[:NOUN]
    return vector(" ".join(t.text for t in words), language)


@cache
def _of(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "numbers")["of"])
