"""Numbers of one page whose noun stands elsewhere: behind a question, set aside for another, or with their verb left out."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.link.things import done_of
from isnad.model import Page


def rivals(text: str) -> set[tuple[float, float]]:
    """The pairs of numbers that a page of one paragraph sets against each other."""
    r = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    pairs = Rivals(r, [*roles_of(r), *(done_of(r, f) for f in r.counts)]).pairs()
    values = [f.value[0] if isinstance(f.value, tuple) else f.value for f in r.numbers]
    return {(values[i], values[j]) for i, js in pairs.items() for j in js if i < j}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("How many houses are concerned? The minister, Rima Tabet, speaks of 86; the list attached to the protocol, which we have seen, counts 112.", (86, 112)),
        ("Combien de maisons sont concernées ? La ministre parle de 86 ; la liste annexée au protocole, que nous avons consultée, en compte 112.", (86, 112)),
        ("¿Cuántas casas están afectadas? La ministra habla de 86; la lista anexa al protocolo, que hemos consultado, suma 112.", (86, 112)),
        ("كم عدد المنازل المعنية؟ تتحدث الوزيرة ريما ثابت عن 86، فيما تضم اللائحة الملحقة بالبروتوكول 112.", (86, 112)),
        ("Le maire de Boké, Lamine Sylla, assure que ceux qui sont partis étaient onze et non sept.", (11, 7)),
        ("According to Hamid Sule, mayor of Bori, those who walked out were eleven, not seven.", (11, 7)),
        ("وبحسب رئيس البلدية هشام الغرسلاوي، فإن المنسحبين من الجلسة كانوا أحد عشر لا سبعة.", (11, 7)),
        ("قاطعت أربعة منتخبات الجولة الخامسة. وقالت الهيئة إن عدد المقاطعين ستة لا أربعة.", (6, 4)),
        ("« Le contrat parle de 34 millions d'euros, les annexes de 41 », a lancé le député Nizar Douibi devant la commission.", (34e6, 41e6)),
        ('"The contract speaks of 34 million euros, the annexes of 41," said the deputy Nizar Douibi in the committee.', (34e6, 41e6)),
        ("وقدر المنظمون عدد المشاركين بمئتين، فيما تحدثت مديرية الأمن العام عن 40 شخصا.", (200, 40)),
        ("L'association a compté 14 interpellés, tandis que la sûreté parle de neuf personnes relâchées le soir même.", (14, 9)),
        ("وأحصت الجمعية 14 موقوفا، في حين تحدثت المنطقة الأمنية، في بلاغ لها، عن تسعة أشخاص أخلي سبيلهم.", (14, 9)),
    ],
)  # fmt: skip
def test_numbers_without_their_noun_are_set_against_each_other(text: str, pair: tuple[float, float]) -> None:
    assert pair in rivals(text)


@pytest.mark.parametrize(
    "text",
    [
        "De los 40 municipios invitados suscribieron la carta 27, según la lista del periódico.",
        "Sur les 40 villes invitées, 27 ont signé la charte, selon la liste que nous avons consultée.",
        "How many houses are concerned? The minister did not say. The district has 4 schools and 12 wells.",
        "The law sets the age at 18, not 16 June as had been feared by the party.",
        "بلغ عدد المدعوين إلى الحفل 40، ولا أحد منهم حضر في الموعد سوى رئيس الجمعية.",
    ],
)
def test_a_whole_another_thing_and_a_day_are_no_rivals(text: str) -> None:
    assert rivals(text) == set()


def test_an_arabic_number_with_its_article_counts_the_things_before_it() -> None:
    r = annotate(
        read(Page("a.txt", "X\n\nسحب المصرف المركزي ترخيص البنك، وأغلق فروعه الأربعة عشر إلى إشعار آخر.\n".encode()))
    )
    assert [(f.value, f.unit) for f in r.counts] == [(14, "banks")]


def test_a_noun_of_people_that_describes_another_counts_no_people() -> None:
    r = annotate(
        read(
            Page(
                "a.txt",
                "X\n\nLa charte a été signée hier par quarante villes invitées et douze pays donateurs.\n".encode(),
            )
        )
    )
    assert not [f for f in r.figures if f.unit == "people"]


def test_millions_of_a_sentence_behind_are_of_the_money_before_them() -> None:
    text = "How deep is the hole? The central bank of Bahrain says 212 million dinars. The auditors put it at 148 million in a letter."
    r = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    assert {f.unit for f in r.figures} == {"BHD"}
