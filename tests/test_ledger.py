"""Judgements held in columns are the judgements that were made, one by one."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.link.ledger import MACHINE, Judged, Ledger, Ledgers, Verdict, judgement_id
from isnad.link.linker import group
from isnad.model import Judgement, two

IDS = ["غ@3", "a@1", "b@2", "c@0", "d@9"]


def judgement(left: str, right: str, kind: str = "same", score: float = 0.5, by: str = MACHINE) -> Judgement:
    left, right = sorted((left, right))
    ident = judgement_id("entity", kind, left, right) if by == MACHINE else f"{by}:{left}"
    return Judgement(ident, kind, two("entity", left, right), by, None, "they share a name", score)  # type: ignore[arg-type]


def test_a_ledger_reads_as_the_judgements_that_were_written_down() -> None:
    ledger = Ledger("entity", IDS)
    ledger.add(1, 0, Verdict(True, 0.98765, ("both are called “غ”", "the countries agree")))
    ledger.add(2, 1, Verdict(False, 0.8, ("another word of the name differs",)))
    first, second = ledger
    assert (first.target["left"], first.target["right"]) == ("a@1", "غ@3")  # in the order of their ids, not of judging
    assert (first.kind, first.score, first.by) == ("same", 0.9877, "isnad")
    assert first.reason == "both are called “غ”; the countries agree"
    assert first.id == judgement_id("entity", "same", "a@1", "غ@3")
    assert second.kind == "different"
    assert ledger[-1] == second
    assert ledger[:1] == (first,)


def test_a_suggestion_is_one_of_same_and_stands_apart() -> None:
    made = Judged.of("entity", IDS)
    made.add(0, 1, Verdict(None, 0.6, ("perhaps",)))
    assert len(made.firm) == 0
    assert [j.kind for j in made.suggested] == ["same"]


def test_ledgers_read_one_behind_the_other_with_judgements_made_already() -> None:
    ledger, person = Ledger("entity", IDS), judgement("c@0", "d@9", by="amal")
    ledger.add(0, 1, Verdict(True, 0.9, ("x",)))
    both = Ledgers(ledger, Ledgers([person]), ())
    assert len(both) == 2
    assert list(both) == [ledger[0], person] == [both[0], both[-1]]
    assert both == (ledger[0], person)
    with pytest.raises(IndexError):
        both[2]


def test_a_ledger_survives_the_way_to_another_process_and_goes_on_growing() -> None:
    ledger = Ledger("entity", IDS)
    ledger.add(0, 1, Verdict(True, 0.9, ("x",)))
    back = pickle.loads(pickle.dumps(ledger))
    back.add(1, 2, Verdict(True, 0.9, ("x",)))
    assert back[0] == ledger[0]
    assert back.reasons == ["x"]


pairs = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda p: p[0] != p[1])
verdicts = st.lists(st.tuples(pairs, st.booleans(), st.sampled_from([0.5, 0.7, 0.9])), max_size=12)


@given(verdicts)
def test_groups_are_the_same_whether_judgements_lie_in_a_ledger_or_alone(judged: list) -> None:
    ledger, alone = Ledger("entity", IDS), []
    for (a, b), same, score in judged:
        ledger.add(a, b, Verdict(same, score, ("they share a name",)))
        alone.append(judgement(IDS[a], IDS[b], "same" if same else "different", score))
    assert list(ledger) == alone
    assert group(IDS, ledger) == group(IDS, alone) == group(IDS, Ledgers(ledger, alone[:2]))
