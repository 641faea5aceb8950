"""Names that a word before them gives away where nothing else does: an artist of one name, what was christened so, a house by its last word.

"la rappeuse Moona", "bautizado «Gabriela»", "nicknamed Zarqa"; "Sultan Qaboos University", "Prince Faisal Hospital".
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word

TOLD = 0.96
"""Confidence of such a name."""
_OPENING = frozenset("«“\"‘'")
_SMALL = frozenset({"of", "for", "and", "&", "al", "el", "bin", "-"})


def staged(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence in Latin letters with those that such a word tells."""
    if language == "ar":
        return raw
    out = _houses(words, raw) if language == "en" else list(raw)
    for i, w in enumerate(words[:-1]):
        a = i + 1
        if w.key in listed(language, "christened"):
            a += words[a].text in _OPENING
            r = next((r for r in out if r[0] == a and r[2] in ("PER", "LOC")), None)
            if r is not None and r[1] - r[0] <= 2:
                out[out.index(r)] = (*r[:2], "MISC", TOLD)
        elif w.key in listed(language, "stage") and not upper(w) and _single(words, a, language):
            inside = [r for r in out if r[0] <= a < r[1]]
            if not inside or inside[0][:2] == (a, a + 1):
                out = [r for r in out if r not in inside] + [(a, a + 1, "PER", TOLD)]
    return sorted(out)


def _single(words: list[Word], a: int, language: str) -> bool:
    """True of one word with a capital that is a name and stands alone: neither a place, a people nor a word of the language."""
    if a >= len(words) or words[a].kind != "word" or not upper(words[a]) or len(words[a].key) < 3:
        return False
    if a + 1 < len(words) and words[a + 1].kind == "word" and upper(words[a + 1]):
        return False
    key, known = words[a].key, gazetteer()
    common = key in known.plain[language] or key in listed(language, "never") or key in demonyms(language)
    return not common and key not in known.places


def _houses(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names of an English sentence with houses whose last word tells them, run together from their first capital on."""
    out = list(raw)
    ends = listed("en", "houses") & listed("en", "named_ends")
    for i in range(1, len(words)):
        if words[i].key not in ends or not upper(words[i]) or any(r[0] <= i < r[1] and r[2] == "ORG" for r in out):
            continue
        a = i
        while (
            a
            and words[a - 1].kind == "word"
            and (upper(words[a - 1]) or (words[a - 1].key in _SMALL and a > 1 and upper(words[a - 2])))
        ):
            a -= 1
        while a < i and (words[a].key in listed("en", "never") or (words[a].key in _SMALL and not upper(words[a]))):
            a += 1
        inside = [r for r in out if r[0] <= i and a < r[1]]
        named = any(w.key not in gazetteer().plain["en"] or w.key in anywhere("titles_or_names") for w in words[a:i])
        if i - a < 1 or not named or any(r[0] < a for r in inside):
            continue
        out = [r for r in out if r not in inside] + [(a, i + 1, "ORG", 0.85)]
    return sorted(out)


__all__ = ["staged"]
