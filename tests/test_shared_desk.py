"""A shared desk lets nobody in without an account, everybody do only what they may, and hides what enough readers flagged."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
pytest.importorskip("argon2", reason="the desk is not installed: pip install 'isnad[desk]'")

from fastapi.testclient import TestClient

from isnad.export import EXPORTERS
from isnad.languages import LANGUAGES
from isnad.pipeline import build
from isnad.store import open_store
from isnad.web.app import create_app
from isnad.web.shared import Settings, Shared

PAGES = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
SECRET = "a long enough sentence"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shared") / "example.isnad"
    store = open_store(str(path))
    build([str(PAGES)], store, engine="here")
    store.close()
    return path


class Place:
    """A served desk with three accounts, and a browser for each."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.shared = Shared(str(path), settings)
        for name, role in (("Leïla", "moderator"), ("Rui", "editor"), ("Ana", "reader")):
            self.shared.people.add(name, SECRET, role, "setup")
        self.app = create_app(str(path), "nobody", shared=self.shared)

    def browser(self, name: str = "") -> TestClient:
        client = TestClient(self.app, base_url="http://localhost", follow_redirects=False, client=("127.0.0.1", 50000))
        if name:
            done = post(client, "/en/login", "/en/login", name=name, password=SECRET)
            assert done.status_code == 303, done.text
        return client


def token(client: TestClient, path: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(path).text)
    assert found, path
    return found[1]


def post(client: TestClient, page: str, path: str, **fields: str):
    return client.post(path, data={"token": token(client, page), **fields}, headers={"origin": "http://localhost"})


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Iterator[Place]:
    path = tmp_path / "example.isnad"
    shutil.copy(built, path)
    found = Place(path, Settings(enough=2))
    yield found
    found.shared.ledger.close()


@pytest.mark.parametrize(
    "path",
    [
        "/en",
        "/ar/timeline",
        "/fr/articles",
        "/en/search?q=x",
        "/en/deliver/file?form=json",
        "/en/decisions.jsonl",
        "/en/moderation",
    ],
)
def test_nobody_sees_anything_before_they_have_entered(place: Place, path: str) -> None:
    answer = place.browser().get(path)
    assert answer.status_code == 303
    assert "/login?" in answer.headers["location"]
    assert "Nouader" not in answer.text


def test_machines_are_told_to_bring_a_token(place: Place) -> None:
    answer = place.browser().get("/api/v1/events")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_in_is_shown_in_every_language_and_says_nothing_of_the_dossier(place: Place, language: str) -> None:
    page = place.browser().get(f"/{language}/login")
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text
    assert "Nouader" not in page.text
    assert "النوادر" not in page.text


def test_a_wrong_password_is_refused_and_many_of_them_have_to_wait(place: Place) -> None:
    client = place.browser()
    moment = place.shared.ledger.now()
    place.shared.ledger.now = lambda: moment  # else a slow machine has waited already
    codes = [
        post(client, "/en/login", "/en/login", name="Rui", password="wrong wrong wrong").status_code for _ in range(6)
    ]
    assert codes[:5] == [401] * 5
    assert codes[5] == 429
    assert post(client, "/en/login", "/en/login", name="Rui", password=SECRET).headers["retry-after"]


def test_after_the_login_one_is_where_one_wanted_to_be_and_never_elsewhere(place: Place) -> None:
    client = place.browser()
    good = post(
        client, "/en/login?back=/en/timeline", "/en/login", name="Rui", password=SECRET, back="/en/timeline?kind=visit"
    )
    assert good.headers["location"] == "/en/timeline?kind=visit"
    for back in ("https://evil.example/", "//evil.example", "/en\\evil", "javascript:x", "/en\r\nSet-Cookie: a=b"):
        other = place.browser()
        assert (
            post(other, "/en/login", "/en/login", name="Rui", password=SECRET, back=back).headers["location"] == "/en"
        )


def test_the_session_cookie_is_for_this_site_alone_and_ends_with_the_session(place: Place) -> None:
    client = place.browser()
    entered = post(client, "/en/login", "/en/login", name="Rui", password=SECRET)
    cookie = next(v for k, v in entered.headers.multi_items() if k == "set-cookie" and v.startswith("isnad_who"))
    assert "httponly" in cookie.lower()
    assert "samesite=strict" in cookie.lower()
    assert client.get("/en").status_code == 200
    held = client.cookies["isnad_who"]
    assert post(client, "/en", "/en/logout").status_code == 303
    client.cookies.set("isnad_who", held)
    assert client.get("/en").status_code == 303


