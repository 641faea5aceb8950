"""Where a sentence may tell an event: trigger words with what they need around them, and the verb that carries them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from isnad.annotate.events.behind import office, score
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import Lexicon, Trigger
from isnad.annotate.events.light import (
    NEAR,
    PRONOUNS,
    after_words,
    carries,
    light_after,
    light_before,
    past_score,
    words_at_hand,
)
from isnad.annotate.events.nominal import PARTICIPLE, hyphened, noun_place, who_is
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.verbs import Verb, verb_group
from isnad.languages import table


class Hit(Struct, frozen=True):
    """A trigger found at items [first, last], with the verb that carries it; ``how`` says what makes a noun an event.

    ``at`` is the item of the class word that is the object or the subject, -1 when none is wanted.
    """

    trigger: Trigger
    first: int
    last: int
    verb: Verb | None
    how: str = "verb"
    at: int = -1


def find_triggers(layout: Layout, grammar: Grammar, lexicon: Lexicon) -> list[list[Hit]]:
    """Return the triggers of a sentence in order, overlapping ones too; of one word all readings, the one that asks for most first."""
    found: list[list[Hit]] = []
    at_hand = _AtHand(layout.items, lexicon)
    forms = lexicon.triggers.keys()
    for i, item in enumerate(layout.items):
        if item.kind != "word" or forms.isdisjoint(item.keys):
            continue
        readings = []
        for trigger, tenses in _candidates(item, lexicon, grammar, at_hand):
            if trigger.sort == "verb" and noun_place(layout.items, i, tenses, grammar):
                continue
            if tenses <= PARTICIPLE and i and who_is(layout.items[i - 1], trigger):
                continue
            hit = (_verb_hit if trigger.sort == "verb" else _noun_hit)(layout, i, trigger, tenses, grammar, lexicon)
            if hit is not None:
                readings.append(hit)
        if readings:
            found.append(readings)
    return found


class _AtHand:
    """What a sentence has of all that triggers ask for: most readings of a common verb ask for what it has not."""

    def __init__(self, items: Sequence[Item], lexicon: Lexicon) -> None:
        self._words = words_at_hand(items)
        self._keys = {key for item in items if item.kind in _CLASSED for key in (item.keys or item.heads)}
        self._lexicon = lexicon
        self._some: dict[str, bool] = {}
        self.served: dict[int, bool] = {}
        """What is known of what triggers ask for."""

    def serves(self, trigger: Trigger) -> bool:
        """Return whether the words that must follow a trigger are at hand, and some of each class it asks for."""
        found = self._words.issuperset(trigger.after)
        for names in (trigger.classes, trigger.doers) if found else ():
            found = found and (not names or any(map(self._has, names)))
        self.served[trigger.asks] = found
        return found

    def _has(self, name: str) -> bool:
        known = self._some.get(name)
        if known is None:
            words = self._lexicon.classes[name]
            known = not words.isdisjoint(self._keys)
            # A class with shapes is asked word by word: its list alone tells not of all that is in it.
            known = known or (type(words) is not frozenset and any(map(words.__contains__, self._keys)))
            self._some[name] = known
        return known


def _candidates(
    item: Item, lexicon: Lexicon, grammar: Grammar, at_hand: _AtHand
) -> Iterator[tuple[Trigger, frozenset[str]]]:
    served = at_hand.served
    for n, key in enumerate(item.keys):
        rows = lexicon.triggers.get(key)
        if not rows:
            continue
        for trigger, tenses in rows:
            if not (served[trigger.asks] if trigger.asks in served else at_hand.serves(trigger)):
                continue
            if trigger.sort == "verb" and item.nominal and "participle" not in tenses:
                continue
            if item.hamza and trigger.lemma[0] in "أإ" and trigger.lemma[0] != item.hamza:
                continue  # «إقامتها» is no «أقامتها»
            if trigger.sort == "noun" and item.nominal and key.endswith("ه") and trigger.lemma.split()[0][-1] != "ة":
                continue  # «وقفة» is no «وقفه», "his stopping"
            if trigger.sort == "verb" and grammar.verb_first and n and "participle" not in tenses:
                if key != item.key[1:] or item.key[0] not in "وف":
                    continue
            yield trigger, tenses


def _verb_hit(
    layout: Layout, i: int, trigger: Trigger, tenses: frozenset[str], grammar: Grammar, lexicon: Lexicon
) -> Hit | None:
    # What is cheap to rule out goes first: most readings of a common verb ask for words that do not follow.
    right = min(layout.right(i), i + NEAR + 6)
    # One further than the clause: "announce *that*" is itself its border.
    last = after_words(
        layout.items, i, min(right + 1, len(layout.items)), trigger.after, 9 if grammar.verb_first else 4
    )
    if last is None or _forbidden(layout.items, i, trigger.never, grammar):
        return None
    if grammar.compounds and trigger.kind in _BESIDE_PACTS and i and last == i and _before_pact(layout.items, i):
        return None
    verb = verb_group(layout.items, i, tenses, grammar, trigger.lemma)
    if verb is None or (trigger.passive and not verb.passive):
        return None
    if (
        "participle" in tenses
        and verb.tense == "past"
        and verb.first == i
        and trigger.object
        and _reduced(layout, i, grammar)
    ):
        verb = Verb(i, i, "participle", True)
    if "participle" in tenses and verb.tense == "past" and verb.first == i == 0 and not grammar.pro_drop:
        verb = Verb(i, i, "participle", not verb.reflexive)  # "Elected on Sunday, X …"
    if trigger.alone and not _intransitive(layout, i, trigger, verb, grammar):
        return None
    if trigger.reflexive and not verb.reflexive:
        return None
    if verb.tense == "gerund" and grammar.language == "fr" and verb.first and verb.first == i:
        before = layout.items[max(0, i - 4) : i]
        if any(_in_class(x, [lexicon.classes["agreements"]]) for x in before) and not any(
            x.kind == "mark" for x in before
        ):
            return None  # « un mémorandum *créant* une commission »: what it says
    if verb.reflexive and not trigger.reflexive and trigger.object == "person" and not grammar.pro_drop:
        return None  # "Alger et Rome s'entendent" hears nobody; "se nombró a X" in Spanish names somebody
    if verb.reflexive and not trigger.reflexive and trigger.classes and not grammar.pro_drop and not verb.passive:
        return (
            None  # "l'exercice *s'est achevé* sur la base": what a French verb does to itself it does to nothing else
        )
    at = -1
    if trigger.classes:
        at = _object_at(layout, i, right, verb, trigger, lexicon, grammar)
        if at < 0 and verb.tense == "past" and verb.first == i and "participle" in tenses:
            # "The treaty, signed in May": of one form with the past, a participle shows in that its object went before.
            participle = Verb(i, i, "participle", True)
            at = _object_at(layout, i, right, participle, trigger, lexicon, grammar)
            verb = verb if _person_behind(layout, i) else participle
        if at < 0:
            return None
    if trigger.doers:
        at = _doer_at(layout, i, right, verb, trigger, lexicon, grammar)
        if at < 0 or (grammar.verb_first and at > i and _befell(layout, at, trigger, grammar)):
            return None
    if (trigger.office and not office(layout, i, right, verb, grammar)) or (trigger.score and not score(layout, i)):
        return None
    end = verb.last if grammar.verb_first else max(verb.last, last)
    group = Verb(verb.first, end, verb.tense, verb.passive, verb.negated, verb.reflexive)
    return Hit(trigger, i, last, group, at=at)


def _person_behind(layout: Layout, i: int) -> bool:
    """True where a person stands right behind a verb and is its object: "and *named Ruth Lee*, who ran the office"."""
    items = layout.items
    at = i + 1
    while (
        at < min(len(items), i + 5)
        and items[at].kind != "name"
        and layout.labels[at] == "bare"
        and items[at].kind != "mark"
    ):
        at += 1
    return at < len(items) and items[at].kind == "name" and items[at].names == "person" and layout.labels[at] == "bare"


def _reduced(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True for "X, ousted in March, …": of one form with the past, a participle between a name's comma and no object."""
    items = layout.items
    named = i > 1 and items[i - 1].key == "," and items[i - 2].kind in ("name", "role")
    named = named and not (i > 2 and items[i - 3].key == ",")
    return named and not grammar.verb_first and not grammar.pro_drop and _nothing_after(layout, i, grammar)


