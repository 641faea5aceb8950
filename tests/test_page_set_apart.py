"""Pages whose lines stand apart: headline over its deck, columns of a byline, channels of messages, labels of speakers, footnotes."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import is_byline
from isnad.extract.captions import looks_captioned
from isnad.extract.signatures import signature
from isnad.model import Article, Page

BODY = (
    "Astilleros Ombú entregará catorce remolcadores al puerto de Vado Hondo, según comunicó ayer la empresa. El contrato asciende a 96 millones.\n\n"
    "El presidente del puerto, Ramiro Otálora, recordó que los remolcadores actuales tienen cuarenta años y que dos de ellos ya no navegan."
)


def page(text: str) -> Article:
    return read(Page("a.txt", text.encode(), "text/plain"))


def parts(article: Article, kind: str) -> list[str]:
    return [article.text[p.start : p.end] for p in article.parts if p.kind == kind]


def test_where_every_line_stands_apart_the_line_over_the_deck_is_the_headline() -> None:
    head = "Astilleros Ombú venderá catorce remolcadores al puerto de Vado Hondo"
    deck = "La empresa firma el mayor contrato de su historia y anuncia 120 empleos en el puerto"
    text = f"El Correo del Vado > Economía > Empresas\n\n{head}\n\n{deck}\n\nPILAR USÓN  |  09/10/2025 06:00\n\n{BODY}"
    assert page(text).title == head


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Elena Ríos   Madrid   15/11/2024 08:10", "Elena Ríos"),
        ("Sucesos   Elena Ríos   15/11/2024", "Elena Ríos"),
    ],
)
def test_gaps_part_the_fields_of_a_byline(line: str, name: str) -> None:
    assert signature(line) == name


def test_who_asks_in_a_transcript_signs_nothing() -> None:
    text = (
        "RADIO OMBÚ 97.3 FM — JOURNAL DE 13H\nDiffusion : jeudi 14 mai 2026\n\n"
        "PRÉSENTATRICE (Rim Alaoui) : C'est l'affaire du jour. L'armateur Nizar Belkadi comparaît depuis ce matin devant la cour d'appel de Port-Sec pour fraude.\n\n"
        "REPORTER : Oui Rim. La salle est comble, et dehors plusieurs centaines de dockers manifestent depuis huit heures devant la cour d'appel de Port-Sec.\n\n"
        "PRÉSENTATRICE : Et le banquier ?\n\n"
        "REPORTER : Il est toujours en fuite. Il avait été condamné par défaut à cinq ans de prison, et son avocat n'a pas répondu à nos appels.\n\n"
        "PRÉSENTATRICE : Merci Hédi. L'arrêt est attendu ce soir."
    )
    article = page(text)
    assert article.byline is None
    assert not parts(article, "byline")
    assert not is_byline("PRÉSENTATRICE : Et le banquier ?")


MESSAGE = (
    "[15/05, 10:47] +216 •• ••• 118: ‏↪ تم إعادة توجيهها عدة مرات\n*سواحل بلس* 🌊\n\n"
    "قضت محكمة الاستئناف في بور سيك، مساء الخميس 14 ماي 2026، بسجن المقاول نزار البلقاضي ست سنوات من أجل التحيل في صفقات الميناء.\n"
    "وأفاد الناطق باسم المحكمة بأن الحكم حضوري في حق المتهم الأول وغيابي في حق المدير السابق للميناء المتحصن بالفرار منذ مارس 2024."
)


def test_a_message_is_of_the_day_it_was_sent_and_its_channel_is_no_headline() -> None:
    article = page(MESSAGE)
    assert article.title is None
    assert article.published is not None
    assert (article.published.start.isoformat(), article.published.end.isoformat()) == ("2026-05-15", "2026-05-15")


def test_a_message_sent_long_after_what_it_tells_has_no_year() -> None:
    article = page(MESSAGE.replace("15/05", "15/09"))
    assert article.published is None or article.published.start.month == 5


def test_numbered_notes_under_their_heading_are_no_text() -> None:
    text = f"El Correo del Vado\n\nAstilleros Ombú venderá catorce remolcadores\n\n9 de octubre de 2025\n\n{BODY}\n\nNotas\n[1] Entrevistas realizadas en Vado Hondo entre febrero y abril.\n"
    assert not any("Entrevistas" in p or p == "Notas" for k in ("body", "subheading") for p in parts(page(text), k))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Julia Ortiz, en una imagen cedida por la familia.", True),
        ("Le chalutier Estrela, sur une photo transmise par l'équipage.", True),
        ("The trawler Estrela, in an undated photo provided by its crew.", True),
        ("ناقلة النفط نورس، في صورة نشرتها الشركة.", True),
        ("El alcalde dijo, en una entrevista cedida por la radio, que dimitirá.", False),
    ],
)
def test_a_sentence_that_says_whose_picture_it_is_under_is_a_caption(line: str, shown: bool) -> None:
    assert looks_captioned(line) is shown
