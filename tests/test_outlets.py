"""Pages in the manner of newsrooms and networks that were never seen before: one line, posts, notes on authors, menus above headlines."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.extract import read
from isnad.extract.authors import named_author
from isnad.extract.bylines import byline_of
from isnad.extract.datelines import hours_ago
from isnad.extract.lines import is_notice, printed_address
from isnad.extract.oneline import unrolled
from isnad.extract.signatures import signature
from isnad.model import Article, Page
from isnad.sources import pages

TEXT = (
    "Le port de Sélouane a accueilli hier la première cargaison de ciment venue du nord, selon les responsables de la capitainerie.\n"
    "Les dockers, réunis devant le hangar numéro trois, ont demandé des garanties sur leurs horaires et sur la sécurité des grues.\n"
    "La direction du port assure que les travaux seront terminés avant la fin du printemps et que rien ne se fera sans les syndicats.\n"
)


def page(text: str, media: str = "text/plain", captured: str | None = None) -> Article:
    return read(Page("p", text.encode(), media, captured=captured))


def kinds(a: Article) -> dict[str, str]:
    return {a.text[p.start : p.end]: p.kind for p in a.parts}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Agencias / Begoña Cañizares", "Begoña Cañizares"),
        ("By Yusra Khatib and Crescent Dispatch staff", "Yusra Khatib"),
        ("Par Hédi Zouaghi et agences", "Hédi Zouaghi"),
        ("By Nora Whitlock, Staff Writer", "Nora Whitlock"),
        ("By Martha Jones - London", "Martha Jones"),
        ("الإثنين 05/أغسطس/2024 - 03:17 م كتب أحمد عبد الباقي - سها رمزي", "أحمد عبد الباقي - سها رمزي"),
        ("نواكشوط (أطلس برس) ـ الخميس 15 فيفري 2024، الساعة 09:20 ـ بقلم: عبد الحفيظ زروقي", "عبد الحفيظ زروقي"),
        ("Iker Zuazo Beltza Corresponsal en Bilbao 3 de diciembre, 2024", "Iker Zuazo Beltza"),
        ("Rosalía Moneo (Enviada especial)", "Rosalía Moneo"),
        ("RIM SAÏDANI (à Tunis)", "RIM SAÏDANI"),
        ("سعيدة بنكيران من الرباط", "سعيدة بنكيران"),
        ("الرباط (أطلس برس)", None),
        ("Agencias / Corresponsales", None),
    ],
)
def test_an_author_is_told_from_the_desk_the_job_and_the_place_beside_him(line: str, name: str | None) -> None:
    assert (byline_of(line) or signature(line)) == name


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("5 h · 🌍", 5),
        ("٦ س ·", 6),
        ("Hier, à 14:30", 24),
        ("2 d ·", 48),
        ("5 h de marche", None),
        ("14:30", None),
        ("أمس 14:30", 24),
    ],
)
def test_the_line_over_a_post_says_how_long_ago(line: str, hours: int | None) -> None:
    assert hours_ago(line) == hours


def test_a_post_has_no_headline_and_is_dated_by_its_hours() -> None:
    post = page(
        f"L'Écho de Sélouane\n5 h · 🌍\n{TEXT}312\n48 commentaires\nJ'aime\n", captured="2024-07-05T18:00:00+00:00"
    )
    assert (post.title, post.publisher) == (None, "L'Écho de Sélouane")
    assert post.published is not None
    assert str(post.published.start) == "2024-07-05"
    assert page(f"L'Écho de Sélouane\n5 h · 🌍\n{TEXT}").published is None


ONE_LINE = (
    "Highveld Daily Menu Search Subscribe Municipal workers down tools over unpaid overtime by Lerato Mokwena 9th April 2024 "
    "in News, Top Stories Reading Time: 2 mins read Refuse has gone uncollected for six days in Sterkspoort after municipal workers "
    "downed tools over overtime they say has not been paid since January. The municipality said the money would be released by Friday. "
    "Share on Facebook Share on X Previous Post Truck hijackers foiled by flock of geese near Sterkspoort"
)


def test_a_page_on_one_line_is_cut_where_its_parts_meet() -> None:
    a = page(ONE_LINE)
    assert a.title == "Municipal workers down tools over unpaid overtime"
    assert (a.publisher, a.byline) == ("Highveld Daily", "Lerato Mokwena")
    assert a.published is not None
    assert str(a.published.start) == "2024-04-09"
    body = [t for t, k in kinds(a).items() if k == "body"]
    assert body[0].startswith("Refuse has gone")
    assert body[-1].endswith("by Friday.")


def test_an_arabic_page_on_one_line_is_cut_too() -> None:
    text = (
        "تونس الأعماق وطنية جهوية رياضة إيقاف شبكة لتهريب الزيت المدعم في القصرين نشر في 26 ديسمبر 2023 (11:20) تمكنت فرقة الحرس الوطني "
        "بسبيبة، فجر اليوم الثلاثاء، من إيقاف خمسة أشخاص من بينهم تاجر جملة بشبهة تهريب الزيت النباتي المدعم. وأذنت النيابة العمومية "
        "بالاحتفاظ بالمشتبه بهم على ذمة البحث. شارك رأيك جندوبة: غلق معصرة بسبب مخالفات صحية"
    )
    a = page(text)
    assert (a.title, a.publisher) == ("إيقاف شبكة لتهريب الزيت المدعم في القصرين", "تونس الأعماق")
    assert not any("جندوبة" in t for t, k in kinds(a).items() if k in ("body", "lead"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*ONE_LINE.split(), "1.", "2024", "*", "📲", "عاجل", "Inicio", "نشر في"]), max_size=120)
)
def test_what_is_cut_of_a_line_lies_in_it_in_order_and_keeps_every_word(words: list[str]) -> None:
    text = " ".join(words)
    spans = unrolled(text, 0, len(text)) if text else []
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    kept = "".join(c for a, b in spans for c in text[a:b] if c.isalnum())
    assert not text or kept == "".join(c for c in text if c.isalnum())


def test_a_word_of_the_menu_above_the_headline_swallows_no_article() -> None:
    for word in ("Dernières infos", "Urgent"):
        a = page(f"Le Fanal de Sélouane\n{word}\nLe port reçoit son premier ciment\nPublié le 11/03/2024\n{TEXT}")
        assert a.title == "Le port reçoit son premier ciment"
    arabic = (
        "استقبل ميناء السلوان أمس أول شحنة من الإسمنت القادمة من الشمال، بحسب ما أفاد به مسؤولون في قبطانية الميناء.\n"
        "وطالب العمال المجتمعون أمام المستودع الثالث بضمانات بشأن ساعات عملهم وبشأن سلامة الرافعات المستعملة في التفريغ.\n"
    )
    a = page(
        f"موقع السلوان\nعاجل\nميناء السلوان يستقبل أول شحنة من الإسمنت\nالرباط – سعيدة بنكيران\nالثلاثاء 2 أبريل 2024\n{arabic}"
    )
    assert (a.title, a.byline) == ("ميناء السلوان يستقبل أول شحنة من الإسمنت", "سعيدة بنكيران")


def test_the_note_on_an_author_is_no_part_of_the_text_and_a_person_of_the_news_is() -> None:
    head = "L'Économiste du Rif\nLe port reçoit son premier ciment\nSalima Ouchrif\nÉconomiste\n2 juin 2024\n"
    note = "Salima Ouchrif est économiste, enseignante à l'université. Dernier ouvrage paru : « Le prix du relief »."
    assert kinds(page(head + TEXT + note))[note] == "chrome"
    other = (
        "Karim Zahouani est maire de Sélouane depuis douze ans et n'a pas souhaité répondre à nos questions hier soir."
    )
    assert kinds(page(head + TEXT + other))[other] == "body"


def test_the_sender_of_a_communique_presents_itself_outside_the_text() -> None:
    a = page(
        f"COMMUNIQUÉ DE PRESSE\nLe port reçoit son premier ciment\n{TEXT}À propos de Ciel Calme\nFondée en 2012, l'association regroupe 640 familles de douze communes.\n"
    )
    assert (a.title, a.publisher) == ("Le port reçoit son premier ciment", None)
    assert not any("640 familles" in t for t, k in kinds(a).items() if k == "body")


def test_elements_that_only_style_sheets_set_apart_do_not_grow_together() -> None:
    html = (
        "<html><body><h1>El tren vuelve a descarrilar</h1><div><a href='/a'>Iker Zuazo</a><span>Corresponsal</span><span>3 de mayo, 2024</span></div>"
        f"<p>Un puente de 40 m<sup>2</sup> y un <b>T</b>itular. {TEXT.splitlines()[0]}</p><p>{TEXT.splitlines()[1]}</p></body></html>"
    )
    a = page(html, "text/html")
    assert "Iker Zuazo Corresponsal 3 de mayo, 2024" in a.text
    assert "40 m2" in a.text
    assert "Titular" in a.text


def test_a_box_that_opens_with_a_heading_of_teasers_is_theirs_whole() -> None:
    lines = "".join(f"<p>{x}</p>" for x in TEXT.splitlines())
    other = "Les habitants avaient manifesté en août pour réclamer l'entretien du pont, construit sur un lit instable selon eux."
    html = f"<html><body><article><h1>Le port reçoit son premier ciment</h1>{lines}<section><h3>Sur le même thème</h3><p>{other}</p></section></article></body></html>"
    assert kinds(page(html, "text/html"))[other] == "related"


def test_a_source_beside_its_desk_is_the_outlet_and_no_second_one() -> None:
    text = f"Le Fanal de Sélouane\nLe port reçoit son premier ciment\n11/03/2024 - Source : Agence du Gharb et agences\n{TEXT}"
    a = page(text)
    assert (a.publisher, a.via) == ("Agence du Gharb", "Le Fanal de Sélouane")


def test_the_address_a_browser_printed_dates_a_page_and_is_not_its_name() -> None:
    a = page(
        f"https://fanal.example/2023/05/12/ciment\nLe Fanal de Sélouane\nLe port reçoit son premier ciment\n{TEXT}"
    )
    assert a.publisher == "Le Fanal de Sélouane"
    assert a.url == "https://fanal.example/2023/05/12/ciment"
    assert a.published is not None
    assert str(a.published.start) == "2023-05-12"
    assert (
        printed_address("La mairie renvoie à son site https://fanal.example/ciment pour tout le reste de la procédure.")
        is None
    )


def test_counters_of_a_network_are_notices_and_a_reader_s_remark_is_no_text() -> None:
    assert is_notice("12.3K Views")
    remark = "Commentaires (3) : Moussa T. : il faut aussi penser aux cantines parce que les enfants ont faim le matin."
    assert kinds(page(f"Le port reçoit son premier ciment\n11/03/2024\n{TEXT}{remark}"))[remark] == "chrome"


def test_the_author_of_a_record_is_kept_and_a_desk_is_nobody(tmp_path: Path) -> None:
    record = {
        "title": "Le port reçoit son premier ciment",
        "text": TEXT,
        "author": "Idaira Déniz",
        "site_name": "Le Fanal",
        "date": "2024-02-22",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    found = [p for p in pages([str(tmp_path)]) if isinstance(p, Page)]
    a = read(found[0])
    assert (a.byline, a.publisher) == ("Idaira Déniz", "Le Fanal")
    assert named_author("admin") is None
    assert named_author("Rédaction") is None
    assert named_author("desk@fanal.example (Nora Whitlock)") == "Nora Whitlock"
