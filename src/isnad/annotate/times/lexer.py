"""Words that say when, each with a class: the alphabet in which the grammar of time is written.

A text becomes a string of one letter a word ("fin mars 2022" → ``lMY``), so that one grammar of regular expressions serves
four languages. Words that say nothing about time are ``.``; a line's end is ``|``. Letters:

``n`` number that may be a day · ``1`` one · ``N`` other number · ``O`` ordinal · ``Y`` year · ``X`` date in digits · ``c`` clock time
``M`` month · ``R`` Hijri month · ``W`` weekday · ``S`` season · ``E`` decade by name · ``h`` feast · ``w`` part of the day
``d`` "yesterday" · ``y`` "the day before" · ``@`` "the eve of" · units ``D`` day ``K`` week ``H`` month ``A`` year ``T`` decade ``C`` century ``I`` hour ``J`` minute
``V`` weekend ``Q`` quarter ``Z`` half · ``p`` last ``f`` next ``t`` this · ``e`` early ``m`` mid ``l`` late
``s`` since ``u`` until ``b`` before ``k`` after ``q`` about · ``g`` … ago, before its number ``G`` after it · ``i`` in …, ``U`` within, ``j`` … from now · ``<`` earlier in ``>`` the rest of · ``~`` earlier · ``B`` month or quarter in digits · ``L`` later
``#`` and a half · ``v`` for (lasting) · ``z`` each · ``x`` a few · ``a`` article ``o`` of ``F`` from ``r`` to ``&`` and ``P`` in, on · marks ``,`` ``-`` ``/`` ``(`` ``)`` ``!`` one that ends · ``%`` percent
``µ`` "of that month" · ``=`` "the" before a day's number alone, ``'`` "on" before that, ``_`` the same in "du 13 au 18" · ``;`` now
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from isnad.annotate.numerals import numerals
from isnad.languages import table
from isnad.languages.calendar import names
from isnad.languages.keeping import kept
from isnad.text import Token, fold_key, tokens

CLASSES = {
    "article": "a", "of": "o", "from": "F", "to": "r", "and": "&", "in": "P", "past": "p", "future": "f", "this": "t",
    "preceding": "p", "following": "f", "same": "t",
    "early": "e", "mid": "m", "late": "l", "since": "s", "starting": "s", "until": "u", "before": "b", "after": "k", "about": "q",
    "ago": "g", "ago_after": "G", "ahead": "i", "ahead_after": "j", "later": "L", "each": "z", "lasting": "v",
    "one": "1", "some": "x", "within": "U",
    "earlier": "~",
    "before_last": "p", "after_next": "f", "day_article": "=", "day_on": "'", "day_bounds": "_", "percent": "%", "now": ";",
    "so_far": "<", "remaining": ">", "half": "#", "edition": "é", "of_month": "µ", "of_it": "µ", "of_year": "¥",
}  # fmt: skip
UNITS = {
    "day": "D", "week": "K", "month": "H", "year": "A", "decade": "T", "century": "C", "hour": "I", "minute": "J",
    "weekend": "V", "quarter": "Q", "half": "Z", "fortnight": "Z",
}  # fmt: skip
MONTH_WORDS = frozenset({"شهر", "الشهر", "بشهر", "لشهر"})
"""Arabic words before a month told by its number."""
Value = Any
"""What a word means, by its class: a number, a month, ``(unit, plural, dual)``, ``(year, month, day)``."""


CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
"""First words of English years said in pairs: "nineteen ninety nine"."""
MOST_WEIGHED = 100_000
"""Words whose weight is remembered."""


class Word(Struct, frozen=True, array_like=True):
    """One word or phrase: its place, its classes with their values, the likeliest first, and whether it is plural."""

    start: int
    end: int
    classes: dict[str, Value]
    plural: bool = False


class Settled(Struct, frozen=True, array_like=True):
    """What a word says by itself: its classes, its particles' letters, whether it is plural, and the words that make it a longer phrase."""

    classes: dict[str, Value]
    particles: int
    plural: bool
    before: frozenset[str]


Entry = tuple[tuple[str, ...], dict[str, Value], bool]
ANCHORS = frozenset("MRWSEhdyXBYDKHATCIJVQZµ¥")
"""Classes without one of which a stretch of words says nothing about time …"""
ARTICLES, COUNTED = frozenset("=_"), frozenset("nO;")
"""… but where one of the first and one of the second are: "the 15th"."""
ANCHOR, ARTICLE, COUNT, SAID = 1, 2, 4, 8
"""What a token may say, added up: a word of each of the above, and anything at all."""
LONG = 100
"""The least number without which words make no year."""


def tells(said: int) -> bool:
    """Return whether tokens that may say this, added up, may say when."""
    return bool(said & ANCHOR) or said & (ARTICLE | COUNT) == ARTICLE | COUNT


