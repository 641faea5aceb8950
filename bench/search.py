"""Search over the dev corpora that were read for it and the example in one dossier: what is found of what there is, in each mode, beside plain FTS5.

Queries and the pages that speak of each matter are in ``searches.toml``, read by hand. ``recall@10`` is the share of the ten places
(or of all relevant pages, when they are fewer) that relevant pages take; ``precision@10`` their share of what is shown, 0 for a query
that finds nothing. Both are means over queries; "across" counts only pages in languages other than the query's.
"""

from __future__ import annotations

import sqlite3
import statistics
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import Row
from isnad.model import Article, Dossier
from isnad.pipeline import build
from isnad.search import MODES, Mode, Searcher
from isnad.store.memory import MemoryStore

HERE = Path(__file__).parent
JUDGED = tomllib.loads((HERE / "searches.toml").read_text(encoding="utf-8"))
FOLDERS = [
    folder
    for folder in (*sorted((HERE / "gold" / "dev").glob("*/pages")), HERE.parent / "examples" / "ras-nouader" / "pages")
    if folder.parent.name in JUDGED["read"]
]
BEST = 10
FLOORS = {
    "across: recall@10": 0.86,
    "across: precision@10": 0.95,
    "across: recall@10, other languages": 0.80,
    "folded: recall@10": 0.275,
    "folded: precision@10": 0.77,
}
"""A little under what was measured."""


class Asked(NamedTuple):
    """A query, its language, and the articles that speak of what it asks."""

    text: str
    language: str
    pages: frozenset[str]


def page_key(article: Article) -> str:
    """Return the folder of a corpus and the number its page's name begins with."""
    path = Path(article.source.split("#")[0])
    return f"{path.parent.parent.name}/{path.name[:2]}"


def asked(dossier: Dossier) -> Iterator[Asked]:
    """Yield every query of ``searches.toml``."""
    by_key: dict[str, set[str]] = {}
    for a in dossier.articles:
        by_key.setdefault(page_key(a), set()).add(a.id)
    for row in JUDGED["matters"].values():
        pages = frozenset(i for key in row["pages"] for i in by_key[key])
        for language in ("ar", "en", "es", "fr"):
            for text in row.get(language, ()):
                yield Asked(text, language, pages)


def plain(dossier: Dossier) -> Callable[[Asked], list[str]]:
    """Return a search as FTS5 does it alone: ``unicode61`` over the articles' own words, all of them, else any."""
    db = sqlite3.connect(":memory:")
    db.execute('CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body, tokenize="unicode61 remove_diacritics 2")')
    for a in dossier.articles:
        body = " ".join(a.text[p.start : p.end] for p in a.own())
        db.execute("INSERT INTO t VALUES (?, ?, ?)", (a.id, a.title or "", body))

    def find(query: Asked) -> list[str]:
        words = "".join(c if c.isalnum() else " " for c in query.text).split()
        for joint in (" ", " OR "):
            match = joint.join(f'"{w}"' for w in words)
            found = db.execute(
                f"SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 4, 1) LIMIT {BEST}", (match,)
            ).fetchall()
            if found:
                return [str(i) for (i,) in found]
        return []

    return find


def score(found: Sequence[str], pages: frozenset[str]) -> tuple[float, float]:
    """Return recall and precision of the first ten."""
    right = sum(i in pages for i in found)
    return right / min(BEST, len(pages)), right / len(found) if found else 0.0


def run() -> list[Row]:
    """Measure."""
    dossier = build([str(f) for f in FOLDERS], MemoryStore(), engine="here").dossier
    searcher = Searcher(dossier, MemoryStore().fulltext())
    languages = {a.id: a.language for a in dossier.articles}
    queries = list(asked(dossier))

    def ours(mode: Mode) -> Callable[[Asked], list[str]]:
        def find(q: Asked) -> list[str]:
            found = searcher.search(q.text, mode, types=("article",), limit=BEST, language=q.language)
            return [h.id for h in found.hits]

        return find

    rows = [Row("queries", len(queries), "", note=f"over {len(dossier.articles)} pages")]
    for name, find in (*((m, ours(m)) for m in MODES), ("FTS5 unicode61", plain(dossier))):
        peer = name not in MODES
        scored = [score(find(q), q.pages) for q in queries]
        far = [
            score([i for i in find(q) if languages[i] != q.language], away)[0]
            for q in queries
            if (away := frozenset(i for i in q.pages if languages[i] != q.language))
        ]
        for label, values in (
            ("recall@10", [r for r, _ in scored]), ("precision@10", [p for _, p in scored]), ("recall@10, other languages", far),
        ):  # fmt: skip
            key = f"{name}: {label}"
            rows.append(Row(key, statistics.mean(values), "", floor=FLOORS.get(key), peer=peer))
    return rows
