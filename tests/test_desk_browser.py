"""The desk in a real browser: accessibility by axe-core, no page wider than a phone, nothing refused by the policy.

Needs playwright with axe-core (``uv pip install playwright axe-playwright-python``) and Chromium; skipped, loudly, without.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.languages import LANGUAGES
from isnad.pipeline import build
from isnad.store import open_store

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
sync_api = pytest.importorskip(
    "playwright.sync_api", reason="no browser tests without playwright: uv pip install playwright"
)
axe = pytest.importorskip(
    "axe_playwright_python", reason="no accessibility tests without axe-core: uv pip install axe-playwright-python"
)

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no browser tests without Chromium (apt install chromium, or set CHROMIUM)"
)

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "light": '{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]}',
    "dark": '{runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}, resultTypes: ["violations"]}',
}
"""Dark differs from light in colours only."""
SAID = "r => r.violations.flatMap(v => v.nodes.slice(0, 2).map(n => [v.id, n.html, n.failureSummary]))"
"""What is asked of axe; the whole of its report would take longer to hand over than to make."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A server of the example, and the path of every kind of page."""
    path = tmp_path_factory.mktemp("browser") / "example.isnad"
    store = open_store(str(path))
    d = build([str(EXAMPLE)], store, engine="here").dossier
    store.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "isnad", "serve", str(path), "--port", str(port)], stderr=subprocess.PIPE
    )
    base = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(base + "/static/desk.css", timeout=1).read()
            break
        except OSError:
            time.sleep(0.2)
    lists = "timeline stories people organizations places network quotations agreements disagreements origins articles abstentions decisions"
    paths = [
        "",
        *(f"/{x}" for x in lists.split()),
        "/search?q=Querol",
        f"/stories/{d.stories[0].id}",
        f"/events/{d.events[0].id}",
    ]
    paths += [
        f"/quotations/{d.quotations[0].id}",
        f"/copies/{d.copies[0].id}",
        f"/articles/{d.articles[0].id}?c=5-30",
        f"/entities/{d.entities[0].id}",
        "/gone",
    ]
    yield base, paths
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as p:
        opened = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize(("language", "scheme"), [*((x, "light") for x in LANGUAGES), ("ar", "dark")])
def test_axe_finds_no_violation_and_the_policy_refuses_nothing(
    desk: tuple[str, list[str]], browser, language: str, scheme: str
) -> None:
    base, paths = desk
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" and "404" not in m.text else None)
    found: list[str] = []
    for path in paths:
        page.goto(f"{base}/{language}{path}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(AXE)
        for rule, html, why in page.evaluate(f"axe.run({RULES[scheme]}).then({SAID})"):
            found.append(f"{path}: {rule}: {html[:160]} {why[:200]}")
    context.close()
    assert not found, "\n".join(found[:12])
    assert not said


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_no_page_is_wider_than_a_phone(desk: tuple[str, list[str]], browser, language: str) -> None:
    base, paths = desk
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wide = []
    for path in paths:
        page.goto(f"{base}/{language}{path}")
        if page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0:
            wide.append(path)
    context.close()
    assert not wide


def test_keys_layers_and_a_citation_behind_the_hash_work_under_the_policy(desk: tuple[str, list[str]], browser) -> None:
    base, paths = desk
    article = next(p for p in paths if p.startswith("/articles/")).split("?")[0]
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.goto(f"{base}/fr{article}#c=5-30")
    page.wait_for_selector("#cited")
    page.keyboard.press("1")
    assert "names" not in page.get_attribute("#text", "data-layers").split()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/fr/timeline")
    context.close()
    assert not said
