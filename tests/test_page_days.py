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


@pytest.mark.parametrize(
    "text",
    [
        "THE JABAL LEDGER the region's independent daily Saturday 16 March 2019\nHome | Sport\nA bridge opens\n\nThe mayor of Leeds, Paul Mercer, opened a bridge of forty metres in front of two hundred people, who then walked to the town hall on foot.\nThe works took two years and cost nine million.\n",
        "كورة الثغر جريدة جماهير الإسكندرية السبت ١٦ مارس ٢٠١٩\nالدوري || ناشئين || محترفون\nديربي الثغر يموت في أرض الملعب\n\nلم يكتمل ديربي الإسكندرية. في الدقيقة 68 من عمر لقاء المنارة واتحاد المكس، والنتيجة هدف لكل فريق، أنهى الحكم سامح النجدي المباراة مساء أمس على استاد اللؤلؤة بعد نزول مئات المشجعين إلى أرضية الملعب.\nبدأت الشرارة عندما احتسب النجدي ضربة جزاء للمنارة.\n",
    ],
)
def test_a_day_with_its_weekday_behind_a_sites_name_and_motto_is_the_pages(text: str) -> None:
    published = read(Page(source="p.txt", data=text.encode())).published
    assert published is not None
    assert published.start.isoformat() == "2019-03-16"


@pytest.mark.parametrize(
    ("head", "publisher", "day"),
    [
        ("<header><b>LA GRADA DEL PACÍFICO</b><i>Fútbol sin VAR</i></header><title>El delantero vuelve a América | La Grada del Pacífico</title>", "La Grada del Pacífico", None),
        ("<div><span>كورة الثغر</span><span>جريدة جماهير الإسكندرية</span><span>السبت ١٦ مارس ٢٠١٩</span></div>", None, "2019-03-16"),
    ],
)  # fmt: skip
def test_elements_that_style_sheets_set_apart_are_read_apart(head: str, publisher: str | None, day: str | None) -> None:
    arabic = "<p>لم يكتمل ديربي الإسكندرية في الدقيقة 68 من عمر لقاء المنارة واتحاد المكس بعد نزول مئات المشجعين إلى أرضية الملعب مساء أمس.</p>"
    spanish = "<p>El delantero Byron Quiñónez, de 24 años, estampó el jueves en Ciudad de Panamá su firma en un contrato que lo une al club hasta diciembre.</p>"
    arabic += "<p>بدأت الشرارة عندما احتسب الحكم سامح النجدي ضربة جزاء، فتخطى جمهور المكس الحواجز وطارد اللاعبين حتى غرف الملابس في أسفل المدرجات.</p>"
    spanish += "<p>El club panameño pagará 480.000 dólares al Manara de Alejandría, donde el futbolista jugó dos años y marcó treinta goles en cincuenta partidos.</p>"
    body = arabic if day else spanish
    title = (
        "<h1>ديربي الثغر يموت في أرض الملعب</h1>"
        if day
        else "<h1>Byron Quiñónez deja Alejandría y ficha por el Darién</h1>"
    )
    page = read(
        Page(
            source="p.html",
            data=f"<html><body>{head}{title}{body}</body></html>".encode(),
            media_type="text/html",
        )
    )
    assert publisher in (None, page.publisher)
    assert day is None or (page.published is not None and page.published.start.isoformat() == day)
