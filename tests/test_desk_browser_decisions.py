"""Every kind of decision as an editor makes it in a real browser, and what a reader sees of it, also after the pages are built anew.

Ana and Rui edit, Noor reads. The three sit in three browsers, each in another language, at one desk with accounts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from browsing import SECRET, WITH_CHROMIUM, chromium, enter, serving
from isnad.model import Dossier, Entity, Judgement
from isnad.pipeline import build
from isnad.store import open_store
from isnad.web.guard import WHO
from isnad.web.shared import Shared

pytestmark = WITH_CHROMIUM

PAGES = {
    "faro.txt": """El Faro de Almunza
El acuario de Almunza devolverá al mar 41 tortugas rescatadas
Por Remedios Cantalejo
12 de marzo de 2024

El acuario municipal devolverá al mar 41 tortugas, según anunció este martes su directora, Irene Valcárcel.
«Las tortugas están sanas y no tienen por qué pasar otro verano en un tanque», dijo Valcárcel.
El alcalde de Almunza, Fermín Oráa, visitó el acuario el lunes y se reunió con Yusuf Bensmail.
""",
    "rivage.txt": """Le Rivage libre
Tortues : l'aquarium d'Almunza relâche 38 animaux
Par Clémence Ardouin
Publié le 17 mars 2024

L'aquarium d'Almunza a relâché samedi 38 tortues en présence de Youssef Bensmaïl, directeur du Centre de sauvetage, et de la ministre
de la Mer, Solange Tiercelin. « C'est une promesse tenue », a déclaré Solange Tiercelin.
La ministre Solange Tiercelin a rencontré le maire, Fermín Oráa, le 16 mars 2024.
""",
    "sahil.txt": """جريدة الساحل اليوم
إطلاق 41 سلحفاة بحرية في عرض البحر
كتبت: هدى الورياغلي
الأحد 17 مارس 2024

أطلق مركز الإنقاذ البحري يوم أمس السبت 41 سلحفاة بحضور مدير المركز يوسف بن إسماعيل ووزيرة البحر سولانج تيرسلان.
وقال يوسف بن إسماعيل: «لم تنفق سلحفاة واحدة خلال فترة العلاج، وهذا ثمرة عمل المتطوعين».
وكان يوسف بن إسماعيل قد التقى سولانج تيرسلان في 11 فبراير 2024.
""",
    "wire.txt": """Coastline Wire
Turtles return to sea after months of care
By Duncan Ferrabee
March 17, 2024

