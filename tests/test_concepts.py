"""Words of four languages meet in one space, and why two texts are alike can be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.link.concepts import add, cosine, explain, likeness, stem, unit, vector

FIRE = {
    "ar": "اندلع حريق كبير في غابة قرب المدينة وأصيب ثلاثة من رجال الإطفاء",
    "en": "A large fire broke out in a forest near the city and three firefighters were injured",
    "es": "Un gran incendio se declaró en un bosque cerca de la ciudad y tres bomberos resultaron heridos",
    "fr": "Un grand incendie s'est déclaré dans une forêt près de la ville et trois pompiers ont été blessés",
}
BANK = {
    "ar": "رفع البنك المركزي سعر الفائدة لمواجهة التضخم",
    "en": "The central bank raised its interest rate to fight inflation",
    "es": "El banco central subió el tipo de interés para combatir la inflación",
    "fr": "La banque centrale a relevé son taux d'intérêt pour combattre l'inflation",
}


@pytest.mark.parametrize("a", FIRE)
@pytest.mark.parametrize("b", FIRE)
def test_a_sentence_is_more_like_its_translation_than_like_another_matter(a: str, b: str) -> None:
    same = cosine(vector(FIRE[a], a), vector(FIRE[b], b))
    other = cosine(vector(FIRE[a], a), vector(BANK[b], b))
    assert same > other + 0.15


def test_a_name_no_wordnet_knows_meets_its_arabic_spelling_by_sound() -> None:
    assert cosine(vector("Bouchentouf", "fr"), vector("بوشنتوف", "ar")) > 0.9


def test_numbers_are_themselves_whatever_the_digits_and_separators() -> None:
    assert cosine(vector("٣١٥٠", "ar"), vector("3,150", "en")) == pytest.approx(1.0)
    assert cosine(vector("3150", "en"), vector("3151", "en")) == 0


def test_why_two_texts_are_alike_is_told_in_words_of_both() -> None:
    pairs = {(a, b) for a, b, _ in explain(FIRE["fr"], "fr", FIRE["ar"], "ar")}
    assert ("incendie", "حريق") in pairs
    assert ("forêt", "غابة") in pairs


def test_arabic_words_lose_attached_particles_before_they_are_looked_up() -> None:
    assert stem("والمدينه", "ar") == stem("مدينه", "ar")


def test_a_language_not_among_the_four_is_compared_by_sounds_and_numbers_only() -> None:
    german = vector("Der Bürgermeister Brinkhoff sprach 2021 in Osterholz", "de")
    assert all(isinstance(k, str) for k in german)
    assert cosine(german, vector("Brinkhoff, Osterholz, 2021", "en")) > 0.5


def test_an_empty_text_is_like_nothing() -> None:
    assert vector("", "fr") == {}
    assert likeness("", "fr", FIRE["en"], "en") == 0
    assert explain("", "fr", FIRE["en"], "en") == []


def test_likeness_ranks_a_retelling_between_the_same_text_and_another_matter() -> None:
    retold = "Three firemen were hurt by a forest fire outside town"
    same, close, far = (likeness(FIRE["en"], "en", t, "en") for t in (FIRE["en"], retold, BANK["en"]))
    assert same == pytest.approx(1.0)
    assert same > close > far


@given(st.text(max_size=200), st.sampled_from(["ar", "en", "es", "fr", "de", "und"]))
def test_any_text_gives_a_vector_of_length_one_or_none(text: str, language: str) -> None:
    v = vector(text, language)
    assert not v or cosine(v, v) == pytest.approx(1.0)


@given(st.lists(st.sampled_from(list(FIRE.values()) + list(BANK.values())), min_size=1, max_size=5))
def test_a_sum_does_not_depend_on_the_order_of_its_parts(texts: list[str]) -> None:
    forward, backward = (add(vector(t, "en") for t in order) for order in (texts, texts[::-1]))
    assert cosine(forward, backward) == pytest.approx(1.0)
    assert unit({}) == {}
