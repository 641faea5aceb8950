"""A text read as words of time: numbers, years in words, compound ordinals and the lexicon's phrases, each with its classes."""

from __future__ import annotations

from functools import reduce
from operator import or_

import regex
from msgspec import Struct

from isnad.annotate.times.digits import dates_in_digits
from isnad.annotate.times.lexer import CENTURIES, MONTH_WORDS, Lexicon, Value, Word, lexicon, tells
from isnad.text import Token, fold_key, tokens

_MARKS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "/": "/", "(": "(", ")": ")", "\n": "|", "%": "%", "٪": "%"}
_MARKS |= dict.fromkeys('.!?؟;؛:…»”"', "!")
_PLAIN: dict[str, dict[str, Value]] = {mark: {c: None} for mark, c in _MARKS.items()}
_NOTHING: dict[str, Value] = {".": None}
"""The classes of marks and of words that say nothing: one for all."""
_TOLD = frozenset("=WMAHK")
"""What a word for "past" tells of, right before it: an article, a weekday, a month, a year, a week."""
_JOINED = frozenset("MWRO")
"""Classes of Arabic words before which a joined «و» is a word of its own."""
_MONEY = frozenset("$€£¥₪₺")
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?$")


class _Line(Struct, frozen=True):
    """A range of a text as tokens with their folded forms, and the words of its language."""

    text: str
    found: list[Token]
    keys: list[str]
    known: Lexicon

    def key(self, i: int) -> str:
        """Return a token's folded form, the empty string beyond the last."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def ends(self, i: int) -> bool:
        """True when nothing that could be counted stands at a place: the end, a mark, a preposition."""
        if i >= len(self.found):
            return True
        hit = None if self.found[i].kind == "number" else self.known.at(self.found, self.keys, i)
        return (self.found[i].kind == "mark" and self.keys[i] not in "%-/") or (
            hit is not None and bool({"P", "o", "r", "&"} & set(hit[1])) and "%" not in hit[1]
        )


def words_of_time(text: str, start: int, end: int, language: str) -> list[Word]:
    """Return the words of a range with their classes; offsets into the text. O(length) time.

    A range that cannot say when has no words of time.
    """
    known = lexicon(language)
    numeric = [Word(a, b, {c: v}) for a, b, c, v in dates_in_digits(text, start, end, known.month_first)]
    found = tokens(text, start, end)
    if numeric:
        inside = {i for w in numeric for i in range(w.start, w.end)}
        found = [t for t in found if t.start not in inside]
    said = known.weighed(found)
    if not (numeric or tells(reduce(or_, said, 0))):
        return []
    line = _Line(text, found, [t.key for t in found], known)
    out: list[Word] = []
    i = 0
    while i < len(found):
        t = found[i]
        if not said[i]:
            n, word = 1, Word(t.start, t.end, _PLAIN.get(t.text, _NOTHING))
        elif (alone := known.settled(t)) is not None and line.key(i + 1) not in alone.before:
            n, word = 1, Word(t.start + alone.particles, t.end, alone.classes, alone.plural)
        else:
            n, word = _told(line, i, out) or _listed(line, i, out) or _other(line, i, out)
        if known.arabic and word.start > t.start and text[t.start] == "و" and _JOINED & set(word.classes):
            out.append(Word(t.start, t.start + 1, {"&": None}))  # «بين الأحد والاثنين»
        out.append(word)
        i += n
    return sorted(out + numeric, key=lambda w: w.start) if numeric else out


def _told(line: _Line, i: int, out: list[Word]) -> tuple[int, Word] | None:
    """A weekday, a month or a year that only its neighbours make one."""
    found, keys, known = line.found, line.keys, line.known
    if (day := _bare_weekday(line, i, out)) is not None:
        return day
    if (month := _numbered_month(keys, i, known)) is not None:
        return 2, Word(found[i].start, found[i + 1].end, {"M": month})
    year = _spelled_year(found, keys, i, known) or (_paired_year(line, i) if known.month_first else None)
    if year is not None:
        return year[0] - i, Word(found[i].start, found[year[0] - 1].end, {"Y": year[1]})
    return None


def _bare_weekday(line: _Line, i: int, out: list[Word]) -> tuple[int, Word] | None:
    """«ثاني أربعاء من أكتوبر», «أحد الأسبوع الماضي», "ven. 14 mars": names that are a day's in such company alone."""
    t, key, known = line.found[i], line.keys[i], line.known
    day = known.bare_days.get(key)
    if day is not None and (
        (out and {"O", "K", "D"} & set(out[-1].classes))
        or (known.forms(line.key(i + 1)) and line.key(i + 1) in known.week)
    ):
        return 1, Word(t.start, t.end, {"W": day})
    short = known.short_days.get(key)
    if short is None:
        return None
    n = 2 if line.key(i + 1) == "." else 1
    if line.key(i + n).isdigit() and (line.key(i + n + 1) in known.months or line.key(i + n + 2) in known.months):
        return n, Word(t.start, line.found[i + n - 1].end, {"W": short})
    return None


