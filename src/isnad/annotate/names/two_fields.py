"""Bodies whose field a tagger breaks off in the middle: "the Kenya Cockpit | and Cabin Union", « le ministère des Ressources | en eau »."""

from __future__ import annotations

from isnad.annotate.names.lexicon import gazetteer, listed
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word


def fields_whole(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with such bodies whole: joined at "and" in English, carried over a set complement in French."""
    if language == "en":
        return _joined(words, raw)
    return [(a, _complement(words, a, b) if k == "ORG" else b, k, s) for a, b, k, s in raw] if language == "fr" else raw


def _joined(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with two at "and" that are one body's: an article before the first, which no word for a body closes, none before the second."""
    out: list[Raw] = []
    for r in sorted(raw):
        last = out[-1] if out else None
        if last is not None and last[1] + 1 == r[0] and words[last[1]].key in ("and", "&") and _one(words, last, r):
            out[-1] = (last[0], r[1], "ORG", min(last[3], r[3]))
        else:
            out.append(r)
    return out


def _one(words: list[Word], first: Raw, second: Raw) -> bool:
    a, b, _, _ = first
    led = a > 0 and words[a - 1].key == "the"
    closing = listed("en", "tails") | listed("en", "heads") | listed("en", "institutions") | listed("en", "firms")
    field = words[b - 1].key
    known = gazetteer()
    common = field in known.plain["en"] and field not in closing and key_of(words, a, b) not in known.places
    body = second[2] == "ORG" and second[1] - second[0] > 1 and words[second[1] - 1].key in closing
    return led and b - a > 1 and common and first[2] != "PER" and body and words[second[0]].key in known.plain["en"]


def _complement(words: list[Word], a: int, b: int) -> int:
    """Where a French ministry ends whose last field has a complement of its own that is printed small: "Ressources *en eau*"."""
    if b + 1 >= len(words) or not upper(words[b - 1]):
        return b
    pair = (words[b].key, words[b + 1].key)
    return b + 2 if pair in _COMPLEMENTS.get(words[b - 1].key, ()) else b


_COMPLEMENTS: dict[str, frozenset[tuple[str, str]]] = {
    "ressources": frozenset({("en", "eau"), ("en", "eaux")}),
    "transports": frozenset({("en", "commun")}),
    "aide": frozenset({("a", "domicile")}),
    "formation": frozenset({("en", "alternance")}),
    "objets": frozenset({("d'", "art")}),
    "mise": frozenset({("en", "valeur"), ("en", "oeuvre")}),
    "remise": frozenset({("en", "etat")}),
    "prise": frozenset({("en", "charge")}),
    "logements": frozenset({("en", "accession")}),
}
"""Set phrases of French whose second half is never printed large."""

__all__ = ["fields_whole"]
