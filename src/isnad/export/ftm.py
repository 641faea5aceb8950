"""The dossier as FollowTheMoney entities (followthemoney 3 and 4), one JSON object a line, for Aleph and OpenSanctions tools.

What it cannot carry: chains, copies, disagreements, figures, independence; a quotation goes into the notes of nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from isnad.export.words import name_of, on_a_line, title_of
from isnad.model import Dossier, Interval

_SCHEMATA = {"person": "Person", "organization": "Organization", "place": "Address"}


def write_ftm(dossier: Dossier, language: str) -> bytes:
    """Return persons, organisations, places, articles, events and mentions as FollowTheMoney, one entity a line."""
    return b"".join(msgspec.json.encode(e) + b"\n" for e in entities(dossier, language))


def _entity(ident: str, schema: str, **values: object) -> dict[str, Any]:
    """An entity with the properties that have a value; every value is a list of texts, each once."""
    properties = {}
    for name, value in values.items():
        many = value if isinstance(value, list | tuple) else [value]
        texts = list(dict.fromkeys(on_a_line(str(v)) for v in many if v))
        if texts:
            properties[name] = texts
    return {"id": ident, "schema": schema, "properties": properties}


def _day(day: Interval | None) -> str | None:
    """A date as FollowTheMoney takes it: as many of year, month and day as are certain."""
    if day is None:
        return None
    a, b = day.start, day.end
    if a == b:
        return a.isoformat()
    return f"{a:%Y-%m}" if (a.year, a.month) == (b.year, b.month) else f"{a:%Y}" if a.year == b.year else None


def entities(d: Dossier, language: str) -> Iterator[dict[str, Any]]:
    """Yield the entities, those that are pointed at first."""
    kinds = {e.id: e.kind for e in d.entities}
    for a in d.articles:
        url = a.url if a.url and a.url.startswith(("http://", "https://")) else None
        yield _entity(
            f"article-{a.id}", "Article", title=a.title, fileName=a.source.rsplit("/", 1)[-1], publisher=a.publisher, author=a.byline,
            date=_day(a.published), sourceUrl=url, language=_ISO3.get(a.language), bodyText=a.text, contentHash=_sha1(a.text),
        )  # fmt: skip
    for e in d.entities:
        shown = name_of(e, language)
        where = {"full": shown} if e.kind == "place" else {}
        yield _entity(
            e.id, _SCHEMATA[e.kind], name=[shown], alias=[x for x in e.aliases if x != shown] if e.kind != "place" else None,
            position=[r.text for r in e.roles] if e.kind == "person" else None, country=(e.country or "").lower() or None, **where,
        )  # fmt: skip
    for v in d.events:
        yield _entity(
            v.id, "Event", name=title_of(v.title, language), startDate=_day(v.date), summary=f"{v.kind} · {v.status}",
            locationMentioned=None, address=v.place, proof=[f"article-{a}" for a in v.articles],
            involved=[p.entity for p in v.participants if kinds.get(p.entity) in ("person", "organization")],
        )  # fmt: skip
    for e in d.entities:
        for article in dict.fromkeys(c.article for c in e.mentions):
            if e.kind != "place":
                yield _entity(
                    f"mention-{_sha1(e.id + article)[:16]}", "Mention", document=f"article-{article}", name=name_of(e, language),
                    resolved=e.id, detectedSchema=_SCHEMATA[e.kind],
                )  # fmt: skip


_ISO3 = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra"}


def _sha1(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
