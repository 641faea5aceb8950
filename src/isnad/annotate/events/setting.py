"""Words that say when and where something takes place without a date or a name: one language's ``events.toml``."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.keeping import kept

OFFICE = 9
"""Items of the longest office in which a place stands behind the word that says it is held no more."""


class Setting(Struct, frozen=True):
    """``earlier`` puts what is told before the story, ``another`` apart from one like it; ``sites`` are common nouns for places; ``attached`` say whose
    place it is ("born in"); ``inversion`` begins a condition; ``present_tells`` says whether a story may be told in the present. ``towns`` take up a town
    named before; ``gives_to`` are prepositions for both where and to whom; ``tally`` says that victims are counted, ``counted_on`` stands before the
    day of the count, ``rising`` says that it grows; ``soon`` counts in hours or less from what was told; ``through`` stands before what is passed through, ``folk`` live or work
    in a place, ``roads`` are called after the places they join, ``posted`` are people sent to one, ``former`` says that an office is held no more, ``during``
    takes up the visit or the meeting just named ("during which"); the ``hurt`` may die later than others and are ``carried``
    to where they are treated; ``homes`` are bodies and feasts called after the town they are at home in, ``visits`` nouns for
    being elsewhere and ``meanwhile`` what stands before them of what is done there ("on a visit to"); ``matters`` go on
    somewhere else ("protested against the *war* in"); ``turns`` go over to something else; ``put_off`` are the verbs and nouns of
    what is left for another day; ``former_one`` beside a noun is one before it, ``last_one`` where ``last_when`` tells when that was."""

    earlier: Phrases
    another: Phrases
    sites: frozenset[str]
    attached: frozenset[str]
    inversion: frozenset[str]
    present_tells: bool
    towns: frozenset[str]
    tally: Phrases
    counted_on: Phrases
    rising: Phrases
    gives_to: frozenset[str]
    soon: Phrases
    through: frozenset[str]
    folk: frozenset[str]
    roads: frozenset[str]
    posted: frozenset[str]
    former: frozenset[str]
    during: Phrases
    hurt: frozenset[str]
    carried: Phrases
    homes: frozenset[str]
    visits: frozenset[str]
    meanwhile: frozenset[str]
    matters: frozenset[str]
    turns: Phrases
    put_off: frozenset[str]
    former_one: frozenset[str]
    last_one: frozenset[str]
    last_when: Phrases


@kept
def setting(language: str) -> Setting:
    """Return the words of one of our languages."""
    data = table(language, "events")
    return Setting(
        Phrases(language, ((w, "earlier") for w in data["earlier"])),
        Phrases(language, ((w, "another") for w in data["another"])),
        frozenset(f for w in data["sites"] for f in noun_forms(language, w)),
        frozenset(key_of(language, w) for w in data["attached"]),
        frozenset(key_of(language, w) for w in data["inversion"]),
        data["present_tells"],
        frozenset(f for w in data["towns"] for f in noun_forms(language, w)),
        Phrases(language, ((w, "tally") for w in data["tally"])),
        Phrases(language, ((w, "counted") for w in data["counted_on"])),
        Phrases(language, ((w, "rising") for w in data["rising"])),
        frozenset(key_of(language, w) for w in data["gives_to"]),
        Phrases(language, ((w, "soon") for w in data["soon"])),
        frozenset(key_of(language, w) for w in data["through"]),
        frozenset(f for w in data["folk"] for f in noun_forms(language, w)),
        frozenset(f for w in data["roads"] for f in noun_forms(language, w)),
        frozenset(f for w in data["posted"] for f in noun_forms(language, w)),
        frozenset(key_of(language, w) for w in table(language, "roles")["former"]),
        Phrases(language, ((w, "during") for w in data["during"])),
        frozenset(f for w in data["hurt"] for f in noun_forms(language, w)),
        Phrases(language, ((w, "carried") for w in data["carried"])),
        frozenset(f for w in data["homes"] for f in noun_forms(language, w)),
        frozenset(f for w in data["visits"] for f in noun_forms(language, w)),
        frozenset(key_of(language, w) for w in data["meanwhile"]),
        frozenset(f for w in data["matters"] for f in noun_forms(language, w)),
        Phrases(language, ((w, "turn") for w in data["turns"])),
        frozenset(data["put_off"]),
        frozenset(key_of(language, w) for w in data["former_one"]),
        frozenset(key_of(language, w) for w in data["last_one"]),
        Phrases(language, ((w, "when") for w in data["last_when"])),
    )


def general(hit: Hit, kind: str, part: str, grammar: Grammar) -> bool:
    """True for a present that says what is so in general: in an English text, of anything but speech and outside headings."""
    if setting(grammar.language).present_tells or hit.verb is None or hit.verb.tense != "present" or hit.how != "verb":
        return False
    return part not in ("title", "subheading", "caption") and kind not in table("shared", "kinds")["spoken"]


def inverted(layout: Layout, hit: Hit, language: str) -> bool:
    """True for a condition without a word for it: "Should both parliaments approve the treaty, …", "Had they been tried"."""
    at = hit.verb.first if hit.verb is not None else hit.first
    begin = max(0, layout.left(at))
    begins = begin < at or (hit.verb is not None and begin == at < hit.first - 1)
    return begins and layout.items[begin].key in setting(language).inversion


def own_subject(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True when a common noun stands where the verb's subject does, so that nobody named before is it.

    «ووصل الوزير الضيف» has its own; so has "El directivo desmintió". An Arabic noun behind the verb may also be the object:
    whom it then leaves out is better left out than guessed.
    """
    if hit.verb is None:
        return False
    items = layout.items
    if grammar.verb_first:
        after = (i for i in range(hit.verb.last + 1, min(len(items), hit.verb.last + 4)))
        first = next((i for i in after if not (items[i].kind == "time" or grammar.words["adverbs"].at(items, i))), None)
        return first is not None and items[first].kind == "word" and items[first].key.startswith("ال")
    start = max(0, layout.left(hit.verb.first))
    bare = (i for i in range(start, hit.verb.first) if layout.labels[i] == "bare")
    return any(grammar.words["articles"].at(items, i) and i + 1 < hit.verb.first for i in bare)


