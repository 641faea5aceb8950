"""Whose article a page shows: sentences of provenance, readers and aggregators, letters, prints and forwarded messages."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.extract import read
from isnad.extract.ago import hours_ago
from isnad.extract.lines import offered
from isnad.extract.readers import counted, shown
from isnad.extract.reprints import provenance, reprint
from isnad.model import Article, Page

TEXT = (
    "The ferry to Scarra will not sail again before March after inspectors found cracks in its hull, the operator said.\n"
    'The residents will be supplied by a fishing boat. "We have flour, and we have each other," said the postmistress.\n'
    "The council is seeking an emergency grant of 90,000 pounds to charter a replacement for the winter.\n"
)


def page(text: str, captured: str | None = None) -> Article:
    return read(Page(source="p", data=text.encode(), media_type="text/plain", captured=captured))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("A version of this story originally appeared in The Plains Monitor. It is republished here with permission.", "The Plains Monitor"),
        ("This article was first published by the nonprofit newsroom Common Furrow and is republished under a Creative Commons licence.", "Common Furrow"),
        ("Este artículo fue publicado originalmente en El Cauce y se reproduce con autorización.", "El Cauce"),
        ("Reportaje de Le Fanal des Îles, traducido del francés por nuestro equipo", "Le Fanal des Îles"),
        ("Article du Tarn Courier, publié le 6 octobre 2022, traduit de l'anglais par nos soins", "Tarn Courier"),
        ("Cet article a d'abord été publié par Le Fil du Rail, que nous remercions", "Le Fil du Rail"),
        ("Traduction d'un article de Deira News (Mahmoud Abdel Sattar)", "Deira News"),
        ("Traduit d'El Mirador del Delta (Johanna Mieles)", "El Mirador del Delta"),
        ("Traducción de un artículo de El Faro Azul", "El Faro Azul"),
        ("نُشر هذا المقال أول مرة في صحيفة «الميناء» ويعاد نشره بإذن منها", "الميناء"),
        ("هذا التقرير منشور في موقع صدى الواحات", "صدى الواحات"),
    ],
)  # fmt: skip
def test_a_sentence_of_provenance_is_understood_piece_by_piece(line: str, outlet: str) -> None:
    said = provenance(line)
    assert said is not None
    assert said.publisher == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Posted on December 3, 2015",
        "Article de Jean Marceau, traduit de l'anglais par nos soins",
        "Translated from Norwegian.",
        "لقراءة الخبر من المصدر اضغط هنا",
        "تقرير عن الجفاف في حوض الوادي، ترجمة: سلمى ناصر",
        "This story was written by our staff",
        "Transféré de nombreuses fois",
    ],
)
def test_days_people_languages_and_buttons_are_no_outlets(line: str) -> None:
    assert reprint(line) is None


def test_a_translators_place_and_name_are_told_from_the_papers() -> None:
    said = reprint("Translated from El Faro de Amatlán, Amatlán, by Joanna Prewitt")
    assert said is not None
    assert (said.publisher, said.translator) == ("El Faro de Amatlán", "Joanna Prewitt")


def test_a_remark_behind_a_papers_name_is_none_of_it() -> None:
    assert getattr(reprint("عن صحيفة الميناء بتصرف"), "publisher", None) == "الميناء"


@pytest.mark.parametrize(
    ("line", "gathers", "outlet"),
    [
        ("وكالة الأوراس للأنباء | منذ يومين | 3418 قراءة", False, "وكالة الأوراس للأنباء"),
        ("صدى الواحات · قبل يومين · 812 مشاهدة", False, "صدى الواحات"),
        ("Shoreline Gazette | 2 days ago | 4,112 reads", False, "Shoreline Gazette"),
        ("Mer & Marées — il y a 2 j", True, "Mer & Marées"),
        ("Mer & Marées — il y a 2 j", False, None),
        ("Diario La Espiga | hace 1 día | 2.301 lecturas", False, "Diario La Espiga"),
        ("Politique | il y a 2 heures | 300 vues", True, None),
        ("Marta Querol | hace 2 horas | 300 lecturas", True, None),
        ("The Gazette | 12 May 2021", False, None),
    ],
)
def test_a_reader_names_the_outlet_beside_the_time_and_the_count(line: str, gathers: bool, outlet: str | None) -> None:
    assert shown(line, gathers) == outlet


@pytest.mark.parametrize(
    ("piece", "count"), [("1 204 lectures", True), ("٥٣ تعليقا", True), ("4 min read", True), ("300 dead", False)]
)
def test_counts_of_readers_are_told_from_other_numbers(piece: str, count: bool) -> None:
    assert counted(piece) == count


@pytest.mark.parametrize(
    ("line", "hours"),
    [("منذ يومين", 48), ("نشر قبل ساعتين", 2), ("two days ago", 48), ("il y a une heure", 1), ("hace un día", 24), ("اعتقالات قبل يوم من الاقتراع", None)],
)  # fmt: skip
def test_how_long_ago_is_read_in_words_where_it_stands_alone(line: str, hours: int | None) -> None:
    assert hours_ago(line) == hours


def test_an_aggregators_page_is_the_outlets_and_dated_back_from_its_capture() -> None:
    shown_page = f"Newsbasket\nHeadlines from 80 papers\nShoreline Gazette | 2 days ago | 4,112 reads\n\nFerry to Scarra cancelled until spring\n\n{TEXT}Continue reading at the source\n"
    a = page(shown_page, "2023-11-03T09:00:00Z")
    assert (a.publisher, a.via) == ("Shoreline Gazette", "Newsbasket")
    assert a.published is not None
    assert str(a.published.start) == "2023-11-01"


def test_a_letter_is_named_by_its_sender_and_a_persons_mail_by_nobody() -> None:
    head = "From: {} <{}>\nSubject: Ferries\nDate: Wed, 21 Jul 2021 06:30:00\nView in browser\n\nThe ferry that stays away\nBy Joanna Prewitt\n\n"
    assert page(head.format("Isthmus Weekly", "desk@isthmusweekly.example") + TEXT).publisher == "Isthmus Weekly"
    assert page(head.format("Ariane Le Floch", "a.lefloch@exemple.example") + TEXT).publisher is None


def test_a_browser_and_a_messenger_say_whose_the_page_is() -> None:
    printed = "8/12/21, 9:14 AM    Town votes to keep its ferry | The Bracken Hill Messenger\nThe Bracken Hill Messenger\nTown votes to keep its ferry\nBy Caleb Strunk\n\n"
    a = page(printed + TEXT)
    assert (a.title, a.publisher) == ("Town votes to keep its ferry", "The Bracken Hill Messenger")
    assert page("Forwarded from Delta Signal\nFerry to Scarra cancelled\n" + TEXT).publisher == "Delta Signal"


def test_the_short_form_of_an_outlets_name_is_no_republisher_and_an_address_no_outlet() -> None:
    foot = "\nجميع الحقوق محفوظة © 2017 - نهج الشهيد عميروش - الهاتف 026 00 00 00\n"
    head = "وكالة جبال الشرق للأنباء | الوطن | العالم | رياضة\n\nوزيرة البيئة تعطي إشارة انطلاق حملة لتنظيف الوديان\nنشر في : الأربعاء 05 أفريل 2017\n\n"
    body = (
        "أعطت وزيرة البيئة نصيرة بوكرمة، اليوم الأربعاء، إشارة انطلاق حملة وطنية لتنظيف الوديان تدوم أربعين يوما في سبع ولايات.\n"
        "وأكدت الوزيرة أن الحملة رُصد لها غلاف مالي يقدر بمائة وعشرين مليون دينار، وأن البلديات ستشارك فيها.\n"
    )
    a = page(head + body + foot)
    assert (a.publisher, a.via) == ("وكالة جبال الشرق للأنباء", None)


def test_a_line_of_author_outlet_and_date_names_the_outlet_and_never_a_place() -> None:
    head = "The eel thieves of the Lower Severnake\nTamsin Okell | {} | 16 October 2018\n\n"
    assert page(head.format("Undercurrents") + TEXT).publisher == "Undercurrents"
    assert page(head.format("Scarra") + TEXT).publisher is None
    assert page(head.format("Cairo") + TEXT).publisher is None


def test_what_a_letter_sets_between_rules_or_under_its_other_matters_is_no_text() -> None:
    rest = "--- Isthmus jobs: a clinic in Puerto Nuevo seeks a nurse. Reply to this e-mail. ---\n\nAlso in our bag\nThe lake town has banned jet skis after a boy was hurt, and the hotel owners will sue before the season starts in August.\n"
    a = page(f"Ferry to Scarra cancelled until spring\nBy Joanna Prewitt\n\n{TEXT}\n{rest}")
    own = "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("body", "subheading", "lead"))
    assert own.strip() == TEXT.strip()


def test_last_lines_that_end_like_headlines_are_other_articles() -> None:
    rest = "The county fair will be back in August after two years with a smaller midway and a bigger pie contest\nThree candidates have filed for the vacant seat of sheriff, among them the daughter of the late sheriff\n"
    a = page(f"Ferry to Scarra cancelled until spring\nBy Joanna Prewitt\n\n{TEXT}{rest}")
    assert "county fair" not in "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("body", "lead"))


def test_a_cutting_with_its_fields_on_one_line_is_the_papers_of_its_day() -> None:
    head = "RESUMEN DE PRENSA\nMedio: El Adelantado de la Vega     Fecha: 22/05/2013     Página: 14\nEl embalse se queda sin presupuesto\n\n"
    body = (
        "La Confederación ha retirado de sus cuentas la partida prevista para recrecer el embalse, confirmaron ayer fuentes del organismo.\n"
        "Los regantes, que habían adelantado el diez por ciento del coste, estudian acudir a los tribunales por los daños.\n"
    )
    a = page(head + body)
    assert (a.publisher, a.title) == ("El Adelantado de la Vega", "El embalse se queda sin presupuesto")
    assert a.published is not None
    assert str(a.published.start) == "2013-05-22"


def test_a_day_by_the_islamic_calendar_can_be_exported() -> None:
    text = (
        "استقبل الوزير وفدا من غرفة التجارة، وبحث معه سبل تسهيل عبور البضائع بين البلدين خلال الموسم المقبل.\n"
        "وقال رئيس الوفد إن الغرفة ستقدم مقترحا جديدا يخفف من مدة الانتظار في الميناء، وإنها تأمل في رد سريع.\n"
    )
    a = page(f"الوزير يستقبل وفد غرفة التجارة\nالخميس 21 شوال 1444 هـ\n\n{text}")
    assert a.published is not None
    assert type(a.published.start) is date


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("النافذة التي وصل منها هذا الخبر: جريدة المرفأ", "جريدة المرفأ"),
        ("حقوق هذه المادة تعود إلى: وكالة الوادي للأنباء | وصلتنا قبل 6 ساعات", "وكالة الوادي للأنباء"),
        ("The paper that gave us this story: The Harbour Ledger", "The Harbour Ledger"),
    ],
)
def test_a_line_about_this_article_names_its_source_in_whatever_words(line: str, outlet: str) -> None:
    assert getattr(reprint(line), "publisher", None) == outlet


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("£10 a month buys a net for our field staff. Give now.", True),
        ("Every £25 puts one more reporter on the quay", True),
        ("Offre spéciale : la Gazette à 100 francs dans tous les garages", True),
        ("Cet article vous est offert. La Gazette dès 1,90 € la semaine", True),
        ("The council pays 300 euros a month for the hall, the mayor said.", False),
        ("Le kilo de riz a perdu 100 francs en une semaine sur le marché.", False),
    ],
)
def test_what_a_page_offers_its_reader_is_told_from_news_with_a_price(line: str, offer: bool) -> None:
    assert offered(line) == offer


def test_an_author_with_the_paper_he_wrote_for_makes_the_site_a_republisher() -> None:
    head = "PITCH NOTES\nGoats were harder\nWords: Benoît Lallemand, La Gazette du Plateau (Hannut). Put into English by Tamsin Ogilvy\n\n"
    a = page(head + TEXT)
    assert (a.publisher, a.byline) == ("La Gazette du Plateau", "Benoît Lallemand")


def test_what_an_agency_calls_itself_for_short_is_no_second_outlet() -> None:
    head = "أونب | وكالة نبع للأنباء || الرئيسية || محليات\n\nإغلاق سوق الغنم في البلدة\nالاثنين 11 تشرين الأول 2021\nوكالة نبع للأنباء\n\n"
    body = (
        "أعلنت وزارة الزراعة اليوم ظهور بؤرة للحمى القلاعية في البلدة، نفق فيها أكثر من ثلاثمئة رأس من الأبقار.\n"
        "وأكد الوزير في بيان أن البؤرة محصورة وأن اللحوم المطروحة في الأسواق سليمة، وأن السوق سيغلق أسبوعين.\n"
    )
    a = page(head + body)
    assert a.via is None
