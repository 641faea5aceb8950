"""The Word file: notes, directions, and what LibreOffice makes of it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from isnad.export.docx import W, write_docx
from isnad.languages import LANGUAGES
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
SOFFICE = shutil.which("soffice")
LEFT, RIGHT = "\u200e", "\u200f"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build([str(EXAMPLE)], open_store("memory:"), engine="here").dossier


def part(dossier: Dossier, language: str, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(write_docx(dossier, language))) as word:
        return etree.fromstring(word.read(name))


def w(path: str) -> str:
    return "/".join(f"{{{W}}}{step}" if step != "." else step for step in path.split("/"))


def runs_to_left(paragraph: etree._Element) -> bool:
    found = paragraph.find(w("pPr/bidi"))
    return found is not None and found.get(w("val")) != "0"


def words(run: etree._Element) -> str:
    return "".join(run.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_stands_behind_a_mark_of_its_paragraphs_direction(dossier: Dossier, language: str) -> None:
    seen = 0
    for paragraph in part(dossier, language).iter(w("p")):
        for reference in paragraph.iter(w("footnoteReference")):
            before = reference.getparent().getprevious()
            assert words(before) == (RIGHT if runs_to_left(paragraph) else LEFT)
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_has_its_note_and_the_settings_name_the_lines_between(dossier: Dossier, language: str) -> None:
    asked = [x.get(w("id")) for x in part(dossier, language).iter(w("footnoteReference"))]
    notes = part(dossier, language, "word/footnotes.xml")
    there = [x.get(w("id")) for x in notes if x.get(w("type")) is None]
    lines = [x.get(w("id")) for x in notes if x.get(w("type")) is not None]
    assert asked == there
    assert [x.get(w("id")) for x in part(dossier, language, "word/settings.xml").iter(w("footnote"))] == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_marked_right_to_left_holds_arabic_and_one_that_is_not_holds_none(
    dossier: Dossier, language: str
) -> None:
    for run in part(dossier, language).iter(w("r")):
        text, marked = words(run), run.find(w("rPr/rtl")) is not None
        arabic = any("\u0600" <= c <= "\u06ff" for c in text)
        latin = any(c.isascii() and c.isalpha() for c in text)
        assert not (arabic and not marked), text
        assert not (latin and marked), text


def test_a_french_sentence_in_an_arabic_note_keeps_its_last_mark_beside_its_last_word(dossier: Dossier) -> None:
    """Its stop is written before the mark that ends the stretch, in the run of the words it belongs to."""
    notes = part(dossier, "ar", "word/footnotes.xml")
    french = [
        run for note in notes for run in note.iter(w("r"))
        if run.find(w("rPr/lang")) is not None and run.find(w("rPr/lang")).get(w("val")) == "fr-FR"
    ]  # fmt: skip
    assert french
    assert all(words(x).startswith(LEFT) and words(x).endswith(LEFT) for x in french if words(x).count(LEFT) == 2)
    assert sum(words(x).count(LEFT) == 2 for x in french) > len(french) * 0.9
    for note in notes:
        assert note.get(w("type")) is not None or runs_to_left(note.find(w("p")))


@pytest.mark.skipif(SOFFICE is None, reason="the Word file is not laid out: no soffice here (apt install libreoffice)")
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_libreoffice_lays_the_file_out_and_comes_to_an_end(dossier: Dossier, language: str, tmp_path: Path) -> None:
    """Both once were laid out without end. The seconds are the processor's: a busy machine is no fault."""
    import resource

    (tmp_path / "dossier.docx").write_bytes(write_docx(dossier, language))
    program = Path(str(SOFFICE)).resolve().parent / "soffice.bin"  # the shell script before it would outlive its limit
    command = [
        str(program if program.exists() else SOFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "dossier.docx"),
    ]  # fmt: skip
    for _ in range(2):
        done = subprocess.run(
            command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=500,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
        )  # fmt: skip
        if done.returncode != 81:  # it has made its profile, and asks to be started again
            break
    assert (tmp_path / "dossier.pdf").exists(), f"ended with {done.returncode}"
