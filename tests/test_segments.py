"""Texts are cut into tokens piece by piece, as if each were cut as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from isnad.text import tokens
from isnad.text.segments import _cut

TEXTS = st.text(
    st.sampled_from("abÉßœ أإىةـ١٢2.,:٫’'-—«»\u00a0\u200d\u064e\u0301\x1c\x1f\u2028\n\t") | st.characters(), max_size=60
)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_tokens_of_a_range_are_those_of_the_text_read_through(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    assert [(t.start, t.end, t.text, t.kind, t.key) for t in tokens(text, start, end)] == _cut(text, start, end)


def test_an_elided_article_stands_apart_from_its_noun_and_an_arabic_clitic_does_not() -> None:
    text = "L’accord d'Évian, 1.250,5 km : «والاتفاقية» وقّعها"
    found = [(t.text, t.kind) for t in tokens(text)]
    assert found[:4] == [("L’", "elided"), ("accord", "word"), ("d'", "elided"), ("Évian", "word")]
    assert ("1.250,5", "number") in found
    assert [t for t, kind in found if kind == "word"][-2:] == ["والاتفاقية", "وقّعها"]
    assert all(text[t.start : t.end] == t.text for t in tokens(text))


def test_words_that_a_page_has_run_together_stand_apart() -> None:
    text = "صرّح رئيس المحكمةالابتدائية بمدينةُطنجة إلىقناة BBCالعربية علىChannelوNews، عليه سيارة ولدى الـAFP"
    assert [t.text for t in tokens(text) if t.kind == "word"] == (
        "صرّح رئيس المحكمة الابتدائية بمدينةُ طنجة إلى قناة BBC العربية على Channel و News عليه سيارة ولدى الـ AFP".split()
    )
    assert all(text[t.start : t.end] == t.text for t in tokens(text))


def test_an_alif_that_only_opens_words_stands_apart_from_what_was_run_into_it() -> None:
    text = "فريقإيلتون فاز، وبالإضافة إليه والإمارات وللإدارة اللاإرادية"
    assert [t.text for t in tokens(text) if t.kind == "word"] == (
        "فريق إيلتون فاز وبالإضافة إليه والإمارات وللإدارة اللاإرادية".split()
    )


def test_a_final_ya_without_dots_in_the_middle_of_a_word_does_not_cut_it() -> None:
    assert [t.text for t in tokens("علىه إلىنا اذربىجان")] == ["علىه", "إلىنا", "اذربىجان"]
