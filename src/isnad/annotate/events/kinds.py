"""The kinds of events: one TOML file a kind, read into triggers. Adding a kind needs no Python."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, Literal

from msgspec import Struct

from isnad.annotate.events.classes import shared_sets, words_of_class
from isnad.annotate.events.grammar import bare_verb, words_of
from isnad.annotate.events.inflection import key_of, noun_forms, verb_forms
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.model.reading import ParticipantRole


class Kind(Struct, frozen=True):
    """One kind of event. ``roles`` says, by grammatical position, what a participant is.

    ``needs`` are the positions of which one must be filled, by a name or by an unnamed actor if ``anonymous``;
    ``place`` lets a place stand for whom; ``announced`` is the status of a noun somebody announces; ``quoted`` kinds may be
    claimed from somebody's quoted words; ``lasting`` ones may go on for days; of ``single`` kinds an article tells one as a rule; ``mutual`` ones take two sides; ``social`` ones are
    told of nobody in particular only when somebody unnamed does them.
    """

    name: str
    definition: str
    plover: str
    roles: Mapping[str, ParticipantRole]
    needs: tuple[str, ...] = ()
    anonymous: bool = False
    announced: Literal["planned", "happened"] = "happened"
    place: bool = False
    quoted: bool = True
    single: bool = False
    lasting: bool = False
    mutual: bool = False
    social: bool = False


class Trigger(Struct, frozen=True):
    """One word, or words, that tell a kind of event.

    ``after`` are words that must follow; ``classes`` sets of words of which one must be the object, ``doers`` of which one
    must be the subject; ``object`` and ``subject`` the kind of name wanted there (a ``place`` may be a common noun for one, a ``land`` has a name, and so has who is ``named``); ``wants`` positions that must be filled;
    ``never`` words that must not stand beside it; an ``alone`` verb has no object; a ``stage`` comes days
    before or after the event itself, which it does not date ("the results were published on Tuesday");
    what is promised is ``planned``; a ``contrary`` one undoes what the kind is named for ("freed", "acquitted", "lifted");
    a ``refused`` one tells by being denied ("did not survive"); one with an ``office`` gives somebody one ("made X bishop"), one with a ``score`` has one behind it ("went down 1-0").
    """

    kind: str
    sort: Literal["verb", "noun"]
    lemma: str
    after: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    object: str = ""
    subject: str = ""
    wants: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    reflexive: bool = False
    passive: bool = False
    alone: bool = False
    stage: bool = False
    planned: bool = False
    contrary: bool = False
    refused: bool = False
    office: bool = False
    score: bool = False
    asks: int = 0


class Lexicon(Struct, frozen=True):
    """One language's triggers by form, with the tenses of the form, and the classes of object words."""

    triggers: Mapping[str, tuple[tuple[Trigger, frozenset[str]], ...]]
    classes: Mapping[str, frozenset[str]]


@kept
def raw_kinds() -> Mapping[str, Mapping[str, Any]]:
    """Return the parsed tables of all kinds by name, without their sentences, which nobody asks for but those who check them."""
    return {name: {k: v for k, v in data.items() if k != "sentences"} for name, data in _read()}


@cache
def sentences() -> Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]:
    """Return kind → language → what they tell (a status, ``never``, ``missed``, ``mistaken``) → the kinds' own sentences."""
    return {name: data.get("sentences", {}) for name, data in _read()}


