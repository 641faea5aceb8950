"""Names that lists know and the tagger missed: states, cities, bodies of a state, organisations of the world."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.names.lexicon import demonyms, gazetteer, listed, world_names
from isnad.annotate.names.spans import BODIES, Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, nation_of


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
        and (inhabitants == 1 or inhabitants > 60000)
        and len(key) >= 3
        and (n > 1 or key not in gazetteer().people)
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


def with_named_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add bodies whose every word is understood: one that opens such names, then at least one word that says which.

    «مديرية الدفاع المدني», "Chambre de commerce de Jordanie". With capitals, the first word must bear one.
    """
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    heads, out = listed(language, "body_heads"), list(raw)
    opened = {a for a, _, kind, _ in raw if kind == "ORG"}
    i = 0
    while i < len(words):
        if (
            words[i].kind == "word"
            and words[i].key in heads
            and (i not in taken or i in opened)
            and (language == "ar" or upper(words[i]))
        ):
            last = _understood(words, i, language)
            inside = set(range(i, last))
            if last - i >= 2 and _says_which(words[i:last]) and not taken.intersection(inside - _held(raw, i, last)):
                out = [r for r in out if not (i <= r[0] and r[1] <= last)]
                out.append((i, last, "ORG", 0.7))
                taken |= inside
                i = last
                continue
        i += 1
    return sorted(dict.fromkeys(out))


def _held(raw: list[Raw], first: int, last: int) -> set[int]:
    """The words of names of places and shorter bodies inside a stretch, which a longer name of a body may hold."""
    return {i for a, b, kind, _ in raw if kind in ("LOC", "ORG") and first <= a and b <= last for i in range(a, b)}


def _understood(words: list[Word], i: int, language: str) -> int:
    """The end of the run of words from here that are known words of bodies, nationalities and states, small words between."""
    last, j = i + 1, i + 1
    inner = listed(language, "inner")
    while j < len(words) and j - last < 3:
        w = words[j]
        pair = words[j : j + 2]
        if len(pair) == 2 and all(x.kind == "word" for x in pair) and _one_notion(pair):
            # «الدفاع المدني» is understood, «المدني» alone is not.
            last = j = j + 2
            continue
        known, rest = concepts(w.text) if w.kind == "word" else (frozenset[str](), ())
        place = gazetteer().places.get(w.key) or gazetteer().places.get(bare(w.key))
        state = w.key in demonyms(language) or (place is not None and place.inhabitants == 0)
        if (
            w.kind == "word"
            and (state or (known and not rest))
            and not (language != "ar" and state and not upper(w) and known)
        ):
            last = j + 1
        elif not (w.key.rstrip("'") in inner or w.kind in ("elided", "particle")) or (
            w.kind == "particle" and w.key == "و"
        ):
            break
        j += 1
    return last


def _one_notion(pair: list[Word]) -> bool:
    """True when two words are understood only together."""
    known, rest = concepts(f"{pair[0].text} {pair[1].text}")
    return bool(known) and not rest and bool(concepts(pair[1].text)[1])


_SAYS_LITTLE = frozenset({"new", "joint", "regional", "technical", "higher", "general", "local", "free", "unified"})
"""Concepts that do not tell one body from another: «قنصلية جديدة» is any."""


def _says_which(words: list[Word]) -> bool:
    """True when the words say more than what sort of body it is."""
    known, rest = concepts(" ".join(w.text for w in words if w.kind != "particle"))
    enough = len(known - _SAYS_LITTLE) >= 2 or (bool(known & {"embassy", "consulate"}) and bool(rest))
    return enough and all(nation_of(w) or w in gazetteer().places for w in rest)


SURE = 0.93
"""Score from which a name the tagger found stands, whatever word for a firm is beside it."""
FirmNames = frozenset[tuple[str, ...]]


def firms_named(rows: Sequence[Sequence[Word]], raws: Sequence[Sequence[Raw]], language: str) -> FirmNames:
    """Return the folded names that a page introduces as those of firms, clubs or papers, where nobody found a name yet.

    "le groupe espagnol Transbel", "the Northwell group", «شركة "نور السواحل"»: a word for a firm, at most one adjective, and a name with
    capitals, in Arabic between marks. What is named so once is a name everywhere on the page.
    """
    found = set()
    for words, raw in zip(rows, raws, strict=True):
        taken = {i for a, b, _, score in raw if score >= SURE for i in range(a, b)}
        for i, w in enumerate(words):
            if w.key in listed(language, "firm_words") and not (w.text[:1].isupper() and i):
                a, b = _marked(words, i) if language == "ar" else _capitals(words, i, language)
                if a < b and not taken & set(range(a, b)):
                    found.add(tuple(words[k].key for k in range(a, b)))
    return frozenset(found)


def _capitals(words: Sequence[Word], i: int, language: str) -> tuple[int, int]:
    """The name with capitals behind a word for a firm, or a single one right before it in English; empty for none."""
    plain = gazetteer().plain.get(language, frozenset())
    a = i + 1
    if a < len(words) and words[a].kind == "word" and not upper(words[a]) and len(words[a].key) > 4:
        a += 1  # "le groupe espagnol Transbel", "fabricante gallego Vientosur"
    b = a
    while b < min(len(words), a + 4) and words[b].kind == "word" and upper(words[b]):
        b += 1
    if a < b and (b - a > 1 or (len(words[a].key) > 3 and words[a].key not in plain)):
        return a, b
    before = i - 1
    lone = language == "en" and before > 0 and upper(words[before]) and not upper(words[before - 1])
    if lone and len(words[before].key) > 3 and words[before].key not in plain:
        return before, before + 1
    return 0, 0


def _marked(words: Sequence[Word], i: int) -> tuple[int, int]:
    """The words between marks behind an Arabic word for a firm, the adjective between them left out; empty for none."""
    a = i + 1
    if a < len(words) and words[a].kind == "word":
        a += 1
    if a >= len(words) or words[a].text not in _OPENING:
        return 0, 0
    end = next((k for k in range(a + 1, min(len(words), a + 6)) if words[k].text in _CLOSING), 0)
    inside = range(a + 1, end)
    return (a + 1, end) if end and inside and all(words[k].kind in ("word", "particle") for k in inside) else (0, 0)


_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')


def with_firms(words: list[Word], raw: list[Raw], firms: FirmNames) -> list[Raw]:
    """Add the names a page introduced as those of firms, wherever they stand and nothing else was found."""
    if not firms:
        return raw
    keys = [w.key for w in words]
    # What a tagger guessed of an unknown word weighs less than what the page says it is.
    out = [r for r in raw if r[3] >= SURE or tuple(keys[r[0] : r[1]]) not in firms]
    taken = {i for a, b, _, _ in out for i in range(a, b)}
    for name in sorted(firms, key=len, reverse=True):
        for a in range(len(keys) - len(name) + 1):
            place = range(a, a + len(name))
            if tuple(keys[a : a + len(name)]) == name and not taken & set(place) and _stands(words, a):
                out.append((a, a + len(name), "ORG", 0.6))
                taken |= set(place)
    return sorted(out)


def _stands(words: Sequence[Word], a: int) -> bool:
    """True when a word may begin a name: it has a capital, or its script knows none."""
    return upper(words[a]) or not words[a].text[:1].islower()
