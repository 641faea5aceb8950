"""The desk: every page in four languages, decisions in the browser, and what hostile text and strangers cannot do."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
pytest.importorskip("httpx", reason="needs httpx")

import msgspec
from fastapi.testclient import TestClient

import isnad
from isnad.languages import LANGUAGES
from isnad.model import (
    Article,
    Citation,
    Dossier,
    Entity,
    Event,
    IndependentOrigins,
    Interval,
    Judgement,
    Link,
    Part,
    Quotation,
    Speaker,
)
from isnad.pipeline import build
from isnad.store import open_store
from isnad.web.api import COLLECTIONS
from isnad.web.app import create_app
from isnad.web.guard import host_allowed
from isnad.web.templating import language_for

PAGES = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">"\'><svg onload=alert(3)>'


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier, built once."""
    path = tmp_path_factory.mktemp("desk") / "example.isnad"
    store = open_store(str(path))
    build([str(PAGES)], store, engine="here")
    store.close()
    return path


@pytest.fixture(scope="session")
def reading(example: Path) -> TestClient:
    return TestClient(create_app(str(example), "Nadia"), base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def deciding(example: Path, tmp_path: Path) -> TestClient:
    path = tmp_path / "copy.isnad"
    shutil.copy(example, path)
    return TestClient(create_app(str(path), "Nadia"), base_url="http://localhost", follow_redirects=False)


def paths(client: TestClient) -> Iterator[str]:
    """Every kind of page of the example."""
    d = client.app.state.live.desk().d  # type: ignore[attr-defined]
    lists = "timeline stories people organizations places network quotations agreements disagreements origins articles abstentions decisions"
    yield from ("", *(f"/{x}" for x in lists.split()))
    yield from (
        "/timeline?since=2022-03-01&until=2022-03-31&status=happened",
        "/search?q=Querol&mode=folded",
        "/search?q=%D8%B9%D9%82%D8%AF",
    )
    yield f"/stories/{d.stories[0].id}"
    yield f"/events/{d.events[0].id}"
    yield f"/quotations/{d.quotations[0].id}"
    yield f"/copies/{d.copies[0].id}"
    yield f"/articles/{d.articles[0].id}?c=5-30"
    for kind in ("person", "organization", "place"):
        yield f"/entities/{next(e.id for e in d.entities if e.kind == kind)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_in_the_readers_language_and_direction(reading: TestClient, language: str) -> None:
    for path in paths(reading):
        page = reading.get(f"/{language}{path}")
        assert page.status_code == 200, path
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text, path
        assert "style=" not in page.text, f"{path}: the policy forbids styles in elements"
        assert not re.search(r"<script(?![^>]*src=)", page.text), path
        assert not re.search(r'(src|href|action)="(https?:)?//', page.text), f"{path} asks another address"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_desk_is_written_in_every_language(language: str) -> None:
    folder = Path(isnad.__file__).parent / "languages"
    own = tomllib.loads((folder / language / "desk.toml").read_text(encoding="utf-8"))["words"]
    english = tomllib.loads((folder / "en" / "desk.toml").read_text(encoding="utf-8"))["words"]
    interface = tomllib.loads((folder / language / "interface.toml").read_text(encoding="utf-8"))["words"]
    assert own.keys() == english.keys()
    assert all(w.strip() for w in own.values())
    templates = (Path(isnad.__file__).parent / "web" / "templates").glob("*.html")
    asked = {k for t in templates for k in re.findall(r'\bt\("([^"~]+)"\)', t.read_text(encoding="utf-8"))}
    assert not asked - own.keys() - interface.keys(), "words without a label"


def test_arabic_names_and_words_stand_isolated_in_their_own_direction(reading: TestClient) -> None:
    page = reading.get("/fr/people").text
    assert re.search(r'<bdi dir="rtl" lang="ar">[^<]*\p{0}'.replace(r"\p{0}", "[ء-ي]"), page)
    assert '<a class="name person" href="/fr/entities/e-' in page


def test_a_citation_opens_its_page_at_the_words(reading: TestClient) -> None:
    desk = reading.app.state.live.desk()  # type: ignore[attr-defined]
    q = desk.d.quotations[0]
    page = reading.get(f"/en/articles/{q.words.article}?c={q.words.start}-{q.words.end}").text
    assert page.count('<mark id="cited">') == 1
    marked = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page, re.S))
    shown = re.sub(r"<[^>]+>", "", marked).replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
    assert shown == desk.articles[q.words.article].text[q.words.start : q.words.end]


