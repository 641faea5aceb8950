"""Agencies at the head of a text, with whose help a byline was written, and pages that call themselves agencies."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read as read_page
from isnad.extract.handed import assisted
from isnad.link.hands import own_agency
from isnad.model import Article, Page, Part, Reading

BODY = (
    "\n\nAl menos seis personas resultaron heridas el martes al ceder la grada del puerto, informaron los bomberos de la ciudad.\n"
    "El alcalde, Ramiro Otálora, pidió calma a los vecinos y anunció que la grada seguirá cerrada hasta el verano."
)


def page(text: str, publisher: str, language: str = "es") -> Reading:
    """A page of one paragraph."""
    parts = (Part("body", 0, len(text)),)
    return annotate(
        Article("a", "a", "0", "text/plain", language, None, publisher, None, None, None, None, (), text, parts)
    )


@pytest.mark.parametrize(
    ("language", "text", "publisher", "names"),
    [
        ("es", "VADO HONDO (Perú), 3 jun (Ombú).- Seis personas resultaron heridas.", "Diario del Vado", [("Ombú", True)]),
        ("es", "El Cairo, 8 ago (Almería).- Un tribunal condenó este martes a un encuadernador.", "Almería", [("Almería", True)]),
        ("en", "TUNIS (Ombu Wire, ALR) – The government on Wednesday dismissed the director.", "The Ledger", [("Ombu Wire", False), ("ALR", False)]),
        ("es", "El ministro (Montevideo, Lima) – dijo que sí.", "El Día", []),
    ],
)  # fmt: skip
def test_an_agency_in_brackets_behind_place_and_day_credits_the_text(
    language: str, text: str, publisher: str, names: list[tuple[str, bool]]
) -> None:
    assert [(c.name, c.whole) for c in page(text, publisher, language).credits if c.kind == "agency"] == names


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Redacción Puertos, con información de Ombú", True),
        ("Service des sports, avec les informations de Vigie", True),
        ("Sports desk | with reporting by Ombu", True),
        ("قسم الرياضة - بالتعاون مع النورس", True),
        ("El ministro se reunió con información de la policía", False),
        ("The mayor left with files from the archive of the town.", False),
    ],
)
def test_a_line_says_with_whose_help_its_text_was_written(line: str, is_one: bool) -> None:
    assert assisted(line) is is_one


def test_such_a_line_under_the_headline_credits_the_text() -> None:
    text = "LA VOZ DEL VADO\nSeis heridos al ceder la grada del puerto\nRedacción Puertos, con información de Ombú\nMartes, 3 de junio de 2025"
    read = annotate(read_page(Page("a.txt", (text + BODY).encode(), "text/plain")))
    assert [(c.name, c.whole) for c in read.credits if c.kind in ("agency", "outlet")] == [("Ombú", True)]
    assert not any(p.kind == "lead" for p in read.article.parts)


def test_a_colleague_who_helped_is_no_source() -> None:
    text = "LA VOZ DEL VADO\nSeis heridos al ceder la grada del puerto\nPor Elena Ríos, con información de Pedro Salas\nMartes, 3 de junio de 2025"
    read = annotate(read_page(Page("a.txt", (text + BODY).encode(), "text/plain")))
    assert not [c for c in read.credits if c.kind in ("agency", "outlet")]


@pytest.mark.parametrize(
    ("top", "publisher", "is_agency"),
    [
        ("النورس | وكالة أنباء مستقلة\nعام | رياضة\n\n", "النورس", True),
        ("OMBÚ · Agencia de noticias | Política\n\n", "OMBÚ", True),
        ("El Vado\nLa agencia de noticias Ombú despide a veinte\n\n", "El Vado", False),
        ("النورس\nفي الأخبار: وكالة أنباء جديدة\n\n", "النورس", False),
    ],
)
def test_a_page_that_calls_itself_an_agency_at_its_top_is_one(top: str, publisher: str, is_agency: bool) -> None:
    text = top + "Seis personas resultaron heridas el martes."
    assert own_agency(page(text, publisher)) is is_agency


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("ar", "الكرك – شهأ – افتتح وزير المياه السد الجديد صباح الثلاثاء.", "agency", "شهأ"),
        ("en", "Officers told the OMB agency that the ship was empty.", "agency", "OMB"),
        ("ar", "وقال الناطق باسم المحكمة في تصريح لوكالة إشارة، إن الحكم نهائي.", "agency", "وكالة إشارة"),
        ("es", "El comunicado habla de 41 millones, mientras que el diario Al Nahr al Kabir eleva la cifra a 46.", "outlet", "diario Al Nahr al Kabir"),
        ("fr", "Le communiqué final, que nous avons pu lire, assure que le port rouvrira.", "communique", "Le communiqué"),
    ],
)  # fmt: skip
def test_hands_are_read_where_they_stand(language: str, text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(c.kind, c.name) for c in page(text, "Le Rivage", language).credits]


def test_a_name_between_dashes_is_no_agency() -> None:
    assert not page("الكرك – سمير – افتتح وزير المياه السد الجديد صباح الثلاثاء.", "الضفة", "ar").credits
