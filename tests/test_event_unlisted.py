"""A sentence in which no list finds an event may tell one all the same: by what its words mean, in four languages."""

from __future__ import annotations

import json

import pytest

from isnad.annotate.events.turns import meant, shipped
from isnad.export import write_json
from isnad.pipeline import build
from isnad.store import open_store
from test_kinds import reading

TOLD = [
    ("en", "court", "The tribunal in Port Selby docked the shipper Alan Moss nine months of liberty on Monday."),
    ("fr", "court", "Le tribunal de Port-Amar a privé lundi l'armateur Alain Mossi de neuf mois de liberté."),
    (
        "es",
        "election",
        "Los votantes de Puerto Amar entregaron el domingo la vara de alcalde a Tomás Ruiz con el 54 % de las papeletas.",
    ),
    ("ar", "attack", "دست يد مجهولة يوم الثلاثاء عبوة تحت سيارة القاضي سامر الزعبي في العقيبة فتطايرت أشلاؤها."),
]


@pytest.mark.parametrize(("language", "kind", "text"), TOLD)
def test_it_is_told_by_what_its_words_mean(language, kind, text):
    found = [e for e in reading(text, language).events if not e.bare]
    assert [(e.kind, e.status) for e in found] == [(kind, "happened")]
    assert found[0].likely >= 0.4
    assert found[0].date is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If the tribunal docks the shipper Alan Moss nine months of liberty, his barges will stay in Selby."),
        ("en", "The tribunal in Port Selby is a white building of nine months' work."),
        ("en", "Calm is back. The meeting will be held on 3 June."),
        ("en", "The agency shot Bryan Kohler's latest advert in Corley on Monday."),
        (
            "fr",
            "Si le tribunal prive l'armateur Alain Mossi de neuf mois de liberté, ses barges resteront à Port-Amar.",
        ),
        ("es", "Si los votantes entregan la vara de alcalde a Tomás Ruiz, Puerto Amar tendrá un alcalde médico."),
        ("ar", "جمع النائب هشام العلوي يوم الاثنين 37 توقيعا على مذكرة لحجب الثقة عن الوزير."),
    ],
)
def test_what_is_supposed_or_only_named_is_not(language, text):
    assert [e for e in reading(text, language).events if not e.bare] == []


def test_what_the_lists_tell_is_left_to_them():
    text = "Police arrested the shipper Alan Moss in Port Selby on Monday."
    assert [e.likely for e in reading(text, "en").events] == [0.0]


def test_the_dossier_says_how_it_was_found(tmp_path):
    text = f"The Harbour Courier\n\nNine months for shipper\n\n14 May 2024\n\n{TOLD[0][2]}\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    dossier = json.loads(write_json(build([str(tmp_path)], open_store("memory:"), engine="here").dossier))
    reasons = [r for e in dossier["events"] if e["kind"] == "court" for r in e["reasons"]]
    assert any(r.startswith("told in words that no list has") for r in reasons)


def test_one_meaning_has_one_sort_in_all_languages():
    of = shipped()

    def sorts(word: str, language: str) -> set[int]:
        return {n for c, _ in meant(word, language)[1] for n in of.sorts[of.of[c]]}

    english = sorts("tribunal", "en")
    assert english
    for word, language in (("tribunal", "fr"), ("tribunal", "es"), ("محكمه", "ar")):
        assert english & sorts(word, language)
