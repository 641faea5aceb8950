"""What a query's words may look like in a page: as they are, folded, as another form of a name, as a word of one meaning.

Each way a unit may be met is an :class:`Alternative` that says why, so that a hit can say why it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, product
from typing import Literal

from msgspec import Struct

from isnad.languages import table
from isnad.link.concepts import lexicon, stem
from isnad.link.spelling import sound_key
from isnad.model import LANGUAGES, Entity
from isnad.search.query import Unit
from isnad.search.tokens import LATIN, bare_forms, stem_of, stems_asked, words
from isnad.store.fulltext import TONGUES, quoted
from isnad.text import fold_key, script_of

Mode = Literal["exact", "folded", "across"]
MODES: tuple[Mode, ...] = ("exact", "folded", "across")
Because = Literal["word", "name", "sound", "meaning"]

_TRUSTED = 0.08
"""Product of the two trusts a word of another language needs to stand for a query's word."""
_MEANINGS = 5
"""Words of one language that may stand for a query's word."""
_PHRASES = 24
"""Ways to spell one phrase that are tried."""
SLACK = 2
"""Words that may stand among those that answer a phrase of another language: articles, prepositions, an adjective."""
_WORDS_OF_A_PHRASE = 3
_PHRASES_OF_A_LANGUAGE = 27
_FORMS = 60
"""Printed forms of one name that are tried."""


class Alternative(Struct, frozen=True):
    """Tokens that answer a unit, and why; ``entity`` is whose name they are, ``language`` the only one they answer in.

    ``near`` tokens answer in any order with at most :data:`SLACK` words among them: other languages order a phrase otherwise.
    """

    tokens: tuple[str, ...]
    because: Because = "word"
    entity: str | None = None
    language: str | None = None
    near: bool = False

    @property
    def match(self) -> str:
        """The tokens as an FTS5 expression."""
        if self.near:
            return f"NEAR({' '.join(quoted((t,)) for t in self.tokens)}, {SLACK})"
        return quoted(self.tokens)


class Group(Struct, frozen=True):
    """A part of the query that must be met, by any of its alternatives; ``as_written`` is true of a phrase that no other words answer."""

    text: str
    alternatives: tuple[Alternative, ...]
    unwanted: bool = False
    prefix: bool = False
    as_written: bool = False

    def match(self, mode: Mode) -> str:
        """Return the group as an FTS5 expression over the columns of a mode."""
        whole = "exact" if mode == "exact" else "title " + " ".join(TONGUES)
        columns: dict[str, list[str]] = {}
        for a in self.alternatives:
            columns.setdefault(a.language or whole, []).append(a.match + ("*" if self.prefix else ""))
        return " OR ".join(f"({{{column}}} : ({' OR '.join(ways)}))" for column, ways in columns.items())


