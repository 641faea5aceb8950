"""Where something took place that its clause says only by pointing back: "there", "at the hospital", «أمام المسرح», "un éboulement *y* avait".

A definite noun for a spot in a town names nothing by itself; it is that of the place the text tells of (a bridging reference: Clark 1975).
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import forms_once, noun_forms
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.premises import scene_of_mishap
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Mention

THERE = "*"
"""What points back to a place without a noun."""
NAMED = "="
"""What a noun begins with that points to its own bearer alone, not to the town around it."""
CAPITAL = "^"
"""What points to the capital that the page names."""
NEAR = 3
"""Sentences back within which the place of what was told last is the one pointed at."""


class Pointing(Struct, frozen=True):
    """One language's words: ``there`` for the place itself, ``empty`` that only look like it ("there is"), ``spots`` nouns of a town."""

    there: Phrases
    empty: Phrases
    spots: frozenset[str]
    regions: frozenset[str]
    stand_for: frozenset[str]
    nouns: frozenset[str]
    """Of ``spots`` and of ``stand_for``."""


@cache
def pointing(language: str) -> Pointing:
    """Return the words of one of our languages."""
    data = table(language, "events")
    spots, stand_for = (frozenset(f for w in data[k] for f in noun_forms(language, w)) for k in ("spots", "stand_for"))
    return Pointing(
        Phrases(language, ((w, "there") for w in data["there"])),
        Phrases(language, ((w, "empty") for w in data["there_empty"])),
        spots,
        frozenset(f for w in data["regions"] for f in noun_forms(language, w)),
        stand_for,
        spots | stand_for,
    )


def pointed(layout: Layout, hit: Hit, grammar: Grammar, room: tuple[int, int], text: str) -> str:
    """Return the noun by which a clause points back to a place, :data:`THERE` for none, "" when it does not point.

    ``room`` are the items that are the trigger's own; ``text`` is the article's.
    """
    first = hit.verb.first if hit.verb is not None else hit.first
    left = max(0, layout.left(min(first, hit.first)))
    low, high = max(left, room[0]), min(layout.right(hit.last), room[1])
    known = pointing(grammar.language)
    for i in sorted(range(low, high), key=lambda i: (i < first, abs(i - first))):
        if ((found := known.there.at(layout.items, i)) and not _empty(layout, i, found[1], known)) or scene_of_mishap(
            layout, i, grammar
        ):
            noun = THERE
        elif _in_the_capital(layout, i, grammar):
            noun = CAPITAL
        elif _spot(layout, i, grammar, known) and not _has_a_name(layout, i, grammar, text):
            strict = known.spots.isdisjoint(layout.items[i].keys)
            noun = NAMED * strict + layout.items[i].key
        else:
            continue
        if (
            i > first
            or (low == left and _at_head(layout, low, i))
            or not any(m.key in (",", "،") for m in layout.items[i:first])
        ):
            return noun
    spot = _befallen_spot(layout, hit, grammar, (low, high), text) if hit.trigger.kind in _befalls() else ""
    # "*The mill* had known a fire in 2009 that left two dead": a death looks back over its sentence.
    dead = hit.trigger.kind in table("shared", "kinds")["deadly"]
    spot = spot or _seeing_spot(layout, (0 if dead else low, high), grammar, text)
    return spot or _assembly(layout, hit, grammar, (low, high), text)


def _assembly(layout: Layout, hit: Hit, grammar: Grammar, room: tuple[int, int], text: str) -> str:
    """The noun of the gathering at which something was done, which takes its town along: "walked out of *the summit*", «على هامش *القمة*»."""
    items = layout.items
    known = _assemblies(grammar.language)
    acts = hit.trigger.kind in table("shared", "kinds")["befalls"] or hit.trigger.kind in _BY_ASSEMBLIES
    beside: list[int] = [*range(*room), *range(min(room[0], HEAD))]
    for i in beside:
        if items[i].kind != "word" or known.isdisjoint(items[i].keys) or hit.first <= i <= hit.last:
            continue
        if i < room[0] and layout.labels[i] == "bare":
            continue
        label = layout.labels[i]
        held = label in ("at", "before", "from", "time") or (label == "bare" and acts) or _beside(layout, i, grammar)
        if not held:
            continue
        if _alone(layout, i, hit, grammar, text):
            return NAMED + items[i].key
    return ""


