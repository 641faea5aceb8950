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
