"""A father, a mayor of the same name: a shorter name of several words is not always the longer one's bearer."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store

PAGES = {
    "ar": "أعلن نادي المنارة انتقال حارسه محمود فتحي الدسوقي إلى نادي ألميرا الإسباني مقابل مليوني يورو، في صفقة وصفها النادي بأنها الأكبر في تاريخه.\n\nوالحارس هو نجل المدرب فتحي الدسوقي الذي قاد المنارة إلى كأس مصر عام 2004 قبل أن يعتزل التدريب ويستقر في الإسكندرية.",
    "fr": "Le club de la Manara a annoncé le transfert de son gardien, Mahmoud Fathi Dessouki, au club espagnol d'Almera pour deux millions d'euros.\n\nLe gardien est le fils de l'entraîneur Fathi Dessouki, qui avait conduit la Manara à la coupe d'Égypte en 2004.",
}
HEADS = {
    "ar": ("ملاعب الشمال", "حارس المنارة إلى إسبانيا", "الخميس 9 يناير 2025"),
    "fr": ("Le Ballon des Dunes", "Le gardien de la Manara part en Espagne", "Jeudi 9 janvier 2025"),
}


def forms(folder: Path) -> list[set[str]]:
    for language, text in PAGES.items():
        outlet, title, day = HEADS[language]
        (folder / f"{language}.txt").write_text(f"{outlet}\n\n{title}\n\n{day}\n\n{text}\n", encoding="utf-8")
    dossier = build([str(folder)], open_store("memory:"), engine="here").dossier
    return [set(e.aliases) for e in dossier.entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("son", "father"), [("محمود فتحي الدسوقي", "فتحي الدسوقي"), ("Mahmoud Fathi Dessouki", "Fathi Dessouki")]
)
def test_a_son_and_his_father_are_two_in_one_page_and_across_scripts(tmp_path: Path, son: str, father: str) -> None:
    found = forms(tmp_path)
    assert not any({son, father} <= names for names in found)
    assert any({"محمود فتحي الدسوقي", "Mahmoud Fathi Dessouki"} <= names for names in found)
