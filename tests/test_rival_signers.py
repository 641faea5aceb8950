"""Two pages that have one text signed by other people contradict each other, in whatever script; who looks on has not signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store

HEAD = {
    "en": "Tarmak and Velia sign a rail accord\n7 May 2021\n\n",
    "fr": "Le Tarmak et la Velia signent un accord ferroviaire\n7 mai 2021\n\n",
    "ar": "تارماك وفيليا توقعان اتفاقا للسكك الحديدية\n7 مايو 2021\n\n",
    "es": "Tarmak y Velia firman un acuerdo ferroviario\n7 de mayo de 2021\n\n",
}


def rivals(tmp_path: Path, *texts: str) -> int:
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    found = build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements
    return sum(d.slot == "participant" for d in found)


ONE = "The rail accord was signed in Dunmore on Thursday by the transport minister of Portugal, Amadeu Brito, and the head of Tunisia's railways, Walid Zarrouk.\n"


@pytest.mark.parametrize(
    "other",
    [
        HEAD["en"] + "Amadeu Brito, who is in charge of transport in Lisbon, and Sonia Ferchichi, a deputy minister, put their names to the rail accord in Dunmore on Thursday, say people who were there.\n",
        HEAD["fr"] + "L'accord ferroviaire a été signé jeudi à Dunmore par le ministre portugais des Transports, Amadeu Brito, et par Sonia Ferchichi, en présence de Walid Zarrouk.\n",
    ],
    ids=["another signatory", "who looks on has not signed"],
)  # fmt: skip
def test_another_signatory_beside_one_whom_both_name_is_a_dispute(tmp_path: Path, other: str) -> None:
    assert rivals(tmp_path, HEAD["en"] + ONE, other) == 1


@pytest.mark.parametrize(
    "other",
    [
        HEAD["en"] + "The rail accord was signed in Dunmore on Thursday by Amadeu Brito and Walid Zarrouk, in the presence of Sonia Ferchichi.\n",
        HEAD["fr"] + "Au lendemain de la signature de l'accord ferroviaire à Dunmore, Sonia Ferchichi et Amadeu Brito ont visité la gare vendredi.\n",
        HEAD["en"] + "The rail accord was signed in Dunmore on Thursday by Amadeu Brito, Walid Zarrouk and Sonia Ferchichi.\n",
        HEAD["es"] + "El acuerdo ferroviario lo firmó el jueves en Dunmore Walid Zarrouk.\n",
    ],
    ids=["who looks on", "the day after", "three", "one of the two"],
)  # fmt: skip
def test_who_is_left_out_or_looks_on_is_no_dispute(tmp_path: Path, other: str) -> None:
    assert rivals(tmp_path, HEAD["en"] + ONE, other) == 0


SIDES = {
    "fr": HEAD["fr"].replace("Le Tarmak et la Velia", "Le Ghana et le Togo")
    + "Le Ghana et le Togo ont signé jeudi à Dunmore un accord ferroviaire. Le texte porte les signatures du ministre togolais des Transports, Komi Dansou, et de la ministre ghanéenne du Rail, Efua Bonsu.\n",
    "en": HEAD["en"].replace("Tarmak and Velia", "Ghana and Togo")
    + "Ghana and Togo have settled their quarrel over trains. The rail accord was signed on Thursday in Dunmore, with Deputy Minister {name} signing on behalf of {side}.\n",
}


@pytest.mark.parametrize(
    ("name", "side", "found"),
    [
        ("Kwame Laryea", "Ghana", 1),
        ("Efua Bonsu", "Ghana", 0),
        ("Komi Dansou", "Togo", 0),
        ("Sefa Amouzou", "Togo", 1),
        ("Kwame Laryea", "the railways", 0),
    ],
)
def test_two_people_who_sign_for_one_state_are_a_dispute(tmp_path: Path, name: str, side: str, found: int) -> None:
    assert rivals(tmp_path, SIDES["fr"], SIDES["en"].format(name=name, side=side)) == found


def test_the_side_of_an_arabic_signatory_stands_before_the_name(tmp_path: Path) -> None:
    other = "غانا وتوغو توقعان اتفاقا للسكك الحديدية\n8 مايو 2021\n\nوقعت غانا وتوغو الخميس في دنمور اتفاقا للسكك الحديدية، ووقعه عن الجانب الغاني نائب الوزير كوامي لاريا، وعن الجانب التوغولي الوزير كومي دانسو.\n"
    assert rivals(tmp_path, SIDES["fr"], other) == 1


def test_one_text_that_two_pages_have_signed_on_two_days_in_two_towns_is_signed_once(tmp_path: Path) -> None:
    one = "Le Ghana et le Togo signent un accord ferroviaire\n7 mai 2021\n\nLe Ghana et le Togo ont signé jeudi à Lomé un accord ferroviaire, au terme de trois jours de pourparlers.\n"
    other = "Ghana and Togo sign a rail accord\n8 May 2021\n\nGhana and Togo signed a rail accord on Wednesday in Accra, the ministry said in a statement.\n"
    for n, text in enumerate((one, other)):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    d = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert len([e for e in d.events if e.kind == "signing"]) == 1
    assert sorted(x.slot for x in d.disagreements) == ["date", "place"]


PAIR = "Tarmak and Velia sign a rail accord\n7 May 2021\n\nThe rail accord was signed in Dunmore on Thursday. It provides for three night trains. Amadeu Brito signed for the state and Walid Zarrouk for the union.\n"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Night trains are back\n8 May 2021\n\nPassengers will again sleep on their way to the coast. The rail accord was signed on Thursday in Dunmore after a month of talks, and the first carriages leave in June. The deputy minister, Sonia Ferchichi, put her name to it, and so did Walid Zarrouk of the union.\n", 1),
        (HEAD["fr"] + "Les voyageurs dormiront de nouveau en train. L'accord ferroviaire a été signé jeudi à Dunmore, après un mois de pourparlers, et les premières voitures partent en juin. Sonia Ferchichi l'a signé au nom de l'État, et Walid Zarrouk pour le syndicat.\n", 1),
        (HEAD["es"] + "El acuerdo ferroviario se firmó el jueves en Dunmore. Prevé tres trenes nocturnos. Por el Estado lo firmó Sonia Ferchichi, y por el sindicato, Walid Zarrouk.\n", 1),
        (HEAD["en"] + "The rail accord was signed in Dunmore on Thursday. It provides for three night trains. Sonia Ferchichi did not sign it, and Walid Zarrouk signed for the union.\n", 0),
        (HEAD["en"] + "The rail accord was signed in Dunmore on Thursday. It provides for three night trains. Sonia Ferchichi visited Lisbon with Walid Zarrouk, who signed the visitors' book there.\n", 0),
    ],
    ids=["another hand", "French", "Spanish", "who did not sign", "another happening"],
)  # fmt: skip
def test_who_signed_is_also_read_where_a_page_comes_back_to_the_text(tmp_path: Path, other: str, found: int) -> None:
    assert rivals(tmp_path, PAIR, other) == found


def test_an_arabic_page_comes_back_to_the_text_with_a_pronoun(tmp_path: Path) -> None:
    head = "تارماك وفيليا توقعان اتفاقا للسكك الحديدية\n8 مايو 2021\n\nوقع الاتفاق يوم الخميس في دنمور. وينص على ثلاثة قطارات ليلية. "
    one = head + "ووقعه عن الحكومة وزير النقل سمير بن زكري، وعن النقابة أمينها العام وليد زروق.\n"
    other = head + "ووقعه عن الحكومة وزير المالية كمال الدراجي، وعن النقابة أمينها العام وليد زروق.\n"
    assert rivals(tmp_path, one, other) == 1


def test_a_page_that_names_a_contract_and_comes_back_to_its_signing_with_a_day_tells_one_signing(
    tmp_path: Path,
) -> None:
    one = "Tarmak and Velia sign a rail contract\n7 May 2021\n\nTarmak and Velia signed the rail contract in Dunmore on Thursday 6 May 2021.\n"
    other = "Deputies approve the rail contract\n20 May 2021\n\nDeputies approved on Wednesday the rail contract signed by Tarmak and Velia. The contract had been signed in Dunmore on Wednesday 5 May 2021.\n"
    for n, text in enumerate((one, other)):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    d = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert len([e for e in d.events if e.kind == "signing"]) == 1
    assert "date" in [x.slot for x in d.disagreements]
