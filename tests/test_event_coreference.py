"""Two tellings are one event by all that is told of them, in any language; what somebody gives, does twice or undoes is another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.link import link
from isnad.link.coreference import layers, likelihood
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

STATION_FR = """Le Rail du Chélif
Une gare neuve à Tizraf
5 mars 2024

Le ministre des Transports, Karim Belhadj-Soufi, a inauguré lundi 4 mars à Tizraf une gare neuve, qui a coûté 640 millions de dinars. La cérémonie d'inauguration a réuni trois cents personnes.
"""
STATION_AR = """صحيفة الهضاب
تيزراف تدشن محطتها الجديدة
5 مارس 2024

دشن وزير النقل كريم بلحاج صوفي، أمس الاثنين، محطة القطار الجديدة في تيزراف التي كلفت 640 مليون دينار.
"""
BRIDGE_AR = """صحيفة الهضاب
جسر جديد في وادي مرغان
7 مارس 2024

دشن وزير النقل كريم بلحاج صوفي، أمس الأربعاء، جسرا جديدا في وادي مرغان طوله 210 أمتار.
"""


def dossier(folder: Path, *pages: str) -> Dossier:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(page, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


def pages_of(made: Dossier, kind: str) -> list[int]:
    return sorted(len(e.articles) for e in made.events if e.kind == kind)


def test_one_opening_in_two_scripts_is_one_event_and_the_next_one_another(tmp_path: Path) -> None:
    assert pages_of(dossier(tmp_path, STATION_FR, STATION_AR, BRIDGE_AR), "opening") == [1, 2]


def test_the_noun_that_takes_an_event_up_again_makes_no_second_one(tmp_path: Path) -> None:
    assert pages_of(dossier(tmp_path, STATION_FR), "opening") == [1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("La Banque du Littoral a prêté mardi 5 mars 18 millions d'euros à la ville de Tizraf.",
         "الكويت تقدم يوم الأربعاء 6 مارس منحة قدرها 12 مليون يورو لبلدية تيزراف."),
        ("Le tribunal de Tizraf a condamné jeudi 7 mars Salim Ourabah à deux ans de prison.",
         "برأت محكمة تيزراف يوم الخميس 7 مارس سليم أورباح من تهمة الاختلاس."),
    ],
)  # fmt: skip
def test_what_two_give_and_what_undoes_the_other_are_two_events(tmp_path: Path, first: str, second: str) -> None:
    made = dossier(
        tmp_path,
        f"Le Rail du Chélif\nTizraf\n8 mars 2024\n\n{first}\n",
        f"صحيفة الهضاب\nتيزراف\n8 مارس 2024\n\n{second}\n",
    )
    assert all(len(e.articles) == 1 for e in made.events)
    assert {a for e in made.events for a in e.articles} == {a.id for a in made.articles}


def test_a_judgement_says_in_words_what_made_it_and_how_likely_it_is(tmp_path: Path) -> None:
    store = open_store("memory:")
    for n, page in enumerate((STATION_FR, STATION_AR)):
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    build([str(tmp_path)], store, engine="here")
    links = link([k.reading for k in store.kept() if k.reading is not None])
    joined = [j for j in links.judgements if j.target.get("type") == "event" and j.kind == "same"]
    weighed = [j.reason.split("; ") for j in joined if j.reason.endswith("% likely")]
    assert weighed
    assert all(len(said) > 1 for said in weighed)


def test_odds_become_likelihoods_and_never_overflow() -> None:
    assert likelihood(0) == 0.5
    assert likelihood(1e9) > 0.999
    assert 0 < likelihood(-1e9) < 0.001
    assert set(layers()) == {"page", "pages"}