def _listed(line: _Line, i: int, out: list[Word]) -> tuple[int, Word] | None:
    """The longest phrase of the lexicon that starts at a token, with the tens of a number and the dot of a short name."""
    found, keys, known = line.found, line.keys, line.known
    hit = known.at(found, keys, i)
    if hit is None:
        return None
    told = out and not _TOLD.isdisjoint(out[-1].classes)
    if keys[i] in known.after_only and _counts_next(found, i + 1, known) and not told:
        return None  # "il a passé 4 ans", but "el pasado 15", "el domingo pasado 2-1"
    if (
        "M" in hit[1]
        and keys[i] in known.beside_number
        and not (line.key(i - 1).isdigit() or line.key(i + 1).isdigit())
        and not (line.key(i - 1) == "de" and line.key(i - 2).isdigit())
    ):
        return None  # "al mar" is the sea's
    if not _written(hit, found[i], line, line.key(i - 1), out):
        return None
    if hit[0] == 1 and line.key(i + 1) in known.verb_before.get(keys[i], ()):
        return None
    n, classes = hit
    begin = found[i].start + known.particles(keys[i])
    if (more := _tens(found, keys, i + n, classes, known)) is not None:
        n, classes = n + more[0], more[1]
    plural = any(known.is_plural(k) for k in keys[i : i + n])
    n += n == 1 and _dotted(found, keys, i, classes, known)
    return n, Word(begin, found[i + n - 1].end, _ordered(classes, out), plural)


def _other(line: _Line, i: int, out: list[Word]) -> tuple[int, Word]:
    """A number in digits; else a word that says nothing."""
    t = line.found[i]
    if t.kind != "number":
        return 1, Word(t.start, t.end, _PLAIN.get(t.text, _NOTHING))
    n, classes = _number(line.found, line.keys, i, line.known)
    if n == 1 and line.keys[i].isdigit() and (year := _year_behind(line, i, out)) is not None:
        classes = {"Y": year}
    elif n == 1 and (decade := _short_decade(line, i, out)) is not None:
        classes = {"E": decade}
    return n, Word(t.start, line.found[i + n - 1].end, classes)


def _short_decade(line: _Line, i: int, out: list[Word]) -> int | None:
    """The decade of "en los 90", where nothing is counted; only where the language says so of its plural article."""
    key = line.keys[i]
    if (
        not line.known.decade_article
        or len(out) < 2
        or not key.isdigit()
        or len(key) != 2
        or key[1] != "0"
        or key < "30"
    ):
        return None
    told = "a" in out[-1].classes and out[-1].plural and "P" in out[-2].classes and line.ends(i + 1)
    return 1900 + int(key) if told else None


def _year_behind(line: _Line, i: int, out: list[Word]) -> int | None:
    """The year of "en octobre 1777", "1er avril 78", "abril del 87", "May '68": behind a month, where nothing is counted."""
    value = int(line.keys[i]) if len(line.keys[i]) <= 4 else 0
    if line.key(i + 1) in ("ه", "هجري", "هجريه", "للهجره", "ah"):
        return None  # a year of the Islamic calendar
    before = [set(w.classes) for w in out[-2:]][::-1]
    if not before:
        return None
    named = "M" in before[0] or (len(before) > 1 and "M" in before[1] and ("o" in before[0] or line.key(i - 1) in "'’"))
    if 1000 <= value < 1900 and (named or "A" in before[0]):
        return value
    if _EARLIEST <= value < 1900 and line.key(i - 1) in _IN and (line.ends(i + 1) or line.key(i + 1) in _BY_WHOM):
        return value  # "built *in 1887* by", « édifiée *en 1887*, »: nothing is counted
    if named and 50 <= value <= 99 and len(line.keys[i]) == 2 and line.ends(i + 1):
        return 1900 + value
    return None


