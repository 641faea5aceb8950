"""Names in a row: what stands between places in a list is a place, and what a title leads to is a person."""

from __future__ import annotations

from collections.abc import Container

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind

UNSURE, SURE = 0.93, 1.01
"""Score below which a lone person in a list of places is one of them; where most are places or the words say so, any."""
LEAST = 3
"""Names of the shortest list."""
BEHIND_TITLE = 0.9
"""Confidence of a person whom a title leads to."""
TITLED = 0.97
"""The same where capitals show it."""
_COMMAS = frozenset(",،;؛")
_AND = frozenset({"et", "y", "e", "and", "و"})


def with_lists(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with those of a list of places or of bodies called so: "les comtés de Pinellas, Manatee, Lee et Collier".

    A list has three members at least, commas or a word for "and" between them, and two of one sort. A member of another sort joins
    them when it is one word the tagger was not sure of and no given name; one that nobody found, when it looks like a name.
    """
    by_start = {r[0]: r for r in raw}
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out = set(raw)
    i = 0
    while i < len(words):
        members, end = _members(words, i, by_start, taken, language)
        if len(members) >= LEAST:
            for sort in ("LOC", "ORG"):
                own = sum(m[2] == sort for m in members)
                told = sort == "LOC" and own and _of_several_places(words, members[0][0], language)
                behind = sort == "LOC" and language == "en" and end < len(words) and own
                told = told or (
                    behind and words[end].key in listed("en", "several_places")
                )  # "Manatee, Lee and Collier *counties*"
                sure = SURE if told or 2 * own > len(members) else UNSURE
                if (told or own >= 2) and all(m[2] in (sort, "") or _may_join(words, m, sure) for m in members):
                    out -= {m for m in members if m[2] != sort}
                    out |= {(a, b, sort, 0.65 if k != sort else s) for a, b, k, s in members}
                    break
        i = max(end, i + 1)
    return sorted(out)


def _members(
    words: list[Word], i: int, by_start: dict[int, Raw], taken: set[int], language: str
) -> tuple[list[Raw], int]:
    """The members of the list that begins at a place, unknown ones without a sort, and where it ends."""
    found: list[Raw] = []
    while i < len(words):
        r = by_start.get(i)
        if r is None:
            # too few stand before it for a list that ends here: most words are looked at no further
            ends = len(found) < LEAST - 1 and not (i + 1 < len(words) and _parts(words[i + 1]))
            if ends or i in taken or not _looks(words, i, language):
                break
            r = (i, i + 1, "", 0.0)
        found.append(r)
        j = r[1]
        k = j
        while k < len(words) and k - j < 2 and _parts(words[k]):
            k += 1
        if k == j:
            return found, j
        i = k
    while found and not found[-1][2]:
        # A list never ends with a word that only looks like a name.
        found.pop()
    return found, i


def _parts(w: Word) -> bool:
    return w.text in _COMMAS or w.key in _AND


def _looks(words: list[Word], i: int, language: str) -> bool:
    """True of a word that stands alone in a list and looks like a name: a capital, or in Arabic the letters of one."""
    w, plain = words[i], gazetteer().plain[language]
    if (
        w.kind != "word"
        or len(w.key) < 2
        or w.key in plain
        or w.key in listed(language, "never")
        or w.key in demonyms(language)
    ):
        return False
    if language != "ar":
        return upper(w) and i > 0
    return len(w.key) > 2 and _rare(w.key) and likeness(w.key) > 0 and not w.key.startswith("ال")


def _rare(key: str) -> bool:
    """True of an Arabic word that is neither frequent, nor a word of offices or bodies."""
    common = bands("ar").get(key, 9) < 4 or bands("ar").get(bare(key), 9) < 4
    return not common and bare(key) not in office_words("ar") and not concepts(key)[0] and place_kind(key) is None


def _of_several_places(words: list[Word], i: int, language: str) -> bool:
    """True when the plural of a word for a sort of place leads to a list: "comtés de", "the towns of", «مقاطعات»."""
    inner = listed(language, "inner") | {"of", "de", "des", "los", "las"}
    j = i - 1
    while j >= 0 and i - j < 4 and (words[j].kind in ("elided", "particle") or words[j].key.rstrip("'") in inner):
        j -= 1
    return j >= 0 and words[j].key in listed(language, "several_places")


def _may_join(words: list[Word], r: Raw, sure: float) -> bool:
    a, b, kind, score = r
    return kind == "PER" and b - a == 1 and score < sure and (words[a].key not in given_names() or sure > 1)


def after_titles(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add persons a title leads to: in Arabic of one word or two that lists do not know («السيدة شرودر»), else of capitals ("Mr Nasra")."""
    if language != "ar":
        return _titled_capitals(words, raw, language)
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    plain, titles, out = gazetteer().plain["ar"], listed("ar", "honorifics"), list(raw)
    for i in range(len(words) - 1):
        if words[i].key not in titles or words[i].key in anywhere("titles_or_names") or i in taken:
            continue
        b = i + 1
        while b < min(len(words), i + 3) and b not in taken and words[b].kind == "word" and _unknown(words[b], plain):
            b += 1
        if b > i + 1:
            out.append((i + 1, b, "PER", BEHIND_TITLE))
            taken |= set(range(i + 1, b))
    return sorted(
        (a, b, k, max(s, BEHIND_TITLE) if k == "PER" and b - a == 1 and _titled(words, a, plain) else s)
        for a, b, k, s in out
    )


def _titled_capitals(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with one to four words with capitals right behind a title that only persons have, whatever the tagger thought."""
    out = [_with_article(words, r) for r in raw]
    for i, w in enumerate(words[:-1]):
        if w.key.rstrip(".") not in listed(language, "persons_titles") or not upper(w):
            continue
        a = i + 1 + (words[i + 1].text == ".")
        if a == len(words):
            break  # "M." ends the page
        b = a + 2 * (words[a].key in _INSIDE and a + 2 < len(words) and words[a + 1].text == "-")  # "Ms al-Harthy"
        while b < len(words) and b - a < 4 and words[b].kind == "word" and (upper(words[b]) or _small(words, b, a)):
            b += 1
        inside = [r for r in out if r[0] < b and a < r[1]]
        if len(inside) == 1 and inside[0][:3] == (a, a + 1, "PER") and len(words[a].text) < 3:
            out = [r if r != inside[0] else (a, a + 1, "PER", max(TITLED, r[3])) for r in out]  # « M. Sy »
        if a == b or any(r[2] == "PER" or r[0] < a for r in inside) or words[a].key in listed(language, "never"):
            continue
        if any(w.key in office_words(language) for w in words[a:b]):
            continue  # "Mme la Ministre", "Mr President"
        out = [r for r in out if r not in inside] + [(a, max([b, *(r[1] for r in inside)]), "PER", TITLED)]
    return sorted(out)


def _with_article(words: list[Word], r: Raw) -> Raw:
    """A person's name with the article that a hyphen joins to it: "Ms *al-*Harthy"."""
    a, b, kind, score = r
    joined = kind == "PER" and a > 1 and words[a - 1].text == "-" and words[a - 2].key in ("al", "el", "ul")
    return (a - 2, b, kind, score) if joined and words[a - 2].end == words[a - 1].start else r


def _small(words: list[Word], b: int, a: int) -> bool:
    """True of a small word inside a name: "M. ben Youssef", "Mme de La Tour"."""
    return words[b].key in _INSIDE and b + 1 < len(words) and upper(words[b + 1])


_INSIDE = frozenset({"de", "la", "del", "ben", "bin", "ould", "el", "al", "van", "von", "da", "du"})


def _titled(words: list[Word], a: int, plain: Container[str]) -> bool:
    """True of an unknown word right behind a title."""
    return a > 0 and words[a - 1].key in listed("ar", "honorifics") and _unknown(words[a], plain)


def _unknown(w: Word, plain: Container[str]) -> bool:
    """True of an Arabic word that may be a family name: rare, of a name's letters, neither a nationality nor a place."""
    key = w.key
    if len(key) < 3 or key in plain or bare(key) in plain or key in demonyms("ar") or key in anywhere("never"):
        return False
    town = gazetteer().places.get(key)
    named = town is None or (town.inhabitants > 0 and key in gazetteer().people)
    return named and _rare(key) and likeness(bare(key)) > 0
