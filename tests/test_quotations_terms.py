"""Marks that hold no speech: terms a clause uses, names of bodies and works, operations; and the real words beside them."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def marked(text: str, language: str) -> list[str]:
    """Return the words of a text's direct and mixed quotations."""
    empty = (None,) * 6
    a = Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),))
    return [a.words(p) for q in annotate(a).quotations if q.kind != "indirect" for p in q.pieces]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said the “green corridor” would open in May."),
        ("en", "The council has announced a long series of housing reforms, including an end to “no-fault” evictions."),
        ("en", "Police said operation “Night Owl” led to six arrests."),
        ("en", "The author of “A Short History of Salt and of Everything the Sea Has Left Behind” has another theory."),
        ("fr", "Le ministre a indiqué que le « pass sport » serait reconduit."),
        ("fr", "Selon le rapport, la « dette cachée » atteint deux milliards."),
        ("fr", "Le collectif « Sauvons nos plages » a dénoncé le projet."),
        ("es", "El fiscal dijo que la «caja B» existió desde 2009."),
        ("es", "El dinero se destinará a los «sin techo», según los nuevos planes."),
        ("es", "La plataforma «Aguas Limpias» denunció el vertido."),
        ("ar", "وقالت الوزارة إن «المنصة الرقمية» ستطلق في مايو."),
        ("ar", "ودعت «حركة النور» إلى الإضراب يوم الخميس."),
        ("ar", "ووقعت «سدرة القابضة» و«نسيج الشمال» عقد البيع أمس."),
        ("ar", "ونفى مصدر من «نفطال غاز» ما تداولته صحف عن تعليق الصادرات نحو مدريد."),
        ("es", "Lo desmintieron fuentes de «La Unión del Campo» el lunes."),
        ("ar", "وذكر المصدر أن عملية «فجر الصحراء» انتهت قبل الموعد."),
        ("ar", "اندلع حريق في باخرة تابعة للشركة الوطنية للنقل البحري «نوارس الخليج»، حسب ما أفاد به بيان للوزارة."),
    ],
)
def test_terms_and_names_in_marks_are_nobodys_words(language: str, text: str) -> None:
    assert marked(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The dean called the plan a “road map” for the faculty.", "road map"),
        ("en", "The minister said the project “will provide electricity to a million homes and cut emissions”.", "will provide electricity to a million homes and cut emissions"),
        ("fr", "La ministre a jugé la décision « injuste et brutale » pour les familles.", "injuste et brutale"),
        ("es", "El entrenador dijo que su equipo fue «mejor en todo».", "mejor en todo"),
        ("ar", "وأكد مالك السفينة أن شركته «تؤجر السفن ولا تفتش العنابر».", "تؤجر السفن ولا تفتش العنابر"),
        ("ar", "وذكر الوزير أن المجموعة بأكملها كانت \"غير سعيدة\" وقد اقترحت بدائل.", "غير سعيدة"),
        ("ar", "ووصف المدرب الفوز بأنه «مستحق».", "مستحق"),
        ("ar", "واعتصم العشرات أمام المخفر، ورددوا: «الخبز لا يُخفَّض».", "الخبز لا يُخفَّض"),
    ],
)  # fmt: skip
def test_words_somebody_said_stay_his(language: str, text: str, said: str) -> None:
    assert marked(text, language) == [said]


def test_an_outlet_somebody_spoke_to_is_no_part_of_what_he_said() -> None:
    assert marked("وقال في اتصال هاتفي مع «صوت النوارس»: «نظام الإطفاء اشتغل».", "ar") == ["نظام الإطفاء اشتغل"]
    assert marked("El alcalde declaró a «El Faro»: «No hemos recibido nada».", "es") == ["No hemos recibido nada"]
    assert marked("وأكدت أن دراسة الأثر البيئي «اكتملت في ديسمبر الماضي».", "ar") == ["اكتملت في ديسمبر الماضي"]
