"""What stands by the way in a sentence: the state somebody is in now, and the name of a paper that is called a weekly."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part
from isnad.pipeline import build
from isnad.store import open_store


@pytest.mark.parametrize(
    "text",
    [
        "L'ancien directeur, Barnabé Kodjo, aujourd'hui écroué, avait été arrêté le mardi 9 mars au poste-frontière de Tamour, rappelle la préfecture.",
        "El gerente, Bernabé Soto, hoy encarcelado, fue detenido el martes 9 de marzo en el puesto fronterizo de Paso Hondo, según la policía.",
    ],
)
def test_who_is_jailed_now_and_was_arrested_then_was_arrested_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(f"La usine / la fábrica\n\n12/03/2021\n\n{text}\n", encoding="utf-8")
    events = build([str(tmp_path)], open_store("memory:"), engine="here").dossier.events
    (one,) = [e for e in events if e.kind == "arrest"]
    assert str(one.date and one.date.start).endswith("03-09")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Joel Banda resigned as mayor of Lusaka over the contract for the market, he told the weekly.", ["departure"]),
        ("Air Lagune suspended its weekly flight to Praia after the storm, the airline said.", ["suspension"]),
        ("Joel Banda meets the mayor of Lusaka weekly over the contract for the market.", []),
        ("Joel Banda visited the port of Lusaka daily before the strike at the docks.", []),
    ],
)
def test_only_what_is_done_weekly_is_habitual(text: str, found: list[str]) -> None:
    page = Article("a", "a", "0", "text/plain", "en", *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    assert [e.kind for e in annotate(page).events if not e.bare and e.kind != "disaster"] == found  # type: ignore[misc]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Según Amparo Lledó, que habló con la madre de la poeta, la policía la detuvo el domingo en Omdurmán."),
        ("fr", "Selon Paul Mercier, qui a parlé à la mère, la police l'a arrêtée dimanche à Lyon."),
        ("en", "According to Paul Mercer, who spoke to her mother, police arrested her on Sunday in Leeds."),
    ],
)
def test_whose_word_it_is_takes_no_part_behind_a_clause_about_them(language: str, text: str) -> None:
    page = Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    (arrest,) = [e for e in annotate(page).events if e.kind == "arrest"]  # type: ignore[misc]
    assert arrest.participants == ()


def test_who_is_told_of_by_a_relative_clause_still_does_what_it_says() -> None:
    text = "El alcalde Rubén Choque, que recibió un soborno en marzo, fue detenido el martes en Lima."
    page = Article("a", "a", "0", "text/plain", "es", *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    (arrest,) = [e for e in annotate(page).events if e.kind == "arrest"]  # type: ignore[misc]
    assert len(arrest.participants) == 1
