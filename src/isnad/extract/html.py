"""HTML to visible text and blocks, and what the head of the page says of itself."""

from __future__ import annotations

import json
from typing import Any

import lxml.html
import msgspec
import regex
from lxml import etree
from msgspec import Struct, field

from isnad.errors import NoArticle
from isnad.extract.blocks import Block

_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "canvas",
        "select",
        "button",
        "input",
    }
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li",
        "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "title", "html",
    }
)  # fmt: skip
_LEAVES = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "dd", "dt"})
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_NAME = regex.compile(r"[A-Za-z]+|\d+")
_HINTS = {
    "nav": {"nav", "menu", "navbar", "navigation", "breadcrumb", "breadcrumbs", "topbar", "masthead", "toolbar", "search",
            "footer", "login", "skip", "pagination", "pager", "cookie", "cookies", "consent", "gdpr", "rgpd", "modal", "popup",
            "overlay", "banner", "ticker", "marquee", "flash", "breaking", "weather"},
    "related": {"related", "relacionadas", "relacionados", "recommend", "recommended", "recommendation", "recommendations",
                "popular", "trending", "teaser", "teasers", "suggested", "suggestions", "mostread", "readmore", "readalso",
                "similar", "outbrain", "taboola", "sidebar", "widget", "aside", "latest", "carousel", "similaires", "lire"},
    "promo": {"ad", "ads", "advert", "advertisement", "adsense", "promo", "promotion", "newsletter", "subscribe",
              "subscription", "paywall", "donate", "sponsor", "sponsored", "pub", "publicite", "abonnement"},
    "share": {"share", "sharing", "social", "socials", "partage", "compartir", "follow", "whatsapp"},
    "comment": {"comment", "comments", "commentaires", "comentarios", "disqus", "respond", "replies"},
    "caption": {"caption", "figcaption", "legend", "legende", "captions", "credit", "piedefoto", "pie"},
    "byline": {"author", "byline", "auteur", "autor", "signature", "writer"},
    "date": {"date", "time", "published", "pubdate", "timestamp", "datetime", "fecha"},
    "tags": {"tags", "keywords", "topics", "tag", "etiquetas"},
    "lead": {"lead", "chapo", "standfirst", "intro", "summary", "excerpt", "dek", "deck", "sapo", "subtitle", "entradilla",
             "bajada", "lede", "hat", "headnote"},
    "body": {"articlebody", "entry", "story", "article", "content", "texte", "cuerpo", "body"},
}  # fmt: skip
_BY_WORD = {w: hint for hint, words in _HINTS.items() for w in words}
DEEPEST = 220
"""Levels of nesting followed; anything deeper is hostile or broken and is read as flat text."""


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


class Rendered(Struct):
    """The visible text of a page, its blocks, and its head."""

    text: str
    blocks: list[Block]
    head: Head = field(default_factory=Head)


def render(source: str) -> Rendered:
    """Return the visible text of an HTML page, one block a line, with what tags and classes say of each block.

    Raises :class:`~isnad.errors.NoArticle` when the tree is empty.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as fault:
        raise NoArticle(f"the page's HTML holds nothing that can be read ({fault})") from fault
    head = _head(tree)
    writer = _Writer(_weights(tree))
    body = tree.find("body")
    writer.walk(body if body is not None else tree, frozenset(), False, 0)
    writer.flush(None, frozenset(), tree)
    return Rendered("".join(writer.out), _placed(writer.blocks, writer.parents), head)


FAMILY = 0.25
"""Share of a page's paragraphs one element must hold directly to count as the home of the article."""


