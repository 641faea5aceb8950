"""Fifty readers and five editors at one desk for half a minute on loopback: errors, lost decisions, how long they waited.

The server is a process of its own with accounts, as several people share it; each client has a session of its own. A decision is
lost when it was accepted (303) and does not stand in the ledger afterwards. Times depend on the machine and have no floor.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from bench import Missing, Row
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
READERS, EDITORS = 50, 5
SECONDS = float(os.environ.get("ISNAD_CROWD_SECONDS", "30"))
SECRET = "a long enough sentence"
LISTS = ("", "timeline", "people", "network", "quotations", "disagreements", "origins", "articles", "decisions", "search?q=Querol",
         "search?q=%D8%B9%D9%82%D8%AF&mode=across")  # fmt: skip


class Crowd:
    """What the clients saw: milliseconds by what they did, errors by what they were, reasons of accepted decisions."""

    def __init__(self, dossier: Dossier) -> None:
        self.waited: dict[str, list[float]] = {"reading": [], "deciding": []}
        self.errors: Counter[str] = Counter()
        self.accepted: list[str] = []
        self.names = [e.id for e in dossier.entities if e.kind == "person"]
        self.pages = [*LISTS, *(f"entities/{x}" for x in self.names), *(f"articles/{a.id}" for a in dossier.articles)]
        self.pages += [f"events/{e.id}" for e in dossier.events]

    async def ask(self, client: Any, what: str, good: int, path: str, data: dict[str, str] | None = None) -> str | None:
        """Send one request; returns the page when it was answered as it should be."""
        start = time.perf_counter()
        try:
            answer = await (client.get(path) if data is None else client.post(path, data=data))
        except Exception as fault:  # whatever a client sees is what is being counted
            self.errors[f"{what}: {type(fault).__name__}"] += 1
            return None
        self.waited[what].append((time.perf_counter() - start) * 1000)
        if answer.status_code != good:
            self.errors[f"{what}: {answer.status_code} {path}"] += 1
            return None
        return str(answer.text)

    async def enter(self, client: Any, name: str) -> None:
        """Log in; raises :class:`RuntimeError` when the desk does not open."""
        page = (await client.get("/en/login")).text
        done = await client.post("/en/login", data={"token": token(page), "name": name, "password": SECRET})
        if done.status_code != 303:
            raise RuntimeError(f"{name} does not get in: {done.status_code}")

    async def read(self, client: Any, n: int, end: float) -> None:
        """Go from page to page in one of the languages."""
        chance, language = random.Random(n), ("en", "fr", "es", "ar")[n % 4]
        while time.monotonic() < end:
            await self.ask(client, "reading", 200, f"/{language}/{chance.choice(self.pages)}".rstrip("/"))

    async def decide(self, client: Any, n: int, end: float) -> None:
        """Rename and comment; editors work on the same names and contradict each other."""
        chance, said = random.Random(1000 + n), 0
        while time.monotonic() < end:
            ident = chance.choice(self.names[:8])
            page = await self.ask(client, "reading", 200, f"/en/entities/{ident}")
            if page is None:
                continue
            said += 1
            reason = f"editor {n}, decision {said}"
            what = {"what": "name", "value": f"Name {n}.{said}", "in": "en"} if said % 2 else {"what": "comment"}
            data = {"token": token(page), "id": ident, "reason": reason, **what}
            if await self.ask(client, "deciding", 303, "/en/decide", data) is not None:
                self.accepted.append(reason)


def token(page: str) -> str:
    """Return the token of the forms on a page."""
    found = re.search(r'name="token" value="(\w+)"', page)
    return found[1] if found else ""


async def crowd(base: str, seen: Crowd) -> None:
    """Let everybody in, then read and decide until the time is up."""
    import httpx

    wide = httpx.Limits(max_connections=1)
    clients = [
        httpx.AsyncClient(base_url=base, timeout=60, limits=wide, headers={"origin": base}, trust_env=False)
        for _ in range(READERS + EDITORS)
    ]
    try:
        for n, client in enumerate(clients):
            await seen.enter(client, "reader" if n < READERS else f"editor {n - READERS}")
        end = time.monotonic() + SECONDS
        await asyncio.gather(
            *(seen.read(c, n, end) for n, c in enumerate(clients[:READERS])),
            *(seen.decide(c, n, end) for n, c in enumerate(clients[READERS:])),
        )
    finally:
        for client in clients:
            await client.aclose()


def run() -> list[Row]:
    """Measure."""
    try:
        import httpx  # noqa: F401

        from isnad.web.shared import Settings, Shared
    except ImportError as gap:
        raise Missing(f"the desk is not installed: {gap}") from gap
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = str(Path(folder) / "example.isnad")
        with closing(open_store(path)) as store:
            seen = Crowd(build([str(EXAMPLE)], store, engine="here").dossier)
        shared = Shared(path, Settings())
        shared.people.add("moderator", SECRET, "moderator", "bench")
        shared.people.add("reader", SECRET, "reader", "bench")
        for n in range(EDITORS):
            shared.people.add(f"editor {n}", SECRET, "editor", "bench")
        shared.ledger.close()
        serve(path, seen)
        with closing(open_store(path, create=False)) as store:
            kept = Counter(j.reason for j in store.decisions())
    return rows(seen, [x for x in seen.accepted if kept[x] != 1])


def serve(path: str, seen: Crowd) -> None:
    """Serve a dossier in a process of its own while the crowd is there."""
    command = [sys.executable, "-m", "isnad", "serve", path, "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert server.stderr
        first = server.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", first)
        if not found:
            raise RuntimeError(f"the desk did not open: {first}")
        asyncio.run(crowd(found[0], seen))
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)


def rows(seen: Crowd, lost: list[str]) -> list[Row]:
    """The figures."""
    told = "; ".join(f"{n}× {what}" for what, n in seen.errors.most_common(4))
    out = [
        Row("errors", sum(seen.errors.values()), "", ceiling=0, note=told),
        Row("decisions lost", len(lost), "", ceiling=0, note="; ".join(lost[:4])),
        Row("decisions accepted", len(seen.accepted), "", floor=1),
    ]
    for what, took in seen.waited.items():
        if len(took) > 1:
            parts = statistics.quantiles(took, n=20)
            note = f"{len(took):,} requests in {SECONDS:g} s"
            out += [Row(f"{what}, median", parts[9], "ms", note=note), Row(f"{what}, 95th of 100", parts[18], "ms")]
    return out
