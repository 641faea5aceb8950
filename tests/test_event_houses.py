"""Places that only a house, a noun that takes one up, or an office over a town gives away."""

from __future__ import annotations

import pytest

from test_event_parts import reading, where


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "The National Assembly approved the fisheries bill on Wednesday.", "approval", "National Assembly"),
        ("es", "El Senado aprobó el jueves la ley de pesca.", "approval", "Senado"),
        ("ar", "صادق مجلس النواب أمس الأربعاء على مشروع قانون الصيد البحري.", "approval", "مجلس النواب"),
        ("en", "The museum director and Amal Brennor met at Brennor Memorial Hospital on Monday.", "meeting", "Brennor Memorial Hospital"),
        # Whose somebody is says not where he was arrested.
        ("en", "Police arrested a doctor at Brennor Memorial Hospital, Alan Pryce, on Monday.", "arrest", None),
    ],
)  # fmt: skip
def test_a_house_is_a_place_where_nothing_else_is(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("fr", "Un incendie a ravagé lundi une usine textile à Tafzoult.\n\nLe site avait été inauguré en 1998.", "opening", "Tafzoult"),
        ("en", "A fire swept the textile mill at Belford on Monday.\n\nThe mill was closed on Tuesday.", "suspension", "Belford"),
        ("ar", "افتتحت الوزيرة أمس متحف الفرهادي في تازرت.\n\nوكان المتحف قد تعرض للنهب في أبريل 2003.", "attack", "تازرت"),
        ("es", "Ardió el lunes el mercado de Vilaroca.\n\nEl recinto fue clausurado el martes.", "suspension", "Vilaroca"),
        # Two mills leave open which.
        ("en", "A fire swept the mill at Belford and the mill at Loudon on Monday.\n\nThe mill was closed in 2003.", "suspension", None),
        ("en", "A fire swept the textile mill at Belford on Monday.\n\nThe bridge was closed in 2003.", "suspension", None),
    ],
)  # fmt: skip
def test_what_befalls_a_site_named_before_is_there(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("fr", "À Tazart, la pluie est tombée. Un juge de Tazart a condamné lundi deux gardiens de la prison de Mornala.", "court", "Tazart"),
        ("es", "Dos mil personas protestaron ayer contra el regreso de Managua.", "protest", None),
        ("fr", "Le ministre Duarte Nogueira a regagné Lisbonne mercredi soir.", "departure", "Lisbonne"),
    ],
)  # fmt: skip
def test_an_office_says_where_and_whom_one_protests_against_does_not(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Thousands protested on Monday against the war in Gaza.", "protest", None),
        ("en", "Thousands protested in Belford on Monday against the war in Gaza.", "protest", "Belford"),
        ("en", "Thousands protested against the fuel bill in Belford on Monday.", "protest", "Belford"),
        ("fr", "Karim Rachid a rencontré mardi Saïd Bennani pour discuter de la situation à Gaza.", "meeting", None),
        ("fr", "Le Parlement a approuvé mardi la construction d'une usine à Tazart.", "approval", None),
        ("ar", "وقعت الوزارة وشركة أورفالا أمس عقدا لبناء مصنع في تازرت.", "signing", None),
        ("ar", "تظاهر الآلاف أمس في الرباط ضد الحرب في غزة.", "protest", "الرباط"),
        ("ar", "اجتمع الوزير كمال راشد أمس بنظيره سعيد بناني لبحث الوضع في غزة.", "meeting", None),
        ("en", "They put their names to a settlement in a courtyard at Belford on Monday.", "signing", "Belford"),
    ],
)  # fmt: skip
def test_where_what_one_speaks_of_goes_on_is_not_where_one_speaks(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("ar", "ارتفعت حصيلة انقلاب الشاحنة قرب غرداية إلى ثلاثة قتلى، بعدما لفظ سائقها أنفاسه الأخيرة ليلة السبت بمستشفى المنيعة.", "death", "مستشفى المنيعة"),
        ("en", "The boss, Salim Kharrat, flew in from Muscat on Thursday.", "visit", None),
        ("en", "The regulator froze the award to Dakar's Teranga Handling on 18 October.", "suspension", None),
    ],
)  # fmt: skip
def test_a_house_behind_the_verb_is_nearer_than_a_place_before_it_and_an_origin_is_no_place(
    language, text, kind, place
):
    page = reading(text, language)
    assert place in {
        None if e.place is None else page.mentions[e.place].text for e in page.events if e.kind == kind and not e.bare
    }
