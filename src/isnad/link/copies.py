"""Which articles share their words: identical, near, excerpt and translation, with the passages side by side.

Words are compared as runs of five folded words of the running text; words inside quotation marks do not count, since two
reporters may quote one speech, nor does what a house prints under all its articles. :mod:`isnad.link.meetings` says which
pairs are worth comparing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.link.bodies import LEAST_WORDS, SHINGLE, Body
from isnad.link.meetings import FEW, LEAST_TEXT, in_time, meetings
from isnad.link.passages import Run, shared_runs
from isnad.link.topics import Topic
from isnad.link.topics import topics as all_topics
from isnad.link.translations import translated
from isnad.model import Copy, Passage, Reading

IDENTICAL = 0.97
NEAR = 0.55
"""Share of the smaller text found in the other from which the whole is a copy, given texts of like length."""
LIKE_LENGTH = 0.35
"""Share of all runs of both texts that two near copies have in common, at least."""
EXCERPT = 0.12
LONG = 40
"""Words of shared passages that make an excerpt however long the texts."""
OWN_WORDS = 10
"""Words of a shared run that must stand outside quotation marks in both texts."""
PIECE = 200
"""Pairs that are compared in one turn, at least."""
HELD = 384
"""Articles whose words are held in memory at a time."""


class Pairs(Struct, frozen=True, gc=False):
    """Pairs of articles, each with whether their words and their meanings are to be compared (neither: they are identical); hashes of stock passages.

    What is found in one pair depends on no other, so that the pairs may be divided.
    """

    pairs: tuple[tuple[int, int, bool, bool], ...]
    stock: frozenset[int]

    def divided(self, pieces: int) -> list[Pairs]:
        """Return the pairs in at most so many pieces, in order, none of which is too small to be worth handing round."""
        size = max(PIECE, -(-len(self.pairs) // pieces))
        return [Pairs(self.pairs[at : at + size], self.stock) for at in range(0, len(self.pairs), size)]


def find_copies(readings: Sequence[Reading], topics: Sequence[Topic] = ()) -> tuple[Copy, ...]:
    """Return every pair of articles that share words, the strongest first; versions of one address are no copies.

    Of more than twelve pages of the same words, each is paired with the first only. Time and memory grow with the number
    of articles, not with its square. ``topics`` spares finding out again what each article is about.
    """
    return strongest_first(compared(bodies(readings), pairs_to_compare(readings, topics or all_topics(readings))))


def pairs_to_compare(readings: Sequence[Reading], topics: Sequence[Topic]) -> Pairs:
    """Return which articles are worth comparing, near in time beside each other."""
    met = meetings(readings, bodies(readings), topics)
    same = []
    for group in met.same:
        some = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :]] if len(group) <= FEW else []
        same += [
            pair
            for pair in some or [(group[0], b) for b in group[1:]]
            if not versions(*map(readings.__getitem__, pair))
        ]
    words, meanings = set(met.words).difference(same), set(met.meanings).difference(same)
    # What may belong together lies near in time: in that order the words of each are made once and let go.
    place = {n: i for i, n in enumerate(in_time(range(len(readings)), readings))}
    rest = sorted(words | meanings, key=lambda p: sorted((place[p[0]], place[p[1]]), reverse=True))
    return Pairs(tuple((a, b, (a, b) in words, (a, b) in meanings) for a, b in [*same, *rest]), met.stock)


def compared(body: Callable[[int], Body], some: Pairs) -> tuple[Copy, ...]:
    """Return the copies among pairs of articles; ``body`` makes their words."""
    found = []
    for a, b, words, meanings in some.pairs:
        if not words and not meanings:
            found.append(_identical(body(a), body(b)))
            continue
        copy = compare(body(a), body(b), some.stock) if words else None
        if copy is None and meanings:
            copy = compare_across(body(a), body(b))
        if copy is not None:
            found.append(copy)
    return tuple(found)


def strongest_first(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return the copies by overlap; which of them were found together makes no difference."""
    return tuple(sorted(copies, key=lambda c: (-c.overlap, c.id)))


def bodies(readings: Sequence[Reading]) -> Callable[[int], Body]:
    """Return how an article's words are made: those of the latest are held."""

    @lru_cache(maxsize=HELD)
    def body(n: int) -> Body:
        return Body(readings[n])

    return body


def versions(a: Reading, b: Reading) -> bool:
    """True when two pages are states of one page, of one address; they are not copies of each other."""
    return bool(a.article.url and a.article.url == b.article.url)


