"""Names cut where they begin and end: verbs before them, ranks, words of descent, small words and hyphens inside."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page
from test_names_bodies import TAIL, names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "وكان الوزير قد وصل أمس إلى المطار، حيث استقبله بن حمودة. وقال وزير الطاقة رشيد بن حمودة إن الاتفاق مهم.", "بن حمودة"),
        ("ar", "وصرح المدير بذلك أمام الصحافة. ورافقته إلى الموقع نوال الشكيلي مع وفد من المهندسين.", "نوال الشكيلي"),
        ("ar", "وحضر التوقيع رئيس البعثة القاسم وان ولد إبراهيم، ثم غادر القاعة.", "القاسم وان ولد إبراهيم"),
        ("ar", "وقال زعيم القبيلة إنتالا أغ وياهيا إن الاتفاق ينهي ثلاث سنوات من السرقة.", "إنتالا أغ وياهيا"),
        ("ar", "وهنأه سفير تركيا سليم قره عثمان أوغلو على الفوز بالعقد.", "سليم قره عثمان أوغلو"),
        ("ar", "وقال العميد بحري خلفان بن سعيد المعولي، قائد المركز، إن الطاقم بخير.", "خلفان بن سعيد المعولي"),
        ("fr", "Le sous-secrétaire au Transport Ali ben Hamad Al Choukaïli a parlé du pire incendie depuis des années.", "Ali ben Hamad Al Choukaïli"),
        ("en", "A herders' group and a clan signed. The clan's chief, Intalla ag Ouyahia, said that it was over.", "Intalla ag Ouyahia"),
        ("en", "The fire is out. Jassim al-Kaabi, chief executive of the line, denied there had been a spill.", "Jassim al-Kaabi"),
        ("es", "El consejero delegado de la naviera, Yasim al Kaabi, negó que hubiera vertido en el puerto.", "Yasim al Kaabi"),
    ],
)  # fmt: skip
def test_a_person_is_cut_where_the_name_begins_and_ends(language: str, text: str, name: str) -> None:
    assert ("person", name) in names(text, language)


def test_a_verb_with_its_object_is_no_ministry() -> None:
    found = names("وزاره في مكتبه أمس السفير الفلبيني أنتونيو دلغادو، وصرح وزير بأن وزارة النقل ستحقق في الحادث.", "ar")
    assert not any("زاره في" in name for _, name in found)
    assert ("organization", "وزارة النقل") in found


def test_a_body_ends_before_the_noun_behind_it() -> None:
    found = names(
        "La Bolivie a confié mardi à Göktay Uzay la construction du satellite et de deux stations au sol.", "fr"
    )
    assert not any("construction" in name for _, name in found)


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("es", "No hay aviso alguno, confirmó ayer a este periódico la presidenta de la patronal gasista, Begoña Urruti.", "Begoña Urruti", "presidenta de la patronal gasista"),
        ("es", "El gerente general de Göktay Uzay, Mehmet Yalman, firmó ayer el contrato en la capital.", "Mehmet Yalman", "gerente general de Göktay Uzay"),
        ("fr", "Le sous-secrétaire au Transport Ali ben Hamad Al Choukaïli a parlé du pire incendie depuis des années.", "Ali ben Hamad Al Choukaïli", "sous-secrétaire au Transport"),
        ("ar", "وقال العميد بحري خلفان بن سعيد المعولي، قائد المركز، إن الطاقم بخير.", "خلفان بن سعيد المعولي", "العميد بحري"),
    ],
)  # fmt: skip
def test_a_role_is_whole(language: str, text: str, name: str, role: str) -> None:
    reading = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    assert [m.role.text for m in reading.mentions if m.text == name and m.role] == [role]


def test_a_name_between_marks_ends_at_the_mark() -> None:
    found = names(
        'وكانت وكالة "تسنيم البحر" الإيرانية قد زعمت ذلك، لكن الوزيرة نفته. '
        'وتعاقدت المجموعة مع الشركة الهولندية "فان دير مول سالفج" لقطر الناقلة.',
        "ar",
    )
    assert not any('"' in name for _, name in found)
    assert ("person", "فان دير مول سالفج") not in found


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("en", "The High Court of Justice on Tuesday froze the cabinet's decision to end the flour subsidy.", "organization", "High Court of Justice"),
        ("en", "The Commission on Human Rights in April closed its file on the matter.", "organization", "Commission on Human Rights"),
        ("ar", "وقال أقارب التاجر نزار القناطري وجيرانه إن الحكم جائر.", "person", "نزار القناطري"),
        ("ar", "اعتقلت الشرطة سامي البكوش وشقيقيه في الميناء.", "person", "سامي البكوش"),
        ("ar", "حضر أحمد منصور ووهيبة سالم حفل التكريم.", "person", "وهيبة سالم"),
    ],
)  # fmt: skip
def test_a_name_ends_before_a_day_and_before_whoever_is_only_its_bearers(
    language: str, text: str, kind: str, name: str
) -> None:
    assert (kind, name) in names(text, language)
