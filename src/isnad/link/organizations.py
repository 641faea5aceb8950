"""When do two names stand for one organisation: by list, by acronym, by meaning, by sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import table
from isnad.languages.meanings import concepts, kingdoms, notions
from isnad.link import translated
from isnad.link.linker import Verdict
from isnad.link.local import HEARD, Local
from isnad.link.shortened import keys as shortened_keys
from isnad.link.shortened import shortened
from isnad.link.spelling import compare_tokens, score_of, sound_key
from isnad.link.spelling.sounds import bones
from isnad.link.states import Body, body_of, state_of
from isnad.link.whose import (
    EACH_STATES,
    SAYS_LITTLE,
    at_home,
    elsewhere,
    in_own_tongue,
    of_each_state,
    one_a_state,
    seat,
)
from isnad.text import fold_key, script_of


@cache
def _shared(what: str) -> frozenset[str]:
    return frozenset(table("shared", "organizations")[what])


class Meaning(Struct, frozen=True, gc=False):
    """What a name says: the concepts of its known words, the other words, and the countries it may belong to."""

    concepts: frozenset[str]
    rest: tuple[str, ...]
    countries: frozenset[str]
    field: str = ""
    """Of a ministry the first of its fields, which pages name when they leave out the others."""


@lru_cache(maxsize=16384)
def _meaning(name: str, countries: frozenset[str], kingdoms: frozenset[str], translated: bool = False) -> Meaning:
    """What a name says; ``translated``: with the words of names that are translated, too ("Étoile de la Menara")."""
    known, rest = concepts(name)
    if translated and rest:
        told, rest = concepts(" ".join(rest), "naming")
        known |= told
    nations = {n for w in rest if (n := state_of(w))}
    if nations and known:
        rest = tuple(w for w in rest if not state_of(w))
        countries = countries or frozenset(nations)
    if "royal" in known and not countries and len(kingdoms) == 1:
        countries = kingdoms
    if "royal" in known and countries and known - {"royal"}:
        known -= {"royal"}
    if "highcourt" in known and len(known) > 1:
        known = known - {"highcourt"} | {"court"}  # "Cour suprême" is a court; "cour de Mostaganem" is not its tribunal
    if "prosecution" in known:
        known -= {"general", "public"}  # «النيابة العامة», "Fiscalía General", "Public Prosecution"
    if known & _HEADED:
        # "Direction générale de la Protection civile", "Protection civile nationale": the corps itself.
        known -= {"directorate", "general", "national"}
    return Meaning(known, rest, countries, _first_field(name) if "ministry" in known else "")


def _first_field(name: str) -> str:
    """The first field of a ministry, "foreign" for «وزارة الخارجية والمغتربين»; empty where something else stands before it."""
    told = [c for c, _ in notions(name)]
    return next((c or "" for c in told if c not in ("ministry", "royal", "national", "general")), "")


_HEADED = frozenset(
    {"police", "gendarmerie", "civilprotection", "guard", "coastguard", "statesecurity", "customs", "prisons", "tax"}
)
"""Corps of a state that are also named by the directorate that heads them."""


def body(item: Local) -> Body | None:
    """Return the body of a state that the item's names or, when it has no long name, its acronyms are known for."""
    for name in (*item.names, *(() if item.names else item.acronyms)):
        found = body_of(name, item.named | item.countries)
        if found is not None:
            return found
    return None


def meanings(item: Local) -> tuple[Meaning, ...]:
    """Return what each printed name of an organisation says, and what a listed body is."""
    return _meanings(item, body(item))


def _meanings(item: Local, listed: Body | None) -> tuple[Meaning, ...]:
    royal = frozenset(k for c in item.context if (k := c.removeprefix("place:")[:2]) in kingdoms() and ":" in c)
    found = [_meaning(n, item.countries, royal, t) for n in item.names for t in (False, True)]
    if listed is not None and listed.country:
        found.append(Meaning(listed.means, (), frozenset({listed.country})))
    return tuple(dict.fromkeys(found))


HELD = 4096
"""Organisations of which what their names say is held in memory at a time."""


class _Said(Struct, frozen=True, gc=False):
    """What an organisation's names say, the listed body it is, its folded names, what else its article names, and whether every state has one."""

    meanings: tuple[Meaning, ...]
    listed: Body | None
    printed: frozenset[str]
    context: frozenset[str]
    each: bool


