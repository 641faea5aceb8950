"""Folding removes spelling differences that do not matter and never loses the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.text import fold, fold_key, fold_keys

ALPHABET = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("أإآؤئىةـّ٢’«»œﷺﬁ é\u200f\n")), max_size=80)


@given(ALPHABET)
def test_every_folded_range_leads_back_to_source_characters_that_fold_to_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts)
    assert list(folded.starts) == sorted(folded.starts)
    for i in range(len(folded.text)):
        span = folded.source(i, i + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert folded.text[i] in fold(text[span.start : span.end]).text


@given(ALPHABET)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("المسلّحة", "المسلحة"),
        ("إسرائيل", "اسرائيل"),
        ("مسؤول", "مسوول"),
        ("مصطفى", "مصطفي"),
        ("وزارة", "وزاره"),
        ("محـــمد", "محمد"),
        ("٢٠٢٢", "2022"),
        ("l’État", "L'ETAT"),
        ("Brahim Díaz", "brahim diaz"),
        ("cœur", "COEUR"),
    ],
)
def test_two_spellings_of_one_word_fold_to_one(printed: str, other: str) -> None:
    assert fold_key(printed) == fold_key(other)


def test_marks_after_the_last_letter_belong_to_the_source_range() -> None:
    folded = fold("عزّزت بيعٌ")
    start = folded.text.index("بيع")
    span = folded.source(start, start + 3)
    assert "عزّزت بيعٌ"[span.start : span.end] == "بيعٌ"


@given(st.lists(ALPHABET, max_size=12))
def test_words_folded_together_are_what_each_is_folded_alone(words: list[str]) -> None:
    assert fold_keys(words) == [fold_key(w) for w in words]


@given(ALPHABET)
def test_a_key_is_the_folded_text_without_space_around_it(text: str) -> None:
    assert fold_key(text) == fold(text).text.strip()


def test_the_grave_accent_of_old_keyboards_is_an_apostrophe() -> None:
    assert fold_key("l`Homme") == fold_key("l’homme") == "l'homme"
