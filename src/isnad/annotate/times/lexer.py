"""Words that say when, each with a class: the alphabet in which the grammar of time is written.

A text becomes a string of one letter a word ("fin mars 2022" → ``lMY``), so that one grammar of regular expressions serves
four languages. Words that say nothing about time are ``.``; a line's end is ``|``. Letters:

``n`` number that may be a day · ``1`` one · ``N`` other number · ``O`` ordinal · ``Y`` year · ``X`` date in digits · ``c`` clock time
``M`` month · ``R`` Hijri month · ``W`` weekday · ``S`` season · ``E`` decade by name · ``h`` feast · ``w`` part of the day
``d`` "yesterday" · ``y`` "the day before" · ``@`` "the eve of" · units ``D`` day ``K`` week ``H`` month ``A`` year ``T`` decade ``C`` century ``I`` hour ``J`` minute
``V`` weekend ``Q`` quarter ``Z`` half · ``p`` last ``f`` next ``t`` this · ``e`` early ``m`` mid ``l`` late
``s`` since ``u`` until ``b`` before ``k`` after ``q`` about · ``g`` … ago, before its number ``G`` after it · ``i`` in …, ``U`` within, ``j`` … from now · ``<`` earlier in ``>`` the rest of · ``~`` earlier · ``B`` month or quarter in digits · ``L`` later
``#`` and a half · ``v`` for (lasting) · ``z`` each · ``x`` a few · ``a`` article ``o`` of ``F`` from ``r`` to ``&`` and ``P`` in, on · marks ``,`` ``-`` ``/`` ``(`` ``)``
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import regex
from msgspec import Struct

from isnad.annotate.numerals import numerals
from isnad.annotate.times.digits import dates_in_digits
from isnad.languages import table
from isnad.languages.calendar import names
from isnad.text import Token, fold_key, tokens

CLASSES = {
    "article": "a", "of": "o", "from": "F", "to": "r", "and": "&", "in": "P", "past": "p", "future": "f", "this": "t",
    "preceding": "p", "following": "f",
    "early": "e", "mid": "m", "late": "l", "since": "s", "until": "u", "before": "b", "after": "k", "about": "q",
    "ago": "g", "ago_after": "G", "ahead": "i", "ahead_after": "j", "later": "L", "each": "z", "lasting": "v",
    "one": "1", "some": "x", "within": "U",
    "earlier": "~",
    "so_far": "<", "remaining": ">", "half": "#",
}  # fmt: skip
UNITS = {
    "day": "D", "week": "K", "month": "H", "year": "A", "decade": "T", "century": "C", "hour": "I", "minute": "J",
    "weekend": "V", "quarter": "Q", "half": "Z", "fortnight": "Z",
}  # fmt: skip
_MARKS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "/": "/", "(": "(", ")": ")", "\n": "|"}
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?$")
Value = Any
"""What a word means, by its class: a number, a month, ``(unit, plural, dual)``, ``(year, month, day)``."""


class Word(Struct, frozen=True, array_like=True):
    """One word or phrase: its place, its classes with their values, the likeliest first, and whether it is plural."""

    start: int
    end: int
    classes: dict[str, Value]
    plural: bool = False


Entry = tuple[tuple[str, ...], dict[str, Value], bool]


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
        self.in_eight = bool(words.get("in_eight", False))
        self.day_number = bool(words.get("day_number", False))
        self._fill(words)
        self.first = {k: sorted(v.items(), key=lambda e: -len(e[0])) for k, v in self.entries.items()}

    def _fill(self, words: Any) -> None:
        for name, letter in CLASSES.items():
            for phrase in words["words"][name]:
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

    @lru_cache(maxsize=20_000)  # noqa: B019
    def says_nothing(self, text: str, key: str) -> bool:
        """True of a word, printed and folded, that begins no words of time: most of a page's."""
        named = key in self.bare_days or key in _MONTH_WORDS or text.casefold() in self.exact
        return not (named or self.forms(key) or self.numerals.forms_year(key))

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


@cache
def lexicon(language: str) -> Lexicon:
    """Return a language's words of time."""
    return Lexicon(language)


