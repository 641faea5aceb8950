"""What an outlet prints under all its articles, learned from the user's own pages: template, not the article's words.

A line counts as template when it stands at the edge of the text on most pages of one outlet. The texts never change: the parts
are relabelled on the way to linking, what was found in them is left out, and each article says so. Kept readings stay as they
were read, so that more pages, or fewer, always give what a fresh build of the same pages gives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from isnad.model import Abstention, Citation, Part, Reading
from isnad.text import fold_key

LEAST_PAGES = 4
"""Pages of one outlet on which a line must stand."""
LEAST_SHARE = 0.5
"""Share of the outlet's pages on which it must stand."""
LEAST_WORDS, MOST_WORDS = 3, 45
"""Words of a line that may be template: shorter ones are subheadings, longer ones background that newsrooms paste."""
EDGE = 3
"""Parts from the start or the end of an article's own text among which templates stand."""
COPIED = 0.4
"""Share of an article's words that other pages of its outlet print from which it is another state of one article."""
OWN = frozenset({"lead", "body", "subheading", "caption"})


def without_templates(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the templates of each outlet labelled chrome, and nothing found in them. O(lines)."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for n, r in enumerate(readings):
        if site := r.article.via or r.article.publisher:
            by_outlet[fold_key(site)].append(n)
    out = list(readings)
    for rows in by_outlet.values():
        if len(rows) >= LEAST_PAGES:
            for n, lines in _found([readings[i] for i in rows]).items():
                out[rows[n]] = _cleared(out[rows[n]], lines, len(rows))
    return out


def _found(house: Sequence[Reading]) -> dict[int, dict[int, int]]:
    """For each reading of one outlet that has templates: index of the part → number of pages it stands on."""
    lines = [
        {i: fold_key(r.article.text[p.start : p.end]) for i, p in enumerate(r.article.parts) if p.kind in OWN}
        for r in house
    ]
    counts = Counter(line for mine in lines for line in set(mine.values()))
    fresh = [k for k, mine in enumerate(lines) if _repeated(mine, counts) < COPIED]
    counts = Counter(line for k in fresh for line in set(lines[k].values()))
    least = max(LEAST_PAGES, LEAST_SHARE * len(house))
    found: dict[int, dict[int, int]] = {}
    for k, mine in enumerate(lines):
        order = sorted(mine)
        edges = {*order[:EDGE], *order[-EDGE:]}
        told = {
            i: counts[line] for i, line in mine.items() if i in edges and counts[line] >= least and _of_a_size(line)
        }
        if told:
            found[k] = told
    return found


def _repeated(mine: dict[int, str], counts: Counter[str]) -> float:
    whole = sum(len(line) for line in mine.values())
    return sum(len(line) for line in mine.values() if counts[line] > 1) / max(1, whole)


def _of_a_size(line: str) -> bool:
    return LEAST_WORDS <= len(line.split()) <= MOST_WORDS


def _cleared(reading: Reading, lines: dict[int, int], pages: int) -> Reading:
    """The reading with those parts labelled chrome. Indices into it stay as they are: mentions there become names of nothing."""
    a = reading.article
    spans = [(a.parts[i].start, a.parts[i].end) for i in lines]

    def inside(start: int, end: int) -> bool:
        return any(s <= start and end <= e for s, e in spans)

    notes = tuple(
        Abstention(
            (Citation(a.id, a.parts[i].start, a.parts[i].end),),
            "a line of the page",
            f"it stands on {n} of the {pages} pages of {a.via or a.publisher}: part of the page's template",
            "template",
        )
        for i, n in sorted(lines.items())
    )
    figures = [n for n, f in enumerate(reading.figures) if not inside(f.start, f.end)]
    at = {old: new for new, old in enumerate(figures)}
    events = (e for e in reading.events if not inside(e.clause.start, e.clause.end))
    parts = tuple(Part("chrome", p.start, p.end, p.element) if i in lines else p for i, p in enumerate(a.parts))
    return replace(
        reading,
        article=replace(a, parts=parts, notes=(*a.notes, *notes)),
        sentences=tuple(s for s in reading.sentences if not inside(s.start, s.end)),
        mentions=tuple(replace(m, kind="misc", refers=()) if inside(m.start, m.end) else m for m in reading.mentions),
        quotations=tuple(q for q in reading.quotations if not inside(q.scope.start, q.scope.end)),
        figures=tuple(reading.figures[n] for n in figures),
        counts=tuple(f for f in reading.counts if not inside(f.start, f.end)),
        events=tuple(replace(e, figures=tuple((s, at[n]) for s, n in e.figures if n in at)) for e in events),
    )
