"""Bodies printed small whose every word is understood: "the housing ministry", "le tribunal administratif", "el banco central".

Taggers pass small letters over. In English what a body is for stands before the word for it, elsewhere behind; an article or whose it
is opens the phrase. The words for bodies are in ``names.toml`` under ``plain_heads``.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.lexicon import demonyms, listed
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, notions

FOUND = 0.7
"""Confidence of such a body."""
_MOST = 5
"""Words of the longest field: "women, family and children affairs ministry"."""
_SAYS_LITTLE = frozenset(
    {"new", "joint", "regional", "technical", "higher", "general", "local", "free", "unified", "national", "provincial"}
    | {"executive", "administration", "federal", "municipal", "independent", "followup", "press", "news", "crisis"}
    | {"workers", "organization", "company", "post"}
)
"""Concepts that do not tell one body from another: "la direction régionale" is any."""
_WHOLE = frozenset({"administrativecourt", "commercialcourt", "portauthority", "constitution", "electioncommission"})
"""Concepts that are a body by themselves."""


def understood(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with the bodies whose words all say what they are, where nothing else was found."""
    heads = listed(language, "plain_heads")
    spots = [i for i, w in enumerate(words) if w.key in heads and w.kind == "word"]
    if not spots:
        return raw
    taken = {k for a, b, _, _ in raw for k in range(a, b)}
    out = list(raw)
    for i in spots:
        of = language != "en" or (i + 1 < len(words) and words[i + 1].key == "of")  # "the ministry *of health*"
        a, b = _behind(words, i, language) if of else _before(words, i, taken)
        if (
            b - a > 1
            and taken.isdisjoint(range(a, b))
            and _says_which(words, a, b, i)
            and not _organ(words, a, language)
        ):
            out.append((a, b, "ORG", FOUND))
            taken.update(range(a, b))
    return sorted(out)


def _before(words: list[Word], i: int, taken: set[int]) -> tuple[int, int]:
    """Where an English body begins whose field stands before the word for it; nothing when no article or owner opens it."""
    a = i
    while a and i - a < _MOST and a - 1 not in taken and _field(words, a - 1, i):
        a -= 1
    while a < i and (words[a].key == "and" or words[a].kind == "mark"):
        a += 1
    led = a == 0 or words[a - 1].key in _LEADS or words[a - 1].text in _MARKS or words[a - 1].key in demonyms("en")
    return (a, i + 1) if led or upper(words[i]) else (i, i)


_LEADS = frozenset({"the", "s", "its", "their", "his", "her", "our", "'s", "’s", "this", "and", "or", "by", "from"})
_MARKS = frozenset("'’:;—–-|“\"(,")


def _field(words: list[Word], k: int, head: int) -> bool:
    """True of a word that may stand in the field of the English body whose word stands behind."""
    w = words[k]
    if w.text == "-":
        return k > 0 and words[k - 1].end == w.start
    if w.key == "and":
        return k + 1 < head and _known(words[k - 1].text)
    return w.kind == "word" and (_known(w.text) or _one_notion(f"{w.text} {words[k + 1].text}"))


@cache
def _known(text: str) -> bool:
    known, rest = concepts(text)
    return bool(known) and not rest


@cache
def _one_notion(pair: str) -> bool:
    """True of two words that are one notion together: "civil aviation", "administrative court"."""
    told = notions(pair)
    return len(told) == 1 and told[0][0] is not None and " " in told[0][1]


def _behind(words: list[Word], i: int, language: str) -> tuple[int, int]:
    """Where a body ends whose adjectives and field stand behind the word for it, an article before it."""
    if upper(words[i]) or not (i == 0 or words[i - 1].key.rstrip("'’") in _ARTICLES):
        return i, i
    inner, end = listed(language, "inner"), i + 1
    if end < len(words) and _one_notion(f"{words[i].text} {words[end].text}"):
        end += 1
    j = end
    while j < len(words) and j - end < 3 and j - i < _MOST + 4:
        w = words[j]
        if w.key in _AND and not (j + 1 < len(words) and words[j + 1].key.rstrip("'’") in _OF):
            break
        if w.kind == "elided" or w.key.rstrip("'’") in inner:
            j += 1
            continue
        if j + 1 < len(words) and words[j + 1].kind == "word" and _one_notion(f"{w.text} {words[j + 1].text}"):
            end = j = j + 2
        elif w.kind == "word" and len(w.key) > 2 and (_known(w.text) or w.key in demonyms(language)):
            end = j = j + 1
        else:
            break
    return i, end


_AND = frozenset({"et", "y", "e", "and"})
_OF = frozenset({"de", "du", "des", "d", "del", "of"})
_ARTICLES = frozenset(
    {"the", "le", "la", "l", "du", "au", "el", "del", "al", "cette", "ce", "esta", "este", "son", "su"}
)


def _says_which(words: list[Word], a: int, b: int, head: int) -> bool:
    """True when the words say more than what sort of body it is."""
    known, rest = concepts(key_of(words, a, b))
    own = concepts(words[head].text)[0]
    field = known - own - _SAYS_LITTLE
    if words[head].key in _ROOMS and field <= _HOUSES:
        return False
    return not [w for w in rest if not _nation(w)] and bool(known & _WHOLE or (field and (known & own or own)))


_ROOMS = frozenset({"chambre", "chambres", "camara", "chamber", "bureau", "office"})
_HOUSES = frozenset({"hoteliers", "hospital", "clinic", "prison", "house", "student"})
"""What has rooms: "la chambre d'hôtel" is no body."""


def _nation(word: str) -> bool:
    return any(word in demonyms(k) for k in ("fr", "es", "en"))


def _organ(words: list[Word], a: int, language: str) -> bool:
    """True of an organ inside any body: "le conseil d'administration"."""
    return any(key_of(words, a, min(len(words), a + 4)).startswith(k) for k in listed(language, "organs"))


__all__ = ["understood"]