Sea Minister Solange Tiercelin met the mayor of Almunza, Fermin Oraa, on 16 March 2024.
"It is a promise kept," Solange Tiercelin said. Irene Valcárcel, who directs the aquarium, visited Lisbon on 2 March 2024.
The aquarium and the city signed a cooperation agreement on 4 November 2023.
""",
}


class Table:
    """A desk with three browsers at it; ``ana`` and ``rui`` are editors' pages, ``noor`` a reader's."""

    def __init__(self, folder: Path, base: str, browser: Any, sessions: dict[str, str]) -> None:
        self.folder, self.path, self.base = folder, folder / "turtles.isnad", base
        self.said: list[str] = []
        self.ana, self.rui, self.noor = (
            self._seat(browser, sessions[name], language)
            for name, language in (("Ana", "fr"), ("Rui", "en"), ("Noor", "ar"))
        )

    def _seat(self, browser: Any, session: str, language: str) -> Any:
        context = browser.new_context()
        context.add_cookies([{"name": WHO, "value": session, "url": self.base}])
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on(
            "console",
            lambda m: self.said.append(m.text) if m.type == "error" and not re.search("404|422", m.text) else None,
        )
        page.goto(f"{self.base}/{language}/login")
        return page

    def go(self, page: Any, path: str) -> Any:
        """Open a page in the language that somebody reads."""
        language = urlsplit(page.url).path.split("/")[1]
        page.goto(f"{self.base}/{language}/{path}")
        return page

    def decide(self, page: Any, what: str, reason: str = "", **fields: str) -> None:
        """Press a button of "Decide", as it stands on the page that is open, and wait until the page says it is recorded."""
        page.evaluate("document.querySelectorAll('#main details.decide').forEach(d => d.open = true)")
        form = page.locator("form.decision", has=page.locator(f"button[value={what}]")).first
        for name, value in fields.items():
            field = form.locator(f"[name={name}]")
            if field.evaluate("x => x.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        if reason:
            form.locator("[name=reason]").fill(reason)
        before = page.url
        form.locator(f"button[value={what}]").click()
        page.wait_for_url(lambda url: url != before and "decided=" in url)
        page.wait_for_selector("div.note.done")
        if page.locator("p.note[hx-get]").count():  # a slow machine: the note is replaced once the dossier is composed
            page.wait_for_selector("p.note.done", timeout=60_000)
            page.reload()

    def undo(self, page: Any) -> None:
        """Take back what was just recorded, by the button beside the words that say so."""
        before = page.url
        page.locator("div.note.done button").click()
        page.wait_for_url(lambda url: url != before)
        self.settled()

    def settled(self) -> None:
        """Wait until nothing is waiting to be composed."""
        self.go(self.noor, "decisions")
        for _ in range(60):
            if not self.noor.locator("p.note[hx-get]").count():
                return
            self.noor.wait_for_timeout(500)
            self.noor.reload()
        raise AssertionError("the dossier is not composed")

    def rebuild(self) -> None:
        """Read the same pages anew, as the command does."""
        command = [sys.executable, "-m", "isnad", "build", str(self.folder / "pages"), "-o", str(self.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def dossier(self) -> Dossier:
        with closing(open_store(str(self.path), create=False)) as store:
            return store.dossier()

    def ledger(self) -> tuple[Judgement, ...]:
        with closing(open_store(str(self.path), create=False)) as store:
            return store.decisions()

    def person(self, surname: str) -> Entity:
        found = [e for e in self.dossier().entities if e.kind == "person" and any(surname in a for a in e.aliases)]
        assert len(found) == 1, (surname, [e.aliases for e in found])
        return found[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with the pages, their dossier and its accounts, and a session of each account."""
    folder = tmp_path_factory.mktemp("laid")
    (folder / "pages").mkdir()
    for name, text in PAGES.items():
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    path = folder / "turtles.isnad"
    with closing(open_store(str(path))) as store:
        build([str(folder / "pages")], store, engine="here")
    desk, sessions = Shared(str(path)), {}
    for name, role in (("Leïla", "moderator"), ("Ana", "editor"), ("Rui", "editor"), ("Noor", "reader")):
        desk.people.add(name, SECRET, role, "setup")
        entered = desk.people.enter(name, SECRET, "127.0.0.1")
        assert entered
        sessions[name] = entered[0]
    desk.ledger.close()
    return folder, sessions


@pytest.fixture
def table(laid: tuple[Path, dict[str, str]], tmp_path: Path, browser: Any) -> Iterator[Table]:
    folder = tmp_path / "desk"
    shutil.copytree(laid[0], folder)
    with serving(folder / "turtles.isnad") as base:
        found = Table(folder, base, browser, laid[1])
        yield found
        assert not found.said, "the policy refused something, or a script failed"
        for page in (found.ana, found.rui, found.noor):
            page.context.close()


def test_two_names_are_joined_and_stay_one_and_undo_makes_them_two_again(table: Table) -> None:
    left, right = table.person("Tiercelin"), table.person("Valcárcel")
    table.decide(table.go(table.ana, f"entities/{left.id}"), "join", "la même, d'après la photo", other=right.id)
    one = table.person("Tiercelin")
    assert {"Irene Valcárcel", "Solange Tiercelin"} <= set(one.aliases)
    assert table.go(table.noor, "people").locator("ul.index > li").count() == 3
    table.rebuild()
    shown = table.go(table.noor, f"entities/{one.id}").inner_text("main")
    assert "Irene Valcárcel" in shown
    assert "la même, d'après la photo" in shown
    assert not table.noor.locator("form[action$='/decide']").count(), "a reader is offered no decision"
    table.undo(table.ana)
    assert table.person("Tiercelin").id != table.person("Valcárcel").id
    assert table.go(table.noor, "people").locator("ul.index > li").count() == 4


