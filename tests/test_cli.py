"""The command says what it did, speaks JSON to machines, and fails with a message, an advice and a code."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from isnad.cli.showing import VIEWS
from isnad.export import EXPORTERS

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"


def isnad(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "isnad", *words], capture_output=True, text=True, check=False, env=env)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "story.isnad"
    done = isnad("build", str(EXAMPLE), "-o", str(path))
    assert done.returncode == 0, done.stderr
    return path


def test_build_prints_the_badge_and_what_failed(tmp_path: Path) -> None:
    done = isnad("build", str(EXAMPLE), "-o", str(tmp_path / "d.isnad"))
    assert done.stdout.startswith("21 pages · 8 publishers · ")
    assert "consent" in done.stdout


def test_build_speaks_json_to_machines(tmp_path: Path) -> None:
    found = json.loads(isnad("build", str(EXAMPLE), "-o", str(tmp_path / "d.isnad"), "--json").stdout)
    assert found["pages"] == 21
    assert [Path(f["source"]).name for f in found["failures"]] == ["22-mur-cookies.html"]


@pytest.mark.parametrize("view", list(VIEWS))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_view_shows_something(dossier: Path, view: str, language: str) -> None:
    done = isnad("show", str(dossier), view, "--language", language)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_arabic_names_are_isolated_in_the_terminal(dossier: Path) -> None:
    assert "\u2068المختار ولد اخويلد\u2069" in isnad("show", str(dossier), "people").stdout


@pytest.mark.parametrize("form", list(EXPORTERS))
def test_every_form_is_written_whole(dossier: Path, form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if form == "pdf" and importlib.util.find_spec("weasyprint") is None:
        pytest.skip("PDF needs the extra isnad[pdf], which is not installed here")
    assert isnad("export", str(dossier), "--format", form, "-o", str(out), "-l", "ar").returncode == 0
    data = out.read_bytes()
    if data[:2] == b"PK":
        data = b"".join(zipfile.ZipFile(out).read(n) for n in zipfile.ZipFile(out).namelist())
    if form in ("bibtex", "ris", "csl-json"):
        assert "موريتانيا توقع" in data.decode("utf-8")
    elif form == "pdf":
        assert data.startswith(b"%PDF-")
    elif form == "ics":
        assert "النوادر" in data.replace(b"\r\n ", b"").decode("utf-8")
    elif form == "atom":
        assert "رأس النوادر" in data.decode("utf-8")
    else:
        assert "النوادر" in data.decode("utf-8")
    assert list(tmp_path.iterdir()) == [out]


def test_import_and_export_give_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    one, two, again = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "again.isnad"
    isnad("export", str(dossier), "-f", "json", "-o", str(one))
    isnad("import", str(one), "-o", str(again))
    isnad("export", str(again), "-f", "json", "-o", str(two))
    assert one.read_bytes() == two.read_bytes()


def test_verify_counts_and_speaks_json(dossier: Path) -> None:
    found = json.loads(isnad("verify", str(dossier), "--json").stdout)
    assert found["texts"] == found["articles"] == 21


def test_the_html_page_needs_no_network_and_isolates_directions(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    isnad("export", str(dossier), "-f", "html", "-l", "ar", "-o", str(out))
    page = out.read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "<link" not in page
    assert "src=" not in page
    assert '<bdi dir="ltr">Leonor Vidaurreta</bdi>' in page


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("build", "/nowhere/at/all"), 3, "nothing at"),
        (("show", "/nowhere.isnad"), 4, "no dossier"),
        (("show", __file__), 4, "no isnad dossier"),
        (("import", __file__), 5, "no isnad dossier"),
        (("show", "{dossier}", "gossip"), 1, "known: timeline"),
        (("export", "{dossier}", "--format", "papyrus"), 5, "known forms"),
        (("export", "{dossier}", "-f", "json", "-o", "/nowhere/x.json"), 5, "cannot be written"),
        (("frobnicate",), 2, "No such command"),
    ],
)
def test_what_goes_wrong_is_said_with_a_code_and_no_traceback(
    dossier: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = isnad(*(w.replace("{dossier}", str(dossier)) for w in words))
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, isnad.cli; print(' '.join(sorted(m for m in sys.modules if m.split('.')[0] in ('lxml','regex','pycrfsuite','jinja2','fastapi','sqlite3','rapidfuzz'))))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