def _intransitive(layout: Layout, i: int, trigger: Trigger, verb: Verb, grammar: Grammar) -> bool:
    """True for a verb without an object, or whose object is its subject ("was closed"); what people do by themselves has no passive.

    A form in "-ing" without its auxiliary is a noun beside another word: "the annual general *meeting*".
    """
    if grammar.compounds and verb.tense == "gerund" and verb.first == i and i and layout.items[i - 1].kind == "word":
        return False
    if verb.passive:
        return trigger.subject != "who"
    return _nothing_after(layout, i, grammar)


def _nothing_after(layout: Layout, i: int, grammar: Grammar) -> bool:
    """True when no object follows a verb: a preposition, a time, an adverb, a mark or the clause's end does."""
    items, words = layout.items, grammar.words
    if i + 1 >= len(items) or i + 1 in layout.borders or items[i + 1].kind in ("time", "mark"):
        return True
    if words["articles"].at(items, i + 1) and items[i + 2 : i + 3] and items[i + 2].kind == "time":
        return True
    if words["articles"].at(items, i + 1):
        return False  # "le" is also among what may stand inside a verb group
    after = (grammar.prepositions, words["adverbs"], words["coordinate"])
    return items[i + 1].kind == "word" and any(p.at(items, i + 1) for p in after)


