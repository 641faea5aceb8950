"""What a query's words may look like in a page: as they are, folded, as another form of a name, as words of one meaning.

Each way a part of the query may be met is an :class:`Alternative` that says why, so that a hit can say why it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from isnad.languages import LANGUAGES
from isnad.search import meanings, spoken
from isnad.search.arabic import stems_asked
from isnad.search.named import Names
from isnad.search.query import Unit
from isnad.search.tokens import LATIN, TAGS, exact_of, folded, stem_of, tagged
from isnad.store.fulltext import Column, quoted

Mode = Literal["exact", "folded", "across"]
MODES: tuple[Mode, ...] = ("exact", "folded", "across")
Because = Literal["word", "name", "sound", "meaning"]

_PHRASES = 24
"""Ways to spell one phrase that are tried in one language."""
_SLACK = {"ar": 1}
_SLACK_ELSEWHERE = 2
"""Words that may stand among those that answer a phrase of another language: "de l'", "of the"; Arabic writes them onto the next."""
_WORDS_OF_A_PHRASE = 3
_PHRASES_OF_A_LANGUAGE = 27
_BODIES_OF_A_LANGUAGE = 60


class Alternative(Struct, frozen=True):
    """Tokens of one column that answer a part of a query, and why; ``entity`` is whose name they are.

    ``near`` tokens answer in any order with at most so many words among them: other languages order a phrase otherwise.
    """

    tokens: tuple[str, ...]
    column: Column = "stems"
    because: Because = "word"
    entity: str | None = None
    near: int | None = None

    @property
    def match(self) -> str:
        """The tokens as an FTS5 expression."""
        if self.near is not None and len(self.tokens) > 1:
            return f"NEAR({' '.join(quoted((t,)) for t in self.tokens)}, {self.near})"
        return quoted(self.tokens)


class Group(Struct, frozen=True):
    """A part of the query that must be met, by any of its alternatives; ``as_written`` is true of a phrase that no other words answer."""

    text: str
    alternatives: tuple[Alternative, ...]
    unwanted: bool = False
    prefix: bool = False
    as_written: bool = False

    def match(self) -> str:
        """Return the group as an FTS5 expression."""
        columns: dict[str, list[str]] = {}
        for a in self.alternatives:
            columns.setdefault(a.column, []).append(a.match + ("*" if self.prefix else ""))
        whole = {"stems": "title stems"}
        return " OR ".join(f"({{{whole.get(c, c)}}} : ({' OR '.join(ways)}))" for c, ways in columns.items())


def expand(units: Sequence[Unit], mode: Mode, names: Names, hint: str | None = None) -> tuple[Group, ...]:
    """Return the groups a query asks for in a mode; ``hint`` is what it is probably written in when its words do not tell."""
    if mode == "exact":
        return tuple(Group(u.text, (Alternative(_exact(u), "exact"),), u.unwanted, u.prefix) for u in units)
    languages = spoken.spoken([w for u in units for w in u.words], hint)
    units = _telling(units, languages)
    if mode == "folded":
        return tuple(_group(u, _folded(u, languages)) for u in units)
    groups: list[Group] = []
    at = 0
    while at < len(units):
        taken, group = _together(units[at:], names, languages)
        groups.append(group or _across(units[at], names, languages))
        at += taken
    return tuple(groups)


def _exact(u: Unit) -> tuple[str, ...]:
    return tuple(exact_of(w) for w in u.words)


def _group(u: Unit, alternatives: Iterable[Alternative], as_written: bool = False) -> Group:
    return Group(u.text, _once(alternatives), u.unwanted, u.prefix, as_written)


def _telling(units: Sequence[Unit], languages: Sequence[str]) -> list[Unit]:
    """The units without words that only hold others together, unless there is nothing else: "l'", "de", في."""
    found: list[Unit] = []
    before = ""
    for u in units:
        kept = u.words if u.phrase or u.prefix else tuple(w for w in u.words if not spoken.binding(w, languages))
        typed = f"{before} {u.text}".strip() if found else u.text
        if kept:
            found.append(replace(u, words=kept, typed=typed))
        before = "" if kept or u.unwanted else typed
    return found if any(not u.unwanted for u in found) else list(units)


def _folded(u: Unit, languages: Sequence[str]) -> list[Alternative]:
    """Every way the unit may be spelled: as words of its own languages cut to stems, as the same letters in the others."""
    if u.prefix:  # a stem cannot be begun: what is typed is the beginning of the folded word
        return [Alternative(tuple(folded(w) for w in u.words), "plain")]
    own = {k for w in u.words if not meanings.arabic(w) for k in spoken.of_word(w, languages)} or set(LATIN)
    found = []
    for tag in TAGS:
        if tag in own:
            found += _spelled(u.words, tag)
        elif not _otherwise(u.words, own, tag):
            found += _same_letters(u.words, tag)
    return found


def _spelled(printed: Sequence[str], tag: str) -> list[Alternative]:
    """The stems words have in texts of a language; Arabic ones with and without what could be a particle."""
    parts = [
        tuple(tagged(s, "ar") for s in stems_asked(folded(w)))
        if meanings.arabic(w)
        else (tagged(stem_of(folded(w), tag), tag),)
        for w in printed
    ]
    return [Alternative(way) for way in islice(product(*parts), _PHRASES)]


def _same_letters(printed: Sequence[str], tag: str) -> list[Alternative]:
    if all(meanings.arabic(w) for w in printed):
        return _spelled(printed, tag)
    tokens = tuple(tagged(folded(w), "ar" if meanings.arabic(w) else tag) for w in printed)
    return [Alternative(tokens, "plain")]


def _otherwise(printed: Sequence[str], own: Iterable[str], tag: str) -> bool:
    """True when a lone word is another word in a language: French "or" is no English one."""
    if len(printed) != 1 or tag not in LANGUAGES or not spoken.known(plain := folded(printed[0]), tag):
        return False
    return plain in spoken.grammar(tag) or not any(meanings.agree(plain, k, tag) for k in own)


def _together(units: Sequence[Unit], names: Names, languages: Sequence[str]) -> tuple[int, Group | None]:
    """The longest run of units that is a printed name, a body or a term, and everything that is printed for it."""
    longest = max(names.longest, meanings.LONGEST)
    for n in range(min(len(units), longest), 0, -1):
        run = units[:n]
        if any(u.unwanted or u.prefix for u in run) or (n > 1 and any(u.phrase for u in run)):
            continue
        printed = [w for u in run for w in u.words]
        meant = _meant(printed, languages)
        found = names.named(printed) | names.meaning(printed)
        alike = names.sounding(printed) - found if found or n > 1 else frozenset[str]()
        if found or meant or alike:
            ways = [*_folded(Unit(tuple(printed), phrase=True), languages), *_forms(found, names, "name"), *meant]
            return n, Group(" ".join(u.text for u in run), _once([*ways, *_forms(alike, names, "sound")]))
    return 1, None


def _meant(printed: Sequence[str], languages: Sequence[str]) -> list[Alternative]:
    """What is printed in any language for a term, a body or an office that the words name."""
    own = {k for w in printed for k in spoken.of_word(w, languages)}
    found = [
        Alternative(tuple(tagged(t, k) for t in way), "stems", "meaning", near=_slack(k))
        for k, way in meanings.of_term(printed, sorted(own))
    ]
    if len(printed) > 1:
        for meant in meanings.of_body(" ".join(printed)):
            for k, parts in meanings.ways_of_body(meant):
                ways = islice(product(*parts), _BODIES_OF_A_LANGUAGE)
                tokens = (tuple(dict.fromkeys(tagged(t, k) for part in way for t in part)) for way in ways)
                found += [Alternative(t, "stems", "meaning", near=_slack(k)) for t in tokens if len(t) > 1]
    return found


def _forms(entities: Iterable[str], names: Names, because: Because) -> list[Alternative]:
    """The printed forms of names: the same letters in any language, Arabic ones without what is written onto them."""
    whose: dict[tuple[str, ...], str] = {}
    for entity in sorted(entities):
        for printed in names.forms(entity):
            whose.setdefault(printed, entity)
    found = []
    for printed, entity in whose.items():
        tags = ("und",) if all(meanings.arabic(w) for w in printed) else TAGS
        for tag in tags:
            found += [Alternative(a.tokens, a.column, because, entity) for a in _same_letters(printed, tag)]
    return found


def _across(u: Unit, names: Names, languages: Sequence[str]) -> Group:
    found = _folded(u, languages)
    if u.prefix:
        return _group(u, found)
    if u.phrase and len(u.words) > 1:
        meant = _phrases(u, languages)
        return _group(u, found + meant, as_written=not meant)
    if len(u.words) == 1:
        meant = _by_concept(u.words[0], languages)
        found += meant or _forms(names.sounding(u.words), names, "sound")
    return _group(u, found)


def _by_concept(printed: str, languages: Sequence[str]) -> list[Alternative]:
    """The words of other languages that share a concept with a word; in its own, what is nearly the same is another word."""
    pairs = (
        (k, s)
        for own in spoken.of_word(printed, languages)
        for k, s in meanings.of_word(folded(printed), (own,))
        if k != own
    )
    return [_sense(k, s) for k, s in dict.fromkeys(pairs)]


def _sense(language: str, *stems: str) -> Alternative:
    column: Column = "sense" if language == "ar" else "stems"
    return Alternative(tuple(tagged(s, language) for s in stems), column, "meaning", near=_slack(language))


def _slack(language: str) -> int:
    return _SLACK.get(language, _SLACK_ELSEWHERE)


def _phrases(u: Unit, languages: Sequence[str]) -> list[Alternative]:
    """What a phrase may be in languages other than its own: words that share a concept with each of its own, near each other.

    In its own language a phrase stays as it is written, else it would be no phrase. Words that only hold others together are
    passed over; a phrase with a word no concept is known for, or of more than three words, stays as it is everywhere.
    """
    kept = [w for w in u.words if not spoken.binding(w, languages)]
    if not 1 < len(kept) <= _WORDS_OF_A_PHRASE:
        return []
    own = {k for k in languages if all(k in spoken.of_word(w, languages) for w in kept)}
    meant = [_words_of_meaning(w, spoken.of_word(w, languages)) for w in kept]
    found = []
    for code in LANGUAGES:
        if code in own:
            continue
        ways = (tuple(s for part in way for s in part) for way in product(*(by.get(code, ()) for by in meant)))
        distinct = (w for w in ways if len(set(w)) == len(w))
        found += [_sense(code, *way) for way in islice(distinct, _PHRASES_OF_A_LANGUAGE)]
    return found


def _words_of_meaning(printed: str, languages: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Language → what may stand there for a word, as the stems that the stream of meanings has: a term's words, else one of its concept."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for code, way in meanings.of_term((printed,), languages):
        if way := meanings.senses(way) if code == "ar" else way:
            found.setdefault(code, []).append(way)
    if not found:
        for code, token in meanings.of_word(folded(printed), languages):
            found.setdefault(code, []).append((token,))
    return found


def _once(found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    first: dict[tuple[tuple[str, ...], Column, bool], Alternative] = {}
    for a in found:
        if a.tokens and all(a.tokens):
            first.setdefault((a.tokens, a.column, a.near is not None and len(a.tokens) > 1), a)
    return tuple(first.values())
