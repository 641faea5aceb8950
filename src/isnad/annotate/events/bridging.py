"""Where something took place that its clause says only by pointing back: "there", "at the hospital", «أمام المسرح», "un éboulement *y* avait".

A definite noun for a spot in a town names nothing by itself; it is that of the place the text tells of (a bridging reference: Clark 1975).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.premises import scene_of_mishap
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import EventMention, Mention, Reading
from isnad.text import fold_key

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


@cache
def pointing(language: str) -> Pointing:
    """Return the words of one of our languages."""
    data = table(language, "events")
    return Pointing(
        Phrases(language, ((w, "there") for w in data["there"])),
        Phrases(language, ((w, "empty") for w in data["there_empty"])),
        frozenset(f for w in data["spots"] for f in noun_forms(language, w)),
        frozenset(f for w in data["regions"] for f in noun_forms(language, w)),
        frozenset(f for w in data["stand_for"] for f in noun_forms(language, w)),
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
    return _befallen_spot(layout, hit, grammar, (low, high), text) if hit.trigger.kind in _befalls() else ""


@cache
def _befalls() -> frozenset[str]:
    """Kinds of which what is done to a spot is done there."""
    return frozenset((*table("shared", "kinds")["befalls"], "inquiry", "visit")) - {"protest"}


def _befallen_spot(layout: Layout, hit: Hit, grammar: Grammar, room: tuple[int, int], text: str) -> str:
    """The noun of the spot that a verb or its noun befalls: "*the mill* was closed", « la fermeture *de l'usine* », «تعرض *المتحف* للنهب»."""
    known, items = pointing(grammar.language), layout.items
    spots = known.spots | known.stand_for
    for i in range(*room):
        if items[i].kind != "word" or spots.isdisjoint(items[i].keys):
            continue
        own = layout.labels[i] == "bare" or (
            hit.how != "verb" and layout.labels[i] == "of" and 0 < i - hit.last <= NEAR
        )
        if own and _definite(layout, i, grammar) and not _has_a_name(layout, i, grammar, text):
            after = items[i + 1 : i + 2]
            noun = grammar.compounds and bool(after) and after[0].kind == "word" and i + 1 != hit.first
            noun = noun and grammar.prepositions.at(items, i + 1) is None and not _helps(after[0].key, grammar)
            if not noun and not any(x.kind == "name" for x in after) and not _owned_by_name(layout, i, grammar):
                return NAMED + items[i].key
    return ""


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
    return j > 0 and (grammar.words["articles"].at(items, j - 1) is not None or not _SAME.isdisjoint(items[j - 1].keys))


_SAME = frozenset(
    {
        "same",
        "même",
        "meme",
        "mismo",
        "misma",
        "this",
        "that",
        "ce",
        "cet",
        "cette",
        "ese",
        "esa",
        "este",
        "esta",
        "aquel",
        "aquella",
    }
)
"""Words that point back before a noun without an article."""


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
    spots = known.spots | known.stand_for
    if items[j].kind != "word" or label not in ("at", "before", "to") or spots.isdisjoint(items[j].keys):
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


def place_pointed(
    reading: Reading, noun: str, before: int, told: Iterable[tuple[int, int]], sentence: int
) -> int | None:
    """Return the mention of the place that a noun points back to, ``None`` when nothing is one or it stays open which.

    ``before`` is the offset of the trigger, ``told`` the sentences and places of what was told before it, ``sentence`` its own.
    """
    if noun.startswith(NAMED):
        return _bearer(reading, noun.removeprefix(NAMED), before)
    language = reading.article.language
    if noun == CAPITAL:
        return _capital(reading, before)
    if _noun(language, noun) in pointing(language).regions and (land := _bearer(reading, noun, before)) is not None:
        return land
    if noun != THERE and (named := _of_that_name(reading, noun, before)) is not None:
        return named if named >= 0 else None
    places = [(s, m) for s, m in told if s <= sentence and not country(reading.mentions[m])]
    if not places:
        return focus(reading)
    last, first = max(places, key=lambda p: p[0]), min(places, key=lambda p: p[0])
    if noun == THERE:
        return last[1] if sentence - last[0] <= NEAR else first[1]
    # A story that has moved on to another town leaves open which one "the hospital" is in.
    return first[1] if _name(reading.mentions[last[1]]) == _name(reading.mentions[first[1]]) else None


def _capital(reading: Reading, before: int) -> int | None:
    """The one capital that the text has named before, or names with its state."""
    states = {(m.key or "").removeprefix("place:") for m in reading.mentions if m.kind == "place"}
    lands = _capitals()
    named = [(i, m) for i, m in enumerate(reading.mentions) if m.kind == "place" and fold_key(m.text) in lands]
    named = [(i, m) for i, m in named if m.end <= before or lands[fold_key(m.text)] in states]
    return named[0][0] if len({_name(m) for _, m in named}) == 1 else None


@cache
def _capitals() -> dict[str, str]:
    """The folded names of capitals, each with the code of its state."""
    rows = table("shared", "capitals")["capitals"]
    return {fold_key(name): row["country"] for row in rows for name in row["names"]}