def _forbidden(items: Sequence[Item], i: int, never: tuple[str, ...], grammar: Grammar) -> bool:
    """True when a word that must not stand beside a trigger does; before a time ("strike *on* Tuesday") it says when, not what."""
    end = i + 4
    if never and grammar.verb_first:  # «علقت مديرة المهرجان *ناديا فريم* على التوقيف»: the subject stands between
        end += sum(item.kind in ("name", "role") for item in items[i + 1 : end])
    near = (j for j in range(max(0, i - 2), min(len(items), end)) if j != i) if never else ()
    found = [j for j in near if any(w in items[j].keys or w in items[j].heads for w in never)]
    return any(j < i or _behind(items, j) != "time" or not grammar.prepositions.at(items, j) for j in found)


def _behind(items: Sequence[Item], j: int) -> str:
    """The kind of the item behind one, empty at the end."""
    return items[j + 1].kind if j + 1 < len(items) else ""


def _object_at(
    layout: Layout, i: int, right: int, verb: Verb, trigger: Trigger, lexicon: Lexicon, grammar: Grammar
) -> int:
    """Where a word of the wanted class is the object: after the verb, or before it in the passive; -1 when nowhere."""
    wanted = [lexicon.classes[c] for c in trigger.classes]
    if right == i + 1 < len(layout.items) - 1 and grammar.words["articles"].at(layout.items, right):
        right += 2  # "dismissed *that* account": what points at a noun begins no clause
    labels = ("bare", "of", "at", "to", "person_to", "before", *(("from",) if grammar.verb_first else ()))
    labels = (*labels, "time") if "before" in trigger.after else labels  # "brought *before* a judge"
    # "Dans un rapport *remis* en janvier, … le prix": what a participle behind its noun is said of stands before it.
    reduced = grammar.language == "fr" and verb.tense == "participle" and verb.first > 1 and not trigger.after
    reduced = reduced and layout.items[verb.first - 1].kind == "word" and layout.labels[verb.first - 1] != "time"
    found = next(
        (
            j
            for j in range(i + 1, i + 1 if reduced else right)
            if layout.labels[j] in labels
            and _in_class(layout.items[j], wanted)
            and not (grammar.compounds and "at" in layout.labels[i + 1 : j + 1] and _counted_before(layout, verb))
            and not (layout.labels[j] == "of" and layout.items[j].kind == "role")
            and not (grammar.compounds and layout.items[j - 1].key == "," and layout.items[j].key.endswith("ing"))
            and (trigger.after or not (_only_where(layout, i, j, lexicon) or _about_which(layout, i, j, grammar)))
        ),
        -1,
    )
    unvowelled = grammar.verb_first and _nothing_after(layout, i, grammar)
    # «الاتفاقية التي وقعها البلدان»: a pronoun at the verb's end takes up what the relative clause is about.
    resumed = grammar.verb_first and layout.items[i].key.endswith(PRONOUNS) and not layout.items[i].nominal
    # "El memorando *lo firmaron* dos ministros": so does one before a Spanish verb.
    resumed = resumed or (grammar.pro_drop and verb.first > 1 and _taken_up(layout, verb.first - 1, grammar))
    if found < 0 and (verb.passive or verb.tense == "participle" or unvowelled or resumed):
        # «شحنة سترسل»: without vowel signs a passive shows only in what stands around it.
        before = range(verb.first - 1, max(-1, verb.first - (4 if unvowelled and not resumed else NEAR)), -1)
        fit = (j for j in before if _in_class(layout.items[j], wanted))
        found = next((j for j in fit if not (_aged(layout.items, j) or _counts(layout.items, j))), -1)
    if found < 0 and not trigger.after and (border := _object_clause(layout, i, verb, trigger, grammar)) > 0:
        before = range(border - 1, max(-1, border - NEAR), -1)
        found = next((j for j in before if _in_class(layout.items[j], wanted)), -1)
    return found


