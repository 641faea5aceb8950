"""Tables of words as shipped: what was packed is found again, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.models.words import Words, WordSet, pack, pack_set

WORD = st.text(st.characters(exclude_characters="\n\t", exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(st.dictionaries(WORD, st.integers(0, 65535), max_size=60), WORD)
def test_a_packed_table_answers_as_the_dictionary_it_was_made_of(numbers, other):
    table = Words(pack(numbers))
    assert dict(table) == numbers
    assert len(table) == len(numbers)
    assert table.get(other, -1) == numbers.get(other, -1)
    assert (other in table) == (other in numbers)
    assert all(table[word] == n for word, n in numbers.items())


def test_part_of_a_word_and_a_word_grown_are_not_the_word():
    words = WordSet(pack_set(["كتاب", "مكتبة", "port", "porte"]))
    assert {"كتاب", "port"} <= set(words)
    for other in ("كتا", "تاب", "الكتاب", "por", "ports", "", "port\tporte", "\ud800"):
        assert other not in words


def test_a_word_that_is_not_there_is_named_in_the_error():
    with pytest.raises(KeyError, match="نهر"):
        Words(pack({"بحر": 3}))["نهر"]


@pytest.mark.parametrize(("word", "number"), [("two\nlines", 1), ("a\ttab", 1), ("large", 65536), ("less", -1)])
def test_what_a_table_cannot_hold_is_refused_when_it_is_made(word, number):
    with pytest.raises(ValueError, match="no row"):
        pack({word: number})