def _placed(blocks: list[Block], parents: list[Any]) -> list[Block]:
    """Return the blocks with their distance from the home of the article: the element with most paragraphs of its own."""
    mass: dict[Any, float] = {}
    total = 0.0
    for b, parent in zip(blocks, parents, strict=True):
        if parent is not None and b.prose:
            worth = b.words * (0.6 if b.hints & _OUTSIDE else 1.0)
            mass[parent] = mass.get(parent, 0.0) + worth
            total += worth
    if not mass:
        return blocks
    home = max(mass, key=lambda n: mass[n])
    if mass[home] < FAMILY * total:
        return blocks
    rank: dict[Any, int] = {}
    at, n = home, 0
    while at is not None:
        rank[at] = n
        at, n = at.getparent(), n + 1
    # What the home itself is called ("widget-area") says nothing against what is in it.
    inside = [b.hints - {"body"} for b, parent in zip(blocks, parents, strict=True) if parent is home and b.prose]
    own = frozenset.intersection(*inside) if inside else frozenset()
    out = []
    for b, parent in zip(blocks, parents, strict=True):
        node = parent
        while node is not None and node not in rank:
            node = node.getparent()
        away = rank.get(node, n)
        out.append(msgspec.structs.replace(b, away=away, hints=b.hints - own if away <= 1 else b.hints))
    return out


MOSTLY = 0.4
"""Share of a page's running text from which an element is no sidebar, whatever its class is called."""
_OUTSIDE = frozenset({"nav", "related", "comment", "promo", "share"})


def _weights(tree: Any) -> dict[Any, float]:
    """Return, for each element, its share of the page's running text: of runs of sixty characters and more."""
    mass: dict[Any, float] = {}
    total = 0
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in _DROPPED or node.tag == "a":
            continue
        own = sum(len(t.strip()) for t in (node.text, *(c.tail for c in node)) if t)
        if own < 60:
            continue
        total += own
        depth = 0
        at = node
        while at is not None and depth < DEEPEST:
            mass[at] = mass.get(at, 0.0) + own
            at = at.getparent()
            depth += 1
    return {k: v / total for k, v in mass.items()} if total else {}


class _Writer:
    """Writes text block by block while it walks the tree."""

    def __init__(self, weights: dict[Any, float]) -> None:
        self.weights = weights
        self.out: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.parents: list[Any] = []
        self.pieces: list[tuple[str, bool]] = []
        self.element: str | None = None

    def walk(self, node: Any, hints: frozenset[str], linked: bool, depth: int) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _DROPPED or depth > DEEPEST or _hidden(node):
            return
        said = _hints_of(node, tag)
        if self.weights.get(node, 0.0) >= MOSTLY:
            said -= _OUTSIDE
        own = hints | said
        block = tag in _BLOCKS
        if block:
            self.flush(self.element, hints, node.getparent())
        outer, self.element = self.element, tag if block else self.element
        inside = linked or tag == "a"
        if node.text:
            self.pieces.append((node.text, inside))
        if tag == "br":
            self.flush(self.element, own, node.getparent())
        for child in node:
            self.walk(child, own, inside, depth + 1)
            if child.tail:
                self.pieces.append((child.tail, inside))
        if block:
            self.flush(self.element, own, node)
        self.element = outer

    def flush(self, element: str | None, hints: frozenset[str], node: Any) -> None:
        """Write the pieces gathered as one block; ``node`` is the element they stand in."""
        text = " ".join("".join(t for t, _ in self.pieces).split())
        linked = sum(len(t.strip()) for t, inside in self.pieces if inside)
        self.pieces = []
        if not text:
            return
        start = self.length
        self.out.append(text + "\n")
        self.length += len(text) + 1
        # A paragraph's home is its parent; loose text is at home where it stands.
        self.parents.append(node.getparent() if node is not None and node.tag in _LEAVES else node)
        self.blocks.append(Block(start, start + len(text), text, element or "div", hints, min(1.0, linked / len(text))))


def _hidden(node: Any) -> bool:
    get = node.get
    return (
        get("hidden") is not None or get("aria-hidden") == "true" or bool(get("style") and _HIDDEN.search(get("style")))
    )


