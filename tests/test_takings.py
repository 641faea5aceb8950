"""When and where somebody was held, told by another voice in loose words: "they took him from his bed on Friday"."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

DAYS = {"en": "18 January 2024", "fr": "18 janvier 2024", "es": "18 de enero de 2024", "ar": "18 يناير 2024"}


def dossier(tmp_path: Path, *pages: tuple[str, str]) -> Dossier:
    for n, (language, text) in enumerate(pages):
        (tmp_path / f"{n}.txt").write_text(f"Page {n}\n{DAYS[language]}\n\n{text}\n", encoding="utf-8")
    return build([str(tmp_path)], open_store("memory:"), engine="here").dossier


def slots(tmp_path: Path, *pages: tuple[str, str]) -> list[str]:
    return sorted(d.slot for d in dossier(tmp_path, *pages).disagreements)


@pytest.mark.parametrize(
    ("language", "text", "both"),
    [
        ("en", "Police arrested the poultry trader Samuel Otieno at the port of Kilindini on Monday. His wife, Grace Wambui, maintains that they took him from his bed on Sunday.", True),
        ("en", "Detectives arrested the surveyor Peter Lungu at a hotel in Kabwe on Tuesday. \"My client walked into the police station in Ndola on Monday morning,\" said his lawyer, Ruth Banda.", True),
        ("fr", "La police a arrêté mardi l'éleveur Moussa Diakité à l'aéroport de Gao. Son frère, Adama Diakité, soutient qu'ils l'ont sorti de chez lui dimanche.", False),
        ("fr", "Le transporteur Lucien Mabiala a été interpellé lundi à son domicile de Dolisie, selon la gendarmerie. Son avocate, Clarisse Nkounkou, assure qu'il s'est présenté mardi de son plein gré à la brigade de Nkayi.", True),
        ("es", "La policía detuvo el lunes en el puerto de Barranqueras al ingeniero Ramiro Quintana. Su esposa, Elba Sosa, sostiene que lo sacaron el domingo de su habitación en un hotel.", True),
        ("es", "El transportista Efraín Mamani fue arrestado el sábado en su domicilio de Uyuni, según la policía. La empresa asegura, en cambio, que Mamani se presentó el domingo por su propio pie en la comisaría de Tupiza.", True),
        ("ar", "أوقف الدرك يوم الاثنين في ميناء رقراق المهندس سليم بن عمار وهو يهم بركوب الباخرة. أما زوجته هدى الورداني فتؤكد أنهم أخرجوه يوم الأحد من غرفته في فندق النخيل.", True),
        ("ar", "أوقفت الشرطة المقاول نبيل الحسيني مساء الثلاثاء في مطار النورس. وقالت محاميته ريم الخطيب إنه سلّم نفسه صباح الاثنين طواعية.", False),
    ],
)  # fmt: skip
def test_loose_words_of_another_voice_give_another_day_or_place(
    tmp_path: Path, language: str, text: str, both: bool
) -> None:
    found = slots(tmp_path, (language, text))
    assert "date" in found
    assert not both or "place" in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested the poultry trader Samuel Otieno in Mombasa on Monday. He was taken to the Kilifi court on Tuesday, his lawyer said."),
        ("en", "Police arrested the poultry trader Samuel Otieno in Mombasa on Monday. Officers took the dog from his yard on Tuesday, a neighbour said."),
        ("en", "Police arrested the poultry trader Samuel Otieno in Mombasa on Monday. He was freed on Wednesday, his lawyer said."),
        ("en", "Police arrested the poultry trader Samuel Otieno in Mombasa on Monday. Another trader, John Kibet, was picked up in Kisumu on Tuesday, the police said."),
        ("fr", "La police a arrêté mardi l'éleveur Moussa Diakité à Gao. Il a été conduit mercredi devant le juge, précise le parquet."),
        ("fr", "La police a arrêté mardi l'éleveur Moussa Diakité à Gao. Trois tonnes de riz ont été saisies jeudi à Ansongo, selon la douane."),
        ("es", "La policía detuvo el lunes al ingeniero Ramiro Quintana en Resistencia. Lo llevaron el martes al juzgado de Corrientes, dijo su abogada."),
        ("es", "La policía detuvo el lunes al ingeniero Ramiro Quintana en Resistencia. El gobernador llegó el martes a Corrientes, según la agencia."),
        ("ar", "أوقف الدرك يوم الاثنين المهندس سليم بن عمار في طبرقة. وقالت محاميته إنه نقل إلى المستشفى يوم الثلاثاء."),
        ("ar", "أوقف الدرك يوم الاثنين المهندس سليم بن عمار في طبرقة. وأفاد مصدر أن قاضي التحقيق أمر أمس بإيداعه السجن."),
    ],
)  # fmt: skip
def test_what_comes_after_an_arrest_disputes_neither_its_day_nor_its_place(
    tmp_path: Path, language: str, text: str
) -> None:
    assert not {"date", "place"} & set(slots(tmp_path, (language, text)))


def test_the_loose_words_of_another_page_are_of_whom_they_name(tmp_path: Path) -> None:
    pages = (
        ("en", "Police arrested the trade union leader Harold Simbi at the port of Walvis Bay on Tuesday, the ministry said."),
        ("en", "Harold Simbi, the union leader, is content, his sister says. Police took him from the union's office in Windhoek on Monday."),
    )  # fmt: skip
    assert {"date", "place"} <= set(slots(tmp_path, *pages))


def test_marchers_are_one_count_whatever_each_page_calls_them(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        ("fr", "Mardi, quelque trois cents couturières de la filature Bandama ont manifesté à Bouaké devant la préfecture pour leurs salaires."),
        ("en", "Workers of the Bandama mill, whose protest in Bouaké on Tuesday drew 120 people by the police count, want their wages."),
    )  # fmt: skip
    values = [{str(v.value) for v in d.values} for d in found.disagreements if d.slot == "number"]
    assert values == [{"300", "120"}]


def test_the_hurt_of_a_march_are_no_count_of_marchers(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        ("fr", "Mardi, quelque trois cents couturières de la filature Bandama ont manifesté à Bouaké devant la préfecture pour leurs salaires."),
        ("en", "Workers of the Bandama mill protested in Bouaké on Tuesday; the protest left 120 people injured, the hospital said."),
    )  # fmt: skip
    assert not [d for d in found.disagreements if d.slot == "number"]


def test_what_an_arabic_page_reports_behind_that_is_an_outcome(tmp_path: Path) -> None:
    text = "وكتب قائد الفرقة نديم الصايغ في رسالة: «استقلت لأنني تعبت». غير أن الناطق باسم الفرقة جاد فرح أكد أن القائد «أعفي من مهامه بعد مشادة»."
    assert "status" in slots(tmp_path, ("ar", text))
