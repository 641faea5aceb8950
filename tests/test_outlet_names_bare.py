"""An outlet's name is its own words: no day beside it, no half of a pair of marks."""

import pytest

from isnad.extract.outlet_names import bare_outlet


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
