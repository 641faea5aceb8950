"""Counts that grow from day to day: 12 hurt on Monday's page, 15 on Wednesday's is news brought up to date, and no contradiction.

A count is one that several pages give of one thing (:class:`~isnad.model.FigureGroup`) and that grows as the days go by: the dead, those
held, the sick. Its states are the values that rise with the days of the pages, each on the first page that gives it; a value that a
later page gives as less (what a union says beside the official toll) is none of them. It is told of the event in whose clauses it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from isnad.compose.cast import Cast, cast_of, in_order
from isnad.compose.events import tellings_of
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, Count, FigureMention, Interval, Links, Reading, Update
from isnad.text import fold_key

BOUNDS = ("at most",)
"""Qualifiers of numbers that are no state of a count."""


class _Given:
    """One value of a count: the day of the first page that gives it, and all words that do."""

    def __init__(self, value: float, day: date, cites: list[Citation]) -> None:
        self.value, self.day, self.cites = value, day, cites


def updates_of(readings: Sequence[Reading], links: Links) -> dict[str, tuple[Update, ...]]:
    """Return the counts that grew, under the id of the event each is told of."""
    cast = cast_of(readings, links)
    told: dict[tuple[str, str], list[tuple[str, FigureMention]]] = {}
    for group in links.figures:
        if group.growing:
            mine = [m for m in group.members if m.article in cast.readings]
            here = [(m.article, cast.readings[m.article].numbers[m.index]) for m in mine]
            home = _home([f.span.cite(a) for a, f in here], links, cast)
            if home is not None:  # numbers of one event that nothing else joined are of one count as well
                told.setdefault((home, group.role), []).extend(here)
    found: dict[str, list[Update]] = {}
    for (home, _), here in told.items():
        rising = _rising(_given(here, cast))
        if len(rising) > 1:
            found.setdefault(home, []).append(_update(rising, here, cast))
    return {event: tuple(updates) for event, updates in found.items()}


def _given(told: Sequence[tuple[str, FigureMention]], cast: Cast) -> list[_Given]:
    """The values of a count by the day of the first page that gives each; pages without a day, ranges and upper bounds left out."""
    values: dict[float, _Given] = {}
    for article, f in told:
        published = cast.readings[article].article.published
        if published is None or published.days > 1 or f.qualifier in BOUNDS or isinstance(f.value, tuple):
            continue
        known = values.setdefault(float(f.value), _Given(float(f.value), published.start, []))
        known.day = min(known.day, published.start)
        known.cites.append(f.span.cite(article))
    return sorted(values.values(), key=lambda g: (g.day, g.value))


def _rising(given: Sequence[_Given]) -> list[_Given]:
    """The longest run of values of which each is greater than the one before, and of a later day; the lowest where two are as long."""
    best: list[list[_Given]] = []
    for k, g in enumerate(given):
        before = [best[j] for j in range(k) if given[j].value < g.value and given[j].day < g.day]
        best.append([*max(before, key=lambda run: (len(run), -run[-1].value), default=[]), g])
    return max(best, key=lambda run: (len(run), -run[-1].value), default=[])


def _home(cites: Sequence[Citation], links: Links, cast: Cast) -> str | None:
    """The event in whose clauses most of the words stand."""
    held = {
        group.id: sum(
            c.article == m.article and e.clause.start <= c.start < e.clause.end
            for m, e in tellings_of(group, cast)
            for c in cites
        )
        for group in links.events
    }
    best = max(held, key=lambda g: held[g], default=None)
    return best if best is not None and held[best] else None


def _update(rising: Sequence[_Given], told: Sequence[tuple[str, FigureMention]], cast: Cast) -> Update:
    """What was counted, in the words of the first number that names it, and the states of the count."""
    first = {c for g in rising for c in g.cites}
    naming = [(a, f) for a, f in told if f.span.cite(a) in first and f.quantity in f.text] or list(told)
    # "14 dead" says more than "nine people".
    article, figure = next(((a, f) for a, f in naming if not _anybody(f, cast.readings[a].article.language)), naming[0])
    counts = tuple(
        Count(
            int(g.value) if g.value.is_integer() else g.value,
            Interval(g.day, g.day, "day", "the day of the first page that gives it"),
            in_order(g.cites),
        )
        for g in rising
    )
    return Update(figure.quantity, cast.readings[article].article.language, counts)


def _anybody(figure: FigureMention, language: str) -> bool:
    """True of a noun that does not say who is counted."""
    words = table(language, "numbers")["rivals"]["anybody"] if language in LANGUAGES else ()
    return fold_key(figure.quantity) in {"people", *(fold_key(w) for w in words)}
