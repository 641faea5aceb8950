"""One thing told to have come about or ended in two ways: dismissed by one page, gone of her own accord by another.

Two pages of one story clash over a pair of opposites (:mod:`isnad.languages.opposites`) when their words are of one thing: they tell one event, or the
same person beside a pair that befalls persons, or name the same in sentences that mean nearly the same. Of what may follow the other (put off,
then called off) only pages of the same days are compared. A page that gives both sides itself clashes with nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from isnad.languages.opposites import PERSONAL, follow, opposites
from isnad.link.concepts import Key, cosine, vector
from isnad.model import (
    Citation,
    EntityGroup,
    EventGroup,
    EventMention,
    Interval,
    MentionRef,
    OutcomeMention,
    Reading,
    RivalOutcomes,
    Story,
)
from isnad.text import tokens

LIKE = 0.25
"""Likeness of two sentences that name the same."""
CLOSELY = 0.45
"""Likeness of two sentences that name nothing in common."""
OF_ALL = 0.15
"""Likeness of a sentence that says that nobody was, and one that says that some were."""
SAME_DAY = 0.3
"""Likeness of two sentences that name nothing in common and give one day."""
FAINT = 0.08
"""Likeness of two sentences that tell one person."""
DAYS = 30
"""Days between two pages that may clash; one where the one may follow the other."""
SOON = 3
"""Days between two pages of which the one says that nobody was."""
BESIDE = 25
"""Characters between an outcome's words and the trigger of the event that they tell."""
_SAYING = frozenset({"statement", "demand", "accusation", "rejection", "threat"})
"""Kinds of events that are a saying."""


class Ended(Struct, frozen=True, gc=False):
    """An outcome as one page tells it: whom and what its sentence names, the events it tells and stands beside, what it means."""

    article: str
    told: OutcomeMention
    people: frozenset[str]
    named: frozenset[str]
    events: tuple[str, ...]
    near: str | None
    words: Mapping[Key, float]
    when: Interval | None
    days: tuple[Interval, ...]
    nobody: bool

    @property
    def cite(self) -> Citation:
        """The words that say it."""
        return Citation(self.article, self.told.start, self.told.end)


def link_outcomes(
    readings: Sequence[Reading],
    stories: Sequence[Story],
    events: Sequence[EventGroup],
    entities: Sequence[EntityGroup],
) -> tuple[RivalOutcomes, ...]:
    """Return what two pages of a story tell in ways that exclude each other, each event once."""
    by_id = {r.article.id: r for r in readings}
    groups = {m: e for e in entities for m in e.members}
    of = {m: g.id for g in events for m in g.members}
    found: dict[tuple[str, str], RivalOutcomes] = {}
    for story in stories:
        pages = [by_id[a] for a in story.articles if a in by_id and by_id[a].outcomes]
        if len(pages) < 2:
            continue
        for pair in _clashing(pages):
            told = [_ended(r, o, groups, of) for r in pages for o in r.outcomes if o.pair == pair]
            for a, b in _rivals(told):
                event = _event(a, b)
                if event is not None and (event, pair) not in found:
                    found[event, pair] = RivalOutcomes(event, a.cite, b.cite)
    return tuple(found.values())


def _clashing(pages: Sequence[Reading]) -> list[str]:
    """The pairs of which different pages tell different sides."""
    sides: dict[str, set[tuple[str, int]]] = {}
    for r in pages:
        for o in r.outcomes:
            sides.setdefault(o.pair, set()).add((r.article.id, o.side != o.negated))
    return [p for p, s in sides.items() if any(a != b and x != y for (a, x), (b, y) in combinations(s, 2))]


def _rivals(told: Sequence[Ended]) -> Iterator[tuple[Ended, Ended]]:
    for a, b in combinations(told, 2):
        if a.article == b.article or not _exclude(a.told, b.told) or not _in_time(a, b) or not _one_thing(a, b):
            continue
        if not any(_both(x, told) for x in (a, b)):
            yield a, b


def _exclude(a: OutcomeMention, b: OutcomeMention) -> bool:
    """True of the two sides of a pair, and of one with a "no" and without."""
    if a.negated and b.negated:
        return False
    return (a.side != b.side) if not (a.negated or b.negated) else a.side == b.side


def _both(x: Ended, told: Sequence[Ended]) -> bool:
    """True when the page of an outcome tells the other side of one thing as well: it reports what others say, or how it went on."""
    return any(y.article == x.article and y is not x and _exclude(x.told, y.told) and _one_thing(x, y) for y in told)