@pytest.mark.parametrize("given", ["9-2", "-1-5", "0-99999999", "x", "1-2-3", "٣-٥", "%00"])
def test_a_citation_that_cannot_be_is_passed_over(reading: TestClient, given: str) -> None:
    article = reading.app.state.live.desk().d.articles[0].id  # type: ignore[attr-defined]
    page = reading.get(f"/en/articles/{article}?c={given}")
    assert page.status_code == 200
    assert 'id="cited"' not in page.text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("ar-MA,ar;q=0.9,fr;q=0.8", "ar"),
        ("de,fr;q=0.5", "fr"),
        ("es", "es"),
        ("", "en"),
        ("zz;q=x", "en"),
        ("fr;q=0,es;q=0.1", "es"),
    ],
)
def test_the_front_door_leads_to_the_browsers_language(reading: TestClient, accepted: str, language: str) -> None:
    assert language_for(accepted) == language
    assert reading.get("/", headers={"accept-language": accepted}).headers["location"] == f"/{language}"


@pytest.mark.parametrize(
    "path",
    [
        "/fr/nothing",
        "/fr/events/v-000000000000",
        "/de",
        "/fr/articles/..%2f..%2fetc%2fpasswd",
        "/static/..%2fapp.py",
        "/fr/copies/x",
    ],
)
def test_what_is_not_there_is_said_and_leads_on(reading: TestClient, path: str) -> None:
    page = reading.get(path)
    assert page.status_code == 404
    assert "<h1>" in page.text


