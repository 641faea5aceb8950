"""The timeline for other programs: TimelineJS 3, iCalendar (RFC 5545), Atom (RFC 4287), a table with PLOVER codes."""

from __future__ import annotations

import csv
import io
import tomllib
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import msgspec

from isnad.export.disputes import sentence_of
from isnad.export.retelling import headline
from isnad.export.tables import safe
from isnad.export.words import date_words, labels, name_of, on_a_line, title_of
from isnad.model import Article, Dossier, Event

_UNSEEN = {c: None for c in range(32) if c not in (9, 10, 13)} | dict.fromkeys((0xFFFE, 0xFFFF))
_PARTS = {"day": 3, "range": 3, "about": 3, "month": 2, "season": 2, "year": 1}


def _words(event: Event, article: Article | None) -> str:
    """The sentence an event rests on, on one line."""
    cite = next((c for c in event.cites if article is not None and c.article == article.id), None)
    if cite is None or article is None:
        return ""
    span = sentence_of(article, cite)
    return on_a_line(article.text[span.start : span.end])


def write_timelinejs(dossier: Dossier, language: str) -> bytes:
    """Return the dated events as a TimelineJS 3 slide show; words of pages are escaped, since its texts are HTML.

    What it cannot carry: events without a date, and how sure a date is beyond year, month or day.
    """
    articles = {a.id: a for a in dossier.articles}
    slides = []
    for e in dossier.events:
        if e.date is None:
            continue
        first = articles.get(e.cites[0].article)
        n = _PARTS.get(e.date.precision, 3)
        slide: dict[str, Any] = {
            "unique_id": e.id,
            "start_date": dict(zip(("year", "month", "day"), (e.date.start.year, e.date.start.month, e.date.start.day)[:n], strict=False)),
            "display_date": date_words(e.date, language),
            "text": {"headline": _html(headline(e, articles, language)), "text": f"<blockquote>{_html(_words(e, first))}</blockquote>"},
            "group": labels(language).get(e.kind),
        }  # fmt: skip
        if e.date.end != e.date.start:
            slide["end_date"] = {"year": e.date.end.year, "month": e.date.end.month, "day": e.date.end.day}
        if first is not None and first.url and first.url.startswith(("http://", "https://")):
            shown = _html(first.publisher or first.url)
            slide["text"]["text"] += f'<p><a href="{_html(first.url)}">{shown}</a></p>'
        slides.append(slide)
    title = _html(title_of(dossier.stories[0].title, language)) if dossier.stories else "isnad"
    whole = {"title": {"text": {"headline": title}}, "events": slides}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def _html(text: str) -> str:
    for c, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(c, name)
    return text


def write_ics(dossier: Dossier, language: str) -> bytes:
    """Return the dated events as a calendar of all-day entries; plans are tentative, denials cancelled.

    What it cannot carry: events without a date; an uncertain date is an entry over all its days and says so.
    """
    from icalendar import Calendar
    from icalendar import Event as Entry

    names = {e.id: name_of(e, language) for e in dossier.entities}
    articles = {a.id: a for a in dossier.articles}
    say = labels(language).get
    calendar = Calendar()
    calendar.add("prodid", "-//isnad//dossier//EN")
    calendar.add("version", "2.0")
    if dossier.stories:  # what programs call the calendar in their lists
        calendar.add("x-wr-calname", title_of(dossier.stories[0].title, language).translate(_UNSEEN))
    for e in dossier.events:
        if e.date is None or e.date.end.year >= 9999:
            continue
        first = articles.get(e.cites[0].article)
        entry = Entry()
        entry.add("uid", f"{e.id}@isnad")
        entry.add("dtstamp", _stamp(dossier))
        entry.add("dtstart", e.date.start)
        entry.add("dtend", e.date.end + timedelta(days=1))
        entry.add("summary", headline(e, articles, language).translate(_UNSEEN))
        entry.add("status", {"planned": "TENTATIVE", "denied": "CANCELLED"}.get(e.status, "CONFIRMED"))
        shown = f"{say(e.kind)} · {say(e.status)} · {date_words(e.date, language)}\n{_words(e, first)}"
        entry.add("description", shown.translate(_UNSEEN))
        if e.place in names:
            entry.add("location", names[e.place].translate(_UNSEEN))
        if first is not None and first.url:
            entry.add("url", first.url)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _stamp(dossier: Dossier) -> datetime:
    """The latest day the dossier knows, so that the same dossier gives the same bytes."""
    days = [a.published.end for a in dossier.articles if a.published]
    last = max(days, default=datetime(1970, 1, 1, tzinfo=UTC).date())
    return datetime(min(last.year, 9998), last.month, last.day, tzinfo=UTC)


