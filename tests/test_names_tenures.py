"""The years an office was held, printed beside it or behind its holder, and the names that stand behind such years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.test_names_told import named, reading

from isnad.pipeline import build
from isnad.store import open_store

TOLD = [
    (
        "fr",
        "L'ancienne ministre de la Culture (2014-2017) Fatou Kiné Ndoye demande des comptes.",
        "Fatou Kiné Ndoye",
        2014,
        2017,
    ),
    (
        "fr",
        "Il a reçu Mahamat Saleh Annadif, ministre de la Défense de 1997 à 2003, dans son bureau.",
        "Mahamat Saleh Annadif",
        1997,
        2003,
    ),
    (
        "es",
        "La fiscal acusó a Roberto Briceño Franco, alcalde de Chimbote entre 2015 y 2018.",
        "Roberto Briceño Franco",
        2015,
        2018,
    ),
    (
        "en",
        "The former minister of heritage Salim al-Mahrouqi, in office from 2020 to 2022, was there.",
        "Salim al-Mahrouqi",
        2020,
        2022,
    ),
    ("ar", "وحضر محافظ البصرة السابق ماجد النصراوي الذي تولى المنصب بين 2013 و2017.", "ماجد النصراوي", 2013, 2017),
    ("ar", "واستجوبت اللجنة وزير الكهرباء الأسبق (2014-2018) قاسم الفهداوي صباح الاثنين.", "قاسم الفهداوي", 2014, 2018),
]


@pytest.mark.parametrize(("language", "text", "name", "since", "until"), TOLD)
def test_an_office_carries_the_years_it_was_held(language: str, text: str, name: str, since: int, until: int) -> None:
    made = reading(text, language)
    role = next(m.role for m in made.mentions if m.text == name)
    assert role is not None
    assert (role.since, role.until) == (since, until)


def test_the_dossier_dates_the_role(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        TOLD[2][1] + " El exalcalde lo niega todo, dijo su abogado, y recurrirá ante los tribunales del país.",
        encoding="utf-8",
    )
    dossier = build([str(page)], open_store("memory:"), engine="here").dossier
    held = next(r for e in dossier.entities for r in e.roles if "Roberto Briceño Franco" in e.aliases)
    assert held.date is not None
    assert (held.date.start, held.date.end) == (date(2015, 1, 1), date(2018, 12, 31))


def test_a_spanish_person_is_found_again_by_the_first_family_name() -> None:
    text = (
        "La fiscal acusó a Roberto Briceño Franco de fraude. El abogado de Briceño habló de persecución ante la prensa."
    )
    assert "Briceño" in named(text, "es", "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت النائبة عالية نصيف جاسم إن التحقيق مستمر.", "عالية نصيف جاسم"),
        ("واعترف محافظ واسط محمد جميل المياحي بالخطأ.", "محمد جميل المياحي"),
        ("وختم النائب الكردي بيستون فائق بالقول إن الأمر انتهى.", "بيستون فائق"),
    ],
)
def test_an_arabic_name_is_whole_behind_a_title_and_before_a_family_name(text: str, name: str) -> None:
    assert name in named(text, "ar", "person")


def test_a_body_goes_on_over_two_adjectives_and_ends_before_an_office() -> None:
    text = "واستدعت المحكمة الجنائية المركزية محافظ واسط. ويمول المشروع الصندوق العربي للإنماء الاقتصادي والاجتماعي منذ سنة."
    assert {"المحكمة الجنائية المركزية", "الصندوق العربي للإنماء الاقتصادي والاجتماعي"} <= named(
        text, "ar", "organization"
    )


def test_an_office_begins_behind_its_hyphen() -> None:
    made = reading("Il a été reçu par l'ex-Premier ministre Albert Pahimi Padacké, qui a refusé.", "fr")
    role = next(m.role for m in made.mentions if m.text == "Albert Pahimi Padacké")
    assert role is not None
    assert (role.text, role.former) == ("Premier ministre", True)
