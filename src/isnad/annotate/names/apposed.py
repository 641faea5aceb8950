"""Persons whom an office, a calling or a relative in apposition tells, whatever list knows their names, where capitals show names.

"Bienvenido Macaraeg, gobernador de Pangasinan, …", "Its producer, Sidi Mokhtar Vall, …", "son frère Bachar Charabati", "liberar a Nilda
Choque". Taggers call such names places, or nothing. What no list of places has, no word for a body opens or closes and no preposition
of place leads to is a person there. The words are in ``names.toml`` under ``owners`` (who a firm may be, too) and ``done_to``.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word

TOLD = 0.9
"""Confidence of a person that apposition tells."""
SURE = 0.9
"""Score from which a body is believed."""
_MOST = 4
"""Words of the longest such name, small ones aside."""
_FAR = 9
"""Words between the office and the comma before the name."""
_SMALL = frozenset(
    {"al", "el", "de", "del", "la", "ben", "bin", "ould", "uld", "mint", "van", "von", "da", "dos", "y", "aït"}
)
_LINKED = frozenset(
    {"de", "del", "of", "du", "des", "d", "en", "in", "at", "a", "to", "from", "near", "para", "for", "by", "desde"}
)


def apposed(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with the persons that an office behind or before them, a relative or a verb tells."""
    if language == "ar":
        return raw
    out = raw
    for i, w in enumerate(words):
        if w.text == ",":
            a = _start(words, i)
            if i - a > 1 and _office_behind(words, i + 1, language, out, a):
                out = _with(words, out, a, i, language)
            elif (b := _end(words, i + 1)) - i > 2 and _office_before(words, i, language):
                if b == len(words) or words[b].text in ",.;:":
                    whose = _kin_before(words, i, language) or _office_alone(words, i, language)
                    out = _with(words, out, i + 1, b, language, known=not whose)
        elif w.kind == "word" and i + 2 < len(words) and upper(words[i + 1]):
            if (_made(words, i, language)) and (b := _end(words, i + 1)) - i > 2:
                out = _with(words, out, i + 1, b, language, sure=1.01)
            elif (_relative(words, i, language) or _done_to(words, i, language)) and (b := _end(words, i + 1)) - i > 2:
                out = _with(words, out, i + 1, b, language)
    return out if out is raw else sorted(out)


def _start(words: list[Word], i: int) -> int:
    """Where the words with capitals before a place begin, small words of names between them."""
    a = i
    while a and i - a < _MOST + 2 and words[a - 1].kind == "word":
        if upper(words[a - 1]) or (words[a - 1].key in _SMALL and a > 1 and upper(words[a - 2]) and a < i):
            a -= 1
        else:
            break
    while a < i and not upper(words[a]):
        a += 1
    return a


def _end(words: list[Word], a: int) -> int:
    """Where the words with capitals from a place end."""
    b = a
    while b < len(words) and b - a < _MOST + 2 and words[b].kind == "word":
        small = words[b].key in _SMALL and b > a and b + 1 < len(words) and upper(words[b + 1])
        if not (upper(words[b]) or small):
            break
        b += 1
    return b


@cache
def _leads(language: str) -> frozenset[str]:
    """Words of offices and callings that only persons have."""
    small = listed(language, "inner", "at", "articles")
    return (office_words(language) | listed(language, "callings", "dwellers")) - listed(language, "owners") - small


def _office_behind(words: list[Word], j: int, language: str, raw: list[Raw], a: int) -> bool:
    """True when an office or a calling printed small stands behind the comma, an article before it or none."""
    if j < len(words) and words[j].key.rstrip("'’") in (*listed(language, "articles"), "an", "a"):
        j += 1
    if j >= len(words) or upper(words[j]) or words[j].key not in _leads(language):
        return False
    # "les maires de Mont Kalé, députés et notables": the plural of many is no apposition of one.
    return not (a and words[a - 1].key.rstrip("'’") in _LINKED) or any(r[0] == a and r[2] == "PER" for r in raw)


def _office_before(words: list[Word], comma: int, language: str) -> bool:
    """True when an office opens the phrase that the comma closes: "La gerente de la compañía, …", "Its producer, …"."""
    start = comma
    while start and comma - start < _FAR and (words[start - 1].kind != "mark" or words[start - 1].text in "-'’"):
        start -= 1
    offices = _leads(language) | listed(language, "owners")
    led = any(w.key in offices and not upper(w) for w in words[start : min(start + 4, comma)])
    return led or _kin_before(words, comma, language)


