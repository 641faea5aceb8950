"""How far the name of an Arabic body goes: adjectives that tell it apart, what it is for behind «ل», the fields of a ministry.

«الصندوق الوطني للتأمين الصحي», «شرطة عمان السلطانية», «وزارة البترول والطاقة والمعادن»: without capitals the tagger often ends such a
name early. Here it is followed word by word.
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, listed, office_words
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts
from isnad.text import fold_key

_MOST = 9
"""Words of the longest such name."""


def arabic_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of an Arabic sentence with bodies carried to their end."""
    if language != "ar":
        return raw
    out: list[Raw] = []
    raw = with_purpose(words, raw)
    starts = {r[0]: r for r in raw}
    for r in sorted(raw):
        a, b, kind, score = r
        if out and a < out[-1][1]:
            continue  # inside a body that has grown
        if kind == "ORG" and (end := _end(words, a, b)) > b and not _others(starts, b, end):
            r = (a, end, kind, score)
        out.append(r)
    return sorted(out)


def with_purpose(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names with Arabic bodies of a whole state or of several that only say what they are for: «اللجنة الوطنية للانتخابات»."""
    out = list(raw)
    for i, w in enumerate(words[:-2]):
        if not _opens(w) or not _telling(words[i + 1]):
            continue
        j = i + 2
        while j < len(words) and j - i < _MOST and (_telling(words[j]) or words[j].key in listed("ar", "adjectives")):
            j += 1
        end = _purpose(words, j)
        inside = [r for r in out if r[0] < end and i < r[1]]
        if end > j and all(i <= r[0] and r[1] <= end and r[2] != "PER" and r[3] < SURE for r in inside):
            out = [r for r in out if r not in inside] + [(i, end, "ORG", FOUND)]
    return out


FOUND, SURE = 0.7, 0.97
"""Confidence of such a body; score from which a name inside is left as the tagger found it."""


def _others(starts: dict[int, Raw], b: int, end: int) -> bool:
    """True when a person or another body begins in what a name would take in."""
    return any(starts[i][2] in ("PER", "ORG") for i in range(b, end) if i in starts)


def _opens(w: Word) -> bool:
    """True of a word with the article that opens names of bodies: «الشركة», «المكتب», «الهيئة»."""
    heads = listed("ar", "heads", "body_heads")
    return w.kind == "word" and w.key.startswith("ال") and (w.key in heads or w.key[2:] in heads)


def _telling(w: Word) -> bool:
    return w.kind == "word" and (w.key in demonyms("ar") or w.key in listed("ar", "telling"))


def _end(words: list[Word], a: int, b: int) -> int:
    """Where a body that was found ends."""
    if words[a].key == "وزاره" or bare(words[a].key) == "وزاره":
        return _fields(words, b)
    end = b + (b < len(words) and b - a < _MOST and words[b].key in _PRESS)
    if end < len(words) and words[end - 1].kind == "word":
        while (
            end < len(words)
            and end - a < _MOST
            and words[end].key in listed("ar", "closing")
            and _agrees(words, a, end)
        ):
            end += 1
    if end + 1 < len(words) and end - a > 1 and words[end].text == "و" and _relation(words[end - 1]):
        both = words[end - 1].key.endswith("ه") == words[end + 1].key.endswith("ه")
        end += 2 * (_relation(words[end + 1]) and both)  # «للإنماء الاقتصادي *والاجتماعي*»
    if end < len(words) and end - a > 1 and _sort(words[end - 1], words[end]):
        end += 1
    if words[a].key.startswith("ال") or end - a > 1:
        far = _purpose(words, end)
        end = far if _telling(words[end - 1]) or words[end - 1].key in listed("ar", "closing") else end
    return end


_PRESS = frozenset(map(fold_key, ("برس", "بريس", "نيوز", "أونلاين", "ميديا")))
"""What closes names of agencies and papers: «وكالة الظهرة *برس*»."""


def _relation(w: Word) -> bool:
    """True of an adjective of relation with the article that is neither a family name nor a nationality: «الاقتصادي»."""
    adjective = w.kind == "word" and w.key.startswith("ال") and w.key.endswith(("ي", "يه")) and len(w.key) > 5
    plain = gazetteer().plain["ar"]
    return (
        adjective
        and (w.key in plain or bare(w.key) in plain or bool(concepts(w.text)[0]))
        and w.key not in demonyms("ar")
    )


def _agrees(words: list[Word], a: int, end: int) -> bool:
    """True when an adjective may belong to the word that opens the name: of its gender, as far as the endings show."""
    head = bare(words[a].key)
    feminine = head.endswith(("ه", "ات")) or head in ("قوات",)
    return feminine == words[end].key.endswith("ه")


def _purpose(words: list[Word], j: int) -> int:
    """Where what a body is for ends: «ل» with a noun, or a noun and a second one with the article, and adjectives; the place itself for none."""
    i = j
    if i + 1 < len(words) and words[i].kind == "particle" and words[i].key in ("ل", "لل"):
        definite, i = words[i].key == "لل" or words[i + 1].key.startswith("ال"), i + 1
    elif i < len(words) and words[i].kind == "word" and words[i].key.startswith("ل") and len(words[i].key) > 4:
        definite = words[i].key.startswith("لل")
        stem = words[i].key[2:] if definite else words[i].key[1:]
        if not _noun(stem) and stem not in listed("ar", "members"):
            return j
    else:
        return j
    w = words[i]
    if w.kind != "word" or w.key in _small() or w.key in demonyms("ar"):
        return j
    if bare(w.key) in office_words("ar") and w.key not in listed("ar", "members"):
        return j
    if not definite:
        if i + 1 >= len(words) or words[i + 1].kind != "word":
            return j
        firm = w.key.removeprefix("ل") in listed("ar", "members") and words[i + 1].key not in bands(
            "ar"
        )  # «لمستخدمي *نوميدير*»
        if not words[i + 1].key.startswith("ال") and not firm:
            return j
        i += 1
    elif not (_noun(bare(w.key)) or concepts(w.text)[0]):
        return j
    end = i + 1
    while end < len(words) and end - i < 3 and words[end].key in listed("ar", "closing", "telling") | _OF_TOWNS:
        end += 1
    if end == i + 1 and definite and end < len(words) and _sort(w, words[end], several=True):
        end += 1
    return end


def _sort(noun: Word, w: Word, several: bool = False) -> bool:
    """True of an adjective with the article that says which sort the noun before it is of: «غرفة الجنايات *الاستئنافية*», «للموارد *المعدنية*».

    It agrees with the noun as far as endings show; of ``several``, a noun that shows no ending may be a plural.
    """
    definite = several or noun.key.startswith(("ال", "لل"))
    if w.key.removesuffix("ه") in _OF_TIME or not definite or noun.key.endswith("ي"):
        return False
    feminine = noun.key.endswith(("ه", "ات"))
    agrees = feminine == w.key.endswith("ه") or (several and w.key.endswith("ه"))
    stem, plain = w.key.removeprefix("ال").removesuffix("ه").removesuffix("ي"), gazetteer().plain["ar"]
    made = len(stem) > 2 and (stem in plain or stem + "ه" in plain)
    person = w.key in gazetteer().people and not w.key.endswith("ه")
    relation = (
        w.kind == "word" and w.key.startswith("ال") and w.key.endswith(("ي", "يه")) and w.key not in demonyms("ar")
    )
    return agrees and made and relation and not person and bare(w.key) not in office_words("ar")


_OF_TIME = frozenset(
    map(
        fold_key,
        "الحالي الماضي التالي الجاري الآتي المتبقي السنوي اليومي الشهري الأسبوعي الدوري النهائي الرسمي الرئيسي الأساسي"
        " الأولي العادي الاستثنائي الافتتاحي الختامي الميداني الفوري الجزئي الكلي المعني المقضي القاضي الصباحي المسائي".split(),
    )
)
"""Adjectives in «ي» that say when or how something is, not which body: «مؤتمر الحزب *السنوي*»."""


_OF_TOWNS = frozenset(
    map(fold_key, ("القديمة", "العتيقة", "التاريخية", "الصغرى", "الكبرى", "الصغيرة", "المتوسطة", "الناشئة"))
)
"""Adjectives of towns, firms and harbours that bodies are for: «الصندوق العالمي للمدن *القديمة*»."""


def _fields(words: list[Word], j: int) -> int:
    """Where the fields of a ministry end: «وزارة البترول *والطاقة والمعادن*», «وزارة الانتقال *الطاقي*»."""
    j += j < len(words) and _of_the_field(words[j - 1], words[j])
    while j + 1 < len(words) and words[j].kind == "particle" and words[j].key == "و":
        w = words[j + 1]
        known, rest = concepts(w.text) if w.kind == "word" else (frozenset[str](), ())
        if not w.key.startswith("ال") or not known or rest or _opens(w) or bare(w.key) in office_words("ar"):
            break
        j += 2
        while j < len(words) and words[j].key in listed("ar", "closing", "telling"):
            j += 1
    return j


def _of_the_field(noun: Word, w: Word) -> bool:
    """True of an adjective of relation that agrees with the noun before it and is made of a word of the language; no nationality."""
    if w.kind != "word" or not (noun.key.startswith("ال") and w.key.startswith("ال")) or w.key in demonyms("ar"):
        return False
    ending = "يه" if noun.key.endswith(("ه", "ات")) else "ي"
    stem, plain = w.key.removeprefix("ال").removesuffix(ending), gazetteer().plain["ar"]
    other = w.key in gazetteer().people or bare(w.key) in office_words("ar") or w.key in gazetteer().places
    return w.key.endswith(ending) and len(stem) > 2 and not other and (stem in plain or stem + "ه" in plain)


def _noun(key: str) -> bool:
    """True of an Arabic word that lists have as a common noun, or as a word of bodies."""
    return key in gazetteer().plain["ar"] or bool(concepts(key)[0])


def _small() -> frozenset[str]:
    return anywhere("never")


__all__ = ["arabic_bodies"]
