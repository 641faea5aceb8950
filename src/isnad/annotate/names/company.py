"""What the words beside a name, or its own first or last, say it is when a tagger took it for another sort.

"the chairman of the works council, *Vicent Ferrandis*," is a person; "the *Doña Mercedes*", "*Los* Guácimos", "le koweïtien Dima", «ومقرها نوبيلدا»,
«أسبوعه الثالث» and "Delta *Assurance*" are none.
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.narrower import someones
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import place_kind
from isnad.models.words import WordSet

SURE = 0.95
"""Score from which a body before a comma and behind an office is believed."""
_FAR = 8
"""Words among which the office stands before the comma."""


def in_company(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with those of another sort than they were taken for called what they are."""
    out: list[Raw] = []
    for r in sorted(raw):
        found = _arabic(words, _beside_persons(words, r, out)) if language == "ar" else _latin(words, r, out, language)
        if found is not None:
            out.append(found)
    return out


def _latin(words: list[Word], r: Raw, out: list[Raw], language: str) -> Raw | None:
    a, b, kind, score = r
    unheard = kind == "LOC" and key_of(words, a, b) not in gazetteer().places
    if (kind == "PER" or unheard) and (told := _players(words, r, language)) is not None:
        return told
    if kind == "PER" and b - a > 1 and words[a].key in _LAND and upper(words[a]):
        return a, b, "LOC", score
    if kind == "PER":
        if out and out[-1][1] == a and _given_alone(words, out[-1], language):
            return out.pop()[0], b, kind, score
        r = _with_first(words, _with_sheikh(words, r, language), out, language)
        return _no_person(words, r, language)
    firm = words[b - 1].key in listed(language, "firms") and words[b - 1].key != "capital" and upper(words[b - 1])
    if kind in ("LOC", "MISC") and b - a > 1 and firm:
        return r if key_of(words, a, b) in gazetteer().places else (a, b, "ORG", min(score, SURE))
    if kind in ("MISC", "ORG") and language == "en" and b - a > 1 and _headed(words, a, b):
        if a > 1 and words[a - 1].text in "'’" and upper(words[a - 2]) and words[a - 2].key.endswith("s"):
            a -= 2  # "the *Glaziers'* Guild of Malta"
            out[:] = [o for o in out if o[1] <= a]
        return a, b, "ORG", score
    if kind == "ORG" and score < SURE and _held(words, a, b, language):
        return a, b, "PER", score
    return r


_LAND = frozenset(
    "oued ued uad ouadi uadi djebel jebel jbel yebel djebal ksar alcazar chott xott sebkha sebja douar duar erg hamada".split()
)
"""What opens names of places in transcription, and no person's: "los damnificados de *Ued* Tamzit"."""


def _headed(words: list[Word], a: int, b: int) -> bool:
    """True of an English name whose last word, or the one before "of", is a body's: "the Weavers' *Guild* of Lebanon"."""
    end = next((i for i in range(a + 1, b) if words[i].key == "of"), b)
    return words[end - 1].key in _BODIES_ONLY and upper(words[end - 1])


_BODIES_ONLY = frozenset(
    "guild union federation confederation association foundation academy agency authority chamber syndicate cooperative council commission "
    "committee brotherhood department directorate ministry institute society".split()
)
"""English words that head names of bodies and of nothing else."""


def _players(words: list[Word], r: Raw, language: str) -> Raw | None:
    """The club of an English captain, "*Sidi Marzoug* captain Mehdi Trabelsi", and the town of a saint's name whose club it is, "el club de *Sidi Brahim*"."""
    a, b, _, score = r
    if language == "en" and b + 1 < len(words) and words[b].key in _PLAY and words[b].text.islower():
        behind = words[b + 1]
        named = upper(behind) and behind.kind == "word" and behind.key not in listed("en", "never")
        return (a, b, "ORG", max(score, TOLD)) if named else None
    if a > 1 and words[a].key in _SAINTS and words[a - 1].key.rstrip("'’") in _OF and words[a - 2].key in _OF_TOWNS:
        return a, b, "LOC", max(score, TOLD)
    return None


