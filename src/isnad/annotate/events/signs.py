"""Signs beside a trigger of which telling it is: of what came before the story, of another such thing, of several."""

from __future__ import annotations

import re

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Span

BESIDE = 6
"""Items on either side of a trigger and its verb within which a second one is called so."""


def another(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether the clause sets the event apart from one like it: "*a second* plane will leave", «شحنة ثانية»."""
    if hit.trigger.kind == _DEATH and _of_the_hurt(layout, hit, grammar):
        return True
    if _one_before(layout, hit, grammar):
        return True
    items, phrases = layout.items, setting(grammar.language).another
    first = min(hit.first, hit.verb.first) if hit.verb else hit.first
    last = max(hit.last, hit.verb.last) if hit.verb else hit.last
    low, high = max(first - BESIDE, layout.left(first), 0), min(last + 1 + BESIDE, layout.right(last))
    found = (i for i in range(low, high) if not phrases.firsts.isdisjoint(items[i].keys) and phrases.at(items, i))
    return any(not (grammar.verb_first and items[i].key.startswith("ال")) for i in found)


def _one_before(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for a noun beside which it is said that this was one before: "la *anterior* huelga", « la *dernière* visite … remonte à 2017 »."""
    if hit.how == "verb":
        return False
    known, items = setting(grammar.language), layout.items
    beside = [items[i].key for i in (hit.first - 1, hit.last + 1) if 0 <= i < len(items) and items[i].kind == "word"]
    if not known.former_one.isdisjoint(beside):
        return True
    if known.last_one.isdisjoint(beside):
        return False
    return known.last_when.within(items, hit.last + 1, layout.right(hit.last)) is not None


_DEATH = "death"


def _of_the_hurt(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for those who died later of what others had died of at once: "two of the *wounded* died", «توفي أحد المصابين»."""
    items, hurt = layout.items, setting(grammar.language).hurt
    first = min(hit.first, hit.verb.first) if hit.verb else hit.first
    before = range(first - 1, max(-1, layout.left(first), first - BEFORE_VERB), -1)
    after = range(hit.first + 1, min(hit.last + 1 + BESIDE, layout.right(hit.last)))
    for side in (after,) if grammar.verb_first or hit.how == "noun" else (before,):
        for i in side:
            if grammar.words["coordinate"].at(items, i) or items[i].kind == "mark":
                break
            if items[i].kind == "word" and not hurt.isdisjoint(items[i].keys):
                return True
    return False


BEFORE_VERB = 8
"""Items before a verb among which its subject stands."""


def back(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether the words put the event before the story: "depuis la visite", "had met", «وكان قد التقى»."""
    items = layout.items
    if hit.how != "verb" and grammar.words["back"].within(items, max(0, hit.first - 3), hit.first) is not None:
        return True
    if hit.verb is None:
        return False
    earlier = setting(grammar.language).earlier
    left = max(hit.verb.first - (8 if grammar.verb_first else 0), layout.left(hit.verb.first), 0)
    return earlier.within(items, left, hit.verb.last) is not None


def turned(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether the story turns to something else here, whose day is not the one told before: "*Meanwhile*", "*has* bought"."""
    items, turns = layout.items, setting(grammar.language).turns
    verb = hit.verb
    if verb is not None and grammar.compounds and hit.how == "verb" and items[verb.first].key in _PERFECT:
        return True
    return (
        not turns.firsts.isdisjoint(k for i in items for k in i.keys) and turns.within(items, 0, len(items)) is not None
    )


_PERFECT = frozenset({"has", "have", "'ve"})
"""How an English perfect begins, which tells no day of the story."""


def plural(layout: Layout, hit: Hit) -> bool:
    """Return whether it is an event noun in a plural its entry does not have: "des visites" are no one visit."""
    if hit.how == "verb":
        return False
    head, key = hit.trigger.lemma.split()[0], layout.items[hit.first].key
    return not head.endswith(("s", "x", "ات")) and key.endswith(("s", "x", "ات")) and len(key) > len(head)


def tally(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether the sentence counts the victims so far: "the toll has risen to 17", «سجلت 431 حالة إلى غاية الأربعاء».

    A verb that has its own day in a clause without a count tells deaths, whatever is counted beside it: "two men died on Wednesday, *which
    brings* the toll to five".
    """
    if hit.trigger.kind not in table("shared", "kinds")["tallied"]:
        return False
    words, low, high = setting(grammar.language), 0, len(layout.items)
    if hit.how == "verb":
        left, right = max(0, layout.left(hit.first)), layout.right(hit.last)
        if any(i.kind == "time" for i in layout.items[left:right]):
            low, high = left, right
    return any(p.within(layout.items, low, high) is not None for p in (words.tally, words.rising))


def day_of_count(layout: Layout, day: Span, grammar: Grammar) -> bool:
    """Return whether a time is that of the count or of who says it: "as of Friday", "medics said on Sunday"."""
    if setting(grammar.language).rising.within(layout.items, 0, len(layout.items)) is not None:
        return True
    at = next(
        (i for i, item in enumerate(layout.items) if item.kind == "time" and item.start <= day.start < item.end), -1
    )
    return at > 0 and setting(grammar.language).counted_on.within(layout.items, max(0, at - 3), at) is not None


def weekly(layout: Layout, hit: Hit, text: str, grammar: Grammar) -> bool:
    """Return whether the weekday beside a present is one of every week: "le musée ferme *le lundi*", "cierra *los lunes*"."""
    if hit.verb is None or hit.verb.tense != "present":
        return False
    items, words = layout.items, grammar.words["weekly"]
    room = range(max(1, layout.left(hit.first)), layout.right(hit.last))
    days = (i for i in room if items[i].kind == "time" and words.at(items, i - 1))
    return any(" " not in text[items[i].start : items[i].end] for i in days)


def hourly(words: str) -> bool:
    """Return whether headlines that each begin with an hour are run together: a ticker of other news, and no story."""
    return len(_AN_HOUR.findall(words)) > 1


_AN_HOUR = re.compile(r"(?:^|[#|•·*:/–—-])\s*\d{1,2}[:h]\d{2}\s+\D", re.MULTILINE)
