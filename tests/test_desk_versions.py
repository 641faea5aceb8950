"""The desk shows how an article changed, names countries, and says what it did not do, in the reader's language."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")
pytest.importorskip("httpx", reason="needs httpx")

from fastapi.testclient import TestClient

from isnad.export.words import country_words
from isnad.languages import LANGUAGES, table
from isnad.pipeline import build
from isnad.store import open_store
from isnad.web.app import create_app

FIRST = """Le Phare de Saint-Obin
Le pont des Aulnes fermé jusqu'en mai
Publié le 3 février 2023 à 9h10

Le pont des Aulnes, qui relie les deux rives de la Vesle à Saint-Obin, restera fermé jusqu'au 4 mai, a annoncé la mairie vendredi.
Les travaux coûteront 2,1 millions d'euros et seront payés pour moitié par la région, selon l'adjoint aux ponts, Gaspard Lemeunier.
Les piétons pourront emprunter la passerelle du moulin, éclairée la nuit, pendant toute la durée du chantier.
"""
SECOND = FIRST.replace("2,1 millions", "3,4 millions").replace("9h10", "18h45") + (
    "Rectificatif : une première version de cet article donnait un coût de 2,1 <b>millions</b>.\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("versions")
    (folder / "pages").mkdir()
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND)):
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    store = open_store(str(folder / "x.isnad"))
    build([str(folder / "pages")], store, engine="here")
    store.close()
    return TestClient(create_app(str(folder / "x.isnad"), "Nadia"), base_url="http://localhost")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_articles_states_are_compared_word_by_word_and_each_change_leads_to_its_place(
    client: TestClient, language: str
) -> None:
    (version,) = client.app.state.live.desk().d.versions  # type: ignore[attr-defined]
    for article in version.articles:
        assert f'href="/{language}/versions/{version.id}"' in client.get(f"/{language}/articles/{article}").text
    page = client.get(f"/{language}/versions/{version.id}")
    assert page.status_code == 200
    gone, new = (re.findall(rf"<{tag}>(.*?)</{tag}>", page.text, re.DOTALL) for tag in ("del", "ins"))
    assert any("2,1" in x for x in gone)
    assert any("3,4" in x for x in new)
    address = re.search(r'href="([^"#]+)', next(x for x in new if "3,4" in x))
    assert address
    assert '<mark id="cited"' in client.get(address[1].replace("&amp;", "&")).text
    assert "<b>millions" not in page.text
    assert table(language, "desk")["words"]["about versions"] in page.text.replace("&#39;", "'")


def test_there_is_no_page_of_versions_for_an_article_seen_once(client: TestClient) -> None:
    assert client.get("/fr/versions/w-000000000000").status_code == 404


def test_every_state_has_a_name_in_all_languages_and_what_is_none_stays_a_code() -> None:
    shown = [country_words("MR", x) for x in ("ar", "en", "es", "fr")]
    assert shown == ["موريتانيا", "Mauritania", "Mauritania", "Mauritanie"]
    assert country_words("<b>", "fr") == "<b>"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"accès limité aux seuls riverains munis"', True),  # more telling words than are met elsewhere
        ('"drinking water"', False),
        ("drinking water", False),
        ('"pont"', False),  # one word is no phrase
    ],
)
def test_the_search_page_says_when_a_phrase_is_looked_for_only_as_it_is_written(
    client: TestClient, query: str, said: bool
) -> None:
    words = table("es", "desk")["words"]
    page = client.get("/es/search", params={"q": query, "mode": "across"}).text
    assert words["about phrases"] in page
    assert (words["phrase stays"] in page) is said
    assert words["phrase stays"] not in client.get("/es/search", params={"q": query, "mode": "exact"}).text


def test_what_the_search_refuses_is_said_in_arabic_to_who_reads_arabic(client: TestClient) -> None:
    page = client.get("/ar/search", params={"q": "pont", "since": "soon"}).text
    assert "ليس يوما" in page
    assert "اكتبه هكذا: 2024-05-01" in page
