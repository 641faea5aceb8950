"""A dossier file being served: read again when it changes, decided on, composed again in another process."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import msgspec

from isnad.decisions import Kind, check_pages, decide
from isnad.model import Dossier, Judgement
from isnad.search import Found, Searcher, filled
from isnad.store import open_store
from isnad.store.fulltext import FullText
from isnad.web.desk import Desk
from isnad.web.shared import without

PATIENCE = 4.0
"""Seconds a person waits to see what a decision changed before the page is shown as it was, with a note."""


class Live:
    """The dossier of one server. Every method may be called from any thread."""

    def __init__(self, path: str) -> None:
        open_store(path, create=False).close()  # refuses what is no dossier, and migrates an older one
        self.path = path
        self.hidden: Callable[[], frozenset[tuple[str, str]]] = frozenset
        self._seen: tuple[Desk, frozenset[tuple[str, str]], Desk] | None = None
        self._lock = threading.Lock()
        self._watch = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        self._version = -1
        self._desk: Desk
        self._searcher: Searcher
        self._work = threading.Condition()
        self._wanted = self._done = 0
        self.trouble = ""
        self.desk()
        threading.Thread(target=self._compose_when_wanted, name="composing", daemon=True).start()
        if self._desk.pending:
            self._compose()
        # The words across languages take a second to unpack: better now than at the first search.
        threading.Thread(
            target=self.search, args=("a", "across", {}, ("event",), 1, 0, None), name="warming", daemon=True
        ).start()

    def desk(self) -> Desk:
        """Return the dossier as it stands in the file, without what is out of sight."""
        whole, gone = self.whole(), self.hidden()
        if not gone:
            return whole
        with self._lock:
            seen = self._seen
            if seen is None or seen[0] is not whole or seen[1] != gone:
                seen = (whole, gone, Desk(without(whole.d, gone), whole.decisions, f"{whole.digest}-{hash(gone):x}"))
                self._seen = seen
            return seen[2]

    def whole(self) -> Desk:
        """Return the dossier as it stands in the file, with what moderators have yet to look at."""
        with self._lock:
            # Filling the index changes the file too, hence a loop: the second look finds the same dossier and is cheap.
            while (version := self._watch.execute("PRAGMA data_version").fetchone()[0]) != self._version:
                self._refresh()
                self._version = version
            return self._desk

    def _refresh(self) -> None:
        with closing(open_store(self.path, create=False)) as store:
            digest = store.digest()
            decisions = store.decisions()
            known: Desk | None = getattr(self, "_desk", None)
            if known is not None and digest is not None and known.digest == digest:
                self._desk = known.with_decisions(decisions)
                return
            desk = Desk(store.dossier(), decisions, digest)
            self._searcher = Searcher(desk.d, store.fulltext())
            self._desk = desk

    def search(
        self,
        text: str,
        mode: str,
        filters: Mapping[str, Sequence[str]],
        types: Sequence[Any],
        limit: int,
        offset: int,
        language: str | None,
        shown: Desk | None = None,
    ) -> Found:
        """Search the dossier as it stands; see :meth:`isnad.search.Searcher.search`.

        What is not in ``shown``, the state a page is made from, is left out: it may have been composed again meanwhile.
        """
        desk = shown or self.desk()
        searcher = self._searcher
        if searcher.index.kept:
            with closing(sqlite3.connect(self.path, isolation_level=None, timeout=30)) as db:
                found = searcher.search(text, mode, filters, types, limit, offset, language, FullText(db))  # type: ignore[arg-type]
        else:
            found = searcher.search(text, mode, filters, types, limit, offset, language)  # type: ignore[arg-type]
        return _in_sight(found, desk)

    def decide(
        self,
        kind: Kind,
        ids: Sequence[str],
        by: str,
        reason: str,
        to: Mapping[str, Any] | None = None,
        forms: Sequence[str] = (),
        patience: float = PATIENCE,
    ) -> Judgement:
        """Record a decision; when this returns it is on the disk, and the dossier is composed again soon.

        Raises :class:`~isnad.errors.DecisionError` for what cannot be decided, :class:`~isnad.errors.StoreError` when the
        file cannot be written.
        """
        desk = self.desk()
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        judgement = decide(kind, ids, by, at, reason, desk.d, to=to, forms=forms)
        with closing(open_store(self.path, create=False)) as store:
            check_pages(store.known())
            store.decide(judgement)
        self.settle(self._compose(), patience)
        return judgement

    def _compose(self) -> int:
        with self._work:
            self._wanted += 1
            self._work.notify_all()
            return self._wanted

    def settle(self, until: int, patience: float = PATIENCE) -> bool:
        """Wait for a composition to be done, not longer than the patience; true when it is."""
        end = time.monotonic() + patience
        with self._work:
            while self._done < until and (left := end - time.monotonic()) > 0:
                self._work.wait(left)
            return self._done >= until

    def _compose_when_wanted(self) -> None:
        while True:
            with self._work:
                while self._done >= self._wanted:
                    self._work.wait()
                goal = self._wanted
            # Another process: composing would hold this one's pages back, and may be killed without harm.
            made = subprocess.run(
                [sys.executable, "-c", _COMPOSE, self.path], capture_output=True, text=True, check=False
            )
            self.trouble = made.stderr.strip().rsplit("\n", 1)[-1] if made.returncode else ""
            with self._work:
                self._done = goal
                self._work.notify_all()


def _in_sight(found: Found, desk: Desk) -> Found:
    """What was found, without what is out of sight, be it the thing itself or the page whose words it would show."""
    there: Mapping[str, Mapping[str, object]] = {
        "article": desk.articles, "event": desk.events, "quotation": desk.quotations,
    }  # fmt: skip
    kept = [h for h in found.hits if h.id in there[h.type]]
    lost = Counter[str](h.type for h in found.hits) - Counter(h.type for h in kept)
    shown = [
        h
        if h.snippet is None or h.snippet.article in desk.articles
        else msgspec.structs.replace(h, snippet=None, why=())
        for h in kept
    ]
    return msgspec.structs.replace(found, hits=tuple(shown), counts={t: n - lost[t] for t, n in found.counts.items()})


_COMPOSE = "import sys; from isnad.web.live import compose_again; compose_again(sys.argv[1])"


def compose_again(path: str) -> Dossier:
    """Compose a dossier from what is already read, with people's decisions as they stand, and index it."""
    from isnad.pipeline import relink

    with closing(open_store(path, create=False)) as store:
        check_pages(store.known())
        dossier = relink(store)
        filled(dossier, store.fulltext())  # else whoever opens it next fills it
        return dossier
