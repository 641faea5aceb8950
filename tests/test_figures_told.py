"""Numbers whose noun or currency stands elsewhere: behind a comma, in the sentence before, in the verb, in a dual."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def figures(language: str, text: str) -> list[tuple[float, str, str]]:
    article = Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    return [(f.value, f.unit, text[f.start : f.end]) for f in annotate(article).figures]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Les grévistes, environ 400 d'après nos constatations, ont bloqué le port.", (400, "people", "400")),
        ("es", "Los huelguistas, unos 300 según el sindicato, cortaron la vía.", (300, "people", "300")),
        ("ar", "وتجمع المحتجون، نحو 300 بحسب الشرطة، أمام المقر.", (300, "people", "300")),
        ("en", "The roof of the hall had fallen in and hurt six. It was raining.", (6, "people", "six")),
        ("ar", "انهار الجدار وجرح تسعة، حسب الشهود.", (9, "people", "تسعة")),
        ("fr", "Des pierres ont été lancées. Deux d'entre eux ont été interpellés.", (2, "people", "Deux")),
        ("en", "The trawler and her crew of eight have been held since Thursday.", (8, "people", "eight")),
        ("ar", "وكان عاملان قد أصيبا بجروح مساء الثلاثاء في انهيار سقالة.", (2, "people", "عاملان")),
        ("ar", "وأصيب مشجعين اثنين بجروح بعد المباراة.", (2, "people", "مشجعين اثنين")),
        ("fr", "Une trentaine d'antiquaires ont fermé boutique.", (30, "people", "Une trentaine d'antiquaires")),
    ],
)
def test_a_number_of_people_is_read_where_their_noun_stands_elsewhere(
    language: str, text: str, found: tuple[float, str, str]
) -> None:
    assert found in figures(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The suspects, 34 and 28, were brothers. The victim, 41, was a baker."),
        ("en", "She died in 2019 and was buried at 82."),
        ("ar", "افتتح سلطان عمان مهرجان المسرح في ظفار."),
        ("es", "Los artefactos incendiarios y los tres centros universitarios quedaron vacíos."),
    ],
)
def test_ages_years_and_words_that_end_like_a_dual_count_nobody(language: str, text: str) -> None:
    assert not [f for f in figures(language, text) if f[1] == "people"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "El canon era de 35 millones de euros. No hubo acuerdo. La terminal ha costado 61 millones.", (61e6, "EUR", "61 millones")),
        ("es", "Pagó 3 millones de euros en mayo. Reclama además 1,4 millones de indemnización.", (1.4e6, "EUR", "1,4 millones")),
        ("en", "The work is worth 4.6 million euros. The ministry gives the price as 5.2 million.", (5.2e6, "EUR", "5.2 million")),
    ],
)  # fmt: skip
def test_millions_beside_a_price_are_of_the_currency_the_page_printed_last(
    language: str, text: str, found: tuple[float, str, str]
) -> None:
    assert found in figures(language, text)


def test_millions_beside_no_price_stay_bare() -> None:
    text = "The bank lent 4 million euros. It rained. The song was played 12 million times. The film drew 9 million."
    assert [f[0] for f in figures("en", text) if f[1] == "EUR"] == [4e6]
