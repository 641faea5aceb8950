"""What the words right beside a name with capitals say it is, and where it begins: parties, grounds, firms, officers.

"Vecinos por Cala Brea" is a party, "Glassblowers' Quarter" a place; "L'armateur, *Atuneros Ondarzu*, établi à Bermeo," and "its auditors,
*Whitlock Penhaligon*," are firms; "le conseiller municipal *Hilal Tabbakh*" is a person; "The *Public* Security Directorate" begins with its
first capital.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, place_kind

SURE = 0.97
"""Score from which a span of another sort is left as the tagger found it."""
TOLD = 0.9
"""Confidence of what the words beside it tell."""
_SMALL = frozenset({"de", "d", "du", "des", "del", "la", "le", "l", "les", "el", "los", "las", "of", "the"})


def beside_capitals(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence called, and begun, as the words beside them say."""
    out: list[Raw] = []
    for r in sorted(raw):
        r = _grounds(words, _begun(words, r, out), language) if language == "en" else r
        r = _branch(words, r, language) if not out or out[-1][1] < r[0] else r
        out.append(_firm(words, _partners(words, _officer(words, r, language)), language))
    if language == "en":
        out = _possessed(words, out)
    for i, w in enumerate(words[:-2]):
        known = w.key in _PARTIES and (i or words[i + 1].key in _FOR)
        if upper(w) and (known or _stands(words, i)) and (end := _party(words, i, language)):
            inside = [r for r in out if r[0] < end and i < r[1]]
            if all(i <= r[0] and r[1] <= end for r in inside):
                out = [*(r for r in out if r not in inside), (i, end, "ORG", TOLD)]
    return sorted(out)


def _begun(words: list[Word], r: Raw, out: list[Raw]) -> Raw:
    """An English body carried back over the words with capitals behind the article: "The *Public* Security Directorate"."""
    a, b, kind, score = r
    first = a
    while kind == "ORG" and first and a - first < 3 and words[first - 1].kind == "word" and upper(words[first - 1]):
        if words[first - 1].key in listed("en", "never") or words[first - 1].key in office_words("en"):
            break
        first -= 1
    led = first < a and first > 0 and words[first - 1].key == "the"
    plain = all(w.key in gazetteer().plain["en"] for w in words[first:a])
    return (first, b, kind, score) if led and plain and not any(x[1] > first for x in out) else r


def _grounds(words: list[Word], r: Raw, language: str) -> Raw:
    """An English place by its last word, whoever it is called after: "*Glassblowers' Quarter*", "Nawfal Palace"."""
    a, b, kind, score = r
    if kind not in ("ORG", "MISC") or score >= SURE or words[b - 1].key not in _GROUNDS or not upper(words[b - 1]):
        return r
    if b - a == 1:
        k = a
        while k > 1 and words[k - 1].text in ("'", "’", "s"):
            k -= 1
        if not (k < a and words[k - 1].key.endswith("s") and upper(words[k - 1])):
            return r
        a = k - 1
    return r if any(w.key in listed(language, "firms", "tails") for w in words[a:b]) else (a, b, "LOC", score)


