"""Provinces that no list of cities has, and given names of many lands: places and persons where nothing else tells."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.annotate.names.lexicon import gazetteer, given_names
from isnad.extract import read
from isnad.languages import table
from isnad.model import Page, Reading
from isnad.text import fold_key

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


@pytest.mark.parametrize(
    ("text", "language", "place", "country"),
    [
        ("The teachers of Dhi Qar called off their strike on Tuesday after talks.", "en", "Dhi Qar", "IQ"),
        ("أعلن المعلمون في ذي قار تعليق إضرابهم بعد محادثات مع الوزارة.", "ar", "ذي قار", "IQ"),
        ("Les éleveurs du Hodh Ech Chargui attendent la pluie depuis juin.", "fr", "Hodh Ech Chargui", "MR"),
        ("Los comuneros de Apurímac levantaron el bloqueo de la carretera.", "es", "Apurímac", "PE"),
        ("وصلت قافلة من المساعدات إلى حضرموت بعد أيام من السيول.", "ar", "حضرموت", "YE"),
    ],
)
def test_a_province_called_as_no_city_is_a_place_with_its_country(
    text: str, language: str, place: str, country: str
) -> None:
    found = {(m.text, m.country) for m in reading(text, language).mentions if m.kind == "place"}
    assert (place, country) in found


def test_provinces_of_two_states_bear_no_name_in_common() -> None:
    rows = table("shared", "regions")["regions"]
    names = [n for row in rows for n in {fold_key(printed) for printed in row["names"]}]
    assert len(names) == len(set(names))
    assert all(gazetteer().places[n].country for n in names)


def test_the_further_given_names_are_in_no_list_yet_and_no_common_words() -> None:
    further = table("shared", "given_names")["further"]
    assert len(further) == len(set(further)) > 900
    assert {"نسيمه", "عليو", "adnan", "malgorzata"} <= given_names()
    # «صباح» and "Milan" are names too, but a morning and a city first.
    assert given_names().isdisjoint({"صباح", "milan", "nada"})
