"""Who took part, and where: names by their grammatical position beside the trigger and its verb."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.agreeing import capital_acts, disagrees
from isnad.annotate.events.behalf import dislocated, on_behalf, team
from isnad.annotate.events.bridging import country
from isnad.annotate.events.complements import behind_passive, done_to, led, whose
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import kinds
from isnad.annotate.events.parts import (
    Collector,
    Parts,
    actor_in,
    figured,
    is_actor,
    joined_names,
    kind_of,
    numbered,
    some_of,
)
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.possessors import disowned, main_clause, of_before, ordered, owner, with_noun
from isnad.annotate.events.setting import carried_to, elsewhere, of_a_matter, setting
from isnad.annotate.events.silent import (
    by_object_pronoun,
    by_pronoun,
    datelined,
    earlier,
    object_pronoun,
    silent,
    styled,
    taken_from,
)
from isnad.annotate.events.standing import FINITE
from isnad.annotate.events.status import brought_to
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.venues import passed
from isnad.annotate.events.verbfirst import freed, met_by_the_same, relative_noun
from isnad.annotate.events.verbs import Verb
from isnad.languages import table
from isnad.model import Mention

_WHO = frozenset({"who", "whom", "quien", "quienes"})
"""Relative pronouns that take up persons alone."""
_PEOPLE = frozenset({"الذين", "اللذين", "اللذان", "اللواتي", "اللاتي", "اللتين", "اللتان"})
"""Arabic relative pronouns that take up people."""
FAR = 26
"""Items beyond which nothing belongs to a trigger."""


def find_parts(
    layout: Layout,
    hit: Hit,
    mentions: Sequence[Mention],
    grammar: Grammar,
    stop: int,
    start: int,
    last_subject: Sequence[int],
    spoken_of: Sequence[tuple[int, ...]] = (),
) -> Parts:
    """Return the names around a trigger by position.

    ``start`` and ``stop`` are the items before and after which other triggers own the names; ``last_subject`` are the
    mentions that a pronoun or a silent subject would stand for, ``spoken_of`` those that a pronoun for the object would.
    """
    layout = freed(layout, hit, grammar)
    c = Collector(layout, mentions, hit)
    left = layout.left(hit.verb.first if hit.verb else hit.first)
    far = hit.last if hit.verb is None or hit.how != "occur" else max(hit.last, hit.verb.last)
    right = min(layout.right(far), stop, hit.last + FAR)
    if hit.verb is not None and hit.how != "occur":
        _with_verb(c, hit, grammar, left, right, start, last_subject)
        by_object_pronoun(c, hit, grammar, spoken_of)
        _befell_before(c, hit, grammar, last_subject, spoken_of)
    if hit.how != "verb":
        with_noun(c, hit, grammar, right, last_subject)
    begin = hit.verb.first if hit.how in ("verb", "do") and hit.verb is not None else hit.first
    if hit.verb is not None and grammar.verb_first:
        begin = min(begin, hit.verb.first)
    if 0 <= hit.at < begin:
        # "Relations between X and Y were severed": the parties stand in the object's own phrase.
        c.add("of", [j for j in range(hit.at, begin) if layout.items[j].kind == "name" and layout.labels[j] == "of"])
        begin = hit.at
    if hit.how == "noun":
        main_clause(c, hit, grammar, left, right)
        owner(c, hit, grammar, left)
    ordered(c, hit, grammar, left, spoken_of)
    _phrases(c, hit, grammar, begin, right)
    if hit.trigger.kind in table("shared", "kinds")["called"] and "by" not in c.names:
        # "*At the call of the union*, the dockers stopped work"
        head = range(max(0, left), begin)
        c.add("by", [j for j in head if _called_by(c, j)])
    if hit.how in ("verb", "do") and hit.verb is not None and hit.verb.tense in FINITE:
        _company(c, grammar, max(0, left), begin)
    _alike(c, hit, grammar)
    return c.done()


def _called_by(c: Collector, j: int) -> bool:
    """True for a body or somebody behind "at the call of", "by"."""
    return c.layout.labels[j] == "by" and kind_of(c, j) in ("organization", "person")


def _alike(c: Collector, hit: Hit, grammar: Grammar) -> None:
    """With whom somebody was arrested or killed, who suffered the same: "was arrested *with his brother X*"."""
    befallen = hit.trigger.object in ("person", "who") and hit.how == "verb" and "subject" not in c.names
    if not befallen or "object" not in c.names or "with" not in c.names:
        return
    items = c.layout.items
    for j, item in enumerate(items):
        if item.kind == "name" and item.ref in c.names["with"] and kind_of(c, j) == "person":
            led = (grammar.prepositions.at(items, k) for k in range(j - 1, max(-1, j - FAR_OWNER - 1), -1))
            if (next(filter(None, led), None) or ("",))[0] == "with" and item.ref not in c.names["object"]:
                c.names["object"].append(item.ref)


def _company(c: Collector, grammar: Grammar, left: int, begin: int) -> None:
    """Who was with the subject before the verb: "*Flanked by X*, the minister opened", "the minister, together with X, visited"."""
    items, labels = c.layout.items, c.layout.labels
    before = [j for j in range(left, begin) if items[j].kind == "name"]
    c.add("presence", [j for j in before if labels[j] == "presence"])
    if "with" not in c.names and (at := grammar.words["company"].within(items, left, begin)) is not None:
        c.add("with", [j for j in before if j > at and labels[j] == "with"])


def _with_verb(
    c: Collector, hit: Hit, grammar: Grammar, left: int, right: int, start: int, last_subject: Sequence[int]
) -> None:
    assert hit.verb is not None
    passive = hit.verb.passive or (grammar.verb_first and _by_phrase(c, hit.verb.last, right, grammar))
    subject, object_ = ("object", "subject") if passive else ("subject", "object")
    bare_form = hit.verb.tense in ("infinitive", "gerund", "purpose")
    brought = brought_to(c.layout, hit.verb, grammar) if bare_form else None
    if brought and (c.layout.items[brought - 1].key in _BEEN or not _active(c.layout.items, brought)):
        brought = None  # "X was forced to resign"
    if brought is not None:
        start = max(start, brought + 1)  # "got *two groups* to sign": who brings them to it does not
    found = _of_participle(c, hit.verb, right, grammar)
    joined = joined_verb(c.layout, hit, start, grammar) or hangs_on(c.layout, hit, start, grammar)
    pronoun = by_pronoun(c, hit, grammar)
    goes_on = grammar.verb_first and hit.how == "verb" and _and_before(c.layout.items[hit.verb.last], hit)
    noun = grammar.verb_first and not goes_on and relative_noun(c.layout, hit, left, start, grammar) >= 0
    if noun and object_pronoun(c, hit, grammar)[0] and not taken_from(c, hit, grammar):
        noun = False  # «ثمانية أشهر *قضاها* في السجن»: of whoever was named before
    if (
        not found
        and not noun
        and not (joined or goes_on)
        and pronoun is None
        and not (bare_form and grammar.verb_first)
    ):
        found = _subject(c, hit.verb.first, max(left + 1, start), left, grammar)
        if grammar.verb_first and len(found) == 1 and disagrees(c, hit, c.layout.items[found[0]].ref):
            found = []
        if (
            found
            and c.layout.labels[found[0]] == "bare"
            and _impersonal(c, hit, [c.layout.items[j].ref for j in found], grammar)
        ):
            alone = grammar.words["coordinate"].within(c.layout.items, found[0] + 1, hit.verb.first) is None
            found = [] if alone else found  # "X y dos concejales viajaron"
    alone = _of_nobody_before(c, hit, grammar)
    found = [] if alone else found
    after: list[int] | None = [] if passive or hit.verb.tense == "participle" else None
    if grammar.verb_first and not found and (not bare_form or hit.verb.tense == "purpose") and after is None:
        found, after = _verb_first(c, hit, right, grammar)
        if noun and found and not after and not object_pronoun(c, hit, grammar)[0] and hit.how == "verb":
            found, after = [], found  # «في هجوم استهدف حركة الشباب»: the noun before the verb does it
        elif found and after == [] and met_by_the_same(c, hit, found, left, right, grammar, last_subject):
            found, after = [], found
    taken = hit.how == "verb" and not (grammar.verb_first or passive) and bool(object_pronoun(c, hit, grammar)[0])
    inverted = taken and grammar.pro_drop and not found
    if inverted:  # "lo nombró *el ministro X*", with its object before it
        behind = _objects(c, hit, right, grammar)
        found = behind if behind and c.layout.labels[behind[0]] == "bare" else []
    if found:
        c.add(subject, found)
    elif brought is not None:
        c.unnamed.add(subject)
    elif not alone and (
        joined or (not _antecedent(c, left, grammar) and silent(c, hit, grammar, left, start, goes_on))
    ):
        said = tuple(last_subject) if joined else earlier(c, max(left, pronoun or 0), grammar) or tuple(last_subject)
        said = tuple(m for m in said if not (grammar.verb_first and disagrees(c, hit, m)))
        said = () if _impersonal(c, hit, said, grammar) else said
        c.names.update({subject: [*c.names.get(subject, ()), *said]} if said else {})
    since = max(left, start, hit.verb.first - 12)
    at = hit.verb.first - 1
    head = max(0, left + 1)  # "*Two of the men* arrested in May were charged"
    some = some_of(c, since, hit.verb.first, grammar) or some_of(c, head, min(head + 3, hit.verb.first), grammar)
    some = some or (at >= since and numbered(c.layout.items, at, grammar))
    if some or actor_in(c, since, hit.verb.first, grammar, ("bare",)):
        c.unnamed.add(subject)
    if subject not in c.names and _antecedent(c, left, grammar):
        c.unnamed.add(subject)
    past = hit.verb.last + 1
    if grammar.verb_first and (
        actor_in(c, past, min(right, past + 9), grammar, ("bare", "of"))
        or (hit.how == "verb" and not hit.trigger.object and some_of(c, past, min(right, past + 4), grammar))
    ):
        c.unnamed.add(subject)  # «قطع *نحو ستمئة من أهالي* البلدة الطريق»
    if passive and grammar.pro_drop and not (grammar.verb_first or found or joined or pronoun is not None):
        c.add(subject, behind_passive(c, hit, right, max(left + 1, start), grammar))
    thing = hit.how == "verb" and hit.last > hit.first and c.layout.items[hit.last].kind == "word"
    given = (done_to(c, hit, right, grammar) or whose(c, hit, right, grammar)) if thing else []
    if given:
        after = None
        c.add("object", given)
    elif after is None and hit.how == "verb":
        after = dislocated(c, left, hit.verb.first, grammar)
        after = after or ([] if taken and not grammar.pro_drop else _objects(c, hit, right, grammar))
        after = [] if inverted and after == found else after
    if after:
        c.add(object_ if passive else "object", after)
    elif hit.how == "verb" and not passive and _clitic(c, hit.verb, grammar):
        c.unnamed.add("object")
    if "object" not in c.names and not given and not (passive and found):
        c.add("object", done_to(c, hit, right, grammar))
    if hit.how == "verb" and not passive and not ({"object"} & (c.names.keys() | c.unnamed)):
        c.add("object", _relative_object(c, left, grammar))
    if hit.how == "verb" and not passive and _acted_on(c, hit.verb.last + 1, right, grammar):
        c.unnamed.add("object")
    if hit.trigger.kind in table("shared", "kinds")["about"]:
        _object_of_object(c, hit, right, grammar)
    if grammar.verb_first:
        _unvowelled_passive(c, hit, grammar)
    if hit.trigger.subject and subject not in c.names and grammar.pro_drop and not grammar.verb_first:
        # "Murió el poeta X": what has no object has its subject behind it.
        c.names.update({k: v for k, v in ((subject, c.names.pop("object", [])),) if v})
        c.unnamed |= {subject} if "object" in c.unnamed else set()


def _of_nobody_before(c: Collector, hit: Hit, grammar: Grammar) -> bool:
    """True for a participle behind what it is said of, which no name before is: a number of people (« a parlé de *neuf* morts »), or a
    thing that a clause begins with ("X precisó que *la obra*, adjudicada a …")."""
    verb, items = hit.verb, c.layout.items
    if grammar.verb_first or verb is None or verb.tense != "participle" or verb.first != verb.last or not verb.first:
        return False
    at = verb.first - 1
    if figured(items[at], grammar):
        return True
    if items[at].key != ",":
        return False
    that = next((j for j in range(at - 1, max(-1, at - FAR_NOUN), -1) if items[j].key in _THAT), -1)
    noun = range(that + 1, at)
    led = that >= 0 and len(noun) > 1 and grammar.words["articles"].at(items, that + 1) is not None
    return led and all(items[j].kind == "word" for j in noun)


_THAT = frozenset({"que", "qu'", "that"})
FAR_NOUN = 8
"""Items of the longest noun with what it is of, behind "that" and before a participle."""


def _active(items: Sequence[Item], at: int) -> bool:
    """False for a participle that says what somebody was brought to: "X, *forced* to resign, left", « le maire *contraint* de céder »."""
    return items[at - 1].kind != "mark" and (items[at].key not in _PARTICIPLES or items[at - 1].key in _HAVE)


_HAVE = frozenset("a ont avait avaient ayant aurait auraient".split())
_PARTICIPLES = frozenset(
    "convaincu convaincus persuade persuades amene amenes amenee contraint contraints contrainte force forces forcee oblige obliges obligee pousse "
    "pousses poussee conduit".split()
)
"""French participles, which with one of the auxiliaries tell what somebody did to others."""
_BEEN = frozenset("was were been being is are be ete etre est sont fue fueron sido ser es son".split())
"""How a passive is formed."""


def _impersonal(c: Collector, hit: Hit, said: Sequence[int], grammar: Grammar) -> bool:
    """True for a Spanish verb in the plural with one person to take up, who is not its subject: "su abogada sostiene que *lo detuvieron*"."""
    assert hit.verb is not None
    if grammar.verb_first or not grammar.pro_drop or len(said) != 1 or hit.verb.tense not in FINITE:
        return False
    one = c.mentions[said[0]].kind == "person" and not c.mentions[said[0]].plural
    verb = [i.key for i in c.layout.items[hit.verb.first : hit.verb.last + 1] if i.key not in _BEFORE_VERBS]
    present = verb[:1] and len(verb[0]) > 3 and verb[0].endswith(("an", "en"))
    return one and (bool(present) or any(k.endswith("ron") or k in _THEY_HAVE for k in verb))


_BEFORE_VERBS = frozenset({"se", "lo", "la", "le", "los", "las", "les", "me", "nos", "no"})
_THEY_HAVE = frozenset({"han", "habian", "habran", "habrian", "van", "son", "estan", "estaban"})
"""Spanish pronouns before a verb, and auxiliaries in the plural."""


def _and_before(item: Item, hit: Hit) -> bool:
    """True for an Arabic verb written together with "and", whose subject never stands before it: «أنهى المجلس مهام فلان، *وكلف* فلانة»."""
    first = hit.trigger.lemma[:1]
    if item.key[:1] not in ("و", "ف"):
        return False
    later = hit.verb is not None and hit.verb.tense in ("present", "future") and item.key[1:2] in _PERSONS
    return item.key[:1] != first or item.key[1:2] == first or later  # «*ويوقع*», of a verb that begins with «و»


_PERSONS = frozenset("يتنس")
"""Letters with which Arabic presents and futures begin."""


def joined_verb(layout: Layout, hit: Hit, start: int, grammar: Grammar) -> bool:
    """True for the second of two verbs that share a subject: "jailed the mayor and *acquitted* his deputy".

    ``start`` is the item behind the first, 0 when there is none before.
    """
    if grammar.verb_first or hit.verb is None or hit.how != "verb" or not 0 < start > layout.left(hit.verb.first):
        return False
    words = grammar.words
    before = hit.verb.first - 1
    while before > start and (words["adverbs"].at(layout.items, before) or layout.items[before].kind == "time"):
        before -= 1
    return before >= start and words["coordinate"].at(layout.items, before) is not None


def hangs_on(layout: Layout, hit: Hit, start: int, grammar: Grammar) -> bool:
    """Return whether a verb behind "before", "after" or "in order to" has the subject of the one before it: "met Y *before flying* to Z".

    ``start`` is the item behind the verb before, 0 when there is none.
    """
    verb = hit.verb
    if grammar.verb_first or verb is None or verb.tense not in ("infinitive", "gerund", "purpose"):
        return False
    return start > 0 and layout.labels[verb.first] in ("time", "for")


def _unvowelled_passive(c: Collector, hit: Hit, grammar: Grammar) -> None:
    """«فلان الذي أوقف في المطار», «كان فلان عُيّن مديرا»: without vowel signs a passive shows only in that no object follows."""
    assert hit.verb is not None
    wanted = hit.how == "verb" and hit.trigger.object in ("person", "who") and hit.verb.tense == "past"
    wanted = wanted and not _over(hit)
    done_to = c.names.get("subject", ())
    if wanted and done_to and "object" not in c.names and "object" not in c.unnamed:
        if not object_pronoun(c, hit, grammar)[0] and all(c.mentions[m].kind == "person" for m in done_to):
            c.names["object"] = c.names.pop("subject")


def _relative_object(c: Collector, left: int, grammar: Grammar) -> list[int]:
    """Whom a relative pronoun takes up as the object: "the ambassador of Iraq, *whom* he received", "qu'il a reçu hier"."""
    items = c.layout.items
    if left < 1 or items[left].key not in _WHOM:
        return []
    before = left - 1 - (items[left - 1].key == "," and left > 1)
    if items[before].key in ("a", "al") and before > 0:
        before -= 1 + (items[before - 1].key == "," and before > 1)
    if items[before].kind not in ("name", "role"):
        return []
    own = next((j for j in range(before, max(-1, before - FAR_OWNER), -1) if kind_of(c, j) == "person"), -1)
    return [own] if own >= 0 else []


_WHOM = frozenset({"que", "qu'", "whom", "quien", "quienes"})
"""Relative pronouns that may be objects and take up somebody."""
FAR_OWNER = 4
"""Items between such a pronoun and the person: "the ambassador *of Iraq*, whom"."""


def _acted_on(c: Collector, start: int, end: int, grammar: Grammar) -> bool:
    """True when somebody unnamed is the object; in Arabic, where the subject stands there too, no body that acts."""
    items, labels = c.layout.items, c.layout.labels
    # "ont tué *des* civils": the label of what has no owner.
    some = start < len(items) and grammar.words["partitive"].at(items, start) is not None
    if any(numbered(items, j, grammar) for j in range(max(0, start), min(end, start + 2, len(items)))):
        return True
    return some_of(c, start, min(end, start + 5), grammar) or any(
        is_actor(items[j], grammar)
        and labels[j] in ("bare", "person_to", *(("of",) if some and j <= start + 3 else ()))
        and not (grammar.verb_first and grammar.words["bodies"].at(items, j))
        for j in range(max(0, start), min(end, len(items)))
    )


def _of_participle(c: Collector, verb: Verb, right: int, grammar: Grammar) -> list[int]:
    """Of whom a participle says something: the name beside it, or the subject to come ("Arrivé mardi à Lomé, X a…")."""
    items = c.layout.items
    having = verb.first <= 1 and items[verb.first].key in _HAVING
    if (verb.tense != "participle" and not having) or grammar.verb_first:
        return []
    before = verb.first - 1
    if before > 0 and items[before].key == ",":
        before -= 1
    while before > 0 and items[before].kind == "role":
        before -= 1
    if before >= 0 and items[before].kind == "name":
        return [before]
    if verb.first > 1:
        return []
    comma = next((j for j in range(verb.last + 1, right) if items[j].key == ","), right)
    for j in range(comma + 1, min(right, comma + 10)):
        if items[j].kind == "name":
            return joined_names(c, j, 1, right, grammar)
    at = main_subject(c, verb, grammar)
    return joined_names(c, at, 1, len(items), grammar) if at >= 0 else []


def _befell_before(
    c: Collector, hit: Hit, grammar: Grammar, last_subject: Sequence[int], spoken_of: Sequence[tuple[int, ...]]
) -> None:
    """Whom a participle that opens its sentence is of, where a pronoun or nobody follows: « *Condamné* en 2015, *il* avait purgé deux ans »."""
    verb, items = hit.verb, c.layout.items
    opens = verb is not None and verb.tense == "participle" and verb.first == 0 and hit.how == "verb"
    if verb is None or not opens or grammar.verb_first or "object" in c.names or "object" in c.unnamed:
        return
    comma = next((j for j in range(verb.last + 1, len(items) - 1) if items[j].key == ","), 0)
    goes_on = comma and (grammar.words["pronouns"].at(items, comma + 1) or grammar.pro_drop)
    whom = (spoken_of[2] if len(spoken_of) > 2 and spoken_of[2] else tuple(last_subject)) if goes_on else ()
    if len(whom) == 1 and c.mentions[whom[0]].kind == "person":
        c.names["object"] = list(whom)
        c.names.pop("subject", None)


def main_subject(c: Collector, verb: Verb, grammar: Grammar) -> int:
    """Return the name with which the main clause begins behind a participle that opens its sentence, -1 for none.

    A clause of its own may stand between them: « *Arrêté* jeudi alors qu'il embarquait, *M. Hélou* nie ».
    """
    items = c.layout.items
    for j in range(verb.last + 2, len(items) - 1):
        if items[j - 1].key != "," or items[j - 1].quoted:
            continue
        at = j
        while at < min(len(items) - 1, j + _LEADING) and (
            items[at].kind == "role"
            or items[at].key in _HONORIFICS
            or grammar.words["articles"].at(items, at)
            or grammar.words["possessives"].at(items, at)
        ):
            at += 1
        if items[at].kind == "name" and kind_of(c, at) in ("person", "organization") and c.layout.labels[at] == "bare":
            return at
    return -1


_HONORIFICS = frozenset("m mm mme mlle me mr mrs ms dr sr sra don doña .".split())
_LEADING = 4
"""Items of an office or an article before the name that a main clause begins with."""


_HAVING = frozenset({"ayant", "habiendo", "having"})
"""How a clause begins whose subject is that of the one behind it: "*Having* fled to Zambia, the banker …"."""


def _clitic(c: Collector, verb: Verb, grammar: Grammar) -> bool:
    """True for an object that is a pronoun right beside the verb: "l'a reçue", "lo recibió", "met him"."""
    items, words = c.layout.items, grammar.words
    before = verb.first > 0 and words["proclitics"].at(items, verb.first - 1)
    inside = range(verb.first + 1, min(verb.last + 2, len(items)))  # "picked *him* up"
    return bool(before or any(words["enclitics"].at(items, j) for j in inside))


def _by_phrase(c: Collector, start: int, right: int, grammar: Grammar) -> bool:
    return grammar.words["agents"].within(c.layout.items, start, right) is not None


def _subject(c: Collector, at: int, start: int, left: int, grammar: Grammar) -> list[int]:
    """The bare name nearest before the verb, with its fellows; behind a relative pronoun, its antecedent."""
    items, labels = c.layout.items, c.layout.labels
    begin = _skip_inserted(c, at, start, grammar)
    if grammar.words["counsel"].within(items, start, begin) is not None:
        if others := on_behalf(c, max(start, left + 1), begin, grammar):
            return others
    for j in range(begin - 1, start - 1, -1):
        if items[j].kind == "name" and labels[j] == "bare":
            return [] if datelined(c, j) else joined_names(c, j, -1, start - 1, grammar)
        if c.layout.borders.get(j) == "hard":
            break
    for j in range(begin - 1, start - 1, -1):
        if items[j].kind == "name" and labels[j] == "of" and actor_in(c, max(start, j - 8), j, grammar, ("bare", "of")):
            return joined_names(c, j, -1, start - 1, grammar)
    if (leader := led(c, start, begin, grammar)) is not None:
        return [leader]
    if others := on_behalf(c, max(start, left + 1), begin, grammar):
        return others
    if begin < at and items[at - 2].kind == "name" and labels[at - 2] == "bare":
        return joined_names(c, at - 2, -1, start - 1, grammar)  # "The harbour master, *Captain X*, was dismissed"
    if _antecedent(c, left, grammar):
        return []
    closed = _own_subject(c, left, at, grammar)
    if c.layout.borders.get(left) == "relative" and not closed and not grammar.words["where"].at(items, left):
        if disowned(c, left, grammar):
            return []
        for j in range(left - 1, max(-1, left - 10), -1):
            if items[left].key in _WHO and labels[j] == "of" and kind_of(c, j) != "person":
                continue  # "X, the head of *Y*, who was charged": no body is "who"
            if items[j].kind == "name" and (labels[j] not in ("at", "to") or kind_of(c, j) == "person"):
                return joined_names(c, j, -1, -1, grammar) if labels[j] == "bare" else [j]
            if items[j].kind == "mark" and items[j].key not in ",،":
                break
    return []


def _own_subject(c: Collector, left: int, at: int, grammar: Grammar) -> bool:
    """True for a verb behind the comma that closes a relative clause, with a noun of its own before it: "…, who knew her, *the police* held her"."""
    items = c.layout.items
    comma = next((j for j in range(at - 1, left + 1, -1) if items[j].key == ","), at)
    noun = range(comma + 1, at)
    if grammar.verb_first or len(noun) < 1 or any(grammar.prepositions.at(items, j) for j in noun):
        return False
    bare = grammar.compounds and items[comma + 1].kind == "word" and is_actor(items[comma + 1], grammar)
    return bool(grammar.words["articles"].at(items, comma + 1)) or bare


def _antecedent(c: Collector, left: int, grammar: Grammar) -> bool:
    """True for a relative clause right behind somebody unnamed: "the *company*, which was fined"."""
    items = c.layout.items
    if c.layout.borders.get(left) != "relative" or grammar.words["where"].at(items, left):
        return False
    before = left - 1 - (left > 1 and items[left - 1].key in (",", "،"))
    people = items[left].key in _PEOPLE and before >= 0 and items[before].kind == "word"
    return before >= 0 and (people or is_actor(items[before], grammar))


def _skip_inserted(c: Collector, at: int, start: int, grammar: Grammar) -> int:
    """Step back over ", qui …," and ", accompagné de …," when a comma stands right before the verb."""
    items = c.layout.items
    if at < 2 or items[at - 1].key not in (",", "،"):
        return at
    for j in range(at - 2, max(start, 0), -1):
        if items[j].key in (",", "،"):
            after = items[j + 1]
            opens = after.kind == "word" and not grammar.words["articles"].at(items, j + 1)
            return j if opens or after.kind == "role" else at
    return at


def _verb_first(c: Collector, hit: Hit, right: int, grammar: Grammar) -> tuple[list[int], list[int] | None]:
    """Subject and object after an Arabic verb: the first bare name with its fellows, then the next."""
    assert hit.verb is not None
    items, labels = c.layout.items, c.layout.labels
    end = min(right, hit.first if hit.how == "do" and hit.first > hit.verb.last else right)
    added = (j for j in range(hit.verb.last + 1, end) if grammar.words["adding"].at(items, j))
    end = next((j for j in added if items[j - 1].key in (",", "،")), end)
    own = _own_preposition(c, hit)
    named = [j for j in range(hit.verb.last + 1, end) if items[j].kind == "name"]
    # «قبضت الشرطة، *في تازرت*، على فلان»: what stands before the verb's own preposition is governed by another.
    bare = [j for j in named if labels[j] in ("bare", "of") or (labels[j] == own and j > hit.last)]
    bare = [j for j in bare if labels[j] != "at" or not _stands_in(c, j, hit)]
    if bare and styled(c.layout, hit, grammar):
        return [], joined_names(c, bare[0], 1, end, grammar) if hit.how == "verb" else []
    if not bare:
        return team(c, hit.verb.last + 1, end, grammar) if hit.how == "verb" else [], []
    group = joined_names(c, bare[0], 1, end, grammar)
    site = labels[bare[0]] == "at" and kind_of(c, bare[0]) == "place"
    if labels[bare[0]] not in ("bare", "of") and hit.how == "verb" and not site:
        return [], group  # «ألقت باللائمة على *فلان*»: whom the verb's own preposition governs does nothing
    if (
        kind_of(c, bare[0]) == "person"
        and grammar.words["bodies"].within(items, hit.verb.last + 1, bare[0]) is not None
    ):
        # «أوقفت الشرطة فلانا»: a body is no office of the person named behind it, who is the object.
        return [], group if hit.how == "verb" else None
    towns = all(_town(c, j) or (hit.trigger.kind == "visit" and kind_of(c, j) == "place") for j in group)
    if hit.how == "verb" and towns and not capital_acts(c, group, hit):
        # «وزارت أمس مدينة فاس», «زار لبنان مرة»: no town visits, and no country.
        behind = [j for j in bare if j > max(group) and kind_of(c, j) == "person"]
        if behind and not setting(grammar.language).homes.isdisjoint(items[bare[0] - 1].keys):
            return [], joined_names(c, behind[0], 1, end, grammar)  # «أوقفت *شرطة سوهاج* المدير فلانا»
        return [], group
    rest = [j for j in bare if j > max(group)]
    if hit.how == "verb" and not rest and object_pronoun(c, hit, grammar)[0]:
        return group, []  # «واستجوبه القاضي»: the verb has its object
    wanted = hit.trigger.object in ("person", "who") or hit.trigger.kind in table("shared", "kinds")["undergone"]
    wanted = wanted and not _over(hit)
    if hit.how == "verb" and wanted and not rest and not actor_in(c, max(group) + 1, end, grammar, ("bare",)):
        # «عُيّن فلان»: without vowel signs the passive shows only in that nothing is left to be the object.
        return ([], group) if kind_of(c, bare[0]) == "person" else (group, [])
    return group, (joined_names(c, rest[0], 1, end, grammar) if rest and hit.how == "verb" else [])


def _over(hit: Hit) -> bool:
    """True for a contest whose loser stands behind a preposition: of «تغلب فلان على أخطائه» he is not the one overcome."""
    return hit.trigger.kind == "competition" and bool(hit.trigger.after)


def _town(c: Collector, i: int) -> bool:
    """True for a name of a place that is no state."""
    mention = c.mentions[c.layout.items[i].ref]
    return mention.kind == "place" and len((mention.key or "").removeprefix("place:")) != 2


def _objects(c: Collector, hit: Hit, right: int, grammar: Grammar) -> list[int]:
    items, labels = c.layout.items, c.layout.labels
    assert hit.verb is not None
    # "placed *X* in charge": whom a verb of several words befalls may stand among them.
    begin = hit.first if hit.how == "verb" and hit.trigger.after else hit.verb.last
    for j in range(begin + 1, right):
        if items[j].kind != "name" or _next_clause(items, j, grammar):
            continue
        if hit.trigger.object in ("person", "who") and kind_of(c, j) != "place" and _possesses(items, j, grammar):
            return []
        wanted = (labels[j] in ("bare", _own_preposition(c, hit)) and not _stands_in(c, j, hit)) or (
            labels[j] == "person_to" and (kind_of(c, j) != "place" or hit.trigger.object == "who")
        )
        if wanted or (labels[j] == "of" and actor_in(c, hit.verb.last + 1, j, grammar, ("bare", "of", "person_to"))):
            return joined_names(c, j, 1, right, grammar)
    return []


def _possesses(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for a name that owns what stands behind it, to which the verb does it: "seized *X's* car"."""
    return (
        grammar.compounds
        and j + 2 < len(items)
        and items[j + 1].key in ("'s", "'", "s")
        and items[j + 2].kind == "word"
    )


