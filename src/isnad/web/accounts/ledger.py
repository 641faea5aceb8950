"""The file beside the dossier, and the log of what was done: each line is chained to the one before by a digest.

A line that is changed or taken out breaks the chain from there on (a hash chain, Haber & Stornetta 1991); :meth:`Ledger.broken` says where.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from isnad.errors import NotADossier, StoreError

APPLICATION = 0x69736E64
"""``PRAGMA application_id`` of the file: "isnd"."""
SCHEMA = """
CREATE TABLE accounts (name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, secret TEXT NOT NULL, made TEXT NOT NULL,
                       closed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE sessions (digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, form TEXT NOT NULL,
                       made REAL NOT NULL, seen REAL NOT NULL) STRICT;
CREATE TABLE tokens (digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, label TEXT NOT NULL,
                     made TEXT NOT NULL) STRICT;
CREATE TABLE failures (who TEXT NOT NULL, at REAL NOT NULL) STRICT;
CREATE INDEX failures_by_who ON failures (who, at);
CREATE TABLE flags (kind TEXT NOT NULL, target TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
                    settled TEXT, PRIMARY KEY (kind, target, name)) STRICT;
CREATE TABLE log (n INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, did TEXT NOT NULL, what TEXT NOT NULL,
                  chain TEXT NOT NULL) STRICT;
"""


def clock() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


class Entry(Struct, frozen=True):
    """One line of the log: when (ISO, UTC), who, what was done, to what."""

    n: int
    at: str
    name: str
    did: str
    what: str


class Ledger:
    """The file; several threads may use it, one at a time. ``now`` gives the time, for tests that need another."""

    def __init__(self, path: Path | None, now: Callable[[], datetime] = clock) -> None:
        self.now = now
        self._lock = threading.RLock()
        try:
            self._db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA synchronous = FULL")
            application = self._db.execute("PRAGMA application_id").fetchone()[0]
            if not self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._db.executescript(f"BEGIN; PRAGMA application_id = {APPLICATION}; {SCHEMA} COMMIT;")
            elif application != APPLICATION:
                raise NotADossier(f"{path} is no file of accounts", "move it away; isnad keeps accounts there")
        except sqlite3.DatabaseError as fault:
            raise StoreError(f"{path} cannot be opened: {fault}", "may you write beside the dossier?") from fault

    @contextmanager
    def whole(self) -> Iterator[sqlite3.Connection]:
        """All of what happens inside, or nothing; on the disk before it returns."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def log(self, db: sqlite3.Connection, name: str, did: str, what: str) -> None:
        """Write a line of the log, within what happens around it."""
        last = db.execute("SELECT n, chain FROM log ORDER BY n DESC LIMIT 1").fetchone() or (0, "")
        at = self.now().isoformat(timespec="seconds")
        row = (int(last[0]) + 1, at, name, did, what)
        db.execute("INSERT INTO log VALUES (?,?,?,?,?,?)", (*row, _chained(str(last[1]), row)))

    def entries(self, most: int = 200) -> list[Entry]:
        """Return the latest lines of the log, the newest first."""
        found = self.rows("SELECT n, at, name, did, what FROM log ORDER BY n DESC LIMIT ?", most)
        return [Entry(*row) for row in found]  # type: ignore[arg-type]

    def broken(self) -> int | None:
        """Return the number of the first line of the log that was changed or comes after one taken out; ``None`` when whole."""
        chain = ""
        for expected, row in enumerate(self.rows("SELECT n, at, name, did, what, chain FROM log ORDER BY n"), 1):
            chain = _chained(chain, row[:5])
            if row[0] != expected or row[5] != chain:
                return expected
        return None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()


def _chained(before: str, row: tuple[object, ...]) -> str:
    return hashlib.sha256("\x1f".join((before, *map(str, row))).encode()).hexdigest()
