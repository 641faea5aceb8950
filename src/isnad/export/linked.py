"""The dossier as JSON-LD in the words of schema.org, with its context inside: nothing is fetched to read it.

What it cannot carry: chains, origins' counts, copies, disagreements, offsets; a claim points at the page it is cited from.
"""

from __future__ import annotations

from typing import Any

import msgspec

from isnad.export.words import name_of
from isnad.model import Article, Dossier, Event, Interval

CONTEXT = {"@vocab": "https://schema.org/", "isnad": "urn:isnad:", "url": {"@type": "@id"}, "citation": {"@type": "@id"},
           "about": {"@type": "@id"}, "location": {"@type": "@id"}, "attendee": {"@type": "@id"}, "creator": {"@type": "@id"}}  # fmt: skip
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}


def write_jsonld(dossier: Dossier, language: str) -> bytes:
    """Return articles, entities, events and quotations as one graph of schema.org things."""
    graph: list[dict[str, Any]] = [_article(a) for a in dossier.articles]
    for e in dossier.entities:
        thing = {
            "@id": f"isnad:{e.id}",
            "@type": _TYPES[e.kind],
            "name": _spoken(e.name),
            "alternateName": list(e.aliases),
        }
        if e.roles:
            thing["jobTitle"] = [{"@value": r.text, "@language": r.language} for r in e.roles]
        if not e.name:
            thing["name"] = name_of(e, language)
        graph.append(thing)
    graph += [_event(e) for e in dossier.events]
    texts = {a.id: a for a in dossier.articles}
    for q in dossier.quotations:
        article = texts.get(q.words.article)
        if article is None:
            continue
        words = {"@value": article.text[q.words.start : q.words.end], "@language": article.language}
        said: dict[str, Any] = {
            "@id": f"isnad:{q.id}",
            "@type": "Quotation",
            "text": words,
            "citation": _page(q.words.article),
        }
        if q.speaker is not None and q.speaker.entity:
            said["creator"] = f"isnad:{q.speaker.entity}"
        graph.append(said)
    return msgspec.json.format(msgspec.json.encode({"@context": CONTEXT, "@graph": graph}), indent=1)


def _page(article: str) -> str:
    return f"isnad:article:{article}"


def _spoken(words: dict[str, str]) -> list[dict[str, str]]:
    return [{"@value": v, "@language": k} for k, v in words.items()]


def _days(day: Interval | None) -> str | None:
    """A date as ISO 8601: the day, else the interval from its first to its last."""
    if day is None:
        return None
    return day.start.isoformat() if day.start == day.end else f"{day.start.isoformat()}/{day.end.isoformat()}"


def _article(a: Article) -> dict[str, Any]:
    thing: dict[str, Any] = {
        "@id": _page(a.id), "@type": "NewsArticle", "inLanguage": a.language, "headline": a.title, "url": a.url,
        "datePublished": _days(a.published), "author": {"@type": "Person", "name": a.byline} if a.byline else None,
        "publisher": {"@type": "Organization", "name": a.publisher} if a.publisher else None,
        "provider": {"@type": "Organization", "name": a.via} if a.via else None, "keywords": list(a.tags) or None,
    }  # fmt: skip
    return {k: v for k, v in thing.items() if v is not None}


def _event(e: Event) -> dict[str, Any]:
    status = {"planned": "https://schema.org/EventScheduled"}.get(e.status)
    thing: dict[str, Any] = {
        "@id": f"isnad:{e.id}", "@type": "Event", "additionalType": f"urn:isnad:kind:{e.kind}", "name": _spoken(e.title),
        "startDate": e.date.start.isoformat() if e.date else None, "endDate": e.date.end.isoformat() if e.date else None,
        "location": f"isnad:{e.place}" if e.place else None, "attendee": [f"isnad:{p.entity}" for p in e.participants] or None,
        "citation": [_page(a) for a in e.articles], "eventStatus": status, "disambiguatingDescription": e.status,
    }  # fmt: skip
    return {k: v for k, v in thing.items() if v is not None}