def compare(a: Body, b: Body, stock: frozenset[int] = frozenset()) -> Copy | None:
    """Compare two articles of one language; ``None`` when they share no more than quotations and stock phrases.

    ``stock`` are hashes of passages that many pages, or the pages of one house, carry.
    """
    if versions(a.reading, b.reading) or min(len(a.words), len(b.words)) < LEAST_TEXT:
        return None
    runs = [r for r in shared_runs(a.words, b.words, a.runs, b.runs, LEAST_WORDS) if _unquoted(a, b, r) >= OWN_WORDS]
    if not runs:
        return None
    share, alike = _shares(a.shingles, b.shingles)
    telling = [r for r in runs if not _is_stock(a, r, stock)]
    if len(telling) < len(runs):
        mine, theirs = (_without(x, [r for r in runs if r not in telling], side) for side, x in enumerate((a, b)))
        if min(len(mine), len(theirs)) >= LEAST_TEXT - SHINGLE:
            runs = telling
            share, alike = _shares(mine, theirs)
        if not telling and min(len(a.words), len(b.words)) - sum(n for _, _, n in runs) >= OWN_WORDS:
            return None  # nothing but what a house prints under all its pages, beside words of each page's own
        if not runs:
            return None
    covered = sum(n for _, _, n in runs)
    if alike >= IDENTICAL:
        kind = "identical"
    elif share >= NEAR and alike >= LIKE_LENGTH:
        kind = "near"
    elif share >= EXCERPT or covered >= LONG:
        kind = "excerpt"
    else:
        return None
    passages = tuple(Passage(a.cite(i, n), b.cite(j, n)) for run in runs for i, j, n in _within_parts(a, b, run))
    reasons = [f"{len(runs)} shared passage{'s' if len(runs) > 1 else ''} of {covered} words"]
    reasons.append(f"{share:.0%} of the shorter text stands in the other")
    return _copy(kind, a, b, passages, share, reasons)


def compare_across(a: Body, b: Body) -> Copy | None:
    """Compare two articles of different languages; ``None`` when neither is, for sure, a translation of the other."""
    if a.language == b.language or versions(a.reading, b.reading) or min(len(a.words), len(b.words)) < LEAST_TEXT:
        return None
    found = translated(a, b)
    if found is None:
        return None
    rows = tuple(Passage(a.sentences[r.a][0].cite(a.id), b.sentences[r.b][0].cite(b.id)) for r in found.rows)
    return _copy("translation", a, b, rows, found.share, found.reasons)


def _identical(a: Body, b: Body) -> Copy:
    passages = tuple(Passage(a.cite(i, n), b.cite(i, n)) for i, _, n in _within_parts(a, b, (0, 0, len(a.words))))
    return _copy("identical", a, b, passages, 1.0, [f"the same {len(a.words)} words in the same order"])


def _shares(a: frozenset[int], b: frozenset[int]) -> tuple[float, float]:
    """The share of the smaller set found in the other, and the share of both that is common (Broder 1997)."""
    common = len(a & b)
    return common / max(1, min(len(a), len(b))), common / max(1, len(a) + len(b) - common)


def _unquoted(a: Body, b: Body, run: Run) -> int:
    """Words of a shared run that neither text prints as somebody's words."""
    i, j, n = run
    if not any(a.quoted[i : i + n]) and not any(b.quoted[j : j + n]):
        return n
    return sum(not (x or y) for x, y in zip(a.quoted[i : i + n], b.quoted[j : j + n], strict=True))


def _is_stock(a: Body, run: Run, stock: frozenset[int]) -> bool:
    """True when half the hashes chosen inside a run are stock; those at its ends may be chosen for what stands beside it."""
    if not stock:
        return False
    inside = [h in stock for at, h in a.chosen if run[0] <= at <= run[0] + run[2] - SHINGLE]
    return any(inside) and 2 * sum(inside) >= len(inside)


def _without(body: Body, runs: Sequence[Run], side: int) -> frozenset[int]:
    """The text's runs of five words without those of some shared passages."""
    gone = {body.runs[k] for r in runs for k in range(r[side], r[side] + r[2] - SHINGLE + 1)}
    return body.shingles - gone


def _within_parts(a: Body, b: Body, run: Run) -> list[Run]:
    """A run cut where either text goes from one part to the next: what lies between is not the article's own."""
    i, j, n = run
    out, start = [], 0
    (_, _, part), (_, _, other) = a.places, b.places
    for k in range(1, n + 1):
        if k == n or part[i + k] != part[i + k - 1] or other[j + k] != other[j + k - 1]:
            if k - start >= SHINGLE:
                out.append((i + start, j + start, k - start))
            start = k
    return out or [(i, j, 1)]


def _copy(kind: str, a: Body, b: Body, passages: tuple[Passage, ...], overlap: float, reasons: Iterable[str]) -> Copy:
    first, second = sorted((a.id, b.id))
    if first != a.id:
        passages = tuple(Passage(p.b, p.a) for p in passages)
    key = hashlib.sha256(f"{first}|{second}".encode()).hexdigest()[:12]
    return Copy(
        id=f"c-{key}",
        kind=kind,  # type: ignore[arg-type]
        articles=(first, second),
        direction=None,
        passages=passages,
        overlap=round(min(1.0, overlap), 3),
        reasons=tuple(reasons),
    )
