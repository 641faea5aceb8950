"""Where words come from, as small trees: origin → the pages that print it → their reprints → translations of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct

from isnad.model.dossier import Copy, Dossier, IndependentOrigins, Origin

REPORTS = frozenset({"outlet", "agency", "unknown"})
"""The kinds of origin that a page's own report may be."""


class Leaf(Struct, frozen=True, gc=False):
    """A page of a tree: how it relates to the page above it, and the pages below it.

    ``how`` is the kind of copy, ``None`` when it rests on the origin itself; ``overlap`` the share of the shorter text found in
    the other; ``sure`` is true when something says who copied whom. A page told of elsewhere in the tree is told of once.
    """

    article: str
    how: str | None
    overlap: float | None
    sure: bool
    below: tuple[Leaf, ...] = ()


class Tree(Struct, frozen=True, gc=False):
    """An origin and the pages that ultimately repeat it."""

    origin: Origin
    pages: tuple[Leaf, ...]

    @property
    def size(self) -> int:
        """The number of pages."""
        return len(self.origin.articles)


def trees(dossier: Dossier) -> tuple[Tree, ...]:
    """Return the tree of every origin, those with most pages first."""
    days = {a.id: (str(a.published.start) if a.published else "9999", a.id) for a in dossier.articles}
    copies: dict[str, list[Copy]] = defaultdict(list)
    for c in dossier.copies:
        for article in c.articles:
            copies[article].append(c)
    made = [Tree(o, _leaves(o, copies, days)) for o in dossier.origins]
    return tuple(sorted(made, key=lambda t: (-t.size, t.origin.kind, t.origin.name, t.origin.id)))


def _leaves(origin: Origin, copies: dict[str, list[Copy]], days: dict[str, tuple[str, str]]) -> tuple[Leaf, ...]:
    """The pages of one origin, each under the page it is most surely and most fully a copy of."""
    inside = sorted((a for a in origin.articles if a in days), key=lambda a: _rank(a, copies, days))
    placed: dict[str, int] = {}
    above: dict[str, tuple[str, Copy]] = {}
    for n, article in enumerate(inside):
        near = [
            (c, other) for c in copies.get(article, ()) for other in c.articles if other != article and other in placed
        ]
        best = max(
            near,
            key=lambda e: (_points_to(e[0], article), e[0].kind != "translation", e[0].overlap, e[1]),
            default=None,
        )
        if best is not None:
            above[article] = (best[1], best[0])
        placed[article] = n
    below: dict[str | None, list[str]] = defaultdict(list)
    for article in inside:
        below[above[article][0] if article in above else None].append(article)

    def leaf(article: str) -> Leaf:
        copy = above[article][1] if article in above else None
        return Leaf(
            article,
            copy.kind if copy else None,
            copy.overlap if copy else None,
            copy is not None and _points_to(copy, article),
            tuple(leaf(x) for x in below[article]),
        )

    return tuple(leaf(x) for x in below[None])


def _rank(article: str, copies: dict[str, list[Copy]], days: dict[str, tuple[str, str]]) -> tuple[int, tuple[str, str]]:
    """Sources before their copies, then by day."""
    return sum(_points_to(c, article) for c in copies.get(article, ())), days[article]


def _points_to(copy: Copy, article: str) -> bool:
    return copy.direction is not None and copy.direction.target == article


def independent_of(dossier: Dossier, articles: Iterable[str] | None = None) -> IndependentOrigins:
    """Return how many independent origins stand behind articles taken whole (all by default), and why the number is a range.

    An outlet's own reporting counts once, however many pages it fills; a communiqué, an agency, a foreign medium once; a page
    that only repeats counts for nothing. At most, every outlet that credits nobody for the whole speaks for itself; at least,
    pages rest on what they name and share.
    """
    wanted = list(dict.fromkeys(articles)) if articles is not None else [a.id for a in dossier.articles]
    publisher = {a.id: a.publisher for a in dossier.articles}
    printed = set(publisher.values())
    behind: dict[str, set[str]] = defaultdict(set)
    own: dict[str, str] = {}
    for o in dossier.origins:
        for a in o.articles:
            if o.kind in REPORTS and o.name == (publisher.get(a) or "unknown"):
                own[a] = f"={publisher[a]}" if publisher.get(a) else o.id
            elif o.kind != "speech":
                behind[a].add(f"={o.name}" if o.kind in REPORTS and o.name in printed else o.id)
    most = {o for a in wanted for o in ({own[a]} if a in own else behind[a])}
    high = max(1, len(most))
    low = min(_fewest([behind[a] or {own[a]} for a in wanted if behind[a] or a in own]), high)
    why = "" if low == high else "pages that report for themselves also name origins they share, and may rest on these"
    return IndependentOrigins(low, high, why)


def _fewest(choices: Sequence[set[str]]) -> int:
    """Return how many origins are enough for every page to rest on one: the one most pages name first, and so on.

    Greedy set cover (Chvátal 1979). A count in the heap that has sunk since is put back with what it is now, so that the whole
    costs about as many steps as pages name origins.
    """
    naming: dict[str, list[int]] = defaultdict(list)
    for n, choice in enumerate(choices):
        for o in choice:
            naming[o].append(n)
    left = {n for n, choice in enumerate(choices) if choice}
    heap = [(-len(pages), o) for o, pages in naming.items()]
    heapify(heap)
    taken = 0
    while left:
        counted, best = heappop(heap)
        pages = [n for n in naming[best] if n in left]
        if len(pages) < -counted:
            heappush(heap, (-len(pages), best))
            continue
        left.difference_update(pages)
        taken += 1
    return max(taken, 1)