def test_every_answer_forbids_scripts_styles_and_frames_from_elsewhere(reading: TestClient) -> None:
    for path in ("/fr", "/fr/nothing", "/static/desk.css", "/api/v1/nothing"):
        policy = reading.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_foresaw_is_a_page_in_the_readers_language_under_the_same_policy(
    example: Path, language: str
) -> None:
    app = create_app(str(example))
    app.add_api_route(f"/{language}/fails", lambda: 1 // 0)
    page = TestClient(app, base_url="http://localhost", raise_server_exceptions=False).get(f"/{language}/fails")
    assert page.status_code == 500
    assert f'<html lang="{language}"' in page.text
    assert "ZeroDivisionError" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_what_was_not_written_here_is_as_it_came() -> None:
    folder = Path(isnad.__file__).parent / "web" / "static"
    rows = re.findall(r"^\| `([\w.]+)` \|.*\| `([0-9a-f]{64})` \|$", (folder / "VENDORED.md").read_text("utf-8"), re.M)
    assert [name for name, _ in rows] == ["htmx.min.js"]
    for name, digest in rows:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_a_dossier_that_is_being_composed_again_says_when_it_is_done(deciding: TestClient) -> None:
    live = deciding.app.state.live  # type: ignore[attr-defined]
    live.decide("accept", [person(deciding)], "Nadia", "seen", patience=0)
    if live.desk().pending:
        assert 'hx-get="/en/composing"' in deciding.get("/en/people").text
        assert deciding.get("/en/composing").status_code == 204
    assert live.settle(live._wanted, 60)
    assert "composed again" in deciding.get("/en/composing").text
    assert 'hx-get="/en/composing' not in deciding.get("/en/people").text


def test_what_was_not_claimed_runs_as_the_reader_reads_though_the_pages_word_is_arabic(reading: TestClient) -> None:
    for language, side in (("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")):
        shown = re.findall(
            r'<b><bdi dir="(\w+)"[^>]*>[^<:]+: [^<]*</bdi></b>', reading.get(f"/{language}/abstentions").text
        )
        assert len(shown) > 9
        assert set(shown) == {side}, language


def test_choices_are_found_by_any_spelling_and_never_the_thing_itself(reading: TestClient) -> None:
    d = reading.app.state.live.desk().d  # type: ignore[attr-defined]
    who = next(e for e in d.entities if e.kind == "person" and {"ar", "fr"} <= e.name.keys())
    other = next(e for e in d.entities if e.kind == "person" and e.id != who.id)
    found = reading.get("/en/choices", params={"of": "alike", "id": other.id, "q": who.name["ar"]}).text
    assert f'value="{who.id}"' in found
    assert f'value="{who.id}"' not in reading.get("/en/choices", params={"of": "alike", "id": who.id}).text
    assert reading.get("/en/choices", params={"of": "nothing", "id": who.id}).status_code == 404
    assert "disabled" in reading.get("/en/choices", params={"of": "near", "id": "v-0", "q": HOSTILE}).text


# -- hostile text ------------------------------------------------------------------------------------------------


def hostile_dossier() -> Dossier:
    text = f"{HOSTILE}\n\nHe said {HOSTILE} & left."
    start = text.index("He said")
    cite = Citation("a1", start, len(text))
    day = Interval(isnad_day(), isnad_day(), "day", HOSTILE, (cite,))
    article = Article(
        "a1", f"/tmp/{HOSTILE}", "00", "text/html", "en", HOSTILE, HOSTILE, HOSTILE, HOSTILE, day, f"javascript:{HOSTILE}",
        (HOSTILE,), text, (Part("title", 0, start - 2), Part("body", start, len(text))),
    )  # fmt: skip
    entity = Entity("e-1", "person", {"en": HOSTILE}, (HOSTILE,), (), (cite,), (HOSTILE,))
    event = Event(
        "v-1",
        "meeting",
        "reported",
        day,
        "e-1",
        (),
        None,
        {"en": HOSTILE},
        (cite,),
        ("a1",),
        (),
        IndependentOrigins(1, 1, HOSTILE),
    )
    quotation = Quotation("q-1", "direct", cite, None, Speaker(HOSTILE, cite, None), (Link("speaker", HOSTILE, cite),))
    decision = Judgement(
        "j-1", "amend", {"type": "entity", "id": "e-1", "comment": True, HOSTILE: HOSTILE}, HOSTILE, HOSTILE, HOSTILE
    )
    return Dossier(
        "isnad-dossier/1",
        HOSTILE,
        articles=(article,),
        entities=(entity,),
        events=(event,),
        quotations=(quotation,),
        judgements=(decision,),
    )


def isnad_day() -> object:
    from datetime import date

    return date(2024, 5, 1)


def test_script_in_titles_addresses_names_decisions_and_queries_is_only_text(tmp_path: Path) -> None:
    path = tmp_path / "hostile.isnad"
    dossier = hostile_dossier()
    store = open_store(str(path))
    store.write(dossier)
    store.decide(dossier.judgements[0])
    store.close()
    client = TestClient(create_app(str(path), HOSTILE), base_url="http://localhost")
    where = ["", "/timeline", "/stories", "/people", "/network", "/quotations", "/agreements", "/origins", "/articles", "/decisions",
             "/entities/e-1", "/events/v-1", "/quotations/q-1", "/articles/a1?c=0-9"]  # fmt: skip
    pages = [client.get(f"/{language}{p}") for p in where for language in ("en", "ar")]
    pages += [
        client.get("/en/search", params={"q": HOSTILE, "mode": m, "person": HOSTILE, "since": HOSTILE})
        for m in ("exact", "across", HOSTILE)
    ]
    pages += [client.get("/en/timeline", params=dict.fromkeys(("kind", "status", "who", "since", "page"), HOSTILE))]
    pages += [
        client.get("/en/search", params={"q": HOSTILE}),
        client.get(f"/en/articles?tag={HOSTILE}&publisher={HOSTILE}"),
    ]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert not re.search(r"<(img|svg)[^>]*\son\w+=", page.text)
        assert 'href="javascript:' not in page.text


def test_enormous_and_odd_queries_are_answered(reading: TestClient) -> None:
    for q in ("x" * 5000, '"' * 3000, "* OR NOT (", "\x00\u202e", "ة" * 4000):
        assert reading.get("/en/search", params={"q": q}).status_code == 200


# -- strangers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "good"),
    [("localhost:8321", True), ("127.0.0.1", True), ("127.8.9.1:80", True), ("[::1]:8321", True), ("evil.example", False),
     ("localhost.evil.example", False), ("", False), ("10.0.0.5", False), ("[::1", False), ("desk.example:443", True)],
)  # fmt: skip
def test_only_this_machines_own_names_are_answered(host: str, good: bool) -> None:
    assert host_allowed(host, frozenset({"desk.example"})) is good


