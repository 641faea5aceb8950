"""What was decided is never lost: not by a killed server, not by an editor who says the opposite, not by a dossier without pages."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
pytest.importorskip("argon2", reason="the desk is not installed: pip install 'isnad[desk]'")

from fastapi.testclient import TestClient

from isnad.export import read_json, write_json
from isnad.pipeline import build, relink
from isnad.store import open_store
from isnad.web.app import create_app
from isnad.web.shared import Settings, Shared

PAGES = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
FEW = 6
"""Pages of the example that are enough to decide on."""
SECRET = "a long enough sentence"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "pages").mkdir()
    for page in sorted(PAGES.iterdir())[:FEW]:
        shutil.copy(page, folder / "pages")
    with closing(open_store(str(folder / "few.isnad"))) as store:
        build([str(folder / "pages")], store, engine="here")
    return folder / "few.isnad"


@pytest.fixture
def dossier(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "copy.isnad"))


# -- a server that is killed -------------------------------------------------------------------------------------


@pytest.fixture
def server(dossier: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own process, and its address."""
    command = [sys.executable, "-m", "isnad", "serve", str(dossier), "--port", "0", "--token", "open sesame"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert running.stderr
    found = re.search(r"http://127\.0\.0\.1:\d+", running.stderr.readline())
    assert found, running.stderr.read()
    yield running, found[0]
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)  # also what it had begun to compose
    running.wait(10)
    running.stderr.close()


def send(base: str, **wish: object) -> str:
    """Decide through the API and return the decision's id; fails like any request when the server dies."""
    headers = {"Authorization": "Bearer open sesame", "Content-Type": "application/json"}
    with closing(http.client.HTTPConnection(base.removeprefix("http://"), timeout=30)) as line:
        line.request("POST", "/api/v1/decisions", json.dumps(wish), headers)
        answer = line.getresponse()
        said = json.loads(answer.read())
    assert answer.status == 201, said
    return str(said["id"])


