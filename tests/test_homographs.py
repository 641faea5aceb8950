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
