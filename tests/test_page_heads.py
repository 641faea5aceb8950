"""Heads of pages: trails, codes of dispatches, letters' own lines, papers named over headlines, what grows onto authors' names."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.model import Article, Page

TEXT = (
    "Le conseil de Marvaux a voté lundi l'achat de la vieille gare, fermée depuis 2008, pour y ouvrir une école de cirque et des ateliers.\n"
    "L'opposition dénonce un coût de dépollution de deux millions d'euros et demande une réunion publique avant la signature de l'acte.\n"
    "Une réunion est prévue le 3 octobre dans la salle des fêtes, a promis le maire à la sortie de la séance de lundi soir.\n"
)
TITLE = "Le conseil de Marvaux achète la vieille gare"


def page(text: str) -> Article:
    return read(Page(source="x.txt", data=text.encode(), media_type="text/plain"))


def own(article: Article) -> str:
    return " ".join(article.text[p.start : p.end] for p in article.own())


@pytest.mark.parametrize(
    "trail",
    [
        "You are here: Home / Region / Story",
        "Accueil / Actualités / Travaux",
        "Estás en: Portada > Comarca",
        "أنت هنا: الرئيسية » محليات",
    ],
)
def test_the_trail_from_the_first_page_to_an_article_names_no_outlet(trail: str) -> None:
    assert (
        page(f"{trail}\nLe Clairon du Causse\n{TITLE}\n14 septembre 2020\n{TEXT}").publisher == "Le Clairon du Causse"
    )
    assert page(f"Ville de Marvaux\n{trail}\n{TITLE}\n14 septembre 2020\n{TEXT}").publisher == "Ville de Marvaux"


def test_the_number_of_a_dispatch_names_no_outlet() -> None:
    a = page(f"MRV0412 4 GEN 0312\nAGENCE DU CAUSSE\n{TITLE}\n14 septembre 2020\n{TEXT}")
    assert a.publisher == "AGENCE DU CAUSSE"


def test_a_button_on_a_letter_s_own_line_hides_not_its_name() -> None:
    a = page(
        f"RAILS & ROADS\nA weekly letter | No. 212 | Friday 9 June 2023 | View in browser\n\nTHIS WEEK\nA bus that nobody ordered\n\n{TITLE}\nWords by Rose Okoye\n\n{TEXT}"
    )
    assert (a.publisher, a.byline) == ("RAILS & ROADS", "Rose Okoye")


def test_the_paper_that_a_reader_of_feeds_names_over_a_headline_is_the_publisher_and_not_the_headline() -> None:
    a = page(
        f"Flux Lecteur\nNon lus (41)\nTous les éléments\nFavoris\nLe Petit Écho de Marvaux\n{TITLE}\njeu. 19 mai 2022 11:07\nAuteur : Solène Castagnier\n\n{TEXT}"
    )
    assert (a.title, a.publisher, a.byline) == (TITLE, "Le Petit Écho de Marvaux", "Solène Castagnier")


def test_a_menu_over_a_headline_is_no_paper() -> None:
    assert (
        page(f"Clairon du Causse\nAccueil Actualités Agenda Météo\n{TITLE}\n14 septembre 2020\n{TEXT}").publisher
        == "Clairon du Causse"
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Solène Castagnier Publié le 14/09/2020 à 18h12", "Solène Castagnier"),
        ("By Dale Hutchens Staff Writer | Oct 4, 2018", "Dale Hutchens"),
        ("por Ximena Arriola  Hace 2 años  11 de junio de 2021", "Ximena Arriola"),
        ("By Jane Postlethwaite 4 October 2018", "Jane Postlethwaite"),
    ],
)
def test_what_says_when_or_what_somebody_is_grows_not_onto_a_name(line: str, author: str) -> None:
    assert page(f"Le Clairon du Causse\n{TITLE}\n{line}\n{TEXT}").byline == author


@pytest.mark.parametrize(
    "line",
    [
        "Publicité - Literie Morel, soldes jusqu'à moins 50 %",
        "Advertisement | Gutter guards in one day",
        "إشهار: مكتب يبحث عن مهندس مدني",
    ],
)
def test_an_advertisement_behind_its_word_and_a_mark_is_no_text(line: str) -> None:
    first, rest = TEXT.split("\n", 1)
    assert line not in own(page(f"{TITLE}\n14 septembre 2020\n{first}\n{line}\n{rest}"))


def test_partners_and_members_are_spoken_of_by_pages_that_ask_for_no_consent() -> None:
    a = page(
        "La cooperativa reparte beneficios\n13 de mayo de 2016\nLa cooperativa repartirá entre sus 112 socios un beneficio de 218.000 euros. Los socios que vendieron por su cuenta quedan fuera, según acordó la asamblea de socios.\n"
    )
    assert a.title == "La cooperativa reparte beneficios"


def test_an_aggregator_shows_a_paper_named_on_a_line_above_how_long_ago() -> None:
    a = page(
        "Nabae Express\nكل الصحف في مكان واحد\nتسجيل الدخول\nإصابة سبعة عمال في حريق بمصنع العقيلة\nجريدة الميناء\nمنذ 3 ساعات\n"
        "أصيب سبعة عمال بحروق متفاوتة في حريق شب فجر اليوم بمصنع للإسفنج في المنطقة الصناعية بالعقيلة، بحسب مصدر طبي.\n"
        "وقالت الحماية المدنية إن 12 شاحنة إطفاء شاركت في إخماد النيران التي أتت على ألفي متر مربع من المصنع.\n"
    )
    assert (a.publisher, a.via) == ("جريدة الميناء", "Nabae Express")


def test_a_section_in_which_a_text_was_published_is_no_outlet() -> None:
    line = "Escrito por Yolanda Treviño el martes 8 de noviembre de 2022. Publicado en Deportes"
    a = page(f"Radio Costa Chica\n{TITLE}\n{line}\n{TEXT}")
    assert (a.publisher, a.via) == ("Radio Costa Chica", None)
