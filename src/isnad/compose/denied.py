"""A denial beside what it denies is told once: "the ministry *denied* that the dam had burst" is a bursting, denied, and no refusal beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from isnad.compose.cast import in_order
from isnad.model import Event, EventMention, MentionRef, Reading

_REFUSAL = "rejection"


def told_once(
    events: Sequence[Event],
    readings: Sequence[Reading],
    tellings: Mapping[str, Sequence[tuple[MentionRef, EventMention]]],
    disputed: frozenset[str],
) -> tuple[Event, ...]:
    """Return the events without the refusals every telling of which stands in a sentence that tells what is denied; that has their citations.

    ``tellings`` are those behind each event's id, ``disputed`` the events that a dispute is about: these stay.
    """
    by_id = {r.article.id: r for r in readings}
    there: dict[tuple[str, int], str] = {}
    for e in events:
        if e.status == "denied":
            there.update({(m.article, _sentence(by_id[m.article], t)): e.id for m, t in tellings[e.id]})
    parts = {e.part_of for e in events}
    host: dict[str, str] = {}
    for e in events:
        if e.kind != _REFUSAL or e.status == "denied" or e.id in disputed or e.id in parts:
            continue
        found = [there.get((m.article, _sentence(by_id[m.article], t)), "") for m, t in tellings[e.id]]
        if found and all(found):
            host[e.id] = Counter(found).most_common(1)[0][0]
    kept = (e for e in events if e.id not in host)
    told = frozenset(e.kind for e in events if e.id in disputed)
    return tuple(
        _with(_as_denied(e, tellings[e.id], told), [o for o in events if host.get(o.id) == e.id]) for e in kept
    )


def _as_denied(event: Event, tellings: Sequence[tuple[MentionRef, EventMention]], told: frozenset[str]) -> Event:
    """A denial that nothing else tells as what it denies: "denied having billed the mission" is a payment, denied.

    What a dispute is about has its denial there; beside it the refusal stays what somebody did on a day. ``told`` are the kinds of what
    is disputed.
    """
    denies = Counter(t.denies for _, t in tellings if t.kind == _REFUSAL)
    kind = denies.most_common(1)[0][0] if event.kind == _REFUSAL and denies else ""
    if not kind or event.status != "happened" or kind in told:
        return event
    return replace(event, kind=kind, status="denied", date=None)  # its day is that of the denial


def _sentence(reading: Reading, t: EventMention) -> int:
    """The index of the sentence a telling stands in."""
    return next((i for i, s in enumerate(reading.sentences) if s.start <= t.trigger.start < s.end), -1)


def _with(event: Event, denials: Sequence[Event]) -> Event:
    """The event with the citations of those who deny it."""
    if not denials:
        return event
    cites = in_order([*event.cites, *(c for d in denials for c in d.cites)])
    articles = tuple(dict.fromkeys([*event.articles, *(a for d in denials for a in d.articles)]))
    return replace(event, cites=cites, articles=articles)
