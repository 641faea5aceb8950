"""The command says what it did, speaks JSON to machines, and fails with a message, an advice and a code."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from isnad import errors
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
    assert done.stdout.startswith("21 pages · 9 publishers · ")
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


def test_why_an_origin_is_one_is_told_in_the_language_asked_for(dossier: Path) -> None:
    told = isnad("show", str(dossier), "sources", "-l", "ar").stdout
    assert "النص في جملته لا ينسب إلى أحد" in told
    assert "credits nobody" not in told
    assert "unknown" not in told


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
    elif form == "gexf":  # who took part with whom
        assert "المختار ولد اخويلد" in data.decode("utf-8")
    elif form == "atom":
        assert "رأس النوادر" in data.decode("utf-8")
    else:
        assert "النوادر" in data.decode("utf-8")
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("march.md", b"#"), ("facts.xlsx", b"PK"), ("d.json", b"{"), ("s.timeline.json", b"{"), ("d.html", b"<!doctype"), ("d", b"<!doctype")],
)  # fmt: skip
def test_the_ending_of_the_file_says_the_form(dossier: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    out = tmp_path / name
    told = isnad("export", str(dossier), "-o", str(out))
    assert out.read_bytes().startswith(begins)
    assert ("timelinejs" in told.stderr) == (name == "s.timeline.json")


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
        (("show", "{dossier}", "gossip"), 2, "known: timeline"),
        (("show", "{dossier}", "-l", "de"), 2, "use ar, en, es or fr"),
        (("show", "{dossier}", "people", "--by", "Rui"), 2, "show DOSSIER quotations --by"),
        (("show", "{dossier}", "quotations", "--by", "Nobody Atall"), 1, "people --json lists names"),
        (("show", "/etc/hostname"), 4, "name the file that isnad build wrote"),
        (("build", str(EXAMPLE), "-o", __file__), 4, "name another file with -o"),
        (("build", str(EXAMPLE), "--engine", "steam", "-o", "/nowhere/x.isnad"), 2, "--engine pool"),
        (("import", "/nowhere.json"), 5, "export DOSSIER --format json"),
        (("search", "{dossier}"), 2, "give words"),
        (("search", "{dossier}", "x", "--kind", "gossip"), 2, "signing"),
        (("search", "{dossier}", "x", "--status", "maybe"), 2, "planned"),
        (("decide", "{dossier}", "join", "e-1"), 7, "“join” takes two ids, not 1"),
        (("decide", "{dossier}", "undo"), 7, "isnad decide DOSSIER list"),
        (("decide", "{dossier}", "import"), 7, "import decisions.jsonl"),
        (("account", "{dossier}", "crown", "Rui"), 2, "known: list, add"),
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


def test_a_build_without_pages_leaves_no_dossier_behind_and_harms_none_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    out = tmp_path / "d.isnad"
    assert isnad("build", str(tmp_path / "empty"), "-o", str(out)).returncode == 3
    assert isnad("build", "/nowhere/at/all", "-o", str(out)).returncode == 3
    assert not out.exists()
    assert isnad("build", str(EXAMPLE / "04-sada-bayan.txt"), "-o", str(out)).returncode == 0
    before = isnad("show", str(out), "sources").stdout
    assert isnad("build", "/nowhere/at/all", "-o", str(out)).returncode == 3
    assert isnad("show", str(out), "sources").stdout == before


def test_every_exit_code_there_is_stands_in_the_help_and_in_the_readme() -> None:
    codes = {0, 2, 8} | {c.exit_code for c in vars(errors).values() if isinstance(c, type) and issubclass(c, Exception)}
    shown = " ".join(isnad("--help").stdout.partition("Exit codes: ")[2].split())
    readme = (
        (EXAMPLE.parents[2] / "README.md").read_text(encoding="utf-8").partition("Exit codes: ")[2].split("\n\n")[0]
    )
    for text in (shown.replace(" · ", ", "), " ".join(readme.split())):
        assert {int(part.split()[0]) for part in text.split(", ")} == codes


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, isnad.cli; print(' '.join(sorted(m for m in sys.modules if m.split('.')[0] in ('lxml','regex','pycrfsuite','jinja2','fastapi','sqlite3','rapidfuzz'))))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
