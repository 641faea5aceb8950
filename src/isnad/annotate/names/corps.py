"""Corps that every state has, under the words each language calls them by: the coast guard, «الدرك الوطني», "la Protection civile".

Their words are common ones, so that taggers pass them over; on a page of one state they name one body of it. The words are in
``names.toml`` under ``corps``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.names.lexicon import demonyms, gazetteer
from isnad.annotate.names.spans import BODIES, Raw, upper
from isnad.annotate.names.spoken import sayings
from isnad.annotate.names.words import Word, words_of
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.languages.meanings import concepts
from isnad.text import script_of

FOUND = 0.7
"""Confidence of a corps."""
LONGEST = 7
"""Words, hyphens and elided articles of the longest."""


@cache
def _phrases(language: str) -> dict[tuple[str, ...], bool]:
    """The words of each corps, folded → whether small letters will do."""
    found = {}
    for concern, small in (("corps", False), ("small_corps", True)):
        for phrase in table(language, "names")[concern]:
            found[tuple(w.key for w in words_of(phrase, 0, len(phrase), language))] = small
    for row in table("shared", "bodies")["movements"]:
        for name in row["names"]:
            if (script_of(name) == "Arabic") == (language == "ar"):
                found[tuple(w.key for w in words_of(name, 0, len(name), language))] = name[0].islower()
    return found


@cache
def _states_own(language: str) -> frozenset[tuple[str, ...]]:
    """Words that name a body only with the nationality beside them: "the Yemeni *government*", «*الحكومة* الأردنية»."""
    phrases = table(language, "names")["with_nation"]
    return frozenset(tuple(w.key for w in words_of(p, 0, len(p), language)) for p in phrases)


@kept
def _opens(language: str) -> frozenset[str]:
    return frozenset(p[0] for p in _phrases(language))


@cache
def _owns_first(language: str) -> frozenset[str]:
    """The words that open what is a state's own."""
    return frozenset(p[0] for p in _states_own(language))


def with_corps(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with corps of a state, the nationality beside them included: "Garde-côtes mauritaniens", "Lebanese coast guard".

    A shorter name of a body or a place inside is part of it; a span of another sort all of whose words say that it is a state's body
    is one ("Royal Saudi Naval Forces").
    """
    out = [
        (a, b, "ORG" if kind != "PER" and _all_said(words[a:b]) else kind, s)
        for r in raw
        for a, b, kind, s in _two_of_nations(words, r, language)
    ]
    i, firsts = 0, _owns_first(language)
    while i < len(words):
        n = _length(words, i, language)
        if not n and words[i].key not in firsts:
            i += 1
            continue
        own = n or next((k for k in (3, 2, 1) if tuple(w.key for w in words[i : i + k]) in _states_own(language)), 1)
        a, b = _with_nation(words, i, i + own, language)
        if not n and not (tuple(w.key for w in words[i : i + own]) in _states_own(language) and b - a > own):
            i += 1
            continue
        inside = [r for r in out if r[0] < b and a < r[1]]
        if all(a <= r[0] and r[1] <= b and (r[2] != "PER" or r[:2] == (a, b)) for r in inside):
            out = [r for r in out if r not in inside] + [(a, b, "ORG", FOUND)]
        i = max(b, i + 1)
    return sorted(out)


def _two_of_nations(words: Sequence[Word], r: Raw, language: str) -> list[Raw]:
    """Two bodies of two nationalities run together are two: "Malian army and Nigerien police", «الجيش المالي والشرطة النيجرية»."""
    a, b, kind, score = r
    if kind != "ORG" or b - a < 5:
        return [r]
    nations = demonyms(language)
    for i in range(a + 2, b - 2):
        if words[i].key in _AND:
            k = i + 1 + (words[i + 1].key.rstrip("'’") in _ARTICLES)
            halves = words[a:i], words[k:b]
            if all(any(w.key in nations for w in half) and len(half) > 1 for half in halves):
                return [(a, i, kind, score), (k, b, kind, score)]
    return [r]


_AND = frozenset({"et", "y", "e", "and", "و"})
_ARTICLES = frozenset({"le", "la", "l", "les", "el", "los", "las", "the"})


def _length(words: Sequence[Word], i: int, language: str) -> int:
    """How many words from here are the name of a corps; 0 for none."""
    first = "ال" + words[i].key if _behind_to(words, i) else words[i].key
    if first not in _opens(language):
        return 0
    if i and i + 1 < len(words) and _SERVICES.get(first) == words[i + 1].key:
        before = words[i - 1 - (i > 1 and words[i - 1].kind == "particle")]
        if before.kind == "word" and before.key not in sayings():
            return 0  # «مشروعات *الصرف الصحي*», «تبديد *الأموال العامة*»
    for n in range(min(LONGEST, len(words) - i), 0, -1):
        small = _phrases(language).get((first, *(w.key for w in words[i + 1 : i + n])))
        if small is not None and (small or language == "ar" or upper(words[i])):
            alone = n == 1 and language != "ar" and words[i].text.islower() and not _articled(words, i)
            return 0 if alone else n
    return 0


_SERVICES = {"الصرف": "الصحي", "الاموال": "العامه", "السجل": "المدني", "الشهر": "العقاري"}
"""Arabic services and goods that are an office of the state only where they speak or open a sentence."""


def _articled(words: Sequence[Word], i: int) -> bool:
    """True where an article, whose it is or a nationality stands before a corps of one small word: "*la* gendarmerie", no "capitaine de gendarmerie"."""
    led = words[i - 1].key.rstrip("'’") if i else ""
    return led in _ARTICLES | _WHOSE or led.startswith(("al", "del", "au", "du"))


_WHOSE = frozenset({"su", "sus", "sa", "son", "its", "their", "al", "del", "au", "du", "aux", "des", "cette", "esta"})


def _behind_to(words: Sequence[Word], i: int) -> bool:
    """True of an Arabic word whose article is written into the particle before it: «بيان *لل*نيابة العامة»."""
    return (
        i > 0
        and words[i - 1].kind == "particle"
        and words[i - 1].key.endswith("لل")
        and words[i - 1].end == words[i].start
    )


def _with_nation(words: Sequence[Word], a: int, b: int, language: str) -> tuple[int, int]:
    """The corps with the nationality that says whose it is: before it in English, else behind it."""
    nations = demonyms(language)
    if language == "en":
        return (a - 1, b) if a and words[a - 1].key in nations and upper(words[a - 1]) else (a, b)
    if language == "ar" and b < len(words) and words[b - 1].text.endswith("ة") and not words[b].key.endswith("ه"):
        return a, b  # «وزير *الخارجية* | الإيراني»: the minister is
    return (a, b + 1) if b < len(words) and words[b].key in nations else (a, b)


def _all_said(words: Sequence[Word]) -> bool:
    """True of several words that are a nationality or a state's and otherwise say nothing but which body of a state."""
    if len(words) < 2:
        return False
    known, rest = concepts(" ".join(w.text for w in words))
    nations = [w for w in rest if any(w in demonyms(k) for k in ("ar", "fr", "es", "en")) or _state(w)]
    return bool(known & BODIES) and len(nations) == len(rest)


def _state(word: str) -> bool:
    place = gazetteer().places.get(word)
    return place is not None and not place.inhabitants
