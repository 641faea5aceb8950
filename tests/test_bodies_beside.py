"""Bodies of one page and of several: bare beside another state's, spelt out by ear, translated, with or without what they are."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.link.local import locals_of
from isnad.link.shortened import shortened
from isnad.link.translated import translation
from isnad.model import Article, Part, Reading


def _read(language: str, text: str) -> Reading:
    return annotate(
        Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    )


def _bodies(language: str, text: str) -> list[tuple[str, ...]]:
    return [x.names for x in locals_of(_read(language, text)) if x.kind == "organization"]


def test_a_ministry_printed_bare_is_not_the_one_of_another_state_named_behind_it() -> None:
    text = (
        "فر السجين من سجن بشمال الغابون. وتقدمت محاميته بطلب لترحيله إلى المغرب. ونفت وزارة العدل، في بيان، وجود أي مسطرة لتسليمه.\n"
        "وحسب وزارة العدل الغابونية فإن 47 سجينا هربوا من الغابون."
    )
    assert ("وزارة العدل الغابونية", "وزارة العدل") not in _bodies("ar", text)


def test_a_ministry_printed_in_full_first_is_the_bare_one_behind_it() -> None:
    text = "حسب وزارة العدل الغابونية فإن 47 سجينا هربوا في الغابون. ونفت وزارة العدل وجود قتلى."
    assert ("وزارة العدل الغابونية", "وزارة العدل") in _bodies("ar", text)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ترامباس ديل دويرو", "Trambas del Duero"),
        ("سالادو سور", "Salado Sur"),
        ("لا كوستا نويفا", "La Costa Nueva"),
    ],
)
def test_names_spelt_out_by_ear_are_one_small_words_and_all(arabic: str, latin: str) -> None:
    assert shortened(arabic, latin)[0] > 0.85


def test_other_names_are_not() -> None:
    assert shortened("سالادو نورتي", "Salado Sur")[0] == 0
    assert shortened("ترامباس ديل إبرو", "Trambas del Duero")[0] == 0


def test_a_cooperative_is_known_without_what_it_is() -> None:
    assert shortened("Salado Sur", "Cooperativa Agraria Salado Sur")[0] > 0.9


@pytest.mark.parametrize(
    ("x", "first", "y", "second"),
    [
        ("Filarmónica del Litoral", "es", "Philharmonie du Littoral", "fr"),
        ("مجلس الحبوب المصري", "ar", "Junta Egipcia de Granos", "es"),
        ("Conservatoire de Beyrouth", "fr", "Conservatorio de Beirut", "es"),
    ],
)
def test_bodies_are_translated(x: str, first: str, y: str, second: str) -> None:
    assert translation(x, first, y, second) > 0.8


def test_a_council_is_no_committee() -> None:
    assert translation("Conseil des céréales", "fr", "لجنة الحبوب", "ar") == 0


def test_vowel_signs_tell_a_court_of_the_town_from_one_of_the_state() -> None:
    found = [m.country for m in _read("ar", "قضت محكمة جنايات عمّان بسجنه.").mentions if m.kind == "organization"]
    assert found == ["JO"]
