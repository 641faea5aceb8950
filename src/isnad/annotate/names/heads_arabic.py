"""Arabic bodies by the word that opens their names, and how far they go: «متحف الفنون الجميلة», «نقابة عمال مرفأ الرميلة», «سرايا السلام».

Latin ones are in :mod:`isnad.annotate.names.heads`.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import demonyms, gazetteer, listed
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import concepts, place_kind
from isnad.text import fold_key

SURE = 0.97
"""Score from which a span of another sort is left as the tagger found it."""


def arabic_by_head(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Arabic bodies: a word for one, the definite noun that says which, and its adjectives: «متحف الفنون الجميلة»."""
    heads, out = listed("ar", "institutions"), []
    for a, b, kind, score in raw:
        if kind in ("LOC", "MISC") and b - a > 1 and words[a].key in heads and score < SURE:
            kind = "ORG"
        if kind in ("ORG", "LOC", "MISC") and words[a].key in heads and (end := _chained(words, raw, a)) > b:
            kind, b = "ORG", end
        if kind == "ORG" and words[a].key in heads and b - a > 2 and _object(words[b - 1]) and _definite(words[b - 2]):
            b -= 1
        out.append((a, b, kind, score))
    taken = {k for a, b, _, _ in out for k in range(a, b)}
    for i, w in enumerate(words[:-1]):
        if w.key in listed("ar", "brigades") and i not in taken and (end := _brigade(words, i)):
            out = with_body(out, i, end)
        if w.key not in heads or i in taken:
            continue
        if not _definite(words[i + 1]):
            end = _chained(words, out, i)
        elif place_kind(words[i + 1].key) is not None:
            continue
        else:
            end = _past_definite(words, i + 2, i + 4)
        if not end:
            continue
        inside = [r for r in out if r[0] < end and i < r[1]]
        if any(r[0] < i or r[1] > end or r[2] == "PER" for r in inside):
            continue
        out = [r for r in out if r not in inside] + [(i, end, "ORG", 0.7)]
    return sorted(out)


def _brigade(words: list[Word], i: int) -> int:
    """Where the name of an armed group ends: «كتائب درع الوادي», «سرايا السلام»; 0 for «كتائب الجيش», «ألوية المشاة»."""
    first = words[i + 1]
    j = i + 1
    if first.kind == "word" and not _definite(first) and first.key not in demonyms("ar"):
        j += 1
        if j >= len(words) or not _definite(words[j]) or not common_noun(first, "ar"):
            return 0
    w = words[j]
    generic = bool(concepts(w.text)[0]) or w.key in demonyms("ar") or w.key.endswith(("ين", "ون", "ات"))
    return 0 if not _definite(w) or generic or w.key in _ARMS else j + 1


_ARMS = frozenset(
    {
        "المشاه",
        "المدفعيه",
        "المدرعات",
        "الدبابات",
        "الصواريخ",
        "المظليين",
        "الاستطلاع",
        "الاسناد",
        "التدخل",
        "الهندسه",
        "الاحتياط",
        "العدو",
    }
)
"""Arms and branches: a brigade of theirs is no group of its own."""


def _past_definite(words: list[Word], j: int, most: int) -> int:
    """The place behind adjectives with the article."""
    while j < len(words) and j < most and _definite(words[j]) and _adjective(words[j]):
        j += 1
    return j


def _chained(words: list[Word], raw: list[Raw], i: int) -> int:
    """Where an Arabic body ends whose members are named without the article: «نقابة عمال مرفأ الرميلة»; 0 for none.

    Behind the word that opens it those who make it up, then what they are of: a noun with the article, or a place.
    """
    j = i + 1
    if j >= len(words) or words[j].key not in members_of("ar"):
        return 0
    j += 1
    if j + 1 < len(words) and place_kind(words[j].key) is not None and not _definite(words[j]):
        j += 1
    place = next((b for a, b, kind, score in raw if a == j and kind == "LOC"), 0)
    if place or j >= len(words):
        return place
    if _definite(words[j]):
        return _past_definite(words, j + 1, j + 3)
    strange = words[j].kind == "word" and words[j].key not in bands("ar") and len(words[j].key) > 3
    return j + 1 if strange else 0


def _definite(w: Word) -> bool:
    return w.kind == "word" and w.key.startswith("ال") and len(w.key) >= 5


def _adjective(w: Word) -> bool:
    """True of an Arabic adjective of relation, of a nationality, or one of those that bodies are told apart by."""
    return (
        w.key in demonyms("ar")
        or w.key.endswith(("يه", "ي"))
        or bool(concepts(w.text)[0])
        or w.key in listed("ar", "adjectives")
    )


def _object(w: Word) -> bool:
    """True of a common noun without the article behind a definite one: it is the sentence's, not the name's («رابطة المعلمين وقفة»)."""
    return w.kind == "word" and not w.key.startswith("ال") and w.key in gazetteer().plain["ar"]


@cache
def members_of(language: str) -> frozenset[str]:
    """Those who make up unions: the members of ``names.toml``, and who an office's plural names."""
    return listed(language, "members") | frozenset(fold_key(w) for w in table(language, "roles")["plurals"])


def with_body(raw: list[Raw], a: int, b: int) -> list[Raw]:
    """The names with a body from one place to another, when no person and nothing longer stands there."""
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[0] < a or r[1] > b or (r[2] == "PER" and r[3] > 0.9 and r[0] == a) for r in inside):
        return raw
    if any((r[0], r[1]) == (a, b) for r in inside) and inside[0][2] == "ORG":
        return raw
    return [r for r in raw if r not in inside] + [(a, b, "ORG", max([0.8, *(r[3] for r in inside if r[2] == "ORG")]))]


def common_noun(w: Word, language: str) -> bool:
    """True of a common noun in small letters, its plural included."""
    plain = gazetteer().plain[language]
    return (
        (w.text.islower() or language == "ar")
        and len(w.key) > 2 + (language != "ar")
        and not plain.isdisjoint({w.key, w.key.removesuffix("s"), w.key.removesuffix("es")})
    )
