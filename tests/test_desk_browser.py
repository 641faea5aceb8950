"""The desk in a real browser: accessibility by axe-core, no page wider than a phone, nothing refused by the policy.

``make browser`` brings playwright and axe-core and runs this; Chromium is the machine's own (``apt install chromium``), or the one
that ``CHROMIUM`` names. Without them every test here is skipped and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from browsing import SECRET, WITH_CHROMIUM, chromium, enter, serving
from isnad.languages import LANGUAGES
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

axe = pytest.importorskip("axe_playwright_python", reason="no accessibility tests without axe-core: make browser")
pytestmark = WITH_CHROMIUM

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ALL = 'runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]'
COLOURS = '{runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}, resultTypes: ["violations"]}'
RULES = {
    "desktop": f'{{{ALL}, resultTypes: ["violations"]}}',
    "phone": f'{{{ALL}, rules: {{"color-contrast": {{enabled: false}}}}, resultTypes: ["violations"]}}',
    "dark": COLOURS,
}
"""Dark differs from light in colours only, a phone from a desk in everything but colours."""
SIZES = {"desktop": (1280, 900), "dark": (1280, 900), "phone": (360, 740)}
SAID = "r => r.violations.flatMap(v => v.nodes.slice(0, 2).map(n => [v.id, n.html, n.failureSummary]))"
"""What is asked of axe; the whole of its report would take longer to hand over than to make."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth > 0"
LISTS = "timeline stories people organizations places network quotations agreements disagreements origins articles abstentions decisions deliver"


STATE = """Le Phare de Saint-Obin
Le pont des Aulnes fermé jusqu'en mai
Publié le 3 février 2023 à 9h10

Le pont des Aulnes, qui relie les deux rives de la Vesle à Saint-Obin, restera fermé jusqu'au 4 mai, a annoncé la mairie vendredi.
Les travaux coûteront 2,1 millions d'euros et seront payés pour moitié par la région, selon l'adjoint aux ponts, Gaspard Lemeunier.
"""
"""An article, seen again with another cost."""


class Served(Struct, frozen=True):
    """A server of the example, and the path of every kind of page."""

    base: str
    paths: tuple[str, ...]
    dossier: Dossier


