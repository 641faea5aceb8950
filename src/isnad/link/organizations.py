"""When do two names stand for one organisation or one place: by gazetteer, by acronym, by meaning, by sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import table
from isnad.languages.meanings import concepts, nation_of
from isnad.link.linker import Verdict
from isnad.link.local import Local
from isnad.link.spelling import compare_names, compare_tokens, sound_key
from isnad.text import fold_key, script_of


@cache
def _shared(what: str) -> frozenset[str]:
    return frozenset(table("shared", "organizations")[what])


class Meaning(Struct, frozen=True):
    """What a name says: the concepts of its known words, the other words, and the countries it may belong to."""

    concepts: frozenset[str]
    rest: tuple[str, ...]
    countries: frozenset[str]


@lru_cache(maxsize=65536)
def _meaning(name: str, countries: frozenset[str], kingdoms: frozenset[str], kind: str) -> Meaning:
    known, rest = concepts(name) if kind == "organization" else (frozenset[str](), tuple(fold_key(name).split()))
    nations = {n for w in rest if (n := nation_of(w))}
    if nations and kind == "organization" and known:
        rest = tuple(w for w in rest if not nation_of(w))
        countries = countries or frozenset(nations)
    if "royal" in known and not countries and len(kingdoms) == 1:
        countries = kingdoms
    if "royal" in known and countries and known - {"royal"}:
        known -= {"royal"}
    return Meaning(known, rest, countries)


def meanings(item: Local) -> tuple[Meaning, ...]:
    """Return what each printed name of an organisation says."""
    kingdoms = frozenset(
        k for c in item.context if (k := c.removeprefix("place:")[:2]) in _shared("kingdoms") and ":" in c
    )
    return tuple(dict.fromkeys(_meaning(n, item.countries, kingdoms, item.kind) for n in item.names))


class Organizations:
    """Links organisations across articles, languages and scripts."""

    name = "entity"

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return gazetteer key, printed forms, acronyms, meaning and sounds."""
        if item.key:
            yield item.key
        yield from (f"={fold_key(n)}" for n in (*item.names, *item.acronyms))
        for m in meanings(item):
            if m.concepts and not m.rest:
                yield "c:" + "+".join(sorted(m.concepts))
            elif m.rest:
                yield "w:" + "+".join(sorted(sound_key(w)[:3] for w in m.rest))

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """Compare two organisations by the surest sign at hand."""
        if a.key and b.key:
            same = a.key == b.key
            return Verdict(same, 0.98, (f"the gazetteer knows both as {a.key}" if same else "two gazetteer entries",))
        if _countries_differ(a, b):
            return Verdict(False, 0.85, ("they belong to different countries",))
        if shared := _printed(a) & _printed(b):
            word = min(shared)
            sure = len(word) > 3 or bool(a.context & b.context)
            if _only_generic(a) and not (a.countries & b.countries or len(a.context & b.context) >= 2):
                sure = False
            return Verdict(True if sure else None, 0.95, (f"both are called “{word}”",))
        return max(
            (v for x in meanings(a) for y in meanings(b) if (v := _by_meaning(x, y, len(a.context & b.context)))),
            key=lambda v: (v.same is True, v.score),
            default=None,
        )


def _printed(item: Local) -> frozenset[str]:
    return frozenset(fold_key(n) for n in (*item.names, *item.acronyms))


def _only_generic(item: Local) -> bool:
    return all(not m.rest and m.concepts <= _shared("generic") for m in meanings(item)) and bool(item.names)


def _countries_differ(a: Local, b: Local) -> bool:
    return bool(a.countries and b.countries and not a.countries & b.countries)


def _by_meaning(x: Meaning, y: Meaning, shared: int) -> Verdict | None:
    """The same concepts and the same other words, letter for letter or by sound."""
    if x.rest or y.rest:
        return _by_words(x, y, shared)
    if x.concepts != y.concepts or not x.concepts:
        return None
    words = " + ".join(sorted(x.concepts))
    if x.concepts <= _shared("generic") and not x.countries & y.countries:
        return None if not shared else Verdict(None, 0.5, (f"both mean {words}; whose is not said",))
    if x.countries & y.countries:
        return Verdict(True, 0.92, (f"both mean {words} of {min(x.countries & y.countries)}",))
    sure = len(x.concepts) >= 3 or (len(x.concepts) == 2 and shared >= 1)
    return Verdict(True if sure else None, 0.85, (f"both mean {words}",))


def _by_words(x: Meaning, y: Meaning, shared: int) -> Verdict | None:
    """Proper words must agree one by one; concepts may be left out by one side but not contradict."""
    if len(x.rest) != len(y.rest) or not (x.concepts <= y.concepts or y.concepts <= x.concepts):
        return None
    scores = []
    left = list(y.rest)
    for word in x.rest:
        match = max((compare_tokens(word, other) for other in left), key=lambda m: m.score)
        other = max(left, key=lambda o: compare_tokens(word, o).score)
        left.remove(other)
        if match.score < (0.9 if script_of(word) == script_of(other) else 0.8):
            return None
        scores.append((match.score, match.reason))
    score = sum(s for s, _ in scores) / len(scores)
    long = sum(len(w) for w in x.rest) >= 6
    sure = x.concepts == y.concepts and (long or len(x.rest) > 1) and (shared >= 1 or bool(x.countries & y.countries))
    if script_of(x.rest[0]) == script_of(y.rest[0]) and x.concepts == y.concepts:
        sure = sure or score >= 0.99
    return Verdict(True if sure else None, score * 0.93, tuple(r for _, r in scores))


class Places:
    """Links places: the gazetteer's entry decides; any other place by its spelling and surroundings."""

    name = "entity"

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return gazetteer key, printed forms and sound."""
        if item.key:
            yield item.key
        for n in item.names:
            yield f"={fold_key(n)}"
            yield f"w:{'+'.join(sound_key(w)[:3] for w in fold_key(n).split())}"

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """Compare two places."""
        if a.key and b.key:
            same = a.key == b.key
            return Verdict(same, 0.98, (f"the gazetteer knows both as {a.key}" if same else "two gazetteer entries",))
        if _countries_differ(a, b):
            return Verdict(False, 0.85, ("they lie in different countries",))
        if shared := _printed(a) & _printed(b):
            return Verdict(True, 0.94, (f"both are called “{min(shared)}”",))
        if a.key or b.key or not a.context & b.context:
            return None
        match = max((compare_names(x, y) for x in a.names for y in b.names), key=lambda m: m.score, default=None)
        if match is None or match.clash or match.score < 0.9:
            return None
        return Verdict(True, match.score * 0.9, (*match.reasons, "the articles name other things in common"))
