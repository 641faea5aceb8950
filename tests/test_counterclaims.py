"""One side holds against another what cannot be true together with it, without a word of denying."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page


def answered(text: str) -> list[tuple[str, str]]:
    """What a page of one paragraph sets against each other: claim and answer, their first words."""
    reading = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    t = reading.article.text
    return [
        (t[d.claims[0].start :][:12], t[d.clause.start :][:12])
        for d in reading.denials
        if d.claims and d.clause == d.denied
    ]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The safety certificate of the ferry Marwa had expired in May, the maritime authority said on Thursday. Its owner insists that the certificate was valid on the day she sank.", ("The safety c", "Its owner in")),
        ("Une rançon de 2 millions d'euros a été versée, affirme un médiateur. Le gouvernement assure qu'aucune rançon n'a été payée pour les deux hommes.", ("Une rançon d", "Le gouvernem")),
        ("La policía del puerto sostiene que el joven cayó de la moto al huir; su hermana asegura que un agente le disparó por la espalda.", ("La policía d", "su hermana a")),
        ("El ingeniero está detenido desde el miércoles en el cuartel de Robledal, confirmó la embajada. Su esposa sostuvo en la radio que no hay tal detención.", ("El ingeniero", "Su esposa so")),
        ("أصدر المحافظ أمس قرارا بإقالة رئيس بلدية عين الورد مجدي الطوخي بعد أيام من الحادث. غير أن الطوخي كتب على صفحته: «استقلت يوم الأحد ومعي صورة الورقة».", ("أصدر المحافظ", "غير أن الطوخ")),
    ],
)  # fmt: skip
def test_what_one_side_holds_to_answers_what_the_other_says(text: str, pair: tuple[str, str]) -> None:
    assert pair in answered(text)


@pytest.mark.parametrize(
    "text",
    [
        "The deputy asked for the annexes of the treaty to be published in full this week. “There are no secret annexes,” the minister told the house on Monday.",
        "Trois cents amphores ont été remontées à ce jour du fond de la baie. « On ne remonte pas un navire, on remonte un équipage », dit le conservateur.",
        "The mayor was dismissed on Monday by the governor of the province. The head of the port, who is his cousin, insists that he has not made up his mind.",
        "أكدت الشركة أن قدرة المحطة 100 ميغاواط. غير أن نقابة الكهرباء أكدت أن القدرة الفعلية لا تتجاوز 64 ميغاواط في أحسن الأحوال.",
    ],
)
def test_a_no_in_a_quotation_another_subject_or_a_number_answers_nothing(text: str) -> None:
    assert answered(text) == []
