"""Money by the sign or the letters before it, the franc of two unions by its state, and what flows in a second."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

EN = " The town has waited for a long time, a neighbour said, and nobody answers her letters."
FR = " La ville attend depuis longtemps, dit une voisine, et personne ne répond à ses lettres."
ES = " La ciudad espera desde hace tiempo, dice una vecina, y nadie contesta a sus cartas."
AR = " وقالت إحدى الجارات إن المدينة تنتظر منذ زمن طويل، وإن أحدا لا يجيب عن رسائلها."


def figures(text: str) -> list[tuple[float, str]]:
    page = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    return [(float(f.value), f.unit) for f in page.figures if not isinstance(f.value, tuple)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The county in Kenya will spend Sh48 million on the lease and KSh1.2bn on the road." + EN, [(48e6, "KES"), (1.2e9, "KES")]),
        ("In Tanzania the ministry paid Sh300 million to the widow and TSh500,000 to the school." + EN, [(300e6, "TZS"), (500e3, "TZS")]),
        ("South Africa's treasury set aside R2.5 billion for the dam." + EN, [(2.5e9, "ZAR")]),
        ("Traders in Nigeria lost N500 million in the fire, the governor of Benue said." + EN, [(500e6, "NGN")]),
        ("The village paid Rs. 500,000 for the pump, said the mayor of Okara in Pakistan." + EN, [(500e3, "PKR")]),
        ("The hospital received GH₵5 million and US$2 million last week." + EN, [(5e6, "GHS"), (2e6, "USD")]),
        ("El Gobierno del Perú destinará S/ 500 millones a la obra." + ES, [(500e6, "PEN")]),
        ("Bolivia pagó Bs 300 millones por los buses." + ES, [(300e6, "BOB")]),
        ("Le Tchad versera 2,4 milliards de francs CFA à la compagnie." + FR, [(2.4e9, "XAF")]),
        ("Le Sénégal versera 2,4 milliards de francs CFA à la compagnie." + FR, [(2.4e9, "XOF")]),
        ("وقال الوزير إن الكاميرون ستدفع 900 مليون فرنك أفريقي للشركة." + AR, [(900e6, "XAF")]),
        ("وقال إن السد يمرر 3200 متر مكعب في الثانية." + AR, [(3200, "m³/s")]),
        ("Le barrage lâche 500 mètres cubes par seconde et retient 12 millions de mètres cubes." + FR, [(500, "m³/s"), (12e6, "m3")]),
        ("La presa soltaba 1.900 metros cúbicos por segundo." + ES, [(1900, "m³/s")]),
        ("The lower gate was releasing 1,900 cubic metres a second." + EN, [(1900, "m³/s")]),
    ],
)  # fmt: skip
def test_signs_letters_and_states_tell_the_money(text: str, found: list[tuple[float, str]]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The R48 highway, the N1 and the K9 unit's kennels stay shut until the third quarter, Q3." + EN,
        "Le 500 de la rue Haute est vide, et la ligne L9 s'arrête au dépôt." + FR,
        "La N340 y la L9 siguen cerradas, y el Q7 del alcalde está en el depósito." + ES,
    ],
)
def test_roads_lines_and_quarters_are_no_money(text: str) -> None:
    assert figures(text) == []
