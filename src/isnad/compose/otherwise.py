"""Another day or place told against the one before it: "it did not begin on Saturday but on Thursday", "his sister tells a different story: …".

Behind words that promise another tale, and behind what the paper says that it had printed, the first day and the first town are those of what was told
right before; behind "not" and "but" the second day is set in the place of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from isnad.compose.righting import BACK, SAYING, SHORT, Correction, Righting, apart, gap, iso
from isnad.compose.rivalry import Said
from isnad.languages import table
from isnad.model import EventMention, MentionRef, Span, TimeExpression
from isnad.text import fold_key, tokens

NEGATED = 80
"""Characters before a day among which the "not" stands that sets it aside."""
BEFALLING = frozenset({"arrest", "death", "departure", "appointment"})
"""Kinds of what befalls one person once."""
VERB = 4
"""Letters that two forms of one verb begin with."""
SOON = 3
"""Days between two tales of one thing."""
_PAUSE = re.compile(r"(?:\s+(?:d[eu]s?|del|de la|of|by|من|التي|الذي)\b[^:.;,،؛«“\"\n]{0,40})?\s*(?:[:.;,،؛«“\"—–-]|$)")
"""What stands behind the words: a mark, whose tale it is between ("conteste le récit du parquet : …")."""


class Otherwise(Righting):
    """What one page tells otherwise."""

    def corrections(self) -> Iterator[Correction]:
        """Yield each day and each place that is told otherwise."""
        yield from self._not_but()
        yield from self._signed_by()
        for found in _tales(self.language).finditer(self.text):
            sentence = self._sentence(found.start())
            if sentence is not None and _PAUSE.match(self.text, found.end()) and not self._spoken(found.start()):
                zone = self._zone(sentence, found.end())
                about = set(self._people(Span(sentence.start, found.start())))
                claim = self._of_its_kind(zone, sentence.start) or self._told_before(sentence.start)
                strangers = claim is None or not about & self._taking_part(claim)
                # "Those close to Naji Raad contest the account: …"
                elsewhere = list(self._told_elsewhere(about, zone)) if about and strangers else []
                yield from elsewhere
                if claim is not None and not elsewhere:
                    yield from self._against(claim, zone)
        for found in _printed(self.language).finditer(self.text):
            sentence = self._sentence(found.start())
            if sentence is not None and not self._spoken(found.start()):
                claim = self._told_in(found.end(), sentence.end)
                if claim is not None:
                    yield from self._against(claim, self._zone(sentence, sentence.end))

    def _signed_by(self) -> Iterator[Correction]:
        """ "The director signed for Tunis, the agency says. The ministry says it was the minister himself, Kamel Bouhlel"."""
        signings = [k for k, e in self._events(0, len(self.text)) if e.kind == "signing"]
        speakers = {q.speaker.mention for q in self.r.quotations if q.speaker is not None}
        for n, answer in enumerate(self.r.sentences) if signings else ():
            keys = self._keys(answer.start, answer.end)
            if not self.turns.stands("nobody_else", keys) or not self._attributed(answer):
                continue
            theirs = self._people(answer)
            k = next((k for k in signings if self.r.events[k].trigger.start < answer.start), None)
            if len(theirs) != 1 or k is None:
                continue
            for before in reversed(self.r.sentences[max(0, n - BACK) : n]):
                mine = self._people(before)
                if len(mine) == 1 and self.turns.stands("signed", self._keys(before.start, before.end)):
                    (x, i), (y, j) = *mine.items(), *theirs.items()
                    if x != y and j not in speakers:
                        event = self.groups.of[MentionRef(self.article.id, k)]
                        yield Correction(event, "participant", self._said(x, i), self._said(y, j))
                    break

    def _people(self, sentence: Span) -> dict[str, int]:
        """The people whom a sentence names."""
        found: dict[str, int] = {}
        for i, m in enumerate(self.r.mentions):
            if m.kind == "person" and m.form == "name" and sentence.start <= m.start < sentence.end:
                found |= dict.fromkeys(self.cast.named(self.article.id, i)[:1], i)
        return found

    def _zone(self, sentence: Span, start: int) -> Span:
        """The words of the other tale: the rest of its sentence where that gives a day or a name, else the next sentence."""
        rest = Span(start, sentence.end)
        told = any(start <= t.start < sentence.end for t in self.times)
        if told or any(start <= m.start < sentence.end and m.kind == "place" for m in self.r.mentions):
            return rest
        k = self.r.sentences.index(sentence)
        return self.r.sentences[k + 1] if k + 1 < len(self.r.sentences) else rest

    def _not_but(self) -> Iterator[Correction]:
        for a, b in zip(self.times, self.times[1:], strict=False):
            if a.interval is None or b.interval is None or not apart(a.interval, b.interval):
                continue
            sentence = self._sentence(a.start)
            if sentence is None or not sentence.start <= b.start < sentence.end or self._spoken(a.start):
                continue
            between = self._keys(a.end, b.start)
            before = self._keys(max(sentence.start, a.start - NEGATED), a.start)
            if not self.turns.stands("but", between) or negations(self.language).isdisjoint(before):
                continue
            event = self._dated(sentence, a) or self._event(sentence, a.span, day=a.interval)
            if event is not None and (
                self._attributed(sentence) or self._quoted(a.start) or self._given(event, day=a.interval)
            ):
                yield Correction(event, "date", self._said_day(b), self._said_day(a))

    def _quoted(self, at: int) -> bool:
        return any(p.start <= at < p.end for q in self.r.quotations for p in q.pieces)

    def _keys(self, start: int, end: int) -> list[str]:
        return [fold_key(t.text) or t.text for t in tokens(self.text, start, end)]

    def _dated(self, sentence: Span, day: TimeExpression) -> str | None:
        """The event told before on the page on the day that is set aside."""
        for k, e in self._events(0, sentence.start):
            if e.date is not None and day.interval is not None and e.date.days <= SHORT and e.date.meets(day.interval):
                return self.groups.of[MentionRef(self.article.id, k)]
        return None

    def _events(self, low: int, high: int) -> Iterator[tuple[int, EventMention]]:
        """The tellings between two places that may be told otherwise, the last first."""
        for k in range(len(self.r.events) - 1, -1, -1):
            e = self.r.events[k]
            firm = not e.bare and e.kind not in SAYING and e.status != "planned"
            if low <= e.trigger.start < high and firm and MentionRef(self.article.id, k) in self.groups.of:
                yield k, e

    def _told_before(self, at: int) -> tuple[int, EventMention] | None:
        """The last telling of the sentences right before with a day or a place of its own."""
        n = next((k for k, s in enumerate(self.r.sentences) if s.start == at), 0)
        return self._told_in(self.r.sentences[max(0, n - BACK)].start, at)

    def _taking_part(self, claim: tuple[int, EventMention]) -> set[str]:
        """The people of a telling, and those its sentence names."""
        sentence = self._sentence(claim[1].trigger.start)
        took = {x for p in claim[1].participants for x in self.cast.named(self.article.id, p.mention)}
        return took | (set(self._people(sentence)) if sentence is not None else set())

    def _told_elsewhere(self, people: set[str], zone: Span) -> Iterator[Correction]:
        """What befell somebody by the other pages, on another day or in another town than by this tale."""
        day = next((t for t in self.times if zone.start <= t.start < zone.end), None)
        if day is None or day.interval is None:
            return
        found: dict[str, tuple[MentionRef, EventMention]] = {}
        for event in sorted(self.groups.in_story[self.groups.story.get(self.article.id, self.article.id)]):
            for m, e in self.groups.told[event]:
                sure = not e.bare and not e.assumed and e.kind in BEFALLING and m.article != self.article.id
                if not sure or e.date is None or not apart(e.date, day.interval) or gap(e.date, day.interval) > SOON:
                    continue
                if people & {x for p in e.participants for x in self.cast.named(m.article, p.mention)}:
                    found.setdefault(event, (m, e))
        if len(found) != 1:
            return
        ((event, (m, e)),) = found.items()
        assert e.date is not None
        yield Correction(
            event, "date", Said(m.article, iso(e.date), e.clause.cite(m.article), e.date), self._said_day(day)
        )
        theirs = next(iter(self.cast.named(m.article, e.place)), None)
        other = self._town(zone)
        if theirs is not None and other is not None and self._two_towns(theirs, other[0]):
            yield Correction(
                event, "place", Said(m.article, theirs, e.clause.cite(m.article), None), self._said(*other)
            )

    def _town(self, zone: Span) -> tuple[str, int] | None:
        """The first place of some words that a preposition says where."""
        for i, m in enumerate(self.r.mentions):
            if m.kind == "place" and zone.start <= m.start < zone.end and self._located(i):
                return next(((x, i) for x in self.cast.named(self.article.id, i)), None)
        return None

    def _of_its_kind(self, zone: Span, at: int) -> tuple[int, EventMention] | None:
        """The last telling before, however far, of the kind that the other tale tells itself, with a day or a place of its own."""
        here = [e for e in self.r.events if zone.start <= e.trigger.start < zone.end and e.kind not in SAYING]
        kinds, verbs = {e.kind for e in here}, {self._verb(e) for e in here}
        told = (x for x in self._events(0, at) if x[1].kind in kinds or self._verb(x[1]) in verbs)
        return next((x for x in told if (x[1].date is not None and not x[1].assumed) or x[1].place is not None), None)

    def _verb(self, e: EventMention) -> str:
        """The beginning of the word that tells an event: a player who signed is told as appointed, his contract as signed."""
        return fold_key(self.text[e.trigger.start : e.trigger.end])[:VERB]

    def _told_in(self, low: int, high: int) -> tuple[int, EventMention] | None:
        dated = (
            x for x in self._events(low, high) if (x[1].date is not None and not x[1].assumed) or x[1].place is not None
        )
        return next(dated, None)

    def _against(self, claim: tuple[int, EventMention], zone: Span) -> Iterator[Correction]:
        k, e = claim
        event = self.groups.of[MentionRef(self.article.id, k)]
        day = next((t for t in self.times if zone.start <= t.start < zone.end), None)
        if day is not None and day.interval is not None and e.date is not None and not e.assumed and e.date.cites:
            if e.date.days <= SHORT and apart(e.date, day.interval) and gap(e.date, day.interval) <= SOON:
                yield Correction(event, "date", self._of_telling(e), self._said_day(day))
        if e.place is None:
            return
        mine = next(iter(self.cast.named(self.article.id, e.place)), None)
        other = self._town(zone)
        if mine and other is not None and self._two_towns(mine, other[0]):
            yield Correction(event, "place", self._said(mine, e.place), self._said(*other))


@cache
def _tales(language: str) -> re.Pattern[str]:
    """What finds the words that promise another tale."""
    return _pattern(table(language, "voices")["another_tale"])


@cache
def _printed(language: str) -> re.Pattern[str]:
    """What finds the words by which a paper takes up what it had printed."""
    return _pattern(table(language, "voices")["had_printed"])


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)[وف]?(?:" + "|".join(re.escape(p) for p in longest) + r")(?!\w)", re.IGNORECASE)


@cache
def negations(language: str) -> frozenset[str]:
    """Return the folded words that take back what stands behind them."""
    words = (*table(language, "grammar")["words"]["negation"], *table(language, "voices")["no"], *_NOT)
    return frozenset(fold_key(w) for w in words if " " not in w)


_NOT = ("not", "n't", "pas", "no", "لم", "ليس", "ليست", "لا")
