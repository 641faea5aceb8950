"""Words with capitals inside a sentence that nothing else took for a name: what stands beside them says what they are.

"a contract with *Balisage Occitan* of Toulouse", "la turca *Yildizray*", "la agencia *Rutas del Adrar*", "in *Leweija*". A capital inside
a sentence is a name's in these languages; which sort of name is told by a preposition of place, a nationality that stands for a
firm's trade, a contract, a passive of business, or a common noun before the place it works in. What nothing tells is left alone.
"""

from __future__ import annotations

from isnad.annotate.names.heads import past_capitals
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, place_kind

FOUND = 0.62
"""Confidence of such a name."""
SURE = 0.95
"""Score from which a person is believed."""
_OPENS = frozenset(".?!:;«“\"'‘’•|—–-(/[…")
"""Marks behind which a capital says nothing."""
_ARTICLES = frozenset({"la", "le", "les", "el", "los", "las", "l", "al", "du", "au", "del", "the"})
_OF = frozenset({"de", "del", "du", "des", "d", "of"})


def unclaimed(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with those added that only their place beside other words tells."""
    if language == "ar":
        return raw
    taken = {k for a, b, _, _ in raw for k in range(a, b)}
    out = _worked(words, [_sorted_out(words, r, language) for r in raw], taken, language)
    i = 1
    while i < len(words):
        if i in taken or not upper(words[i]) or words[i].kind != "word" or words[i - 1].text in _OPENS:
            i += 1
            continue
        end = past_capitals(words, i)
        end = next((k for k in range(i, end) if k in taken), end)
        strange = _strange(words, i, end, language)
        kind = _kind(words, i, end, language) or ("ORG" if _trades(words, i, end, language) else "") if strange else ""
        if kind:
            out = [*out, (i, end, kind, FOUND)]
        i = max(end, i + 1)
    return sorted(out)


def _sorted_out(words: list[Word], r: Raw, language: str) -> Raw:
    """A name of no sort of its own that is a firm's by what stands before it: "a contract with *Dragage Azuréen*"."""
    a, b, kind, score = r
    doubted = (kind in ("MISC", "LOC") and b - a > 1) or kind == "MISC"
    doubted |= kind == "PER" and ((score < SURE and not _known_person(words, a, b)) or _trading(words, a, b, language))
    told = doubted and a > 1 and words[a - 1].text not in _OPENS and _kind(words, a, b, language) == "ORG"
    return (a, b, "ORG", score) if told else r


def _trading(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of two words no given name opens behind a nationality of the feminine: "la turca *Yıldırım Uydu*", no "la turca *Elif Uydu*"."""
    if language != "es" or a < 2 or b - a < 2:
        return False
    led = words[a - 1]
    feminine = words[a - 2].key in ("la", "una") and led.key.endswith("a") and led.text.islower()
    first = words[a].key in given_names() or words[a].key in gazetteer().given
    return feminine and not first


def _known_person(words: list[Word], a: int, b: int) -> bool:
    known = gazetteer()
    return any(w.key in known.people or w.key in known.given or w.key in known.family for w in words[a:b])


def _strange(words: list[Word], i: int, end: int, language: str) -> bool:
    """True when one word at least is none of the language, and the words are neither an office nor in capitals throughout."""
    plain, known = gazetteer().plain[language], gazetteer()
    offices = office_words(language)
    if any(w.key in offices or (w.key in demonyms(language) and end - i == 1) for w in words[i:end]):
        return False
    if all(w.text.isupper() for w in words[i:end]) or words[i].key in listed(language, "never") - _ARTICLES:
        return False
    return (
        any(
            len(w.key) > 3
            and w.key not in plain
            and w.key not in demonyms(language)
            and w.key not in known.family
            and not concepts(w.text)[0]
            for w in words[i:end]
            if w.kind == "word"
        )
        and words[i].key not in given_names()
    )


def _kind(words: list[Word], i: int, end: int, language: str) -> str:
    """What a name is by the words before it; nothing when they do not tell."""
    before, second = words[i - 1].key.rstrip("'’"), words[i - 2].key.rstrip("'’") if i > 1 else ""
    if before in listed(language, "business_with") and second in listed(language, "business"):
        return "ORG"
    if before in listed(language, "done_by") and second in listed(language, "business_done"):
        return "ORG"
    if before in demonyms(language) and second in _ARTICLES and (language != "en" or end - i > 1):
        return "ORG"
    if before in listed(language, "place_in") and place_kind(words[i].key) is None and not _of_person(words, i, end):
        return "LOC"
    if before == "a" and language == "fr" and words[i].key in _ARTICLES and end - i > 1 and _noun_before(words, i):
        return "LOC"
    return ""


def _trades(words: list[Word], i: int, end: int, language: str) -> bool:
    """True of two to four words with capitals whose last says what a firm does: "who runs *Zarqan Trading*"."""
    last = words[end - 1].key
    return (
        2 <= end - i <= 4 and last in listed(language, "firms") and last not in _NOT_ALONE and place_kind(last) is None
    )


_NOT_ALONE = frozenset(
    "city united capital bank media news energy energie energies energia express equity express construction steel oil gas gaz petrol "
    "tv books pictures studios power offshore bio solar wings rovers wanderers freres hermanos brothers sons co sa ag".split()
)
"""Words that close firms' names and others' too: "Sud Énergie", "the Atlas Wings"."""


def _noun_before(words: list[Word], i: int) -> bool:
    """True when no verb that gives stands before "à": "Expulsion à La Quiaca"."""
    return i > 1 and words[i - 2].kind == "word" and not words[i - 2].key.endswith(("er", "e", "t"))


def _of_person(words: list[Word], i: int, end: int) -> bool:
    return any(w.key in gazetteer().given or w.key in given_names() for w in words[i:end])


def _worked(words: list[Word], raw: list[Raw], taken: set[int], language: str) -> list[Raw]:
    """The names with firms and charities that are a common noun with a capital and where they work: "Voies de Saône", "Rutas del Adrar"."""
    out = raw
    for a, b, kind, score in raw:
        k = a - 1
        while k > 0 and (words[k].key.rstrip("'’") in _OF or words[k].key.rstrip("'’") in _ARTICLES):
            k -= 1
        if kind != "LOC" or not 1 < a - k < 4 or k < 1 or words[k + 1].key.rstrip("'’") not in _OF:
            continue
        first = k
        while first > 1 and upper(words[first - 1]) and words[first - 1].kind == "word" and first - 1 not in taken:
            if words[first - 1].text.isupper():
                break  # "l'ONG *Eaux du Ferlo*"
            first -= 1
        inside = [r for r in out if r[0] < a and first < r[1]]
        # "Salmueras de Bolivia": what was taken for a second place no list knows.
        if any(r[2] != "LOC" or r[:2] != (k, k + 1) or words[k].key in gazetteer().places for r in inside):
            continue
        if words[first - 1].text in _OPENS:
            continue
        if all(upper(w) and w.kind == "word" for w in words[first : k + 1]) and _noun(words, first, k, language):
            out = [r for r in out if r != (a, b, kind, score) and r not in inside] + [(first, b, "ORG", FOUND)]
    return out


def _noun(words: list[Word], first: int, k: int, language: str) -> bool:
    """True of a common noun in the plural that is no place's, no office's, no body's and no feast's: "Rutas", "Salmueras", "Voies"."""
    plain = gazetteer().plain[language]
    w = words[first]
    plural = w.key.endswith(("s", "x")) and len(w.key) > 4
    common = (
        w.key in plain or w.key[:-1] in plain or w.key.removesuffix("es") in plain or w.text not in anywhere("given")
    )
    other = (
        place_kind(w.key) is not None
        or w.key in office_words(language)
        or w.key in demonyms(language)
        or concepts(w.text)[0]
        or w.key in listed(language, "never", "things", "sites", "honours", "several_places", "place_heads")
        or w.key in gazetteer().places
        or w.key in listed(language, "no_firms")
    )
    return bool(plural and common and not other and first <= k)


__all__ = ["unclaimed"]
