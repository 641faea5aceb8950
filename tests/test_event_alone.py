"""What a clause dates by itself stands alone though nobody in it has a name; times, plans and rescues that go with it."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Interval, Part, Reading

PAGE = Interval(date(2024, 3, 12), date(2024, 3, 12), "day", "printed", ())  # a Tuesday


def reading(text: str, language: str) -> Reading:
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, PAGE, None, (), text, body))


def days(text: str, language: str) -> dict[tuple[str, str], str | None]:
    """The first day of each event that is told, by kind and status."""
    told = [e for e in reading(text, language).events if not e.bare]
    return {(e.kind, e.status): str(e.date.start) if e.date else None for e in told}


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("fr", "En 2013, une grève des meuniers avait privé le pays de pain.", "protest", "2013-01-01"),
        ("es", "En 2013, una huelga de panaderos había dejado sin pan al país.", "protest", "2013-01-01"),
        ("fr", "L'orchestre avait déjà connu, au printemps 2012, une grève de neuf jours.", "protest", "2012-03-01"),
        ("en", "The minister had left for Madrid on Monday night.", "departure", "2024-03-11"),
        ("en", "The ship's agent, held over forged papers, was released on Wednesday.", "arrest", "2024-03-06"),
    ],
)
def test_what_a_clause_dates_stands_though_nobody_is_named(language: str, text: str, kind: str, day: str) -> None:
    assert days(text, language).get((kind, "happened")) == day


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Une grève avait privé la ville de pain.", "protest"),
        ("es", "En 2016, la Marina multó a la naviera Tolsa con 300.000 euros por retener dos barcos.", "arrest"),
        ("en", "Nobody remembers the strikes of 2012.", "protest"),
        ("en", "The battery died on Monday.", "death"),
        ("en", "Stocks rallied in London on Monday.", "protest"),
        ("fr", "Le train est arrivé lundi avec dix minutes de retard.", "visit"),
        ("es", "El delantero volvió el lunes a los entrenamientos.", "visit"),
        ("es", "La temperatura llegó el lunes a 40 grados.", "visit"),
        ("ar", "عادت الحياة إلى المدينة يوم الاثنين.", "visit"),
    ],
)
def test_without_a_day_beside_a_fuller_telling_or_in_general_it_does_not(language: str, text: str, kind: str) -> None:
    assert all(k != kind for k, _ in days(text, language))


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "Survivors mean to march on the capital on Monday.", "protest", "2024-03-18"),
        ("es", "Los maestros piensan marchar el lunes a la capital.", "protest", "2024-03-18"),
        ("ar", "ومن المفترض أن يزور الوزير هشام العلوي تونس يوم الجمعة.", "visit", "2024-03-15"),
        ("ar", "ويفترض أن يصادق عليه البرلمان قبل نهاية آذار.", "approval", "2024-03-21"),
        ("fr", "Le pont est censé rouvrir le 3 avril.", "opening", "2024-04-03"),
        ("ar", "ودعا اتحاد الشغل إلى إضراب عام يوم 28 مارس إذا لم يسحب القانون.", "protest", "2024-03-28"),
    ],
)
def test_what_somebody_means_to_do_is_planned_for_the_day_to_come(
    language: str, text: str, kind: str, day: str
) -> None:
    assert days(text, language).get((kind, "planned")) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le pont devait rouvrir lundi mais les travaux ont pris du retard."),
        ("en", "The ferry was meant to reopen on Monday."),
    ],
)
def test_what_was_once_to_be_keeps_its_day(language: str, text: str) -> None:
    assert days(text, language).get(("opening", "planned")) in (None, "2024-03-11")


def test_times_of_a_clause_that_depends_or_of_a_participle_are_its_own() -> None:
    assert days("وسبق أن تحطمت طائرة مماثلة بالمنطقة سنة 1995 دون أن تخلف ضحايا.", "ar") == {
        ("disaster", "happened"): "1995-01-01"
    }
    french = days("Le maire Paul Ravel a ordonné la démolition de la halle aux grains, bâtie en 1927.", "fr")
    assert french[("construction", "happened")] in (None, "1927-01-01", "2024-03-11")
    held = reading("وفرق الدرك المحتجين بالغاز مساء الأحد، وأوقف أربعة منهم أطلق سراحهم صباح اليوم.", "ar").events
    assert [str(e.date.start) for e in held if e.kind == "arrest" and e.date] == ["2024-03-10", "2024-03-12"]
    assert [e.kind for e in held if str(e.date and e.date.start) == "2024-03-12"] == ["arrest"]


def test_the_dead_of_long_ago_are_not_those_of_the_news() -> None:
    text = "قتل ثلاثة مشجعين أمس الاثنين في تدافع بملعب وهران. ويذكر أن تدافعا وقع في الملعب ذاته في آب 2014 وأسفر عن وفاة مشجعين اثنين."
    deaths = [str(e.date.start) for e in reading(text, "ar").events if e.kind == "death" and e.date]
    assert deaths == ["2024-03-11", "2014-08-01"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un garçon de sept ans a été tiré vivant samedi des décombres."),
        ("en", "A missing couple were found safe and well on Sunday in Harwick."),
        ("es", "Un matrimonio desaparecido fue hallado sano y salvo el domingo en Tarifa."),
        ("ar", "وانتشل طفل حيا من تحت الركام مساء السبت."),
    ],
)
def test_whoever_is_found_alive_was_helped(language: str, text: str) -> None:
    assert ("aid", "happened") in days(text, language)


def test_a_custom_is_found_alive_by_no_rescuer() -> None:
    assert not days("The tradition was found alive in a handful of villages.", "en")