def _in_time(a: Ended, b: Ended) -> bool:
    if a.when is None or b.when is None:
        return not follow(a.told.pair)
    gap = max((b.when.start - a.when.end).days, (a.when.start - b.when.end).days)
    return gap <= (1 if follow(a.told.pair) else DAYS)


def _one_thing(a: Ended, b: Ended) -> bool:
    if set(a.events) & set(b.events):
        return True
    likeness = cosine(a.words, b.words)
    if a.told.negated != b.told.negated and (a.nobody or b.nobody) and _near(a, b):
        return likeness >= OF_ALL  # "nobody was arrested" is said of all
    if a.told.pair in PERSONAL and a.people and b.people:
        return bool(a.people & b.people) and likeness >= FAINT
    one_day = any(x.meets(y) for x in a.days for y in b.days)
    return likeness >= (LIKE if a.named & b.named else SAME_DAY if one_day else CLOSELY)


def _near(a: Ended, b: Ended) -> bool:
    """True of two pages that came out within days of each other."""
    if a.when is None or b.when is None:
        return False
    return max((b.when.start - a.when.end).days, (a.when.start - b.when.end).days) <= SOON


def _event(a: Ended, b: Ended) -> str | None:
    """The event that the dispute is about: one that both tell, else that of the first page that tells one, else what stands beside."""
    first, second = sorted((a, b), key=lambda x: (str(x.when.start) if x.when else "9", x.article))
    both = [e for e in first.events if e in second.events]
    return next(iter((*both, *first.events, *second.events)), None) or first.near or second.near


def _ended(
    r: Reading, o: OutcomeMention, groups: Mapping[MentionRef, EntityGroup], of: Mapping[MentionRef, str]
) -> Ended:
    article = r.article
    inside = [i for i, m in enumerate(r.mentions) if o.clause.start <= m.start < o.clause.end]
    who = {i: groups[MentionRef(article.id, i)] for i in inside if MentionRef(article.id, i) in groups}
    told = [(i, e) for i, e in enumerate(r.events) if o.clause.start <= e.trigger.start < o.clause.end]
    mine = [(i, e) for i, e in told if _touches(o, e) and e.kind not in _SAYING]
    took = {p.mention for _, e in mine for p in e.participants}
    people = {g.id for i, g in who.items() if g.kind == "person"} - _speakers(r, o, who)
    people |= {g.id for i in took if (g := groups.get(MentionRef(article.id, i))) is not None and g.kind == "person"}
    near = min(
        (x for x in told if x[1].kind not in _SAYING and MentionRef(article.id, x[0]) in of),
        key=lambda x: abs(x[1].trigger.start - o.start),
        default=None,
    )
    ids = (of.get(MentionRef(article.id, i)) for i, _ in mine)
    return Ended(
        article.id,
        o,
        frozenset(people),
        frozenset(g.id for g in who.values() if not (g.kind == "place" and g.country is not None and _state(r, g))),
        tuple(e for e in ids if e is not None),
        of[MentionRef(article.id, near[0])] if near else None,
        vector(article.words(o.clause), article.language),
        article.published,
        tuple(
            t.interval
            for t in r.times
            if t.kind == "date" and t.interval and t.interval.days == 1 and o.clause.start <= t.start < o.clause.end
        ),
        o.negated and opposites(article.language).nobody([t.key for t in tokens(article.text, o.clause.start, o.end)]),
    )


def _touches(o: OutcomeMention, e: EventMention) -> bool:
    return e.trigger.start - BESIDE < o.end and o.start < e.trigger.end + BESIDE


def _state(r: Reading, g: EntityGroup) -> bool:
    """True of a country: pages of one story name it whatever they tell."""
    keys = (r.mentions[m.index].key for m in g.members if m.article == r.article.id)
    return f"place:{g.country}" in keys


def _speakers(r: Reading, o: OutcomeMention, who: Mapping[int, EntityGroup]) -> frozenset[str]:
    """Who says it of others: the speakers of the sentence, unless they speak of themselves or nobody else is named."""
    said = {
        who[q.speaker.mention].id
        for q in r.quotations
        if q.speaker is not None
        and q.speaker.mention is not None
        and q.speaker.mention in who
        and q.kind == "indirect"
        and o.clause.start <= q.scope.start < o.clause.end
    }
    others = {g.id for g in who.values() if g.kind == "person"} - said
    return frozenset(said) if others else frozenset()
