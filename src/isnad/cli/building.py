"""``isnad build``: progress while it runs, a summary when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from isnad.errors import SourceError, UsageError
from isnad.export.badge import counts
from isnad.pipeline import Progress, Report, build
from isnad.search import filled
from isnad.sources import Rules, check
from isnad.store import open_store

MOST_PASSED_OVER = 100
"""Names of files passed over that ``--json`` lists; all of them are counted."""


def run(
    sources: list[str],
    output: str,
    json: bool,
    strict: bool,
    engine: str | None,
    fetching: Rules | None = None,
    archive: Path | None = None,
) -> int:
    """Build and say what was done; return the exit code."""
    if engine not in (None, "here", "pool"):
        raise UsageError(f"there is no engine {engine!r}", "use --engine here or --engine pool")
    check(sources)
    path = Path(output.removeprefix("sqlite:"))
    fresh = not path.exists()
    store = open_store(output)
    try:
        if json:
            report = build(sources, store, engine=engine, fetching=fetching, archive=archive)
            filled(report.dossier, store.fulltext())
            print(msgspec.json.encode(summary(report)).decode())
        else:
            with progressing() as progress:
                report = build(sources, store, progress, engine, fetching, archive)
                progress("indexing", 0, 0)
                # Now, while somebody waits anyway, rather than when the desk is opened.
                filled(report.dossier, store.fulltext())
            say(report, output)
    except SourceError:
        store.close()
        if fresh:
            path.unlink(missing_ok=True)  # what was made for pages that are not there
        raise
    finally:
        store.close()
    return 8 if strict and report.failures else 0


@contextmanager
def progressing() -> Iterator[Progress]:
    """Show on standard error how far each step is, while it runs."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("looking", total=None)

        def progress(step: str, done: int, whole: int) -> None:
            bars.update(task, description=step, completed=done, total=whole or None)

        yield progress


def summary(report: Report) -> dict[str, object]:
    """Return the summary as plain values."""
    reasons = Counter(a.reason or "other" for a in report.dossier.abstentions)
    failures = [{"source": f.source, "why": f.why, "advice": f.advice} for f in report.failures]
    return {
        **counts(report.dossier),
        "read": report.read,
        "reused": report.reused,
        "not_modified": report.unchanged,
        "abstained": dict(reasons),
        "vanished_decisions": list(report.dossier.meta.get("vanished", ())),
        "failures": failures,
        "passed_over": {"files": len(report.passed_over), "names": list(report.passed_over[:MOST_PASSED_OVER])},
    }


def line(found: dict[str, int]) -> str:
    """Return "5 pages · 4 publishers · 3 independent origins · …"."""
    return " · ".join(f"{n} {_plural(word, n)}" for word, n in found.items() if n or word in ("pages", "events"))


_SINGULAR = {"stories": "story", "people": "person", "independent_origins": "independent origin"}


def _plural(word: str, n: int) -> str:
    shown = word.replace("_", " ")
    return _SINGULAR.get(word, shown.removesuffix("s")) if n == 1 else shown


def say(report: Report, output: str) -> None:
    """Print the summary, what was abstained from and why, what failed and why, and what to do next."""
    console = Console()
    console.print(f"[bold]{line(counts(report.dossier))}[/bold]", highlight=False)
    reused = f", {report.reused} unchanged since the last build" if report.reused else ""
    if report.unchanged:
        reused += f", {report.unchanged} addresses not modified since they were fetched"
    console.print(f"{report.read} page{'s' * (report.read != 1)} read{reused} → [cyan]{output}[/cyan]", highlight=False)
    reasons = Counter(a.reason or "other" for a in report.dossier.abstentions)
    if reasons:
        shown = ", ".join(f"{n} {reason.replace('-', ' ')}" for reason, n in reasons.most_common(6))
        console.print(f"abstained from {sum(reasons.values())} claims: {shown}", highlight=False)
        console.print(f"  [dim]why, one by one: isnad show {output} abstentions[/dim]", highlight=False)
    for ident in report.dossier.meta.get("vanished", ()):
        console.print(
            f"[yellow]kept without effect[/yellow] decision {ident}: what it speaks of is no longer in the pages",
            highlight=False,
        )
    for f in report.failures[:12]:
        console.print(
            f"[yellow]not read[/yellow] {f.source}: {f.why}" + (f" ({f.advice})" if f.advice else ""), highlight=False
        )
    if len(report.failures) > 12:
        console.print(f"  … and {len(report.failures) - 12} more; --json lists them all")
    if passed := report.passed_over:
        names = ", ".join(Path(name).name for name in passed[:4]) + (", …" if len(passed) > 4 else "")
        one = len(passed) == 1
        console.print(
            f"passed over {len(passed)} file{'s' * (not one)} that {'is' if one else 'are'} no page{'s' * (not one)}: {names}",
            markup=False,
            highlight=False,
        )
    console.print(f"[dim]next: isnad show {output} · isnad export {output} --format html[/dim]", highlight=False)
