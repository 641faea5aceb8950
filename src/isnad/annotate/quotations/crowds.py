"""People in number who speak unnamed: "hundreds of dockers", « une centaine de salariés », «نحو مائتي عامل»."""

from __future__ import annotations

from isnad.annotate.numerals import numerals
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, heads
from isnad.annotate.quotations.words import Words
from isnad.model import Span
from isnad.text import fold_key


def chanting(words: Words, cue: Cue, frame: Frame, lexicon: Speech) -> Found | None:
    """Return the people in number named last before a slogan («تجمع *نحو مائتي عامل* … رافعين شعار», « *quelque 300 employés* … aux cris de »)."""
    floor = words.at(frame.span.start)
    for i in range(cue.first - 1, floor - 1, -1):
        if words.keys[i] in ".;:؛":
            return None
        if words.keys[i] in lexicon.crowds and words.keys[i] not in lexicon.definite:
            i = _crowd_begins(words, i, floor, lexicon)
            found = crowd(words, Found(words.span(i, min(i + 5, cue.first - 1)), None, "phrase"), lexicon)
            last = words.keys[words.before(found.span.end) - 1] if found is not None else ""
            return found if lexicon.verb_first or last.endswith(("s", "x")) or last in lexicon.speakers else None
    return None


def _crowd_begins(words: Words, i: int, floor: int, lexicon: Speech) -> int:
    """Return where a phrase for people in number begins that holds the token (« une *centaine de* salariés », "*unos 200* vecinos")."""
    while i > floor:
        counted = words.tokens[i - 1].kind == "number" or words.keys[i - 1] in lexicon.crowds
        of = i - 2 >= floor and words.keys[i - 1] in lexicon.governors and words.keys[i - 2] in lexicon.crowds
        if not (counted or of):
            break
        i -= 2 if of else 1
    return i


def crowd(words: Words, found: Found, lexicon: Speech) -> Found | None:
    """Return people in number, who chant unnamed ("hundreds of dockers", «نحو 300 موظف»), as far as their noun."""
    i, stop = words.at(found.span.start), words.before(found.span.end)
    k = i
    while k < stop and (
        words.tokens[k].kind in ("number", "elided")
        or words.keys[k] in lexicon.crowds
        or (k > i and words.keys[k] in lexicon.governors)
    ):
        k += 1
    if k == i or k >= len(words.tokens):
        return None
    if not lexicon.verb_first and k - 1 > i and words.keys[k - 1] in lexicon.crowds and not words.keys[k].endswith("s"):
        k -= 1  # "unos 200 vecinos *se* concentraron"
    return Found(words.span(i, k if words.tokens[k].kind == "word" else k - 1), None, "phrase")


_LEAD = 4
"""Tokens before the noun: "some two hundred", « les quelque »."""


def many_at(words: Words, a: int, b: int, lexicon: Speech) -> Span | None:
    """Return the people in number that a stretch begins with, as far as their noun; counted, or under a word for people."""
    k, counted, plural = a, False, False
    numbers = numerals(lexicon.language)
    while k < b and k - a <= _LEAD:
        key = words.keys[k]
        number = words.tokens[k].kind == "number" or key in lexicon.crowds or numbers.begins(fold_key(key))
        if (
            key in lexicon.crowds - lexicon.articles
            and key.endswith("s")
            and words.keys[k + 1] not in lexicon.governors
        ):
            break  # "strikers", "los huelguistas": themselves, no number of others
        if not (number or key == "-" or key in lexicon.articles or (k > a and key in lexicon.governors)):
            break
        counted = counted or (number and key not in lexicon.definite)
        plural = plural or key.endswith("s")
        k += 1
    if k >= len(words.keys) or words.tokens[k].kind != "word":
        return None
    key = words.keys[k]
    if lexicon.verb_first:
        known = key in lexicon.crowds or any(h in lexicon.speakers | lexicon.persons for h in heads(key, lexicon))
        return words.span(a, k) if counted or (known and key.endswith(("ون", "ان", "ات"))) else None
    if not key.endswith(("s", "x")) and key not in lexicon.plural_subjects:
        return None
    known = not lexicon.crowds.union(lexicon.speakers, lexicon.persons).isdisjoint((key, key[:-1]))
    return words.span(a, k) if counted or (known and (plural or lexicon.bare_clauses)) else None
