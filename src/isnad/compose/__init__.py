"""Judgements in, dossier out: a pure function of readings and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from isnad import __version__
from isnad.compose.agreements import agreement_ids, compose_agreements, untold_agreements
from isnad.compose.amendments import aliases_of, amend, vanished
from isnad.compose.disagreements import compose_disagreements
from isnad.compose.events import compose_events, named_elsewhere
from isnad.compose.figures import compose_figures
from isnad.compose.people import compose_entities
from isnad.compose.quotations import compose_quotations
from isnad.compose.updates import updates_of
from isnad.model import Abstention, Dossier, Event, Judgement, Links, Reading, Update

SCHEMA = "isnad-dossier/1"


def compose(readings: Sequence[Reading], links: Links, decided: Sequence[Judgement] = ()) -> Dossier:
    """Return the dossier: everything found, joined and abstained from, every claim with its citations."""
    ordered = sorted(readings, key=lambda r: r.article.id)
    joined = named_elsewhere(ordered, links)
    abstentions: list[Abstention] = []
    for r in ordered:
        abstentions += [*r.article.notes, *(a for a in r.abstentions if not joined.issuperset(a.cites) or not a.cites)]
    abstentions += untold_agreements(ordered, links)
    disagreements = compose_disagreements(ordered, links)
    disputed = frozenset(d.about["id"] for d in disagreements)
    grown = updates_of(ordered, links)
    found = Dossier(
        schema=SCHEMA,
        generated_by=f"isnad {__version__}",
        articles=tuple(r.article for r in ordered),
        copies=links.copies,
        origins=links.origins,
        stories=links.stories,
        entities=compose_entities(ordered, links),
        events=tuple(_updated(e, grown) for e in compose_events(ordered, links, agreement_ids(links), disputed)),
        agreements=compose_agreements(ordered, links),
        quotations=compose_quotations(ordered, links),
        figures=compose_figures(ordered, disagreements),
        disagreements=disagreements,
        abstentions=tuple(abstentions),
        judgements=(*links.judgements, *decided),
        versions=links.versions,
    )
    if not decided:
        return found
    aliases = aliases_of(ordered, links)
    lost = vanished(decided, found, aliases)
    amended = amend(found, decided, aliases)
    return msgspec.structs.replace(amended, meta={"vanished": list(lost)}) if lost else amended


def _updated(event: Event, grown: Mapping[str, tuple[Update, ...]]) -> Event:
    """The event with its counts that grew."""
    return msgspec.structs.replace(event, updates=grown[event.id]) if event.id in grown else event
