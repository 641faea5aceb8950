"""Whose page it is: what an outlet is beside what it is called, papers at the head of one line, sources behind a text, rubrics."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.persons import generic
from isnad.extract.sitenames import undescribed
from isnad.model import Article, Page

ARABIC = (
    "فقد أثر طائرة مخصصة لمكافحة الجراد، صباح أمس الاثنين، بينما كانت ترش أسرابا شرق البلدة وسط عاصفة رملية قوية.",
    "وقال مدير المركز، عبد الهادي أمزيان، إن الطيار أبلغ بانعدام الرؤية ثم صمت الجهاز في حدود الساعة التاسعة صباحا.",
    "وعلق المركز جميع طلعات الرش إلى غاية يوم الأربعاء في انتظار تحسن الأحوال الجوية بالمنطقة كلها.",
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


@pytest.mark.parametrize(
    "piece",
    [
        "جريدة إلكترونية شاملة",
        "وكالة أنباء مستقلة",
        "يومية إخبارية مستقلة",
        "quotidien indépendant",
        "semanal independiente",
    ],
)
def test_what_an_outlet_is_is_no_name(piece: str) -> None:
    assert generic(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "جريدة الصباح",
        "وكالة الأناضول",
        "الخبر",
        "Courrier picard",
        "Diario de Navarra",
        "Daily News",
        "Quotidien d'Oran",
    ],
)
def test_a_name_made_of_such_words_is_one(piece: str) -> None:
    assert not generic(piece)


def test_what_an_arabic_outlet_is_goes_off_its_name() -> None:
    assert undescribed("وادي النخيل بريس جريدة إلكترونية شاملة") == "وادي النخيل بريس"
    assert undescribed("صدى الوادي") == "صدى الوادي"
    assert undescribed("La Semaine jurassienne") == "La Semaine jurassienne"


def test_an_agency_that_says_what_it_is_is_called_by_its_name() -> None:
    head = "المرسى - وكالة أنباء مستقلة - الصويرة\nأنباء المغرب || أنباء الجهة || فلاحة || صيد بحري || طقس\n\n"
    a = page(
        f"{head}فقدان طائرة لرش الجراد شرق البلدة\n08 نونبر 2022 على الساعة 18:05\n\n"
        + "\n".join(ARABIC)
        + "\nحقوق النشر محفوظة لوكالة المرسى"
    )
    assert a.publisher == "المرسى"


def test_the_rubric_above_a_headline_is_no_paper() -> None:
    head = "المنهل . يومية إخبارية مستقلة . العدد 3127 . الثمن 25 دج\nفي الصفحة 5: لص يعيد ما سرقه\nالحدث\n"
    a = page(f"{head}فقدان طائرة لرش الجراد شرق البلدة\nالأحد 21 أكتوبر 2018\n\n" + "\n".join(ARABIC))
    assert a.publisher == "المنهل"


def test_a_source_in_brackets_behind_the_text_names_the_paper() -> None:
    text = (
        "Cuarenta y cinco guardacostas pasarán por las aulas de la escuela, según adelantó anoche la Armada en un comunicado.\n"
        "El memorando lo firmaron el martes, a bordo de la fragata, el almirante y el coronel que manda a los guardacostas.\n"
        "El convenio, que regirá por tres años, contempla además el intercambio de información sobre pesca ilegal en la zona.\n"
    )
    a = page(
        f"NOTICIAS DEL ISTMO    Región    Canal    Deportes\n\nLa Armada adiestrará a guardacostas\nRedacción | 16 feb. 2023\n\n{text}\n(Tomado de El Faro de la Popa, Bocasalina)"
    )
    assert (a.publisher, a.via) == ("El Faro de la Popa", "NOTICIAS DEL ISTMO")


def test_a_paper_begins_a_page_on_one_line_whose_menu_is_not_known() -> None:
    text = (
        "Ya son nueve los obreros fallecidos en el derrumbe del domingo en las obras del tranvía, informó ayer el Ministerio. "
        "El sindicato local eleva la cifra a catorce. La Embajada desmintió que se haya retirado el pasaporte a la ingeniera. "
    )
    a = page(
        "El Correo del Arlanza Burgos Provincia Castilla y León Deportes Vida y Ocio Esquelas Última hora: Herido un cazador "
        f"Economía Nueve muertos en el tranvía del domingo 08.11.12 - 01:47 - LORENZO MUGA | BURGOS {text}"
    )
    assert (a.publisher, a.byline) == ("El Correo del Arlanza", "LORENZO MUGA")


def test_a_paragraph_that_an_agency_closes_in_brackets_is_text() -> None:
    last = "وافتتح المركز عام 2011، وسبق للوزارة أن غرمته خمسة آلاف لمخالفته ضوابط الرش في المنطقة. (النهاية)"
    a = page(
        "فقدان طائرة لرش الجراد شرق البلدة\n08 نونبر 2022\n" + "\n".join((*ARABIC, last)) + "\nأخبار أخرى: طقس غائم غدا"
    )
    assert any(p.kind == "body" and a.text[p.start : p.end] == last for p in a.parts)


def test_the_place_from_which_a_text_is_dated_is_no_author() -> None:
    a = page("فقدان طائرة لرش الجراد شرق البلدة\n\nميناء الوفاق، في 9 مارس 2015\n\n" + "\n".join(ARABIC))
    assert (a.byline, a.published.start.isoformat() if a.published else None) == (None, "2015-03-09")
