"""Bare numbers of those who marched or walked out, and of who counts beside another: whose word it is says that people are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store

DAYS = {"en": "18 January 2024", "fr": "18 janvier 2024", "es": "18 de enero de 2024", "ar": "18 يناير 2024"}
REST = {
    "en": "The town has waited for rain since the end of the summer, and the harvest was poor in most of the villages of the valley.",
    "fr": "La ville attend la pluie depuis la fin de l'été, et la récolte a été mauvaise dans la plupart des villages de la vallée.",
    "es": "La ciudad espera la lluvia desde el final del verano, y la cosecha fue mala en la mayoría de los pueblos del valle.",
    "ar": "تنتظر المدينة المطر منذ نهاية الصيف، وكان المحصول ضعيفا في معظم قرى الوادي هذا العام كما يقول الأهالي.",
}


def told(tmp_path: Path, language: str, text: str) -> tuple[set[float], set[frozenset[str]]]:
    """The people one page counts, and the numbers it sets against each other."""
    (tmp_path / "0.txt").write_text(f"Page\n{DAYS[language]}\n\n{text}\n\n{REST[language]}\n", encoding="utf-8")
    found = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    people = {f.value for f in found.figures if f.unit == "people" and not isinstance(f.value, tuple)}
    return people, {frozenset(str(v.value) for v in d.values) for d in found.disagreements if d.slot == "number"}


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("fr", "Les dockers de Lomé ont débrayé lundi. Neuf cents selon leur syndicat, quatre cents d'après la direction.", (900, 400)),
        ("fr", "Les dockers de Lomé ont débrayé lundi matin. Ils étaient 1 200, assure leur syndicat ; la police n'en a vu que 450.", (1200, 450)),
        ("fr", "Les organisateurs ont compté 700 manifestants, la police 250.", (700, 250)),
        ("en", "Dockers in Mombasa walked out on Monday. Nine hundred according to their union, four hundred according to the port.", (900, 400)),
        ("en", "Teachers marched in Kisumu on Monday. There were 1,200 of them, the union said; the police saw only 450.", (1200, 450)),
        ("es", "Los estibadores de Iquique pararon el lunes. Novecientos según el sindicato, cuatrocientos según la empresa.", (900, 400)),
        ("es", "Los organizadores contaron 700 manifestantes; la policía, 250.", (700, 250)),
        ("ar", "أضرب عمال الميناء في بورتسودان يوم الاثنين. تسعمئة بحسب النقابة، وأربعمئة وفق الإدارة.", (900, 400)),
        ("ar", "تظاهر المعلمون في سطيف يوم الاثنين. وكان عددهم 1200 بحسب النقابة، فيما لم تحص الشرطة سوى 450.", (1200, 450)),
        ("ar", "أحصى المنظمون 700 متظاهر، والشرطة 250.", (700, 250)),
    ],
)  # fmt: skip
def test_two_voices_count_those_who_gathered_without_naming_them(
    tmp_path: Path, language: str, text: str, pair: tuple[int, int]
) -> None:
    people, disputed = told(tmp_path, language, text)
    assert people == set(pair)
    assert disputed == {frozenset(map(str, pair))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dockers in Mombasa walked out on Monday. The port lost 1.2 million, according to the operator, and will claim it back."),
        ("en", "Dockers in Mombasa walked out on Monday. By noon it was 34, the weather office said."),
        ("en", "Teachers marched in Kisumu on Monday. Fuel has risen from 140 to 180, according to the regulator."),
        ("en", "The mill closed on Monday. Nine hundred according to the seller, four hundred according to the bank: such were the bales in its store."),
        ("fr", "Les dockers ont débrayé lundi. L'indice a clôturé à 450, selon la bourse."),
        ("es", "Los estibadores pararon el lunes. El índice cerró en 450, según la bolsa."),
        ("ar", "تظاهر المعلمون يوم الاثنين. وبلغ سعر البرميل 80، بحسب الوزارة."),
    ],
)  # fmt: skip
def test_other_bare_numbers_behind_a_march_count_nobody(tmp_path: Path, language: str, text: str) -> None:
    assert told(tmp_path, language, text)[0] == set()
