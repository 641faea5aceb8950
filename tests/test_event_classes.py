"""What something is done to may be a word that the kind does not list: one of a shared set, or one known by its ending."""

from __future__ import annotations

import pytest

from isnad.annotate.events.classes import shared_sets, words_of_class
from isnad.annotate.events.kinds import lexicon
from isnad.languages import LANGUAGES, table
from test_kinds import told


def test_every_language_brings_the_same_sets():
    sets = {language: shared_sets(language) for language in LANGUAGES}
    assert len(set(sets.values())) == 1
    assert {"built", "goods", "people", "anyone", "doings"} <= sets["ar"]


def test_a_class_holds_its_own_words_those_of_the_sets_it_names_and_those_of_their_shape():
    words = words_of_class("en", ["gadget", "@built", "@doings"])
    assert "gadgets" in words
    assert "slaughterhouse" in words
    assert "distribution" in words
    assert "spoon" not in words
    assert "distribution" not in words_of_class("en", ["gadget", "@built"])


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("en", "smugglers", "spoon"),
        ("fr", "receleurs", "cuillère"),
        ("es", "huelguistas", "cuchara"),
        ("ar", "متطوعون", "ملعقه"),
    ],
)
def test_anyone_is_also_whom_only_an_ending_tells(language, known, unknown):
    anyone = words_of_class(language, ["@anyone"])
    assert known in anyone
    assert unknown not in anyone


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_trigger_may_ask_for_a_shared_set_by_its_own_name(language):
    words = lexicon(language)
    assert {f"any.{name}" for name in shared_sets(language)} <= set(words.classes)
    assert all(" " not in w for name, ws in table(language, "classes").items() if name != "shapes" for w in ws)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Bulldozers flattened the old tannery in Port Sella on Tuesday.", "construction"),
        ("fr", "La mairie de Thiès a rasé mardi l'ancien abattoir.", "construction"),
        ("es", "Las máquinas derribaron el martes el antiguo matadero de Lorca.", "construction"),
        ("ar", "هدمت الجرافات المدبغة القديمة في بجاية يوم الثلاثاء.", "construction"),
        ("en", "The council suspended the distribution of vouchers in Leeds on Monday.", "suspension"),
        ("fr", "La mairie de Lyon a suspendu lundi le ramassage des encombrants.", "suspension"),
        ("es", "El ayuntamiento de Jaén suspendió el lunes la recaudación del impuesto.", "suspension"),
        ("ar", "علقت بلدية صفاقس يوم الاثنين توزيع القسائم.", "suspension"),
    ],
)
def test_what_no_kind_lists_is_pulled_down_or_halted_like_what_it_does(language, text, kind):
    assert told(text, language, kind) == {"happened"}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Thieves walked off with a violin in Cremona on Monday.", "attack"),
        ("fr", "Les sauveteurs ont ramené lundi dix-neuf kayakistes au port de Crozon.", "aid"),
        ("es", "Los diputados avalaron el lunes los nuevos distritos en La Paz.", "approval"),
        ("ar", "فتش مفتشو الضرائب يوم الاثنين مخازن في صور.", "inquiry"),
    ],
)
def test_who_does_it_tells_the_kind_where_the_verb_does_not(language, text, kind):
    assert told(text, language, kind) == {"happened"}


def test_the_same_verb_of_somebody_else_tells_none():
    assert told("Le chanteur a ramené lundi sa guitare à Crozon.", "fr", "aid") == set()
    assert told("The audience walked off with a programme in Cremona on Monday.", "en", "attack") == set()


def test_an_arabic_building_behind_in_only_says_where():
    assert told("كان اللاعب يقيم في فندق الفريق بتونس يوم الأحد.", "ar", "construction") == set()
    assert told("أقامت البلدية فندقا في تونس يوم الأحد.", "ar", "construction") == {"happened"}
