"""Who signs behind a text: the author and his outlet, on one line or two."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import Page, read

TEXT = {
    "en": "Three soldiers killed in ambush near Menaka\n\nThree soldiers have been killed in an ambush near Menaka, the army said on Sunday in a "
    "statement read on state television.\n\nThe convoy was attacked at about 2pm, an official said. Seven people were wounded and taken to hospital "
    "in Gao.\n\nPresident Amadou Traore declared three days of mourning.\n\n",
    "es": "Tres soldados muertos en una emboscada cerca de Ménaka\n\nTres soldados murieron el sábado en una emboscada cerca de Ménaka, informó el "
    "domingo el Ejército en un comunicado leído en televisión.\n\nEl convoy fue atacado hacia las 14.00, según un alcalde. Siete heridos fueron "
    "trasladados al hospital de Gao.\n\n",
    "ar": "مقتل ثلاثة جنود في كمين قرب ميناكا\n\nقتل ثلاثة جنود السبت في كمين قرب ميناكا، حسبما أعلن الجيش الأحد في بيان بثه التلفزيون.\n\n"
    "وتعرض الموكب للهجوم نحو الثانية بعد الظهر، وفق مسؤول محلي. ونقل سبعة جرحى إلى مستشفى غاو.\n\n",
}


@pytest.mark.parametrize(
    ("language", "end", "outlet"),
    [
        ("en", "By Asha Mwinyi\nThe Coastal Citizen\nJuly 9, 2023", "The Coastal Citizen"),
        ("en", "Asha Mwinyi, The Coastal Citizen", "The Coastal Citizen"),
        ("en", "- The Coastal Citizen", "The Coastal Citizen"),
        ("en", "From The Coastal Citizen, 9 July 2023, page 3", "The Coastal Citizen"),
        ("es", "Ana Ruiz / El Faro de Tarifa / 9-7-2023", "El Faro de Tarifa"),
        ("ar", "موسى ديكو - منارة الساحل", "منارة الساحل"),
    ],
)
def test_the_outlet_that_signs_behind_a_text_published_it(language: str, end: str, outlet: str) -> None:
    assert read(Page(source="p", data=(TEXT[language] + end + "\n").encode())).publisher == outlet


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "Asha Mwinyi, Gao"),
        ("en", "Asha Mwinyi - Menaka"),
        ("es", "Ana Ruiz, enviada especial"),
        ("ar", "موسى ديكو - غاو"),
    ],
)
def test_a_town_or_a_post_beside_the_author_is_no_outlet(language: str, end: str) -> None:
    assert read(Page(source="p", data=(TEXT[language] + end + "\n").encode())).publisher is None


@pytest.mark.parametrize(
    ("line", "agency"), [("EFE | Tarifa\n9 de julio de 2023", "EFE"), ("AFP - Gao\n9 de julio de 2023", "AFP"), ("Reuters\nGao\n9 de julio de 2023", "Reuters")]
)  # fmt: skip
def test_an_agency_on_a_line_of_its_own_above_a_text_stands_behind_it(line: str, agency: str) -> None:
    title, text = TEXT["es"].split("\n\n", 1)
    page = annotate(read(Page(source="p", data=f"{title}\n\n{line}\n\n{text}".encode())))
    assert [(c.kind, c.name, c.whole) for c in page.credits if c.kind == "agency"] == [("agency", agency, True)]
