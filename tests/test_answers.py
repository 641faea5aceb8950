"""A bare number answers the one before it where somebody stands for it; a page sets the two against each other."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.languages import LANGUAGES, table
from isnad.languages.voices import voices
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.link.things import done_of
from isnad.model import Page, Reading
from isnad.text import fold_key, tokens


def reading_of(text: str) -> Reading:
    """The reading of a page of one paragraph."""
    return annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))


def rivals(text: str) -> list[tuple[float, float, str]]:
    """The pairs of numbers that a page sets against each other, with their unit."""
    reading = reading_of(text)
    roles = [*roles_of(reading), *(done_of(reading, f) for f in reading.counts)]
    pairs = Rivals(reading, roles).pairs()
    numbers = [f for f in reading.numbers if not isinstance(f.value, tuple)]
    return [
        (numbers[i].value, numbers[j].value, numbers[i].unit) for i, js in pairs.items() for j in sorted(js) if i < j
    ]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("D'après les gendarmes, six voitures ont été ensevelies sur la route du col ; les chauffeurs de taxi, eux, en dénombrent onze.", (6, 11, "vehicles")),
        ("La grève a cloué au sol 46 vols lundi, affirme la centrale. L'Office des aéroports, lui, n'en recense que 17.", (46, 17, "flights")),
        ("La obra del puerto costó 340.000 euros, según el ayuntamiento; la oposición eleva la factura a 520.000.", (340000, 520000, "EUR")),
        ("Al capataz de la finca se le acusa de cobrar 8.000 dólares de los ganaderos; él solo admite 3.000.", (8000, 3000, "USD")),
        ("The coach was doing 110 kilometres an hour when it left the road, police said; the driver put his speed at 70.", (110, 70, "km/h")),
        ("The port log says she was carrying 8,400 sheep that day. The invoice of the exporter, which we have seen, says 9,100.", (8400, 9100, "head")),
        ("The Red Cross, which escorted the buses, counted 38 prisoners. A spokesman of the government stuck to the 42 agreed.", (38, 42, "people")),
        ("وكان قاطعو الطريق 120 شخصا في رواية الشرطة و600 في رواية المنظمين، ولم يصب أحد منهم.", (120, 600, "people")),
        ("اعتصم الطلاب أمام السفارة يوم الاثنين: أربعون طالبا وفقا لاتحادهم، وخمسة عشر «لا غير» وفقا للسفير.", (40, 15, "people")),
        ("أكد المجلس البلدي في بيان أنه أزال 41 محلا آيلا للسقوط، بينما يقول التجار إن الجرافات سوت بالأرض 63 محلا.", (41, 63, "shops")),
        ("اتهم المدير بقبض 15 ألف دولار من التجار قبل العيد. وأقر، بحسب إذاعة محلية، بعشرة آلاف لا غير.", (15000, 10000, "USD")),
    ],
)  # fmt: skip
def test_a_bare_number_that_somebody_stands_for_answers_the_one_before(
    text: str, pair: tuple[float, float, str]
) -> None:
    assert pair in rivals(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company offers $1.2 million in all to the families; their lawyer, who spoke on Monday, wants five million.",
        "The ministry counted 40 fires in 2019 across the valley, and 75 in 2023, according to its own register.",
        "Vingt et une personnes restent portées disparues sur quelque 150 passagers, selon la protection civile.",
        "El sindicato pide 900 euros por obrero y la empresa ofrece 400, según una nota difundida el lunes.",
        "أسفر التدافع عن إصابة 31 مشجعا، نقل أربعة منهم إلى المستشفى، وفق ما أعلنته مديرية الدفاع المدني.",
        "رفعت الحكومة سعر الخبز بنسبة 20 في المئة يوم الأحد. وارتفعت أسعار الدقيق بنسبة 12 في المئة خلال عام.",
    ],
)
def test_what_is_asked_for_a_part_or_another_year_answers_nothing(text: str) -> None:
    assert rivals(text) == []


def test_an_answer_has_the_unit_of_what_it_answers_and_cites_its_own_words() -> None:
    reading = reading_of("La obra costó 340.000 euros, según el ayuntamiento; la oposición eleva la factura a 520.000.")
    answer = reading.figures[-1]
    assert (answer.text, answer.value, answer.unit) == ("520.000", 520000, "EUR")
    assert reading.article.text[answer.start : answer.end] == "520.000"


def test_years_and_scores_answer_nothing() -> None:
    reading = reading_of(
        "The club sold 4,000 tickets, the union says. The stand was built in 1987, according to the council."
    )
    assert [f.value for f in reading.numbers] == [4000]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_brings_every_sort_of_voice(language: str) -> None:
    assert table(language, "voices").keys() == table("en", "voices").keys()


def test_a_beginning_takes_any_ending_and_an_arabic_turn_its_conjunction() -> None:
    def at(language: str, sort: str, text: str) -> int:
        return voices(language).at(sort, [fold_key(t.text) for t in tokens(text)], 0)

    assert at("fr", "says", "affirmèrent") == 1
    assert at("fr", "attributed", "d'après eux") == 2
    assert at("ar", "says", "وأكدت") == 1
    assert at("ar", "attributed", "وبحسب") == 1
    assert at("en", "says", "saintly") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hay siete muertos y treinta desaparecidos, según el balance que dio a las once la alcaldesa.",
        "Hay siete muertos y treinta desaparecidos, es el balance que dio a las once la alcaldesa.",
        "سبعة قتلى وثلاثون مفقودا بحسب الحصيلة التي قدمتها البلدية في الساعة 11 صباحا.",
    ],
)
def test_the_hour_of_a_clock_answers_no_number(text: str) -> None:
    assert rivals(text) == []
