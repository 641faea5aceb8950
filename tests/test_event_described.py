"""Who takes part though only a noun or a pronoun says so: "the company dismissed", "al capitán", "a judge barred him", «وأحالته»."""

from __future__ import annotations

import pytest

from test_event_parts import first, reading, who


@pytest.mark.parametrize(
    ("language", "text", "kind", "people"),
    [
        ("en", "Brasco Foods, a maker of jam, lost money. The company dismissed 300 workers in March.", "departure", {"Brasco Foods"}),
        ("fr", "La société Brasco a perdu de l'argent. L'entreprise a licencié 300 salariés en mars.", "departure", {"Brasco"}),
        ("es", "El Comité de Comercio Exterior rechazó la carga. El comité apeló el fallo el miércoles.", "court",
         {"Comité de Comercio Exterior"}),
        ("ar", "أعلنت شركة براسكو للأغذية نتائجها أمس. وسرحت الشركة 300 عامل في مارس.", "departure", {"شركة براسكو للأغذية"}),
        ("fr", "L'avocat de la ville, Jean Berthier, a plaidé lundi. L'avocat a dénoncé une mise en scène.", "accusation", {"Jean Berthier"}),
        ("es", "El capitán Eliseo Marrero abandonó el barco. La policía detuvo al capitán el viernes por la tarde.", "arrest",
         {"Eliseo Marrero"}),
        ("en", "Trader Tom Sark slipped out by yacht. A judge had barred him from travelling.", "sanction", {"Tom Sark", "judge"}),
        ("fr", "Jean Berthier a parlé lundi. Le juge l'a fait écrouer mercredi.", "arrest", {"Jean Berthier", "juge"}),
        ("es", "Óscar Bellver declaró dos horas. El juez de guardia lo dejó ayer en libertad.", "arrest", {"Óscar Bellver", "juez de guardia"}),
        ("ar", "أوقفت الشرطة كريم عياد أمس وأحالته على النيابة.", "court", {"كريم عياد"}),
    ],
)  # fmt: skip
def test_a_noun_or_a_pronoun_stands_for_the_one_it_can_mean(language, text, kind, people):
    assert who(text, language, kind) == people


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "La société Brasco et l'entreprise Halden ont perdu de l'argent. L'entreprise a licencié 300 salariés en mars.", "departure"),
        ("en", "A company lost money, Brasco Foods said. A company dismissed 300 workers in March.", "departure"),
        ("en", "The union said the plant was unsafe. The company dismissed 300 workers in March.", "departure"),
        ("es", "La ministra Ana Ruiz presentó el informe. El Congreso lo rechazó el martes.", "rejection"),
    ],
)  # fmt: skip
def test_two_bearers_no_article_no_firm_or_a_thing_mean_nobody(language, text, kind):
    assert {w for w in who(text, language, kind) if w in ("Brasco", "Halden", "Brasco Foods", "Ana Ruiz")} == set()


def test_whom_a_pronoun_means_is_the_one_it_befalls():
    page = reading("استدعت اللجنة وزير الصحة بدر الصالح. وأمهله النائب ثويني الراشد أسبوعا.", "ar")
    roles = {page.mentions[t.mention].text: t.role for t in first(page, "threat").participants}
    assert roles == {"ثويني الراشد": "actor", "بدر الصالح": "target"}


@pytest.mark.parametrize(
    ("language", "text", "kind", "people"),
    [
        ("fr", "Le Conseil des ministres s'est réuni jeudi. Le Conseil a observé une minute de silence.", "gathering", {"Conseil des ministres"}),
        ("en", "The World Health Organization raised the alarm. Minister Abakar Dagash rejected the figure. It has appealed for $14 million.",
         "demand", {"World Health Organization"}),
    ],
)  # fmt: skip
def test_a_sort_printed_alone_and_it_take_up_the_body_just_named(language, text, kind, people):
    assert who(text, language, kind) == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El Poder Ejecutivo aceptó la renuncia del ministro de Seguridad, Adam Lascan."),
        ("en", "The president accepted the resignation of the defence minister, Adam Lascan, on Tuesday."),
        ("fr", "Le président a accepté mardi la démission du ministre de la Santé, Adam Lascan."),
    ],
)
def test_whose_resignation_is_accepted_leaves_and_who_accepts_it_does_not(language, text):
    page = reading(text, language)
    leaving = {page.mentions[t.mention].text for t in first(page, "departure").participants if t.role == "appointee"}
    assert leaving == {"Adam Lascan"}
