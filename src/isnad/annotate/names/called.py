"""Persons in Latin scripts whom a word for people tells, with "named" or an age between: "a boy *named Tuma*", « un garçon de sept ans, *Nilo*, ».

A single name that no list has is told by nothing else. What is named so without being people — a ship, a storm, a hill — is left alone.
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts

TOLD = 0.97
"""Confidence of such a person."""
_FAR = 7
"""Words between who it is and the name."""
_PEOPLE = {
    "en": frozenset(
        "man woman boy girl child baby toddler teenager youth lad infant schoolboy schoolgirl widow widower orphan survivor passenger victim "
        "patient suspect witness neighbour neighbor resident villager farmer fisherman trader driver prisoner detainee inmate refugee migrant "
        "soldier officer guard worker labourer nurse teacher student pupil old year-old mother father grandmother grandfather somebody someone".split()
    ),
    "fr": frozenset(
        "homme femme garcon fille enfant bebe fillette garconnet adolescent adolescente nourrisson gamin gamine ecolier ecoliere eleve veuve "
        "veuf orphelin orpheline rescape rescapee survivant survivante passager passagere victime patient patiente suspect suspecte temoin "
        "voisin voisine habitant habitante villageois villageoise paysan paysanne pecheur commercant commercante chauffeur detenu detenue "
        "prisonnier prisonniere refugie refugiee migrant migrante soldat gardien ouvrier ouvriere infirmier infirmiere etudiant etudiante "
        "mere pere sexagenaire octogenaire quadragenaire trentenaire quinquagenaire septuagenaire vieillard individu".split()
    ),
    "es": frozenset(
        "hombre mujer nino nina chico chica bebe muchacho muchacha adolescente joven menor escolar alumno alumna viuda viudo huerfano huerfana "
        "sobreviviente superviviente pasajero pasajera victima paciente sospechoso sospechosa testigo vecino vecina habitante poblador "
        "pobladora campesino campesina pescador comerciante chofer conductor preso presa detenido detenida recluso reclusa refugiado refugiada "
        "migrante soldado guardia obrero obrera enfermero enfermera estudiante madre padre anciano anciana sujeto individuo senor senora".split()
    ),
}
_NAMED = {
    "en": frozenset({"named", "called", "identified", "known"}),
    "fr": frozenset(
        {
            "nomme",
            "nommee",
            "prenomme",
            "prenommee",
            "appele",
            "appelee",
            "denomme",
            "denommee",
            "identifie",
            "identifiee",
        }
    ),
    "es": frozenset(
        {"llamado", "llamada", "nombrado", "nombrada", "identificado", "identificada", "apodado", "apodada"}
    ),
}
_AS = frozenset({"as", "only", "comme", "como", "solo", "simply"})
_AGES = frozenset({"ans", "an", "mois", "anos", "meses", "years", "months", "aged", "year", "old", "of"})


def called(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with the persons that a word for people and "named", or an age, lead to."""
    if language not in _PEOPLE:
        return raw
    out = [r if r[2] != "PER" or not _thing(words, r[0], language) else (*r[:2], "MISC", r[3]) for r in raw]
    for i in range(2, len(words)):
        w = words[i]
        if w.kind != "word" or not upper(w):
            continue
        if (end := _by_calling(words, i, language)) and not any(r[0] < end and i < r[1] for r in out):
            out = [*out, (i, end, "PER", TOLD)]
            continue
        if words[i - 1].text != "," and not _named(words, i, language):
            continue
        end = i
        while end < len(words) and end - i < 4 and words[end].kind == "word" and upper(words[end]):
            end += 1
        aged = words[i - 1].text == ","
        if aged and not (end < len(words) and words[end].text == "," and _aged(words, i - 1, language)):
            continue
        out = _with(words, out, i, end, language)
    return sorted(out)


def _by_calling(words: list[Word], i: int, language: str) -> int:
    """Where a name ends that nobody saw right behind what somebody does: "The blogger *Islam al-Fouly*"; 0 for none."""
    w, led = words[i], words[i - 1]
    if not led.text.islower() or led.key not in listed(language, "callings") or words[i - 2].kind == "mark":
        return 0
    known = w.key in gazetteer().people or w.key in gazetteer().given or w.key in given_names()
    k = i + 1
    if k + 2 < len(words) and words[k].key in ("al", "el") and words[k + 1].text == "-" and upper(words[k + 2]):
        return k + 3 if known and k + 2 < len(words) else 0
    whole = known and k < len(words) and words[k].kind == "word" and upper(words[k]) and len(words[k].key) > 3
    plain = k < len(words) and words[k].key in gazetteer().plain[language]
    return k + 1 if whole and not plain and words[k].key not in gazetteer().places else 0


def _named(words: list[Word], i: int, language: str) -> bool:
    """True where "named" stands right before and a word for people a little further: "a man identified as X"."""
    k = i - 1
    while k > 0 and words[k].key in _AS:
        k -= 1
    if words[k].key not in _NAMED[language]:
        return False
    return any(w.key in _PEOPLE[language] for w in _phrase(words, k))


def _thing(words: list[Word], a: int, language: str) -> bool:
    """True of what is no person although somebody is called so: "a storm *named* Idriss"."""
    if a < 2 or words[a - 1].key not in _NAMED[language]:
        return False
    phrase = _phrase(words, a - 1)
    things = any(w.key in listed(language, "things", "crafts") for w in phrase[-2:])
    return things and not any(w.key in _PEOPLE[language] for w in phrase)


def _aged(words: list[Word], comma: int, language: str) -> bool:
    """True where the phrase before a comma is somebody with an age: "a boy of seven", « un garçon de sept ans », "the seven-year-old"."""
    phrase = _phrase(words, comma)
    people = next((n for n, w in enumerate(phrase) if w.key in _PEOPLE[language]), -1)
    return (
        people >= 0
        and any(w.key in _AGES for w in phrase)
        and (people < len(phrase) - 1 or phrase[people].key == "old")
    )


def _phrase(words: list[Word], k: int) -> list[Word]:
    """The words of the phrase that ends at a place."""
    a = k
    while a and k - a < _FAR and (words[a - 1].kind != "mark" or words[a - 1].text in "-'’"):
        a -= 1
    return words[a:k]


def _with(words: list[Word], raw: list[Raw], a: int, b: int, language: str) -> list[Raw]:
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[0] < a or r[1] > b or (r[2] == "ORG" and r[3] > TOLD) for r in inside) or any(
        r[:3] == (a, b, "PER") and r[3] >= TOLD for r in inside
    ):
        return raw
    never = words[a].key in listed(language, "never") or words[a].key in demonyms(language) or words[a].text.isupper()
    common = b - a == 1 and (words[a].key in gazetteer().plain[language] or bool(concepts(words[a].text)[0]))
    return raw if never or common else [*(r for r in raw if r not in inside), (a, b, "PER", TOLD)]


__all__ = ["called"]
