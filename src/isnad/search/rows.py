"""A dossier as rows to be indexed: its articles, quotations and events, with what they can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from isnad.model import Article, Citation, Dossier, Event, Interval, Quotation
from isnad.search.tokens import NO_SENSE, Word, words
from isnad.store.fulltext import Row
from isnad.text import fold_key

Facet = tuple[str, str]


def rows(dossier: Dossier) -> Iterator[Row]:
    """Yield a row for every article, quotation and event. O(length of all texts)."""
    facets = _Facets(dossier)
    for a in dossier.articles:
        title = words(a.title or "", a.language)
        yield Row("article", a.id, _stems(title), *_streams(own_words(a)), *_days(a.published), facets.of_article(a))
    for q in dossier.quotations:
        article = facets.articles.get(q.words.article)
        if article is not None:
            said = cited_words(article, q.pieces or (q.words,))
            yield Row("quotation", q.id, "", *_streams(said), *_days(article.published), facets.of_quotation(q))
    for e in dossier.events:
        told = [(facets.articles[c.article], c) for c in e.cites if c.article in facets.articles]
        said_by = list(chain.from_iterable(cited_words(page, (c,)) for page, c in told))
        heading = chain.from_iterable(words(t, language) for language, t in e.title.items())
        yield Row("event", e.id, _stems(heading), *_streams(said_by), *_days(e.date), facets.of_event(e))


def own_words(article: Article) -> list[Word]:
    """Return the words of an article's own parts: what teasers and menus say is not what the article says."""
    own = article.own()
    if not own:
        return words(article.text, article.language)
    return list(chain.from_iterable(words(article.text, article.language, p.start, p.end) for p in own))


def cited_words(article: Article, cites: Iterable[Citation]) -> list[Word]:
    """Return the words of the article under citations."""
    return list(chain.from_iterable(words(article.text, article.language, c.start, c.end) for c in cites))


def _stems(found: Iterable[Word]) -> str:
    return " ".join(w.stem for w in found)


def _streams(found: Sequence[Word]) -> tuple[str, str, str, str]:
    """The words as printed, their stems, their folded letters, and the stems of their meanings."""
    sense = " ".join(w.sense for w in found) if any(w.sense != NO_SENSE for w in found) else ""
    return " ".join(w.exact for w in found), _stems(found), " ".join(w.plain for w in found), sense


def _days(day: Interval | None) -> tuple[str | None, str | None]:
    return (day.start.isoformat(), day.end.isoformat()) if day else (None, None)


class _Facets:
    """What each row can be filtered by, gathered once."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles = {a.id: a for a in dossier.articles}
        self.kinds = {e.id: e.kind for e in dossier.entities}
        self.named: dict[str, list[tuple[int, Facet]]] = {}
        for e in dossier.entities:
            for c in e.mentions:
                self.named.setdefault(c.article, []).append((c.start, (e.kind, e.id)))
        self.origins: dict[str, list[str]] = {}
        for o in dossier.origins:
            for a in o.articles:
                self.origins.setdefault(a, []).append(o.id)
        self.events: dict[str, list[Event]] = {}
        for v in dossier.events:
            for a in v.articles:
                self.events.setdefault(a, []).append(v)

    def _page(self, article: str) -> list[Facet]:
        a = self.articles.get(article)
        if a is None:
            return []
        found: list[Facet] = [("language", a.language), *(("origin", o) for o in self.origins.get(article, ()))]
        found += [("publisher", fold_key(p)) for p in (a.publisher, a.via) if p]
        return found

    def of_article(self, a: Article) -> tuple[Facet, ...]:
        told = self.events.get(a.id, ())
        tags = [("tag", fold_key(t)) for t in a.tags]
        happened: list[Facet] = [*(("kind", v.kind) for v in told), *(("status", v.status) for v in told)]
        return _once([*self._page(a.id), *(f for _, f in self.named.get(a.id, ())), *happened, *tags])

    def of_quotation(self, q: Quotation) -> tuple[Facet, ...]:
        c = q.words
        named = [f for start, f in self.named.get(c.article, ()) if c.start <= start < c.end]
        speaker = q.speaker.entity if q.speaker else None
        if speaker:
            named.append((self.kinds.get(speaker, "person"), speaker))
        return _once([*self._page(c.article), *named, ("kind", q.kind)])

    def of_event(self, e: Event) -> tuple[Facet, ...]:
        found: list[Facet] = [("kind", e.kind), ("status", e.status), *(("origin", o) for o in e.origins)]
        found += [(self.kinds.get(p.entity, "person"), p.entity) for p in e.participants]
        if e.place:
            found.append(("place", e.place))
        return _once([*found, *chain.from_iterable(self._page(a) for a in e.articles)])


def _once(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(dict.fromkeys(facets))
