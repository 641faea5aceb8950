"""One language's grammar as the finder of events needs it: phrases to look for, and the classes they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from isnad.annotate.events.inflection import key_of, noun_forms, verb_forms
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.text import tokens


class Keyed(Protocol):
    """Anything with the keys a word may be looked up by, the whole word's first."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys."""


class Phrases:
    """A set of phrases of one or more words, each with a label, found at a place in a row of items.

    ``firsts`` are their first words: most items have none of them, which is one look.
    """

    def __init__(self, language: str, labelled: Iterable[tuple[str, str]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, label in labelled:
            words = words_of(language, phrase)
            if words:
                by_first.setdefault(words[0], []).append((words, label))
        self._by_first = {first: _Begun(rows) for first, rows in by_first.items()}
        self.firsts = frozenset(by_first)

    def at(self, items: Sequence[Keyed], i: int) -> tuple[str, int] | None:
        """Return the label of the longest phrase that begins at the item and its length in items, or ``None``."""
        keys = items[i].keys
        if self.firsts.isdisjoint(keys):
            return None
        best: tuple[str, int] | None = None
        by_first = self._by_first
        for key in keys:
            known = by_first.get(key)
            if known is None:
                continue
            found = known.alone
            if known.seconds and i + 1 < len(items) and not known.seconds.isdisjoint(items[i + 1].keys):
                for words, label in known.longer:
                    if _follows(items, i, words):
                        found = (label, len(words))
                        break
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        return best

    def within(self, items: Sequence[Keyed], start: int, end: int) -> int | None:
        """Return where the last phrase that begins in the range starts, or ``None``."""
        firsts = self.firsts
        for i in range(min(end, len(items)) - 1, max(start, 0) - 1, -1):
            if not firsts.isdisjoint(items[i].keys) and self.at(items, i):
                return i
        return None


class _Begun:
    """The phrases that begin with a word: the longer ones, the longest first, their second words, and the word by itself."""

    __slots__ = ("alone", "longer", "seconds")

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], str]]) -> None:
        rows = sorted(rows, key=lambda r: -len(r[0]))
        self.longer = tuple(row for row in rows if len(row[0]) > 1)
        self.seconds = frozenset(words[1] for words, _ in self.longer)
        self.alone = next(((label, 1) for words, label in rows if len(words) == 1), None)


def _follows(items: Sequence[Keyed], i: int, words: tuple[str, ...]) -> bool:
    """True when the words from the second on stand behind the item: a loop, for it is the busiest of the stage."""
    at = i
    if i + len(words) > len(items):
        return False
    for word in words[1:]:
        at += 1
        if word not in items[at].keys:
            return False
    return True


def words_of(language: str, phrase: str) -> tuple[str, ...]:
    """Return the keys of a phrase's words."""
    elided = phrase.endswith(("'", "’"))
    # An elided word is one token only before a letter.
    found = [key_of(language, t.text) for t in tokens(phrase + "x" if elided else phrase)]
    return tuple(found[:-1] if elided else found)


class Acting:
    """Tells words for people that act: the listed ones, and those with such an ending ("smugglers") that are no exception."""

    def __init__(self, listed: frozenset[str], rules: Mapping[str, Sequence[str]]) -> None:
        ends = "|".join(rules["endings"])
        self._shape = re.compile("|".join((f".{{2,}}(?:{ends})", *rules["shapes"])))
        self._known = dict.fromkeys(listed, True) | dict.fromkeys(rules["others"], False)

    def __call__(self, key: str) -> bool:
        """Return whether a key is one of them."""
        known = self._known.get(key)
        if known is None:
            former = key.removeprefix("ex")  # "exgobernador", "ex-ministre"
            known = self._shape.fullmatch(key) is not None or self._known.get(former.lstrip("-")) is True
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = known
        return known


_MOST_KNOWN = 200_000
"""Keys that are remembered: more come only from text that is none."""

LightVerbs = Mapping[str, tuple[tuple[frozenset[str], tuple[str, ...]], ...]]
"""Forms of the verbs that carry a noun → their tenses, and the words that must follow ("take *place*")."""


GOVERNORS = ("done", "plan", "decide", "future", "hope", "possible", "purpose", "denial", "without", "announce")
"""Classes of words that say of what they govern whether it happens."""


SMALL = ("fixed", "capacity", "coordinate", "subordinate", "relative", "articles", "adverbs", "what")
"""Classes of words that part clauses and phrases, or govern what follows."""


BORDERING = ("capacity", "coordinate", "subordinate", "relative", "what")
"""Those of them with which a clause may begin, or go on."""


COMPANY = "with"
"""How a phrase for whoever was there too governs."""


