"""Lines of nothing but words about handing on a text and an outlet's name, in whatever order and language."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.handed import handed
from isnad.model import Article, Page

TEXT = (
    "La alcaldesa de Puerto Lindo ordenó el lunes el cierre del vertedero municipal tras el incendio que obligó a evacuar a los vecinos.\n"
    "«No vamos a esperar a que arda el pueblo entero», afirmó la regidora ante los afectados en el polideportivo.\n"
    "La concesionaria sostiene que el fuego fue provocado y anuncia una querella.\n"
)


def page(below: str, above: str = "") -> Article:
    lines = f"Costa Directa\nLa alcaldesa de Puerto Lindo cierra el vertedero\n{above}11 de mayo de 2021\n{TEXT}{below}"
    return read(Page(source="a.txt", data=lines.encode(), media_type="text/plain"))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Con información de El Faro de Puerto Lindo", "El Faro de Puerto Lindo"),
        ("(Con datos de El Faro de Puerto Lindo)", "El Faro de Puerto Lindo"),
        ("Retomado de El Faro de Puerto Lindo", "El Faro de Puerto Lindo"),
        ("Primera publicación: El Faro de Puerto Lindo, 9 de mayo de 2021", "El Faro de Puerto Lindo"),
        ("Publié initialement par L'Écho de Koréra le 12 mai 2021", "L'Écho de Koréra"),
        ("Crédit : L'Écho de Koréra", "L'Écho de Koréra"),
        ("Extrait de L'Écho de Koréra du 12 mai 2021", "L'Écho de Koréra"),
        ("Reproduit de L'Écho de Koréra avec autorisation", "L'Écho de Koréra"),
        ("Story courtesy Millbrook Chronicle", "Millbrook Chronicle"),
        ("Syndicated from the Millbrook Chronicle under licence", "Millbrook Chronicle"),
        ("As first reported by the Millbrook Chronicle", "Millbrook Chronicle"),
        ("From the Millbrook Chronicle, May 10", "Millbrook Chronicle"),
        ("الخبر الأصلي: جريدة الوادي", "جريدة الوادي"),
        ("حسب ما نشرته جريدة الوادي", "جريدة الوادي"),
        ("إقرأ على الموقع الرسمي: موقع الوادي برس", "الوادي برس"),
    ],
)
def test_a_line_of_nothing_else_says_where_its_text_comes_from(line: str, outlet: str) -> None:
    assert handed(line) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Suivez L'Écho de Koréra sur Facebook",
        "Aïssata Dembélé est journaliste à L'Écho de Koréra",
        "Photo : L'Écho de Koréra",
        "Grève à L'Écho de Koréra",
        "Information judiciaire contre Le Temps",
        "Source : Union nationale des pêcheurs",
        "Article suivant : Le Temps des moissons",
        "Nota del Canal de Panamá",
        "Con información de Agencia Mediodía",
        "Noticias de la Región Sur",
        "By the People's Union",
        "Credit Union wins award",
        "From Our Weekly Correspondent",
        "Stories from the Union",
        "المصدر: إذاعة محلية",
        "نشرت الصحف اليوم",
        "الخبر اليوم",
        "عن اتحاد الكرة",
    ],
)
def test_a_newsrooms_own_text_a_union_or_a_picture_is_nobody_elses(line: str) -> None:
    assert handed(line) is None


@pytest.mark.parametrize(
    "line", ["Con información de El Faro de Puerto Lindo", "Nota original: El Faro de Puerto Lindo"]
)
def test_the_site_that_hands_a_text_on_is_its_republisher(line: str) -> None:
    for a in (page(line), page("", f"{line}\n")):
        assert (a.publisher, a.via) == ("El Faro de Puerto Lindo", "Costa Directa")
        own = [a.text[p.start : p.end] for p in a.parts if p.kind in ("title", "lead", "body")]
        assert line not in own
    assert page("Suscríbase a Costa Directa").publisher == "Costa Directa"


def test_an_outlet_with_its_day_behind_the_text_is_the_one_that_wrote_it() -> None:
    a = page("El Correo de la Sierra, 9 de mayo de 2021")
    assert (a.publisher, a.via) == ("El Correo de la Sierra", "Costa Directa")
