"""Judgements in, dossier out: a pure function of readings and links."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from isnad import __version__
from isnad.compose.agreements import agreement_ids, compose_agreements
from isnad.compose.disagreements import compose_disagreements
from isnad.compose.events import compose_events
from isnad.compose.figures import compose_figures
from isnad.compose.people import compose_entities
from isnad.compose.quotations import compose_quotations
from isnad.model import Abstention, Dossier, Entity, Judgement, Links, Reading


def _renamed(entities: Sequence[Entity], decided: Sequence[Judgement]) -> tuple[Entity, ...]:
    """The entities under the names people gave them; the printed forms stay."""
    names = {str(j.target.get("id")): j.target.get("name") for j in decided if j.kind == "amend"}
    out = []
    for e in entities:
        name = names.get(e.id)
        out.append(msgspec.structs.replace(e, name={**e.name, **name}) if isinstance(name, dict) else e)
    return tuple(out)


SCHEMA = "isnad-dossier/1"


def compose(readings: Sequence[Reading], links: Links, decided: Sequence[Judgement] = ()) -> Dossier:
    """Return the dossier: everything found, joined and abstained from, every claim with its citations."""
    ordered = sorted(readings, key=lambda r: r.article.id)
    abstentions: list[Abstention] = []
    for r in ordered:
        abstentions += [*r.article.notes, *r.abstentions]
    refused = {str(j.target.get("id")) for j in decided if j.kind == "reject"}
    return Dossier(
        schema=SCHEMA,
        generated_by=f"isnad {__version__}",
        articles=tuple(r.article for r in ordered),
        copies=links.copies,
        origins=links.origins,
        stories=links.stories,
        entities=_renamed(compose_entities(ordered, links), decided),
        events=tuple(x for x in compose_events(ordered, links, agreement_ids(links)) if x.id not in refused),
        agreements=tuple(x for x in compose_agreements(ordered, links) if x.id not in refused),
        quotations=tuple(x for x in compose_quotations(ordered, links) if x.id not in refused),
        figures=tuple(x for x in compose_figures(ordered) if x.id not in refused),
        disagreements=tuple(x for x in compose_disagreements(ordered, links) if x.id not in refused),
        abstentions=tuple(abstentions),
        judgements=(*links.judgements, *decided),
    )
