"""Two pages that put one happening on other days, or in other towns, contradict each other; two happenings do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store


def dossier(folder: Path, *pages: str) -> Dossier:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(page, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


def disputed(made: Dossier) -> list[tuple[str, int]]:
    return [(d.slot, len(d.values)) for d in made.disagreements]


ARREST_FR = """Le Phare du Levant
Mosaïque volée : un marchand arrêté
19 juin 2024
Par Carole Nasr

Le marchand d'antiquités Sami Haroun a été arrêté {} dans l'affaire de la mosaïque romaine volée, a indiqué le parquet.
"""
ARREST_EN = """The Levant Antiquary
Dealer arrested over smuggled mosaic
20 June 2024
By Fenwick Hale

Police arrested the antiquities dealer Sami Haroun {} over a stolen Roman mosaic, a judge said.
"""


@pytest.mark.parametrize(
    ("fr", "en", "slots"),
    [
        ("à Beyrouth lundi 17 juin", "in Tripoli, Lebanon, on Monday 17 June", [("place", 2)]),
        ("lundi 17 juin à Beyrouth", "in Beirut on Sunday 16 June", [("date", 2)]),
        ("à Beyrouth lundi 17 juin", "in Lebanon on Monday 17 June", []),
        ("à Beyrouth lundi 17 juin", "in Beirut in June", []),
        ("à Beyrouth lundi 17 juin", "in Beirut on 3 March 2019, five years before he came back,", []),
    ],
)
def test_an_arrest_told_with_another_town_or_day_is_one_and_a_country_or_a_month_contradicts_nothing(
    tmp_path: Path, fr: str, en: str, slots: list[tuple[str, int]]
) -> None:
    assert disputed(dossier(tmp_path, ARREST_FR.format(fr), ARREST_EN.format(en))) == slots


def test_that_he_was_let_go_since_hides_no_dispute_over_the_day_of_his_arrest(tmp_path: Path) -> None:
    freed = ARREST_EN.format("in Beirut on Sunday 16 June") + "\nMr Haroun was released on bail on Wednesday 19 June.\n"
    made = dossier(tmp_path, ARREST_FR.format("à Beyrouth lundi 17 juin"), freed)
    assert disputed(made) == [("date", 2)]


TALKS_AR = """صحيفة الضفة
لجنة التمور المشتركة
27 فبراير 2024
كتب: كمال بوضياف

تجتمع اللجنة المشتركة لتصدير التمور يوم 20 مايو في {} لوضع جدول الشحنات، وفق بيان لوزارة الفلاحة في كادرا.
"""
TALKS_ES = """El Surco
La comisión de los dátiles
28 de febrero de 2024
Por Iria Lamas

La comisión mixta para la exportación de dátiles se reunirá el {} de mayo en Orán para fijar el calendario de los envíos, según un comunicado.
"""


def test_a_meeting_planned_for_one_day_in_two_towns_is_one(tmp_path: Path) -> None:
    made = dossier(tmp_path, TALKS_AR.format("الجزائر العاصمة"), TALKS_ES.format(20))
    assert disputed(made) == [("place", 2)]


def test_two_marches_of_two_days_that_one_page_tells_both_stay_two(tmp_path: Path) -> None:
    both = "The Isle Post\nTwo days of marches\n4 May 2024\nBy Ann Roe\n\nTeachers marched through Orsan on Thursday over pay. Teachers marched through Orsan again on Friday over pay.\n"
    one = "Le Cap\nMarche à Orsan\n4 mai 2024\nPar Luc Gast\n\nLes enseignants ont défilé vendredi à Orsan pour leurs salaires.\n"
    assert disputed(dossier(tmp_path, both, one)) == []


def test_a_toll_counted_again_a_week_later_and_without_a_day_is_told_of_the_same_disaster(tmp_path: Path) -> None:
    events = dossier(
        tmp_path,
        "Passenger train leaves the rails near Dereisa\nThe Delta Post, 10 November 2020\n\nThirty-four people died on Tuesday when a passenger train of Nile "
        "Railways derailed near Dereisa, the transport minister, Samia Belarbi, said at the scene.\n",
        "Train inquiry told of brake contract signed against advice\nHarbour Post, 18 November 2020\n\nThe inquiry into the Dereisa train derailment was "
        "told that the transport minister, Samia Belarbi, signed the brake contract of Nile Railways.\n\nForty-three people are now known to have died.\n",
    ).events
    assert {len(e.articles) for e in events if e.kind in ("death", "disaster")} == {2}


def test_two_freed_together_are_one_release_though_each_page_names_one_of_them(tmp_path: Path) -> None:
    events = dossier(
        tmp_path,
        "Amaia Larrondo, libre\nEl Muelle, 18 de febrero de 2021\n\nLa ingeniera Amaia Larrondo y el enfermero Étienne Guivarc'h fueron liberados el martes "
        "16 de febrero cerca de Galkayo, informó el ministro Lorenzo Abrisqueta.\n",
        "Étienne Guivarc'h est libre\nLe Rivage, 17 février 2021\n\nL'infirmier Étienne Guivarc'h a été libéré mardi 16 février en Somalie avec l'ingénieure "
        "Amaia Larrondo, a annoncé le ministre Lorenzo Abrisqueta.\n",
    ).events
    assert [len(e.articles) for e in events if e.kind == "departure"] == [2]