def test_forms_of_somebody_else_are_split_off_and_stay_so(table: Table) -> None:
    who = table.person("Bensmail")
    page = table.go(table.ana, f"entities/{who.id}")
    page.click("details.decide:not(.flag) > summary")
    page.check("input[name=spelling][value='يوسف بن إسماعيل']")
    table.decide(page, "split", "شخص آخر بالاسم نفسه")
    for again in (False, True):
        if again:
            table.rebuild()
        assert "يوسف بن إسماعيل" not in table.person("Bensmail").aliases
        other = table.person("يوسف بن إسماعيل")
        assert other.id != table.person("Bensmail").id
        shown = table.go(table.noor, f"entities/{other.id}")
        assert shown.inner_text("h1").strip().startswith("يوسف بن إسماعيل")


def test_splitting_without_saying_which_forms_is_refused_in_the_editors_language(table: Table) -> None:
    page = table.go(table.ana, f"entities/{table.person('Bensmail').id}")
    page.click("details.decide:not(.flag) > summary")
    page.click("button[value=split]")
    page.wait_for_selector("text=Choisissez les formes")
    assert table.ledger() == ()


def test_what_is_no_name_is_gone_for_readers_and_says_who_said_so(table: Table) -> None:
    who = table.person("Oráa")
    table.decide(table.go(table.rui, f"entities/{who.id}"), "reject", "a street, not a man")
    assert urlsplit(table.rui.url).path == "/en/decisions", "its page is gone: the ledger is shown"
    table.rebuild()
    gone = table.noor.goto(f"{table.base}/ar/entities/{who.id}")
    assert gone.status == 404
    assert "a street, not a man" in table.noor.inner_text("main")
    assert "Rui" in table.noor.inner_text("main")
    assert who.id not in table.go(table.noor, "people").inner_html("ul.index")
    table.undo(table.rui)
    assert table.noor.goto(f"{table.base}/ar/entities/{who.id}").status == 200


def test_a_wrong_date_is_put_right_on_the_timeline_and_stays_so(table: Table) -> None:
    event = next(e for e in table.dossier().events if e.kind == "signing" and e.date)
    table.decide(
        table.go(table.ana, f"events/{event.id}"), "date", "vu sur l'original", start="2023-11-06", end="2023-11-07"
    )
    for again in (False, True):
        if again:
            table.rebuild()
        row = table.go(table.noor, "timeline").locator(f"#{event.id}")
        assert "نوفمبر 2023" in row.inner_text()
        assert row.locator("time").first.get_attribute("datetime") == "2023-11-06"
        assert row.locator(".mark.amended").count() == 1
    assert "vu sur l'original" in table.go(table.noor, f"events/{event.id}").inner_text("main")


def test_what_happened_is_called_denied_and_given_another_title(table: Table) -> None:
    event = next(e for e in table.dossier().events if e.kind == "visit" and e.date)
    page = table.go(table.rui, f"events/{event.id}")
    table.decide(page, "status", value="denied")
    table.decide(page, "title", "clearer", value="A visit that never was")
    shown = table.go(table.noor, f"events/{event.id}")
    assert shown.locator("dd .kind.denied").count() == 1
    assert "A visit that never was" in shown.inner_text("h1")


