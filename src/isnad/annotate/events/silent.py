"""Subjects that are not named beside their verb: whom a pronoun, or a verb that leaves its subject out, stands for."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.items import Item, preposed
from isnad.annotate.events.parts import Collector, actor_in, counts, kind_of
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.verbfirst import beside, relative_noun
from isnad.languages import table


def earlier(c: Collector, left: int, grammar: Grammar) -> tuple[int, ...]:
    """The one name that is a subject in the sentence before the clause: "*X* said that he would resign".

    Whoever belongs to another speaks of that other: "his lawyer, X, says he turned himself in".
    """
    items, labels = c.layout.items, c.layout.labels
    bare = [j for j in range(max(left, 0)) if items[j].kind == "name" and labels[j] == "bare" and not datelined(c, j)]
    acting = [j for j in bare if kind_of(c, j) != "place"]  # "the minister visited Lomé, where he …"
    found = tuple(dict.fromkeys(items[j].ref for j in acting or bare))
    return () if len(found) != 1 or belongs(c.layout, (acting or bare)[0], grammar) else found


def datelined(c: Collector, j: int) -> bool:
    """Return whether a place at the head of its sentence is where a dispatch comes from, and does nothing: «*حلب* – تبرع الصناعي»."""
    items = c.layout.items
    return j < _HEAD and kind_of(c, j) == "place" and j + 1 < len(items) and items[j + 1].key in _DASHES


_HEAD = 2
_DASHES = frozenset({"-", "–", "—"})


def belongs(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True for whom a possessive right before says to be another's: "*his* lawyer, Me X", « *son* avocat, Me X »."""
    return any(grammar.words["possessives"].at(layout.items, j) for j in range(max(0, at - _BESIDE), at))


def by_pronoun(c: Collector, hit: Hit, grammar: Grammar) -> int | None:
    """Return the pronoun right before the verb that is its subject ("X says *he* turned himself in"), if there is one."""
    if hit.verb is None or grammar.verb_first or hit.verb.passive:
        return None
    at = hit.verb.first - 1
    return at if at > 0 and grammar.words["pronouns"].at(c.layout.items, at) else None


FAR = 400
"""Characters before a verb within which somebody was named whom a pronoun for its object means."""


def by_object_pronoun(c: Collector, hit: Hit, grammar: Grammar, spoken_of: Sequence[tuple[int, ...]]) -> None:
    """Whom a pronoun beside the verb stands for that is its object: "a judge barred *him*", "El juez *lo* dejó libre", «وأحالت*ه*».

    Only the one person spoken of last who is not the subject, or those last spoken of together, and where the pronoun can be no thing's.
    """
    if hit.verb is None or hit.how == "noun" or hit.verb.passive or c.names.get("object"):
        return
    sure, several = object_pronoun(c, hit, grammar)
    trigger = hit.trigger
    personal = trigger.kind in table("shared", "kinds")["undergoes"] and not (trigger.classes or trigger.doers)
    personal = personal or trigger.object in ("person", "who")
    if not sure or not (personal or sure == "person"):
        return
    others = (some for some in spoken_of if some and not set(some) & set(c.names.get("subject", ())))
    last = next((some for some in others if (len(some) > 1) == several), ())
    if not last or any(c.mentions[m].kind != "person" or c.mentions[m].plural for m in last):
        return
    if grammar.verb_first and not several and _woman(c, last[0]) != _hers(c, hit):
        return
    if c.mentions[last[0]].start >= c.layout.items[hit.first].start - FAR:
        c.names["object"] = list(last)


def _hers(c: Collector, hit: Hit) -> bool:
    """True for an Arabic pronoun in the feminine, which takes up things in number as often as a woman: «ثمانية أشهر قضا*ها*»."""
    assert hit.verb is not None
    return c.layout.items[hit.last].key.endswith("ها") or c.layout.items[hit.verb.last].key.endswith("ها")


