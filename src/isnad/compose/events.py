"""Events as the dossier tells them: the fullest telling cited first, status and date from all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from isnad.compose.cast import Cast, cast_of, in_order
from isnad.compose.denied import told_once
from isnad.compose.participants import Participation
from isnad.compose.titles import merit, title_of
from isnad.compose.tolls import with_days_of_disasters
from isnad.compose.towns import Towns
from isnad.compose.whereabouts import Whereabouts
from isnad.model import Citation, Event, EventGroup, EventMention, Interval, Links, MentionRef, Participant, Reading
from isnad.model.reading import EventStatus, ParticipantRole

_RANK: dict[EventStatus, int] = {"happened": 3, "denied": 2, "reported": 1, "planned": 0}


def compose_events(
    readings: Sequence[Reading],
    links: Links,
    agreements: Mapping[MentionRef, str] | None = None,
    disputed: frozenset[str] = frozenset(),
) -> tuple[Event, ...]:
    """Return the events by date, the undated last.

    ``agreements`` gives the id of the composed agreement behind a mention of one; what is ``disputed`` is kept in any case.
    """
    cast = cast_of(readings, links)
    told = {g.id: tellings_of(g, cast) for g in links.events}
    found = placed(readings, links, cast, told, agreements)
    found = told_once(found, readings, told, disputed)
    found = Participation(cast).of(Whereabouts(cast, Towns(cast)).of(found, told), told)
    return tuple(sorted(found, key=lambda e: (e.date is None, str(e.date.start) if e.date else "", e.id)))


def placed(
    readings: Sequence[Reading],
    links: Links,
    cast: Cast,
    told: Mapping[str, Sequence[tuple[MentionRef, EventMention]]],
    agreements: Mapping[MentionRef, str] | None = None,
) -> tuple[Event, ...]:
    """Return the events as their tellings have them, each with the place that a telling says; ``told`` are those by event."""
    towns = Towns(cast)
    made = [_event(g, cast, towns, agreements or {}) for g in links.events]
    return with_days_of_disasters(made, readings, {k: [e for _, e in v] for k, v in told.items()})


def tellings_of(group: EventGroup, cast: Cast) -> list[tuple[MentionRef, EventMention]]:
    """Return the group's tellings with their place, fullest first; not the words that only name it."""
    return [(m, e) for m, e in named_by(group, cast) if not e.bare]


def named_by(group: EventGroup, cast: Cast) -> list[tuple[MentionRef, EventMention]]:
    """Return the group's tellings and the words that only name it, with their place, fullest first."""
    return [(m, cast.readings[m.article].events[m.index]) for m in group.members if m.article in cast.readings]


def named_elsewhere(readings: Sequence[Reading], links: Links) -> frozenset[Citation]:
    """Return the words that name an event without telling it and were joined to one: no abstentions any more."""
    by_id = {r.article.id: r for r in readings}
    refs = [m for g in links.events for m in g.members if m.article in by_id]
    told = ((m.article, by_id[m.article].events[m.index]) for m in refs)
    return frozenset(e.trigger.cite(article) for article, e in told if e.bare)


def status_of(told: Sequence[EventMention]) -> EventStatus:
    """Return what the tellings amount to.

    What one page tells as happened has happened, though others planned or only reported it; what is denied, and by nobody
    told as happened, is denied.
    """
    return max((e.status for e in told), key=lambda s: _RANK[s])


_ARREST, _FREED = "arrest", "departure"


def _event(group: EventGroup, cast: Cast, towns: Towns, agreements: Mapping[MentionRef, str]) -> Event:
    named = named_by(group, cast)
    status = status_of([e for _, e in named if not e.bare])
    named.sort(key=lambda n: _against(n[1], group.date, status))
    told = [(m, e) for m, e in named if not e.bare]
    mentions = [e for _, e in told]
    votes = Counter(e.kind for e in mentions if not e.likely) or Counter(e.kind for e in mentions)
    kind = max(votes, key=lambda k: (votes[k], -[e.kind for e in mentions].index(k)))
    if kind == _ARREST and all(e.contrary for e in mentions):
        kind = _FREED  # who is freed or breaks out leaves: a reader takes "arrest" for its contrary
    cites = in_order([e.clause.cite(m.article) for m, e in named])
    articles = tuple(dict.fromkeys(m.article for m, _ in named))
    return Event(
        id=group.id,
        kind=kind,
        status=status,
        date=group.date,
        place=_place(told, cast, towns) or _place(named, cast, towns),
        participants=_participants(told, cast),
        agreement=next((a for m, e in told if (a := _agreement(m, e, agreements))), None),
        title=_titles(told, cast),
        cites=cites,
        articles=articles,
        origins=group.origins or cast.origins_of(articles),
        independent_origins=group.independent,
        part_of=group.part_of,
        reasons=(*group.reasons, *_guessed(mentions)),
    )


