"""Firms and crafts that look like persons, told by the words around any one use of their names."""

from __future__ import annotations

import pytest

from test_names_bodies import names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Enersud will pay for the line. Sonadir Gaz boss Karim Zeghdani signed on Sunday. Sonadir Gaz said it would be paid for by 2031.", "Sonadir Gaz"),
        ("fr", "Le PDG de Sonadir Gaz, Karim Zeghdani, a signé dimanche. Sonadir Gaz n'a rien dit du prix. Selon Sonadir Gaz, il reste secret.", "Sonadir Gaz"),
        ("es", "El gerente general de Tokmak Uzay, Mehmet Yalman, firmó ayer. Tokmak Uzay construirá el aparato en Ankara, según Tokmak Uzay.", "Tokmak Uzay"),
        ("en", "Orzane Tilwa, a listed miner based in Accra, will pay. Orzane Tilwa declined to say more on Friday.", "Orzane Tilwa"),
        ("en", "Boreal Lyft's shares fell by 3% on Monday. Boreal Lyft has launched nothing since May.", "Boreal Lyft"),
        ("es", "La minera Orzane Tilwa pagará los pozos, dijo el alcalde. Orzane Tilwa emplea a cien personas.", "Orzane Tilwa"),
    ],
)  # fmt: skip
def test_who_has_a_boss_or_shares_is_a_firm_wherever_the_page_names_it(language: str, text: str, name: str) -> None:
    found = names(text, language)
    assert ("organization", name) in found
    assert ("person", name) not in found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The tanker Durrat al Wafra caught fire off Sohar on Sunday. Durrat al Wafra was built in 2009.", "Durrat al Wafra"),
        ("es", "La fragata Alonso de Meira zarpó el domingo de Cartagena. La Alonso de Meira tiene doscientos tripulantes.", "Alonso de Meira"),
        ("fr", "La frégate espagnole Alonso de Meira a porté secours aux marins du pétrolier Durrat al-Wafra.", "Alonso de Meira"),
    ],
)  # fmt: skip
def test_a_ship_is_nobody(language: str, text: str, name: str) -> None:
    assert ("person", name) not in names(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le capitaine de frégate Karim Zeghdani a reçu la presse.", "Karim Zeghdani"),
        ("en", "Marchetti's boss, Karim Zeghdani, said the shares of Paola Marchetti were sold.", "Karim Zeghdani"),
        ("fr", "Le porte-parole de Paola Marchetti a démenti ces bruits lundi. Paola Marchetti est à Rome depuis trois jours, a dit Karim Zeghdani.", "Paola Marchetti"),
        ("es", "El portavoz de Begoña Urruti lo negó el lunes. Begoña Urruti está en Roma.", "Begoña Urruti"),
    ],
)  # fmt: skip
def test_a_person_may_have_a_spokesman_and_a_rank_may_end_in_a_ship(language: str, text: str, name: str) -> None:
    assert ("person", name) in names(text, language)
