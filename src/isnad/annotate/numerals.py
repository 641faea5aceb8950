"""Numbers in words and digits: "quatre-vingt-dix mille", "1,5 milliard", «خمسة وعشرين», "$3bn", "mil millones"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.languages import table
from isnad.text import Token, fold_key, tokens

Value = int | float
LARGEST = 10**16
_APOSTROPHES = frozenset("'’")
_GROUPED = regex.compile(r"\d{1,3}(?:[.,']\d{3})+")
_MIXED = regex.compile(r"(\d{1,3}(?:[.,]\d{3})+)[.,](\d{1,2})")
Phrases = dict[str, list[tuple[tuple[str, ...], object]]]


_ONE_OR_TWO = frozenset({"الفا", "مليونا", "مليارا"})
"""Folded Arabic scales that are one in the accusative and two before what is counted."""
_TANWIN = "\u064b"


class Number(Struct, frozen=True):
    """A number and the tokens it takes: ``[start, end)``; ``about`` when the word itself is vague ("une trentaine").

    ``scale`` is the last one named (1000000 of "5 millions"), 1 when none is.
    """

    start: int
    end: int
    value: Value
    about: bool = False
    scale: int = 1


def phrases(words: dict[str, object] | Sequence[str]) -> Phrases:
    """Return phrases by their first folded word, the longest first."""
    found: Phrases = {}
    items = words.items() if isinstance(words, dict) else [(w, True) for w in words]
    for phrase, value in items:
        key = keys_of(phrase)
        if key:
            found.setdefault(key[0], []).append((key, value))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found


@cache
def keys_of(phrase: str) -> tuple[str, ...]:
    """Return the folded tokens of a phrase."""
    return tuple(_key(t) for t in tokens(phrase))


def _key(t: Token) -> str:
    # Folding would make "m²" of "m2" anyway; signs that fold to nothing stand for themselves.
    return t.key or t.text


def match(table: Phrases, keys: Sequence[str], i: int, forms: Sequence[str] = ()) -> tuple[int, object] | None:
    """Return the length and value of the longest phrase at a place, or ``None``; ``forms`` are other forms of the word."""
    best: tuple[int, object] | None = None
    if i >= len(keys):
        return None
    for first in (keys[i], *forms):
        for phrase, value in table.get(first, ()):
            n = len(phrase)
            if best is not None and n <= best[0]:
                break
            if n == 1 or tuple(keys[i + 1 : i + n]) == phrase[1:]:
                best = n, value
                break
    return best


class Numerals:
    """How one language writes numbers."""

    def __init__(self, language: str) -> None:
        words = table(language, "numbers")
        self.language = language
        self.arabic = language == "ar"
        self.words = phrases(words["words"])
        self.scales = phrases(words["scales"])
        self.collectives = phrases(words["collectives"])
        self.wholes = phrases(words["wholes"])
        self.joints = frozenset(fold_key(w) for w in words["joints"])
        self.half = phrases(words["half"])
        self.alone = phrases(words["alone"])
        self.ones = frozenset(fold_key(w) for w in words["ones"])
        # A comma before three digits is a decimal mark in French alone, and only before a scale.
        self.decimal_comma = language == "fr"

    def forms(self, key: str) -> tuple[str, ...]:
        """Return an Arabic word without the particles and the article before it; nothing for other languages."""
        return _bare(key) if self.arabic else ()

    @lru_cache(maxsize=20_000)  # noqa: B019  # one table a language, kept for the run
    def forms_year(self, key: str) -> bool:
        """True when a word may begin a year in words: "mil", "dos", "nineteen", «ألفين»."""
        forms = (key, *self.forms(key))
        return any(f in self.words or f in self.wholes or f in self.alone for f in forms)

    def of_size(self, key: str, least: int) -> bool:
        """True when a word may begin the name of a number that great, or of a scale."""
        forms = (key, *self.forms(key))
        tables = (self.words, self.wholes, self.alone)
        sizes = (value for known in tables for f in forms for _, value in known.get(f, ()))
        return any(f in self.scales for f in forms) or any(isinstance(v, int) and v >= least for v in sizes)

    @lru_cache(maxsize=20_000)  # noqa: B019
    def begins(self, key: str) -> bool:
        """True when a word may begin a number in words, of whatever sort."""
        tables = (self.collectives, self.wholes, self.words, self.alone)
        return any(f in known for f in (key, *self.forms(key)) for known in tables)

    def number(self, found: Sequence[Token], keys: Sequence[str], i: int) -> Number | None:
        """Return the number that starts at a token, or ``None``."""
        if found[i].kind != "number" and not self.begins(keys[i]):
            return None
        if (hit := match(self.collectives, keys, i, self.forms(keys[i]))) is not None:
            return Number(i, i + hit[0], _int(hit[1]), about=True)
        whole = match(self.wholes, keys, i, self.forms(keys[i]))
        if whole is not None:
            # «مليونا دولار» are two millions, «مليونا و200 ألف» and «مليوناً» one and more.
            one = (
                whole[0] == 1
                and keys[i] in _ONE_OR_TWO
                and (_TANWIN in found[i].text or (keys[i + 1 : i + 2] and keys[i + 1].startswith("و")))
            )
            return self._rest(found, keys, i, i + whole[0], None, _int(whole[1]) // (2 if one else 1))
        if found[i].kind == "number":
            return self._digits(found, keys, i)
        forms = self.forms(keys[i])
        if match(self.words, keys, i, forms) is None:
            if match(self.alone, keys, i, forms) is None or (scale := match(self.scales, keys, i, forms)) is None:
                return None
            return self._rest(found, keys, i, i + scale[0], None, _int(scale[1]))
        return self._rest(found, keys, i, i, None, 0)

    def _digits(self, found: Sequence[Token], keys: Sequence[str], i: int) -> Number | None:
        end, text = i + 1, keys[i]
        if ":" in text:
            return None
        # "250 000", "400'000": groups of three after a first one of three at most, parted by a space or an apostrophe.
        while end < len(found) and len(keys[i]) <= 3 and keys[i].isdigit():
            at = end + (keys[end] in _APOSTROPHES and end + 1 < len(found))
            parted = found[at].start == found[end - 1].end + 1
            if not (parted and keys[at].isdigit() and len(keys[at]) == 3):
                break
            text, end = text + keys[at], at + 1
        # "90.000": marks inside one token are kept; a decimal after groups ("1 500,5") is another token's.
        scaled = end < len(keys) and match(self.scales, keys, end, self.forms(keys[end])) is not None
        value = read_digits(text, self.decimal_comma and scaled)
        if value is None or value > LARGEST:
            return None
        if not scaled:
            return Number(i, end, value)
        return self._rest(found, keys, i, end, value, 0)

    def _rest(
        self, found: Sequence[Token], keys: Sequence[str], start: int, i: int, current: Value | None, total: Value
    ) -> Number | None:
        """Go on reading words and scales from a token: "deux cent vingt mille", "3 millions 500 mille"."""
        end, spelled = i, False
        named = _last_scale(total) if total else 1
        while i < len(keys):
            at, joined = self._joint(keys, i, end > start)
            forms = (*self.forms(keys[at]),) if at < len(keys) else ()
            if at >= len(keys):
                break
            scale = match(self.scales, keys, at, forms) if not joined and (current is not None or total) else None
            word = match(self.words, keys, at, forms)
            if scale is not None and _may_scale(keys[at], found, at):
                size = _int(scale[1])
                total, current = _scaled(total, current, size), None
                named, end, i = size, at + scale[0], at + scale[0]
                continue
            if word is not None and self._fits(current, _int(word[1]), joined, spelled or end == start):
                current, spelled = _added(current, _int(word[1])), True
                end = i = at + word[0]
                continue
            if joined and spelled and keys[at] in self.ones and (current or 0) % 10 == 0 and (current or 0) % 100 >= 20:
                current, end, i = (current or 0) + 1, at + 1, at + 1
                continue
            if total and current is None and keys[at].isdigit() and self._goes_on(keys, at, joined, total):
                current, i, end = int(keys[at]), at + 1, at + 1
                continue
            break
        if total and (half := match(self.half, keys, end)) is not None and end < len(keys):
            total, end = total + _last_scale(total) // 2, end + half[0]
        value = total + (current or 0)
        if not value or value > LARGEST or end == start:
            return None
        return Number(start, end, int(value) if float(value).is_integer() else round(value, 6), scale=named)

    def _goes_on(self, keys: Sequence[str], at: int, joined: bool, total: Value) -> bool:
        """True for digits that go on a number in words: "3 millions 500 mille", «ألفين و500»."""
        if self.arabic and joined and int(keys[at]) < _last_scale(total):
            return True
        scale = match(self.scales, keys, at + 1, self.forms(keys[at + 1])) if at + 1 < len(keys) else None
        # «ما بين 3 آلاف و4 آلاف»: as many again begin another number.
        return scale is not None and _int(scale[1]) < _last_scale(total)

    def _joint(self, keys: Sequence[str], i: int, inside: bool) -> tuple[int, bool]:
        """Skip "et", "y", "and", "-" between the words of one number."""
        if inside and keys[i] in self.joints and i + 1 < len(keys):
            return i + 1, True
        if inside and keys[i] == "-" and i + 1 < len(keys):
            return i + 1, False
        return i, self.arabic and inside and keys[i].startswith("و")

    def _fits(self, current: Value | None, word: int, joined: bool, spelled: bool) -> bool:
        """True when a word goes on a number: a smaller one after hundreds and tens, in Arabic tens after ones."""
        if current is None:
            return True
        if not spelled or not isinstance(current, int):
            return False
        if word == 100:
            return 2 <= current % 1000 <= 9 and not joined
        rest = current % 100
        if word < 10:
            return rest == 0 or (rest >= 20 and rest % 10 == 0)
        if word < 100:
            return rest == 0 or (self.arabic and joined and rest < 10 and word % 10 == 0 and word >= 20)
        return self.arabic and current == 0


def _may_scale(key: str, found: Sequence[Token], at: int) -> bool:
    """ "m", "k" and the like are scales only right after the digits."""
    return len(key) > 1 or found[at].start == found[at - 1].end or (at > 0 and found[at - 1].kind == "number")


def _added(current: Value | None, word: int) -> Value:
    if current is None:
        return word
    if word == 100 and 2 <= current % 1000 <= 9:
        return current - current % 1000 + current % 1000 * 100
    return current + word


def _scaled(total: Value, current: Value | None, size: int) -> Value:
    """ "deux cent mille" multiplies what stands before; "mil millones" multiplies the thousand."""
    if current is None and total and size > _last_scale(total):
        return total * size
    if total and current is not None and size > _last_scale(total):
        return (total + current) * size
    return total + (1 if current is None else current) * size


def _last_scale(total: Value) -> int:
    return next((s for s in (10**12, 10**9, 10**6, 1000) if total >= s and total % s == 0), 1)


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


@cache
def _bare(key: str) -> tuple[str, ...]:
    """Forms of a folded Arabic word without «و ف», «ب ل ك» and «ال»."""
    stems = [key]
    if len(key) > 3 and key[0] in "وف":
        stems.append(key[1:])
    for stem in list(stems):
        if len(stem) > 3 and stem[0] in "بلك":
            stems.append(stem[1:])
        if len(stem) > 4 and stem.startswith("لل"):
            stems.append("ال" + stem[2:])
    out = [s for s in stems if s != key]
    out += [s[2:] for s in stems if s.startswith("ال") and len(s) > 4]
    return tuple(dict.fromkeys(out))


def read_digits(text: str, decimal_comma: bool = False) -> Value | None:
    """Return a number in digits by where its marks stand: groups of three are thousands, anything else a decimal.

    ``decimal_comma`` reads ``1,500`` as one and a half, as French does before a scale.
    """
    plain = text.replace("'", "").replace("٫", ".").replace("٬", ",")
    if _GROUPED.fullmatch(plain) and not (decimal_comma and plain.count(",") == 1 and "." not in plain):
        return None if plain.startswith("0") and "." not in plain else _grouped(plain)
    if (mixed := _MIXED.fullmatch(plain)) is not None:
        return float(regex.sub(r"[.,]", "", mixed[1]) + "." + mixed[2])
    if plain.count(".") + plain.count(",") > 1:
        return None
    try:
        value = float(plain.replace(",", "."))
    except ValueError:
        return None
    return int(value) if value.is_integer() and "." not in plain and "," not in plain else value


def _grouped(plain: str) -> Value:
    if plain.startswith("0"):
        return float(plain.replace(",", "."))
    return int(regex.sub(r"[.,]", "", plain))


@cache
def numerals(language: str) -> Numerals:
    """Return how a language writes numbers."""
    return Numerals(language)