TOLD = 0.98
"""Confidence of what a player or a club beside it tells."""
_PLAY = frozenset(
    "captain coach striker goalkeeper keeper defender midfielder winger forward skipper playmaker manager flanker prop hooker lock fullback "
    "bowler batsman guard".split()
)
"""What somebody is to a club, between its name and his."""
_SAINTS = frozenset({"sidi", "lalla", "moulay", "mulay", "muley"})
_OF = frozenset({"de", "d", "of"})
_OF_TOWNS = frozenset(
    "club equipe equipo team village town port puerto plage playa beach quartier barrio gare commune municipio mine mina "
    "ecole lycee barrage presa dam aeropuerto aeroport estadio stade stadium localidad localite comarca ville ciudad habitants vecinos".split()
)
"""What a town has."""


def _with_first(words: list[Word], r: Raw, out: list[Raw], language: str) -> Raw:
    """The name with a given name before it that opens the sentence and no tagger was sure of."""
    a, b, kind, score = r
    if a != 1 or out or words[0].kind != "word" or not upper(words[0]):
        return r
    key, plain = words[0].key, gazetteer().plain[language]
    known = key in given_names() or (key in gazetteer().people and key not in plain)
    return (0, b, kind, score) if known and key not in listed(language, "never") else r


def _given_alone(words: list[Word], r: Raw, language: str) -> bool:
    """True of a given name taken for a town before the rest of the name: "*Salem* Rashid Al Afari"."""
    a, b, kind, score = r
    led = words[a - 1].key.rstrip("'’") in listed(language, "inner", "at") if a else False
    named = words[a].key in given_names() or words[a].key in gazetteer().people
    return kind == "LOC" and b - a == 1 and score < 0.9 and named and not led


def _no_person(words: list[Word], r: Raw, language: str) -> Raw:
    """A name called a person's that an article makes a ship's, a firm's or a place's."""
    a, b, _, score = r
    before = words[a - 1] if a else None
    if before is None:
        return r
    if before.text in ("Los", "Las", "Les") and a > 1 and words[a].key not in given_names():
        return a - 1, b, "ORG", score
    article = before.kind in ("word", "elided") and before.key.rstrip("'’") in _ARTICLES
    if words[a].key in _LADIES and (article or before.key in listed(language, "crafts")):
        return a, b, "MISC", score
    nation = language == "fr" and a > 1 and before.text.islower() and before.key in demonyms("fr")
    if nation and b - a == 1 and words[a - 2].key.rstrip("'’") in _ARTICLES and words[a].key not in given_names():
        return a, b, "ORG", min(score, SURE)
    return r


_ARTICLES = frozenset({"the", "el", "la", "le", "l"})
_LADIES = frozenset({"dona", "don", "doña"})
"""Titles that no article stands before, but for ships called so."""


