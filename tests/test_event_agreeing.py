"""Whom an Arabic verb is said of: the noun right before it, what agrees with it, who stands behind it, and nobody named before."""

from __future__ import annotations

import pytest

from test_event_parts import reading, who


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


@pytest.mark.parametrize(
    ("text", "kind", "tells"),
    [
        # A form for those addressed is the past of another verb; what is joined on by "and" completes no phrase.
        ("كانت تلك مباراة الفريق الذين ترقوا إلى القسم الأول.", "appointment", False),
        ("رقى الوزير خالد العلمي العقيد سمير حداد إلى رتبة جنرال.", "appointment", True),
        ("أدى جمود الوقف والعمل إلى تراجع المداخيل في تطوان.", "suspension", False),
        ("قررت إدارة المنجم وقف العمل في تطوان.", "suspension", True),
        # An eye is no appointment, an error no rival, a possibility no candidacy.
        ("يدخل خالد العلمي السباق وعينه على انتزاع اللقب.", "appointment", False),
        ("وتغلب خالد العلمي على أخطائه وواصل العمل.", "competition", False),
        ("وتغلب خالد العلمي على سمير حداد في النهائي.", "competition", True),
        ("تحدثت الصحف عن احتمال ترشح سعيد المرزوقي للرئاسة.", "appointment", False),
        # An official suspended for a time is not arrested.
        ("وقرر المكتب توقيف الأمين العام كمال بوشنتوف تحفظيا.", "arrest", False),
        ("وقرر المكتب توقيف الأمين العام كمال بوشنتوف تحفظيا.", "suspension", True),
        ("وأعلنت الشرطة توقيف كمال بوشنتوف في المطار.", "arrest", True),
        # Who receives papers takes up no post.
        ("تسلم السفير عدنان الربيعي، أمس الثلاثاء، أربع أوراق من المخطوطة.", "appointment", False),
        ("تسلم السفير عدنان الربيعي أمس مهامه في بيروت.", "appointment", True),
    ],
)
def test_words_spelt_alike_tell_their_own_kind(text: str, kind: str, tells: bool) -> None:
    page = reading(text, "ar")
    assert any(e.kind == kind and not e.bare for e in page.events) == tells
