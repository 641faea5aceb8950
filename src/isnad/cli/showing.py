"""``isnad show``: a dossier in the terminal; right-to-left names isolated so that lines stay readable."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from rich.console import Console
from rich.markup import escape

from isnad.cli.asking import person_asked
from isnad.errors import UsageError
from isnad.export.differences import histories
from isnad.export.disputes import Disputes, sentence_of
from isnad.export.reasons import reason_words, thing_words
from isnad.export.sayings import sayings
from isnad.export.words import Labels, date_words, labels, name_of, title_of
from isnad.model import Citation, Dossier, Quotation
from isnad.model.trees import Leaf, trees
from isnad.store import open_store
from isnad.text import isolate


class View:
    """A dossier with the lookups showing needs."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.dossier = dossier
        self.language = language
        self.labels: Labels = labels(language)
        self.entities = {e.id: e for e in dossier.entities}
        self.articles = {a.id: a for a in dossier.articles}

    def name(self, entity: str | None) -> str:
        """Return an entity's name, isolated; empty for none."""
        return isolate(escape(name_of(self.entities[entity], self.language))) if entity in self.entities else ""

    def words(self, cite: Citation) -> str:
        """Return the words cited, on one line, isolated."""
        article = self.articles.get(cite.article)
        return isolate(escape(" ".join(article.text[cite.start : cite.end].split()))) if article else ""

    def publisher(self, article: str) -> str:
        """Return who published an article."""
        found = self.articles.get(article)
        return isolate(escape(found.publisher or found.source.rsplit("/", 1)[-1])) if found else ""


def run(path: str, what: str, language: str, json: bool, by: str = "") -> None:
    """Show one aspect of a dossier; ``by`` keeps the quotations of one speaker."""
    if what not in VIEWS:
        raise UsageError(f"there is no view {what!r}", f"known: {', '.join(VIEWS)}")
    if language not in ("ar", "en", "es", "fr"):
        raise UsageError(f"labels are not written in {language!r}", "use ar, en, es or fr")
    store = open_store(path, create=False)
    try:
        dossier = store.dossier()
    finally:
        store.close()
    if by and what != "quotations":
        raise UsageError("only quotations are somebody's", "isnad show DOSSIER quotations --by NAME")
    if by:
        who = person_asked(dossier, by)
        spoken = tuple(q for q in dossier.quotations if q.speaker is not None and q.speaker.entity == who)
        dossier = msgspec.structs.replace(dossier, quotations=spoken)
    if json and what == "versions":
        print(msgspec.json.encode(histories(dossier)).decode())
        return
    if json:
        field = {"timeline": "events", "people": "entities", "sources": "articles"}.get(what, what)
        records = getattr(dossier, field)
        if what == "people":  # bodies and places behind them: they have ids to decide on, too
            records = sorted(records, key=lambda e: e.kind != "person")
        print(msgspec.json.encode(records).decode())
        return
    console = Console()
    with console.capture() as held:
        VIEWS[what](View(dossier, language), console)
    print(held.get() or labels(language).get("none"), end="\n" if not held.get() else "")


def _timeline(v: View, console: Console) -> None:
    for e in v.dossier.events:
        n = e.independent_origins
        origins = f"{n.min}" if n.min == n.max else f"{n.min}–{n.max}"
        status = "" if e.status == "happened" else f" [yellow]({v.labels.get(e.status)})[/yellow]"
        place = f" · {v.name(e.place)}" if e.place in v.entities else ""
        pages = f"{len(e.articles)} {v.labels.get('page' if len(e.articles) == 1 else 'pages')}"
        badge = f"{pages}, {origins} {v.labels.get('independent origin' if n.max == 1 else 'independent origins')}"
        head = (
            f"[bold]{date_words(e.date, v.language)}[/bold] · {v.labels.get(e.kind)}{status}{place}  [dim]{badge}[/dim]"
        )
        console.print(head, highlight=False)
        console.print(f"    {isolate(escape(title_of(e.title, v.language)))}", highlight=False)
        who = " · ".join(dict.fromkeys(v.name(p.entity) for p in e.participants if p.entity in v.entities))
        if who:
            console.print(f"    [dim]{who}[/dim]", highlight=False)
        for u in e.updates:
            grown = f" {v.labels.get('→')} ".join(f"{c.value:,} ({date_words(c.day, v.language)})" for c in u.counts)
            said = isolate(escape(u.quantity))
            console.print(f"    [dim]{v.labels.get('updated')}: {grown} · {said}[/dim]", highlight=False)


