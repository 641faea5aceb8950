"""How linking grows: generated articles, each size in a process of its own; seconds, memory, and the curve as a picture.

By default up to 10,000 articles; ``ISNAD_SCALE=100000`` runs to the end. From 30,000 on ``docs/scale.png`` is drawn and
``docs/scale.json`` written, after each size anew, of what was measured and nothing else, with the cores and the load of the machine:
processor seconds grow by half and more where a dozen others use its caches.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bench import ROOT, Row

if TYPE_CHECKING:
    from isnad.engine import Aside

R = TypeVar("R")

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
EXPONENT = 1.15
"""Ceiling of the power of the number of articles with which time grows."""
PICTURE = ROOT / "docs" / "scale.png"
FIGURES = PICTURE.with_suffix(".json")
DRAWN_FROM = 30_000
"""Articles from which the curve is long enough to be drawn."""


def measure(articles: int) -> dict[str, float]:
    """Link that many generated articles as a build does; return seconds and how right the outcome is."""
    from bench.concepts import b_cubed
    from bench.copies import f1
    from bench.generated import generate
    from isnad.engine import aside_for, swept_seldom
    from isnad.link import link

    made = list(generate(articles))
    readings = [m.reading for m in made]
    cpu, clock, way = _processor(), time.perf_counter(), Longest(aside_for(articles))
    with swept_seldom():
        links = link(readings, aside=way)
    took = {"seconds": time.perf_counter() - clock, "processor seconds": _processor() - cpu, "two cores": way.done()}
    truth = {frozenset((m.reading.article.id, m.source)) for m in made if m.source}
    return {
        **took,
        "copies F1": f1({frozenset(c.articles) for c in links.copies}, truth),
        "stories B-cubed F1": b_cubed(
            [s.articles for s in links.stories], {m.reading.article.id: m.story for m in made}
        ),
    }


def _spent(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _processor() -> float:
    """Processor seconds of this process and those it has waited for."""
    return _spent(resource.RUSAGE_SELF) + _spent(resource.RUSAGE_CHILDREN)


class Longest:
    """Sets work aside and adds up the longest way through it: the seconds it takes on two cores that do nothing else.

    The clock of a machine that others use says little; the processor seconds of a process and its copies hardly change.
    """

    def __init__(self, aside: Aside) -> None:
        self.aside, self.way, self.at = aside, 0.0, _spent(resource.RUSAGE_SELF)

    def done(self) -> float:
        """Return the seconds so far."""
        now = _spent(resource.RUSAGE_SELF)
        self.way, self.at = self.way + now - self.at, now
        return self.way

    def __call__(self, work: Callable[[], R]) -> Callable[[], R]:
        """Set the work aside and keep account of it."""
        begun, outcome = self.done(), self.aside(work)

        def found() -> R:
            here, before = self.done(), _spent(resource.RUSAGE_CHILDREN)
            result = outcome()
            aside = _spent(resource.RUSAGE_CHILDREN) - before
            self.way = max(here, begun + aside)
            self.done()  # what came back was read here, when both were done
            return result

        return found


WATCHING = 30
"""How many times longer than looking at the memory of a process, which stops it, is waited until the next look."""


def watched(articles: int) -> dict[str, float]:
    """Measure a size in a process of its own; return what it found, and the megabytes that it and its copies held at most.

    A page that two processes share counts half for each (proportional set size), so that the sum is what the machine gave.
    """
    code = f"import json; from bench.scale import measure; print(json.dumps(measure({articles})))"
    most = 0.0
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        while process.poll() is None:
            begun = time.perf_counter()
            most = max(most, sum(map(_held, _family(process.pid))))
            time.sleep(max(0.25, WATCHING * (time.perf_counter() - begun)))
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise RuntimeError(f"linking {articles} articles failed")
    return {**json.loads(told.splitlines()[-1]), "MB": most, "load": os.getloadavg()[2]}


def _family(process: int) -> list[int]:
    """A process and the copies it has made of itself."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    return [process, *(p for c in children for p in _family(int(c)))]


def _held(process: int) -> float:
    """The megabytes a process holds, its share of what it shares; 0 when it is gone."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:")), 0.0)


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
    """Draw seconds and memory over the number of articles, and under what load they were measured."""
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
    left.loglog(sizes, [found[n]["two cores"] for n in sizes], "^-", color="#2f8f5b", label="longest way on two cores")
    left.loglog(sizes, [found[n]["seconds"] for n in sizes], "v:", color="#7a5ba6", label="seconds by the clock")
    right = left.twinx()
    right.loglog(sizes, [found[n]["MB"] for n in sizes], "s--", color="#b5472f", label="MB")
    right.set_ylabel("MB of memory")
    lines = [*left.get_lines(), *right.get_lines()]
    left.legend(lines, [str(line.get_label()) for line in lines], loc="upper left")
    loads = [found[n]["load"] for n in sizes]
    left.set_title(
        f"Linking grows with the articles to the power of {exponent(found):.2f}\n"
        f"{os.cpu_count()} cores, load average {min(loads):.1f} to {max(loads):.1f}",
        fontsize=10,
    )
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=110)


def run() -> list[Row]:
    """Measure every size asked for."""
    most = int(os.environ.get("ISNAD_SCALE", "10000"))
    if most >= DRAWN_FROM:
        import matplotlib  # noqa: F401 - that it is missing is better known before minutes of work
    found: dict[int, dict[str, float]] = {}
    for n in (s for s in SIZES if s <= most):
        found[n] = watched(n)
        print(f"  {n:,}: {json.dumps(found[n])}", file=sys.stderr, flush=True)
        if n >= DRAWN_FROM:
            draw(found)
            FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    rows = []
    for n, f in found.items():
        limit = 600.0 if n == SIZES[-1] else None
        note = f"load {f['load']:.1f}"
        rows.append(Row(f"{n:,} articles", f["processor seconds"], "s", note=note))
        rows.append(Row(f"{n:,} articles: on two cores", f["two cores"], "s", ceiling=limit))
        rows.append(Row(f"{n:,} articles: by the clock", f["seconds"], "s"))
        rows.append(Row(f"{n:,} articles: memory", f["MB"], "MB", ceiling=4096.0))
        rows.append(Row(f"{n:,} articles: copies F1", f["copies F1"], floor=0.98))
        rows.append(Row(f"{n:,} articles: stories B-cubed F1", f["stories B-cubed F1"], floor=0.98))
    if len(found) > 1:
        rows.append(Row("exponent", exponent(found), ceiling=EXPONENT))
    return [*rows, *_identical(most)]
