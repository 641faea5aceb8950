"""What a person said, when, and through whom: every utterance once, with its other printings and how they differ."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from isnad.model import Article, Dossier, Quotation
from isnad.text import fold_key


class Saying(Struct, frozen=True):
    """An utterance as its earliest page prints it; ``again`` are its other printings, ``differ`` those in other words."""

    quotation: Quotation
    article: Article
    again: tuple[Quotation, ...]
    differ: tuple[Quotation, ...]


def sayings(dossier: Dossier, person: str | None = None) -> Iterator[Saying]:
    """Yield what an entity said (everybody, when ``None``), by the day of the earliest page that prints it, undated last.

    An utterance in several pieces is told once, by its first; one printed on several pages is told by the earliest.
    """
    articles = {a.id: a for a in dossier.articles}
    known = {q.id: q for q in dossier.quotations}
    own = [
        q
        for q in dossier.quotations
        if q.continues is None and (person is None or (q.speaker is not None and q.speaker.entity == person))
    ]
    own.sort(key=lambda q: (_day(articles[q.words.article]), dossier.articles.index(articles[q.words.article])))
    told: set[str] = set()
    for q in own:
        if q.id in told:
            continue
        elsewhere = (known[i] for i in q.same_as if i in known)
        again = tuple(o for o in elsewhere if o.words.article != q.words.article)
        told.update(o.continues or o.id for o in again)
        words = _words(q, articles)
        yield Saying(q, articles[q.words.article], again, tuple(o for o in again if _words(o, articles) != words))


def _day(article: Article) -> str:
    return str(article.published.start) if article.published else "9999"


def _words(q: Quotation, articles: dict[str, Article]) -> list[str]:
    pieces = q.pieces or (q.words,)
    return [w for p in pieces for w in fold_key(articles[p.article].text[p.start : p.end]).split()]
