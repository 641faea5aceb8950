"""Crafts, storms and nicknames: what a number, the letters of a hull or a storm's word says is no person, and who is father of somebody is."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.spelling import compare_names
from isnad.model import Page, Reading

TAIL = {
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
    "fr": " La séance a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
}


def reading(text: str, language: str) -> Reading:
    made = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    assert made.article.language == language
    return made


def names(text: str, language: str) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in reading(text, language).mentions if m.form != "role"}


def persons(text: str, language: str) -> set[str]:
    return {name for kind, name in names(text, language) if kind == "person"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chalutier Ndeye Coumba 2 a coulé dans la nuit de lundi à mardi devant le port.", "fr"),
        ("Le drame du « Aminata Sow 3 », parti vendredi, a bouleversé toute la ville et les quais.", "fr"),
        ("Despegó Tamgout-1 anoche desde la base de lanzamiento, dos días después de lo previsto.", "es"),
        ("At least nine people were killed after Typhoon Luningning tore through the islands.", "en"),
        ("BRP Teresa Magbanua was sent to look for the crew on Sunday evening.", "en"),
        ("The MV Reyna Soledad left the port on Sunday evening despite a storm signal.", "en"),
    ],
)
def test_a_craft_or_a_storm_is_no_person_though_a_given_name_opens_its_name(text: str, language: str) -> None:
    assert persons(text, language) == set()


def test_a_rank_that_ends_in_a_craft_leads_to_a_person() -> None:
    text = "Les marins ont été conduits à l'hôpital, a indiqué le capitaine de corvette Malang Diatta, de la marine."
    assert persons(text, "fr") == {"Malang Diatta"}


def test_a_storm_behind_a_quotation_is_a_verb_of_saying() -> None:
    text = "« Il n'y a ni eau ni électricité », tempête Abou Laith, trente ans de volant, devant son camion."
    assert persons(text, "fr") == {"Abou Laith"}


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("Umm Karrar, who lost a daughter, refused to shake the visitor's hand on Sunday.", "en", "Umm Karrar"),
        ("Oum Karrar, mère d'une victime de l'incendie, a refusé de serrer la main du visiteur.", "fr", "Oum Karrar"),
        ("وقالت سيدة عرفت نفسها باسم أم كرار: «نريد العدالة قبل الافتتاح».", "ar", "أم كرار"),
    ],
)
def test_who_is_called_by_her_child_is_a_person(text: str, language: str, person: str) -> None:
    assert person in persons(text, language)


def test_towns_that_open_like_a_nickname_stay_towns() -> None:
    assert persons("وصلت ثلاث سفن محملة بالحبوب إلى ميناء أم قصر يوم الأحد.", "ar") == set()
    assert persons("The delegation flew from Abu Dhabi to Umm Qasr and back on Sunday evening.", "en") == set()


def test_two_scripts_write_one_nickname_and_one_name_of_the_maghreb() -> None:
    assert compare_names("أبو ليث", "Abou Laith").score > 0.85
    assert compare_names("العربي مقراني", "Larbi Mokrani").full
    assert compare_names("الأخضر زروال", "Lakhdar Zeroual").full
    # Fathers and sons are two.
    assert compare_names("بن علي", "Abu Ali").clash
