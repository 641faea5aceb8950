"""Whose name a credit prints: media across scripts, agencies apart from papers, bodies that print one word for their statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.link.hands import is_agency, same_medium
from isnad.model.trees import independent_of
from isnad.pipeline import build
from isnad.store import open_store


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("El Clarín de Alborada", "صحيفة «الكلارين دي ألبورادا» الإسبانية"),
        ("La Crónica", "صحيفة «كرونيكا» الإسبانية"),
    ],
)
def test_a_paper_is_known_in_the_other_script_though_its_first_letters_read_as_the_article(
    latin: str, arabic: str
) -> None:
    assert same_medium(latin, arabic)
    assert not same_medium("El Heraldo de Montaraz", arabic)


@pytest.mark.parametrize("name", ["Bay Morning News", "Puerto Noticias", "La Presse du Golfe", "شبكة القمم الإخبارية"])
def test_news_in_its_name_makes_no_paper_an_agency(name: str) -> None:
    assert not is_agency(name)


@pytest.mark.parametrize("name", ["Meridian News Agency", "Agencia Meridiano de Noticias", "Agence de presse Ennakhil", "وكالة أنباء النخيل"])  # fmt: skip
def test_an_agency_says_so(name: str) -> None:
    assert is_agency(name)


def test_statements_of_two_bodies_are_two_though_the_page_calls_both_a_statement(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "شبكة القمم الإخبارية\nانهيار ثلجي في ممر بوزلاف\nالأحد 21 يناير 2024\n\n"
        "أعلن جيش سهلستان في بيان أن وحداته أجلت 57 مسافرا من ممر بوزلاف بعد انهيار ثلجي قطع الطريق ليلة السبت. "
        "ومن جهته قال الهلال الأحمر السهلستاني في بيان إنه استقبل 31 شخصا في مركز الإيواء ووزع 200 بطانية.\n",
        encoding="utf-8",
    )
    dossier = build([str(page)], open_store("memory:"), engine="here").dossier
    assert [o.kind for o in dossier.origins].count("communique") == 2


def test_a_credited_paper_and_its_own_page_are_one_origin(tmp_path: Path) -> None:
    own = tmp_path / "a.txt"
    own.write_text(
        "The Lantern Review\nInside the last salt works\n2 April 2024\nBy Josune Abernathy\n\n"
        "Only nine families still rake salt at Port Averil. Their ponds cover 46 hectares behind the sea wall, and the youngest worker is 52. "
        "In 1971 the works sold 8,000 tonnes a year; last year they sold 640. The council will decide on 17 May whether the ponds are protected.\n"
    )
    told = tmp_path / "b.txt"
    told.write_text(
        "مجلة القنديل العربي\nداخل آخر الملاحات\n5 أبريل 2024\nترجمة عن «ذا لانترن ريفيو»\n\n"
        "لم تبق سوى تسع عائلات تجمع الملح في بورت أفيريل. تغطي أحواضها 46 هكتارا خلف السور البحري، وأصغر العمال عمره 52 سنة. "
        "في عام 1971 باعت الملاحات 8000 طن في السنة، وفي العام الماضي باعت 640 طنا. وسيقرر المجلس يوم 17 مايو ما إذا كانت الأحواض ستحمى.\n",
        encoding="utf-8",
    )
    found = independent_of(build([str(tmp_path)], open_store("memory:"), engine="here").dossier)
    assert (found.min, found.max) == (1, 1)
