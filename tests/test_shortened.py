"""A body is one under its name with and without its sort or its trade; names that contradict each other are two."""

from __future__ import annotations

import pytest

from isnad.link.shortened import bare_of, keys, shortened
from isnad.link.spelling import compare_names
from isnad.link.translated import translation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وكالة النورس للأنباء", "Nawras"),
        ("نادي باربان", "RC Barbanne"),
        ("زهور واحة للبالون", "Zouhour Waha"),
        ("Ondrine Environnement", "أوندرين"),
        ("شركة الفراهيد للصرافة", "Farahid Exchange"),
        ("جريدة المنشور", "Al-Manshour"),
        ("Darsa Wings", "أجنحة الدرسى"),
        ("Kenzi Air", "كنزي للطيران"),
        ("Nahla Voyages", "نهلة للأسفار"),
        ("Lubna Minerals", "شركة لبنى للمعادن"),
        ("Kasba Invest", "شركة القصبة للاستثمار"),
        ("Transportes Tarabi", "الطرابي للنقل"),
    ],
)
def test_a_name_without_its_sort_or_its_trade_is_the_same(one: str, other: str) -> None:
    score, why, _ = shortened(one, other)
    assert score >= 0.85
    assert why
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Darsa Assurances", "Darsa Transport"),
        ("صحيفة المنشور", "قناة المنشور"),
        ("FC Barbanne", "Radio Barbanne"),
        ("جامعة النورس", "وكالة النورس للأنباء"),
        ("hôpital Nawras", "Nawras"),
        ("Kenzi Air", "كنزي للتأمين"),
        ("Darsa Wings", "الدرسى للأسمنت"),
        ("Talmora Maroc", "تالمورا تونس"),
        ("Nawras", "نورة"),
    ],
)
def test_two_sorts_or_two_trades_are_two_bodies(one: str, other: str) -> None:
    assert shortened(one, other)[0] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Talmora Maroc", "تالمورا المغرب"), ("Al-Mazna Tours", "المزنى تورز"), ("Kenzi Air", "كنزي إير")],
)
def test_a_name_spelt_out_by_ear_word_for_word_is_the_same(one: str, other: str) -> None:
    assert shortened(one, other)[0] >= 0.85


def test_what_names_only_a_sort_has_no_bare_name() -> None:
    assert bare_of("وكالة الأنباء") is None
    assert bare_of("the company") is None


@pytest.mark.parametrize(
    ("a", "language", "b", "other"),
    [
        ("cour d'appel de Rabbane", "fr", "محكمة الاستئناف بربان", "ar"),
        ("inspection du travail de Marsane", "fr", "تفقدية الشغل بمرسان", "ar"),
        ("Secrétariat d'État à l'économie", "fr", "State Secretariat for Economic Affairs", "en"),
        ("Ministry of Agriculture and Land Reform", "en", "وزارة الزراعة واستصلاح الأراضي", "ar"),
        ("Syndicat autonome des praticiens", "fr", "النقابة المستقلة للأطباء الممارسين", "ar"),
        ("Mother and Child Hospital", "en", "مستشفى الأم والطفل", "ar"),
        ("cour de Marsane", "fr", "مجلس قضاء مرسان", "ar"),
    ],
)
def test_courts_inspections_and_hospitals_say_the_same_in_two_languages(
    a: str, language: str, b: str, other: str
) -> None:
    assert translation(a, language, b, other) > 0.8


def test_a_tribunal_is_not_the_court_above_it_in_the_same_town() -> None:
    assert translation("tribunal de Marsane", "fr", "مجلس قضاء مرسان", "ar") == 0
    assert translation("tribunal de Marsane", "fr", "محكمة مرسان", "ar") > 0.8


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Ousmane Diatta", "عثمان جاتا"),
        ("Fily Cissokho", "فيلي سيسوكو"),
        ("Cheikh Tidiane Guèye", "الشيخ تيجان غي"),
        ("Fawzi Guirguis", "فوزي جرجس"),
        ("Aliou Diakité", "عاليو جاكيتي"),
        ("Deirat al-Nakhl", "ديرة النخل"),
    ],
)
def test_sahelian_and_coptic_names_are_one_in_both_scripts(latin: str, arabic: str) -> None:
    assert compare_names(latin, arabic).score >= 0.8
