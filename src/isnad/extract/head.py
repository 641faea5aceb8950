"""What the head of a page says of itself: meta elements, JSON-LD, microdata, the canonical address."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from msgspec import Struct

_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<\s*(?:/?p|br|/?div|/?h[1-6]|/?li)\b[^<>]{0,400}>|[\r\n]+", re.IGNORECASE)
MOST_ITEMS = 300
"""Items of linked data looked at on one page."""
PUBLISHED_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created",
    "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "sailthru.date", "parsely-pub-date",
    "dcterms.created", "cxenseparse:recs:publishtime", "article.published", "article:published", "og:article:published_time", "created", "dcterms.issued", "citation_publication_date",
    "published", "date_published",
)  # fmt: skip
_ARTICLES = ("article", "blogposting", "report", "liveblogposting", "newsarticle")


class Head(Struct, frozen=True):
    """What the page's metadata say: possible titles, publishers, authors and dates, the surest first; address, language."""

    titles: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Seen(Struct):
    """What the parser came by while it walked: meta elements, links, the title, times and microdata outside lists."""

    meta: dict[str, list[str]]
    canonical: str | None = None
    title: str | None = None
    language: str | None = None
    times: list[str] = []
    items: list[tuple[str, str]] = []


def clean(value: str) -> str:
    """Return a metadata value on one line, entities and tags resolved ("L&amp;#039;eau" → "L'eau")."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = _TAG.sub("", value)
    return _SPACE.sub(" ", value).strip()


def head(seen: Seen, linked: list[str]) -> Head:
    """Return the head of a page from what was seen of its elements and from its linked data."""
    data = _linked(linked)
    meta = seen.meta

    def first(*keys: str) -> list[str]:
        return [v for k in keys for v in meta.get(k, ())[:2]]

    def item(name: str) -> list[str]:
        return [v for k, v in seen.items if k == name][:2]

    titles = data["headline"] + first("og:title", "twitter:title", "dc.title", "title") + item("headline")
    if seen.title:
        titles.append(seen.title)
    published = [(v, "JSON-LD datePublished") for v in data["datePublished"]]
    published += [(v, f"meta {k}") for k in PUBLISHED_KEYS for v in meta.get(k, ())[:1]]
    published += [(v, "microdata datePublished") for v in item("datepublished")]
    published += [(v, "time element") for v in seen.times[:1]]
    keywords = [k.strip() for v in first("keywords", "news_keywords") for k in v.split(",")]
    return Head(
        titles=_unique(titles),
        publishers=_unique(data["publisher"] + first("og:site_name", "application-name", "dc.publisher")),
        sources=_unique(data["source"] + first("original-source-name", "syndication-source-name")),
        authors=_unique(data["author"] + first("author", "article:author", "dc.creator", "parsely-author", "byl")),
        published=tuple(published),
        modified=tuple(data["dateModified"] + first("article:modified_time", "og:updated_time") + item("datemodified")),
        url=seen.canonical or next(iter(first("og:url")), None),
        language=seen.language,
        tags=tuple(first("article:tag") or [k for k in keywords if k][:12]),
        bodies=tuple(data["articleBody"]),
    )


SEPARATORS = re.compile(r"\s+(?:[|•·»–—¦■◆●▪◊-]|\+{2,3}|>{2,3}|/{2,3}|\*{2,3}|~{1,3})\s+|\s*\|\s*|\s*::\s*")
"""What stands between a headline and the site's name in a window's title."""


WINDOW = re.compile(rf"{SEPARATORS.pattern}|\s+[›»>/]\s+")
"""The same, and the marks of trails, which windows have as well: "Llano Abierto » Pueblos » Vuelve a moler el trapiche"."""


def title_hints(page: Head) -> list[str]:
    """Return what may be the headline by the page's metadata, the surest first: whole titles, their longest piece, what stands behind a colon."""
    whole = list(page.titles[:4])
    pieces = [max(parts, key=len) for t in whole if len(parts := WINDOW.split(t)) > 1]
    colons = [part for t in whole for part in t.split(": ", 1)[1:] if len(part.split()) > 1]
    return list(dict.fromkeys([*whole, *(p.strip() for p in pieces), *colons]))


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in map(clean, values) if v))


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of an ``articleBody``, whether it is text or HTML inside the JSON."""
    pieces = _BREAK.split(html.unescape(body) if "&lt;" in body else body)
    return [p for p in map(clean, pieces) if p]


_FIELDS = ("headline", "datePublished", "dateModified", "publisher", "author", "source", "articleBody")


def _linked(scripts: list[str]) -> dict[str, list[str]]:
    """The few fields wanted of JSON-LD articles; anything malformed is passed over."""
    out: dict[str, list[str]] = {k: [] for k in _FIELDS}
    for script in scripts:
        value = _parsed(script)
        queue: list[Any] = value if isinstance(value, list) else [value]
        names: dict[str, str] = {}
        for item in queue[:MOST_ITEMS]:
            if not isinstance(item, dict):
                continue
            graph = item.get("@graph") or item.get("mainEntity")
            if isinstance(graph, list | dict):
                queue.extend(graph[:50] if isinstance(graph, list) else [graph])
            if isinstance(item.get("@id"), str) and isinstance(item.get("name"), str):
                names[item["@id"]] = item["name"]
        for item in queue[:MOST_ITEMS]:
            if isinstance(item, dict) and _is_article(item):
                _take(item, out, names)
    return out


def _parsed(script: str) -> Any:
    """The value of a JSON script; HTML comments or CDATA marks around it, and HTML entities in it, are forgiven."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = (
        text.removeprefix("//")
        .strip()
        .removeprefix("<![CDATA[")
        .strip()
        .removesuffix("//]]>")
        .removesuffix("]]>")
        .strip()
    )
    for form in (text, html.unescape(text)) if "&quot;" in text else (text,):
        try:
            return json.loads(form.rstrip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _is_article(item: dict[str, Any]) -> bool:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and k.rsplit("/", 1)[-1].lower().endswith(_ARTICLES) for k in kinds)


def _take(item: dict[str, Any], out: dict[str, list[str]], names: dict[str, str]) -> None:
    for key in ("headline", "datePublished", "dateModified", "articleBody"):
        if isinstance(item.get(key), str):
            out[key].append(item[key] if key == "articleBody" else clean(item[key]))
    for key, name in (
        ("publisher", "publisher"),
        ("author", "author"),
        ("creator", "author"),
        ("sourceOrganization", "source"),
        ("isBasedOn", "source"),
    ):
        value = item.get(key)
        for one in value[:12] if isinstance(value, list) else [value]:
            label = (one.get("name") or names.get(str(one.get("@id")))) if isinstance(one, dict) else one
            if isinstance(label, str) and 1 < len(label) < 80 and "://" not in label:
                out[name].append(label)
