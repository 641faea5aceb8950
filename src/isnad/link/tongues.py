"""Whose press an article is of that speaks of two states: the bodies of one's own state need no state's name."""

from __future__ import annotations

from collections import Counter
from functools import cache

from isnad.languages import table
from isnad.model import Mention, Reading


@cache
def _press(language: str) -> frozenset[str]:
    """The states whose press is written in a language."""
    return frozenset(table("shared", "tongues").get(language, ()))


def own_press(spoken: Counter[str], reading: Reading) -> str | None:
    """Of the two states an article speaks of most the only one whose press writes in its language; English is written everywhere.

    What is dated from a town of another state, or of one nobody knows, is told from there, whatever it is written in.
    """
    language = reading.article.language
    two = [state for state, n in spoken.most_common(2) if n > 1]
    own = [state for state in two if language != "en" and state in _press(language)]
    if len(two) < 2 or len(own) != 1:
        return None
    elsewhere = any(m.country != own[0] for m in reading.mentions if _dates(m, reading))
    return ELSEWHERE if elsewhere else own[0]


def _dates(m: Mention, reading: Reading) -> bool:
    """True of a place that opens a line before a comma, a bracket or a dash: "MEXICO, 13 juin – "."""
    text = reading.article.text
    opens = m.kind == "place" and (m.start == 0 or text[m.start - 1] == "\n")
    return opens and text[m.end : m.end + 2].lstrip()[:1] in _BEHIND_TOWNS


ELSEWHERE = "?"
"""No state: what is dated from another state's town does not say whose its bodies are."""
_BEHIND_TOWNS = frozenset(",،(-–—/")


__all__ = ["ELSEWHERE", "own_press"]