def _office_alone(words: list[Word], comma: int, language: str) -> bool:
    """True of somebody's office without a complement right before a comma: "*su dirigente*, Wellington Chalén, …"."""
    if comma < 2 or words[comma].text != ",":
        return False
    first = comma - (3 if comma > 3 and words[comma - 2].text == "-" else 1)
    before = words[first - 1].key.rstrip("'’")
    return any(w.key in _leads(language) for w in words[first:comma]) and (
        before in listed(language, "whose") or (language == "en" and before == "s")
    )


def _kin_before(words: list[Word], comma: int, language: str) -> bool:
    """True of a relative right before a comma, and whose it is: "Su esposa, Sabina Mayta, lo desmiente"."""
    return comma > 1 and _relative(words, comma - 1, language)


def _relative(words: list[Word], i: int, language: str) -> bool:
    """True of a word for a relative and whose it is: "son frère", "the baby's mother"."""
    if not i or words[i].key not in listed(language, "kin"):
        return False
    return words[i - 1].key in listed(language, "whose") or (language == "en" and words[i - 1].key == "s")


def _made(words: list[Word], i: int, language: str) -> bool:
    """True of a verb before a name that is made something: "named *Xu Meiling* as its new chief executive"."""
    b = _end(words, i + 1)
    if b + 2 > len(words) or words[b].key not in _AS or upper(words[i]):
        return False
    return any(w.key in _leads(language) for w in words[b + 1 : b + 5])


_AS = frozenset({"as", "comme", "como"})


def _done_to(words: list[Word], i: int, language: str) -> bool:
    """True of the Spanish "a" behind what is done to people: "liberar a", "detuvo a", "la detención de"."""
    if language == "es" and words[i].key == "a":
        return i > 0 and words[i - 1].key in listed("es", "done_to")
    linked = words[i].key in ("de", "of") and i > 0
    return linked and not upper(words[i - 1]) and words[i - 1].key in listed(language, "done_to")


def _with(
    words: list[Word], raw: list[Raw], a: int, b: int, language: str, known: bool = False, sure: float = SURE
) -> list[Raw]:
    """The names with a person, unless one stands there, a body that is believed, or the words are no person's."""
    while a < b and words[a].key.rstrip(".") in listed(language, "honorifics") - anywhere("titles_or_names"):
        a += 1
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[2] == "PER" and r[0] <= a and b <= r[1] for r in inside):
        led = not known and (_relative(words, a - 2, language) or _office_alone(words, a - 1, language))
        doubted = led and inside[0][:2] == (a, b) and inside[0][3] < TOLD
        return [r if r != inside[0] else (a, b, "PER", TOLD) for r in raw] if doubted else raw
    if any((r[2] == "ORG" and r[3] >= sure) or r[0] < a or r[1] > b for r in inside):
        return raw
    person = next((r for r in inside if r[2] == "PER" and r[1] == b), None)
    if person is not None and not (words[a].key in given_names() or words[a].key in anywhere("titles_or_names")):
        return raw  # "a écrit sur LinkedIn Gonzalo Benavente, président de …"
    if not _may_name(words, a, b, language, known):
        return raw
    return [*(r for r in raw if r not in inside), (a, b, "PER", TOLD)]


@cache
def _of_bodies(language: str) -> frozenset[str]:
    """Words that open or close names of bodies and places."""
    lists = (
        "heads",
        "institutions",
        "tails",
        "firm_openers",
        "firm_words",
        "bearers",
        "club_words",
        "corps",
        "things",
        "sites",
        "houses",
    )
    return listed(language, *lists) | anywhere("firms", "place_tails", "place_heads")


def _may_name(words: list[Word], a: int, b: int, language: str, known: bool) -> bool:
    """True of two words and more that may be a person's name: none of a body, none of a nationality, not all of the language."""
    keys = [w.key for w in words[a:b] if w.key not in _SMALL]
    places, titles = gazetteer().places, anywhere("titles_or_names")
    if not 2 <= len(keys) <= _MOST or key_of(words, a, b) in places or any(w.text.isupper() for w in words[a:b]):
        return False
    if any(k in _of_bodies(language) and k not in titles and k not in given_names() for k in keys):
        return False
    if any(k in listed(language, "never") or k in demonyms(language) or k in office_words(language) for k in keys):
        return False
    plain = gazetteer().plain[language]
    given = keys[0] in given_names() or keys[0] in gazetteer().given or keys[0] in titles
    if all(k in places for k in keys) and not given:
        return False
    return given if known else given or not all(k in plain for k in keys)


__all__ = ["apposed"]