def _woman(c: Collector, m: int) -> bool:
    """True for a person whose office is a woman's: «مديرة المركز فلانة»."""
    mention = c.mentions[m]
    office = mention.role.text if mention.role is not None else mention.text if mention.form == "role" else ""
    first = office.split()[0] if office else ""
    return first.endswith(FEMININE)


FEMININE = ("ة", "ه", "ى")
"""How an office of a woman's ends; of one that is printed without its dots too."""


def object_pronoun(c: Collector, hit: Hit, grammar: Grammar) -> tuple[str, bool]:
    """Return the label of a pronoun right beside the verb, ``person`` where it is never a thing's, and whether it is for several; empty for none."""
    assert hit.verb is not None
    items, words = c.layout.items, grammar.words
    if grammar.verb_first:
        lemma, key = key_of("ar", hit.trigger.lemma.split("/")[0].split(" ")[0]), items[hit.verb.last].key
        if hit.last > hit.verb.last and (joined := items[hit.last].key).startswith(_GOVERNING):
            # «أفرج *عنهما*»: the trigger's own preposition carries the pronoun.
            one = joined.endswith(("ه", "ها")) and len(joined) <= _SHORT
            return ("person" if joined.endswith(_THEM) or one else ""), joined.endswith(_THEM)
        if len(key) <= len(lemma):
            return "", False
        if key.endswith(_THEM):
            return "person", True
        return ("thing" if key.endswith(("ه", "ها")) and not lemma.endswith("ه") else ""), False
    before = hit.verb.first - 1
    while before > hit.verb.first - 4 and _made_to(items, before, grammar):
        before -= 1  # "le juge *l'*a fait écrouer"
    if grammar.compounds:
        return _english(c, hit.verb.first + 1, min(hit.verb.last + 2, len(items)), grammar)
    if before >= 0 and words["them"].at(items, before):
        return "thing", True
    found = words["him"].at(items, before) if before >= 0 else None
    if found and grammar.pro_drop and items[before].key == "le":
        return "person", False  # "*le* tomó declaración", of a thing in the accusative never
    return (found[0] if found else ""), False


def _english(c: Collector, start: int, end: int, grammar: Grammar) -> tuple[str, bool]:
    """The same in English, whose pronouns stand behind the verb; "her" is one where no noun follows."""
    items, words = c.layout.items, grammar.words
    for i in range(start, end):
        if words["them"].at(items, i):
            return "thing", True
        after = items[i + 1] if i + 1 < len(items) else None
        alone = after is None or after.kind in ("time", "mark") or words["coordinate"].at(items, i + 1) is not None
        alone = alone or grammar.prepositions.at(items, i + 1) is not None
        if words["him"].at(items, i) or (alone and words["her"].at(items, i)):
            return "person", False
    return "", False


_GOVERNING = ("عن", "علي", "به", "له", "اليه")
"""Arabic prepositions, as they stand before a pronoun."""
_SHORT = 5
"""Letters of the longest of them with its pronoun."""
_THEM = ("هما", "هم", "هن")
"""Pronouns for several persons joined to an Arabic verb."""


def _made_to(items: Sequence[Item], i: int, grammar: Grammar) -> bool:
    """True for an auxiliary or a word for "had" or "made" that stands before a verb."""
    return i > 0 and (any(items[i].key in forms for forms in grammar.auxiliaries.values()) or items[i].key in _MADE)


_MADE = frozenset({"fait", "hecho", "faire", "hacer", "hizo", "fera", "hara"})
"""What has somebody do what the infinitive behind it says."""
_BESIDE = 5
"""Items between a possessive and the name of whom it makes another's."""


