"""Arabic persons whom two words alone tell, firms by their whole trade, and idioms that are nobody."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_REST = "استمرت المحادثات طوال الليل ولم يتقرر شيء. لا أحد يعرف كم سيستغرق الأمر، لكن الأعمال يجب أن تستأنف قريبا."


def names(sentence: str) -> set[tuple[str, str]]:
    """Return kind and words of the names of an Arabic sentence."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST}\n".encode())))
    return {(m.kind, m.text) for m in found.mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("أنهى الحكم سامح النجدي المباراة قبل وقتها.", "سامح النجدي"),
        ("وخاطبت رئيسة كتلة الحزب السالمة بنت اعلي الحكومة قائلة: «كفى».", "السالمة بنت اعلي"),
        ("سجلت أسماء الوردغي هدفا في الدقيقة التسعين.", "أسماء الوردغي"),
        ("حضر خلف المزروعي الجلسة وتحدث طويلا.", "خلف المزروعي"),
    ],
)
def test_a_given_name_and_a_family_name_nobody_prints_are_a_person(sentence: str, person: str) -> None:
    assert ("person", person) in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "المدير خارج مكتبه والممثل خلف القضبان: ماذا جرى؟",
        "وروى الناجون أن رجلين ماتا في الطريق.",
        "وقف الرجل خلف الباب، ثم جلس خلف المقود.",
        "كانت البنت الصغيرة بنت الحارة، ولها أخ ولد قبل شهر.",
        "جميل الكلام لا يطعم خبزا، وسعيد الحظ من نجا.",
    ],
)
def test_idioms_and_verbs_are_nobody(sentence: str) -> None:
    assert not [name for kind, name in names(sentence) if kind == "person"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("أعلنت شركة أمواج للنقل البحري إفلاسها.", "شركة أمواج للنقل البحري"),
        ("تعاقدت البلدية مع شركة سنابل للتجارة والصناعة على توريد الطحين.", "شركة سنابل للتجارة والصناعة"),
        ("وقعت مؤسسة ضفاف للإنتاج الفني العقد أمس الأول.", "مؤسسة ضفاف للإنتاج الفني"),
        ("استقبل وفدا من النقابة الوطنية لأعوان الجمارك.", "النقابة الوطنية لأعوان الجمارك"),
        ("احتج الصيادون أمام وزارة الصيد بنواكشوط رفضا للبروتوكول.", "وزارة الصيد"),
        ("وذكرت خلية الإعلام الأمني أن الرتل انهار.", "خلية الإعلام الأمني"),
    ],
)
def test_bodies_end_where_their_trade_or_their_members_do(sentence: str, body: str) -> None:
    assert ("organization", body) in names(sentence)


def test_a_town_elsewhere_is_part_of_its_airport() -> None:
    assert ("place", "مطار مدينة إل ألتو") in names("وصلت إلى مطار مدينة إل ألتو في بوليفيا طائرة محملة بالمؤن.")


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("ونفى القنصل السوداني في أبشي الفاتح خوجلي أن تكون القنصلية قد امتنعت.", "الفاتح خوجلي"),
        ("وأصدر الوزير قرارا بإعفاء المدير العام للمكتبة الصادق مكي من منصبه.", "الصادق مكي"),
        ("وصرح المحامي الزبير بوناب بأن موكله بريء.", "الزبير بوناب"),
        ("وقال قائد العمليات اللواء الركن صباح العاني إن السيول انحسرت.", "صباح العاني"),
        ("أحرز كيليان دوفالييه الهدف الأول في مرمى الضيوف.", "كيليان دوفالييه"),
    ],
)
def test_a_given_name_that_is_a_word_besides_is_one_behind_an_office(sentence: str, person: str) -> None:
    assert ("person", person) in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "وصل الوزير الأمين العام للحزب صباحا.",
        "استقبل الرئيس السعيد بفوزه فريقه.",
        "قال العميد مساء الثلاثاء إن الأمطار ستتواصل، وزار الرائد صباح الخميس القرية.",
        "أعلنت الشركة الحبيب الأول للزبائن.",
    ],
)
def test_adjectives_and_times_behind_an_office_are_nobody(sentence: str) -> None:
    assert not [name for kind, name in names(sentence) if kind == "person"]


def test_a_time_of_day_behind_an_airport_is_no_part_of_its_name() -> None:
    assert ("place", "مطار الخرطوم") in names("وكانت الكتب قد وصلت إلى مطار الخرطوم فجر اليوم نفسه.")
