"""Bodies that know no borders: « Voyageurs sans frontières », "Vets Beyond Borders", «مسافرون بلا حدود», with the word for the body before them."""

from __future__ import annotations

from isnad.annotate.names.lexicon import listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word

FOUND = 0.9
"""Confidence of such a body."""
_CLOSE = {
    "ar": frozenset({("بلا", "حدود"), ("دون", "حدود"), ("بدون", "حدود"), ("عبر", "الحدود"), ("بلا", "قيود")}),
    "fr": frozenset({("sans", "frontieres"), ("sans", "frontiere"), ("du", "monde")}),
    "es": frozenset({("sin", "fronteras"), ("del", "mundo"), ("en", "accion")}),
    "en": frozenset({("without", "borders"), ("without", "frontiers"), ("beyond", "borders"), ("across", "borders")}),
}
"""What closes their names."""
_MANY = ("ون", "ين", "ات", "اء", "باء")
"""How several who do something end in Arabic."""


def without_borders(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with those of bodies without borders, whole."""
    out = raw
    for i in range(1, len(words) - 1):
        if (words[i].key, words[i + 1].key) in _CLOSE[language] and (a := _first(words, i, language)) < i:
            inside = [r for r in out if r[0] < i + 2 and a < r[1]]
            if all(a <= r[0] and r[1] <= i + 2 for r in inside):
                out = [*(r for r in out if r not in inside), (a, i + 2, "ORG", FOUND)]
    return out if out is raw else sorted(out)


def _first(words: list[Word], i: int, language: str) -> int:
    """Where such a name begins: with those who make the body up, several of a trade; ``i`` for none."""
    if words[i - 1].kind != "word":
        return i
    if language == "ar":
        if not words[i - 1].key.endswith(_MANY) or words[i - 1].key.startswith("ال") or i < 2:
            return i
        led = words[i - 2]
        marked = led.text in '«"“' or (led.key in listed("ar", "heads", "institutions") and led.kind == "word")
        return i - 1 if marked and led.kind != "word" else i - 2 if marked else i
    several = upper(words[i - 1]) and words[i - 1].key.endswith(("s", "x", "men", "women"))
    return i - 1 if several and words[i - 1].key not in listed(language, "never") else i


__all__ = ["without_borders"]
