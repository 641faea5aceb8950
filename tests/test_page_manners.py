"""Manners of pages: authors beside counts and days, days of mails and issues, order of figures, names of sites over menus and tickers."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.signatures import signature
from isnad.model import Article, Page

TEXT = (
    "Forty-three crab boats stayed tied up in Hatchett on Monday as owners refused to pay more for marine diesel, the guild said.",
    "“I can lose money at the dock for free,” said Roy Tillett, who has fished out of the harbour for half of his life.",
    "The distributor says that its own costs rose in July. A meeting called by the county is set for the end of the week.",
)
FRENCH = (
    "La faculté a indiqué vendredi que le médecin écroué mardi n'avait jamais soutenu de thèse dans ses murs, malgré sa plaque.",
    "« Nous avons fouillé les archives de 1988 à 2004, et il n'y a personne de ce nom », déclare la doyenne de la faculté.",
    "Le parquet a ouvert dans la foulée une enquête préliminaire pour faux et usage de faux, a-t-on appris auprès du palais.",
)


def page(text: str, media: str = "text/plain") -> Article:
    return read(Page("p", text.encode(), media))


def day(a: Article) -> str | None:
    return a.published.start.isoformat() if a.published else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Samedi 9 février 2019 • Temps de lecture : 3 min • Guilhem Rastoul", "Guilhem Rastoul"),
        ("Published Feb. 28, 2019, 9:15 a.m. | Updated Feb. 28, 2019, 4:40 p.m. | Anjali Menezes", "Anjali Menezes"),
        ("Leila Shadwell   22 Nov 2022   3 min read", "Leila Shadwell"),
        ("الأحد 21 أكتوبر 2018 م الموافق لـ 11 صفر 1440 هـ        باتنة: عيسى لعور", "عيسى لعور"),
        ("12/03/2020 | Tiempo de lectura: 4 min | Yolanda Ccori", "Yolanda Ccori"),
        ("Samedi 9 février 2019 • Temps de lecture : 3 min", None),
        ("Samedi 9 février 2019 • Visites : 340", None),
    ],
)
def test_an_author_stands_beside_the_day_and_the_minutes_of_reading(line: str, name: str | None) -> None:
    assert signature(line, near=True) == name


def test_a_line_of_several_days_and_an_author_signs_a_page() -> None:
    body = "".join(f"<p>{p}</p>" for p in TEXT)
    line = "Published Feb. 28, 2019, 9:15 a.m. | Updated Feb. 28, 2019, 4:40 p.m. | Anjali Menezes"
    a = page(f"<html><body><h1>Crab boats stay in port</h1><p class='dl'>{line}</p>{body}</body></html>", "text/html")
    assert (a.byline, day(a)) == ("Anjali Menezes", "2019-02-28")


def test_the_day_of_a_mails_head_is_the_letters() -> None:
    head = "From: Tidewater Brief <brief@tidewater.example>\nTo: undisclosed\nDate: Tue, 3 Sep 2019 05:58:11 -0400\nSubject: Crab\n\n"
    above = "Good morning, and welcome. Forwarded this email? Sign up here.\n\nTODAY'S BIG STORY\nCrab boats stay in port\nby Wendell Pruitt\n\n"
    a = page(head + above + "\n\n".join(TEXT))
    assert (a.title, a.byline, day(a)) == ("Crab boats stay in port", "Wendell Pruitt", "2019-09-03")


def test_the_day_above_an_issues_number_is_the_issues() -> None:
    text = (
        "تستنزف أكثر من خمسمئة بئر غير مرخصة مياه الحوض، وفق تقديرات مديرية المياه التي ردمت منذ مطلع العام سبعا وعشرين بئرا.",
        "ويقول المزارع عواد إنه حفر بئره لأن الزيتون لا ينتظر المعاملة، مضيفا أن كلفتها تجاوزت أربعين ألف دينار.",
        "وتؤكد المديرية أن منسوب الحوض ينخفض مترا كل عام.",
    )
    head = "المنهل\nالخميس 6 حزيران 2013 الموافق 27 رجب 1434 هـ\n{}\nالطقس | الأبراج | الوفيات\nتحقيقات\n\nآبار بلا تراخيص تستنزف الحوض\n\nالرمثاء – المنهل – سوسن الخزاعي\n\n"
    assert day(page(head.format("العدد 4417") + "\n\n".join(text))) == "2013-06-06"
    assert day(page(head.format("طقس مشمس") + "\n\n".join(text))) == "2013-06-06"  # nothing else dates the page
    assert day(page(head.format("طقس مشمس") + "نشر في 9 حزيران 2013\n" + "\n\n".join(text))) == "2013-06-09"


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("on 23 February and again on 12 March", "2019-03-04"),
        ("on February 23 and again on March 12", "2019-04-03"),
        ("on 23 February and again on March 12", None),
        ("in the winter and again in spring", None),
    ],
)
def test_figures_are_read_in_the_order_in_which_the_page_writes_its_days(said: str, want: str | None) -> None:
    first = TEXT[0].replace("on Monday", said)
    assert day(page("Crab boats stay in port\n04/03/2019\n" + "\n".join((first, *TEXT[1:])))) == want


def test_a_menu_and_a_ticker_below_the_name_are_no_site() -> None:
    body = "".join(f"<p>{p}</p>" for p in FRENCH)
    bars = "<div><b>Le Petit Rocher</b> Journal du soir</div><div>Actu - Villages - Économie - Sortir - Carnet</div>"
    title = "<title>Le Petit Rocher : Le faux médecin n'avait pas de thèse</title>"
    a = page(
        f"<html><head>{title}</head><body>{bars}<h1>Le faux médecin n'avait jamais soutenu de thèse</h1>{body}</body></html>",
        "text/html",
    )
    assert a.publisher == "Le Petit Rocher"
    hot = "<div>Gulf Meridian <small>Your window</small></div><div>HOT: Free parking on Eid</div>"
    body = "".join(f"<p>{p}</p>" for p in TEXT)
    a = page(
        f"<html><head><title>Gulf Meridian</title></head><body>{hot}<h1>Crab boats stay in port</h1>{body}</body></html>",
        "text/html",
    )
    assert a.publisher == "Gulf Meridian"
    radio = page(
        "KTRP 1340 AM - Talk of the High Plains\nNews | Weather | Menus\n\nCrab boats stay in port\nPosted on Wed 07 Nov 2018\n\n"
        + "\n".join(TEXT)
    )
    assert radio.publisher == "KTRP"
