"""Documents as an editor reads them: whole sentences, nothing twice, tables, days as days, and no more of a page than allowed."""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from isnad.export import EXPORTERS
from isnad.export.docx import W, write_docx
from isnad.export.outline import Note, Paragraph, Table, Words, outline
from isnad.export.pdf import document
from isnad.export.retelling import cut, telling_roles, whole_forms
from isnad.export.selection import Selection, select
from isnad.export.words import MASK, name_of, on_a_line
from isnad.languages import LANGUAGES
from isnad.model import Citation, Dossier, Entity, RoleHeld
from isnad.pipeline import build
from isnad.store import open_store

SECRET = "Le gardien du verger avait perdu ses clefs bleues ce matin-là."
PAGES = {
    "fr.txt": (
        "La Gazette du Verger\nCerises : le ministre Aurel Tamba signe un accord à Nérac\n4 mai 2023\n\n"
        "Le ministre de l'Agriculture, Aurel Tamba, a signé mercredi à Nérac un accord sur les cerises avec le Portugal. "
        f"« Nos vergers vivront », a déclaré Aurel Tamba. Douze ouvriers ont été blessés lundi. {SECRET}\n"
    ),
    "es.html": (
        '<html lang="es"><head><meta property="og:site_name" content="El Huerto"><meta property="article:published_time" content="2023-05-05">'
        '<link rel="canonical" href="https://elhuerto.example/cerezas"></head><body><article><h1>Acuerdo sobre las cerezas en Nérac</h1>'
        "<p>El ministro de Agricultura, Aurel Tamba, firmó el miércoles en Nérac un acuerdo sobre las cerezas con Portugal.</p>"
        "<p>«Nuestros huertos vivirán», afirmó Aurel Tamba.</p></article></body></html>"
    ),
    "ar.txt": (
        "جريدة البستان\nوزير الزراعة يوقع اتفاقا حول الكرز في نيراك\n5 ماي 2023\n\n"
        "وقّع وزير الزراعة أوريل تامبا، أمس الأربعاء، في نيراك، اتفاقا حول الكرز مع البرتغال. وقال تامبا: «بساتيننا ستعيش».\n"
    ),
}  # fmt: skip
FORMS = [f for f in EXPORTERS if f != "pdf" or importlib.util.find_spec("weasyprint")]


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("orchard")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