class Names:
    """The printed forms of a dossier's names, looked up by what somebody types."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities: dict[str, Entity] = {}
        self._forms: dict[tuple[str, ...], set[str]] = {}
        self._sounds: dict[str, set[str]] = {}
        for e in entities:
            self.entities[e.id] = e
            for form in dict.fromkeys((*e.aliases, *e.name.values())):
                key = name_key(form)
                if key:
                    self._forms.setdefault(key, set()).add(e.id)
                    if e.kind != "organization" and len(bones := sound_key(key[-1])) >= 3:
                        self._sounds.setdefault(bones, set()).add(e.id)
        self.longest = max(map(len, self._forms), default=0)

    def named(self, printed: Sequence[str]) -> frozenset[str]:
        """Return the entities printed so."""
        return frozenset(self._forms.get(name_key(" ".join(printed)), ()))

    def sounding(self, printed: str) -> frozenset[str]:
        """Return the entities whose last name sounds so, in either script."""
        plain = fold_key(printed)
        return frozenset(self._sounds.get(sound_key(plain), ())) if len(plain) >= 4 else frozenset()

    def forms(self, entity: str) -> tuple[str, ...]:
        """Return the printed forms of an entity, those of one script first met first."""
        e = self.entities[entity]
        return tuple(dict.fromkeys((*e.aliases, *e.name.values())))[:_FORMS]


def name_key(form: str) -> tuple[str, ...]:
    """Return a printed name as folded words; Arabic ones without attached particle and article."""
    found = []
    for w in words(form, "und"):
        plain = fold_key(form[w.start : w.end])
        found.append(bare_forms(plain)[-1] if script_of(plain) == "Arabic" else plain)
    return tuple(found)


def expand(units: Sequence[Unit], mode: Mode, names: Names, language: str | None = None) -> tuple[Group, ...]:
    """Return the groups a query asks for in a mode; ``language`` is what it is probably written in."""
    if mode == "exact":
        return tuple(Group(u.text, (Alternative(_exact(u)),), u.unwanted, u.prefix) for u in units)
    units = _telling(units)
    if mode == "folded":
        return tuple(Group(u.text, _once(map(Alternative, _stems(u))), u.unwanted, u.prefix) for u in units)
    groups: list[Group] = []
    at = 0
    while at < len(units):
        taken, group = _named(units[at:], names)
        groups.append(group or _across(units[at], names, language))
        at += taken
    return tuple(groups)


def _exact(u: Unit) -> tuple[str, ...]:
    return tuple(w.exact for w in words(u.text, "und"))


def _telling(units: Sequence[Unit]) -> list[Unit]:
    """The units without words that only hold others together, unless there is nothing else: "l'", "de", في."""
    found = []
    for u in units:
        kept = u.words if u.phrase or u.prefix else tuple(w for w in u.words if fold_key(w) not in _grammar())
        if kept:
            found.append(u if kept == u.words else Unit(kept, u.unwanted))
    return found if any(not u.unwanted for u in found) else list(units)


@cache
def _grammar() -> frozenset[str]:
    """Words of one or two letters that elide, and the prepositions and conjunctions of all languages."""
    found = {
        "l",
        "d",
        "j",
        "n",
        "s",
        "c",
        "m",
        "t",
        "qu",
        "le",
        "la",
        "les",
        "un",
        "une",
        "el",
        "los",
        "las",
        "una",
        "the",
        "a",
        "an",
    }
    for language in LANGUAGES:
        grammar = table(language, "grammar")
        rows = [*grammar.get("prepositions", {}).values(), grammar["words"].get("coordinate", [])]
        found |= {fold_key(w) for row in rows for w in row if len(fold_key(w)) <= 4 and " " not in w}
    return frozenset(found)


def _stems(u: Unit) -> list[tuple[str, ...]]:
    """Every way the unit may be stemmed: all its words as words of one language, in Arabic with or without particles."""
    if u.prefix:  # a stem cannot be begun: what is typed is the beginning of the folded word
        return [tuple(fold_key(w) for w in u.words)]
    ways: dict[tuple[str, ...], None] = {}
    arabic = [stems_asked(w) if script_of(w) == "Arabic" else None for w in u.words]
    for language in ("und", *LATIN):
        parts = [a or (stem_of(w, language),) for a, w in zip(arabic, u.words, strict=True)]
        for way in product(*parts):
            ways[way] = None
            if len(ways) >= _PHRASES:
                return list(ways)
    return list(ways)


def _named(units: Sequence[Unit], names: Names) -> tuple[int, Group | None]:
    """The longest run of units that is a printed name, and the forms of all it names."""
    for n in range(min(len(units), names.longest), 0, -1):
        run = units[:n]
        if any(u.unwanted or u.prefix for u in run):
            continue
        printed = [w for u in run for w in u.words]
        found = names.named(printed)
        if found:
            text = " ".join(printed)
            own = [Alternative(t) for t in _stems(Unit(tuple(printed)))]
            return n, Group(text, _once([*own, *_forms(found, names, "name")]))
    return 1, None


def _forms(entities: Iterable[str], names: Names, because: Because) -> list[Alternative]:
    found = []
    for entity in sorted(entities):
        for form in names.forms(entity):
            found += [
                Alternative(t, because, entity)
                for t in _stems(Unit(tuple(form[w.start : w.end] for w in words(form, "und"))))
            ]
    return found


def _across(u: Unit, names: Names, language: str | None) -> Group:
    found = [Alternative(t) for t in _stems(u)]
    phrase = u.phrase and len(u.words) > 1
    if phrase and not u.prefix:
        meant = _phrases(u)
        found, phrase = found + meant, not meant
    elif not u.prefix and len(u.words) == 1:
        meanings = _meanings(fold_key(u.words[0]), language)
        found += [Alternative((s,), "meaning", language=k) for k, s in meanings]
        if not meanings:
            found += _forms(names.sounding(u.words[0]), names, "sound")
    return Group(u.text, _once(found), u.unwanted, u.prefix, phrase)


def _phrases(u: Unit) -> list[Alternative]:
    """What a phrase may be in languages other than its own: words that share a concept with each of its own, near each other.

    In its own language a phrase stays as it is written, else it would be no phrase. Words that only hold others together are
    passed over; a phrase with a word no concept is known for, or of more than three words, stays as it is everywhere.
    """
    telling = [fold_key(w) for w in u.words if fold_key(w) not in _grammar()]
    if not 1 < len(telling) <= _WORDS_OF_A_PHRASE:
        return []
    meant: list[dict[str, list[str]]] = []
    for plain in telling:
        by: dict[str, list[str]] = {}
        for code, token in _meanings(plain, None):
            by.setdefault(code, []).append(token)
        meant.append(by)
    found = []
    for code in LANGUAGES:
        if _speaks(telling, code):
            continue
        ways = product(*(by.get(code, ()) for by in meant))
        found += [
            Alternative(way, "meaning", language=code, near=True)
            for way in islice((w for w in ways if len(set(w)) == len(w)), _PHRASES_OF_A_LANGUAGE)
        ]
    return found


def _speaks(telling: Sequence[str], language: str) -> bool:
    """True when all words are of a language's script and known to it: the phrase is probably written in it."""
    if any((script_of(w) == "Arabic") != (language == "ar") for w in telling):
        return False
    return all(stem(w, language) in lexicon(language) for w in telling)


