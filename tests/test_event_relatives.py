"""Who does what in Arabic behind a relative pronoun or beside a possessive; what is moved, commented on, led or planned in another year."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, EventMention, Interval, Part, Reading

PAGE = Interval(date(2023, 5, 19), date(2023, 5, 19), "day", "printed", ())
"""Friday 19 May 2023."""


def read(language: str, text: str) -> Reading:
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, PAGE, None, (), text, body))


def told(r: Reading, kind: str) -> list[EventMention]:
    return [e for e in r.events if e.kind == kind and not e.bare]


def people(r: Reading, kind: str) -> set[str]:
    return {r.mentions[t.mention].text for e in told(r, kind) for t in e.participants}


def test_the_noun_before_an_arabic_relative_pronoun_does_what_follows_it() -> None:
    r = read(
        "ar", "رأى النائب سمير الحداد أن الأرقام مزورة. وتزامن ذلك مع إضراب المعلمين الذي بدأ الأربعاء الماضي في صيدا."
    )
    assert told(r, "protest")
    assert "سمير الحداد" not in people(r, "protest")


def test_a_possessive_is_of_the_noun_right_before_it_not_of_who_was_named_earlier() -> None:
    r = read("ar", "قالت المديرة ناديا الصايغ إن المهرجان باق. وعلقت الشركة رحلاتها إلى بيروت أمس.")
    assert "ناديا الصايغ" not in people(r, "visit") | people(r, "suspension")


@pytest.mark.parametrize(
    ("text", "suspended"),
    [
        ("وعلقت مديرة المهرجان ناديا الصايغ على التوقيف قائلة إنها ستنتظر المخرج.", False),
        ("وعلقت مديرة المهرجان ناديا الصايغ العروض أمس حتى إشعار آخر.", True),
    ],
)
def test_who_comments_on_something_suspends_nothing(text: str, suspended: bool) -> None:
    assert bool(told(read("ar", text), "suspension")) == suspended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وكان الافتتاح قد أرجئ من 26 حزيران إلى 30 تموز بقرار من البلدية."),
        ("fr", "La réunion du comité a été reportée du 3 au 12 juin."),
        ("en", "The trial of Omar Diallo was postponed from 12 June to 20 June."),
        ("es", "La feria de Tamarel fue aplazada del 3 al 12 de junio."),
    ],
)
def test_the_old_and_the_new_day_are_not_the_day_on_which_something_was_moved(language: str, text: str) -> None:
    found = [e for e in read(language, text).events if e.kind == "suspension"]
    assert found
    assert all(e.date is None or e.date.start <= PAGE.end for e in found)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Larrondo dirigió en 2011 el conteo en Artigas y en agosto viajará a Asunción.", "2023-08-01"),
        ("fr", "Elle a dirigé en 2011 le comptage et se rendra en août à Asunción.", "2023-08-01"),
        ("ar", "أدارت في 2011 العد في أرتيغاس، وستسافر في آب إلى أسونسيون.", "2023-08-01"),
        ("en", "She led the count in 2011 and will travel in August to Asunción.", "2023-08-01"),
        ("en", "She was sentenced in March 2011 and released in August after an appeal.", "2011-08-01"),
    ],
)
def test_a_month_to_come_is_not_of_the_year_told_before(language: str, text: str, day: str) -> None:
    found = [t.interval for t in read(language, text).times if t.interval and t.interval.precision == "month"]
    assert day in {i.start.isoformat() for i in found}


@pytest.mark.parametrize(
    "text", ["It was signed on Friday by 18 of the 22 members.", "He was backed on Friday by 17 judges."]
)
def test_by_so_many_names_no_day(text: str) -> None:
    assert [t.text for t in read("en", text).times] == ["Friday"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La firma Voltaria desmintió ayer que esté congelado el memorando que suscribió el 7 de mayo en Doha con la firma Alcora."),
        ("fr", "La société Voltaria a démenti lundi que soit gelé le mémorandum qu'elle a signé le 7 mai à Doha avec la société Alcora."),
        ("en", "The firm denied on Monday that the memorandum it signed on 7 May in Doha with Alcora Ltd had been frozen."),
        ("ar", "نفت شركة فولتاريا أمس أن تكون قد جمدت المذكرة التي وقعتها في 7 أيار في الدوحة مع شركة ألكورا."),
    ],
)  # fmt: skip
def test_what_a_clause_says_of_the_thing_stands_whatever_is_denied_of_it(language: str, text: str) -> None:
    signed = told(read(language, text), "signing")
    assert [e.status for e in signed] == ["happened"]
    assert signed[0].date is not None
    assert signed[0].date.start == date(2023, 5, 7)


@pytest.mark.parametrize("text", ["El convenio que firmó la firma Voltaria el lunes en Doha fue anulado."])
def test_who_signs_may_stand_behind_the_spanish_verb_of_the_clause(text: str) -> None:
    assert "Voltaria" in people(read("es", text), "signing")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The envoy Peter Oware persuaded both sides on Tuesday to sign a truce in Accra.", "signing"),
        ("en", "Judge Peter Oware forced Harbour Lines on Tuesday to suspend its flights to Accra.", "suspension"),
        ("fr", "Le juge Paul Ayité a contraint mardi la société Alba à suspendre ses vols vers Dakar.", "suspension"),
        ("es", "El juez Pablo Ayité obligó el martes a la firma Alba a suspender sus vuelos a Dakar.", "suspension"),
    ],
)
def test_what_somebody_was_brought_to_do_happened_and_not_by_who_brought_him_to_it(
    language: str, text: str, kind: str
) -> None:
    r = read(language, text)
    assert {e.status for e in told(r, kind)} == {"happened"}
    assert not any(name.endswith(("Oware", "Ayité")) for name in people(r, kind))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He failed to persuade the mayor Omar Diallo to resign."),
        ("en", "The mayor Omar Diallo could be forced to resign."),
        ("fr", "Il n'a pas convaincu le maire Omar Diallo de démissionner."),
    ],
)
def test_nobody_resigned_whom_nobody_persuaded(language: str, text: str) -> None:
    assert not told(read(language, text), "departure")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El jefe del catastro, Luis Mwepu, fue detenido el domingo en su despacho, y no cuando huía."),
        ("en", "The registry head, Luis Mwepu, was arrested on Sunday in his office, not while fleeing the country."),
        ("fr", "Luis Mwepu a été arrêté dimanche dans son bureau, et non alors qu'il fuyait à l'étranger."),
        ("ar", "وأوقف المدير لويس مويبو يوم الأحد في مكتبه لا أثناء فراره من البلاد."),
    ],
)
def test_what_he_was_not_doing_then_is_no_event(language: str, text: str) -> None:
    r = read(language, text)
    assert told(r, "arrest")
    assert not told(r, "departure")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two sides agreed on Tuesday to sign the truce.", date(2023, 5, 16)),
        ("The two ministers are to meet on Tuesday to sign the truce.", date(2023, 5, 23)),
    ],
)
def test_a_day_before_to_sign_is_that_of_the_verb_before_it(text: str, day: date) -> None:
    assert [t.interval.start for t in read("en", text).times if t.interval] == [day]
