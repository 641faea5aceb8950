"""Things are counted in any of four languages as one sort, and two pages' counts are compared only where the same befell the things."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.languages import LANGUAGES, table
from isnad.model import Article, Dossier, Page, Part
from isnad.pipeline import build
from isnad.store import open_store


def counts(text: str) -> list[tuple[str, float]]:
    page = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    return [(c.unit, float(c.value)) for c in page.counts if not isinstance(c.value, tuple)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-two small wooden boats sank in the harbour and two lorries were swept away.", [("boats", 22), ("lorries", 2)]),
        ("Only one painting was taken, the curator said; 40 canvases hang in that room.", [("paintings", 1), ("paintings", 40)]),
        ("Cinq tableaux ont été volés et quelque 300 ruches ont brûlé près du village.", [("paintings", 5), ("hives", 300)]),
        ("La policía incautó 65 sacos de clavo; el patrón calcula en una veintena las embarcaciones perdidas.", [("sacks", 65), ("boats", 20)]),
        ("غرق أربعة عشر زورقا وسُرقت لوحتان وعُثر على 460 قطعة نقدية في الموقع.", [("boats", 14), ("paintings", 2), ("pieces", 460)]),
        ("El comandante afirmó que se recuperaron 31 cuadros. La fiscalía habla de 27.", [("paintings", 31), ("paintings", 27)]),
        ("ولم تُسرق من المتحف سوى لوحة واحدة، كما قال أمينه، من أصل ثلاث لوحات.", [("paintings", 1), ("paintings", 3)]),
    ],
)  # fmt: skip
def test_what_is_counted_is_a_sort_of_thing(text: str, found: list[tuple[str, float]]) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The house stood empty. One boat was seen at dawn, and the second painting hung by the door of room 12.",
        "La maison du 12 rue des Bateaux est restée vide, et le troisième tableau pend près de la porte.",
        "El 14 de enero los barcos volvieron, y el segundo cuadro sigue en la sala grande del palacio.",
        "عاد الزورق في 14 يناير، وبقيت اللوحة الثانية معلقة في القاعة الكبرى كما كانت.",
    ],
)
def test_a_day_an_ordinal_a_number_of_a_house_count_nothing(text: str) -> None:
    assert counts(text) == []


def test_every_language_knows_the_same_sorts_of_things_and_of_what_befalls_them() -> None:
    for key in ("things", "done"):
        assert len({frozenset(table(x, "things")[key]) for x in LANGUAGES}) == 1


A = """La Gaviota de Xaro
Catorce barcas hundidas en el temporal
8 de enero de 2024
Por Breixo Loira

Catorce barcas se hundieron el domingo en el puerto de Xaro durante el temporal, según la cofradía. Otras once embarcaciones fueron remolcadas.
"""
B = """La Voz de Xaro
El temporal destroza la flota de Xaro
9 de enero de 2024
Por Tareixa Ares

{} se hundieron el domingo en el puerto de Xaro durante el temporal, dijo la autoridad portuaria.
"""


def dossier(folder: Path, *pages: str) -> Dossier:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(page, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


def test_two_pages_numbers_of_what_sank_are_a_disagreement_and_the_towed_ones_no_part_of_it(tmp_path: Path) -> None:
    made = dossier(tmp_path, A, B.format("Veintidós barcos"))
    assert [(d.slot, {v.value for v in d.values}) for d in made.disagreements] == [("number", {14, 22})]
    assert not [f for f in made.figures if f.unit == "boats"] or made.disagreements[0].about["type"] == "figure"


@pytest.mark.parametrize(
    "other", ["Catorce embarcaciones", "Al menos diez barcos", "Una quincena de barcos", "Catorce casas"]
)
def test_the_same_number_a_bound_a_rounding_and_another_thing_are_none(tmp_path: Path, other: str) -> None:
    assert dossier(tmp_path, A, B.format(other)).disagreements == ()


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "L'entreprise a livré 400'000 doses et 85 contractuels ont manifesté.", [(400000, "doses"), (85, "people")]),
        ("fr", "L’entreprise a livré 1’250’000 doses.", [(1250000, "doses")]),
        ("es", "Embarcó 9.100 novillos, y 56 animales murieron.", [(9100, "head"), (56, "animals")]),
        ("en", "She carried 8,400 young bulls. Two crewmen and four lobbyists spoke.", [(8400, "head"), (2, "people"), (4, "people")]),
        ("ar", "نفق 340 رأسا من الأبقار، وتشمل الحملة 60 ألف رأس و400 ألف جرعة.", [(340, "head"), (60000, "head"), (400000, "doses")]),
    ],
)  # fmt: skip
def test_doses_animals_and_people_by_calling_are_figures(
    language: str, text: str, wanted: list[tuple[int, str]]
) -> None:
    empty = (None,) * 6
    article = Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),))
    assert [(f.value, f.unit) for f in annotate(article).figures] == wanted


def test_careers_and_sectors_are_no_people() -> None:
    text = "The plan names 12 sectors and 40 tractors, and 9 generators were bought for it."
    article = Article("a", "a", "0", "text/plain", "en", *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    assert not annotate(article).figures
