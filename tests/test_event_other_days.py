"""A place behind "three days after …" is where that was, and not what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store


def places(tmp_path: Path, page: str) -> set[str]:
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {e.id: set(e.name.values()) for e in made.entities}
    return {n for e in made.events if e.kind in ("departure", "death") and e.place for n in names[e.place]}


EN = "A new broom\n\nThe Shore Herald\n12 March 2019\n\n{}\n"
AR = "تغيير في الباليه\n\nصوت الساحل\n12 مارس 2019\n\n{}\n"


@pytest.mark.parametrize(
    "page",
    [
        EN.format(
            "The minister dismissed Karim Sellami on Monday, three days after the troupe came back from a fair in Sfax."
        ),
        AR.format(
            "أعفى وزير الثقافة الأحد مدير الباليه كريم السلامي من مهامه، بعد ثلاثة أيام من عودة الفرقة من معرض في صفاقس."
        ),
    ],
)
def test_a_place_counted_away_from_is_not_where(tmp_path, page):
    assert not places(tmp_path, page)


def test_a_place_of_its_own_stays(tmp_path):
    page = EN.format("The minister dismissed Karim Sellami in Sfax on Monday, three days after the troupe came back.")
    assert "Sfax" in places(tmp_path, page)


def test_the_dead_fell_where_they_were_hurt(tmp_path):
    page = EN.format("Karim Sellami died on Monday, three days after a lorry crashed in Sfax.")
    assert "Sfax" in places(tmp_path, page)
