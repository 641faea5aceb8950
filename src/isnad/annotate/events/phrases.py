"""Where clauses begin and end, and by which preposition each word of a sentence is governed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from isnad.annotate.events.classes import words_of_class
from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.annotate.events.items import Item, preposed
from isnad.annotate.events.verbs import relative_what
from isnad.languages import table
from isnad.model import Mention

_HARD = frozenset(";:()[]—–؛…!?؟")
_ADVERBIAL = frozenset({"at", "before", "to", "time", "about", "from", "against", "presence", "for", "kin"})

_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
AWAY = 5
"""Items before "from" among which a distance is told."""
TITLE = 4
"""Words of the longest name in quotation marks that is no clause of its own."""


class Layout(Struct, frozen=True):
    """A sentence laid out: its items, each one's governor, and the borders of its clauses.

    ``labels[i]`` is the class of preposition over item ``i`` (``bare`` for none, ``of`` for a possessor of a bare noun,
    ``kin`` for what belongs to a relative in apposition).
    ``borders`` maps the index of an item that begins a clause to how, in order: ``relative``, ``that``, ``hard``.
    """

    items: tuple[Item, ...]
    labels: tuple[str, ...]
    borders: dict[int, str]
    _at: tuple[int, ...]

    def left(self, i: int) -> int:
        """Return the index of the border at or before the item, -1 when the sentence itself begins."""
        n = bisect_right(self._at, i)
        return self._at[n - 1] if n else -1

    def right(self, i: int) -> int:
        """Return the index of the next border after the item, or the sentence's end."""
        n = bisect_right(self._at, i)
        return self._at[n] if n < len(self._at) else len(self.items)


def lay_out(items: Sequence[Item], grammar: Grammar) -> Layout:
    """Return the layout of a sentence's items."""
    borders = _borders(items, grammar)
    return Layout(tuple(items), tuple(_labels(items, grammar)), borders, tuple(borders))


def _borders(items: Sequence[Item], grammar: Grammar) -> dict[int, str]:
    found: dict[int, str] = {}
    passed = 0
    for i, item in enumerate(items):
        if i < passed or (item.kind == "word" and grammar.bordering.isdisjoint(item.keys)):
            continue
        if item.kind == "word" and (office := _capacity(items, i, grammar)):
            passed = office
        elif item.kind == "word" and (joins := _joins(items, i, grammar)):
            passed = i + joins
        elif item.kind == "mark" and (title := _title(items, i)):
            passed = title
        elif item.kind == "mark" and (
            item.key in _HARD or item.key in '«»"“”' or (item.key == "-" and _apart(items, i))
        ):
            found[i] = "hard"
        elif item.kind == "word":
            if grammar.words["relative"].at(items, i):
                found[i] = "relative"
            elif _that_one(items, i, grammar):
                continue
            elif grammar.words["subordinate"].at(items, i) or relative_what(items, i, grammar):
                found[i] = "that"
    return found


def _joins(items: Sequence[Item], i: int, grammar: Grammar) -> int:
    """The items of a phrase that joins as "and" does, 0 for one word or none: "X *as well as* Y", but « *ainsi que* l'a dit X » begins a clause."""
    phrase = grammar.words["coordinate"].at(items, i)
    if phrase is None or phrase[1] < 2:
        return 0
    after = i + phrase[1]
    pronoun = after + 1 < len(items) and items[after].key in _SAYS_IT and items[after].kind == "word"
    says = pronoun and any(items[after + 1].key in forms for forms in grammar.auxiliaries.values())
    return 0 if says or (after < len(items) and items[after].key == "lo") else phrase[1]


_SAYS_IT = frozenset({"l'", "le", "la", "il", "elle", "on"})
"""Pronouns with which a clause for how something was said begins: « ainsi que *l'* a annoncé »."""