def write_atom(dossier: Dossier, language: str) -> bytes:
    """Return the pages as an Atom feed, the newest first: title, publisher, day, address.

    What it cannot carry: pages without a date stand at the end with the feed's own day.
    """
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    title = title_of(dossier.stories[0].title, language) if dossier.stories else "isnad"
    stamp = _stamp(dossier).strftime("%Y-%m-%dT00:00:00Z")
    _add(feed, "title", title)
    _add(feed, "id", "urn:isnad:feed")
    _add(feed, "updated", stamp)
    _add(feed, "generator", dossier.generated_by)
    day = {a.id: a.published.start.isoformat() + "T00:00:00Z" if a.published else "" for a in dossier.articles}
    for a in sorted(dossier.articles, key=lambda a: (day[a.id], a.id), reverse=True):
        entry = _add(feed, "entry", None)
        _add(entry, "title", a.title or labels(language).get("untitled"))
        _add(entry, "id", f"urn:isnad:article:{a.id}")
        _add(entry, "updated", day[a.id] or stamp)
        author = _add(entry, "author", None)
        _add(author, "name", a.byline or a.publisher or labels(language).get("unknown publisher"))
        if a.url:
            _add(entry, "link", None).set("href", a.url)
        if a.publisher:
            _add(_add(entry, "source", None), "title", a.publisher)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


_ATOM = "http://www.w3.org/2005/Atom"


def _add(parent: ElementTree.Element, tag: str, text: str | None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    child.text = text.translate(_UNSEEN) if text is not None else None
    return child


@cache
def codes() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return kind of event → its PLOVER event type and contexts, as the kinds' own files say."""
    found = {}
    for path in sorted((files("isnad") / "annotate" / "kinds").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            kind = path.name.removesuffix(".toml")
            found[kind] = (str(table.get("plover", "")), tuple(map(str, table.get("context", ()))))
    return found


def write_plover(dossier: Dossier, language: str) -> bytes:
    """Return the events as a table with PLOVER types and contexts (Open Event Data Alliance), CSV, UTF-8 with a byte order mark.

    What it cannot carry: modes and intensities, which isnad does not code; a kind without a PLOVER type has an empty one.
    """
    columns = ("event_id", "date_start", "date_end", "event_type", "context", "kind", "status", "actor", "recipient", "location",
               "sources", "origins_min", "origins_max", "text", "address")  # fmt: skip
    names = {e.id: name_of(e, language) for e in dossier.entities}
    articles = {a.id: a for a in dossier.articles}
    out = io.StringIO()
    table = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    for e in dossier.events:
        code, context = codes().get(e.kind, ("", ()))
        first = articles.get(e.cites[0].article)
        who = {True: [], False: []}  # type: dict[bool, list[str]]
        for p in e.participants:
            who[p.role in _RECIPIENTS].append(names.get(p.entity, p.entity))
        n = e.independent_origins
        row = {
            "event_id": e.id, "date_start": e.date.start if e.date else "", "date_end": e.date.end if e.date else "",
            "event_type": code, "context": ";".join(context), "kind": e.kind, "status": e.status,
            "actor": ";".join(dict.fromkeys(who[False])), "recipient": ";".join(dict.fromkeys(who[True])),
            "location": names.get(e.place or "", ""), "sources": len(e.articles), "origins_min": n.min, "origins_max": n.max,
            "text": _words(e, first), "address": (first.url or "") if first else "",
        }  # fmt: skip
        table.writerow({k: safe(str(v)) for k, v in row.items()})
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


_RECIPIENTS = frozenset({"counterpart", "target", "beneficiary", "appointee", "host"})