def test_a_server_killed_while_people_decide_loses_nothing_it_had_accepted(
    dossier: Path, server: tuple[subprocess.Popen[str], str]
) -> None:
    running, base = server
    with closing(open_store(str(dossier))) as store:
        who = [e.id for e in store.dossier().entities][:3]
    accepted: list[str] = []
    first = threading.Event()

    def editor(ident: str) -> None:
        # That the server is gone, in the midst of an answer or before it, is no fault: nothing was promised.
        with suppress(ConnectionError, http.client.HTTPException, TimeoutError):
            for n in range(50):
                accepted.append(send(base, kind="amend", ids=[ident], to={"name": {"en": f"Name {n}"}}, reason="seen"))
                first.set()

    editors = [threading.Thread(target=editor, args=(ident,), daemon=True) for ident in who]
    for e in editors:
        e.start()
    assert first.wait(30)
    running.send_signal(signal.SIGKILL)  # the two others are mid-way, and the dossier may be being composed
    for e in editors:
        e.join(30)
    assert running.wait(10) == -signal.SIGKILL
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    with closing(sqlite3.connect(dossier)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(open_store(str(dossier), create=False)) as store:
        kept = {j.id: j for j in store.decisions()}
        assert accepted
        assert set(accepted) <= kept.keys()
        names = {e.id: e.name["en"] for e in relink(store).entities if "en" in e.name}
        for ident, last in {str(j.target["id"]): j for j in kept.values()}.items():
            assert names[ident] == last.target["name"]["en"]  # type: ignore[index]


def test_a_server_that_starts_after_a_kill_composes_what_was_left_undone(dossier: Path) -> None:
    with closing(open_store(str(dossier))) as store:
        from isnad.decisions import decide

        event = store.dossier().events[0].id
        store.decide(
            decide(
                "amend", [event], "Ana", "2024-05-01T10:00:00+00:00", "", store.dossier(), to={"title": {"fr": "Après"}}
            )
        )
    live = create_app(str(dossier)).state.live
    assert live.settle(1, 60)
    assert live.desk().events[event].title["fr"] == "Après"
    assert not live.desk().pending


# -- two editors who disagree ------------------------------------------------------------------------------------


class Desk:
    """A desk that two editors share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shared = Shared(str(path), Settings())
        for name, role in (("Leïla", "moderator"), ("Ana", "editor"), ("Rui", "editor")):
            self.shared.people.add(name, SECRET, role, "setup")
        self.app = create_app(str(path), "nobody", shared=self.shared)
        self.live = self.app.state.live

    def browser(self, name: str) -> TestClient:
        client = TestClient(self.app, base_url="http://localhost", follow_redirects=False, client=("127.0.0.1", 50000))
        assert self.post(client, "/en/login", "/en/login", name=name, password=SECRET) == 303
        return client

    def post(self, client: TestClient, page: str, path: str, **fields: str) -> int:
        token = re.search(r'name="token" value="([0-9a-f]+)"', client.get(page).text)
        assert token, page
        data = {"token": token[1], **fields}
        return client.post(path, data=data, headers={"origin": "http://localhost"}).status_code

    def kept(self) -> list[tuple[str, str]]:
        with closing(open_store(str(self.path), create=False)) as store:
            return [(j.by, j.kind) for j in store.decisions()]


@pytest.fixture
def desk(dossier: Path) -> Iterator[Desk]:
    found = Desk(dossier)
    yield found
    found.shared.ledger.close()


def entries(page: str) -> list[str]:
    """The ledger as shown, the latest first."""
    return re.findall(r'<li class="[^"]*" id="j-\w+">.*?</li>', page, re.S)


def test_of_two_names_by_two_editors_both_are_shown_and_the_later_one_holds(desk: Desk) -> None:
    who = next(e.id for e in desk.live.desk().d.entities if e.kind == "person")
    for name, given in (("Ana", "الأول"), ("Rui", "الثاني")):
        client = desk.browser(name)
        assert (
            desk.post(client, f"/ar/entities/{who}", "/ar/decide", what="name", id=who, value=given, **{"in": "ar"})
            == 303
        )
    assert desk.live.settle(desk.live._wanted, 60)
    assert desk.kept() == [("Ana", "amend"), ("Rui", "amend")]
    assert desk.live.desk().entities[who].name["ar"] == "الثاني"
    rui, ana = entries(desk.browser("Ana").get("/ar/decisions").text)
    assert "الأول" in ana
    assert "الثاني" in rui
    assert "خالفه قرار لاحق" in ana
    assert re.search(r"overruled.*Rui", ana, re.S)
    assert "overruled" not in rui


def test_of_a_joining_and_a_parting_at_once_both_are_kept_and_the_later_one_holds(desk: Desk) -> None:
    left, right = [e.id for e in desk.live.desk().d.entities if e.kind == "person"][:2]
    ana, rui = desk.browser("Ana"), desk.browser("Rui")
    page, sent = f"/en/entities/{left}", {"id": left, "other": right}
    joining = threading.Thread(target=lambda: desk.post(ana, page, "/en/decide", what="join", **sent))
    joining.start()
    end = time.monotonic() + 20
    while not desk.kept() and time.monotonic() < end:
        time.sleep(0.005)
    # Rui has not seen yet what Ana did: the two are still two on his page.
    assert desk.post(rui, page, "/en/decide", what="different", **sent) == 303
    joining.join(30)
    assert desk.live.settle(desk.live._wanted, 60)
    assert desk.kept() == [("Ana", "same"), ("Rui", "different")]
    assert {left, right} <= desk.live.desk().entities.keys()
    shown = entries(rui.get("/en/decisions").text)
    assert ["overruled" in x for x in shown] == [False, True]
    # Taken back, the parting no longer overrules the joining.
    undone = re.search(r'id="(j-\w+)"', shown[0])
    assert undone
    assert desk.post(rui, "/en/decisions", "/en/decide", what="undo", id=undone[1]) == 303
    assert desk.live.settle(desk.live._wanted, 60)
    assert len({left, right} & desk.live.desk().entities.keys()) == 1
    assert "overruled" not in rui.get("/en/decisions").text


# -- a dossier without its pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["reject", "{event}"], ["import", "{ledger}"], ["undo", "j-000000000000"]])
def test_deciding_on_an_imported_dossier_is_refused_and_empties_nothing(
    built: Path, tmp_path: Path, words: list[str]
) -> None:
    with closing(open_store(str(built))) as store:
        whole = store.dossier()
    path, ledger = str(tmp_path / "imported.isnad"), tmp_path / "decisions.jsonl"
    ledger.write_bytes(b"")
    with closing(open_store(path)) as store:
        store.write(read_json(write_json(whole)))
    said = [w.format(event=whole.events[0].id, ledger=ledger) for w in words]
    done = subprocess.run(
        [sys.executable, "-m", "isnad", "decide", path, *said, "--by", "Ana"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7
    assert "without its pages" in done.stderr
    assert "isnad build" in done.stderr
    with closing(open_store(path)) as store:
        assert store.dossier().events == whole.events
        assert store.decisions() == ()
