"""Turns of Spanish that tell an event, or none: light verbs, names called, aims, doubled denials, what weekdays count."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_kinds import reading, told

TOLD = [
    ("threat", "El cártel amenazó de muerte el lunes al alcalde Iván Quesada en Valdemora."),
    ("threat", "La empresa Norvax amagó el martes con cerrar su planta de Valdemora."),
    ("accusation", "Elena Prado tildó el lunes de mentiroso a Iván Quesada en Valdemora."),
    ("accusation", "Elena Prado atribuyó el lunes a Iván Quesada haber copiado el informe."),
    ("rejection", "El escultor Iván Quesada declinó el lunes el galardón de Valdemora."),
    ("rejection", "El presidente Iván Quesada vetó el martes la amnistía fiscal."),
    ("rejection", "El sindicato de Elena Prado dijo no el martes a la propuesta de Norvax."),
    ("rejection", "Elena Prado no aceptó el martes la oferta de Norvax."),
    ("inquiry", "La Contraloría de Valdemora tiene bajo la lupa a Norvax desde mayo."),
    ("suspension", "La Contraloría de Valdemora dejó en pausa el lunes la licitación de Norvax."),
    ("sanction", "Bolivia bloqueó el lunes los activos de Iván Quesada."),
    ("election", "El independiente Iván Quesada se alzó el domingo con la vara de mando en Valdemora."),
    ("appointment", "Elena Prado pasa desde el lunes a dirigir la Guardia de Valdemora."),
    ("competition", "El belga Jan Verhoef se adjudicó el lunes la Clásica de Valdemora."),
    ("construction", "El consorcio Norvax tendió el lunes 200 metros de tubería en Valdemora."),
    ("signing", "Elena Prado e Iván Quesada pusieron su rúbrica el lunes al convenio de Valdemora."),
]
UNTOLD = [
    ("transaction", "El fondo de Elena Prado tiene por objeto financiar escuelas y comprar deuda en Valdemora."),
    ("arrest", "No hubo el lunes en Valdemora disparos, ni heridos, ni detenidos."),
    ("meeting", "Elena Prado rompió el lunes el diálogo con Norvax."),
    ("demand", "Salió el lunes de Valdemora Iván Quesada, a quien reclamaba la Interpol."),
    ("court", "Iván Quesada, de 29 años, se impuso el lunes en Valdemora con catorce segundos de ventaja."),
    ("funding", "Un técnico acusó el lunes a Iván Quesada de haberse inyectado EPO en Valdemora."),
]


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_what_a_turn_of_spanish_tells(kind: str, sentence: str) -> None:
    assert told(sentence, "es", kind) == {"happened"}


@pytest.mark.parametrize(("kind", "sentence"), UNTOLD)
def test_what_a_turn_of_spanish_does_not_tell(kind: str, sentence: str) -> None:
    assert told(sentence, "es", kind) == set()


@pytest.mark.parametrize("counted", ["12 millones de soles", "12 vagones"])
def test_the_number_behind_a_weekday_may_count_what_follows(counted: str) -> None:
    dates = {e.date for e in reading(f"Elena Prado entregó el lunes {counted} a Valdemora.", "es").events}
    assert [d.start for d in dates if d is not None] == [date(2024, 5, 13)]
