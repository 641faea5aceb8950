"""Part of a dossier: one story, one person, some days; or all of it without the pages' full text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from isnad.errors import ExportError
from isnad.export.words import MASK
from isnad.model import Article, Citation, Disagreement, Dossier, Event, Interval, Update
from isnad.text import fold_key

EXCERPT = 240
"""Characters of one excerpt at the most, when the full text is left out."""


class Selection(Struct, frozen=True):
    """What is wanted: a story's or person's id (or the person's name), days from and to; ``fulltext`` false masks the pages."""

    story: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None
    fulltext: bool = True


def select(dossier: Dossier, wanted: Selection) -> Dossier:
    """Return the part of a dossier that is wanted; everything in it cites only articles that are in it.

    Raises :class:`~isnad.errors.ExportError` when there is no such story or person, or several persons of the name.
    """
    if wanted.story:
        dossier = of_articles(dossier, _story(dossier, wanted.story))
    if wanted.person:
        dossier = _of_person(dossier, person_id(dossier, wanted.person))
    if wanted.since or wanted.until:
        dossier = _of_days(dossier, wanted.since or date.min, wanted.until or date.max)
    return dossier if wanted.fulltext else without_fulltext(dossier)


def _story(dossier: Dossier, said: str) -> set[str]:
    found = next((s for s in dossier.stories if s.id == said), None)
    if found is None:
        raise ExportError(f"there is no story {said!r}", "isnad show DOSSIER stories --json lists their ids")
    return set(found.articles)


def person_id(dossier: Dossier, said: str) -> str:
    """Return the id of the entity that an id or a name, in any printed form, stands for.

    Raises :class:`~isnad.errors.ExportError` when nobody is called so, or several are.
    """
    if any(e.id == said for e in dossier.entities):
        return said
    key = fold_key(said)
    found = [e.id for e in dossier.entities if key in {fold_key(a) for a in (*e.aliases, *e.name.values())}]
    if len(found) == 1:
        return found[0]
    if found:
        raise ExportError(f"{said!r} may be {' or '.join(found)}", "name one of these ids")
    raise ExportError(f"nobody is called {said!r} here", "isnad show DOSSIER people --json lists names and ids")


def of_articles(d: Dossier, kept: set[str]) -> Dossier:
    """What rests on some of the articles, with citations into those only."""

    def own(cites: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(c for c in cites if c.article in kept)

    replace = msgspec.structs.replace
    events = [
        replace(
            e,
            cites=own(e.cites),
            articles=tuple(a for a in e.articles if a in kept),
            updates=tuple(u for u in (_updated(u, kept) for u in e.updates) if u is not None),
        )
        for e in d.events
    ]
    entities = [
        replace(
            e,
            mentions=own(e.mentions),
            roles=tuple(replace(r, cites=own(r.cites)) for r in e.roles if own(r.cites)),
        )
        for e in d.entities
    ]
    agreements = [
        replace(
            a,
            articles=tuple(x for x in a.articles if x in kept),
            domains=tuple(replace(x, cites=own(x.cites)) for x in a.domains if own(x.cites)),
            steps=tuple(replace(x, cites=own(x.cites)) for x in a.steps if own(x.cites)),
        )
        for a in d.agreements
    ]
    origins = [replace(o, articles=tuple(a for a in o.articles if a in kept), cites=own(o.cites)) for o in d.origins]
    stories = [replace(s, articles=tuple(a for a in s.articles if a in kept)) for s in d.stories]
    return settled(
        replace(
            d,
            articles=tuple(a for a in d.articles if a.id in kept),
            copies=tuple(c for c in d.copies if set(c.articles) <= kept),
            origins=tuple(o for o in origins if o.articles),
            stories=tuple(s for s in stories if s.articles),
            versions=tuple(v for v in d.versions if set(v.articles) <= kept),
            entities=tuple(e for e in entities if e.mentions),
            events=tuple(e for e in events if e.cites),
            agreements=tuple(a for a in agreements if a.steps or a.domains),
            quotations=tuple(q for q in d.quotations if q.words.article in kept),
            figures=tuple(replace(f, cites=own(f.cites)) for f in d.figures if own(f.cites)),
            disagreements=tuple(x for x in (_disputed(x, kept) for x in d.disagreements) if x is not None),
            abstentions=tuple(x for x in d.abstentions if any(c.article in kept for c in x.cites)),
        )
    )


def _updated(u: Update, kept: set[str]) -> Update | None:
    """A count that grew, as far as two of its states are still there."""
    counts = (msgspec.structs.replace(c, cites=tuple(x for x in c.cites if x.article in kept)) for c in u.counts)
    left = tuple(c for c in counts if c.cites)
    return msgspec.structs.replace(u, counts=left) if len(left) > 1 else None


def _disputed(d: Disagreement, kept: set[str]) -> Disagreement | None:
    """A disagreement as far as two of its values are still there."""
    values = tuple(
        msgspec.structs.replace(
            v,
            cites=tuple(c for c in v.cites if c.article in kept),
            articles=tuple(a for a in v.articles if a in kept),
        )
        for v in d.values
        if any(c.article in kept for c in v.cites)
    )
    return msgspec.structs.replace(d, values=values) if len(values) > 1 else None


def settled(d: Dossier) -> Dossier:
    """Drop what points at events, agreements and entities that are no longer there."""
    there = {e.id for e in d.entities}
    things = there | {e.id for e in d.events} | {a.id for a in d.agreements} | {f.id for f in d.figures}
    replace = msgspec.structs.replace
    events = tuple(
        replace(
            e,
            participants=tuple(p for p in e.participants if p.entity in there),
            place=e.place if e.place in there else None,
            agreement=e.agreement if e.agreement in things else None,
            part_of=e.part_of if e.part_of in things else None,
        )
        for e in d.events
    )
    known = {q.id for q in d.quotations}
    quotations = tuple(replace(q, same_as=tuple(s for s in q.same_as if s in known)) for q in d.quotations)
    return replace(
        d,
        events=events,
        quotations=quotations,
        agreements=tuple(replace(a, parties=tuple(p for p in a.parties if p in there)) for a in d.agreements),
        disagreements=tuple(x for x in d.disagreements if x.about.get("id", "") in things),
    )


def _of_person(d: Dossier, person: str) -> Dossier:
    """What a person took part in, said, or is called; the articles that say so."""
    events = tuple(e for e in d.events if any(p.entity == person for p in e.participants))
    quotations = tuple(q for q in d.quotations if q.speaker is not None and q.speaker.entity == person)
    near = {person} | {p.entity for e in events for p in e.participants} | {e.place for e in events if e.place}
    concluded = {e.agreement for e in events}
    mine = next(e for e in d.entities if e.id == person)
    kept = {c.article for e in events for c in e.cites} | {q.words.article for q in quotations}
    kept |= {c.article for c in mine.mentions}
    part = msgspec.structs.replace(
        d,
        events=events,
        quotations=quotations,
        entities=tuple(e for e in d.entities if e.id in near),
        agreements=tuple(a for a in d.agreements if a.id in concluded or person in a.parties),
        figures=(),
        abstentions=(),
    )
    return of_articles(part, kept)


def _of_days(d: Dossier, since: date, until: date) -> Dossier:
    """What happened in some days, and what was printed then; what has no date is left out."""

    def within(day: Interval | None) -> bool:
        return day is not None and day.start <= until and day.end >= since

    printed = {a.id for a in d.articles if within(a.published)}
    events: tuple[Event, ...] = tuple(e for e in d.events if within(e.date))
    kept = printed | {c.article for e in events for c in e.cites}
    part = msgspec.structs.replace(
        d,
        events=events,
        quotations=tuple(q for q in d.quotations if q.words.article in printed),
        figures=tuple(f for f in d.figures if any(c.article in printed for c in f.cites)),
    )
    return of_articles(part, kept)


def without_fulltext(dossier: Dossier) -> Dossier:
    """Return the dossier with every page masked but for its title and the words that claims cite.

    Offsets stay what they are: a masked character is a blank, so every citation still quotes its words, the first
    :data:`EXCERPT` characters of them.
    """
    shown: dict[str, list[Citation]] = {}
    for cite in _cited(dossier):
        shown.setdefault(cite.article, []).append(cite)
    articles = tuple(_masked(a, shown.get(a.id, [])) for a in dossier.articles)
    return msgspec.structs.replace(dossier, articles=articles, meta={**dossier.meta, "fulltext": False})


def _cited(d: Dossier) -> Iterable[Citation]:
    for e in d.events:
        yield from e.cites
        for u in e.updates:
            for count in u.counts:
                yield from count.cites
    for q in d.quotations:
        yield from q.pieces or (q.words,)
        if q.speaker is not None and q.speaker.cite is not None:
            yield q.speaker.cite
    for f in d.figures:
        yield from f.cites
    for a in d.agreements:
        for cites in (*(m.cites for m in a.domains), *(s.cites for s in a.steps)):
            yield from cites
    for g in d.disagreements:
        for v in g.values:
            yield from v.cites
    for n in d.entities:
        yield from n.mentions
        for r in n.roles:
            yield from r.cites


def _masked(article: Article, cites: Iterable[Citation]) -> Article:
    kept = bytearray(len(article.text))
    for p in article.parts:
        if p.kind == "title":
            kept[p.start : p.end] = b"\1" * (p.end - p.start)
    for c in cites:
        end = min(c.end, c.start + EXCERPT)
        kept[c.start : end] = b"\1" * (end - c.start)
    text = "".join(ch if kept[i] or ch.isspace() else MASK for i, ch in enumerate(article.text))
    return msgspec.structs.replace(article, text=text)
