"""Figures, one a page, value and unit: the same number told twice on one page is one figure with two citations."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.model import Disagreement, Figure, FigureMention, Reading
from isnad.text import fold_key


def figure_id(article: str, mention: FigureMention) -> str:
    """Return the id of the figure that a mention is of: page, value and unit."""
    value = "…".join(f"{v:g}" for v in mention.value) if isinstance(mention.value, tuple) else f"{mention.value:g}"
    return "n-" + hashlib.sha256(f"{article}|{value}|{shown_unit(mention)}".encode()).hexdigest()[:12]


def shown_unit(mention: FigureMention) -> str:
    """Return the unit a reader is shown: votes and jobs are compared with people, but are none."""
    return _beside_people().get(fold_key(mention.quantity), mention.unit) if mention.unit == "people" else mention.unit


@cache
def _beside_people() -> dict[str, str]:
    """Folded noun → the unit it is shown as."""
    rows = (table(k, "numbers")["beside_people"] for k in LANGUAGES)
    return {fold_key(w): unit for row in rows for unit, words in row.items() for w in words}


def compose_figures(readings: Sequence[Reading], disagreements: Sequence[Disagreement] = ()) -> tuple[Figure, ...]:
    """Return every figure, in reading order, and of the counts of things those that disagreements are about."""
    found: dict[str, list[tuple[str, FigureMention]]] = {}
    told = {d.about["id"] for d in disagreements if d.about["type"] == "figure"}
    for reading in readings:
        counts = (f for f in reading.counts if figure_id(reading.article.id, f) in told)
        for mention in (*reading.figures, *counts):
            found.setdefault(figure_id(reading.article.id, mention), []).append((reading.article.id, mention))
    return tuple(_figure(i, told) for i, told in found.items())


def _figure(ident: str, told: Sequence[tuple[str, FigureMention]]) -> Figure:
    first = told[0][1]
    unsure = next((m.qualifier for _, m in told if m.qualifier != "exact"), first.qualifier)
    return Figure(
        id=ident,
        value=first.value,
        unit=shown_unit(first),
        quantity=next((m.quantity for _, m in told if m.quantity != m.unit), first.quantity),
        date=next((m.date for _, m in told if m.date is not None), None),
        qualifier=unsure,
        cites=tuple(m.span.cite(article) for article, m in told),
    )
