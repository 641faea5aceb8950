"""A page, the article in it, and all that was found in its words.

Within one reading, things point at each other by position: a participant is the index of a mention in
``Reading.mentions``, a date the index of nothing but the interval itself. Across articles they are known by
:class:`isnad.model.MentionRef`. All offsets are code points into ``Article.text``, half-open.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from isnad.model.base import Abstention, Interval, Span

PartKind = Literal["title", "lead", "body", "subheading", "caption", "byline", "dateline", "tags", "related", "chrome"]
OWN_PARTS: frozenset[str] = frozenset({"title", "lead", "body", "subheading", "caption"})
"""The parts whose words are the article's own; nothing else may support a claim."""

EntityKind = Literal["person", "organization", "place"]
EventStatus = Literal["happened", "planned", "reported", "denied"]
ParticipantRole = Literal[
    "actor",
    "counterpart",
    "attendee",
    "host",
    "signatory",
    "visitor",
    "target",
    "beneficiary",
    "appointee",
    "organizer",
]
OriginKind = Literal["communique", "agency", "outlet", "foreign press", "speech", "unknown"]
AgreementKind = Literal[
    "memorandum of understanding", "agreement", "treaty", "declaration", "contract", "protocol", "programme"
]
StepStatus = Literal[
    "mentioned", "announced", "negotiated", "signed", "approved", "ratified", "in force", "suspended", "ended"
]


class Page(Struct, frozen=True, gc=False):
    """Bytes as captured: where from, when, and what the carrier said of them.

    ``source`` is the path, address or archive record the bytes came from. ``captured`` is an ISO time or ``None``.
    ``publisher``, ``title``, ``published`` and ``author`` are hints of the carrier (a feed's ``<source>``, an archive's
    metadata, the fields of a record), never taken over what the page itself prints.
    """

    source: str
    data: bytes
    media_type: str | None = None
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None


class Visit(Struct, frozen=True, gc=False):
    """What is remembered of an address that was fetched: when (ISO, UTC), and the validators its server gave (RFC 9110)."""

    address: str
    at: str
    etag: str | None = None
    modified: str | None = None


class Part(Struct, frozen=True, gc=False):
    """A labelled range of an article. ``element`` names the HTML element it came from, if any ("main>p")."""

    kind: PartKind
    start: int
    end: int
    element: str | None = None


