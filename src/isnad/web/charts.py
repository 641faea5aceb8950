"""Drawings made on this side, as SVG without styles of their own: activity, timeline, network. Mirrored for Arabic."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup
from msgspec import Struct

from isnad.model import Event

WIDE = 1000
MOST_DRAWN = 400
"""Events that are drawn one by one; more are drawn as columns that lead nearer."""
LANES = 14


class Scale(Struct, frozen=True):
    """Days on a line of :data:`WIDE` units, from the left, or from the right for Arabic."""

    first: date
    last: date
    mirrored: bool = False
    months: tuple[str, ...] = ()
    """Names of the months, January first; in figures when there are none."""

    def x(self, day: date) -> float:
        """Return where a day begins."""
        share = (day - self.first).days / max(1, (self.last - self.first).days + 1)
        return round((1 - share if self.mirrored else share) * WIDE, 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Return about ten days to print under the line, by year, month or day."""
        days = (self.last - self.first).days + 1
        if days > 1200:
            step = max(1, days // 365 // 10)
            marks = [(date(y, 1, 1), str(y)) for y in range(self.first.year, self.last.year + 1, step)]
        elif days > 70:
            step = max(1, days // 30 // 10)
            months = range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month, step)
            marks = [(d, self._month(d, d.month <= step)) for m in months if (d := date(m // 12, m % 12 + 1, 1))]
        else:
            step = max(1, days // 10)
            marks = [
                (d, f"{d.day} {self._month(d, False)}")
                for n in range(0, days, step)
                if (d := self.first + timedelta(n))
            ]
        shown = [(d, label) for d, label in marks if self.first <= d <= self.last]
        if shown and days <= 1200 and str(shown[0][0].year) not in shown[0][1]:
            shown[0] = (shown[0][0], f"{shown[0][1]} {shown[0][0].year}")
        # A day is written under its middle, a month or a year where it begins.
        half = WIDE / days / 2 * (-1 if self.mirrored else 1) if days <= 70 else 0.0
        return [(round(self.x(d) + half, 1), label) for d, label in shown]

    def _month(self, day: date, year: bool) -> str:
        """The month's name, with its year where a year begins."""
        name = self.months[day.month - 1] if self.months else f"{day.month:02}"
        return f"{name} {day.year}" if year else name


def bounds(days: Iterable[tuple[date, date]]) -> tuple[date, date] | None:
    """Return the first and last day, leaving out a few that lie far from all others: of twenty, one at each end.

    Far is a third of what is left: one appointment of 2018 does not press a story of 2022 into a corner.
    """
    found = sorted(days)
    if not found:
        return None
    low, high, most = 0, len(found) - 1, len(found) // 20
    while low < most and (found[low + 1][0] - found[low][0]).days * 3 > (found[high][0] - found[low + 1][0]).days:
        low += 1
    while (
        len(found) - 1 - high < most
        and (found[high][0] - found[high - 1][0]).days * 3 > (found[high - 1][0] - found[low][0]).days
    ):
        high -= 1
    return found[low][0], max(b for _, b in found[low : high + 1])


class Bar(Struct, frozen=True):
    """A column of some days: how many things above the line and below it, the column in words, where it leads."""

    first: date
    last: date
    up: int
    down: int
    words: str
    href: str


def bars(columns: Sequence[Bar], scale: Scale, label: str) -> Markup:
    """Return two rows of columns, one above the line and one below it."""
    high = max([1, *(n for c in columns for n in (c.up, c.down))])
    out = []
    for c in columns:
        low, top = sorted((scale.x(c.first), scale.x(c.last + timedelta(1))))
        width = round(min(40.0, max(3.0, top - low - min(2.0, (top - low) / 5))), 1)
        x = round((low + top - width) / 2, 1)
        up, down = round(58 * c.up / high, 1), round(58 * c.down / high, 1)
        out.append(
            Markup(
                '<a href="{}" aria-label="{}"><title>{}</title><rect class="hit" x="{}" y="0" width="{}" height="130"/>'
                '<rect class="up" x="{}" y="{}" width="{}" height="{}"/><rect class="down" x="{}" y="66" width="{}" height="{}"/></a>'
            ).format(
                c.href, c.words, c.words, low, round(top - low, 1), x, round(64 - up, 1), width, up, x, width, down
            )
        )
    return _svg(Markup("").join(out) + _axis(scale, 65, 142), 150, "activity", label)


def timeline(
    events: Sequence[Event],
    scale: Scale,
    title: Callable[[Event], str],
    href: Callable[[Event], str],
    nearer: Callable[[date, date], str],
    label: str,
) -> Markup:
    """Return events on a line of days: a dot for a day, a bar for the days among which the day is unknown."""
    dated = [e for e in events if e.date and e.date.end >= scale.first and e.date.start <= scale.last]
    if len(dated) > MOST_DRAWN:
        return _columns(dated, scale, nearer, label)
    free = [-1e9] * LANES
    shapes = []
    for e in sorted(dated, key=lambda e: (e.date.start, e.id)):  # type: ignore[union-attr]
        assert e.date is not None
        low, high = max(e.date.start, scale.first), min(e.date.end, scale.last) + timedelta(1)
        a, b = sorted((scale.x(low), scale.x(high)))
        left, right = (WIDE - b, WIDE - a) if scale.mirrored else (a, b)
        lane = next((n for n in range(LANES) if free[n] <= left), min(range(LANES), key=lambda n: free[n]))
        free[lane] = max(right, left + 20) + 3
        y = 14 + lane * 16
        words = title(e)
        shape = (
            Markup('<circle cx="{}" cy="{}" r="6"/>').format(round((a + b) / 2, 1), y)
            if e.date.days == 1
            else Markup('<rect x="{}" y="{}" width="{}" height="10" rx="5"/>').format(
                a, y - 5, max(18.0, round(b - a, 1))
            )
        )
        shapes.append(
            Markup('<a class="ev {}" href="{}" aria-label="{}"><title>{}</title>{}</a>').format(
                e.status, href(e), words, words, shape
            )
        )
    deep = 16 * max(1, sum(f > -1e9 for f in free)) + 12
    return _svg(Markup("").join(shapes) + _axis(scale, deep, deep + 18), deep + 26, "timeline", label)


def _columns(dated: Sequence[Event], scale: Scale, nearer: Callable[[date, date], str], label: str) -> Markup:
    days = (scale.last - scale.first).days + 1
    step = max(1, days // 60)
    heap = Counter(max(0, (e.date.start - scale.first).days) // step for e in dated if e.date)
    high = max(heap.values())
    out = []
    for n, count in sorted(heap.items()):
        low = scale.first + timedelta(n * step)
        top = min(scale.last, low + timedelta(step - 1))
        a, b = sorted((scale.x(low), scale.x(top + timedelta(1))))
        tall = round(10 + 150 * count / high, 1)
        words = f"{low} – {top}: {count}"
        out.append(
            Markup(
                '<a class="ev" href="{}" aria-label="{}"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}"/></a>'
            ).format(nearer(low, top), words, words, a, 170 - tall, max(2.0, round(b - a - 1, 1)), tall)
        )
    return _svg(Markup("").join(out) + _axis(scale, 172, 190), 198, "timeline", label)


def _axis(scale: Scale, y: int, words_y: int) -> Markup:
    line = Markup('<line class="axis" x1="0" y1="{}" x2="{}" y2="{}"/>').format(y, WIDE, y)
    ticks: list[Markup] = []
    free = -1e9
    for x, words in sorted(scale.ticks()):
        half = 3.4 * len(words) + 4
        left = x if x < 40 else x - 2 * half if x > WIDE - 40 else x - half
        if left < free:
            continue  # a label that would run into the one before it
        free = left + 2 * half
        anchor = "start" if x < 40 else "end" if x > WIDE - 40 else "middle"
        ticks.append(
            Markup('<text x="{}" y="{}" text-anchor="{}" direction="ltr">{}</text>').format(x, words_y, anchor, words)
        )
    return line + Markup("").join(ticks)


def _svg(inside: Markup, height: int, cls: str, label: str) -> Markup:
    return Markup('<svg class="chart {}" viewBox="-9 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        cls, WIDE + 18, height, label, inside
    )


def network(
    pairs: Mapping[tuple[str, str], int],
    name: Callable[[str], str],
    kind: Callable[[str], str],
    href: Callable[[str], str],
    label: str,
    most: int = 48,
) -> Markup:
    """Return who took part in events with whom: the best connected, drawn by springs (Fruchterman and Reingold 1991)."""
    degree: Counter[str] = Counter()
    for (a, b), n in pairs.items():
        degree[a] += n
        degree[b] += n
    chosen = [x for x, _ in sorted(degree.items(), key=lambda x: (-x[1], x[0]))[:most]]
    within = set(chosen)
    edges = {p: n for p, n in pairs.items() if p[0] in within and p[1] in within}
    if not edges:
        return Markup()
    places = _springs(chosen, edges)
    high = 300 + min(320, 12 * len(chosen))
    on = {x: (round(across * WIDE, 1), round(down * high, 1)) for x, (across, down) in places.items()}
    most_met = max(degree.values())
    out = [_edge(on[a], on[b], n / max(edges.values())) for (a, b), n in edges.items()]
    out += [_node(on[x], math.sqrt(degree[x] / most_met), name(x), kind(x), href(x)) for x in chosen]
    return Markup('<svg class="chart network" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDE, high, label, Markup("").join(out)
    )


def _edge(one: tuple[float, float], other: tuple[float, float], strength: float) -> Markup:
    """A line between two names, the thicker the more they met; ``strength`` is a share of the strongest."""
    return Markup('<line class="edge" x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}"/>').format(
        *one, *other, round(0.8 + 3.2 * strength, 1)
    )


def _node(at: tuple[float, float], size: float, words: str, kind: str, href: str) -> Markup:
    """A name with its dot; ``size`` is a share of the largest. Near the right edge the words stand left of the dot."""
    x, y = at
    r = round(5 + 9 * size, 1)
    side, anchor = (-(r + 4), "end") if x > WIDE * 0.75 else (r + 4, "start")
    shown = words if len(words) < 30 else words[:28] + "…"
    return Markup(
        '<a class="node {}" href="{}"><circle cx="{}" cy="{}" r="{}"/><text x="{}" y="{}" direction="ltr" text-anchor="{}">{}</text></a>'
    ).format(kind, href, x, y, r, round(x + side, 1), round(y + 4, 1), anchor, shown)


def _springs(
    nodes: Sequence[str], edges: Mapping[tuple[str, str], int], rounds: int = 140
) -> dict[str, tuple[float, float]]:
    """Return a place in the unit square for each node; the same every time."""
    dice = random.Random(7)
    n = len(nodes)
    index = {x: i for i, x in enumerate(nodes)}
    xs = [0.5 + 0.4 * math.cos(2 * math.pi * i / n) + dice.uniform(-0.05, 0.05) for i in range(n)]
    ys = [0.5 + 0.4 * math.sin(2 * math.pi * i / n) + dice.uniform(-0.05, 0.05) for i in range(n)]
    ideal = 0.9 / math.sqrt(n)
    for step in range(rounds):
        dx, dy = [0.0] * n, [0.0] * n
        for i in range(n):
            for j in range(i):
                ax, ay = xs[i] - xs[j], ys[i] - ys[j]
                far = max(1e-4, ax * ax + ay * ay)
                push = ideal * ideal / far
                dx[i], dy[i], dx[j], dy[j] = dx[i] + ax * push, dy[i] + ay * push, dx[j] - ax * push, dy[j] - ay * push
        for (a, b), weight in edges.items():
            i, j = index[a], index[b]
            ax, ay = xs[i] - xs[j], ys[i] - ys[j]
            pull = math.hypot(ax, ay) / ideal * (1 + 0.15 * min(weight, 5))
            dx[i], dy[i], dx[j], dy[j] = dx[i] - ax * pull, dy[i] - ay * pull, dx[j] + ax * pull, dy[j] + ay * pull
        heat = 0.1 * (1 - step / rounds)
        for i in range(n):
            # A little gravity keeps parts that are not joined in sight.
            dx[i] += (0.5 - xs[i]) * 0.6
            dy[i] += (0.5 - ys[i]) * 0.6
            length = math.hypot(dx[i], dy[i]) or 1.0
            xs[i] += dx[i] / length * min(length, heat)
            ys[i] += dy[i] / length * min(length, heat)
    return {x: (_fit(xs[i], xs, 0.08), _fit(ys[i], ys, 0.06)) for i, x in enumerate(nodes)}


def _fit(value: float, all_values: Sequence[float], margin: float) -> float:
    low, high = min(all_values), max(all_values)
    return margin + (value - low) / (high - low or 1.0) * (1 - 2 * margin)
