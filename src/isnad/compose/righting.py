"""What pages set right is read with: a page, the events it tells, and which of them a day or a place belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache

from msgspec import Struct

from isnad.compose.cast import Cast
from isnad.compose.rivalry import Said, Slot
from isnad.languages import table
from isnad.languages.voices import voices
from isnad.model import EventMention, Interval, Links, MentionRef, Reading, Span, TimeExpression
from isnad.text import fold_key, tokens

SHORT = 3
"""Days of the longest date that somebody sets right."""
FAR = 10
"""Days by which sources differ over one date at the most."""
BACK = 2
"""Sentences back to what somebody puts on another day."""
CONCLUDED = frozenset({"signing", "transaction"})
ONCE = frozenset({*CONCLUDED, "arrest", "death", "election", "appointment", "departure", "opening"})
"""Kinds of events that one page tells twice only of one happening, or of other people."""
SAYING = frozenset({"statement", "rejection", "demand", "accusation", "threat", "inquiry"})
"""Kinds of events that tell rather than are told."""


class Correction(Struct, frozen=True):
    """Two values of one slot of one event, as one page sets them against each other."""

    event: str
    slot: Slot
    one: Said
    other: Said


class Groups:
    """The events by their tellings, and what each day and place is given for."""

    def __init__(self, links: Links, cast: Cast) -> None:
        self.of: dict[MentionRef, str] = {}
        self.told: dict[str, list[tuple[MentionRef, EventMention]]] = {}
        self.story = {a: s.id for s in links.stories for a in s.articles}
        self.in_story: dict[str, set[str]] = defaultdict(set)
        for g in links.events:
            here = [(m, cast.readings[m.article].events[m.index]) for m in g.members if m.article in cast.readings]
            self.told[g.id] = here
            for m, e in here:
                self.of[m] = g.id
                if not e.bare:
                    self.in_story[self.story.get(m.article, m.article)].add(g.id)


class Righting:
    """One page, and what is asked of it."""

    def __init__(self, reading: Reading, groups: Groups, cast: Cast) -> None:
        self.r, self.groups, self.cast = reading, groups, cast
        self.article = reading.article
        self.text = reading.article.text
        self.language = reading.article.language
        self.turns = voices(self.language)
        self.times = [t for t in reading.times if t.kind == "date" and t.interval is not None]

    def _sentence(self, at: int) -> Span | None:
        k = bisect_left(self.r.sentences, at + 1, key=lambda s: s.start) - 1
        return self.r.sentences[k] if k >= 0 and self.r.sentences[k].end > at else None

    def _spoken(self, at: int) -> bool:
        """True within a title: it tells nothing that the text does not."""
        return any(p.kind == "title" and p.start <= at < p.end for p in self.article.parts)

    def _said_day(self, t: TimeExpression) -> Said:
        assert t.interval is not None
        return Said(self.article.id, iso(t.interval), t.span.cite(self.article.id), t.interval)

    def _said(self, entity: str, i: int) -> Said:
        return Said(self.article.id, entity, self.r.mentions[i].span.cite(self.article.id), None)

    def _located(self, i: int) -> bool:
        """True of a place with a preposition that says where: "in Hobyo", «بهوبيو»."""
        m = self.r.mentions[i]
        near = [fold_key(t.text) for t in tokens(self.text, max(0, m.start - 30), m.start)][-3:]
        joined = self.language == "ar" and self.text[m.start - 1 : m.start] == "ب"
        return joined or any(k in at_words(self.language) for k in near) or self._in_its_house(m.start)

    def _in_its_house(self, at: int) -> bool:
        """True of a place behind "of" and a venue that a preposition leads: "dans sa maison d'Equipetrol", "at a stall of Ben Guerdane"."""
        found = tokens(self.text, max(0, at - 40), at + 1)
        before = [fold_key(t.text) for t in found if t.start < at][-HOUSE:]
        if not before or before[-1] not in _OF:
            return False
        return any(k in at_words(self.language) for k in before[:-1])

    def _of_telling(self, e: EventMention) -> Said:
        assert e.date is not None
        cite = next((c for c in e.date.cites if c.article == self.article.id), e.clause.cite(self.article.id))
        return Said(self.article.id, iso(e.date), cite, e.date)

    def _two_towns(self, a: str, b: str) -> bool:
        """True of two places neither of which is a state."""
        x, y = self.cast.entities.get(a), self.cast.entities.get(b)
        return a != b and x is not None and y is not None and not {a, b} & set(self.cast.states.values())

    def _event(self, sentence: Span, no: Span, *, day: Interval | None = None, place: str | None = None) -> str | None:
        """The event that a sentence tells where something is set right; else the one that others give that value and that names the same."""
        here = [
            (k, e)
            for k, e in enumerate(self.r.events)
            if sentence.start <= e.trigger.start < sentence.end and e.kind not in SAYING and e.status != "planned"
        ]
        refs = {k: MentionRef(self.article.id, k) for k, _ in here}
        told = [(k, e) for k, e in here if not e.bare and refs[k] in self.groups.of]
        held = [(k, e) for k, e in told if e.clause.start <= no.start <= e.clause.end + 2] or told
        near = [x for x in held if x[1].trigger.start < no.start] or held
        given = [x for x in near if self._given(self.groups.of[refs[x[0]]], day=day, place=place)]
        elsewhere = (
            None
            if given
            else self._elsewhere(sentence, {e.kind for _, e in here}, day=day, place=place, alone=not told)
        )
        if elsewhere is not None or not near:
            return elsewhere
        k, _ = min(given or near, key=lambda x: abs(x[1].trigger.start - no.start))
        return self.groups.of[refs[k]]

    def _elsewhere(
        self, sentence: Span, kinds: set[str], *, day: Interval | None, place: str | None, alone: bool
    ) -> str | None:
        """The event to which another page gives the value, and in which somebody named here takes part; ``alone`` lets the only one do."""
        named = self._named(sentence)
        ranked, all_given = [], []
        for group in sorted(self.groups.in_story[self.groups.story.get(self.article.id, self.article.id)]):
            tellings = self.groups.told[group]
            if not self._given(group, day=day, place=place):
                continue
            all_given.append(group)
            shared = {
                x for m, e in tellings for p in e.participants for x in self.cast.named(m.article, p.mention)
            } & named
            if shared:
                ranked.append((any(e.kind in kinds for _, e in tellings if not e.bare), len(shared), group))
        ranked.sort(reverse=True)
        if not ranked:
            return all_given[0] if alone and len(all_given) == 1 and place is not None else None
        return None if len(ranked) > 1 and ranked[0][:2] == ranked[1][:2] else ranked[0][2]

    def _named(self, sentence: Span) -> set[str]:
        inside = (
            i for i, m in enumerate(self.r.mentions) if sentence.start <= m.start < sentence.end and m.kind != "place"
        )
        return {e for i in inside for e in self.cast.named(self.article.id, i)}

    def _given(self, event: str, *, day: Interval | None = None, place: str | None = None) -> bool:
        """True when another page gives an event the value that is set aside."""
        for m, e in self.groups.told[event]:
            if e.bare or m.article == self.article.id or e.kind in SAYING:
                continue
            if day is not None and e.date is not None and e.date.days <= SHORT and e.date.meets(day):
                return True
            if place is not None and place in self.cast.named(m.article, e.place):
                return True
        return False

    def _some_of_them(self, sentence: Span) -> bool:
        """True of "but three of them were held for hours": some of those told of right before, and nobody told of earlier."""
        keys = " ".join(fold_key(t.text) for t in tokens(self.text, sentence.start, sentence.end))
        return any(f" {p} " in f" {keys} " for p in of_them(self.language))

    def _attributed(self, sentence: Span) -> bool:
        """True when somebody stands for what a sentence says, or it says who said otherwise."""
        keys = [fold_key(t.text) or t.text for t in tokens(self.text, sentence.start, sentence.end)]
        return any(self.turns.stands(sort, keys) for sort in ("attributed", "says", "insists", "as_told"))


def apart(a: Interval, b: Interval | None) -> bool:
    """True of two short dates that exclude each other, but not by far."""
    return b is not None and max(a.days, b.days) <= SHORT and not a.meets(b) and gap(a, b) <= FAR


def gap(a: Interval, b: Interval) -> int:
    """Return the days between two dates."""
    return max((b.start - a.end).days, (a.start - b.end).days)


def iso(day: Interval) -> str:
    """Return a date as its days are printed in a dossier."""
    return f"{day.start}" if day.days == 1 else f"{day.start}/{day.end}"


@cache
def at_words(language: str) -> frozenset[str]:
    """The prepositions that say where, of one word."""
    return frozenset(fold_key(w) for w in table(language, "grammar")["prepositions"]["at"] if " " not in w) | CONTRACTED


@cache
def of_them(language: str) -> tuple[str, ...]:
    """Return the folded ways to count some of those named before."""
    return tuple(" ".join(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["elided"]["of_them"])


HOUSE = 5
"""Words before a town from the preposition that leads the house in it."""
_OF = frozenset({"d", "d'", "de", "del", "du", "of"})
CONTRACTED = frozenset({"au", "aux", "a", "en"})
