"""Whether a printed name is the page's own publisher."""

from __future__ import annotations

from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

_LEAST = 3
"""A word with no more letters tells no medium from another."""


@cache
def _media_words() -> frozenset[str]:
    """The words for media in every language ("Diario", «صحيفة»), by which no medium is told from another."""
    rows = (table(language, "agencies")[kind] for language in LANGUAGES for kind in ("agency", "outlet", "press"))
    return frozenset(fold_key(w) for row in rows for phrase in row for w in phrase.split())


def is_own(name: str, publisher: str | None) -> bool:
    """True when a printed name shares a telling word with the page's publisher."""
    if publisher and fold_key(name) == fold_key(publisher):
        return True
    own, said = (
        {w for w in fold_key(text or "").split() if len(w) > _LEAST} - _media_words() for text in (publisher, name)
    )
    return bool(own & said)
