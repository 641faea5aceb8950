"""Names by their grammatical position, gathered while remembering how far they reach; names that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.items import Item
from isnad.annotate.events.phrases import Layout, people
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.meanings import nation_of
from isnad.model import Mention

NAMED = "named"
"""The label of a town that only names an agreement: it stands for neither somebody nor somewhere."""


_SORTS = frozenset(
    "club side firm company bank outfit team factory hotel brewery refinery shipyard startup start-up consortium charity".split()
)
"""English nouns for bodies that a town before them says the seat of."""
_LEAGUES = frozenset("league one two three division championship bundesliga serie premiership conference".split())


class Parts(Struct, frozen=True):
    """The names in each position (indices of mentions), where it took place, and positions held by unnamed actors."""

    names: Mapping[str, tuple[int, ...]]
    places: tuple[int, ...]
    unnamed: frozenset[str]
    first: int
    last: int

    @property
    def everybody(self) -> tuple[int, ...]:
        """All mentions in any position, once each."""
        return tuple(dict.fromkeys(m for found in self.names.values() for m in found))


class Collector:
    """Gathers positions while remembering how far they reach."""

    def __init__(self, layout: Layout, mentions: Sequence[Mention], hit: Hit) -> None:
        self.layout, self.mentions = layout, mentions
        self.names: dict[str, list[int]] = {}
        self.places: list[int] = []
        self.unnamed: set[str] = set()
        self.first, self.last = hit.first, hit.last
        if hit.verb is not None:
            self.reach(hit.verb.first)
            self.reach(hit.verb.last)

    def reach(self, i: int) -> None:
        """Take an item in."""
        self.first, self.last = min(self.first, i), max(self.last, i)

    def add(self, position: str, indices: Iterable[int]) -> None:
        """Put the names at some items into a position."""
        for i in indices:
            if self.layout.labels[i] == NAMED:
                continue
            if self._sort_of_body(i):
                self.unnamed.add(position)
                continue
            ref = self.layout.items[i].ref
            if ref not in self.names.setdefault(position, []):
                self.names[position].append(ref)
            self.reach(i)

    def _sort_of_body(self, i: int) -> bool:
        """True of an English town or league that only says which sort of body acts: "a *Dubai* firm", "the *League Two* club"."""
        items = self.layout.items
        if (
            i + 1 >= len(items)
            or items[i].kind != "name"
            or items[i + 1].kind != "word"
            or items[i + 1].key not in _SORTS
        ):
            return False
        mention = self.mentions[items[i].ref]
        if mention.kind == "place":
            return nation_of(key_of("en", mention.text)) is None
        return mention.kind == "organization" and mention.text.split()[-1].lower() in _LEAGUES

    def done(self) -> Parts:
        """Return what was gathered."""
        kept = {k: tuple(v) for k, v in self.names.items() if v}
        return Parts(kept, tuple(dict.fromkeys(self.places)), frozenset(self.unnamed), self.first, self.last)


def kind_of(c: Collector, i: int) -> str:
    """Return the kind of what a name at an item names, empty for what is no name."""
    item = c.layout.items[i]
    return c.mentions[item.ref].kind if item.kind == "name" else ""


def joined_names(c: Collector, i: int, step: int, end: int, grammar: Grammar) -> list[int]:
    """The name at an item and those joined to it by "et", commas and articles, in one direction."""
    items, found, joined = c.layout.items, [i], False
    label, j = c.layout.labels[i], i + step
    plain = behind = 0
    while 0 <= j < len(items) and j != end:
        item = items[j]
        if item.kind == "name":
            # Before a verb a state and a firm may act together: "*Perú y la danesa X* suscribieron".
            together = step < 0 and joined and behind == 0 and grammar.words["coordinate"].at(items, j + 1) is not None
            if joined and c.layout.labels[j] == label and (kind_of(c, j) == kind_of(c, i) or plain == 0 or together):
                found.append(j)
                joined, plain, behind = False, 0, 0
            elif c.layout.labels[j] == label or not joined:
                break
        elif item.kind == "role":
            pass
        elif item.kind == "time" and grammar.verb_first and items[j - step].key in (",", "،"):
            break  # «أعفى الوزير فلان، *أمس*، المدير فلانا»: no list goes on behind a time
        elif grammar.words["coordinate"].at(items, j) or item.key in (",", "،") or _and_his(items, j, grammar):
            joined, behind = True, 0
        elif j in c.layout.borders or (item.kind == "mark" and not _inside_word(items, j)):
            break
        elif not grammar.words["articles"].at(items, j):
            if grammar.verb_first and item.kind == "word" and item.key.startswith("و") and not is_actor(item, grammar):
                break  # «بإقالة فلان، *وتكليف* فلانة»: the next of what is done
            if step > 0 and joined and grammar.compounds and item.key.endswith("ed") and item.kind == "word":
                break  # "dismissed X, and *named* Y"
            plain += 1
            behind += 1
            if plain > 5:
                break
        j += step
    return found


def _inside_word(items: Sequence[Item], j: int) -> bool:
    """True for a mark inside a noun phrase: "the centre's surgeon"."""
    return items[j].key in "'’" and j + 1 < len(items) and items[j + 1].key == "s"


def _and_his(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for an Arabic "and" joined to the noun right before a name: «فلان *وشقيقه* فلان», «*والوزير* فلان»."""
    item = items[j]
    if not (grammar.verb_first and item.kind == "word" and item.key.startswith("و")):
        return False
    at = j + 1  # «ونائبته *المهندسة* فلانة», «وزميلته المحررة فلانة»
    while at < min(len(items), j + _TITLES) and (items[at].kind == "role" or items[at].key.startswith("ال")):
        at += 1
    kin = item.key.endswith(_HIS) and len(item.key) > _SHORTEST and not item.nominal
    if at >= len(items) or items[at].kind != "name":
        return False
    return (kin and (at == j + 1 or items[at].names == "person")) or (at == j + 1 and is_actor(item, grammar))


