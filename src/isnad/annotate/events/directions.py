"""Which week a weekday is of: a day to come makes a plan of what is told, and a past tense puts the day back a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from isnad.annotate.events.dating import told_back
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Interval, Reading, Span
from isnad.model.reading import EventStatus
from isnad.text import fold_key

_OPEN = ("happened", "reported")


def directed(
    reading: Reading,
    layout: Layout,
    hit: Hit,
    hits: Sequence[Hit],
    date: Interval | None,
    status: EventStatus,
    grammar: Grammar,
) -> tuple[Interval | None, EventStatus]:
    """Return the day and the status of a telling, the one put right by the other.

    A day to come is that of a plan, or, behind a past, the one a week before; of what somebody says it is the day of what is
    spoken of. An Arabic verb in the present at the head of its sentence announces its weekday («يعقد المجلس *الخميس* جلسة»).
    """
    published = reading.article.published
    if date is None and status == "happened" and hit.how == "verb" and _tomorrow(reading, layout, hit):
        return None, "planned"  # of a page without a date
    if date is None or published is None:
        return date, status
    if status == "planned" and _meant(layout, hit, grammar) and _bare_weekday(reading, date, published):
        return _week_later(date, "it is meant to come"), status
    if _starts(reading, layout, hit, date, status, grammar):
        gone = date.start <= published.end
        return _week_later(date, "it is announced to start then") if gone else date, "planned"
    if status not in _OPEN:
        return date, status
    tense = hit.verb.tense if hit.verb else ""
    put_off = hit.how == "verb" and hit.trigger.kind == "suspension"
    if put_off and _weekday_alone(reading, date) and _behind(reading, date, "scheduled"):
        return None, status  # "the derby, *due on Saturday*, was put off": the day is that of what was due
    if date.start > published.end:
        owned = hit.trigger.kind in table("shared", "kinds")["spoken"] or any(h.first > hit.last for h in hits)
        if tense == "past" and hit.how == "verb" and owned:
            # "ordered a new vote on 12 June", "threatened to strike from 1 June": the day is that of what is spoken of.
            return told_back(date, published, tense) if _names_weekday(reading, date) else None, status
        back = _names_weekday(reading, date) and not set_for(reading, date)
        told = told_back(date, published, tense) if back else None
        return told or date, status if told else "planned"
    if (
        grammar.verb_first
        and tense == "present"
        and _announced(layout, hit)
        and _bare_weekday(reading, date, published)
    ):
        return _week_later(date, "it is announced in the present"), "planned"
    return date, status


def _starts(reading: Reading, layout: Layout, hit: Hit, date: Interval, status: EventStatus, grammar: Grammar) -> bool:
    """True for a weekday on which what is announced or decided is to start, in a sentence that tells no other day: "announced a
    strike *from Monday*", «قررت إغلاق المعبر *ابتداء من الأحد*»."""
    published = reading.article.published
    if published is None or not _behind(reading, date, "start_on"):
        return False
    if not _weekday_alone(reading, date) or _relative_day(reading, date):
        return False
    if not (_bare_weekday(reading, date, published, 0) or date.start > published.end):
        return False
    left = max(0, layout.left(hit.verb.first if hit.verb else hit.first))
    if any(i.key in _HAD for i in layout.items[left : hit.first]):
        return False
    if status != "planned" and all(
        grammar.words[w].within(layout.items, left, hit.last + 1) is None for w in ("announce", "decide")
    ):
        return False
    return not any(i.kind == "time" and not any(i.start <= c.start < i.end for c in date.cites) for i in layout.items)


def _week_later(date: Interval, why: str) -> Interval:
    week, basis = timedelta(7), f"{date.basis}; a week later, for {why}"
    return Interval(date.start + week, date.end + week, date.precision, basis, date.cites)


