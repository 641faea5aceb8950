"""What stands at the head and at the foot of a page: names that addresses spell, rows of section, author and day, feeds' labels."""

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.signatures import signature
from isnad.model import Article, Page

TEXT = (
    "The ferry to Ormsay will run twice a day from Monday, the harbour board said after a meeting with the islanders.\n"
    "The board had cut the crossings in March, when the older of the two ships was laid up for repairs.\n"
    "Islanders said that they would believe it when the whistle blew, and asked for a winter timetable in writing.\n"
)
TITLE = "Ormsay ferry to run twice a day again\n"
TEXTO = (
    "La barca de Ormaz volverá a cruzar dos veces al día desde el lunes, según anunció la junta del puerto a los vecinos.\n"
    "La junta había suprimido los viajes en marzo, cuando la más vieja de las dos naves entró en el astillero.\n"
    "Los vecinos piden un horario de invierno por escrito y recuerdan que ya se lo prometieron dos veces.\n"
)
NASS = (
    "أعلن مجلس الميناء اليوم أن العبارة ستعود إلى الإبحار مرتين في اليوم ابتداء من الاثنين بعد لقاء مع سكان الجزيرة.\n"
    "وكان المجلس قد قلص الرحلات في مارس حين أدخلت السفينة الأقدم إلى الورشة لإصلاح محركها الأيمن.\n"
    "وطالب سكان الجزيرة بجدول مكتوب لفصل الشتاء، وقالوا إنهم سمعوا هذا الوعد مرتين من قبل.\n"
)


def page(text: str) -> Article:
    return read(Page("p.txt", text.encode()))


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        (
            "Local | Harbour\n",
            "Write to us: desk@skerrylantern.example\nThe Skerry Lantern on paper\n",
            "The Skerry Lantern",
        ),
        ("> Island > Harbour\n", "Skerry Lantern\nFollow: https://t.example/skerrylantern\n", "Skerry Lantern"),
        ("skerrylantern.example\n", "Skerry Lantern is a weekly.\n", "Skerry Lantern"),
    ],
)
def test_a_printed_name_that_an_address_spells_is_the_sites(head: str, foot: str, name: str) -> None:
    assert page(head + TITLE + TEXT + foot).publisher == name


def test_part_of_a_longer_name_is_not_what_an_address_spells() -> None:
    found = page("Skerry Lantern Letter\n" + TITLE + TEXT + "Write to desk@skerrylantern.example\n")
    assert found.publisher == "Skerry Lantern Letter"


def test_a_network_in_an_address_is_nobodys_outlet() -> None:
    assert page(TITLE + TEXT + "Facebook\nhttps://facebook.com/ormsay\n").publisher is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Hugo Ransome for Fenland Quarterly", "Hugo Ransome"),
        ("Solène Priol — il y a 6 jours", "Solène Priol"),
        ("Jueves 28/11/2019 | Begoña Cañizo (La Voz del Puerto) | ver original", "Begoña Cañizo"),
        ("03-08-2020 // Transportes // Trifonia Mba Bikoro", "Trifonia Mba Bikoro"),
        ("Nora Whitlock in Basel and Samuel Okoro in London", "Nora Whitlock in Basel and Samuel Okoro in London"),
    ],
)
def test_a_row_of_author_outlet_and_day_is_signed(line: str, name: str) -> None:
    assert signature(line, True) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("REPORTAJE — Rubén Ayerza, enviado especial al Chaco", "Rubén Ayerza"),
        ("Avec notre envoyée spéciale à Sélouane, Claire Montbrun", "Claire Montbrun"),
        ("إعداد وتعليق: سناء بنعيسى | تصوير: رشيد كمال", "سناء بنعيسى"),
        ("— كتبت ليان أبو عيسى لصفحة مدونات الضفة —", "ليان أبو عيسى"),
    ],
)
def test_cues_with_a_place_another_work_or_the_outlet(line: str, name: str) -> None:
    assert byline_of(line) == name