def test_a_wrong_speaker_is_replaced_by_somebody_found_by_typing(table: Table) -> None:
    quotation = next(q for q in table.dossier().quotations if q.speaker and "Tiercelin" in q.speaker.text)
    right = table.person("Oráa")
    page = table.go(table.ana, f"quotations/{quotation.id}")
    page.click("details.decide:not(.flag) > summary")
    page.fill("input[name=q][form='']", "أوراا" if any("أوراا" in a for a in right.aliases) else "oraa")
    page.wait_for_selector("select[name=value]:not(:has(option:nth-of-type(2)))")
    assert page.input_value("select[name=value]") == right.id
    table.decide(page, "speaker", "le maire, on l'entend")
    table.rebuild()
    quoted = table.go(table.noor, f"entities/{right.id}").locator(f"#{quotation.id}")
    assert quoted.count() == 1, "the quotation stands among the words of whom it was given to"
    wrong = table.go(table.noor, f"entities/{table.person('Tiercelin').id}")
    assert wrong.locator(f"#{quotation.id}").count() == 0


def test_what_is_accepted_or_locked_bears_a_mark_that_suggestions_do_not(table: Table) -> None:
    first, second, third = [e for e in table.dossier().entities if e.kind == "person"][:3]
    table.decide(table.go(table.ana, f"entities/{first.id}"), "accept")
    table.decide(table.go(table.rui, f"entities/{second.id}"), "lock", "as in the register")
    table.rebuild()
    rows = table.go(table.noor, "people").locator("ul.index > li")
    marks = {
        rows.nth(n).locator("a").first.get_attribute("href"): rows.nth(n).locator(".mark") for n in range(rows.count())
    }
    assert marks[f"/ar/entities/{first.id}"].inner_text() == "مقبول"
    assert "مثبّت" in marks[f"/ar/entities/{second.id}"].inner_text()
    assert marks[f"/ar/entities/{third.id}"].count() == 0


def test_a_name_is_given_in_arabic_and_read_so_by_who_reads_arabic_only(table: Table) -> None:
    who = table.person("Valcárcel")
    table.decide(table.go(table.ana, f"entities/{who.id}"), "name", value="إيريني فالكارثيل", **{"in": "ar"})
    assert "Irene Valcárcel" in table.ana.inner_text("h1"), "in French she is called as before"
    assert table.go(table.noor, f"entities/{who.id}").inner_text("h1").startswith("إيريني فالكارثيل")
    table.rebuild()
    assert table.go(table.noor, f"entities/{who.id}").inner_text("h1").startswith("إيريني فالكارثيل")


def test_a_comment_is_read_by_everybody_is_only_text_and_changes_nothing(table: Table) -> None:
    who, before = table.person("Oráa"), table.dossier()
    words = "<img src=x onerror=alert(1)> راجعوا السجل المدني"
    page = table.go(table.rui, f"entities/{who.id}")
    page.click("details.decide:not(.flag) > summary")
    page.click("button[value=comment]")
    assert table.ledger() == (), "a comment without words is not sent"
    page.fill("form.decision:has(button[value=comment]) [name=reason]", words)
    page.keyboard.press("Enter")
    page.wait_for_selector("div.note.done")
    table.settled()
    shown = table.go(table.noor, f"entities/{who.id}")
    assert words in shown.inner_text("main")
    assert shown.locator("main img").count() == 0
    assert [j.target.get("comment") for j in table.ledger()] == [True], "Enter comments, it does not accept"
    assert table.dossier().entities == before.entities


def test_of_two_editors_who_say_opposite_things_both_are_shown_and_the_later_holds(table: Table) -> None:
    who = table.person("Oráa")
    table.go(table.ana, f"entities/{who.id}")
    table.go(table.rui, f"entities/{who.id}")  # both look at the same state
    table.decide(table.ana, "name", "l'état civil", value="Fermín de Oráa", **{"in": "ar"})
    table.decide(table.rui, "name", "his own card", value="Fermín Oráa Leiva", **{"in": "ar"})
    page = table.go(table.noor, f"entities/{who.id}")
    assert page.inner_text("h1").startswith("Fermín Oráa Leiva")
    later, earlier = (page.locator(".decided ol.ledger > li").nth(n) for n in (0, 1))
    assert "Rui" in later.inner_text()
    assert "Fermín Oráa Leiva" in later.inner_text()
    assert "Fermín de Oráa" in earlier.inner_text()
    assert "خالفه قرار لاحق · Rui" in " ".join(earlier.inner_text().split())
    earlier.locator(".overruled a").click()
    assert urlsplit(page.url).fragment == later.get_attribute("id"), (
        "the overruled decision leads to the one that holds"
    )
    table.go(table.rui, f"entities/{who.id}").locator(f"#{later.get_attribute('id')} button").click()
    table.rui.wait_for_selector("div.note.done")
    table.settled()
    assert table.go(table.noor, f"entities/{who.id}").inner_text("h1").startswith("Fermín de Oráa")


