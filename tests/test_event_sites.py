"""Places that only the noun or the preposition before them gives away, and places lent by what was told right before."""

from __future__ import annotations

import pytest

from test_event_parts import where
from test_kinds import reading


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("fr", "Trois corps ont été repêchés en aval de Tafzoult dimanche.", "death", "Tafzoult"),
        ("fr", "Un incendie a ravagé mardi le dépôt de la coopérative de Kembolo.", "disaster", "Kembolo"),
        ("en", "Two bodies were recovered downstream of Tafzoult on Sunday.", "death", "Tafzoult"),
        ("en", "Villagers from Loudega blocked the road to the mine on Tuesday.", "protest", "Loudega"),
        ("es", "La policía aprehendió en la comunidad de Vilaroca a cinco comuneros el viernes.", "arrest", "Vilaroca"),
        ("ar", "اندلع حريق في مصنع للورق بدائرة العلمة يوم السبت.", "disaster", "العلمة"),
    ],
)
def test_a_place_is_told_by_the_noun_or_the_preposition_before_it(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Hundreds marched in Belford on Monday. Two buses were set on fire on Monday evening.", "attack", "Belford"),
        ("en", "Hundreds marched in Belford on Monday. The minister resigned on Monday.", "departure", None),
        ("en", "Hundreds marched in Belford on Monday. A bus overturned on Tuesday.", "disaster", None),
    ],
)  # fmt: skip
def test_what_took_place_on_the_same_day_right_behind_is_there_and_what_is_decided_elsewhere_is_not(
    language, text, kind, place
):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("ar", "اندلع حريق أمس بمصفاة عين الشمع. وكانت المصفاة قد شهدت حريقا في غشت 2009 خلف قتيلا.", "death", "عين الشمع"),
        ("fr", "La ministre a visité lundi l'usine de Tizgrine. L'usine avait connu en 2009 un incendie.", "disaster", "Tizgrine"),
        ("es", "Ayer cerró la fábrica de Torrelunga. La fábrica había sufrido un incendio en 2009.", "disaster", "Torrelunga"),
        ("en", "The minister visited Talling on Monday. In 2009 the country had suffered a flood.", "disaster", None),
    ],
)  # fmt: skip
def test_a_spot_that_has_seen_something_is_where_it_was(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le mémorandum a été signé mercredi par Mme Diallo et par l'ambassadeur du royaume à Praia, Younes Kabbaj.", None),
        ("Le mémorandum a été signé mercredi à Praia par Mme Diallo et par l'ambassadeur Younes Kabbaj.", "Praia"),
    ],
)  # fmt: skip
def test_where_somebody_is_posted_by_whom_a_thing_is_done_is_not_where_that_was(text, place):
    assert where(text, "fr", "signing") == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "The summit in Talling began on Monday. Gabon walked out of the summit on Tuesday.", "protest", "Talling"),
        ("fr", "Le sommet s'est ouvert lundi à Tizgrine. En marge du sommet, Ali Sow a signé mercredi un accord avec le Ghana.", "signing", "Tizgrine"),
        ("es", "La cumbre comenzó el lunes en Torrelunga. Al margen de la cumbre, Ana Gil firmó ayer un convenio con Ghana.", "signing", "Torrelunga"),
        ("ar", "انطلقت الاثنين قمة التونة بمراكش. ووقع سالم بن علي، أمس الأربعاء، على هامش القمة، اتفاقية مع غانا.", "signing", "مراكش"),
        ("en", "The summit in Talling began on Monday. Ali Hassan will prepare a summit on Tuesday and resigned on Wednesday.", "departure", None),
        ("en", "The mill at Talling burnt on Monday. Ali Hassan opened a mill on Tuesday.", "opening", None),
    ],
)  # fmt: skip
def test_what_is_done_at_a_gathering_is_where_that_is(language, text, kind, place):
    assert where(text, language, kind) == place


def test_whoever_denies_or_condemns_what_happened_somewhere_is_not_there():
    assert where("Le ministre Ali Sow a démenti lundi l'arrêt des travaux à Tizgrine.", "fr", "rejection") is None


def test_who_is_held_and_charged_in_one_breath_is_charged_where_he_was_held():
    text = "أوقفت الشرطة في سطيف، أول أمس الخميس، المدير فريد قلاتي، ووضعته تحت الرقابة القضائية."
    assert where(text, "ar", "court") == "سطيف"


def test_behind_the_police_of_a_town_stands_whom_they_arrest():
    page = reading("أوقفت شرطة سوهاج مدير المحطة سعيد الجمالي فجر أمس.", "ar")
    arrest = next(e for e in page.events if e.kind == "arrest")
    assert [(page.mentions[t.mention].text, t.role) for t in arrest.participants] == [("سعيد الجمالي", "target")]
    assert where("أوقفت شرطة سوهاج مدير المحطة سعيد الجمالي فجر أمس.", "ar", "arrest") == "سوهاج"
