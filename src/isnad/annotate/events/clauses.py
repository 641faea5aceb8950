"""Which words of a sentence are a trigger's own: its clause, and not those it depends on or that depend on it."""

from __future__ import annotations

from isnad.annotate.events.dating import page_day
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Interval, Reading, Span
from isnad.model.reading import EventStatus


def own_words(layout: Layout, hit: Hit, sentence: Span, grammar: Grammar) -> Span:
    """Return the sentence without the clauses that this one depends on, and without those that depend on it."""
    begin = hit.verb.first if hit.verb else hit.first
    if hit.how == "do" and takes_up(layout, hit.first, grammar):
        begin = hit.first  # «إعفاء المدير على خلفية الهجوم الذي تعرض له البنك، *وتكليف* نائبته»
    last = max(hit.last, hit.verb.last if hit.verb else hit.last)
    depending = {i for i, how in layout.borders.items() if how != "hard"}
    before = max((i for i in depending if i <= begin), default=-1)
    after = min((i for i in depending if i > last), default=-1)
    if layout.borders.get(before) == "relative" and takes_up(layout, begin, grammar):
        before = begin
    start = layout.items[before].start if before >= 0 else sentence.start
    joined = _next_verb(layout, last, grammar)
    after = joined if joined >= 0 and (after < 0 or joined < after) else after
    return Span(start, layout.items[after].start if after >= 0 else sentence.end)


def _next_verb(layout: Layout, last: int, grammar: Grammar) -> int:
    """The "and" behind which another verb of the same subject begins, -1 for none: "signed until 2028 *and will be presented on Tuesday*"."""
    items = layout.items
    if grammar.verb_first:
        return -1
    for i in range(last + 1, len(items) - 2):
        if items[i].key in _AND and items[i + 1].kind == "word":
            verb = items[i + 1].key
            if any(verb in grammar.auxiliaries[k] for k in ("future", "be", "be_future") if k in grammar.auxiliaries):
                return i
    return -1


_AND = frozenset({"and", "et", "y", "e"})
"""Conjunctions that join a verb to the one before."""


def takes_up(layout: Layout, verb: int, grammar: Grammar) -> bool:
    """Return whether a verb stands behind a comma and "and" and goes on with the clause before the relative one: «…التي جرت السبت، واعتقلت»."""
    items = layout.items
    if grammar.verb_first:
        return verb > 0 and items[verb - 1].key in (",", "،") and items[verb].key[:1] in ("و", "ف")
    joined = verb > 1 and grammar.words["coordinate"].at(items, verb - 1) is not None
    return joined and items[verb - 2].key == ","


def when_clause(layout: Layout, hit: Hit, grammar: Grammar, own: Span) -> Span | None:
    """Return the clause behind "when" that hangs on an event that befell somebody: "died *when the bus overturned at dawn*"."""
    last = max(hit.last, hit.verb.last if hit.verb else hit.last)
    begin = layout.right(last)
    if begin >= len(layout.items) or not grammar.words["when"].at(layout.items, begin):
        return None
    return Span(own.start, layout.items[layout.right(begin) - 1].end)


def when_of_day(layout: Layout, last: int, grammar: Grammar) -> int:
    """Return where a clause begins behind ``last`` that tells of the day named before it, the end for none: "since 2009*, when two died in X*"."""
    items, border = layout.items, layout.right(last)
    if border >= len(items) or border < 2 or not grammar.words["when"].at(items, border):
        return len(items)
    comma = items[border - 1].key in (",", "،")
    unmatched = any(i.key in _UNMATCHED for i in items[max(0, last - 3) : last])
    return border if items[border - 1 - comma].kind == "time" and (comma or unmatched) else len(items)


_UNMATCHED = frozenset("اقوي اسوا اكبر اول اعنف اشد اعلي اكثر اخطر اضخم".split())
"""Arabic superlatives before what there was nothing like since a day: «*أقوى* زلزال منذ عام 2009 حين قضى شخصان»."""


def day_when(reading: Reading, layout: Layout, hit: Hit, grammar: Grammar) -> Interval | None:
    """Return the time that a clause behind it says more of: "the largest since *November 2011, when* …", "the crush of *1987, which* killed 52"."""
    items = layout.items
    border = layout.left(hit.verb.first if hit.verb else hit.first)
    if border < 2:
        return None
    deadly = hit.trigger.kind in table("shared", "kinds")["deadly"] and layout.borders.get(border) == "relative"
    if not (deadly or grammar.words["when"].at(items, border) or grammar.words["where"].at(items, border)):
        return None
    before = items[border - 1 - (items[border - 1].key in (",", "،"))]
    return reading.times[before.ref].interval if before.kind == "time" else None


def news_since(
    reading: Reading, layout: Layout, hit: Hit, early: bool, date: Interval, status: EventStatus, grammar: Grammar
) -> Interval | None:
    """Return the date of the news that a text tells ``early``; the page's day where the one told is that of what went before it.

    "The agency *has suspended* the licence *after* waste leaked into the river *last Thursday*": a day that is longer past than news
    is, and behind a word for "after", is the other's.
    """
    published, items = reading.article.published, layout.items
    if not early or hit.verb is None or published is None or len(date.cites) != 1:
        return date
    off = (published.start - date.end).days
    if date.days > _NEWS or not _NEWS <= off <= _RECALLED or status != "happened":
        return date
    last = max(hit.last, hit.verb.last)
    time = next((i for i, item in enumerate(items) if item.kind == "time" and item.start == date.cites[0].start), 0)
    after = next((i for i in range(last + 1, time) if grammar.words["following"].at(items, i) is not None), -1)
    if after < 0 or any(i.key in (",", "،") for i in items[last + 1 : time]):
        return date
    return page_day(published, status)


_NEWS, _RECALLED = 3, 60
"""Days from which news is no news any more, and days after which a lead recalls what is long known."""


def soon_after(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """Return whether a clause counts in hours or less from what was told: "*a few hours later* he was freed", «بعد دقيقتين»."""
    first = hit.verb.first if hit.verb else hit.first
    start, end = max(0, layout.left(first)), layout.right(max(first, hit.last))
    return setting(grammar.language).soon.within(layout.items, start, end) is not None


def clause_of(layout: Layout, parts: Parts, sentence: Span) -> Span:
    """Return what is cited: the words from the first to the last that the event rests on, out to the clause's borders."""
    items = layout.items
    left = layout.left(parts.first)
    first = left + (layout.borders.get(left) == "hard") if left >= 0 else 0
    last = layout.right(parts.last) - 1
    first, last = min(first, parts.first), max(last, parts.last)
    while last > parts.last and items[last].kind == "mark":
        last -= 1
    return Span(max(sentence.start, items[max(first, 0)].start), min(sentence.end, items[last].end))


def told_where(layout: Layout, border: int, grammar: Grammar) -> bool:
    """Return whether the clause at a border says where: "Zahle, *where* she opened a school"."""
    return border >= 0 and grammar.words["where"].at(layout.items, border) is not None
