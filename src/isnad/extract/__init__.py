"""Page in, article out: the text and its labelled parts, title, publisher, author and date, each with its evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import regex
from msgspec import Struct, structs

from isnad.errors import NoArticle
from isnad.extract.authors import named_author
from isnad.extract.blocks import Block, Tree, columns, plain_blocks
from isnad.extract.classify import Core
from isnad.extract.dating import candidates, choose
from isnad.extract.encoding import decode
from isnad.extract.head import SEPARATORS, Head, title_hints
from isnad.extract.hijri import by_hijri
from isnad.extract.html import Rendered, render
from isnad.extract.inferring import infer
from isnad.extract.labelled import labelled, unmarked
from isnad.extract.language import language_of, stretches
from isnad.extract.lines import printed_address
from isnad.extract.publisher import hands
from isnad.extract.sizes import LARGEST, within
from isnad.model import Abstention, Article, Citation, DateCandidate, Interval, Page, Part
from isnad.model.reading import OWN_PARTS, PartKind
from isnad.text import fold_key

VERSION = "4"
"""Changes whenever pages would be read differently, so that stored articles are read again."""
LEAST_WORDS = 12
"""Words the running text of an article must have."""
_HTML = regex.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|table)\b[^>]*>", regex.IGNORECASE)


def _plain(text: str) -> Rendered:
    blocks, head = labelled(plain_blocks(text))
    return Rendered(text, *(unmarked(blocks, head) if "# " in text else (blocks, head)))


EXTRACTORS: dict[str, Callable[[str], Rendered]] = {"text/plain": _plain, "text/html": render}
"""How each media type becomes text with blocks."""


def read(page: Page) -> Article:
    """Return the article of a page; nothing of its text is thrown away, every part of it is labelled.

    Of a page beyond :data:`LARGEST` the beginning is read, and a note says what was not. Raises
    :class:`~isnad.errors.TooLarge` (what is packed grows beyond its bound), :class:`~isnad.errors.NotText` or
    :class:`~isnad.errors.NoArticle`.
    """
    if not page.data.strip():
        raise NoArticle("the page is empty")
    data, rest = within(page.data)
    source, encoding = decode(page if data is page.data else structs.replace(page, data=data))
    media = media_type(page, source)
    rendered = EXTRACTORS[media](source.removeprefix("\ufeff"))
    hints = [*title_hints(rendered.head), *filter(None, (page.title,))]
    core = Core(rendered.blocks, hints, rendered.tree)
    digest = hashlib.sha256(page.data).hexdigest()
    article = _article(page, rendered, core, digest, media)
    notes = []
    if rest is not None:
        last = article.parts[-1]
        cite = Citation(article.id, max(last.start, last.end - 80), last.end)
        notes.append(Abstention((cite,), "the rest of the page", rest, "cut-short"))
    if "damaged" in encoding:
        why = f"the bytes are not clean {encoding.split()[0]}"
        first = article.parts[0]
        cite = Citation(article.id, first.start, min(first.end, first.start + 80))
        notes.append(Abstention((cite,), "some characters", why, "damaged-encoding"))
    return structs.replace(article, notes=(*article.notes, *notes)) if notes else article


def media_type(page: Page, source: str) -> str:
    """Return whether a page is HTML or plain text: as its carrier says, else by its name, else by what it looks like."""
    said = (page.media_type or "").split(";")[0].strip().lower()
    if said in ("application/xhtml+xml", "text/xml", "application/xml"):
        said = "text/html"
    if said in EXTRACTORS:
        return said
    looks = len(_HTML.findall(source[:20000])) >= 3 or bool(
        regex.match(r"\s*<(?:!doctype|html)", source, regex.IGNORECASE)
    )
    return "text/html" if looks else "text/plain"


_DAY = regex.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_CONSENT = regex.compile(
    r"cookies?|consent\w*|partenaires|partners|socios|ملفات تعريف الارتباط|الكوكيز", regex.IGNORECASE
)

_PARTNERS = regex.compile(r"partenaires|partners|socios", regex.IGNORECASE)
"""Words of consent walls that texts on companies and cooperatives have as well."""


def _wall(text: str) -> bool:
    """True when what little text there is speaks of cookies and consent."""
    if len(text) > 160 * 40:
        return False
    words = len(text.split())
    told = _CONSENT.findall(text)
    return words < 160 and len(told) >= max(2, words // 40) and any(_PARTNERS.fullmatch(w) is None for w in told)


class _Own(Struct, frozen=True):
    """The own words of the article, for language and dating."""

    spans: tuple[tuple[int, int], ...]
    text: str


def _own(text: str, blocks: list[Block], kinds: list[PartKind], wanted: frozenset[str]) -> _Own:
    spans = tuple((b.start, b.end) for b, k in zip(blocks, kinds, strict=True) if k in wanted)
    return _Own(spans, "\n".join(text[a:b] for a, b in spans))


def _article(page: Page, rendered: Rendered, core: Core, digest: str, media: str) -> Article:
    text, blocks, kinds, head = rendered.text, rendered.blocks, core.kinds, rendered.head
    running = _own(text, blocks, kinds, frozenset({"lead", "body"}))
    if sum(b.words for b, k in zip(blocks, kinds, strict=True) if k in ("lead", "body")) < LEAST_WORDS:
        if _wall(text):
            raise NoArticle("the page is a consent wall", "open it in a browser, accept, and save the page again")
        if media == "text/plain" and columns(text):
            raise NoArticle(
                "the lines hold two columns of print side by side",
                "take the text out of the file column by column (pdftotext -raw)",
            )
        raise NoArticle("no running text of an article was found on the page", "is it a list, a notice or a paywall?")
    if _wall(running.text):
        raise NoArticle("the page is a consent wall", "open it in a browser, accept, and save the page again")
    language = language_of(running.text)
    title = _shown_title(rendered, core)
    by = hands(text, blocks, kinds, head, title, page.publisher)
    url = page.url or head.url or _address(blocks)
    found = choose(candidates(page, head, url, text, blocks, kinds, core.title, language), page.captured)
    notes: list[Abstention] = []
    if not any(c.chosen for c in found):
        at = date.fromisoformat(m.group()) if (m := _DAY.match(page.captured or "")) else None
        guess = by_hijri(blocks, kinds, core.title, at) or infer(
            text, running.spans, language, page.captured, blocks, kinds
        )
        found = [*found, guess] if guess else found
        if guess is None:
            notes.append(
                Abstention((), "the date of publication", "no date is printed and none can be reasoned out", "undated")
            )
    if title is None:
        notes.append(Abstention((), "the title", "the page prints no headline above the text", "untitled"))
    identity = digest[:16]
    dates = tuple(_cited(c, identity) for c in found)
    return Article(
        id=identity,
        source=page.source,
        sha256=digest,
        media_type=media,
        language=language,
        title=_unsited(title, by.publisher, by.via),
        publisher=by.publisher or page.publisher or None,  # what is printed outranks what a feed says
        via=by.via,
        byline=by.byline or named_author(page.author),
        published=next((c.interval for c in dates if c.chosen), None),
        url=url,
        tags=_tags(text, blocks, kinds, head),
        text=text,
        parts=_parts(blocks, _dated_lines(blocks, kinds, found), rendered.tree),
        captured=page.captured,
        languages=stretches(text, _own(text, blocks, kinds, OWN_PARTS).spans, language),
        dates=dates,
        notes=tuple(notes),
    )


def _shown_title(rendered: Rendered, core: Core) -> str | None:
    if core.title is not None:
        return " ".join(rendered.blocks[core.title].text.split())  # printed over two lines or three, it is one headline
    return None


def _unsited(title: str | None, *sites: str | None) -> str | None:
    """The headline without the site's name that a window's title has behind it: "Vuelve a moler el trapiche | Diario La Acequia"."""
    if title is None:
        return None
    known = {fold_key(s) for s in sites if s}
    for m in list(SEPARATORS.finditer(title))[-1:]:
        if len(title[: m.start()].split()) > 2 and fold_key(title[m.end() :]) in known:
            return title[: m.start()].rstrip()
    return title


def _cited(c: DateCandidate, article: str) -> DateCandidate:
    cites = tuple(Citation(article, x.start, x.end) for x in c.interval.cites)
    basis = c.why or c.evidence if c.chosen else c.evidence
    interval = Interval(c.interval.start, c.interval.end, c.interval.precision, basis, cites)
    return DateCandidate(c.kind, interval, c.evidence, c.chosen, c.why)


def _parts(blocks: list[Block], kinds: list[PartKind], tree: Tree | None) -> tuple[Part, ...]:
    quoting = tree if tree is not None and "blockquote" in tree.tags else None
    return tuple(
        Part(k, b.start, b.end, _element(b, quoting)) for b, k in zip(blocks, kinds, strict=True) if b.end > b.start
    )


def _dated_lines(blocks: list[Block], kinds: list[PartKind], found: list[DateCandidate]) -> list[PartKind]:
    """The kinds with the line that dates the page told as one, also above the headline: what a claim rests on is never chrome."""
    at = {x.start for c in found if c.chosen for x in c.interval.cites}
    if not at:
        return kinds
    return [
        "dateline" if k == "chrome" and any(b.start <= x < b.end for x in at) else k
        for b, k in zip(blocks, kinds, strict=True)
    ]


def _element(b: Block, tree: Tree | None) -> str | None:
    """The element a part came from, the block quote around it named too ("blockquote>p"): it says that the words are quoted."""
    if tree is None or b.element is None or b.element == "blockquote":
        return b.element
    quoted = any(tree.tags[n] == "blockquote" for n in tree.ancestors(b.node))
    return f"blockquote>{b.element}" if quoted else b.element


def _address(blocks: list[Block]) -> str | None:
    """The address that a plain page prints as its first line or behind its text, as browsers and scrapers do."""
    lines = [*blocks[:2], *blocks[2:][-3:]] if blocks and blocks[0].element is None else []
    found = [a for b in lines if (a := printed_address(b.text)) is not None]
    return found[0] if len(found) == 1 else None


def _tags(text: str, blocks: list[Block], kinds: list[PartKind], head: Head) -> tuple[str, ...]:
    """The subject tags printed on the page, else those of its metadata."""
    for b, k in zip(blocks, kinds, strict=True):
        if k == "tags" and ":" in b.text:
            pieces = regex.split(r"\s+[-–|•·]\s+|[,،;]|\s#", b.text.split(":", 1)[1])
            found = tuple(p.strip(" #.") for p in pieces if 1 < len(p.strip(" #.")) < 60)
            if found:
                return found
    return head.tags


__all__ = ["EXTRACTORS", "LARGEST", "OWN_PARTS", "VERSION", "media_type", "read"]
