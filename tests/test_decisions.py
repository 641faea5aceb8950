"""People's decisions outrank the machine's, survive every build, and can be taken back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from isnad.decisions import decide, effective, marks, read_jsonl, write_jsonl
from isnad.errors import DecisionError
from isnad.export import write_json
from isnad.model import Dossier, Judgement
from isnad.model.ids import entity_id
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


def test_a_date_a_title_and_a_status_are_amended_and_say_by_whom(store: Store) -> None:
    d = store.dossier()
    event = next(e for e in d.events if e.date is not None)
    to = {"date": {"start": "2021-03-04", "end": "2021-03-05"}, "title": {"ar": "توقيع العقد"}, "status": "denied"}
    store.decide(decide("amend", [event.id], "Ana", NOW, "the decree says so", d, to=to))
    after = next(e for e in relink(store).events if e.id == event.id)
    assert after.date is not None
    assert (str(after.date.start), str(after.date.end), after.date.precision) == ("2021-03-04", "2021-03-05", "range")
    assert after.date.basis == "decided by Ana: the decree says so"
    assert (after.title["ar"], after.status) == ("توقيع العقد", "denied")
    assert [e.id for e in store.dossier().events] == [
        e.id
        for e in sorted(
            store.dossier().events, key=lambda e: (e.date is None, str(e.date.start) if e.date else "", e.id)
        )
    ]


def test_a_speaker_is_given_and_taken_away(store: Store) -> None:
    d = store.dossier()
    said, who = d.quotations[0].id, people(d)[-1]
    store.decide(decide("amend", [said], "Ana", "2024-05-01T10:00:00+00:00", "", d, to={"speaker": who}))
    q = next(q for q in relink(store).quotations if q.id == said)
    assert q.speaker is not None
    assert q.speaker.entity == who
    assert q.chain[0].role == "speaker"
    store.decide(decide("amend", [said], "Ana", "2024-05-01T11:00:00+00:00", "", d, to={"speaker": None}))
    q = next(q for q in relink(store).quotations if q.id == said)
    assert q.speaker is None
    assert all(x.role != "speaker" for x in q.chain)


def test_forms_that_are_somebody_elses_are_split_off_and_stay_so(store: Store) -> None:
    d = store.dossier()
    whole = next(e for e in d.entities if e.kind == "person" and len({m.article for m in e.mentions}) > 2)
    texts = {a.id: a.text for a in d.articles}
    first = whole.mentions[0]
    other = next(f for f in whole.aliases if f != texts[first.article][first.start : first.end])
    store.decide(decide("different", [whole.id], "Ana", NOW, "a namesake", d, forms=[other]))
    for after in (relink(store), build([str(EXAMPLE)], store).dossier):
        holders = [e for e in after.entities if e.kind == "person" and other in e.aliases]
        kept = [e for e in after.entities if e.id == whole.id]
        assert holders
        assert kept != [whole]
        assert set(people(after)) > set(people(d))


def test_a_lock_keeps_what_stood_and_a_comment_changes_nothing(store: Store) -> None:
    d = store.dossier()
    event = d.events[0]
    store.decide(decide("accept", [event.id], "Ana", "2024-05-01T10:00:00+00:00", "checked", d, to={"locked": True}))
    store.decide(
        decide("amend", [event.id], "Omar", "2024-05-01T11:00:00+00:00", "see the gazette", d, to={"comment": True})
    )
    after = next(e for e in relink(store).events if e.id == event.id)
    assert (after.title, after.status, after.date and after.date.start) == (
        event.title,
        event.status,
        event.date and event.date.start,
    )
    mark = marks(store.decisions())[event.id]
    assert (mark.state, mark.by) == ("locked", "Omar")
    assert mark.comments == (("Omar", "2024-05-01T11:00:00+00:00", "see the gazette"),)


def test_a_decision_whose_target_vanished_is_kept_and_reported(store: Store) -> None:
    stray = Judgement("j-1", "amend", {"type": "event", "id": "v-nowhere", "date": None}, "Ana", NOW, "")
    store.decide(stray)
    assert relink(store).meta["vanished"] == ["j-1"]
    assert store.decisions() == (stray,)


@pytest.mark.parametrize(
    "target",
    [
        {"type": "event", "date": {"start": "not a day"}},
        {"type": "event", "date": {"start": "2021-05-05", "end": "2021-05-01"}},
        {"type": "event", "date": 7, "title": ["x"], "status": "maybe"},
        {"type": "event", "title": {"en": 3}},
    ],
)
def test_a_hostile_ledger_changes_nothing_and_stops_nothing(store: Store, target: dict[str, object]) -> None:
    before = store.dossier().events
    store.decide(Judgement("j-1", "amend", {**target, "id": before[0].id}, "Mallory", NOW, ""))
    assert relink(store).events == before


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ({"date": {"start": "2021-02-30"}}, "cannot be read"),
        ({"date": {"start": "2021-02-03", "end": "2021-02-01"}}, "ends before"),
        ({"status": "perhaps"}, "no status"),
        ({"title": {"de": "Titel"}}, "languages|one of"),
        ({"speaker": "e-1"}, "can be amended"),
        ({"comment": True}, "without words"),
        ({}, "can be amended"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused_in_words(store: Store, to: dict[str, object], said: str) -> None:
    with pytest.raises(DecisionError, match=said):
        decide("amend", [store.dossier().events[0].id], "Ana", NOW, "", store.dossier(), to=to)


def test_what_was_decided_holds_when_a_page_that_tells_it_earlier_arrives(store: Store) -> None:
    whole = store.dossier()
    texts = {a.id: a for a in whole.articles}
    # Ids are those of the earliest mention: leave out the page it stands on, decide, then let the page come.
    who = max((e for e in whole.entities if e.kind == "person"), key=lambda e: len({m.article for m in e.mentions}))
    some = open_store("memory:")
    left_out = {m.article for m in who.mentions if entity_id(f"{m.article}@{m.start}") == who.id}
    assert len(left_out) == 1
    build([a.source for a in texts.values() if a.id not in left_out], some)
    d = some.dossier()
    same = next(e for e in d.entities if e.kind == "person" and set(e.aliases) & set(who.aliases))
    assert same.id != who.id
    some.decide(decide("amend", [same.id], "Ana", NOW, "", d, {"es": "El Ministro"}))
    after = build([str(EXAMPLE)], some).dossier
    assert next(e for e in after.entities if e.id == who.id).name["es"] == "El Ministro"
    assert "vanished" not in after.meta


def test_a_file_of_decisions_half_written_changes_nothing_and_one_of_another_dossier_is_kept_and_reported(
    tmp_path: Path,
) -> None:
    path = tmp_path / "d.isnad"
    other = Judgement("j-other", "accept", {"type": "entity", "id": "e-000000000000"}, "Ana", NOW, "of another dossier")
    store = open_store(str(path))
    build([str(EXAMPLE)], store)
    good = decide("reject", [people(store.dossier())[0]], "Ana", NOW, "no name", store.dossier())
    store.close()

    def imported(data: bytes) -> subprocess.CompletedProcess[str]:
        file = tmp_path / "decisions.jsonl"
        file.write_bytes(data)
        words = [sys.executable, "-m", "isnad", "decide", str(path), "import", str(file)]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    def kept() -> tuple[Judgement, ...]:
        store = open_store(str(path), create=False)
        try:
            return store.decisions()
        finally:
            store.close()

    whole = write_jsonl([good, other])
    for half in (whole[:-30], whole[:40], b"\xff\xfe" + whole, b"[" * 100_000):
        refused = imported(half)
        assert refused.returncode != 0
        assert "line" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert kept() == (), "all of a file or nothing of it"
    done = imported(whole)
    assert done.returncode == 0, done.stderr
    assert {j.id for j in kept()} == {good.id, "j-other"}
    store = open_store(str(path), create=False)
    assert store.dossier().meta["vanished"] == ["j-other"]
    store.close()
