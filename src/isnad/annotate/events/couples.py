"""Two who were told of together and are taken up as two: "*The two men* signed", « tous deux », «ووقع *الوزيران*», «وافتتح*ا* معرضا».

Anaphora to a pair that the discourse has made one (Kamp & Reyle 1993 call it summation). Only the two persons or bodies named last, by themselves,
are meant; where three are, nothing is said. "The two countries" are left to the register of agreements, which knows whom a page is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import EventMention, Mention, Reading, Span
from isnad.text import fold_key

REACH = 3
"""Sentences behind the one that names two within which they are taken up."""
ADJECTIVES = 2
"""Words between "the two" and its noun."""
BEHIND = 4
"""Items behind an Arabic verb within which its subject stands, and behind any verb within which the noun that it carries does."""
SORTS = ("persons", "sides", "bodies")


class Couples(Struct, frozen=True):
    """The two persons and the two bodies told of together last, with the sentence that names them."""

    persons: tuple[int, ...] = ()
    told: int = 0
    bodies: tuple[int, ...] = ()
    named: int = 0


class _Words(Struct, frozen=True):
    determiners: Phrases
    alone: Phrases
    they: Phrases
    nouns: dict[str, str]
    articles: Phrases
    offices: frozenset[str]


@cache
def _words(language: str) -> _Words:
    data = table(language, "couples")
    nouns = {key_of(language, w): sort for sort in SORTS for w in data[sort]}
    return _Words(
        Phrases(language, ((w, "two") for w in data["determiners"])),
        Phrases(language, ((w, "alone") for w in data["alone"])),
        Phrases(language, ((w, "they") for w in data["they"])),
        nouns,
        Phrases(language, ((w, "the") for w in data["articles"])),
        frozenset(key_of(language, w) for w in data["offices"]),
    )


def then(known: Couples, reading: Reading, index: int, sentence: Span, told: Iterable[EventMention]) -> Couples:
    """Return what is known of pairs behind a sentence that tells these events."""
    mentions = reading.mentions
    here = [i for i, m in enumerate(mentions) if sentence.start <= m.start < sentence.end]
    persons = _distinct(mentions, (i for i in here if _person(mentions[i])))
    taking = (
        _distinct(mentions, (r for t in e.participants for r in mentions[t.mention].refers or (t.mention,)
                             if _person(mentions[r])))
        for e in told
    )  # fmt: skip
    two = next((p for p in taking if len(p) == 2), persons if len(persons) == 2 else ())
    if two:
        known = replace(known, persons=tuple(two), told=index)
    elif len(persons) > 2:
        known = replace(known, persons=())
    bodies = _distinct(mentions, (i for i in here if mentions[i].kind == "organization" and mentions[i].form != "role"))
    if len(bodies) == 2:
        known = replace(known, bodies=tuple(bodies), named=index)
    elif len(bodies) > 2:
        known = replace(known, bodies=())
    return known


def _person(m: Mention) -> bool:
    return m.kind == "person" and not m.plural and m.form != "role"


def _distinct(mentions: Sequence[Mention], some: Iterable[int]) -> list[int]:
    """The first mention of each who is named; a last name stands for the whole."""
    seen: dict[str, int] = {}
    for i in some:
        m = mentions[i]
        words = fold_key(m.text).split()
        seen.setdefault((words[-1] if m.kind == "person" else m.key or " ".join(words)) if words else "", i)
    return list(seen.values())


def with_couples(
    layout: Layout, hit: Hit, parts: Parts, mentions: Sequence[Mention], grammar: Grammar, start: int, right: int,
    index: int, known: Couples,
) -> Parts:  # fmt: skip
    """Return the parts with the two who are taken up as two: as whoever the verb's subject is, or between whom something was.

    ``start`` is the item before which another trigger owns the names, ``right`` the one behind the last that is this one's.
    """
    if not (known.persons or known.bodies):
        return parts
    names, unnamed = dict(parts.names), set(parts.unnamed)
    verb, passive = hit.verb, hit.verb is not None and hit.verb.passive
    carries = hit.how == "verb" or (verb is not None and hit.how == "do" and 0 <= hit.first - verb.last <= BEHIND)
    if verb is not None and carries and verb.tense not in ("infinitive", "gerund", "purpose"):
        position = "object" if passive else "subject"
        sort = _subject(layout, hit, grammar, start)
        begin = layout.items[max(0, layout.left(verb.first))].start
        named = (
            m for m in names.get(position, ()) if mentions[m].start >= begin
        )  # not whom a silent subject would mean
        if any(not (mentions[m].form == "role" and mentions[m].plural) for m in named):
            sort = ""
        if two := _two(sort, known, index):
            names[position] = two
            unnamed.discard(position)
    if "between" not in names:
        for j in range(max(0, hit.first), min(right, len(layout.items))):
            found = _at(layout, j, grammar)
            taken = found is not None and found[0] in SORTS and layout.labels[found[1]] == "between"
            if found is not None and taken and (two := _two(found[0], known, index)):
                names["between"] = two
                unnamed.discard("between")
                break
    return replace(parts, names=names, unnamed=frozenset(unnamed)) if names != dict(parts.names) else parts


def _two(sort: str, known: Couples, index: int) -> tuple[int, ...]:
    """Whom such a noun takes up."""
    persons = known.persons if 0 <= index - known.told <= REACH else ()
    bodies = known.bodies if 0 <= index - known.named <= REACH else ()
    if sort in ("they", "offices"):
        return persons if index - known.told <= 1 else ()
    if sort in ("persons", "alone"):
        return persons
    if sort == "bodies":
        return bodies
    return persons or bodies if sort == "sides" else ()


def _at(layout: Layout, j: int, grammar: Grammar) -> tuple[str, int] | None:
    """What sort of two the words at an item take up, and the item of their noun; ``None`` for no such words."""
    words, items = _words(grammar.language), layout.items
    if items[j].kind not in ("word", "role", "name"):
        return None
    if words.they.at(items, j) is not None:
        return "they", j
    if grammar.verb_first:
        sort = next((words.nouns[k] for k in items[j].keys if k in words.nouns), None)
        if sort is not None:
            return sort, j
        return ("alone", j) if words.alone.at(items, j) else None
    if (found := words.determiners.at(items, j)) is not None:
        at = j + found[1]
        for k in range(at, min(at + ADJECTIVES + 1, len(items))):
            if items[k].kind not in ("word", "role", "name") or grammar.prepositions.at(items, k):
                break
            sort = next((words.nouns[key] for key in items[k].keys if key in words.nouns), None)
            if sort is not None:
                return sort, k
    if (article := words.articles.at(items, j)) is not None:
        at = j + article[1]
        if (
            at < len(items)
            and items[at].kind in ("word", "role", "name")
            and not words.offices.isdisjoint(items[at].keys)
        ):
            return "offices", at
    if (lone := words.alone.at(items, j)) is not None:
        behind = j + lone[1]
        return "alone", behind - 1
    return None


def _subject(layout: Layout, hit: Hit, grammar: Grammar, start: int) -> str:
    """The sort of two that are a verb's subject; empty for none."""
    verb = hit.verb
    assert verb is not None
    items, left = layout.items, max(-1, layout.left(verb.first))
    if grammar.verb_first:
        for j in range(verb.last + 1, min(layout.right(verb.last), verb.last + 1 + BEHIND)):
            if items[j].kind == "name":
                break
            found = _at(layout, j, grammar)
            if found is not None:
                return found[0] if layout.labels[found[1]] == "bare" else ""
    for j in range(max(left + 1, start), verb.first):
        found = _at(layout, j, grammar)
        if found is None or layout.labels[found[1]] != "bare" or found[1] >= verb.first:
            continue
        between = items[found[1] + 1 : verb.first]
        if found[0] in ("alone", "they", "offices") and any(i.kind != "time" for i in between):
            continue  # "*both* wings of the hospital were closed"
        if not any(i.kind == "name" for i in between) or grammar.verb_first:
            return found[0]
    return "alone" if grammar.verb_first and _dual(layout, hit) else ""


def _dual(layout: Layout, hit: Hit) -> bool:
    """True for an Arabic verb in the dual: «وقعا», «يوقعان», «أجريا»."""
    assert hit.verb is not None
    if hit.how not in ("verb", "do"):
        return False
    key = layout.items[hit.verb.last].key
    lemma = key_of("ar", hit.trigger.lemma.split("/")[0].split(" ")[0]) if hit.how == "verb" else ""
    past = (key.endswith("ا") and not lemma.endswith(("ا", "ي"))) or key.endswith("يا")
    return len(key) > _SHORT and (
        (past and hit.verb.tense == "past") or (key.endswith("ان") and hit.verb.tense == "present")
    )


_SHORT = 3
"""Letters of the longest word that is no verb in the dual."""
