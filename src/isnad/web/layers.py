"""An article's text in layers: what is whose words, names, quotations, events, copies, and the words somebody cites."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from isnad.model import Article
from isnad.model.reading import OWN_PARTS
from isnad.web.desk import Desk

LAYERS = ("names", "quotations", "events", "copies")
MOST = 6000
"""Marked stretches of one page at the most: a page of a million names is shown with its first ones."""


class Layer(Struct, frozen=True):
    """A stretch of the text in one layer, and where it leads."""

    kind: str
    start: int
    end: int
    href: str = ""
    title: str = ""


def layers(desk: Desk, a: Article, root: str) -> list[Layer]:
    """Return everything found in an article, with links below ``root`` ("/fr")."""
    found: list[Layer] = []
    for ident in desk.entities_in.get(a.id, ()):
        e = desk.entities[ident]
        label = " · ".join(dict.fromkeys(e.name.values()))
        found += [
            Layer("names", c.start, c.end, f"{root}/entities/{e.id}", label) for c in e.mentions if c.article == a.id
        ]
    for q in desk.quotations_in.get(a.id, ()):
        who = q.speaker.text if q.speaker else ""
        found += [
            Layer("quotations", c.start, c.end, f"{root}/quotations/{q.id}", who) for c in (q.pieces or (q.words,))
        ]
    for v in desk.events_in.get(a.id, ()):
        found += [
            Layer("events", c.start, c.end, f"{root}/events/{v.id}", v.kind) for c in v.cites if c.article == a.id
        ]
    for x in desk.copies_of.get(a.id, ()):
        cites = [c for p in x.passages for c in (p.a, p.b) if c.article == a.id]
        found += [Layer("copies", c.start, c.end, f"{root}/copies/{x.id}", x.kind) for c in cites]
    return found[:MOST]


def marked(a: Article, found: Iterable[Layer], cited: tuple[int, int] | None) -> Markup:
    """Return the text cut where any layer begins or ends; each piece says in its classes which layers it is in.

    A piece links where its most telling layer leads: a name, else a quotation, else an event, else a copy. The cited words
    are in ``mark`` elements, the first of them ``#cited``. O((text + layers) log layers).
    """
    text, size = a.text, len(a.text)
    spans = [x for x in found if 0 <= x.start < x.end <= size]
    parts = [Layer(p.kind if p.kind in OWN_PARTS else "other", p.start, p.end) for p in a.parts]
    ends = {x for s in (*spans, *parts) for x in (s.start, s.end)} | {0, size}
    if cited:
        ends |= {max(0, min(size, x)) for x in cited}
    cuts = sorted(ends)
    starts = sorted([*spans, *parts], key=lambda s: s.start)
    out: list[Markup] = []
    active: list[Layer] = []
    at, first = 0, True
    for low, high in pairwise(cuts):
        while at < len(starts) and starts[at].start <= low:
            active.append(starts[at])
            at += 1
        active = [s for s in active if s.end > low]
        piece = _piece(text[low:high], active)
        if cited and cited[0] <= low and high <= cited[1]:
            piece = Markup("<mark{}>{}</mark>").format(Markup(' id="cited"') if first else Markup(), piece)
            first = False
        out.append(piece)
    return Markup("").join(out)


def _piece(words: str, active: list[Layer]) -> Markup:
    kinds = {s.kind for s in active}
    shown = sorted(kinds & set(LAYERS))
    classes = [f"l-{k}" for k in shown] + [f"p-{k}" for k in sorted(kinds - set(LAYERS)) if k != "body"]
    leads = next((s for k in LAYERS for s in active if s.kind == k), None)
    if leads is not None and words.strip():
        return Markup('<a class="{}" href="{}" title="{}">{}</a>').format(
            " ".join(classes), leads.href, leads.title, words
        )
    if classes:
        return Markup('<span class="{}">{}</span>').format(" ".join(classes), words)
    return Markup("{}").format(words)