def _held(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of two or three words with capitals that may be a person's name, behind an office and a comma, a mark behind them."""
    if not 2 <= b - a <= 3 or a < 2 or words[a - 1].text != "," or (b < len(words) and words[b].kind != "mark"):
        return False
    if not all(w.kind == "word" and upper(w) and not w.text.isupper() for w in words[a:b]):
        return False
    keys = [w.key for w in words[a:b]]
    plain = gazetteer().plain[language]
    bodies = listed(language, "heads", "institutions", "firms")
    bodies |= listed(language, "club_heads", "tails", "firm_openers")
    if any(k in bodies or k in plain or k in gazetteer().places for k in keys):
        return False
    leads = (office_words(language) | listed(language, "callings")) - listed(language, "inner")
    led = words[max(0, a - 1 - _FAR) : a - 1]
    marks = [i for i, w in enumerate(led) if w.kind == "mark" and w.text not in "-'’"]
    near = led[marks[-1] + 1 :] if marks else led
    return any(w.key in leads for w in near) and not any(upper(w) and w.key in bodies for w in near)


def _beside_persons(words: list[Word], r: Raw, out: list[Raw]) -> Raw:
    """A name of two words of persons' that "and" joins to a person, or behind «فريق» of a coach: «سرخيو أغيلار و*رحيم سترامنغ*», «فريق *آدم كيروف*»."""
    a, b, kind, score = r
    known = gazetteer()
    if kind not in ("LOC", "ORG") or b - a != 2 or score >= SURE or words[a].key not in known.people or not a:
        return r
    if key_of(words, a, b) in known.places or words[b - 1].key in known.plain["ar"]:
        return r
    joined = kind == "LOC" and words[a - 1].key == "و" and out and out[-1][1] == a - 1 and out[-1][2] == "PER"
    coached = words[a - 1].key == "فريق" and words[a].key in known.given and words[b - 1].key in known.people
    return (a, b, "PER", score) if joined or coached else r


def _arabic(words: list[Word], r: Raw) -> Raw | None:
    a, b, kind, score = r
    first, before = words[a], words[a - 1].key if a else ""
    if kind in ("PER", "ORG") and b - a == 1 and before in _SEATS:
        return a, b, "LOC", score
    if kind != "PER":
        return r
    if first.key[:1] == "ب" and place_kind(first.key[1:]) is not None and first.key not in given_names():
        return None
    if b - a > 1 and someones(first) and words[a + 1].key.startswith("ال") and first.key not in given_names():
        return None
    if b - a == 1 and _verb_before(words, b) and first.key not in given_names():
        return None
    if (saint := a - (words[a - 1].text in _SAINTED if a else 0)) and b - saint > 1 and words[saint].text in _SAINTED:
        led = words[saint - 1].key
        if led in listed("ar", "club_heads") and not led.startswith("ال"):
            last = b - (b - saint > 2 and words[b - 1].key in demonyms("ar"))
            return saint - (led != "فريق"), last, "ORG", TOLD
    return _with_sheikh(words, r, "ar")


_SAINTED = frozenset({"سيدي", "مولاي", "للا", "لالة"})
"""What opens the names of towns called after saints, and so of their clubs: «نجم *سيدي مرزوق* التونسي»."""


def _with_sheikh(words: list[Word], r: Raw, language: str) -> Raw:
    """The name with the "Cheikh" before it that is a given name there, no title: «*الشيخ* تيجان غي»."""
    a, b, kind, score = r
    if (
        a
        and b - a > 1
        and words[a - 1].text in _BORN
        and not (a > 1 and words[a - 2].key in _ARTICLES | {"al", "du", "au"})
    ):
        return a - 1, b, kind, score  # "assure *Pape* Malick Guèye"; the Pope has an article, or one name
    born = a and words[a].key in listed(language, "title_led") and words[a - 1].key in _SHEIKHS
    return (a - 1, b, kind, score) if born and b - a > 1 else r


_BORN = frozenset({"Pape", "Papa", "Mame", "Baba"})
"""Given names of the Sahel that are titles elsewhere."""
_SHEIKHS = frozenset({"الشيخ", "cheikh", "sheikh", "cheij"})


_SEATS = frozenset({"مقرها", "ومقرها", "مقره", "ومقره", "مركزها", "ومركزها"})
"""What is followed by the town where a firm sits."""


def _verb_before(words: list[Word], b: int) -> bool:
    """True where «ب» and the definite noun follow that a verb governs: «سوت *بالأرض*»."""
    if b >= len(words):
        return False
    if words[b].kind == "particle" and words[b].key == "ب" and b + 1 < len(words):
        return words[b + 1].key.startswith("ال") and words[b + 1].key in _plain()
    return words[b].key.startswith("بال") and words[b].key[1:] in _plain()


def _plain() -> WordSet:
    return gazetteer().plain["ar"]


__all__ = ["in_company"]