def test_a_form_without_its_token_or_from_elsewhere_lets_nobody_in(place: Place) -> None:
    client = place.browser()
    assert client.post("/en/login", data={"name": "Rui", "password": SECRET, "token": "0" * 40}).status_code == 403
    sent = {"name": "Rui", "password": SECRET, "token": token(client, "/en/login")}
    assert client.post("/en/login", data=sent, headers={"origin": "https://evil.example"}).status_code == 403


def test_readers_read_editors_decide_and_the_ledger_names_them(place: Place) -> None:
    reader, editor = place.browser("Ana"), place.browser("Rui")
    event = editor.get("/api/v1/events?per_page=1").json()["items"][0]["id"]
    refused = post(reader, f"/en/events/{event}", "/en/decide", id=event, what="comment", reason="hm", back="/en")
    assert refused.status_code == 403
    assert 'action="/en/decide"' not in reader.get(f"/en/events/{event}").text
    done = post(editor, f"/en/events/{event}", "/en/decide", id=event, what="comment", reason="asked them", back="/en")
    assert done.status_code == 303
    assert [(j["by"], j["reason"]) for j in editor.get("/api/v1/decisions").json()["items"]] == [("Rui", "asked them")]


def test_a_fact_flagged_by_enough_readers_is_out_of_sight_everywhere_until_a_moderator_keeps_it(place: Place) -> None:
    reader, editor, moderator = (place.browser(n) for n in ("Ana", "Rui", "Leïla"))
    event = reader.get("/api/v1/events?per_page=1").json()["items"][0]["id"]
    page = f"/en/events/{event}"
    assert (
        post(reader, page, "/en/flag", kind="event", id=event, reason="<b>wrong</b> town", back=page).status_code == 303
    )
    assert reader.get(page).status_code == 200
    post(editor, page, "/en/flag", kind="event", id=event, reason="", back=page)
    for client in (reader, editor, moderator):
        assert client.get(page).status_code == 404
        assert client.get(f"/api/v1/events/{event}").status_code == 404
        assert event not in client.get("/en/deliver/file?form=json").text
        assert event not in client.get("/en/timeline").text
    assert reader.get("/en/moderation").status_code == 403
    shown = moderator.get("/en/moderation").text
    assert "<b>wrong</b>" not in shown
    assert "&lt;b&gt;wrong&lt;/b&gt; town" in shown
    assert post(editor, "/en", "/en/moderation", kind="event", id=event, what="kept").status_code == 403
    assert post(moderator, "/en/moderation", "/en/moderation", kind="event", id=event, what="kept").status_code == 303
    assert reader.get(page).status_code == 200


def test_a_moderator_sees_in_words_what_is_flagged(place: Place) -> None:
    reader, moderator = place.browser("Ana"), place.browser("Leïla")
    whole = reader.get("/en/deliver/file?form=json").json()
    dispute = next(d for d in whole["disagreements"] if d["slot"] == "date")
    figure = whole["figures"][0]
    for kind, ident in (("disagreement", dispute["id"]), ("figure", figure["id"])):
        post(reader, "/en", "/en/flag", kind=kind, id=ident, reason="", back="/en")
    shown = moderator.get("/en/moderation").text.split("<h2>")[1]
    assert " ≠ " in shown
    article, start, end = figure["cites"][0]
    text = next(a["text"] for a in whole["articles"] if a["id"] == article)
    assert text[start:end] in shown
    for ident in (dispute["id"], figure["id"]):
        assert shown.count(ident) == 1  # in the form alone


def test_a_hidden_page_takes_with_it_what_rests_on_it_alone(place: Place) -> None:
    reader, editor = place.browser("Ana"), place.browser("Rui")
    whole = reader.get("/en/deliver/file?form=json").json()
    alone = next(e for e in whole["events"] if len(e["articles"]) == 1)
    article = alone["articles"][0]
    for client in (reader, editor):
        post(client, f"/en/articles/{article}", "/en/flag", kind="article", id=article, reason="", back="/en")
    left = reader.get("/en/deliver/file?form=json").json()
    assert article not in {a["id"] for a in left["articles"]}
    assert alone["id"] not in {e["id"] for e in left["events"]}
    assert reader.get(f"/en/articles/{article}").status_code == 404


