"""Arabic family names that look like something else, and names that only what is done to their bearer tells.

«عبد القادر *ونزربي*», «محمد الصالح *لعرابة*», «عبد الحفيظ *زرقين*»: a first letter that might be a particle, an ending that might be a
plural. Behind given names alone a word that nobody knows is the family name. «بسجن موحى أوعزيز»: who is jailed, buried or called so is a
person. Chinese, Vietnamese and Korean names are written in syllables, two or three («وانغ تشونغ روي»). The words are in
``names.toml`` under ``done_to`` and ``syllables``.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.ends import someones_own
from isnad.annotate.names.holders import nobodys
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, told_whom
from isnad.annotate.names.spoken import strange_ending, stranger, whole_name
from isnad.annotate.names.verbs import takes_object
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts

TOLD = 0.8
"""Confidence of a person told by what is done to her, or by syllables."""
_RARE = 4
"""Band of frequency from which a word may be a family name nobody knows."""


def with_families(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of an Arabic sentence with family names joined to given ones, and with persons that only a verb tells."""
    if language != "ar":
        return raw
    taken = {i: r for r in raw for i in range(r[0], r[1])}
    out = []
    for r in sorted(raw):
        a, b, kind, score = r
        if kind == "PER" and (end := _family(words, a, b, taken)) > b:
            r = (a, end, kind, score)
        out.append(r)
    out = _syllables(words, out)
    for i, w in enumerate(words[:-2]):
        if w.kind == "word" and w.key in listed("ar", "done_to"):
            span = whole_name(words, i + 1)
            inside = [r for r in out if span and r[0] < span[1] and span[0] < r[1]]
            if span is not None and all(
                span[0] <= r[0] and r[1] <= span[1] and r[2] in ("PER", "MISC") for r in inside
            ):
                out = [r for r in out if r not in inside] + [(*span, "PER", TOLD)]
    return sorted(out)


def _family(words: list[Word], a: int, b: int, taken: dict[int, Raw]) -> int:
    """Where a name of given names alone ends with the family name behind it; its own end when nothing there is one."""
    keys = [w.key for w in words[a:b]]
    if len(keys) == 1 and b + 1 < len(words) and words[b].key == "و" and keys[0] in given_names():
        joined = words[b].end == words[b + 1].start and b not in taken and "و" + words[b + 1].text in listed_names()
        return b + 2 if joined else b  # «طارق *وهبه*»
    opens = keys[0] == "عبد" or keys[0] in given_names()
    if len(keys) < 2 or b >= len(words) or b in taken or not opens or not all(map(_given, keys[1:])):
        return b
    w = words[b]
    if w.kind == "particle" and b + 1 < len(words) and b + 1 not in taken and w.key in ("و", "ل", "ب", "ف", "ك"):
        rest = words[b + 1]
        alone = b + 2 >= len(words) or words[b + 2].kind == "mark" or not nobodys(words[b + 2])
        known = rest.key in given_names() or rest.key in gazetteer().given or rest.key in gazetteer().people
        known |= someones_own(words, b, len(words))
        return b + 2 if w.end == rest.start and alone and not known and _unknown(rest) else b
    before = words[b - 1].key
    if w.key.endswith("ا") and before.startswith("ال") and before.endswith("ي"):
        return b  # «سامر الزعبي *إكليلا*»: an accusative behind a family name
    return b + 1 if _unknown(w) and not told_whom(words, b) else b


@cache
def listed_names() -> frozenset[str]:
    """Return the family names that begin with «و», as printed."""
    return frozenset(table("ar", "names")["families"])


def _given(key: str) -> bool:
    """True of a given name, with the article or without: «الصالح», «القادر»."""
    return key in given_names() or bare(key) in given_names() or key in gazetteer().given or key.startswith("ال")


def _unknown(w: Word) -> bool:
    """True of a word that no list has and pages seldom print, whatever it begins and ends with."""
    if not (stranger(w) or strange_ending(w)) or takes_object(w) or w.key in demonyms("ar"):
        return False
    if min(bands("ar").get(w.key, 9), bands("ar").get(bare(w.key), 9)) < _RARE or concepts(w.text)[0]:
        return False
    return bare(w.key) not in office_words("ar") and w.key not in gazetteer().places and len(w.key) > 3


def _syllables(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with those written in syllables whole, and with three in a row that nobody saw."""
    known = listed("ar", "syllables")
    out = list(raw)
    i = 0
    while i < len(words):
        b = i
        while b < len(words) and words[b].kind == "word" and words[b].key in known:
            b += 1
        if b - i < 2:
            i = max(b, i + 1)
            continue
        inside = [r for r in out if r[0] < b and i < r[1]]
        sure = [w for w in words[i:b] if bands("ar").get(w.key, 9) > 2 and w.key not in anywhere("never")]
        whole = all(i <= r[0] and r[1] <= b and r[2] != "LOC" for r in inside)
        person = any(r[2] == "PER" for r in inside)
        if whole and 2 <= b - i <= 4 and len(sure) > 1 and (person or b - i == 3):
            out = [r for r in out if r not in inside] + [(i, b, "PER", max([TOLD, *(r[3] for r in inside)]))]
        i = max(b, i + 1)
    return sorted(out)


__all__ = ["with_families"]
