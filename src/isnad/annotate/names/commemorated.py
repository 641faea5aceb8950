"""Streets, buildings and prizes that bear a person's name, and no person: "la plaza Manuel Bulnes", «شارع الحبيب بورقيبة», "Prince Faisal Hospital".

The words are in ``names.toml`` under ``sites`` (places), ``houses`` (bodies) and ``honours`` (neither). Right behind one of them, titles
passed over, a name is the site's; in English and in names travelled from it, right before one with a capital.
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import anywhere, demonyms, given_names, listed, office_words, printed_given
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare

_KINDS = (("sites", "LOC"), ("houses", "ORG"), ("honours", "MISC"))
TOLD = 0.96
"""Confidence of a name that such a word stands beside."""


def commemorated(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence, persons whose names only a site, a house or an honour bears called what bears them.

    The word itself is part of the name where it has a capital, and in Arabic, which has none.
    """
    out: list[Raw] = []
    for r in sorted(raw):
        a, b, kind, score = r
        if out and a < out[-1][1]:
            continue
        if kind == "PER":
            r = _before(words, a, b, language) or _behind(words, a, b, language) or r
            if out and r[0] < out[-1][1]:
                if language != "ar" or out[-1][0] != r[0] or r[2] != "ORG":
                    r = (a, b, kind, score)
                else:
                    out.pop()  # «مؤسسة الأمير | خالد»
        out.append(r)
    if language != "ar":
        return out
    houses = listed("ar", "houses")
    return [
        (a, _what_for(words, b) if kind == "ORG" and words[a].key in houses else b, kind, score)
        for a, b, kind, score in _called_after(words, out)
    ]


def _what_for(words: list[Word], b: int) -> int:
    """Where a house's name ends behind whom it is called after: «مؤسسة الأمير خالد *للأبحاث العلمية*», «مؤسسة نورة *الخيرية*»."""
    if b + 1 < len(words) and words[b].kind == "particle" and words[b].key == "لل":
        b += 2
    elif b < len(words) and words[b].key.startswith("لل") and len(words[b].key) > 4:
        b += 1
    while (
        b < len(words) and words[b].kind == "word" and words[b].key in listed("ar", "adjectives", "telling", "closing")
    ):
        b += 1
    return b


def _called_after(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with Arabic houses called after people nobody knows: «متوسطة الإخوة مزهودي»."""
    out = raw
    for i in range(len(words) - 2):
        titled = words[i + 1].key in listed("ar", "martyrs") or words[i + 1].key in _CROWNED
        if not titled or words[i].key.removeprefix("ب").removeprefix("ل") not in listed("ar", "houses"):
            continue
        b = i + 2
        while (
            b < len(words)
            and b - i < 5
            and (words[b].key in anywhere("descent") or words[b].text in printed_given() or stranger(words[b]))
        ):
            b += 1
        if b > i + 2 and not any(r[0] < i or (r[0] < b < r[1]) for r in out if r[0] < b and i < r[1]):
            out = [r for r in out if not (r[0] < b and i < r[1])] + [(i, b, "ORG", TOLD)]
    return out if out is raw else sorted(out)


_CROWNED = frozenset(
    "الملك الملكه الامير الاميره السلطان السلطانه الامبراطور القديس القديسه الامام الحاج الحاجه الشيخ الشيخه".split()
)
"""Titles of those whom hospitals and schools are called after."""


def _sort(w: Word, language: str) -> str:
    """What a word's bearer is: place, body, neither; the empty string for other words («دوره» is his part, no «دورة»)."""
    key = w.key.removesuffix("s") if language == "en" else w.key
    if language == "ar" and key.endswith("ه") and not w.text.endswith("ة"):
        return ""
    return next((kind for name, kind in _KINDS if key in listed(language, name)), "")


def _before(words: list[Word], a: int, b: int, language: str) -> Raw | None:
    """The name with the word before it that says what bears it, titles between or none."""
    i = a - 1
    if language != "ar" and i > 0 and words[i].key.rstrip("'’") in _OF and words[a].key not in given_names():
        k = i - 1
        while k > 0 and k > i - 3 and (words[k].key in demonyms(language) or words[k].key in _ARTICLES):
            k -= 1
        if words[k].key in listed(language, "towns_of") or (k == i - 1 and _sort(words[k], language) == "ORG"):
            return a, b, "LOC", TOLD  # "la comarca iraquí de Jan al Tarfa", "la bibliothèque de Hillat al-Nasr"
    titles = listed(language, "honorifics", "martyrs") | anywhere("titles_or_names")
    while i >= 0 and a - i <= 3 and not (language == "ar" and _sort(words[i], language)):
        if language != "ar" and i and words[i].key in _OF and words[i - 1].key in listed(language, "hamlets"):
            break  # « le hameau *de* Salah Amrani »: small words are in many titles of offices
        if words[i].key.rstrip(".") not in titles and bare(words[i].key) not in office_words(language):
            break
        i -= 1
    linked = i >= 1 and words[i].key.rstrip("'’") in _OF
    if linked and words[i - 1].key in listed(language, "towns_of"):
        return a, b, "LOC", TOLD  # "the town of Ali Mendjeli"
    linked = linked and a - 1 > i and words[i].key != "of"
    i -= linked  # "l'avenue du Maréchal Foch"
    if i < 0 or words[i].kind != "word" or not (kind := _sort(words[i], language)):
        return None
    if language == "ar" and i and words[i - 1].kind == "particle" and words[i - 1].key.endswith("لل"):
        return None  # «المدير العام لل|مكتبة *الصادق مكي*»: with the article it bears no name
    whole = language == "ar" or (upper(words[i]) and i > 0)
    return (i if whole else i + 1 + linked, b, kind, TOLD)


_OF = frozenset({"du", "de", "del", "d", "of"})
_ARTICLES = frozenset({"la", "le", "el", "los", "las", "l", "the"})


def _behind(words: list[Word], a: int, b: int, language: str) -> Raw | None:
    """The name with the word behind it, or its own last word, that says what bears it, and the titles that open it."""
    if language == "ar":
        return None
    inside = b - a > 1 and words[b - 1].key in listed("en", "named_ends")
    end = b if inside else b + 1
    titles = listed(language, "honorifics") | office_words("en") | anywhere("titles_or_names")
    first = a
    while first and upper(words[first - 1]) and words[first - 1].key in titles - {"the"}:
        first -= 1
    ends = b < len(words) and words[b].key in listed("en", "named_ends")
    small = ends and language == "en" and first < a and words[first - 1].key == "the"  # "the Prince Rashid *hall*"
    if not inside and not (ends and (upper(words[b]) or small)):
        return None
    a = first
    return a, end, _sort(words[end - 1], "en") or "LOC", TOLD


__all__ = ["commemorated"]