def _that_one(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for English "that" before a noun that ends its phrase: "inspected *that* operator in March", "the same *that* day"."""
    if not grammar.compounds or items[i].key != "that" or i + 2 > len(items) - 1:
        return False
    noun, after = items[i + 1], items[i + 2]
    if noun.kind != "word" or noun.key.endswith("s") or _function_word(items, i + 1, grammar):
        return False
    ends = after.kind in ("time", "mark") or after.key in ("and", "or")
    return ends or grammar.prepositions.at(items, i + 2) is not None or _time_next(items, i + 2, grammar)


def _time_next(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for an article before a time: "dismissed that account *the following day*"."""
    return bool(grammar.words["articles"].at(items, i)) and i + 1 < len(items) and items[i + 1].kind == "time"


def _function_word(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    small = (grammar.words[w] for w in ("articles", "pronouns", "possessives", "adverbs", "negation", "subordinate"))
    aux = any(items[i].key in forms for forms in grammar.auxiliaries.values())
    return aux or any(p.at(items, i) for p in small) or grammar.prepositions.at(items, i) is not None


def _title(items: Sequence[Item], i: int) -> int:
    """Return where a name in quotation marks ends that opens at the item, 0 when a quotation does: «محطة «الرمال» للطاقة»."""
    if items[i].key not in _OPENING or i == 0 or items[i - 1].kind == "mark":
        return 0
    for j in range(i + 1, min(len(items), i + TITLE + 2)):
        if items[j].kind == "mark":
            return j + 1 if j > i + 1 and items[j].key in _CLOSING and not items[i + 1].quoted else 0
        if items[j].kind not in ("word", "name") and (items[j].kind != "number" or j == i + 1):
            return 0
    return 0


def _capacity(items: Sequence[Item], i: int, grammar: Grammar) -> int:
    """Return where the office begins that follows a word for "in the capacity of", 0 when none does.

    An article would begin a clause: "as the minister arrived"; "as minister", "as its chairman" and "as chair of" begin none.
    """
    hit = grammar.words["capacity"].at(items, i)
    if hit is None:
        return 0
    at = i + hit[1]
    if at < len(items) and items[at].kind == "word" and grammar.words["possessives"].at(items, at):
        at += 1
    if at >= len(items):
        return 0
    item = items[at]
    office = item.kind == "role" or (item.names == "person" and bool(item.heads))
    of = (grammar.prepositions.at(items, at + 1) or ("",))[0] == "of" if at + 1 < len(items) else False
    of = of and item.kind == "word" and not grammar.words["articles"].at(items, at)
    return at if office or of or any(k in grammar.actors for k in item.keys) else 0


def _apart(items: Sequence[Item], i: int) -> bool:
    """True for a dash with space on both sides."""
    return 0 < i < len(items) - 1 and items[i - 1].end < items[i].start and items[i].end < items[i + 1].start


def _labels(items: Sequence[Item], grammar: Grammar) -> list[str]:
    """Scan from left to right: a preposition governs until a verb, a border or a phrase that stands free."""
    labels: list[str] = []
    now, named, joined = "bare", False, False
    i = 0
    arabic = grammar.verb_first
    while i < len(items):
        item = items[i]
        if item.kind == "word" and grammar.small.isdisjoint(item.keys):
            # Most words govern nothing: only an article or a preposition goes on, only a particle joined to it begins.
            particle = preposed(item) if arabic else None
            if particle:
                now, named, joined = _PARTICLES[particle], False, False
            elif named and not joined:
                now, named = "bare", False
            labels.append(now)
            i += 1
            continue
        fixed = grammar.words["fixed"].at(items, i)
        if fixed is not None:
            labels += ["about"] * fixed[1]
            now, named, joined = "bare", False, False
            i += fixed[1]
            continue
        hit = grammar.prepositions.at(items, i) if item.kind == "word" else None
        joins = _joins(items, i, grammar) if item.kind == "word" else 0
        if joins and (hit is None or joins > hit[1] or (named and hit[0] == "about")):
            labels += [now] * joins
            joined = True
            i += joins
            continue
        if not hit and item.kind == "word" and grammar.words["capacity"].at(items, i) and _capacity(items, i, grammar):
            hit = "about", 1
        if hit and hit[0] in ("at", "about", "to", "person_to") and items[i + hit[1] : i + hit[1] + 1]:
            # "près de 300 personnes", «نحو 300 شخص» say how many, not where.
            about = grammar.words["approximate"].at(items, i)
            counted = about is not None and (about[1] > hit[1] or items[i + hit[1]].kind == "number")
            hit = None if counted else hit
        if hit:
            label, n = hit
            label = "before" if label == "time" and _hears(items, i, n, grammar) else label
            if label == "of" and _partitive(items, i, grammar):
                now = "bare"
            elif label == "of":
                now = now if now not in ("bare", "of") else "of"
            elif label == "at" and now in ("with", "by", "between") and named:
                now = "at"
            elif label == "from" and i and grammar.words["away"].within(items, max(0, i - AWAY), i) is not None:
                now = "at"  # "12 miles *from* Belford", «على بعد كيلومترين من المعبر»
            else:
                now = label
            labels += [now] * n
            named = named and label == "of"
            joined = False
            i += n
            continue
        if item.kind in ("name", "role"):
            if named and not joined and not (i and items[i - 1].kind == "role" and items[i - 1].ref == item.ref):
                # A name right after a name: an apposition in Latin scripts, the next argument in Arabic.
                # A person right after a place is no apposition to it: "a interpellé à Abéché Idriss Nour".
                apart = item.names == "person" and items[i - 1].names == "place"
                now = "bare" if (arabic or apart) and now in _ADVERBIAL else now
            elif arabic and item.names == "person" and now == "at" and _closed(items, i, grammar):
                now = "bare"
            labels.append("at" if now == "bare" and _street(items, i, grammar) else now)
            named, joined = True, False
        elif item.kind == "time":
            labels.append("time")
            now, named, joined = "bare", False, False
        elif item.kind == "mark":
            labels.append(now)
            if item.key in ",،":
                if named and (_of_the_head(items, i, now, grammar) or _company_ends(items, i, now, labels, grammar)):
                    now = "bare"
                elif now in _ADVERBIAL or not named:
                    now = now if _list_goes_on(items, i, now, grammar) else "bare"
                joined = _goes_on(items, i + 1, grammar)
                now = now if joined else "bare"
                named = named and joined
                if _of_kin(items, i + 1, grammar):
                    now, named, joined = "kin", False, False  # "la directora, X, *hermana del embajador Y*"
            elif item.key not in "-'’.":
                now, named, joined = "bare", False, False
        else:
            now, joined, named = _word(items, i, grammar, now, named, joined)
            labels.append(now)
        i += 1
    return labels


def _of_kin(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True where a word of kinship begins an apposition, with its article or without: «، *شقيقة* السفير», ", *le frère* de"."""
    at = i + 1 if i < len(items) and grammar.words["articles"].at(items, i) else i
    return at < len(items) and items[at].kind == "word" and items[at].key in _kin(grammar.language)


@cache
def _kin(language: str) -> frozenset[str]:
    return frozenset(key_of(language, w) for w in table(language, "names")["kin"])


def _hears(items: Sequence[Item], i: int, n: int, grammar: Grammar) -> bool:
    """True before a court, where English has one word for time and for place: "went *before a regional court*"."""
    if not grammar.compounds or items[i].key != "before":
        return False
    known = _hearing(grammar.language)
    for j in range(i + n, min(len(items), i + n + HEARD)):
        if items[j].kind not in ("word", "name") or grammar.prepositions.at(items, j) is not None:
            return False
        if not known.isdisjoint(items[j].keys if items[j].kind == "word" else items[j].heads):
            after = items[j + 1] if j + 1 < len(items) else None
            # "before the court *closed*" says when.
            ends = after is None or after.kind != "word" or grammar.prepositions.at(items, j + 1) is not None
            return ends or grammar.words["coordinate"].at(items, j + 1) is not None
    return False


HEARD = 4
"""Items behind "before" among which the court stands."""


@cache
def _hearing(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["hears"] for f in noun_forms(language, w))


@cache
def streets(language: str) -> frozenset[str]:
    """Return the keys of nouns for squares, streets and bridges with which names of such begin."""
    return frozenset(key_of(language, w) for w in table(language, "names")["streets"])


def is_inn(m: Mention, language: str) -> bool:
    """Return whether a place is called a hotel, a palace or a theatre."""
    return m.kind == "place" and " " in m.text and key_of(language, m.text.split()[0]) in _inns(language)


@cache
def _inns(language: str) -> frozenset[str]:
    return frozenset(key_of(language, w) for w in table(language, "names")["inns"])


def is_street(m: Mention, language: str) -> bool:
    """Return whether a place is called a square, a street or a bridge."""
    return m.kind == "place" and " " in m.text and key_of(language, m.text.split()[0]) in streets(language)


@cache
def people(language: str) -> frozenset[str]:
    """Return the keys of a language's common nouns for people."""
    return words_of_class(language, ("@people",))


def _closed(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for an Arabic name behind a definite thing, which no name completes: «التقني *بالصندوق* وسيم الجندلي»."""
    if not i or items[i - 1].kind != "word":
        return False
    noun = items[i - 1]
    joined = preposed(noun) is not None
    bare = noun.key[1:] if joined else noun.key
    thing = bare.startswith("ال") and bare[2:] not in people(grammar.language)
    return thing and (joined or (i > 1 and grammar.prepositions.at(items, i - 2) is not None))


def _street(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for a French street without article or preposition, which says where: « ont manifesté *place de la République* »."""
    item = items[i]
    if grammar.language != "fr" or item.names != "place" or not item.heads or item.heads[0] not in streets("fr"):
        return False
    return i == 0 or not grammar.words["articles"].at(items, i - 1)


_PARTICLES = {"ب": "at", "ل": "to", "ك": "about"}
"""How an Arabic particle governs the noun it is joined to."""


def _word(
    items: Sequence[Item], i: int, grammar: Grammar, now: str, named: bool, joined: bool
) -> tuple[str, bool, bool]:
    item = items[i]
    if grammar.words["coordinate"].at(items, i):
        return now, True, named
    particle = preposed(item) if grammar.verb_first and not grammar.words["adverbs"].at(items, i) else None
    if particle:
        return _PARTICLES[particle], False, False
    if grammar.words["subordinate"].at(items, i) or grammar.words["relative"].at(items, i):
        return "bare", False, False
    if not (named or joined) and now != "bare" and _next_phrase(items, i, grammar):
        return "bare", False, False
    if named and not joined and not _noun_goes_on(items, i, grammar):
        # "à Paris son homologue": behind a place an article begins the next phrase, behind a person an apposition.
        apart = not grammar.verb_first and now in _ADVERBIAL and items[i - 1].names == "place"
        if apart or not grammar.words["articles"].at(items, i):
            return "bare", False, False
    return now, joined, named


def _partitive(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for "des" where a clause begins: "*Des* hommes armés ont tué", which no noun before it can own."""
    if not grammar.words["partitive"].at(items, i):
        return False
    before = items[i - 1] if i else None
    clause = ("subordinate", "relative", "coordinate")
    return (
        before is None or before.kind in ("mark", "time") or any(_ends_here(grammar.words[w], items, i) for w in clause)
    )


def _next_phrase(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for an article that no preposition governs: "Pens without borders demands *the* release", not "sans *le* verrou"."""
    if i == 0 or grammar.verb_first or not grammar.words["articles"].at(items, i):
        return False
    before = items[i - 1]
    small = (grammar.prepositions, *(grammar.words[w] for w in ("articles", "coordinate", "approximate", "adverbs")))
    return before.kind == "word" and not any(_ends_here(p, items, i) for p in small)


def _ends_here(phrases: Phrases, items: Sequence[Item], i: int) -> bool:
    """True when one of the phrases ends right before the item."""
    return any((hit := phrases.at(items, j)) is not None and j + hit[1] == i for j in range(max(0, i - 4), i))


def _goes_on(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True when what follows a comma may be the next of a list or an apposition: an article, a name, an office."""
    if i >= len(items):
        return False
    item = items[i]
    words = grammar.words
    return (
        item.kind in ("name", "role", "number")
        or bool(words["articles"].at(items, i) or words["coordinate"].at(items, i))
        or any(k in grammar.actors for k in item.keys)
    )


def _noun_goes_on(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """Digits and adverbs after a name leave it governed as it was."""
    return items[i].kind == "number"


def _of_the_head(items: Sequence[Item], i: int, label: str, grammar: Grammar) -> bool:
    """True for a person behind the comma after a place or a body: "le directeur du zoo de Hann, *Ibrahima Ndour*", no second of a list."""
    before = items[i - 1]
    if label not in ("of", "at") or before.names not in ("place", "organization"):
        return False
    at = i + 1 + bool(i + 1 < len(items) and grammar.words["articles"].at(items, i + 1))
    return at < len(items) and (items[at].kind == "role" or items[at].names == "person")


_COMPANY = frozenset({"with", "by", "presence"})
"""Labels of phrases that tell who was there too."""


def _company_ends(items: Sequence[Item], i: int, label: str, labels: Sequence[str], grammar: Grammar) -> bool:
    """True for the comma between a phrase at the head of its sentence and the subject: "Alongside the mayor, X, *the minister* opened"."""
    if label not in _COMPANY or items[i - 1].kind != "name" or i + 1 >= len(items):
        return False
    if any(a == "bare" and o.kind in ("word", "name", "role") for a, o in zip(labels, items, strict=False)):
        return False
    after = items[i + 1]
    if after.kind == "name":
        return i + 2 < len(items) and items[i + 2].kind == "word" and not grammar.words["coordinate"].at(items, i + 2)
    return after.kind == "role" or grammar.words["articles"].at(items, i + 1) is not None


def _list_goes_on(items: Sequence[Item], i: int, label: str, grammar: Grammar) -> bool:
    """True when the comma stands in a list of names under one preposition: "à Rabat, Casablanca et Fès"."""
    if label not in ("at", "presence", "between") or i + 1 >= len(items) or items[i + 1].kind != "name":
        return False
    if label == "at" and items[i + 1].names == "person" and items[i - 1].kind == "word":
        return False  # "in its plant, and its founder, Yves Lassalvy, had left"
    # "Dimanche, à Tazart, Amina Bel a gagné": no person goes on a list of places.
    apart = items[i + 1].names == "person" and items[i - 1].names == "place"
    return not (
        apart and all(x.kind in ("time", "mark") or _small(items, n, grammar) for n, x in enumerate(items[: i - 1]))
    )


def _small(items: Sequence[Item], n: int, grammar: Grammar) -> bool:
    """True for an article or a preposition."""
    return bool(grammar.words["articles"].at(items, n) or grammar.prepositions.at(items, n))
