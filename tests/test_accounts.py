"""At a shared desk everybody does only what they may, nobody guesses a password, and the log says who did what."""

from __future__ import annotations

import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="accounts need the extra isnad[desk], which is not installed here")

from isnad.errors import IsnadError, NotADossier
from isnad.web.accounts import Flags, Ledger, People, Throttled
from isnad.web.accounts.people import IDLE, TRIES


class Clock:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2024, 5, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    return Ledger(tmp_path / "story.isnad.desk", clock)


@pytest.fixture
def people(ledger: Ledger) -> People:
    found = People(ledger)
    found.add("ليلى الإدريسي", "كلمة سر طويلة جدا", "moderator", "setup")
    found.add("Rui", "a long enough sentence", "editor", "setup")
    return found


def test_who_has_an_account_enters_with_the_password_and_leaves(people: People) -> None:
    entered = people.enter("ليلى  الإدريسي", "كلمة سر طويلة جدا", "10.0.0.1")
    assert entered is not None
    token, session = entered
    assert session.account.may("editor")
    again = people.session(token)
    assert again is not None
    assert again.sent(session.form)
    assert not again.sent("")
    people.leave(token)
    assert people.session(token) is None


def test_a_wrong_password_and_an_unknown_name_are_the_same_no(people: People) -> None:
    assert people.enter("Rui", "a long enough sentence!", "x") is None
    assert people.enter("Nobody", "a long enough sentence", "x") is None
    assert people.enter("rui", "a long enough sentence", "x") is not None


def test_logins_are_throttled_by_name_and_the_wait_doubles(people: People, clock: Clock) -> None:
    for n in range(TRIES):
        assert people.enter("Rui", "wrong wrong wrong", f"address {n}") is None
    with pytest.raises(Throttled) as first:
        people.enter("Rui", "a long enough sentence", "elsewhere")
    clock.at += timedelta(seconds=first.value.seconds + 1)
    assert people.enter("Rui", "wrong wrong wrong", "x") is None
    with pytest.raises(Throttled) as second:
        people.enter("Rui", "a long enough sentence", "x")
    assert second.value.seconds > first.value.seconds
    assert people.enter("ليلى الإدريسي", "كلمة سر طويلة جدا", "x") is not None
    clock.at += timedelta(seconds=901)
    assert people.enter("Rui", "a long enough sentence", "x") is not None


def test_many_tries_at_once_do_not_slip_past_the_wait_together(people: People) -> None:
    def attempt(n: int) -> str:
        try:
            return "entered" if people.enter("Rui", f"wrong wrong wrong {n}", f"10.0.0.{n}") else "wrong"
        except Throttled:
            return "throttled"

    with ThreadPoolExecutor(16) as crowd:
        seen = Counter(crowd.map(attempt, range(16)))
    assert seen == {"wrong": 5, "throttled": 11}


def test_one_address_that_tries_many_names_has_to_wait(people: People) -> None:
    for n in range(TRIES * 4):
        people.enter(f"guess {n}", "wrong wrong wrong", "one address")
    with pytest.raises(Throttled):
        people.enter("Rui", "a long enough sentence", "one address")
    assert people.enter("Rui", "a long enough sentence", "another") is not None


def test_a_session_ends_unused_and_when_the_account_changes(people: People, clock: Clock) -> None:
    token, _ = people.enter("Rui", "a long enough sentence", "x") or ("", None)
    clock.at += timedelta(seconds=IDLE - 10)
    assert people.session(token)
    clock.at += timedelta(seconds=IDLE - 10)
    assert people.session(token), "it was used in between"
    people.change("Rui", by="ليلى الإدريسي", role="reader")
    assert people.session(token) is None
    entered = people.enter("Rui", "a long enough sentence", "x")
    assert entered
    assert not entered[1].account.may("editor")
    clock.at += timedelta(seconds=IDLE + 1)
    assert people.session(entered[0]) is None


def test_a_closed_account_is_shut_everywhere(people: People) -> None:
    token = people.token("Rui", "script", "Rui")
    assert people.bearer(token)
    people.change("Rui", by="ليلى الإدريسي", closed=True)
    assert people.bearer(token) is None
    assert people.enter("Rui", "a long enough sentence", "x") is None


def test_nothing_in_the_file_lets_anybody_in(people: People, ledger: Ledger, tmp_path: Path) -> None:
    token, session = people.enter("Rui", "a long enough sentence", "x") or ("", None)
    api = people.token("Rui", "script", "Rui")
    ledger.close()
    held = (tmp_path / "story.isnad.desk").read_bytes()
    for secret in (token, api, "a long enough sentence", "كلمة سر طويلة جدا"):
        assert secret.encode() not in held
    assert session


@pytest.mark.parametrize(
    ("name", "password", "role"),
    [("", "long enough words", "reader"), ("x" * 81, "long enough words", "reader"), ("a\x00b", "long enough words", "reader"),
     ("a", "short", "reader"), ("a", "x" * 2000, "reader"), ("a", "long enough words", "owner"), ("RUI", "long enough words", "reader")],
)  # fmt: skip
def test_unfit_accounts_are_refused_in_words(people: People, name: str, password: str, role: str) -> None:
    with pytest.raises(IsnadError):
        people.add(name, password, role, "setup")


def test_enough_different_readers_hide_a_fact_until_a_moderator_has_looked(people: People, ledger: Ledger) -> None:
    flags = Flags(ledger, enough=2)
    reader = people.add("Ana", "long enough words", "reader", "setup")
    rui, leila = people.find("Rui"), people.find("ليلى الإدريسي")
    assert rui
    assert leila
    flags.flag("event", "v-1", reader, "wrong town")
    flags.flag("event", "v-1", reader, "still the wrong town")
    assert flags.hidden() == frozenset()
    flags.flag("event", "v-1", rui, "")
    assert flags.hidden() == {("event", "v-1")}
    with pytest.raises(IsnadError, match="no moderator"):
        flags.settle("event", "v-1", "kept", rui)
    flags.settle("event", "v-1", "kept", leila)
    assert flags.hidden() == frozenset()
    flags.flag("event", "v-1", leila, "")
    assert flags.hidden() == frozenset(), "what a moderator kept stays in sight"
    flags.settle("event", "v-1", "removed", leila)
    assert flags.hidden() == {("event", "v-1")}


def test_the_log_says_who_did_what_and_shows_when_it_was_tampered_with(
    people: People, ledger: Ledger, tmp_path: Path
) -> None:
    people.enter("Rui", "wrong wrong wrong", "10.0.0.9")
    assert [(e.name, e.did) for e in ledger.entries(1)] == [("Rui", "login failed")]
    assert ledger.broken() is None
    other = sqlite3.connect(tmp_path / "story.isnad.desk")
    other.execute("UPDATE log SET name = 'somebody else' WHERE n = 2")
    other.commit()
    assert ledger.broken() == 2
    other.execute("DELETE FROM log WHERE n = 1")
    other.commit()
    assert ledger.broken() == 1


def test_another_file_in_its_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.desk"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.commit()
    with pytest.raises(NotADossier):
        Ledger(path)


def test_accounts_outlive_the_process(people: People, ledger: Ledger, tmp_path: Path, clock: Clock) -> None:
    ledger.close()
    again = People(Ledger(tmp_path / "story.isnad.desk", clock))
    assert [a.name for a in again.all()] == ["Rui", "ليلى الإدريسي"]