class LanguageStretch(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of text in one language (ISO 639-1, ``und`` when unsure)."""

    start: int
    end: int
    language: str


class DateCandidate(Struct, frozen=True, gc=False):
    """A date the article may have been published on, with its evidence in words.

    ``kind`` says where it was seen; ``why`` says why it was chosen or not.
    """

    kind: Literal["published", "modified", "printed", "url", "inferred", "carrier"]
    interval: Interval
    evidence: str
    chosen: bool = False
    why: str = ""


class Article(Struct, frozen=True, gc=False):
    """The text of a page and its parts; field for field an ``articles`` entry of the interchange format.

    ``text`` never changes after extraction. ``title`` and ``byline`` are as printed, ``None`` when the page prints
    none. ``publisher`` wrote or first printed it; ``via`` is the republisher whose page this is, when another.
    """

    id: str
    source: str
    sha256: str
    media_type: str
    language: str
    title: str | None
    publisher: str | None
    via: str | None
    byline: str | None
    published: Interval | None
    url: str | None
    tags: tuple[str, ...]
    text: str
    parts: tuple[Part, ...]
    captured: str | None = None
    languages: tuple[LanguageStretch, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    notes: tuple[Abstention, ...] = ()

    def words(self, span: Span) -> str:
        """Return the characters of a span of the text."""
        return self.text[span.start : span.end]

    def own(self) -> tuple[Part, ...]:
        """Return the parts whose words are the article's own, in order."""
        return tuple(p for p in self.parts if p.kind in OWN_PARTS)


class RoleMention(Struct, frozen=True, gc=False):
    """What the text says a person is ("ministre délégué…"), as printed, beside or instead of a name.

    ``concepts`` are what its words mean in any language (``minister``, ``of:defence``), sorted; ``country`` is the one
    state they speak of, ISO 3166; ``former`` is true when the text says that the office is no longer held.
    """

    text: str
    start: int
    end: int
    language: str
    concepts: tuple[str, ...] = ()
    country: str | None = None
    former: bool = False
    since: int | None = None
    """The year from which the page says the office was held; ``until`` the year to which."""
    until: int | None = None


class Mention(Struct, frozen=True, gc=False):
    """A name as printed, or a person known only by a role ("l'Inspecteur général des FAR").

    ``start``/``end`` cover the name without titles and without attached Arabic prefixes. ``form`` is ``name``,
    ``acronym`` or ``role`` (a definite description that stands for a person or an organisation; ``plural`` when
    it stands for several). ``role`` is what stands in apposition. ``refers`` are indices of earlier or later
    mentions of the same reading that this one certainly stands for ("le ministre israélien" → Gantz; "les deux
    ministres" → two); empty when unsure. ``country`` is the ISO 3166 code of a place, or of the state an
    organisation or office belongs to. ``key`` is the gazetteer's or lexicon's key when there is one
    ("place:MA-rabat"). ``score`` is the finder's confidence between 0 and 1.
    """

    kind: Literal["person", "organization", "place", "misc"]
    start: int
    end: int
    text: str
    form: Literal["name", "acronym", "role"] = "name"
    plural: bool = False
    role: RoleMention | None = None
    refers: tuple[int, ...] = ()
    country: str | None = None
    key: str | None = None
    score: float = 1.0

    @property
    def span(self) -> Span:
        """The printed name's place."""
        return Span(self.start, self.end)


class TimeExpression(Struct, frozen=True, gc=False):
    """Words that say when: ``date`` (anchored in ``interval``), ``duration`` or ``frequency`` (never a date).

    ``interval`` is ``None`` when the page's own date is unknown and the words need it. ``modifier`` is one of
    ``early mid late about since until before after`` or ``None``. ``days`` is the length of a duration.
    """

    kind: Literal["date", "duration", "frequency"]
    start: int
    end: int
    text: str
    interval: Interval | None = None
    modifier: str | None = None
    days: int | None = None
    relative: bool = False

    @property
    def span(self) -> Span:
        """The words' place."""
        return Span(self.start, self.end)


class FigureMention(Struct, frozen=True, gc=False):
    """A number with unit and what it counts; money in full units (``500 millions`` is ``500000000``).

    ``unit`` is an ISO 4217 code, ``people``, ``%``, ``km``, ``days`` …; ``quantity`` the counted thing as printed
    ("tués", "touristes"); ``date`` is set when the sentence dates the number.
    """

    start: int
    end: int
    text: str
    value: int | float | tuple[int | float, int | float]
    unit: str
    quantity: str
    qualifier: Literal["exact", "about", "at least", "at most"] = "exact"
    date: Interval | None = None

    @property
    def span(self) -> Span:
        """The words' place."""
        return Span(self.start, self.end)


class Credit(Struct, frozen=True, gc=False):
    """A hand the words passed through, as printed: "selon un communiqué des FAR", "(EFE)", "avec agences".

    ``name`` is the printed name without the formula; ``owner`` the index of the mention that issued it, if any;
    ``whole`` is true when it covers the whole article (a credit line) and false when only ``scope`` (a sentence).
    """

    kind: OriginKind
    name: str
    start: int
    end: int
    owner: int | None = None
    whole: bool = False
    scope: Span | None = None


class SpeakerMention(Struct, frozen=True, gc=False):
    """Who spoke, as printed; ``mention`` is the index of the name or role it is, when it is one."""

    text: str
    start: int
    end: int
    mention: int | None = None


class ChainLink(Struct, frozen=True, gc=False):
    """One hand of a chain inside the article: the speaker, or who relayed the words."""

    role: Literal["speaker", "relayed by"]
    name: str
    start: int
    end: int
    credit: int | None = None


class QuotationMention(Struct, frozen=True, gc=False):
    """Words somebody said: ``pieces`` are the page's own characters without the marks, in order.

    ``scope`` covers pieces, cue and speaker. ``stance`` is what the cue implies of the reporter's attitude.
    """

    kind: Literal["direct", "indirect", "mixed"]
    pieces: tuple[Span, ...]
    scope: Span
    cue: Span | None = None
    speaker: SpeakerMention | None = None
    chain: tuple[ChainLink, ...] = ()
    stance: Literal["neutral", "confirming", "doubting", "denying"] = "neutral"


class Took(Struct, frozen=True, gc=False):
    """A part taken in an event: the role, and the index of the mention."""

    role: ParticipantRole
    mention: int


class EventMention(Struct, frozen=True, gc=False):
    """One telling of an event: the trigger, the clause that says it, and what the clause says of it.

    ``clause`` is what is cited. ``place`` is the index of a mention. ``figures`` are ``(slot, index)`` pairs
    ("deaths", 3) into ``Reading.figures``. ``credits`` are indices of the credits this telling rests on;
    ``agreement`` the index of the agreement it concludes. ``background`` marks events told as history. ``assumed`` is true
    of a date that no words give the event: the page's own day, or the day of what was told before. ``again`` is the same
    number for all tellings of one event in one article, -1 when nobody compared them. ``bare`` is true of words that name
    an event without enough to make one ("since Saturday's stampede"): they join one that is told elsewhere, or are left out.
    ``lone`` is true of a telling that names nobody ("the fire destroyed two barns"): it joins one of its story that it fits
    best, and is an event of its own otherwise. ``another`` is true of one that its clause sets apart from one like it ("a
    second plane"); ``contrary`` of one that undoes what its kind is named for ("freed", "acquitted"). ``denies`` is the kind of
    what a denial denies beside it ("denied *any leak*"), empty for all else; ``likely`` how sure one is that no list has words for, else 0.
    """

    kind: str
    status: EventStatus
    trigger: Span
    clause: Span
    date: Interval | None = None
    place: int | None = None
    participants: tuple[Took, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    credits: tuple[int, ...] = ()
    agreement: int | None = None
    background: bool = False
    assumed: bool = False
    again: int = -1
    bare: bool = False
    lone: bool = False
    another: bool = False
    contrary: bool = False
    denies: str = ""
    likely: float = 0.0


class StepMention(Struct, frozen=True, gc=False):
    """A step an agreement took, as one sentence says it."""

    status: StepStatus
    start: int
    end: int
    date: Interval | None = None


class AgreementMention(Struct, frozen=True, gc=False):
    """One telling of an agreement: its kind, who concludes it, what it covers, how far it got.

    ``parties`` are indices of mentions; ``domains`` the printed words of each matter it covers. ``later`` marks words that
    point at an agreement told elsewhere ("the contract", words inside a quotation): they add to it and are none alone.
    """

    kind: AgreementKind
    start: int
    end: int
    parties: tuple[int, ...] = ()
    domains: tuple[Span, ...] = ()
    steps: tuple[StepMention, ...] = ()
    later: bool = False


class DenialMention(Struct, frozen=True, gc=False):
    """What somebody denies, as one page says it: the clause, the words of what is denied, and the claims the page sets it against.

    ``worded`` is true where the claim tells the same only in part of its words ("was hit by a rubber bullet", "denied that any were used");
    ``about`` is the trigger of the event that two tales are told of: the death, of which one says that he fell and another that he was shot.
    """

    clause: Span
    denied: Span
    claims: tuple[Span, ...] = ()
    worded: bool = False
    about: Span | None = None


class OutcomeMention(Struct, frozen=True, gc=False):
    """Words that say how something came about or ended where another may say the contrary ("resigned"): the pair of opposites and the
    side of it, the words, the sentence, and whether a "no" stands before them.
    """

    pair: str
    side: int
    start: int
    end: int
    clause: Span
    negated: bool = False


class Reading(Struct, frozen=True, gc=False):
    """An article and all that was found in it; each annotator takes the reading so far and adds its own field.

    ``counts`` are numbers of things ("14 boats"), whose unit is the sort of thing: they are compared between pages, and told only
    where pages differ.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()
    quotations: tuple[QuotationMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    denials: tuple[DenialMention, ...] = ()
    counts: tuple[FigureMention, ...] = ()
    outcomes: tuple[OutcomeMention, ...] = ()

    @property
    def numbers(self) -> tuple[FigureMention, ...]:
        """Figures and, behind them, counts of things."""
        return (*self.figures, *self.counts)
