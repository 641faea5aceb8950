"""A number may leave out the people it counts; a year, a route, a price, a page or a rank must not be taken for a count."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page


def people(text: str) -> list[tuple[float, str]]:
    """The people counted on a page of one paragraph, with how sure the page is."""
    filler = "Traffic was stopped all morning in the centre of the town, where shops stayed shut until the evening."
    page = Page("a.txt", f"X\n\n{text}\n{filler if text.isascii() else ''}\n".encode())
    found = annotate(read(page)).figures
    return [(f.value, f.qualifier) for f in found if f.unit == "people" and not isinstance(f.value, tuple)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The department put the number of strikers at 2,650 on Tuesday.", [(2650, "exact")]),
        ("The ministry puts the displaced at 1,200. The Red Crescent says the figure is closer to 3,000.", [(1200, "exact"), (3000, "about")]),
        ("Organisers put the crowd at about 15,000 while the police said little.", [(15000, "about")]),
        ("A French officer told the paper that 2,200 were taking part in the drill.", [(2200, "exact")]),
        ("The party says it won 41 of the 70 seats on the council of the county.", [(41, "exact"), (70, "exact")]),
        ("Le nombre de grévistes s'élève à 2 650, selon la direction de la compagnie.", [(2650, "exact")]),
        ("La préfecture a compté 300 manifestants ; le syndicat les évalue à 1 900.", [(300, "exact"), (1900, "exact")]),
        ("Le bilan est passé à 31 dans la soirée de mercredi, selon les secours.", [(31, "exact")]),
        ("Los organizadores cifraron la asistencia en 30.000, y la policía la rebajó a 11.000.", [(30000, "exact"), (11000, "exact")]),
        ("El número de damnificados asciende a 1.250, según el Gobierno regional.", [(1250, "exact")]),
        ("وقدّرت الوزارة عدد المضربين بـ2650، حسب بلاغ صدر مساء أمس في العاصمة.", [(2650, "exact")]),
        ("وقالت النقابة إن العدد الحقيقي للعمال المهددين بالتشريد هو 710، حسب قولها.", [(710, "exact")]),
    ],
)  # fmt: skip
def test_a_count_that_leaves_its_noun_out_is_read(text: str, wanted: list[tuple[float, str]]) -> None:
    assert people(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The club was founded in 1924 and plays at 45 Canal Street in the old town.",
        "Flight 212 to Nice was delayed, and the index fell to 3,150 on Tuesday.",
        "The number of flights rose to 340, and the number of complaints to 12.",
        "Strikers blocked the road to 2025 budget talks, the minister said.",
        "L'indice est passé à 3 150 et le nombre de vols à 340 dans la journée.",
        "El número de vuelos asciende a 340 y el índice cayó a 3.150 el martes.",
        "وارتفع عدد الرحلات إلى 340، وتراجع المؤشر إلى 3150 نقطة يوم الثلاثاء.",
        "Arsenal beat the visitors 3-1 and moved up to 4 in the table.",
    ],
)
def test_a_bare_number_of_anything_else_counts_nobody(text: str) -> None:
    assert people(text) == []


def test_the_longest_qualifier_decides_not_more_than_is_at_most() -> None:
    page = Page(
        "a.txt", "X\n\nوأكدت الجامعة أن القدرة الفعلية للمحطة الجديدة لا تتجاوز 64 ميغاواط في أحسن الأحوال.\n".encode()
    )
    figures = annotate(read(page)).figures
    assert [(f.value, f.unit, f.qualifier) for f in figures] == [(64, "MW", "at most")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le directeur, entendu par les représentants, chiffre à 1,4 million le nombre de salariés touchés par la fuite.", "salariés"),
        ("The council of ministers put at 1,400 the number of employees who were hit by the leak.", "employees"),
        ("وقدّر المدير أمام النواب بـ1400 عدد الأجراء المعنيين بالتسريب، حسب ما جاء في كلمته.", "الأجراء"),
    ],
)  # fmt: skip
def test_what_a_number_counts_may_be_named_behind_it(text: str, wanted: str) -> None:
    filler = "Traffic was stopped all morning in the centre of the town, where shops stayed shut until the evening."
    page = Page("a.txt", f"X\n\n{text}\n{filler if text.isascii() else ''}\n".encode())
    assert [f.quantity for f in annotate(read(page)).figures if f.unit == "people"] == [wanted]


def test_flights_behind_their_number_are_no_people() -> None:
    assert people("El director general cifró ante los diputados en 340 el número de vuelos de la semana.") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Le marchand a payé 300 000 francs djiboutiens pour la cargaison de bois, dit le juge.", "DJF"),
        ("The dam will cost 40 billion Ethiopian birr, or 40 billion birr as the ministry writes.", "ETB"),
        ("El puente costará 800 millones de guaraníes, según el intendente de la localidad ribereña.", "PYG"),
        ("وتبلغ كلفة الجسر ثلاثة ملايين شلن كيني بحسب محافظ الإقليم في تصريح أمس.", "KES"),
        ("وقال 300 أفغاني إنهم ينتظرون قوارب العبور منذ شهر في الميناء القديم.", ""),
    ],
)  # fmt: skip
def test_money_of_smaller_states_is_read(text: str, unit: str) -> None:
    found = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode()))).figures
    assert [f.unit for f in found if len(f.unit) == 3][:1] == ([unit] if unit else [])
