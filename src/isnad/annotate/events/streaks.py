"""Contests added up are none of any day: "have won only two of their last 14 games", « a perdu six matchs de suite », «خسر ست مباريات متتالية»."""

from __future__ import annotations

from functools import cache

import regex

from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.languages import table

_CONTEST = "competition"


def added_up(layout: Layout, hit: Hit, text: str, language: str) -> bool:
    """Return whether a verb of winning, losing or playing counts several matches in its clause, or a noun is what it counts."""
    if hit.trigger.kind != _CONTEST:
        return False
    items, word = layout.items, layout.items[hit.first]
    left, right = max(0, layout.left(hit.first)), min(layout.right(hit.last), len(items))
    begin = word.start if hit.trigger.sort == "verb" else items[left].start
    found = _streaks(language).finditer(text, begin, items[right - 1].end)
    return any(hit.trigger.sort == "verb" or m.start() <= word.start < m.end() for m in found)


@cache
def _streaks(language: str) -> regex.Pattern[str]:
    """What adds matches up, with the numbers from two to ninety-nine in words or digits."""
    words = (
        w for w, value in table(language, "numbers")["words"].items() if isinstance(value, int) and 2 <= value < 100
    )
    number = "|".join([r"[2-9]", r"[1-9][0-9]", *(regex.escape(w) for w in sorted(words, key=lambda w: -len(w)))])
    shapes = (s.replace("{n}", f"(?:{number})") for s in table(language, "events")["streaks"])
    return regex.compile(rf"(?<![\w-])(?:{'|'.join(shapes)})(?!\w)", regex.IGNORECASE)
