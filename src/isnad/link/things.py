"""What befell things that are counted ("sunk", "stolen", "seized"): the role by which two pages' numbers of them are compared.

Pages count boats that sank, boats that were towed in and boats that went out to look; only numbers of what the same befell are of one
count. Other, further and new ones are part of a count.
"""

from __future__ import annotations

from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.link.roles import PART
from isnad.model import FigureMention, Reading
from isnad.text import fold_key, tokens

NEAR = 10
"""Words to each side among which is looked for what befell the things."""
BESIDE = 3
"""Words to each side among which "other" makes a part of them."""
BARRIER = 4
"""Words that a mark counts for on the way."""
_MARKS = frozenset({",", ";", ":", "،", "؛"})
_CLITICS = ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل")


class _Done:
    """One language's words of what befalls things, whole and by their beginning."""

    def __init__(self, language: str) -> None:
        self.arabic = language == "ar"
        self.whole: dict[str, str] = {}
        begun: dict[str, str] = {}
        for what, words in table(language, "things")["done"].items():
            for w in words:
                (begun if w.endswith("*") else self.whole).setdefault(fold_key(w.rstrip("*")), what)
        self.begun = sorted(begun.items(), key=lambda x: -len(x[0]))
        part = table(language, "numbers")["roles"]["part"]
        self.part = frozenset(fold_key(w) for w in part if " " not in w)

    def of(self, key: str) -> str | None:
        """What a word says befell, or ``None``."""
        ways = (key, *(key.removeprefix(c) for c in _CLITICS if key.startswith(c))) if self.arabic else (key,)
        for way in ways:
            found = self.whole.get(way) or next((w for start, w in self.begun if way.startswith(start)), None)
            if found:
                return found
        return None


@cache
def _done(language: str) -> _Done:
    return _Done(language)


_DEAL = frozenset({"bought", "built"})


def one_deed(a: str, b: str) -> bool:
    """True when what befell things here may be what befell them there: what a yard builds somebody buys."""
    return a == b or {a, b} == _DEAL


def done_of(reading: Reading, count: FigureMention) -> str:
    """Return what befell the things counted, by the nearest word of the sentence that says so; empty when none does."""
    language = reading.article.language
    sentence = next((s for s in reading.sentences if s.start <= count.start < s.end), None)
    if sentence is None or language not in LANGUAGES:
        return ""
    found = tokens(reading.article.text, sentence.start, sentence.end)
    keys = [fold_key(t.text) or t.text for t in found]
    first = sum(t.start < count.start for t in found)
    last = sum(t.start < count.end for t in found)
    words = _done(language)
    best: tuple[int, str] | None = None
    for i in (*range(max(0, first - NEAR), first), *range(last, min(len(keys), last + NEAR))):
        what = words.of(keys[i])
        if what is None:
            continue
        between = keys[i + 1 : first] if i < first else keys[last:i]
        far = len(between) + BARRIER * sum(k in _MARKS for k in between)
        if far <= NEAR and (best is None or far < best[0]):
            best = far, what
    near = keys[max(0, first - BESIDE) : last + BESIDE]
    if not words.part.isdisjoint(near):
        return (best[1] if best else "") + PART
    return best[1] if best else ""
