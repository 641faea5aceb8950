"""The verb group around a verb form: its auxiliaries, negation and pronouns read into tense and voice."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item


class Verb(Struct, frozen=True):
    """A verb group: where it begins and ends, its tense and voice, whether it is negated.

    ``tense`` is one of ``past present imperfect future conditional infinitive gerund participle purpose``.
    """

    first: int
    last: int
    tense: str
    passive: bool = False
    negated: bool = False
    reflexive: bool = False


def verb_group(items: Sequence[Item], i: int, tenses: frozenset[str], grammar: Grammar, lemma: str) -> Verb | None:
    """Return the verb group around a verb form: auxiliaries, negation and pronouns before it read in."""
    aux = grammar.auxiliaries
    first, been, found, negated, reflexive = (
        i,
        False,
        "",
        False,
        lemma.split(" ")[0].endswith("rse") and _enclitic(items[i]),
    )
    j = i - 1
    while j >= max(0, i - 7):
        item = items[j]
        key = item.key
        label = next((k for k in _AUXILIARIES if key in aux[k]), None) if item.kind == "word" else None
        if item.kind == "time" or (item.kind == "mark" and key == "-"):
            pass
        elif grammar.words["negation"].at(items, j) and not relative_what(items, j, grammar):
            negated = True
            first = j
        elif key in ("se", "s'", "s") and grammar.words["reflexive"].at(items, j):
            reflexive = True
            first = j
        elif label == "been":
            been = True
            first = j
        elif label and not found:
            found, first = label, j
        elif label == "future" and found.startswith("be"):
            found, first = "be_future", j
        elif grammar.words["pronouns"].at(items, j) and j == first - 1:
            pass
        elif not (
            grammar.words["adverbs"].at(items, j) or _inside_adverb(items, j, grammar) or _manner(items, j, grammar)
        ):
            break
        j -= 1
    if negated and grammar.words["unless_negated"].within(items, i + 1, i + 4) is not None:
        negated = False
    if not grammar.verb_first and items[i + 1 : i + 2] and grammar.words["negation"].at(items, i + 1):
        negated = negated or items[i + 1].key not in lemma.split()  # "said *no*" refuses
    return _tensed(items, i, tenses, grammar, lemma, first, been, found, negated, reflexive)


def relative_what(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for a word for "what" that is spelt like a negation: «وهو ما نفاه الدرك» says that they denied it.

    It negates at the head of a clause only: behind nothing, a mark that closes one, a conjunction.
    """
    if not grammar.words["what"].at(items, j):
        return False
    before = items[j - 1] if j else None
    if before is None or items[j].key.startswith("و"):
        return False
    if grammar.words["habitual"].at(items, j - 1):
        return False  # «كثيرا ما»
    heads = (grammar.words["subordinate"], grammar.words["coordinate"], grammar.words["relative"])
    closes = before.kind == "mark" and before.key in '«“".؛:!?؟'
    return not (closes or any(p.at(items, j - 1) for p in heads))


_AFTER = 9
"""Items before a verb within which its clause begins."""
_AUXILIARIES = ("been", "past", "conditional", "future", "be", "be_future", "be_conditional", "be_infinitive")


def _enclitic(item: Item) -> bool:
    return item.key.endswith("se")


