"""Arabic family names nobody knows, names told by what is done to their bearer, names in syllables, acronyms spelt out, and teams told by a score."""

from __future__ import annotations

import pytest

from isnad.annotate.names import find_names
from isnad.annotate.sentences import split_sentences
from isnad.model import Article, Part, Reading


def names(language: str, text: str, kind: str) -> set[str]:
    article = Article(
        id="a", source="s", sha256="0", media_type="text/plain", language=language, title=None, publisher=None,
        via=None, byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    found = find_names(split_sentences(Reading(article))).mentions
    return {text[m.start : m.end] for m in found if m.kind == kind and m.form != "role"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("أكد عبد القادر بلحرازم أن الجمعية لم تتلق أي دعم.", "عبد القادر بلحرازم"),
        ("قال محمد الصالح لعرابة إن المشروع متوقف.", "محمد الصالح لعرابة"),
        ("وقال عبد الحفيظ زرقين إن الأشغال ستنتهي قريبا.", "عبد الحفيظ زرقين"),
        ("قال عبد القادر ونزربي إن الأسعار تضاعفت.", "عبد القادر ونزربي"),
        ("التقى الوزير نظيره الصيني وانغ تشونغ روي في بكين.", "وانغ تشونغ روي"),
        ("أعلنت العائلة وفاة بوعزة أوحمو ليلة أمس.", "بوعزة أوحمو"),
        ("وقال رئيس النقابة كريم سلمان لكرخ أونلاين إن الإضراب مستمر.", "كريم سلمان"),
    ],
)
def test_a_family_name_nobody_knows_belongs_to_the_given_one(text: str, person: str) -> None:
    assert person in names("ar", text, "person")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وقال عبد القادر نفسه إن الأسعار تضاعفت.", "عبد القادر"),
        ("وصل عبد القادر ومحمد إلى المدينة.", "عبد القادر"),
        ("أعلن عبد الكريم ومرافقوه انتهاء الإضراب.", "عبد الكريم"),
    ],
)
def test_what_stands_behind_a_given_name_is_not_always_of_it(text: str, person: str) -> None:
    assert person in names("ar", text, "person")


def test_acronyms_spelt_out_in_a_row_are_so_many_bodies() -> None:
    text = "وبثت القنوات سي إن إن وإيه بي سي وبي بي سي المقابلة كاملة."
    assert {"سي إن إن", "إيه بي سي", "بي بي سي"} <= names("ar", text, "organization")
    assert not names("ar", "قال إن في البيت أو في الحقل ماء.", "organization")


@pytest.mark.parametrize(
    ("language", "text", "teams"),
    [
        (
            "en",
            "Tarbet 38 - 17 Kelmore: Unbeaten Tarbet go top\nTheir coach praised the players and the striker after the match, won by four goals.",
            {"Tarbet", "Kelmore"},
        ),
        (
            "es",
            "Tarbet 38 - Kelmore 17: un Tarbet invicto\nEl entrenador elogió a los jugadores tras el partido y los goles del delantero.",
            {"Tarbet", "Kelmore"},
        ),
    ],
)
def test_either_side_of_a_score_is_a_team(language: str, text: str, teams: set[str]) -> None:
    assert teams <= names(language, text, "organization")
    assert not teams & names(language, text, "person")


def test_a_score_without_a_match_tells_no_team() -> None:
    assert not names("en", "Resolution 38 - 17 Members of the council left the room.", "organization") & {"Members"}


def test_a_small_town_behind_in_is_a_place() -> None:
    assert "أريحا" in names("ar", "ارتفعت أسعار التمور في أريحا بنسبة كبيرة.", "place")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وأوضح مدير مستشفى الندى للعيون أن الحالات مستقرة.", "organization", "مستشفى الندى للعيون"),
        ("انهار جزء من متوسطة الإخوة مزغيش على التلاميذ.", "organization", "متوسطة الإخوة مزغيش"),
        ("تبنت كتائب درع الوادي الهجوم على المعسكر.", "organization", "كتائب درع الوادي"),
        ("نقل الجرحى من قرية إغيل أومساد إلى المدينة.", "place", "إغيل أومساد"),
        ("ورفعت حاكمة بانغاسينان حالة التأهب.", "place", "بانغاسينان"),
        ("وسلم رئيس الاتحاد يوسف الكواري الكأس للفائزين.", "person", "يوسف الكواري"),
    ],
)
def test_arabic_names_end_where_they_end(text: str, kind: str, name: str) -> None:
    assert name in names("ar", text, kind)


def test_a_brigade_of_an_arm_is_no_group_and_what_will_be_done_no_name() -> None:
    assert not names("ar", "تقدمت كتائب المشاة نحو المدينة.", "organization")
    assert not any("سيزور" in n for n in names("ar", "سيزور أورهان العاصمة الأسبوع المقبل.", "person"))