def test_what_is_not_in_the_dossier_cannot_be_flagged(place: Place) -> None:
    reader = place.browser("Ana")
    for kind, ident in (("event", "v-none"), ("judgement", "x"), ("<script>", "x")):
        assert post(reader, "/en", "/en/flag", kind=kind, id=ident, reason="", back="/en").status_code == 404
    assert place.shared.flags.all() == []


def test_a_token_opens_the_api_as_its_account_and_a_wrong_one_does_not(place: Place) -> None:
    made = place.shared.people.token("Rui", "script", "Rui")
    client = place.browser()
    assert client.get("/api/v1/events", headers={"authorization": f"Bearer {made}"}).status_code == 200
    for wrong in ("", "isnad_x", "Bearer", made[:-1]):
        assert client.get("/api/v1/events", headers={"authorization": f"Bearer {wrong}"}).status_code == 401
    event = client.get("/api/v1/events", headers={"authorization": f"Bearer {made}"}).json()["items"][0]["id"]
    wish = {"kind": "accept", "ids": [event]}
    reader = place.shared.people.token("Ana", "script", "Ana")
    assert client.post("/api/v1/decisions", json=wish, headers={"authorization": f"Bearer {reader}"}).status_code == 403
    assert client.post("/api/v1/decisions", json=wish, headers={"authorization": f"Bearer {made}"}).status_code == 201


