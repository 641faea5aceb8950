"""What stands around an Arabic verb: the noun right before it that it is said of, and what no preposition before it governs behind it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item, preposed
from isnad.annotate.events.parts import Collector, actor_in, kind_of
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit


def relative_noun(layout: Layout, hit: Hit, left: int, start: int, grammar: Grammar) -> int:
    """Return the item of the indefinite noun that an Arabic past right behind it is said of, -1 when none is: «في *هجوم* مسلح *استهدف* دورية».

    What stands at the head of its clause behind a preposition only says when or where: «في خطوة مفاجئة أعلن».
    """
    verb = hit.verb
    carried = hit.how == "do" and verb is not None and verb.first > hit.last  # «قصف *نفذته* القوات»
    if verb is None or verb.tense != "past" or not (hit.how == "verb" or carried):
        return -1
    items, at = layout.items, beside(layout, verb.first, grammar)
    if at <= max(left, start - 1) or items[at].kind != "word" or not _indefinite(items[at], grammar):
        return -1
    opens = max(left + 1, 0)
    if start > opens or layout.labels[at] in ("bare", "of"):
        return at
    head = items[opens]
    led = grammar.prepositions.at(items, opens) is not None or head.kind in ("time", "mark") or head.key[:1] in "بلو"
    return -1 if led or not grammar.small.isdisjoint(head.keys) else at


def beside(layout: Layout, verb: int, grammar: Grammar) -> int:
    """Return the item right before a verb, times and adverbs left out; -1 when none is."""
    at = verb - 1
    while at >= 0 and (layout.items[at].kind == "time" or grammar.words["adverbs"].at(layout.items, at)):
        at -= 1
    return at


def _indefinite(item: Item, grammar: Grammar) -> bool:
    """True for an Arabic noun without an article, an owner or a preposition of its own, and none of the words that open clauses."""
    key = item.key
    owned = key.endswith(_HIS) and not item.nominal
    if owned or len(key) < _SHORTEST or not _OPENERS.isdisjoint(item.keys):
        return False
    if not (grammar.small.isdisjoint(item.keys) and grammar.governing.isdisjoint(item.keys)):
        return False  # «تعتزم *عقد* مؤتمر»: a noun that is spelt like the verb
    return not key.startswith(("ال", "بال", "وال", "لل", "كال", "فال"))


_SHORTEST = 3
"""Letters of the shortest noun that a relative clause may be about."""
_OPENERS = frozenset(
    (
        "يوم لحظه ساعه ليله عام سنه شهر حين مما ممن فيما كما بما عما كلما حتي لكن "
        "يكون تكون يكونوا يكونا تكونا اكون نكون كان كانت كانوا "
        "تهمه تهم جريمه جنايه جنحه محاوله عمليه عمليات شبهه قضيه خطه طلب اعاده فور مجرد"
    ).split()
)
"""Arabic words right before a verb that it is not said of: times, what opens a clause, "be", and what owns the noun of a doing («بتهمة *قبض* رشوة»)."""

_HIS = ("ه", "ها", "هم", "هما", "هن")
"""Possessives joined to an Arabic noun."""


def freed(layout: Layout, hit: Hit, grammar: Grammar) -> Layout:
    """Return the layout with what stands right behind an Arabic verb governed by nothing: «في ختام الاجتماع أعلن *فلان*», «في هجوم شنه *فلان*».

    Places stay as they are: a town that an attack "in" something hit is where it was. In the other languages a noun before the
    verb governs nothing behind it: "a gang *of youths* attacked Port Rami".
    """
    if not grammar.verb_first:
        return _past_subject(layout, hit, grammar)
    if hit.verb is None or not (hit.how == "verb" or (hit.how == "do" and hit.verb.first > hit.last)):
        return layout
    items, labels, at = layout.items, layout.labels, hit.verb.last
    over = labels[at]
    if over in ("bare", "of"):
        return layout
    end = at + 1
    while end < len(items) and labels[end] == over and end not in layout.borders and not _governs(items, end, grammar):
        end += 1
    if not any(i.kind in ("name", "role") and i.names != "place" for i in items[at + 1 : end]):
        return layout
    free = ["bare" if i.names != "place" else over for i in items[at + 1 : end]]
    return replace(layout, labels=(*labels[: at + 1], *free, *labels[end:]))


def _past_subject(layout: Layout, hit: Hit, grammar: Grammar) -> Layout:
    """The layout with what stands behind a finite verb no longer governed by what governs its subject's last noun."""
    if hit.verb is None or hit.how != "verb" or hit.verb.tense not in _FINITE:
        return layout
    items, labels, at = layout.items, layout.labels, hit.verb.last
    over = labels[at]
    if over == "bare" or labels[hit.verb.first] != over or not hit.verb.first:
        return layout
    end = at + 1
    while end < len(items) and labels[end] == over and end not in layout.borders and not _governs(items, end, grammar):
        end += 1
    if not any(i.kind in ("name", "role") for i in items[at + 1 : end]):
        return layout
    return replace(layout, labels=(*labels[: at + 1], *["bare"] * (end - at - 1), *labels[end:]))