def _read() -> Iterator[tuple[str, dict[str, Any]]]:
    folder = files("isnad.annotate").joinpath("kinds")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            yield path.name.removesuffix(".toml"), tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name."""
    found = {}
    for name, data in raw_kinds().items():
        rules = data.get("rules", {})
        found[name] = Kind(
            name=name,
            definition=data["definition"],
            plover=data["plover"],
            roles=data["roles"],
            needs=tuple(rules.get("needs", ())),
            anonymous=rules.get("anonymous", False),
            announced=rules.get("announced", "happened"),
            place=rules.get("place", False),
            quoted=rules.get("quoted", True),
            lasting=rules.get("lasting", False),
            single=rules.get("single", False),
            mutual=rules.get("mutual", False),
            social=rules.get("social", False),
        )
    return found


@kept
def lexicon(language: str) -> Lexicon:
    """Return all triggers of a language."""
    found: dict[str, list[_Row]] = {}
    classes: dict[str, frozenset[str]] = {"agreements": words_of_class(language, agreement_nouns(language))}
    classes |= {f"any.{name}": words_of_class(language, ("@" + name,)) for name in shared_sets(language)}
    for name, data in raw_kinds().items():
        words = data[language]
        for label, nouns in words.get("classes", {}).items():
            classes[f"{name}.{label}"] = words_of_class(language, nouns)
        for entry in words.get("verbs", ()):
            trigger, head = _parse(name, "verb", entry, language)
            rank = (-demands(trigger), False)
            rows: dict[frozenset[str], _Row] = {}
            for form, tenses in verb_forms(language, head).items():
                row = rows.get(tenses) or rows.setdefault(tenses, (rank, (trigger, tenses)))
                found.setdefault(form, []).append(row)
        for entry in words.get("nouns", ()):
            trigger, head = _parse(name, "noun", entry, language)
            asked, listed, told = -demands(trigger), key_of(language, entry.split()[0]), (trigger, _NOUN)
            own, other = ((asked, False), told), ((asked, True), told)
            for form in noun_forms(language, head):
                found.setdefault(form, []).append(own if form == listed else other)
    # Most forms of a verb tell the same: what they tell is kept once, which saves a small corpus a tenth of its memory.
    once: dict[tuple[int, ...], _Rows] = {}
    return Lexicon({form: _sorted(found.pop(form), once) for form in list(found)}, classes)


_Rows = tuple[tuple[Trigger, frozenset[str]], ...]
_Row = tuple[tuple[int, bool], tuple[Trigger, frozenset[str]]]
"""What a form tells, behind what it is sorted by."""


def _sorted(rows: list[_Row], once: dict[tuple[int, ...], _Rows]) -> _Rows:
    """The more a trigger asks for, the surer it is: it goes first; a noun listed in this very form before its singular."""
    if len(rows) > 1:
        rows.sort(key=itemgetter(0))
    told = tuple([row[1] for row in rows])
    return once.setdefault(tuple(map(id, told)), told)


_NOUN = frozenset({"noun"})
_ASKED: dict[tuple[tuple[str, ...], ...], int] = {((), (), ()): 0}
"""A number for all that triggers ask for of a sentence's words, nought for nothing: what is asked often is answered once."""


def demands(t: Trigger) -> int:
    """Return how much a trigger asks for: the more, the surer its kind."""
    return (
        2 * len(t.after)
        + len(t.classes)
        + len(t.doers)
        + len(t.wants)
        + t.alone
        + t.office
        + t.score
        + bool(t.object)
        + bool(t.subject)
    )


def agreement_nouns(language: str) -> list[str]:
    """Return the words that alone mean an agreement."""
    return [w for forms in table(language, "agreements")["kinds"].values() for w in forms if " " not in w]


def _parse(kind: str, sort: Literal["verb", "noun"], entry: str, language: str) -> tuple[Trigger, str]:
    """Read "s'entretenir avec", "signer @agreements", "se rendre >place", "mourir <person", "tenir +with !compte", "rouvrir ^works (alone)"."""
    head, *rest = entry.split()
    reflexive = head == "se" or bare_verb(head, language) != head
    if head == "se":
        head, *rest = rest
    after: list[str] = []
    if sort == "noun" and "-" in head:
        head, *after = words_of(language, head)
    marks: dict[str, list[str]] = {"@": [], "^": [], ">": [], "<": [], "+": [], "!": []}
    said: set[str] = set()
    for word in rest:
        if word in ("(passive)", "(alone)", "(stage)", "(planned)", "(contrary)", "(not)", "(office)", "(score)"):
            said.add(word)
        elif word[0] in marks:
            marks[word[0]].append(word[1:])
        else:
            after.append(word)
    classes = tuple(c if c == "agreements" or "." in c else f"{kind}.{c}" for c in marks["@"])
    doers = tuple(c if "." in c else f"{kind}.{c}" for c in marks["^"])
    behind = tuple(k for w in after for k in words_of(language, w))
    trigger = Trigger(
        kind=kind,
        sort=sort,
        lemma=entry,
        after=behind,
        classes=classes,
        doers=doers,
        object=next(iter(marks[">"]), ""),
        subject=next(iter(marks["<"]), ""),
        wants=tuple(marks["+"]),
        never=tuple(key_of(language, w) for w in marks["!"]),
        reflexive=reflexive and sort == "verb",
        passive="(passive)" in said,
        alone="(alone)" in said,
        stage="(stage)" in said,
        planned="(planned)" in said,
        contrary="(contrary)" in said,
        refused="(not)" in said,
        office="(office)" in said,
        score="(score)" in said,
        asks=_ASKED.setdefault((behind, classes, doers), len(_ASKED)),
    )
    return trigger, bare_verb(head, language) if sort == "verb" else head
