"""Places that only the noun or the preposition before them gives away, and places lent by what was told right before."""

from __future__ import annotations

import pytest

from test_event_parts import where


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
