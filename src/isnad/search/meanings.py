"""What a query's words mean: single words by shared concepts, fixed terms and names of bodies by lists, in four languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import concepts, role_concepts
from isnad.models import weights
from isnad.models.stems import lexicon
from isnad.search.spoken import grammar
from isnad.search.tokens import folded, meant_stem, meant_tokens, printed_words, sense_of, stem_of
from isnad.text import script_of

_TRUSTED = 0.08
"""Product of the two trusts a word of another language needs to stand for a query's word."""
_MEANINGS = 5
"""Words of one language that may stand for a query's word."""
LONGEST = 6
"""Words of the longest term."""

Tokens = tuple[str, ...]


@lru_cache(maxsize=4096)
def of_word(plain: str, languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return language and stem of what shares a concept with a folded word of some languages, the surest first in each language."""
    trusted: dict[str, dict[str, float]] = {k: {} for k in LANGUAGES}
    for k in languages:
        for concept, trust in lexicon(k).get(meant_stem(plain, k), ()):
            for other, rows in _bearers().get(concept, {}).items():
                for word, theirs in rows:
                    trusted[other][word] = max(trusted[other].get(word, 0.0), trust * theirs)
    found: list[tuple[str, str]] = []
    for other, theirs_of in trusted.items():
        best = sorted(((w, s) for s, w in theirs_of.items() if w >= _TRUSTED and not s.isdigit()), reverse=True)
        found += [(other, token) for _, s in best[:_MEANINGS] for token in meant_tokens(s, other)]
    return tuple(found)


def agree(plain: str, one: str, other: str) -> bool:
    """True when a folded word may mean the same in two languages: "port" in French and English, not "pain"."""
    a = {c for c, _ in lexicon(one).get(meant_stem(plain, one), ())}
    b = {c for c, _ in lexicon(other).get(meant_stem(plain, other), ())}
    return bool(a & b)


@cache
def _bearers() -> Mapping[int, Mapping[str, Sequence[tuple[str, float]]]]:
    """Concept → language → stems with their trust: the lexicon the other way round."""
    found: dict[int, dict[str, list[tuple[str, float]]]] = {}
    for language in LANGUAGES:
        for word, senses in lexicon(language).items():
            for concept, trust in senses:
                found.setdefault(concept, {}).setdefault(language, []).append((word, trust))
    return found


def telling(printed: Sequence[str], language: str) -> Tokens:
    """Return the stems of words in a language, without those that only hold others together unless there is nothing else."""
    plain = [folded(w) for w in printed]
    kept = [w for w in plain if w not in grammar(language)] or plain
    return tuple(stem_of(w, language) for w in kept)


@cache
def _terms() -> tuple[Mapping[str, Mapping[Tokens, tuple[str, ...]]], Mapping[str, Mapping[str, tuple[Tokens, ...]]]]:
    """Language → stems of a term → its matters, and matter → language → the stems of what is printed for it."""
    asked: dict[str, dict[Tokens, tuple[str, ...]]] = {k: {} for k in LANGUAGES}
    printed: dict[str, dict[str, tuple[Tokens, ...]]] = {}
    for matter, by in _matters():
        printed[matter] = {k: tuple(dict.fromkeys(telling(printed_words(p), k) for p in ps)) for k, ps in by.items()}
        for k, ways in printed[matter].items():
            for way in ways:
                asked[k][way] = (*asked[k].get(way, ()), matter)
    return asked, printed


def _matters() -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Every matter with what each language prints for it: terms, states, and bodies and offices that take several words to name."""
    yield from table("shared", "terms")["terms"].items()
    states = json.loads(weights("states.json").read_text(encoding="utf-8"))
    for code in states["en"]:
        yield f"state {code}", {k: [states[k][code]] for k in LANGUAGES if code in states.get(k, {})}
    for concern in ("organizations", "offices"):
        known = {k: table(k, concern)["concepts"] for k in LANGUAGES}
        for concept in known["en"]:
            several = {
                k: [p for p in known[k].get(concept, ()) if len(telling(printed_words(p), k)) > 1] for k in LANGUAGES
            }
            if sum(map(bool, several.values())) > 1:
                yield f"{concern} {concept}", several


def of_term(printed: Sequence[str], languages: Iterable[str]) -> tuple[tuple[str, Tokens], ...]:
    """Return language and stems of everything that is printed for a term of some languages; nothing for words that are none."""
    asked, known = _terms()
    matters = dict.fromkeys(m for k in languages for m in asked[k].get(telling(printed, k), ()))
    return tuple(dict.fromkeys((k, way) for m in matters for k, ways in known[m].items() for way in ways))


@lru_cache(maxsize=4096)
def of_body(text: str) -> tuple[frozenset[str], ...]:
    """Return what the words of a body or an office mean, when all of them are known and there are several; else nothing."""
    found, rest = concepts(text)
    bodies = (found,) if len(found) > 1 and not rest and found & _HEADS else ()
    office = role_concepts(text)
    fields = [c for c in office if c.startswith("of:")]
    return (*bodies, *((office,) if fields and len(office) > 1 else ()))


_HEADS = frozenset({"ministry", "court", "union", "federation", "association", "committee", "council", "agency", "authority", "bank",
                    "fund", "directorate", "institute", "office", "army", "prosecution", "party", "club", "chamber", "university"})  # fmt: skip
"""What a body is: without one of them, several known words are only words."""


def ways_of_body(meant: frozenset[str]) -> Iterator[tuple[str, tuple[tuple[Tokens, ...], ...]]]:
    """Yield each language with, for every concept of a body or office, the stems of what is printed for it there."""
    for language in LANGUAGES:
        parts = tuple(_printed(c, language) for c in sorted(meant))
        if all(parts):
            yield language, parts


@lru_cache(maxsize=4096)
def _printed(concept: str, language: str) -> tuple[Tokens, ...]:
    concern, key = ("organizations", concept.removeprefix("of:")) if concept.startswith("of:") else ("offices", concept)
    for sort in (concern, "organizations"):
        phrases = table(language, sort)["concepts"].get(key)
        if phrases:
            return tuple(dict.fromkeys(telling(printed_words(p), language) for p in phrases))
    return ()


def senses(stems: Tokens) -> Tokens:
    """Return the stems under which the concepts know the Arabic words of a term; nothing when one of them is unknown."""
    found = tuple(map(sense_of, stems))
    return found if all(found) else ()


def arabic(printed: str) -> bool:
    """True of a word in Arabic letters."""
    return script_of(printed) == "Arabic"
