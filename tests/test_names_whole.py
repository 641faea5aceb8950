"""Names whole: Arabic persons from their given name on, Arabic bodies to their last word, and no person of an article and one word."""

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
    ("text", "name"),
    [
        (
            "وحضر اللقاء ممثل البنك الدولي في بيروت، والخبير الإيراني في المياه بهروز شيرازي، ومدير الشركة.",
            "بهروز شيرازي",
        ),
        ("ولم يتسن الحصول على تعليق من السفير الإيراني علي رضا فرخزاد على هذه الاتهامات.", "علي رضا فرخزاد"),
        ("وانتقد رئيس الحزب محمد ماء العينين ولد أييه القرار الصادر أمس عن الحكومة.", "محمد ماء العينين ولد أييه"),
    ],
)
def test_an_arabic_person_begins_with_the_given_name_known_or_not(text: str, name: str) -> None:
    assert ("person", name) in names(text, "ar")


def test_whose_lawyer_she_is_is_no_part_of_her_name_and_the_office_is_hers() -> None:
    text = "أوقفت الشرطة سعيد بن مسلم الكثيري في صلالة. ونفت محامية الكثيري فاطمة الزدجالي التهم الموجهة إليه."
    made = reading(text, "ar")
    roles = {m.text: m.role.text for m in made.mentions if m.role is not None}
    assert roles.get("فاطمة الزدجالي") == "محامية"
    assert "الكثيري" not in roles
    assert ("person", "الكثيري") in {(m.kind, m.text) for m in made.mentions}


def test_the_verb_of_a_title_is_no_part_of_a_name() -> None:
    text = "وولد اعل الشيخ ينفي\n\nقال رجل الأعمال محمد يسلم ولد اعل الشيخ إن الاتهامات باطلة ولا أساس لها."
    assert not any("ينفي" in name for _, name in names(text, "ar"))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("أعلنت شرطة عمان السلطانية توقيف ثلاثة أشخاص في قضية تزوير بالميناء.", "شرطة عمان السلطانية"),
        (
            "وقال مسؤول في وزارة البترول والطاقة والمعادن إن العقد سيوقع قبل نهاية الشهر.",
            "وزارة البترول والطاقة والمعادن",
        ),
    ],
)
def test_an_arabic_body_goes_to_its_last_word(text: str, body: str) -> None:
    assert ("organization", body) in names(text, "ar")


def test_a_foreign_firm_that_its_nationality_alone_tells_is_no_body() -> None:
    assert not any(
        "الشركة" in name for _, name in names("وستنقل الشركة التركية عمالها إلى موقع آخر قريب من الميناء.", "ar")
    )


def test_an_article_and_one_word_are_a_place_or_a_club_unless_something_shows_a_person() -> None:
    text = (
        "Police held Khalfan Al-Busaidi, who owns a line. Residents of Al Hafa and Al-Dahariz said the port had been closed. "
        "Al-Shabab club cancelled a match against Al-Nasr. Al-Busaidi denied the charges."
    )
    found = names(text, "en")
    assert {("person", "Khalfan Al-Busaidi"), ("person", "Al-Busaidi")} <= found
    assert not {("person", n) for n in ("Al Hafa", "Al-Dahariz", "Al-Shabab", "Al-Nasr")} & found
    assert {("place", "Al Hafa"), ("organization", "Al-Shabab")} <= found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Trois prévenus, dont l'ex-ministre de l'Énergie (2018-2021) Saloua Mhamdi, seront jugés en mars.", "Saloua Mhamdi"),
        ("es", "Visitará la zona el exministro de Minería (2019-2022) Baltazar Prado Undurraga la próxima semana.", "Baltazar Prado Undurraga"),
    ],
)  # fmt: skip
def test_years_in_brackets_stand_between_an_office_and_a_name(language: str, text: str, name: str) -> None:
    assert ("person", name) in names(text, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وسجل اللاعب ماركوس دا سيلفا هدفين في الشوط الأول من المباراة.", ("person", "ماركوس دا سيلفا")),
        (
            "بحث وزير الخارجية مع وزيرة خارجية النرويج إنغريد سولهايم العلاقات الثنائية بين البلدين.",
            ("person", "إنغريد سولهايم"),
        ),
        (
            "وأعلنت الشركة السودانية للموارد المعدنية أن فرقها وصلت إلى المنجم.",
            ("organization", "الشركة السودانية للموارد المعدنية"),
        ),
    ],
)
def test_an_arabic_name_goes_on_over_strange_family_names_and_adjectives_of_its_field(
    text: str, name: tuple[str, str]
) -> None:
    assert name in names(text, "ar")


@pytest.mark.parametrize(
    ("text", "not_in_it"),
    [
        ("وعقدت الجمعية الوطنية للموارد السنوية اجتماعا في المدينة.", "السنوية"),
        ("وافتتح الوزير ثلاثة مشروعات للصرف الصحي، وتحدث عن خدمات الصرف الصحي في القرى.", "الصرف الصحي"),
        ("واتهم المدير السابق باختلاس الأموال العامة وتزوير وثائق إدارية.", "الأموال العامة"),
    ],
)
def test_what_says_when_and_services_behind_a_noun_are_no_part_of_a_name(text: str, not_in_it: str) -> None:
    assert not [n for n in names(text, "ar") if n[0] == "organization" and not_in_it in n[1]]
