"""Where, by what a telling hangs on: the verb before it, the noun its relative clause is about, the town a line begins with."""

from __future__ import annotations

import pytest

from test_event_parts import where, who


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "The governor, Anne Brown, visited Talling on Monday and met the families of the dead.", "meeting", "Talling"),
        ("es", "El ministro Juan Pérez visitó el lunes Potosí y se reunió con los mineros.", "meeting", "Potosí"),
        ("ar", "زار الوزير سامي الحداد أمس مدينة مراكش، والتقى المهندسة هدى سالم.", "meeting", "مراكش"),
        # What is over, and what has a place of its own, lend and take none.
        ("en", "President Amina Diallo, after a visit to Praia, met Omar Sy on Tuesday.", "meeting", None),
        ("en", "The governor, Anne Brown, visited Talling on Monday and met Omar Sy in Harlow.", "meeting", "Harlow"),
        ("en", "The governor, Anne Brown, visited Talling on Monday and accused Omar Sy of theft.", "accusation", None),
    ],
)  # fmt: skip
def test_what_one_sentence_tells_on_is_where_it_began(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "The miners, led by Omar Sy, worked at the mill in Kentmere, which closed in 2019.", "suspension", "Kentmere"),
        ("ar", "وجاء القرار بعد هدم سوق الحدادين الذي بني عام 1927.", "construction", "سوق الحدادين"),
        ("ar", "ويعد هذا ثاني تمرد تشهده مدينة مراكش في ست سنوات.", "protest", "مراكش"),
        ("es", "El incendio del 3 de mayo que vivió Potosí dejó dos muertos.", "disaster", "Potosí"),
        # Whoever is from a town is not where he did it, and a march that drew many saw no town.
        ("fr", "Les hommes de Tafzoult qui ont attaqué la banque lundi ont fui.", "attack", None),
        ("ar", "نظم العمال في 3 مارس وقفة شهدت مشاركة كبيرة.", "protest", None),
    ],
)  # fmt: skip
def test_what_a_relative_clause_is_about_and_the_town_that_saw_it_say_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("fr", "Oran : la police a arrêté lundi Omar Sy.", "arrest", "Oran"),
        ("fr", "Oran : la police a arrêté lundi Omar Sy à Tlemcen.", "arrest", "Tlemcen"),
        ("fr", "Oran : Ali Nour a accusé lundi Omar Sy de vol.", "accusation", None),
        ("en", "The federation will hear Malta's appeal in Abidjan on Friday.", "court", "Abidjan"),
        ("ar", "لقي بحار مصرعه أمس في تمرين «درع البحر 5» في طنجة.", "death", "طنجة"),
        ("fr", "La directrice, Lina Khoury, a saisi mercredi la Cour suprême.", "court", "Cour suprême"),
        ("en", "The city council approved the budget on Tuesday.", "approval", "city council"),
        ("fr", "Le conseil d'administration a approuvé mardi le budget.", "approval", None),
    ],
)  # fmt: skip
def test_a_line_that_begins_with_a_town_a_court_and_a_council_say_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "On Sunday displaced families blocked the bridge at Kentmere for six hours. Police arrested Omar Sy.", "arrest", "Kentmere"),
        ("en", "On Sunday displaced families blocked the bridge at Kentmere for six hours. Meanwhile police arrested Omar Sy.", "arrest", None),
        ("en", "Members came to blows on Monday during a sitting of the House of Representatives.", "attack", "House of Representatives"),
        ("fr", "Trois élus ont quitté lundi la séance du conseil municipal.", "departure", "conseil municipal"),
        ("fr", "Trois élus ont quitté lundi la séance du conseil d'administration.", "departure", None),
        ("en", "Omar Sy appeared before the Talling Regional Court on Monday.", "court", "Talling"),
        ("fr", "Les habitants de Tafzoult ont enterré lundi leurs morts.", "gathering", "Tafzoult"),
    ],
)  # fmt: skip
def test_the_sentence_before_a_sitting_and_a_court_say_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind", "people"),
    [
        ("fr", "À l'appel de l'Union des dockers, sept cents manutentionnaires ont cessé le travail lundi.", "protest", {"Union des dockers"}),
        ("es", "Al llamado de la Federación de Mineros, cientos de vecinos marcharon el lunes en Potosí.", "protest", {"Federación de Mineros"}),
        ("ar", "قبضت الشرطة، الأربعاء الماضي في مطار طنجة، على مدير المشتريات سامي عبدي.", "arrest", {"سامي عبدي"}),
        ("ar", "استدعت وزارة الخارجية أول أمس القائم بالأعمال اليمني ياسر كمبال.", "meeting", {"وزارة الخارجية", "ياسر كمبال"}),
    ],
)  # fmt: skip
def test_who_calls_for_it_and_whom_a_preposition_of_the_verb_leads_to_take_part(language, text, kind, people):
    assert who(text, language, kind) == people


@pytest.mark.parametrize(
    ("language", "text", "kind", "people", "place"),
    [
        ("fr", "La police a arrêté lundi Jean Dupont ainsi que Marie Curie à Lyon.", "arrest", {"Jean Dupont", "Marie Curie"}, "Lyon"),
        ("es", "La policía detuvo el lunes a Juan Pérez así como a Ana Ruiz en Lima.", "arrest", {"Juan Pérez", "Ana Ruiz"}, "Lima"),
        ("en", "Police arrested John Brown as well as Mary Stone in Harlow on Monday.", "arrest", {"John Brown", "Mary Stone"}, "Harlow"),
        ("ar", "اعتقلت الشرطة يوم الاثنين سامي عبدي فضلا عن هدى سالم في طنجة.", "arrest", {"سامي عبدي", "هدى سالم"}, "طنجة"),
        # How somebody said it is another clause.
        ("fr", "La police a arrêté lundi Jean Dupont, ainsi que l'a annoncé Marie Curie.", "arrest", {"Jean Dupont"}, None),
        # Who is named behind what he is, and who only says so.
        ("fr", "Le bilan est monté lundi avec le décès d'un maçon syrien, Abdo Qassoum.", "death", {"Abdo Qassoum"}, None),
    ],
)  # fmt: skip
def test_words_that_join_as_and_does_and_who_is_named_behind_what_he_is(language, text, kind, people, place):
    assert who(text, language, kind) == people
    assert where(text, language, kind) == place
