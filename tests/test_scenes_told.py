"""A town right beside the day says where a telling was, where its sentence gave it a country alone; a town of something else does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.compose.cast import cast_of
from isnad.compose.scene import scene
from isnad.extract import read
from isnad.link import link
from isnad.model import MentionRef, Page
from isnad.pipeline import build
from isnad.store import open_store


def scenes(text: str, kind: str) -> set[str]:
    """Where the tellings of a kind on a page of one paragraph are said to be, by the page's own words."""
    r = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    cast = cast_of([r], link([r]))
    found = (scene(MentionRef(r.article.id, i), e, cast) for i, e in enumerate(r.events) if e.kind == kind)
    named = {e.id: {r.mentions[m.index].text for m in e.members} for e in cast.entities.values()}
    return {name for place in found if place is not None for name in named[place]}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("وقّعت اللجنة الوطنية للسكك في النيجر في الخرطوم، يوم 8 أغسطس 2018، عقدا مع شركة «قاطرة الساحل» لشراء تسع قاطرات.", "الخرطوم"),
        ("Le 8 mars 2024, à Varsovie, Niamey signait le contrat des locomotives, d'une valeur de neuf millions de dollars.", "Varsovie"),
    ],
)  # fmt: skip
def test_a_town_beside_the_day_is_where_it_was(text: str, town: str) -> None:
    assert town in scenes(text, "signing")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("وقّعت اللجنة الوطنية للسكك في النيجر عقدا لشراء تسع قاطرات، وتوفي مديرها في الخرطوم يوم 8 أغسطس 2018.", "الخرطوم"),
        ("The rail board of Niger signed the contract on Tuesday; the wagons will be built in Gdansk.", "Gdansk"),
    ],
)  # fmt: skip
def test_a_town_of_something_else_is_not(text: str, town: str) -> None:
    assert town not in scenes(text, "signing")


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("A clinic with thirty beds opened at Corvel on Saturday.", "The water board denied that the dam of Ustren had opened its gates."),
        ("El gremio de tejedores pidió cinco millones el lunes.", "La embajada negó que el Gobierno de Noruega hubiera pedido visados."),
        ("افتُتح مستشفى ميداني في درنة يوم السبت.", "ونفت هيئة المياه أن يكون السد قد فتح بواباته."),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_another_thing_of_its_kind(tmp_path: Path, told: str, denied: str) -> None:
    (tmp_path / "a.txt").write_text(f"The Corvel Post\nNews\n8 March 2024\n\n{told}\n\n{denied}\n", encoding="utf-8")
    found = build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements
    assert not [d for d in found if d.slot == "status"]
