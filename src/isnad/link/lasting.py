"""What a length of time is the length of: a strike, a truce, a lease (``lasting`` in ``numbers.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import table
from isnad.link.around import CLITICS, Around, Phrase, role_phrases
from isnad.text import fold_key, tokens

CLAUSE = 7
"""Words to each side of a length of time among which it is looked for."""
FAR_BEHIND = 21
"""The same before a length that something runs for: "the lease, signed in May, runs for 25 years"."""


def lasted(near: Around, language: str) -> str:
    """Return what lasts so long, by the nearest word; empty when none says it."""
    keys, first = near.keys, near.first
    best: tuple[int, str] | None = None
    so_long = any(tuple(keys[max(0, first - len(p)) : first]) == p for p in role_phrases(language, "so_long"))
    reach = FAR_BEHIND if so_long else CLAUSE
    for i in range(max(0, first - reach), min(len(keys), near.last + CLAUSE)):
        what = _lasting(language, keys, i)
        if what and not near.taken[i] and (far := near.far(i)) <= reach and (best is None or far < best[0]):
            best = far, what
    return best[1] if best else ""


def _lasting(language: str, keys: Sequence[str], i: int) -> str | None:
    """What lasts, by the words that begin at a place; in Arabic also behind its article and clitics."""
    ways = [keys[i]] + [keys[i].removeprefix(c) for c in CLITICS if language == "ar" and keys[i].startswith(c)]
    for way in ways:
        for p, what in _lasts(language).get(way, ()):
            if tuple(keys[i + 1 : i + len(p)]) == p[1:]:
                return what
    return None


@cache
def _lasts(language: str) -> dict[str, list[tuple[Phrase, str]]]:
    """The phrases of what lasts, by their first words."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for what, forms in table(language, "numbers")["lasting"].items():
        for w in forms:
            phrase = tuple(fold_key(t.text) for t in tokens(w))
            found.setdefault(phrase[0], []).append((phrase, what))
    return found
