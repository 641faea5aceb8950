"""How linking grows: generated articles, each size in a process of its own; seconds, memory, and the curve as a picture.

By default up to 10,000 articles; ``ISNAD_SCALE=100000`` runs to the end, and draws ``docs/scale.png``.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from bench import ROOT, Row

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
EXPONENT = 1.15
"""Ceiling of the power of the number of articles with which time grows."""
PICTURE = ROOT / "docs" / "scale.png"


def measure(articles: int) -> dict[str, float]:
    """Link that many generated articles in this process; return seconds, megabytes and how right the outcome is."""
    from bench.concepts import b_cubed
    from bench.copies import f1
    from bench.generated import generate
    from isnad.engine import swept_seldom
    from isnad.link import link

    made = list(generate(articles))
    readings = [m.reading for m in made]
    cpu, clock = time.process_time(), time.perf_counter()
    with swept_seldom():
        links = link(readings)
    took = {"seconds": time.perf_counter() - clock, "processor seconds": time.process_time() - cpu}
    truth = {frozenset((m.reading.article.id, m.source)) for m in made if m.source}
    return {
        **took,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "copies F1": f1({frozenset(c.articles) for c in links.copies}, truth),
        "stories B-cubed F1": b_cubed(
            [s.articles for s in links.stories], {m.reading.article.id: m.story for m in made}
        ),
    }


SAME = (500, 2_000)
SAME_EXPONENT = 1.15
"""Ceiling of that power for pages of one text: measured 1.00 from 500 to 10,000."""
PER_PAGE = 60
"""Judgements a page may cost when all pages print one text."""


def identical(articles: int) -> dict[str, float]:
    """Link one text printed by that many papers; return processor seconds, and copies, stories and judgements made."""
    from msgspec.structs import replace

    from bench.generated import generate
    from isnad.engine import swept_seldom
    from isnad.link import link

    one = next(iter(generate(1))).reading
    link([one])
    papers = [
        replace(one, article=replace(one.article, id=i, source=f"{i}.txt", sha256=i, publisher=f"Paper {i}"))
        for i in (f"p{n:06d}" for n in range(articles))
    ]
    cpu = time.process_time()
    with swept_seldom():
        links = link(papers)
    took = time.process_time() - cpu
    made = {"copies": len(links.copies), "stories": len(links.stories), "judgements": len(links.judgements)}
    return {"processor seconds": took, **made}


def _identical(most: int) -> Iterator[Row]:
    found = {n: identical(n) for n in (*SAME, *((10_000,) if most >= 10_000 else ()))}
    for n, f in found.items():
        yield Row(f"{n:,} pages of one text", f["processor seconds"], "s", note=f"{f['copies']:,.0f} copies")
        yield Row(f"{n:,} pages of one text: stories", f["stories"], ceiling=1)
        yield Row(f"{n:,} pages of one text: judgements a page", f["judgements"] / n, ceiling=PER_PAGE)
    yield Row("pages of one text: exponent", exponent(found), ceiling=SAME_EXPONENT)


def exponent(found: dict[int, dict[str, float]]) -> float:
    """Return the slope of log time over log size (least squares): 1 is linear, 2 quadratic."""
    points = [(math.log(n), math.log(f["processor seconds"])) for n, f in found.items()]
    mx, my = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)


def draw(found: dict[int, dict[str, float]]) -> None:
    """Draw seconds and memory over the number of articles."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, left = pyplot.subplots(figsize=(7, 4.2))
    sizes = sorted(found)
    left.loglog(sizes, [found[n]["processor seconds"] for n in sizes], "o-", color="#1f5aa6", label="processor seconds")
    base = found[sizes[0]]["processor seconds"]
    left.loglog(sizes, [base * n / sizes[0] for n in sizes], ":", color="#888", label="linear")
    left.set_xlabel("articles linked")
    left.set_ylabel("processor seconds")
    right = left.twinx()
    right.loglog(sizes, [found[n]["MB"] for n in sizes], "s--", color="#b5472f", label="MB")
    right.set_ylabel("MB of memory")
    lines = [*left.get_lines(), *right.get_lines()]
    left.legend(lines, [str(line.get_label()) for line in lines], loc="upper left")
    left.set_title(f"Linking grows with the articles to the power of {exponent(found):.2f}")
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=110)


def run() -> list[Row]:
    """Measure every size asked for."""
    most = int(os.environ.get("ISNAD_SCALE", "10000"))
    found: dict[int, dict[str, float]] = {}
    for n in (s for s in SIZES if s <= most):
        code = f"import json; from bench.scale import measure; print(json.dumps(measure({n})))"
        told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
        found[n] = json.loads(told.stdout.splitlines()[-1])
    rows = []
    for n, f in found.items():
        limit = 600.0 if n == SIZES[-1] else None
        rows.append(
            Row(
                f"{n:,} articles", f["processor seconds"], "s", ceiling=limit, note=f"{f['seconds']:.0f} s by the clock"
            )
        )
        rows.append(Row(f"{n:,} articles: memory", f["MB"], "MB", ceiling=4096.0))
        rows.append(Row(f"{n:,} articles: copies F1", f["copies F1"], floor=0.98))
        rows.append(Row(f"{n:,} articles: stories B-cubed F1", f["stories B-cubed F1"], floor=0.98))
    if len(found) > 1:
        rows.append(Row("exponent", exponent(found), ceiling=EXPONENT))
    if most >= SIZES[-1]:
        draw(found)
    return [*rows, *_identical(most)]
