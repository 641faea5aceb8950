"""Names parted where the tagger ran two together, and called what the words around them say."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page, Reading

TAIL = {
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
    "fr": " La séance a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
}


def reading(text: str, language: str) -> Reading:
    made = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    assert made.article.language == language
    return made


def names(text: str, language: str) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in reading(text, language).mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "وأوضحت الإدارة أن القسم سيديره الجراح العراقي المقيم في لندن سنان الربيعي.",
            {("place", "لندن"), ("person", "سنان الربيعي")},
            {("place", "لندن سنان")},
        ),
        (
            "وسيزور وفد من منظمة أطباء بلا حدود الناصرية الأسبوع المقبل.",
            {("organization", "منظمة أطباء بلا حدود"), ("place", "الناصرية")},
            set(),
        ),
        (
            "وينص الاتفاق، الذي وقعته رئيسة المجلس سامية القرقوري ومندوب العازفين أنيس المصمودي، على صرف المتأخرات.",
            {("person", "سامية القرقوري"), ("person", "أنيس المصمودي")},
            {("organization", "المجلس سامية القرقوري")},
        ),
        (
            "قال أمين الاتحاد فؤاد المرزوقي إن الإضراب مستمر.",
            {("person", "فؤاد المرزوقي")},
            {("person", "أمين الاتحاد فؤاد المرزوقي")},
        ),
        (
            "وأعلنت الحكومة البيروفية الحداد الوطني يومين ابتداء من الغد.",
            {("organization", "الحكومة البيروفية")},
            set(),
        ),
        (
            "وهنأ السفير التركي لدى بغداد علي رضا غوناي الحكومة بالافتتاح.",
            {("person", "علي رضا غوناي")},
            {("person", "رضا غوناي")},
        ),
        (
            "ويرتقب أن يطلق القمر الاصطناعي، الذي صنعته شركة ناويل الأرجنتينية، غدا من قاعدة كورو بغويانا الفرنسية.",
            {("organization", "ناويل"), ("place", "كورو")},
            {("organization", "ناويل الأرجنتينية"), ("person", "كورو بغويانا")},
        ),
        (
            "وأعلن عن تمرين بحري مشترك قبالة سواحل مار ديل بلاتا في الخريف.",
            {("place", "مار ديل بلاتا")},
            {("person", "مار ديل بلاتا")},
        ),
        ("وغادرت أمس أول شحنة برفقة فيصل الفهيدة مدير العمليات.", set(), {("person", "برفقة فيصل")}),
    ],
)
def test_arabic_names_run_together_are_parted(
    text: str, wanted: set[tuple[str, str]], unwanted: set[tuple[str, str]]
) -> None:
    found = names(text, "ar")
    assert wanted <= found
    assert not unwanted & found


def test_the_long_form_of_an_acronym_may_hold_a_comma() -> None:
    found = names("La Sociedad Nacional de Minería, Petróleo y Energía (SNMPE) calcula pérdidas enormes.", "es")
    assert ("organization", "Sociedad Nacional de Minería, Petróleo y Energía") in found


def test_a_club_is_told_by_the_letters_before_its_town() -> None:
    found = names("Les locaux recevront vendredi l'US Biskra, tandis que le MC Oran se déplacera à Tizi Ouzou.", "fr")
    assert ("organization", "US Biskra") in found


def test_a_month_and_a_nationality_are_no_bodies() -> None:
    text = "The satellite is in good health, its owners said, denying a Spanish website's report. They had been there since February."
    assert not {"Spanish", "February"} & {name for _, name in names(text, "en")}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "وقالت الصحيفة إن الصناعة ستتضرر إذا تركت بريطانيا الاتحاد الأوروبي دون اتفاق.",
            "ar",
            {("place", "بريطانيا"), ("organization", "الاتحاد الأوروبي")},
        ),
        ("وطالب اتحاد الموانئ العربية (APF) الحكومات بخفض الرسوم.", "ar", {("organization", "APF")}),
        (
            "وأوضح الوزير محمد الأمين ولد سيدي بابه أن الأشغال توقفت.",
            "ar",
            {("person", "محمد الأمين ولد سيدي بابه")},
        ),
        (
            "The protest was organised by the group Harbours without Mines, which asked the cabinet to stop the sale.",
            "en",
            {("organization", "Harbours without Mines")},
        ),
        (
            "La asociación Puertos sin Minas ha pedido al Gobierno que lo bloquee.",
            "es",
            {("organization", "Puertos sin Minas")},
        ),
        (
            "A source in the company told Al-Zawraq that thirty engineers were still there.",
            "en",
            {("organization", "Al-Zawraq")},
        ),
        (
            "Damage was reported in Tarrafal, Sarasota, Lee and Brenton counties.",
            "en",
            {("place", "Lee"), ("place", "Brenton")},
        ),
        ("وأوقفت شعبة المعلومات المسؤول التقني في المرفأ.", "ar", {("organization", "شعبة المعلومات")}),
    ],
)
def test_what_stands_beside_a_name_tells_where_it_ends(text: str, language: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= names(text, language)
