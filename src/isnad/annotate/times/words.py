"""A text read as words of time: numbers, years in words, compound ordinals and the lexicon's phrases, each with its classes."""

from __future__ import annotations

import regex

from isnad.annotate.times.digits import dates_in_digits
from isnad.annotate.times.lexer import MONTH_WORDS, Lexicon, Value, Word, lexicon
from isnad.text import Token, fold_key, tokens

_MARKS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "/": "/", "(": "(", ")": ")", "\n": "|"}
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?$")


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