class Organizations:
    """Links organisations across articles, languages and scripts."""

    name = "entity"
    sure = 0.98

    def __init__(self) -> None:
        self._said: dict[str, _Said] = {}

    def _told(self, item: Local) -> _Said:
        """What an organisation's names say; of the latest it is held."""
        found = self._said.get(item.id)
        if found is None:
            if len(self._said) >= HELD:
                self._said.clear()
            listed, printed = body(item), frozenset(fold_key(n) for n in (*item.names, *item.acronyms))
            told = _meanings(item, listed)
            each = any(m.concepts & EACH_STATES for m in told)
            self._said[item.id] = found = _Said(told, listed, printed, item.context, each)
        return found

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return gazetteer key, printed forms, acronyms, meaning and sounds."""
        if item.key:
            yield item.key
        yield from (f"={fold_key(n)}" for n in (*item.names, *item.acronyms))
        yield from (k for n in item.names for k in translated.keys(n, item.language))
        yield from (k for n in item.names for k in shortened_keys(n))
        if (listed := self._told(item).listed) is not None and not listed.country:
            yield listed.key
        for m in self._told(item).meanings:
            if _seated(m):
                yield "s:" + "+".join(sorted(m.concepts))
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
        some, others = self._told(a), self._told(b)
        if (a.tongue or b.tongue) and some.each and others.each:
            a, b = in_own_tongue(a), in_own_tongue(b)
        if (one := some.listed) is not None and one == others.listed and not one.country:
            return Verdict(True, 0.94, ("both are names of one movement",))
        if one is not None and one == others.listed:
            return Verdict(
                True, 0.94, (f"both are names of one body of {one.country}: {' + '.join(sorted(one.means))}",)
            )
        abroad = bool(a.home and b.home and a.home != b.home) and not a.countries & b.countries
        if shared := some.printed & others.printed:
            return _by_print(a, b, min(shared), abroad)
        common = some.context & others.context
        # What one page says is another state's, and the other says nothing of, is not one for all they have in common.
        said = a.countries | b.countries
        strange = at_home(a) != at_home(b) and not a.countries & b.countries and said.isdisjoint({a.home, b.home})
        strange = strange and bool(a.home and b.home)
        near = 0 if abroad or strange else len(common)
        kin = None if abroad else bool(a.home) and a.home == b.home
        # "Protection civile tunisienne" is not the one of a page that speaks of Algeria.
        own = kin if at_home(a) == at_home(b) else kin and None
        seats = seat(a, some.listed), seat(b, others.listed)
        if a.near and a.near == b.near and not (a.countries or b.countries or elsewhere(a) or elsewhere(b)):
            seats = frozenset({a.near}), frozenset({a.near})
        alike = bool(seats[0] & seats[1])
        pairs = [(x, y) for x in some.meanings for y in others.meanings]
        verdicts = [v for x, y in pairs if (v := _by_meaning(x, y, near, own, seats))]
        apart = bool(seats[0] and seats[1]) and not alike
        if not any(v.same for v in verdicts) and _acquainted(common):
            telling = [(x, y) for x, y in pairs if not apart or len(x.concepts) + len(x.rest) > _TELLING]
            verdicts += [v for x, y in telling if (v := _in_company(x, y))]
        if near and kin and at_home(a) and at_home(b) and (v := _by_field(some.meanings, others.meanings)):
            verdicts.append(v)
        if not any(v.same for v in verdicts) and (v := _by_translation(a, b, near, own, alike)):
            verdicts.append(v)
        if not any(v.same for v in verdicts) and common and (v := _by_less(a, b, near, common)):
            verdicts.append(v)
        if kin and not any(v.same for v in verdicts):
            verdicts += [v for x, y in pairs if (v := _by_seat(x, y, others.context) or _by_seat(y, x, some.context))]
        return max(verdicts, key=lambda v: (v.same is True, v.score), default=None)


def _by_print(a: Local, b: Local, word: str, abroad: bool) -> Verdict:
    """One printed name: one organisation, unless it says only what sort of body it is and the articles are of two countries."""
    sure = len(word) > 3 or bool(a.context & b.context)
    known, rest = concepts(word)
    national = bool(known) and not rest
    if abroad and (national or word in {fold_key(n) for n in a.acronyms}):
        sure = False
    if _only_generic(a) and not (a.countries & b.countries or len(a.context & b.context) >= 2):
        sure = False
    return Verdict(True if sure else None, 0.95, (f"both are called “{word}”",))


def _by_field(some: tuple[Meaning, ...], others: tuple[Meaning, ...]) -> Verdict | None:
    """Two ministries of one first field: pages leave out the others ("Ministry of Agriculture", «وزارة الزراعة والإصلاح الزراعي»)."""
    for x in some:
        for y in others:
            # "Défense" and "Défense nationale" of one page may be two states': what is left out must be a field.
            more = (x.concepts ^ y.concepts) - {"national", "general", "royal", "federal"}
            if x.field and x.field == y.field and more and not x.rest and not y.rest:
                said = f"both are a ministry of {x.field} first, and the articles speak of one state"
                return Verdict(True, 0.88, (said,))
    return None


def _only_generic(item: Local) -> bool:
    return all(not m.rest and m.concepts <= _shared("generic") for m in meanings(item)) and bool(item.names)


def _countries_differ(a: Local, b: Local) -> bool:
    return bool(a.countries and b.countries and not a.countries & b.countries)


def _by_meaning(
    x: Meaning, y: Meaning, shared: int, kin: bool | None, seats: tuple[frozenset[str], frozenset[str]]
) -> Verdict | None:
    """The same concepts and the same other words, by sound.

    ``kin``: the articles speak mostly of one state (``None``: of two); ``seats``: whose body either is where its name does not say it.
    """
    if x.rest or y.rest:
        return _by_words(x, y, shared)
    if x.concepts != y.concepts or not x.concepts:
        return None
    words = " + ".join(sorted(x.concepts))
    if of_each_state(x.concepts) and not x.countries & y.countries:
        said = f"both mean {words}, and the articles speak of one state"
        # A state has one coast guard: pages that speak mostly of one state mean the same.
        one = kin and shared and one_a_state(x.concepts) and not x.concepts & EACH_STATES
        if one or (x.countries or seats[0]) & (y.countries or seats[1]):
            return Verdict(True, 0.9, (said,))
        return Verdict(None, 0.5, (f"both mean {words}; whose is not said",))
    if x.concepts <= _shared("generic") and not x.countries & y.countries:
        return None if not shared else Verdict(None, 0.5, (f"both mean {words}; whose is not said",))
    if x.countries & y.countries:
        return Verdict(True, 0.92, (f"both mean {words} of {min(x.countries & y.countries)}",))
    sure = (len(x.concepts) >= 3 and kin is not None) or (len(x.concepts) == 2 and shared >= (1 if kin else 4))
    if "foreign" in x.concepts and not kin and not (x.countries or y.countries):
        sure = False  # what two states share has two foreign ministries, and articles of both name the same things
    return Verdict(True if sure else None, 0.85, (f"both mean {words}",))


_TELLING = 2
"""Words of a name above which two pages that speak of two states may mean one body: "Western Plateau Front"."""
_PERSON = f"{HEARD}person:"
"""What keys of persons whom two articles name begin with."""


def _acquainted(common: frozenset[str]) -> bool:
    """True when two articles name two persons in common, or one and a place that no list has among four things."""
    persons = sum(c.startswith(_PERSON) for c in common)
    return persons > 1 or (persons == 1 and len(common) > 3 and sum(c.startswith(HEARD) for c in common) > 1)


def _in_company(x: Meaning, y: Meaning) -> Verdict | None:
    """One meaning, where the articles name two persons in common: a union of artists is then one whatever states they speak of.

    A club's name that says a meaning and the same words besides is one there too: "Étoile de Sidi Mokhfi", «نجم سيدي مخفي».
    """
    if x.rest and y.rest and x.concepts:
        return _by_words(x, y, 1) if x.concepts == y.concepts else None
    if x.rest or y.rest or x.concepts != y.concepts or len(x.concepts - SAYS_LITTLE) < 2:
        return None
    if x.concepts & EACH_STATES or x.concepts <= _shared("generic"):
        return None
    words = " + ".join(sorted(x.concepts))
    return Verdict(True, 0.86, (f"both mean {words}, and the articles name persons in common",))


def _by_translation(a: Local, b: Local, shared: int, kin: bool | None, alike: bool) -> Verdict | None:
    """One name says in another language what the other says; the articles must have more in common than that."""
    if a.language == b.language:
        return None
    found = max(
        ((s, x, y) for x in a.names for y in b.names if (s := translated.translation(x, a.language, y, b.language))),
        default=None,
    )
    if found is None:
        return None
    score, x, y = found
    # Every state has a ministry of defence: of words that name no one body the articles must speak of one state.
    named = any(n.concept is None for n in translated.read(x))
    # A person or a small town in common is more than a capital that every page names.
    near = named or kin or any(c.startswith(HEARD) for c in a.context & b.context)
    enough = shared >= (1 if near else 4)
    means = frozenset(n.concept for n in translated.read(x) if n.concept)
    if not named and not alike and of_each_state(means):
        enough = False
    sure = kin is not None and (enough or bool(a.countries & b.countries))
    sure = sure or (alike and not named and of_each_state(means))
    return Verdict(
        True if sure else None, 0.9 * score, (f"“{x}” and “{y}” say the same in two languages, word by word",)
    )


def _by_less(a: Local, b: Local, shared: int, common: frozenset[str]) -> Verdict | None:
    """One name is the other without its sort or its trade: "Sinyar", «وكالة السنيار للأنباء»; one word alone needs more in common.

    A firm of one name and one trade may work in two states.
    """
    found = max((shortened(x, y) for x in a.names for y in b.names), default=(0.0, (), False))
    score, why, alone = found
    if not score or (alone and not shared):
        return None
    abroad = not alone and (len(common) > 1 or any(c.startswith(HEARD) for c in common))
    enough = abroad or shared >= (2 if alone else 1)
    return Verdict(True if enough else None, 0.9 * score, (*why, "the articles name other things in common"))


def _seated(m: Meaning) -> bool:
    """True of what a town has one of, its town said or not: «محكمة الجنايات», "inspection d'académie de K."."""
    return len(m.rest) <= 2 and (len(m.concepts) > 1 or bool(m.concepts & _TOWNS_OWN)) and bool(m.concepts & _TOWNS)


_TOWNS_OWN = frozenset({"educationinspectorate", "appeal", "administrativecourt", "commercialcourt"})
_TOWNS = _TOWNS_OWN | {"court", "prosecution", "inspection"}
"""Concepts of what sits in a town; those of the first set need no other to tell which body it is."""


def _by_seat(x: Meaning, y: Meaning, context: frozenset[str]) -> Verdict | None:
    """One name leaves out the town, which its article names: "cour criminelle de Tripoli", «محكمة الجنايات»."""
    if not x.rest or y.rest or x.concepts != y.concepts or not _seated(x):
        return None
    listed = [k.partition("-")[2] for k in context if k.startswith("place:") and "-" in k]
    heard = {k.removeprefix(f"{HEARD}place:") for k in context if k.startswith(f"{HEARD}place:")}
    word = " ".join(x.rest)
    if not any(translated.heard(word, t) >= 0.85 for t in listed) and "+".join(map(bones, x.rest)) not in heard:
        return None
    return Verdict(True, 0.86, (f"the other article names “{word}” too, where the body sits",))


def _by_words(x: Meaning, y: Meaning, shared: int) -> Verdict | None:
    """Proper words must agree one by one; concepts may be left out by one side but not contradict."""
    if len(x.rest) != len(y.rest) or not (x.concepts <= y.concepts or y.concepts <= x.concepts):
        return None
    scores = _agreeing(x.rest, y.rest)
    if not scores:
        return None
    score = sum(s for s, _ in scores) / len(scores)
    long = max(sum(map(len, x.rest)), sum(map(len, y.rest))) >= 6
    sure = x.concepts == y.concepts and (long or len(x.rest) > 1) and (shared >= 1 or bool(x.countries & y.countries))
    if script_of(x.rest[0]) == script_of(y.rest[0]) and x.concepts == y.concepts:
        sure = sure or score >= 0.99
    return Verdict(True if sure else None, score * 0.93, tuple(r for _, r in scores))


@lru_cache(maxsize=16384)
def _agreeing(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[float, str], ...]:
    """How each of some words agrees with one of as many others, and why; empty when one agrees with none."""
    found = []
    left = list(others)
    for word in some:
        if (state := state_of(word)) and (same := [o for o in left if state_of(o) == state]):
            left.remove(same[0])
            found.append((1.0, f"“{word}” and “{same[0]}” are one state"))
            continue
        score, n = max(((score_of(word, other), n) for n, other in enumerate(left)), key=lambda m: m[0])
        other = left.pop(n)
        if score < (0.9 if script_of(word) == script_of(other) else 0.8):
            return ()
        found.append((score, compare_tokens(word, other).reason))
    return tuple(found)