def words_of_time(text: str, start: int, end: int, language: str) -> list[Word]:
    """Return the words of a range with their classes; offsets into the text. O(length) time."""
    known = lexicon(language)
    numeric = [Word(a, b, {c: v}) for a, b, c, v in dates_in_digits(text, start, end, known.month_first)]
    inside = {i for w in numeric for i in range(w.start, w.end)}
    found = [t for t in tokens(text, start, end) if t.start not in inside]
    keys = [fold_key(t.text) for t in found]
    out: list[Word] = []
    i = 0
    while i < len(found):
        t = found[i]
        if t.kind != "number" and known.says_nothing(t.text, keys[i]):
            out.append(Word(t.start, t.end, {_MARKS.get(t.text, "."): None}))
            i += 1
            continue
        if out and keys[i] in known.bare_days and {"O", "K", "D"} & set(out[-1].classes):
            # «ثاني أربعاء من أكتوبر»: behind an ordinal the bare name is a day's.
            out.append(Word(t.start, t.end, {"W": known.bare_days[keys[i]]}))
            i += 1
            continue
        if (month := _numbered_month(keys, i, known)) is not None:
            out.append(Word(t.start, found[i + 1].end, {"M": month}))
            i += 2
            continue
        if (year := _spelled_year(found, keys, i, known)) is not None:
            out.append(Word(t.start, found[year[0] - 1].end, {"Y": year[1]}))
            i = year[0]
            continue
        hit = known.at(found, keys, i)
        if hit is not None and keys[i] in known.after_only and _counts_next(found, i + 1, known):
            hit = None
        if hit is not None and _written(hit, t, known, text, keys[i - 1] if i else ""):
            n, classes = hit
            begin = t.start + known.particles(keys[i])
            if (more := _tens(found, keys, i + n, classes, known)) is not None:
                n, classes = n + more[0], more[1]
            plural = any(known.is_plural(k) for k in keys[i : i + n])
            n += n == 1 and _dotted(found, keys, i, classes, known)
            out.append(Word(begin, found[i + n - 1].end, _ordered(classes, out), plural))
            i += n
            continue
        if t.kind == "number":
            n, classes = _number(found, keys, i, known)
            if (
                n == 1
                and out
                and keys[i].isdigit()
                and 1000 <= int(keys[i]) < 1900
                and {"M", "A"} & set(out[-1].classes)
            ):
                classes = {"Y": int(keys[i])}  # "en octobre 1777"
            out.append(Word(t.start, found[i + n - 1].end, classes))
            i += n
            continue
        out.append(Word(t.start, t.end, {_MARKS.get(t.text, "."): None}))
        i += 1
    return sorted(out + numeric, key=lambda w: w.start) if numeric else out


def _dotted(found: list[Token], keys: list[str], i: int, classes: dict[str, Value], known: Lexicon) -> bool:
    """True when the dot after a word shortens a month's or a day's name and ends no sentence: "Oct. 2", "14 sept. 2014"."""
    if i + 2 >= len(found) or keys[i + 1] != "." or found[i + 1].start != found[i].end:
        return False
    return any(c in classes for c in "MW") and keys[i] in known.shortened


def _counts_next(found: list[Token], i: int, known: Lexicon) -> bool:
    """True when a number in digits or words stands at a place."""
    if i >= len(found):
        return False
    key = fold_key(found[i].text)
    return found[i].kind == "number" or any({"n", "N", "1", "x"} & set(c) for c in known.entries.get(key, {}).values())


def _numbered_month(keys: list[str], i: int, known: Lexicon) -> int | None:
    """The month of «شهر 9», «الشهر التاسع», «شهر عشرة»: Arabic alone names months by number."""
    if not known.arabic or i + 1 >= len(keys) or keys[i] not in _MONTH_WORDS:
        return None
    key = keys[i + 1]
    if key.isdigit():
        return int(key) if 1 <= int(key) <= 12 and len(key) <= 2 else None
    values = known.entries.get(key, {}).get((key,), {})
    value = values.get("O") if keys[i].endswith("الشهر") else values.get("n", values.get("N"))
    return value if isinstance(value, int) and 1 <= value <= 12 else None


_MONTH_WORDS = frozenset({"شهر", "الشهر", "بشهر", "لشهر"})


def _spelled_year(found: list[Token], keys: list[str], i: int, known: Lexicon) -> tuple[int, int] | None:
    """A year in words ("mil novecientos noventa y nueve", «ألفين وثمانية عشر»): where it ends, and the year."""
    if found[i].kind != "word" or not known.numerals.forms_year(keys[i]):
        return None
    number = known.numerals.number(found, keys, i)
    if number is None or number.end - i < 2 or not isinstance(number.value, int):
        return None
    return (number.end, number.value) if 1900 <= number.value <= 2099 and number.value % 100 else None


