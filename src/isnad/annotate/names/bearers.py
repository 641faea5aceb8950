"""Where the words around a name with capitals say that a firm, a body or a craft bears it, whatever the name itself looks like.

"Naftal Gaz boss Abdelkrim Zeghdoudi", "le PDG de Naftal Gaz", "Shumookh, a Dutch company", "la frégate Álvaro de Luna", "les actions
d'Orezone": nobody but a firm has a boss or shares, and nobody but a craft is a frigate. One such place speaks for every use of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed
from isnad.annotate.names.spans import upper
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.text import fold_key

Place = tuple[int, int]
"""Words [first, last) of a sentence."""
LONGEST = 5
"""Words of the longest name that is read so, small words inside it counted."""
_SMALL = frozenset(
    {
        "al",
        "el",
        "der",
        "van",
        "von",
        "de",
        "del",
        "des",
        "la",
        "las",
        "los",
        "di",
        "da",
        "du",
        "of",
        "the",
        "&",
        "-",
        "y",
        "et",
        "and",
    }
)
_OF = frozenset({"of", "at", "for", "de", "du", "del", "d'", "des"})
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "l'", "un", "une", "el", "los", "las", "una", "its", "sa", "su"})


def firms_told(words: Sequence[Word], language: str) -> Iterator[Place]:
    """Yield the names of a sentence that its offices, its goods or an apposition say firms or bodies bear."""
    for i, w in enumerate(words):
        if w.kind != "word":
            continue
        if n := _phrase(words, i, language, "firm_offices"):
            yield from _told(words, i, i + n, language)
        if n := _phrase(words, i, language, "firm_goods"):
            yield from _told(words, i, i + n, language, boss=False)
        if (w.key in _bearing(language) or w.key in _APPOSED_TOO) and not upper(w):
            yield from firms_apposed(words, i, language)


def bossed(words: Sequence[Word], key: str, language: str) -> bool:
    """Return whether a word alone stands right before an office that only firms have: "*Savannah* chief executive", in English."""
    return language == "en" and any(
        w.key == key
        and upper(w)
        and not (i and upper(words[i - 1]))
        and _phrase(words, i + 1, language, "firm_offices")
        for i, w in enumerate(words[:-1])
    )


def firms_apposed(words: Sequence[Word], i: int, language: str) -> Iterator[Place]:
    """Yield the name before the comma of the apposition that a word for a firm is of, or behind the one that closes such a phrase.

    "Savannah Jetlease, *the Nairobi firm whose* Boeing …", « *L'autre agence suspendue*, Al-Mouna Tours, a saisi …».
    """
    if language == "ar":
        return
    if _apposed(words, i, language):
        for a, b in _ending(words, _before_article(words, i, language), language):
            if b - a > 1 or not a or words[a - 1].key not in _AT:
                yield a, b
    comma = next((k for k in range(i + 1, min(len(words), i + 5)) if words[k].kind == "mark"), 0)
    led = i > 0 and (words[i - 1].key.rstrip("'’") in _ARTICLES or (words[i - 1].key in _OTHER and i > 1))
    agent = words[i].key.endswith(
        ("er", "or", "eur", "ista", "ante", "ant", "ier", "ero")
    )  # "Its producer, Sidi Lamine Baye,"
    k = i - 1 - (i > 1 and words[i - 1].key in _OTHER)
    led = led and not (
        k > 0 and words[k - 1].key.rstrip("'’") in _OF
    )  # "El consejero delegado de la naviera, Yasim al Kaabi,"
    if not comma or not led or agent or words[comma].text != "," or any(upper(w) for w in words[i:comma]):
        return
    for a, b in _starting(words, comma + 1, language):
        phrase = all(w.key in demonyms(language) or _like_adjective(w, language) for w in words[i + 1 : comma])
        if phrase and b < len(words) and words[b].text == ",":
            yield a, b


_APPOSED_TOO = frozenset(
    "line outfit label imprint gallery house brand unit arm offshoot affiliate maison galerie ligne branche sala casa galeria linea unidad".split()
)
"""Words that tell a firm in apposition and elsewhere stand before any name: "la sala Penal"."""
_AT = frozenset("in at near from to into outside en a à dans vers depuis chez desde hacia sobre".split())
"""What leads to a place, which an apposition tells of no less than of a firm."""
_OTHER = frozenset(
    "other second third main largest biggest same only first last rival autre seconde deuxieme principale principal premiere plus grande "
    "seule meme otra otro segunda segundo tercera principal mayor misma unica primera ultima".split()
)
"""What stands between the article and the word for a firm."""
_ADJECTIVE = {
    "fr": regex.compile(r"(?:iques?|aires?|iens?|iennes?|ois|oises?|ais|aises?|ale?s?|iere?s?|elles?|ees?|i[es]?|antes?|euses?)$"),
    "es": regex.compile(r"(?:ic[oa]s?|ales?|ari[oa]s?|enses?|an[oa]s?|er[oa]s?|os[oa]s?|ad[oa]s?|id[oa]s?|antes?|ist[oa]s?|les?)$"),
    "en": regex.compile(r"(?:ed|concerned|involved|responsible|behind)$"),
}  # fmt: skip
"""How adjectives and participles behind a noun end."""


def _like_adjective(w: Word, language: str) -> bool:
    return w.kind == "word" and not upper(w) and len(w.key) > 4 and _ADJECTIVE[language].search(w.key) is not None


def crafts_told(words: Sequence[Word], language: str) -> Iterator[Place]:
    """Yield the names of a sentence right behind a word for what sails, flies or storms: "le pétrolier Durrat al-Dhafra".

    A rank that ends in such a word leads to a person: "capitaine de frégate Kane". A given name opens the name of a craft only where
    a number closes it, the letters of a hull open it ("MV Reyna Soledad"), or a storm is called so ("Typhoon Luning").
    """
    if language == "ar":
        return
    for i, w in enumerate(words[:-1]):
        hull, storm = w.text in _hulls(), upper(w) and w.key in _storms()
        if hull and upper(words[i + 1]) and not words[i + 1].text.isupper():
            yield from _starting(words, i + 1, language, sure=True)
            continue
        if w.key not in listed(language, "crafts") or (upper(w) and i and not storm and not _opens(words, i)):
            continue
        if ranked(words, i) or says(words, i):
            continue
        a = i + 1
        if not upper(words[a]) and words[a].key in demonyms(language):
            a += 1
        a += a < len(words) and words[a].text in "«“‘\"'"
        led = i > 0 and a == i + 1 and words[i - 1].key.rstrip("'’") in _DETERMINED  # "the ferry *Petra Star*"
        yield from _starting(words, a, language, sure=storm or led)


def craft_named(words: Sequence[Word], a: int, b: int) -> bool:
    """Return whether what looks like a person's name is a craft's or a storm's by its own words and the number behind it.

    "BRP Teresa Magbanua", "Typhoon Luning", "Tamgout-1", "« Ndeye Coumba 2 »".
    """
    if words[a].text in _hulls() or (words[a].key in _storms() and b - a > 1):
        return True
    if not _numbered(words, b):
        return False
    if words[b].text == "-":
        joined = words[b - 1].end == words[b].start and words[b].end == words[b + 1].start
        return joined and not (b + 2 < len(words) and words[b + 2].text in "-–:")
    closed = b + 1 < len(words) and words[b + 1].text in '»”"' and a > 0 and words[a - 1].text in '«“"'
    return closed or any(w.key in anywhere("crafts") for w in words[max(0, a - 3) : a])


def ranked(words: Sequence[Word], i: int) -> bool:
    """Return whether a word for a craft belongs to a rank: "capitaine de *corvette* Malang Diatta"."""
    return i > 1 and words[i - 1].key in _OF and words[i - 2].key in _RANKS


def says(words: Sequence[Word], i: int) -> bool:
    """Return whether a word for a storm stands behind a quotation, where it is a verb of saying: "« … », *tempête* Abou Laith"."""
    return i > 1 and words[i - 1].text in ',»”"' and any(w.text in '»”"' for w in words[i - 2 : i])


_DETERMINED = frozenset(
    "the le l la el un une una a du del al au su son sa its their his her leur este ese esta ce cet cette this".split()
)


@cache
def _hulls() -> frozenset[str]:
    return frozenset(table("shared", "crafts")["hulls"])


@cache
def _storms() -> frozenset[str]:
    return frozenset(map(fold_key, table("shared", "crafts")["storms"]))


def _opens(words: Sequence[Word], i: int) -> bool:
    return words[i - 1].kind == "mark"


_OPENING = frozenset({"former", "outgoing", "incoming", "acting", "new", "late", "veteran", "longtime", "deputy", "ex"})
_RANKS = frozenset(
    map(fold_key, ("capitaine", "lieutenant", "capitán", "capitana", "teniente", "comandante", "enseigne"))
)


def _told(words: Sequence[Word], i: int, end: int, language: str, boss: bool = True) -> Iterator[Place]:
    """The name behind "of" after an office or a good of firms, or right before it in English."""
    if end < len(words) and words[end].key in _OF:
        a = end + 1
        while a < len(words) and words[a].key in _ARTICLES and not upper(words[a]):
            a += 1
        yield from _starting(words, a, language)
    if language != "en" or i == 0:
        return
    possessive = i > 2 and words[i - 1].key == "s" and words[i - 2].text in "'’"
    if possessive:
        yield from _ending(words, i - 2, language)
    elif boss and end < len(words) and (upper(words[end]) or words[end].text == ","):
        yield from _ending(words, i, language)


def _apposed(words: Sequence[Word], i: int, language: str) -> bool:
    """True of a word for a firm that opens an apposition and closes with it, no office in between: ", a Dutch company,"."""
    k = i + 1
    while language != "en" and k < min(len(words), i + 3) and _adjective_behind(words[k], language):
        k += 1
    behind = words[k] if k < len(words) else None
    closes = behind is None or behind.kind == "mark" or behind.key in listed(language, "opens_of_firms")
    return closes and _before_article(words, i, language) > 0


def _adjective_behind(w: Word, language: str) -> bool:
    return w.key in demonyms(language) or _like_adjective(w, language)


def _before_article(words: Sequence[Word], i: int, language: str) -> int:
    """The place of the comma that opens the apposition; 0 for none. Only adjectives stand between in English."""
    a, most = i - 1, 4 if language == "en" else 1
    while a > 0 and most and _before_noun(words, a, language):
        a, most = a - 1, most - 1
    if a > 0 and words[a].key in _ARTICLES:
        a -= 1
    elif language == "en":
        return 0
    return a if a > 0 and words[a].text == "," else 0


def _before_noun(words: Sequence[Word], a: int, language: str) -> bool:
    """True of what may stand between the article and the word for a firm: in English adjectives and a town ("the Lagos-based carrier")."""
    if words[a].key in _ARTICLES:
        return False
    return words[a].kind == "word" or words[a].text == "-" if language == "en" else words[a].key in _OTHER


def _starting(words: Sequence[Word], a: int, language: str, sure: bool = False) -> Iterator[Place]:
    """The name with capitals that begins at a place; ``sure`` when a given name may open it."""
    b = a
    while b < len(words) and b - a < LONGEST and words[b].kind in ("word", "elided") and upper(words[b]):
        b += 1
        k = b
        while k < len(words) and k - b < 2 and words[k].key in _SMALL and not upper(words[k]):
            k += 1
        if k > b and k < len(words) and upper(words[k]) and b - a > 0 and words[b].key not in ("y", "et", "and", "the"):
            b = k
    if a < b and _may_name(words, a, b, language, sure or _numbered(words, b)):
        yield a, b


def _numbered(words: Sequence[Word], b: int) -> bool:
    """True when a number of a digit or two closes the name: "Ndeye Coumba 2", "Tamgout-1"."""
    b += b + 1 < len(words) and words[b].text == "-"
    return b < len(words) and words[b].kind == "number" and words[b].key.isdigit() and len(words[b].key) < 3


def _ending(words: Sequence[Word], b: int, language: str) -> Iterator[Place]:
    """The name with capitals that ends at a place."""
    a = b
    while a > 0 and b - a < LONGEST and words[a - 1].kind == "word" and upper(words[a - 1]):
        a -= 1
        k = a
        while k > 0 and a - k < 2 and words[k - 1].text in ("al", "el", "der", "van", "von", "di", "-"):
            k -= 1
        if k < a and k > 0 and upper(words[k - 1]):
            a = k
    # "Former Enersud boss": what only opens the sentence is cut off.
    while b - a > 1 and (words[a].key in listed(language, "never") or (a == 0 and words[a].key in _OPENING)):
        a += 1
    if a < b and _may_name(words, a, b, language):
        yield a, b


def _may_name(words: Sequence[Word], a: int, b: int, language: str, sure: bool = False) -> bool:
    """True of words that may name a firm and are neither a place, a people, a field, nor begin with a given name."""
    known, keys = gazetteer(), [w.key for w in words[a:b] if w.kind == "word"]
    if not keys or (len(keys) > 1 and keys[0] in given_names() and not sure) or " ".join(keys) in known.places:
        return False
    if keys[0] in listed(language, "honorifics") or words[a].text.endswith("."):
        return False
    plain = known.plain[language]
    if all(k in plain or k in demonyms(language) or k in listed(language, "never") or k in _SMALL for k in keys):
        return False
    return len(keys) > 1 or (len(keys[0]) > 3 and keys[0] not in given_names() and keys[0] not in demonyms(language))


@cache
def _bearing(language: str) -> frozenset[str]:
    return listed(language, "firm_words", "bearers")


def _phrase(words: Sequence[Word], i: int, language: str, concern: str) -> int:
    """How many words from here are a phrase of a list, hyphens passed over; 0 for none."""
    best = 0
    for phrase in _phrases(language, concern).get(words[i].key, ()):
        k, n = i, 0
        while k < len(words) and n < len(phrase):
            if words[k].text in "-–":
                k += 1
                continue
            if words[k].key != phrase[n]:
                break
            k, n = k + 1, n + 1
        if n == len(phrase):
            best = max(best, k - i)
    return best


@cache
def _phrases(language: str, concern: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(language, "names")[concern]:
        parts = tuple(regex.findall(r"[\p{L}\p{M}\p{N}]+", fold_key(phrase)))
        found.setdefault(parts[0], []).append(parts)
    return {k: tuple(v) for k, v in found.items()}
