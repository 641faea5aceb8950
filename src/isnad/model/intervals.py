"""What several dated statements of one thing have in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.model.base import Interval


def common_interval(dates: Sequence[Interval]) -> Interval | None:
    """Return the days that the dates agree on: the finest one, narrowed by the others it meets.

    When dates exclude each other, the one that most others bear out stands, of equals the first given; ``None`` when there is no date. A date and a
    coarser one that holds it are no contradiction: the finer stands, with both cited. O(n log n).
    """
    if not dates:
        return None
    starts, ends = sorted(d.start for d in dates), sorted(d.end for d in dates)

    def borne_out(d: Interval) -> int:
        """How many dates meet it: those begun by its end, less those over before it starts."""
        return bisect_right(starts, d.end) - bisect_left(ends, d.start)

    best = max(dates, key=lambda d: (borne_out(d), -d.days))
    start, end = best.start, best.end
    for other in sorted(dates, key=borne_out, reverse=True):  # a month that holds two days is the day that more give
        if other.start <= end and start <= other.end:
            start, end = max(start, other.start), min(end, other.end)
    cites = tuple(dict.fromkeys((*best.cites, *(c for d in dates if d.meets(best) for c in d.cites))))
    if (start, end) == (best.start, best.end):
        return Interval(start, end, best.precision, best.basis, cites)
    return Interval(start, end, "day" if start == end else "range", f"{best.basis}; narrowed by another telling", cites)
