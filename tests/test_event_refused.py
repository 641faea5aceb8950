"""Verbs that tell by being denied, days taken up from what was told before, set phrases that a day parts."""

from __future__ import annotations

import pytest

from test_event_parts import day, reading


def kinds_told(text: str, language: str) -> set[str]:
    return {e.kind for e in reading(text, language).events if not e.bare}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux blessés n'ont pas survécu à leur transfert."),
        ("es", "Dos heridos no sobrevivieron al traslado."),
    ],
)
def test_who_has_not_survived_is_dead(language, text):
    assert "death" in kinds_told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux blessés ont survécu à leur transfert."),
        ("es", "Dos heridos sobrevivieron al traslado."),
        ("en", "Two of the injured survived the transfer on Monday."),
    ],
)
def test_who_has_survived_is_not(language, text):
    assert "death" not in kinds_told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister resigned on Monday. Her successor was sworn in the following morning."),
        ("fr", "La ministre a démissionné lundi. Le lendemain matin, son successeur Paul Ravel a prêté serment."),
        ("es", "La ministra dimitió el lunes. Su sucesor juró el cargo a la mañana siguiente."),
        ("ar", "استقالت الوزيرة يوم الاثنين. وفي صباح اليوم التالي أدى خليفتها كمال راشد اليمين الدستورية."),
    ],
)
def test_the_morning_after_is_the_day_behind_the_one_told_before(language, text):
    assert day(text, language, "appointment") == "2024-05-14"


def test_a_march_on_a_thursday_is_no_march_of_time():
    assert "protest" in kinds_told("Hundreds marched on Thursday to demand higher prices.", "en")
    assert "protest" not in kinds_told("The champions marched on to victory.", "en")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "L'intérim est assuré depuis lundi par Jean Morvan.", "appointment"),
        ("ar", "أشرف والي تازرت كمال سعدي يوم السبت على انطلاق المنافسة.", "opening"),
        ("ar", "قاطعت أربعة منتخبات الجولة الخامسة احتجاجا على القرار.", "protest"),
        ("en", "Three customs officers were interdicted on Tuesday.", "suspension"),
        ("en", "Ground was broken for the dam on Monday.", "construction"),
    ],
)
def test_an_act_is_told_in_the_words_of_its_trade(language, text, kind):
    assert kind in kinds_told(text, language)
