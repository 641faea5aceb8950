"""Arabic persons right behind their office whatever the verb, and where their names end."""

from __future__ import annotations

import pytest

from test_event_parts import reading


def persons(text: str) -> set[str]:
    return {m.text for m in reading(text, "ar").mentions if m.kind == "person" and m.form == "name"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأمهله النائب ثويني الرشايد أسبوعا للاستقالة من منصبه.", {"ثويني الرشايد"}),
        ("وسلم وكيل الوزارة هلال الشنفري الكؤوس للفائزين في ختام البطولة.", {"هلال الشنفري"}),
        ("وعين رئيس الأركان مكانه العقيد تجاني حقار.", {"تجاني حقار"}),
        ("والتقى الوزير أمس وزيرة الخارجية البنمية إيتسل كاراسكيا.", {"إيتسل كاراسكيا"}),
        # What follows its office and is a word: a firm's name, an accusative, an object.
        ("واتهم مدير الشركة بلماضي للنقل بالتهرب.", set()),
        ("وعاد الرئيس زاحفا نحو القصر.", set()),
        ("وضع الوزير سامر الزعبي إكليلا من الزهور.", {"سامر الزعبي"}),
        ("وسلم المهندس دراسات مفصلة عن السد.", set()),
        ("ودعم الوالي جمعيات محلية في الإقليم.", set()),
        # «ب» and a word of the language are no part of a name; a name may begin with that letter.
        ("وطالبت المحامية دوريس كامبوس بإطلاق سراحه.", {"دوريس كامبوس"}),
        ("وانتهى المهرجان بتتويج الموريتانية مريم بنت سيدي بجائزة الجمهور.", {"مريم بنت سيدي"}),
        ("وتكليف المفوضة مارتا إيساغيري بإدارته مؤقتا.", {"مارتا إيساغيري"}),
        ("قال خالد بن بوزيد بلقاسم إنه راض.", {"خالد بن بوزيد بلقاسم"}),
    ],
)
def test_a_person_stands_right_behind_the_office(text: str, expected: set[str]) -> None:
    assert persons(text) == expected