def _counts(items: Sequence[Item], j: int) -> bool:
    """True for millions of something, which are no sum: "1,1 million *d'abonnés* ont été touchés"."""
    of = items[j + 1].key if j + 2 < len(items) else ""
    return items[j].key.removesuffix("s") in _SCALES and of in _OF and items[j + 2].key not in _CURRENCIES


_SCALES = frozenset({"million", "milliard", "millon", "millone"})
_OF = frozenset({"d", "d'", "d’", "de"})
_CURRENCIES = frozenset({"euros", "dollars", "dirhams", "dinars", "francs", "livres", "pesos", "dolares", "yuans", "ouguiyas", "roubles", "fcfa"})  # fmt: skip


def _counted_before(layout: Layout, verb: Verb) -> bool:
    """True where a number and what it counts stand right before an English form that is past or participle: "46 kilos *seized* at the airport"."""
    before = layout.items[max(0, verb.first - 2) : verb.first]
    return verb.first == verb.last and any(item.kind in ("number", "figure") for item in before)


def _aged(items: Sequence[Item], j: int) -> bool:
    """True for the years of somebody's age behind his name: "Murillo, *de 29 años*, se impuso" is sentenced to nothing."""
    return (
        j > 2
        and items[j - 1].key.isdigit()
        and items[j - 2].key in ("de", "of")
        and items[j - 3].key in (",", "age", "edad")
    )


def _taken_up(layout: Layout, i: int, grammar: Grammar) -> bool:
    return bool(grammar.words["him"].at(layout.items, i) or grammar.words["them"].at(layout.items, i))


def _object_clause(layout: Layout, i: int, verb: Verb, trigger: Trigger, grammar: Grammar) -> int:
    """Where a relative pronoun stands that is the verb's object, -1 when none does: "the duty *that* the ministry imposed in May"."""
    border = layout.left(verb.first)
    items = layout.items
    if border < 1 or items[border].key not in _TAKE_UP or verb.passive:
        return -1
    # "el memorando *que firmó Voltaria*", "que firmó el lunes": what is signed signs nothing.
    first = grammar.pro_drop and verb.first == border + 1 and trigger.kind == "signing"
    behind = first and _who_behind(layout, i + 1, grammar)
    if not (behind or _nothing_after(layout, i, grammar)):
        return -1
    between = range(border + 1, verb.first)
    subject = first or any(
        items[j].kind in ("name", "role")
        or any(grammar.acting(k) for k in items[j].keys)
        or grammar.words["pronouns"].at(items, j) is not None
        for j in between
    )
    return border if subject else -1