@pytest.fixture(scope="module")
def example() -> Dossier:
    return build(
        [str(Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages")], open_store("memory:"), engine="here"
    ).dossier


def plain(p: Paragraph) -> str:
    return "".join(x.text for x in p.items if isinstance(x, Words))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_written_in_every_language(orchard: Dossier, form: str, language: str) -> None:
    assert len(EXPORTERS[form].write(orchard, language)) > 100


@pytest.mark.parametrize("form", FORMS)
def test_every_filter_applies_to_every_form(orchard: Dossier, form: str) -> None:
    story = orchard.stories[0].id
    for wanted in (
        Selection(story=story), Selection(person="Aurel Tamba"), Selection(since=date(2023, 5, 1), until=date(2023, 5, 31)),
        Selection(story=story, person="Aurel Tamba", since=date(2023, 5, 1)), Selection(since=date(2031, 1, 1)),
    ):  # fmt: skip
        part = select(orchard, wanted)
        written = EXPORTERS[form].write(part, "fr")
        assert written or not part.articles
    assert b"huerto" not in EXPORTERS[form].write(select(orchard, Selection(until=date(2023, 1, 1))), "fr").lower()


@pytest.mark.parametrize("form", [f for f in FORMS if f != "pdf"])
def test_what_nobody_cites_is_in_no_form_without_full_text(orchard: Dossier, form: str) -> None:
    written = EXPORTERS[form].write(select(orchard, Selection(fulltext=False)), "fr")
    if form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(written)) as packed:
            written = b"".join(packed.read(n) for n in packed.namelist())
    assert "clefs bleues" not in written.decode("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_told_as_a_whole_sentence_and_who_and_where_stand_below(example: Dossier, language: str) -> None:
    told = [p for p in outline(example, language) if isinstance(p, Paragraph)]
    begin = next(i for i, p in enumerate(told) if p.style == "h2")
    events = [p for p in told[begin : begin + 60] if p.style == "entry"]
    assert all(any(isinstance(x, Note) for x in p.items) for p in events)
    sentences = [plain(p).split(" — ", 1)[1] for p in events]
    assert sum(s.rstrip()[-1:] in '.!?»”…"' for s in sentences) > len(sentences) / 2
    assert len(sentences) == len(set(sentences)) or len(sentences) - len(set(sentences)) < 3


def test_what_was_said_is_told_once_with_who_else_printed_it(orchard: Dossier) -> None:
    said = [p for p in outline(orchard, "fr") if isinstance(p, Paragraph) and p.style in ("quote", "by")]
    text = "\n".join(map(plain, said))
    assert len([p for p in said if p.style == "quote"]) <= len(orchard.quotations)
    assert "locuteur" not in text  # who speaks is named, and not told to be the speaker
    assert "La Gazette du Verger, 4 mai 2023" in text


def test_a_note_names_publisher_day_title_address_and_words(orchard: Dossier) -> None:
    page = EXPORTERS["markdown"].write(orchard, "fr").decode()
    note = next(x for x in page.splitlines() if x.startswith("[^") and "El Huerto" in x)
    assert "El Huerto, 5 mai 2023 — Acuerdo sobre las cerezas en Nérac\u00a0: «\u00a0" in note
    assert note.endswith("<https://elhuerto.example/cerezas>")


def test_disagreements_are_tables_in_documents(example: Dossier) -> None:
    tables = [p for p in outline(example, "fr") if isinstance(p, Table)]
    assert len(tables) == len(example.disagreements)
    assert all(len(row) == len(t.head) == 3 for t in tables for row in t.rows)
    with zipfile.ZipFile(io.BytesIO(write_docx(example, "ar"))) as word:
        body = etree.fromstring(word.read("word/document.xml"))
    assert len(list(body.iter(f"{{{W}}}bidiVisual"))) == len(tables)
    assert document(example, "fr").count("<table>") == len(tables)
    assert "| Valeur | Sources | Mots cités |" in EXPORTERS["markdown"].write(example, "fr").decode()


def test_an_empty_section_is_left_out_and_no_disagreement_is_said(orchard: Dossier) -> None:
    headings = [plain(p) for p in outline(orchard, "en") if isinstance(p, Paragraph) and p.style == "h1"]
    assert "Where sources disagree" in headings
    nothing = Dossier("isnad-dossier/1", "test")
    assert [plain(p) for p in outline(nothing, "en") if isinstance(p, Paragraph) and p.style == "h1"] == [
        "Where sources disagree"
    ]


def test_names_and_roles_are_listed_once_whatever_the_language() -> None:
    cite = Citation("a", 0, 1)
    roles = tuple(
        RoleHeld(text, language, (cite,), None)
        for text, language in (("ministro", "es"), ("وزير الفلاحة", "ar"), ("ministre de l'Agriculture", "fr"), ("lawyer", "en"))
    )  # fmt: skip
    who = Entity(
        "e",
        "person",
        {"fr": "Ferhat Ouzani"},
        ("Ouzani", "Ferhat Ouzani", "Ferhat Uzani", "Uzani", "فرحات أوزاني"),
        roles,
        (),
        (),
    )
    assert [r.text for r in telling_roles(who, "fr")] == ["ministre de l'Agriculture", "lawyer"]
    assert whole_forms(who, "Ferhat Ouzani") == ["Ferhat Uzani", "فرحات أوزاني"]


def test_a_state_is_named_in_the_readers_language_and_a_town_as_printed() -> None:
    spain = Entity("e-1", "place", {"fr": "Espagne"}, ("Espagne",), (), (), (), "ES")
    town = Entity("e-2", "place", {"fr": "Nérac"}, ("Nérac",), (), (), (), "FR")
    assert [name_of(spain, k) for k in ("ar", "en", "es", "fr")] == ["إسبانيا", "Spain", "España", "Espagne"]
    assert name_of(town, "ar") == "Nérac"


def test_a_cut_ends_with_a_word() -> None:
    assert cut("un accord sur les importations, conclu hier", 33) == "un accord sur les importations…"
    assert cut("court", 33) == "court"


def test_a_workbook_has_days_as_days_and_no_folder_of_the_sender(orchard: Dossier, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["xlsx"].write(orchard, "fr"))) as book:
        sheet, words = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "yyyy-mm-dd" in styles
    assert re.search(r'<c r="C\d" s="\d+"><v>45049</v>', sheet)  # 3 May 2023
    assert str(tmp_path.parent) not in words
    assert 'fitToWidth="2"' in sheet
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_masked_words_leave_a_gap_that_is_shown_and_join_nothing(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text(
        "La Gazette du Verger\nCerises : accord signé\n4 mai 2023\n\n"
        "Dans le verger de son oncle, où poussaient jadis des amandiers, le ministre Aurel Tamba a rencontré mercredi à Nérac le maire Luc Orsel, qui portait un chapeau vert.\n",
        encoding="utf-8",
    )
    whole = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    page = EXPORTERS[form].write(select(whole, Selection(fulltext=False)), "fr").decode()
    shown = re.sub(r"<script.*?</script>|<[^>]+>", "", page, flags=re.S)
    assert MASK not in re.sub(r"\s+", " ", shown) or form == "html"
    assert "chapeau vert" not in page
    assert "Aurel Tamba" in page


def test_a_line_shows_where_words_were_masked() -> None:
    assert on_a_line(f"il a dit{MASK * 3} {MASK * 4} oui\n et  non") == "il a dit […] oui et non"
    assert on_a_line(f"{MASK * 9} oui {MASK}") == "oui"
    assert on_a_line("[…] déjà là") == "[…] déjà là"
