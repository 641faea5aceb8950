"""An event whose tellings name no place is lent the likeliest of its pages', unless it is only said or none is likely enough."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.compose.governing import governor
from isnad.compose.whereabouts import ENOUGH, happens_somewhere
from isnad.models import weights
from isnad.pipeline import build
from isnad.store import open_store


def places(tmp_path: Path, page: str) -> dict[str, set[str]]:
    """By kind the names of the places of a page's events; nothing for one that has none."""
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {e.id: set(e.name.values()) for e in made.entities}
    found: dict[str, set[str]] = {}
    for e in made.events:
        found.setdefault(e.kind, set()).update(names[e.place] if e.place else ())
    return found


EN = (
    "Strike empties the market in Talling\n\nThe Shore Herald\n12 March 2019\n\n"
    "Hundreds of porters marched in the town of Talling on Monday. There are two markets in Talling.\n\n"
    "The mayor said that he would wait.\n\n"
    "Masked men attacked a group of porters on Monday evening and wounded three of them.\n"
)
AR = (
    "إضراب يشل سوق تازرت\n\nصوت الساحل\n12 مارس 2019\n\n"
    "خرج مئات الحمالين أمس في مسيرة بمدينة تازرت. وتضم تازرت سوقين وميناء.\n\n"
    "وقال رئيس البلدية إنه ينتظر.\n\n"
    "وهاجم ملثمون مجموعة من الحمالين مساء أمس فأصابوا ثلاثة منهم.\n"
)


def test_an_attack_on_the_day_of_a_march_was_in_its_town(tmp_path):
    assert places(tmp_path, EN)["attack"] == {"Talling"}


def test_in_arabic_too(tmp_path):
    assert places(tmp_path, AR)["attack"] == {"تازرت"}


def test_what_is_only_said_was_said_anywhere(tmp_path):
    page = EN + "\nThe union accused the police of idleness.\n"
    assert not places(tmp_path, page).get("accusation")


def test_a_page_without_places_lends_none(tmp_path):
    page = EN.replace("in the town of Talling ", "").replace(" in Talling", "")
    assert not places(tmp_path, page).get("attack")


@pytest.mark.parametrize(
    ("before", "language", "label"),
    [
        ("They met in the ", "en", "at"),
        ("le maire de ", "fr", "of"),
        ("salieron hacia ", "es", "to"),
        ("اعتقل في ", "ar", "at"),
        ("The port, ", "en", "bare"),
        ("A line.\n", "en", "head"),
    ],
)
def test_what_governs_a_name_is_read_from_the_words_before_it(before, language, label):
    assert governor(before + "Talling", len(before), language) == label


def test_letters_joined_to_an_arabic_name_govern_it():
    assert governor("اعتقل بتازرت", 7, "ar") == "at"


def test_the_weights_are_of_signs_and_none_is_a_word():
    known = json.loads(weights("places.json").read_bytes())
    assert "none" in known
    assert len(known) < 120
    assert all(s.isascii() for s in known)
    assert 0 < ENOUGH < 1


def test_hearsay_and_speech_are_lent_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(EN, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert not any(happens_somewhere(e) for e in made.events if e.place is not None or e.status == "reported")