def focus(reading: Reading) -> int | None:
    """Return the first mention of the one town that a text is about, ``None`` when two share it.

    A town named in the title counts twice, and the one that is named most must be named twice as often as any other
    (after the geographic focus of a page: Amitay et al. 2004). Something must be said to be "in" it: what no gazetteer lists may be
    a firm, and a town that is only gone to or called after is not where the story is.
    """
    language, text = reading.article.language, reading.article.text
    within, perhaps = (
        frozenset(key_of(language, w) for w in table(language, "events")[k]) for k in ("within", "towards")
    )
    titles = [p for p in reading.article.parts if p.kind == "title"]
    counts: Counter[str] = Counter()
    firsts: dict[str, int] = {}
    sure: set[str] = set()
    for i, m in enumerate(reading.mentions):
        if m.kind == "place" and not country(m):
            counts[_name(m)] += 1 + any(p.start <= m.start < p.end for p in titles)
            firsts.setdefault(_name(m), i)
            beside = text[max(0, m.start - 12) : m.start].split()[-1:]
            known = within | perhaps if m.key else within
            sure |= {_name(m)} if any(key_of(language, w) in known for w in beside) else set()
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return firsts[most[0][0]] if most[0][0] in sure else None


def _name(m: Mention) -> str:
    return (m.key or m.text).casefold()


def _of_that_name(reading: Reading, noun: str, before: int) -> int | None:
    """The last place named by that noun: "the *crossing*" after "Wazen crossing", «المعبر» after «معبر وازن»; -1 when a body is, whose
    place the text does not name."""
    language, text = reading.article.language, reading.article.text
    wanted = noun.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")
    best = None
    for i, m in enumerate(reading.mentions):
        if m.end > before or country(m):
            continue
        beside = text[max(0, m.start - 24) : m.start].split()[-3:] if m.kind == "place" else []
        name = m.role.text if m.kind == "person" and m.role is not None else m.text
        if any(key_of(language, w) == wanted for w in (*beside, *name.split()[m.kind == "person" :])):
            best = i if m.kind == "place" else _inside(reading, name)
    return best


def _bearer(reading: Reading, noun: str, before: int) -> int | None:
    """The one place or house that the text calls by a noun and a name, or the town it says the noun stands in, ``None`` for two."""
    language = reading.article.language
    wanted, known = _noun(language, noun), pointing(language)
    own = _called(reading, frozenset({wanted}), before)
    if own is not None or wanted not in known.stand_for:
        return own
    # "The facility" takes up a site in a town; who acts may be called by a house's noun too («النيابة العامة»).
    other = _called(reading, known.spots - known.regions, before)
    return other if other is not None and reading.mentions[other].kind == "place" else None


def _called(reading: Reading, nouns: frozenset[str], before: int) -> int | None:
    """The one place or house before an offset that the text calls by one of some nouns, ``None`` for two."""
    language, text = reading.article.language, reading.article.text
    found: dict[str, int] = {}
    for i, m in enumerate(reading.mentions):
        if m.end > before or m.kind == "person" or country(m):
            continue
        own = any(_noun(language, w) in nouns for w in m.text.split())
        if m.kind == "place" and not own:
            beside = text[max(0, m.start - 40) : m.start].replace("\n", " . ").split()[-BESIDE:]
            own = any(_noun(language, w) in nouns for w in beside) and not any(w[-1] in ".,;:،؛" for w in beside)
        if own and m.kind == "organization":
            near = (k for k, o in enumerate(reading.mentions) if o.kind == "place" and m.start <= o.start <= m.end + 5)
            i = next((k for k in near if not country(reading.mentions[k])), i)
        if own:
            found.setdefault(_name(reading.mentions[i]), i)
    return next(iter(found.values()), None) if len(found) < 2 else _foremost(reading, found)


def _foremost(reading: Reading, found: Mapping[str, int]) -> int | None:
    """The one of some places of one sort that a text is about: named in its title, and twice as often as any other."""
    counts = Counter(_name(m) for m in reading.mentions)
    most, other = sorted(found, key=lambda n: -counts[n])[:2]
    titles = [p for p in reading.article.parts if p.kind == "title"]
    titled = any(_name(m) == most and any(p.start <= m.start < p.end for p in titles) for m in reading.mentions)
    return found[most] if titled and counts[most] >= 2 * counts[other] else None


def _noun(language: str, word: str) -> str:
    """The key of a noun, without an Arabic particle."""
    key = key_of(language, word)
    return key if language != "ar" else key.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")


BESIDE = 4
"""Words before a place in which the noun stands that is there: "the textile *mill* at Kentmere"."""


def _inside(reading: Reading, body: str) -> int:
    """The place that a body's name holds, when the text names it by itself too ("the director of Atbara Hospital"), else -1."""
    words = f" {fold_key(body)} "
    held = (i for i, m in enumerate(reading.mentions) if m.kind == "place" and f" {fold_key(m.text)} " in words)
    return next((i for i in held if not country(reading.mentions[i])), -1)


def country(m: Mention) -> bool:
    """Return whether a place is a state."""
    return len((m.key or "").removeprefix("place:")) == 2


def told_places(tellings: Iterable[tuple[int, EventMention, int | None]]) -> list[tuple[int, int]]:
    """Return the sentences and places of tellings that lend their place, in order: not of what is said or judged of them."""
    away = frozenset(table("shared", "kinds")["away"])
    lent = ((s, e.trigger.start, p) for s, e, p in tellings if p is not None and e.kind not in away)
    return [(s, p) for s, _, p in sorted(lent)]
