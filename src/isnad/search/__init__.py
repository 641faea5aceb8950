"""Search in a dossier: three visible modes, filters, and snippets of the page's own characters.

``exact`` finds words as printed, capitals aside; ``folded`` also other accents, hamza, attached particles and endings; ``across``
also a name's other spellings in any script and words of one meaning in any language, and says which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from isnad.errors import SearchError, StoreError
from isnad.model import Article, Citation, Dossier
from isnad.search.expand import MODES, Group, Mode, expand
from isnad.search.named import Names
from isnad.search.query import parse
from isnad.search.rows import rows
from isnad.search.snippets import Snippet, Why, snippet
from isnad.store.fulltext import FullText, Narrowing, RowType
from isnad.text import fold_key

TYPES: tuple[RowType, ...] = ("article", "quotation", "event")
FILTERS = ("person", "organization", "place", "publisher", "origin", "language", "kind", "status", "tag")
"""What a search can be narrowed by, beside ``since`` and ``until``."""
MOST = 200
"""Hits of one page at the most."""
DEEPEST = 10_000


class Hit(Struct, frozen=True):
    """A thing found: its type and id, how well it answers (more is better), where, and why."""

    type: RowType
    id: str
    score: float
    snippet: Snippet | None
    why: tuple[Why, ...] = ()


class Found(Struct, frozen=True):
    """What a search gives: hits by type, how many there are of each, and what should be known of the query.

    ``loose`` is true when no row met all words and those that met some are shown; ``cut`` when the query was too long;
    ``as_written`` are the phrases that were looked for across languages and that only their own words can answer.
    """

    mode: Mode
    counts: dict[str, int]
    hits: tuple[Hit, ...]
    cut: bool = False
    loose: bool = False
    as_written: tuple[str, ...] = ()


def filled(dossier: Dossier, index: FullText) -> bool:
    """Fill an index that is stale, so that nobody waits for it later; false when it cannot be written. O(words of the dossier)."""
    if index.fresh():
        return True
    try:
        index.fill(rows(dossier))
    except StoreError:
        return False
    return True


class Searcher:
    """A dossier ready to be searched. Making one looks at its names; the index is filled when it is stale."""

    def __init__(self, dossier: Dossier, index: FullText) -> None:
        self.dossier, self.index = dossier, index
        self.names = Names(dossier.entities)
        self.articles = {a.id: a for a in dossier.articles}
        self.cites: dict[str, tuple[Citation, ...]] = {q.id: q.pieces or (q.words,) for q in dossier.quotations}
        self.cites |= {e.id: e.cites for e in dossier.events}
        if not filled(dossier, index):  # a file that may be read and not written is searched all the same
            self.index = FullText.in_memory()
            self.index.fill(rows(dossier))

    def search(
        self,
        text: str,
        mode: Mode = "across",
        filters: Mapping[str, Sequence[str]] | None = None,
        types: Sequence[RowType] = TYPES,
        limit: int = 20,
        offset: int = 0,
        language: str | None = None,
        index: FullText | None = None,
    ) -> Found:
        """Return what answers a query, best first in each type; with filters and no query, all they leave.

        ``filters`` maps :data:`FILTERS`, ``since`` and ``until`` to values (ids or names of entities and origins). ``index``
        is another connection to the same index, for servers with several threads. Raises
        :class:`~isnad.errors.SearchError` for a mode, filter or day that cannot be.
        """
        if mode not in MODES:
            raise SearchError(f"there is no mode {mode!r}", f"known: {', '.join(MODES)}")
        query = parse(text)
        narrowing = self._narrowing(filters or {})
        limit, offset = max(1, min(limit, MOST)), max(0, min(offset, DEEPEST))
        if not query.wanted and (query.units or not (narrowing.facets or narrowing.first or narrowing.last)):
            return Found(mode, dict.fromkeys(types, 0), (), query.cut)
        # A sign that stands for no letter ("𑨻" alone) is in no index.
        groups = tuple(g for g in expand(query.units, mode, self.names, language) if g.match())
        wanted = tuple(g for g in groups if not g.unwanted)
        if query.units and not wanted:
            return Found(mode, dict.fromkeys(types, 0), (), query.cut)
        found = self._find(groups, narrowing, types, limit, offset, index or self.index, all_of_them=True)
        loose = False
        if not any(found[0].values()) and len(wanted) > 1 and mode != "exact":
            found, loose = (
                self._find(groups, narrowing, types, limit, offset, index or self.index, all_of_them=False),
                True,
            )
        counts, ids = found
        hits = tuple(self._hit(kind, ident, score, wanted) for kind, ident, score in ids)
        as_written = tuple(g.text for g in wanted if g.as_written)
        return Found(mode, counts, hits, query.cut, loose and bool(hits), as_written)

    def _find(
        self, groups: Sequence[Group], narrowing: Narrowing, types: Sequence[RowType],
        limit: int, offset: int, index: FullText, *, all_of_them: bool,
    ) -> tuple[dict[str, int], list[tuple[RowType, str, float]]]:  # fmt: skip
        wanted = [g.match() for g in groups if not g.unwanted]
        match = (" AND " if all_of_them else " OR ").join(f"({w})" for w in wanted) or None
        unwanted = [g.match() for g in groups if g.unwanted]
        if match and unwanted:
            match = f"({match}) NOT ({' OR '.join(f'({u})' for u in unwanted)})"
        found = index.find(match, types, narrowing, limit, offset)
        counts: dict[str, int] = {kind: n for kind, (n, _) in found.items()}
        ids = [(kind, ident, score) for kind, (_, page) in found.items() for ident, score in page]
        return counts, ids

    def _hit(self, kind: RowType, ident: str, score: float, groups: Sequence[Group]) -> Hit:
        shown: Snippet | None = None
        why: tuple[Why, ...] = ()
        for article, cites in self._places(kind, ident):
            shown, why = snippet(article, cites, groups)
            if shown.marks:
                break
        return Hit(kind, ident, round(score, 4), shown, why)

    def _places(self, kind: RowType, ident: str) -> list[tuple[Article, tuple[Citation, ...]]]:
        """The articles a row's words stand in, with the stretches; none means the article's own words."""
        if kind == "article":
            return [(self.articles[ident], ())] if ident in self.articles else []
        found: dict[str, list[Citation]] = {}
        for c in self.cites.get(ident, ()):
            found.setdefault(c.article, []).append(c)
        return [(self.articles[a], tuple(cites)) for a, cites in found.items() if a in self.articles]

    def _narrowing(self, filters: Mapping[str, Sequence[str]]) -> Narrowing:
        facets = []
        for name, values in filters.items():
            given = [v.strip()[:200] for v in values if v.strip()]
            if not given or name in ("since", "until"):
                continue
            if name not in FILTERS:
                raise SearchError(f"there is no filter {name!r}", f"known: {', '.join(FILTERS)}, since, until")
            facets.append((name, tuple(sorted({x for v in given for x in self._values(name, v)}))))
        return Narrowing(tuple(facets), _day(filters.get("since"), "since"), _day(filters.get("until"), "until"))

    def _values(self, name: str, value: str) -> set[str]:
        """What a filter's value may be in the index: names lead to ids."""
        if name in ("person", "organization", "place"):
            named = {i for i in self.names.named(value.split()) if self.names.entities[i].kind == name}
            return named or {value}
        if name in ("publisher", "tag"):
            return {fold_key(value)}
        if name == "origin":
            same = {o.id for o in self.dossier.origins if fold_key(o.name) == fold_key(value)}
            return same or {value}
        return {value}


def _day(values: Sequence[str] | None, name: str) -> str | None:
    given = next((v.strip() for v in values or () if v.strip()), None)
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as fault:
        raise SearchError(f"{name} is no day: {given[:40]!r}", "write it as 2024-05-01") from fault


__all__ = ["FILTERS", "MODES", "TYPES", "Found", "Hit", "Mode", "Searcher", "Snippet", "Why", "filled"]
