"""Days and names on lines without marks, remarks beside the heading of comments, calls to a channel, days that a text calls today."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.extract import read
from isnad.extract.blocks import block
from isnad.extract.bylines import signature
from isnad.extract.datelines import date_line
from isnad.extract.inferring import infer
from isnad.extract.lines import addresses, comments_inline
from isnad.model import Page


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ar", "انطلق اليوم الأربعاء 12 أبريل 2023 موسم الجني، ويتواصل إلى الخميس 25 مايو المقبل.", date(2023, 4, 12)),
        ("ar", "أعلنت الوزارة أمس الأربعاء 5 أيار 2021 فتح المعبر.", date(2021, 5, 6)),
        ("fr", "Le tribunal a rendu son verdict aujourd'hui, jeudi 6 mai 2021, après le procès.", date(2021, 5, 6)),
        ("es", "El tribunal dictó hoy, jueves 6 de mayo de 2021, su sentencia.", date(2021, 5, 6)),
        ("en", "The court ruled yesterday, Wednesday, May 5, 2021, against the port.", date(2021, 5, 6)),
    ],
)
def test_a_day_that_the_text_calls_today_or_yesterday_dates_the_page(language: str, text: str, day: date) -> None:
    found = infer(text, [(0, len(text))], language, None)
    assert found is not None
    assert (found.interval.start, found.interval.end) == (day, day)
    assert "the text says" in found.why


def test_today_without_its_date_and_another_weekday_than_the_days_are_no_evidence() -> None:
    for text in (
        "The club was founded on 5 May 1921 and today has 200 members.",
        "The court ruled yesterday, Friday, May 5, 2021, against the port.",
    ):
        assert infer(text, [(0, len(text))], "en", None) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Las Palmas de Gran Canaria 29 ABR 2021", (2021, 4, 29)),
        ("La Brújula del Atlántico. 15 de marzo de 2023. Aminata Sarr, Dakar", (2023, 3, 15)),
    ],
)
def test_a_day_behind_a_place_or_between_points_is_the_pages(line: str, day: tuple[int, int, int]) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.year, found.month, found.day) == day


def test_a_sentence_with_a_day_in_it_is_no_date_line() -> None:
    assert date_line("The harbour was reopened by the mayor on 12 April 2021 after the works") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Iker Zuazo IRUN Jueves, 18 febrero 2021, 06:48", "Iker Zuazo"),
        ("Claire MONTBRUN 12/03/2021", "Claire MONTBRUN"),
        ("Jean Pierre MONTBRUN 12/03/2021", "Jean Pierre MONTBRUN"),
    ],
)
def test_a_place_in_capitals_behind_a_name_is_not_of_it_and_a_surname_is(line: str, name: str) -> None:
    assert signature(line) == name


def test_the_author_above_a_place_and_day_signs_the_page() -> None:
    a = read(
        Page(
            "p.txt",
            "EL DIARIO DE BARLOVENTO\nLa Palma · El Hierro · Sucesos\n\nEl agua vuelve a correr por los canales del norte\n"
            "Nayra Hernández Cabrera\nSanta Cruz de La Palma 29 AGO 2022\n\n"
            "El agua corre de nuevo por los once kilómetros de canales del norte, tras catorce meses de obras y dos retrasos.\n"
            "“Perdíamos una de cada tres pipas”, explica el presidente de los regantes, que calcula que ahora se pierde la mitad.\n".encode(),
            "text/plain",
        )
    )
    assert a.byline == "Nayra Hernández Cabrera"
    assert a.published is not None
    assert a.published.start == date(2022, 8, 29)


def test_a_remark_beside_the_heading_of_comments_is_no_text() -> None:
    assert comments_inline(block(0, "Commentaires (3)   Tifenn29 : Bravo à lui. Et qui a payé ? La mairie ?"))
    assert comments_inline(block(0, "التعليقات (2)   بومحمد : الله يعين أهل البحر. ومن يعوضهم؟"))
    assert not comments_inline(block(0, "Le maire a répondu aux habitants (douze) : rien n'est décidé."))


@pytest.mark.parametrize(
    "line",
    ["Get the Ledger on Signal: scan the code", "Rejoignez la Vigie sur WhatsApp", "Únete a El Faro en Telegram", "تابعونا على قناة واتساب"],
)  # fmt: skip
def test_a_call_to_a_channel_speaks_to_the_reader(line: str) -> None:
    assert addresses(block(0, line))


@pytest.mark.parametrize(
    "line",
    [
        "The questions were shared on WhatsApp the night before the examination.",
        "Les sujets ont été diffusés sur Telegram la veille de l'épreuve.",
        "ونشر الوزير على تلغرام صورا للمعبر بعد إعادة فتحه أمس.",
    ],
)
def test_a_sentence_with_a_channel_in_it_is_text(line: str) -> None:
    assert not addresses(block(0, line))


def test_the_outlets_name_as_the_windows_title_is_no_headline_over_an_h2() -> None:
    page = (
        "<html><head><title>L'Éclaireur du Guidimakha</title></head><body>"
        "<table><tr><td>L'Éclaireur du Guidimakha</td><td>Société</td><td>Fleuve</td></tr></table>"
        "<div><h2>Puits de Wompou : la pompe volée est retrouvée</h2><i>Sélibaby, lundi 30 mai 2022, B. Camara</i>"
        "<p>La pompe solaire dérobée début mai au puits du village a été retrouvée samedi dans un entrepôt de la ville.</p>"
        "<p>Trois hommes ont été interpellés des deux côtés de la frontière, ont annoncé les gendarmes de la brigade.</p></div></body></html>"
    )
    a = read(Page("p.html", page.encode(), "text/html"))
    assert a.title == "Puits de Wompou : la pompe volée est retrouvée"
    assert a.publisher == "L'Éclaireur du Guidimakha"


def test_when_it_was_published_in_words_stands_beside_an_author() -> None:
    assert signature("Anne-Lise Godard · Publié hier à 06h20") == "Anne-Lise Godard"


def test_an_arabic_headline_of_three_words_is_no_name_when_the_text_speaks_of_it() -> None:
    text = (
        "صحيفة البيارق\nمقالات\nنبيل الصباغ\nالحافلة رقم تسعة\nالثلاثاء 09 كانون الثاني 2024\n"
        "لا أعرف مدينة تقرأ من نافذة حافلة كما تقرأ مدينتنا، ولا حافلة تصلح عنوانا كما تصلح الحافلة رقم تسعة.\n"
        "تنطلق من موقف السوق عند السابعة، أو هكذا يقول اللوح المعلق منذ سنوات، وتصل متى شاءت إلى الجامعة.\n"
    )
    a = read(Page("p.txt", text.encode(), "text/plain"))
    assert (a.title, a.byline) == ("الحافلة رقم تسعة", "نبيل الصباغ")


def test_the_head_of_a_mail_is_its_carriers_and_an_outlet_with_its_day_is_no_author() -> None:
    text = (
        "De: Marc Trucchi\nDate: ven. 17 févr. 2023 à 09:14\nObjet: Fwd: article du pont\nÀ: comite@liste.example\n\n"
        "Bonjour à tous, voici l'article paru hier :\n\nLe pont provisoire tiendra encore deux hivers\nL'Éveil de la Vésubie, 16 février 2023\n"
        "Le pont provisoire posé après la tempête restera en place jusqu'au printemps 2025, a confirmé mercredi le département.\n"
        "Le marché a été relancé après le retrait de l'entreprise retenue, qui avait calculé au plus juste selon lui.\n"
    )
    a = read(Page("p.txt", text.encode(), "text/plain"))
    assert (a.publisher, a.byline, a.title) == (
        "L'Éveil de la Vésubie",
        None,
        "Le pont provisoire tiendra encore deux hivers",
    )
    assert a.published is not None
    assert a.published.start == date(2023, 2, 16)


def test_a_paragraph_behind_a_box_of_other_articles_is_the_articles_however_short() -> None:
    page = (
        "<html><head><title>Le pont</title></head><body><main><h1>Le pont provisoire tiendra encore</h1><div class='texte'>"
        "<p>Le pont provisoire posé après la tempête restera en place jusqu'au printemps, a confirmé mercredi le département.</p>"
        "<p>Le marché a été relancé après le retrait de l'entreprise retenue, qui avait calculé au plus juste selon lui.</p>"
        "<div class='more'><h3>Lire aussi</h3><ul><li><a>La route du col rouvre</a></li></ul></div>"
        "<p>L'ouvrage définitif coûtera sept millions d'euros au lieu de cinq, selon lui.</p></div></main></body></html>"
    )
    a = read(Page("p.html", page.encode(), "text/html"))
    body = [a.text[p.start : p.end] for p in a.parts if p.kind == "body"]
    assert body[-1].startswith("L'ouvrage définitif")
    assert len(body) == 3
