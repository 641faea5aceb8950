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
        ("ميناء كودجيكوه", "Kodjikoué"),
        ("مرسى الهود", "Marsa al-Houd"),
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


@pytest.mark.parametrize(("one", "other"), [("سيدي مرجان", "Sidi Marjane"), ("Sidi Marjan", "Sidi Marjane")])
def test_a_long_name_is_one_place_though_the_pages_share_nothing_else(one: str, other: str) -> None:
    a, b = (Local(x, x, "place", (0,), (x,)) for x in (one, other))
    verdict = Places().judge(a, b)
    assert verdict is not None
    assert verdict.same


@pytest.mark.parametrize(
    ("one", "other"), [("المرجة", "Marja"), ("Sidi Ali", "سيدي علي"), ("Sidi Marwan", "Sidi Marjan")]
)
def test_a_short_or_another_name_needs_something_in_common(one: str, other: str) -> None:
    a, b = (Local(x, x, "place", (0,), (x,)) for x in (one, other))
    assert Places().judge(a, b) is None


@pytest.mark.parametrize(
    ("key", "known", "other"),
    [
        ("place:SN-dakar", "داكار", "ميناء داكار"),
        ("place:DZ-annaba", "Annaba", "port d'Annaba"),
        ("place:PA", "Panamá", "Ciudad de Panamá"),
        ("place:KW", "الكويت", "مدينة الكويت"),
    ],
)
def test_a_port_of_a_listed_town_and_a_town_that_bears_its_states_name_are_places_of_their_own(
    key: str, known: str, other: str
) -> None:
    a = Local("a", "a", "place", (0,), (known,), key=key, around=frozenset({"heard:person:KZB", "heard:place:RML"}))
    verdict = Places().judge(a, place("b", other))
    assert verdict is not None
    assert verdict.same is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خليج تازونة", "Gulf of Tazouna"),
        ("قصر المرسيدة", "palacio de Marsida"),
        ("فندق الزيتونة", "hôtel Zeitouna"),
        ("سان غوديل", "Saint-Godel"),
        ("سانتا ماريدا", "Santa Marida"),
        ("بويرتو ديل روزينو", "Puerto del Rosino"),
        ("وادي دريجة", "Oued Drija"),
    ],
)
def test_sorts_of_place_and_small_words_are_translated(one: str, other: str) -> None:
    a, b = place("a", one), place("b", other)
    assert set(Places().keys(a)) & set(Places().keys(b))
    verdict = Places().judge(a, b)
    assert verdict is not None
    assert verdict.same


def test_a_spanish_y_is_looked_up_as_the_jim_it_may_stand_for() -> None:
    a = Local("a", "a", "place", (0,), ("Ued el Hayar",), around=frozenset({"heard:person:KZB"}), language="es")
    b = place("b", "وادي الحجار")
    assert set(Places().keys(a)) & set(Places().keys(b))