def test_the_ledger_says_each_decision_in_the_readers_words_and_takes_any_back(table: Table) -> None:
    event = next(e for e in table.dossier().events if e.kind == "signing" and e.date)
    table.decide(table.go(table.ana, f"events/{event.id}"), "date", start="2023-11-06", end="2023-11-06")
    table.decide(table.go(table.rui, f"events/{event.id}"), "comment", "seen in the archive")
    rows = table.go(table.noor, "decisions").locator("ol.ledger > li")
    assert rows.count() == 2
    assert "seen in the archive" in rows.nth(0).inner_text()
    assert "6 نوفمبر 2023" in rows.nth(1).inner_text()
    page = table.go(table.ana, "decisions")
    page.locator("ol.ledger > li").nth(1).locator("button").click()
    page.wait_for_selector("div.note.done")
    table.settled()
    rows = table.go(table.noor, "decisions").locator("ol.ledger > li")
    assert rows.count() == 3, "the taking back stands in the ledger too"
    assert "أُلغي" in rows.nth(2).inner_text() or rows.nth(2).locator(".kind.denied").count() == 1
    assert table.go(table.noor, f"events/{event.id}").locator(".mark.amended").count() == 0


def test_without_scripts_a_decision_is_made_and_taken_back_all_the_same(table: Table, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    who = table.person("Valcárcel")
    enter(page, table.base, "es", "Ana", f"entities/{who.id}")
    page.click("details.decide:not(.flag) > summary")
    assert not page.is_visible("input[name=q][form='']"), "typing finds nothing without scripts, so it is not offered"
    page.fill("form.decision:has(button[value=accept]) [name=reason]", "vista en la página")
    page.click("button[value=accept]")
    page.wait_for_selector("div.note.done")
    assert "Registrado" in page.inner_text("div.note.done")
    page.click("div.note.done button")
    page.wait_for_selector("div.note.done:has-text('Deshacer')")
    assert [j.kind for j in table.ledger()] == ["accept", "reject"]
    context.close()


def test_filters_change_the_list_in_place_and_the_way_back_leads_back(table: Table) -> None:
    page = table.go(table.ana, "timeline")
    page.evaluate("window.same = true")
    page.focus("#by-kind")
    page.select_option("#by-kind", "signing")
    page.wait_for_url("**kind=signing**")
    page.wait_for_selector("main:not(.htmx-request) #by-kind")
    assert page.locator("ol.tl > li").count() == 1
    assert page.evaluate("window.same"), "the page was not loaded anew"
    assert page.evaluate("document.activeElement.id") == "by-kind", "and the keyboard is where it was"
    assert "kind=signing" in page.get_attribute("#tongues a[lang=ar]", "href")
    page.go_back()
    page.wait_for_url("**/fr/timeline")
    page.wait_for_selector("ol.tl > li.planned, ol.tl > li:nth-child(2)")


def test_whoever_was_logged_out_meanwhile_is_led_to_the_door(table: Table) -> None:
    page = table.go(table.ana, "timeline")
    page.context.clear_cookies()
    page.select_option("#by-kind", "signing")
    page.wait_for_url("**/fr/login**")
    assert page.locator(".rail").count() == 0, "nothing of the dossier is left on the page"