def of_a_thing(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether what only persons do is told of a thing in Arabic: of «لا يصل الماء» nobody came, whoever was named before."""
    if not grammar.verb_first or hit.how != "verb" or hit.trigger.kind not in table("shared", "kinds")["personal"]:
        return False
    items = layout.items
    at = next((i for i in range(hit.last + 1, min(len(items), hit.last + 3)) if items[i].kind != "time"), None)
    if at is None or items[at].kind != "word" or not items[at].key.startswith("ال"):
        return False
    return not _things(grammar.language).isdisjoint(items[at].keys)


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["things"] for f in noun_forms(language, w))


def elsewhere(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for a place that says where somebody or something is from: "né à Fès", "a firm based in Lyon", "the former attaché in Madrid"."""
    known = setting(grammar.language).attached
    if any(item.kind == "word" and item.key in known for item in layout.items[max(0, j - 3) : j]):
        return True
    after = [i for i in layout.items[j + 1 : j + 4] if i.key not in ("'", "’")]
    if grammar.compounds and len(after) > 1 and after[0].key == "s" and after[1].names in ("organization", "person"):
        return True  # "the award to *Dakar's* Teranga Handling"
    return held_before(layout, j, grammar) or _of_an_agent(layout, j, grammar)


def _of_an_agent(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for where somebody is posted by whom a thing is done: "signed *by* Portugal's *ambassador in* Praia"."""
    if layout.labels[j] != "at":
        return False
    posted = setting(grammar.language).posted
    near = range(max(0, j - OFFICE // 2 - 1), j)
    return any(layout.labels[i] == "by" and not posted.isdisjoint(layout.items[i].keys) for i in near)


def held_before(layout: Layout, j: int, grammar: Grammar) -> bool:
    """Return whether a name belongs to an office that somebody held: "*ancienne doyenne de* la faculté d'Oran", «الملحقة *السابقة* في مدريد».

    Behind a preposition for "in" only of who is posted there: "arrested the former minister *in Tunis*" says where.
    """
    words, items = setting(grammar.language), layout.items
    posted = False
    for i in range(j - 1, max(-1, j - OFFICE), -1):
        item = items[i]
        if item.kind in ("time", "number") or (item.kind == "mark" and item.key not in "-'’") or item.names == "person":
            return False
        posted = posted or not words.posted.isdisjoint(item.keys) or not words.posted.isdisjoint(item.heads)
        if not words.former.isdisjoint(item.keys) or not words.former.isdisjoint(item.heads):
            # In Arabic the office stands before the word: «الملحق الثقافي *السابق* في مدريد».
            near = items[max(0, i - 3) : i] if grammar.verb_first else ()
            posted = posted or any(not words.posted.isdisjoint((*k.keys, *k.heads)) for k in near)
            return posted or layout.labels[j] in ("of", "bare")
    return False


def carried_to(layout: Layout, j: int, hit: Hit, grammar: Grammar) -> bool:
    """Return whether a place is where the hurt were taken from what happened: "shot on Monday and *flown to Nairobi*", « évacués vers Bamako »."""
    if hit.trigger.kind not in table("shared", "kinds")["left_behind"] or j <= hit.last:
        return False
    at = setting(grammar.language).carried.within(layout.items, max(hit.last + 1, j - OFFICE), j)
    return at is not None and not any(i.kind == "mark" and i.key in ";.:" for i in layout.items[at:j])


def _asked_for(layout: Layout, j: int, hit: Hit, grammar: Grammar) -> bool:
    """True for a place of what protesters ask for, right behind another spot or a verb: «أمام المستشفى *مطالبين بنقل أبنائهم إلى* تونس»."""
    words = _demanding(grammar.language)
    at = next((i for i in range(hit.last + 1, j) if not words.isdisjoint(layout.items[i].keys)), None)
    return at is not None and not any(i.kind == "mark" and i.key in ";.:" for i in layout.items[at:j])


@cache
def _demanding(language: str) -> frozenset[str]:
    return frozenset(key_of(language, w) for w in table(language, "events")["demanding"])


def of_a_matter(layout: Layout, j: int, hit: Hit, grammar: Grammar) -> bool:
    """Return whether a place is that of what one speaks of or protests against: "met to discuss *the situation in Gaza*".

    What is agreed on or decided has a place behind a purpose, too: «وقعا عقدا *لبناء مصنع في* تازرت».
    """
    if j <= hit.last or hit.trigger.kind not in table("shared", "kinds")["about_matters"]:
        return False
    known = setting(grammar.language)
    items, labels = layout.items, layout.labels
    if hit.trigger.kind == "protest" and _asked_for(layout, j, hit, grammar):
        return True
    agreed = hit.trigger.kind in _AGREED
    within = 0
    for i in range(j - 1, max(hit.last, j - MATTER), -1):
        item = items[i]
        governs = grammar.prepositions.at(items, i)
        within += governs is not None and governs[0] == "at"
        if item.kind in ("time", "mark", "name") or within > 1:
            return False  # "put their names to a settlement *in a courtyard at* Saraya"
        if item.kind != "word" or labels[i] in ("at", "before", "time"):
            continue
        if (
            agreed
            and not known.sites.isdisjoint(item.keys)
            and (labels[i] in _FOR or (grammar.verb_first and not item.key.startswith("ال")))
        ):
            return True
        if not known.matters.isdisjoint(item.keys):
            return hit.trigger.kind != "protest" or labels[i] in ("against", "about", "for")
    return False


_AGREED = frozenset({"signing", "approval", "funding"})
"""Kinds by which works are agreed on that are somewhere else: "granted a loan for a plant in"."""
_FOR = frozenset({"for", "about", "to", "of"})
"""Labels of what such works are named behind."""
MATTER = 7
"""Items before a place among which the noun stands whose place it is."""
