"""Towns that a common noun gives away in Latin scripts: "les habitants de *Tizrine*", "the mayor of *Talling*", "a *Belford* court".

The words are in ``names.toml``: ``townsfolk`` leads to a town with "de" or "of"; ``behind_towns`` stands behind one in English, where an
article opens the phrase, and so does ``works_behind``, which may follow a firm's name as well. What a list knows as a common word or a firm's, and what the tagger took for a body, is left alone.
"""

from __future__ import annotations

import itertools

from isnad.annotate.names.heads import past_adjectives, past_capitals
from isnad.annotate.names.lexicon import gazetteer, given_names, listed
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, place_kind

FOUND = 0.66
"""Confidence of a town that only the noun beside it gives away."""
_TO = {"fr": frozenset({"de", "d"}), "es": frozenset({"de"}), "en": frozenset({"of"})}
_WHOSE = frozenset({"a", "an", "the", "its", "their", "s", "his", "her"})
"""What opens the phrase of an English town before its noun: "*a* Belford court", "the firm'*s* Talling plant"."""


def sited(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with the towns that the noun beside them gives away and that the tagger missed or took for a person."""
    if language == "ar":
        return _at_home(words, raw)
    if language not in _TO:
        return raw
    out = raw = [_prosecuted(words, r) for r in raw] if language == "fr" else raw
    out = raw = [_neared(words, r, language) for r in raw]
    for i, w in enumerate(words):
        if i and w.key in _CALLED and place_kind(words[i - 1].key) is not None and i + 1 < len(words):
            out = _with(words, out, i + 1, past_capitals(words, i + 1), language)
        if w.key in _BESIDE and i + 2 < len(words) and words[i + 1].key.rstrip("'’") in _TO[language]:
            out = _with(words, out, i + 2, past_capitals(words, i + 2), language)
        if w.key in _DISTRICTS and w.text.islower() and i + 1 < len(words) and upper(words[i + 1]):
            out = _with(words, out, i + 1, past_capitals(words, i + 1), language)
        if w.kind == "word" and w.key in listed(language, "townsfolk"):
            k = past_adjectives(words, i + 1, language) if language != "en" else i + 1
            if k + 1 < len(words) and words[k].key.rstrip("'’") in _TO[language]:
                out = _with(words, out, k + 1, past_capitals(words, k + 1), language)
        sure = w.key in listed("en", "behind_towns")
        if language == "en" and w.text.islower() and (sure or w.key in listed("en", "works_behind")):
            a = _first(words, i)
            known = i - a == 1 and words[a].key in gazetteer().places
            if (0 < a < i and words[a - 1].key in _WHOSE) or (sure and known):
                out = _with(words, out, a, i, language, sure)
    return out if out is raw else sorted(out)


def _at_home(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names of an Arabic sentence with the towns that a list knows, right behind their police or their feast: «شرطة *سطيف*»."""
    out = raw
    for w, town in itertools.pairwise(words):
        if w.kind == "word" and w.key.removeprefix("و").removeprefix("ل").removeprefix("ب") in _ARABIC_HOMES:
            if town.kind == "word" and town.key in gazetteer().places and town.key not in given_names():
                i = words.index(town)
                out = _with(words, out, i, i + 1, "ar")
    return out if out is raw else sorted(out)


_ARABIC_HOMES = frozenset({"شرطه", "درك", "امن", "مهرجان", "كرنفال", "جمارك", "ماراثون", "بلديه"})


_BESIDE = frozenset("altura hauteur inmediaciones afueras abords alentours environs outskirts vicinity".split())
"""What is beside a town alone: "a la *altura* de Vilaroca"."""
_DISTRICTS = frozenset(
    "canton corregimiento vereda caserio ejido comuna parroquia ayllu poblado paraje barriada urbanizacion estancia kebele woreda fokontany "
    "chefferie hameau".split()
)
"""Districts whose names stand right behind: "el cantón *Pindal*"."""
_CALLED = frozenset(
    "called named appele appelee nomme nommee denomme denommee baptise baptisee llamado llamada denominado denominada conocido conocida".split()
)
"""What leads from a sort of place to its name: "a camp *called* Marokodum"."""


def _neared(words: list[Word], r: Raw, language: str) -> Raw:
    """A place that looks like a person, where what leads to it leads to places alone: "cerca de *Uad Lau*", "north of *Ben Guerdane*"."""
    a, b, kind, score = r
    known = gazetteer()
    if kind == "PER" and a and key_of(words, a, b) in known.places and _gone_to(words, a, b, language):
        return a, b, "LOC", score
    family = words[b - 1].key in known.family or words[b - 1].key in known.people or b - a == 1
    if kind != "PER" or a < 2 or (family and any(w.key in given_names() for w in words[a:b])):
        return r
    led, before = words[a - 1].key.rstrip("'’"), words[a - 2].key
    near = led in _NEAR or (led in _TO[language] | {"del", "du"} and before in _NEAR)
    stands = language == "en" and led == "in" and before in _STANDING and b - a > 1
    return (a, b, "LOC", score) if near or stands else r


def _gone_to(words: list[Word], a: int, b: int, language: str) -> bool:
    """True where a preposition of place leads to a name of several words, or a journey to one: "arrivés à *Ben Guerdane*", "visita a *Petra*"."""
    led = words[a - 1].key.rstrip("'’")
    if b - a > 1:
        return led in listed(language, "at") and (led != "a" or a < 2 or words[a - 2].key not in _GIVEN_TO)
    return led in ("a", "to") and a > 1 and words[a - 2].key in _JOURNEYS


_GIVEN_TO = frozenset(
    "remis remise confie confiee rendu rendue hommage grace donne donnee succede face demande reponse soutien lettre attribue attribuee oppose "
    "opposee decerne decernee reproche envoye envoyee vendu vendue cede cedee impute accorde accordee quant".split()
)
"""What leads to a person with "à"."""
_JOURNEYS = frozenset(
    "visita visitas viaje viajes excursion excursiones llegada escapada traslado regreso vuelta peregrinacion visite visites voyage voyages "
    "escapade deplacement retour pelerinage trajet trip trips visit visits journey return pilgrimage flight vuelo vol tour gira".split()
)
"""What leads to a place with "a", "à" or "to"."""


_NEAR = frozenset(
    "near outside cerca alrededores afueras inmediaciones proximidades norte sur este oeste pres proximite alentours environs nord sud est "
    "ouest large abords north south east west northeast northwest southeast southwest outskirts".split()
)
_STANDING = frozenset(
    "stall market camp school hospital village town house home farm shop street station mosque church prison court base post checkpoint held "
    "lives lived living born arrested killed died found buried stopped seized took opened detained".split()
)
"""What stands or befalls somebody in a place."""
_ARTICLES = frozenset({"la", "le", "les", "el", "los", "las", "al"})


def _prosecuted(words: list[Word], r: Raw) -> Raw:
    """The seat of a "procureur de la République de *Batna*", which is no republic's name."""
    a, b = r[:2]
    if r[2] == "PER" or words[a].key != "republique" or b - a < 3 or words[a + 1].key.rstrip("'’") not in _TO["fr"]:
        return r
    held = any(w.key.startswith(("procureur", "substitut")) for w in words[max(0, a - 4) : a])
    return (a + 2, b, "LOC", r[3]) if held else r


def _first(words: list[Word], i: int) -> int:
    """Where the one or two words with capitals begin that stand before a word."""
    a = i
    while a and i - a < 2 and words[a - 1].kind == "word" and upper(words[a - 1]) and words[a - 1].key not in _WHOSE:
        a -= 1
    return a


def _with(words: list[Word], raw: list[Raw], a: int, b: int, language: str, sure: bool = False) -> list[Raw]:
    """The names with a town, unless something else stands there, a body but where it is ``sure`` that none does, or its words are common ones."""
    if not 0 < b - a < 4:
        return raw
    inside = [r for r in raw if r[0] < b and a < r[1]]
    taken = len(inside) == 1 and inside[0][:2] == (a, b) and words[a].key not in given_names()
    taken = taken and inside[0][2] in (("PER", "ORG") if sure else ("PER",)) and inside[0][3] < 0.98
    led = b - a > 1 and words[a].key in _ARTICLES  # "La Quiaca"
    if (
        (inside and not taken)
        or (words[a].key in listed(language, "never") and not led)
        or (len(words[a].key) < 3 and b - a < 2)
    ):
        return raw
    if any(concepts(w.text)[0] for w in words[a:b]) or words[a].text in listed(language, "no_names"):
        return raw
    return [*(r for r in raw if r not in inside), (a, b, "LOC", FOUND)]
