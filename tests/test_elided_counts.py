"""A number may leave out the people it counts; a year, a route, a price, a page or a rank must not be taken for a count."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.compose.figures import compose_figures
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
        ("Ils étaient deux mille d'après leur syndicat, quatre cents d'après la police.", [(2000, "exact"), (400, "exact")]),
        ("Al llegar a la plaza eran 2.500, de acuerdo con la Policía; 9.000, según el comité.", [(2500, "exact"), (9000, "exact")]),
        ("She sailed with a crew of eight, and more than a thousand turned up to greet her.", [(8, "exact"), (1000, "at least")]),
        ("وكانوا ألفين بحسب الشرطة التي كانت تحرس الساحة، ولقي أربعة سائحين مصرعهم في الزحام الشديد عند الباب الكبير.", [(2000, "exact"), (4, "exact")]),
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


def units(text: str) -> list[tuple[object, str]]:
    """The numbers of a page of one paragraph with their units as a reader is shown them."""
    page = Page("a.txt", f"X\n\n{text}\n".encode())
    return [(f.value, f.unit) for f in compose_figures([annotate(read(page))])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Chambre a adopté le texte par 44 voix contre 12, et 3 abstentions, après un débat de six heures.", [(44, "votes"), (12, "votes"), (3, "votes"), (6, "hours")]),
        ("The motion passed by 171 votes to 88 after a debate that went on well into the night.", [(171, "votes"), (88, "votes")]),
        ("وافق المجلس على القانون بـ94 صوتا مقابل 31 بعد نقاش طويل استمر حتى ساعة متأخرة.", [(94, "votes"), (31, "votes")]),
        ("El pozo creará 210 empleos y el campo guarda 2,1 billones de pies cúbicos de gas.", [(210, "jobs"), (2_100_000_000_000, "cubic feet")]),
    ],
)  # fmt: skip
def test_votes_and_jobs_are_no_people_and_the_other_side_of_a_vote_is_votes_too(
    text: str, wanted: list[tuple[object, str]]
) -> None:
    assert units(text) == wanted


@pytest.mark.parametrize("word", ["ملايين", "قوانين", "عناوين", "ميادين"])
def test_an_arabic_broken_plural_that_ends_like_people_is_none(word: str) -> None:
    assert people(f"وصدرت بعد ذلك خمسة {word} جديدة في البلاد خلال العام الماضي كله.") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Les vingt premiers pêcheurs de Doumar, à Djibouti, ont touché 150 000 francs chacun, dit la coopérative.", "DJF"),
        ("Le préfet de Thiès, au Sénégal, a promis 150 000 francs à chaque famille touchée par les pluies.", "XOF"),
        ("Armadas de Colombia y Panamá firman: el convenio costará 6.200 millones de pesos al ministerio.", "COP"),
        ("La cour de Tripoli a fixé la caution à 50 000 dinars, et le navire est rentré au port libyen.", "LYD"),
        ("The court in Kampala, Uganda, fined the minister 40,000 shillings for contempt on Monday.", "UGX"),
    ],
)  # fmt: skip
def test_money_of_several_states_is_that_of_the_state_the_page_speaks_of(text: str, unit: str) -> None:
    assert unit in [u for _, u in units(text)]
