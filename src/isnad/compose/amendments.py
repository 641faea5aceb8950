"""What people decided about single things: other names, titles, dates, places, speakers; what is refused is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from isnad.model import Agreement, Dossier, Entity, Event, Interval, Judgement, Link, Links, Quotation, Reading, Speaker
from isnad.model.ids import entity_id, event_id

T = TypeVar("T", Entity, Event, Agreement, Quotation)


def aliases_of(readings: Sequence[Reading], links: Links) -> dict[str, str]:
    """Return, for every id an entity or event had or may have had, the id it has now.

    A thing bears the id of its earliest telling; a page that comes later may tell it earlier, and what people decided under
    the former id still holds.
    """
    by_article = {r.article.id: r for r in readings}
    found: dict[str, str] = {}
    for entity in links.entities:
        for m in entity.members:
            if m.article in by_article:
                start = by_article[m.article].mentions[m.index].start
                found[entity_id(f"{m.article}@{start}")] = entity.id
    for event in links.events:
        for m in event.members:
            if m.article in by_article:
                told = by_article[m.article].events[m.index]
                found[event_id(f"{m.article}@{told.trigger.start}:{told.kind}")] = event.id
    return found


def amend(dossier: Dossier, decided: Sequence[Judgement], aliases: Mapping[str, str]) -> Dossier:
    """Return the dossier as people want it; of several decisions on one field the latest counts.

    ``aliases`` leads from former ids to those of today. A field that cannot be read is left as it is.
    """
    refused: set[str] = set()
    changes: dict[str, list[Judgement]] = {}
    for j in decided:
        said = str(j.target.get("id"))
        ident = aliases.get(said, said)
        if j.kind == "reject":
            refused.add(ident)
        elif j.kind in ("amend", "accept"):
            changes.setdefault(ident, []).append(j)
    names = {e.id: next(iter(e.name.values()), "") for e in dossier.entities}

    def kept(rows: Sequence[T], change: Callable[[T, Judgement], T]) -> tuple[T, ...]:
        out = []
        for row in rows:
            if row.id in refused:
                continue
            for j in changes.get(row.id, ()):
                row = change(row, j)
            out.append(row)
        return tuple(out)

    events = kept(dossier.events, _event)
    return msgspec.structs.replace(
        dossier,
        entities=kept(dossier.entities, _entity),
        events=tuple(sorted(events, key=lambda e: (e.date is None, str(e.date.start) if e.date else "", e.id))),
        agreements=kept(dossier.agreements, _agreement),
        quotations=kept(dossier.quotations, lambda q, j: _quotation(q, j, names, aliases)),
        figures=tuple(f for f in dossier.figures if f.id not in refused),
        disagreements=tuple(d for d in dossier.disagreements if d.id not in refused),
    )


def vanished(decided: Sequence[Judgement], found: Dossier, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of decisions none of whose targets was found in the pages any more; they are kept and reported.

    ``found`` is the dossier before anything was refused. Decisions on ids of other makings (``article@offset``) are not judged.
    """
    lists = (found.entities, found.events, found.quotations, found.agreements, found.figures, found.disagreements)
    known = {x.id for rows in lists for x in rows} | aliases.keys()
    out = []
    for j in decided:
        ids = [str(j.target[k]) for k in ("left", "right", "id") if k in j.target]
        refused = j.kind == "reject"  # what linking already left out is not found, and that is what was wanted
        if ids and not refused and not any(i in known or "@" in i for i in ids):
            out.append(j.id)
    return tuple(out)


def _entity(entity: Entity, j: Judgement) -> Entity:
    names = _texts(j.target.get("name"))
    return msgspec.structs.replace(entity, name={**entity.name, **names}) if names else entity


def _agreement(agreement: Agreement, j: Judgement) -> Agreement:
    titles = _texts(j.target.get("title"))
    return msgspec.structs.replace(agreement, title={**agreement.title, **titles}) if titles else agreement


def _event(event: Event, j: Judgement) -> Event:
    more: dict[str, Any] = {}
    if titles := _texts(j.target.get("title")):
        more["title"] = {**event.title, **titles}
    if "date" in j.target:
        more["date"] = _interval(j, event.date)
    if j.target.get("status") in ("happened", "planned", "reported", "denied"):
        more["status"] = j.target["status"]
    return msgspec.structs.replace(event, **more) if more else event


def _quotation(q: Quotation, j: Judgement, names: Mapping[str, str], aliases: Mapping[str, str]) -> Quotation:
    if "speaker" not in j.target:
        return q
    rest = tuple(x for x in q.chain if x.role != "speaker")
    if j.target["speaker"] is None:
        return msgspec.structs.replace(q, speaker=None, chain=rest)
    said = str(j.target["speaker"])
    entity = aliases.get(said, said)
    if entity not in names:
        return q
    cite = q.speaker.cite if q.speaker else None
    speaker = Speaker(names[entity], cite, entity)
    return msgspec.structs.replace(q, speaker=speaker, chain=(Link("speaker", speaker.text, cite), *rest))


def _texts(value: object) -> dict[str, str]:
    """Texts by language, and nothing else: the ledger may come from anywhere."""
    return {str(k): v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}


def _interval(j: Judgement, before: Interval | None) -> Interval | None:
    value = j.target["date"]
    if not isinstance(value, dict):
        return None if value is None else before
    try:
        start, end = (
            date.fromisoformat(str(value["start"])),
            date.fromisoformat(str(value.get("end") or value["start"])),
        )
        why = f"decided by {j.by}" + (f": {j.reason}" if j.reason else "")
        return Interval(start, end, "day" if start == end else "range", why, before.cites if before else ())
    except (KeyError, ValueError):
        return before
