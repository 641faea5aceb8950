"""Names are found with their offices, told apart by sort, and shorter mentions lead to whom they stand for."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Mention, Page, Reading

TAIL = {
    "fr": " La rencontre a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
}


def found(text: str, language: str) -> Reading:
    return annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))


def of(reading: Reading, kind: str, form: str = "name") -> list[Mention]:
    return [m for m in reading.mentions if m.kind == kind and m.form == form]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        (
            "fr",
            "Le ministre tunisien des Transports, Hatem Zouari, a reçu mardi à Sfax les représentants des dockers.",
            "Hatem Zouari",
            "ministre tunisien des Transports",
        ),
        (
            "fr",
            "Nadia Benkirane, directrice générale de l'Agence nationale des ports, a présenté le projet aux élus de Tanger.",
            "Nadia Benkirane",
            "directrice générale de l'Agence nationale des ports",
        ),
        (
            "ar",
            "استقبل وزير النقل التونسي حاتم الزواري، يوم الثلاثاء بصفاقس، ممثلين عن عمال الميناء لبحث مطالبهم.",
            "حاتم الزواري",
            "وزير النقل التونسي",
        ),
        (
            "ar",
            "وقال المختار ولد اعليات، رئيس اتحاد البحارة، إن المطالب عادلة ولا بد من الاستجابة لها في أقرب وقت.",
            "المختار ولد اعليات",
            "رئيس اتحاد البحارة",
        ),
        (
            "es",
            "La ministra de Sanidad, Carmen Echeverría, viajó el martes a Sevilla para reunirse con los médicos en huelga.",
            "Carmen Echeverría",
            "ministra de Sanidad",
        ),
        (
            "en",
            "Defence minister William Prescott travelled to Lagos on Tuesday to meet the families of the missing sailors.",
            "William Prescott",
            "Defence minister",
        ),
    ],
)
def test_a_person_is_found_with_the_office_beside_the_name(language: str, text: str, name: str, role: str) -> None:
    people = of(found(text, language), "person")
    assert [(m.text, m.role.text if m.role else None) for m in people][:1] == [(name, role)]


def test_a_name_never_carries_its_title() -> None:
    people = of(
        found("M. Hatem Zouari et Mme Salma Zouari ont été reçus par le général Karim Ayadi à Sfax mardi matin.", "fr"),
        "person",
    )
    assert [m.text for m in people] == ["Hatem Zouari", "Salma Zouari", "Karim Ayadi"]


def test_attached_arabic_particles_are_no_part_of_a_name() -> None:
    r = found(
        "أجرى الوزير حاتم الزواري محادثات بالرباط مع نظيره، وسافر بعدها إلى المغرب وإسبانيا لحضور مؤتمر دولي كبير.",
        "ar",
    )
    assert {"الرباط", "المغرب", "إسبانيا"} <= {m.text for m in of(r, "place")}


def test_states_and_cities_carry_their_gazetteer_key_and_country() -> None:
    r = found(
        "Le président est arrivé lundi à Rabat en provenance d'Espagne, avant de se rendre en Algérie jeudi matin.",
        "fr",
    )
    keys = {m.text: (m.key, m.country) for m in of(r, "place")}
    assert keys["Espagne"] == ("place:ES", "ES")
    assert keys["Rabat"][1] == "MA"


def test_an_acronym_in_brackets_refers_to_the_long_form_before_it() -> None:
    r = found(
        "Le Comité national des pêches (CNP) a rejeté mardi la proposition du gouvernement, a indiqué son bureau.", "fr"
    )
    short = next(m for m in r.mentions if m.text == "CNP")
    assert r.mentions[short.refers[0]].text == "Comité national des pêches"


def test_an_office_alone_leads_to_the_one_person_of_the_page_who_holds_it() -> None:
    text = "Le ministre tunisien des Transports, Hatem Zouari, a visité le port de Sfax mardi. Le ministre a promis une réponse."
    r = found(text, "fr")
    office = next(m for m in r.mentions if m.form == "role")
    assert [r.mentions[i].text for i in office.refers] == ["Hatem Zouari"]


def test_two_ministers_together_refer_to_both() -> None:
    text = (
        "Le ministre tunisien des Transports, Hatem Zouari, a reçu mardi à Sfax la ministre italienne des Ports, Giulia Ferrante. "
        "Les deux ministres ont visité le chantier du nouveau terminal."
    )
    r = found(text, "fr")
    both = next(m for m in r.mentions if m.plural)
    assert {r.mentions[i].text for i in both.refers} == {"Hatem Zouari", "Giulia Ferrante"}


def test_weekdays_months_and_headline_words_are_no_persons() -> None:
    r = found(
        "Lundi Matin sera diffusé en Mars. Après Avril viendra Mai, rappelle le Journal dans son édition de Mercredi dernier.",
        "fr",
    )
    assert not {"Lundi Matin", "Mars", "Avril", "Mai", "Mercredi"} & {m.text for m in of(r, "person")}
