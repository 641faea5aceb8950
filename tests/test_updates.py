"""A count that grows from day to day is told of its event as an update; a lower count of a later day, and another town's, are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.export.html import write_html
from isnad.export.markdown import write_markdown
from isnad.export.selection import of_articles
from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store

FIRST = """Le Rivage
Crue à Tamrit : quatre morts
10 mars 2025
Par Nadia Ferhat

La crue du barrage de Tamrit a fait quatre morts et douze blessés dans la nuit de dimanche à lundi, selon la protection civile. Le maire de Tamrit,
Slimane Aouad, a ouvert le gymnase aux sinistrés.
"""
SECOND = """The Coast Ledger
Tamrit flood toll rises to {n}
12 March 2025
By Ellen Marsh

{n} people are now known to have died in the flood at Tamrit dam, civil protection said on Wednesday. The mayor of Tamrit, Slimane Aouad, said 27 others were hurt.
"""
THIRD = """صدى الساحل
ارتفاع حصيلة فيضان تامريت إلى 14 قتيلا
13 مارس 2025
محمد بن علي

ارتفعت حصيلة فيضان سد تامريت إلى 14 قتيلا، حسب ما أعلنت الحماية المدنية اليوم الخميس. وقال رئيس بلدية تامريت سليمان عواد إن البحث متواصل.
"""


def dossier(folder: Path, *pages: str) -> Dossier:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(page, encoding="utf-8")
    return build([str(folder)], open_store("memory:"), engine="here").dossier


def grown(made: Dossier) -> list[list[tuple[float, str]]]:
    return [[(c.value, str(c.day.start)) for c in u.counts] for e in made.events for u in e.updates]


def test_a_toll_of_three_days_and_three_languages_is_one_update_of_one_event(tmp_path: Path) -> None:
    made = dossier(tmp_path, FIRST, SECOND.format(n="Nine"), THIRD)
    dead, hurt = [(4, "2025-03-10"), (9, "2025-03-12"), (14, "2025-03-13")], [(12, "2025-03-10"), (27, "2025-03-12")]
    assert sorted(grown(made)) == [dead, hurt]
    assert made.disagreements == ()
    texts = {a.id: a for a in made.articles}
    said = [
        texts[c.article].text[c.start : c.end]
        for e in made.events
        for u in e.updates
        for n in u.counts
        for c in n.cites
    ]
    assert {"quatre morts", "Nine people", "14 قتيلا"} <= set(said)


def test_a_lower_count_of_a_later_day_is_no_update(tmp_path: Path) -> None:
    hurt = [(12, "2025-03-10"), (27, "2025-03-12")]
    assert grown(dossier(tmp_path, FIRST, SECOND.format(n="Three"))) == [hurt]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "updated: 4 (10 March 2025)"),
        ("fr", "mis à jour: 4 (10 mars 2025)"),
        ("es", "actualizado: 4 (10 de marzo de 2025)"),
    ],
)
def test_the_timeline_tells_how_the_count_grew(tmp_path: Path, language: str, line: str) -> None:
    made = dossier(tmp_path, FIRST, SECOND.format(n="Nine"), THIRD)
    assert line in write_markdown(made, language).decode()
    assert " ← " in write_html(made, "ar").decode()


def test_a_part_of_the_dossier_keeps_two_states_of_a_count_or_none(tmp_path: Path) -> None:
    made = dossier(tmp_path, FIRST, SECOND.format(n="Nine"), THIRD)
    by_day = sorted(made.articles, key=lambda a: str(a.published.start) if a.published else "")
    assert grown(of_articles(made, {a.id for a in by_day[1:]})) == [[(9, "2025-03-12"), (14, "2025-03-13")]]
    assert grown(of_articles(made, {by_day[0].id})) == []
