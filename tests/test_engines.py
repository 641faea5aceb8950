"""Every engine gives the same results in the same order; an item that kills its process costs only itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from isnad.engine import ENGINES, POOL_FROM, engine_for, here, pool

PAGE = "Le port de {n} rouvre\nPublié le 12 avril 2023\n\nLe port de {n} a rouvert mercredi après trois semaines de grève des dockers, selon la direction.\n"


def double(n: int) -> int:
    return 2 * n


def deadly(n: int) -> int:
    if n in (13, 57):
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def none(n: int) -> int:
    return -n


@pytest.mark.parametrize("name", list(ENGINES))
@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_every_engine_gives_all_results_in_order(name: str, count: int) -> None:
    assert list(ENGINES[name](double, iter(range(count)), none)) == [2 * n for n in range(count)]


def test_items_that_kill_their_process_are_lost_alone() -> None:
    assert list(pool(deadly, range(70), none)) == [-n if n in (13, 57) else n for n in range(70)]


def test_the_pool_takes_items_as_it_goes() -> None:
    taken: list[int] = []

    def items():
        for n in range(10_000):
            taken.append(n)
            yield n

    results = pool(double, items(), none)
    assert next(results) == 0
    assert len(taken) < 1000
    results.close()


def test_few_pages_are_read_here_and_many_in_a_pool() -> None:
    assert engine_for(3) is here
    assert engine_for(POOL_FROM) is (pool if (os.cpu_count() or 1) > 1 else here)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_killing_a_build_leaves_no_process_behind(tmp_path: Path) -> None:
    for i in range(300):
        (tmp_path / f"{i:03}.txt").write_text(PAGE.format(n=f"Sfax-{i}"), encoding="utf-8")
    mark = {**os.environ, "ISNAD_TEST_MARK": str(tmp_path)}
    words = [sys.executable, "-m", "isnad", "build", str(tmp_path), "-o", str(tmp_path / "d.isnad"), "--engine", "pool"]
    build = subprocess.Popen(words, env=mark, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def alive() -> list[int]:
        found = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and str(tmp_path).encode() in (entry / "environ").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    until = time.monotonic() + 30
    while len(alive()) < 4 and time.monotonic() < until and build.poll() is None:
        time.sleep(0.05)
    assert len(alive()) >= 4
    build.kill()
    build.wait()
    until = time.monotonic() + 10
    while alive() and time.monotonic() < until:
        time.sleep(0.05)
    assert alive() == []
