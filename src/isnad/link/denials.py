"""Denials of one matter brought together, with who claims it: on the denial's own page, or told by others of its story.

That two sentences are alike in meaning does not show that the one is what the other denies. What others tell is the claim only when
it is the same kind of happening, or names the same people, and means nearly the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from isnad.link.concepts import Key, cosine, vector
from isnad.link.event_evidence import alike
from isnad.model import (
    Citation,
    Copy,
    Denial,
    DenialMention,
    EntityGroup,
    EventGroup,
    EventMention,
    MentionRef,
    Reading,
    Span,
    Story,
)

DENIED = 0.45
"""Likeness of what two denials of one story deny that makes it one matter."""
TRANSLATED = 0.15
"""The same of two pages of which the one is translated from the other."""
TOLD = 0.3
"""Likeness of what is denied and what another page tells of the same kind or the same people."""
FAINT = 0.05
"""The same of the one telling of that very kind that names somebody who is named with the denial."""
BETTER = 0.12
"""Likeness by which it must be nearer than what anything else tells."""
NEXT = 3
"""Sentences between a denial and what somebody else says of the same on its page."""
LATE = 30
"""Days after a telling within which it is still denied."""
_NO_CLAIM = frozenset({"rejection", "statement", "demand"})
"""Kinds of events that are the denial itself rather than what is denied."""


class Found(Struct, frozen=True, gc=False):
    """A denial as one page tells it, and what its words mean."""

    article: str
    told: DenialMention
    words: Mapping[Key, float]
    who: frozenset[str]

    @property
    def claims(self) -> tuple[Citation, ...]:
        """The claims its page sets it against."""
        return tuple(c.cite(self.article) for c in self.told.claims)


def link_denials(
    readings: Sequence[Reading],
    stories: Sequence[Story],
    events: Sequence[EventGroup],
    entities: Sequence[EntityGroup] = (),
    matters: Sequence[Sequence[Found]] = (),
) -> tuple[Denial, ...]:
    """Return what is claimed by some and denied by others, each of the matters once."""
    if not matters:
        return ()
    by_id = {r.article.id: r for r in readings}
    story = {a: s.id for s in stories for a in s.articles}
    named = _names(entities)
    told = [_told(g, by_id, story, named) for g in events]
    made = (_made(found, by_id, events, told, story) for found in matters)
    return _together([d for d in made if d is not None])


def matters_denied(
    readings: Sequence[Reading],
    stories: Sequence[Story],
    entities: Sequence[EntityGroup] = (),
    copies: Sequence[Copy] = (),
) -> tuple[tuple[Found, ...], ...]:
    """Return the denials of all pages, those of one matter together."""
    twins = frozenset(tuple(sorted(c.articles)) for c in copies)
    story = {a: s.id for s in stories for a in s.articles}
    named = _names(entities)
    matters: list[list[Found]] = []
    for denial in (_found(r, d, named) for r in readings for d in r.denials):
        home = story.get(denial.article, denial.article)
        for found in matters:
            if any(story.get(o.article, o.article) == home and _one_matter(denial, o, twins) for o in found):
                found.append(denial)
                break
        else:
            matters.append([denial])
    return tuple(map(tuple, matters))


def _names(entities: Sequence[EntityGroup]) -> dict[MentionRef, str]:
    return {m: e.id for e in entities for m in e.members if e.kind != "place"}


def _together(denials: Sequence[Denial]) -> tuple[Denial, ...]:
    """Denials that answer the same words are of one matter."""
    joined: list[Denial] = []
    # What was claimed before somebody denied it is what the dispute is about, rather than what others answered.
    for d in sorted(
        denials,
        key=lambda d: not any(c.article == n.article and c.start < n.start for c in d.claimed for n in d.denied),
    ):
        k = next((k for k, o in enumerate(joined) if set(o.claimed) & set(d.claimed)), None)
        if k is None:
            joined.append(d)
        else:
            o = joined[k]
            both = (
                tuple(dict.fromkeys((*x, *y)))
                for x, y in ((o.claimed, d.claimed), (o.denied, d.denied), (o.events, d.events))
            )
            joined[k] = Denial(*both)
    return tuple(joined)


def _one_matter(a: Found, b: Found, twins: Collection[tuple[str, ...]]) -> bool:
    """True when two denials of one story deny nearly the same, or what is alike of the same people, or in a copy or translation."""
    likeness = cosine(a.words, b.words)
    if a.article != b.article and tuple(sorted((a.article, b.article))) in twins and likeness >= TRANSLATED:
        return True
    return likeness >= DENIED or (likeness >= TOLD and len(a.who & b.who) > 1)


def _found(reading: Reading, denial: DenialMention, named: Mapping[MentionRef, str]) -> Found:
    article = reading.article
    # "The group denied it": what the sentence before says is what is denied.
    back = bool(denial.claims) and all(not c.touches(denial.denied) for c in denial.claims)
    span = denial.claims[0] if back else denial.denied
    sentence = next((s for s in reading.sentences if s.start <= denial.clause.start < s.end), denial.clause)
    low, high = min(sentence.start, span.start), max(denial.clause.end, span.end)
    return Found(
        article.id, denial, vector(article.words(span), article.language), _who(reading, Span(low, high), named)
    )


def _who(reading: Reading, span: Span, named: Mapping[MentionRef, str]) -> frozenset[str]:
    refs = (
        MentionRef(reading.article.id, i) for i, m in enumerate(reading.mentions) if span.start <= m.start < span.end
    )
    return frozenset(named[r] for r in refs if r in named)


class Told(Struct, frozen=True, gc=False):
    """An event as its pages affirm it: kinds, who is named, and the meaning of each affirming clause."""

    group: EventGroup
    kinds: frozenset[str]
    who: frozenset[str]
    stories: frozenset[str]
    clauses: tuple[tuple[Citation, Mapping[Key, float]], ...]


def _told(
    group: EventGroup, by_id: Mapping[str, Reading], story: Mapping[str, str], named: Mapping[MentionRef, str]
) -> Told:
    members = [(m.article, by_id[m.article].events[m.index]) for m in group.members if m.article in by_id]
    told = ("happened", "reported", "planned")  # a closure that is planned is denied as much as one that took place
    firm = [(a, e) for a, e in members if e.status in told and e.kind not in _NO_CLAIM and not e.bare]
    who = frozenset(w for a, e in firm for w in _who(by_id[a], e.clause, named))
    clauses = tuple(
        (e.clause.cite(a), vector(by_id[a].article.words(e.clause), by_id[a].article.language)) for a, e in firm
    )
    kinds = frozenset(e.kind for _, e in firm)
    return Told(group, kinds, who, frozenset(story.get(a, a) for a, _ in firm), clauses)


def _made(
    found: Sequence[Found],
    by_id: Mapping[str, Reading],
    events: Sequence[EventGroup],
    told: Sequence[Told],
    story: Mapping[str, str],
) -> Denial | None:
    denied = tuple(dict.fromkeys(d.told.clause.cite(d.article) for d in found))
    claimed = tuple(dict.fromkeys(c for d in found for c in d.claims))
    # What is denied is what the dispute is about; what others hold against it comes after.
    parts = [_told_in(s, by_id, events) for s in ([d.told.denied.cite(d.article) for d in found], claimed)]
    parts[1] = _not_intended(parts[1], claimed, by_id, events)
    if not any(parts[1].values()):  # "denounced in a statement that …": the accusation is what is denied
        parts[1] |= _accusations(claimed, by_id, events)
    if any(
        parts[1].values()
    ):  # "nobody dismissed me, I resigned and handed in my keys": what the denier tells is not what he denies
        parts[0] = {
            i: sure for i, sure in parts[0].items() if i in parts[1] or not _affirmed_in(i, found, by_id, events)
        }
    inside = tuple(
        dict.fromkeys(i for firm in (True, False) for part in parts for i, sure in part.items() if sure == firm)
    )
    of_kind = {e.kind for g in events if g.id in parts[0] for _, e in _members(g, by_id)} - _NO_CLAIM
    of_kind = (
        of_kind
        or {
            e.kind
            for d in found
            for e in by_id[d.article].events
            if d.told.denied.start <= e.trigger.start < d.told.denied.end
        }
        - _NO_CLAIM
    )
    if of_kind:  # "denied any arrests": of what was told before it, the arrest and not the sit-in
        inside = tuple(sorted(inside, key=lambda i: i not in parts[0] and not of_kind & _kinds(i, events, by_id)))
    kinds: set[str] = set()
    for part in parts:
        kinds = kinds or {e.kind for g in events if g.id in part for _, e in _members(g, by_id)} - _NO_CLAIM
    other = _affirmed(found, kinds, by_id, told, story)
    if other is not None:
        claimed = tuple(dict.fromkeys((*claimed, *(c for c, _ in other.clauses if not _within(c, denied)))))
        # What the page itself says was claimed comes first.
        answers = not any(parts[1].values()) and any(alike(a, b) for a in kinds for b in other.kinds)
        inside = tuple(dict.fromkeys((other.group.id, *inside) if answers else (*inside, other.group.id)))
    if not claimed:
        return None
    touched = inside or tuple(_told_in(denied, by_id, events))
    pages = {d.article for d in found}
    sure = {i for part in parts for i, what in part.items() if what} | ({other.group.id} if other else set())
    firm = {g.id for g in events if g.id in sure and any(_affirms(a, e, pages) for a, e in _members(g, by_id))}
    touched = tuple(sorted(touched, key=lambda g: g not in firm))
    touched = _claimed_first(touched, parts[0], parts[1], by_id, events)
    if any(d.told.worded for d in found):  # what is denied is no more than akin to what was claimed
        own = [*parts[0], *_refusals([d.told.clause.cite(d.article) for d in found if d.told.worded], by_id, events)]
        touched = tuple(dict.fromkeys((*own, *touched)))
    told_of = [d.told.about.cite(d.article) for d in found if d.told.about is not None]
    if told_of:
        touched = tuple(dict.fromkeys((*_told_in(told_of, by_id, events), *touched)))
    return Denial(claimed, denied, touched) if touched else None


def _not_intended(
    part: dict[str, bool], claimed: Sequence[Citation], by_id: Mapping[str, Reading], events: Sequence[EventGroup]
) -> dict[str, bool]:
    """Without what the claimer says that he is yet to do, where he also says what happened: "said that he had signed, and that it would sue"."""
    told = {g.id: {e.status for a, e in _members(g, by_id) if _within(e.trigger.cite(a), claimed)} for g in events}
    done = {i: sure for i, sure in part.items() if told[i] != {"planned"}}
    return done if any(done.values()) else part


def _affirmed_in(
    ident: str, found: Sequence[Found], by_id: Mapping[str, Reading], events: Sequence[EventGroup]
) -> bool:
    """True of an event that those who deny tell themselves, in words they are quoted with."""
    told = [
        e
        for g in events
        if g.id == ident
        for a, e in _members(g, by_id)
        for d in found
        if a == d.article and d.told.denied.start <= e.trigger.start < d.told.denied.end
    ]
    return bool(told) and all(e.status == "reported" and not e.bare for e in told)


def _claimed_first(
    touched: tuple[str, ...],
    denied: Mapping[str, bool],
    claimed: Mapping[str, bool],
    by_id: Mapping[str, Reading],
    events: Sequence[EventGroup],
) -> tuple[str, ...]:
    """What was claimed before what is told by denying it alone, where both are of one kind: the dispute is about the arrest."""
    told = {g.id: [e for _, e in _members(g, by_id) if not e.bare] for g in events if g.id in denied or g.id in claimed}
    mine = {i for i in denied if i not in claimed and told[i] and all(e.status == "denied" for e in told[i])}
    kinds = {e.kind for i in mine for e in told[i]}
    theirs = {i for i, sure in claimed.items() if sure and kinds & {e.kind for e in told[i] if e.status != "denied"}}
    return tuple(sorted(touched, key=lambda i: i not in theirs)) if mine and theirs else touched


def _refusals(denied: Sequence[Citation], by_id: Mapping[str, Reading], events: Sequence[EventGroup]) -> list[str]:
    """The denials told as events in some clauses."""
    return [i for i in _told_in(denied, by_id, events) if _kinds(i, events, by_id) == {"rejection"}]


def _accusations(
    claimed: Sequence[Citation], by_id: Mapping[str, Reading], events: Sequence[EventGroup]
) -> dict[str, bool]:
    """The accusations told in the sentences of some claims."""
    spans = [s.cite(c.article) for c in claimed for s in by_id[c.article].sentences if s.start <= c.start < s.end]
    found = _told_in(spans, by_id, events)
    return {i: True for i in found if "accusation" in _kinds(i, events, by_id)}


def _kinds(ident: str, events: Sequence[EventGroup], by_id: Mapping[str, Reading]) -> set[str]:
    return {e.kind for g in events if g.id == ident for _, e in _members(g, by_id)}


def _affirms(article: str, event: EventMention, pages: set[str]) -> bool:
    """True of a telling of another page than those that deny, which says in its own name that it happened or is planned."""
    said = event.status in ("happened", "planned")
    return article not in pages and said and not event.bare and event.kind not in _NO_CLAIM


def _within(cite: Citation, others: Iterable[Citation]) -> bool:
    return any(o.article == cite.article and o.start < cite.end and cite.start < o.end for o in others)


def _affirmed(
    found: Sequence[Found],
    kinds: set[str],
    by_id: Mapping[str, Reading],
    told: Sequence[Told],
    story: Mapping[str, str],
) -> Told | None:
    """The event of the story that another page affirms and these words deny, when one is nearer than all others."""
    home = story.get(found[0].article, found[0].article)
    ranked: list[tuple[float, int]] = []
    only: list[int] = []
    for n, t in enumerate(told):
        kind = any(alike(a, b) for a in kinds for b in t.kinds)
        who = max((len(d.who & t.who) for d in found), default=0)
        if not t.clauses or (home not in t.stories and not (kind and who > 1)):
            continue
        near = (
            cosine(d.words, w)
            for d in found
            for c, w in t.clauses
            if (c.article != d.article and _in_time(by_id[c.article], by_id[d.article]))
            or (c.article == d.article and kind and _beside(c, d, by_id[d.article]))
        )
        likeness = max(near, default=0.0)
        if likeness >= TOLD and (kind or (who and likeness >= DENIED)):
            ranked.append((likeness + 0.1 * kind + 0.1 * min(who, 2), n))
        elif likeness >= FAINT and kinds & t.kinds and who:
            only.append(n)
    if not ranked and len(only) == 1:
        return told[only[0]]  # in other words, but nothing else of the kind is told of them
    ranked.sort(reverse=True)
    near_by = [told[n] for points, n in ranked if ranked[0][0] - points < BETTER]
    if not near_by or any(not alike(a, b) for t in near_by for a in near_by[0].kinds for b in t.kinds):
        return None
    # Several tellings of one matter that were not joined: the denial answers the one that came first.
    return min(near_by, key=lambda t: min(_day(by_id[c.article]) for c, _ in t.clauses))


def _beside(claim: Citation, denial: Found, reading: Reading) -> bool:
    """True of what somebody else is quoted with on the denial's own page, close by: "three pieces were stolen, a source said"."""
    places = [
        next((n for n, s in enumerate(reading.sentences) if s.start <= x < s.end), None)
        for x in (claim.start, denial.told.clause.start)
    ]
    if None in places or not 0 < abs(places[0] - places[1]) <= NEXT:  # type: ignore[operator]
        return False
    return any(
        q.stance != "denying"
        and q.speaker is not None
        and any(p.start < claim.end and claim.start < p.end for p in q.pieces)
        for q in reading.quotations
    )


