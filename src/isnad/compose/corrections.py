"""Where one page sets a day, a place or a person right: "on Wednesday, not Tuesday", "in Hobyo and not in Galkayo", «لا الوزير السابق».

Such a page gives both values itself: the one it stands by, and behind "not" the one that others gave. So does a page that lets two voices
date one thing ("on Saturday night according to the firm and before dawn on Sunday according to the miners"). Both are disputes of
the event that the sentence tells; where its words make no event, of the one that others put on that day or in that place, and that
names somebody the sentence names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.compose.cast import Cast
from isnad.compose.rivalry import Said, Slot
from isnad.languages import LANGUAGES, table
from isnad.languages.voices import voices
from isnad.model import Citation, EventMention, Interval, Links, MentionRef, Reading, Span, TimeExpression
from isnad.text import fold_key, tokens

BEHIND = 40
"""Characters behind "not" within which the value that is set aside begins."""
BEFORE = 170
"""Characters before "not" within which the value that takes its place stands."""
SMALL = 5
"""Words between "not" and what is set aside: prepositions, an article, an office."""
SHORT = 3
"""Days of the longest date that somebody sets right."""
FAR = 10
"""Days by which sources differ over one date at the most."""
SOON = 3
"""Days between the two days that two voices give one thing."""
SPOKEN = 4
"""Words behind a day within which whose word it is begins."""
BACK = 2
"""Sentences back to what somebody puts on another day."""
NEXT = 6
"""Words from a verb that dates things to the day where nothing is named between."""
DATING = 9
"""Words from a verb of dating to the day."""
OPENING = 8
"""Words of a sentence among which it is set against what was told before."""
CONCLUDED = frozenset({"signing", "transaction"})
ONCE = frozenset({*CONCLUDED, "arrest", "death", "election", "appointment", "departure", "opening"})
"""Kinds of events that one page tells twice only of one happening, or of other people."""
SAYING = frozenset({"statement", "rejection", "demand", "accusation", "threat", "inquiry"})
"""Kinds of events that tell rather than are told."""
_MARKS = frozenset(',;:.،؛()"“”«»')


class Correction(Struct, frozen=True):
    """Two values of one slot of one event, as one page sets them against each other."""

    event: str
    slot: Slot
    one: Said
    other: Said


def corrections(links: Links, cast: Cast) -> Mapping[tuple[str, str], list[Correction]]:
    """Return what pages set right, by event and slot."""
    groups = _Groups(links, cast)
    again = {c.direction.target for c in links.copies if c.direction is not None and c.kind != "excerpt"}
    found: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for reading in cast.readings.values():
        # What a copy or a translation sets right its source does, whose days are counted from its own.
        if reading.article.language in LANGUAGES and reading.article.id not in again:
            for c in _Page(reading, groups, cast).corrections():
                found[c.event, c.slot].append(c)
    return found


class _Groups:
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


class _Page:
    """One page's corrections."""

    def __init__(self, reading: Reading, groups: _Groups, cast: Cast) -> None:
        self.r, self.groups, self.cast = reading, groups, cast
        self.article = reading.article
        self.text = reading.article.text
        self.language = reading.article.language
        self.turns = voices(self.language)
        self.times = [t for t in reading.times if t.kind == "date" and t.interval is not None]

    def corrections(self) -> Iterator[Correction]:
        """Yield each correction of the page."""
        for found in _not(self.language).finditer(self.text):
            sentence = self._sentence(found.start())
            if sentence is not None and not self._spoken(found.start()) and self._opens(sentence, found):
                yield from self._set_aside(sentence, Span(*found.span()))
        yield from self._two_days()
        yield from self._put_on()
        yield from self._told_otherwise()

    def _sentence(self, at: int) -> Span | None:
        k = bisect_left(self.r.sentences, at + 1, key=lambda s: s.start) - 1
        return self.r.sentences[k] if k >= 0 and self.r.sentences[k].end > at else None

    def _opens(self, sentence: Span, found: re.Match[str]) -> bool:
        """True of a "not" that no verb stands before: behind a mark, another conjunction, a name or a day ("in Hobyo not in Galkayo")."""
        before = self.text[sentence.start : found.start()].rstrip()
        if not before or before[-1] in _MARKS | set("-–—") or " " in found.group() or found.group()[0] == "و":
            return bool(before)
        at = sentence.start + len(before)
        return any(t.end == at for t in self.times) or any(m.end == at for m in self.r.mentions)

    def _spoken(self, at: int) -> bool:
        """True within a title: it tells nothing that the text does not."""
        return any(p.kind == "title" and p.start <= at < p.end for p in self.article.parts)

    # "A, not B"

    def _set_aside(self, sentence: Span, no: Span) -> Iterator[Correction]:
        end = min(sentence.end, no.end + BEHIND)
        behind = no.end
        event: str | None = None
        i = next(
            (k for k, m in enumerate(self.r.mentions) if no.end <= m.start < end and m.kind in ("place", "person")),
            None,
        )
        if i is not None and self._right_behind(no, i):
            for found in self._name(sentence, no, i):
                event = found.event
                yield found
            behind = self.r.mentions[i].end
        day = next((t for t in self.times if no.end <= t.start < end), None)
        if day is not None and self._small(behind if behind <= day.start else no.end, day.start):
            yield from self._day(sentence, no, day, event)
        elif i is None or not self._right_behind(no, i):
            yield from self._venue(sentence, no)

    def _right_behind(self, no: Span, i: int) -> bool:
        """True when but small words, or an office, part a name that is set aside from the "not"."""
        m = self.r.mentions[i]
        at = m.role.start if m.role is not None and no.end <= m.role.start < m.start else m.start
        return self._small(no.end, at)

    def _small(self, start: int, end: int) -> bool:
        """True when prepositions and articles alone stand between two places."""
        between = [fold_key(t.text) or t.text for t in tokens(self.text, start, end)]
        return len(between) <= SMALL and all(k in _little(self.language) for k in between)

    def _day(self, sentence: Span, no: Span, day: TimeExpression, event: str | None) -> Iterator[Correction]:
        other = day.interval
        low = max(sentence.start, no.start - BEFORE)
        before = [t for t in self.times if low <= t.start < no.start]
        one = next((t for t in reversed(before) if t.interval and _apart(t.interval, other)), None)
        if one is None or one.interval is None or other is None:
            return
        event = event or self._event(sentence, no, day=other)
        if event is not None and (self._attributed(sentence) or self._given(event, day=other)):
            yield Correction(event, "date", self._said_day(one), self._said_day(day))

    def _said_day(self, t: TimeExpression) -> Said:
        assert t.interval is not None
        return Said(self.article.id, _iso(t.interval), t.span.cite(self.article.id), t.interval)

    def _name(self, sentence: Span, no: Span, i: int) -> Iterator[Correction]:
        """ "In Hobyo, not in Galkayo"; "signed by the mayor, not by the prefect Abdou Diaw"."""
        mention = self.r.mentions[i]
        other = next(iter(self.cast.named(self.article.id, i)), None)
        low = max(sentence.start, no.start - BEFORE)
        near = [k for k, m in enumerate(self.r.mentions) if low <= m.start < no.start and m.kind == mention.kind]
        near = [k for k in near if self._whole(k) and not self._same(k, i)]
        one = next((k for k in reversed(near) if mention.kind == "person" or self._located(k)), None)
        if one is None or other is None or (mention.kind == "person" and not self._whole(i)):
            return
        mine = next(iter(self.cast.named(self.article.id, one)), None)
        if mine is None or mine == other:
            return
        slot: Slot = "place" if mention.kind == "place" else "participant"
        event = self._event(sentence, no, place=other if slot == "place" else None)
        if event is None or not (self._attributed(sentence) or self._given(event, place=other)):
            return
        yield from self._days_too(sentence, event)
        if slot == "participant" and not self._took_part(event, (one, i)):
            return
        yield Correction(event, slot, self._said(mine, one), self._said(other, i))

    def _days_too(self, sentence: Span, event: str) -> Iterator[Correction]:
        """The days that the page and others give what it says was elsewhere: "held on the 8th in Barajas, and not in Alicante"."""
        kinds = {e.kind for _, e in self.groups.told[event]}
        mine = next(
            (
                e
                for e in self.r.events
                if sentence.start <= e.trigger.start < sentence.end and e.kind in kinds and e.date and not e.assumed
            ),
            None,
        )
        if mine is None or mine.date is None or mine.date.days > SHORT:
            return
        for m, e in self.groups.told[event]:
            if m.article == self.article.id or e.bare or e.date is None or e.assumed or not e.date.cites:
                continue
            if _apart(mine.date, e.date) and _gap(mine.date, e.date) <= SOON:
                cite = next((c for c in e.date.cites if c.article == m.article), e.clause.cite(m.article))
                yield Correction(event, "date", self._of_telling(mine), Said(m.article, _iso(e.date), cite, e.date))
                return

    def _said(self, entity: str, i: int) -> Said:
        return Said(self.article.id, entity, self.r.mentions[i].span.cite(self.article.id), None)

    def _whole(self, i: int) -> bool:
        """True of a place, and of a person's name."""
        m = self.r.mentions[i]
        return m.kind == "place" or m.form == "name"

    def _same(self, a: int, b: int) -> bool:
        x, y = (set(self.cast.named(self.article.id, k)) for k in (a, b))
        return bool(x & y) or not x or not y

    def _located(self, i: int) -> bool:
        """True of a place with a preposition that says where: "in Hobyo", «بهوبيو»."""
        m = self.r.mentions[i]
        near = [fold_key(t.text) for t in tokens(self.text, max(0, m.start - 30), m.start)][-3:]
        joined = self.language == "ar" and self.text[m.start - 1 : m.start] == "ب"
        return joined or any(k in _at(self.language) for k in near)

    def _took_part(self, event: str, mentions: Sequence[int]) -> bool:
        """True when one of two people is told somewhere to have taken part in an event."""
        mine = {e for i in mentions for e in self.cast.named(self.article.id, i)}
        for m, e in self.groups.told[event]:
            if any(mine & set(self.cast.named(m.article, p.mention)) for p in e.participants):
                return True
        return False

    def _venue(self, sentence: Span, no: Span) -> Iterator[Correction]:
        """ "At his home in Rabieh, and not at the airport": a place without a name, behind a preposition that says where."""
        found = tokens(self.text, no.end, min(sentence.end, no.end + BEHIND))
        keys = [fold_key(t.text) or t.text for t in found]
        if not keys:
            return
        joined = (
            self.language == "ar"
            and keys[0].startswith(("ب", "بال"))
            and keys[0][1:].removeprefix("ال") in _sites("ar")
        )
        if keys[0] not in _at(self.language) and not joined:
            return
        head = next((k for k in range(len(keys[:4])) if (joined or k) and _site(keys[k], self.language)), None)
        if head is None:
            return
        low = max(sentence.start, no.start - BEFORE)
        near = [k for k, m in enumerate(self.r.mentions) if m.kind == "place" and low <= m.start < no.start]
        one = next((k for k in reversed(near) if self._located(k)), None)
        mine = next(iter(self.cast.named(self.article.id, one)), None) if one is not None else None
        event = self._event(sentence, no)
        if one is None or mine is None or event is None or not self._attributed(sentence):
            return
        span = Span(found[0].start, found[head].end)
        other = Said(self.article.id, self.text[span.start : span.end], span.cite(self.article.id), None)
        yield Correction(event, "place", self._said(mine, one), other)

    # Two voices

    def _two_days(self) -> Iterator[Correction]:
        """ "On Saturday night according to the firm and before dawn on Sunday according to the miners"."""
        for a, b in zip(self.times, self.times[1:], strict=False):
            if a.interval is None or b.interval is None or b.start - a.end > BEFORE:
                continue
            if not _apart(a.interval, b.interval) or _gap(a.interval, b.interval) > SOON:
                continue
            sentence = self._sentence(a.start)
            if sentence is None or not sentence.start <= b.start < sentence.end:
                continue
            if self._voiced(a, b.start) and self._voiced(b, sentence.end):
                event = self._event(sentence, a.span)
                if event is not None:
                    yield Correction(event, "date", self._said_day(a), self._said_day(b))

    def _voiced(self, t: TimeExpression, end: int) -> bool:
        """True when whose word a day is stands right behind it."""
        keys = [fold_key(x.text) or x.text for x in tokens(self.text, t.end, end)][: SPOKEN + 2]
        return any(self.turns.at("attributed", keys, i) for i in range(min(SPOKEN, len(keys))))

    def _put_on(self) -> Iterator[Correction]:
        """ "The police put his death on Sunday" behind "died on Saturday, his family said"."""
        for found in _dating(self.language).finditer(self.text):
            sentence = self._sentence(found.start())
            if sentence is None:
                continue
            day = next((t for t in self.times if found.end() <= t.start < sentence.end), None)
            if day is None or len(tokens(self.text, found.end(), day.start)) > DATING:
                continue
            if any(c in ";؛:" for c in self.text[found.end() : day.start]):
                continue
            between = [fold_key(t.text) for t in tokens(self.text, found.end(), day.start)]
            kinds = {e.kind for e in self.r.events if found.end() <= e.trigger.start < day.start}
            sure = found.group().casefold() in _sure(self.language) and len(between) <= NEXT
            theirs = len(between) <= NEXT and between[:1] and between[0] in _owners(self.language)  # "put his death on"
            if not (kinds or sure or theirs):
                continue  # "put a guard on the ward on Sunday"
            told = self._dated_before(sentence, found.start(), day, kinds)
            if told is not None:
                event, one = told
                yield Correction(event, "date", one, self._said_day(day))

    def _dated_before(self, sentence: Span, at: int, day: TimeExpression, kinds: set[str]) -> tuple[str, Said] | None:
        """The event told right before with a day of its own that this one excludes."""
        n = self.r.sentences.index(sentence)
        low = self.r.sentences[max(0, n - BACK)].start
        for k in range(len(self.r.events) - 1, -1, -1):
            e = self.r.events[k]
            if not low <= e.trigger.start < at or e.bare or e.kind in SAYING or e.status == "planned":
                continue
            if kinds and e.kind not in kinds:
                continue
            group = self.groups.of.get(MentionRef(self.article.id, k))
            if e.date is None or e.assumed or e.date.days > SHORT or group is None or day.interval is None:
                continue
            if self._others_dated(e):
                return None
            if e.date.meets(day.interval) or _gap(e.date, day.interval) > SOON or not e.date.cites:
                return None
            cite = next((c for c in e.date.cites if c.article == self.article.id), e.clause.cite(self.article.id))
            return group, Said(self.article.id, _iso(e.date), cite, e.date)
        return None

    def _told_otherwise(self) -> Iterator[Correction]:
        """ "State radio, however, said the contract was signed only yesterday, and in Constantine": told again, of another day or place."""
        told = [
            (k, e)
            for k, e in enumerate(self.r.events)
            if e.kind in ONCE and not e.bare and e.status != "planned" and not e.another
            if MentionRef(self.article.id, k) in self.groups.of
        ]
        for k, e in told:
            before = [(j, o) for j, o in told if o.trigger.start < e.trigger.start and self._one_matter(j, o, k, e)]
            if not before or not self._against(e):
                continue
            j, o = before[-1]
            event = self.groups.of[MentionRef(self.article.id, j)]
            if o.date and e.date and not o.assumed and not e.assumed and o.date.cites and e.date.cites:
                if _apart(o.date, e.date) and _gap(o.date, e.date) <= 2 * SOON:
                    yield Correction(event, "date", self._of_telling(o), self._of_telling(e))
            places = [next(iter(self.cast.named(self.article.id, x.place)), None) for x in (o, e)]
            if (
                all(places)
                and self._two_towns(str(places[0]), str(places[1]))
                and o.place is not None
                and e.place is not None
            ):
                yield Correction(
                    event, "place", self._said(str(places[0]), o.place), self._said(str(places[1]), e.place)
                )

    def _of_telling(self, e: EventMention) -> Said:
        assert e.date is not None
        cite = next((c for c in e.date.cites if c.article == self.article.id), e.clause.cite(self.article.id))
        return Said(self.article.id, _iso(e.date), cite, e.date)

    def _two_towns(self, a: str, b: str) -> bool:
        """True of two places neither of which is a state."""
        x, y = self.cast.entities.get(a), self.cast.entities.get(b)
        return a != b and x is not None and y is not None and not {a, b} & set(self.cast.states.values())

    def _one_matter(self, j: int, o: EventMention, k: int, e: EventMention) -> bool:
        """True of a telling in one of the sentences before that nothing shows to be another: of the same kind, with nobody else."""
        kinds = {o.kind, e.kind}
        if len(kinds) > 1 and not kinds <= CONCLUDED:
            return False
        n = [bisect_left(self.r.sentences, x.trigger.start + 1, key=lambda s: s.start) for x in (o, e)]
        if not 0 < n[1] - n[0] <= BACK + 1:
            return False
        who = [{x for p in t.participants for x in self.cast.named(self.article.id, p.mention)} for t in (o, e)]
        return not (who[0] and who[1]) or bool(who[0] & who[1])

    def _against(self, e: EventMention) -> bool:
        """True when somebody says so against what was told: behind "however", or insisting."""
        sentence = self._sentence(e.trigger.start)
        if sentence is None:
            return False
        keys = [fold_key(t.text) or t.text for t in tokens(self.text, sentence.start, sentence.end)]
        said = self.turns.stands("says", keys) or self.turns.stands("attributed", keys)
        return said and self.turns.stands("contrast", keys, 0, min(OPENING, len(keys)))

    def _others_dated(self, e: EventMention) -> bool:
        """True when the sentence of a telling gives another day as well: it may be that of something else."""
        sentence = self._sentence(e.trigger.start)
        return sentence is None or any(
            sentence.start <= t.start < sentence.end and t.interval and e.date and not t.interval.meets(e.date)
            for t in self.times
        )

    # What it is about

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

    def _attributed(self, sentence: Span) -> bool:
        """True when somebody stands for what a sentence says, or it says who said otherwise."""
        keys = [fold_key(t.text) or t.text for t in tokens(self.text, sentence.start, sentence.end)]
        return any(self.turns.stands(sort, keys) for sort in ("attributed", "says", "insists", "as_told"))


