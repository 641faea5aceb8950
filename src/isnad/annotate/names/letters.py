"""Acronyms of another script spelt out in Arabic, letter by letter: «سي إن إن», «إم إس إن بي سي», «بي إن سبورتس».

What is spelt so is a channel, a firm or a body. The letters are in ``names.toml`` under ``letters``, what may close such a name under ``spelt_tails``.
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import anywhere, listed
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.words import Word

TOLD = 0.9
"""Confidence of a name that is spelt out."""
_THAT = frozenset({"ان", "او", "اي"})
"""Letters that are words of the language where they open a clause: «قال *إن* بي بي سي …»."""


def spelt(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of an Arabic sentence with acronyms spelt out, each whole and by itself."""
    if language != "ar":
        return raw
    letters = listed("ar", "letters")
    out = raw
    i = 0
    while i < len(words):
        b = i
        while b < len(words) and words[b].kind == "word" and words[b].key in letters:
            b += 1
        a = _opened(words, i, b)
        if _enough(words, a, b):
            b += int(b < len(words) and words[b].key in listed("ar", "spelt_tails"))
            b += int(b < len(words) and words[b].kind == "number" and len(words[b].text) == 1)
            out = _with(words, out, a, b)
        i = max(b, i + 1)
    return out if out is raw else sorted(out)


def _opened(words: list[Word], i: int, b: int) -> int:
    """Where the letters begin, a word that opens a clause before them left out."""
    if words[i].key == "في" and b - i > 2:
        return i + 1
    return i + 1 if b - i > 3 and words[i].key in _THAT and words[i].text[:1] in "إأا" and b - i - 1 > 2 else i


def _enough(words: list[Word], a: int, b: int) -> bool:
    """True of three letters, or of two of which none is a word of the language, or of two that a name's last word follows."""
    known = [w.key not in anywhere("never") and w.key not in _THAT for w in words[a:b]]
    sure = sum(known)
    closed = b < len(words) and words[b].key in listed("ar", "spelt_tails")
    return (b - a > 2 and (sure > 1 or known[0])) or (b - a == 2 and (sure == 2 or (closed and sure > 0)))


def _with(words: list[Word], raw: list[Raw], a: int, b: int) -> list[Raw]:
    """The names with one from a place to another; what a longer name holds before it is cut off, no person is one."""
    out: list[Raw] = []
    for r in raw:
        if r[1] <= a or b <= r[0]:
            out.append(r)
        elif r[0] < a and r[2] == "ORG" and a - r[0] > 1 and words[a - 1].kind == "particle":
            out.append((r[0], a - 1, r[2], r[3]))
    return [*out, (a, b, "ORG", TOLD)]


__all__ = ["spelt"]
