"""The dossier, or a part of it, as a file; a search as a feed."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from fastapi import APIRouter, Response

from isnad.errors import ExportError
from isnad.export import EXPORTERS
from isnad.export.selection import Selection, select
from isnad.export.words import labels, title_of
from isnad.search import FILTERS, TYPES
from isnad.web.context import Context, Here

router = APIRouter(include_in_schema=False)
GROUPS = (
    ("read", ("docx", "html", "pdf", "markdown")),
    ("compute", ("xlsx", "csv", "json", "jsonl", "plover")),
    ("cite", ("csl-json", "bibtex", "ris", "annotations", "json-ld")),
    ("draw", ("timelinejs", "gexf", "ftm", "ics", "atom")),
)
"""What files are for → their forms, each once."""
_ATOM = "http://www.w3.org/2005/Atom"


@router.get("/{language}/deliver")
def deliver(c: Here) -> Response:
    """What can be taken away, and in which forms."""
    return c.show("deliver.html", groups=GROUPS, wanted=dict(c.query))


@router.get("/{language}/deliver/file")
def file(c: Here) -> Response:
    """One form of the dossier, or of the part of it that is asked for."""
    form = c.query.get("form", "")
    exporter = EXPORTERS.get(form)
    if exporter is None:
        raise ExportError(f"isnad cannot write {form[:40]!r}", f"known forms: {', '.join(EXPORTERS)}")
    part = select(c.desk.d, _wanted(c))
    made = exporter.write(part, c.language)
    headers = {
        "Content-Disposition": f'attachment; filename="dossier{exporter.suffix}"',
        "Cache-Control": "private, no-cache",
    }
    return Response(made, media_type=exporter.media_type, headers=headers)


def _wanted(c: Context) -> Selection:
    days = []
    for key in ("since", "until"):
        said = c.query.get(key, "")
        try:
            days.append(date.fromisoformat(said) if said else None)
        except ValueError as fault:
            raise ExportError(f"{said[:40]!r} is no day", "write days as 2024-05-01") from fault
    fulltext = c.query.get("fulltext", "yes") != "no"
    return Selection(c.query.get("story", "")[:200], c.query.get("person", "")[:400], days[0], days[1], fulltext)


@router.get("/{language}/search.atom")
def feed(c: Here) -> Response:
    """A search as an Atom feed (RFC 4287): what answers it, the newest first, for whoever wants to be told."""
    query = c.request.query_params
    filters = {f: query.getlist(f) for f in (*FILTERS, "since", "until") if any(query.getlist(f))}
    types = tuple(t for t in TYPES if t == query.get("type", "")) or TYPES
    text = query.get("q", "")[:600]
    found = c.live.search(text, query.get("mode", "across"), filters, types, 50, 0, c.language, c.desk)
    base = str(c.request.base_url).rstrip("/")
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(root, "title", f"isnad · {text}")
    _add(root, "id", f"{base}{c.view.url('search')}?{c.request.url.query}")
    entries = sorted(
        (e for h in found.hits if (e := _entry(c, h.type, h.id)) is not None), key=lambda e: e[2], reverse=True
    )
    _add(root, "updated", max((e[2] for e in entries), default="1970-01-01") + "T00:00:00Z")
    _add(_add(root, "author", ""), "name", c.desk.d.generated_by)
    for title, path, day in entries:
        entry = _add(root, "entry", "")
        _add(entry, "title", title)
        _add(entry, "id", base + path)
        _add(entry, "updated", f"{day}T00:00:00Z")
        _add(entry, "link", "").set("href", base + path)
    data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(data, media_type="application/atom+xml")


def _entry(c: Context, kind: str, ident: str) -> tuple[str, str, str] | None:
    """Title, path and day of what a search found; ``None`` for what is out of sight."""
    say = labels(c.language).get
    if kind == "article" and (a := c.desk.articles.get(ident)):
        return (
            a.title or say("untitled"),
            c.view.url("articles", ident),
            str(a.published.start) if a.published else "1970-01-01",
        )
    if kind == "event" and (e := c.desk.events.get(ident)):
        return (
            f"{say(e.kind)}: {title_of(e.title, c.language)}",
            c.view.url("events", ident),
            str(e.date.start) if e.date else "1970-01-01",
        )
    if kind == "quotation" and (q := c.desk.quotations.get(ident)):
        article = c.desk.articles.get(q.words.article)
        if article is not None:
            day = str(article.published.start) if article.published else "1970-01-01"
            return article.text[q.words.start : q.words.end][:300], c.view.url("quotations", ident), day
    return None


_UNSEEN = {c: None for c in range(32) if c not in (9, 10, 13)} | dict.fromkeys((0xFFFE, 0xFFFF))


def _add(parent: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    child.text = text.translate(_UNSEEN) or None
    return child
