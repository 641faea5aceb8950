"""How far an agreement got is read from what governs its name; "the contract" adds to the agreement it means."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.compose import compose
from isnad.extract import read
from isnad.link import link
from isnad.model import Agreement, Page, Reading


def page(text: str, name: str = "p.txt") -> Reading:
    return annotate(read(Page(source=name, data=text.encode())))


def steps(text: str) -> list[list[tuple[str, str | None]]]:
    r = page(text)
    return [[(s.status, str(s.date.start) if s.date else None) for s in a.steps] for a in r.agreements]


def register(*texts: str) -> tuple[Agreement, ...]:
    readings = [page(t, f"{i}.txt") for i, t in enumerate(texts)]
    return compose(readings, link(readings)).agreements


def test_each_step_has_its_own_day() -> None:
    text = (
        "Accra, 3 June 2021\n\nThe fisheries agreement between Ghana and Denmark was signed on 4 May 2021 and entered into force "
        "on 1 June 2021, the ministry in Accra said on Thursday."
    )
    assert steps(text) == [[("signed", "2021-05-04"), ("in force", "2021-06-01")]]


def test_a_law_authorising_ratification_approves_and_does_not_ratify() -> None:
    text = (
        "Accra, le 24 mai 2022\n\nL'Assemblée nationale a adopté le 23 mai 2022 le projet de loi autorisant la ratification de l'accord "
        "de pêche conclu entre le Ghana et le Danemark, indique le gouvernement dans un communiqué."
    )
    assert [s for s, _ in steps(text)[0]] == ["approved", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana et le Danemark n'ont pas signé d'accord de pêche mardi à Accra, contrairement à ce qui avait été annoncé la veille.",
        "Ghana no firmó ningún acuerdo de pesca con Dinamarca durante la visita del ministro a la capital, según la cancillería.",
        "No contract was signed in Accra on Tuesday, the ministry of fisheries said in a short statement to the press agency.",
        "ولم توقع غانا والدنمارك أي اتفاقية في مجال الصيد البحري خلال زيارة الوزير إلى العاصمة أكرا، حسب بيان رسمي للوزارة.",
    ],
)
def test_what_was_not_signed_is_no_agreement(text: str) -> None:
    assert [a for a in register(text) if any(s.status == "signed" for s in a.steps)] == []


def test_a_later_mention_adds_to_the_agreement_it_means() -> None:
    text = (
        "Accra, 5 May 2021\n\nGhana and Denmark signed a treaty on the transfer of prisoners in Accra on 4 May 2021.\n\n"
        "The treaty was signed by Kofi Mensah, the Ghanaian minister of justice, and by his counterpart from Copenhagen.\n\n"
        "Under the treaty, prisoners may ask to be sent home, the two ministers told reporters after the ceremony."
    )
    found = register(text)
    assert len(found) == 1
    assert found[0].kind == "treaty"
    assert any("transfer of prisoners" in d.text for d in found[0].domains)


def test_the_contract_of_nothing_told_is_abstained_from() -> None:
    text = (
        "El contrato incluye penalizaciones por cada semana de retraso, recordó ayer el sindicato de la planta en una nota a los "
        "trabajadores, que piden desde enero la readmisión de los despedidos."
    )
    readings = [page(text)]
    dossier = compose(readings, link(readings))
    assert dossier.agreements == ()
