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

from isnad.compose.cast import Cast
from isnad.compose.otherwise import Otherwise
from isnad.compose.righting import (
    BACK,
    CONCLUDED,
    CONTRACTED,
    ONCE,
    SAYING,
    SHORT,
    Correction,
    Groups,
    Righting,
    apart,
    at_words,
    gap,
    iso,
)
from isnad.compose.rivalry import Said, Slot
from isnad.compose.takings import Takings
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, EventMention, Links, MentionRef, Span, TimeExpression
from isnad.text import fold_key, tokens

BEHIND = 40
"""Characters behind "not" within which the value that is set aside begins."""
BEFORE = 170
"""Characters before "not" within which the value that takes its place stands."""
SMALL = 5
"""Words between "not" and what is set aside: prepositions, an article, an office."""
SOON = 3
"""Days between the two days that two voices give one thing."""
SPOKEN = 4
"""Words behind a day within which whose word it is begins."""
NEXT = 6
"""Words from a verb that dates things to the day where nothing is named between."""
DATING = 9
"""Words from a verb of dating to the day."""
OPENING = 8
"""Words of a sentence among which it is set against what was told before."""
_MARKS = frozenset(',;:.،؛()"“”«»')


def corrections(links: Links, cast: Cast) -> Mapping[tuple[str, str], list[Correction]]:
    """Return what pages set right, by event and slot."""
    groups = Groups(links, cast)
    again = {c.direction.target for c in links.copies if c.direction is not None and c.kind != "excerpt"}
    found: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    # What a copy or a translation sets right its source does, whose days are counted from its own.
    pages = [r for r in cast.readings.values() if r.article.language in LANGUAGES and r.article.id not in again]
    for c in (c for r in pages for sort in (_Page, Otherwise) for c in sort(r, groups, cast).corrections()):
        found[c.event, c.slot].append(c)
    told = {(c.slot, c.one.value, c.other.value) for cs in found.values() for c in cs}
    for c in (c for r in pages for c in Takings(r, groups, cast).corrections()):
        if not told & {(c.slot, c.one.value, c.other.value), (c.slot, c.other.value, c.one.value)}:
            found[c.event, c.slot].append(c)
    return found


class _Page(Righting):
    """One page's corrections."""

    def corrections(self) -> Iterator[Correction]:
        """Yield each correction of the page."""
        for found in _not(self.language).finditer(self.text):
            sentence = self._sentence(found.start())
            if sentence is not None and not self._spoken(found.start()) and self._opens(sentence, found):
                yield from self._set_aside(sentence, Span(*found.span()))
        yield from self._two_days()
        yield from self._put_on()
        yield from self._told_otherwise()

    def _opens(self, sentence: Span, found: re.Match[str]) -> bool:
        """True of a "not" that no verb stands before: behind a mark, another conjunction, a name or a day ("in Hobyo not in Galkayo")."""
        before = self.text[sentence.start : found.start()].rstrip()
        if not before or before[-1] in _MARKS | set("-–—") or " " in found.group() or found.group()[0] == "و":
            return bool(before)
        at = sentence.start + len(before)
        return any(t.end == at for t in self.times) or any(m.end == at for m in self.r.mentions)

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
        one = next((t for t in reversed(before) if t.interval and apart(t.interval, other)), None)
        if one is None or one.interval is None or other is None:
            return
        event = event or self._event(sentence, no, day=other)
        if event is not None and (self._attributed(sentence) or self._given(event, day=other)):
            yield Correction(event, "date", self._said_day(one), self._said_day(day))

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
            if apart(mine.date, e.date) and gap(mine.date, e.date) <= SOON:
                cite = next((c for c in e.date.cites if c.article == m.article), e.clause.cite(m.article))
                yield Correction(event, "date", self._of_telling(mine), Said(m.article, iso(e.date), cite, e.date))
                return

    def _whole(self, i: int) -> bool:
        """True of a place, and of a person's name."""
        m = self.r.mentions[i]
        return m.kind == "place" or m.form == "name"

    def _same(self, a: int, b: int) -> bool:
        x, y = (set(self.cast.named(self.article.id, k)) for k in (a, b))
        return bool(x & y) or not x or not y

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
        if keys[0] not in at_words(self.language) and not joined:
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
            if not apart(a.interval, b.interval) or gap(a.interval, b.interval) > SOON:
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
            if e.date.meets(day.interval) or gap(e.date, day.interval) > SOON or not e.date.cites:
                return None
            cite = next((c for c in e.date.cites if c.article == self.article.id), e.clause.cite(self.article.id))
            return group, Said(self.article.id, iso(e.date), cite, e.date)
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
                if apart(o.date, e.date) and gap(o.date, e.date) <= 2 * SOON:
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
        if sentence is None or self._some_of_them(sentence):
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
    return frozenset(fold_key(w) for w in words if " " not in w) | CONTRACTED


@cache
def _sites(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in (*table(language, "events")["sites"], *table(language, "names")["sites"]))


def _site(key: str, language: str) -> bool:
    ways = (key, key[1:], key.removeprefix("ال"), key[1:].removeprefix("ال")) if language == "ar" else (key,)
    return any(w in _sites(language) for w in ways)


def citations_of(found: Sequence[Correction]) -> frozenset[tuple[Citation, Citation]]:
    """Return the pairs of words that pages set against each other."""
    return frozenset((c.one.cite, c.other.cite) for c in found)
