"""Many readings in, judgements out: what belongs together across articles, and whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Protocol, TypeVar

from isnad.link.agreements import link_agreements
from isnad.link.amounts import with_amounts
from isnad.link.copies import bodies, compared, pairs_to_compare, strongest_first
from isnad.link.denials import link_denials, matters_denied
from isnad.link.directions import direct
from isnad.link.echoes import echoing_places
from isnad.link.entities import LinkedEntities, link_entities
from isnad.link.events import link_events
from isnad.link.ledger import Ledgers
from isnad.link.origins import find_origins
from isnad.link.outcomes import link_outcomes
from isnad.link.quotations import link_quotations
from isnad.link.resting import rest_on
from isnad.link.signers import link_signers
from isnad.link.stories import LinkedStories, streamed, told
from isnad.link.tallies import Counting, by_place
from isnad.link.topics import topics
from isnad.link.turns import Shared
from isnad.link.versions import link_versions, one_source, parted
from isnad.model import Copy, Judgement, Links, Reading, Version

VERSION = "1"
"""Changes whenever links would come out differently."""


R = TypeVar("R")


class Aside(Protocol):
    """How work that depends on nothing else is set aside; :mod:`isnad.engine` has ways."""

    def __call__(self, work: Callable[[], R]) -> Callable[[], R]:
        """Return what gives the work's result when it is asked for."""


def when_asked(work: Callable[[], R]) -> Callable[[], R]:
    """Do the work in this process, when its result is asked for."""
    return work


PIECES = 64
"""Pieces that pairs to compare, and figures to count, are divided into: whoever is free takes the next."""


def link(readings: Sequence[Reading], decided: Sequence[Judgement] = (), aside: Aside = when_asked) -> Links:
    """Return everything that was joined, with the judgements that joined it; ``decided`` are people's, which outrank isnad's.

    ``aside`` may do names, copies and figures beside the rest, on another core; what comes of it is the same.
    """
    ordered = sorted(readings, key=lambda r: r.article.id)
    entities, copies, storied, versions = _who_and_what(ordered, decided, aside)
    stories = storied.stories
    counting = Counting(ordered, stories, entities.groups)
    count = Shared(counting.groups, counting.divided(PIECES))
    counts = aside(count.rest)
    story_of = {a: s.id for s in stories for a in s.articles}
    sources = find_origins(ordered, (*copies, *one_source(versions)), entities.groups, story_of)
    agreements = link_agreements(ordered, entities.groups, stories, decided)
    matters = matters_denied(ordered, stories, entities.groups, copies)
    events = link_events(ordered, entities.groups, agreements.groups, decided, story_of, matters)
    quotations = link_quotations(ordered, entities.groups, decided)
    denials = link_denials(ordered, stories, events.groups, entities.groups, matters)
    alike = chain.from_iterable(count.all(count.rest(), counts()))
    figures = by_place(with_amounts(tuple(alike), events.groups, ordered))
    return Links(
        copies=copies,
        origins=sources.origins,
        stories=stories,
        entities=entities.groups,
        events=rest_on(events.groups, ordered, sources),
        agreements=agreements.groups,
        quotations=quotations.groups,
        figures=figures,
        judgements=Ledgers(
            storied.judgements,
            entities.judgements,
            agreements.judgements,
            events.judgements,
            quotations.judgements,
        ),
        versions=versions,
        denials=denials,
        signers=link_signers(ordered, entities.groups, agreements.groups, events.groups),
        outcomes=link_outcomes(ordered, stories, events.groups, entities.groups),
        echoes=echoing_places(ordered, entities.groups, events.groups),
    )


def _who_and_what(
    ordered: Sequence[Reading], decided: Sequence[Judgement], aside: Aside
) -> tuple[LinkedEntities, tuple[Copy, ...], LinkedStories, tuple[Version, ...]]:
    """Entities, copies, stories and versions: most of the work, and none of what it is done with is needed after it."""
    named = aside(lambda: link_entities(ordered, decided))
    versions = link_versions(ordered)
    about = topics(ordered)
    pairs = pairs_to_compare(ordered, about)
    entities = named()
    compare = Shared(partial(compared, bodies(ordered)), pairs.divided(PIECES))
    others = aside(compare.rest)
    stream = streamed(ordered, entities.groups, about)
    found = chain.from_iterable(compare.all(compare.rest(), others()))
    copies = parted(direct(strongest_first(found), ordered), versions)
    return entities, copies, told(ordered, stream, copies, decided), versions
