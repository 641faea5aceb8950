"""Whose text a page shows, by what bears witness to it: evidence outside the article counts together, and traps do not."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.attribution import attributed, closes
from isnad.extract.outlet_names import unjoined, unprefixed
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


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("We are putting this up from the Vale Examiner because it is behind their paywall.", "Vale Examiner"),
        (
            "Auto-imported from the Harbour Press Agency feed. Our journalists had no hand in it.",
            "Harbour Press Agency",
        ),
        ("Originally in Spanish, in La Marea Negra. Rendered into English by Caleb Munro.", "La Marea Negra"),
        ("Ce texte reste la propriété du Méhariste. Notre site n'est qu'un relais.", "Le Méhariste"),
        ("(Lu ce matin dans le Quotidien du Port, recopié pour les camarades sans abonnement)", "Quotidien du Port"),
        (
            "Este reportaje se escribió para O Barranco y lo ofrecemos en versión española de Marta Quiroga.",
            "O Barranco",
        ),
        ("Reproducimos lo difundido por Radio Pampa esta mañana, crédito de ellos", "Radio Pampa"),
        ("أعيد نشر ما جاء في الجريدة الجهوية كما هو، وكل الحقوق لأصحابها", "الجريدة الجهوية"),
        ("نشر المقال بالإنجليزية في ذا ريفر بوست، وترجمه لنا وائل الحكيم", "ذا ريفر بوست"),
    ],
)
def test_where_no_phrase_leads_to_a_name_what_is_done_with_the_text_and_who_shows_it_count(
    line: str, outlet: str
) -> None:
    said = attributed(line)
    assert said is not None
    assert said.source == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Nous publions ci-dessous la version française du communiqué du ministère de l’Hydraulique.",
        "We are grateful to our readers in Glasgow for their letters.",
        "Les textes publiés sur ce site sont protégés par le droit d'auteur.",
        "Nuestra redacción en Sevilla busca corresponsales.",
        "ننشر هنا نص بيان وزارة الصحة",
    ],
)
def test_a_communique_a_reader_and_a_right_are_no_outlet(line: str) -> None:
    said = attributed(line)
    assert said is None or said.source is None


def test_yesterday_and_a_count_of_days_between_marks_are_the_day_of_a_card() -> None:
    body = (
        "A hiker missing for two nights near Gannet Pass was found on Saturday after rangers followed her dog back up the trail.\n"
        "Ranger Elmer Quist said the woman, aged fifty-four, had a broken ankle and had been eating snow and dog biscuits.\n"
    )
    for when, day in (("3d", "2021-11-20"), ("Yesterday", "2021-11-22")):
        a = page(
            f"Pocketful\nRangers find lost hiker by following her dog\nTimberline Record · {when} · 1.2K reads\n{body}Read the whole thing at Timberline Record\n",
            captured="2021-11-23T20:00:00",
        )
        assert (a.publisher, a.via) == ("Timberline Record", "Pocketful")
        assert a.published is not None
        assert str(a.published.start) == day
