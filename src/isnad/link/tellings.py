"""What one article tells of one event, with its names resolved to entities: what the linker of events compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from zlib import crc32

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.concepts import Key, vector
from isnad.link.naming import Same
from isnad.link.roles import PART, role_of
from isnad.model import EntityGroup, EventMention, Interval, MentionRef, Reading, Span
from isnad.model.reading import EventStatus
from isnad.text import fold_key, tokens

WORD_FOR_WORD = 7
"""Words of the shortest clause that two pages cannot print alike by chance."""
SHORT_ID = 6
"""Characters of the id of a country at the most: those of others are digests."""
DEAD = "dead"
"""The role of the number of those who died."""
Figures = frozenset[tuple[str, float]]


Day = date


class Known(Struct, frozen=True, gc=False):
    """The entities by mention: which ones a mention stands for, their kind, their country."""

    of: Mapping[MentionRef, tuple[str, ...]]
    kind: Mapping[str, str]
    country: Mapping[str, str | None]

    def entities(self, article: str, mention: int | None) -> tuple[str, ...]:
        """Return the ids of the entities a mention stands for; none when it was joined to nothing."""
        return () if mention is None else self.of.get(MentionRef(article, mention), ())


class Telling(Struct, frozen=True, gc=False):
    """One event as one clause tells it.

    ``people`` are the persons taking part, ``bodies`` the organisations and places (``orgs`` the former); ``place`` is
    where; ``wording`` the clause, or its sentence when it is short; ``day`` the page's last possible day of publication;
    ``title`` is true of what the page's title or lead says; ``assumed``, ``again``, ``bare``, ``lone``, ``another`` and ``contrary`` are as in the reading; ``story`` is
    the id of the page's story; ``text`` the sort of agreement that is concluded; ``sentence`` where the sentence begins;
    ``definite`` is true of a noun with its article or a demonstrative ("this meeting"); ``beside`` are the persons its sentence names, ``near`` the bodies and towns; ``said`` is the same number for clauses of the same
    words, 0 for short ones; ``toll`` how many died by it, 0 when it does not say; ``beasts`` is true when it counts animals, and no people; ``house`` is the page's publisher.
    """

    id: str
    article: str
    index: int
    kind: str
    status: EventStatus
    date: Interval | None
    people: frozenset[str]
    bodies: frozenset[str]
    place: str | None
    region: str | None
    country: str | None
    agreement: int | None
    figures: Figures
    wording: str
    day: Day | None
    background: bool
    length: int
    start: int
    orgs: frozenset[str] = frozenset()
    title: bool = False
    assumed: bool = False
    again: int = -1
    story: str | None = None
    bare: bool = False
    lone: bool = False
    another: bool = False
    contrary: bool = False
    text: str | None = None
    sentence: int = -1
    beside: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    said: int = 0
    toll: float = 0
    beasts: bool = False
    language: str = "und"
    definite: bool = False
    house: str | None = None

    @property
    def words(self) -> Mapping[Key, float]:
        """The sparse vector of the clause's meaning; it would take more memory than all else of a telling, and most meet few others."""
        return _meaning(self.wording, self.language)

    @property
    def day_told(self) -> Interval | None:
        """The date, when words of the page give it."""
        return None if self.assumed else self.date

    @property
    def whole(self) -> bool:
        """Whether the place is a country itself."""
        return self.country is not None and self.region == f"place:{self.country}"

    @property
    def who(self) -> frozenset[str]:
        """All who take part."""
        return self.people | self.bodies

    @property
    def fullness(self) -> tuple[int, int, int, int, int]:
        """How much the telling says: for choosing the one to cite first."""
        firm = self.status == "happened"
        dated = 0 if self.day_told is None else 2 if self.day_told.days == 1 else 1
        return (
            -self.bare - self.lone,
            firm - self.background,
            len(self.people) * 2 + len(self.bodies),
            dated + (self.place is not None),
            -self.start,
        )


def known_entities(entities: Sequence[EntityGroup]) -> Known:
    """Return the groups turned round: from mention to entities."""
    of: dict[MentionRef, tuple[str, ...]] = {}
    for e in entities:
        alone = (e.id,)  # one for all its mentions
        for ref in e.members:
            of[ref] = (*of[ref], e.id) if ref in of else alone
    return Known(of, {e.id: e.kind for e in entities}, {e.id: e.country for e in entities})


def tellings(
    readings: Sequence[Reading],
    known: Known,
    agreements: Mapping[MentionRef, int],
    story_of: Mapping[str, str] | None = None,
) -> list[Telling]:
    """Return every telling of every event, in reading order.

    ``agreements`` gives the group of an agreement mention, ``story_of`` the story of an article.
    """
    stories, same = story_of or {}, Same()
    return [
        _telling(r, i, e, known, agreements, stories.get(r.article.id), same)
        for r in readings
        for i, e in enumerate(r.events)
    ]


def telling_id(reading: Reading, event: EventMention) -> str:
    """Return the id of a telling: article, place of its trigger, kind; stable as long as the page is."""
    return f"{reading.article.id}@{event.trigger.start}:{event.kind}"


