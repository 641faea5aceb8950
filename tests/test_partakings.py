"""Two pages may disagree on who took part in a drill although they name nobody: troops or observers of one state."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store

EN = "Brave Tide drill opens off Tabarka\n\nThe Harbour Post\n12 June 2020\n\nThe naval drill Brave Tide opened off Tabarka on Thursday. {}\n"
ES = "Arranca el ejercicio «Marea Brava» en Tabarka\n\nEl Faro\n13 de junio de 2020\n\nEl ejercicio naval «Marea Brava» arrancó el jueves frente a Tabarka. {}\n"
FR = "Manœuvres navales au large de Tabarka\n\nLe Phare\n13 juin 2020\n\nDes manœuvres navales baptisées « Marée brave » ont commencé jeudi au large de Tabarka. {}\n"
AR = "انطلاق تمرين «المد الشجاع» في طبرقة\n\nصوت الساحل\n13 يونيو 2020\n\nانطلق أمس الأول الخميس قبالة طبرقة تمرين «المد الشجاع» البحري. {}\n"


def parts(tmp_path: Path, *pages: str) -> list[list[str]]:
    for n, page in enumerate(pages):
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    return [sorted(str(v.value) for v in d.values) for d in made.disagreements if d.slot == "participant"]


TROOPS = EN.format("Swedish troops are taking part in the exercise for the first time, the ministry said.")


@pytest.mark.parametrize(
    ("other", "values"),
    [
        (ES.format("Participan por primera vez observadores militares suecos, según la Armada."), ["Swedish troops", "observadores militares suecos"]),
        (FR.format("Des observateurs militaires suédois participent à ces manœuvres, selon la marine."), ["Swedish troops", "observateurs militaires suédois"]),
        (AR.format("وشارك مراقبون عسكريون سويديون في التمرين للمرة الأولى."), ["Swedish troops", "مراقبون عسكريون سويديون"]),
    ],
)  # fmt: skip
def test_troops_here_and_observers_there_of_one_state_are_a_disagreement(
    tmp_path: Path, other: str, values: list[str]
) -> None:
    assert parts(tmp_path, TROOPS, other) == [values]


@pytest.mark.parametrize(
    "other",
    [
        ES.format("Participan soldados suecos, según la Armada."),
        ES.format("Participan observadores noruegos, según la Armada."),
        ES.format("Participan soldados suecos y observadores suecos, según la Armada."),
        AR.format("وشاركت قوات سويدية في التمرين إلى جانب مراقبين نرويجيين."),
        FR.format("Des observateurs ont suivi l'exercice depuis le rivage."),
    ],
)
def test_the_same_another_state_or_both_on_one_page_are_none(tmp_path: Path, other: str) -> None:
    assert parts(tmp_path, TROOPS, other) == []
