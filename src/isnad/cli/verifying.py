"""``isnad verify``: every citation, read again in the stored bytes."""

from __future__ import annotations

import msgspec
from rich.console import Console

from isnad.errors import CitationFault, IsnadError
from isnad.extract import read
from isnad.model import Article, Citation, Page
from isnad.store import Store, claims_of, open_store


def run(dossier: str, json: bool) -> None:
    """Verify and say how many citations hold; raises :class:`~isnad.errors.CitationFault` on the first that does not."""
    store = open_store(dossier, create=False)
    try:
        found = verify(store)
    finally:
        store.close()
    if json:
        print(msgspec.json.encode(found).decode())
        return
    words = f"{found['citations']:,} citations of {found['claims']:,} claims quote the stored text"
    Console().print(
        f"[green]✓[/green] {words}; {found['texts']} of {found['articles']} texts re-read from their bytes",
        highlight=False,
    )
    if found["texts"] < found["articles"]:
        Console().print("[dim]the other articles were imported without their pages: checked against their text[/dim]")


def verify(store: Store) -> dict[str, int]:
    """Return how much was verified.

    Raises :class:`~isnad.errors.CitationFault` naming the first citation that lies outside its article, quotes nothing but
    white space, or stands in chrome; or the first article whose stored bytes give another text.
    """
    dossier = store.dossier()
    articles = {a.id: a for a in dossier.articles}
    texts = sum(_same_text(a, store) for a in dossier.articles)
    claims = citations = 0
    for kind, claim, cites in claims_of(dossier):
        claims += 1
        if not cites and kind in ("event", "figure", "role", "value", "step", "domain", "quotation"):
            raise CitationFault(f"{kind} {claim} has no citation")
        for cite in cites:
            _check(kind, claim, cite, articles, store)
            citations += 1
    return {"articles": len(articles), "texts": texts, "claims": claims, "citations": citations}


def _same_text(article: Article, store: Store) -> bool:
    """True when the stored bytes give the article's text again; ``False`` when there are no bytes."""
    data = store.data(article.sha256)
    if data is None:
        return False
    try:
        again = read(Page(source=article.source, data=data, media_type=article.media_type))
    except IsnadError as fault:
        raise CitationFault(f"the stored page of {article.source} can no longer be read: {fault.what}") from fault
    if again.text != article.text:
        raise CitationFault(f"the stored bytes of {article.source} give another text", "build the dossier again")
    return True


def _check(kind: str, claim: str, cite: Citation, articles: dict[str, Article], store: Store) -> None:
    words = store.words(cite)
    where = f"{kind} {claim} cites [{cite.start}, {cite.end}) of article {cite.article}"
    if cite.article not in articles or words is None:
        raise CitationFault(f"{where}, which is not there")
    if not words.strip():
        raise CitationFault(f"{where}, which quotes nothing")
    article = articles[cite.article]
    if words != article.text[cite.start : cite.end]:
        raise CitationFault(f"{where}: the stored text reads otherwise")
    if kind in ("event", "quotation", "figure", "step", "domain") and not any(
        p.start <= cite.start and cite.end <= p.end for p in _own(article)
    ):
        raise CitationFault(f"{where}, which is not the article's own words: {words[:60]!r}")


def _own(article: Article) -> list[Citation]:
    """The article's own parts, neighbours joined: a quotation may run over paragraphs."""
    joined: list[Citation] = []
    for p in article.own():
        if joined and not article.text[joined[-1].end : p.start].strip():
            joined[-1] = Citation(article.id, joined[-1].start, p.end)
        else:
            joined.append(Citation(article.id, p.start, p.end))
    return joined
