"""Roads that are called by a number, and numbers behind a road that only count."""

from __future__ import annotations

import pytest

from test_event_parts import where
from test_kinds import reading


def places(text: str, language: str) -> list[str]:
    return [m.text for m in reading(text, language).mentions if m.kind == "place"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "Los camioneros cortan desde el lunes la ruta 3.", ["ruta 3"]),
        ("es", "Ayer bloquearon la carretera N-340 y la ruta nacional n.º 9.", ["carretera N-340", "ruta nacional n.º 9"]),
        ("fr", "Les enseignants ont bloqué lundi la route nationale 9.", ["route nationale 9"]),
        ("en", "Youths blocked Highway 5 on Monday.", ["Highway 5"]),
        ("ar", "أغلق التجار أمس الطريق الوطنية رقم 1 طيلة ساعتين.", ["الطريق الوطنية رقم 1"]),
        ("es", "La carretera 3 kilómetros más al sur sigue abierta.", []),
        ("fr", "Sur cette route 12 personnes sont mortes.", []),
        ("en", "They blocked the road 3 times on Monday.", []),
        ("en", "Road 2023 will be better.", []),
        ("ar", "وقطع السكان أمس الطريق 3 ساعات.", []),
    ],
)  # fmt: skip
def test_a_number_names_a_road(language, text, found):
    assert places(text, language) == found


def test_a_road_that_is_blocked_is_where_that_was():
    assert (
        where("أغلق مئات التجار، أمس الأحد، الطريق الوطنية رقم 1 طيلة ساعتين.", "ar", "protest")
        == "الطريق الوطنية رقم 1"
    )