def _meant(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for what somebody means to do, now and not once: "*mean to* march on Monday", and not "*had meant* to", « *devait* ouvrir lundi »."""
    if hit.verb is None or hit.how != "verb" or hit.verb.tense not in ("infinitive", "purpose", "present"):
        return False
    start = max(0, layout.left(hit.verb.first) - 2, hit.verb.first - _OVER)
    before = layout.items[start : hit.verb.first]
    once = any(i.key in _ONCE or i.key.endswith(_USED) for i in before if i.kind == "word")
    return not once and grammar.words["plan"].within(layout.items, start, hit.verb.first) is not None


_OVER = 8
"""Items before a verb among which what it hangs on stands."""
_ONCE = frozenset(
    "was were had planned meant intended hoped promised vowed pledged agreed iba iban كان كانت كانوا وكان وكانت".split()
)
"""Words of a plan told in the past, whose day may have gone by …"""
_HAD = frozenset("had avait avaient había habían habia كان كانت وكان وكانت كانوا".split())
"""… its auxiliaries …"""
_USED = ("ait", "aient", "ía", "ían", "aba", "aban", "ió", "eron")
"""… and the endings of such verbs."""


def _tomorrow(reading: Reading, layout: Layout, hit: Hit) -> bool:
    """True for a present with a word for a day after today beside it: «ويصوت المجلس *غدا* على», "abre *mañana*"."""
    if hit.verb is None or hit.verb.tense != "present":
        return False
    ahead, text = _ahead(reading.article.language), reading.article.text
    items = layout.items[max(0, layout.left(hit.verb.first)) : layout.right(hit.last)]
    return any(fold_key(w) in ahead for i in items if i.kind == "time" for w in text[i.start : i.end].split())


def set_for(reading: Reading, date: Interval) -> bool:
    """Return whether a day is told as the one something is set for: "una manifestación *para el sábado*", "a strike *for Thursday*"."""
    return _behind(reading, date, "set_for")


def _behind(reading: Reading, date: Interval, which: str) -> bool:
    """True when one of a set of words stands right before what names the day, an article or «يوم» between them or not."""
    text, words = reading.article.text, _words(reading.article.language, which)
    before = (text[max(0, c.start - 14) : c.start].split()[-2:] for c in date.cites)
    return any(fold_key(w) in words for two in before for w in two)


def _weekday_alone(reading: Reading, date: Interval) -> bool:
    """True for a day that its weekday names and nothing else."""
    said = [w for c in date.cites for w in reading.article.text[c.start : c.end].split()]
    return len(said) <= 2 and _names_weekday(reading, date)


def _names_weekday(reading: Reading, date: Interval) -> bool:
    """True for a day that its weekday names: "tomorrow" and "12 June" are no other week's."""
    language = reading.article.language
    said = [fold_key(w) for c in date.cites for w in reading.article.text[c.start : c.end].split()]
    return any(w in _weekdays(language) or w[1:] in _weekdays(language) for w in said) and _ahead(language).isdisjoint(
        said
    )


@cache
def _words(language: str, which: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "dates")["words"].get(which, ()))


def _relative_day(reading: Reading, date: Interval) -> bool:
    """True for a day told by its distance from the page's, weekday or not: "yesterday", «أمس الأحد»."""
    days = _day_words(reading.article.language)
    return any(fold_key(w) in days for c in date.cites for w in reading.article.text[c.start : c.end].split())


@cache
def _day_words(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "dates")["days"])


@cache
def _ahead(language: str) -> frozenset[str]:
    """Words for the days after today: «غدا الجمعة»."""
    return frozenset(fold_key(w) for w, days in table(language, "dates")["days"].items() if days > 0)


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "calendar")["weekdays"])


def _announced(layout: Layout, hit: Hit) -> bool:
    """True for a verb that begins its sentence, but for particles."""
    return hit.how == "verb" and hit.verb is not None and hit.verb.first <= 1


def _bare_weekday(reading: Reading, date: Interval, published: Interval, least: int = 1) -> bool:
    """True for a day of the week before the page's, more than the ``least`` days ago, that only its name tells, not «الخميس الماضي» nor "yesterday"."""
    if date.days > 1 or not least < (published.start - date.start).days <= 7:
        return False
    past = frozenset(fold_key(w) for w in table(reading.article.language, "dates")["words"]["past"])
    said = {fold_key(w) for c in date.cites for w in reading.article.text[c.start : c.end].split()}
    return bool(date.cites) and "counted" in date.basis and past.isdisjoint(said)


def deadline(reading: Reading, clause: Span) -> Interval | None:
    """Return the days from the page's own to the one by which something is planned: "is due to report *by 1 December*"."""
    published = reading.article.published
    if published is None or published.days > 3:
        return None
    bounds = [
        t for t in reading.times if t.kind == "date" and t.modifier in ("before", "until") and t.span.within(clause)
    ]
    days = [t.interval for t in bounds if t.interval is not None and t.interval.end > published.end]
    if len(days) != 1:
        return None
    day = days[0]
    basis = f"{day.basis}; from the page’s date {published.start.isoformat()} on, for it is a bound"
    return Interval(published.start, day.end, "range", basis, day.cites)