class Lexicon:
    """A language's words of time, looked up by their first word, the longest phrase first."""

    def __init__(self, language: str) -> None:
        self.language = language
        words = table(language, "dates")
        self.arabic = language == "ar"
        self.numerals = numerals(language)
        # "il a passé quatre ans": some words for "last" only follow their noun.
        self.after_only = frozenset(fold_key(w) for w in words.get("after_only", []))
        self.month_first = bool(words["month_first"])
        self.bare_one = bool(words["bare_unit_is_one"])
        self.suffixes = frozenset(words["ordinal_suffixes"])
        self.clock = frozenset(fold_key(w) for w in words["clock_suffixes"])
        self.capital = frozenset(words["capital"])
        self.lower = frozenset(fold_key(w) for w in words["lower"])
        self.joints = frozenset(fold_key(w) for w in words["words"]["and"][:1]) - {"و"}
        self.age = frozenset(fold_key(w) for w in words["words"]["age"])
        self.plurals = frozenset(fold_key(w) for w in words["units"]["plural"])
        self.duals = frozenset(fold_key(w) for w in words["units"]["dual"])
        self.entries: dict[str, dict[tuple[str, ...], dict[str, Value]]] = {}
        self.exact: dict[str, dict[str, Value]] = {}
        self.bare_days: dict[str, int] = {}
        self.shortened = _shortened(language)
        # Short names that are other words as well ("mar.", "sam.", "sat"): a day's before a number and a month alone.
        self.short_days = {fold_key(k): int(v) for k, v in words.get("short_weekdays", {}).items()}
        self.months = frozenset(names(language, "months"))
        self.week = frozenset(fold_key(w) for w in words["units"]["week"] + ["الاسبوع"] * self.arabic)
        self.in_eight = bool(words.get("in_eight", False))
        self.day_number = bool(words.get("day_number", False))
        self.bare_numbers = bool(words["words"].get("day_bounds")) and not self.arabic
        self.decade_article = bool(words.get("decade_article", False))
        self.general = frozenset(fold_key(w) for w in words["words"].get("general", []))
        self.since_past = frozenset(fold_key(w) for w in words.get("since_past", []))
        self.no_day = frozenset(fold_key(w) for w in words["words"].get("no_day", []))
        self.beside_number = frozenset(fold_key(w) for w in words.get("beside_number", []))
        self.verb_before = {fold_key(k): frozenset(v) for k, v in words.get("verb_before", {}).items()}
        self._fill(words)
        self.first = {k: sorted(v.items(), key=lambda e: -len(e[0])) for k, v in self.entries.items()}
        self.weights: dict[str, int] = {}
        self._settled: dict[str, Settled | None] = {}

    def _fill(self, words: Any) -> None:
        for name, letter in CLASSES.items():
            for phrase in words["words"].get(name, []):
                self._add(phrase, letter, name)
        for name, letter in UNITS.items():
            for phrase in words["units"][name]:
                self._add(phrase, letter, name)
                if fold_key(phrase) in self.duals:
                    self._add(phrase, "dual", True)
        for name in words["seasons"]:
            for phrase in words["seasons"][name]:
                self._add(phrase, "S", name)
        for section, letter in (
            ("days", "d"),
            ("anaphora", "y"),
            ("ordinals", "O"),
            ("decades", "E"),
            ("feasts", "h"),
            ("eves", "@"),
        ):
            for phrase, value in words[section].items():
                self._add(phrase, letter, value)
        for phrase in words["parts_of_day"]["words"]:
            self._add(phrase, "w", phrase)
        for letter, kind in (("M", "months"), ("W", "weekdays"), ("R", "hijri")):
            for phrase, value in names(self.language, kind).items():
                # «أحد» is "one of", «خميس» and «جمعة» are names: Arabic days count with their article alone.
                if letter != "W" or not self.arabic or phrase.startswith("ال"):
                    self._add(phrase, letter, value)
                else:
                    self.bare_days[phrase] = value
        for phrase, value in table(self.language, "numbers")["words"].items():
            self._add(phrase, "n" if 2 <= value <= 31 else "N", value)
            self._add(phrase, "spelled", True)

    def _add(self, phrase: str, letter: str, value: Value) -> None:
        if phrase.startswith("="):
            self.exact.setdefault(phrase[1:].casefold(), {})[letter] = value
            return
        # An elided word ("d'") is one token only before a letter.
        elided = phrase.endswith("'")
        key = tuple(fold_key(t.text) for t in tokens(phrase + "x" if elided else phrase))
        key = key[:-1] if elided else key
        if key:
            self.entries.setdefault(key[0], {}).setdefault(key, {}).setdefault(letter, value)

    @lru_cache(maxsize=20_000)  # noqa: B019  # one lexicon a language, kept for the run
    def forms(self, key: str) -> tuple[str, ...]:
        """Return the forms under which a folded word may stand in the lexicon: Arabic words also without particles."""
        return (
            tuple(f for f in _arabic_forms(key) if f in self.entries) if self.arabic else (key,) * (key in self.entries)
        )

    @lru_cache(maxsize=20_000)  # noqa: B019
    def particles(self, key: str) -> int:
        """Return how many letters of an Arabic word are particles before it: 1 for «وأواخر», 0 for «أواخر»."""
        forms = self.forms(key)
        if not forms or key in forms:
            return 0
        longest = max(forms, key=len)
        return max(0, len(key) - len(longest) - 2 * (key[: len(key) - len(longest)].endswith("ال")))

    @lru_cache(maxsize=20_000)  # noqa: B019
    def is_plural(self, key: str) -> bool:
        """True when a word, its Arabic particles aside, is marked as plural."""
        return key in self.plurals or any(f in self.plurals for f in self.forms(key))

    def weighed(self, found: list[Token]) -> list[int]:
        """Return what each token may say, remembered by its text: most of a page's words say nothing, which is one look."""
        known = self.weights
        if len(known) > MOST_WEIGHED:
            known.clear()
        return [known[t.text] if t.text in known else known.setdefault(t.text, self._weigh(t)) for t in found]

    def _weigh(self, t: Token) -> int:
        key = t.key
        if t.kind == "number":
            # A year has four digits, a decade of two ends in nought.
            return SAID | COUNT | ANCHOR * (len(key) == 4 or (len(key) == 2 and key[1] == "0"))
        forms = self.forms(key)
        exact = self.exact.get(t.text.casefold(), {})
        classes = {c for form in forms for known in self.entries[form].values() for c in known} | exact.keys()
        said = SAID if classes or self.numerals.forms_year(key) else 0
        if key in self.bare_days or key in self.short_days or key in MONTH_WORDS or self.numerals.of_size(key, LONG):
            said |= SAID | ANCHOR
        if self.month_first and key in CENTURIES:
            said |= SAID | ANCHOR
        return (
            said
            | ANCHOR * (not ANCHORS.isdisjoint(classes))
            | ARTICLE * (not ARTICLES.isdisjoint(classes))
            | COUNT * (not COUNTED.isdisjoint(classes))
        )

    def settled(self, t: Token) -> Settled | None:
        """Return what a token says wherever it stands, but before some words; ``None`` when its neighbours say more. Remembered by its text."""
        if t.text not in self._settled:
            if len(self._settled) > MOST_WEIGHED:
                self._settled.clear()
            self._settled[t.text] = self._settle(t)
        return self._settled[t.text]

    def _settle(self, t: Token) -> Settled | None:
        key = t.key
        hit = None if t.kind == "number" else self.at([t], [key], 0)
        if hit is None or not hit[1].keys().isdisjoint("MWnN") or self.numerals.forms_year(key):
            return None
        named = key in self.bare_days or key in self.short_days or key in MONTH_WORDS or key in CENTURIES
        if named or any(key in known for known in (self.after_only, self.capital, self.lower, self.verb_before)):
            return None
        seconds = {phrase[1] for form in self.forms(key) for phrase, _ in self.first[form] if len(phrase) > 1}
        seconds |= {"ال" + second for second in seconds if self.arabic}
        return Settled(hit[1], self.particles(key), self.is_plural(key), frozenset(seconds))

    def at(self, found: list[Token], keys: list[str], i: int) -> tuple[int, dict[str, Value]] | None:
        """Return the length and classes of the longest phrase that starts at a token, or ``None``."""
        exact = self.exact.get(found[i].text.casefold()) if self.exact else None
        forms = self.forms(keys[i])
        if not exact and not forms:
            return None
        best: tuple[int, dict[str, Value]] | None = (1, dict(exact)) if exact else None
        for form in forms:
            for phrase, classes in self.first[form]:
                n = len(phrase)
                if best is not None and n < best[0]:
                    break
                if n == 1 or self._follows(phrase, keys, i):
                    if best is None or n > best[0]:
                        best = (n, dict(classes))
                    else:
                        best = (n, {**classes, **best[1]} if form != keys[i] else {**best[1], **classes})
                    break
        return best

    def _follows(self, phrase: tuple[str, ...], keys: list[str], i: int) -> bool:
        if i + len(phrase) > len(keys):
            return False
        for j in range(1, len(phrase)):
            key = keys[i + j]
            if key != phrase[j] and not (self.arabic and key == "ال" + phrase[j]):
                return False
        return True


def _shortened(language: str) -> frozenset[str]:
    """The names of months and weekdays that begin a longer name of the same one: "oct", "sept", "janv", "ene"."""
    found: set[str] = set()
    for kind in ("months", "weekdays"):
        known = names(language, kind)
        found |= {k for k, v in known.items() if any(k != n and n.startswith(k) and v == w for n, w in known.items())}
    return frozenset(found)


def _arabic_forms(key: str) -> Iterator[str]:
    """A folded Arabic word, then the same without «و ف», «ب ل ك» and «ال», each step only when enough is left."""
    yield key
    stems = [key]
    if len(key) > 3 and key[0] in "وف":
        stems.append(key[1:])
    for stem in list(stems):
        if len(stem) > 3 and stem[0] in "بلك":
            stems.append(stem[1:])
        if len(stem) > 4 and stem.startswith("لل"):
            stems += ["ال" + stem[2:], stem[2:]]
    for stem in stems:
        if stem != key:
            yield stem
        if len(stem) > 4 and stem.startswith("ال"):
            yield stem[2:]


@kept
def lexicon(language: str) -> Lexicon:
    """Return a language's words of time."""
    return Lexicon(language)
