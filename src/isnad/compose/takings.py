"""When and where somebody was held, told by another voice in loose words: "they took him from his bed on Friday", «سلّم نفسه يوم الأحد».

Such words are no telling of an arrest by themselves: only of who is known to have been arrested, by the page itself or by another of its
story, do they give the day and the place. Who was taken to a court or a hospital was held before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from isnad.compose.otherwise import negations
from isnad.compose.righting import SHORT, Correction, Righting, apart, gap, iso
from isnad.compose.rivalry import Said, stands
from isnad.compose.venues import first_venue, venue_behind
from isnad.languages import LANGUAGES
from isnad.languages.voices import voices
from isnad.model import EventMention, MentionRef, Reading, Span, TimeExpression
from isnad.text import Token, fold_key, tokens

HELD = "arrest"
"""The kind of events that is told again."""
BACK = 3
"""Sentences back to who was arrested, where nobody else is named."""
SOON = 3
"""Days between two tales of one arrest."""
NO = 4
"""Words before a loose word among which a "no" takes it back."""
WIDE = 110
"""Characters from a loose word to its day or its place."""
_MARKS = frozenset(";؛:.!?؟")


class Taking(Struct, frozen=True):
    """Where a page tells in whatever words that somebody was held: the sentence, the words, and whether he came himself."""

    sentence: Span
    words: Span
    himself: bool


class Takings(Righting):
    """What one page tells otherwise of somebody's arrest."""

    def corrections(self) -> Iterator[Correction]:
        """Yield the days and the places that exclude those of the arrest."""
        story = self.groups.story.get(self.article.id, self.article.id)
        arrests = [g for g in sorted(self.groups.in_story[story]) if self._tellings(g)]
        if not arrests:
            return
        seen: set[tuple[str, str]] = set()
        for taking in self._takings():
            event, own = self._whose(taking, arrests), self._own(taking)
            if event is None or own == event or (own is not None and self._known(own) > self._known(event)):
                continue
            for c in (*self._day(event, taking), *self._where(event, taking)):
                if (c.event, c.slot) not in seen:
                    seen.add((c.event, c.slot))
                    yield c

    def _known(self, group: str) -> tuple[bool, int, int, str]:
        """How well known one of two arrests is that are one: the dispute is told of the better known."""
        told = self._tellings(group)
        days = [
            d.start.toordinal() for m, _ in told if (d := self.cast.readings[m.article].article.published) is not None
        ]
        came = any(self._came(m.article, e) for m, e in told)
        return not came, len({m.article for m, _ in told}), -min(days, default=0), group

    def _came(self, article: str, e: EventMention) -> bool:
        """True of who gave himself up."""
        r = self.cast.readings[article]
        keys = [fold_key(t.text) for t in tokens(r.article.text, e.clause.start, e.clause.end)]
        return voices(r.article.language).stands("gave_up", keys)

    def _takings(self) -> Iterator[Taking]:
        """The loose words of the page beside a day or a place, and what it tells as an arrest."""
        triggers = {e.trigger.start for e in self.r.events if self._arrests(self.r, e)}
        for s in self.r.sentences:
            if self._spoken(s.start) or s.end - s.start > 10 * WIDE:
                continue
            found = tokens(self.text, s.start, s.end)
            keys = [fold_key(t.text) or t.text for t in found]
            for i in range(len(keys)):
                taken, himself = self.turns.at("taken", keys, i), self.turns.at("gave_up", keys, i)
                here = found[i].start in triggers
                if not (taken or himself or here) or self._taken_back(keys, i):
                    continue
                size = max(taken, himself, 1)
                if not himself and self._led_on(found, keys, i + size):
                    continue
                yield Taking(s, Span(found[i].start, found[i + size - 1].end), bool(himself))

    def _arrests(self, r: Reading, e: EventMention) -> bool:
        """True of what is told of an arrest itself; the day on which somebody held was remanded, or freed, is none of it."""
        language = r.article.language
        if e.kind != HELD or e.bare or e.status not in ("happened", "reported") or language not in LANGUAGES:
            return False
        words = [fold_key(t.text) for t in tokens(r.article.text, e.trigger.start, e.trigger.end)]
        if not voices(language).at("arrested", words, 0) or any(
            p.kind == "title" and p.start <= e.trigger.start < p.end for p in r.article.parts
        ):
            return False
        keys = [fold_key(t.text) for t in tokens(r.article.text, e.clause.start, e.clause.end)]
        return not stands(keys, language, "remanded")

    def _tellings(self, group: str) -> list[tuple[MentionRef, EventMention]]:
        return [(m, e) for m, e in self.groups.told[group] if self._arrests(self.cast.readings[m.article], e)]

    def _taken_back(self, keys: Sequence[str], i: int) -> bool:
        return not negations(self.language).isdisjoint(keys[max(0, i - NO) : i])

    def _led_on(self, found: Sequence[Token], keys: Sequence[str], i: int) -> bool:
        """True when somebody is taken to a court, a prison, a hospital: a day or two after he was held."""
        for k in range(i, min(len(keys), i + NO)):
            if found[k].kind != "word":
                return False
            if keys[k] in _TOWARDS[self.language]:
                return True
            if keys[k] in _TO[self.language]:
                behind = venue_behind(found, k, self.language)
                return behind is not None and behind[0] in _ASHORE
        return False

    # Whose arrest

    def _whose(self, taking: Taking, arrests: Sequence[str]) -> str | None:
        """The arrest that some words tell again: of somebody they name, else of whom was spoken of last, else the one told right before."""
        own, named = self._own(taking), self._named_in(taking.sentence)
        others = [g for g in arrests if g != own]
        if hits := [g for g in others if self._held(g) & named]:
            return self._told_of(hits, taking)
        if named - (self._held(own) if own is not None else set()):
            return None
        n, before = self.r.sentences.index(taking.sentence), self._before(taking)
        for s in reversed(self.r.sentences[max(0, n - BACK) : n]):
            if who := self._named_in(s):
                if hits := [g for g in others if self._held(g) & who]:
                    return self._told_of([before] if before in hits else hits, taking)
                break
        return self._told_of([before], taking) if before is not None and before != own else None

    def _told_of(self, hits: Sequence[str], taking: Taking) -> str | None:
        """The one arrest of some, where another page tells it or somebody stands for the words; of several the one of those days."""
        day = self._nearest_day(taking)
        if len(hits) > 1 and day is not None and day.interval is not None:
            hits = [
                g
                for g in hits
                if any(e.date is not None and gap(e.date, day.interval) <= SOON for _, e in self._tellings(g))
            ]
        if not hits:
            return None
        elsewhere = any(m.article != self.article.id for m, _ in self.groups.told[hits[0]])
        return hits[0] if len(hits) == 1 and (elsewhere or self._voiced(taking)) else None

    def _own(self, taking: Taking) -> str | None:
        """The arrest that the words themselves were read as."""
        for k, e in enumerate(self.r.events):
            if e.kind == HELD and taking.words.start <= e.trigger.start < max(taking.words.end, taking.words.start + 1):
                return self.groups.of.get(MentionRef(self.article.id, k))
        return None

    def _before(self, taking: Taking) -> str | None:
        """The arrest told last before some words, in one of the sentences right before."""
        n = self.r.sentences.index(taking.sentence)
        low = self.r.sentences[max(0, n - BACK)].start
        for k in range(len(self.r.events) - 1, -1, -1):
            e = self.r.events[k]
            if low <= e.trigger.start < taking.words.start and self._arrests(self.r, e):
                return self.groups.of.get(MentionRef(self.article.id, k))
        return None

    def _voiced(self, taking: Taking) -> bool:
        """True when somebody stands for the words."""
        quoted = any(p.touches(taking.words) for q in self.r.quotations for p in q.pieces)
        return quoted or self._attributed(taking.sentence)

    def _named_in(self, sentence: Span) -> set[str]:
        """The people whom a sentence names, but those who say it."""
        speakers = {q.speaker.mention for q in self.r.quotations if q.speaker is not None}
        inside = (
            i
            for i, m in enumerate(self.r.mentions)
            if sentence.start <= m.start < sentence.end and m.kind == "person" and i not in speakers
        )
        return {e for i in inside for e in self.cast.named(self.article.id, i)}

    def _held(self, group: str) -> set[str]:
        """Who was arrested, by any telling: the people who take part in it, else those its sentence names."""
        found: set[str] = set()
        for m, e in self._tellings(group):
            took = {x for p in e.participants for x in self.cast.named(m.article, p.mention)}
            people = {x for x in took if self.cast.entities[x].kind == "person"}
            if not people:
                r = self.cast.readings[m.article]
                inside = (
                    i
                    for i, x in enumerate(r.mentions)
                    if x.kind == "person" and e.clause.start <= x.start < e.clause.end and not parted(r, e, x.start)
                )
                people = {x for i in inside for x in self.cast.named(m.article, i)}
            found |= people
        return found

    # The day and the place

    def _day(self, event: str, taking: Taking) -> Iterator[Correction]:
        t = self._nearest_day(taking)
        if t is None or t.interval is None or t.interval.days > SHORT:
            return
        told = [(m, e) for m, e in self._tellings(event) if e.date is not None and not e.assumed]
        if any(e.date is not None and e.date.meets(t.interval) for _, e in told):
            return
        for m, e in told:
            if e.date is not None and e.date.cites and apart(e.date, t.interval) and gap(e.date, t.interval) <= SOON:
                cite = next((c for c in e.date.cites if c.article == m.article), e.clause.cite(m.article))
                yield Correction(event, "date", Said(m.article, iso(e.date), cite, e.date), self._said_day(t))
                return

    def _nearest_day(self, taking: Taking) -> TimeExpression | None:
        near = [
            t
            for t in self.times
            if taking.sentence.start <= t.start < taking.sentence.end
            and self._gap(taking.words, t.span) <= WIDE
            and self._one_part(taking.words, t.span)
        ]
        return min(near, key=lambda t: self._gap(taking.words, t.span), default=None)

    def _gap(self, a: Span, b: Span) -> int:
        return max(b.start - a.end, a.start - b.end, 0)

    def _one_part(self, a: Span, b: Span) -> bool:
        first, second = sorted((a, b), key=lambda s: s.start)
        return _MARKS.isdisjoint(self.text[first.end : second.start])

    def _where(self, event: str, taking: Taking) -> Iterator[Correction]:
        """The town, else the venue, in which the words put it, where it is another than that of the arrest."""
        told = self._tellings(event)
        town = self._town(taking)
        theirs = [(m, e, x) for m, e in told for x in self.cast.named(m.article, e.place)[:1]]
        if town is not None and theirs:
            x, i = town
            m, e, mine = theirs[0]
            places = {t[2] for t in theirs}
            if (
                x not in places
                and e.place is not None
                and all(self._two_towns(x, y) and not self._echo(x, y) for y in places)
            ):
                r = self.cast.readings[m.article]
                yield Correction(
                    event,
                    "place",
                    Said(m.article, mine, r.mentions[e.place].span.cite(m.article), None),
                    self._said(x, i),
                )
                return
        here = self._venue(self.r, taking.words.end, min(taking.sentence.end, taking.words.end + WIDE))
        if here is None or (here[0] in _ASHORE and not taking.himself):
            return
        for m, e in told:
            r = self.cast.readings[m.article]
            s = next((s for s in r.sentences if s.start <= e.trigger.start < s.end), e.clause)
            there = self._venue(r, max(s.start, e.trigger.start - WIDE), min(s.end, e.trigger.end + WIDE))
            if there is not None and there[0] != here[0] and there[0] not in _ASHORE:
                one, other = (
                    Said(a, q.article.text[v.start : v.end], v.cite(a), None)
                    for a, q, v in ((m.article, r, there[1]), (self.article.id, self.r, here[1]))
                )
                yield Correction(event, "place", one, other)
                return

    def _venue(self, r: Reading, low: int, high: int) -> tuple[str, Span] | None:
        found = first_venue(r, low, high)
        return None if found is None or found[0] == "ministry" else found

    def _town(self, taking: Taking) -> tuple[str, int] | None:
        low, high = taking.words.end, min(taking.sentence.end, taking.words.end + WIDE)
        for i, m in enumerate(self.r.mentions):
            if (
                m.kind == "place"
                and low <= m.start < high
                and self._located(i)
                and self._one_part(taking.words, m.span)
            ):
                return next(((x, i) for x in self.cast.named(self.article.id, i)), None)
        return None

    def _echo(self, a: str, b: str) -> bool:
        return tuple(sorted((a, b))) in self.cast.echoes


def parted(r: Reading, e: EventMention, name: int) -> bool:
    """Return whether a mark stands between the word for an arrest and a name behind it: "held Sfeir in his office, upon a complaint by X"."""
    return any(mark in r.article.text[e.trigger.end : name] for mark in ",،;؛")


_TOWARDS = {
    "en": frozenset({"to", "towards", "into"}),
    "fr": frozenset({"vers"}),
    "es": frozenset({"hasta", "hacia"}),
    "ar": frozenset({"الى"}),
}
"""Prepositions that say where somebody is taken; ``_TO`` those that may say it."""
_TO = {
    "en": frozenset[str](),
    "fr": frozenset({"a", "au", "aux", "devant"}),
    "es": frozenset({"a", "al", "ante"}),
    "ar": frozenset[str](),
}
_ASHORE = frozenset({"prison", "police", "court", "hospital", "barracks"})
"""Where those are taken who are held."""
