"""An outlet's name is its own words: no day beside it, no half of a pair of marks."""

import pytest

from isnad.extract import read
from isnad.extract.outlet_names import bare_outlet
from isnad.model import Page


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Levante Noticias · 23.09.2023", "Levante Noticias"),
        ("وكالة البرزخ – 12/03/2021", "وكالة البرزخ"),
        ("Canal Sur | 14:05", "Canal Sur"),
        ("Revue « Terres et Marges", "Terres et Marges"),
        ("Radio Sahel (Niamey", "Radio Sahel"),
        ("Canal 24", "Canal 24"),
        ("Le Rivage", "Le Rivage"),
        ("2 - M", "2 - M"),
    ],
)
def test_what_is_printed_beside_an_outlets_name_is_no_part_of_it(printed: str, name: str) -> None:
    assert bare_outlet(printed) == name


@pytest.mark.parametrize(
    ("formula", "foot"),
    [
        ("Publié dans Le Rivage du Rif le 21 - 05 - 2021", "Guichet-Presse : toute la presse en un clic"),
        ("Publicado en El Rivazo el 21 - 05 - 2021", "Guichet-Presse: toda la prensa en un clic"),
    ],
)
def test_a_copy_whose_foot_says_what_the_site_is_has_been_taken_up_by_it(formula: str, foot: str) -> None:
    text = (
        f"Une passerelle pour Valbrune\n\n{formula}\n\n"
        "Le conseil municipal de Valbrune a adopté mardi soir le projet de passerelle au-dessus de la Lème, après trois heures de débat.\n\n"
        f"Les travaux doivent commencer au printemps et durer quatorze mois environ, selon la mairie de Valbrune.\n\n{foot}\n"
    )
    found = read(Page(source="page.txt", data=text.encode()))
    assert found.publisher in ("Le Rivage du Rif", "El Rivazo")
    assert found.via == "Guichet-Presse"
