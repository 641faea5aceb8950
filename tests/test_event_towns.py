"""The town a spot is called after is where, when the pages name that town by itself."""

from __future__ import annotations

from pathlib import Path

from isnad.pipeline import build
from isnad.store import open_store


def places(tmp_path: Path, page: str) -> set[str]:
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {e.id: set(e.name.values()) for e in made.entities}
    return {n for e in made.events if e.kind in ("disaster", "death") and e.place for n in names[e.place]}


AR = "حريق في وادي الزان\n\nصوت الساحل\n12 مارس 2019\n\nتضم بلدة وادي الزان خمسة آلاف ساكن. واندلع حريق مهول أمس في مستشفى وادي الزان وأسفر عن مقتل ثلاثة أشخاص.\n"


def test_the_town_of_a_spot_is_where_if_it_is_named(tmp_path):
    assert places(tmp_path, AR) == {"وادي الزان"}


def test_a_hospital_of_another_name_is_in_no_town_of_the_page(tmp_path):
    page = AR.replace("مستشفى وادي الزان", "مستشفى سيدي مبارك")
    assert "وادي الزان" not in places(tmp_path, page)


def test_a_market_and_a_museum_are_in_the_town_whose_name_they_bear(tmp_path):
    assert places(tmp_path, AR.replace("مستشفى وادي الزان", "سوق وادي الزان")) == {"وادي الزان"}
