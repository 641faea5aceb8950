"""The year of a page that prints none: after every year its text tells as past; the stamp of an agency; one-line heads."""

from __future__ import annotations

import pytest

from isnad.extract import Page, read


def published(text: str) -> tuple[str, str] | None:
    found = read(Page(source="p", data=text.encode())).published
    return None if found is None else (found.start.isoformat(), found.end.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "Court clears former bank chief of fraud\n\nLAGOS, Nov 6 (WAN) - The Court of Appeal on Wednesday overturned the conviction of Tunde Adebowale, "
        "who was jailed for seven years in 2021.\n\nAdebowale was arrested in Accra in August 2019 and extradited two months later.",
        "La justicia anula la condena del banquero\n\nMadrid, 6 de noviembre.- El Tribunal anuló el miércoles la condena de Luis Rey, encarcelado en 2021."
        "\n\nRey fue detenido en agosto de 2019 en Lisboa.",
        "La condamnation du banquier annulée\n\nLagos, 6 novembre - La Cour d’appel a annulé mercredi la condamnation de Louis Roy, emprisonné en 2021."
        "\n\nRoy avait été arrêté en août 2019. Le Mondial aura lieu en 2030.",
        "إلغاء الحكم على مدير المصرف\n\nلاغوس 6 نوفمبر - ألغت محكمة الاستئناف الأربعاء حكما على لويس روي الذي سجن عام 2021."
        "\n\nوأوقف روي في أغسطس 2019.",
    ],
)  # fmt: skip
def test_a_page_is_younger_than_every_year_it_tells_as_past(text: str) -> None:
    """6 November was a Wednesday in 2019 and in 2024."""
    assert published(text) == ("2024-11-06", "2024-11-12")


def test_a_year_to_come_does_not_make_a_page_younger() -> None:
    text = (
        "La condamnation du banquier annulée\n\nLagos, 6 novembre - La Cour d’appel a annulé mercredi la condamnation de Louis Roy, "
        "qui sera jugé en 2022.\n\nRoy avait été arrêté en août 2019."
    )
    assert published(text) == ("2019-11-06", "2019-11-12")


def test_how_an_agency_closes_its_dispatch_is_a_date_line_whatever_rights_stand_on_it() -> None:
    text = (
        "Quake rattles Atacora, no casualties reported\n\nParakou (AFP) - An earthquake shook northern Benin early Sunday, damaging dozens of "
        "houses, the civil protection agency said.\n\nThe tremor struck at 03:42 am some 18 kilometres east of Natitingou.\n\n"
        "22/09/2024 11:05:38 - Parakou (AFP) - © 2024 AFP\n"
    )
    article = read(Page(source="p", data=text.encode()))
    assert published(text) == ("2024-09-22", "2024-09-22")
    assert [p.kind for p in article.parts][-1] == "dateline"


def test_a_body_called_as_two_sections_of_papers_is_no_menu() -> None:
    body = (
        "The World Health Organization has sent 12,000 doses of vaccine to Kigoma, which are expected to arrive on Saturday. Officials in the "
        "lake region said that 140 people had been admitted to hospital since the outbreak was declared, and that schools would stay closed."
    )
    article = read(
        Page(
            source="p",
            data=f"Health agency sends cholera vaccine doses to Kigoma\n\n17 October 2024\n\n{body}\n".encode(),
        )
    )
    assert [article.text[p.start : p.end] for p in article.parts if p.kind == "body"] == [body]
