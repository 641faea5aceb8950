"""Whom no rule takes is added where he likely took part, and a person whom one takes wrongly is left out; what sign weighs what is learned."""

from __future__ import annotations

import json

import pytest

from isnad.compose.governing import leading, words_before
from isnad.compose.participants import LIKELY, UNLIKELY, role_key
from isnad.model.reading import ParticipantRole
from isnad.models import weights
from isnad.pipeline import build
from isnad.store import open_store


def who(tmp_path, page: str) -> dict[str, set[str]]:
    """By kind the names of all who take part in a page's events."""
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    made = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {e.id: next(iter(e.name.values())) for e in made.entities}
    found: dict[str, set[str]] = {}
    for e in made.events:
        found.setdefault(e.kind, set()).update(names[p.entity] for p in e.participants)
    return found


HEADS = {
    "en": "News\n\nThe Shore Herald\n12 March 2019\n\n",
    "fr": "Nouvelles\n\nLe Phare du Soir\n12 mars 2019\n\n",
    "es": "Noticias\n\nEl Faro del Sur\n12 de marzo de 2019\n\n",
    "ar": "تكريم\n\nصوت الساحل\n12 مارس 2019\n\n",
}


@pytest.mark.parametrize(
    ("language", "words", "kind", "name"),
    [
        ("en", "Six points were docked from Talling Rovers on Monday for fielding a banned striker.", "sanction", "Talling Rovers"),
        ("en", "Challenger Ada Morrow unseated mayor Bill Trask by 40 votes on Sunday.", "election", "Bill Trask"),
        ("fr", "Une foule immense a accompagné lundi le poète Hamid Serrou à sa dernière demeure.", "gathering", "Hamid Serrou"),
        ("es", "Los vecinos rindieron homenaje el lunes a la maestra Elvira Robledo en el salón parroquial de Villamar.", "gathering", "Elvira Robledo"),
        ("ar", "رفضت نقابة العمال أمس المشاركة في اللجنة معترضة على رئيسها حميد السروي.", "rejection", "حميد السروي"),
    ],
)  # fmt: skip
def test_whom_no_rule_takes_is_added_where_he_likely_took_part(tmp_path, language, words, kind, name):
    assert name in who(tmp_path, HEADS[language] + words + "\n")[kind]


def test_a_town_is_never_added(tmp_path):
    assert "Villamar" not in who(tmp_path, HEADS["es"] + "Los vecinos rindieron homenaje el lunes a la maestra Elvira Robledo en Villamar.\n")["gathering"]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "language", "label"),
    [
        ("He came with the captain ", "en", "with"),
        ("par le capitaine ", "fr", "by"),
        ("contra el alcalde ", "es", "against"),
        ("التقى مع القبطان ", "ar", "with"),
        ("with her, the captain ", "en", "mark"),
        ("captain ", "en", "-"),
    ],
)
def test_what_leads_a_noun_phrase_is_found_behind_its_noun(before, language, label):
    told = frozenset({"with", "by", "against"})
    assert leading(words_before(before + "Talling", len(before)), language, told) == label


def test_a_role_goes_with_the_kind_the_sort_and_the_side():
    assert role_key("court", True, {"ahead": 1.0, "behind": 1.0}) == "court, person ahead"
    assert role_key("court", False, {"behind": 1.0}) == "court, other behind"
    assert role_key("court", True, {}) == "court, person ahead"


def test_the_weights_are_of_signs_and_none_is_a_word():
    known = json.loads(weights("participants.json").read_bytes())
    assert known.keys() == {"add", "keep", "roles"}
    assert all(s.isascii() for part in known.values() for s in part)
    assert set(known["roles"].values()) <= set(ParticipantRole.__args__)
    assert LIKELY["person"] > UNLIKELY > 0
    assert "town" not in LIKELY
