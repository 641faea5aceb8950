"""What is known of names beforehand: countries, cities, nationalities, words of persons' names, words of offices."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from functools import cache

import msgspec

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import bare, demonyms
from isnad.models import weights
from isnad.models.words import Packed, WordSet
from isnad.text import fold_key


class Blob(msgspec.Struct, frozen=True):
    """The shipped gazetteer: names are folded, words stand one a line or in a packed table. Cities: key, ISO country, inhabitants, names.

    ``latin`` and ``arabic`` are words of persons' names, ``given`` and ``family`` those known to be one or the other,
    ``plain`` a language's common words.
    """

    countries: dict[str, list[str]]
    cities: list[tuple[str, str, int, list[str]]]
    latin: str
    arabic: str
    given: str
    family: str
    plain: dict[str, Packed]


class Place(msgspec.Struct, frozen=True):
    """An entry of the gazetteer; a country when ``inhabitants`` is 0."""

    key: str
    country: str
    inhabitants: int


class Gazetteer(msgspec.Struct, frozen=True):
    """Folded names of places, the words their names begin with, words of persons' names, common words by language.

    ``others`` are further bearers of a name in ``places``, of other states.
    """

    places: dict[str, Place]
    others: dict[str, tuple[Place, ...]]
    first_words: dict[str, int]
    people: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    plain: Mapping[str, WordSet]


@cache
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer."""
    blob = msgspec.msgpack.decode(lzma.decompress(weights("gazetteer.bin").read_bytes()), type=Blob)
    places: dict[str, Place] = {}
    for code, names in blob.countries.items():
        for name in names:
            places.setdefault(name, Place(f"place:{code}", code, 0))
    written = _written()
    for key, country, inhabitants, names in blob.cities:
        # A town written here by hand keeps one entry: "Caire" is the place of "Le Caire" and «القاهرة».
        own = next((written[n][0] for n in names if n in written and written[n][1] == country), key)
        for name in names:
            places.setdefault(name, Place(own, country, inhabitants))
    for name, (key, country) in written.items():
        places[name] = Place(key, country, 0 if key == f"place:{country}" else 1)
    others: dict[str, tuple[Place, ...]] = {}
    for row in table("shared", "places")["namesakes"]:
        place = Place(f"place:{row['key']}", str(row["key"])[:2], 1)
        for name in map(fold_key, row["names"]):
            if places.setdefault(name, place).country != place.country:
                others[name] = (*others.get(name, ()), place)
    first: dict[str, int] = {}
    for name in places:
        head = name.partition(" ")[0] if " " in name else name  # the very string: most names are one word
        first[head] = max(first.get(head, 0), len(name.split()))
    people = given_names().union(blob.latin.split("\n"), blob.arabic.split("\n"))
    kept = {w: w for w in people}
    given, family = (frozenset([kept.get(w, w) for w in words.split("\n")]) for words in (blob.given, blob.family))
    return Gazetteer(places, others, first, people, given, family, {k: WordSet(v) for k, v in blob.plain.items()})


@cache
def _written() -> dict[str, tuple[str, str]]:
    """Regions, seas, continents and provinces written for this purpose."""
    found = {}
    for row in (*table("shared", "regions")["regions"], *table("shared", "places")["places"]):
        for name in row["names"]:
            found[fold_key(name)] = (f"place:{row['key']}", str(row.get("country", "")))
    return found


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names of all languages' lists."""
    return frozenset(map(fold_key, printed_given()))


@cache
def printed_given() -> frozenset[str]:
    """Return the given names as printed: folded, «علي» would be the preposition «على»."""
    own = (n for k in LANGUAGES for n in table(k, "names")["given"])
    return frozenset((*own, *table("shared", "given_names")["further"]))


@cache
def listed(language: str, *concerns: str) -> frozenset[str]:
    """Return the folded words of lists of the language's ``names.toml``, full stops at their ends left out.

    What several lists hold is put together once: a union made at every word would cost more than all the looking up.
    """
    return frozenset(fold_key(w).rstrip(".") for concern in concerns for w in table(language, "names")[concern])


@cache
def anywhere(*concerns: str) -> frozenset[str]:
    """Return the folded words of lists in any language: names keep their words when they travel."""
    return frozenset().union(*(listed(k, *concerns) for k in LANGUAGES))


@cache
def office_words(language: str) -> frozenset[str]:
    """Return single words of offices, of one holder or several, folded, Arabic ones without article."""
    phrases = [p for forms in table(language, "offices")["concepts"].values() for p in forms]
    phrases += [p for p in table(language, "roles")["plurals"] if " " not in p]
    return frozenset(bare(fold_key(w)) for p in phrases for w in p.split())


@cache
def world_names() -> dict[str, str]:
    """Return folded names of organisations of the world → key."""
    return {fold_key(n): f"org:{row['key']}" for row in table("shared", "world")["organizations"] for n in row["names"]}


__all__ = [
    "Blob",
    "Gazetteer",
    "Place",
    "anywhere",
    "demonyms",
    "gazetteer",
    "given_names",
    "listed",
    "office_words",
    "printed_given",
    "world_names",
]