def _people(v: View, console: Console) -> None:
    for e in v.dossier.entities:
        if e.kind != "person":
            continue
        forms = " · ".join(isolate(escape(a)) for a in e.aliases if a != name_of(e, v.language))
        console.print(f"[bold]{v.name(e.id)}[/bold]  [dim]{forms}  ({len(e.mentions)})[/dim]", highlight=False)
        for role in e.roles[:3]:
            console.print(f"    {isolate(escape(role.text))}", highlight=False)


def _quotations(v: View, console: Console) -> None:
    for said in sayings(v.dossier):
        q = said.quotation
        who = isolate(escape(q.speaker.text)) if q.speaker else v.labels.get("unknown speaker")
        if q.speaker and q.speaker.entity in v.entities and v.name(q.speaker.entity) != who:
            who += f" ({v.name(q.speaker.entity)})"
        chain = " ← ".join(isolate(escape(link.name)) for link in q.chain if link.role != "speaker")
        stance = "" if q.stance == "neutral" else f" · {v.labels.get(q.stance)}"
        console.print(_marked(v, q), highlight=False)
        day = date_words(said.article.published, v.language)
        console.print(
            f"    [bold]{who}[/bold]{stance}  [dim]{day}{' ← ' if chain else ''}{chain}[/dim]", highlight=False
        )
        if said.again:
            pages = ", ".join(dict.fromkeys(v.publisher(o.words.article) for o in said.again))
            console.print(f"    [dim]{v.labels.get('also printed by')}: {pages}[/dim]", highlight=False)
        for other in said.differ:
            console.print(f"    [dim]≠ {_marked(v, other)} {v.publisher(other.words.article)}[/dim]", highlight=False)


def _marked(v: View, q: Quotation) -> str:
    """The words; marks stand around what was said, never around what was only reported."""
    words = " […] ".join(v.words(p) for p in (q.pieces or (q.words,)))
    return f"({v.labels.get('indirect')}) {words}" if q.kind == "indirect" else f"“{words}”"


def _agreements(v: View, console: Console) -> None:
    for a in v.dossier.agreements:
        parties = " – ".join(v.name(p) for p in a.parties)
        console.print(f"[bold]{isolate(escape(title_of(a.title, v.language)))}[/bold]  {parties}", highlight=False)
        if a.domains:
            console.print("    " + " · ".join(isolate(escape(d.text)) for d in a.domains), highlight=False)
        for s in a.steps:
            console.print(f"    {v.labels.get(s.status)}: {date_words(s.date, v.language)}", highlight=False)


def _disagreements(v: View, console: Console) -> None:
    told, articles = Disputes(v.dossier, v.language), {a.id: a for a in v.dossier.articles}
    for d in v.dossier.disagreements:
        about, _ = told.about(d)
        why = escape(reason_words(d.why, v.labels.language))
        console.print(
            f"[bold]{v.labels.get(d.slot)}[/bold]: {isolate(escape(about))}  [dim]{why}[/dim]", highlight=False
        )
        for value in d.values:
            by = ", ".join(v.publisher(a) for a in value.articles)
            console.print(f"    {isolate(escape(told.value(d.slot, value.value)))}  [dim]{by}[/dim]", highlight=False)
            for cite in {c.article: c for c in reversed(value.cites)}.values():
                article = articles[cite.article]
                words = " ".join(article.words(sentence_of(article, cite)).split())
                console.print(f"        {isolate(escape(words))}", highlight=False, soft_wrap=True)