def _telling(
    reading: Reading,
    index: int,
    event: EventMention,
    known: Known,
    agreements: Mapping[MentionRef, int],
    story: str | None,
    same: Same,
) -> Telling:
    article = reading.article
    who = [e for t in event.participants for e in known.entities(article.id, t.mention)]
    mention = reading.mentions[event.place] if event.place is not None else None
    if mention is not None and mention.kind != "place":
        mention = None  # a house says where, but two tellings of one day may name the house and the town
    place = next(iter(known.entities(article.id, event.place)), None) if mention is not None else None
    sentence = next((s for s in reading.sentences if s.start <= event.trigger.start < s.end), event.clause)
    words = article.words(Span(min(sentence.start, event.clause.start), max(sentence.end, event.clause.end)))
    near = article.words(event.clause)
    figures = frozenset((reading.figures[i].unit, float(_first(reading.figures[i].value))) for _, i in event.figures)
    units = {unit for unit, _ in figures}
    return Telling(
        id=telling_id(reading, event),
        article=article.id,
        index=index,
        kind=event.kind,
        status=event.status,
        date=event.date,
        people=same.of(e for e in who if known.kind[e] == "person"),
        bodies=same.of(e for e in who if known.kind[e] != "person"),
        place=place,
        region=mention.key if mention else None,
        country=known.country.get(place) if place else mention.country if mention else None,
        agreement=None if event.agreement is None else agreements.get(MentionRef(article.id, event.agreement)),
        figures=figures,
        wording=words if len(near) < 40 else near,
        day=article.published.end if article.published else None,
        background=event.background,
        length=event.clause.end - event.clause.start,
        start=event.trigger.start,
        orgs=same.of(e for e in who if known.kind[e] == "organization"),
        title=any(p.kind in ("title", "lead") and p.start <= event.trigger.start < p.end for p in article.parts),
        assumed=event.assumed,
        again=event.again,
        story=story,
        bare=event.bare,
        lone=event.lone,
        another=event.another,
        contrary=event.contrary,
        text=None if event.agreement is None else reading.agreements[event.agreement].kind,
        sentence=sentence.start,
        beside=same.of(_beside(reading, sentence, known)),
        near=same.of(_near(reading, sentence, known)),
        said=_said(near),
        toll=_toll(reading, event),
        beasts=bool(units & _BEASTS) and "people" not in units,
        language=article.language,
        definite=_definite(article.text, event.trigger, article.language),
        house=fold_key(article.publisher) if article.publisher else None,
    )


_meaning = lru_cache(maxsize=4096)(vector)
"""What a telling's words mean, of the latest asked for."""


def _definite(text: str, trigger: Span, language: str) -> bool:
    """Whether a noun for an event stands with the definite article, a possessive or a demonstrative: it is known by then."""
    if language not in LANGUAGES:
        return False
    words = fold_key(text[trigger.start : trigger.end])
    if language == "ar" and words.startswith(_ARTICLE):
        return True
    before = [t.text for t in tokens(text[max(0, trigger.start - NEARBY) : trigger.start]) if t.kind == "word"]
    return bool(before) and fold_key(before[-1]) in _determiners(language)


@cache
def _determiners(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "speech")["definite"])


_ARTICLE = ("ال", "لل", "بال", "وال")
NEARBY = 12
"""Characters before a noun in which its article stands."""
_BEASTS = frozenset({"head", "animals"})
"""Units of animals."""


@cache
def _deadly() -> frozenset[str]:
    return frozenset(table("shared", "kinds")["deadly"])


def _toll(reading: Reading, event: EventMention) -> float:
    """How many people its clause counts as dead."""
    if event.kind not in _deadly():
        return 0
    counted = (reading.figures[i] for _, i in event.figures if reading.figures[i].unit == "people")
    return max((_first(f.value) for f in counted if role_of(reading, f).removesuffix(PART) == DEAD), default=0)


def _beside(reading: Reading, sentence: Span, known: Known) -> frozenset[str]:
    """The persons whom a sentence names."""
    named = (
        i for i, m in enumerate(reading.mentions) if m.kind == "person" and sentence.start <= m.start < sentence.end
    )
    return frozenset(e for i in named for e in known.entities(reading.article.id, i))


def _near(reading: Reading, sentence: Span, known: Known) -> frozenset[str]:
    """The bodies and places whom a sentence names, countries left out."""
    named = (
        e
        for i, m in enumerate(reading.mentions)
        if m.kind != "person" and sentence.start <= m.start < sentence.end
        for e in known.entities(reading.article.id, i)
    )
    return frozenset(e for e in named if not (known.country.get(e) and len(e) < SHORT_ID))


def _said(words: str) -> int:
    """A number that clauses of the same words share; 0 for a clause so short that two pages may print it by chance."""
    keys = [fold_key(t.text) for t in tokens(words) if t.kind == "word"]
    return crc32(" ".join(keys).encode()) if len(keys) >= WORD_FOR_WORD else 0


def _first(value: float | tuple[float, float]) -> float:
    return value[0] if isinstance(value, tuple) else value
