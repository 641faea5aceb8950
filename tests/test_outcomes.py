"""How one thing came about or ended by two pages: the ways that exclude each other are set against each other, what followed is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.languages import table
from isnad.languages.opposites import opposites
from isnad.model import LANGUAGES, Disagreement, Page
from isnad.pipeline import build
from isnad.store import open_store
from isnad.text import fold_key, tokens


def disputes(folder: Path, *pages: str) -> list[Disagreement]:
    """The disagreements of pages."""
    for n, text in enumerate(pages):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    return list(build([str(folder)], open_store("memory:"), engine="here").dossier.disagreements)


SACKED = """The Harrow Valley Courier
Headteacher leaves Marston Academy
4 March 2024
By Lydia Penhale

The headteacher of Marston Academy, Gordon Tully, was sacked on Friday by the school's governors after a review of exam results.
"""
RESIGNED = """Radio Bellwether
"I went of my own accord"
5 March 2024
By Sam Orchard

Gordon Tully resigned on Friday as headteacher of Marston Academy, his union says. He was tired of the job.
"""
RELIEVED = """صحيفة الساحل الشرقي
إعفاء مدير المستشفى
بقلم: سامر الحلو
7 أكتوبر 2022

أعفى وزير الصحة، يوم الأربعاء، مدير مستشفى عين الزهور الدكتور فادي مرعي من مهامه بعد شكاوى المرضى من نقص الأدوية.
"""
LEFT = """La Tribune du Levant
Hôpital d'Aïn el-Zouhour : le directeur démissionne
8 octobre 2022
Par Nadine Féghali

Le directeur de l'hôpital d'Aïn el-Zouhour, le docteur Fadi Merhi, a démissionné mercredi, a annoncé l'ordre des médecins.
"""


@pytest.mark.parametrize("pages", [(SACKED, RESIGNED), (RELIEVED, LEFT)])
def test_who_was_dismissed_by_one_page_and_resigned_by_another_is_in_dispute(
    tmp_path: Path, pages: tuple[str, str]
) -> None:
    assert [d.slot for d in disputes(tmp_path, *pages)] == ["status"]


def test_what_was_closed_and_open_again_days_later_is_in_no_dispute(tmp_path: Path) -> None:
    closed = "The Tamar Echo\nBridge closed after crash\n3 February 2024\nBy Ruth Kingdon\n\nThe Calver bridge was closed to traffic on Friday after a lorry struck it.\n"
    opened = "The Tamar Gazette\nBridge open again\n6 February 2024\nBy Owen Strand\n\nThe Calver bridge reopened on Monday evening after engineers found no damage.\n"
    assert disputes(tmp_path, closed, opened) == []


def test_a_call_to_resign_is_no_resignation(tmp_path: Path) -> None:
    asked = RESIGNED.replace(
        "Gordon Tully resigned on Friday as", "Parents called on Gordon Tully to resign as"
    ).replace('"I went of my own accord"', "Parents lose patience")
    assert [d for d in disputes(tmp_path, SACKED, asked) if d.slot == "status"] == []


def test_two_venues_of_one_arrest_are_in_dispute(tmp_path: Path) -> None:
    home = "Gazette des Hauts Plateaux\nLe trésorier interpellé\n2 avril 2022\nPar Yann Kerbiriou\n\nLe trésorier du syndicat des transporteurs, Didier Malbec, a été arrêté vendredi à son domicile de Sévrac, a indiqué le parquet.\n"
    airport = "Sévrac Info\nAffaire des transporteurs\n2 avril 2022\nPar Léa Domergue\n\nDidier Malbec, trésorier du syndicat des transporteurs, a été arrêté vendredi à l'aéroport de Rodez, selon son avocat.\n"
    prison = airport.replace("à l'aéroport de Rodez", "et conduit à la prison de Rodez")
    assert [d.slot for d in disputes(tmp_path, home, airport)] == ["place"]
    assert disputes(tmp_path, home, prison) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor of the old harbour town could resign before the summer, her friends say.", []),
        ("El alcalde de la villa no dimitió aquella tarde de agosto.", [("dismissed", 1, True)]),
        ("Le concert du vendredi soir a été annulé par la préfecture de la région.", [("postponed", 1, False)]),
        ("None of this kept the sacked minister from speaking to the assembly at length.", [("dismissed", 0, False)]),
        ("طالب النواب في جلسة أمس وزير الصحة بالاستقالة من منصبه.", []),
    ],
)
def test_what_may_be_or_is_asked_for_is_no_outcome(text: str, told: list[tuple[str, int, bool]]) -> None:
    reading = annotate(read(Page("a.txt", f"X\n\n{text} {text} {text}\n".encode())))
    assert [(o.pair, o.side, o.negated) for o in reading.outcomes if o.pair in ("dismissed", "postponed")][:1] == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pairs_of_opposites_are_the_same_in_all_languages(language: str) -> None:
    for part in ("never", "later"):
        mine, theirs = table(language, "opposites")[part], table("en", "opposites")[part]
        assert mine.keys() == theirs.keys()
        assert all(len(sides) == 2 and all(sides) for sides in mine.values())


def test_an_arabic_verb_is_known_behind_a_conjunction() -> None:
    keys = [fold_key(t.text) for t in tokens("وأقيل المدير")]
    assert [f[:2] for f in opposites("ar").found(keys)] == [("dismissed", 0)]