def _next_clause(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for a name behind "and" that an auxiliary follows: "froze the loans, and *France* has halted the aid"."""
    if j + 1 >= len(items) or not grammar.words["coordinate"].at(items, j - 1):
        return False
    return any(items[j + 1].key in grammar.auxiliaries[k] for k in ("past", "be", "future"))


def _own_preposition(c: Collector, hit: Hit) -> str:
    """The label behind the preposition that the trigger itself asks for («أفرج عن»), ``bare`` when it asks for none."""
    label = c.layout.labels[hit.last]
    if label == "from" and hit.trigger.kind == "visit":
        return "bare"  # whoever "flew in *from* Muscat" was there no longer
    if label == "of" and c.layout.items[hit.last].key in _OF_WORDS:
        return label  # "parted *with* X", "prescindió *del* marchador X"
    return label if hit.last > hit.first and label in ("about", "against", "to", "at", "from") else "bare"


def _stands_in(c: Collector, j: int, hit: Hit) -> bool:
    """True for a place behind a trigger that ends in «في»: «لقي مصرعه في *طنجة*» says where, and nothing done to the town."""
    return hit.last > hit.first and c.layout.items[hit.last].key == "في" and kind_of(c, j) == "place"


_OF_WORDS = frozenset({"of", "de", "d'", "del", "du", "des"})
"""Prepositions of possession that a trigger may ask for."""


def _phrases(c: Collector, hit: Hit, grammar: Grammar, left: int, right: int) -> None:
    """Names and unnamed actors in phrases with a preposition, and the place."""
    items, labels = c.layout.items, c.layout.labels
    right = min(right, _aside_ends(c, hit, right, grammar))
    after = _after(c, hit, right, grammar)
    for j in range(max(0, left), right):
        label = labels[j]
        if j > after and label in ("with", "by", "between", "against", "for"):
            continue
        if items[j].kind == "name":
            if label in ("with", "by", "between", "against", "presence", "for", "before"):
                c.add(label, [j])
            elif label in ("at", "to", "person_to") and kind_of(c, j) == "place":
                # "will reopen its embassy *in Costa Rica*": of two states' ties the other state is no place.
                tied = hit.trigger.kind == _TIES and j > hit.last and country(c.mentions[items[j].ref])
                c.add("with" if tied else "to", [j]) if tied or label != "at" else None
            elif (other := _other_side(c, j, hit, grammar)) is not None:
                c.add(other, [j])
        elif label in ("with", "by", "between", "against", "before") and (
            is_actor(items[j], grammar) or numbered(items, j, grammar)
        ):
            c.unnamed.add(label)
            if j > hit.first:
                c.reach(j)
    order = sorted(
        (
            j
            for j in range(max(0, left), right)
            if kind_of(c, j) == "place"
            and (labels[j] in ("at", "to", "person_to", "before") or passed(c.layout, j, grammar))
            and not elsewhere(c.layout, j, grammar)
            and not carried_to(c.layout, j, hit, grammar)
            and not of_a_matter(c.layout, j, hit, grammar)
        ),
        key=lambda j: (j < hit.first, abs(j - hit.first)),
    )
    c.places += [items[j].ref for j in order] or _taken_up(c, left, grammar)
    for j in order[:1]:
        c.reach(j)


def _aside_ends(c: Collector, hit: Hit, right: int, grammar: Grammar) -> int:
    """The comma that closes what a participle says by the way: "reopened the post*, closed since August over the plague,* in a ceremony led by X"."""
    items, verb = c.layout.items, hit.verb
    if verb is None or hit.how != "verb" or verb.tense != "participle" or grammar.verb_first or verb.first < 1:
        return right
    if items[verb.first - 1].key != ",":
        return right
    return next((j for j in range(max(hit.last, verb.last) + 1, right) if items[j].key == ","), right)


def _after(c: Collector, hit: Hit, right: int, grammar: Grammar) -> int:
    """The item of "after" behind a verb, behind which others did something: "sacked him *after* a defeat by X"; the end for none."""
    items, words = c.layout.items, grammar.words["following"]
    if hit.how != "verb" or hit.verb is None or hit.verb.tense not in FINITE:
        return right
    begin = max(hit.last, hit.verb.last) + 1
    return next((i for i in range(begin, right) if words.at(items, i) is not None), right)


_TIES = "diplomatic-ties"
"""The kind of what states do to each other."""


def _other_side(c: Collector, j: int, hit: Hit, grammar: Grammar) -> str | None:
    """The position of a person or a body that something is given to or taken from: "sold *to* X", "acheté *à* X"."""
    label, roles = c.layout.labels[j], kinds()[hit.trigger.kind].roles
    if hit.trigger.kind == "meeting" and j > hit.first and kind_of(c, j) == "person":
        # "received a call *from X*", «اجتمع *إلى فلان*»
        met = label == "from" or (grammar.verb_first and label in ("to", "person_to") and hit.how == "verb")
        return "with" if met else None
    if label == "from":
        return "from" if "from" in roles else None
    given = label in ("to", "person_to") or (label == "at" and _given(c, j, grammar))
    return "to" if given and "to" in roles and j > hit.first else None


def _given(c: Collector, j: int, grammar: Grammar) -> bool:
    """True behind a preposition that says both where and to whom: French "à"."""
    words = setting(grammar.language).gives_to
    return any(item.key in words for item in c.layout.items[max(0, j - 4) : j])


def _object_of_object(c: Collector, hit: Hit, right: int, grammar: Grammar) -> None:
    """Whom the object is about: "rejeté une demande de libération de *X*", «خفضت عقوبة فلان»."""
    assert hit.verb is not None
    if "object" in c.names or hit.at <= hit.verb.last or hit.how != "verb":
        return
    items, labels = c.layout.items, c.layout.labels
    for j in range(hit.at + 1, min(right, hit.at + 12)):
        if (items[j].kind == "mark" and items[j].key != ".") or (items[j].kind == "time" and not grammar.verb_first):
            return
        if items[j].kind == "name":
            about = labels[j] in ("of", "bare", "against") or of_before(items, j, grammar)
            if kind_of(c, j) == "person" and about:
                c.add("object", joined_names(c, j, 1, right, grammar))
            return


def _taken_up(c: Collector, left: int, grammar: Grammar) -> list[int]:
    """The place that "where" takes up: "visited Lomé, *where* she opened a school"."""
    items, border = c.layout.items, c.layout.left(max(0, left))
    if border < 1 or not grammar.words["where"].at(items, border):
        return []
    before = border - 1 - (items[border - 1].key in (",", "،"))
    for j in range(before, max(-1, before - 6), -1):
        if kind_of(c, j) == "place":
            return [items[j].ref]  # «زار المغرب مرة واحدة عام 2008، حيث»
        if items[j].kind in ("mark", "name"):
            return []
    return []
