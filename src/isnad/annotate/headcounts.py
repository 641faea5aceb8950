"""The people whom a number counts: a noun a few words further on, or those who are told by where they are from."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.figure_words import FigureWords
from isnad.annotate.numerals import Numerals, match
from isnad.languages.meanings import nation_of
from isnad.text import Token

_OWNERS = ("هما", "هم", "هن", "ها", "نا", "ه")
LOOSE = 3
"""Tokens that may stand between a number and the people it counts ("five young Spanish engineers")."""


class Headcounts:
    """Finds whom the numbers of one sentence count."""

    def __init__(self, found: Sequence[Token], keys: Sequence[str], words: FigureWords, numerals: Numerals) -> None:
        self.found, self.keys, self.words, self.numerals = found, keys, words, numerals

    def at(self, i: int) -> int | None:
        """The people counted a few words further on, or by where they are from: "11 jeunes pêcheurs", "tres chilenos"."""
        named = self._folk(i)
        return named if named is not None else self._nationals(i)

    def _nationals(self, i: int) -> int | None:
        """People told by their nation alone, right behind a number: "27 Tunisiens", "three Kenyans", «31 تونسيا»."""
        token = self.found[i] if i < len(self.keys) else None
        if token is None or token.kind != "word":
            return None
        key = self.keys[i]
        if self.numerals.arabic:
            whole = nation_of(key) or (nation_of(key[:-1]) if key.endswith("ا") else None)
            return i if whole is not None and not key.startswith("ال") else None
        # The press of one language writes them small; an English adjective has no plural ("14 Portuguese lorries").
        plural = key.endswith("s") and nation_of(key[:-1]) is not None and nation_of(key) is not None
        return i if plural else None

    def _folk(self, i: int) -> int | None:
        """The people counted a few words further on: "three were killed", "300 de ses habitants", "siete de las víctimas"."""
        seen = 0
        for at in range(i, min(len(self.keys), i + LOOSE + 1)):
            token, key = self.found[at], self.keys[at]
            if token.kind != "word":
                if key in self.words.of and at == i:
                    continue
                return None
            forms = (key, *self.numerals.forms(key))
            if seen and key in self.words.describing:
                return None  # "los 40 municipios invitados", "12 pays donateurs": they describe what is counted
            if any(f in self.words.people for f in forms) or (at == i and self.words.calling(key)):
                return at
            if not self.numerals.arabic and self._of_them(at, i):
                continue
            if self.numerals.arabic and at == i + 1 and self.keys[i] in self.words.of and self._of_these(key):
                return at
            if key in self.words.stop or match(self.words.units, self.keys, at) is not None:
                return None
            if key not in self.words.skip:
                seen += 1
            if seen > 1 or self.numerals.number(self.found, self.keys, at) is not None:
                return None
        return None

    def _of_these(self, key: str) -> bool:
        """True of whom a part is counted: «أربعة من العالقين», «أربعة من عناصره», «ثلاثة من عازفي النفخ»."""
        people = self.words.people
        if key.startswith("ال"):
            return key[2:] in people
        owned = next((key.removesuffix(o) for o in _OWNERS if key.endswith(o) and len(key) - len(o) > 2), None)
        joined = key + "ن" if key.endswith("ي") else ""  # «عازفي النفخ»
        return joined in people or (
            owned is not None and (owned in people or (owned.endswith("ي") and owned + "ن" in people))
        )

    def _of_them(self, at: int, i: int) -> bool:
        """True of "of", and of the article behind it or behind the number: "three of the miners", "son 31 los atrapados"."""
        if at == i and self.keys[at] in self.words.of:
            return True
        led = at == i or (at == i + 1 and self.keys[i] in self.words.of)
        return led and self.keys[at] in self.words.definite and self.found[at].kind == "word"