def _paths(d: Dossier) -> tuple[str, ...]:
    event = max(d.events, key=lambda e: (bool(e.date), len(e.articles)))
    lists = (
        "",
        *(f"/{x}" for x in LISTS.split()),
        "/search?q=Querol",
        "/search?q=desaladora+%22agua+potable%22",
        "/gone",
    )
    one = (
        f"/stories/{d.stories[0].id}", f"/events/{event.id}", f"/quotations/{d.quotations[0].id}", f"/copies/{d.copies[0].id}",
        f"/articles/{d.articles[0].id}?c=5-30", *(f"/entities/{next(e.id for e in d.entities if e.kind == k)}" for k in ("person", "place")),
    )  # fmt: skip
    return (*lists, *one, f"/versions/{d.versions[0].id}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("browser")
    path = folder / "example.isnad"
    (folder / "states").mkdir()
    for name, cost in (("1.txt", "2,1"), ("2.txt", "3,4")):
        (folder / "states" / name).write_text(STATE.replace("2,1", cost), encoding="utf-8")
    store = open_store(str(path))
    d = build([str(EXAMPLE), str(folder / "states")], store, engine="here").dossier
    store.close()
    with serving(path) as base:
        yield Served(base, _paths(d), d)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.mark.parametrize(
    ("language", "look"), [*((x, look) for look in ("desktop", "phone") for x in LANGUAGES), ("ar", "dark")]
)
def test_axe_finds_no_violation_nothing_is_refused_and_no_page_is_too_wide(
    served: Served, browser: Any, language: str, look: str
) -> None:
    width, height = SIZES[look]
    scheme = "dark" if look == "dark" else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" and "404" not in m.text else None)
    found: list[str] = []
    for path in served.paths:
        page.goto(f"{served.base}/{language}{path}")
        if page.evaluate(TOO_WIDE):
            found.append(f"{path}: wider than {width} pixels")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(AXE)
        for rule, html, why in page.evaluate(f"axe.run({RULES[look]}).then({SAID})"):
            found.append(f"{path}: {rule}: {html[:160]} {why[:200]}")
    context.close()
    assert not found, "\n".join(found[:12])
    assert not said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_shows_a_word_that_isnad_forgot_to_translate(served: Served, browser: Any, language: str) -> None:
    """Untranslated keys are small letters with hyphens, or English where everything else is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    ours = (
        "diplomatic-ties",
        "nobody-named",
        "no-object",
        "the same ",
        "both a ",
        "counted from",
        "date line",
        "pages rest on",
    )
    left = []
    for path in served.paths:
        page.goto(f"{served.base}/{language}{path}")
        words = page.inner_text("main")
        left += [f"{path}: {x}" for x in ours if x in words and language != "en"]
    context.close()
    assert not left


def test_keys_layers_and_a_citation_behind_the_hash_work_under_the_policy(served: Served, browser: Any) -> None:
    article = next(p for p in served.paths if p.startswith("/articles/")).split("?")[0]
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.goto(f"{served.base}/fr{article}#c=5-30")
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
    for key, path in {
        "t": "timeline",
        "p": "people",
        "a": "articles",
        "d": "decisions",
        "s": "search",
        "o": "",
    }.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"**/fr/{path}" if path else "**/fr")
    page.keyboard.press("j")
    assert page.evaluate("document.querySelectorAll('.at').length") == 1
    context.close()
    assert not said


def test_printing_leaves_out_what_only_a_screen_needs(served: Served, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.base}/ar/timeline")
    page.emulate_media(media="print")
    for gone in (".rail", ".find", ".filters", ".zoom"):
        assert not page.is_visible(gone), gone
    assert page.is_visible("ol.tl > li")
    context.close()


@pytest.fixture(scope="module")
def shared(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with accounts, where one flag hides a thing."""
    from isnad.web.shared import Shared

    path = tmp_path_factory.mktemp("shared") / "few.isnad"
    store = open_store(str(path))
    store.write(served.dossier)
    store.close()
    accounts = Shared(str(path))
    for name, role in (("Leïla", "moderator"), ("Ana", "reader")):
        accounts.people.add(name, SECRET, role, "setup")
    accounts.ledger.close()
    with serving(path, "--host", "127.0.0.1", "--flags", "1") as base:
        yield base


def test_a_reader_enters_and_flags_and_a_moderator_enters_and_keeps(served: Served, shared: str, browser: Any) -> None:
    event = next(p for p in served.paths if p.startswith("/events/"))
    reader, moderator = browser.new_context(), browser.new_context()
    page = reader.new_page()
    enter(page, shared, "fr", "Ana")
    page.goto(f"{shared}/fr{event}")
    form = "form[action$='/flag']"
    page.click(f"details.decide:has({form}) > summary")
    page.fill(f"{form} input[name=reason]", "à vérifier")
    with page.expect_navigation():
        page.click(f"{form} button")
    assert page.goto(f"{shared}/fr{event}").status == 404
    page = moderator.new_page()
    enter(page, shared, "ar", "Leïla")
    page.goto(f"{shared}/ar/moderation")
    assert "à vérifier" in page.inner_text("main")
    assert page.locator("td", has_text="flagged").count() == 0
    with page.expect_navigation():
        page.click("form[action$='/moderation'] button[value=kept]")
    assert page.goto(f"{shared}/ar{event}").status == 200
    for context in (reader, moderator):
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_in_and_the_moderators_page_pass_axe(shared: str, browser: Any, language: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    found: list[str] = []
    page.goto(f"{shared}/{language}/login")
    for where in ("login", "moderation"):
        if where == "moderation":
            enter(page, shared, language, "Leïla")
            page.goto(f"{shared}/{language}/moderation")
        if page.evaluate(TOO_WIDE):
            found.append(f"{where}: wider than 360 pixels")
        page.evaluate(AXE)
        for rule, html, why in page.evaluate(f"axe.run({RULES['desktop']}).then({SAID})"):
            found.append(f"{where}: {rule}: {html[:160]} {why[:200]}")
    context.close()
    assert not found, "\n".join(found[:12])
