"""Sides named by plain nouns: "the metalworkers' union", "la commune marocaine de Tamezrit", «مدينة سارلينيان».

A tagger of names reads capitals and known names; a union of workers has neither, and a small town is in no gazetteer. Where sides of an
agreement stand, the noun that heads such a name says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.agreements.phrases import Line
from isnad.languages.meanings import nation_of
from isnad.model import Mention
from isnad.text import fold_key

COMPLEMENTS = 5
"""Words behind the head of a union's name at the most: "syndicat des métaux de l'Estuaire"."""
BEFORE = 4
"""Words before the English head: "the Estuary metalworkers' union"."""
_ADJECTIVES = (
    "ente",
    "ante",
    "ista",
    "ivo",
    "ador",
    "ico",
    "ica",
    "ero",
    "era",
    "al",
    "ario",
    "ique",
    "ier",
    "ien",
    "aire",
    "ière",
    "ienne",
    "ive",
    "euse",
)
"""Endings of an adjective that says whose union it is ("sindicato metalúrgico")."""


_ENDINGS = tuple(fold_key(e) for e in _ADJECTIVES)


def plain_sides(line: Line, low: int, high: int) -> Iterator[Mention]:
    """Yield unions and towns named between two words of a slot where sides stand; they may hold a name found already."""
    words = line.words
    for i in range(low, min(high, len(line))):
        if not words.arabic and line.keys[i] in words.unions:
            span = _before(line, i, low) if words.language == "en" else _behind(line, i, high)
            if span is not None:
                yield _made(line, "organization", *span)
        if any(s.key in words.municipal for s in words.stems(line.keys[i])):
            town = _arabic_town(line, i + 1, high) if words.arabic else _town(line, i + 1, high)
            if town is not None:
                yield _made(line, "place", *town)


def _made(line: Line, kind: str, first: int, end: int) -> Mention:
    span = line.span(first, end)
    text = line.reading.article.text[span.start : span.end]
    return Mention(kind, span.start, span.end, text, score=0.5)  # type: ignore[arg-type]  # one of the two kinds above


def _before(line: Line, head: int, low: int) -> tuple[int, int] | None:
    """The words between an article and "union"."""
    for i in range(head - 1, max(low, head - BEFORE - 3) - 1, -1):
        if line.keys[i] in line.words.definite | line.words.indefinite:
            return (i + 1, head + 1) if head - i > 1 else None
        if line.found[i].kind != "word" and line.found[i].text not in ("'", "’", "-"):
            return None
    return None


def _behind(line: Line, head: int, high: int) -> tuple[int, int] | None:
    """The complements of "syndicat", "sindicato": an adjective, "of" and a noun, once or twice ("coopérative laitière de Kirtachi")."""
    words = line.words
    after = line.keys[head + 1] if head + 1 < min(high, len(line)) else ""
    told = after.rstrip("s").endswith(_ENDINGS) and len(after) > 5
    bare = end = j = head + 1 + told
    while j + 1 < min(high, len(line), head + 1 + 2 * COMPLEMENTS) and line.keys[j] in words.of:
        k = j + 1
        while k < min(high, len(line)) and line.keys[k] in words.definite:
            k += 1
        if k >= min(high, len(line)) or line.found[k].kind != "word":
            break
        end = j = k + 1
    return (head, end) if told or end > bare else None


def _town(line: Line, start: int, high: int) -> tuple[int, int] | None:
    """The capitalised name behind "la commune marocaine de", "the town of"."""
    words = line.words
    led = False
    for j in range(start, min(high, len(line), start + 4)):
        text = line.found[j].text
        if text[:1].isupper() and line.found[j].kind == "word" and led:
            end = j + 1
            while end < min(high, len(line)) and line.found[end].text[:1].isupper():
                end += 1
            return j, end
        led |= line.keys[j] in words.of
        if line.keys[j] not in words.of | words.definite and not (text.islower() and nation_of(line.keys[j])):
            return None
    return None


def _arabic_town(line: Line, start: int, high: int) -> tuple[int, int] | None:
    """The word behind «مدينة», with a second one that it governs («وادي الزهر»)."""
    if start >= min(high, len(line)) or line.found[start].kind != "word" or nation_of(line.keys[start]):
        return None
    if any(s.definite or s.preposition for s in line.words.stems(line.keys[start])):
        return None
    end = start + 1
    if end < min(high, len(line)) and line.keys[end].startswith("ال") and nation_of(line.keys[end]) is None:
        end += 1
    return start, end
