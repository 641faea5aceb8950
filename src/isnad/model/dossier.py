"""The composed whole, field for field the interchange format ``isnad-dossier/1``.

Encoding a :class:`Dossier` with ``msgspec.json`` *is* the export; decoding is the import. Fields may be added at
the end of a record with a default; none may be dropped, renamed or change meaning within ``/1``.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from isnad.model.base import Abstention, Citation, Interval, Judgement
from isnad.model.reading import (
    AgreementKind,
    Article,
    EntityKind,
    EventStatus,
    OriginKind,
    ParticipantRole,
    StepStatus,
)


class Passage(Struct, frozen=True, gc=False):
    """Two stretches that share their words (or, in a translation, their meaning)."""

    a: Citation
    b: Citation


class Direction(Struct, frozen=True, gc=False, rename={"source": "from", "target": "to"}):
    """Who copied whom: from ``source`` to ``target`` (article ids), and what says so."""

    source: str
    target: str
    basis: str


class Copy(Struct, frozen=True, gc=False):
    """Two or more articles that share words; ``overlap`` is the share of the smaller one found in the other."""

    id: str
    kind: Literal["identical", "near", "excerpt", "translation"]
    articles: tuple[str, ...]
    direction: Direction | None
    passages: tuple[Passage, ...]
    overlap: float
    reasons: tuple[str, ...] = ()


class Origin(Struct, frozen=True, gc=False):
    """Where the words of some articles ultimately come from."""

    id: str
    kind: OriginKind
    name: str
    articles: tuple[str, ...]
    cites: tuple[Citation, ...]
    reasons: tuple[str, ...] = ()


class Story(Struct, frozen=True, gc=False):
    """Articles, in any language, about the same unfolding matter."""

    id: str
    title: dict[str, str]
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class RoleHeld(Struct, frozen=True, gc=False):
    """A role as printed, in one language, with its citations and, when dated, since when it is attested."""

    text: str
    language: str
    cites: tuple[Citation, ...]
    date: Interval | None = None


class Entity(Struct, frozen=True, gc=False):
    """A person, organisation or place: every printed form, in every script, and why they were joined."""

    id: str
    kind: EntityKind
    name: dict[str, str]
    aliases: tuple[str, ...]
    roles: tuple[RoleHeld, ...]
    mentions: tuple[Citation, ...]
    reasons: tuple[str, ...]
    country: str | None = None


class Participant(Struct, frozen=True, gc=False):
    """A part taken in an event by an entity."""

    role: ParticipantRole
    entity: str


class IndependentOrigins(Struct, frozen=True, gc=False):
    """How many origins stand behind a claim, as a range when unsure, and why it is wide."""

    min: int
    max: int
    why: str = ""


class Count(Struct, frozen=True, gc=False):
    """One state of a count that grows: its value, the day of the first page that gives it, and the words that do."""

    value: int | float
    day: Interval
    cites: tuple[Citation, ...]


class Update(Struct, frozen=True, gc=False):
    """A count of one event that grew from day to day, which contradicts nothing; ``quantity`` is what is counted, as first printed."""

    quantity: str
    language: str
    counts: tuple[Count, ...]


class Event(Struct, frozen=True, gc=False):
    """Something that happened, is planned, reported or denied; ``updates`` are its counts that grew as the days went by."""

    id: str
    kind: str
    status: EventStatus
    date: Interval | None
    place: str | None
    participants: tuple[Participant, ...]
    agreement: str | None
    title: dict[str, str]
    cites: tuple[Citation, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    independent_origins: IndependentOrigins
    part_of: str | None = None
    reasons: tuple[str, ...] = ()
    updates: tuple[Update, ...] = ()


class Domain(Struct, frozen=True, gc=False):
    """A matter an agreement covers, as printed."""

    text: str
    language: str
    cites: tuple[Citation, ...]


class Step(Struct, frozen=True, gc=False):
    """How far an agreement got, when, and who says so."""

    status: StepStatus
    date: Interval | None
    cites: tuple[Citation, ...]


class Agreement(Struct, frozen=True, gc=False):
    """A text two or more parties conclude, with its domains and steps."""

    id: str
    kind: AgreementKind
    title: dict[str, str]
    parties: tuple[str, ...]
    domains: tuple[Domain, ...]
    steps: tuple[Step, ...]
    articles: tuple[str, ...] = ()


class Speaker(Struct, frozen=True, gc=False):
    """Who spoke: as printed, where, and the entity it is, when that is safe."""

    text: str
    cite: Citation | None
    entity: str | None


class Link(Struct, frozen=True, gc=False):
    """One hand the words passed through, from the mouth to the page."""

    role: Literal["speaker", "relayed by", "publisher", "republisher"]
    name: str
    cite: Citation | None


class Quotation(Struct, frozen=True, gc=False):
    """Words somebody said, verbatim, with the chain they came by.

    One quotation is one stretch of the page. An utterance that its cue interrupts gives one for each stretch: ``pieces``
    lists all of them in each, and ``continues`` names the first of them in the others. ``same_as`` are the ids of the
    same words printed elsewhere.
    """

    id: str
    kind: Literal["direct", "indirect", "mixed"]
    words: Citation
    cue: Citation | None
    speaker: Speaker | None
    chain: tuple[Link, ...]
    pieces: tuple[Citation, ...] = ()
    stance: str = "neutral"
    same_as: tuple[str, ...] = ()
    continues: str | None = None


class Figure(Struct, frozen=True, gc=False):
    """A number with unit and what it counts."""

    id: str
    value: int | float | tuple[int | float, int | float]
    unit: str
    quantity: str
    date: Interval | None
    qualifier: Literal["exact", "about", "at least", "at most"]
    cites: tuple[Citation, ...]


class DisagreementValue(Struct, frozen=True, gc=False):
    """One of the values in dispute, who prints it, and on whose word."""

    value: str | int | float
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    cites: tuple[Citation, ...]


class Disagreement(Struct, frozen=True, gc=False):
    """One slot of one thing with different values from different origins."""

    id: str
    about: dict[str, str]
    slot: Literal["date", "place", "number", "participant", "title", "status"]
    values: tuple[DisagreementValue, ...]
    why: str = ""


class Version(Struct, frozen=True, gc=False):
    """One article in several states, the oldest first; ``notes`` are the corrections that later states print.

    Each state keeps its own text: a citation stays with the state it was read in. States are one source.
    """

    id: str
    articles: tuple[str, ...]
    notes: tuple[Citation, ...] = ()
    reasons: tuple[str, ...] = ()


class Dossier(Struct, frozen=True, gc=False):
    """Everything known of one corpus. Encoded, it is the interchange format."""

    schema: str
    generated_by: str
    articles: tuple[Article, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    meta: dict[str, Any] = {}
    versions: tuple[Version, ...] = ()
