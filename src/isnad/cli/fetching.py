"""``isnad fetch``: pages into a web archive, and nothing else."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console

from isnad.cli.building import progressing
from isnad.errors import FetchError, SourceError
from isnad.model import Visit
from isnad.sources import Rules, Spool, check, staged


class _Nothing:
    """Remembers nothing: every page is fetched anew."""

    def visit(self, address: str) -> Visit | None:
        """Return ``None``."""
        return None


def run(sources: list[str], output: Path, json: bool, rules: Rules) -> int:
    """Fetch, say what was fetched and what could not be, and return the exit code."""
    check(sources)
    with progressing() as progress, staged(sources, _Nothing(), rules, progress, output) as at_hand:
        spools = [s for s in at_hand if isinstance(s, Spool)]
    if not spools:
        raise SourceError(
            "there is nothing to fetch", "name addresses, feeds or lists of addresses; isnad build reads files"
        )
    fetched = [v.address for s in spools for v in s.visits]
    failures = [p for s in spools for p in s.pages if isinstance(p, tuple)]
    if json:
        said = {"archive": str(output), "fetched": fetched, "failures": [{"source": a, "why": b} for a, b in failures]}
        print(msgspec.json.encode(said).decode())
    else:
        console = Console()
        console.print(f"{len(fetched)} pages fetched → [cyan]{output}[/cyan]", highlight=False)
        for name, why in failures:
            console.print(f"[yellow]not fetched[/yellow] {name}: {why}", highlight=False)
        console.print(f"[dim]next: isnad build {output}[/dim]", highlight=False)
    return 0 if fetched or not failures else FetchError.exit_code
