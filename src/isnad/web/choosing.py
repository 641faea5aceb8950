"""What the forms of decisions offer to choose from: the likely first, and others as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from isnad.export.words import date_words, title_of
from isnad.model import Entity, Event
from isnad.text import fold_key
from isnad.web.view import View

MOST = 60
"""Choices of one list at the most; typing finds the others."""
Choice = tuple[str, str]
"""An id, and what stands for it."""


def alike(view: View, ident: str, typed: str = "") -> list[Choice]:
    """Return names of a thing's own kind: first those that share a word with it, then the most named."""
    desk = view.desk
    e = desk.entities.get(ident)
    own = desk.tokens[ident] if e else frozenset()
    found = [x for x in desk.by_mentions if x.id != ident and (e is None or x.kind == e.kind)]
    return _named(view, sorted(found, key=lambda x: -len(own & desk.tokens[x.id])), typed)


def speakers(view: View, ident: str, typed: str = "") -> list[Choice]:
    """Return who may have spoken a quotation: its speaker, those its page names, then the most named; never a place."""
    desk = view.desk
    q = desk.quotations.get(ident)
    here = frozenset(desk.entities_in.get(q.words.article, ())) if q else frozenset()
    now = q.speaker.entity if q and q.speaker else None
    found = [x for x in desk.by_mentions if x.kind != "place"]
    return _named(view, sorted(found, key=lambda x: (x.id != now, x.id not in here, x.kind != "person")), typed)


def near(view: View, ident: str, typed: str = "") -> list[Choice]:
    """Return other events: first those that have kind, day, place, people or pages in common with one."""
    desk = view.desk
    e = desk.events.get(ident)
    words = fold_key(typed)
    ranked = sorted(
        ((-_common(e, x) if e else 0, n) for n, x in enumerate(desk.d.events) if x.id != ident),
    )  # fmt: skip
    out: list[Choice] = []
    for score, n in ranked:
        x = desk.d.events[n]
        title = " ".join(title_of(x.title, view.language).split())
        if words and not any(words in fold_key(t) for t in x.title.values()):
            continue
        if (words or score) and len(out) < MOST:
            out.append((x.id, f"{date_words(x.date, view.language)} · {title[:110]}"))
    return out


def _common(e: Event, x: Event) -> int:
    """How much two events have in common; nothing when they share neither kind nor people."""
    people = len({p.entity for p in e.participants} & {p.entity for p in x.participants})
    if e.kind != x.kind and not people:
        return 0
    day = 3 if e.date and x.date and e.date.meets(x.date) else 0
    return day + 2 * (e.kind == x.kind) + people + (e.place is not None and e.place == x.place)


def _named(view: View, found: Iterable[Entity], typed: str) -> list[Choice]:
    words = fold_key(typed)
    out: list[Choice] = []
    for x in found:
        if words and not any(words in fold_key(n) for n in (*x.aliases, *x.name.values())):
            continue
        out.append((x.id, _told(view, x)))
        if len(out) == MOST:
            break
    return out


def _told(view: View, e: Entity) -> str:
    """A name with how often it is met: two that are spelt alike must be told apart."""
    return f"{view.plain_name(e.id)} ({len(e.mentions)})"


CHOICES: dict[str, Callable[[View, str, str], list[Choice]]] = {"alike": alike, "speakers": speakers, "near": near}
"""Name of a list → what is in it, for the thing of an id and for typed words."""