_FINITE = frozenset({"past", "present", "future", "imperfect", "conditional"})
"""Tenses of a verb that has a subject before it."""


def _governs(items: tuple[Item, ...], i: int, grammar: Grammar) -> bool:
    item = items[i]
    return item.kind == "word" and (grammar.prepositions.at(items, i) is not None or preposed(item) is not None)


def met_by_the_same(
    c: Collector, hit: Hit, found: Sequence[int], left: int, right: int, grammar: Grammar, last: Sequence[int]
) -> bool:
    """Return whether the one person behind an Arabic verb of meeting is whom somebody named before met: «يزور فلان العقبة حيث *يلتقي* رئيس السلطة».

    Who meets meets somebody: where nothing else behind the verb could be that, its subject is left out. ``found`` are the items of
    the person, ``last`` the mentions that a silent subject would stand for.
    """
    if hit.trigger.kind != "meeting" or hit.how != "verb" or hit.verb is None or hit.last > hit.verb.last or not last:
        return False
    items = c.layout.items
    one = len(found) == 1 and kind_of(c, found[0]) == "person"
    if not one or items[found[0]].ref in last or any(c.mentions[m].kind != "person" for m in last):
        return False
    opens = items[left].key if left >= 0 else ""
    before = items[hit.verb.first - 1].key if hit.verb.first else ""
    goes_on = items[hit.verb.first].key[:1] in ("و", "ف") or opens in _GOES_ON or before in _GOES_ON
    if not goes_on or "with" in c.layout.labels[found[0] : right]:
        return False
    return not actor_in(c, found[0] + 1, right, grammar, ("bare", "of"))


_GOES_ON = frozenset({"حيث", "كما", "ثم", "قبل", "بعدها", "وحيث", "وهناك", "هناك"})
"""Arabic words behind which a story goes on with the same subject."""


def says(layout: Layout, hit: Hit) -> bool:
    """Return whether an Arabic present behind a comma only says who spoke: «لا أساس للخبر، *تحتج* رئيسته فلانة»."""
    items, verb = layout.items, hit.verb
    if verb is None or verb.tense != "present" or hit.how != "verb" or verb.first < _A_CLAUSE:
        return False
    if items[verb.first - 1].key not in _COMMAS or items[verb.first].key[:1] in ("و", "ف"):
        return False
    behind = items[hit.last + 1 :]
    done = hit.trigger.lemma.split("/")[0] in _CRIED and len(behind) > 1
    return done and not any(i.kind == "time" or i.key in _PROTESTED for i in behind)


_COMMAS = (",", "،")
_CRIED = ("احتج", "ثار")
_PROTESTED = frozenset({"على", "علي", "ضد", "في", "امام"})
"""Arabic verbs of protest that also say who spoke, and what stands behind them when they do not."""
_A_CLAUSE = 4
"""Items that what somebody says has at least."""
