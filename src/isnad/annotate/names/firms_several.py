"""Several firms behind one word for them: «وكالتي السفر "الواحة" و"درة تورز"», "the airlines Kestrel and Sahel Wings", « les groupes Amane et Tifrit »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed
from isnad.annotate.names.spans import upper
from isnad.annotate.names.words import Word

Place = tuple[int, int]
_AND = frozenset({"and", "et", "y", "e", "و", ",", "،"})
_OPENING, _CLOSING = frozenset('«“"„'), frozenset('»”"“')
_OF = frozenset({"de", "of"})
MOST = 5
"""Words of the longest name."""
_IRREGULAR = frozenset(
    "بنوك مصارف صحف قنوات انديه نواد فرق مواقع مجلات جراءد جرايد سفن بواخر صناديق احزاب وكالات شركات".split()
)
"""Plurals of Arabic words for firms that their endings do not show."""


def firms_in_row(words: Sequence[Word], language: str) -> Iterator[Place]:
    """Yield two names or more behind a word for firms in the plural or dual, each between marks, or with capitals."""
    plurals = _plurals(language)
    for i, w in enumerate(words):
        key = (
            "و" + w.key if i and words[i - 1].kind == "particle" and words[i - 1].end == w.start else w.key
        )  # «و|كالتي»
        if plurals.isdisjoint((key, w.key.removeprefix("ال"))) or w.kind != "word" or upper(w):
            continue
        found: list[Place] = []
        k = i + 1
        while k < min(len(words), i + 4) and words[k].text not in _OPENING and not upper(words[k]):
            if words[k].kind not in ("word", "elided") or (
                words[k].key in anywhere("never") and words[k].key not in _OF
            ):
                break
            k += 1
        while k < len(words) and (span := _named(words, k, language)) is not None:
            found.append(span)
            k = span[1] + (words[span[0] - 1].text in _OPENING)
            if k >= len(words) or words[k].key not in _AND:
                break
            k += 1
        if len(found) > 1:
            yield from found


def _named(words: Sequence[Word], k: int, language: str) -> Place | None:
    """The name that begins here: what stands between marks, or words with capitals; ``None`` where none does."""
    if k < len(words) and words[k].text in _OPENING:
        end = next((n for n in range(k + 1, min(len(words), k + MOST + 2)) if words[n].text in _CLOSING), 0)
        inside = words[k + 1 : end]
        capitals = language == "ar" or (bool(inside) and upper(inside[0]))
        said = any(w.kind == "number" or (w.key in anywhere("never") and w.kind == "word") for w in inside)
        return (k + 1, end) if end > k + 1 and capitals and not said else None
    b = k
    while b < len(words) and b - k < MOST and words[b].kind == "word" and upper(words[b]):
        b += 1
    if language == "ar" or b == k:
        return None
    keys = [w.key for w in words[k:b]]
    known = gazetteer()
    other = (
        " ".join(keys) in known.places or keys[0] in demonyms(language) or (len(keys) > 1 and keys[0] in given_names())
    )
    small = any(key in listed(language, "never") for key in keys)
    return None if other or small or (len(keys) == 1 and len(keys[0]) < 4) else (k, b)


@cache
def _plurals(language: str) -> frozenset[str]:
    """The words for firms in the plural, folded; in Arabic the dual too, without the article."""
    single = listed(language, "firm_words", "bearers")
    if language != "ar":
        found = (
            {w + "s" for w in single} | {w + "es" for w in single} | {w[:-1] + "ies" for w in single if w.endswith("y")}
        )
        return frozenset(w for w in found if " " not in w)
    found = set(_IRREGULAR)
    for w in single:
        if w.startswith("ال") or w.endswith(("ها", "هم")):
            continue
        stem, plural = (w[:-1] + "ت", w[:-1] + "ات") if w.endswith("ه") else (w, "")
        found |= {stem + "ي", stem + "ا", stem + "ين", stem + "ان"} | ({plural} if plural else set())
    return frozenset(found)


__all__ = ["firms_in_row"]
