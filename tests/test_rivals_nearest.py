"""Numbers that two pages give near each other, and far from all else that they give in the unit, are of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.link.things import done_of
from isnad.model import Page
from isnad.pipeline import build
from isnad.store import open_store


def disputed(pages: tuple[str, ...], folder: Path) -> set[float]:
    """The numbers that a dossier of these pages sets against each other."""
    for i, page in enumerate(pages):
        (folder / f"{i}.txt").write_text(page, encoding="utf-8")
    dossier = build([str(folder)], open_store("memory:"), engine="here").dossier
    return {
        v.value
        for d in dossier.disagreements
        if d.slot == "number"
        for v in d.values
        if isinstance(v.value, (int, float))
    }


def rivals(text: str) -> set[tuple[float, float]]:
    """The pairs of numbers that a page of one paragraph sets against each other."""
    r = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    pairs = Rivals(r, [*roles_of(r), *(done_of(r, f) for f in r.counts)]).pairs()
    values = [f.value[0] if isinstance(f.value, tuple) else f.value for f in r.numbers]
    return {(values[i], values[j]) for i, js in pairs.items() for j in js if i < j}


BRIDGE = (
    """Le Courrier de Sarn
Le pont de Belloc ouvrira en retard
12 mai 2023
Par Odile Carmaux

Le pont de Belloc, dont le chantier a commencé en 2020, n'ouvrira pas avant l'automne, a annoncé mardi le maire, Jean Tardieu. « Nous avons perdu un an », a-t-il dit. L'ouvrage a été confié à la société Ponts d'Aval, qui emploie 45 ouvriers sur place. Il en coûtera 28 millions d'euros à la ville de Belloc.
""",
    """The Sarn Herald
Belloc bridge will not open before autumn
13 May 2023
By Hugh Penrose

The Belloc bridge will not open before autumn, the mayor, Jean Tardieu, said on Tuesday. Ponts d'Aval, the builder, blames the floods of 2021. Belloc has so far paid the firm 33 million euros, according to its opposition, which wants an audit.
""",
)
FAR = (
    """Le Courrier de Sarn
Le pont de Belloc ouvrira en retard
12 mai 2023
Par Odile Carmaux

Le pont de Belloc, dont le chantier a commencé en 2020, n'ouvrira pas avant l'automne, a annoncé mardi le maire, Jean Tardieu. L'ouvrage a été confié à la société Ponts d'Aval. Il en coûtera 28 millions d'euros à la ville de Belloc.
""",
    """The Sarn Herald
Belloc bridge will not open before autumn
13 May 2023
By Hugh Penrose

The Belloc bridge will not open before autumn, the mayor, Jean Tardieu, said on Tuesday. Ponts d'Aval, the builder, owes its suppliers 3 million euros.
""",
)
BOTH = (
    """Le Courrier de Sarn
Le pont de Belloc ouvrira en retard
12 mai 2023
Par Odile Carmaux

Le pont de Belloc, dont le chantier a commencé en 2020, n'ouvrira pas avant l'automne, a annoncé mardi le maire, Jean Tardieu. L'ouvrage a été confié à la société Ponts d'Aval. Le pont coûtera 28 millions d'euros, la route qui y mène 33 millions d'euros.
""",
    """The Sarn Herald
Belloc bridge will not open before autumn
13 May 2023
By Hugh Penrose

The Belloc bridge will not open before autumn, the mayor, Jean Tardieu, said on Tuesday. The road that leads to it, built by Ponts d'Aval, cost 33 million euros.
""",
)
GRAIN = (
    """جريدة الساحل
باخرة قمح عالقة قبالة مرسى الزيتون
4 مارس 2022
كتب: حسام الدرقاوي

لا تزال باخرة الشحن "أطلس نورد" عالقة قبالة ميناء مرسى الزيتون منذ أسبوع، وعلى متنها 31 ألف طن من القمح اللين، حسب ما أفاد به مدير الميناء عادل الشنوفي. وقال إن التحاليل لم تنته بعد.
""",
    """El Faro de Levante
El “Atlas Nord” espera en Marsa Zitún
5 de marzo de 2022
Por Inés Arroyo

El carguero “Atlas Nord” espera desde hace una semana frente al puerto de Marsa Zitún. Transporta 25.000 toneladas de trigo blando, según el director del puerto, Adel Chennufi, que aguarda los análisis.
""",
)
AID = (
    """جريدة الساحل
طائرتان تحملان مساعدات إلى منكوبي زلزال تيزي نوار
4 مارس 2022
كتب: حسام الدرقاوي

حطت في مطار تيزي نوار طائرتان محملتان بمساعدات لمنكوبي الزلزال، وعلى متن الأولى 30 طنا من الأدوية، حسب ما أفاد به مدير الهلال الأحمر عادل الشنوفي.
""",
    """El Faro de Levante
Ayuda para los damnificados del seísmo de Tizi Nuar
5 de marzo de 2022
Por Inés Arroyo

Los damnificados del seísmo de Tizi Nuar recibieron 25 toneladas de mantas, según el director de la Media Luna Roja, Adel Chennufi.
""",
)


@pytest.mark.parametrize(("pages", "values"), [(BRIDGE, {28e6, 33e6}), (GRAIN, {31000, 25000})])
def test_two_numbers_near_each_other_are_of_one_thing(
    pages: tuple[str, ...], values: set[float], tmp_path: Path
) -> None:
    assert disputed(pages, tmp_path) == values


@pytest.mark.parametrize("pages", [FAR, BOTH, AID])
def test_far_numbers_two_of_one_page_and_goods_of_two_sorts_are_two_things(
    pages: tuple[str, ...], tmp_path: Path
) -> None:
    assert disputed(pages, tmp_path) == set()


MIDDLE = {
    "fr": "Le trajet dure une heure. Les passagers ont applaudi à quai. Un orchestre jouait sur la jetée. ",
    "en": "The crossing takes an hour. The passengers clapped on the quay. A band was playing on the pier. ",
    "es": "La travesía dura una hora. Los pasajeros aplaudieron en el muelle. Una banda tocaba en la dársena. ",
}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (f"La ville a acheté deux bacs pour 31 millions d'euros. {MIDDLE['fr']}L'opposition affirme que le prix réel s'élève à 38 millions d'euros.", (31e6, 38e6)),
        (f"The island bought two ferries for 31 million euros. {MIDDLE['en']}State radio, however, put the price at 27 million euros.", (31e6, 27e6)),
        (f"El cabildo compró dos barcos por 31 millones de euros. {MIDDLE['es']}El sindicato sostiene que el coste real asciende a 38 millones de euros.", (31e6, 38e6)),
    ],
)  # fmt: skip
def test_somebody_elses_price_answers_the_sum_before_it(text: str, pair: tuple[float, float]) -> None:
    assert pair in rivals(text)


@pytest.mark.parametrize(
    "text",
    [
        f"The island bought two ferries for 31 million euros. {MIDDLE['en']}State radio, however, put the debt of the port at 30 million euros.",
        f"The island bought two ferries for 31 million euros. {MIDDLE['en']}The new pier cost 27 million euros.",
        f"The island bought two ferries for 31 million euros and a pier for 29 million euros. {MIDDLE['en']}State radio put the price at 27 million euros.",
        f"La ville a emprunté 31 millions d'euros. {MIDDLE['fr']}Le maire s'est dit soulagé de voir arriver les bacs, qui ont coûté 28 millions d'euros.",
    ],
)  # fmt: skip
def test_a_far_sum_one_of_the_pages_own_and_one_of_three_answer_nothing(text: str) -> None:
    assert rivals(text) == set()
