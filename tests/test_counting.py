"""Words counted by the piece are those of the whole text, whatever stands in it."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from isnad.link.counting import WORDS, counted, together
from isnad.text import fold_key

TEXTS = st.text(
    st.sampled_from("aZéÉßœ أإىةـ١٢2.,,’'-—«»\u00a0\u200d\u064e\u0301\u00a8ΣςİŁ٫\n") | st.characters(), max_size=60
)


def capitals_of(text: str) -> frozenset[str]:
    found = regex.findall(r"\p{Lu}[\p{L}\p{M}]+", text) if regex.search(r"\p{Ll}", text) else ()
    return frozenset(WORDS.findall(fold_key(" ".join(found))))


@given(TEXTS)
def test_words_are_those_of_the_text_folded_as_a_whole(text: str) -> None:
    found = counted(text)
    assert found.order == WORDS.findall(fold_key(text))
    assert (found.capitals, found.cased) == (capitals_of(text), regex.search(r"\p{Ll}", text) is not None)


@given(st.lists(TEXTS, max_size=4))
def test_words_of_several_texts_come_in_the_order_in_which_they_are_first_met(texts: list[str]) -> None:
    found = together([counted(t) for t in texts])
    words = [w for t in texts for w in WORDS.findall(fold_key(t))]
    assert list(found.words) == list(dict.fromkeys(words))
    assert all(found.words[w] == words.count(w) for w in words)


def test_arabic_and_french_words_are_counted_as_folded() -> None:
    found = counted("أعلنت الوزارةُ عن 1,5 مليون، «الوزارة» : l’Été à Nouâdhibou, été")
    assert found.words["الوزاره"] == 2
    assert found.words["1,5"] == 1
    assert (found.words["ete"], found.cased) == (2, True)
    assert found.capitals == {"ete", "nouadhibou"}
