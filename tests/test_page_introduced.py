"""Who tells what follows, towns and agencies in brackets, first lines of printed sheets, heads of mails that programs read, honours, gaps of two blanks."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.ledin import led_in
from isnad.extract.lines import leads_inside
from isnad.extract.persons import person
from isnad.model import Article, Page

FRENCH = (
    "Les potiers de Douma-sur-Lac ont éteint leurs fours mardi pour protester contre le prix du bois. "
    "Leur porte-parole, Ablaye Sonko, réclame une coupe réservée. « On cuit à perte depuis la fête », a-t-il déclaré. "
    "Le préfet a reçu une délégation dans la soirée. En 2018, une grève semblable avait duré quatre jours."
)
ENGLISH = (
    "Potters in Lakeside put out their kilns on Tuesday over the price of wood. "
    'Their spokesman, Ablaye Sonko, wants a reserved forest. "We have fired at a loss since the feast," he said. '
    "The prefect met a delegation in the evening. A similar strike in 2018 lasted four days."
)
ARABIC = (
    "أطفأ خزافو دوما أفرانهم يوم الثلاثاء احتجاجا على سعر الحطب. وطالب الناطق باسمهم سامي الزبيدي بدعم حكومي. "
    "وقال: «نشوي بالخسارة منذ العيد». واستقبل الوالي مساء وفدا منهم في رادس. وكان إضراب مشابه قد دام أربعة أيام عام 2018."
)


def page(text: str, media: str = "text/plain") -> Article:
    return read(Page("p", text.encode(), media))


def lines(text: str) -> str:
    first, second, rest = text.split(". ", 2)
    return f"{first}. {second}.\n{rest}"


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("title", "lead", "body"))


@pytest.mark.parametrize(
    ("site", "line", "text", "publisher"),
    [
        ("KIOSQUE DU LAC", "Revue de presse. Selon Fouta Presse :", FRENCH, "Fouta Presse"),
        ("KIOSQUE DU LAC", "D'après l'Agence du Lac :", FRENCH, "Agence du Lac"),
        ("Lakeside Digest", "According to the Harbour Herald:", ENGLISH, "Harbour Herald"),
        ("مدارات الجنوب", "من الصحافة: بحسب وكالة البحيرة للأنباء:", ARABIC, "وكالة البحيرة للأنباء"),
    ],
)
def test_who_tells_what_follows_wrote_it(site: str, line: str, text: str, publisher: str) -> None:
    a = page(f"{site} | la presse en un clic | météo 34° | annonces\n\n{line}\n{lines(text)}\n\n7 commentaires")
    assert (a.publisher, a.via, a.title) == (publisher, site, None)


def test_who_is_no_outlet_wrote_nothing() -> None:
    for line in ("Selon Ablaye Sonko :", "D'après les potiers :", "Selon toute apparence :"):
        a = page(f"KIOSQUE DU LAC | la presse en un clic | météo 34° | annonces\n\n{line}\n{lines(FRENCH)}")
        assert (a.publisher, a.via) == ("KIOSQUE DU LAC", None)


def test_a_town_and_the_pages_agency_head_no_text() -> None:
    a = page(
        f"البحيرة | وكالة أنباء الفخار\nالرئيسية  أسواق  رأي\n\nخزافو دوما يطفئون أفرانهم لليوم الأول\nالأربعاء 15 مايو 2019\n\nدوما (البحيرة)\n{lines(ARABIC)}"
    )
    assert a.title == "خزافو دوما يطفئون أفرانهم لليوم الأول"
    assert "دوما (البحيرة)" not in own(a)


def test_a_printed_sheet_opens_with_its_name_its_motto_and_its_day() -> None:
    a = page(
        "L'ÉCHO DE DOUMA          Quotidien du Lac          Jeudi 16 mai 2019\n150 F CFA. Page 3 : la lutte reprend.\nPage 7 : deux bœufs foudroyés.\n\n"
        f"Les fours éteints\n\nBinta Coly\n\n{lines(FRENCH)}"
    )
    assert (a.publisher, a.title, a.byline) == ("L'ÉCHO DE DOUMA", "Les fours éteints", "Binta Coly")
    assert a.published is not None
    assert a.published.start.isoformat() == "2019-05-16"
    assert "la lutte" not in own(a)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("200 F CFA. Page 2 : le prix de l'oignon flambe.", True),
        ("Page 2 : le sel. Page 7 : deux bœufs foudroyés à Mpal.", True),
        ("Le rapport compte 200 pages.", False),
        ("200 personnes ont signé la page 2 du registre.", False),
    ],
)
def test_a_first_page_leads_inside_the_paper(line: str, told: bool) -> None:
    assert leads_inside(line) is told


def test_what_programs_read_in_a_mails_head_is_no_masthead() -> None:
    a = page(
        "Return-Path: <post@longmile.example>\nDate: Fri, 17 Dec 2021 07:15:00 +0000\nFrom: The Long Mile <post@longmile.example>\n"
        "Subject: TLM 88: cold kilns\nContent-Type: text/plain; charset=utf-8\n\nTHE LONG MILE * kilns and their secrets * by Hattie Quill\n"
        f"In this issue: a shoe | a ballot | Your letters\n______________________________________________\n\nCold kilns in Lakeside\n\n{ENGLISH.replace('. ', '.' + chr(10) * 2)}"
        "\n\n______________________________________________\nYou get this letter because you once gave us your card."
    )
    assert (a.publisher, a.byline, a.title) == ("The Long Mile", "Hattie Quill", "Cold kilns in Lakeside")
    assert "your card" not in own(a)


def test_gaps_of_two_blanks_part_a_page_though_sentences_end_before_them() -> None:
    a = page(
        "FOUTA PRESSE   ACCUEIL   POLITIQUE   SOCIÉTÉ   SPORT  LE FIL : 11h02 Panne d'eau à Bina / 10h47 Un hippopotame au marché  "
        f"Douma : les potiers éteignent leurs fours  Mercredi 15 mai 2019 - 11:20 GMT  DOUMA, 15 mai (Fouta Presse) -  {FRENCH.replace('. L', '.  L')}  Partager"
    )
    assert a.title == "Douma : les potiers éteignent leurs fours"


def test_a_town_before_a_dash_and_the_day_is_no_word_of_the_headline() -> None:
    a = page(
        "رادس برس :: وكالة أنباء مستقلة :: الرئيسية . السياسة . المجتمع . الرياضة آخر الأنباء: انقطاع الماء / فرس نهر في السوق "
        f"إضراب الخزافين يدخل يومه الأول رادس - الأربعاء 15 مايو 2019 - 17:40 {ARABIC}"
    )
    assert a.title == "إضراب الخزافين يدخل يومه الأول"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Reportage d'Ousmane Thiam – jeudi 9 décembre 2021 – 4 min 20", "Ousmane Thiam"),
        ("Par l'abbé Firmin Sagna", "Firmin Sagna"),
        ("Por la hermana Lucía Ríos", "Lucía Ríos"),
        ("By the Rev. John Essien", "John Essien"),
        ("Par le père de la victime", None),
        ("Enquête d'opinion sur la route", None),
    ],
)
def test_cues_are_elided_and_honours_left_out(line: str, name: str | None) -> None:
    assert byline_of(line) == name


def test_a_verb_of_many_is_in_no_name() -> None:
    assert not person("الخبازون يطفئون أفرانهم", near=True)
    assert person("حسن الزواري", near=True)


def test_the_points_of_a_summary_are_the_articles() -> None:
    text = "".join(f"<p>{s}.</p>" for s in ENGLISH.split(". "))
    a = page(
        '<html><head><title>x</title></head><body><h1>Potters strike over wood</h1><p class="by">By MARY JATTA</p>'
        f'<div class="summary"><b>In Summary</b><ul><li>All 41 kilns in Lakeside went cold</li></ul></div>{text}</body></html>',
        "text/html",
    )
    assert "All 41 kilns in Lakeside went cold" in own(a)


@pytest.mark.parametrize(
    ("line", "publisher", "translator"),
    [
        (
            "First published in French by Fouta Presse on 15 May 2019; translated by Awa Mendy",
            "Fouta Presse",
            "Awa Mendy",
        ),
        ("D'après Le Rivage, 12 mars 2018", "Le Rivage", None),
        ("Según La Crónica de Riohondo, 12 de marzo de 2018", "La Crónica de Riohondo", None),
        ("عن «فالي غازيت» الإنجليزية، 12 مارس 2018", "فالي غازيت", None),
        ("(c) Le Rivage - reproduit avec l'accord de la rédaction", "Le Rivage", None),
        ("With thanks to the Vale Gazette, where this first appeared", "Vale Gazette", None),
    ],
)
def test_an_outlet_and_the_day_of_its_issue_are_led_in(line: str, publisher: str, translator: str | None) -> None:
    said = led_in(line)
    assert said is not None
    assert (said.publisher, said.translator) == (publisher, translator)


@pytest.mark.parametrize(
    "line",
    [
        "Selon Pierre Dupont, 12 mars 2018",
        "Published in London, 12 March 2018",
        "Publicado en Política el 12 de marzo de 2018",
        "From our correspondent, 4 June 2020",
        "De Madrid, 12 de marzo de 2018",
        "نشر يوم 12 مارس 2018",
        "عن وزارة الصحة، 12 مارس 2018",
        "عن «الحب» في زمن الكوليرا",
    ],
)
def test_a_place_a_person_a_section_is_led_in_as_no_outlet(line: str) -> None:
    assert led_in(line) is None


def test_the_only_words_in_a_pictures_box_are_its_caption() -> None:
    text = "".join(f"<p>{s}.</p>" for s in ENGLISH.split(". "))
    html = '<html><head><title>x</title></head><body><h1>Potters strike over wood</h1><p class="by">By Mary Jatta</p>{}{}</body></html>'
    for box in (
        '<div class="w"><img src="a.jpg"><p class="t">The cold kilns on Monday</p></div>',
        '<table><tr><td><img src="a.jpg"></td></tr><tr><td>The cold kilns on Monday</td></tr></table>',
    ):
        a = page(html.format(box, text), "text/html")
        assert [a.text[p.start : p.end] for p in a.parts if p.kind == "caption"] == ["The cold kilns on Monday"]
    a = page(
        html.format('<div class="w"><img src="a.jpg"><a href="/x">Kilns: the full story</a></div>', text), "text/html"
    )
    assert not [p for p in a.parts if p.kind == "caption"]


def test_the_label_of_a_ticker_ends_the_sites_name_and_labels_head_no_text() -> None:
    a = page(
        "بوابة البحيرة اليوم عاجل الآن: سعر الذهب عيار 21 .. ضبط لحوم فاسدة .. مهاجم جديد الرئيسية أخبار محافظات حوادث "
        f"خزافو دوما يطفئون أفرانهم لليوم الأول كتب: هاني الدسوقي الأربعاء 15/مايو/2019 - 09:22 ص {ARABIC}"
    )
    assert a.publisher == "بوابة البحيرة اليوم"
    first, rest = ARABIC.split("». ", 1)
    a = page(
        f"منتديات دوما > أخبار\nالعضو: ابن دوما  المشاركات: 1403  الإقامة: الحي البحري\nالسلام عليكم منقول من وكالة البحيرة للأمانة\n{first}».\n{rest}"
    )
    assert (a.title, a.publisher) == (None, "وكالة البحيرة")
