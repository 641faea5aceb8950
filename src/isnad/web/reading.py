"""Pages that show the pages: the list of articles, the reader with its layers, copies side by side."""

from __future__ import annotations

import re
from collections import Counter

from fastapi import APIRouter, Response
from markupsafe import Markup, escape

from isnad.export.differences import Step, history
from isnad.model import Article, Citation, Copy
from isnad.model.reading import OWN_PARTS
from isnad.text import fold_key
from isnad.web.context import Context, Here, Missing
from isnad.web.layers import LAYERS, layers, marked

router = APIRouter(include_in_schema=False)
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@router.get("/{language}/articles")
def articles(c: Here) -> Response:
    """All articles, the newest first, narrowed by publisher, language, tag, and whether they are dated."""
    q = c.query
    found = [a for a in c.desk.newest if _kept(a, q)]
    publishers = sorted({p for a in c.desk.d.articles for p in (a.publisher, a.via) if p}, key=fold_key)
    languages = sorted({a.language for a in c.desk.d.articles})
    tags = sorted(c.desk.tags.values(), key=lambda x: (-len(x[1]), x[0]))[:60]
    return c.show("articles.html", page=c.slice(found), publishers=publishers, languages=languages, tags=tags, q=q)


def _kept(a: Article, q: dict[str, str]) -> bool:
    if q.get("publisher") and q["publisher"] not in (a.publisher, a.via):
        return False
    if q.get("dated") == "no" and a.published is not None:
        return False
    if q.get("written") and a.language != q["written"]:
        return False
    return not q.get("tag") or fold_key(q["tag"]) in {fold_key(t) for t in a.tags}


@router.get("/{language}/articles/{ident}")
def article(c: Here, ident: str) -> Response:
    """One page's text with its layers; ``?c=start-end`` marks cited words."""
    desk = c.desk
    a = desk.articles.get(ident)
    if a is None:
        raise Missing(ident)
    cited = cited_range(c.query.get("c", ""), a)
    text = marked(a, layers(desk, a, f"/{c.language}"), cited)
    named: Counter[str] = desk.entities_in.get(ident, Counter())
    names = [desk.entities[x] for x, _ in sorted(named.items(), key=lambda x: -x[1])][:30]
    return c.show(
        "article.html", a=a, text=text, cited=cited, layers=LAYERS, names=names, events=desk.events_in.get(ident, []),
        quotations=desk.quotations_in.get(ident, []), copies=desk.copies_of.get(ident, []), origins=desk.origins_of.get(ident, []),
        story=desk.story_of.get(ident), related=desk.related(ident), version=desk.version_of.get(ident),
    )  # fmt: skip


def cited_range(given: str, a: Article) -> tuple[int, int] | None:
    """Return the cited stretch an address names, when it lies in the article."""
    found = _RANGE.fullmatch(given.strip())
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if 0 <= start < end <= len(a.text) else None


@router.get("/{language}/versions/{ident}")
def versions(c: Here, ident: str) -> Response:
    """One article in several states, and what each takes away from and adds to the one before, word by word."""
    found = next((w for w in c.desk.d.versions if w.id == ident), None)
    if found is None or any(a not in c.desk.articles for a in found.articles):
        raise Missing(ident)
    steps = history(found, c.desk.articles).steps
    return c.show("versions.html", w=found, steps=[(s, _changed(c, s)) for s in steps])


def _changed(c: Context, step: Step) -> Markup:
    """The later state's own words with those that went; each run of words that is gone or new leads to its place."""
    out = []
    for x in step.changes:
        text = c.desk.articles[x.article].text
        if x.kind == "same":
            out.append(escape(x.words))
        else:
            said, where = c.view.t("words " + x.kind), c.view.cite_url(Citation(x.article, x.start, x.end))
            run = '<{0}><a href="{1}"><span class="aloud">{2}: </span>{3}</a></{0}>'
            tag = Markup("del" if x.kind == "gone" else "ins")
            out.append(Markup(run).format(tag, where, said, x.words))
        out.append(Markup("\n") if text[x.end :].lstrip(" ")[:1] == "\n" else Markup(" "))
    return Markup("").join(out)


@router.get("/{language}/copies/{ident}")
def copy(c: Here, ident: str) -> Response:
    """Two articles side by side, the words they share marked and joined."""
    x = c.desk.copies.get(ident)
    if x is None or any(a not in c.desk.articles for a in x.articles[:2]):
        raise Missing(ident)
    first, second = (c.desk.articles[a] for a in _order(x))
    return c.show("copy.html", x=x, sides=[(first, _shared(c, x, first)), (second, _shared(c, x, second))])


def _order(x: Copy) -> tuple[str, str]:
    """The two articles, whose words come first first."""
    return (x.direction.source, x.direction.target) if x.direction else (x.articles[0], x.articles[1])


def _shared(c: Context, x: Copy, a: Article) -> Markup:
    """The article's text, each shared passage marked and linked to its like on the other side."""
    side = "ab"[_order(x).index(a.id)]
    other = "ba"["ab".index(side)]
    spans = sorted(
        {(cite.start, cite.end, n) for n, p in enumerate(x.passages, 1) for cite in (p.a, p.b) if cite.article == a.id}
    )
    out, at = [], 0
    for start, end, n in spans:
        if start < at:
            continue
        label = f"{c.view.t('shared passage')} {n}"
        out.append(_dimmed(a, at, start))
        out.append(
            Markup('<a class="shared" id="{}{}" href="#{}{}" title="{}"><sup>{}</sup>{}</a>').format(
                side, n, other, n, label, n, a.text[start:end]
            )
        )
        at = end
    out.append(_dimmed(a, at, len(a.text)))
    return Markup("").join(out)


def _dimmed(a: Article, low: int, high: int) -> Markup:
    """A stretch of the text, with what is not the article's own words marked as such."""
    out, at = [], low
    for p in sorted((p for p in a.parts if p.kind not in OWN_PARTS), key=lambda p: p.start):
        start, end = max(at, p.start), min(high, p.end)
        if start < end:
            out += [escape(a.text[at:start]), Markup('<span class="p-other">{}</span>').format(a.text[start:end])]
            at = end
    return Markup("").join([*out, escape(a.text[at:high])])