def test_a_name_right_under_the_headline_with_the_day_below_signs() -> None:
    found = page("The Skerry Lantern\n" + TITLE + "Anselm Birtwood\n9-11 minutes\nOctober 21, 2017\n\n" + TEXT)
    assert (found.title, found.byline) == (TITLE.strip(), "Anselm Birtwood")


@pytest.mark.parametrize("line", ["412 K subscribers", "6–7 دقائق", "JAN 31", "#flash #ormsay"])
def test_counts_days_and_tags_are_no_headline(line: str) -> None:
    text = NASS if "دقائق" in line else TEXT
    assert page(line + "\n\n" + text).title is None


def test_the_headline_stands_over_deck_and_author() -> None:
    found = page(
        "El Faro de Ormaz\nORMAZ >\nVuelve a cruzar la barca de la isla\nUna nave vieja y un horario de invierno, pendientes de la junta\n"
        "LAURA CASTILLEJO | CORRESPONSAL\nOrmaz - 01 ABR 2022 - 05:40\n\n" + TEXTO
    )
    assert (found.title, found.byline) == ("Vuelve a cruzar la barca de la isla", "LAURA CASTILLEJO")


def test_a_label_that_nobody_knows_stands_among_known_ones() -> None:
    found = page(
        "★ Unread (1 of 44)\nTitle: " + TITLE + "Feed: Skerry Lantern – Headlines\nState: kept\nAuthor: Mame Diarra\n"
        "Date: Wed, 13 Oct 2021 10:22:41 GMT\nLink: https://skerry.example/5512\n\n" + TEXT
    )
    assert (found.title, found.publisher, found.byline) == (TITLE.strip(), "Skerry Lantern", "Mame Diarra")


def test_an_arabic_feeds_label_behind_brackets() -> None:
    found = page(
        "[RSS] التغذية: آفاق بحرية\nالعنوان: العبارة تعود إلى الإبحار مرتين في اليوم\nالكاتب: سيف المعمري\nالحالة: مقروء\n"
        "التاريخ: Tue, 04 Feb 2020 07:30:00 +0400\n\n" + NASS
    )
    assert (found.publisher, found.byline) == ("آفاق بحرية", "سيف المعمري")


@pytest.mark.parametrize("notice", ["Article réservé aux abonnés", "Se connecter | S'abonner"])
def test_a_notice_stands_above_the_sites_name(notice: str) -> None:
    found = page(
        f"{notice}\nCapitale & Faubourgs\nLa navette d'Ormaz repasse deux fois par jour\nArnaud Fesquier\nLe 24 mai 2017 à 19:30\n\n"
        "La navette d'Ormaz repassera deux fois par jour dès lundi, a dit le conseil du port aux habitants de l'île.\n"
        "Le conseil avait supprimé des traversées en mars, quand le plus vieux des deux bateaux est parti en réparation.\n"
    )
    assert found.publisher == "Capitale & Faubourgs"


def test_who_carries_a_blog_is_not_the_blog() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.strip().split("\n"))
    found = read(
        Page(
            "b.html",
            (
                f'<html><head><meta property="og:site_name" content="Inkpot Hosting"><title>The Skerry Gadfly: {TITLE.strip()}</title></head>'
                f'<body><div><h1><a href="/">The Skerry Gadfly</a></h1><p>politely stinging</p></div><h2>{TITLE.strip()}</h2><div>{body}</div>'
                "<div>Powered by Inkpot Hosting.</div></body></html>"
            ).encode(),
        )
    )
    assert found.publisher == "The Skerry Gadfly"


def test_first_published_behind_the_author() -> None:
    found = page(
        "Newsroom App\n" + TITLE + "By Nora Whitlock. First published by Delta Bay Times, 8 May 2024.\n\n" + TEXT
    )
    assert (found.publisher, found.byline) == ("Delta Bay Times", "Nora Whitlock")


def test_who_passed_a_message_on_is_no_outlet() -> None:
    assert page("[28/05/2023, 20:12] Auntie Wambui: Forwarded\n\n" + TEXT).publisher is None


def test_a_trail_is_no_outlet() -> None:
    assert page("> Local > Harbour\n" + TITLE + "filed under: sea\n" + TEXT).publisher is None
