"""Quotations with speaker and chain, from the mouth to the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from isnad.compose.cast import cast_of
from isnad.compose.voices import Voices
from isnad.model import Article, Link, Links, Quotation, QuotationMention, Reading, Speaker
from isnad.model.base import Citation
from isnad.text import fold_key


def compose_quotations(readings: Sequence[Reading], links: Links) -> tuple[Quotation, ...]:
    """Return every quotation in reading order, one a stretch; the same words elsewhere are named in ``same_as``."""
    cast = cast_of(readings, links)
    voices = Voices(cast)
    known = {(r.article.id, i): (r.article, q) for r in readings for i, q in enumerate(r.quotations)}
    lives: dict[tuple[str, int], list[tuple[Article, QuotationMention]]] = {}
    for group in links.quotations:
        members = [(m.article, m.index) for m in group if (m.article, m.index) in known]
        for one in members:
            lives[one] = [known[x] for x in members if x != one]
    made = [
        quotation
        for place, (article, q) in known.items()
        for quotation in _stretches(article, q, voices, lives.get(place, []))
    ]
    order = {r.article.id: n for n, r in enumerate(readings)}
    return tuple(sorted(made, key=lambda q: (order[q.words.article], q.words.start)))


def quotation_id(article: str, start: int) -> str:
    """Return the id of a quotation: its article and where its words begin."""
    return "q-" + hashlib.sha256(f"{article}@{start}".encode()).hexdigest()[:12]


def _stretches(
    article: Article, q: QuotationMention, voices: Voices, lives: Sequence[tuple[Article, QuotationMention]]
) -> Iterator[Quotation]:
    """Yield a quotation for each stretch of direct words; indirect speech around its cue stays one, shown by its longest."""
    pieces = tuple(p.cite(article.id) for p in q.pieces)
    whole = q.kind == "indirect"
    speaker = voices.of(article.id, q)
    first = quotation_id(article.id, q.pieces[0].start)
    shown = (max(pieces, key=lambda c: c.end - c.start),) if whole else pieces
    for n, words in enumerate(shown):
        yield Quotation(
            id=first if n == 0 else quotation_id(article.id, words.start),
            kind=q.kind,
            words=words,
            cue=q.cue.cite(article.id) if q.cue else None,
            speaker=speaker,
            chain=_chain(article, q, speaker),
            pieces=pieces,
            stance=q.stance,
            same_as=tuple(_nearest(article.text[words.start : words.end], *life) for life in lives),
            continues=first if n else None,
        )


def _nearest(words: str, article: Article, q: QuotationMention) -> str:
    """Return the id of the stretch of another life that shares most words with this one; its first across languages."""
    mine = set(fold_key(words).split())
    shared = [len(mine & set(fold_key(article.text[p.start : p.end]).split())) for p in q.pieces]
    best = q.pieces[shared.index(max(shared))] if q.kind != "indirect" else q.pieces[0]
    return quotation_id(article.id, best.start)


def _chain(article: Article, q: QuotationMention, speaker: Speaker | None) -> tuple[Link, ...]:
    lent = speaker if q.speaker is None else None
    hands = [Link("speaker", lent.text, lent.cite)] if lent is not None else []
    hands += [Link(c.role, c.name, Citation(article.id, c.start, c.end)) for c in q.chain]
    if article.publisher:
        hands.append(Link("publisher", article.publisher, None))
    if article.via:
        hands.append(Link("republisher", article.via, None))
    return tuple(hands)
