"""``isnad search``: what answers a query, its words marked, and why each hit is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.markup import escape

from isnad.annotate.events.kinds import kinds
from isnad.errors import SearchError
from isnad.export.words import date_words, title_of
from isnad.model import Article, Dossier
from isnad.model.reading import EventStatus
from isnad.search import TYPES, Found, Hit, Searcher, Why
from isnad.search.expand import Mode
from isnad.store import open_store
from isnad.store.fulltext import RowType
from isnad.text import isolate

BECAUSE = {
    "name": "another form of the name",
    "sound": "a name that sounds so",
    "meaning": "a word of that meaning",
}


class Wish(Struct, frozen=True):
    """What the command line asks for."""

    query: str
    mode: Mode = "across"
    filters: Mapping[str, Sequence[str]] = {}
    type: RowType | None = None
    limit: int = 10
    language: str | None = None


def run(path: str, wish: Wish, json: bool) -> None:
    """Search and print; raises :class:`~isnad.errors.SearchError` for what cannot be asked."""
    if wish.mode not in get_args(Mode):
        raise SearchError(f"there is no mode {wish.mode!r}", f"known: {', '.join(get_args(Mode))}")
    if wish.type is not None and wish.type not in TYPES:
        raise SearchError(f"{wish.type!r} cannot be searched for", f"known: {', '.join(TYPES)}")
    if not wish.query.strip() and not any(v.strip() for values in wish.filters.values() for v in values):
        raise SearchError(
            "nothing is asked for", "give words, or a filter such as --kind signing or --since 2024-05-01"
        )
    _known("status", wish.filters.get("status", ()), lambda: get_args(EventStatus))
    types: tuple[RowType, ...] = (wish.type,) if wish.type else TYPES
    store = open_store(path, create=False)
    try:
        dossier = store.dossier()
        told = {e.kind for e in dossier.events}  # an imported dossier may tell kinds that are not ours
        _known("kind", wish.filters.get("kind", ()), lambda: {*kinds(), *told, "direct", "mixed", "indirect"})
        searcher = Searcher(dossier, store.fulltext())
        found = searcher.search(wish.query, wish.mode, wish.filters, types, wish.limit, language=wish.language)
    finally:
        store.close()
    if json:
        print(msgspec.json.encode(_plain(found, searcher)).decode())
    else:
        _print(found, searcher, wish.language or "en")


def _known(name: str, asked: Sequence[str], all_of: Callable[[], Iterable[str]]) -> None:
    """Raise for a value that no dossier can have, rather than find nothing."""
    strange = [v for v in asked if v.strip() and v.strip() not in all_of()]
    if strange:
        raise SearchError(f"there is no {name} {strange[0]!r}", f"known: {', '.join(sorted(all_of()))}")


def _plain(found: Found, searcher: Searcher) -> dict[str, object]:
    """The hits as plain values, each snippet with its words."""
    hits = []
    for h in found.hits:
        row: dict[str, object] = msgspec.to_builtins(h)
        if h.snippet is not None:
            row["words"] = searcher.articles[h.snippet.article].text[h.snippet.start : h.snippet.end]
        hits.append(row)
    return {**msgspec.to_builtins(found), "hits": hits}


def _print(found: Found, searcher: Searcher, language: str) -> None:
    console = Console()
    counts = " · ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in found.counts.items())
    console.print(f"[bold]{counts}[/bold]  [dim]{found.mode}[/dim]", highlight=False)
    if found.cut:
        console.print("[yellow]the query was too long: only its beginning was looked for[/yellow]", highlight=False)
    if found.loose:
        console.print("[yellow]nothing has all of these words; these have some[/yellow]", highlight=False)
    events = {e.id: e for e in searcher.dossier.events}
    for h in found.hits:
        article = searcher.articles[h.snippet.article] if h.snippet else None
        day = events[h.id].date if h.type == "event" else article.published if article else None
        title = (
            title_of(events[h.id].title, language) if h.type == "event" else (article.title if article else "") or ""
        )
        publisher = isolate(escape(article.publisher or "")) if article else ""
        head = f"{date_words(day, language)} · {publisher} · [dim]{h.type} {h.id}[/dim]"
        console.print(head, highlight=False)
        if h.type == "article":
            console.print(f"    [bold]{isolate(escape(title))}[/bold]", highlight=False)
        if article is not None:
            console.print(f"    {_marked(article, h)}", highlight=False)
        said = [_because(w, searcher.dossier) for w in h.why if w.because != "word"]
        if said:
            console.print(f"    [dim]{'; '.join(dict.fromkeys(said))}[/dim]", highlight=False)


def _marked(article: Article, h: Hit) -> str:
    assert h.snippet is not None
    out, at = "", h.snippet.start
    for m in h.snippet.marks:
        out += escape(article.text[at : m.start]) + f"[reverse]{escape(article.text[m.start : m.end])}[/reverse]"
        at = m.end
    return isolate(" ".join((out + escape(article.text[at : h.snippet.end])).split()))


def _because(why: Why, dossier: Dossier) -> str:
    return f"{isolate(escape(why.printed))} for {isolate(escape(why.asked))}: {BECAUSE[why.because]}"