class Grammar(Struct, frozen=True):
    """The tables of ``grammar.toml``, ready for looking up. ``words`` has one :class:`Phrases` a class.

    ``standing`` are prepositions that are words of their own, behind which no verb stands; ``governing`` the first words of
    all classes of :data:`GOVERNORS` (``swaying``: and of ties and of what affirms), ``small`` those of prepositions and of all classes of :data:`SMALL`, ``bordering`` those of :data:`BORDERING`; ``compounds`` says that a noun before a noun says of what sort it is; ``present_only`` Arabic particles that no past follows, but where one of ``past_that`` stands before them.
    """

    language: str
    verb_first: bool
    pro_drop: bool
    words: Mapping[str, Phrases]
    prepositions: Phrases
    actors: frozenset[str]
    acting: Acting
    do: LightVerbs
    occur: LightVerbs
    auxiliaries: Mapping[str, frozenset[str]]
    standing: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    compounds: bool = False
    present_only: frozenset[str] = frozenset()
    past_that: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    bordering: frozenset[str] = frozenset()
    swaying: frozenset[str] = frozenset()


@kept
def grammar(language: str) -> Grammar:
    """Return the grammar of one of our languages."""
    data = table(language, "grammar")
    actors = frozenset(f for w in data["words"]["actors"] for f in (*noun_forms(language, w), *_plurals(language, w)))
    expand = _expander(language)
    words = {k: Phrases(language, ((e, k) for p in phrases for e in expand(p))) for k, phrases in data["words"].items()}
    governing = [*data["prepositions"].items(), (COMPANY, data["words"]["company"]), ("at", _at_sites(language))]
    prepositions = Phrases(language, ((e, k) for k, ps in governing for p in ps for e in expand(p)))
    return Grammar(
        language=language,
        verb_first=data["verb_first"],
        pro_drop=data["pro_drop"],
        words=words,
        prepositions=prepositions,
        small=prepositions.firsts.union(*(words[k].firsts for k in SMALL)),
        bordering=frozenset().union(*(words[k].firsts for k in BORDERING)),
        actors=actors,
        acting=Acting(actors, data["acting"]),
        do=_light(language, data["light"]["do"]),
        occur=_light(language, data["light"]["occur"]),
        compounds=data.get("compounds", False),
        standing=frozenset(key_of(language, w) for w in data.get("standing", ())),
        present_only=frozenset(key_of(language, w) for w in data.get("present_only", ())),
        past_that=frozenset(key_of(language, w) for w in data.get("past_that", ())),
        governing=frozenset().union(*(words[k].firsts for k in GOVERNORS)),
        swaying=frozenset().union(*(words[k].firsts for k in (*GOVERNORS, "ties", "affirm"))),
        auxiliaries={k: frozenset(key_of(language, w) for w in forms) for k, forms in data["auxiliaries"].items()},
    )


def _at_sites(language: str) -> Iterable[str]:
    """The Arabic nouns for places with "in" written before them: «*بدائرة* بني ورتان», «*بمختبر* المدينة»."""
    if language != "ar":
        return ()
    sites = (w for w in table(language, "events")["sites"] if " " not in w and not w.startswith(("ب", "ال")))
    return (f"ب{w}" for w in sites if w not in _NO_SITE)


_NO_SITE = frozenset({"رأس", "جهة", "واد"})
"""Nouns for places that say something else behind that particle: «برأس مال», «بجهة», «بواد»."""


def _plurals(language: str, noun: str) -> tuple[str, ...]:
    """The nominative plurals of an Arabic word for a person, alone and before its complement: «سائقون», «سائقو»."""
    return () if language != "ar" else tuple(key_of(language, noun + end) for end in ("ون", "و"))


def _expander(language: str) -> Callable[[str], Iterable[str]]:
    """Return what writes a phrase in all the ways its last word is contracted: "lors de", "lors du", "lors d'"."""
    ways: Mapping[str, list[str]] = table(language, "grammar").get("contractions", {})

    def expand(phrase: str) -> Iterable[str]:
        head, _, last = phrase.rpartition(" ")
        yield phrase
        if head:
            yield from (f"{head} {w}" for w in ways.get(last, ()))

    return expand


def _light(language: str, lemmas: Sequence[str]) -> LightVerbs:
    found: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = {}
    for lemma in lemmas:
        verb, _, after = lemma.removeprefix("se ").partition(" ")
        for form, tenses in verb_forms(language, bare_verb(verb, language)).items():
            found.setdefault(form, []).append((tenses, words_of(language, after)))
    return {k: tuple(sorted(v, key=lambda row: -len(row[1]))) for k, v in found.items()}


def bare_verb(word: str, language: str) -> str:
    """Return an infinitive without its reflexive pronoun: "s'entretenir", "reunirse"; English "rehearse" has none."""
    if word.startswith("s'"):
        return word[2:]
    if language == "es" and word.endswith(("arse", "erse", "irse")):
        return word[:-2]
    return word
