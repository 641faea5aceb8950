"""Run the benches named (all by default), print their figures beside the floors, exit 1 when one is broken."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from pathlib import Path

from bench import Missing, Row

BENCHES = {
    "extraction": "page in, article out: body, title, date, publisher; speed and memory",
    "heads": "title, publisher, republisher, author and day of pages of strange outlets, read and unread",
    "layouts": "known articles among invented surroundings: headline and text, beside taking the long lines",
    "nameplates": "outlets nobody has seen, on made pages that print their names in a hundred manners",
    "times": "time expressions resolved exactly, beside dateparser",
    "figures": "numbers with units",
    "names": "mentions found, per language and type",
    "pairs": "names matched across scripts",
    "persons": "persons brought together, 1,000 to 50,000",
    "concepts": "one space for four languages: retrieval, similarity",
    "copies": "copies, direction, origins",
    "scale": "linking generated articles, 1,000 to 100,000",
    "events": "events, agreements, disagreements",
    "passages": "events of short passages in rare turns, read and unread",
    "facts": "agreements and disagreements on small cases",
    "timelines": "days picked for timelines of French crises, beside days of publication",
    "quotations": "words, kind, speaker, chain",
    "search": "what is found in each mode, beside plain FTS5",
    "desk": "the desk: server time of pages and searches on 2,856 articles, the API against its description",
    "crowd": "the desk: fifty readers and five editors at once, errors and lost decisions",
    "gold": "whole dossiers against every gold corpus at hand",
}
"""Every bench: the module ``bench.<name>`` with ``run() -> list[Row]``."""


def show(name: str, rows: list[Row], seconds: float) -> bool:
    """Print one bench's table; True when every floor holds."""
    print(f"\n== {name}: {BENCHES[name]} ({seconds:.0f} s)")
    wide = max((len(r.name) for r in rows), default=0)
    for r in rows:
        bound = (
            f"floor {r.floor:g}" if r.floor is not None else f"ceiling {r.ceiling:g}" if r.ceiling is not None else ""
        )
        flag = "" if r.holds else "  ← BROKEN"
        peer = "(peer) " if r.peer else ""
        print(f"  {r.name:<{wide}}  {r.value:>10.4g} {r.unit:<10} {bound:<14} {peer}{r.note}{flag}")
    return all(r.holds for r in rows)


def main() -> int:
    """Run, print, and say whether all floors hold."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="benches to run; default: all")
    parser.add_argument("--json", type=Path, help="also write all figures as JSON")
    args = parser.parse_args()
    good, everything = True, {}
    for name in args.names or BENCHES:
        if name not in BENCHES:
            parser.error(f"no bench {name!r}; there are: {', '.join(BENCHES)}")
        start = time.perf_counter()
        try:
            module = importlib.import_module(f"bench.{name}")
            rows = module.run()
        except Missing as gap:
            print(f"\n== {name}: LEFT OUT: {gap}")
            continue
        except ModuleNotFoundError as gap:
            if (gap.name or "").partition(".")[0] in ("bench", "isnad"):
                raise
            sys.exit(
                f"bench {name} compares with {gap.name}, which is not here: make bench brings it (or make .venv/bin/.bench)"
            )
        everything[name] = [vars(r) | {"holds": r.holds} for r in rows]
        good = show(name, rows, time.perf_counter() - start) and good
    if args.json:
        args.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\nall floors hold" if good else "\na floor is broken")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
