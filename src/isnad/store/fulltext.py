"""Full text inside the dossier file: SQLite's FTS5 over token streams made elsewhere, and facets to filter by.

FTS5's own tokenizers fold no Arabic, so it is given tokens ready made and told to leave them alone. The index is a cache:
writing a dossier makes it stale, and whoever searches next fills it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from isnad.errors import StoreError

VERSION = "2"
"""Raised when the tokens change, so that indexes of an earlier isnad are filled again."""
RowType = Literal["article", "quotation", "event"]
Column = Literal["title", "exact", "stems", "plain", "sense"]
"""A stream of tokens: stems of the title; of the text the words as printed, their stems, their folded letters, their meanings' stems."""

_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(title, exact, stems, plain, sense, content='', tokenize="ascii tokenchars '.,'");
CREATE TABLE IF NOT EXISTS search_rows (row INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, first TEXT, last TEXT) STRICT;
CREATE TABLE IF NOT EXISTS search_facets (facet TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL,
                                          PRIMARY KEY (facet, value, row)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


class Row(Struct, frozen=True):
    """One thing that can be found, its tokens by :data:`Column`.

    Tokens are separated by spaces; ``first`` and ``last`` are ISO days, ``facets`` pairs such as ``("person", "e-1a2b")``.
    """

    type: RowType
    id: str
    title: str
    exact: str
    stems: str
    plain: str
    sense: str
    first: str | None = None
    last: str | None = None
    facets: tuple[tuple[str, str], ...] = ()


class Narrowing(Struct, frozen=True):
    """What a find is narrowed to: every pair of facet and values must hold (any of the values), and the days overlap."""

    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    first: str | None = None
    last: str | None = None


class FullText:
    """The index in one database; nothing here knows what the tokens mean."""

    def __init__(self, db: sqlite3.Connection, kept: bool = True) -> None:
        self._db = db
        self.kept = kept
        """True when the index lies in a file, so that another connection finds it too."""

    @classmethod
    def in_memory(cls) -> FullText:
        """Return an empty index that is kept nowhere; it may be asked from several threads."""
        return cls(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False), kept=False)

    def fresh(self) -> bool:
        """True when the index tells of the dossier as it was last written."""
        return self._written() == VERSION

    def _written(self) -> str | None:
        """The version of the tokens that lie there, ``None`` for none that tell of the dossier."""
        try:
            row = self._db.execute("SELECT value FROM notes WHERE key = 'search'").fetchone()
        except sqlite3.OperationalError:
            return None
        return str(row[0]) if row is not None else None

    def fill(self, rows: Iterable[Row]) -> None:
        """Replace the index, all of it or nothing; raises :class:`~isnad.errors.StoreError` when it cannot be written."""
        db = self._db
        try:
            db.execute("BEGIN IMMEDIATE")
            if self._written() != VERSION:
                db.execute("DROP TABLE IF EXISTS search")  # an earlier isnad's streams
            for statement in _TABLES.split(";"):
                db.execute(statement)
            db.execute("INSERT INTO search (search) VALUES ('delete-all')")
            db.execute("DELETE FROM search_rows")
            db.execute("DELETE FROM search_facets")
            for n, r in enumerate(rows, 1):
                db.execute(
                    "INSERT INTO search (rowid, title, exact, stems, plain, sense) VALUES (?,?,?,?,?,?)",
                    (n, r.title, r.exact, r.stems, r.plain, r.sense),
                )
                db.execute("INSERT INTO search_rows VALUES (?,?,?,?,?)", (n, r.type, r.id, r.first, r.last))
                db.executemany("INSERT OR IGNORE INTO search_facets VALUES (?,?,?)", ((f, v, n) for f, v in r.facets))
            db.execute("INSERT OR REPLACE INTO notes VALUES ('search', ?)", (VERSION,))
            db.execute("COMMIT")
        except sqlite3.Error as fault:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise StoreError(f"the dossier cannot be indexed: {fault}") from fault

    def find(
        self, match: str | None, kinds: Sequence[RowType], narrowing: Narrowing, limit: int, offset: int
    ) -> dict[RowType, tuple[int, list[tuple[str, float]]]]:
        """Return for each type how many rows match, and the ids of one page of them with their rank, best first.

        ``match`` is an FTS5 expression over the streams of :data:`Column`; without one, every row that the
        narrowing leaves, by day. One pass over the index, whatever the types.
        """
        where, values = _where(kinds, narrowing)
        if match is None:
            source, rank, order = "search_rows AS r", "0.0", "r.first, r.row"
        else:
            source = "search JOIN search_rows AS r ON r.row = search.rowid"
            rank, order = "bm25(search, 4.0)", "3, r.row"
            where, values = f"search MATCH ? AND {where}", [match, *values]
        found: dict[RowType, list[tuple[str, float]]] = {k: [] for k in kinds}
        try:
            for kind, ident, score in self._db.execute(
                f"SELECT r.type, r.id, {rank} FROM {source} WHERE {where} ORDER BY {order}", values
            ):
                found[kind].append((str(ident), -float(score)))
        except sqlite3.Error as fault:
            raise StoreError(f"the dossier cannot be searched: {fault}") from fault
        return {k: (len(rows), rows[offset : offset + limit]) for k, rows in found.items()}


def _where(kinds: Sequence[RowType], narrowing: Narrowing) -> tuple[str, list[str]]:
    clauses, values = [f"r.type IN ({','.join('?' * len(kinds))})"], [str(k) for k in kinds]
    for facet, wanted in narrowing.facets:
        marks = ",".join("?" * len(wanted)) or "NULL"
        clauses.append(f"r.row IN (SELECT row FROM search_facets WHERE facet = ? AND value IN ({marks}))")
        values += [facet, *wanted]
    if narrowing.first:
        clauses.append("r.last >= ?")
        values.append(narrowing.first)
    if narrowing.last:
        clauses.append("r.first <= ?")
        values.append(narrowing.last)
    return " AND ".join(clauses), values


def quoted(tokens: Sequence[str]) -> str:
    """Return tokens as one FTS5 phrase."""
    return '"' + " ".join(t.replace('"', "") for t in tokens) + '"'
