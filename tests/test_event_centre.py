"""Of whom a text goes on: whom an order is about, who "had been sacked", whom a silent subject means, and what a sentence of long ago does not date."""

from __future__ import annotations

import pytest

from test_event_parts import reading, who

HELD = {
    "en": "Police arrested the former mayor Fermin Aguado on Monday. Judge Pilar Anso questioned him for three hours and ordered his detention. ",
    "fr": "La police a arrêté lundi l’ancien maire Fermin Aguado. La juge Pilar Anso l’a entendu trois heures et a ordonné son placement en détention. ",
    "es": "La Guardia Civil detuvo el lunes al exalcalde Fermín Aguado. La jueza Pilar Ansó le tomó declaración tres horas y decretó su ingreso en prisión. ",
    "ar": "أوقفت الشرطة القضائية الاثنين رئيس البلدية السابق فريد معلم. واستمعت إليه القاضية سعاد بلحاج ثلاث ساعات وأمرت بإيداعه السجن. ",
}  # fmt: skip
MAYOR = {"en": "Fermin Aguado", "fr": "Fermin Aguado", "es": "Fermín Aguado", "ar": "فريد معلم"}
JUDGE = {"en": "Pilar Anso", "fr": "Pilar Anso", "es": "Pilar Ansó", "ar": "سعاد بلحاج"}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_an_order_is_of_whom_things_were_done_to_before(language: str) -> None:
    page = reading(HELD[language], language)
    told = [e for e in page.events if e.kind == "arrest" and e.trigger.start > HELD[language].index(JUDGE[language])]
    assert told
    assert MAYOR[language] in {page.mentions[t.mention].text for e in told for t in e.participants}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He had been sacked in 2021."),
        ("fr", "Il avait été révoqué en 2021."),
        ("es", "Había sido destituido en 2021."),
        ("ar", "وكان قد أقيل من منصبه عام 2021."),
    ],
)
def test_who_had_been_sacked_is_who_was_questioned_and_not_who_asked(language: str, text: str) -> None:
    assert who(HELD[language] + text, language, "departure") == {MAYOR[language]}


def test_whom_an_arabic_verb_of_meeting_has_alone_behind_it_is_met_by_who_was_named_before() -> None:
    text = (
        "من المقرر أن يزور وزير الطاقة القطري سعد الكعبي صحار يوم الأربعاء حيث يلتقي رئيس السلطة نايف الفايز ويوقع معه مذكرة تفاهم. "
        "وسيتوجه بعد ذلك إلى الرياض."
    )
    assert who(text, "ar", "meeting") == {"سعد الكعبي", "نايف الفايز"}
    assert "نايف الفايز" not in who(text, "ar", "visit")


def test_an_arabic_verb_of_meeting_with_its_guest_behind_keeps_its_subject() -> None:
    assert who("والتقى الوزير سعد الكعبي أمس في مسقط نظيره العماني سالم العوفي.", "ar", "meeting") >= {
        "سعد الكعبي",
        "سالم العوفي",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il avait succédé en 2019 à Farid Attia, mort d'une crise cardiaque."),
        ("es", "Había sustituido en 2019 a Farid Attia, muerto de un infarto."),
    ],
)
def test_who_died_long_ago_did_not_die_on_the_day_of_the_page(language: str, text: str) -> None:
    page = reading("Adel Chakroun a nié. " * (language == "fr") + text, language)
    assert all(e.date is None or e.date.start.year < 2020 for e in page.events if e.kind == "death")


def test_a_noun_behind_a_preposition_and_who_closes_the_words_carry_no_other_noun() -> None:
    text = (
        "Le ministre Hery Rakoto a reçu lundi à Tananarive le ministre Said Bacar. Les deux responsables se sont félicités d'une collaboration "
        "prometteuse en termes d'échange d'expertise, conclut le communiqué."
    )
    assert not [e for e in reading(text, "fr").events if e.kind == "inquiry" and not e.bare]


def test_the_family_name_alone_is_not_of_his_wife() -> None:
    text = (
        "A judge on Friday sentenced former minister Robin Chirwa to six years in prison. His wife, Esther Chirwa, was acquitted. "
        "Chirwa was arrested in October 2022."
    )
    page = reading(text, "en")
    last = next(m for m in page.mentions if m.start > text.index("acquitted") and m.kind == "person")
    assert [page.mentions[i].text for i in last.refers] == ["Robin Chirwa"]


def test_two_brothers_keep_the_family_name_alone_open() -> None:
    text = "Robin Chirwa met Esther Chirwa in Zomba on Friday. Chirwa was arrested in October 2022."
    page = reading(text, "en")
    last = next(m for m in page.mentions if m.start > text.index("Friday") and m.kind == "person")
    assert not last.refers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El jugador Anas Rouissi firmó un contrato con el Galerna hasta 2028 y será presentado el martes en Saja.",
        ),
        (
            "en",
            "The player Anas Rouissi signed a contract with Galerna until 2028 and will be presented on Tuesday in Saja.",
        ),
    ],
)
def test_the_day_of_the_next_verb_is_not_that_of_the_one_before(language: str, text: str) -> None:
    page = reading(text, language)
    told = [e for e in page.events if e.status == "happened" and not e.bare]
    assert told
    assert all(e.date is None or (e.assumed and e.date.start.isoformat() == "2024-05-14") for e in told)


def test_whom_he_had_sacked_a_month_before_was_not_sacked_on_the_day_of_the_page() -> None:
    text = "President Moses Kalua, who sacked Robin Chirwa a month before his arrest, declined to comment."
    assert [e.date for e in reading(text, "en").events if e.kind == "departure"] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agreement provides for the construction of a terminal in Nador."),
        ("ar", "وتنص الاتفاقية على إنشاء محطة شمسية قرب معان."),
        ("es", "El acuerdo contempla la construcción de una terminal en Nador."),
    ],
)
def test_what_an_agreement_provides_for_has_not_been_built(language: str, text: str) -> None:
    assert all(e.status == "planned" or e.bare for e in reading(text, language).events if e.kind == "construction")