def silent(c: Collector, hit: Hit, grammar: Grammar, left: int, start: int, goes_on: bool = False) -> bool:
    """True when the verb's subject is a pronoun, or left out where the language does so or a conjunction joins verbs.

    What stands before an Arabic verb that ``goes_on`` with "and" belongs to the verb before it.
    """
    assert hit.verb is not None
    items, first = c.layout.items, hit.verb.first
    begin = max(left, start, 0)
    if grammar.verb_first and first and items[first - 1].key in _THAT_HE:
        return True
    if styled(c.layout, hit, grammar):
        return True
    if grammar.verb_first and _spelt_passive(c, hit, grammar):
        return False
    if grammar.verb_first and _of_its_relative(c, hit, left, grammar):
        return False
    if grammar.verb_first and not goes_on and (_of_a_noun(c, hit, left, start, grammar) or taken_from(c, hit, grammar)):
        return False
    if hit.verb.tense in ("infinitive", "gerund", "purpose"):
        return True
    if grammar.words["pronouns"].within(items, max(begin, first - 3), hit.verb.last + 1) is not None:
        return True
    window = [] if goes_on else items[begin:first]
    if any(i.kind == "name" for i in window) or (not goes_on and actor_in(c, begin, first, grammar, ("bare",))):
        return False
    if grammar.verb_first and actor_in(c, hit.verb.last + 1, hit.verb.last + 8, grammar, ("bare", "of")):
        return False
    if grammar.verb_first and _noun_behind_that(c, begin, first, grammar):
        return False
    if grammar.verb_first and counts(items, hit.verb.last + 1, grammar):
        return False  # «قتل *أربعة* من عناصره»
    if grammar.pro_drop:
        return not hit.verb.passive or (not grammar.verb_first and _nothing_behind(c, hit, grammar))
    return bool(window) and any(grammar.words["coordinate"].at(items, j) for j in range(begin, first))


def _nothing_behind(c: Collector, hit: Hit, grammar: Grammar) -> bool:
    """True for a passive right behind which no subject can stand: "Había sido destituido *en 2021*"."""
    items, at = c.layout.items, hit.last + 1
    if at >= len(items) or items[at].kind in ("time", "mark"):
        return True
    return items[at].kind == "word" and grammar.prepositions.at(items, at) is not None


