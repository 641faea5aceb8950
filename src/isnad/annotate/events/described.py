"""Whom a common noun means that stands where a name would: "the *company* dismissed", "La *jugadora* niega", «وسرحت *الشركة*».

Only with a definite article, and only where the page names one bearer before: who that is, the quotations' people know.
"""

from __future__ import annotations

from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.verbfirst import beside
from isnad.annotate.quotations.people import people_of
from isnad.languages import table
from isnad.languages.meanings import concepts
from isnad.model import Reading, Span
from isnad.text import fold_key

REACH = 4
"""Items behind an Arabic verb within which its subject stands."""
NEAR = 3
"""Sentences, its own included, of which one begins with the body that "it" takes up."""
LONGEST = 6
"""Items of the longest noun phrase that is looked at."""


def described(reading: Reading, layout: Layout, hit: Hit, parts: Parts, grammar: Grammar, start: int) -> Parts:
    """Return the parts with whom the noun means that is the verb's subject, when no name is; ``start`` is the first item of its own."""
    parts = _by_sort(reading, parts)
    if hit.verb is None or hit.how == "noun" or hit.verb.tense in ("infinitive", "gerund", "participle", "purpose"):
        return parts
    parts = _object(reading, layout, hit, _it(reading, layout, hit, parts), grammar)
    position = "object" if hit.verb.passive else "subject"
    if parts.names.get("subject") or parts.names.get(position):
        return parts
    if (body := _body_before(reading, layout, hit, grammar)) is not None and not parts.names.get("object"):
        return replace(parts, names={**parts.names, position: (body,)})
    at = _behind(layout, hit, grammar) if grammar.verb_first else _before(layout, hit, grammar, start)
    at = _right_before(layout, hit, grammar, start) if at is None and grammar.verb_first else at
    if at is None:
        return parts
    span = Span(layout.items[at[0]].start, layout.items[at[1]].end)
    people = people_of(reading)
    if any(
        grammar.words["articles"].at(layout.items, i) and layout.items[i].key not in people.lexicon.definite
        for i in range(at[0] + 1, at[1] + 1)
    ):
        return parts  # "The body of *a* fourth sailor": nobody the page has named
    whom = people.whom(span, None)
    definite = grammar.verb_first or layout.items[at[0]].key in people.lexicon.definite
    whom = _only_firm(reading, span) if whom is None and definite else whom
    if whom is None or reading.mentions[whom].start >= span.start or not _does(reading, whom, hit):
        return parts
    first = min(parts.first, at[0])
    return replace(parts, names={**parts.names, position: (whom,)}, first=first, last=max(parts.last, at[1]))


def spoken_by(reading: Reading, layout: Layout, hit: Hit, parts: Parts) -> Parts:
    """Return the parts with whoever the verb's words are quoted from as its subject: "« … », *lamentó Armas* en una rueda de prensa"."""
    if hit.verb is None or hit.how != "verb" or hit.trigger.kind not in table("shared", "kinds")["spoken"]:
        return parts
    at = layout.items[hit.first].start
    cued = (q.speaker for q in reading.quotations if q.cue is not None and q.cue.start <= at < q.cue.end)
    speaker = next((s for s in cued if s is not None), None)
    objects = parts.names.get("object", ())
    who = next(
        (m for m in objects if speaker is not None and speaker.start <= reading.mentions[m].start < speaker.end), None
    )
    if who is None or who in parts.names.get("subject", ()):
        return parts
    rest = tuple(m for m in objects if m != who)
    names = {k: v for k, v in parts.names.items() if k not in ("subject", "object")}
    return replace(parts, names={**names, "subject": (who,), **({"object": rest} if rest else {})})


def _by_sort(reading: Reading, parts: Parts) -> Parts:
    """The parts with the body in place of its sort alone, where it is printed like a name: "*La ONG* repartió", "*le Conseil* a observé"."""
    alone = {m: whom for m in parts.everybody if (whom := _called(reading, m)) is not None}
    if not alone:
        return parts
    return replace(parts, names={k: tuple(dict.fromkeys(alone.get(m, m) for m in v)) for k, v in parts.names.items()})


