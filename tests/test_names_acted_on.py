"""Whether the office behind an Arabic verb did it to whom is named, or bears the name."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_REST = "استمرت المحادثات طوال الليل ولم يتقرر شيء. لا أحد يعرف كم سيستغرق الأمر، لكن الأعمال يجب أن تستأنف قريبا."


def roles(sentence: str) -> dict[str, str | None]:
    """Return the persons of an Arabic sentence with the words of their offices."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST}\n".encode())))
    return {m.text: m.role and m.role.text for m in found.mentions if m.form == "name" and m.kind == "person"}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("عيّن رئيس الدولة فابيان أوروزكو وزيرا للزراعة.", "فابيان أوروزكو"),
        ("كلّف الملك سليم بوهلال بتشكيل الحكومة الجديدة.", "سليم بوهلال"),
        ("أقال الوالي خيري المنصوري من إدارة المستشفى.", "خيري المنصوري"),
        ("وعيّن الرئيس مراد الزاهي أمينا عاما للحزب.", "مراد الزاهي"),
        ("استقبل رئيس البرلمان نادر الشويخ.", "نادر الشويخ"),
        ("اتهم المدعي العام رائد الخوري بالرشوة.", "رائد الخوري"),
    ],
)
def test_who_is_appointed_received_or_accused_does_not_bear_the_office(sentence: str, person: str) -> None:
    assert roles(sentence) == {person: None}


@pytest.mark.parametrize(
    ("sentence", "person", "office"),
    [
        ("استقبل وزير الخارجية حاتم الزرعوني وفدا برلمانيا.", "حاتم الزرعوني", "وزير الخارجية"),
        ("استقبل وزير الخارجية حاتم الزرعوني في مكتبه وفدا برلمانيا.", "حاتم الزرعوني", "وزير الخارجية"),
        ("أقال وزير الصحة سعيد المنصوري مدير المستشفى.", "سعيد المنصوري", "وزير الصحة"),
        ("انتقد وزير المالية كمال بنحدو الموازنة بشدة.", "كمال بنحدو", "وزير المالية"),
        ("افتتح الوزير خالد الغامدي المعرض.", "خالد الغامدي", "الوزير"),
        ("قال وزير الصحة سعيد المنصوري إن الوضع مستقر.", "سعيد المنصوري", "وزير الصحة"),
    ],
)
def test_an_office_before_another_object_bears_the_name(sentence: str, person: str, office: str) -> None:
    assert roles(sentence)[person] == office
