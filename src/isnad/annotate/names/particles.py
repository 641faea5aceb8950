"""Arabic particles written together with the word after them: «ولترامب» is و + ل + ترامب, «وليد» is one word."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names
from isnad.languages import table
from isnad.languages.meanings import bare
from isnad.models import weights
from isnad.text import fold_key

LETTERS = frozenset("وفبلك")
"""Particles of one letter: and, so, in, for, like."""
_DEFINITE = ("وال", "بال", "فال", "كال")
_RARE, _PLAINLY = 9, 2
"""Bands of frequency of a word pages hardly print, and from which down they print it every day."""


@cache
def _weights() -> dict[str, float]:
    return msgspec.json.decode(weights("particles.json").read_bytes(), type=dict[str, float])


@cache
def _never() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "names")["never"])


@cache
def _heads() -> frozenset[str]:
    """Words that open names of bodies and words of offices."""
    found = {bare(fold_key(w)) for w in table("ar", "names")["heads"]}
    for phrases in table("ar", "offices")["concepts"].values():
        found |= {bare(fold_key(w)) for p in phrases for w in p.split()}
    return frozenset(found)


@cache
def _openers() -> frozenset[str]:
    """Words of four letters and more that open names of bodies without the article: «وزارة», so that «لوزارة» is two."""
    words = table("ar", "names")
    listed = [*words["heads"], *words["institutions"], *words["body_heads"]]
    found = {k for w in listed if len(k := fold_key(w)) >= 4 and " " not in k and not k.startswith("ال")}
    return frozenset(
        found
        | {
            fold_key(p).split()[0]
            for p in (*words["seated"], *words["only_towns"], *words["sites"])
            if " " in p or len(p) >= 4
            if not p.startswith("ال")
        }
    )


@cache
def _placewords() -> frozenset[str]:
    """Words that names of places are made of: «كاليفورنيا» begins with no article."""
    return frozenset(w for name in gazetteer().places for w in name.split())


def _band(key: str) -> int:
    return bands("ar").get(key, bands("ar").get(bare(key), _RARE))


@lru_cache(maxsize=65536)
def _known(key: str) -> tuple[str, ...]:
    """The lists a folded word stands in, and how frequent it is."""
    known, plain, out = gazetteer(), gazetteer().plain["ar"], []
    if key in known.people:
        out.append("people")
    if key in known.given or key in given_names():
        out.append("given")
    if key in known.places:
        out.append("place")
    elif key in known.first_words:
        out.append("opens")
    if key in plain or bare(key) in plain:
        out.append("plain")
    if key in _never():
        out.append("never")
    if key in demonyms("ar"):
        out.append("nation")
    if bare(key) in _heads():
        out.append("head")
    return (*out, f"f{_band(key)}")


def _foreign(key: str) -> bool:
    """True of a name that begins as a particle and the article do: «فالاداريس», «كالفينو»; what is left of it is no word, and names know the whole."""
    rest = key[1:]
    whole = key in gazetteer().people or likeness(key) > likeness(rest)
    return whole and set(_known(rest)) | set(_known(bare(rest))) <= {f"f{_RARE}"}


_SPELT = frozenset({"وسي", "وتي", "وبي"})
"""«و» before a letter of another script spelt out: «وسي إن إن»."""


def signs(key: str) -> tuple[str, ...]:
    """Return what speaks for and against the first letter of a folded word being a particle: lists of the whole and the rest, letters."""
    first, rest = key[0], key[1:]
    own = [f"w.{s}" for s in _known(key)] + [f"r.{s}" for s in _known(rest)]
    gain = max(-3, min(3, _band(key) - _band(rest)))
    known = gazetteer()
    named = f"{int(key in known.people)}{int(rest in known.people or rest in known.places)}"
    size = min(len(rest), 7)
    out = [first, *own, *(first + s for s in own), f"{first}2={key[1:2]}", f"{first}3={key[1:3]}", f"len{size}"]
    out += [f"{first}len{size}", f"gain{gain}", f"{first}gain{gain}", f"{first}named{named}"]
    if rest.startswith("ال") and len(rest) >= 5:
        out += ["al", first + "al"]
    return tuple(out)


@lru_cache(maxsize=65536)
def particles(key: str) -> int:
    """Return how many letters at the start of a folded Arabic word are attached particles; 0 when it is one word.

    Before the article they are plain to see; elsewhere the learned weights decide (``training/particles.py``).
    """
    if len(key) < 4:
        return int(key in _SPELT)
    if key.startswith("لل") and len(key) >= 5 and key not in gazetteer().people:
        # «لليلى» is ل + ليلى, as pages do not print «اليلى»
        return 1 if key[1:] in given_names() and _band("ال" + key[2:]) == _RARE and _band(key[2:]) == _RARE else 2
    if key.startswith(("ولل", "فلل")) and len(key) >= 6:
        return 3
    if key.startswith(_DEFINITE) and len(key) >= 6 and key not in _placewords() and key not in given_names():
        return int(not _foreign(key))
    if key[0] in LETTERS and key[1:] in _openers() and key not in _openers():
        return 1
    if key.endswith("ا") and key[0] in LETTERS and _band(key[:-1]) < _RARE and key[:-1] in gazetteer().plain["ar"]:
        # «وفدا», a delegation as an object, is no «و» + «فدا», a place
        if _band(key[1:]) > _band(key[:-1]) and key not in gazetteer().people:
            return 0
    rest = gazetteer().places.get(key[1:])
    if (
        key[0] in LETTERS
        and rest is not None
        and len(key) >= 5
        and not set(_known(key)) & {"people", "place", "opens", "plain"}
        and not (key.endswith(("ا", "ه")) and "plain" in _known(key[:-1]))  # «كمينا», an ambush, is no «ك» + «مينا»
        and not (key.endswith("ه") and _band(key[:-1]) < _RARE)  # «بائسة»
    ):
        return 1
    if rest is not None and key[0] in LETTERS and len(key) >= 5 and _band(key) == _RARE and _band(key[1:]) <= _PLAINLY:
        return 1  # «بروما»: rarely a name of somebody, mostly where something is
    if key[0] == "و" and "head" in _known(key) and "head" not in _known(key[1:]) and _band(key) < _band(key[1:]):
        return 0  # «وكيل», an office, is no «و» + «كيل», a town
    if key[0] not in LETTERS or key in _never() or sum(_weights().get(s, 0.0) for s in signs(key)) <= 0:
        return 0
    # «ووالي» is و + والي: behind one «و» another is the word's own.
    return 1 + particles(key[1:]) if key[0] in "وف" and key[1] not in "وف" else 1
