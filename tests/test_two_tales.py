"""Two voices of one page tell how one thing came about or ended in ways that exclude each other."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page


def answered(text: str) -> list[tuple[str, str]]:
    """What a page of one paragraph sets against each other: claim and answer, their first words."""
    reading = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    t = reading.article.text
    return [(t[d.claims[0].start :][:12], t[d.clause.start :][:12]) for d in reading.denials if d.claims]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("A decree published on Tuesday says that the head of the port, Abdi Warsame, was dismissed. Warsame says he resigned on Monday.", ("A decree pub", "Warsame says")),
        ("Le chef des dockers, Pierre Mabika, a été arrêté samedi chez lui, selon son épouse. La police affirme qu'il s'est présenté de lui-même.", ("Le chef des ", "La police af")),
        ("La resolución publicada el martes dice que Ramiro Olavarría fue destituido. Olavarría asegura que renunció el lunes.", ("La resolució", "Olavarría as")),
        ("اعتقل زعيم عمال الميناء رشيد بنكيران فجر السبت، بحسب زوجته. وقالت الشرطة في بيان إنه سلم نفسه طوعا.", ("اعتقل زعيم ع", "وقالت الشرطة")),
        ("It was a judge who let Dawit Mengesha out on parole, his lawyer said. The prison service maintains that he was pardoned.", ("It was a jud", "The prison s")),
        ("Residents said the police had fired into the air; the commissioner, John Kiprop, denied that a single shot had been fired.", ("Residents sa", "the commissi")),
        ("وقال سكان إن الدرك أطلق النار في الهواء، لكن الوالي محمد ولد سيدي نفى إطلاق أي رصاصة.", ("وقال سكان إن", "لكن الوالي م")),
        ("La députée Aline Mbeki a accusé le ministre d'avoir traité ses collègues de « marchands ». Le cabinet nie que ces mots aient été prononcés.", ("La députée A", "Le cabinet n")),
        ("اتهمت النائبة سعاد البوزيدي الوزير بوصف زملائها بـ«باعة الرمل». ونفى ديوان الوزير أن تكون هذه العبارة قد قيلت.", ("اتهمت النائب", "ونفى ديوان ا")),
    ],
)  # fmt: skip
def test_two_voices_tell_one_end_in_two_ways(text: str, pair: tuple[str, str]) -> None:
    assert pair in answered(text)


@pytest.mark.parametrize(
    "text",
    [
        "Abdi Warsame resigned on Monday. His deputy, Ali Hirsi, was dismissed on Tuesday, the ministry said.",
        "La policía detuvo el lunes a Ramiro Olavarría, según la fiscalía. Su cómplice, Julio Prat, se entregó el martes, dijo su abogado.",
        "استقال مدير المستشفى سالم العتيبي يوم الاثنين، بحسب الوزارة. وكان سلفه فهد المطيري قد أقيل عام 2019، وفق النقابة.",
        "Peter Njoroge was arrested on Saturday, according to his wife. His deputy said he would surrender if the police came for him.",
        "Quarante familles iront dans des logements loués, assure le maire. La ministre a nié que des maisons du quartier aient été vendues.",
    ],
)
def test_somebody_else_or_what_may_be_clashes_with_nothing(text: str) -> None:
    assert answered(text) == []
