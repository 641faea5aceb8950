"""What agencies and networks write over a text: names of files, numbers, marks of messages passed on; none of it is anybody's name."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.networks import any_outlet, copied_from_network, passed_often, whose
from isnad.model import Article, Page

TEXT = """La chambre de commerce de Dourbaye a fermé mardi le marché aux grains après la chute d'un hangar, a annoncé son président.
Deux hangars sur cinq restent ouverts, selon la mairie, et les marchands du marché aux grains demandent une réunion.
La mairie de Dourbaye avait promis en janvier des travaux sur les hangars du marché."""
ARABIC = """أعلنت بلدية وادي الزان إغلاق سوق الحبوب بعد سقوط سقف المخزن الكبير فجر الثلاثاء، وقالت إن الأضرار كبيرة في المخزن.
وقال رئيس البلدية إن سوق الحبوب ستفتح أبوابها من جديد بعد أسبوع، وإن المخزن سيبنى من جديد.
وطالب تجار سوق الحبوب بلدية وادي الزان بتعويض عن الأضرار."""


def page(text: str) -> Article:
    return read(Page(source="p", data=text.encode(), media_type="text/plain"))


def test_what_a_dispatch_is_called_in_the_files_is_neither_headline_nor_outlet() -> None:
    a = page(
        f"DOU-marché-hangar-grains\nDourbaye : le marché aux grains fermé après la chute d'un hangar\n\nDOURBAYE, 3 mars 2021 (AKP) - {TEXT}"
    )
    assert a.title == "Dourbaye : le marché aux grains fermé après la chute d'un hangar"
    assert a.publisher == "AKP"


def test_the_line_of_a_dispatch_s_number_signs_nothing() -> None:
    a = page(
        f"Agence Kasso-Presse\nAKP-FR-0093 / PRIORITÉ 2 / AFRIQUE CENTRALE / MARCHÉS\n\nLe marché aux grains fermé à Dourbaye\n\nDOURBAYE, 3 mars 2021 (AKP) - {TEXT}"
    )
    assert a.byline is None
    assert a.publisher == "Agence Kasso-Presse"


@pytest.mark.parametrize(
    ("rights", "day"),
    [("© Agence Kasso 2021. Reproduction interdite.", "2021-03-03"), ("Reproduction interdite.", None)],
)
def test_a_dispatch_without_its_year_is_of_the_year_of_its_rights(rights: str, day: str | None) -> None:
    a = page(f"Le marché aux grains fermé à Dourbaye\n\nDOURBAYE (Kasso), 3 mars (Kasso).- {TEXT}\n{rights}")
    assert (str(a.published.start) if a.published else None) == day


def test_a_dispatch_that_speaks_of_a_later_day_than_its_rights_is_not_of_their_year() -> None:
    a = page(
        f"Le marché aux grains fermé à Dourbaye\n\nDOURBAYE (Kasso), 3 mars (Kasso).- {TEXT} Le 4 mai 2022, un autre hangar était tombé.\n© Agence Kasso 2021"
    )
    assert a.published is None or a.published.start.year != 2021


def test_in_haste_something_else_is_said_over_the_headline() -> None:
    a = page(
        f"الرئيسية | محليات | اقتصاد\nعاجل: انقطاع الكهرباء عن ثلاثة أحياء في الميناء الكبير غدا\nإغلاق سوق الحبوب في وادي الزان بعد سقوط سقف المخزن\nالثلاثاء 2 مارس 2021\n\n{ARABIC}"
    )
    assert a.title == "إغلاق سوق الحبوب في وادي الزان بعد سقوط سقف المخزن"


@pytest.mark.parametrize(
    "line",
    [
        "Forwarded many times",
        "Transféré plusieurs fois",
        "Reenviado muchas veces",
        "تم إعادة التوجيه مرات عديدة",
        "[صورة]",
    ],
)
def test_the_marks_of_a_message_name_nobody(line: str) -> None:
    assert passed_often(line)
    a = page(f"{line}\n{ARABIC}")
    assert (a.publisher, a.via) == (None, None)


def test_a_post_copied_from_a_page_is_the_outlet_s_that_it_names_below() -> None:
    a = page(
        f"منقول عن صفحة الإذاعة على فيسبوك - 2 ألف إعجاب - 31 تعليقا\n\nإذاعة وادي الزان | نشرة الثامنة صباحا\n{ARABIC}\n\nأبرز التعليقات\nأم خالد: الله يستر"
    )
    assert (a.publisher, a.title) == ("إذاعة وادي الزان", None)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("la page Facebook de La Vallée", "La Vallée"),
        ("صفحة الوادي على فيسبوك", "الوادي"),
        ("صفحة الإذاعة على فيسبوك", None),
        ("مجموعة أخبار الوادي", None),
        ("un groupe WhatsApp de Dourbaye", None),
        ("08h30", None),
        ("Página Nueve", "Página Nueve"),
        ("Grupo Andino", "Grupo Andino"),
        ("قناة الوادي", "قناة الوادي"),
    ],
)
def test_of_a_page_the_outlet_counts_and_a_group_is_nobody_s(name: str, outlet: str | None) -> None:
    assert whose(name) == outlet


def test_what_outlets_are_called_is_no_name_and_a_source_told_in_a_sentence_is_no_copy() -> None:
    assert any_outlet("الإذاعة")
    assert not any_outlet("إذاعة الوادي")
    assert copied_from_network("منقول من مجموعة أخبار الوادي")
    assert not copied_from_network("نقلا عن صحيفة الوادي")


def test_the_hour_of_a_page_is_no_source() -> None:
    a = page(
        f"L'Écho de Dourbaye — quotidien du Nord\nÀ la une / Région / Culture\n\nRÉGION\nLe marché aux grains fermé\nle 3 mars 2021 à 08h30, d'après l'agence Kasso\n\n{TEXT}"
    )
    assert (a.publisher, a.via) == ("L'Écho de Dourbaye", None)


HTML = """<!doctype html><html><head><title>{window}</title>{meta}</head><body><header>{head}</header><main><h1>Grain market shut after roof fell</h1>
<p class="date">3 March 2021</p><p>The town of Dourbaye shut its grain market on Tuesday after the roof of a shed fell, its mayor said, and traders asked for a meeting.</p>
<p>Two of the five sheds of the grain market stay open, the town said, until the works that were promised in January are done.</p></main><div>Elsewhere on Mirador</div></body></html>"""


def test_what_the_letters_in_the_window_stand_for_the_metadata_say() -> None:
    html = HTML.format(
        window="GTD | Grain market shut after roof fell",
        meta='<meta property="og:site_name" content="Grain Trade Digest">',
        head="Grain Trade Digest",
    )
    assert read(Page(source="p", data=html.encode(), media_type="text/html")).publisher == "Grain Trade Digest"


def test_the_name_in_the_window_is_whole_where_a_box_has_it_short() -> None:
    html = HTML.format(window="Grain market shut after roof fell | Mirador Live", meta="", head="Scores Fixtures")
    assert read(Page(source="p", data=html.encode(), media_type="text/html")).publisher == "Mirador Live"


def test_a_transcript_in_brackets_dates_its_page() -> None:
    a = page(
        f"[Transcripción revisada — Radio Páramo 98.4 FM — Boletín de las 12:00 — 03/02/2021]\n[cortinilla]\n\nLOCUTORA: {TEXT}"
    )
    assert a.published is not None
    assert str(a.published.start) == "2021-02-03"


def test_the_agency_of_a_dateline_has_the_name_in_full_that_its_rights_have() -> None:
    a = page(
        f"إغلاق سوق الحبوب في وادي الزان\n\n2021/03/02 | 15:42\n\nوادي الزان 2 آذار (زنبق) - {ARABIC}\n\nاقرأ أيضا\nافتتاح معرض للزهور في الميناء\nجميع الحقوق محفوظة لوكالة زنبق للأنباء © 2021"
    )
    assert a.publisher == "وكالة زنبق للأنباء"
