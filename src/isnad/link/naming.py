"""Whom, which towns, bodies and states the articles name, as far as this tells one matter from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from isnad.languages.meanings import place_meaning
from isnad.link.apart import no_kin_sentences
from isnad.model import Article, EntityGroup, Reading

EVERYWHERE, FEW = 0.75, 6
"""Share of the articles, in a corpus of a few at least, in which a town tells no matter from others: it is where all of them lie."""
OPENING = 0.45
"""Share of an article's text, from its beginning, in which it names those whom it is about; behind it one may be named in passing."""
NONE: frozenset[str] = frozenset()


class Named(Struct, frozen=True, gc=False):
    """The entities an article shares with others, by kind; which of them it names late alone; the states it speaks of, by code."""

    people: frozenset[str] = NONE
    towns: frozenset[str] = NONE
    bodies: frozenset[str] = NONE
    passing: frozenset[str] = NONE
    states: frozenset[str] = NONE

    @property
    def all(self) -> frozenset[str]:
        """Everybody and everything named, states aside."""
        return self.people | self.towns | self.bodies

    @property
    def many(self) -> int:
        """How many of them there are."""
        return len(self.people) + len(self.towns) + len(self.bodies)


class Same(dict[frozenset[str], frozenset[str]]):
    """One copy of each set: those whom the pages of a story name are the same few, and a set takes a fifth of a kilobyte."""

    def of(self, found: Iterable[str]) -> frozenset[str]:
        """Return the set of what was found."""
        made = frozenset(found)
        return self.setdefault(made, made)


def named_in(readings: Sequence[Reading], entities: Sequence[EntityGroup], most: float) -> dict[str, Named]:
    """Return what each article names, by its id; an entity that one article, or more than ``most``, names tells nothing."""
    by_id = {r.article.id: r for r in readings}
    whole, apart = _countries(readings), {a: found for a, r in by_id.items() if (found := no_kin_sentences(r))}
    kinds: dict[str, dict[str, set[str]]] = {k: defaultdict(set) for k in ("person", "place", "organization", "early")}
    for g in entities:
        articles = {m.article for m in g.members}
        if g.kind not in kinds or not 1 < len(articles) <= most:
            continue
        if g.kind == "place" and len(readings) >= FEW and len(articles) >= EVERYWHERE * len(readings):
            continue
        if any((m.article, m.index) in whole for m in g.members):
            continue
        if g.kind == "place" and any(_wide(by_id[m.article].mentions[m.index].text) for m in g.members):
            continue
        for m in g.members:
            r = by_id[m.article]
            if m.article in apart and any(s <= r.mentions[m.index].start < e for s, e in apart[m.article]):
                continue
            kinds[g.kind][m.article].add(g.id)
            if r.mentions[m.index].start < _opening(r.article):
                kinds["early"][m.article].add(g.id)
    states, same = _states(readings), Same()
    return {a: _named(kinds, a, states.get(a, NONE), same) for a in by_id}


def _wide(name: str) -> bool:
    """True of waters and stretches of land on whose shores many a story plays: a gulf, a strait, a desert."""
    return bool(place_meaning(name)[0] & {"bay", "sea", "strait", "desert", "peninsula"})


def _named(kinds: Mapping[str, Mapping[str, set[str]]], article: str, states: frozenset[str], same: Same) -> Named:
    people, towns, bodies, early = (same.of(kinds[k].get(article, ())) for k in kinds)
    return Named(people, towns, bodies, same.of((people | towns | bodies) - early), states)


def _opening(a: Article) -> int:
    """The offset up to which an article names those whom it is about: its title, and the opening of its text."""
    own = [p for p in a.own() if p.kind not in ("caption", "title")]
    left = OPENING * sum(p.end - p.start for p in own)
    for p in own:
        if left <= p.end - p.start:
            return p.start + int(left)
        left -= p.end - p.start
    return len(a.text)


def _states(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """For each article the codes of the states, or of the places within them, that it names."""
    same: dict[frozenset[str], frozenset[str]] = {}
    found = {}
    for r in readings:
        codes = frozenset(c for m in r.mentions if m.kind == "place" and m.key and (c := _code(m.key)))
        found[r.article.id] = same.setdefault(codes, codes)
    return found


def _code(key: str) -> str:
    """The code of the state in a place's key, empty where the key has none: "place:MA", "place:MA-TNG"."""
    code = key.removeprefix("place:").partition("-")[0]
    return code if len(code) == 2 and code.isupper() else ""


def _countries(readings: Sequence[Reading]) -> frozenset[tuple[str, int]]:
    """The mentions that name a whole country: every story of a region names it."""
    return frozenset(_whole(readings))


def _whole(readings: Sequence[Reading]) -> Iterator[tuple[str, int]]:
    for r in readings:
        for i, m in enumerate(r.mentions):
            if m.kind == "place" and m.key and "-" not in m.key.removeprefix("place:"):
                yield r.article.id, i
