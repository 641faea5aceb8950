"""A form that a commoner word is spelt like tells no event, though the verb does in its other forms."""

from __future__ import annotations

import pytest
from tests.test_kinds import told

ALIKE = [
    (
        "es",
        "attack",
        "Una congregación de Valdemora que vivía cerca compró el edificio el lunes.",
        "El ejército cercó la ciudad de Valdemora el lunes.",
    ),
    (
        "es",
        "departure",
        "Elena Prado tratará el lunes cada asunto como un punto aparte en Valdemora.",
        "Apartaron el lunes a Elena Prado de la dirección del centro de Valdemora.",
    ),
    (
        "ar",
        "competition",
        "توجه هشام العلوي شمالا إلى الرملة يوم الاثنين.",
        "توج هشام العلوي بطلا في الرملة يوم الاثنين.",
    ),
    (
        "ar",
        "attack",
        "قال هشام العلوي يوم الاثنين: أردت مشاهدة العرض في الرملة.",
        "أردى مسلح هشام العلوي قتيلا في الرملة يوم الاثنين.",
    ),
    (
        "ar",
        "suspension",
        "نشرت بلدية الرملة يوم الاثنين آخر برنامج للحفلات.",
        "أخرت بلدية الرملة يوم الاثنين أشغال الجسر.",
    ),
    (
        "ar",
        "aid",
        "ويعد الفريق الوحيد الذي قدم مساعدات في الرملة كل سنة.",
        "وعدت بلدية الرملة يوم الاثنين بمساعدات للمتضررين.",
    ),
    (
        "ar",
        "demand",
        "التقى طالبا المعهد هشام العلوي في الرملة يوم الاثنين.",
        "طالب سكان الرملة يوم الاثنين باستقالة هشام العلوي.",
    ),
]


@pytest.mark.parametrize(("language", "kind", "alike", "_verb"), ALIKE)
def test_a_word_spelt_like_a_verb_tells_nothing(language, kind, alike, _verb):
    assert told(alike, language, kind) == set()


@pytest.mark.parametrize(("language", "kind", "_alike", "verb"), ALIKE)
def test_the_verb_in_its_other_forms_tells_it(language, kind, _alike, verb):
    assert told(verb, language, kind)


AMOUNTS = [
    ("es", "El río llegó a 4 metros en Valdemora el lunes.", "La ministra Elena Prado llegó a Valdemora el lunes."),
    ("ar", "وصل الوادي إلى 4 أمتار في الرملة يوم الاثنين.", "وصل الوزير هشام العلوي إلى الرملة يوم الاثنين."),
    (
        "en",
        "The total came to 40 in Corley on Monday, Dora Finch said.",
        "Minister Dora Finch came to Corley on Monday.",
    ),
]


@pytest.mark.parametrize(("language", "amount", "place"), AMOUNTS)
def test_what_comes_to_an_amount_visits_no_place(language, amount, place):
    assert told(amount, language, "visit") == set()
    assert told(place, language, "visit")


def test_a_lone_comma_parts_a_verb_from_the_words_of_the_next():
    assert told("حكم هشام العلوي الرملة خمس عشرة سنة فقط، ويدل ذلك على قصر عهده.", "ar", "court") == set()
    assert told("حكم القاضي، يوم الاثنين، على هشام العلوي بالسجن خمس سنوات في الرملة.", "ar", "court")
