"""What a page takes back that it told before is denied, and told otherwise right behind it is no telling."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def told(language: str, text: str) -> list[tuple[str, str]]:
    """What a page that says nothing else tells."""
    body = (Part("body", 0, len(text)),)
    page = Article("a", "a", "0", "text/plain", language, None, None, None, None, None, None, (), text, body)
    return [(e.kind, e.status) for e in annotate(page).events if not e.bare]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            "We reported on Tuesday that the minister, Paul Owusu, had resigned. He has not.",
            ("departure", "denied"),
        ),
        (
            "en",
            "Correction: our report said that Paul Owusu had been arrested in Kumasi, where he lives with his family.",
            ("arrest", "denied"),
        ),
        (
            "fr",
            "Nous avons écrit jeudi que le docteur Karim Nasri avait été arrêté. Il n'en est rien.",
            ("arrest", "denied"),
        ),
        ("es", "Ayer publicamos que el alcalde Raúl Tejada había dimitido. No fue así.", ("departure", "denied")),
        ("ar", "ذكرنا في عدد أمس أن الوزير سالم النجار استقال من منصبه، والصحيح أنه باق فيه.", ("departure", "denied")),
        ("en", "As we reported on Tuesday, the minister, Paul Owusu, has resigned.", ("departure", "happened")),
        ("fr", "Nous avons écrit jeudi que le docteur Karim Nasri avait été arrêté à Tunis.", ("arrest", "happened")),
        ("es", "Informamos de que el alcalde Raúl Tejada había dimitido el martes.", ("departure", "happened")),
        ("ar", "ذكرنا في عدد أمس أن الوزير سالم النجار استقال من منصبه يوم الأحد.", ("departure", "happened")),
    ],
)
def test_what_a_page_takes_back_is_denied_and_what_it_stands_by_is_not(
    language: str, text: str, event: tuple[str, str]
) -> None:
    assert event in told(language, text)


def test_what_the_page_goes_on_to_tell_right_is_told_once() -> None:
    text = "Fe de errores: el viernes publicamos que el banco Norte compró el hotel en 2009. La compra se cerró en mayo de 2011."
    assert [e for e in told("es", text) if e[0] == "transaction"] == [("transaction", "happened")]


def test_a_day_that_is_set_right_denies_no_deed() -> None:
    text = "Correction: our report of 16 March 2022 said that the contract was signed on Tuesday 15 March. It was signed on Monday 14 March 2022."
    page = Article("a", "a", "0", "text/plain", "en", *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    assert not [e for e in annotate(page).events if e.status == "denied"]  # type: ignore[misc]
