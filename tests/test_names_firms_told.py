"""Firms by the apposition they stand in, by the row behind one word for them, and by what their last word says they do."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def names(language: str, text: str) -> set[tuple[str, str]]:
    """Return kind and words of the names of a text alone on its page."""
    article = Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    return {(m.kind, m.text) for m in annotate(article).mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        ("en", "Calloway Leasing, the Lagos-based carrier that hired the crew, denied it.", "Calloway Leasing"),
        ("en", "Tobruk Jetlease, the Nairobi firm whose jet stood idle, is silent.", "Tobruk Jetlease"),
        ("en", "His cousin, who owned Tamrit Shipping, left for Dubai.", "Tamrit Shipping"),
        ("fr", "L'autre agence suspendue, Al-Hadra Tours, a saisi hier le tribunal.", "Al-Hadra Tours"),
        ("fr", "La seconde compagnie mise en cause, Sahel Voyages, a fait appel.", "Sahel Voyages"),
        ("es", "La otra empresa sancionada, Andes Cargo, recurrirá el fallo.", "Andes Cargo"),
        ("es", "El contrato se firmó con Altiplano Rent, una firma de Oruro dedicada al alquiler.", "Altiplano Rent"),
    ],
)
def test_an_apposition_tells_a_firm(language: str, text: str, firm: str) -> None:
    assert ("organization", firm) in names(language, text)


def test_a_town_that_a_firm_is_called_after_is_the_firm_before_its_boss() -> None:
    text = "Tobruk Jetlease, the Nairobi firm whose jet stood idle, is silent. Tobruk chief executive Grace Achieng resigned."
    assert ("organization", "Tobruk") in names("en", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Its producer, Sidi Lamine Baye, rejected the claim."),
        ("en", "Mary Okafor, the trader whose stall burned, wept."),
        (
            "fr",
            "L'autre blessé, Karim Belaïd, est sorti de l'hôpital. À Kidira, la société publique de transport a repris.",
        ),
        ("es", "El otro armador, Sidi Lamine Baye, lo niega. En Tarifa, la empresa pública reanudó el servicio."),
    ],
)
def test_a_person_or_a_town_in_such_a_place_is_no_firm(language: str, text: str) -> None:
    assert not [name for kind, name in names(language, text) if kind == "organization"]


@pytest.mark.parametrize(
    ("language", "text", "firms"),
    [
        (
            "ar",
            'أوقفت الوزارة نشاط وكالتي السفر "درة للأسفار" و"الواحة تورز" لمدة سنة.',
            {"درة للأسفار", "الواحة تورز"},
        ),
        ("ar", "أغلقت السلطات صحيفتي «الضياء» و«المنبر الحر» أمس.", {"الضياء", "المنبر الحر"}),
        ("en", "The airlines Kestrel and Sahel Wings were fined.", {"Kestrel", "Sahel Wings"}),
        ("fr", "Les agences de voyages « Zahrat » et « Manara Tours » ferment.", {"Zahrat", "Manara Tours"}),
        ("es", "Las empresas Lumbral y Tesalia Gas recurrieron.", {"Lumbral", "Tesalia Gas"}),
    ],
)
def test_one_word_tells_the_firms_of_a_row(language: str, text: str, firms: set[str]) -> None:
    assert {("organization", f) for f in firms} <= names(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", 'وقالت الوكالات "لا نقبل" و"لن نقبل" بهذا.'),
        ("en", "The companies said Monday and Tuesday were lost. The banks of Niger and Mali closed."),
        ("es", "Las bodegas de Chile y Argentina cierran."),
    ],
)
def test_sayings_days_and_states_behind_such_a_word_are_no_firms(language: str, text: str) -> None:
    assert not [name for kind, name in names(language, text) if kind == "organization"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("es", "Doce personas murieron en la comarca iraquí de Jan al Marwa el domingo.", "Jan al Marwa"),
        ("fr", "Un sceau de la bibliothèque de Hillat al-Nassaj a été retrouvé.", "Hillat al-Nassaj"),
        ("en", "The books were taken from the library of Hillat al-Nassaj in 2014.", "Hillat al-Nassaj"),
        ("en", "Soldiers took the oasis of Bir Hamdan at dawn.", "Bir Hamdan"),
    ],
)
def test_what_a_district_or_a_house_is_of_is_a_place(language: str, text: str, place: str) -> None:
    assert ("place", place) in names(language, text)


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en", "The Kenya Galley and Cabin Union on Wednesday called off a strike.", "Kenya Galley and Cabin Union"),
        (
            "en",
            "The National Fisheries and Aquaculture Authority banned nets.",
            "National Fisheries and Aquaculture Authority",
        ),
        ("fr", "Le ministère des Ressources en eau fait état de pluies.", "ministère des Ressources en eau"),
        ("fr", "Le ministère de l'Agriculture en tournée a promis de l'aide.", "ministère de l'Agriculture"),
        ("en", "The Red Cross and the Farmers Union sent help.", "Red Cross"),
    ],
)
def test_a_field_of_two_halves_stays_whole(language: str, text: str, body: str) -> None:
    assert ("organization", body) in names(language, text)


def test_pape_is_a_given_name_in_the_sahel_and_a_title_behind_an_article() -> None:
    assert ("person", "Pape Malick Sarr") in names("fr", "Tout va bien, assure Pape Malick Sarr, du syndicat.")
    assert ("person", "Pape Jean Paul") not in names("fr", "Le Pape Jean Paul a prié longtemps.")


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The motion was tabled by the member for Oodlane, Sahra Ateye.", "Oodlane"),
        ("es", "La diputada por Ancoa, Rosa Millapán, votó en contra.", "Ancoa"),
        ("fr", "Le député de Tabrika s'est abstenu.", "Tabrika"),
        ("ar", "وشيع مئات من أهالي صيرم جثمان البحار.", "صيرم"),
    ],
)
def test_who_is_elected_somewhere_or_lives_there_tells_a_place(language: str, text: str, place: str) -> None:
    assert ("place", place) in names(language, text)


def test_a_field_or_an_office_that_somebody_stands_for_is_no_place() -> None:
    found = names("en", "He is a candidate for President and the deputy for Finance.")
    assert not [name for kind, name in found if kind == "place"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وطالب نقيب البحارة عوض بن شملان بتعويض قدره خمسون ألفا.", "عوض بن شملان"),
        ("وقال مالك السنبوق علي سعيد باوزير إن الجرافة كانت على الرصيف.", "علي سعيد باوزير"),
        ("وشيع الأهالي جثمان البحار الشاب أنيس سالم عوض من تحت الرصيف.", "أنيس سالم عوض"),
        ("وأكد أحمد سالم عوض الشركة عن الخسائر.", "أحمد سالم"),
        ("وقال محمد سعيد أمام اللجنة إن المباراة انتهت.", "محمد سعيد"),
    ],
)
def test_an_arabic_name_of_three_is_whole_and_takes_no_word_of_the_sentence(text: str, person: str) -> None:
    assert ("person", person) in names("ar", text)
