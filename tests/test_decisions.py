"""People's decisions outrank the machine's, survive every build, and can be taken back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from isnad.decisions import decide, effective, read_jsonl, write_jsonl
from isnad.errors import DecisionError
from isnad.export import write_json
from isnad.model import Dossier
from isnad.pipeline import build, relink
from isnad.store import Store, open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
NOW = "2024-05-01T10:00:00+00:00"


@pytest.fixture
def store() -> Store:
    made = open_store("memory:")
    build([str(EXAMPLE)], made)
    return made


def people(d: Dossier) -> list[str]:
    return [e.id for e in d.entities if e.kind == "person"]


def test_two_people_joined_by_a_person_are_one_in_every_later_build(store: Store) -> None:
    a, b = people(store.dossier())[:2]
    store.decide(decide("same", [a, b], "Ana", NOW, "one man", store.dossier()))
    for d in (relink(store), build([str(EXAMPLE)], store).dossier):
        assert len({a, b} & set(people(d))) == 1


def test_taking_a_decision_back_restores_the_dossier_to_the_byte(store: Store) -> None:
    before = store.dossier()
    a, b = people(before)[:2]
    joined = decide("same", [a, b], "Ana", NOW, "one man", before)
    store.decide(joined)
    relink(store)
    store.decide(decide("reject", [joined.id], "Ana", NOW, "I was wrong", before))
    assert effective(store.decisions()) == ()
    assert write_json(relink(store)) == write_json(before)


def test_what_is_rejected_is_gone_and_what_is_renamed_keeps_its_forms(store: Store) -> None:
    d = store.dossier()
    event, quotation, who = d.events[0].id, d.quotations[0].id, people(d)[0]
    for ident in (event, quotation):
        store.decide(decide("reject", [ident], "Ana", NOW, "", d))
    store.decide(decide("amend", [who], "Ana", NOW, "", d, {"en": "The Minister"}))
    after = relink(store)
    assert event not in {e.id for e in after.events}
    assert quotation not in {q.id for q in after.quotations}
    entity = next(e for e in after.entities if e.id == who)
    assert entity.name["en"] == "The Minister"
    assert entity.aliases == next(e for e in d.entities if e.id == who).aliases


def test_of_two_opposite_decisions_both_are_kept_and_the_later_wins(store: Store) -> None:
    a, b = people(store.dossier())[:2]
    store.decide(decide("same", [a, b], "Ana", "2024-05-01T10:00:00+00:00", "", store.dossier()))
    store.decide(decide("different", [a, b], "Omar", "2024-05-01T11:00:00+00:00", "", store.dossier()))
    assert {a, b} <= set(people(relink(store)))
    assert len(store.decisions()) == 2


def test_a_ledger_is_written_and_read_as_lines(store: Store) -> None:
    made = decide("reject", [people(store.dossier())[0]], "Ana", NOW, "no name", store.dossier())
    data = write_jsonl([made])
    assert data.count(b"\n") == 1
    assert read_jsonl(data) == (made,)
    with pytest.raises(DecisionError, match="line 2"):
        read_jsonl(data + data[:40])


@pytest.mark.parametrize(
    ("kind", "ids", "said"),
    [
        ("same", ["e-1"], "2 different ids"),
        ("same", ["e-1", "e-1"], "2 different ids"),
        ("same", ["e-1", "v-1"], "cannot be said"),
        ("reject", ["nonsense"], "no id"),
        ("reject", ["e-000000000000"], "no entity"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_words(store: Store, kind: str, ids: list[str], said: str) -> None:
    with pytest.raises(DecisionError, match=said):
        decide(kind, ids, "Ana", NOW, "", store.dossier())  # type: ignore[arg-type]


def test_the_command_records_lists_and_undoes(tmp_path: Path) -> None:
    path = str(tmp_path / "d.isnad")
    store = open_store(path)
    build([str(EXAMPLE)], store)
    who = people(store.dossier())[0]
    store.close()

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "isnad", "decide", path, *words], capture_output=True, text=True, check=False
        )

    done = run("reject", who, "--by", "Ana", "--reason", "no name")
    assert done.returncode == 0, done.stderr
    listed = run("list").stdout
    assert "Ana: reject" in listed
    assert run("undo", listed.split()[0], "--by", "Ana").returncode == 0
    assert "taken back" in run("list").stdout
    assert run("undo", "j-nothing").returncode == 7
