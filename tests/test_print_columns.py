"""Pages of print: narrow columns with broken words, heads that run over each page, the author and the town below the headline."""

from __future__ import annotations

from pathlib import Path

from isnad.extract.datelines import date_line
from isnad.pipeline import build
from isnad.store import open_store

PAPER = """El Eco de Valdehierro                                 JUEVES 6 DE ABRIL DE 2023   |   12
                                   C O M A R C A

La cantera de Peñalba cierra tras
el derrumbe que mató a dos peones
en el frente norte

ELENA ARGÜELLO
Peñalba del Río

La empresa Áridos del Páramo, que
explota la cantera de Peñalba desde
1998, anunció ayer el cierre del fren-
te norte, donde dos peones murieron
el lunes al venirse abajo un talud de
treinta metros. La dirección sostiene
que la ladera se había revisado en mar-
zo y que nada hacía temer un derrumbe
de ese tamaño en plena jornada laboral.

                                                                                  12
El Eco de Valdehierro                                 JUEVES 6 DE ABRIL DE 2023   |   13
VIENE DE LA PÁGINA ANTERIOR

Los vecinos llevaban meses pidiendo una
inspección. «Se oían crujidos por la no-
che y nadie venía», contó la alcaldesa,
Pura Iglesias, que ha convocado un ple-
no extraordinario para el próximo lunes
y reclama que se publique el informe.

Dos peones, en una imagen de archivo, ante el frente norte de la cantera de Peñalba. / E. E. V.
"""


def test_a_page_of_print_is_read_across_its_narrow_lines_and_its_running_heads(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(PAPER, encoding="utf-8")
    (article,) = build([str(tmp_path)], open_store("memory:"), engine="here").dossier.articles
    assert article.title == "La cantera de Peñalba cierra tras el derrumbe que mató a dos peones en el frente norte"
    assert article.published is not None
    assert article.published.start.isoformat() == "2023-04-06"
    body = " ".join(article.text[p.start : p.end] for p in article.parts if p.kind in ("lead", "body"))
    assert "anunció ayer el cierre" in body
    assert "contó la alcaldesa" in body
    assert "VIENE DE LA PÁGINA" not in body
    assert "JUEVES" not in body


def test_the_day_on_which_a_member_joined_a_forum_is_not_the_pages() -> None:
    for line in (
        "Inscrit : 06 juin 2011",
        "Joined: 6 June 2011",
        "Registrado: 6 de junio de 2011",
        "تاريخ التسجيل: 6 يونيو 2011",
    ):
        assert date_line(line) is None
    assert date_line("Le Phare de Sidra a écrit (13 février 2025, 18 h 05) :") is not None


def test_words_broken_at_line_ends_are_whole_though_one_line_sticks_out(tmp_path: Path) -> None:
    page = PAPER.replace(
        "treinta metros. La dirección sostiene\n",
        "treinta metros. La dirección sostiene desde entonces y sin descanso\n",
    )
    page = page.replace("contó la alcaldesa,\nPura Iglesias,", "contó la alcal-\ndesa, Marta Igle-\nsias,")
    (tmp_path / "p.txt").write_text(page, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert any("Marta Iglesias" in e.name.values() for e in dossier.entities)
