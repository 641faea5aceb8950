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
        # Abbreviated months keep their dot.
        ("en", "The accord was signed on Oct. 2, 2020.", "2020-10-02", "2020-10-02"),
        ("en", "He was arrested on Jan. 5.", "2022-01-05", "2022-01-05"),
        ("fr", "Le salon s'est tenu du 14 au 20 sept. 2014.", "2014-09-14", "2014-09-20"),
        # From one date to another of any kind.
        ("en", "The works ran from 2015 to May 5th, 2017.", "2015-01-01", "2017-05-05"),
        ("fr", "Il a siégé entre janvier 2019 et aujourd'hui.", "2019-01-01", "2022-07-20"),
        ("es", "La obra siguió desde enero de 2019 hasta hoy.", "2019-01-01", "2022-07-20"),
        ("ar", "استمرت الأشغال من نهاية مارس إلى منتصف يونيو.", "2022-03-21", "2022-06-20"),
        # Counted from a day that is named.
        ("en", "The vote came two weeks before May 13, 2020.", "2020-04-26", "2020-05-02"),
        ("fr", "Il fut libéré trois jours après le 5 mai 2021.", "2021-05-08", "2021-05-08"),
        ("es", "Dimitió tres días después del 5 de mayo de 2021.", "2021-05-08", "2021-05-08"),
        ("ar", "عاد بعد يومين من 5 مايو 2021.", "2021-05-07", "2021-05-07"),
        ("fr", "Le bac a repris au lendemain du 14 juillet 2021.", "2021-07-15", "2021-07-15"),
        ("fr", "La grève commença la veille de Noël 2020.", "2020-12-24", "2020-12-24"),
        ("ar", "وصل الوفد غداة 5 مايو 2021.", "2021-05-06", "2021-05-06"),
        ("es", "Cerraron en la víspera del 1 de mayo de 2021.", "2021-04-30", "2021-04-30"),
        # Sums and halves of units.
        ("en", "She left one year and two months ago.", "2021-05-01", "2021-05-31"),
        ("ar", "أُغلق المصنع قبل سنة وثلاثة أشهر.", "2021-04-01", "2021-04-30"),
        ("fr", "L'usine a fermé il y a deux ans et demi.", "2019-11-21", "2020-03-20"),
        ("es", "El puente cerró hace año y medio.", "2020-11-21", "2021-03-21"),
        # The first and last so many months or days.
        ("fr", "Au cours des six premiers mois de 2021, les ventes ont doublé.", "2021-01-01", "2021-06-30"),
        ("es", "En los primeros nueve meses del año pasado cayó.", "2021-01-01", "2021-09-30"),
        ("ar", "ارتفعت الصادرات خلال الأشهر الستة الأولى من العام الجاري.", "2022-01-01", "2022-06-30"),
        ("en", "It rained in the last ten days of March.", "2022-03-22", "2022-03-31"),
        ("fr", "Elle aura lieu pendant la première quinzaine d'août.", "2022-08-01", "2022-08-15"),
        ("es", "Se vota en la segunda quincena de este mes.", "2022-07-16", "2022-07-31"),
        ("en", "Output fell over the past two quarters.", "2022-01-01", "2022-06-30"),
        ("fr", "Le bénéfice du S1 2021 a été publié.", "2021-01-01", "2021-06-30"),
        # A weekend, where the clause says which.
        ("en", "Four hikers were found over the weekend and have been flown home.", "2022-07-16", "2022-07-17"),
        ("es", "Los ministros se reunirán durante el fin de semana.", "2022-07-23", "2022-07-24"),
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the months following the attack, the bridge stayed shut."),
        ("en", "The following year he competed again."),
        ("fr", "Ils furent jugés dans le mois suivant leur arrestation."),
        ("es", "Durante la semana siguiente no hubo clases."),
        ("ar", "وفي العام التالي تنافست في البطولة."),
        ("ar", "وتوافد الزوار في اليوم الأخير من المعرض."),
        ("fr", "Le week-end, les Marseillais vont à la plage."),
    ],
)
def test_what_counts_from_the_story_or_from_no_day_is_not_counted_from_the_page(language: str, text: str) -> None:
    assert days(text, language) == []


def test_the_following_week_is_the_one_after_the_day_named_before() -> None:
    text = "Le 3 mai 2018, il fut arrêté. La semaine suivante, il fut jugé."
    assert days(text, "fr") == [("2018-05-03", "2018-05-03"), ("2018-05-07", "2018-05-13")]


def test_two_dates_beside_each_other_are_no_range_unless_the_words_say_so() -> None:
    text = "Il a été condamné de nouveau en 2019, puis libéré le 5 mai 2021."
    assert days(text, "fr") == [("2019-01-01", "2019-12-31"), ("2021-05-05", "2021-05-05")]
