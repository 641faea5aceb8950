"""Words that say when mean the days a reader takes them for; what looks like a date and is none stays none."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate.times import times_in
from isnad.model import Interval

PAGE = Interval(date(2022, 7, 20), date(2022, 7, 20), "day", "given")  # a Wednesday


def days(text: str, language: str, page: Interval | None = PAGE) -> list[tuple[str, str]]:
    found = times_in(text, 0, len(text), language, page)
    return [(str(t.interval.start), str(t.interval.end)) for t in found if t.kind == "date" and t.interval is not None]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("fr", "Il avait été élu le 24 octobre de l'année dernière.", "2021-10-24", "2021-10-24"),
        ("en", "The plant had closed in October last year.", "2021-10-01", "2021-10-31"),
        ("ar", "وقعت الشركة العقد في أكتوبر من العام الماضي.", "2021-10-01", "2021-10-31"),
        ("fr", "Le chantier a débuté au début du mois d'avril.", "2022-04-01", "2022-04-10"),
        ("fr", "La réunion se tiendra lundi en huit.", "2022-08-01", "2022-08-01"),
        ("es", "El congreso será el día 28.", "2022-07-28", "2022-07-28"),
        ("ar", "اجتمعا في ثاني أربعاء من أكتوبر 2021.", "2021-10-13", "2021-10-13"),
        ("es", "Duró del 1 de enero de 2015 al 5 de febrero de 2018.", "2015-01-01", "2018-02-05"),
        ("fr", "La bataille eut lieu en octobre 1777.", "1777-10-01", "1777-10-31"),
        ("es", "Nació en mil novecientos noventa y nueve.", "1999-01-01", "1999-12-31"),
    ],
)
def test_a_time_is_the_days_it_means(language: str, text: str, start: str, end: str) -> None:
    assert (start, end) in days(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a ensuite passé 4 ans à la radio."),
        ("fr", "La candidate, 54 ans, l'a emporté 3-1."),
        ("es", "El billete cuesta 12 euros y el equipo ganó 2-0."),
        ("en", "The 54-year-old paid 2,019 dollars."),
        ("ar", "يبلغ من العمر 54 سنة وفاز فريقه 3-1."),
    ],
)
def test_ages_prices_scores_and_lengths_are_no_dates(language: str, text: str) -> None:
    assert days(text, language) == []


def test_on_an_undated_page_relative_words_stay_unanchored() -> None:
    text = "La ministre est arrivée mardi et repart demain, après sa visite du 3 mai 2021."
    found = times_in(text, 0, len(text), "fr", None)
    assert [(t.text, t.interval is None) for t in found] == [("mardi", True), ("demain", True), ("3 mai 2021", False)]


def test_contradictory_dates_of_one_sentence_are_both_kept() -> None:
    text = "Le traité, signé le 4 mai 2021 selon Rabat, l'a été le 6 mai 2021 selon Accra."
    assert days(text, "fr") == [("2021-05-04", "2021-05-04"), ("2021-05-06", "2021-05-06")]
