"""Whose text a page shows, by what bears witness to it: evidence outside the article counts together, and traps do not."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.attribution import attributed, closes, unjoined, unprefixed
from isnad.model import Article, Page


def page(text: str, media: str = "text/plain", captured: str | None = None) -> Article:
    return read(Page("p", text.encode(), media, captured=captured))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("ورد إلينا هذا الخبر من وكالة الريحان للأنباء ونشرناه كما هو دون أي تعديل من طرفنا", "وكالة الريحان للأنباء"),
        ("حقوق هذا التقرير محفوظة لـ: وكالة الضفة للأنباء (الموصل)", "وكالة الضفة للأنباء"),
        ("مادة منقولة والعهدة على وكالة سواحل", "وكالة سواحل"),
        ("لقراءة الخبر من مصدره تفضل بزيارة موقع الفلاح", "الفلاح"),
        ("This item reached us through the Pennine Wire service and has not been edited by our staff.", "Pennine Wire"),
        ("Rights in the text above rest with the Sahel Monitor (Niamey).", "Sahel Monitor"),
        ("The German original appeared in Tagblick on 9 April; English version by Rory Ainsworth.", "Tagblick"),
        ("Not my words, all credit to the Tyneford Post", "Tyneford Post"),
        ("Head over to Rift Valley Standard for the complete article", "Rift Valley Standard"),
        (
            "Cette dépêche nous est parvenue par le fil de l'Agence Mercure ; nous n'y avons rien changé.",
            "Agence Mercure",
        ),
        ("Texte original en espagnol paru chez Andes Verdes ; traduction pour notre site.", "Andes Verdes"),
        ("© The Sohar Chronicle, Oman. Version française établie par nos soins.", "The Sohar Chronicle"),
        (
            "L'article Le tramway attendra 2028 est apparu en premier sur Le Crieur de la Maine.",
            "Le Crieur de la Maine",
        ),
        ("Los derechos de este reportaje pertenecen a: El Cafetalero (Matagalpa)", "El Cafetalero"),
        ("Copio acá lo que salió en el Semanario Tierra Colorada", "Semanario Tierra Colorada"),
        ("Para leer la nota completa, visita el sitio de Prensa del Itzá", "Prensa del Itzá"),
    ],
)
def test_a_line_outside_the_article_names_its_source_however_it_is_put(line: str, outlet: str) -> None:
    said = attributed(line)
    assert said is not None
    assert said.source == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Source of plans: County Record Office",
        "With files from Borden Television",
        "Editor: Pablo Gómez Arce",
        "Publisher: Wendell Oakes",
        "The bandstand in 1934. Picture: Dalesview Archive",
        "This series is supported by the Redwater Foundation.",
        "In an interview published in Corriere Ionico, he denied the story and said that he would sue the paper at once.",
        "Fotografía cortesía de Expediciones Polares",
        "Este trabajo fue realizado con una beca de la Fundación Maíz Azul",
        "Le rapport a été publié par la Cour des comptes en juin.",
        "En partenariat avec la Fondation Terres Vives",
        "تصوير: وكالة الأرز للصور",
        "صدر التقرير عن منظمة العفو الدولية",
        "بالشراكة مع مؤسسة نهار الخيرية",
        "وقالت وكالة الريحان في خبر لها إن الجسر سقط",
    ],
)
def test_pictures_sponsors_studies_and_people_are_no_source(line: str) -> None:
    said = attributed(line)
    assert said is None or said.source is None


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("المحتوى من مسؤولية الناشر ولا يعبر عن رأي نبض المغارب", "نبض المغارب"),
        ("Articles remain the responsibility of their publishers. Newsbasket does not endorse them.", "Newsbasket"),
        ("Les contenus relèvent de leurs éditeurs et n'engagent pas NewsPlaza.", "NewsPlaza"),
        ("El contenido es responsabilidad del editor y no refleja la opinión de Tu Resumen", "Tu Resumen"),
    ],
)
def test_who_answers_for_nothing_is_the_site_and_shows_what_others_publish(line: str, site: str) -> None:
    said = attributed(line)
    assert said is not None
    assert (said.site, said.others, said.source) == (site, True, None)
    assert closes(line)


def test_a_call_and_a_preposition_are_no_part_of_a_name() -> None:
    assert unjoined("انضم إلى جروب عاجل الصعيد") == "عاجل الصعيد"
    assert unjoined("Radio Marea") == "Radio Marea"
    assert unprefixed("لصحيفة المدار العربي") == "المدار العربي"
    assert unprefixed("ليالي الشام") == "ليالي الشام"


def test_a_card_of_an_app_shows_the_outlet_beside_the_hours_and_the_shares() -> None:
    a = page(
        "زاد الأخبار\nمزارعو سهل الدوم يطالبون بحصتهم من مياه السد\nجريدة الفلاح . منذ 3 ساعات . 12 تعليقا\n\n"
        "تجمع عشرات المزارعين أمام مبنى الري في سهل الدوم للمطالبة بفتح القناة الرئيسية قبل نهاية الأسبوع، محذرين من تلف محصول الذرة.\n"
        "وأوضح المتحدث باسم الجمعية أن المياه لم تصل إلى الحقول منذ أربعين يوما، وأن المضخات الخاصة لا تكفي أكثر من مئة فدان.\n\n"
        "لقراءة الخبر من مصدره تفضل بزيارة موقع جريدة الفلاح\nالمواد المنشورة لا تعبر بالضرورة عن رأي زاد الأخبار وتقع مسؤوليتها على عاتق ناشرها\n",
        captured="2023-06-21T15:00:00",
    )
    assert (a.publisher, a.via) == ("جريدة الفلاح", "زاد الأخبار")


def test_a_source_in_the_last_paragraph_is_no_text_and_the_site_is_the_republisher() -> None:
    a = page(
        "<html><head><title>كل الجهات</title></head><body><div>كل الجهات</div><h2>الجفاف يقلص محصول التين في قضاء الكرمة</h2>"
        "<p>تراجع محصول التين في قضاء الكرمة إلى أقل من النصف هذا الصيف بسبب شح الأمطار، وفق تقديرات اتحاد الفلاحين في المنطقة.</p>"
        "<p>وأوضح الفلاح عواد الدليمي أن الأشجار التي زرعها جده بدأت تجف، وأن شراء الماء بالصهاريج يستهلك كل أرباحه.</p>"
        "<p>هذا المحتوى من خدمة وكالة تلال للأنباء، ولا تتحمل كل الجهات أي مسؤولية عن مضمونه</p></body></html>",
        "text/html",
    )
    assert (a.title, a.publisher, a.via) == (
        "الجفاف يقلص محصول التين في قضاء الكرمة",
        "وكالة تلال للأنباء",
        "كل الجهات",
    )
    assert not any("خدمة وكالة" in a.text[p.start : p.end] for p in a.parts if p.kind == "body")


@pytest.mark.parametrize(
    ("bar", "name"),
    [
        ("Creek Gazette   UAE | Gulf | Business | Sport | Cinema listings", "Creek Gazette"),
        ("Le Canut libre       Lyon – Villeurbanne – Culture – Vélo – Nous soutenir", "Le Canut libre"),
        ("Radio Marea, la emisora del puerto", "Radio Marea"),
        ("Kavango Radio 94.1 — the voice of the river", "Kavango Radio"),
    ],
)
def test_the_first_line_names_the_site_before_its_menu_its_motto_and_its_frequency(bar: str, name: str) -> None:
    a = page(
        f"{bar}\nFerry pilots walk out over night rosters\n8 June 2022\n"
        "Ferry pilots at Port Hallow walked out on Wednesday after managers refused to withdraw a roster that adds three nights.\n"
        '"We are not asking for money, we are asking for sleep," said Colm Harkaway, who has steered the boats for nineteen years.\n'
    )
    assert a.publisher == name


def test_a_rubric_that_is_an_entry_of_the_menu_is_no_site_and_an_advertisement_no_text() -> None:
    a = page(
        "<html><head><title>Rotors &amp; Pales, la lettre</title></head><body><div>Rotors &amp; Pales <em>La lettre du vol</em></div>"
        "<div>Numéros | Contrats | Salons | Emploi</div><p class='rub'>CONTRATS</p><h1>Bogota : douze appareils et une option</h1>"
        "<p>La Colombie dément, Abou Dhabi claironne : entre les deux, il y a bien un contrat, assurent deux sources industrielles.</p>"
        "<p>Formation télépilote : inscriptions ouvertes, réservez vos places</p>"
        "<p>Il porte sur douze appareils fermes, pour soixante-quatre millions de dollars, et la livraison attendra l'été prochain.</p></body></html>",
        "text/html",
    )
    assert a.publisher == "Rotors & Pales"
    assert not any("télépilote" in a.text[p.start : p.end] for p in a.parts if p.kind == "body")
