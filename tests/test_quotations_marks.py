"""Where words stand between quotation marks, whatever the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.annotate import annotate
from isnad.annotate.quotations.marks import LONGEST, find_marked
from isnad.model import Article, Part


def inside(text: str) -> list[str]:
    return [text[m.inner.start : m.inner.end] for m in find_marked(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il répond « oui » puis « non ».", ["oui", "non"]),
        ("Elle a dit “yes” and ‘no’ today.", ["yes", "no"]),
        ('He said "yes" and left.', ["yes"]),
        ("Dijo «sí, “claro que sí”» y salió.", ["sí, “claro que sí”"]),
        ("قال «نعم» ثم «لا».", ["نعم", "لا"]),
        ('قال "نعم" ثم خرج.', ["نعم"]),
        ("She said 'the boats' crews are safe' on Monday.", ["the boats' crews are safe"]),
        ("L’eau de l’oued n’est pas d’ici.", []),
        ("Don't say it's the sailors' fault.", []),
        ('He wrote "the "old" harbour is closed" again.', ['the "old" harbour is closed']),
        ("Il note ''le port est fermé'' ce soir.", ["le port est fermé"]),
        ('قال" الميناء مغلق" أمس.', ["الميناء مغلق"]),
        ("„Das Tor ist zu“ steht da.", ["Das Tor ist zu"]),
    ],
)
def test_marks_of_four_languages_are_paired(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_a_quotation_may_run_over_lines_until_its_closing_mark() -> None:
    assert inside("« Un pont.\nUn port », dit-il.") == ["Un pont.\nUn port"]


def test_a_line_that_opens_again_continues_the_unclosed_quotation() -> None:
    text = "“We waited for days.\n\n“Then the boat came,” he said."
    found = find_marked(text, 0, len(text))
    assert [(m.closed, m.again) for m in found] == [(False, False), (True, True)]


def test_an_unclosed_mark_never_swallows_the_page() -> None:
    text = "Il dit « " + "la mer monte. " * 1000 + "\nFin."
    assert all(m.outer.end - m.outer.start <= LONGEST + 2 for m in find_marked(text, 0, len(text)))


@pytest.mark.parametrize(
    "text",
    ["«" * 5000 + "mot" + "»" * 5000 + ' "' * 5000, '"' * 5000, "“" * 5000, "'a " * 5000, '"a ' * 5000, "» «" * 5000],
)
def test_thousands_of_marks_swallow_no_page(text: str) -> None:
    assert all(m.outer.end - m.outer.start <= LONGEST + 2 or not m.closed for m in find_marked(text, 0, len(text)))


@given(st.text(alphabet="«»“”\"'’‘ab \n.,", max_size=200))
def test_stretches_are_disjoint_ordered_and_lie_inside_the_text(text: str) -> None:
    found = find_marked(text, 0, len(text))
    ends = 0
    for m in found:
        assert ends <= m.outer.start < m.outer.end <= len(text)
        assert m.inner.within(m.outer)
        assert not text[m.inner.start].isspace()
        assert not text[m.inner.end - 1].isspace()
        ends = m.outer.end


def test_a_mark_typed_before_the_word_of_saying_opens_nothing() -> None:
    text = '"وقال سامي الحايك "لن نرحل من هنا قبل الصباح،" في إشارة إلى الحشد.'
    empty = (None,) * 6
    article = Article("a", "a", "0", "text/plain", "ar", *empty, (), text, (Part("body", 0, len(text)),))
    assert [text[p.start : p.end] for q in annotate(article).quotations for p in q.pieces] == [
        "لن نرحل من هنا قبل الصباح،"
    ]
