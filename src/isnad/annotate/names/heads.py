"""Bodies by the word that opens or closes their names: what sort they are, and how far "of" carries them.

"le musée des Beaux-Arts d'Oran", "Syndicat des mineurs de la Vallée-Noire", "Upper Dra Farmers' Federation", «متحف الفنون الجميلة».
The words are in ``names.toml`` under ``institutions``, ``tails`` and ``linking``; taggers know nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.names.heads_arabic import SURE, arabic_by_head, common_noun, members_of, with_body
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts

MOST = 12
"""Words of the longest body."""
_ARTICLES = frozenset({"le", "la", "l", "les", "el", "los", "las", "the"})
"""Small words that never lead to what says which body it is: of "Liga el martes" the name is "Liga"."""
_AND = frozenset({"et", "y", "e", "and", "&"})


def bodies_by_head(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with bodies given away by their first or last word: called bodies, parted at "and", and carried to their end."""
    if language == "ar":
        return arabic_by_head(words, raw)
    out: list[Raw] = []
    for a, b, kind, score in _places_apart(words, _parted(words, raw, language)):
        if kind in ("LOC", "MISC", "PER") and score < SURE and b - a > 1 and _body(words, a, b, language):
            kind = "ORG"
        out.append((a, b, kind, score))
    for i, w in enumerate(words):
        if w.kind == "word" and w.key in listed(language, "institutions" if upper(w) else "small_institutions"):
            end = _carried(words, i, language)
            if end > i + 1:
                out = with_body(out, _adjectives_before(words, i, language), end)
    for a, b in (*_openers(words, language), *_unions(words, language), *_possessed(words, language)):
        out = with_body(out, a, b)
    return sorted(
        (a, _last(words, a, b, language), kind, score) for a, b, kind, score in _of_several_fields(words, out, language)
    )