def _sources(v: View, console: Console) -> None:
    for a in sorted(v.dossier.articles, key=lambda a: str(a.published.start) if a.published else "9"):
        title = isolate(escape(a.title or v.labels.get("untitled")))
        console.print(
            f"{date_words(a.published, v.language):>12}  {v.publisher(a.id)}  [bold]{title}[/bold]  [dim]{escape(a.source)}[/dim]",
            highlight=False,
        )
    for tree in trees(v.dossier):
        o = tree.origin
        name = "" if o.kind == "unknown" else f": {isolate(escape(o.name))}"
        why = escape(reason_words("; ".join(o.reasons), v.language))
        console.print(f"[bold]{v.labels.get(o.kind)}[/bold]{name}  [dim]{why}[/dim]", highlight=False)
        for leaf in tree.pages:
            _leaf(v, console, leaf, 1)


def _leaf(v: View, console: Console, leaf: Leaf, depth: int) -> None:
    """One page of an origin's tree, and what was made of it."""
    how = ""
    if leaf.how is not None:
        sign = "→" if leaf.sure else "↔"
        how = f"{sign} {v.labels.get(leaf.how)} {leaf.overlap or 0:.0%}  "
    console.print(f"{'    ' * depth}[dim]{how}[/dim]{v.publisher(leaf.article)}", highlight=False)
    for below in leaf.below:
        _leaf(v, console, below, depth + 1)


def _stories(v: View, console: Console) -> None:
    for s in v.dossier.stories:
        console.print(
            f"[bold]{isolate(escape(title_of(s.title, v.language)))}[/bold]  ({len(s.articles)})", highlight=False
        )
        for a in s.articles:
            console.print(
                f"    {v.publisher(a)}: {isolate(escape(v.articles[a].title or v.labels.get('untitled')))}",
                highlight=False,
            )


def _abstentions(v: View, console: Console) -> None:
    for a in v.dossier.abstentions:
        words = v.words(a.cites[0]) if a.cites else ""
        console.print(
            f"[bold]{escape(thing_words(a.what, v.labels.language))}[/bold]: {escape(reason_words(a.why, v.labels.language))}  [dim]{words}[/dim]",
            highlight=False,
        )


_CONTEXT = 6
"""Words shown on either side of a change."""


def _versions(v: View, console: Console) -> None:
    """Each article seen in several states: what its later states take away (-) and add (+), with a few words around."""
    for h in histories(v.dossier):
        last = v.articles[h.articles[-1]]
        title = isolate(escape(last.title or v.labels.get("untitled")))
        console.print(f"[bold]{title}[/bold]  {v.publisher(last.id)}  ({len(h.articles)})", highlight=False)
        for step in h.steps:
            a, b = v.articles[step.earlier], v.articles[step.later]
            console.print(f"    [dim]{escape(a.source)} → {escape(b.source)}[/dim]", highlight=False)
            for n, change in enumerate(step.changes):
                if change.kind == "same":
                    continue
                before = step.changes[n - 1] if n else None
                words = isolate(escape(" ".join(change.words.split())))
                if before is None or before.kind == "same":
                    around = " ".join(before.words.split()[-_CONTEXT:]) if before else ""
                    console.print(f"    [dim]{isolate(escape(f'… {around}'))}[/dim]", highlight=False)
                style = "[red]-" if change.kind == "gone" else "[green]+"
                console.print(f"    {style} {words}[/]", highlight=False)


VIEWS: dict[str, Callable[[View, Console], None]] = {
    "timeline": _timeline,
    "people": _people,
    "quotations": _quotations,
    "agreements": _agreements,
    "disagreements": _disagreements,
    "sources": _sources,
    "stories": _stories,
    "versions": _versions,
    "abstentions": _abstentions,
}
"""Name → how a dossier is shown under it."""
