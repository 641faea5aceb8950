"""A day printed on a page of one line is its day; a year that only a weekday gives is never far behind a day printed at the head."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.extract import read
from isnad.model import Interval, Page

TEXT = (
    "Le choléra a tué dix-sept personnes dans la province du Nabadogo depuis le 28 septembre, indique un communiqué du ministère. "
    "À Tanlili, le grand marché est fermé depuis lundi par arrêté du gouverneur. La ministre s'est rendue mardi au centre médical."
)
HEAD = "LE LIEN DU NORD — Ouahigouya — Actualité Société Culture Flash info : Collision à Gourcy — Coupe du Faso : l'ASEY éliminée"


def published(text: str) -> Interval | None:
    return read(Page("a.txt", text.encode())).published


@pytest.mark.parametrize(
    "formula",
    [
        "Publié le jeudi 10 octobre 2024 à 09h42 par Awa Sawado",
        "Mis en ligne le 10 octobre 2024",
        "Publié le 10 octobre 2024 Imprimer",
    ],
)
def test_a_formula_of_publication_amid_a_page_of_one_line_gives_its_day(formula: str) -> None:
    found = published(f"{HEAD} Accueil > Santé > Choléra à Tanlili : le marché fermé {formula} {TEXT}")
    assert found is not None
    assert found.start == found.end == date(2024, 10, 10)


def test_a_communique_published_on_a_day_is_not_the_page() -> None:
    text = TEXT.replace(
        "indique un communiqué du ministère", "indique un communiqué publié le 10 octobre 2023 par le ministère"
    )
    found = published(f"Choléra à Tanlili\n\n{text}\n")
    assert found is None or found.start != date(2023, 10, 10)


def test_a_weekday_fits_no_year_far_behind_a_day_printed_at_the_head() -> None:
    found = published(f"{HEAD} Choléra à Tanlili : le marché fermé 10 octobre 2024 {TEXT}")
    assert found is None or found.start.year == 2024
