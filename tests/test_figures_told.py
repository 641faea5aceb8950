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


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ar", "وسلمت ليبيا 31 تونسيا مقابل 19 ليبيا كانوا محتجزين.", [31, 19]),
        ("fr", "L'échange a porté sur 27 Tunisiens et trois Maliens.", [27, 3]),
        ("es", "La avalancha sepultó a tres chilenos y a dos peruanos.", [3, 2]),
        ("en", "Two Kenyans were held; 14 Portuguese lorries and 12 Swiss banks were not.", [2]),
        ("es", "El sepelio de siete de las víctimas se hará mañana; son 31 los atrapados.", [7, 31]),
        ("en", "One of the miners spoke; three of the miners did not.", [3]),
        ("es", "Murieron ocho mineros y otros 23 siguen atrapados.", [8, 23]),
        ("es", "Compró cinco melones y otros 23 en la feria.", []),
    ],
)
def test_people_are_told_by_their_nation_as_part_of_some_and_as_the_others(
    language: str, text: str, found: list[int]
) -> None:
    assert [v for v, unit, _ in figures(language, text) if unit == "people"] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Le bilan est passé de cinq à sept morts mercredi.", [7]),
        ("en", "The toll rose from 14 to 19 dead on Monday.", [19]),
        ("ar", "ارتفعت الحصيلة من خمسة إلى سبعة قتلى.", [7]),
        ("es", "El balance pasó de ocho a once muertos.", [11]),
        ("es", "Había de 20 a 30 personas en el salón.", [(20, 30)]),
        ("fr", "Entre 20 et 30 personnes attendaient.", [(20, 30)]),
    ],
)
def test_what_rose_from_one_number_to_another_is_the_other_and_no_range(
    language: str, text: str, found: list[object]
) -> None:
    assert [v for v, unit, _ in figures(language, text) if unit == "people"] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Les quatorze marins du Bel Espoir ont été relâchés samedi.", (14, "people")),
        ("es", "El patrón volvió a casa con sus quince compañeros.", (15, "people")),
        ("en", "The fourteen sailors of the Bright Hope were freed on Saturday.", (14, "people")),
        ("es", "Con él, los fallecidos son ya siete.", (7, "people")),
        ("es", "La alcaldesa no lo acepta: «Los que faltan son 48».", (48, "people")),
        ("ar", "ويقول عمدة القرية إن المفقودين كثر: «المفقودون تسعة عشر».", (19, "people")),
        ("ar", "قطع نحو ستمئة من أهالي الحي طريق الميناء.", (600, "people")),
        ("en", "Bus drivers marched on Tuesday. Organisers counted 900 of them.", (900, "people")),
    ],
)
def test_a_dozen_are_counted_though_the_page_points_at_them(language: str, text: str, found: tuple[float, str]) -> None:
    assert found in [f[:2] for f in figures(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The three ministers met the two envoys, and the five judges agreed."),
        ("fr", "Les trois ministres ont reçu les deux émissaires."),
        ("es", "Los tres ministros recibieron a los dos enviados."),
        ("ar", "استقبل الوزراء الثلاثة المبعوثين."),
    ],
)
def test_few_people_pointed_at_were_named_before(language: str, text: str) -> None:
    assert not figures(language, text)
