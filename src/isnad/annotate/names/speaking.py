"""Public bodies under a common noun alone, where they speak: "*the prison service* says", « selon *la gendarmerie* », «وأكدت *الولاية*».

Elsewhere such words name a building, a territory or a trade. The nouns are in ``names.toml`` under ``speaking_corps``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.names.corps import FOUND
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word, words_of
from isnad.annotate.quotations.lexicon import Entry, speech
from isnad.languages import table
from isnad.text import fold_key

_LONGEST = 4
"""Words of the longest such noun."""
_TELLS = ("say", "confirm", "deny", "doubt")


@cache
def _nouns(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The nouns by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(language, "names")["speaking_corps"]:
        noun = tuple(w.key for w in words_of(phrase, 0, len(phrase), language) if w.kind != "particle")
        found.setdefault(noun[0], []).append(noun)
    return {first: tuple(sorted(nouns, key=len, reverse=True)) for first, nouns in found.items()}


def taken_by_names(held: Sequence[tuple[list[Word], list[Raw], object]], language: str) -> frozenset[str]:
    """Return the nouns that stand in a longer name of a body on the page: there the noun alone takes that body up."""
    known = _nouns(language)
    return frozenset(
        w.key
        for words, raw, _ in held
        for a, b, kind, _ in raw
        if kind == "ORG" and b - a > 1
        for w in words[a:b]
        if w.key in known or "ال" + w.key in known
    )


def with_speaking_bodies(words: list[Word], raw: list[Raw], taken: frozenset[str], language: str) -> list[Raw]:
    """Return the names with public bodies that a word of saying has as its subject and that no name on the page calls fuller."""
    known = _nouns(language)
    found: list[Raw] = []
    for i, w in enumerate(words):
        if w.key not in known:
            continue
        noun = next((n for n in known[w.key] if tuple(x.key for x in words[i : i + len(n)]) == n), None)
        end = i + len(noun or ())
        if noun is None or any(
            r[0] < end and i < r[1] and not (r[2] == "LOC" and i < r[0] and r[1] <= end) for r in raw
        ):
            continue
        town = _of_a_place(words, end, raw) if language != "ar" else None
        if town is not None and _speaks(words, i, town[1], language):
            found.append((i, town[1], "ORG", FOUND))
        elif not {w.key, w.key.removeprefix("ال")} & taken and _speaks(words, i, end, language):
            found.append((i, end, "ORG", FOUND))
    return sorted([*raw, *found]) if found else raw


def _of_a_place(words: Sequence[Word], i: int, raw: Sequence[Raw]) -> Raw | None:
    """The place whose body the noun before a token is ("le gouvernorat *du Trarza*")."""
    if i + 1 >= len(words) or words[i].key.rstrip("'’") not in _OF:
        return None
    first = i + 1 + (words[i + 1].key.rstrip("'’") in _THE)
    return next((r for r in raw if r[0] == first and r[2] == "LOC"), None)


_OF = frozenset({"de", "du", "d", "del", "of", "des"})


def _speaks(words: Sequence[Word], a: int, b: int, language: str) -> bool:
    lexicon = speech(language)
    if lexicon is None:
        return False
    behind = words[b].key if b < len(words) else "."
    if language == "ar":
        whole = not behind.startswith("ال") or behind in lexicon.relatives
        return whole and a > 0 and _tells(words, a - 1, language)
    owned = language == "en" and a > 2 and words[a - 1].key == "s" and upper(words[a - 3])  # "*Egypt's* military"
    if not a or not (owned or words[a - 1].key.rstrip("'’") in _THE):
        return False
    if _tells(words, b, language):
        return True
    ends = b >= len(words) or words[b].kind == "mark"
    sourced = a > 1 and any(_is_source(words, a - 1 - n, n, language) for n in (1, 2, 3))
    return ends and (sourced or (a > 2 and words[a - 3].kind == "mark" and _tells(words, a - 2, language)))


_THE = frozenset({"the", "la", "le", "l", "el", "les", "los", "las"})


@cache
def _sayings(language: str) -> dict[str, tuple[Entry, ...]]:
    """The words of saying of one word, folded as names are read."""
    lexicon = speech(language)
    found: dict[str, tuple[Entry, ...]] = {}
    for w, row in lexicon.cues.items() if lexicon else ():
        told = tuple(e for e in row if len(e.words) == 1 and e.sort in _TELLS)
        found[fold_key(w)] = (*found.get(fold_key(w), ()), *told)  # « assure », « assuré »
    return found


def _tells(words: Sequence[Word], i: int, language: str) -> bool:
    """True of a finite word of saying at a token, or of an auxiliary and its participle, a small word between at most."""
    lexicon = speech(language)
    said = _sayings(language)
    if lexicon is None or i >= len(words):
        return False
    if words[i].key in lexicon.auxiliaries and language != "ar":
        near = words[i + 1 : i + 3]
        return any(e.form == "participle" for w in near for e in said.get(w.key, ()))
    forms = ("finite", "base") if language == "en" else ("finite",)
    behind = words[i + 1] if i + 1 < len(words) else None
    leads = behind is not None and (behind.kind == "mark" or behind.key.rstrip("'’") in _THAT)
    return any(e.form in forms and (leads or not e.weak) for e in said.get(words[i].key, ()))


_THAT = frozenset({"that", "que", "qu", "avoir"})


@cache
def _sources(language: str) -> frozenset[tuple[str, ...]]:
    lexicon = speech(language)
    rows = lexicon.cues.values() if lexicon else ()
    return frozenset(tuple(fold_key(w) for w in e.words) for row in rows for e in row if e.form == "preposition")


def _is_source(words: Sequence[Word], first: int, n: int, language: str) -> bool:
    return first >= 0 and tuple(w.key for w in words[first : first + n]) in _sources(language)
