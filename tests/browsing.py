"""A desk in a process of its own, and the machine's Chromium, for tests that go through the browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
sync_api = pytest.importorskip("playwright.sync_api", reason="no browser tests without playwright: make browser")

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
WITH_CHROMIUM = pytest.mark.skipif(
    CHROMIUM is None, reason="no browser tests without Chromium (apt install chromium, or set CHROMIUM)"
)
SECRET = "a long enough sentence"


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless browser."""
    with sync_api.sync_playwright() as p:
        opened = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@contextmanager
def serving(path: Path, *more: str) -> Iterator[str]:
    """Serve a dossier in a process of its own; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "isnad", "serve", str(path), "--port", str(port), *more]
    # To a file: a pipe that nobody reads fills, and the server with it.
    with path.with_suffix(".log").open("wb") as log:
        server = subprocess.Popen(command, stderr=log)
        try:
            _wait(base)
            yield base
        finally:
            server.terminate()
            server.wait(20)


def _wait(base: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(base + "/static/desk.css", timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the desk does not answer")


def enter(page: Any, base: str, language: str, name: str, where: str = "timeline") -> None:
    """Log in on the way to a page."""
    page.goto(f"{base}/{language}/{where}")
    assert page.url.startswith(f"{base}/{language}/login")
    page.fill("input[name=name]", name)
    page.fill("input[name=password]", SECRET)
    with page.expect_navigation():
        page.click("form.decision button")
    assert page.url == f"{base}/{language}/{where}"
