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
    ("then", "names_him"),
    [
        ("En 2011 déjà, le ministre avait quitté la capitale.", False),
        ("Le ministre a quitté la capitale mardi soir.", True),
        ("Le ministre, nommé en 2011, a quitté la capitale mardi soir.", True),
    ],
)
def test_who_held_an_office_years_ago_is_not_who_holds_it(then: str, names_him: bool) -> None:
    text = (
        "Le Phare\nLe ministre de la Santé quitte la capitale\n12 mars 2024\n\n"
        f"Le ministre de la Santé, Rémi Vaugeois, a été entendu lundi. {then}\n"
    )
    assert ("Rémi Vaugeois" in holders(text, "ministre")) == names_him
