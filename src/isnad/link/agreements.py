"""One agreement, many mentions: joined by parties, matter and steps; two agreements of the same parties kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from isnad.link.concepts import Key, cosine, vector
from isnad.link.linker import Verdict, link
from isnad.link.tellings import Known, known_entities
from isnad.model import AgreementMention, EntityGroup, Interval, Judgement, MentionRef, Reading

JOIN = 3.0
LOOSE = frozenset({"agreement"})
"""Kinds that any other kind may be called for short."""


class Told(Struct, frozen=True):
    """One mention of an agreement: ``parties`` are ids of entities, ``states`` their countries."""

    id: str
    article: str
    index: int
    kind: str
    parties: frozenset[str]
    states: frozenset[str]
    steps: Mapping[str, Interval | None]
    matter: Mapping[Key, float]
    words: Mapping[Key, float]
    covered: bool
    start: int


class LinkedAgreements(Struct, frozen=True):
    """The outcome: the mentions of each agreement, the fullest first, and every judgement."""

    groups: tuple[tuple[MentionRef, ...], ...]
    judgements: tuple[Judgement, ...]
    suggestions: tuple[Judgement, ...] = ()


class Agreements:
    """Links mentions of agreements."""

    name = "agreement"

    def id(self, item: Told) -> str:
        """Return the mention's id."""
        return item.id

    def keys(self, item: Told) -> Iterable[str]:
        """Return the parties, their states, and the article."""
        yield from item.parties
        yield from (f"of {s}" for s in item.states)
        yield f"in {item.article}"

    def judge(self, a: Told, b: Told) -> Verdict | None:
        """Compare kinds, parties, days of the same step, and matter."""
        if a.kind != b.kind and not {a.kind, b.kind} & LOOSE:
            return None
        points, reasons = 0.5 * (a.kind == b.kind), [f"both a {a.kind}" if a.kind == b.kind else f"{a.kind}, {b.kind}"]
        if len(a.states) > 1 and len(b.states) > 1 and not (a.states <= b.states or b.states <= a.states):
            return Verdict(False, 0.95, ("between other states",))
        shared = len(a.parties & b.parties) or len(a.states & b.states)
        if not shared and a.parties and b.parties:
            return Verdict(False, 0.9, ("other parties",))
        if shared:
            points += 1.5 if shared > 1 else 0.6
            reasons.append(f"{shared} part{'ies' if shared > 1 else 'y'} in common")
        days = _days(a, b)
        if days is False:
            return Verdict(False, 0.93, ("the same step on days that exclude each other",))
        if days:
            points += 2.0
            reasons.append("the same step at the same time")
        points += _matter(a, b, reasons)
        if points >= JOIN:
            return Verdict(True, min(0.95, 0.6 + points / 20), tuple(reasons))
        if a.covered and b.covered and cosine(a.matter, b.matter) < 0.12 and a.article == b.article:
            return Verdict(False, 0.8, ("other matters in one article",))
        return None


def _days(a: Told, b: Told) -> bool | None:
    """True when the same step is dated alike and closely, False when the days exclude each other."""
    found: bool | None = None
    for status, day in a.steps.items():
        other = b.steps.get(status)
        if day is None or other is None or status in ("mentioned", "negotiated", "announced"):
            continue
        if not day.meets(other):
            return False
        if max(day.days, other.days) <= 31:
            found = True
    return found


def _matter(a: Told, b: Told, reasons: list[str]) -> float:
    """Points for what the two cover; an article's later, shorter mention may leave it out."""
    if a.covered and b.covered:
        likeness = cosine(a.matter, b.matter)
        if likeness >= 0.3:
            reasons.append("the same matter")
            return 2.0
        return -2.0 if likeness < 0.12 and a.article == b.article else -0.6 if likeness < 0.12 else 0.0
    likeness = cosine(a.words, b.words)
    if likeness >= 0.4:
        reasons.append("words that mean the same")
        return 1.6
    if a.article == b.article:
        reasons.append("named for short in the same article")
        return 1.2
    return 0.0


def link_agreements(
    readings: Sequence[Reading], entities: Sequence[EntityGroup], decided: Sequence[Judgement] = ()
) -> LinkedAgreements:
    """Return the agreements of all readings; ``decided`` are people's judgements with ids ``article@offset``."""
    known = known_entities(entities)
    items = [_told(r, i, m, known) for r in readings for i, m in enumerate(r.agreements)]
    linked = link(items, Agreements(), decided)
    by_id = {x.id: x for x in items}
    groups = []
    for ids in linked.groups:
        members = sorted((by_id[x] for x in ids), key=lambda x: (-len(x.parties) - 2 * x.covered - len(x.steps), x.id))
        groups.append(tuple(MentionRef(x.article, x.index) for x in members))
    return LinkedAgreements(tuple(groups), linked.judgements, linked.suggestions)


def _told(reading: Reading, index: int, mention: AgreementMention, known: Known) -> Told:
    article = reading.article
    parties = [e for m in mention.parties for e in known.entities(article.id, m)]
    states = {
        known.country.get(e) or reading.mentions[m].country
        for m in mention.parties
        for e in known.entities(article.id, m)
    }
    states |= {reading.mentions[m].country for m in mention.parties}
    sentence = next((s for s in reading.sentences if s.start <= mention.start < s.end), None)
    covered = " ".join(article.words(d) for d in mention.domains)
    return Told(
        id=f"{article.id}@{mention.start}",
        article=article.id,
        index=index,
        kind=mention.kind,
        parties=frozenset(parties),
        states=frozenset(s for s in states if s),
        steps={s.status: s.date for s in mention.steps},
        matter=vector(covered, article.language),
        words=vector(article.words(sentence) if sentence else "", article.language),
        covered=bool(mention.domains),
        start=mention.start,
    )
