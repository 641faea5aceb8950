"""Whole dossiers against every gold corpus at hand: the bundled example, and the shared pages where they are."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import ROOT, SHARED, Missing, Row
from isnad.export import write_json
from isnad.pipeline import build
from isnad.store import open_store

DEV = ROOT / "bench" / "gold" / "dev"
UNREAD = ROOT / "bench" / "gold" / "unread"
"""Corpora whose misses nobody who writes rules has looked at."""
SCORER = SHARED / "score" / "score.py"
FLOORS = {
    "example": {
        "title": 1.0, "publisher": 1.0, "published": 1.0, "byline": 0.98, "body words": 0.99, "no leaks": 1.0, "captions": 1.0, "copies": 1.0,
        "copies: direction": 1.0, "origins: article pairs": 0.9, "origins: kind on page": 0.92, "stories": 0.9, "entities: forms (B3)": 0.965,
        "persons are persons": 0.95, "events": 0.73, "events: strong found": 0.95, "events: date": 0.85, "events: status": 0.92,
        "never-events": 1.0, "quotations: direct, mixed": 0.98, "quotations: speaker": 0.87, "quotations: chain": 0.9, "agreements": 0.75,
        "figures": 0.97, "disagreements": 0.6, "never-disagreements": 1.0, "citations sound": 1.0,
    },
    "seeds": {
        "title": 1.0, "publisher": 1.0, "published": 1.0, "body words": 0.99, "captions": 1.0, "no leaks": 1.0, "stories": 1.0,
        "origins: article pairs": 1.0, "entities found": 1.0, "entities: forms (B3)": 0.98, "persons are persons": 1.0, "events": 0.86,
        "events: strong found": 0.9, "events: date": 0.9, "never-events": 1.0, "quotations: direct, mixed": 0.95, "quotations: chain": 0.95,
        "agreements": 0.85, "citations sound": 1.0,
    },
    "dev": {
        "title": 0.991, "publisher": 0.98, "via": 0.98, "byline": 0.98, "published": 0.985, "body words": 0.993, "captions": 0.955,
        "no leaks": 0.992, "copies": 0.976, "copies: kind": 1, "origins: article pairs": 0.855, "origins: kind on page": 0.942,
        "stories": 0.979, "entities found": 0.956, "entities: forms (B3)": 0.966, "entities kept apart": 0.97,
        "persons are persons": 0.961, "events": 0.758, "events: strong found": 0.87, "events: kind": 0.902, "events: date": 0.917,
        "events: place": 0.738, "events: participants": 0.838, "events: status": 0.949, "events: pages": 0.883,
        "events: origins range": 0.858, "never-events": 0.99, "quotations": 0.971, "quotations: direct, mixed": 0.979,
        "quotations: speaker": 0.922, "quotations: chain": 0.911, "agreements": 0.829, "agreements: domains": 0.808,
        "agreements: steps": 0.772, "figures": 0.93, "disagreements": 0.617, "never-disagreements": 0.984, "citations sound": 1,
    },
}  # fmt: skip
"""What a change may not lower, a little under what was measured."""


def corpora() -> dict[str, tuple[Path, Path]]:
    """Return name → (pages, gold) of every corpus at hand."""
    found = {"example": (ROOT / "examples" / "ras-nouader" / "pages", ROOT / "examples" / "ras-nouader" / "gold.json")}
    for folder in (*sorted(DEV.glob("*")), *sorted(UNREAD.glob("*"))):
        if (folder / "gold.json").is_file():
            found[folder.name] = (folder / "pages", folder / "gold.json")
    if (SHARED / "gold" / "seeds.json").is_file():
        found["seeds"] = (SHARED / "seeds", SHARED / "gold" / "seeds.json")
    return found


def score(pages: Path, gold: Path, export: bytes) -> dict[str, float]:
    """Return facet → its figure: F1 where there is one, else accuracy or precision."""
    with tempfile.TemporaryDirectory() as folder:
        dossier, out = Path(folder) / "d.json", Path(folder) / "s.json"
        dossier.write_bytes(export)
        words = [sys.executable, str(SCORER), str(gold), str(dossier), "--pages", str(pages), "--json", str(out)]
        subprocess.run(words, check=True, capture_output=True)
        facets = json.loads(out.read_text(encoding="utf-8"))
    rows = facets["facets"] if isinstance(facets, dict) and "facets" in facets else facets
    figures = {}
    for row in rows:
        values = [row.get(k) for k in ("f1", "f", "accuracy", "acc", "precision", "p")]
        figures[row.get("name") or row.get("facet")] = next((float(v) for v in values if v is not None), 0.0)
    return figures


def macro(rows: list[Row], folder: Path = DEV) -> list[Row]:
    """Return the mean of every facet over the corpora of a folder, and the mean of these means."""
    names = {p.parent.name for p in folder.glob("*/gold.json")}
    figures: dict[str, list[float]] = {}
    for row in rows:
        corpus, _, facet = row.name.partition(": ")
        if corpus in names and facet != "build":
            figures.setdefault(facet, []).append(row.value)
    means = {facet: sum(v) / len(v) for facet, v in figures.items()}
    floors = FLOORS.get(folder.name, {})
    out = [
        Row(f"{folder.name}: {k}", v, floor=floors.get(k), note=f"mean of {len(figures[k])} corpora")
        for k, v in means.items()
    ]
    return (
        [*out, Row(f"{folder.name}: macro", sum(means.values()) / len(means), note=f"{len(means)} facets")]
        if means
        else []
    )


def run() -> list[Row]:
    """Return every facet of every corpus, and the time and memory of building."""
    if not SCORER.is_file():
        raise Missing("the scorer of ../shared/score")
    rows = []
    for name, (pages, gold) in corpora().items():
        start = time.perf_counter()
        dossier = build([str(pages)], open_store("memory:"), engine="here").dossier
        took = time.perf_counter() - start
        for facet, value in score(pages, gold, write_json(dossier)).items():
            rows.append(Row(f"{name}: {facet}", value, floor=FLOORS.get(name, {}).get(facet)))
        rows.append(Row(f"{name}: build", took, "s", note=f"{len(dossier.articles)} pages"))
    rows += [*macro(rows), *macro(rows, UNREAD)]
    rows.append(
        Row(
            "memory",
            _alone(next(reversed(corpora().values()))[0]),
            "MB",
            ceiling=300.0,
            note="one small corpus, its own process",
        )
    )
    return rows


def _alone(pages: Path) -> float:
    """Return the peak memory in MB of a process that builds one corpus and nothing else."""
    # Not getrusage: a child's maximum begins with what its parent held when it was started.
    code = (
        "import re, sys; from isnad.pipeline import build; from isnad.store import open_store; "
        "build([sys.argv[1]], open_store('memory:'), engine='here'); "
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(pages)], check=True, capture_output=True, text=True)
    return float(done.stdout)
