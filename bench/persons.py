"""Persons brought together in ever larger corpora: time, pairs compared and memory against the number of distinct persons.

Names are composed of attested words (``../shared/data/names/tokens.tsv``, CC0), a tenth of the persons named in Arabic by a second
article; nobody is real. The curve is drawn to ``docs/how/persons.png`` when matplotlib is there.
"""

from __future__ import annotations

import csv
import math
import random
import time
import tracemalloc
from pathlib import Path

from bench import ROOT, SHARED, Missing, Row
from isnad.link.entities import link_entities
from isnad.link.linker import pairs
from isnad.link.local import locals_of
from isnad.link.people import FullNames
from isnad.model import Article, Mention, Reading

SIZES = (1_000, 5_000, 10_000, 25_000, 50_000)
A_PAGE = 5
"""Persons an article names."""
CURVE = ROOT / "docs" / "how" / "persons.png"


def words() -> list[tuple[str, str]]:
    """Return attested Arabic and Latin spellings of one word."""
    path = SHARED / "data" / "names" / "tokens.tsv"
    if not path.is_file():
        raise Missing("the names of ../shared/data/names")
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        kept = [(r["arabic"], r["latin"].title()) for r in rows if r["arabic"].isalpha() and r["latin"].isascii()]
    return [r for r in kept if len(r[0]) >= 4 and len(r[1]) >= 4 and r[1].isalpha()]


def reading(name: str, persons: list[str], language: str) -> Reading:
    """Return an article that names some persons in a row."""
    text, mentions = "", []
    for person in persons:
        mentions.append(Mention("person", len(text), len(text) + len(person), person))
        text += person + ". "
    article = Article(name, name, "0", "text/plain", language, None, None, None, None, None, None, (), text, ())
    return Reading(article, mentions=tuple(mentions))


def corpus(size: int, known: list[tuple[str, str]]) -> list[Reading]:
    """Return readings with so many distinct persons; the same at every run."""
    rng = random.Random(11)
    people = [(rng.choice(known), rng.choice(known)) for _ in range(size)]
    latin = [f"{g[1]} {f[1]}" for g, f in people]
    arabic = [f"{g[0]} {f[0]}" for g, f in people[: size // 10]]
    pages = [reading(f"l{i}", latin[i : i + A_PAGE], "fr") for i in range(0, size, A_PAGE)]
    return pages + [reading(f"a{i}", arabic[i : i + A_PAGE], "ar") for i in range(0, len(arabic), A_PAGE)]


def run() -> list[Row]:
    """Return time a person, pairs a person and memory at each size, and how the largest compares with the smallest."""
    known = words()
    rows, curve = [], []
    for size in SIZES:
        readings = corpus(size, known)
        compared = sum(1 for _ in pairs([x for r in readings for x in locals_of(r)], FullNames()))
        start = time.process_time()
        groups = len(link_entities(readings).groups)
        took = time.process_time() - start
        curve.append((size, took, compared))
        rows.append(Row(f"{size:,} persons: time", took, "s", note=f"{groups:,} entities"))
        rows.append(Row(f"{size:,} persons: pairs compared a person", compared / size, "", ceiling=60.0))
        rows.append(Row(f"{size:,} persons: pairs decided in a second", compared / took, "pairs/s"))
    tracemalloc.start()
    link_entities(corpus(5_000, known))
    rows.append(Row("memory, 5,000 persons", tracemalloc.get_traced_memory()[1] / 1e6, "MB", ceiling=300.0))
    tracemalloc.stop()
    (small, fast, _), (large, slow, _) = curve[1], curve[-1]
    growth = (slow / large) / (fast / small)
    rows.append(Row(f"time a person, {large:,} against {small:,}", growth, "times", ceiling=1.8, note="linear is 1"))
    power = exponent([(n, took) for n, took, _ in curve[1:]])
    rows.append(Row(f"time grows with the persons to the power, {small:,} to {large:,}", power, "", ceiling=1.2))
    draw(curve, CURVE)
    return rows


def exponent(points: list[tuple[int, float]]) -> float:
    """Return the power of the size that the time grows with: the slope of a straight line through the logarithms of both."""
    xs, ys = [math.log(n) for n, _ in points], [math.log(t) for _, t in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def draw(curve: list[tuple[int, float, int]], out: Path) -> None:
    """Draw time and pairs against persons, with straight lines through the first size to compare with."""
    try:
        import matplotlib
    except ImportError:
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    sizes = [c[0] for c in curve]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    for axis, values, what in (
        (left, [c[1] for c in curve], "seconds (one core)"),
        (right, [c[2] for c in curve], "pairs compared"),
    ):
        axis.plot(sizes, values, "o-", color="#14505c", label="measured")
        axis.plot(sizes, [values[0] * n / sizes[0] for n in sizes], ":", color="#888888", label="linear")
        axis.set(xlabel="distinct persons", ylabel=what, xlim=(0, None), ylim=(0, None))
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(frameon=False)
    figure.savefig(out, dpi=110)
    pyplot.close(figure)