def _who_behind(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True where right behind a Spanish verb somebody stands who may be its subject: "que firmó *la empresa*", "que firmó *Voltaria*"."""
    items = layout.items
    if at < len(items) and grammar.words["articles"].at(items, at):
        at += 1
    return at < len(items) and (items[at].kind in ("name", "role") or any(grammar.acting(k) for k in items[at].keys))


_TAKE_UP = frozenset({"que", "qu'", "that", "which"})
"""Relative pronouns that may be a verb's object."""


def _about_which(layout: Layout, i: int, j: int, grammar: Grammar) -> bool:
    """True for what an object of another class is about: "delivered a report *on water*" brings nobody water."""
    if grammar.verb_first or layout.labels[j] != "at":
        return False
    items, labels = layout.items, layout.labels
    at = next((k for k in range(j - 1, i, -1) if items[k].key in _ABOUT and labels[k] == "at"), -1)
    return at > i + 1 and items[at - 1].kind == "word" and labels[at - 1] in ("bare", "of") and at - 1 > i


def _before_pact(items: Sequence[Item], i: int) -> bool:
    """True of an English word that is the noun before an agreement's and no verb: "a maritime *rescue* agreement"."""
    if i + 1 >= len(items) or items[i + 1].key not in _PACTS:
        return False
    return any(x.key in ("a", "an", "the", "this", "its", "their") for x in items[max(0, i - 3) : i])


_ABOUT = frozenset({"on", "sur", "sobre"})
"""Prepositions behind a noun that say what it is about."""


def _only_where(layout: Layout, i: int, j: int, lexicon: Lexicon) -> bool:
    """True for an Arabic building or named place behind «في»: «أوقف في مطار بيروت» stops no airport, «يقيم في فندق» builds none."""
    if layout.labels[j] != "at":
        return False
    before = next((k for k in range(j, i, -1) if layout.labels[k - 1] != "at"), i + 1)
    named = j + 1 < len(layout.items) and layout.items[j + 1].names == "place"
    placed = named or _in_class(layout.items[j], [lexicon.classes[_BUILT]])
    near = (layout.items[k].key for k in {before, j - 1, j - 2})
    return placed and any(key in _WITHIN for key in near)


_WITHIN = frozenset({"في", "داخل", "قرب"})
"""Arabic prepositions that say where."""
_BUILT = "any.built"
"""The class of what stands somewhere."""


def _doer_at(
    layout: Layout, i: int, right: int, verb: Verb, trigger: Trigger, lexicon: Lexicon, grammar: Grammar
) -> int:
    """Where a word of the wanted class is the subject: before the verb, in Arabic also right after it; -1 when nowhere."""
    wanted = [lexicon.classes[c] for c in trigger.doers]
    left = layout.left(verb.first)
    # Behind a relative pronoun its antecedent is the subject.
    start = max(left, verb.first - NEAR) if layout.borders.get(left) != "relative" else max(-1, left - 8)
    reach = [*range(verb.first - 1, start, -1)]
    if grammar.verb_first or (grammar.pro_drop and (verb.reflexive or verb.passive or _begins(layout, left, verb))):
        # Times and commas between an Arabic verb and its subject do not count: «أقلعت، صباح اليوم، من بوفاريك طائرة».
        far = NEAR if grammar.verb_first else 6
        reach = [*range(i + 1, min(right, i + far)), *reach]
    labels = ("bare", "of", "time", *(("to", "at") if grammar.verb_first else ()))
    standing = grammar.standing if grammar.verb_first else ()
    return next(
        (
            j
            for j in reach
            if _in_class(layout.items[j], wanted)
            and (layout.items[j].kind != "role" or trigger.kind in table("shared", "kinds")["by_office"])
            # «وصل على متن طائرة»: what stands right behind a preposition is no subject.
            and (
                (layout.labels[j] in labels and not (j and layout.items[j - 1].key in standing))
                or _part_of(layout, j, grammar)
            )
        ),
        -1,
    )


def _befell(layout: Layout, at: int, trigger: Trigger, grammar: Grammar) -> bool:
    """True for those who are killed in Arabic, where nothing follows them that they might have killed: «قتل *جنديان* أميركيان في كمين»."""
    if trigger.lemma.split("/")[0] not in _KILLED or trigger.classes or trigger.after:
        return False
    items, ending, j = layout.items, layout.items[at].key[-2:], at + 1
    while j < min(len(items), at + 3) and items[j].key.endswith((ending,) if ending in ("ان", "ون") else ("ون", "ي")):
        j += 1
    after = items[j] if j < len(items) else None
    if after is None or after.kind in ("mark", "time") or after.key.startswith("و"):
        return True
    return after.kind == "word" and grammar.prepositions.at(items, j) is not None


_KILLED = frozenset({"قتل", "جرح"})
"""Arabic verbs that are written alike of those who kill and of those who are killed."""


def _begins(layout: Layout, left: int, verb: Verb) -> bool:
    """True for a Spanish verb with nothing but times and small words before it: its subject may follow ("Cerró la fábrica")."""
    before = layout.items[max(left, 0) : verb.first]
    return all(item.kind in ("mark", "time") or len(item.key) < 3 for item in before)


def _part_of(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for what an Arabic subject is part of: «انهار جزء من *الجدار*»."""
    return layout.labels[j] == "from" and j > 1 and grammar.words["portions"].at(layout.items, j - 2) is not None


def _in_class(item: Item, classes: list[frozenset[str]]) -> bool:
    if item.kind not in _CLASSED:
        return False
    for key in item.keys or item.heads:  # a loop, for it is asked of most items
        for words in classes:
            if key in words:
                return True
    return False


_CLASSED = frozenset({"word", "name", "role"})
"""Kinds of items that may be of a class."""


def _noun_hit(
    layout: Layout, i: int, trigger: Trigger, tenses: frozenset[str], grammar: Grammar, lexicon: Lexicon
) -> Hit | None:
    items = layout.items
    if grammar.compounds and i and items[i].key.endswith("ing"):
        before = items[i - 1].key
        if before in grammar.auxiliaries["be"] or before in grammar.auxiliaries["been"]:
            return None  # "has been *fighting* smog": a verb
    last = after_words(items, i, len(items), trigger.after, 0)
    if last is None and trigger.kind == "competition" and (past := past_score(items, i)) > i:
        last = after_words(items, past, len(items), trigger.after, 0)
    if last is not None and last > i and grammar.prepositions.at(items, last) and _behind(items, last) == "time":
        return None  # "a strike on Tuesday" is none "on" anybody
    if last is None or _forbidden(items, i, trigger.never, grammar) or _modifies(items, last, grammar):
        return None
    if grammar.compounds and trigger.kind in _BESIDE_PACTS and last + 1 < len(items) and items[last + 1].key in _PACTS:
        return None  # "a maritime *rescue* agreement"
    if trigger.classes:
        wanted = [lexicon.classes[c] for c in trigger.classes]
        begin = last + 1 + (grammar.verb_first and last + 1 < len(items) and items[last + 1].key.startswith("وال"))
        past = _past_aside(items, last)
        if not any(_in_class(items[j], wanted) for j in range(max(begin, past), min(len(items), past + _COMPLEMENT))):
            return None
    do = light_before(layout, i, grammar)
    if do is not None:
        return Hit(trigger, i, last, do, "do")
    occur = light_after(layout, last, grammar)
    if occur is not None:
        carried = grammar.verb_first and occur.first > last and carries(items[occur.last], grammar)
        return Hit(trigger, i, last, occur, "do" if carried else "occur")
    return Hit(trigger, i, last, None, "noun")


_BESIDE_PACTS = frozenset(
    "aid visit exercise transaction inquiry opening construction funding competition arrest election meeting".split()
)
"""Kinds whose nouns, before the noun of an agreement, only say what it is about."""
_PACTS = frozenset(
    "agreement agreements deal deals accord accords pact pacts treaty treaties memorandum protocol convention contract contracts".split()
)


def _past_aside(items: Sequence[Item], last: int) -> int:
    """The item behind a time and a place between two commas right behind a noun: "la signature*, le 5 à Dakar,* d'une convention"."""
    if last + 1 >= len(items) or items[last + 1].key not in (",", "،"):
        return last
    close = next((j for j in range(last + 2, min(len(items), last + _ASIDE)) if items[j].key in (",", "،")), -1)
    timed = any(i.kind == "time" for i in items[last + 1 : close])
    return close if close > 0 and timed else last


_ASIDE = 9
"""Items that a time and a place between commas may have."""
_COMPLEMENT = 6
"""Items behind a noun within which a word says what is done to what."""


def _modifies(items: Sequence[Item], last: int, grammar: Grammar) -> bool:
    """True for a noun that only says what sort of people or things are spoken of, where nouns do: "*coup* leaders", "*victory* podium"."""
    if not grammar.compounds or last + 1 >= len(items):
        return False
    after = items[last + 1]
    if hyphened(items, last + 1):
        return True
    return after.kind == "word" and (grammar.acting(after.key) or bool(grammar.words["heads"].at(items, last + 1)))