def test_a_proxy_on_this_machine_may_name_people_and_nobody_else_may(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "example.isnad"
    shutil.copy(built, path)
    named = Place(path, Settings(header="X-Remote-User"))
    near = TestClient(named.app, base_url="http://localhost", follow_redirects=False, client=("127.0.0.1", 1))
    far = TestClient(named.app, base_url="http://localhost", follow_redirects=False, client=("203.0.113.9", 1))
    assert near.get("/en", headers={"x-remote-user": "Rui"}).status_code == 200
    assert near.get("/en", headers={"x-remote-user": "Mallory"}).status_code == 303
    assert far.get("/en", headers={"x-remote-user": "Rui"}).status_code == 303
    named.shared.ledger.close()


def test_behind_a_proxy_the_wait_is_for_who_tried_and_only_a_proxy_on_this_machine_is_believed(place: Place) -> None:
    def failed(near: str, seen: str) -> str:
        client = TestClient(place.app, base_url="http://localhost", follow_redirects=False, client=(near, 1))
        sent = {"origin": "http://localhost", "x-forwarded-for": seen}
        data = {"token": token(client, "/en/login"), "name": f"x{near}{seen}", "password": "wrong wrong wrong"}
        assert client.post("/en/login", data=data, headers=sent).status_code == 401
        return place.shared.ledger.entries(1)[0].what

    assert failed("127.0.0.1", "198.51.100.7") == "from 198.51.100.7"
    assert failed("127.0.0.1", "127.0.0.1, 198.51.100.7") == "from 198.51.100.7", "what the proxy added stands last"
    assert failed("203.0.113.9", "198.51.100.7") == "from 203.0.113.9"


def test_a_part_of_a_page_asked_for_without_a_session_sends_the_whole_page_to_the_door(place: Place) -> None:
    answer = place.browser().get("/ar/timeline", headers={"hx-request": "true"})
    assert answer.status_code == 204
    assert answer.headers["hx-redirect"] == "/ar/login"
    assert answer.text == ""


@pytest.fixture(scope="module")
def own(built: Path) -> TestClient:
    """One person's own desk, without accounts."""
    return TestClient(create_app(str(built), "Nadia"), base_url="http://localhost", follow_redirects=False)


def test_ones_own_desk_has_no_accounts_and_no_flags(own: TestClient) -> None:
    for path in ("/en/login", "/en/moderation"):
        assert own.get(path).status_code == 404
    page = own.get("/en").text
    assert "logout" not in page
    assert "/en/deliver" in page


@pytest.mark.parametrize("form", [f for f in EXPORTERS if f != "pdf"])
def test_every_form_can_be_taken_from_the_browser(own: TestClient, form: str) -> None:
    answer = own.get(f"/ar/deliver/file?form={form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content


def test_what_cannot_be_delivered_is_said_on_a_page(own: TestClient) -> None:
    for query in (
        "form=papyrus",
        "form=json&since=yesterday",
        "form=json&story=none",
        "form=../../etc/passwd",
        "form=json&person=Nobody",
    ):
        answer = own.get(f"/fr/deliver/file?{query}")
        assert answer.status_code == 400
        assert "Traceback" not in answer.text


def test_a_part_is_delivered_as_it_is_asked_for(own: TestClient) -> None:
    march = own.get("/en/deliver/file?form=json&since=2022-03-01&until=2022-03-31").json()
    assert march["events"]
    assert all(e["date"]["start"] <= "2022-03-31" for e in march["events"])
    masked = own.get("/en/deliver/file?form=json&fulltext=no").json()
    assert masked["meta"]["fulltext"] is False


def test_a_search_is_a_feed(own: TestClient) -> None:
    feed = ElementTree.fromstring(own.get("/fr/search.atom?q=dessalement").content)
    entries = list(feed.iter("{http://www.w3.org/2005/Atom}entry"))
    assert entries
    for entry in entries:
        link = entry.find("{http://www.w3.org/2005/Atom}link")
        assert link is not None
        assert own.get(str(link.get("href")).removeprefix("http://localhost")).status_code == 200
    assert "search.atom?q=" in own.get("/fr/search?q=dessalement").text


def isnad(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "isnad", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
        timeout=60,
    )


def test_accounts_are_made_on_the_command_line_and_a_desk_for_others_demands_them(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "d.isnad"
    shutil.copy(built, path)
    refused = isnad("serve", str(path), "--host", "0.0.0.0", "--port", "0")
    assert refused.returncode != 0
    assert "isnad account" in refused.stderr
    assert isnad("account", str(path), "add", "Leïla", "--role", "moderator", ISNAD_PASSWORD=SECRET).returncode == 0
    assert json.loads(isnad("account", str(path), "list", "--json").stdout) == [{"name": "Leïla", "role": "moderator"}]
    assert isnad("account", str(path), "add", "Ana", ISNAD_PASSWORD="short").returncode == 1
    assert isnad("account", str(path), "token", "Leïla").stdout.startswith("isnad_")
    assert isnad("account", str(path), "close", "Nobody").returncode == 1


@pytest.mark.parametrize("path", ["/static/none", "/static/..%2fapp.py", "/xx/login", "/favicon.ico/x", "/fr/login/x"])
def test_what_is_not_there_tells_a_stranger_nothing_of_the_dossier(place: Place, path: str) -> None:
    stranger = place.browser()
    title = next(iter(place.app.state.live.desk().d.stories[0].title.values()))
    answer = stranger.get(path)
    assert title not in answer.text
    assert "21 pages" not in answer.text


def test_a_login_form_that_cannot_be_read_tells_a_stranger_nothing_of_the_dossier(place: Place) -> None:
    answer = place.browser().post("/fr/login", content=b"\xff\xfe", headers={"origin": "http://localhost"})
    title = place.app.state.live.desk().d.stories[0].title["fr"]
    assert title not in answer.text


def test_a_wrong_token_lets_nobody_in_whatever_else_the_request_carries(place: Place) -> None:
    editor = place.browser("Rui")
    wrong = {"authorization": "Bearer isnad_wrong"}
    assert editor.get("/api/v1/events").status_code == 200
    assert editor.get("/api/v1/events", headers=wrong).status_code == 401
    event = editor.get("/api/v1/events").json()["items"][0]["id"]
    wish = {"kind": "accept", "ids": [event]}
    assert editor.post("/api/v1/decisions", json=wish, headers=wrong).status_code == 401
    assert editor.post("/api/v1/decisions", json=wish).status_code == 401, "a session alone decides through forms only"
    assert editor.get("/api/v1/decisions").json()["total"] == 0


def test_a_name_sent_beside_the_proxys_own_names_nobody(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "example.isnad"
    shutil.copy(built, path)
    named = Place(path, Settings(header="X-Remote-User"))
    near = TestClient(named.app, base_url="http://localhost", follow_redirects=False, client=("127.0.0.1", 1))
    for names in (("Leïla", "Ana"), ("Ana", "Leïla"), ("Ana", "Ana")):
        sent = [("x-remote-user", n.encode()) for n in names]
        assert near.get("/en", headers=sent).status_code == 303, names
    named.shared.ledger.close()


def test_a_form_of_before_the_login_or_of_somebody_else_is_good_for_nothing_after_it(place: Place) -> None:
    planted = "a" * 32
    stranger = place.browser()
    stranger.cookies.set("isnad_desk", planted)
    learnt = token(stranger, "/en/login")
    editor = place.browser("Rui")
    event = editor.get("/api/v1/events").json()["items"][0]["id"]
    for cookie in (None, planted):
        if cookie:  # whoever can set cookies for this host plants one again after the login
            editor.cookies.delete("isnad_desk")
            editor.cookies.set("isnad_desk", cookie)
        sent = {"token": learnt, "what": "accept", "id": event, "back": "/en"}
        refused = editor.post("/en/decide", data=sent, headers={"origin": "http://localhost"})
        assert refused.status_code == 403
        # Nor does it log anybody out.
        editor.post("/en/logout", data={"token": learnt}, headers={"origin": "http://localhost"})
        assert editor.get("/en").status_code == 200


def test_a_form_sent_again_after_leaving_or_after_the_role_is_gone_decides_nothing(place: Place) -> None:
    editor = place.browser("Rui")
    event = editor.get("/api/v1/events").json()["items"][0]["id"]
    page = f"/en/events/{event}"
    sent = {"token": token(editor, page), "what": "accept", "id": event, "back": page}
    place.shared.people.change("Rui", "Leïla", role="reader")  # ends the session
    for _ in range(2):
        again = editor.post("/en/decide", data=sent, headers={"origin": "http://localhost"})
        assert again.status_code == 303
        assert again.headers["location"].startswith("/en/login")
    reader = place.browser("Rui")
    assert post(reader, page, "/en/decide", what="accept", id=event, back=page).status_code == 403
    done = post(reader, page, "/en/logout")
    assert done.headers["location"] == "/en/login"
    assert reader.get(page).status_code == 303
    moderator = place.browser("Leïla")
    assert moderator.get("/api/v1/decisions").json()["total"] == 0


def test_no_page_of_a_shared_desk_stays_in_a_browser_for_who_comes_next(place: Place) -> None:
    reader = place.browser("Ana")
    event = reader.get("/api/v1/events").json()["items"][0]["id"]
    for path in ("/en", f"/en/events/{event}", "/ar/search?q=x", "/en/nothing", "/en/login"):
        assert reader.get(path).headers["cache-control"] == "no-store", path
    for path in ("/en/decisions.jsonl", "/en/search.atom?q=x", "/api/v1/events", "/en/deliver/file?form=json"):
        assert "private" in reader.get(path).headers["cache-control"], path


def test_a_search_shows_no_words_of_a_hidden_page_in_any_form(place: Place) -> None:
    reader, editor = place.browser("Ana"), place.browser("Rui")
    whole = reader.get("/en/deliver/file?form=json").json()
    told = next(e for e in whole["events"] if len(e["articles"]) > 2)
    queries = ("signed", "contrat", "Querol", "تحلية", "contrato", "agua")
    for article in told["articles"][:2]:
        for client in (reader, editor):
            post(client, f"/en/articles/{article}", "/en/flag", kind="article", id=article, reason="", back="/en")
        assert reader.get(f"/en/articles/{article}").status_code == 404
        for q in queries:
            for path in ("/en/search", "/en/search.atom", "/api/v1/search"):
                answer = reader.get(path, params={"q": q})
                assert answer.status_code == 200, (path, q)
                assert article not in answer.text, (path, q)


def test_names_of_failed_logins_cannot_write_control_characters_into_the_log(place: Place) -> None:
    client = place.browser()
    post(client, "/en/login", "/en/login", name="Rui\x1b[2J\x1f\u202eadmin", password="wrong wrong wrong")
    assert place.shared.ledger.entries(1)[0].name == "Rui[2J admin"
