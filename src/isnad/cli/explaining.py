"""``isnad why``: what makes two articles alike, with the words on both sides; or what stands behind one article."""

from __future__ import annotations

import msgspec
from rich.console import Console
from rich.markup import escape

from isnad.errors import IsnadError
from isnad.link.concepts import cosine, explain, vector
from isnad.model import Article, Copy, Dossier
from isnad.store import open_store
from isnad.text import isolate

MOST = 12
"""Pairs of words shown."""


class Why(msgspec.Struct, frozen=True):
    """Why two articles are alike: likeness, the words on both sides with their share of it, and what was judged of them."""

    likeness: float
    words: tuple[tuple[str, str, float], ...]
    story: str
    copy: Copy | None
    origins: tuple[str, ...]


def run(path: str, first: str, second: str, json: bool) -> None:
    """Show why two articles are alike, or are not."""
    store = open_store(path, create=False)
    try:
        dossier = store.dossier()
    finally:
        store.close()
    a, b = find(dossier, first), find(dossier, second)
    found = why(dossier, a, b)
    if json:
        print(msgspec.json.encode(found).decode())
        return
    _show(Console(), dossier, a, b, found)


def find(dossier: Dossier, wanted: str) -> Article:
    """Return the article of an id, a file's name or the beginning of either; raises when none or several fit."""
    exact = [a for a in dossier.articles if wanted in (a.id, a.source, a.source.rsplit("/", 1)[-1], a.url)]
    near = exact or [a for a in dossier.articles if a.id.startswith(wanted) or a.source.rsplit("/", 1)[-1].startswith(wanted)]  # fmt: skip
    if len(near) == 1:
        return near[0]
    if not near:
        raise IsnadError(
            f"there is no article {wanted!r}", "give an id or a file's name, as `isnad show DOSSIER sources` lists them"
        )
    names = ", ".join(a.source.rsplit("/", 1)[-1] for a in near[:5])
    raise IsnadError(f"{wanted!r} may be {len(near)} articles: {names}", "give more of the name")


def why(dossier: Dossier, a: Article, b: Article) -> Why:
    """Return what makes two articles alike and what was judged of the pair."""
    mine, theirs = (_own_words(x) for x in (a, b))
    pairs = explain(mine, a.language, theirs, b.language, MOST)
    copy = next((c for c in dossier.copies if {a.id, b.id} <= set(c.articles)), None)
    one = next((s for s in dossier.stories if {a.id, b.id} <= set(s.articles)), None)
    judged = next(
        (
            j.reason
            for j in dossier.judgements
            if j.target.get("type") == "story" and {j.target.get("left"), j.target.get("right")} == {a.id, b.id}
        ),
        "they joined it by way of others" if one else "no",
    )
    shared = tuple(f"{o.kind}: {o.name}" for o in dossier.origins if {a.id, b.id} <= set(o.articles))
    return Why(
        round(cosine(vector(mine, a.language), vector(theirs, b.language)), 3), tuple(pairs), judged, copy, shared
    )


def _own_words(article: Article) -> str:
    return " ".join(article.text[p.start : p.end] for p in article.own() if p.kind != "caption")


def _show(console: Console, dossier: Dossier, a: Article, b: Article, found: Why) -> None:
    for x in (a, b):
        console.print(
            f"[bold]{isolate(escape(x.title or x.source))}[/bold]  [dim]{isolate(escape(x.publisher or ''))} · {x.language}[/dim]",
            highlight=False,
        )
    console.print(f"likeness {found.likeness:.0%}, borne by", highlight=False)
    for left, right, share in found.words:
        console.print(f"  {share:>4.0%}  {isolate(escape(left))} — {isolate(escape(right))}", highlight=False)
    together = any({a.id, b.id} <= set(s.articles) for s in dossier.stories)
    console.print(f"one story: {'yes; ' if together else ''}{escape(found.story)}", highlight=False)
    for origin in found.origins:
        console.print(f"one origin: {isolate(escape(origin))}", highlight=False)
    if found.copy is None:
        console.print("no copy of each other", highlight=False)
        return
    c = found.copy
    basis = f"; {c.direction.basis}" if c.direction else ""
    console.print(f"copy: {c.kind}, {c.overlap:.0%}; {escape('; '.join(c.reasons))}{escape(basis)}", highlight=False)
    texts = {x.id: x.text for x in (a, b)}
    for p in c.passages[:3]:
        for cite in (p.a, p.b):
            words = " ".join(texts[cite.article][cite.start : cite.end].split())
            console.print(f"  “{isolate(escape(words[:160]))}”", highlight=False)
        console.print()
