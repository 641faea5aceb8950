"""``isnad show quotations --by``: a person is found under any spelling of the name, in any script, or nobody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.cli.asking import person_asked
from isnad.errors import IsnadError
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

PAGES = {
    "a.txt": "مدينة الملح تغلق السوق\n3 مايو 2023\n\nقال وزير التجارة خالد بن سعيد المزروعي: «لن تغلق السوق قبل نهاية الشهر».\n",
    "b.txt": (
        "Le marché reste ouvert\n4 mai 2023\n\nLe marché de la ville restera ouvert tout le mois, malgré la pluie et les travaux.\n\n"
        "« Nous ne fermerons rien », a déclaré jeudi le maire, Étienne Quermadec, devant les commerçants de la place.\n"
    ),
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder: Path = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("خالد بن سعيد المزروعي", "خالد بن سعيد المزروعي"),
        ("Khalid bin Said al-Mazrouei", "خالد بن سعيد المزروعي"),
        ("Khaled Ben Saïd El Mazroui", "خالد بن سعيد المزروعي"),
        ("خالد المزروعى", "خالد بن سعيد المزروعي"),
        ("etienne quermadec", "Étienne Quermadec"),
        ("إتيان كيرماديك", "Étienne Quermadec"),
    ],
)
def test_any_spelling_finds_the_person_and_the_words(dossier: Dossier, asked: str, printed: str) -> None:
    who = person_asked(dossier, asked)
    assert any(printed in e.aliases for e in dossier.entities if e.id == who)
    assert [q for q in dossier.quotations if q.speaker and q.speaker.entity == who]


@pytest.mark.parametrize("asked", ["Khalid al-Hosni", "مريم الكعبي", "x", "12"])
def test_a_name_of_nobody_is_refused_in_words(dossier: Dossier, asked: str) -> None:
    with pytest.raises(IsnadError, match="nobody is called"):
        person_asked(dossier, asked)