def _apart(a: Interval, b: Interval | None) -> bool:
    """True of two short dates that exclude each other, but not by far."""
    return b is not None and max(a.days, b.days) <= SHORT and not a.meets(b) and _gap(a, b) <= FAR


def _gap(a: Interval, b: Interval) -> int:
    return max((b.start - a.end).days, (a.start - b.end).days)


def _iso(day: Interval) -> str:
    return f"{day.start}" if day.days == 1 else f"{day.start}/{day.end}"


@cache
def _not(language: str) -> re.Pattern[str]:
    """What finds the words that set a value aside in a text."""
    return _words(table(language, "voices")["sets_aside"])


@cache
def _dating(language: str) -> re.Pattern[str]:
    """What finds the verbs that put something on a day."""
    return _words([*table(language, "voices")["dates"], *table(language, "voices")["puts_on"]])


@cache
def _sure(language: str) -> frozenset[str]:
    """The verbs that do nothing but date."""
    return frozenset(w.casefold() for w in table(language, "voices")["dates"])


def _words(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in longest) + r")(?!\w)", re.IGNORECASE)


@cache
def _owners(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "grammar")["words"]["possessives"])


@cache
def _at(language: str) -> frozenset[str]:
    """The prepositions that say where, of one word."""
    return (
        frozenset(fold_key(w) for w in table(language, "grammar")["prepositions"]["at"] if " " not in w) | _CONTRACTED
    )


@cache
def _little(language: str) -> frozenset[str]:
    """Prepositions, articles and such, that may stand between "not" and what it sets aside."""
    words = [w for forms in table(language, "grammar")["prepositions"].values() for w in forms]
    words += [
        *table(language, "numbers")["definite"],
        *table(language, "agreements")["definite"],
        "يوم",
        "day",
        "le",
        "la",
        "el",
        "the",
    ]
    return frozenset(fold_key(w) for w in words if " " not in w) | _CONTRACTED


_CONTRACTED = frozenset({"au", "aux", "a", "en"})


@cache
def _sites(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in (*table(language, "events")["sites"], *table(language, "names")["sites"]))


def _site(key: str, language: str) -> bool:
    ways = (key, key[1:], key.removeprefix("ال"), key[1:].removeprefix("ال")) if language == "ar" else (key,)
    return any(w in _sites(language) for w in ways)


def citations_of(found: Sequence[Correction]) -> frozenset[tuple[Citation, Citation]]:
    """Return the pairs of words that pages set against each other."""
    return frozenset((c.one.cite, c.other.cite) for c in found)
