"""The dossier as one SQLite file, readable without isnad (``schema.sql``)."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from isnad.errors import DiskFull, NewerSchema, NotADossier, StoreError
from isnad.model import Citation, Dossier, Judgement, Page, Reading, Visit
from isnad.store.base import Kept
from isnad.store.cites import cites_of
from isnad.store.fulltext import FullText

PATIENCE = 30.0
"""Seconds to wait for another isnad that is writing the file."""
APPLICATION = 0x69736E61
"""``PRAGMA application_id`` of a dossier: "isna"."""
SCHEMA = 4
"""``PRAGMA user_version`` of the schema this isnad writes."""
TYPES = {
    "article": "articles", "copy": "copies", "origin": "origins", "story": "stories", "entity": "entities", "event": "events",
    "agreement": "agreements", "quotation": "quotations", "figure": "figures", "disagreement": "disagreements",
    "abstention": "abstentions", "judgement": "judgements", "version": "versions",
}  # fmt: skip
"""Type of a record → the list of the interchange format it stands in."""


def _add_notes(db: sqlite3.Connection) -> None:
    """Schema 1 had no table of notes."""
    db.execute("CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")


def _add_visits(db: sqlite3.Connection) -> None:
    """Schema 2 had no table of visits."""
    db.execute(
        "CREATE TABLE IF NOT EXISTS visits (address TEXT PRIMARY KEY, at TEXT NOT NULL, etag TEXT, modified TEXT) STRICT"
    )


def _add_authors(db: sqlite3.Connection) -> None:
    """Schema 3 did not keep whom the carrier of a page names as its author."""
    if "author" not in [row[1] for row in db.execute("PRAGMA table_info(pages)")]:
        db.execute("ALTER TABLE pages ADD COLUMN author TEXT")


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _add_notes, 2: _add_visits, 3: _add_authors}
"""Older schema → the step to the next one."""


class SqliteStore:
    """A dossier in a file. Opening creates it, or migrates an older one; a newer one is refused."""

    def __init__(self, path: Path, create: bool = True) -> None:
        if not create and not path.exists():
            raise StoreError(f"there is no dossier at {path}", "build one first: isnad build PAGES -o " + str(path))
        if path.is_dir():
            raise NotADossier(f"{path} is a folder, not a dossier", "name a file, such as story.isnad")
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
            self._open(path, create)
        except sqlite3.DatabaseError as fault:
            raise _explained(fault, path, create) from fault

    def _open(self, path: Path, create: bool) -> None:
        db = self._db
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION:
            raise NotADossier(f"{path} is a database, but no isnad dossier", _ANOTHER[create])
        if version > SCHEMA:
            advice = "install the newer isnad, or build the dossier again"
            raise NewerSchema(
                f"{path} was written by a later isnad (schema {version}, this one knows {SCHEMA})", advice
            )
        db.execute("PRAGMA foreign_keys = ON")
        if not tables:
            schema = files("isnad.store").joinpath("schema.sql").read_text(encoding="utf-8")
            db.executescript(
                f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};\n{schema}\nCOMMIT;"
            )
            return
        while version < SCHEMA:
            with self._whole():
                MIGRATIONS[version](db)
                version += 1
                db.execute(f"PRAGMA user_version = {version}")

    @contextmanager
    def _whole(self) -> Iterator[sqlite3.Connection]:
        """All of what happens inside, or nothing."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as fault:
            self._back()
            raise _explained(fault, None) from fault
        except BaseException:
            self._back()
            raise

    def _back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def put(self, page: Page, kept: Kept) -> None:
        """Keep a page with what reading it gave."""
        reading = msgspec.msgpack.encode(kept.reading) if kept.reading is not None else None
        with self._whole() as db:
            db.execute(
                "INSERT OR REPLACE INTO pages VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (kept.sha256, _clean(page.source), page.url, page.media_type, page.captured, page.charset,
                 page.publisher, page.title, page.published, page.data, page.author),
            )  # fmt: skip
            db.execute(
                "INSERT OR REPLACE INTO readings VALUES (?,?,?,?,?)",
                (kept.sha256, kept.reader, reading, kept.failure, kept.advice),
            )

    def known(self) -> dict[str, tuple[str, str]]:
        """Return digest → (source, version of the reader)."""
        rows = self._db.execute("SELECT p.sha256, p.source, r.reader FROM pages AS p JOIN readings AS r USING (sha256)")
        return {sha: (source, reader) for sha, source, reader in rows}

    def kept(self) -> Iterator[Kept]:
        """Yield every page kept, by source."""
        rows = self._db.execute(
            "SELECT p.sha256, p.source, r.reader, r.reading, r.failure, r.advice "
            "FROM pages AS p JOIN readings AS r USING (sha256) ORDER BY p.source, p.sha256"
        )
        for sha, source, reader, reading, failure, advice in rows:
            decoded = msgspec.msgpack.decode(reading, type=Reading) if reading is not None else None
            yield Kept(sha, source, reader, decoded, failure, advice)

    def data(self, sha256: str) -> bytes | None:
        """Return the bytes of a page."""
        row = self._db.execute("SELECT data FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
        return bytes(row[0]) if row else None

    def page(self, sha256: str) -> Page | None:
        """Return a page as it was kept, with what its carrier said of it."""
        row = self._db.execute(
            "SELECT source, data, media_type, url, captured, charset, publisher, title, published, author "
            "FROM pages WHERE sha256 = ?",
            (sha256,),
        ).fetchone()
        return Page(*row) if row else None

    def remember(self, visits: Iterable[Visit]) -> None:
        """Keep what is worth knowing when addresses are fetched again."""
        with self._whole() as db:
            rows = [(v.address, v.at, v.etag, v.modified) for v in visits]
            db.executemany("INSERT OR REPLACE INTO visits VALUES (?,?,?,?)", rows)

    def visit(self, address: str) -> Visit | None:
        """Return what is remembered of an address."""
        row = self._db.execute(
            "SELECT address, at, etag, modified FROM visits WHERE address = ?", (address,)
        ).fetchone()
        return Visit(*row) if row else None

    def forget(self, digests: Iterable[str]) -> None:
        """Drop pages."""
        with self._whole() as db:
            db.executemany("DELETE FROM pages WHERE sha256 = ?", [(d,) for d in digests])

    def write(self, dossier: Dossier) -> None:
        """Replace the composed dossier, all of it or nothing."""
        with self._whole() as db:
            for table in ("records", "citations", "articles", "notes"):
                db.execute(f"DELETE FROM {table}")  # names of our own tables
            digest = hashlib.blake2b(digest_size=12)
            db.executemany("INSERT INTO records VALUES (?,?,?,?)", _digested(_records(dossier), digest))
            db.executemany(
                "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    (a.id, a.sha256, a.language, a.title, a.publisher, a.via, a.byline,
                     a.published.start.isoformat() if a.published else None, a.text)
                    for a in dossier.articles
                ),
            )  # fmt: skip
            db.executemany("INSERT OR IGNORE INTO citations VALUES (?,?,?,?,?,?)", cites_of(dossier))
            notes = {
                "schema": dossier.schema,
                "generated_by": dossier.generated_by,
                "meta": _json(dossier.meta),
                "digest": digest.hexdigest(),
            }
            db.executemany("INSERT INTO notes VALUES (?,?)", notes.items())

    def dossier(self) -> Dossier:
        """Return the composed dossier."""
        try:
            notes = dict(self._db.execute("SELECT key, value FROM notes").fetchall())
            rows = self._db.execute("SELECT type, json FROM records ORDER BY type, position").fetchall()
        except sqlite3.DatabaseError as fault:
            raise _explained(fault, None) from fault
        lists: dict[str, list[Any]] = {name: [] for name in TYPES.values()}
        for kind, text in rows:
            lists[TYPES[kind]].append(msgspec.Raw(text.encode()))
        whole: dict[str, Any] = {
            "schema": notes.get("schema", "isnad-dossier/1"),
            "generated_by": notes.get("generated_by", "isnad"),
            **lists,
            "meta": msgspec.Raw(notes.get("meta", "{}").encode()),
        }
        return msgspec.json.decode(msgspec.json.encode(whole), type=Dossier)

    def decide(self, judgement: Judgement) -> None:
        """Append a person's judgement; the same judgement twice is one."""
        with self._whole() as db:
            db.execute("INSERT OR IGNORE INTO decisions (id, json) VALUES (?,?)", (judgement.id, _json(judgement)))

    def decisions(self) -> tuple[Judgement, ...]:
        """Return people's judgements in order."""
        rows = self._db.execute("SELECT json FROM decisions ORDER BY n")
        return tuple(msgspec.json.decode(text, type=Judgement) for (text,) in rows)

    def words(self, cite: Citation) -> str | None:
        """Return the words a citation quotes, from the stored text."""
        row = self._db.execute("SELECT text FROM articles WHERE id = ?", (cite.article,)).fetchone()
        if row is None or cite.end > len(row[0]):
            return None
        return str(row[0][cite.start : cite.end])

    def digest(self) -> str | None:
        """Return what tells this composed dossier from any other; ``None`` when nothing was composed, or by an older isnad."""
        row = self._db.execute("SELECT value FROM notes WHERE key = 'digest'").fetchone()
        return str(row[0]) if row else None

    def fulltext(self) -> FullText:
        """Return the index of the words in the dossier."""
        return FullText(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _clean(source: str) -> str:
    """A source's name as text SQLite can hold, whatever bytes the file system gave."""
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _digested(
    rows: Iterable[tuple[str, int, str | None, str]], digest: hashlib.blake2b
) -> Iterator[tuple[str, int, str | None, str]]:
    """The rows, each added to the digest as it passes."""
    for row in rows:
        digest.update(f"{row[0]}\0{row[3]}\0".encode())
        yield row


def _records(dossier: Dossier) -> Iterator[tuple[str, int, str | None, str]]:
    for kind, name in TYPES.items():
        for n, record in enumerate(getattr(dossier, name)):
            yield kind, n, getattr(record, "id", None), _json(record)


_ANOTHER = {True: "name another file with -o", False: "name the file that isnad build wrote"}
"""What to do about a file that is no dossier: by whether one was to be written."""


def _explained(fault: sqlite3.DatabaseError, path: Path | None, create: bool = False) -> StoreError:
    """What went wrong with the file, in words, and what to do."""
    said = str(fault)
    shown = f"{path}" if path else "the dossier"
    if "disk is full" in said or "disk I/O" in said:
        return DiskFull(f"no room left to write {shown}", "free some space and build again; nothing is lost")
    if "not a database" in said or "malformed" in said:
        return NotADossier(f"{shown} is no isnad dossier, or it is damaged", _ANOTHER[create])
    if "unable to open" in said:
        return StoreError(f"{shown} cannot be opened", "does its folder exist, and may you write there?")
    if "readonly" in said or "read-only" in said:
        return StoreError(f"{shown} cannot be written", "its file or folder is read-only")
    if "locked" in said:
        return StoreError(f"{shown} is in use by another isnad", "wait until it has finished")
    return StoreError(f"{shown}: {said}")
