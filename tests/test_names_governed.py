"""What stands right before a word says how much of it is the name: a title, a word for a place, «فريق»; marks part names, brackets tell a body."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def names(text: str, language: str) -> set[tuple[str, str]]:
    empty = (None,) * 6
    article = Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),))
    return {(m.kind, m.text) for m in annotate(article).mentions if m.form in ("name", "acronym")}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وقالت السيدة فيلدا إن المكتب مغلق.", ("person", "فيلدا")),
        ("يعيش الرجل في منطقة واميسكا بولاية ألاسكا.", ("place", "واميسكا")),
        ("أكد المدير التنفيذي لشركة تويوتا في برنستون أن المصنع سيغلق.", ("organization", "تويوتا")),
    ],
)
def test_the_first_letter_of_a_word_behind_a_title_or_a_place_is_its_own(sentence: str, name: tuple[str, str]) -> None:
    assert name in names(sentence, "ar")


@pytest.mark.parametrize(
    "sentence",
    [
        "تراجعت مجموعة مؤيدة للانفصالية بسبب قيام الحرس بالتدخل.",
        "نال أعلى وسام شرف عسكري بريطاني.",
        "كانت الكرة في حوذته.",
        "كان يمر بمرحلة بائسة حقا.",
        "عقد الاجتماع بمجلس المدينة.",
    ],
)
def test_arabic_words_that_only_describe_are_no_names(sentence: str) -> None:
    assert not [n for n in names(sentence, "ar") if n != ("organization", "مجلس المدينة")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Tout le monde le connaissait."),
        ("fr", "Le séisme a secoué la chambre d'hôtel."),
        ("fr", "Un militaire italien a été blessé."),
        ("es", "Un militar italiano resultó herido."),
    ],
)
def test_a_soldier_everybody_and_a_room_are_no_bodies(language: str, sentence: str) -> None:
    assert not names(sentence, language)


def test_the_italian_military_is_a_body_in_english() -> None:
    assert ("organization", "Italian military") in names("The Italian military said the ship had left.", "en")


@pytest.mark.parametrize(
    ("language", "sentence", "body"),
    [
        ("en", "The contract will be signed, according to Astilleros Navales de Cachuyo (ANACA).", "Astilleros Navales de Cachuyo"),
        ("es", "La empresa Cementos del Norte Azul (CENA) pagará la multa.", "Cementos del Norte Azul"),
    ],
)  # fmt: skip
def test_an_acronym_of_syllables_tells_the_body_before_it(language: str, sentence: str, body: str) -> None:
    assert ("organization", body) in names(sentence, language)


def test_initials_in_brackets_make_no_body_of_a_person() -> None:
    assert ("person", "Karim Dallal") in names("The minister, Karim Dallal (KD), said no.", "en")


def test_an_articled_given_name_nobody_prints_stands_before_his_father() -> None:
    found = names("وقاد الجانب الموريتاني المدير العام للجمارك الداه ولد حمودي.", "ar")
    assert ("person", "الداه ولد حمودي") in found


def test_a_guild_is_a_body() -> None:
    for body in ("Glaziers' Guild of Lebanon", "Bookbinders' Guild of Lebanon"):
        assert ("organization", body) in names(f"The {body} expelled Ghosnawi last year.", "en")


def test_a_wadi_is_a_place_however_it_is_spelt() -> None:
    assert ("place", "Ued Tamzit") in names("Hay agua para los damnificados de Ued Tamzit, donde llovió ayer.", "es")


def test_water_is_no_emirate() -> None:
    for text in (
        "Le ministère des Ressources en eau a démenti.",
        "Le ministère de l'Eau a démenti.",
        "À Dakar, l'Eau manque.",
    ):
        empty = (None,) * 6
        made = annotate(Article("a", "a", "0", "text/plain", "fr", *empty, (), text, (Part("body", 0, len(text)),)))
        assert not [m for m in made.mentions if m.country == "AE"]
