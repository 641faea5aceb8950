"""What is worked out of the package's own tables is kept on this machine, and is never anything else than what would be worked out."""

import inspect
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import isnad.pipeline  # noqa: F401 — all that keeps anything is imported
from isnad.errors import IsnadError
from isnad.languages import LANGUAGES, keeping, table

PAGE = (
    "Une passerelle pour Valbrune\n\nLundi 18 septembre 2023\n\n"
    "Le conseil municipal de Valbrune a adopté mardi soir le projet de passerelle au-dessus de la Lème, après trois heures de débat.\n\n"
    "« Nous attendions cette décision depuis dix ans », a déclaré la maire, Odile Castaing, devant une salle comble.\n"
)
READ = (
    "import sys; from isnad.pipeline import build; from isnad.store import open_store; from isnad.export import write_json; "
    "sys.stdout.buffer.write(write_json(build([sys.argv[1]], open_store('memory:'), engine='here').dossier))"
)


def run(page: Path, cache: str) -> bytes:
    """Read the page in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(page)],
        env={**os.environ, keeping.VARIABLE: cache},
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    there = tmp_path / "page.txt"
    there.write_text(PAGE, encoding="utf-8")
    return there


def test_a_run_that_reads_back_what_was_kept_tells_the_same_as_one_that_keeps_nothing(
    page: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    plain, first = run(page, "off"), run(page, str(folder))
    written = {p: p.read_bytes() for p in folder.rglob("*.pickle")}
    assert written
    second = run(page, str(folder))
    assert plain == first == second
    assert {p: p.read_bytes() for p in folder.rglob("*.pickle")} == written


def test_what_was_cut_short_or_is_of_another_make_is_worked_out_again(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    first = run(page, str(folder))
    for n, there in enumerate(sorted(folder.rglob("*.pickle"))):
        there.write_bytes((b"", b"\x80\x05garbage", there.read_bytes()[:20], b"cno.such.module\nThing\n.")[n % 4])
    assert run(page, str(folder)) == first


def test_a_folder_that_cannot_be_written_stops_nothing(page: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("")
    assert run(page, str(nowhere)) == run(page, "off")


def test_the_signature_changes_with_any_file_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.toml").write_text("a = 1")
    monkeypatch.setattr(keeping, "HOME", tmp_path)
    before = keeping.signature()
    assert keeping.signature() == before
    (tmp_path / "words.toml").write_text("a = 22")
    changed = keeping.signature()
    (tmp_path / "more.py").write_text("")
    assert len({before, changed, keeping.signature()}) == 3


def test_what_earlier_states_of_the_package_kept_is_thrown_away(page: Path, tmp_path: Path) -> None:
    run(page, str(tmp_path / "cache"))
    (state,) = (tmp_path / "cache").glob("words-*/*")
    old = state.parent / "0123456789abcdef"
    old.mkdir()
    os.utime(old, (0, 0))
    run(page, str(tmp_path / "cache"))
    assert [p.name for p in state.parent.iterdir()] == [state.name]


def answers() -> list[tuple[str, tuple[str, ...]]]:
    """Every kept function with every language, or with nothing."""
    asked: list[tuple[str, tuple[str, ...]]] = []
    for name, make in keeping.KEPT.items():
        wants = list(inspect.signature(make).parameters)
        asked += [(name, ())] if not wants else [(name, (code,)) for code in LANGUAGES] if wants == ["language"] else []
    return asked


@pytest.mark.parametrize(("name", "args"), answers())
def test_every_answer_that_is_to_be_kept_can_be(name: str, args: tuple[str, ...]) -> None:
    made = keeping.KEPT[name](*args)
    assert type(pickle.loads(pickle.dumps(made))) is type(made)


def test_a_table_that_no_language_brings_is_an_error_each_time() -> None:
    for _ in range(2):
        with pytest.raises(IsnadError):
            table("ar", "nosuchconcern")
