"""Treaties and summits that are nobody and nowhere, numbers that are no part of a place, Arabic particles on what opens a name."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_REST = {
    "en": "The talks went on all night and nothing was decided. Nobody knows how long it will take, but work must resume.",
    "es": "Las conversaciones duraron toda la noche y no se decidió nada. Nadie sabe cuánto tiempo tardará todavía.",
    "ar": "واستمرت المحادثات طوال الليل ولم يتقرر شيء. ولا أحد يعرف كم سيستغرق ذلك، غير أن العمل يجب أن يستأنف قريبا.",
}


def kinds(sentence: str, language: str) -> dict[str, str]:
    """Return words → kind of the names of a sentence on a page of its language."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST[language]}\n".encode())))
    return {m.text: m.kind for m in found.mentions if m.form != "role"}


@pytest.mark.parametrize("name", ["Mindelo Declaration", "Abuja Treaty", "Lomé Convention", "Djibouti Summit"])
def test_what_was_agreed_somewhere_is_neither_a_place_nor_a_body(name: str) -> None:
    assert kinds(f"The {name} was signed on Friday by eighteen states.", "en").get(name) in ("misc", None)


def test_the_first_word_of_a_spanish_summit_is_no_place() -> None:
    found = kinds("La Cumbre de Panamá cerró el lunes sin acuerdo.", "es")
    assert "Cumbre" not in found
    assert found.get("Panamá", found.get("Cumbre de Panamá")) in ("place", "misc")


def test_a_number_behind_a_place_counts_what_follows() -> None:
    found = kinds("The lender promised Cape Verde 12 million euros for its vote.", "en")
    assert found.get("Cape Verde") == "place"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("وأوقف المخرج في الفندق الذي ينزل فيه بدير زيتون أمس.", "دير زيتون"),
        ("ووقع الحادث بكفر ياسين ليل الأحد.", "كفر ياسين"),
    ],
)
def test_a_particle_is_cut_off_what_opens_the_name_of_a_town(sentence: str, place: str) -> None:
    assert kinds(sentence, "ar").get(place) == "place"


def test_a_particle_is_cut_off_a_spanish_article() -> None:
    found = kinds("وقالت الخبيرة لإل ريوبلاتنسي إنها لم تر سوء نية.", "ar")
    assert not any(name.startswith("لإل") for name in found)
