"""When: the time in the trigger's own words, else in its sentence, else what came before, else the page's day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.model import Interval, Reading, Span, TimeExpression
from isnad.text import fold_key


def date_in(
    reading: Reading,
    sentence: Span,
    clause: Span,
    trigger: Span,
    others: Sequence[Span],
    own: Span,
    heard_of: bool = False,
    put_off: bool = False,
    without: Span | None = None,
) -> Interval | None:
    """Return the date the sentence gives an event, ``None`` when it gives none or it is unclear which.

    ``others`` are the triggers of other events of the sentence: a date nearer to one of them is theirs. ``own`` are
    the words outside the clauses that this one depends on or that depend on it ("… talks on trade, which last year reached
    …", "X said on Monday that …"): their times are their own. Of what is ``heard_of`` after it happened the time of the saying
    says nothing ("a third man died, the union *said on Thursday*"); what a club announces on Monday it decided on Monday.
    The day that something is ``put_off`` to is not the day that it was put off ("the launch has slipped *to Saturday*").
    ``without`` are words of the sentence that are read apart from it.
    """
    times = [t for t in reading.times if t.kind == "date" and sentence.start <= t.start and t.end <= sentence.end]
    times = [t for t in times if without is None or not t.span.within(without)]
    text = reading.article.text
    times = [t for t in times if not _is_owner(text, t.span) or _is_owned(text, t.span, trigger, others)]
    if put_off:
        language = reading.article.language
        times = [t for t in times if not (put_off_to(text, t.span, language) or _from_day_to_day(t, language))]
    if (owner := next((t for t in times if _is_owner(text, t.span)), None)) is not None:
        return owner.interval
    times = [t for t in times if not _of_noun(text, t.span, trigger, others, reading.article.language)]
    times = [t for t in times if t.span.within(own) and not (heard_of and _of_speech(reading, t.span, trigger))]
    language = reading.article.language
    usable = [t for t in times if t.interval is not None and _plausible(t) and not _since_its(text, t.span, language)]
    language = reading.article.language
    near = [t for t in usable if t.span.within(clause)]
    closest = _nearest(text, [t for t in times if t.span.within(clause)], trigger, others, language)
    if closest is not None and closest.interval is None:
        return None  # "last Tuesday" of a page without a date is some day, and no other that the clause names
    chosen = _nearest(text, near, trigger, others, language) or _nearest(text, usable, trigger, others, language)
    if chosen is None and len({t.interval for t in usable}) == 1 and _over_all(usable[0], trigger, others):
        chosen = usable[0]
    if chosen is None:
        begun = [t for t in times if t.interval is not None and t.modifier == "since" and t.span.within(clause)]
        begun = [t for t in begun if not _UNMATCHED.search(text, max(sentence.start, t.start - _FAR), t.start)]
        chosen = _nearest(text, begun, trigger, others, language)
    return chosen.interval if chosen is not None else None


_UNMATCHED = re.compile(
    r"\b(?:\w{2,}est|worst|first|most|last|only|plus|pire|premiers?|premières?|moindre|derni\wre?|más|peor|mayor|menor|mejor|primer[oa]?|único"
    r"|(?:ال)?(?:أقوى|أسوأ|أكبر|أول|أولى|أعنف|أشد|أعلى|أدنى|أكثر|أخطر|أضخم|أقل|أطول|أحدث|آخر))\b[^.;:!?؛]*$"
)
"""A superlative, which says since when there was nothing like it, and not since when it lasts: "the *strongest* quake since 2009"."""
_FAR = 80
"""Characters before "since" among which a superlative stands."""
_OWNS = ("'s ", "’s ", "s' ", "s’ ")
"""What makes an English time the owner of the noun behind it: "*Friday's* attack", "last week's summit"."""


def _is_owner(text: str, time: Span) -> bool:
    return text[time.end - (text[time.end - 1] == "s") : time.end + 3].startswith(_OWNS)


def _is_owned(text: str, time: Span, trigger: Span, others: Sequence[Span]) -> bool:
    """True for the first thing told behind a time that owns it: who "condemned Friday's attack" did it on some other day."""
    if trigger.start < time.end or _commas(text[time.end : trigger.start]):
        return False
    return not any(time.end <= o.start < trigger.start for o in others)


def _of_noun(text: str, time: Span, trigger: Span, others: Sequence[Span], language: str) -> bool:
    """True for a time that "of" ties to the noun of something else told: "fined for *the spill of April*"."""
    ties = _of_words(language)
    return any(
        o.end < time.start and fold_key(text[o.end : time.start].strip()) in ties and not o.touches(trigger)
        for o in others
    )


@cache
def _of_words(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "grammar")["prepositions"]["of"])


def _of_speech(reading: Reading, time: Span, trigger: Span) -> bool:
    """True for the time of the saying, when the trigger is among what was said."""
    text = reading.article.text
    return any(
        q.cue is not None
        and any(trigger.within(p) for p in q.pieces)
        and not any(time.touches(p) for p in q.pieces)
        and not _commas(_between(text, time, q.cue))
        and len(_between(text, time, q.cue)) <= BESIDE_CUE
        for q in reading.quotations
    )


def put_off_to(text: str, time: Span, language: str) -> bool:
    """Return whether a time stands right behind a word for "to" or "until"."""
    words = [fold_key(w) for w in text[max(0, time.start - 16) : time.start].split()]
    told = fold_key(text[time.start : time.end]).split()[:1]
    ends = [fold_key(w).split() for w in table(language, "events")["put_off_to"]]
    return any(words[-len(e) :] == e or told == e for e in ends)


def _from_day_to_day(t: TimeExpression, language: str) -> bool:
    """True for the old day and the new one: "moved *from 12 May to 20 May*", « reportée *du 3 au 12 juin* »."""
    if t.interval is None or t.interval.days == 1:
        return False
    ends = {fold_key(w) for w in table(language, "events")["put_off_to"]}
    return not ends.isdisjoint(fold_key(w) for w in t.text.split()[1:])


def _over_all(t: TimeExpression, trigger: Span, others: Sequence[Span]) -> bool:
    """True for a time that no other event of the sentence can claim before this one: it stands before them all."""
    return all(t.end <= o.start for o in (*others, trigger))


def lasting(reading: Reading, sentence: Span, date: Interval, trigger: Span, others: Sequence[Span] = ()) -> Interval:
    """Return the date drawn out by a length the sentence gives: "arrivé mardi pour une visite de deux jours".

    A length beyond the trigger of another event (``others``) is not this one's.
    """
    if date.days > 1:
        return date
    inside = [t for t in reading.times if t.kind == "duration" and t.days and sentence.start <= t.start < sentence.end]
    if len(inside) != 1 or not 1 < (inside[0].days or 0) <= 14:
        return date
    length = inside[0]
    low, high = sorted((length.start, trigger.start))
    if any(low < o.start < high for o in others):
        return date
    end = date.start + timedelta(days=(length.days or 1) - 1)
    cite = length.span.cite(reading.article.id)
    return Interval(date.start, end, "range", f"{date.basis}; “{length.text}”", (*date.cites, cite))


def told_back(date: Interval, published: Interval, tense: str) -> Interval | None:
    """Return the day a week earlier when a verb in the past was given the weekday to come; else ``None``."""
    if tense != "past" or date.days > 2 or not 0 < (date.start - published.end).days <= 6 or date.basis == "printed":
        return None
    if date.days == 2 and not date.basis.startswith("‘"):
        return None  # of two days only those of one night count from the page: «ليل *الأربعاء الخميس*»
    day, last = date.start - timedelta(days=7), date.end - timedelta(days=7)
    return Interval(day, last, date.precision, f"{date.basis}; a week earlier, for it is told in the past", date.cites)


def _since_its(text: str, time: Span, language: str) -> bool:
    """True for the time of what something is counted from: "the worst week since *its founding in 2009*", «منذ تأسيسها سنة 2009»."""
    before = text[max(0, time.start - 40) : time.start]
    if any(c in _BREAKS for c in before[-24:]):
        return False
    words = [fold_key(w) for w in before.split()[-4:]]
    return any(
        w in _since(language)
        and (words[i + 1] in _POSSESSIVE or (language == "ar" and words[i + 1].endswith(("ها", "هم", "ه"))))
        for i, w in enumerate(words[:-1])
    )


_BREAKS = ".,;:،؛()"
_POSSESSIVE = frozenset("sa son ses leur leurs su sus its his her their".split())


@cache
def _since(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "dates")["words"]["since"] if " " not in w)


def _plausible(t: TimeExpression) -> bool:
    """A year or more is no date of an event unless nothing else is known."""
    return t.interval is not None and t.modifier not in ("since", "until", "before", "after")


def _nearest(
    text: str, times: Sequence[TimeExpression], trigger: Span, others: Sequence[Span], language: str
) -> TimeExpression | None:
    best: TimeExpression | None = None
    joins, shared = _joins(language), _joins(language) | _following(language)
    for t in times:
        mine = _gap(text, t.span, trigger)
        if any(_closed(text, t.span, o, trigger, joins) for o in others):
            mine += COMMA
        if any(_gap(text, t.span, o) < mine and not _closed(text, t.span, trigger, o, shared) for o in others):
            continue
        if best is None or (_coarse(text, t, trigger, times), mine) < (
            _coarse(text, best, trigger, times),
            _gap(text, best.span, trigger),
        ):
            best = t
    return best


def _coarse(text: str, t: TimeExpression, trigger: Span, times: Sequence[TimeExpression]) -> bool:
    """True for a year or more, which gives way to a day or a month of the clause.

    Not one behind its verb that a comma parts from them all, and that holds none of them: "a plant *opened in 1987*, for eleven days in
    November 2019".
    """
    if t.interval is None or t.interval.days <= _MONTH:
        return False
    finer = [o for o in times if o.interval is not None and o.interval.days <= _MONTH]
    own = 0 <= t.start - trigger.end <= BESIDE and not _commas(text[trigger.end : t.start])
    apart = all(_commas(_between(text, o.span, trigger)) for o in finer)
    within = any(t.interval.start <= o.interval.start <= t.interval.end for o in finer if o.interval)
    return within or not (own and apart)


_MONTH = 31
BESIDE = 50
"""Characters between a verb and a year that may be its own."""


_DEFINITE = ("وال", "فال")
"""How a definite Arabic noun begins behind "and"."""


@cache
def _joins(language: str) -> frozenset[str]:
    known = table(language, "grammar")["words"]
    return frozenset(fold_key(w) for w in (*known["coordinate"], *known["because"]))


def _closed(text: str, time: Span, before: Span, behind: Span, joins: frozenset[str]) -> bool:
    """True when a time ends the clause of the trigger before it, and the one behind begins the next or says why: "stepped down *in
    April and* is tried", "fined *on Monday for* landing undersized cod"."""
    if not before.end <= time.start < time.end <= behind.start or _commas(text[before.end : time.start]):
        return False
    words = text[time.end : behind.start].split(maxsplit=1)
    if not words:
        # «وقع تدافع في آب 2014 وأسفر عن وفاة»: "and" is written together with the verb.
        return text[behind.start] in "وف" and not text.startswith(_DEFINITE, behind.start)
    return words[0][0] in ",،;؛" or fold_key(words[0].rstrip("'’")) in joins


@cache
def _following(language: str) -> frozenset[str]:
    """Words behind which the same time holds still: "halted *in 2023 after* a blast" tells the year of both, "won *on Saturday to*
    reach the final" the day."""
    words = table(language, "grammar")["words"]
    return frozenset(fold_key(w).split()[0] for w in (*words["following"], *words["purpose"]))


BESIDE_CUE = 24
"""Characters between a verb of saying and its time."""
COMMA = 30
"""Characters that a comma between a time and its verb counts for."""


def _gap(text: str, a: Span, b: Span) -> int:
    """Characters between a time and a trigger; a time after its trigger is as near as one twice as close before it.

    A comma between them counts for many: in "jailed since May, she denied it" the time is the first verb's.
    """
    if a.touches(b):
        return 0
    between = _between(text, a, b)
    marks = _commas(between) + (a.end <= b.start and _joined(text, a.end, b.end))
    return len(between) * (1 if a.start >= b.end else 2) + COMMA * marks


def _joined(text: str, start: int, end: int) -> bool:
    """True where right behind a time another's words begin: an Arabic verb joined to the clause before («وقع في آب 2014 *وأسفر* عن وفاة
    اثنين»), or what it was before or after ("fell on Monday evening *before the match*")."""
    if _AND_VERB.match(text, start, end) is not None:
        return True
    first = _WORD.match(text, start, end)
    return first is not None and fold_key(first[1]) in _beside_it()


@cache
def _beside_it() -> frozenset[str]:
    """The folded words of all languages for "before" and "after"."""
    tables = (table(language, "grammar")["distance"] for language in LANGUAGES)
    return frozenset(fold_key(w) for t in tables for k in ("after", "before") for w in t.get(k, ()) if " " not in w)


_WORD = re.compile(r"\s+(\w+)")


_AND_VERB = re.compile(r" و(?:أ[^ل ]\w\w|ت\w{3}|ي\w{3}|ست\w{3}|سي\w{3}|لم |لا |قد |[^اأإلزفكصحس ]\w+ت )")
"""A joined "and" before what looks like an Arabic verb: a past with hamza or a feminine ending, a present, a future, a negation."""


def _between(text: str, a: Span, b: Span) -> str:
    return text[b.end : a.start] if a.start >= b.end else text[a.end : b.start]


def _commas(words: str) -> int:
    return sum(words.count(c) for c in ",،;؛")


def on_an_open_day(reading: Reading, clause: Span, trigger: Span) -> bool:
    """True when the clause tells the day in words that count from a day unknown: no other day may stand for it."""
    times = (t for t in reading.times if t.kind == "date" and t.interval is None and t.span.within(clause))
    return any(not _commas(_between(reading.article.text, t.span, trigger)) for t in times)


def taken_up(reading: Reading, clause: Span) -> int | None:
    """Return how many days behind a day told before the clause says that it was, ``None`` when it takes up none.

    Of words that give no day themselves: "freed later *that same day*" is 0, «*في اليوم التالي* قطع» is 1.
    """
    language = reading.article.language
    words = frozenset(fold_key(w) for w in table(language, "dates")["words"]["same"])
    for t in reading.times:
        if t.kind == "date" and t.interval is None and t.span.within(clause):
            said = [fold_key(w) for w in t.text.split()]
            if (days := _anaphors(language).get(" ".join(said))) is not None:
                return days
            if not words.isdisjoint(said):
                return 0
    return None


@cache
def _anaphors(language: str) -> dict[str, int]:
    return {" ".join(fold_key(w) for w in k.split()): v for k, v in table(language, "dates")["anaphora"].items()}


def told_another_day(reading: Reading, clause: Span, trigger: Span) -> bool:
    """True when the clause tells, with no comma in between, of a time before the page's: it may not be the event's, but some
    other day is meant than the page's."""
    published, text = reading.article.published, reading.article.text
    times = (t for t in reading.times if t.kind == "date" and t.span.within(clause))
    return published is not None and any(
        t.interval is None or t.interval.end < published.start - timedelta(days=1)
        for t in times
        if not _commas(_between(text, t.span, trigger)) and not _is_owner(text, t.span)
    )


def said_day(reading: Reading, trigger: Span) -> Interval | None:
    """Return the days an undated fresh event can have of which somebody speaks on a day that is told: that day or the one before."""
    spoken = (t for t in reading.times if t.kind == "date" and t.interval is not None and t.interval.days == 1)
    day = next((t.interval for t in spoken if _of_speech(reading, t.span, trigger)), None)
    if day is None:
        return None
    basis = f"no date of its own: the day it was told, {day.end.isoformat()}, or the day before"
    return Interval(day.start - timedelta(days=1), day.end, "about", basis, day.cites)


def page_day(published: Interval | None, status: str) -> Interval | None:
    """Return the days an undated fresh event of a page can have: the day of publication or the one before."""
    if published is None or published.days > 3 or status == "planned":
        return None
    start = published.start - timedelta(days=1)
    basis = f"no date in the text: the page's own day {published.end.isoformat()} or the day before"
    return Interval(start, published.end, "about", basis, published.cites)
