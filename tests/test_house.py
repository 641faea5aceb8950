"""A name that a tagger ran from the page's own house into a person's is parted, behind what leads to whom something is told."""

from __future__ import annotations

import pytest

from isnad.annotate.names.house import TOLD, house_apart, houses_of
from isnad.annotate.names.words import words_of


def parted(sentence: str, name: str, house: str) -> list[str]:
    """The names that one found name becomes."""
    words = words_of(sentence, 0, len(sentence), "es")
    shown = [w.text for w in words]
    first = name.split()
    a = next(i for i in range(len(shown)) if shown[i : i + len(first)] == first)
    raw = house_apart(words, [(a, a + len(first), "LOC", 0.6)], houses_of(house, None))
    return [" ".join(shown[x:y]) + " " + kind for x, y, kind, _ in raw]


@pytest.mark.parametrize(
    ("sentence", "name", "house", "found"),
    [
        ("relató a Meseta Rosalba Quintín", "Meseta Rosalba Quintín", "MESETA", ["Meseta ORG", "Rosalba Quintín PER"]),
        ("relató a Meseta Rosalba Quintín", "Meseta Rosalba Quintín", "La Cumbre", ["Meseta Rosalba Quintín LOC"]),
        ("subió a Meseta Alta", "Meseta Alta", "Meseta", ["Meseta Alta LOC"]),
        ("en Meseta Rosalba Quintín", "Meseta Rosalba Quintín", "Meseta", ["Meseta Rosalba Quintín LOC"]),
    ],
)
def test_the_house_ends_where_a_persons_name_begins(sentence, name, house, found):
    assert parted(sentence, name, house) == found


def test_who_is_parted_is_sure():
    assert 0.9 < TOLD < 1
