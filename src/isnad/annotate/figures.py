"""Numbers with a unit: how much of what, how sure, in full units."""

from __future__ import annotations

from functools import cache

import regex

from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import alternatives, folded
from isnad.model import FigureMention, Reading, Span
from isnad.text import Folded, fold_key

Value = int | float
_DIGITS = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_EDGE, _STOP = r"(?<![\p{L}\p{N}.,])", r"(?![\p{L}\p{N}])"
LARGEST = 10**16
_SPECIFIC = {"USD": ("us$", "$"), "EUR": ("€",), "GBP": ("£",)}


class _Grammar:
    """One language's figures, compiled over folded text."""

    def __init__(self, language: str) -> None:
        words = table(language, "numbers")
        self.language = language
        self.words = {fold_key(k): int(v) for k, v in words["words"].items()}
        self.times = {fold_key(k): int(v) for k, v in words["multipliers"].items()}
        self.units = {fold_key(w): unit for unit, forms in words["units"].items() for w in forms}
        self.money = {fold_key(w): unit for unit, forms in words["currencies"].items() for w in forms}
        self.approximate = frozenset(fold_key(w) for w in words["approximate"]["words"])
        alt = alternatives
        qualifiers = "|".join(f"(?P<{k}>{alt(words['qualifiers'][k])})" for k in ("at_least", "at_most", "about"))
        times = alt(list(self.times))
        number = rf"(?:{_DIGITS}|{alt(list(self.words))})"
        joint = r"(?:\s+و\s*)" if language == "ar" else r"(?:[\s-]+(?:et\s+|and\s+|y\s+)?)"
        # "deux cent vingt", «مئة وخمسة وعشرين»: words and multipliers in a row.
        series = rf"{number}(?:(?:{joint}|\s+)(?:{alt(list(self.words))}|{times})(?![\p{{L}}]))*(?:\s*(?:{times})(?![\p{{L}}]))?"
        of = r"(?:\s+(?:de|d'|des|of|من)\s*)?"
        unit = rf"(?P<unit>{alt([*self.units, *self.money])})"
        between = rf"\s*(?:{alt(words['qualifiers']['between'])})\s*"
        extra = r"(?:\s+(?:\p{L}+)){0,1}?"
        clitic = r"(?:[وبلف])?" if language == "ar" else ""
        head = rf"(?:(?:{qualifiers})\s*)?(?:les\s+|los\s+|las\s+|the\s+|ال)?"
        self.pattern = regex.compile(
            rf"(?<![\p{{L}}\p{{N}}.,]){clitic}{head}(?:(?P<sign>us\$|\$|€|£)\s?)?(?P<n>{series})(?:{between}(?P<n2>{series}))?"
            rf"(?:{of}{extra}\s*-?{unit}(?![\p{{L}}\p{{N}}]))?"
        )


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


def find_figures(reading: Reading) -> Reading:
    """Return the reading with every number that has a unit, dates apart."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    dates = [t for t in reading.times if t.kind != "duration"]
    found: list[FigureMention] = []
    for sentence in reading.sentences:
        taken = [Span(t.start, t.end) for t in dates if t.start < sentence.end and sentence.start < t.end]
        found += _in_sentence(article.text, sentence, article.language, taken)
    return with_field(reading, "figures", tuple(found))


def _in_sentence(text: str, sentence: Span, language: str, taken: list[Span]) -> list[FigureMention]:
    grammar = _grammar(language)
    source = folded(text[sentence.start : sentence.end])
    out = []
    for m in grammar.pattern.finditer(source.text):
        made = _figure(m, grammar, source, text, sentence.start)
        if made is not None and not any(made.span.touches(t) for t in taken):
            out.append(made)
    return out


def _figure(m: regex.Match[str], grammar: _Grammar, source: Folded, text: str, offset: int) -> FigureMention | None:
    word = " ".join((m.group("unit") or "").split())
    sign = m.group("sign")
    unit = _sign(sign) if sign else grammar.money.get(word) or grammar.units.get(word)
    if unit is None:
        return None
    low = value_of(m.group("n"), grammar.words, grammar.times)
    high = value_of(m.group("n2"), grammar.words, grammar.times) if m.group("n2") else None
    if low is None or low > LARGEST:
        return None
    if high is not None and high <= low:
        return None
    # "5 à 10 millions": the multiplier belongs to both.
    if high is not None and high >= 1000 * low and not any(t in m.group("n").split() for t in grammar.times):
        scale = next((v for k, v in grammar.times.items() if k in (m.group("n2") or "").split()), 1)
        low = low * scale
    start = m.start("sign") if sign else m.start("n")
    end = m.end("unit") if m.group("unit") else m.end("n2") if m.group("n2") else m.end("n")
    span = source.source(start, end)
    near = " ".join(m.group("n").split())
    about = bool(m.group("about")) or near in grammar.approximate
    qualifier = (
        "at least" if m.group("at_least") else "at most" if m.group("at_most") else "about" if about else "exact"
    )
    at = Span(span.start + offset, span.end + offset)
    quantity = source.source(m.start("unit"), m.end("unit")) if m.group("unit") else None
    counted = text[offset + quantity.start : offset + quantity.end] if quantity else unit
    value = low if high is None else (low, high)
    return FigureMention(at.start, at.end, text[at.start : at.end], value, unit, counted, qualifier)  # type: ignore[arg-type]


def _sign(sign: str) -> str:
    return next(unit for unit, signs in _SPECIFIC.items() if sign in signs)


def value_of(words: str, known: dict[str, int], times: dict[str, int]) -> Value | None:
    """Return the number some folded words or digits mean: ``1,5 milliard`` is 1500000000; ``None`` when none.

    Words add up ("vingt" + "deux"); a multiplier multiplies what stands before it.
    """
    total: float = 0
    current: float | None = None
    rest = words.strip()
    digits = regex.match(_DIGITS, rest)
    if digits:
        current = _number(digits.group())
        rest = rest[digits.end() :]
    parts = [p for p in regex.split(r"[\s-]+|(?<=\s)و(?=\p{L})", rest) if p and p not in ("et", "and", "y", "و")]
    i = 0
    while i < len(parts):
        for n in (3, 2, 1):
            phrase = " ".join(parts[i : i + n])
            bare = phrase.removeprefix("و") if phrase.startswith("و") and phrase not in known else phrase
            if bare in times and (current is not None or bare not in known):
                current = (1 if current is None else current) * times[bare]
                if times[bare] >= 1000:
                    total, current = total + current, None
                break
            if bare in known:
                current = (current or 0) + known[bare]
                break
        else:
            n = 1
        i += n
    value = total + (current or 0)
    if not value and current is None and not total:
        return None
    return int(value) if float(value).is_integer() else round(value, 6)


def _number(digits: str) -> float:
    """A number in digits, by where its marks stand: groups of three are thousands, anything else is a decimal."""
    plain = digits.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    if regex.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(regex.sub(r"[.,]", "", plain))
    mixed = regex.fullmatch(r"(\d{1,3}(?:([.,])\d{3})+)[.,](\d{1,2})", plain)
    if mixed:
        return float(regex.sub(r"[.,]", "", mixed.group(1)) + "." + mixed.group(3))
    return float(plain.replace(",", "."))
