"""Arabic persons whom only their place tells: behind an office that speaks, where no capital and no list shows a name."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", "ar", *empty, (), text, (Part("body", 0, len(text)),)))


def persons(text: str) -> list[str]:
    return [m.text for m in reading(text).mentions if m.kind == "person" and m.form == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال مدير المسمكة نوفل الدغباسي: «الثلاجات متوقفة منذ أسبوع».", "نوفل الدغباسي"),
        ("ونقلت الصحيفة عن مديرة المجموعة ألفيرا سوتوموندي قولها: «لن نغلق المصنع».", "ألفيرا سوتوموندي"),
        ("وأوضحت رئيسة الجمعية المحلية للبيئة، رفقة بوشرقان، أن الشاطئ سيغلق.", "رفقة بوشرقان"),
        ("وأكد الناطق باسم البلدية سيمون غاريدوف أن المياه ستعود مساء اليوم.", "سيمون غاريدوف"),
        ("بدوره، وصف مدير الشركة جوليان فيرمونديل العرض بأنه «بداية طيبة».", "جوليان فيرمونديل"),
    ],
)
def test_what_no_list_knows_behind_a_speaking_office_is_a_person(text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وقال رئيس الحكومة أمس الأول إن البلاد ستتجاوز الأزمة.",
        "وأكد وزير الخارجية دعم بلاده، مشيرا إلى أن المفاوضات مستمرة.",
        "وقال وزير الصحة ردا على سؤال صحفي إن اللقاح متوفر.",
        "وقال المتحدث باسم الجيش مهددا خصومه إن الرد قادم.",
        "وأعلن وزير المالية تحمله كامل المسؤولية عن التأخير.",
        "وأعلن هذا العام تفضيله أسماء قديمة على الجديدة.",
        "وقال مدير الدورة، مشيدا بضيوفه، إن القاعة ممتلئة.",
    ],
)
def test_adverbs_objects_and_manners_behind_an_office_are_nobody(text: str) -> None:
    assert persons(text) == []


def test_the_bare_family_name_below_is_the_same_person() -> None:
    text = "قال مدير الري بالولاية قادة مرزقيش إن السد امتلأ عن آخره.\nوأضاف مرزقيش أن الكمية تكفي موسمين."
    said = reading(text).quotations
    assert [q.speaker.text for q in said if q.speaker] == ["قادة مرزقيش", "مرزقيش"]
