"""An event's title is the page's own clause, and says of nobody what the page does not."""

from __future__ import annotations

import pytest

from isnad.pipeline import build
from isnad.store import open_store

PAGE = {
    "fr": "Le barrage de Kolda\nPublié le 12 mars 2024\n\nLa ministre de l'Eau, Awa Diatta, est arrivée lundi matin à Kolda, où elle a dormi ; puis a signé mardi un contrat avec la société Hydrosen.\n",
    "ar": "عودة عمال المنجم\nنشر في 12 مارس 2024\n\nقال رئيس النقابة سالم الورفلي إن العمال عادوا إلى بيوتهم، ومن المنتظر أن يصل جثمان الفقيد إلى طرابلس يوم الخميس المقبل على أن يوارى الثرى في مصراتة.\n",
}


def titles(language: str, tmp_path: object) -> list[str]:
    page = tmp_path / "page.txt"  # type: ignore[operator]
    page.write_text(PAGE[language], encoding="utf-8")
    dossier = build([str(page)], open_store("memory:"), engine="here").dossier
    return [t for e in dossier.events for t in e.title.values()]


def test_a_clause_without_its_subject_gets_the_name_the_page_gives_it(tmp_path: object) -> None:
    assert any(t.startswith("Awa Diatta a signé mardi un contrat") for t in titles("fr", tmp_path))


@pytest.mark.parametrize("name", ["سالم الورفلي"])
def test_an_arabic_clause_begins_with_its_verb_and_nobodys_name_is_put_before_it(name: str, tmp_path: object) -> None:
    found = titles("ar", tmp_path)
    assert any("جثمان الفقيد" in t or "الثرى" in t for t in found)
    assert not [t for t in found if t.startswith(name)]