def _hints_of(node: Any, tag: str) -> frozenset[str]:
    """What an element's tag, role, class and id say of what is in it."""
    found = set()
    if tag in ("nav", "footer", "form"):
        found.add("nav")
    elif tag == "aside":
        found.add("related")
    elif tag == "figcaption":
        found.add("caption")
    elif tag in ("article", "main"):
        found.add("body")
    elif tag == "time":
        found.add("date")
    if tag in ("html", "body"):
        return frozenset(found)
    role = node.get("role")
    if role in ("navigation", "search", "banner", "contentinfo", "dialog", "menu"):
        found.add("nav")
    elif role == "complementary":
        found.add("related")
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"
    for name in names.split()[:12]:
        words = [w.lower() for w in _NAME.findall(regex.sub(r"(?<=[a-z])(?=[A-Z])", "-", name))]
        joined = "".join(words)
        for word in {*words, joined}:
            hint = _BY_WORD.get(word)
            # "article-header", "entry-footer": the last word of a class says more than the first.
            if hint and not (hint == "body" and {"header", "footer", "meta", "related", "tags", "share"} & set(words)):
                found.add(hint)
        if joined.startswith(
            ("mostread", "mostpopular", "lesplus", "lomas", "alsoread", "readnext", "morefrom", "morenews")
        ):
            found.add("related")
    if "body" in found and found & {"related", "nav"} and tag in ("main", "article"):
        found -= {"related", "nav"}
    return frozenset(found)


def _head(tree: Any) -> Head:
    """Read meta elements, JSON-LD, time elements and the canonical address."""
    meta: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        value = " ".join((node.get("content") or "").split())
        if key and value:
            meta.setdefault(key, []).append(value)
    linked = _json_ld(tree)

    def first(*keys: str) -> list[str]:
        return [v for k in keys for v in meta.get(k, ())[:2]]

    titles = linked["headline"] + first("og:title", "twitter:title", "dc.title", "title")
    node = tree.find(".//title")
    if node is not None and node.text:
        titles.append(" ".join(node.text.split()))
    times = [t.get("datetime") for t in tree.iter("time") if t.get("datetime") and not _inside_list(t)]
    published = [(v, "JSON-LD datePublished") for v in linked["datePublished"]]
    keys = (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
        "publishdate", "publish-date", "sailthru.date", "parsely-pub-date", "dcterms.created", "cxenseparse:recs:publishtime",
    )  # fmt: skip
    published += [(v, f"meta {k}") for k in keys for v in meta.get(k, ())[:1]]
    published += [(v, "time element") for v in times[:1]]
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    url = (canonical or first("og:url") or [None])[0]
    language = tree.get("lang") or tree.get("xml:lang")
    return Head(
        titles=tuple(dict.fromkeys(titles)),
        publishers=tuple(
            dict.fromkeys(linked["publisher"] + first("og:site_name", "application-name", "dc.publisher"))
        ),
        sources=tuple(dict.fromkeys(linked["source"])),
        authors=tuple(
            dict.fromkeys(linked["author"] + first("author", "article:author", "dc.creator", "parsely-author"))
        ),
        published=tuple(published),
        modified=tuple(linked["dateModified"] + first("article:modified_time", "og:updated_time")),
        url=str(url) if url else None,
        language=str(language).split("-")[0].lower() if language else None,
        tags=tuple(
            first("article:tag") or [k.strip() for v in first("keywords", "news_keywords") for k in v.split(",")][:12]
        ),
    )


def _inside_list(node: Any) -> bool:
    return any(a.tag in ("li", "aside", "nav", "footer") for a in node.iterancestors())


def _json_ld(tree: Any) -> dict[str, list[str]]:
    """The few fields wanted of JSON-LD articles; anything malformed is passed over."""
    out: dict[str, list[str]] = {
        k: [] for k in ("headline", "datePublished", "dateModified", "publisher", "author", "source")
    }
    for node in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(node.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue: list[Any] = value if isinstance(value, list) else [value]
        for item in queue[:50]:
            if not isinstance(item, dict):
                continue
            graph = item.get("@graph")
            if isinstance(graph, list):
                queue.extend(graph[:50])
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and (k.endswith("Article") or k in ("BlogPosting", "Report")) for k in kinds):
                _take(item, out)
    return out


def _take(item: dict[str, Any], out: dict[str, list[str]]) -> None:
    for key in ("headline", "datePublished", "dateModified"):
        if isinstance(item.get(key), str):
            out[key].append(" ".join(item[key].split()))
    for key, name in (
        ("publisher", "publisher"),
        ("author", "author"),
        ("sourceOrganization", "source"),
        ("isBasedOn", "source"),
    ):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            label = one.get("name") if isinstance(one, dict) else one
            if isinstance(label, str) and 1 < len(label) < 80 and "://" not in label:
                out[name].append(" ".join(label.split()))