def _written(hit: tuple[int, dict[str, Value]], t: Token, known: Lexicon, text: str, before: str) -> bool:
    """False when the word needs a capital, or must have none, to mean a time."""
    if hit[0] > 1:
        return True
    if known.capital and fold_key(t.text) in known.capital:
        return t.text[0].isupper() or (before[:1].isdigit() and before.isdigit()) or before in known.suffixes
    if known.lower and fold_key(t.text) in known.lower:
        return t.text[0].islower() or not text[: t.start].rstrip() or text[: t.start].rstrip()[-1] in ".!?\n"
    return True


def _ordered(classes: dict[str, Value], before: list[Word]) -> dict[str, Value]:
    """A number's word that is also a month's ("sept") is the month after a number, else the number."""
    if "M" in classes and ("n" in classes or "N" in classes):
        after = before and ("n" in before[-1].classes or "O" in before[-1].classes)
        return {"M": classes["M"]} if after else {k: v for k, v in classes.items() if k != "M"}
    return classes


def _tens(
    found: list[Token], keys: list[str], i: int, classes: dict[str, Value], known: Lexicon
) -> tuple[int, dict[str, Value]] | None:
    """ "twenty" + "five", "trente et un", "خمسة وعشرين": how many tokens more, and the number both make."""
    first = next((classes[c] for c in "nN" if isinstance(classes.get(c), int)), None)
    if first is None or i >= len(keys) or not (1 <= first <= 9 or (first % 10 == 0 and 20 <= first <= 90)):
        return None
    joint = 0
    while i + joint < len(keys) and joint < 2 and (keys[i + joint] == "-" or keys[i + joint] in known.joints):
        joint += 1
    if i + joint >= len(keys) or (not joint and found[i].text[:1] not in "و" and first < 20):
        return None
    hit = known.at(found, keys, i + joint)
    second = next((hit[1][c] for c in "n1NO" if isinstance(hit[1].get(c), int)), None) if hit else None
    if second is None and keys[i + joint].isdigit():
        return None
    second = 1 if hit and second is None and "1" in hit[1] else second
    if second is None or hit is None:
        return None
    tens, ones = (first, second) if first >= 20 else (second, first)
    if not (tens % 10 == 0 and 20 <= tens <= 90 and 1 <= ones <= 9) or (first < 20 and not known.arabic):
        return None
    value = tens + ones
    letter = "O" if "O" in hit[1] and "n" not in hit[1] else "n" if value <= 31 else "N"
    return joint + hit[0], {letter: value}


def _number(found: list[Token], keys: list[str], i: int, known: Lexicon) -> tuple[int, dict[str, Value]]:
    """A number in digits, with its ordinal or clock suffix: how many tokens, and what it may be."""
    key = keys[i]
    nxt = found[i + 1] if i + 1 < len(found) else None
    glued = nxt is not None and nxt.start == found[i].end
    if _CLOCK.match(key):
        return 1, {"c": key}
    if not key.isdigit():
        return 1, {"N": None}
    value = int(key) if len(key) < 12 else 0
    if nxt is not None and keys[i + 1] in known.clock and value <= 24 and (glued or keys[i + 1] in ("pm", "am", "h")):
        more = i + 2 < len(found) and found[i + 2].start == nxt.end and keys[i + 2].isdigit()
        return (3 if more else 2), {"c": key}
    if glued and nxt is not None and nxt.text in known.suffixes and value <= 31:
        return 2, {"n": value, "O": value}
    if glued and keys[i + 1] == "." and i + 2 < len(found) and keys[i + 2] in known.suffixes and value <= 31:
        return (3, {"n": value, "O": value}) if found[i + 2].start == found[i + 1].end else (1, {"n": value})
    if glued and nxt is not None and keys[i + 1] == "s" and len(key) in (2, 4) and key.endswith("0"):
        year = value if len(key) == 4 else 1900 + value
        return 2, {"E": year}
    if len(key) == 4 and 1900 <= value <= 2099:
        return 1, {"Y": value}
    if 1 <= value <= 31 and len(key) <= 2:
        return 1, {"n": value} if value > 1 else {"n": 1, "1": 1}
    return 1, {"N": value}