_EARLIEST = 1500
_IN = frozenset({"en", "in"})
_BY_WHOM = frozenset({"par", "by", "por", "sous", "under", "bajo"})
"""What stands before a year of former centuries, and behind one that no noun follows."""


def _paired_year(line: _Line, i: int) -> tuple[int, int] | None:
    """ "nineteen ninety nine", "twenty twenty-one", "nineteen oh five": where it ends, and the year."""
    known, keys = line.known, line.keys
    century = CENTURIES.get(keys[i])
    if century is None:
        return None
    if line.key(i + 1) in ("oh", "zero", "hundred"):
        at = i + 2 + (line.key(i + 2) == "and")
        ones = known.entries.get(line.key(at), {}).get((line.key(at),), {}).get("n")
        return (at + 1, century + ones) if isinstance(ones, int) and (ones < 10 or keys[i + 1] == "hundred") else None
    number = known.numerals.number(line.found, keys, i + 1) if i + 1 < len(keys) else None
    if (
        number is None
        or not isinstance(number.value, int)
        or not 10 <= number.value <= 99
        or line.found[i + 1].kind == "number"
    ):
        return None
    # "twenty ten-year-olds" counts; a year stands where nothing is counted.
    return (number.end, century + number.value) if line.ends(number.end) else None


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
    if not known.arabic or i + 1 >= len(keys) or keys[i] not in MONTH_WORDS:
        return None
    key = keys[i + 1]
    if key.isdigit():
        return int(key) if 1 <= int(key) <= 12 and len(key) <= 2 else None
    values = known.entries.get(key, {}).get((key,), {})
    value = values.get("O") if keys[i].endswith("الشهر") else values.get("n", values.get("N"))
    return value if isinstance(value, int) and 1 <= value <= 12 else None


def _spelled_year(found: list[Token], keys: list[str], i: int, known: Lexicon) -> tuple[int, int] | None:
    """A year in words ("mil novecientos noventa y nueve", «ألفين وثمانية عشر»): where it ends, and the year."""
    if found[i].kind != "word" or not known.numerals.forms_year(keys[i]):
        return None
    number = known.numerals.number(found, keys, i)
    if number is None or number.end - i < 2 or not isinstance(number.value, int):
        return None
    return (number.end, number.value) if 1900 <= number.value <= 2099 and number.value % 100 else None


def _written(hit: tuple[int, dict[str, Value]], t: Token, line: _Line, before: str, out: list[Word]) -> bool:
    """False when the word needs a capital, or must have none, to mean a time."""
    known, text = line.known, line.text
    if hit[0] > 1:
        return True
    if known.capital and t.key in known.capital:
        # "the 1st of march", "15th march", "5 may": a number makes it a month.
        numbered = len(out) > 1 and "o" in out[-1].classes and "O" in out[-2].classes
        return t.text[0].isupper() or before.isdigit() or before in known.suffixes or numbered
    if known.lower and t.key in known.lower:
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
    if i and keys[i - 1] in _MONEY:
        return 1, {"N": None}
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
    quoted = 1 if glued and keys[i + 1] in ("'", "’") else 0
    if glued and len(key) in (2, 4) and key.endswith("0") and keys[i + 1 + quoted : i + 2 + quoted] in (["s"], ["'s"]):
        return 2 + quoted, {"E": value if len(key) == 4 else 1900 + value}  # "1990s", "the 1990's"
    if len(key) == 4 and 1900 <= value <= 2099:
        return 1, {"Y": value}
    if 1 <= value <= 31 and len(key) <= 2:
        return 1, {"n": value} if value > 1 else {"n": 1, "1": 1}
    return 1, {"N": value}