def _guessed(told: Sequence[EventMention]) -> tuple[str, ...]:
    """Why an event is claimed that no telling has a listed word for."""
    likely = max((e.likely for e in told), default=0.0)
    if not likely or any(not e.likely for e in told):
        return ()
    return (f"told in words that no list has (how likely, in a hundred: {round(100 * likely)})",)


def _against(e: EventMention, date: Interval | None, status: EventStatus) -> tuple[bool, bool]:
    """Whether a telling's own day is not the event's, and whether it plans or denies what has happened.

    Such a telling is cited behind those that bear the event out: the sentence that stands under a day must not name another.
    """
    return date is not None and e.date is not None and not e.date.meets(date), e.status != status


def _agreement(ref: MentionRef, e: EventMention, agreements: Mapping[MentionRef, str]) -> str | None:
    return None if e.agreement is None else agreements.get(MentionRef(ref.article, e.agreement))


def _place(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast, towns: Towns) -> str | None:
    """The place most tellings name, the town for a spot in it; a town rather than the country around it, unless fewer tell of a town in
    another, and rather than a house of which no page says where it stands."""
    named = [towns.of(p) for m, e in told for p in cast.named(m.article, e.place)[:1]]
    named = [p for p in named if cast.entities[p].kind == "place"] or named
    if not named:
        return None
    countries = {entity: code for code, entity in cast.states.items()}
    votes = Counter(named)
    most = max(votes, key=lambda p: (votes[p], p not in countries, -named.index(p)))
    code = countries.get(most)
    around = [p for p in votes if p not in countries and (code is None or cast.entities[p].country in (code, None))]
    return max(around, key=lambda p: (votes[p], -named.index(p)), default=most)


def _participants(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> tuple[Participant, ...]:
    """Everybody any telling names, each once, in the role most tellings give."""
    roles: dict[str, Counter[ParticipantRole]] = {}
    for m, e in told:
        for t in e.participants:
            for entity in cast.named(m.article, t.mention):
                roles.setdefault(entity, Counter())[t.role] += 1
    for entity in [p for m, e in told if e.kind == _SIGNING for p in _parties(m, e, cast)]:
        roles.setdefault(entity, Counter(["signatory"]))
    if told and told[0][1].kind == _SIGNING and not roles.keys().isdisjoint(cast.states.values()):
        roles = {entity: votes for entity, votes in roles.items() if not _town(entity, cast)}
    return tuple(Participant(votes.most_common(1)[0][0], entity) for entity, votes in roles.items())


def _town(entity: str, cast: Cast) -> bool:
    """True of a place that is no state: where states sign, a town among them is where they do, what it is about, or one state's capital."""
    group = cast.entities[entity]
    return group.kind == "place" and entity not in cast.states.values()


def _parties(ref: MentionRef, e: EventMention, cast: Cast) -> list[str]:
    """The parties of the agreement that a telling says was signed, as its page names them beside it."""
    if e.agreement is None:
        return []
    parties = cast.readings[ref.article].agreements[e.agreement].parties
    found = (p for mention in parties for p in cast.named(ref.article, mention)[:1])
    return [p for p in found if cast.entities[p].kind != "person"]


_SIGNING = "signing"
"""The kind of event by which an agreement is concluded, so that its parties take part."""


def _titles(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> dict[str, str]:
    """In each language the title of the fullest page's telling, of another page when that one's says too little."""
    pages: dict[str, dict[str, list[EventMention]]] = {}
    for m, e in told:
        language = cast.readings[m.article].article.language
        pages.setdefault(language, {}).setdefault(m.article, []).append(e)
    titles: dict[str, str] = {}
    for language, by_page in pages.items():
        found = [title_of(cast.readings[article], events) for article, events in by_page.items()]
        titles[language] = next((t for t in found if merit(t)), found[0])
    return titles