_TITLES = 4
"""Items among which titles stand between "and his" and the name."""
_HIS = ("ه", "ها", "هم", "هما")
"""Possessives joined to an Arabic noun."""
_SHORTEST = 4
"""Letters of the shortest noun with both the conjunction and a possessive: «وابنه»."""


def is_actor(item: Item, grammar: Grammar) -> bool:
    """Return whether a word means somebody who acts unnamed: "délégation", «متظاهرون»."""
    return item.kind == "word" and any(grammar.acting(k) for k in item.keys)


def actor_in(c: Collector, start: int, end: int, grammar: Grammar, labels: tuple[str, ...]) -> bool:
    """True when an unnamed actor ("une délégation") stands in the range under one of the labels."""
    items = c.layout.items
    return any(
        is_actor(items[j], grammar) and c.layout.labels[j] in labels for j in range(max(0, start), min(end, len(items)))
    )


def some_of(c: Collector, start: int, end: int, grammar: Grammar) -> bool:
    """Return whether a number of people stands in the range: "five *of the injured*", « deux *d'entre eux* », «أربعة *منهم*»."""
    items = c.layout.items
    for j in range(max(0, start), min(end, len(items)) - 1):
        counted = counts(items, j, grammar) or grammar.words["portions"].at(items, j) is not None
        if not counted:
            continue
        if items[j + 1].key in _OF_THEM:
            return True
        whole = items[j + 2 : j + 5] if items[j + 1].key in _OF_WHOM else ()
        if any(x.key in _THEM or is_actor(x, grammar) or _folk(x, grammar) for x in whole[: 2 + grammar.compounds]):
            return True
        if grammar.verb_first and whole and whole[0].key.endswith(_HIS) and len(whole[0].key) > _SHORTEST:
            return True  # «أربعة من *عناصره*»
    return False


def _folk(item: Item, grammar: Grammar) -> bool:
    return item.kind == "word" and not people(grammar.language).isdisjoint(item.keys)


def figured(item: Item, grammar: Grammar) -> bool:
    """Return whether an item is a number, in figures or words."""
    return item.kind == "number" or (item.kind == "word" and not _count_words(grammar.language).isdisjoint(item.keys))


def numbered(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """Return whether a number alone means people: "*four* were freed", "a interpellé *deux* mardi", «أفرج عن *أربعة*»."""
    if items[j].kind != "word" or _count_words(grammar.language).isdisjoint(items[j].keys):
        return False
    after = items[j + 1] if j + 1 < len(items) else None
    if after is None or after.kind in ("mark", "time"):
        return True
    if j + 2 < len(items) and items[j + 2].kind == "time" and grammar.words["articles"].at(items, j + 1):
        return True  # "detuvo a *cuatro* el lunes"
    if grammar.words["coordinate"].at(items, j + 1) or any(
        after.key in forms for forms in grammar.auxiliaries.values()
    ):
        return True
    return after.kind == "word" and grammar.prepositions.at(items, j + 1) is not None and after.key not in _OF_WHOM


def counts(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """Return whether an item is a number, in digits or in one word."""
    if j >= len(items):
        return False
    return items[j].kind == "number" or not _count_words(grammar.language).isdisjoint(items[j].keys)


@cache
def _count_words(language: str) -> frozenset[str]:
    """The folded number words of a language for two and more."""
    known: Mapping[str, int] = table(language, "numbers")["words"]
    return frozenset(key_of(language, w) for w, n in known.items() if n > 1 and " " not in w)


_OF_WHOM = frozenset({"of", "des", "de", "d'", "من"})
"""What stands between a number and those of whom it counts some."""
_OF_THEM = frozenset({"منهم", "منهن"})
"""Arabic words for "of them"."""
_THEM = frozenset({"them", "these", "those", "eux", "elles", "ellos", "ellas", "entre", "estos", "estas", "هؤلاء"})
"""Whom a number counts some of, without a noun."""