def _inside_adverb(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for the later words of an adverbial phrase: "par la *suite*"."""
    return any(
        (hit := grammar.words["adverbs"].at(items, k)) is not None and k + hit[1] > j for k in range(max(0, j - 3), j)
    )


def _manner(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True for an adverb of manner that nobody has listed, right behind an auxiliary: "a été *poliment* déclinée"."""
    key = items[j].key
    if items[j].kind != "word" or j == 0 or not key.endswith(_MANNER) or len(key) < _MANNERED:
        return False
    return any(items[j - 1].key in forms for forms in grammar.auxiliaries.values())


_MANNER = ("ment", "mente", "ly")
"""How adverbs of manner end."""
_MANNERED = 6
"""Letters of the shortest of them."""


def _tensed(
    items: Sequence[Item],
    i: int,
    tenses: frozenset[str],
    grammar: Grammar,
    lemma: str,
    first: int,
    been: bool,
    aux: str,
    negated: bool,
    reflexive: bool,
) -> Verb | None:
    """The group's tense and voice, from the form and its auxiliary."""
    if grammar.verb_first:
        tense = next((t for t in ("past", "future", "purpose", "present", "participle") if t in tenses), "present")
        if tense == "past" and "present" in tenses and not items[i].key.startswith(("ا", "و", "ف")):
            tense = "present"
        return Verb(first, i, tense, tense == "participle", negated)
    active_be = any(lemma.split(" ")[0] == w for w in _active_with_be(grammar))
    if "participle" in tenses and (aux or been):
        passive = not (reflexive or active_be) if aux.startswith("be") and not been else been
        # "La final se ha retrasado", as "se retrasó".
        passive = passive or (reflexive and aux == "past" and grammar.pro_drop and not _is_reflexive(lemma))
        tense = {
            "conditional": "conditional",
            "be_conditional": "conditional",
            "future": "future",
            "be_future": "future",
            "be_infinitive": "infinitive",
        }.get(aux, "past")
        if been and not aux:
            tense = "infinitive" if "participle" not in tenses else "past"
        if tense == "future" and not aux.startswith("be") and grammar.words["looks_ahead"].firsts:
            # « La grève aura duré sept jours » looks back, « d'ici juin, il aura signé » ahead.
            ahead = grammar.words["looks_ahead"].within(items, max(0, first - _AFTER), min(len(items), i + _AFTER))
            tense = "past" if ahead is None else tense
        if aux == "past" and items[first].key in ("avoir", "haber", "haberse", "ayant", "habiendo", "having", "have"):
            tense = "past"
        return Verb(first, i, tense, passive, negated, reflexive)
    if aux == "future" and ("infinitive" in tenses or "present" in tenses):
        return Verb(first, i, "future", been, negated, reflexive)
    if "infinitive" in tenses and ("present" not in tenses or _to_before(items, first, grammar)):
        return Verb(first, i, "infinitive", False, negated, reflexive)
    if tenses <= {"subjunctive"}:
        # "después de que la expulsaran": what something came after happened; anything else in this mood may not have.
        after = grammar.words["after_that"].within(items, first - _AFTER, first) is not None
        return Verb(first, i, "past", False, negated, reflexive) if after else None
    for tense in ("future", "conditional", "past", "present", "imperfect"):
        if tense in tenses:
            by = "participle" in tenses and _by_follows(items, i, grammar)
            passive = (by or (reflexive and not _is_reflexive(lemma) and grammar.pro_drop)) and tense != "present"
            return Verb(first, i, tense, passive, negated, reflexive)
    if "participle" in tenses:
        if _shares_auxiliary(items, i, grammar):
            return Verb(i, i, "past", False, False, reflexive)
        none = (
            negated and i > 0 and grammar.words["negation"].at(items, i - 1) is not None
        )  # "sin heridos *ni detenidos*"
        return Verb(i, i, "participle", not active_be, none, reflexive)
    return Verb(first, i, "gerund", False, negated, reflexive) if "gerund" in tenses else None


def _shares_auxiliary(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for the second of two participles behind one "have": "a infligé une amende à X et *condamné* le capitaine".

    It is spelt as an active one, and what it is done to stands right behind it; of "un homme connu et recherché par la police" nothing does.
    """
    if (
        grammar.compounds
        or i < 3
        or not grammar.words["coordinate"].at(items, i - 1)
        or items[i].key.endswith(_AGREEING)
    ):
        return False
    after = items[i + 1] if i + 1 < len(items) else None
    done_to = after is not None and (
        after.kind in ("name", "role", "number")
        or any(grammar.words[w].at(items, i + 1) for w in ("articles", "possessives"))
        or (grammar.prepositions.at(items, i + 1) or ("",))[0] == "person_to"
    )
    if not done_to:
        return False
    for j in range(i - 2, max(-1, i - _SHARED), -1):
        if items[j].kind == "word":
            if any(grammar.words[w].at(items, j) for w in ("relative", "subordinate")):
                return False
            label = next((k for k in _AUXILIARIES if items[j].key in grammar.auxiliaries[k]), None)
            if label is not None and j + 1 < i - 1:
                return label == "past"
    return False


_SHARED = 24
"""Items before a participle within which the auxiliary stands that it shares."""
_AGREEING = ("s", "ee", "a")
"""How a participle ends that agrees with what it is said of; an active one behind "have" does not."""


def _is_reflexive(lemma: str) -> bool:
    return lemma.split(" ")[0].endswith(("arse", "erse", "irse"))


def _active_with_be(grammar: Grammar) -> frozenset[str]:
    return grammar.auxiliaries["active_with_be"]


def _to_before(items: Sequence[Item], first: int, grammar: Grammar) -> bool:
    """English alone has one form for both: "to" or a modal before it makes it an infinitive."""
    if first == 0:
        return False
    before = items[first - 1].key
    modal = grammar.words["possible"].at(items, first - 1) or grammar.words["future"].at(items, first - 1)
    return before in ("to", "did", "does", "do") or bool(modal)


def _by_follows(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    hits = (grammar.prepositions.at(items, j) for j in range(i + 1, min(len(items), i + 4)) if items[j].kind == "word")
    return any(h is not None and h[0] == "by" for h in hits)
