"""An office alone is the one who holds it now: who held it years ago is nobody that the page names."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page


def holders(text: str, office: str) -> list[str]:
    page = annotate(read(Page("a.txt", text.encode())))
    return [page.mentions[r].text for m in page.mentions if m.form == "role" and office in m.text for r in m.refers]


@pytest.mark.parametrize(
    ("then", "office"),
    [
        ("En 2011 déjà, la Vardésie avait retiré son ambassadeur pendant huit mois.", "ambassadeur"),
        ("L'ambassadeur a quitté la capitale mardi soir.", "ambassadeur"),
    ],
)
def test_who_held_an_office_years_ago_is_not_who_holds_it(then: str, office: str) -> None:
    text = (
        "Le Phare\nLa Vardésie rappelle son représentant\n12 mars 2024\n\n"
        f"L'ambassadeur de Vardésie, Rémi Vaugeois, a été rappelé lundi pour consultations. {then}\n"
    )
    assert ("Rémi Vaugeois" in holders(text, office)) == ("2011" not in then)
