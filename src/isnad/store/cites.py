"""Every citation of a dossier, with the claim it supports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from isnad.model import Citation, Dossier

Row = tuple[str, str, int, str, int, int]
"""Type of claim, its id, number, article, start, end."""


def cites_of(dossier: Dossier) -> Iterator[Row]:
    """Yield every citation of every claim, in order."""
    for kind, claim, cites in claims_of(dossier):
        for n, c in enumerate(cites):
            yield kind, claim, n, c.article, c.start, c.end


def claims_of(dossier: Dossier) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """Yield every claim: its type, its id, and its citations."""
    for e in dossier.events:
        yield "event", e.id, e.cites
        for n, update in enumerate(e.updates):
            yield "update", f"{e.id}#{n}", tuple(c for count in update.counts for c in count.cites)
    for q in dossier.quotations:
        yield "quotation", q.id, _only([q.words, *[p for p in q.pieces if p != q.words]])
        yield "speaker", q.id, _only([q.speaker.cite if q.speaker else None, q.cue])
        yield "chain", q.id, _only(link.cite for link in q.chain)
    for f in dossier.figures:
        yield "figure", f.id, f.cites
    for x in dossier.entities:
        yield "mention", x.id, x.mentions
        for n, role in enumerate(x.roles):
            yield "role", f"{x.id}#{n}", role.cites
    for a in dossier.agreements:
        for n, domain in enumerate(a.domains):
            yield "domain", f"{a.id}#{n}", domain.cites
        for n, step in enumerate(a.steps):
            yield "step", f"{a.id}#{n}", step.cites
    for o in dossier.origins:
        yield "origin", o.id, o.cites
    for d in dossier.disagreements:
        for n, value in enumerate(d.values):
            yield "value", f"{d.id}#{n}", value.cites
    for n, gap in enumerate(dossier.abstentions):
        yield "abstention", str(n), gap.cites
    for v in dossier.versions:
        yield "note", v.id, v.notes
    for c in dossier.copies:
        yield "passage", c.id, tuple(x for p in c.passages for x in (p.a, p.b))


def _only(cites: Iterable[Citation | None]) -> tuple[Citation, ...]:
    return tuple(c for c in cites if c is not None)
