"""Places by what sort they are and where: a crossing or a port is told under the name of where it is."""

from __future__ import annotations

import pytest

from isnad.link.local import Local
from isnad.link.places import Places


def place(ident: str, name: str) -> Local:
    """Return a place of a page that also names a matter both pages name."""
    return Local(ident, ident, "place", (0,), (name,), around=frozenset({"heard:place:RML", "heard:person:KZB"}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("معبر وادي الرمال", "وادي الرمال"),
        ("ميناء المرسيدة", "المرسيدة"),
        ("Ramlat crossing", "Ramlat"),
        ("port de Tazouna", "Tazouna"),
    ],
)
def test_a_crossing_or_a_port_is_where_it_is(one: str, other: str) -> None:
    a, b = place("a", one), place("b", other)
    assert set(Places().keys(a)) & set(Places().keys(b))
    verdict = Places().judge(a, b)
    assert verdict is not None
    assert verdict.same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سد وادي الرمال", "وادي الرمال"),
        ("جبل المرسيدة", "المرسيدة"),
        ("Ramlat lake", "Ramlat"),
        ("معبر وادي الرمال", "معبر وادي السلام"),
    ],
)
def test_other_sorts_of_place_stay_apart(one: str, other: str) -> None:
    verdict = Places().judge(place("a", one), place("b", other))
    assert verdict is None or not verdict.same
