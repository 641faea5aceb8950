"""Work set aside comes back the same, whoever did it."""

import os
import sys
from collections.abc import Callable
from typing import TypeVar

import pytest
from bench.generated import generate
from msgspec import Struct

from isnad.engine import aside_for, forked, later
from isnad.engine.aside import PIECE
from isnad.link import link
from isnad.link.turns import Turns

R = TypeVar("R")

linux = pytest.mark.skipif(sys.platform != "linux", reason="a process is copied on Linux only")


@linux
def test_what_is_linked_on_two_cores_is_linked_as_on_one() -> None:
    readings = [m.reading for m in generate(60)]
    assert link(readings, aside=forked) == link(readings)


@linux
def test_a_copy_of_the_process_sees_what_was_there_and_changes_nothing_of_it() -> None:
    words = ["ميناء"]

    def work() -> tuple[int, list[str]]:
        words.append("رصيف")
        return os.getpid(), words

    outcome = forked(work)
    assert words == ["ميناء"]
    process, found = outcome()
    assert process != os.getpid()
    assert found == ["ميناء", "رصيف"]
    assert words == ["ميناء"]


@linux
def test_what_goes_wrong_in_the_copy_is_said_here() -> None:
    def work() -> int:
        raise ValueError("no such pier")

    outcome = forked(work)
    with pytest.raises(ValueError, match="no such pier"):
        outcome()


@linux
def test_a_copy_that_is_killed_costs_time_and_no_result() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "done here"

    assert forked(work)() == "done here"


@linux
def test_what_cannot_be_sent_back_is_found_here() -> None:
    assert forked(lambda: lambda: 5)()() == 5


def test_little_work_is_done_where_it_is_asked_for() -> None:
    assert aside_for(3) is later
    assert later(os.getpid)() == os.getpid()


class Found(Struct, frozen=True):
    names: tuple[str, ...]
    none: tuple[str, ...]
    days: dict[str, int]


@linux
@pytest.mark.parametrize("many", [0, 1, PIECE, 2 * PIECE + 1])
def test_long_results_come_back_as_they_were_found(many: int) -> None:
    found = Found(tuple(f"سفينة {n}" for n in range(many)), (), {"lundi": many})
    assert forked(lambda: found)() == found
    assert forked(lambda: found.names)() == found.names


@linux
def test_pieces_of_work_are_taken_once_by_this_process_or_its_copy() -> None:
    turns = Turns(40)
    mine = [next(iter(turns)) for _ in range(5)]
    theirs = forked(lambda: list(turns))()
    assert mine == [0, 1, 2, 3, 4]
    assert theirs == list(range(5, 40))
    assert list(turns) == []
    turns.close()


@linux
def test_what_a_copy_took_and_did_not_bring_back_is_compared_here() -> None:
    readings = [m.reading for m in generate(60)]

    def dying(work: Callable[[], R]) -> Callable[[], R]:
        here = os.getpid()

        def dies() -> R:
            result = work()
            if os.getpid() != here:
                os._exit(9)
            return result

        return forked(dies)

    assert link(readings, aside=dying) == link(readings)