def styled(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether a title alone is the subject, which means whom the text named before: «والتقى *معاليه* الوزيرة», "*His Excellency* met"."""
    if hit.verb is None or hit.verb.passive:
        return False
    words, items = grammar.words["styled"], layout.items
    if grammar.verb_first:
        found = words.at(items, hit.verb.last + 1) if hit.verb.last + 1 < len(items) else None
        after = hit.verb.last + 1 + (found[1] if found else 0)
        return found is not None and not (after < len(items) and found[1] > 1 and items[after].names == "person")
    at = words.within(items, max(0, hit.verb.first - 5), hit.verb.first)
    return at is not None and not any(i.kind == "name" for i in items[at : hit.verb.first])


def _spelt_passive(c: Collector, hit: Hit, grammar: Grammar) -> bool:
    """True for an Arabic verb that is a passive by its spelling, with a noun behind it for the thing that it befalls: «*أنشئت* أحياء»."""
    kind = hit.trigger.kind
    if hit.how != "verb" or "/" in hit.trigger.lemma.split()[0] or hit.trigger.object in ("person", "who"):
        return False
    if kind in table("shared", "kinds")["personal"] or kind in ("election", "court"):
        return False
    items, at = c.layout.items, hit.last + 1
    while at < len(items) and (items[at].kind == "time" or grammar.words["adverbs"].at(items, at)):
        at += 1
    if at >= len(items) or at in c.layout.borders or c.layout.items[hit.last].key.endswith(("ه", "ها")):
        return False
    return items[at].kind == "number" or _noun(items, at, grammar)


def _of_a_noun(c: Collector, hit: Hit, left: int, start: int, grammar: Grammar) -> bool:
    """True for an Arabic past with its noun right before it: «أن *القرار* أثار», or behind it where another clause is set against it."""
    assert hit.verb is not None
    if _set_against(c, hit, left, grammar):
        return True
    if object_pronoun(c, hit, grammar)[0]:
        return False  # «ثمانية أشهر *قضاها* في السجن»: the noun is the object
    if relative_noun(c.layout, hit, left, start, grammar) >= 0:
        return True
    items, at = c.layout.items, beside(c.layout, hit.verb.first, grammar)
    noun = hit.verb.tense == "past" and at > max(left, start - 1) and items[at].kind == "word"
    return noun and items[at].key.startswith("ال") and c.layout.labels[at] in ("bare", "of")


def _of_its_relative(c: Collector, hit: Hit, left: int, grammar: Grammar) -> bool:
    """True for an Arabic verb right behind a relative pronoun, whose noun does it: «إضراب العدادين *الذي بدأ* الأربعاء».

    With a pronoun joined to it the noun is its object: «المقال *الذي نشره*».
    """
    assert hit.verb is not None
    items = c.layout.items
    if left < 0 or items[left].key not in _RELATIVES or beside(c.layout, hit.verb.first, grammar) != left:
        return False
    noun = left > 0 and items[left - 1].kind == "word"
    return noun and not items[hit.verb.last].key.endswith(_HIS)


_RELATIVES = frozenset(
    {"الذي", "التي", "والذي", "والتي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي"}
)
"""Arabic relative pronouns, which take up the noun before them."""


def _set_against(c: Collector, hit: Hit, left: int, grammar: Grammar) -> bool:
    """True behind an Arabic "whereas" with a noun right behind the verb, which is its subject: «قال فلان …، *فيما* أُغلق *برج* الساعة»."""
    assert hit.verb is not None
    items, at = c.layout.items, hit.verb.last + 1
    if left < 0 or items[left].key not in _WHEREAS or beside(c.layout, hit.verb.first, grammar) != left:
        return False
    return at < len(items) and _noun(items, at, grammar)


def _noun(items: Sequence[Item], at: int, grammar: Grammar) -> bool:
    """True for an Arabic word that no preposition governs, and that is none itself."""
    item = items[at]
    small = not grammar.small.isdisjoint(item.keys) or grammar.prepositions.at(items, at) is not None
    return item.kind == "word" and not small and preposed(item) is None


_WHEREAS = frozenset({"فيما", "بينما"})
"""Arabic conjunctions that set what one does against what another does."""


def taken_from(c: Collector, hit: Hit, grammar: Grammar) -> bool:
    """Return whether an Arabic verb has its object joined to it and its subject behind it: «مسابقة *أطلقتها جمعية* الشباب»."""
    assert hit.verb is not None
    items, at = c.layout.items, hit.verb.last + 1
    if hit.how == "noun" or not object_pronoun(c, hit, grammar)[0] or (hit.how == "verb" and hit.last > hit.verb.last):
        return False
    while at < len(items) and (items[at].kind == "time" or grammar.words["adverbs"].at(items, at)):
        at += 1
    if at >= len(items) or at in c.layout.borders:
        return False
    return items[at].kind == "name" or (_noun(items, at, grammar) and not items[at].key.startswith("و"))


def _noun_behind_that(c: Collector, begin: int, first: int, grammar: Grammar) -> bool:
    """True for «إن *موكله* سلم نفسه»: the noun behind the conjunction is the verb's subject, whoever speaks."""
    items = c.layout.items
    if items[begin].kind == "mark":
        begin = c.layout.left(begin - 1) if begin else -1  # «إن موكله *"*سلم نفسه"»
    if begin < 0 or c.layout.borders.get(begin) != "that" or items[begin].key not in _OPENING:
        return False
    at = next((j for j in range(begin + 1, first) if not grammar.words["adverbs"].at(items, j)), first)
    noun = [i.key for i in items[at : min(at + 2, first)] if i.kind == "word"]
    return bool(noun) and (any(k.startswith("ال") for k in noun) or noun[0].endswith(_HIS))


_HIS = ("ه", "ها", "هم", "هما", "هن")
"""Possessives joined to an Arabic noun."""
_THAT_HE = frozenset({"انه", "انها", "بانه", "بانها", "لانه", "لانها", "وانه", "وانها"})
"""Arabic conjunctions with the subject of the verb behind them: «قال *إنه* أغلق المصنع»."""
_OPENING = frozenset({"إن", "أن", "ان", "بأن", "بان"})
"""Arabic conjunctions that hold no pronoun: a noun follows."""
