"""Towns that a journey leads to, in Latin scripts: "zarpó de *Keur Yakham*", "ramené dimanche à *Richard-Toll*", "sailed from *Abu Tin*".

A tagger takes such a name for a person, or for nothing. What is done by ships, planes and travellers, what is born or based, is done
somewhere: the preposition behind it leads to a place. So does one that opens the sentence with a comma behind the name ("À *Keur Massène*,").
"""

from __future__ import annotations

from isnad.annotate.names.heads import past_capitals
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, place_kind

TOLD = 0.95
"""Confidence of such a place."""
_DOUBTED = 0.9
"""Score below which a body that a ship sails to is a place."""
FAR = 5
"""Words between what is done and the preposition, at most."""
_GUESSED = 0.7
"""The same of a body that somebody travels to."""
_SAILED = {
    "es": tuple(
        "zarp desembarc embarc atrac fonde amarr aterriz despeg arrib acamp naufrag encall recal naveg".split()
    ),
    "fr": tuple("appareill debarqu embarqu accost atterri decoll amarr echou rapatri campe mouill".split()),
    "en": tuple(
        "sailed sailing docked docking moored anchored landed airlifted ferried shipwrecked camped disembark flown flew".split()
    ),
}
"""Beginnings of what is done by ships and planes alone: any name behind it is a place's."""
_WENT = {
    "es": tuple(
        "llegaron llego llegado llegar llega llegan regres volvio volvieron viaj huyeron huyo traslad evacu resid radicad nacid nacio "
        "procedente proveniente provenient vivia vivian situad ubicad asentad destinad desplaz refugia".split()
    ),
    "fr": tuple(
        "ramen transport arriv parti partie partis parties transfer achemin installe refugi rentr revenu retourn base basee bases nee ne nes "
        "evacu conduit conduits residant habitant affecte affectee deplac situe situee implante provenance rendu rendue rendus".split()
    ),
    "en": tuple(
        "arrived arriving driven travelled traveled headed bound fled born raised based stationed settled returned evacuated transferred "
        "deported rushed bussed bused departed departing detained shipped en-route posted".split()
    ),
}
"""Beginnings of what is done by those who travel, live or are taken somewhere."""
_TO = {
    "es": frozenset({"de", "desde", "en", "hacia", "hasta", "para"}),
    "fr": frozenset({"a", "de", "d", "depuis", "vers", "pour"}),
    "en": frozenset({"from", "in", "at", "for", "near", "off", "to"}),
}
_ES_A = tuple("lleg arrib viaj regres volvi huy zarp".split())
"""What leads to a place with "a", which opens persons behind other verbs."""
_ELECTED = {
    "es": (
        "por",
        tuple(
            "diputad senador concejal alcald candidat parlamentari representante asambleist congresist procurador".split()
        ),
    ),
    "fr": ("de", tuple("deput senat elu elue parlementaire conseiller conseillere".split())),
    "en": (
        "for",
        tuple(
            "member mp mps deputy senator councillor councilwoman councilman lawmaker legislator assemblyman assemblywoman".split()
        ),
    ),
}
"""Who sits for a place, and the word that leads to it: "the member *for Oodweyne*", "diputada *por* Ancud"."""
_OPENS = {
    "es": frozenset({"en", "desde"}),
    "fr": frozenset({"a", "depuis"}),
    "en": frozenset({"in", "at", "near", "from"}),
}


def reached(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with what a journey leads to called places."""
    if language not in _TO:
        return raw
    out = raw
    for i in range(1, len(words)):
        if not upper(words[i]) or words[i].kind != "word":
            continue
        led = words[i - 1].key.rstrip("'’")
        if led not in _TO[language] and led not in ("a", "por") and not (i == 1 and led in _OPENS[language]):
            continue
        sure = _journey(words, i - 1, led, language) or _elected(words, i, led, language)
        if sure:
            out = _with(words, out, i, language, sure == "ship")
    return out if out is raw else sorted(out)


def _elected(words: list[Word], i: int, led: str, language: str) -> str:
    """The same behind somebody who is elected somewhere, when the name is none of the language's words."""
    to, who = _ELECTED[language]
    if led != to or i < 2 or words[i].key in gazetteer().plain[language] or words[i].key in demonyms(language):
        return ""
    key = words[i - 2].key
    sits = key in who if language == "en" else key.startswith(who)
    return "way" if sits and not words[i].text.isupper() and not concepts(words[i].text)[0] else ""


def _journey(words: list[Word], i: int, led: str, language: str) -> str:
    """What leads to the preposition at a place: "ship", "way", or nothing."""
    if i == 0 and led in _OPENS[language]:
        end = past_capitals(words, 1)
        return "way" if end < len(words) and words[end].text == "," else ""
    for k in range(i - 1, max(-1, i - 2 - FAR), -1):
        w = words[k]
        if w.kind == "mark" or (upper(w) and k and not w.text.isdigit()):
            return ""
        if w.key.startswith(_SAILED[language]):
            return "ship" if led != "a" or language == "fr" or w.key.startswith(_ES_A) else ""
        if w.key.startswith(_WENT[language]) if language != "en" else w.key in _WENT["en"]:
            if led == "a" and language == "es" and not w.key.startswith(_ES_A):
                return ""
            if w.key in ("ne", "nee", "nes", "born", "nacido", "nacida") and led in ("de", "d", "to", "for"):
                return ""
            return "way"
    return ""


def _with(words: list[Word], raw: list[Raw], i: int, language: str, ship: bool) -> list[Raw]:
    """The names with the one that opens here called a place, when nothing says that it is somebody's."""
    end = past_capitals(words, i)
    known = gazetteer()
    inside = [r for r in raw if r[0] < end and i < r[1]]
    unsure = _DOUBTED if ship else _GUESSED
    if any(r[0] != i or not (r[2] == "PER" or (r[2] != "LOC" and r[3] < unsure)) for r in inside):
        return raw
    if inside:
        end = inside[0][1]
    keys = [w.key for w in words[i:end] if w.kind == "word"]
    joined = any(w.text == "-" for w in words[i:end])
    first = keys[0] in given_names() or keys[0] in known.given
    if (
        keys[0] in listed(language, "never", "honorifics")
        or words[i].text.endswith(".")
        or keys[0] in demonyms(language)
    ):
        return raw
    if (joined and all(k in given_names() for k in keys)) or any(concepts(w.text)[0] for w in words[i:end]):
        return raw
    family = len(keys) > 1 and (keys[-1] in known.family or keys[-1] in known.people)
    if first and not joined and (not ship or family):
        return raw
    common = keys[0] in known.plain[language] and (len(keys) < 2 or place_kind(keys[0]) is None)
    if not inside and (common or len(keys[0]) < 4 or words[i].text.isupper()):
        return raw
    return [*(r for r in raw if r not in inside), (i, end, "LOC", TOLD)]


__all__ = ["reached"]
