"""Where a word that might be a verb's form can only be a noun: behind an article, a hyphen, a preposition, a particle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import Trigger
from isnad.languages import table

_NO_NOUN = frozenset({"past", "imperfect", "future", "conditional"})
"""Tenses whose forms no noun is spelt like."""


def noun_place(items: Sequence[Item], i: int, tenses: frozenset[str], grammar: Grammar) -> bool:
    """True where only a noun can stand: after an article or "de", a form that might be a verb ("la visite") is none.

    Nor is a preposition that is spelt like a verb's form ("para", "sobre").
    """
    if grammar.verb_first:
        if items[i].key in _parts_of_day() and i + 1 < len(items) and items[i + 1].kind == "time":
            return True  # «*فجر* 10 نوفمبر» is a dawn
        if items[i].key == "فقد" and i + 1 < len(items) and items[i + 1].key.endswith(("ت", "وا")):
            return True  # «*فقد* تعرضت البلاد لفيضان»: a particle before a past
        # «في عين المكان»: behind a preposition that stands by itself no verb does.
        if i > 0 and "present" not in tenses and _wants_present(items, i, grammar):
            return True
        if i > 1 and not tenses <= {"participle"} and _in_construct(items, i):
            return True
        return i > 0 and items[i - 1].key in grammar.standing and not tenses <= {"participle"}
    if grammar.prepositions.at(items, i) and not tenses <= {"participle", "gerund"}:
        return True
    if i == 0:
        # "Incendie à Marseille": where a verb needs its subject said, no finite one begins a sentence.
        return not grammar.pro_drop and not tenses & {"participle", "gerund"}
    before = items[i - 1]
    if i > 1 and grammar.words["prenominal"].at(items, i - 1) and _determined(items, i - 1, grammar):
        return True  # "du *grand* marché", "la *nueva* marcha"
    if grammar.compounds and hyphened(items, i - 1):
        return True  # "the court-imposed curfew"
    if grammar.compounds and before.kind == "number" and items[i].key.endswith("s") and tenses <= _NO_NOUN_PAST:
        return True  # "by 140 *votes* to 98"
    if grammar.compounds and tenses <= _BARE and _owned(items, i, grammar):
        return True
    if tenses <= _NO_NOUN and grammar.pro_drop and grammar.words["proclitics"].at(items, i - 1):
        return False  # "la expulsaron": before such a form the article is a pronoun
    if tenses <= {"participle"}:
        return before.kind == "word" and bool(grammar.words["articles"].at(items, i - 1))
    bare_form = tenses <= {"infinitive"} and before.key in ("de", "d'")
    bare_form = bare_form and _told_infinitive(items, i, grammar)
    if (
        before.kind == "word"
        and not bare_form
        and (grammar.words["articles"].at(items, i - 1) or before.key in ("de", "d'", "of", "del"))
    ):
        return not grammar.words["pronouns"].at(items, i - 1)
    return False


def _determined(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True behind an article or a preposition that has one in it."""
    before = items[i - 1]
    return before.kind == "word" and (before.key in _CONTRACTED or bool(grammar.words["articles"].at(items, i - 1)))


def _told_infinitive(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True behind "de" where what stands before it tells: "a décidé *de suspendre*", "vient *de signer*", "intención *de vender*"."""
    if any(grammar.words[w].within(items, i - 5, i) is not None for w in ("decide", "intents")):
        return True
    ends = ((grammar.words[w], j) for w in ("done", "plan") for j in range(max(0, i - 4), i - 1))
    return any((hit := words.at(items, j)) is not None and j + hit[1] == i for words, j in ends)


_NO_NOUN_PAST = frozenset({"present", "subjunctive"})
_BARE = frozenset({"infinitive", "present", "subjunctive"})
"""Tenses whose English forms nouns are spelt like."""


def _owned(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True behind whoever has it, where English has no verb: "hear Malta's *appeal*", "the dockers' *strike*", "its *protest*"."""
    before = items[i - 1]
    if before.key == "s" and i > 2 and items[i - 2].key in _APOSTROPHES:
        return True
    if before.key in _APOSTROPHES:
        return i > 1 and items[i - 2].kind in ("word", "name") and items[i - 2].key.endswith("s")
    return before.key == "'s" or (before.key != "her" and grammar.words["possessives"].at(items, i - 1) is not None)


_APOSTROPHES = frozenset({"'", "’"})
PARTICIPLE = frozenset({"participle"})
_CONTRACTED = frozenset({"du", "des", "au", "aux", "del", "al"})
"""Prepositions with an article in them: a participle behind one is a noun ("la santé *du détenu*")."""


def who_is(before: Item, trigger: Trigger) -> bool:
    """True for a participle that only says of whom one speaks; "la mère *du défunt*" tells as much of a death as "il est mort"."""
    return before.key in _CONTRACTED and trigger.kind not in table("shared", "kinds")["deadly"]


def hyphened(items: Sequence[Item], j: int) -> bool:
    """True for a hyphen that joins the words beside it into one: "a *court-imposed* curfew", "*strike-hit* airports"."""
    if not 0 < j < len(items) - 1 or items[j].key not in _HYPHENS or items[j - 1].key in _AGAIN:
        return False
    return items[j - 1].end == items[j].start and items[j].end == items[j + 1].start


_HYPHENS = frozenset("-‐‑")
_AGAIN = frozenset({"re", "co", "pre"})
"""What before a hyphen leaves a verb one: "was *re*-elected"."""


@cache
def _parts_of_day() -> frozenset[str]:
    """Keys of Arabic words for parts of a day, some of which are spelt like verbs."""
    return frozenset(key_of("ar", w) for w in table("ar", "dates")["parts_of_day"]["words"])


def _in_construct(items: Sequence[Item], i: int) -> bool:
    """True behind an Arabic noun that a preposition is joined to and that has no article: «لملعب *عين* الشيح» names nobody to an office."""
    before, key = items[i - 1], items[i].key
    joined = (
        before.kind == "word" and before.key[:1] in "لبك" and before.key[1:] in before.keys and before.key[1:3] != "ال"
    )
    return joined and not before.key.startswith("لل") and not before.key.endswith(_BOUND) and key[:1] not in "يتسو"


_BOUND = ("ه", "ها", "هم", "هما", "نا", "ا", "ة", "ان", "ين", "ون", "ات")
"""Ends of an Arabic noun behind which a genitive is seldom: a possessive, an accusative, and what ends most sentences' phrases."""


def _wants_present(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True behind an Arabic particle that no past follows: «أن تنقل» is not «تنقّل», whatever they look like without signs."""
    before = items[i - 1]
    if grammar.present_only.isdisjoint(before.keys):
        return False
    if before.key not in ("ان", "وان"):
        return True
    # «بعد أن وصل», «سبق للبلدين أن وقعا»
    return not any(k in grammar.past_that for item in items[max(0, i - 4) : i - 1] for k in item.keys)
