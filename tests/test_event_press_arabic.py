"""Turns of the Arabic press: where a dispatch comes from, whom a preposition governs, whose a time is, what the law says and what is made believe."""

from __future__ import annotations

import pytest

from test_event_alone import reading as dated
from test_event_parts import reading, who


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # The town of a dispatch does nothing.
        ("تونس – تبرع صناعي من أهل الخير بمليوني دولار لبناء مدرسة.", "funding", set()),
        # Whom the verb's own preposition governs does nothing either, and a place behind «في» is only where.
        ("لقي عامل مصرعه يوم الثلاثاء في مستودع بطنجة.", "death", set()),
        # With whom one met stands behind «إلى» and «من» too.
        ("اجتمع الوزير خالد العلمي إلى الوزير سالم المطيري.", "meeting", {"خالد العلمي", "سالم المطيري"}),
        ("تلقى الوزير خالد العلمي اتصالا هاتفيا من الوزير سالم المطيري.", "meeting", {"خالد العلمي", "سالم المطيري"}),
        # Of ties two towns are two states.
        ("استأنفت تونس وأنقرة علاقاتهما الدبلوماسية يوم الاثنين.", "diplomatic-ties", {"تونس", "أنقرة"}),
    ],
)
def test_who_takes_part_in_arabic(text: str, kind: str, expected: set[str]) -> None:
    assert who(text, "ar", kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "tells"),
    [
        ("يشترط القانون حصول خالد العلمي على نصف الأصوات.", "demand", False),
        ("كل عضو يستقيل يفقد حقه في صندوق خالد العلمي.", "departure", False),
        ("في دكانها تبيع سعاد العلمي الأزرار.", "transaction", False),
        ("لا أساس لخبر استقالة الحكم من النادي، تحتج رئيسته سعاد العلمي.", "protest", False),
        ("نظم خالد العلمي عملية محاكاة لإخلاء السكان يوم الثلاثاء.", "aid", False),
        ("نظم خالد العلمي عملية محاكاة لإخلاء السكان يوم الثلاثاء.", "exercise", True),
        ("ونفى خالد العلمي الخبر نفيا قاطعا.", "protest", False),
        ("قال خالد العلمي إنه سيلجأ إلى غرفة تحكيم في باريس.", "departure", False),
        ("تعود خالد العلمي على رؤية البوارج في تونس.", "visit", False),
        ("توافق الطرفان مساء السبت على هدنة.", "signing", True),
    ],
)
def test_what_tells_an_event_in_arabic(text: str, kind: str, tells: bool) -> None:
    assert any(e.kind == kind and not e.bare for e in reading(text, "ar").events) is tells


def test_a_time_between_a_verb_and_its_noun_is_the_verbs() -> None:
    found = dated("أوقف الصندوق الدولي أمس توزيع الحصص في تونس.", "ar").events
    date = next(e.date for e in found if e.kind == "suspension")
    assert date is not None
    assert date.days == 1