def _of_several_fields(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with ministries of several fields whole: "Ministerio de Obras Públicas, Vivienda y Desarrollo Territorial"."""
    out = raw
    for a, b, kind, score in raw:
        if kind != "ORG" or "ministry" not in concepts(words[a].text)[0]:
            continue
        end, listed_so = b, False
        while end + 1 < len(words) and words[end].text == "," and (k := _past_field(words, end + 1, language)):
            end, listed_so = k, True
        if end + 1 < len(words) and words[end].key in _AND and (k := _past_field(words, end + 1, language)):
            end, listed_so = k, False
        if end > b and not listed_so and all(a <= r[0] and r[1] <= end for r in out if r[0] < end and a < r[1]):
            out = [*(r for r in out if not (r[0] < end and a < r[1])), (a, end, "ORG", score)]
    return out


def _past_field(words: list[Word], k: int, language: str) -> int:
    """The place behind one more field of a ministry, with a capital and understood; 0 for none."""
    linking = listed(language, "linking") | {"l", "d"}
    j = k
    while j < len(words) and j - k < 3 and words[j].key.rstrip("'’") in linking and not upper(words[j]):
        j += 1
    if j >= len(words) or not upper(words[j]) or not (concepts(words[j].text)[0] and not concepts(words[j].text)[1]):
        return 0
    end = past_capitals(words, j)
    while end + 1 < len(words) and words[end].key.rstrip("'’") in linking:
        n = end
        while n < len(words) and words[n].key.rstrip("'’") in linking:
            n += 1
        if n >= len(words) or not upper(words[n]) or not concepts(words[n].text)[0]:
            break
        end = past_capitals(words, n)
    return past_adjectives(words, end, language) if language != "en" else end


def _openers(words: list[Word], language: str) -> Iterator[tuple[int, int]]:
    """Firms by the word that opens their names, where it is no beginning of a sentence: "à Transports Bouazzi"."""
    heads = listed(language, "firm_openers")
    for i in range(1, len(words) - 1):
        field = i > 1 and words[i - 2].key in office_words(language)
        if (
            words[i].key in heads
            and not field
            and upper(words[i])
            and words[i - 1].text not in '.?!:«“"•|'
            and upper(words[i + 1])
        ):
            yield i, past_capitals(words, i + 1)


def _possessed(words: list[Word], language: str) -> Iterator[tuple[int, int]]:
    """English bodies whose members stand before them: "the *Kano Traders' Union*", "Nalut Olive Growers' Cooperative"."""
    if language != "en":
        return
    tails = listed("en", "tails") | _COURTS
    for i in range(2, len(words)):
        a = i - 1
        while a > 1 and words[a].text in ("'", "’", "s"):
            a -= 1
        if words[i].key not in tails or not upper(words[i]) or a == i - 1 or not words[a].key.endswith("s"):
            continue
        end = a
        while a >= 0 and words[a].kind == "word" and upper(words[a]) and words[a].key not in listed("en", "never"):
            a -= 1
        if end - a > 1:
            yield a + 1, i + 1


_COURTS = frozenset({"court", "college", "hospital"})
"""What stands behind those it is for: "Belfast Magistrates' Court"."""


def _unions(words: list[Word], language: str) -> Iterator[tuple[int, int]]:
    """Unions printed small, by whose they are and of where: "le syndicat des pêcheurs de Tiguelit", "the fishermen's union"."""
    heads, linking = listed(language, "unions"), listed(language, "linking") | {"d", "l"}
    for i, w in enumerate(words):
        if w.key not in heads or upper(w):
            continue
        if language == "en":
            a = i - 1
            while a > 0 and words[a].text in ("'", "’", "s"):
                a -= 1
            if 0 <= a < i - 1 and words[a].kind == "word" and words[a].key in members_of("en"):
                while a and (upper(words[a - 1]) or words[a - 1].key in demonyms("en")) and words[a - 1].kind == "word":
                    a -= 1
                named = i + 1 < len(words) and upper(words[i + 1]) and words[i + 1].kind == "word"
                yield (i + 1, past_capitals(words, i + 1)) if named else (a, i + 1)
            continue
        j = past_adjectives(words, i + 1, language)
        members = False
        while j < len(words) and j - i < MOST:
            k = j
            while k < len(words) and k - j < 3 and words[k].key.rstrip("'’") in linking and not upper(words[k]):
                k += 1
            if k == j and members and upper(words[k]) and words[k].kind == "word":
                yield k, past_capitals(words, k)  # "la asociación de exportadores *Banaflor*"
                break
            if k == j or k >= len(words) or words[k].kind != "word":
                break
            if upper(words[k]) and members:
                yield i, past_capitals(words, k)
                break
            if upper(words[k]) or not (
                words[k].key in members_of(language) or (members and common_noun(words[k], language))
            ):
                break
            members, j = True, past_adjectives(words, k + 1, language)


def _last(words: list[Word], a: int, b: int, language: str) -> int:
    """Where a name ends without small words that would lead on: "Autorité d'" is "Autorité"."""
    linking = listed(language, "linking") | {"d", "l"}
    while b - a > 1 and (
        words[b - 1].text in "'’" or (words[b - 1].key.rstrip("'’") in linking and not upper(words[b - 1]))
    ):
        b -= 1
    return b


def _body(words: list[Word], a: int, b: int, language: str) -> bool:
    """True when the first word of a name, or in English the last, says that it is a body's."""
    small = [w for w in words[a:b] if w.kind == "word" and not upper(w)]
    if words[b - 1].key in listed(language, "things") or any(
        w.key.rstrip("'’") not in listed(language, "linking") | _AND for w in small
    ):
        return False
    if words[a].key in _ORDERS and upper(words[a]) and b - a > 2 and words[a + 1].key.rstrip("'’") in _OF:
        return True
    # "Central Bank of Djibouti": in English adjectives stand before the word that tells.
    opening = words[a : min(b - 1, a + 2)] if language == "en" else words[a : a + 1]
    if (
        any(w.key in listed(language, "institutions") and upper(w) for w in opening)
        and words[a].key not in given_names()
    ):
        return True
    return words[b - 1].key in listed(language, "tails") and upper(words[b - 1])


_ORDERS = frozenset(
    "hermanas hermanos misioneras misioneros hijas siervas religiosas damas soeurs sœurs filles petites missionnaires sisters daughters "
    "missionaries ladies freres peres padres brothers fathers knights caballeros chevaliers amigos amis friends".split()
)
"""Those who make up an order or a circle, before what it is of: "Hermanas de la Luz", "Friends of the Lagoon"."""
_OF = frozenset({"de", "del", "du", "des", "d", "of"})


def _places_apart(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Places with hyphens between them are so many places, unless a list knows them as one: "Paris-Madrid", "Guinée-Bissau"."""
    places = gazetteer().places
    out: list[Raw] = []
    for a, b, kind, score in sorted(raw):
        if out and out[-1][1] == a - 1 and words[a - 1].text == "-" and kind == out[-1][2] == "LOC":
            if "".join(w.key for w in words[out[-1][0] : b]) in places or _one_site(words, out[-1][0], b):
                out[-1] = (out[-1][0], b, "LOC", out[-1][3])
                continue
        hyphens = [i for i in range(a, b) if words[i].text in "-–"]
        whole = {"".join(w.key for w in words[a:b]), " ".join(w.key for w in words[a:b] if w.kind == "word")}
        if kind != "PER" and hyphens and whole.isdisjoint(places):
            ends = list(zip([a, *(i + 1 for i in hyphens)], [*hyphens, b], strict=True))
            if _one_site(words, a, b):
                out.append((a, b, "LOC", score))
                continue
            if all(" ".join(w.key for w in words[x:y]) in places for x, y in ends):
                out += [(x, y, "LOC", score) for x, y in ends]
                continue
        out.append((a, b, kind, score))
    return out


def _one_site(words: list[Word], a: int, b: int) -> bool:
    """True of two places with a hyphen that are one airport's, station's or diocese's: "aeropuerto de Túnez-Cartago"."""
    led = next((w.key for w in reversed(words[max(0, a - 4) : a]) if w.key.rstrip("'’") not in _LEADING), "")
    return led in _OF_TWO or (b < len(words) and words[b].key in _OF_TWO)


_LEADING = frozenset({"de", "d", "du", "of", "del", "la", "l", "le", "el", "international", "internacional"})
_OF_TWO = frozenset(
    "aeropuerto aeroport airport aerodrome aerodromo estacion gare station diocese diocesis archidiocese universite universidad university "
    "departement departamento department district distrito region provincia province comte county communaute mancomunidad".split()
)
"""What one name of two towns is of."""


def _parted(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Names of two bodies run together at "and" are two: "Union des travailleurs et la Confédération paysanne"."""
    heads, tails = listed(language, "institutions"), listed(language, "tails")
    out: list[Raw] = []
    for a, b, kind, score in raw:
        if kind in ("ORG", "MISC"):
            for i in range(a + 1, b - 1):
                if words[i].key not in _AND:
                    continue
                k = i + 1
                if not any(upper(w) for w in words[k:b]):
                    b = i  # "la *Fédération* et le club"
                    break
                while k < b - 1 and not upper(words[k]):
                    k += 1
                opens = k > i + 1 and words[k].key in heads and upper(words[k])
                if opens or (words[i - 1].key in tails and k > i + 1):
                    end = b
                    if not opens:
                        while end < len(words) and upper(words[end]) and words[end - 1].key not in tails:
                            end += 1
                        end = _past_possessive(words, end, tails)
                    out.append((a, i, "ORG", score))
                    a, b, kind = k, end, "ORG"
                    break
        out.append((a, b, kind, score))
    return out


def _past_possessive(words: list[Word], end: int, tails: frozenset[str]) -> int:
    """Where "Farmers' Federation" ends when the name found so far ends with "Farmers"."""
    k = end
    while k < len(words) and k < end + 2 and words[k].text in ("'", "’", "'s", "’s"):
        k += 1
    return k + 1 if k < len(words) and upper(words[k]) and words[k].key in tails else end


def _carried(words: list[Word], i: int, language: str) -> int:
    """Where the name that a word for a body opens ends; right behind the word when nothing tells which body it is.

    Adjectives behind the word; then "of" and capitals, or, where the word itself has a capital, one common noun with its adjectives.
    """
    great, linking = upper(words[i]), listed(language, "linking")
    j = end = past_adjectives(words, i + 1, language) if great or language != "en" else i + 1
    named = False
    if great and language != "en" and j < len(words) and _names_itself(words, i, j, language):
        j = end = past_capitals(words, j)
        named = True
    while j < len(words) and j - i < MOST:
        k = j
        while k < len(words) and k - j < 3 and words[k].key.rstrip("'’") in linking and not upper(words[k]):
            k += 1
        if k == j or k >= len(words) or words[k].kind != "word" or words[j].key.rstrip("'’") in _ARTICLES:
            break
        if upper(words[k]) and words[k].key not in listed(language, "never"):
            named = True
            k = past_capitals(words, k)
            ministry = "ministry" in concepts(words[i].text)[0]
            k = past_adjectives(words, k, language) if language == "fr" and (great or ministry) else k
        elif words[k].key in listed(language, "infinitives") and words[k - 1].key.rstrip("'’") in ("de", "d"):
            break  # "accuse l'Autorité d'avoir tardé": no body of its own
        elif great and language != "en" and common_noun(words[k], language):
            k = past_adjectives(words, k + 1, language)
            if k + 1 < len(words) and words[k].key in _AND:
                n = k + 1
                while n < len(words) and n - k < 4 and words[n].key.rstrip("'’") in linking:
                    n += 1
                if n < len(words) and common_noun(words[n], language):
                    k = past_adjectives(words, n + 1, language)
        else:
            break
        j = end = k
    return end if named or (great and end > i + 2) else i + 1


def _names_itself(words: list[Word], i: int, j: int, language: str) -> bool:
    """True of a capital right behind the word for a body: "Colectivo *Madres Buscadoras* de Guaymas"."""
    w = words[j]
    return (
        w.kind == "word"
        and upper(w)
        and w.key not in listed(language, "never")
        and not w.text.isupper()
        and i + 1 < len(words)
    )


def _adjectives_before(words: list[Word], i: int, language: str) -> int:
    """Where an English body begins with the adjectives before the word that tells: "*Popular* Front for Azawad"."""
    a, plain = i, gazetteer().plain["en"]
    while (
        language == "en" and upper(words[i]) and a and i - a < 2 and words[a - 1].kind == "word" and upper(words[a - 1])
    ):
        key = words[a - 1].key
        if key not in plain or key in listed("en", "never") or key in office_words("en"):
            break
        a -= 1
    return a


def past_capitals(words: list[Word], k: int) -> int:
    """The place behind words with capitals, hyphens between them or none: "Beaux-Arts"."""
    while k < len(words) and upper(words[k]) and words[k].kind == "word":
        k += 1
        if k + 1 < len(words) and words[k].text == "-" and upper(words[k + 1]):
            k += 1
    return k


def past_adjectives(words: list[Word], i: int, language: str) -> int:
    """The place behind at most two small words that end as adjectives of the language do: "nationale", "appliquée", "financiero"."""
    ends = tuple(listed(language, "adjective_ends"))
    n = i
    while n < len(words) and n - i < 2 and words[n].kind == "word" and words[n].text.islower():
        if (
            len(words[n].key) < 5
            or not words[n].key.endswith(ends)
            or words[n].key in listed(language, "no_adjectives")
        ):
            break
        n += 1
    return n
