"""Sides meant by a noun alone: "the company signed a contract", "leur syndicat", «نقابتهم», where the page has named them.

A firm so called is the one that the page speaks of most, a union the one named last. Where nothing was named, nobody is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from isnad.annotate.agreements.phrases import Line
from isnad.languages.meanings import concepts
from isnad.model import Mention
from isnad.text import fold_key, tokens

NEAR = 3
"""Words between a preposition or a verb and the noun that stands for a side."""

_NO_FIRMS = frozenset({
    "ministry", "government", "parliament", "senate", "army", "navy", "police", "gendarmerie", "court", "highcourt", "prosecution", "party", "union",
    "federation", "committee", "council", "association", "university", "school", "municipality", "embassy", "administrativecourt",
    "front", "movement", "world", "unitednations", "crescent",
})  # fmt: skip
"""What no firm is, of which "the company" is never said."""


def meant_by_nouns(line: Line, low: int, high: int, besides: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yield, for each noun between two words that stands for a body, the word and the mention of the page's that it means.

    ``besides`` are the folded names of the other sides: "the fund's director and that of the company" are two bodies.
    """
    words = line.words
    heads = _heads(line)
    for i in range(max(0, low), min(high, len(line))):
        stem = next((s for s in words.stems(line.keys[i]) if s.key in words.one_firm or s.key in words.one_union), None)
        if stem is None and (body := _by_its_head(line, i, heads)) is not None:
            if fold_key(line.reading.mentions[body].text) not in besides:
                yield i, body
            continue
        if stem is None or line.found[i].kind != "word" or _named_here(line, i):
            continue
        own = words.arabic and line.keys[i] in words.one_union  # «نقابتهم»
        if not (stem.definite or own or (i > 0 and line.keys[i - 1] in words.definite | words.owners)):
            continue
        meant = _union(line) if stem.key in words.one_union else main_firm(line, besides)
        if meant is not None:
            yield i, meant


def _heads(line: Line) -> dict[str, int | None]:
    """The bodies the page has named before by the noun that heads their names; ``None`` where it heads two."""
    found: dict[str, int | None] = {}
    named: dict[str, str] = {}
    for i, m in enumerate(line.reading.mentions):
        if m.kind != "organization" or m.form != "name" or m.start >= line.sentence.start or " " not in m.text:
            continue
        keys = [t.key for t in tokens(m.text)]
        head = keys[-1] if line.words.language == "en" and keys[0] not in line.words.articles else keys[0]
        head = head.removeprefix("ال")
        if named.setdefault(head, fold_key(m.text)) != fold_key(m.text):
            found[head] = None
        else:
            found.setdefault(head, i)
    return found


def _by_its_head(line: Line, i: int, heads: dict[str, int | None]) -> int | None:
    """The only body that "the orchestra", "l'institut lyonnais", «الوزارة» can mean: whose name that noun heads."""
    words, at = line.words, line.found[i]
    if at.kind != "word" or _named_here(line, i) or (not words.arabic and not at.text.islower()):
        return None
    if words.arabic:
        return next(
            (heads[s.key] for s in words.stems(line.keys[i]) if s.definite and heads.get(s.key) is not None), None
        )
    return heads.get(line.keys[i]) if i and line.keys[i - 1] in words.definite - words.owners else None


def main_firm(line: Line, besides: frozenset[str] = frozenset()) -> int | None:
    """Return the body that is no office of a state and that the page names most, before the sentence or in its title."""
    before = [(i, m) for i, m in enumerate(line.reading.mentions) if m.start < line.sentence.start and _firm(line, m)]
    counts = Counter(fold_key(m.text) for m in line.reading.mentions if _firm(line, m))
    named = {fold_key(m.text): i for i, m in reversed(before) if fold_key(m.text) not in besides}
    often = sorted(named, key=lambda k: (-counts[k], named[k]))
    return named[often[0]] if often else None


def _firm(line: Line, m: Mention) -> bool:
    words = line.words
    if m.kind != "organization" or m.form == "role" or m.country or m.key or m.role is not None:
        return False
    if any(c.start <= m.start < c.end for c in line.reading.credits):
        return False
    if concepts(m.text)[0] & _NO_FIRMS:
        return False
    return not any(s.key in words.one_union for t in tokens(m.text) for s in words.stems(t.key))


def _union(line: Line) -> int | None:
    words = line.words
    found = [
        i for i, m in enumerate(line.reading.mentions)
        if m.kind == "organization"
        and any(s.key in words.one_union for t in tokens(m.text)[:4] for s in words.stems(t.key))
    ]  # fmt: skip
    before = [i for i in found if line.reading.mentions[i].start < line.sentence.start]
    names = {fold_key(line.reading.mentions[i].text) for i in found}
    return before[-1] if before else found[0] if len(names) == 1 else None


def _named_here(line: Line, i: int) -> bool:
    """True where the noun belongs to a name: "the company Balisor", «شركة صدف للمعادن»."""
    at = line.found[i]
    after = line.found[i + 1] if i + 1 < len(line) else at
    return any(
        m.kind == "organization" and (m.start <= at.start < m.end or m.start <= after.start < m.end)
        for m in line.reading.mentions
    ) or (not line.words.arabic and after is not at and after.text[:1].isupper())
