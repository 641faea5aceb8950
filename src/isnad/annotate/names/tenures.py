"""Years beside an office: since when and until when somebody held it, as the page says.

"l'ancienne ministre (2014-2017)", "alcalde entre 2015 y 2018", "who held the post from 2019", «الذي تولى المنصب بين 2013 و2017».
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.text import fold_key

Tenure = tuple[int | None, int | None]
"""First and last year; ``None`` where the page says none."""
_REACH = 9
"""Words behind a name within which words for an office lead to its years."""
_OLDEST, _LATEST = 1800, 2100


def tenure(words: Sequence[Word], role_end: int, name_end: int, language: str) -> Tenure | None:
    """Return the years printed right behind an office, or behind its holder with a word that says he held it; ``None`` for none."""
    found = _years(words, role_end, language)
    if found is not None or name_end < role_end:
        return found
    cues = _listed("tenure", language)
    seen = False
    for i in range(name_end, min(len(words), name_end + _REACH)):
        if words[i].text in ".;؛!?؟":
            return None
        seen = seen or words[i].key in cues or words[i].key.removeprefix("ال") in cues
        if seen and (found := _years(words, i, language)) is not None:
            return found
    return None


def past_years(words: Sequence[Word], i: int) -> int:
    """Return the place behind years in brackets: "(2014-2018)"; the place itself when none stand there."""
    if i < len(words) and words[i].text == "(":
        end = next((k for k in range(i + 1, min(len(words), i + 6)) if words[k].text == ")"), 0)
        inside = words[i + 1 : end]
        if end and any(_year(w) for w in inside) and all(_year(w) or w.text in "-–—/" for w in inside):
            return end + 1
    return i


def _years(words: Sequence[Word], i: int, language: str) -> Tenure | None:
    """The years that begin here, behind a small word or a bracket."""
    if i >= len(words):
        return None
    end = past_years(words, i)
    if end > i:
        years = [y for w in words[i + 1 : end - 1] if (y := _year(w))]
        return (years[0], years[-1]) if len(years) > 1 else (None, years[0])
    since, span, until = (_listed(k, language) for k in ("since", "span_from", "until"))
    if words[i].key in since | until | span:
        k = i + 1
        while k < len(words) and k - i < 3 and words[k].key in _listed("year_words", language):
            k += 1
        first = _year(words[k]) if k < len(words) else None
        if first is None:
            return None
        second = next((y for w in words[k + 1 : k + 4] if (y := _year(w))), None)
        joined = k + 1 < len(words) and (words[k + 1].key in _listed("span_to", language) or words[k + 1].text in "-–")
        if second is not None and joined and second >= first:
            return first, second
        if words[i].key in until:
            return None, first
        return (first, None) if words[i].key in since | _listed("span_from", language) else None
    return None


def _year(w: Word) -> int | None:
    digits = w.key if w.kind == "number" else ""
    return int(digits) if digits.isdigit() and len(digits) == 4 and _OLDEST < int(digits) < _LATEST else None


def _listed(concern: str, language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "roles")[concern])


__all__ = ["Tenure", "past_years", "tenure"]
