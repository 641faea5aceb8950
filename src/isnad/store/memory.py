"""A store that lives as long as the process: for tests, and for trying things."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from isnad.model import Citation, Dossier, Judgement, Page, Visit
from isnad.store.base import Kept
from isnad.store.fulltext import FullText


class MemoryStore:
    """Keeps everything in dictionaries."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[Page, Kept]] = {}
        self._dossier = Dossier("isnad-dossier/1", "isnad")
        self._decisions: list[Judgement] = []
        self._visits: dict[str, Visit] = {}
        self._index = FullText.in_memory()

    def put(self, page: Page, kept: Kept) -> None:
        """Keep a page with what reading it gave."""
        self._pages[kept.sha256] = (page, kept)

    def known(self) -> dict[str, tuple[str, str]]:
        """Return digest → (source, version of the reader)."""
        return {k: (v.source, v.reader) for k, (_, v) in self._pages.items()}

    def kept(self) -> Iterator[Kept]:
        """Yield every page kept, by source."""
        yield from sorted((v for _, v in self._pages.values()), key=lambda k: (k.source, k.sha256))

    def data(self, sha256: str) -> bytes | None:
        """Return the bytes of a page."""
        return self._pages[sha256][0].data if sha256 in self._pages else None

    def page(self, sha256: str) -> Page | None:
        """Return a page as it was kept."""
        return self._pages[sha256][0] if sha256 in self._pages else None

    def remember(self, visits: Iterable[Visit]) -> None:
        """Keep what is worth knowing when addresses are fetched again."""
        self._visits |= {v.address: v for v in visits}

    def visit(self, address: str) -> Visit | None:
        """Return what is remembered of an address."""
        return self._visits.get(address)

    def forget(self, digests: Iterable[str]) -> None:
        """Drop pages."""
        for digest in digests:
            self._pages.pop(digest, None)

    def write(self, dossier: Dossier) -> None:
        """Replace the composed dossier."""
        self._dossier = dossier
        self._index = FullText.in_memory()

    def dossier(self) -> Dossier:
        """Return the composed dossier."""
        return self._dossier

    def decide(self, judgement: Judgement) -> None:
        """Append a person's judgement; the same judgement twice is one."""
        if all(j.id != judgement.id for j in self._decisions):
            self._decisions.append(judgement)

    def decisions(self) -> tuple[Judgement, ...]:
        """Return people's judgements in order."""
        return tuple(self._decisions)

    def words(self, cite: Citation) -> str | None:
        """Return the words a citation quotes."""
        text = next((a.text for a in self._dossier.articles if a.id == cite.article), None)
        return text[cite.start : cite.end] if text is not None and cite.end <= len(text) else None

    def digest(self) -> str | None:
        """Return what tells this composed dossier from any other."""
        return hashlib.blake2b(msgspec.json.encode(self._dossier), digest_size=12).hexdigest()

    def fulltext(self) -> FullText:
        """Return the index of the words in the dossier."""
        return self._index

    def close(self) -> None:
        """Nothing to let go of."""
