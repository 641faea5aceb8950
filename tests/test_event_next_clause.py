"""Where one verb's clause ends and the next begins, whom a town's name stands for, and other things that are somebody else's."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Interval, Part, Reading

PAGE = Interval(date(2023, 5, 19), date(2023, 5, 19), "day", "printed", ())
"""Friday 19 May 2023."""


def read(language: str, text: str) -> Reading:
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, PAGE, None, (), text, body))


def people(r: Reading, kind: str) -> set[str]:
    return {r.mentions[t.mention].text for e in r.events if e.kind == kind and not e.bare for t in e.participants}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March 2018 the mayor Omar Diallo resigned, and his deputy Musa Barry was then arrested."),
        ("fr", "Le maire Omar Diallo a démissionné et son adjoint Musa Barry a été arrêté lundi."),
        ("es", "El alcalde Omar Diallo dimitió y su adjunto Musa Barry fue detenido el lunes."),
    ],
)
def test_who_was_arrested_behind_and_did_not_resign(language: str, text: str) -> None:
    r = read(language, text)
    assert people(r, "departure") == {"Omar Diallo"}
    assert people(r, "arrest") == {"Musa Barry"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The judge jailed Karim Diop and the police in Accra arrested Ali Sarr."),
        ("fr", "Le juge a écroué Karim Diop et la police d'Accra a arrêté Ali Sarr."),
        ("es", "El juez encarceló a Karim Diop y la policía de Acra detuvo a Ali Sarr."),
    ],
)
def test_whom_one_verb_befell_does_not_do_what_the_next_tells(language: str, text: str) -> None:
    r = read(language, text)
    done = [
        e
        for e in r.events
        if e.kind == "arrest" and any(r.mentions[t.mention].text == "Ali Sarr" for t in e.participants)
    ]
    actors = {r.mentions[t.mention].text for e in done for t in e.participants if t.role == "actor"}
    assert done
    assert "Karim Diop" not in actors


def test_two_joined_before_one_verb_are_both_its_own() -> None:
    assert people(read("en", "Karim Diop and Ali Sarr were arrested on Monday."), "arrest") == {
        "Karim Diop",
        "Ali Sarr",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sides swapped 86 prisoners on Tuesday in the first test of the Doha truce."),
        ("fr", "Les deux camps ont échangé mardi 86 prisonniers, première application de la trêve de Doha."),
        ("ar", "وتبادل الطرفان 86 أسيرا أمس في أول تنفيذ فعلي لهدنة الدوحة."),
        ("ar", "وقع الطرفان هدنة الدوحة أمس."),
    ],
)
def test_a_town_that_names_a_truce_is_no_side_of_it_and_not_where_it_is_kept(language: str, text: str) -> None:
    r = read(language, text)
    told = [e for e in r.events if not e.bare]
    assert not any(r.mentions[t.mention].kind == "place" for e in told for t in e.participants)
    assert not any(e.place is not None for e in told)


def test_states_still_stand_for_those_who_sign() -> None:
    assert "Sudan" in people(read("en", "Sudan suspended the Juba agreement on Monday."), "suspension")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Neuf supporters ont écopé de six mois de prison ferme, six ont été relaxés.", "suspension"),
        ("es", "El técnico del equipo, el argentino Rubén Castillo, fue despedido el sábado.", "gathering"),
        ("ar", "وينص الاتفاق على عقد جولة ثانية من المفاوضات في الدوحة مطلع أغسطس.", "election"),
    ],
)
def test_words_of_another_sense_tell_no_such_event(language: str, text: str, kind: str) -> None:
    assert not [e for e in read(language, text).events if e.kind == kind and not e.bare]


def test_that_day_in_arabic_is_the_day_told_before() -> None:
    r = read("ar", "وكان لقاء الفريقين قد توقف للسبب ذاته في شباط 2018، وحرم الناديان يومها من جمهورهما أربع مباريات.")
    days = [e.date.start for e in r.events if e.kind == "sanction" and e.date is not None]
    assert days == [date(2018, 2, 1)]
