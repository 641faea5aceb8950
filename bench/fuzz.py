"""Fuzzing of everything that reads bytes from outside, guided by coverage (atheris, libFuzzer), for a bounded time.

``python -m bench.fuzz [SECONDS] [TARGET …]`` runs each target for its share of the time. A fault is any exception that is none of
isnad's own, a page that takes longer than :data:`SLOWEST` seconds, or a broken promise: parts out of order, words lost. The input
that showed it is kept in ``fuzz/`` and the run ends with its address.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import ROOT
from isnad.errors import IsnadError
from isnad.extract import read
from isnad.model import Page

SLOWEST = 10
"""Seconds a single input may take."""
LONGEST = 20_000
"""Bytes of the longest input."""
KEPT = ROOT / "fuzz"
"""Where inputs that showed a fault are kept; nothing of it is committed."""


def page(data: bytes, media: str | None) -> None:
    """Read a page and hold its article to what is promised of it."""
    try:
        a = read(Page(source="fuzz", data=data, media_type=media, captured="2024-05-06T07:08:09Z"))
    except IsnadError:
        return
    end = 0
    for p in a.parts:
        assert end <= p.start < p.end <= len(a.text), "parts out of order"
        end = p.end
    labelled = "".join(a.text[p.start : p.end] for p in a.parts)
    assert "".join(labelled.split()) == "".join(a.text.split()) or media == "text/plain", "words without a part"
    for d in a.dates:
        for c in d.interval.cites:
            assert 0 <= c.start < c.end <= len(a.text), "a date cited outside the text"


def container(data: bytes, suffix: str) -> None:
    """Open a file of pages and look at all it yields."""
    from isnad.sources.files import from_path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data)
        for found in from_path(path):
            assert isinstance(found, Page) or all(isinstance(x, str) for x in found)


def feed(data: bytes) -> None:
    """Read a feed or a list of addresses."""
    from isnad.sources.feeds import listing

    try:
        listing(data)
    except IsnadError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": lambda d: page(d, "text/html"),
    "text": lambda d: page(d, "text/plain"),
    "any": lambda d: page(d, None),
    "mhtml": lambda d: container(d, ".mhtml"),
    "jsonl": lambda d: container(d, ".jsonl"),
    "warc": lambda d: container(d, ".warc"),
    "feed": feed,
}
"""What is fuzzed: a name, and what is done with the bytes."""


def seeds(folder: Path) -> None:
    """Write our own gold pages, cut to length, as what fuzzing starts from."""
    for name in sorted((ROOT / "bench" / "gold" / "pages").glob("*.*")):
        if name.suffix in (".html", ".txt"):
            (folder / name.name).write_bytes(name.read_bytes()[:LONGEST])


def one(target: str, seconds: int) -> None:
    """Fuzz one target in this process; libFuzzer ends the process itself."""
    try:
        import atheris
    except ImportError:
        raise SystemExit("fuzzing needs atheris, which has wheels for Linux: pip install atheris") from None
    with atheris.instrument_imports(include=["isnad.extract", "isnad.sources", "isnad.text", "isnad.languages"]):
        for module in [m for m in sys.modules if m.startswith(("isnad.extract", "isnad.sources"))]:
            del sys.modules[module]  # imported once already, by the lines above, without being watched
        from isnad import extract
    globals()["read"] = extract.read
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        seeds(Path(corpus))
        told = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-max_len={LONGEST}", "-rss_limit_mb=2000"]
        atheris.Setup(["fuzz", *told, f"-artifact_prefix={KEPT}/{target}-", corpus], TARGETS[target])
        atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz each target in a process of its own and return how many showed a fault."""
    seconds = int(arguments[0]) if arguments else 180
    chosen = arguments[1:] or list(TARGETS)
    faults = 0
    for target in chosen:
        share = max(5, seconds // len(chosen))
        code = f"from bench.fuzz import one; one({target!r}, {share})"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        fault = done.returncode != 0
        faults += fault
        runs = re.search(r"Done (\d+) runs", done.stderr)
        print(
            f"{target}: {'a fault' if fault else 'nothing found'} in {share} s{f', {runs[1]} inputs' if runs else ''}",
            flush=True,
        )
        if fault:
            print(done.stderr[-3000:])
    return faults


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
