"""Squares, streets and bridges printed small at their head: found, and where what is told there was."""

from __future__ import annotations

import pytest

from test_event_parts import reading, where, who


def names(text: str, language: str) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in reading(text, language).mentions}


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("es", "Cientos de personas se concentraron ayer en la plaza de la Merced.", "protest", "plaza de la Merced"),
        ("es", "Los huelguistas tomaron ayer por seis horas el puente Wari.", "protest", "puente Wari"),
        ("es", "Miles de estudiantes marcharon ayer por la avenida Bolívar.", "protest", "avenida Bolívar"),
        ("fr", "Des centaines de personas ont manifesté hier place de la République.", "protest", "place de la République"),
        ("fr", "Une explosion a fait deux morts hier rue des Tanneurs.", "disaster", "rue des Tanneurs"),
        ("fr", "Une bombe a explosé mardi sur la place du 7-Novembre.", "attack", "place du 7-Novembre"),
        ("ar", "تجمع مئات المحتجين أمس في ساحة مولاي المهدي.", "protest", "ساحة مولاي المهدي"),
        ("ar", "اعتصم العمال أمس في شارع الحبيب بورقيبة.", "protest", "شارع الحبيب بورقيبة"),
        ("ar", "تجمع المئات أمس في ساحة 14 يناير.", "protest", "ساحة 14 يناير"),
        ("fr", "Devant l'hôtel Al Manar, une cinquantaine de femmes ont brandi mercredi les photos de leurs fils.", "protest", "hôtel Al Manar"),
        ("es", "El presidente recibió ayer a la delegación en el palacio de La Moneda.", "meeting", "palacio de La Moneda"),
        ("ar", "تجمع العشرات أمس أمام قصر العدل.", "protest", "قصر العدل"),
        ("ar", "شهدت صفاقس أمس مسيرة حاشدة.", "protest", "صفاقس"),
        ("en", "The mayor of Belford, Ruth Calloway, visited the burnt school on Monday.", "visit", "Belford"),
    ],
)  # fmt: skip
def test_a_street_with_a_name_of_its_own_is_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a pris hier la place de Karim Belhaj à la tête du parti."),
        ("fr", "À la place du Conseil, le maire a signé hier un accord."),
        ("fr", "Le préfet a annoncé hier la création de 300 places à Lyon."),
        ("es", "El ministro obtuvo ayer la plaza de médico en Quito."),
        ("es", "Cientos de personas marcharon ayer por las calles de Quito."),
        ("ar", "اندلعت مواجهات أمس في ساحة المعركة بين الجيشين."),
        ("ar", "وقع انفجار أمس في شارع المدينة الرئيسي."),
        ("ar", "انتقل الوزير إلى ساحة القتال."),
        ("ar", "توفي أمس رجل يعاني من قصر النظر."),
        ("fr", "L'accord a été signé mardi dans un hôtel de Tunis."),
        ("es", "El festival se celebró el sábado en la plaza de la Virgen de Valencia."),
    ],
)
def test_what_only_looks_like_a_street_is_none(language, text):
    heads = ("place", "plaza", "calle", "hôtel", "ساحة", "شارع", "قصر")
    found = {n for kind, n in names(text, language) if kind == "place" and n.startswith(heads)}
    assert found <= {"plaza de la Virgen"}


def test_nobody_is_a_street_or_a_palace():
    assert who("Le ministre Karim Sassi a reçu mercredi Omar Sy au palais de Carthage.", "fr", "meeting") == {
        "Karim Sassi",
        "Omar Sy",
    }
    assert where("The mayor of Belford, Ruth Calloway, met the president on Monday.", "en", "meeting") is None
    assert not who("Miles de estudiantes marcharon ayer por la avenida Bolívar.", "es", "protest")


def test_a_particle_before_a_word_that_opens_names_of_towns_is_no_part_of_them():
    assert ("place", "وادي شرارة") in names("وقع الحادث أمس بوادي شرارة وأسفر عن مقتل شخصين.", "ar")
    assert ("person", "فؤاد المرزوقي") in names("قال أمين الاتحاد فؤاد المرزوقي إن الإضراب مستمر.", "ar")