def _called(reading: Reading, m: int) -> int | None:
    """The one body of the page that a body printed as its sort alone can be, named before it and in more words."""
    mention = reading.mentions[m]
    if (
        mention.kind != "organization"
        or " " in mention.text
        or concepts(mention.text)[1]
        or not concepts(mention.text)[0]
    ):
        return None
    whom = people_of(reading).whom(Span(mention.start, mention.end), None)
    if whom is None or reading.mentions[whom].kind != "organization" or reading.mentions[whom].start >= mention.start:
        return None
    return whom if " " in reading.mentions[whom].text else None


def _it(reading: Reading, layout: Layout, hit: Hit, parts: Parts) -> Parts:
    """The parts with the body that "it" before the verb takes up: the one that a sentence just before begins with, and never a person."""
    assert hit.verb is not None
    position = "object" if hit.verb.passive and not parts.names.get("subject") else "subject"
    subject, at = parts.names.get(position, ()), hit.verb.first - 1
    before = [layout.items[i].key for i in (at, hit.verb.first) if i >= 0]
    if not subject or any(reading.mentions[m].kind != "person" for m in subject) or "it" not in before:
        return parts
    people, start = people_of(reading), layout.items[hit.verb.first].start
    if "it" not in people.lexicon.neuter:
        return parts
    near = [s for s in reading.sentences if s.start < start][-NEAR:]
    found = (m for s in reversed(near) if (m := people.subject_of(s)) is not None)
    body = next(
        (m for m in found if reading.mentions[m].kind == "organization" and reading.mentions[m].end <= start), None
    )
    names = {k: v for k, v in parts.names.items() if k != position}
    return replace(parts, names=names if body is None else {**names, position: (body,)})


def _body_before(reading: Reading, layout: Layout, hit: Hit, grammar: Grammar) -> int | None:
    """The body that the sentence before begins with, for a pronoun that begins this one, or a verb in Spanish: "*Elle* avait été condamnée".

    Of what only persons do there is none.
    """
    verb = hit.verb
    if verb is None or grammar.verb_first or hit.trigger.kind in table("shared", "kinds")["personal"]:
        return None
    if verb.tense not in ("past", "future"):
        return None
    items, taken = layout.items, False
    for i in range(verb.first):
        small = items[i].kind in ("time", "mark") or grammar.words["adverbs"].at(items, i)
        if grammar.words["pronouns"].at(items, i) and items[i].key in _IT and not taken:
            taken = True
        elif not small and i < verb.first and not grammar.words["coordinate"].at(items, i):
            return None
    taken = taken or items[verb.first].key in _IT
    if not (taken or (grammar.pro_drop and hit.how == "verb")) or items[verb.first].quoted:
        return None
    start = items[0].start
    before = next((s for s in reversed(reading.sentences) if s.end <= start), None)
    whom = people_of(reading).subject_of(before) if before is not None else None
    if whom is None or "\n" in reading.article.text[before.end : start]:  # type: ignore[union-attr]
        return None
    return whom if reading.mentions[whom].kind == "organization" else None


_IT = frozenset({"elle", "il", "it", "ella"})
"""Pronouns that a body may be."""


def _object(reading: Reading, layout: Layout, hit: Hit, parts: Parts, grammar: Grammar) -> Parts:
    """The parts with the person that the noun behind the verb means: "detuvo *al capitán*", where the verb befalls persons."""
    assert hit.verb is not None
    befalls = hit.trigger.object in ("person", "who") or hit.trigger.kind in table("shared", "kinds")["undergoes"]
    befalls = befalls and not hit.trigger.classes
    if grammar.verb_first or hit.verb.passive or parts.names.get("object") or not befalls or hit.how != "verb":
        return parts
    items, first = layout.items, hit.verb.last + 1
    while first < len(items) and (items[first].kind == "time" or grammar.words["adverbs"].at(items, first)):
        first += 1
    noun = first + 1
    led = first < len(items) and (grammar.words["articles"].at(items, first) or items[first].key in _TO_THE)
    if not led or noun >= len(items) or items[noun].kind != "word" or grammar.words["possessives"].at(items, first):
        return parts  # "arrested *her* brother": whoever she is
    begin = noun if items[first].key in _TO_THE else first
    whom = people_of(reading).whom(Span(items[begin].start, items[noun].end), None)
    if whom is None or reading.mentions[whom].kind != "person" or reading.mentions[whom].start >= items[first].start:
        return parts
    if whom in parts.everybody:
        return parts
    return replace(parts, names={**parts.names, "object": (whom,)}, last=max(parts.last, noun))


