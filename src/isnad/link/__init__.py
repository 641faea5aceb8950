"""Many readings in, judgements out: what belongs together across articles, and whose word it is."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.link.agreements import link_agreements
from isnad.link.copies import find_copies
from isnad.link.denials import link_denials
from isnad.link.directions import direct
from isnad.link.entities import link_entities
from isnad.link.events import link_events
from isnad.link.figures import figure_groups
from isnad.link.origins import find_origins
from isnad.link.quotations import link_quotations
from isnad.link.resting import rest_on
from isnad.link.stories import link_stories
from isnad.link.topics import topics
from isnad.link.versions import link_versions, one_source, parted
from isnad.model import Judgement, Links, Reading

VERSION = "1"
"""Changes whenever links would come out differently."""


def link(readings: Sequence[Reading], decided: Sequence[Judgement] = ()) -> Links:
    """Return everything that was joined, with the judgements that joined it; ``decided`` are people's, which outrank isnad's."""
    ordered = sorted(readings, key=lambda r: r.article.id)
    entities = link_entities(ordered, decided)
    about = topics(ordered)
    versions = link_versions(ordered)
    copies = parted(direct(find_copies(ordered, about), ordered), versions)
    told = link_stories(ordered, entities.groups, copies, decided, about)
    stories = told.stories
    del about  # a sixth of all memory, and no more needed
    story_of = {a: s.id for s in stories for a in s.articles}
    sources = find_origins(ordered, (*copies, *one_source(versions)), entities.groups, story_of)
    agreements = link_agreements(ordered, entities.groups, stories, decided)
    events = link_events(ordered, entities.groups, agreements.groups, decided, story_of)
    quotations = link_quotations(ordered, entities.groups, decided)
    return Links(
        copies=copies,
        origins=sources.origins,
        stories=stories,
        entities=entities.groups,
        events=rest_on(events.groups, ordered, sources),
        agreements=agreements.groups,
        quotations=quotations.groups,
        figures=figure_groups(ordered, stories, entities.groups),
        judgements=(
            *told.judgements,
            *entities.judgements,
            *agreements.judgements,
            *events.judgements,
            *quotations.judgements,
        ),
        versions=versions,
        denials=link_denials(ordered, stories, events.groups, entities.groups),
    )