def _once(found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    first: dict[tuple[tuple[str, ...], str | None], Alternative] = {}
    for a in found:
        if a.tokens and (a.tokens, None) not in first:
            first.setdefault((a.tokens, a.language), a)
    return tuple(first.values())


def _meanings(plain: str, language: str | None) -> list[tuple[str, str]]:
    """The stems, with their languages, that share a concept with a folded word, the surest first in each language."""
    spoken = ("ar",) if script_of(plain) == "Arabic" else LATIN
    known = [k for k in spoken if stem(plain, k) in lexicon(k)]
    if language in known:
        known = [str(language)]
    weights: dict[str, dict[str, float]] = {k: {} for k in LANGUAGES}
    for k in known:
        for concept, trust in lexicon(k)[stem(plain, k)]:
            for other, rows in _bearers().get(concept, {}).items():
                for word, theirs in rows:
                    weights[other][word] = max(weights[other].get(word, 0.0), trust * theirs)
    found = []
    for other, theirs_of in weights.items():
        best = sorted(((w, s) for s, w in theirs_of.items() if w >= _TRUSTED and not s.isdigit()), reverse=True)
        found += [(other, s) for _, s in best[:_MEANINGS]]
    return found


@cache
def _bearers() -> Mapping[int, Mapping[str, Sequence[tuple[str, float]]]]:
    """Concept → language → stems with their trust: the lexicon the other way round."""
    found: dict[int, dict[str, list[tuple[str, float]]]] = {}
    for language in LANGUAGES:
        for word, concepts in lexicon(language).items():
            for concept, trust in concepts:
                found.setdefault(concept, {}).setdefault(language, []).append((word, trust))
    return found
