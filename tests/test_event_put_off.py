"""What is put off is planned for its new day; numbers alone are people; what is far from its verb is its object still; years that date no month."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, EventMention, Interval, Part, Reading

DAY = Interval(date(2024, 3, 12), date(2024, 3, 12), "day", "printed", ())


def read(language: str, text: str) -> Reading:
    """What a page of 12 March 2024 that says nothing else tells."""
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, DAY, None, (), text, body))


def told(reading: Reading) -> list[EventMention]:
    return [e for e in reading.events if not e.bare]


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "The signing of the treaty has been postponed until 2 April.", "signing", "2024-04-02"),
        ("fr", "La réunion de la commission a été reportée au 25 mars.", "meeting", "2024-03-25"),
        ("ar", "تقرر تأجيل افتتاح المستشفى إلى شهر ماي.", "opening", "2024-05-01"),
    ],
)
def test_what_is_put_off_is_planned_for_its_new_day(language: str, text: str, kind: str, day: str) -> None:
    planned = [e for e in told(read(language, text)) if e.status == "planned"]
    assert [(e.kind, e.date and e.date.start.isoformat()) for e in planned] == [(kind, day)]


def test_why_something_is_put_off_is_not_what_is_put_off() -> None:
    text = "Su apertura se aplazó al 27 de marzo por una huelga de los obreros."
    assert not [e for e in told(read("es", text)) if e.kind == "protest" and e.status == "planned"]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Four were freed on Monday and two were given a month in jail.", {"arrest", "court"}),
        ("es", "La policía detuvo a cuatro el lunes en Vigo.", {"arrest"}),
        ("ar", "وأفرج عن أربعة يوم الثلاثاء.", {"arrest"}),
        ("fr", "Dix ont péri dans la nuit.", {"death"}),
        ("en", "The index gained forty on Monday.", set()),
        ("en", "Inflation of five was reported on Monday by the bank.", set()),
    ],
)
def test_a_number_alone_is_people_where_something_befalls_them(language: str, text: str, kinds: set[str]) -> None:
    assert {e.kind for e in told(read(language, text))} == kinds


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "La police a arrêté lundi, à l'aéroport de Lomé, la poète Hala Nour.", "Hala Nour"),
        (
            "ar",
            "أوقف أعوان الفرقة المركزية أول أمس الاثنين، بمطار الخرطوم، التقني السابق بالصندوق وسيم الجندلي.",
            "وسيم الجندلي",
        ),
        ("fr", "Ayant été arrêté en mars, Luc Barro attend son jugement.", "Luc Barro"),
        ("es", "En 2018 la firma Zancada prescindió del marchador Óscar Belmar.", "Óscar Belmar"),
    ],
)
def test_whom_it_befell_may_stand_far_from_the_verb(language: str, text: str, who: str) -> None:
    reading = read(language, text)
    took = {reading.mentions[t.mention].text for e in told(reading) for t in e.participants}
    assert who in took


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("en", "Founded in 1931, the firm Solmar bought a shipyard in February.", 2024),
        ("es", "El contrato, que los une hasta 2026, se firmó el 19 de enero.", 2024),
        ("ar", "تأسست الشركة سنة 1931 واشترت في فبراير حوضا للسفن.", 2024),
        ("fr", "En 2011, la grève a commencé en février.", 2011),
    ],
)
def test_the_year_of_a_founding_or_of_an_end_dates_no_month_behind_it(language: str, text: str, year: int) -> None:
    assert read(language, text).times[-1].interval is not None
    assert read(language, text).times[-1].interval.start.year == year  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen raided the village of Dan Kande. Four traders were hurt.", "attack"),
        ("A crane collapsed at Leeds docks on Monday. Four welders were injured.", "disaster"),
    ],
)
def test_who_was_hurt_was_hurt_in_what_the_page_tells(text: str, kind: str) -> None:
    assert {e.kind for e in told(read("en", text))} == {kind}


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            "The central bank denied that its governor, Salman Bujari, had offered to resign.",
            ("departure", "denied"),
        ),
        ("en", "The ministry denied that any ransom had been paid.", ("transaction", "denied")),
        ("en", "Opposition parties are calling for an early election.", ("demand", "happened")),
        ("fr", "Un kamikaze s'est fait exploser vendredi devant une mosquée de Maïduguri.", ("attack", "happened")),
        ("en", "Two of the five men arrested in the raid were charged on Monday with fraud.", ("court", "happened")),
        ("ar", "فجر انتحاري نفسه يوم الجمعة أمام مسجد في مايدوغوري.", ("attack", "happened")),
    ],
)
def test_what_stands_among_other_words_is_told(language: str, text: str, event: tuple[str, str]) -> None:
    assert event in {(e.kind, e.status) for e in told(read(language, text))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"A contract is not a tap," protested the race director, Jassim Mahroos.'),
        ("fr", "Le gouvernement est condamné à réussir."),
        ("es", "El gobierno está condenado a entenderse con la oposición."),
        ("ar", "وتفقد الوزير موقع الحريق صباح اليوم."),
    ],
)
def test_a_word_of_speech_a_turn_of_phrase_an_inspection_are_no_such_event(language: str, text: str) -> None:
    assert {e.kind for e in told(read(language, text))} <= {"visit", "meeting"}


def test_whose_people_suffer_suffers_not_himself() -> None:
    reading = read("fr", "Le président du club, Moncef Zarrouk, dont la fille a été blessée lundi, a saisi la justice.")
    hurt = [e for e in told(reading) if e.kind in ("attack", "disaster")]
    assert all(not e.participants for e in hurt)
