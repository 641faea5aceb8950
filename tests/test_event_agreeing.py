"""Whom an Arabic verb is said of: the noun right before it, what agrees with it, who stands behind it, and nobody named before."""

from __future__ import annotations

import pytest

from test_event_parts import who


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # Another clause is set against the first: its own noun stands behind the verb.
        ("قال خالد العلمي إن الوضع هادئ، فيما أغلق برج الساعة خوفا من هجوم.", "suspension", set()),
        ("قال خالد العلمي إنه أغلق المصنع أمس.", "suspension", {"خالد العلمي"}),
        # The noun before the verb does it, and not whoever spoke.
        ("أعلن خالد العلمي أن ثلاثة جنود أصيبوا في هجوم مسلح استهدف دورية جنوب المدينة.", "attack", set()),
        ("نجا خالد العلمي من قصف نفذته القوات الجوية على القصر.", "attack", {"القوات الجوية"}),
        ("قال خالد العلمي إن المعرض ضخم، إثر مسابقة أطلقتها جمعية الشباب وصحيفة محافظة.", "opening", {"جمعية الشباب"}),
        # What stands at the head of the clause only says when: the subject may be left out, or stand behind.
        ("خلال زيارة قام بها خالد العلمي إلى تطوان دشن مستشفى.", "visit", {"خالد العلمي"}),
        ("وفي ختام الاجتماع أعلن خالد العلمي تعليق الإضراب.", "suspension", {"خالد العلمي"}),
        # A passive by its spelling, with the thing it befalls.
        ("وصل خالد العلمي إلى المدينة. وأنشئت أحياء سكنية جديدة قرب الميناء.", "construction", set()),
        # Number and gender.
        ("وصل الوزير خالد العلمي إلى الميناء وراحوا يهاجمون الحراس.", "attack", set()),
        ("وصل الوزير خالد العلمي إلى المدينة وافتتح مدرسة.", "opening", {"خالد العلمي"}),
        # A capital in the feminine is its state; a town is visited.
        ("كما عارضت واشنطن دعوات لتخفيف العقوبات.", "rejection", {"واشنطن"}),
        ("ورفضت باريس المقترح أمس.", "rejection", {"باريس"}),
        # What somebody denies of himself, behind "be".
        ("ونفى جورج خوري، في منشور على فيسبوك، أن يكون قد استقال.", "departure", {"جورج خوري"}),
    ],
)
def test_a_verb_is_said_of_whoever_it_agrees_with(text: str, kind: str, expected: set[str]) -> None:
    assert who(text, "ar", kind) == expected
