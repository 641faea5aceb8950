"""Names that lists know and the tagger missed: states, cities, bodies of a state, organisations of the world."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import demonyms, gazetteer, listed, world_names
from isnad.annotate.names.spans import BODIES, Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts


def with_places(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add states, and large cities with a capital, that the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    known, out = gazetteer(), list(raw)
    i = 0
    while i < len(words):
        longest = min(known.first_words.get(words[i].key, 0), len(words) - i, 5)
        for n in range(longest, 0, -1):
            name = " ".join(w.key for w in words[i : i + n])
            place = known.places.get(name)
            if place is None or any(j in taken for j in range(i, i + n)) or name in listed(language, "never"):
                continue
            if not _place_meant(words, i, n, place.inhabitants, language):
                continue
            out.append((i, i + n, "LOC", 0.7))
            taken.update(range(i, i + n))
            break
        i += 1
    return sorted(out)


def _place_meant(words: list[Word], i: int, n: int, inhabitants: int, language: str) -> bool:
    """A name of the gazetteer is meant as the place: with a capital; in Arabic, a state, or after a word of place."""
    if language != "ar":
        lone = i == 0 and n == 1
        return (
            upper(words[i])
            and len(words[i].text) > 2
            and (inhabitants < 2 or inhabitants > 200000)
            and not (lone and inhabitants > 1)
        )
    before = words[i - 1].key if i else ""
    key = words[i].key
    if inhabitants == 0:
        return n > 1 or len(key) >= 4
    return (
        before in listed(language, "near")
        and (inhabitants == 1 or inhabitants > 150000)
        and len(key) >= 3
        and key not in gazetteer().people
    )


def with_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add bodies of states named by their nationality, and organisations of the world the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out, nations = list(raw), demonyms(language)
    i = 0
    while i < len(words):
        if i in taken or words[i].kind != "word":
            i += 1
            continue
        n = _world(words, i, taken)
        if n:
            out.append((i, i + n, "ORG", 0.9))
            taken.update(range(i, i + n))
            i += n
            continue
        for n in (5, 4, 3, 2):
            span = words[i : i + n]
            if len(span) < n or any(j in taken for j in range(i, i + n)) or span[-1].kind != "word":
                continue
            nation = span[-1].key in nations or (language == "en" and span[0].key in nations)
            opens = bool(concepts(span[0].text)[0]) or span[0].key in nations
            if not nation or not opens or any(w.kind == "mark" for w in span):
                continue
            rest = [w.text for w in span if w.key not in nations]
            known, unknown = concepts(" ".join(rest))
            if known & BODIES and not unknown:
                out.append((i, i + n, "ORG", 0.75))
                taken.update(range(i, i + n))
                break
        i += 1
    return sorted(out)


@cache
def _world_first() -> dict[str, int]:
    found: dict[str, int] = {}
    for name in world_names():
        found[name.split()[0]] = max(found.get(name.split()[0], 0), len(name.split()) + 2)
    return found


def _world(words: list[Word], i: int, taken: set[int]) -> int:
    """How many words from here are the name of an organisation of the world; acronyms in capitals only."""
    for n in range(min(_world_first().get(words[i].key, 0), len(words) - i), 0, -1):
        span = words[i : i + n]
        name = "".join((" " if k and span[k - 1].end < w.start else "") + w.key for k, w in enumerate(span))
        if name in world_names() and not any(j in taken for j in range(i, i + n)):
            short = n == 1 and len(name) <= 5
            if not short or span[0].text.isupper() or not span[0].text.isascii():
                return n
    return 0