HEAD = 7
"""Items at the head of a sentence in which it says at what: « *En marge du sommet*, le ministre a signé »."""
_BY_ASSEMBLIES = frozenset({"approval", "gathering", "election", "meeting", "competition", "departure"})
"""Kinds of what a gathering itself does, or whoever leaves it."""


def _beside(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True for what is held during a gathering: "on the *sidelines of* the summit", « à l'*ouverture du* congrès », «*أشغال* القمة»."""
    near = layout.items[max(0, i - NEAR - 1) : i]
    return any(not _during(grammar.language).isdisjoint(w.keys) for w in near if w.kind == "word")


@cache
def _assemblies(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["assemblies"] for f in noun_forms(language, w))


@cache
def _during(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["course"] for f in noun_forms(language, w))


def _seeing_spot(layout: Layout, room: tuple[int, int], grammar: Grammar, text: str) -> str:
    """The noun of the spot that has seen something: "*the mill* had known a fire", « *le quartier* a connu », «شهدت *المقاطعة* أعمال شغب»."""
    items, known, verbs = layout.items, pointing(grammar.language), seeing(grammar.language)
    spots = known.nouns
    for at in range(*room):
        if items[at].kind != "word" or verbs.isdisjoint(items[at].keys):
            continue
        beside = range(at - 1, max(room[0], at - 5) - 1, -1)
        for i in (at + 1, *beside) if grammar.verb_first else beside:
            if i >= room[1] or (i > at and items[i].kind != "word"):
                continue
            if items[i].kind in ("mark", "name"):
                break
            if layout.labels[i] != "bare" or spots.isdisjoint(items[i].keys):
                continue
            if _definite(layout, i, grammar) and not _has_a_name(layout, i, grammar, text):
                return "" if _owned_by_name(layout, i, grammar) else f"{NAMED}{items[i].key}"
    return ""


@cache
def seeing(language: str) -> frozenset[str]:
    """Return the forms of verbs by which a place is said to have seen an event: "the worst fire *Talling has seen*"."""
    return frozenset(f for v in table(language, "events")["sees"] for f in forms_once(language, v))


@cache
def _befalls() -> frozenset[str]:
    """Kinds of which what is done to a spot is done there."""
    return frozenset((*table("shared", "kinds")["befalls"], "inquiry", "visit")) - {"protest"}


def _befallen_spot(layout: Layout, hit: Hit, grammar: Grammar, room: tuple[int, int], text: str) -> str:
    """The noun of the spot that a verb or its noun befalls: "*the mill* was closed", « la fermeture *de l'usine* », «تعرض *المتحف* للنهب»."""
    known, items = pointing(grammar.language), layout.items
    spots = known.nouns
    for i in range(*room):
        if items[i].kind != "word" or spots.isdisjoint(items[i].keys):
            continue
        own = layout.labels[i] == "bare" or (
            hit.how != "verb" and layout.labels[i] == "of" and 0 < i - hit.last <= NEAR
        )
        if own and _alone(layout, i, hit, grammar, text):
            return NAMED + items[i].key
    return ""


def _alone(layout: Layout, i: int, hit: Hit, grammar: Grammar, text: str) -> bool:
    """True for a definite noun that has no name, no place of its own and no noun behind it: "the mill", and not "the mill at Talling"."""
    if not _definite(layout, i, grammar) or _has_a_name(layout, i, grammar, text):
        return False
    items = layout.items
    after = items[i + 1 : i + 2]
    noun = grammar.compounds and bool(after) and after[0].kind == "word" and i + 1 != hit.first
    noun = noun and grammar.prepositions.at(items, i + 1) is None and not _helps(after[0].key, grammar)
    return not noun and not any(x.kind == "name" for x in after) and not _owned_by_name(layout, i, grammar)


def _helps(key: str, grammar: Grammar) -> bool:
    return key in ("and", "or") or any(key in forms for forms in grammar.auxiliaries.values())


def _owned_by_name(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True for "the mill *of Kentmere*", «مصنع في تازرت»: what has a place of its own points to none."""
    after = layout.items[i + 1 : i + 4]
    return any(x.kind == "name" and layout.labels[i + 1 + n] in ("of", "at") for n, x in enumerate(after))


def _definite(layout: Layout, j: int, grammar: Grammar) -> bool:
    items = layout.items
    if grammar.verb_first:
        return items[j].key.removeprefix("و").removeprefix("ب").startswith("ال") or items[j].key.startswith("لل")
    return j > 0 and not _DEFINITE.isdisjoint(items[j - 1].keys)


_DEFINITE = frozenset(
    "the le la les l' l’ el los las du au aux del al same même meme mismo misma mêmes mismos mismas this that these those ce cet cette ces ese "
    "esa esos esas este esta estos estas aquel aquella aquellos aquellas dicho dicha ledit ladite dudit said its their his her son sa ses leur "
    "leurs su sus notre our nuestro nuestra".split()
)
"""Words that point back before a noun; a "mill" behind "a" is one that nobody named before."""


def _at_head(layout: Layout, low: int, i: int) -> bool:
    """True when nothing but small words stands before an item of a clause: "*Devant l'hôtel de ville*, une centaine d'usagers …"."""
    items = layout.items
    small = (items[j].kind in ("mark", "time") or layout.labels[j] in ("at", "before", "to") for j in range(low, i))
    return all(small) and i - low <= 6


def _empty(layout: Layout, i: int, length: int, known: Pointing) -> bool:
    """True for a word of place that is part of a phrase without one: "il *y* a", "*there* were"."""
    hits = ((j, known.empty.at(layout.items, j)) for j in range(max(0, i - 3), i + 1))
    return any(hit is not None and j + hit[1] >= i + length for j, hit in hits)


def _spot(layout: Layout, j: int, grammar: Grammar, known: Pointing) -> bool:
    """True for "at the hospital", «أمام المسرح», «في دار الشباب», and not "at the hospital of X" or "at a hospital"."""
    items, label = layout.items, layout.labels[j]
    if items[j].kind != "word" or label not in ("at", "before", "to") or known.nouns.isdisjoint(items[j].keys):
        return False
    after = items[j + 1 : j + 4]
    if any(i.kind == "name" for i in after[:2]) or (len(after) > 2 and after[2].kind == "name" and _owned(layout, j)):
        return False
    if grammar.verb_first:
        return (
            "ال" in items[j].key[:4]
            or items[j].key.startswith("لل")
            or (bool(after) and after[0].kind == "word" and after[0].key.startswith("ال"))
        )
    return _definite(layout, j, grammar)


def _in_the_capital(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True for "in the capital" alone, and not "the capital of X", "the capital's mayor", « la capitale régionale »."""
    items = layout.items
    if items[i].kind != "word" or _SEAT.isdisjoint(items[i].keys) or layout.labels[i] not in ("at", "to", "before"):
        return False
    if not (items[i].key.endswith("العاصمه") if grammar.verb_first else _definite(layout, i, grammar)):
        return False
    after = items[i + 1] if i + 1 < len(items) else None
    if after is None or after.kind in ("mark", "time"):
        return after is None or after.key not in ("'", "’", "-")
    governs = grammar.prepositions.at(items, i + 1)
    return (governs is not None and governs[0] != "of") or grammar.words["coordinate"].at(items, i + 1) is not None


_SEAT = frozenset({"capital", "capitale", "العاصمه", "عاصمه"})
"""Nouns for a capital."""


def _has_a_name(layout: Layout, j: int, grammar: Grammar, text: str) -> bool:
    """True for a spot called by a capital letter, though no list knows its name: "la plaza *del Fuerte*", "the Hall *of Mirrors*"."""
    if grammar.verb_first:
        return False
    items = layout.items
    at = j + 1
    while at < min(len(items), j + 4) and (grammar.prepositions.at(items, at) or ("",))[0] == "of":
        at += 1
    at += at > j + 1 and at < len(items) and grammar.words["articles"].at(items, at) is not None
    return at < len(items) and items[at].kind == "word" and text[items[at].start].isupper()


def _owned(layout: Layout, j: int) -> bool:
    return layout.labels[j + 3] in ("of", layout.labels[j])


def country(m: Mention) -> bool:
    """Return whether a place is a state."""
    return len((m.key or "").removeprefix("place:")) == 2