def test_a_page_asked_for_under_a_strangers_name_is_refused(reading: TestClient) -> None:
    assert reading.get("/fr", headers={"host": "evil.example"}).status_code == 421


def form(client: TestClient, **fields: str) -> dict[str, str]:
    token = re.search(r'name="token" value="(\w+)"', client.get("/en/agreements").text)
    assert token
    return {"token": token[1], "back": "/en/people", "reason": "", **fields}


def person(client: TestClient) -> str:
    return next(e.id for e in client.app.state.live.desk().d.entities if e.kind == "person")  # type: ignore[attr-defined]


def test_a_decision_without_the_token_from_elsewhere_or_too_large_is_refused(deciding: TestClient) -> None:
    who = person(deciding)
    good = form(deciding, what="accept", id=who)
    assert deciding.post("/en/decide", data={**good, "token": "x"}).status_code == 403
    assert deciding.post("/en/decide", data=good, headers={"origin": "http://evil.example"}).status_code == 403
    assert deciding.post("/en/decide", data=good, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert deciding.post("/en/decide", data={**good, "reason": "x" * 70_000}).status_code == 413
    assert TestClient(deciding.app, base_url="http://localhost").post("/en/decide", data=good).status_code == 403
    assert deciding.app.state.live.desk().decisions == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example/fr", "/en\\evil.example", "javascript:alert(1)", "/fr/people"]
)
def test_a_decision_never_leads_to_another_site(deciding: TestClient, back: str) -> None:
    sent = deciding.post(
        "/en/decide", data=form(deciding, what="comment", id=person(deciding), reason="seen", back=back)
    )
    assert sent.status_code == 303
    assert re.fullmatch(r"/en/decisions\?decided=j-\w+", sent.headers["location"])


# -- decisions ---------------------------------------------------------------------------------------------------


def test_a_name_is_changed_marked_and_changed_back(deciding: TestClient) -> None:
    live = deciding.app.state.live  # type: ignore[attr-defined]
    who = person(deciding)
    before = live.desk().entities[who].name["fr"]
    sent = deciding.post("/en/decide", data={**form(deciding, what="name", id=who, value="Somebody Else"), "in": "fr"})
    assert sent.status_code == 303
    assert live.settle(live._wanted, 60)
    assert live.desk().entities[who].name["fr"] == "Somebody Else"
    assert '<span class="mark amended"' in deciding.get(f"/fr/entities/{who}").text
    ledger = deciding.get("/en/decisions").text
    made = re.search(r'id="(j-\w+)"', ledger)
    assert made
    assert "Nadia" in ledger
    deciding.post("/en/decide", data=form(deciding, what="undo", id=made[1]))
    assert live.settle(live._wanted, 60)
    assert live.desk().entities[who].name["fr"] == before
    assert made[1] in deciding.get("/en/decisions.jsonl").text