def _only_firm(reading: Reading, span: Span) -> int | None:
    """The one firm that the page has named before, for "the company" alone; ``None`` when it has named two, or none."""
    noun = reading.article.text[span.start : span.end]
    sorts, rest = concepts(noun)
    if sorts != {"company"} or len(rest) > 1:
        return None
    firms: dict[str, int] = {}
    for i, m in enumerate(reading.mentions):
        if m.start >= span.start:
            break
        if m.kind == "organization" and m.form == "name" and _PUBLIC.isdisjoint(concepts(m.text)[0]):
            firms.setdefault(fold_key(m.text).split(" ")[0], i)
    return next(iter(firms.values())) if len(firms) == 1 else None


_TO_THE = frozenset({"al"})
"""A preposition and the article in one, before the person that a Spanish verb befalls."""
_PUBLIC = frozenset(table("shared", "organizations")["generic"]) - {"company", "bank", "fund", "center", "national"}
"""Sorts of bodies that are no firms."""


def _does(reading: Reading, whom: int, hit: Hit) -> bool:
    """False for a body of which only what a person does is told: nobody but a person dies, and a firm that leaves is not dismissed."""
    if reading.mentions[whom].kind == "person":
        return True
    return (
        bool(hit.trigger.object or hit.trigger.classes) or hit.trigger.kind not in table("shared", "kinds")["personal"]
    )


def _before(layout: Layout, hit: Hit, grammar: Grammar, start: int) -> tuple[int, int] | None:
    """The first and the last item of the noun phrase that begins a clause: its article, its noun and what is of it."""
    assert hit.verb is not None
    items, labels = layout.items, layout.labels
    verb = hit.verb.first
    left = layout.left(verb)
    if layout.borders.get(left) == "relative":
        return None
    for i in range(max(left + 1, start, 0), verb - 1):
        if not grammar.words["articles"].at(items, i) or labels[i] != "bare":
            continue
        noun = items[i + 1]
        if noun.kind != "word" or noun.quoted != items[verb].quoted:
            return None
        if i - 2 > left and items[i - 1].key == "," and items[i - 2].kind in ("word", "name"):
            return None  # "Teranga Mobile, *the sponsor*, tore up": said of what stands before
        last = i + 1
        while last + 1 < min(verb, i + LONGEST) and _goes_on(layout, last + 1, grammar):
            last += 1
        return i, last
    return None


def _goes_on(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True while a noun phrase does: an adjective, or what is "of" it."""
    item = layout.items[j]
    hit = grammar.prepositions.at(layout.items, j) if item.kind == "word" else None
    if hit is not None:
        return hit[0] == "of"
    small = ("coordinate", "adverbs", "pronouns", "negation", "relative", "subordinate", "reflexive", "proclitics")
    return item.kind == "word" and not any(grammar.words[w].at(layout.items, j) for w in small)


def _right_before(layout: Layout, hit: Hit, grammar: Grammar, start: int) -> tuple[int, int] | None:
    """The definite noun right before an Arabic verb, with the one that it is said of: «أن *المغني* حكم عليه»."""
    assert hit.verb is not None
    items, at = layout.items, beside(layout, hit.verb.first, grammar)
    if at < max(layout.left(hit.verb.first) + 1, start) or items[at].kind != "word" or layout.labels[at] != "bare":
        return None
    return (at, at) if items[at].key.startswith("ال") else None


def _behind(layout: Layout, hit: Hit, grammar: Grammar) -> tuple[int, int] | None:
    """The definite noun right behind an Arabic verb, with the adjectives that agree with it: «وسرحت *الشركة الفرنسية*»."""
    assert hit.verb is not None
    items = layout.items
    for i in range(hit.verb.last + 1, min(len(items), hit.verb.last + REACH)):
        if items[i].kind == "time" or grammar.words["adverbs"].at(items, i):
            continue
        if items[i].kind != "word" or not items[i].key.startswith("ال") or layout.labels[i] != "bare":
            return None
        last = i
        while last + 1 < len(items) and items[last + 1].kind == "word" and items[last + 1].key.startswith("ال"):
            last += 1
        return i, last
    return None
