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