def test_what_was_rejected_says_who_did_and_offers_to_take_it_back(deciding: TestClient) -> None:
    live = deciding.app.state.live  # type: ignore[attr-defined]
    event = live.desk().d.events[0].id
    deciding.post("/en/decide", data=form(deciding, what="reject", id=event, reason="a rehearsal"))
    assert live.settle(live._wanted, 60)
    gone = deciding.get(f"/en/events/{event}")
    assert gone.status_code == 404
    assert "a rehearsal" in gone.text
    assert 'value="undo"' in gone.text


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "date", "id": "v-0"},
        {"what": "nonsense", "id": "v-0"},
        {"what": "join", "id": "e-0", "other": "v-0"},
        {"what": "split", "id": "e-0"},
    ],
)
def test_a_decision_that_cannot_be_is_explained_and_not_kept(deciding: TestClient, fields: dict[str, str]) -> None:
    sent = deciding.post("/en/decide", data=form(deciding, **fields))
    assert sent.status_code in (400, 422)
    assert "<h1>" in sent.text
    assert deciding.app.state.live.desk().decisions == ()  # type: ignore[attr-defined]


def test_a_decision_is_on_the_disk_before_it_is_answered(deciding: TestClient) -> None:
    deciding.post("/en/decide", data=form(deciding, what="accept", id=person(deciding)))
    store = open_store(deciding.app.state.live.path)  # type: ignore[attr-defined]
    assert [j.kind for j in store.decisions()] == ["accept"]
    store.close()


def test_a_dossier_without_its_pages_takes_no_decisions_and_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "imported.isnad"
    store = open_store(str(path))
    store.write(hostile_dossier())
    store.close()
    client = TestClient(create_app(str(path)), base_url="http://localhost")
    token = re.search(r'name="token" value="(\w+)"', client.get("/en/entities/e-1").text)
    assert token
    sent = client.post("/en/decide", data={"token": token[1], "what": "accept", "id": "e-1"})
    assert sent.status_code == 422
    assert len(client.app.state.live.desk().d.events) == 1  # type: ignore[attr-defined]


def test_what_another_isnad_does_with_the_file_is_shown(deciding: TestClient) -> None:
    live = deciding.app.state.live  # type: ignore[attr-defined]
    store = open_store(live.path)
    whole = store.dossier()
    assert len(whole.articles) > 3
    store.write(Dossier("isnad-dossier/1", "another", articles=whole.articles[:3]))
    store.close()
    assert "another" in deciding.get("/en").text
    assert len(live.desk().articles) == 3


# -- the API -----------------------------------------------------------------------------------------------------


def test_the_api_gives_every_record_of_the_dossier_as_it_is_exported(reading: TestClient) -> None:
    d = reading.app.state.live.desk().d  # type: ignore[attr-defined]
    found = reading.get("/api/v1").json()
    assert found["counts"]["pages"] == len(d.articles)
    for name in COLLECTIONS:
        ids, page = [], 1
        while True:
            got = reading.get(f"/api/v1/{name}", params={"page": page, "per_page": 40}).json()
            ids += [x.get("id") for x in got["items"]]
            if page >= got["pages"]:
                break
            page += 1
        assert ids == [getattr(x, "id", None) for x in getattr(d, name)], name
    event = d.events[0]
    assert reading.get(f"/api/v1/events/{event.id}").content == msgspec.json.encode(event)
    assert reading.get(f"/api/v1/articles/{d.articles[0].id}").json()["text"] == d.articles[0].text


