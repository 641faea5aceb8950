"""What two pages tell of one matter that somebody denies is one claim, and one denial; what the denier tells besides is not what he denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.model import Disagreement, Dossier
from isnad.pipeline import build
from isnad.store import open_store


def dossier(tmp_path: Path, *pages: str) -> Dossier:
    for n, text in enumerate(pages):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    return build([str(tmp_path)], open_store("memory:"), engine="here").dossier


def denied(d: Dossier) -> list[Disagreement]:
    return [x for x in d.disagreements if x.slot == "status"]


def kind(d: Dossier, x: Disagreement) -> str:
    return next(e.kind for e in d.events if e.id == x.about["id"])


FR = """Bac de Tamour : la traversée retardée
La Dépêche du Fleuve
14 mars 2023

Le bac de Tamour a été retardé d'une heure par des crocodiles sur la rampe, raconte un passager. La Compagnie du fleuve l'a démenti dans une réponse écrite au journal.
"""
AR = """تأخر عبارة تامور
صوت النهر
14 مارس 2023

وتأخر إقلاع عبارة تامور نحو ساعة بسبب وجود تماسيح على المنحدر، حسب ما رواه أحد الركاب. غير أن شركة النهر نفت ذلك في رد مكتوب على الجريدة.
"""


def test_a_claim_that_two_pages_have_denied_is_one_event_and_so_is_the_denial(tmp_path: Path) -> None:
    d = dossier(tmp_path, FR, AR)
    (one,) = denied(d)
    assert {len(v.articles) for v in one.values} == {2}
    assert len([e for e in d.events if e.kind in ("accusation", "suspension")]) == 1  # the crossing that was late
    assert len([e for e in d.events if e.kind == "rejection"]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Le maire avait annoncé mardi le limogeage de la directrice de l'école, Nadia Bessam. Mais celle-ci assure : « Personne ne m'a limogée, j'ai démissionné lundi et j'ai vendu mon logement. »",
        "وكان رئيس البلدية قد أعلن الثلاثاء إقالة مديرة المدرسة نادية بسام. إلا أن بسام تؤكد في رسالة: «لم يقلني أحد، فقد استقلت يوم الاثنين وبعت مسكني».",
    ],
)
def test_a_dispute_is_about_what_is_denied_and_not_about_what_the_denier_tells_besides(
    tmp_path: Path, text: str
) -> None:
    d = dossier(tmp_path, f"École\n\n{text}\n")
    (one,) = denied(d)
    assert kind(d, one) == "departure"


@pytest.mark.parametrize(
    "text",
    [
        "A striker was hit by a rubber bullet in the eye on Tuesday and taken to the hospital in Lambra. The interior ministry denied that rubber bullets were used.",
        "Un gréviste a reçu mardi une balle en caoutchouc dans l'œil et a été conduit à l'hôpital de Lambra. Le ministère a nié tout usage de balles en caoutchouc.",
        "Un huelguista recibió el martes una bala de goma en un ojo y fue trasladado al hospital de Lambra. El ministerio negó que se hubieran usado balas de goma.",
    ],
)
def test_what_is_denied_in_part_of_a_claims_words_is_an_event_of_its_own_that_is_denied(
    tmp_path: Path, text: str
) -> None:
    d = dossier(tmp_path, f"Strike\n\n{text}\n")
    (one,) = denied(d)
    about = next(e for e in d.events if e.id == one.about["id"])
    assert (about.status, about.kind == "rejection") == ("denied", False)
