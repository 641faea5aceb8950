"""What was judged to belong together across articles, before a dossier is composed of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.model.base import Citation, Interval, Judgement
from isnad.model.dossier import Copy, IndependentOrigins, Origin, Story, Version
from isnad.model.reading import EntityKind


class MentionRef(Struct, frozen=True, array_like=True, order=True, gc=False):
    """One found thing of one reading: article id and position in the reading's tuple of that sort."""

    article: str
    index: int


class EntityGroup(Struct, frozen=True, gc=False):
    """The mentions judged to name one person, organisation or place, and why."""

    id: str
    kind: EntityKind
    members: tuple[MentionRef, ...]
    reasons: tuple[str, ...] = ()
    country: str | None = None


class FigureGroup(Struct, frozen=True, gc=False):
    """Figures that count the same thing; ``role`` says what ("cost", "dead"), empty when no word does.

    ``growing`` is true of counts that rise from day to day; ``against`` are pairs that a page itself sets against each other.
    """

    members: tuple[MentionRef, ...]
    role: str = ""
    growing: bool = False
    against: tuple[tuple[MentionRef, MentionRef], ...] = ()


class EventGroup(Struct, frozen=True, gc=False):
    """The tellings judged to tell one event, fullest first; ``date`` is their common interval.

    ``origins`` and ``independent`` say whose word it rests on; ``part_of`` is the id of the event it is part of.
    """

    id: str
    members: tuple[MentionRef, ...]
    date: Interval | None
    reasons: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    independent: IndependentOrigins = IndependentOrigins(1, 1)
    part_of: str | None = None


class Denial(Struct, frozen=True, gc=False):
    """What some claim and others deny: the words of the claims, those of the denials, and the events they are about, the likeliest first."""

    claimed: tuple[Citation, ...]
    denied: tuple[Citation, ...]
    events: tuple[str, ...]


class Signer(Struct, frozen=True, gc=False):
    """Somebody who signed, as a page names them: the entity, and the words."""

    entity: str
    cite: Citation


class RivalSigners(Struct, frozen=True, gc=False):
    """Other people whom two pages have sign one agreement: the signing, the first telling of the agreement, who signed by the one and by the other."""

    event: str | None
    agreement: MentionRef | None
    one: tuple[Signer, ...]
    other: tuple[Signer, ...]


class RivalOutcomes(Struct, frozen=True, gc=False):
    """One thing that came about or ended in two ways that cannot both be true, by two pages: the event, and the words that say so in each."""

    event: str
    one: Citation
    other: Citation


class Links(Struct, frozen=True, gc=False):
    """Everything that was joined. ``origins_of`` gives, for an article id, the ids of the origins behind it.

    ``quotations`` groups quotations that are the same words elsewhere; ``agreements`` the tellings of one agreement;
    ``figures`` the figures that count the same thing, on several pages or set against each other on one; ``denials`` what some
    claim and others deny; ``signers`` the agreements that two pages have signed by other people; ``outcomes`` what came about or ended
    in two ways that exclude each other; ``echoes`` pairs of places, by id, whose names sound alike.
    """

    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[EntityGroup, ...] = ()
    events: tuple[EventGroup, ...] = ()
    agreements: tuple[tuple[MentionRef, ...], ...] = ()
    quotations: tuple[tuple[MentionRef, ...], ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    judgements: Sequence[Judgement] = ()
    versions: tuple[Version, ...] = ()
    denials: tuple[Denial, ...] = ()
    signers: tuple[RivalSigners, ...] = ()
    outcomes: tuple[RivalOutcomes, ...] = ()
    echoes: frozenset[tuple[str, str]] = frozenset()
