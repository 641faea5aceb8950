"""Quotations with speaker and chain, from the mouth to the page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from isnad.compose.cast import Cast, cast_of
from isnad.model import Article, Link, Links, Quotation, QuotationMention, Reading, Speaker
from isnad.model.base import Citation


def compose_quotations(readings: Sequence[Reading], links: Links) -> tuple[Quotation, ...]:
    """Return every quotation in reading order; the same words elsewhere are named in ``same_as``."""
    cast = cast_of(readings, links)
    ids = {(r.article.id, i): quotation_id(r.article.id, q) for r in readings for i, q in enumerate(r.quotations)}
    same: dict[str, tuple[str, ...]] = {}
    for group in links.quotations:
        members = [ids[m.article, m.index] for m in group if (m.article, m.index) in ids]
        for one in members:
            same[one] = tuple(x for x in members if x != one)
    return tuple(
        _quotation(r.article, q, cast, same.get(ids[r.article.id, i], ()), ids[r.article.id, i])
        for r in readings
        for i, q in enumerate(r.quotations)
    )


def quotation_id(article: str, q: QuotationMention) -> str:
    """Return the id of a quotation: its article and where its words begin."""
    return "q-" + hashlib.sha256(f"{article}@{q.pieces[0].start}".encode()).hexdigest()[:12]


def _quotation(article: Article, q: QuotationMention, cast: Cast, same: tuple[str, ...], ident: str) -> Quotation:
    pieces = tuple(p.cite(article.id) for p in q.pieces)
    words = max(pieces, key=lambda c: c.end - c.start)
    speaker = None
    if q.speaker is not None:
        who = cast.named(article.id, q.speaker.mention)
        cite = Citation(article.id, q.speaker.start, q.speaker.end)
        speaker = Speaker(q.speaker.text, cite, who[0] if len(who) == 1 else None)
    return Quotation(
        id=ident,
        kind=q.kind,
        words=words,
        cue=q.cue.cite(article.id) if q.cue else None,
        speaker=speaker,
        chain=_chain(article, q),
        pieces=pieces,
        stance=q.stance,
        same_as=same,
    )


def _chain(article: Article, q: QuotationMention) -> tuple[Link, ...]:
    hands = [Link(c.role, c.name, Citation(article.id, c.start, c.end)) for c in q.chain]
    if article.publisher:
        hands.append(Link("publisher", article.publisher, None))
    if article.via:
        hands.append(Link("republisher", article.via, None))
    return tuple(hands)
