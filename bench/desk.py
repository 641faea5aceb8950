"""The desk on a large dossier: how long pages and searches take on the server, and whether the API keeps its description.

The dossier is the example's many times over, each time with ids of its own: 2,856 articles, more than 5,000 events.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from bench import Missing, Row
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.search import filled
from isnad.store import MemoryStore, open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
TIMES = 136
QUERIES = (
    "dessalement",
    "contrat signé",
    "Querol",
    "تحلية المياه",
    '"Ras Nouader"',
    "ministre de l'eau",
    "water minister",
    "desal*",
)


def many(whole: Dossier, times: int) -> Dossier:
    """Return a dossier the given times over; every id of a copy is its own."""
    plain = msgspec.json.encode(msgspec.structs.replace(whole, judgements=())).decode()
    ids = "|".join(sorted({a.id for a in whole.articles}))
    pattern = re.compile(rf'"({ids}|[a-z]-[0-9a-f]{{12}})(?=")')
    parts = [
        msgspec.json.decode(pattern.sub(lambda m, n=n: f'"{m[1][:-4]}{n:04x}', plain), type=Dossier)  # type: ignore[misc]
        for n in range(times)
    ]
    lists = {
        f: tuple(x for p in parts for x in getattr(p, f))
        for f in whole.__struct_fields__
        if isinstance(getattr(whole, f), tuple)
    }
    return msgspec.structs.replace(whole, **lists)


def median(call: Callable[[], object], rounds: int = 7) -> float:
    """Return the median milliseconds of processor time a call takes, after one that warms up."""
    call()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def run() -> list[Row]:
    """Measure."""
    try:
        from fastapi.testclient import TestClient

        from isnad.web.app import create_app
    except ImportError as gap:
        raise Missing(f"the desk is not installed: {gap}") from gap
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.isnad"
        example = build([str(EXAMPLE)], MemoryStore(), engine="here").dossier
        dossier = many(example, TIMES)
        store = open_store(str(path))
        store.write(dossier)
        start = time.process_time()
        filled(dossier, store.fulltext())
        indexed = time.process_time() - start
        store.close()
        start = time.process_time()
        client = TestClient(create_app(str(path)), base_url="http://localhost")
        opened = time.process_time() - start
        size = f"{len(dossier.articles):,} articles, {len(dossier.events):,} events"
        rows = [
            Row("indexing, once, at the end of a build", indexed, "s", note=size),
            Row("opening", opened, "s", ceiling=6.0),
        ]
        entity = client.app.state.live.desk().by_mentions[0].id  # type: ignore[attr-defined]
        pages = {
            "first page": "/fr", "timeline": "/fr/timeline", "timeline of a month": "/fr/timeline?since=2022-03-01&until=2022-03-31",
            "most named": f"/fr/entities/{entity}", "reader": f"/fr/articles/{dossier.articles[0].id}", "network": "/fr/network",
        }  # fmt: skip
        for name, at in pages.items():
            rows.append(Row(name, median(lambda at=at: client.get(at).raise_for_status()), "ms", ceiling=200))  # type: ignore[misc]
        for mode in ("exact", "folded", "across"):
            worst = max(
                median(
                    lambda q=q, mode=mode: client.get(
                        "/api/v1/search", params={"q": q, "mode": mode}
                    ).raise_for_status(),
                    3,
                )  # type: ignore[misc]
                for q in QUERIES
            )
            rows.append(Row(f"search, {mode}, slowest of {len(QUERIES)}", worst, "ms", ceiling=100))
    return [*rows, *_described(example)]


def _described(example: Dossier) -> list[Row]:
    """Run schemathesis against the API of the example, when it is installed."""
    if subprocess.run([sys.executable, "-c", "import schemathesis"], capture_output=True, check=False).returncode:
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "example.isnad")
        store = open_store(path)
        store.write(example)
        store.close()
        serve = [sys.executable, "-m", "isnad", "serve", path, "--port", "8397", "--token", "bench"]
        server = subprocess.Popen(serve, stderr=subprocess.DEVNULL)
        try:
            time.sleep(8)
            check = [
                sys.executable, "-m", "schemathesis.cli", "run", "http://127.0.0.1:8397/api/v1/openapi.json", "--max-examples", "8",
                "-H", "Authorization: Bearer bench", "--phases", "examples,coverage,fuzzing", "--no-color",
            ]  # fmt: skip
            said = subprocess.run(check, capture_output=True, text=True, timeout=420, check=False).stdout
        finally:
            server.terminate()
            server.wait(10)
        found = re.search(r"(\d[\d,]*) generated, (\d[\d,]*) passed", said)
        made, good = (int(x.replace(",", "")) for x in found.groups()) if found else (1, 0)
        return [
            Row(
                "schemathesis: requests answered as described", good / made, "share", floor=1.0, note=f"{made} requests"
            )
        ]
