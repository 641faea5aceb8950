"""What every store can do, whatever it keeps things in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from isnad.model import Citation, Dossier, Judgement, Page, Reading, Visit
from isnad.store.fulltext import FullText


class Kept(Struct, frozen=True):
    """A page as stored: its digest, where it came from, and what reading it gave.

    ``reader`` is the version that read it; ``reading`` is ``None`` when it could not be read, ``failure`` says why.
    """

    sha256: str
    source: str
    reader: str
    reading: Reading | None = None
    failure: str | None = None
    advice: str | None = None


class Store(Protocol):
    """A dossier being kept. Every method leaves it whole, also when the next one never comes."""

    def put(self, page: Page, kept: Kept) -> None:
        """Keep a page with what reading it gave; a page of the same bytes is replaced."""

    def known(self) -> dict[str, tuple[str, str]]:
        """Return digest → (source, version of the reader) of every page kept."""

    def kept(self) -> Iterator[Kept]:
        """Yield every page kept, by source."""

    def data(self, sha256: str) -> bytes | None:
        """Return the bytes of a page."""

    def page(self, sha256: str) -> Page | None:
        """Return a page as it was kept, with what its carrier said of it."""

    def remember(self, visits: Iterable[Visit]) -> None:
        """Keep what is worth knowing when addresses are fetched again; a later visit replaces an earlier one."""

    def visit(self, address: str) -> Visit | None:
        """Return what is remembered of an address."""

    def forget(self, digests: Iterable[str]) -> None:
        """Drop pages."""

    def write(self, dossier: Dossier) -> None:
        """Replace the composed dossier, all of it or nothing."""

    def dossier(self) -> Dossier:
        """Return the composed dossier; an empty one when nothing was composed yet."""

    def decide(self, judgement: Judgement) -> None:
        """Append a person's judgement to the ledger."""

    def decisions(self) -> tuple[Judgement, ...]:
        """Return people's judgements in the order they were made."""

    def words(self, cite: Citation) -> str | None:
        """Return the words a citation quotes, from the stored text; ``None`` when there are none."""

    def digest(self) -> str | None:
        """Return what tells this composed dossier from any other; ``None`` when nothing was composed yet."""

    def fulltext(self) -> FullText:
        """Return the index of the words in the dossier; stale after each write until it is filled again."""

    def close(self) -> None:
        """Let go of the file."""
