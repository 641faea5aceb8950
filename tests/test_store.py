"""A dossier is kept whole, in a file anybody can ask in plain SQL; every backend does the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from isnad.errors import DiskFull, NewerSchema, NotADossier, StoreError
from isnad.export import read_json, write_json
from isnad.model import Citation, Dossier, Judgement, Page
from isnad.pipeline import build
from isnad.store import BACKENDS, Kept, Store, open_store
from isnad.store.sqlite import SCHEMA

PAGE = (
    "Le Danemark et le Ghana signent un accord portuaire\nPublié dans Le Quai le 12 - 04 - 2023\n\n"
    "La ministre danoise du Commerce, Karen Lindholm, a signé mercredi à Accra un accord portuaire avec le Ghana.\n"
    "« Cet accord ouvre une période nouvelle », a déclaré Karen Lindholm devant la presse réunie au port de Tema.\n"
)


@pytest.fixture(params=list(BACKENDS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return open_store("memory:" if request.param == "memory" else f"{request.param}:{tmp_path / 'd.isnad'}")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    return folder


def test_what_is_written_is_read_back_to_the_byte(store: Store, pages: Path) -> None:
    report = build([str(pages)], store)
    assert report.dossier.events
    assert write_json(store.dossier()) == write_json(report.dossier)


def test_pages_keep_their_bytes_and_the_version_that_read_them(store: Store) -> None:
    store.put(Page("a", b"bytes"), Kept("d1", "a", "7", None, "no article", "look again"))
    assert store.data("d1") == b"bytes"
    assert store.known() == {"d1": ("a", "7")}
    assert [k.failure for k in store.kept()] == ["no article"]
    store.forget(["d1"])
    assert store.known() == {}


def test_decisions_are_appended_once_and_in_order(store: Store) -> None:
    one = Judgement("j1", "same", {"type": "entity", "left": "x", "right": "y"}, "Ana", "2024-01-01", "one man")
    two = Judgement("j2", "reject", {"type": "entity", "id": "z"}, "Ana", "2024-01-02", "no name")
    for j in (one, two, one):
        store.decide(j)
    assert store.decisions() == (one, two)


def test_a_citation_gives_its_words(store: Store, pages: Path) -> None:
    quotation = build([str(pages)], store).dossier.quotations[0]
    assert store.words(quotation.words) == "Cet accord ouvre une période nouvelle"
    assert store.words(Citation("nowhere", 0, 3)) is None


def test_a_new_store_holds_an_empty_dossier(store: Store) -> None:
    assert store.dossier().articles == ()


def test_plain_sql_gives_each_claim_with_the_words_it_rests_on(tmp_path: Path, pages: Path) -> None:
    path = tmp_path / "d.isnad"
    store = open_store(str(path))
    build([str(pages)], store)
    store.close()
    rows = (
        sqlite3.connect(path).execute("SELECT type, words, publisher FROM claims WHERE type = 'quotation'").fetchall()
    )
    assert rows == [("quotation", "Cet accord ouvre une période nouvelle", "Le Quai")]
    kinds = sqlite3.connect(path).execute("SELECT kind, date_start, independent_max FROM events").fetchall()
    assert ("signing", "2023-04-12", 1) in kinds


def test_something_else_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    text = tmp_path / "letter.isnad"
    text.write_text("Dear editor, this is a letter and no dossier at all.\n" * 30)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (x)")
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(NotADossier):
            open_store(str(path))
        assert path.read_bytes() == before


def test_a_newer_dossier_is_refused_and_an_older_one_migrated(tmp_path: Path) -> None:
    path = tmp_path / "d.isnad"
    open_store(str(path)).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(NewerSchema, match="later isnad"):
        open_store(str(path))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE notes")
        db.execute("PRAGMA user_version = 1")
    store = open_store(str(path))
    store.write(Dossier("isnad-dossier/1", "test"))
    assert store.dossier().generated_by == "test"


@pytest.mark.parametrize("url", ["/no/such/folder/d.isnad", "https://example.org/d"])
def test_what_cannot_be_opened_is_said_in_words(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(url)
    assert caught.value.what


def test_a_full_disk_is_said_and_leaves_the_dossier_as_it_was(tmp_path: Path, pages: Path) -> None:
    path = tmp_path / "d.isnad"
    store = open_store(str(path))
    build([str(pages)], store)
    before = write_json(store.dossier())
    full: Callable[[str], sqlite3.Cursor] = store._db.execute  # type: ignore[attr-defined]  # the limit is SQLite's own
    pages_used = full("PRAGMA page_count").fetchone()[0]
    full(f"PRAGMA max_page_count = {pages_used}")
    with pytest.raises(DiskFull):
        store.put(Page("big", b"x" * 5_000_000), Kept("d2", "big", "7", None, "no article"))
    assert write_json(store.dossier()) == before
    assert read_json(before) == store.dossier()
