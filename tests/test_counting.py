"""Words taken piece by piece are those of the whole text, and weigh as much, whatever stands in it."""

import math
from collections import Counter
from itertools import chain

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.link.concepts import _keys, unit, vector
from isnad.link.counting import WORDS, piece
from isnad.text import fold_key

TEXTS = st.text(
    st.sampled_from("aZéÉßœ أإىةـ١٢2.,,’'-—«»\u00a0\u200d\u064e\u0301\u00a8ΣςİŁ٫\n") | st.characters(), max_size=60
)


def capitals_of(text: str) -> frozenset[str]:
    return frozenset(WORDS.findall(fold_key(" ".join(regex.findall(r"\p{Lu}[\p{L}\p{M}]+", text)))))


@given(TEXTS)
def test_words_are_those_of_the_text_folded_as_a_whole(text: str) -> None:
    found = [piece(p) for p in text.split()]
    assert [w for p in found for w in p.words] == WORDS.findall(fold_key(text))
    assert frozenset(chain.from_iterable(p.capitals for p in found)) == capitals_of(text)
    assert any(p.cased for p in found) == (regex.search(r"\p{Ll}", text) is not None)


def weighed_as_a_whole(text: str, language: str) -> dict[int | str, float]:
    names = capitals_of(text) if regex.search(r"\p{Ll}", text) else None
    found: dict[int | str, float] = {}
    for word, n in Counter(WORDS.findall(fold_key(text))).items():
        for key, weight in _keys(word, language, names is None or word in names):
            found[key] = found.get(key, 0.0) + weight * (1 + math.log(n))
    return unit(found)


WORDY = st.lists(
    st.sampled_from(
        "Port port de Tazra tazra TAZRA, Ould ould Mbeirik l’accord accord L’Accord 1,5 15 «الميناء» ميناء تازرا ولد".split()
    )
    | TEXTS,
    max_size=12,
).map(" ".join)


@settings(deadline=None)  # the first text of a language reads its lexicon
@given(WORDY, st.sampled_from(["ar", "fr", "en", "es", "de"]))
def test_a_text_weighs_what_its_words_weigh_counted_as_a_whole(text: str, language: str) -> None:
    found, expected = vector(text, language), weighed_as_a_whole(text, language)
    assert list(found) == list(expected)
    assert found == pytest.approx(expected)


def test_a_word_no_wordnet_knows_is_a_name_where_a_capital_says_so_and_wherever_nothing_has_capitals() -> None:
    assert "~BKM" in {k[:4] for k in vector("Le port de Bakoma", "fr") if isinstance(k, str)}
    assert not any(str(k).startswith("~") for k in vector("le port de bakoma", "fr"))
    assert any(str(k).startswith("~") for k in vector("مر بقرية زغموطا", "ar"))
    assert any(str(k).startswith("~") for k in vector("bakoma, dit-on. Bakoma", "fr"))


def test_arabic_and_french_words_are_folded() -> None:
    words = [
        w for p in "أعلنت الوزارةُ عن 1,5 مليون، «الوزارة» : l’Été à Nouâdhibou, été".split() for w in piece(p).words
    ]
    assert words.count("الوزاره") == 2
    assert "1,5" in words
    assert words.count("ete") == 2
    assert piece("Nouâdhibou,").capitals == ("nouadhibou",)