def test_the_api_pages_narrows_and_knows_what_has_not_changed(reading: TestClient) -> None:
    first = reading.get("/api/v1/events?per_page=2")
    assert 'rel="next"' in first.headers["link"]
    again = reading.get("/api/v1/events?per_page=2", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    d = reading.app.state.live.desk().d  # type: ignore[attr-defined]
    kind = d.events[0].kind
    assert {x["kind"] for x in reading.get(f"/api/v1/events?kind={kind}").json()["items"]} == {kind}
    who = next(p.entity for e in d.events for p in e.participants)
    got = reading.get(f"/api/v1/events?of={who}&per_page=200").json()
    assert got["total"] == sum(who in {e.place, *(p.entity for p in e.participants)} for e in d.events)
    hits = reading.get("/api/v1/search", params={"q": "Querol", "filters": ["language:ar"], "type": "article"}).json()[
        "hits"
    ]
    assert hits
    assert {w["because"] for h in hits for w in h["why"]} <= {"name", "word", "sound"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/events?page=0",
        "/api/v1/events?per_page=9999",
        "/api/v1/events/none",
        "/api/v1/search?mode=x",
        "/api/v1/search?q=a&filters=colour:red",
        "/api/v1/none",
    ],
)
def test_the_api_says_what_is_wrong_as_a_problem(reading: TestClient, path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"]


def test_the_api_is_described_as_openapi_3_1_and_documented_without_another_address(reading: TestClient) -> None:
    described = reading.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {f"/api/v1/{name}" for name in COLLECTIONS} <= described["paths"].keys()
    assert {"Event", "Quotation", "Entity"} <= described["components"]["schemas"].keys()
    page = reading.get("/api/docs").text
    assert "/api/v1/quotations" in page
    assert not re.search(r'(src|href)="(https?:)?//', page)


def test_machines_decide_with_the_right_token_only(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.isnad"
    shutil.copy(example, path)
    client = TestClient(create_app(str(path), "Nadia", token="open sesame"), base_url="http://localhost")
    wish = {"kind": "accept", "ids": [person(client)], "reason": "seen"}
    assert client.post("/api/v1/decisions", json=wish).status_code == 401
    assert client.post("/api/v1/decisions", json=wish, headers={"authorization": "Bearer wrong"}).status_code == 401
    right = {"authorization": "Bearer open sesame"}
    assert client.post("/api/v1/decisions", json={"kind": "wrong"}, headers=right).status_code == 422
    assert client.post("/api/v1/decisions", json={**wish, "ids": ["e-none"]}, headers=right).status_code == 409
    made = client.post("/api/v1/decisions", json=wish, headers=right)
    assert made.status_code == 201
    assert client.get("/api/v1/decisions").json()["items"] == [made.json()]


def test_a_server_without_a_token_takes_no_decisions_from_machines(deciding: TestClient) -> None:
    wish = {"kind": "accept", "ids": [person(deciding)]}
    assert deciding.post("/api/v1/decisions", json=wish, headers={"authorization": "Bearer "}).status_code == 401


@pytest.mark.parametrize(
    ("language", "host", "site", "long"),
    [
        ("fr", "isnad ne répond pas sous ce nom", "vient d’un autre site", "trop long"),
        ("es", "isnad no responde con este nombre", "viene de otro sitio", "demasiado largo"),
        ("ar", "لا يُقدَّم إسناد تحت هذا الاسم", "آتية من موقع آخر", "أطول من اللازم"),
        ("en", "isnad is not served under this name", "comes from another site", "too long"),
    ],
)
def test_whoever_is_kept_out_is_told_so_in_their_language_on_a_page_without_the_dossier(
    reading: TestClient, language: str, host: str, site: str, long: str
) -> None:
    title = reading.get(f"/{language}").text.split('<h1 class="head">')[1].split("</h1>")[0]
    accepted = {"accept-language": f"{language}-XX, en;q=0.1"}
    answers = {
        host: reading.get("/", headers={**accepted, "host": "evil.example"}),
        site: reading.post("/xx/decide", data={"what": "lock"}, headers={**accepted, "origin": "http://evil.example"}),
        long: reading.post(f"/{language}/decide", data={"reason": "x" * 70_000}),
    }
    assert [x.status_code for x in answers.values()] == [421, 403, 413]
    for words, answer in answers.items():
        assert words in answer.text
        assert title not in answer.text
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
        assert answer.headers["content-language"] == language
        assert "default-src 'none'" in answer.headers["content-security-policy"]
