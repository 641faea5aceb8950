"""Bulletins, alerts, forum posts and columns out of PDFs: who issues them, whose text they show."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.attribution import attributed
from isnad.model import Article, Page

ARABIC = (
    "أعطى وزير الصيد صباح اليوم الاثنين إشارة انطلاق عملية ترقيم قوارب الصيد التقليدي، وذلك بميناء الوفاق بحضور المهنيين.",
    "وتهم العملية ألفا وأربعمئة قارب، وتدوم ثلاثة أشهر، ويستفيد كل بحار من صدرية نجاة وجهاز تحديد المواقع.",
    "وأكد الوزير أن القوارب غير المرقمة لن يسمح لها بمغادرة الموانئ ابتداء من فاتح يوليوز المقبل.",
)
SPANISH = (
    "La Diputación cerró ayer al tráfico el puente después de que una inspección detectara grietas de hasta cuatro centímetros.",
    "«Prefiero que me llamen alarmista a que me llamen a declarar», justificó la diputada de Obras Públicas de la comarca.",
    "Los vecinos deberán dar un rodeo de 23 kilómetros. La reparación costará 600.000 euros y empezará en el mes de mayo.",
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def test_a_bulletin_is_the_ministrys_whose_letterhead_it_has() -> None:
    head = "الجمهورية الاتحادية لجزر المرجان\nوزارة الصيد والثروة البحرية\nخلية الإعلام\nنشرة إخبارية رقم 17/2015\n\n"
    a = page(f"{head}انطلاق عملية ترقيم قوارب الصيد\n\nميناء الوفاق، في 9 مارس 2015\n\n" + "\n".join(ARABIC))
    assert (a.publisher, a.byline) == ("وزارة الصيد والثروة البحرية", None)
    head = "GOBIERNO DEL ESTADO DE LA COSTA\nSecretaría de Obras — Dirección de Comunicación Social\nBoletín núm. 233\nPuerto Marabú, 4 de octubre de 2019\n\n"
    assert page(f"{head}Cierran el puente de Trébago\n\n" + "\n\n".join(SPANISH)).publisher == "Secretaría de Obras"


def test_a_ministry_below_a_papers_name_is_no_publisher() -> None:
    head = "Diario de Trébago\nMinisterio de Obras\n\nCierran el puente de Trébago\nPor Mabel Ovando, 4 de octubre de 2019\n\n"
    assert page(head + "\n\n".join(SPANISH)).publisher == "Diario de Trébago"


def test_an_alert_names_its_paper_behind_the_word_of_haste() -> None:
    text = "The mayor of Dunwick resigned on Thursday evening, hours after auditors said she had signed a contract without a vote.\n\n"
    more = "“I made a mistake and I will not hide behind officers who warned me,” she said on the steps of the town hall.\n\n"
    a = page(
        f"BREAKING NEWS ALERT — The Harbour Standard\nThursday 26 October 2017, 19:41\n\nMayor of Dunwick resigns\n\n{text}{more}{text}"
    )
    assert a.publisher == "The Harbour Standard"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Lo saco del Nueva Tribuna Trebañesa de hoy:", "Nueva Tribuna Trebañesa"),
        ("Nous reproduisons ci-dessous un article de notre confrère La Rive Libre, paru samedi.", "La Rive Libre"),
        ("قرأت في صحيفة المدار هذا الصباح:", "المدار"),
        ("The bones were found in Mossel Bay last spring.", None),
        ("El cuadro fue robado de la Casa Grande en mayo.", None),
        ("Le plan a été pris dans la Tour Rouge.", None),
    ],
)
def test_who_passes_a_text_on_says_so_in_passing(line: str, source: str | None) -> None:
    said = attributed(line)
    assert (said.source if said else None) == source


def test_a_narrow_column_out_of_a_pdf_is_joined() -> None:
    lines = (
        "The magistrate's court in Port Aldred\non Thursday fined Leeward Ferries\n80,000 dollars for sailing with fewer\n"
        "than half the life-jackets its licence\nrequires. The company pleaded guilty\nto all four counts.\n"
        "“It was sheer luck that nobody drowned,”\nthe magistrate told its director,\nClement Rawle. Inspectors had boarded\n"
        "the Leeward Star on 6 August and\ncounted 61 jackets for 140 passengers.\nThe company said it had since\n"
        "bought 200 new ones and trained its\ncrews. The next ferry to St. Bede's\nsails on Monday as usual.\n"
    )
    a = page(f"Ferry company fined\n\nBy Tessa Goodridge\n\n{lines}")
    assert a.byline == "Tessa Goodridge"


def test_a_menu_of_headlines_of_one_length_is_no_column() -> None:
    heads = "\n".join(
        f"{town} opens its new harbour wall"
        for town in ("Port Aldred", "Saint Bede", "Hatchett", "Dunwick", "Sirabad", "Muggia", "Trebago", "Tamda")
    )
    with pytest.raises(Exception, match="no running text"):
        page(heads)