def _possessed(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with grounds called after those of a trade that nobody saw: "the *Dyers' Quarter*"."""
    out = raw
    for i in range(2, len(words)):
        if words[i].key not in _GROUNDS or not upper(words[i]) or words[i - 1].text not in ("'", "’"):
            continue
        a = i - 2
        free = not any(r[0] <= i and a < r[1] for r in out)
        if free and words[a].key.endswith("s") and upper(words[a]) and a and words[a - 1].key in ("the", "old"):
            out = [*out, (a, i + 1, "LOC", TOLD)]
    return out


_GROUNDS = frozenset(
    "quarter palace souk gate square bridge beach bay creek crossing cemetery wharf quay cove lagoon reef ridge valley island harbour harbor "
    "street road avenue lane hill hills heights village township junction roundabout corniche medina kasbah wells".split()
)
"""What closes the name of a place."""


def _firm(words: list[Word], r: Raw, language: str) -> Raw:
    """What looks like a person between commas and is a firm: behind who owns and before where it sits, or behind several of a trade."""
    a, b, kind, score = r
    if kind != "PER" or a < 2 or words[a - 1].text != "," or b >= len(words) or words[a].key in given_names():
        return r
    led = words[a - 2]
    sits = words[b].text == "," and b + 1 < len(words) and words[b + 1].key in _SITS
    if sits and led.key in listed(language, "owners", "firm_words", "bearers"):
        return a, b, "ORG", score
    several = led.key in _TRADES and b - a == 2 and words[b].text in ",."
    return (a, b, "ORG", score) if several else r


def _branch(words: list[Word], r: Raw, language: str) -> Raw:
    """A firm by its brand and the state it works in: "*Safaricom Kenya*", "la panne chez *Ecobank Togo*"; no "South Sudan"."""
    a, b, kind, score = r
    known = gazetteer()
    if kind != "LOC" or (state := known.places.get(words[b - 1].key)) is None or state.inhabitants or b - a > 2:
        return r
    first = a if b - a == 2 else a - 1
    if first < 0 or words[first].kind != "word" or not upper(words[first]) or key_of(words, first, b) in known.places:
        return r
    w = words[first]
    plain = w.key in known.plain[language] or w.key in demonyms(language) or w.key in listed(language, "never")
    someone = (
        w.key in given_names() or w.key in known.people or w.key in known.places or w.key in office_words(language)
    )
    other = plain or someone or len(w.key) < 5 or w.text.isupper() or place_kind(w.key) is not None
    return r if other or concepts(w.text)[0] else (first, b, "ORG", score)


def _partners(words: list[Word], r: Raw) -> Raw:
    """A firm called what two of a trade are: "Insurers *Harcourt Vane* estimate", "the hauliers *Pike Rowe*"."""
    a, b, kind, score = r
    if kind not in ("PER", "LOC", "MISC"):
        return r
    first = a + (words[a].key in _TRADES)
    led = words[first - 1] if first else None
    if led is None or led.key not in _TRADES or b - first != 2 or words[first].key in given_names():
        return r
    known = gazetteer()
    if words[first].key in known.given or key_of(words, first, b) in known.places:
        return r
    listed_so = b < len(words) and (words[b].text == "," or words[b].key in ("and", "y", "e", "et"))
    return r if listed_so else (first, b, "ORG", score)


_SITS = frozenset(
    "etabli etablie base basee sis sise installe installee implante implantee domicilie domiciliee filiale cote cotee based headquartered "
    "registered listed incorporated radicada radicado afincada domiciliada domiciliado establecida establecido registrada constituida".split()
)
"""What leads to where a firm sits."""
_TRADES = frozenset(
    "auditors lawyers accountants consultants architects solicitors underwriters advisers advisors brokers attorneys auditeurs avocats conseils "
    "insurers hauliers shipbrokers stockbrokers developers contractors builders housebuilders shipbuilders publishers bankers shipowners "
    "suppliers retailers grocers brewers distillers jewellers auctioneers surveyors printers stationers outfitters caterers undertakers "
    "assureurs transporteurs armateurs promoteurs aseguradores transportistas armadores constructores consignatarios "
    "owners charterers operators proprietaires affreteurs exploitants proprietarias propietarios fletadores "
    "architectes courtiers comptables auditores abogados asesores arquitectos consultores corredores".split()
)
"""Several of a trade, who make up a firm."""


@cache
def _bodies(language: str) -> frozenset[str]:
    """Words of which names of bodies and of places are made."""
    return listed(language, "heads", "institutions", "firms", "tails", "firm_openers") | anywhere("place_heads")


def _officer(words: list[Word], r: Raw, language: str) -> Raw:
    """A person called a body right behind an office, or an adjective of it, printed small: "le conseiller municipal *Hilal Tabbakh*"."""
    a, b, kind, score = r
    sure = score >= SURE and words[a].key not in listed(language, "club_heads")
    if kind not in ("ORG", "LOC", "MISC") or sure or b - a not in (2, 3) or a < 2 or not upper(words[a]):
        return r
    keys = [w.key for w in words[a:b]]
    known = gazetteer()
    given = keys[0] in given_names()
    if not (given or keys[0] in known.given) or key_of(words, a, b) in known.places or keys[-1] in known.places:
        return r
    bodies = _bodies(language)
    if any(k in bodies or k in known.plain[language] for k in keys[1:]) or (keys[0] in bodies and not given):
        return r
    k = a - 1
    adjective = words[k].text.islower() and words[k].key not in _SMALL and len(words[k].key) > 3
    k -= adjective and words[k].key not in office_words(language)
    led = words[k]
    called = led.key in office_words(language) or led.key in listed(language, "callings")
    office = led.text.islower() and called and led.key not in _SMALL
    return (a, b, "PER", TOLD) if office and led.key not in demonyms(language) else r


_PARTIES = frozenset(
    "vecinos unidos unidas juntos juntas ciudadanos compromiso adelante iniciativa alternativa agrupacion independientes contigo todos jovenes "
    "madres padres familias ensemble unis citoyens alternative agir tous rassembles residents together citizens united neighbours neighbors "
    "parents mothers doctors medecins meres peres familles mobilises engages".split()
)
"""Who stands together in the name of a party or of an association."""
_FOR = frozenset({"por", "para", "con", "pour", "avec", "for", "contra", "contre", "against", "sin", "sans", "without"})


def _stands(words: list[Word], i: int) -> bool:
    """True of a word behind one for an association, printed small: "la asociación *Puertos* sin Armas", "the group *Mothers* against Mines"."""
    return i > 0 and words[i - 1].key in _ASSOCIATED and words[i - 1].text.islower() and words[i].kind == "word"


_ASSOCIATED = frozenset(
    "asociacion grupo colectivo plataforma ong coalicion red movimiento campana organizacion coordinadora fundacion partido association groupe "
    "collectif plateforme coalition reseau mouvement campagne organisation fondation parti group collective platform network movement campaign "
    "charity foundation party".split()
)
"""Who stands together, before the name they took."""


def _party(words: list[Word], i: int, language: str) -> int:
    """Where the name of a party ends that says what it is for: "*Vecinos por Cala Brea*"; 0 for none."""
    if words[i + 1].key not in _FOR or upper(words[i + 1]):
        return 0
    k = i + 2 + (words[i + 2].key.rstrip("'’") in _SMALL and not upper(words[i + 2]))
    if k >= len(words) or not upper(words[k]) or words[k].kind != "word" or words[k].key in listed(language, "never"):
        return 0
    end = k
    while end < len(words) and words[end].kind == "word" and upper(words[end]) and end - k < 4:
        end += 1
    return end


__all__ = ["beside_capitals"]