def _day(reading: Reading) -> str:
    return str(reading.article.published.start) if reading.article.published else "9999"


def _in_time(claim: Reading, denial: Reading) -> bool:
    """True when a page may deny what the other tells: not before it, and not weeks after."""
    x, y = claim.article.published, denial.article.published
    return x is None or y is None or 0 <= (y.end - x.start).days <= LATE


def _members(group: EventGroup, by_id: Mapping[str, Reading]) -> list[tuple[str, EventMention]]:
    return [(m.article, by_id[m.article].events[m.index]) for m in group.members if m.article in by_id]


def _told_in(spans: Sequence[Citation], by_id: Mapping[str, Reading], events: Sequence[EventGroup]) -> dict[str, bool]:
    """The events told within some words, the one told most often first, a denial itself after all others; true of what is no denial."""
    found: dict[str, tuple[bool, int, int]] = {}
    for group in events:
        told = _members(group, by_id)
        within = [e for a, e in told if any(a == c.article and c.start <= e.trigger.start < c.end for c in spans)]
        if within:
            # A word that only names an event ("the halt of the digging") is not what is denied.
            firm = not all(e.bare for e in within) and not {e.kind for _, e in told} <= _NO_CLAIM
            # "… that it would close its plant, as a daily had published": what comes first is what was claimed.
            found[group.id] = (firm, len(within), -min(e.trigger.start for e in within))
    return {g: found[g][0] for g in sorted(found, key=lambda g: (tuple(-x for x in found[g]), g))}
