"""A page that sets a day, a place or a person right gives both values: they are a dispute of the event it tells, or that others tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.model import Disagreement
from isnad.pipeline import build
from isnad.store import open_store


def disputes(tmp_path: Path, *texts: str) -> list[Disagreement]:
    """What the pages disagree on; each text is a page with its title on the first line and its day on the second."""
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    return list(build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements)


def slots(found: list[Disagreement]) -> list[str]:
    return sorted(d.slot for d in found)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The two mayors signed the charter of the river in Coimbra on Wednesday, not Tuesday, two people who were there say.", "date"),
        ("Police arrested the banker Osvaldo Trill in Coimbra, his lawyer said, and not in Faro as a daily had claimed.", "place"),
        ("Police arrested the banker Osvaldo Trill at his villa in Coimbra, his lawyer said, and not at the airport as a daily had claimed.", "place"),
        ("Le banquier Osvaldo Trill a été arrêté à Coimbra, et non à Faro, assure son avocat.", "place"),
        ("Les deux maires ont signé mercredi la charte du fleuve, et non mardi comme l'avait annoncé la préfecture.", "date"),
        ("La policía detuvo al banquero Osvaldo Trill en Coímbra, y no en Faro, según su abogada.", "place"),
        ("Los dos alcaldes firmaron la carta del río el miércoles, y no el martes como había publicado un diario.", "date"),
        ("اعتقلت الشرطة رجل الأعمال سامر الدندشي في حلب لا في دمشق، بحسب محاميه.", "place"),
        ("ووقع العمدتان ميثاق النهر يوم الأربعاء لا يوم الثلاثاء كما ذكرت صحيفة محلية.", "date"),
        ("El puente se hundió la noche del sábado según la empresa y la madrugada del domingo según los vecinos, que oyeron el estruendo.", "date"),
        ("Le pont s'est effondré samedi soir d'après l'entreprise et dimanche matin d'après les riverains.", "date"),
        ("The striker Anton Bell died on Saturday, his family said. The police, in a statement, put his death on Sunday.", "date"),
        ("Corvo Air signed a contract with the ferry firm Delmar in Coimbra on Monday. State radio said, however, that the contract was signed only on Wednesday.", "date"),
        ("وقعت الشركتان عقد شراء العبارات يوم الاثنين في حلب. غير أن الإذاعة الرسمية قالت إن العقد وقع يوم الأربعاء.", "date"),
    ],
)  # fmt: skip
def test_who_sets_a_day_or_a_place_right_reports_a_dispute(tmp_path: Path, text: str, slot: str) -> None:
    assert slots(disputes(tmp_path, f"A page\n17 March 2022\n\n{text}\n")) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "The two mayors met in Coimbra on Wednesday and did not travel to Faro, a spokesman said.",
        "The banker Osvaldo Trill was arrested in Coimbra on Monday, not far from Faro, police said.",
        "The hearing will be held in Coimbra on Friday, and not all of the judges of Faro will sit.",
        "The ministry said that the accord signed in Coimbra on Tuesday does not bind Faro.",
        "Le banquier a été arrêté à Coimbra, non loin de Faro, a indiqué la police lundi.",
        "Les maires ont signé la charte à Coimbra mercredi et ne se rendront pas à Faro jeudi, selon la préfecture.",
        "La policía detuvo el lunes al banquero en Coímbra y no descarta registros en Faro, según su abogada.",
        "الشرطة اعتقلت رجل الأعمال سامر الدندشي في حلب يوم الاثنين ولا تستبعد اعتقالات في دمشق، بحسب محاميه.",
        "The firm opened a plant in Coimbra on Monday and one in Faro on Tuesday, according to its director.",
        "Corvo Air signed a contract with the ferry firm Delmar on Monday. Lodos Air said, however, that it had signed with Taranta Freight on Wednesday.",
        "The strike began on Monday according to the union and will end on Wednesday.",
        "The striker Anton Bell died on Saturday, his family said. The police put a guard on the ward on Sunday.",
    ],
)
def test_a_no_that_sets_no_value_aside_is_no_dispute(tmp_path: Path, text: str) -> None:
    assert slots(disputes(tmp_path, f"A page\n17 March 2022\n\n{text}\n")) == []


def test_where_its_words_make_no_event_it_is_of_what_others_put_in_that_place(tmp_path: Path) -> None:
    one = "Gendarmes hold captain\n14 March 2022\n\nGendarmes arrested the runaway captain Idris Walgo in Sendou on Saturday, a judge said.\n"
    other = (
        "The captain\n17 March 2022\n\nCaptain Idris Walgo and two companions were caught the previous Friday at the Tarma border post, "
        "and not in Sendou a day later, as a local newspaper had it.\n"
    )
    found = disputes(tmp_path, one, other)
    assert "place" in slots(found)
    assert {d.about["type"] for d in found} == {"event"}
