"""One thing told by two voices of a page: who answers for himself where the page had told it, how somebody died; two of one event on two pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.model import Dossier
from isnad.pipeline import build
from isnad.store import open_store


def dossier(tmp_path: Path, *pages: str) -> Dossier:
    for n, text in enumerate(pages):
        (tmp_path / f"{n}.txt").write_text(f"Page {n}\n\n12 May 2021\n\n{text}\n", encoding="utf-8")
    return build([str(tmp_path)], open_store("memory:"), engine="here").dossier


@pytest.mark.parametrize(
    "text",
    [
        'Kolwe FC\'s trainer, Marco Vidal, is out. The club announced on Saturday night that it had sacked him. Reached at Lusaka airport, he told the Herald: "I resigned in the dressing room, with my boots still on."',
        "Le président a mis fin aux fonctions de la ministre de l'Eau, Awa Traoré, a annoncé la radio nationale. « J'ai remis ma lettre samedi, je n'ai pas attendu le décret », nous a-t-elle dit au téléphone depuis Bamako.",
        "La junta informó el lunes que había despedido al gerente del canal, Luis Arana. Contactado en Lima, Arana replicó: “Renuncié yo, por escrito, la semana pasada”.",
        "أعلنت إدارة النادي مساء السبت أنها أقالت المدرب مراد السالمي. وقال السالمي، في اتصال من مطار تونس، لـ«الرائد»: «قدمت استقالتي في غرفة الملابس قبل أن يتكلموا».",
    ],
)
def test_who_was_sacked_says_that_he_resigned(tmp_path: Path, text: str) -> None:
    assert [d.slot for d in dossier(tmp_path, text).disagreements] == ["status"]


@pytest.mark.parametrize(
    "text",
    [
        "Samedi soir, un chauffeur, Modibo Sarr, 52 ans, a été retrouvé mort près de son camion. « Il n'avait pas dormi depuis trois jours, son cœur a lâché », affirme le syndicat. La préfecture parle, elle, d'un homme écrasé par un autre camion.",
        "El preso Carlos Mena murió el lunes en la celda. Según el penal, sufrió un infarto. La familia asegura que lo mataron a golpes.",
        "توفي الموقوف سالم الكعبي مساء الاثنين. وتقول الشرطة إنه أصيب بأزمة قلبية، فيما تؤكد عائلته أنه تعرض للضرب حتى الموت.",
    ],
)
def test_how_somebody_died_is_disputed_of_the_death(tmp_path: Path, text: str) -> None:
    made = dossier(tmp_path, text)
    (found,) = made.disagreements
    assert [e.kind for e in made.events if e.id == found.about["id"]] == ["death"]


@pytest.mark.parametrize(
    "text",
    [
        "A driver, Ali Sow, died of a heart attack on Monday in Rosso, the hospital said. In Dakar, a baker was run over by a lorry, the police said.",
        'Kolwe FC sacked its trainer, Marco Vidal, on Monday, the club said. At Tamba FC, the president, Joseph Mwale, told reporters: "I resigned because I am tired."',
    ],
)
def test_two_people_are_no_two_tales(tmp_path: Path, text: str) -> None:
    assert not dossier(tmp_path, text).disagreements


def test_two_pages_give_one_purchase_two_prices_in_other_words(tmp_path: Path) -> None:
    one = "Deportivo Real bought the striker Byron Cuero from Atletico Tumbes in January for $1.2 million, according to its treasurer."
    two = "Atlético Tumbes, que vendió en enero al delantero Byron Cuero al Deportivo Real por 850.000 dólares, reclama el 20 % de la nueva operación. El Deportivo Real cobrará 480.000 dólares."
    (found,) = dossier(tmp_path, one, two).disagreements
    assert found.slot == "number"
    assert {v.value for v in found.values} == {1_200_000, 850_000}


@pytest.mark.parametrize(
    "text",
    [
        "El delantero Byron Cuero firmó el jueves en Lima su contrato con el Deportivo Real. El club pagará 300.000 dólares. “Estoy feliz”, declaró el futbolista.\n\nLa semana pasada jugó en Guayaquil un amistoso.\n\nEl Atlético Tumbes ofrece otra versión: asegura en un comunicado que el contrato se firmó el viernes en Guayaquil.",
        "Le négociant Naji Raad a été arrêté lundi à l'aéroport de Santa Rosa, selon le parquet. Ses proches contestent, eux, le récit du parquet : il aurait été pris dimanche, à l'heure du déjeuner, dans sa maison d'Equipo, et non à l'aéroport.",
    ],
)
def test_another_version_gives_another_day_and_another_place(tmp_path: Path, text: str) -> None:
    assert sorted(d.slot for d in dossier(tmp_path, text).disagreements) == ["date", "place"]


def test_fewer_are_missing_as_the_days_go_by(tmp_path: Path) -> None:
    one = "A landslide buried the village of Quilamba on Monday and left 40 people missing, the fire brigade said."
    two = "Two weeks after the landslide in Quilamba 15 people are still missing, the fire brigade said."
    (tmp_path / "0.txt").write_text(f"Landslide buries Quilamba\n\n12 May 2021\n\n{one}\n", encoding="utf-8")
    (tmp_path / "1.txt").write_text(f"Quilamba after the landslide\n\n26 May 2021\n\n{two}\n", encoding="utf-8")
    assert not build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements


def test_a_tie_that_is_denied_disputes_no_dismissal(tmp_path: Path) -> None:
    text = "أقال مجلس الوزراء الخميس المدير العام للجمارك العقيد سالم ولد حامد. ونفى مصدر حكومي أي صلة بين الإقالة والإضراب."
    assert not dossier(tmp_path, text).disagreements
