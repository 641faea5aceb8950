"""Times of day are no durations, and a quake's degrees no temperature."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page


def figures(language: str, sentence: str) -> set[tuple[float, str]]:
    dates = {"fr": "12 mai 2024", "es": "12 de mayo de 2024", "en": "12 May 2024", "ar": "12 ماي 2024"}
    data = f"—\n{dates[language]}\n\n{sentence} {sentence}\n".encode()
    return {
        (f.value, f.unit)
        for f in annotate(read(Page(source="x.txt", data=data, media_type="text/plain"))).figures
        if not isinstance(f.value, tuple)
    }


@pytest.mark.parametrize(
    ("language", "sentence", "left_out", "kept"),
    [
        ("fr", "Mercredi, peu avant 14 heures, une fillette de onze ans a été retirée des décombres après 53 heures d'attente.", (14, "hours"), (53, "hours")),
        ("es", "El sismo sacudió la zona a las 14 horas y dejó a los vecinos sin luz durante 9 horas en todo el valle.", (14, "hours"), (9, "hours")),
        ("ar", "ضربت الهزة المنطقة اليوم على الساعة 10 و42 دقيقة ودامت عمليات الإنقاذ بعدها 35 دقيقة في حي البساتين.", (42, "minutes"), (35, "minutes")),
        ("ar", "بلغت شدة الهزة 5.9 درجات على سلم ريختر وخلفت 17 قتيلا في دائرة وادي شرارة كما قال الوالي.", (5.9, "°C"), (17, "people")),
        ("en", "The quake, of 5.9 degrees on the Richter scale, killed 17 people in the valley, the governor said.", (5.9, "°C"), (17, "people")),
        ("es", "El temblor, de 6,2 grados, dejó 17 muertos en el valle, según el gobernador de la provincia.", (6.2, "°C"), (17, "people")),
    ],
)  # fmt: skip
def test_what_is_no_duration_and_no_temperature_is_left_out(language, sentence, left_out, kept):
    found = figures(language, sentence)
    assert left_out not in found
    assert kept in found


def test_degrees_of_heat_and_hours_of_work_are_kept():
    assert (18, "°C") in figures(
        "en", "Dates are chilled at minus 18 degrees for the crossing, the exporters of the valley say."
    )
    assert (14, "hours") in figures(
        "fr", "Le sauvetage a duré 14 heures en tout, selon le commandant des pompiers de la vallée."
    )
