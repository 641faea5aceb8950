"""The stretch of a page that answers a query best, its own characters marked, with the reason for each mark."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.model import Article, Citation, Span
from isnad.search.expand import Alternative, Because, Group
from isnad.search.rows import cited_words, own_words
from isnad.search.tokens import Word, folded, printed_words

WIDTH = 240
"""Characters of a snippet, about."""


class Snippet(Struct, frozen=True):
    """A stretch of an article, and the stretches in it that answer; all offsets count from the start of the article."""

    article: str
    start: int
    end: int
    marks: tuple[Span, ...]


class Why(Struct, frozen=True):
    """Why a hit is one: what was asked, what is printed, and what joins the two."""

    asked: str
    printed: str
    because: Because
    entity: str | None = None


class _Met(Struct, frozen=True):
    start: int
    end: int
    group: int
    alternative: Alternative


def snippet(article: Article, cites: Sequence[Citation], groups: Sequence[Group]) -> tuple[Snippet, tuple[Why, ...]]:
    """Return the best stretch of an article, within citations when there are any, and why it answers. O(its words)."""
    stream = cited_words(article, cites) if cites else own_words(article)
    met = _met(stream, groups)
    bounds = _bounds(article, cites)
    best = _window(met)
    start, end = _widened(article.text, best, bounds)
    marks = _marks(m for m in met if start <= m.start and m.end <= end)
    seen: dict[tuple[int, str], Why] = {}
    for m in sorted(met, key=lambda m: not start <= m.start < end):
        printed = article.text[m.start : m.end]
        # The full name of somebody asked for by a part of it needs no reason.
        same = _plain(groups[m.group].text) <= _plain(printed)
        seen.setdefault(
            (m.group, printed.casefold()),
            Why(groups[m.group].text, printed, "word" if same else m.alternative.because, m.alternative.entity),
        )
    return Snippet(article.id, start, end, marks), tuple(seen.values())[:8]


def _plain(text: str) -> set[str]:
    return {folded(w) for w in printed_words(text)}


def _met(stream: Sequence[Word], groups: Sequence[Group]) -> list[_Met]:
    """Every place a group is met at, in the order of the text."""
    found: list[_Met] = []
    for column, field in _FIELDS.items():
        tokens = [getattr(w, field) for w in stream]
        begins: dict[str, list[tuple[int, Alternative]]] = {}
        stars = [(n, a) for n, g in enumerate(groups) if g.prefix for a in g.alternatives if a.column == column]
        for n, g in enumerate(groups):
            for a in g.alternatives if not g.prefix else ():
                if a.column == column:
                    for token in a.tokens[:1] if a.near is None else a.tokens:
                        begins.setdefault(token, []).append((n, a))
        for i, token in enumerate(tokens if begins or stars else ()):
            ways = begins.get(token)
            if ways is None and not stars:
                continue
            here = [(n, a, last) for n, a in ways or () if (last := _last(tokens, i, a)) is not None]
            here += [(n, a, i) for n, a in stars if token.startswith(a.tokens[-1])]
            found += [_Met(stream[i].start, stream[last].end, n, a) for n, a, last in here]
    return sorted(found, key=lambda m: (m.start, m.end))


_FIELDS = {"exact": "exact", "stems": "stem", "plain": "plain", "sense": "sense"}
"""Stream → the field of a word that stands in it."""


def _last(tokens: Sequence[str], i: int, a: Alternative) -> int | None:
    """Where an alternative that begins at a word ends; ``None`` when it does not stand there."""
    if a.near is None:
        return i + len(a.tokens) - 1 if tuple(tokens[i : i + len(a.tokens)]) == a.tokens else None
    reach = tokens[i : i + len(a.tokens) + a.near]
    return i + max(reach.index(t) for t in a.tokens) if all(t in reach for t in a.tokens) else None


def _window(met: Sequence[_Met]) -> tuple[int, int] | None:
    """The stretch of about the width that meets the most groups, the words asked for before other forms."""
    best: tuple[float, int, int] | None = None
    for i, first in enumerate(met):
        inside = [m for m in met[i : i + 40] if m.end - first.start <= WIDTH - 40] or [first]
        kinds = {(m.group, m.alternative.because == "word") for m in inside}
        worth = 3 * len({g for g, _ in kinds}) + sum(w for _, w in kinds) + 0.01 * len(inside)
        if best is None or worth > best[0]:
            best = (worth, first.start, max(m.end for m in inside))
    return (best[1], best[2]) if best else None


def _bounds(article: Article, cites: Sequence[Citation]) -> tuple[int, int]:
    if cites:
        return min(c.start for c in cites), max(c.end for c in cites)
    own = article.own()
    return (own[0].start, own[-1].end) if own else (0, len(article.text))


def _widened(text: str, best: tuple[int, int] | None, bounds: tuple[int, int]) -> tuple[int, int]:
    """The stretch with words around it up to the width, cut where words end."""
    low, high = bounds
    start, end = best or (low, low)
    room = max(0, WIDTH - (end - start))
    start, end = max(low, start - room // 3), min(high, end + room - room // 3)
    while start > low and not text[start - 1].isspace() and start < (best or (end, end))[0]:
        start += 1
    while end < high and not text[end].isspace() and end > (best or (start, start))[1]:
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _marks(met: object) -> tuple[Span, ...]:
    """The places met, those that touch joined."""
    joined: list[Span] = []
    for m in sorted(met, key=lambda m: (m.start, -m.end)):  # type: ignore[call-overload]
        if joined and m.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, m.end))
        else:
            joined.append(Span(m.start, m.end))
    return tuple(joined)
