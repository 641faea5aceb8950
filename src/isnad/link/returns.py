"""Sentences that come back to a text and say by whose hand it was signed: "Harouna signed for the union", «ووقعه عن الحكومة وزير المالية».

Such a sentence names no text, so that no telling of a signing is read in it. It is of the text whose signing its page told last before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from isnad.languages import LANGUAGES
from isnad.languages.voices import voices
from isnad.model import Reading, Span
from isnad.text import fold_key, tokens

_SIGNING = frozenset({"signing", "transaction"})
"""Kinds of events that a sentence about who signed may tell."""


class Returns:
    """What every page says to have been signed, and where it comes back to that."""

    def __init__(self) -> None:
        self._signed: dict[str, set[int]] = {}
        self._found: dict[str, tuple[tuple[Span, int], ...]] = {}

    def note(self, where: Mapping[str, Sequence[Span]]) -> None:
        """Take note of the sentences of pages that say that one text was signed."""
        for article, spans in where.items():
            self._signed.setdefault(article, set()).update(s.start for s in spans)

    def to(self, reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the sentences that come back to the text whose signing some sentences tell."""
        mine = {s.start for s in spans}
        yield from (s for s, before in self._sentences(reading) if before in mine)

    def _sentences(self, reading: Reading) -> tuple[tuple[Span, int], ...]:
        """The sentences of a page that come back to a text, each with where the one begins that told its signing last before it."""
        if reading.article.id not in self._found:
            self._found[reading.article.id] = tuple(self._look(reading))
        return self._found[reading.article.id]

    def _look(self, reading: Reading) -> Iterator[tuple[Span, int]]:
        signed = self._signed.get(reading.article.id)
        if not signed or reading.article.language not in LANGUAGES:
            return
        turns = voices(reading.article.language)
        others = [e.trigger.start for e in reading.events if not e.bare and e.kind not in _SIGNING]
        texts = [a.start for a in reading.agreements]
        last: int | None = None
        for s in reading.sentences:
            if s.start in signed:
                last = s.start
            elif last is not None and not any(s.start <= at < s.end for at in (*others, *texts)):
                keys = [fold_key(t.text) or t.text for t in tokens(reading.article.text, s.start, s.end)]
                if turns.stands("signs", keys):
                    yield s, last
