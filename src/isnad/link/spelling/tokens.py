"""How alike two single words of names are: Latin–Latin, Arabic–Arabic, Arabic–Latin."""

from __future__ import annotations

import math
from functools import lru_cache

import regex
from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from isnad.link.spelling.evidence import log_odds
from isnad.link.spelling.sounds import arabic_sound, bones, latin_sound, sound_key
from isnad.link.spelling.transducer import align
from isnad.text import fold_key, script_of

_ARABIC_WEAK = regex.compile(r"[اويهى]")
_LATIN_WEAK = regex.compile(r"[aeiouh]")


class TokenMatch(Struct, frozen=True):
    """How sure it is (0–1) that two words are spellings of one name, and why."""

    score: float
    reason: str


def _ratio(a: str, b: str) -> float:
    return float(Levenshtein.normalized_similarity(a, b)) if a and b else 0.0


_VOWELS = regex.compile(r"[aeiou]+")
_NEAR_VOWELS = frozenset(map(frozenset, ("ae", "ei", "ou", "ai", "au", "a", "e", "i", "o", "u")))


def _other_vowel(a: str, b: str) -> bool:
    """Two words of the same consonants that differ in a vowel no transcription confuses (Gómez, Gámez)."""
    if a.endswith("a") != b.endswith("a") and a[-1:] + b[-1:] not in ("ae", "ea", "ah", "ha"):
        return True
    va, vb = _VOWELS.findall(a), _VOWELS.findall(b)
    if len(va) != len(vb):
        return False
    return any(
        x != y and len(x) == len(y) == 1 and frozenset(x + y) not in _NEAR_VOWELS for x, y in zip(va, vb, strict=True)
    )


def _latin(a: str, b: str) -> TokenMatch:
    """Two Latin words: equal in sound, or nearly; a differing consonant weighs more than a vowel."""
    if "kh" in a and "j" in b and "kh" not in b:
        # Spanish writes خ with j: Mojtar, Mokhtar.
        b = b.replace("j", "kh")
    elif "kh" in b and "j" in a and "kh" not in a:
        a = a.replace("j", "kh")
    sa, sb = latin_sound(a), latin_sound(b)
    if sa == sb:
        return TokenMatch(0.97, f"“{a}” and “{b}” sound alike")
    bones_a, bones_b = _LATIN_WEAK.sub("", sa), _LATIN_WEAK.sub("", sb)
    whole, bones = _ratio(sa, sb), _ratio(bones_a, bones_b)
    if bones == 1.0 and len(bones_a) >= 2:
        value = 0.62 + 0.33 * whole - (0.3 if _other_vowel(sa, sb) else 0.0)
    else:
        value = 0.75 * (0.45 * whole + 0.55 * bones)
        if min(len(sa), len(sb)) >= 7 and whole >= 0.85:
            value = max(value, 0.8)
    return TokenMatch(
        round(value, 4), f"“{a}” and “{b}” share {bones:.0%} of their consonants, {whole:.0%} of all sounds"
    )


def _arabic(a: str, b: str) -> TokenMatch:
    """Two Arabic words: foreign names vary in weak letters and in letters of one class."""
    sa, sb = arabic_sound(a), arabic_sound(b)
    if sa == sb:
        return TokenMatch(0.95, f"«{a}» and «{b}» differ only in letters that transcriptions confuse")
    bones_a, bones_b = _ARABIC_WEAK.sub("", sa), _ARABIC_WEAK.sub("", sb)
    whole, bones = _ratio(sa, sb), _ratio(bones_a, bones_b)
    if {a, b} in ({a, a + "ه"}, {b, b + "ه"}):
        return TokenMatch(0.6, f"«{a}» and «{b}» are a man's and a woman's name")
    exact = _ratio(a, b)
    value = 0.55 + 0.35 * whole if bones == 1.0 and len(bones_a) >= 3 else 0.7 * (0.5 * exact + 0.5 * bones)
    return TokenMatch(round(value, 4), f"«{a}» and «{b}» share {bones:.0%} of their consonants")


_NOT_LETTERS = regex.compile(r"[^a-z]")
_ARABIC_ARTICLE = "ال"


@lru_cache(maxsize=65536)
def _across(arabic: str, latin: str, hasty: bool) -> TokenMatch:
    """An Arabic and a Latin word, by the learned letter correspondences, with and without the article."""
    latin = _NOT_LETTERS.sub("", latin)
    if not _may_meet(arabic, latin, hasty):
        near = 0.2 * _ratio(sound_key(arabic), sound_key(latin))
        return TokenMatch(round(near, 4), f"«{arabic}» and “{latin}” share too few consonants")
    forms = {arabic}
    if arabic.startswith(_ARABIC_ARTICLE) and len(arabic) >= 5:
        forms.add(arabic[2:])
    elif latin[:2] in ("al", "el", "ul") and len(latin) >= 5:
        # "Elmaleh" is المالح, whose article was taken off.
        forms.add(_ARABIC_ARTICLE + arabic)
    best = max(log_odds(form, latin) for form in forms)
    if best < 1.0:
        others = [log_odds(form, other) for form in forms for other in _transcriptions(latin)]
        best = max([best, *(odds - _OTHER for odds in others)])
    value = 1 / (1 + math.exp(_SLOPE * (_EVEN - best)))
    return TokenMatch(round(value, 4), f"«{arabic}» and “{latin}” are spelled alike, letter by letter")


# How French, Spanish and German transcriptions write what the attested pairs, mostly English, write otherwise.
_MANNERS = (("tch", "ch"), ("sch", "sh"), ("ou", "u"), ("dj", "j"), ("qu", "k"), ("gu", "g"), ("ch", "sh"), ("ou", "w"))
_OTHER = 0.5
"""Log odds lost by a reading in another manner of transcription."""
_EVEN, _SLOPE = 0.9, 0.9
"""Log odds that score one half, and how fast the score rises: one near spelling in a hundred reaches the joining score."""


def _transcriptions(latin: str) -> set[str]:
    """The word as other manners of transcription write it, one change at a time and all in turn."""
    found, word = set(), latin
    for a, b in _MANNERS:
        if a in latin:
            word = word.replace(a, b)
            found |= {latin.replace(a, b), word}
    return found - {latin}


def _may_meet(arabic: str, latin: str, hasty: bool) -> bool:
    """A cheap test that turns away strangers: the coarse consonants must be about the same.

    In haste, one in four or five may differ: that turns away nine strangers in ten, and of the attested pairs three in a thousand
    that the letters would have joined. At leisure, two of the first four may.
    """
    a = bones(arabic.removeprefix(_ARABIC_ARTICLE) if len(arabic) >= 5 else arabic)
    b = bones(latin)
    if not a or not b or a == b or (latin[:2] in ("al", "el", "ul") and len(latin) >= 5):
        return True
    if not hasty:
        return Levenshtein.distance(a[:4], b[:4], score_cutoff=2) <= 2
    longer = max(len(a), len(b))
    most = 1 if longer < 5 else 2 if longer == 5 else 3
    return abs(len(a) - len(b)) <= most and Levenshtein.distance(a, b, score_cutoff=most) <= most


def explain_across(arabic: str, latin: str) -> str:
    """Return the letter-by-letter correspondence of an Arabic and a Latin word: ``غ~g ا~a ن~n ت~t س~z``."""
    _, steps = align(fold_key(arabic), fold_key(latin))
    shown = [(a.strip("^$"), b.strip("^$")) for a, b in steps]
    return " ".join(f"{a or '∅'}~{b or '∅'}" for a, b in shown if a or b)


_script = lru_cache(maxsize=65536)(script_of)


def compare_tokens(a: str, b: str, hasty: bool = False) -> TokenMatch:
    """Return how sure it is that two words, in Arabic or Latin script, are spellings of one name.

    Words in other scripts match only when equal after folding. ``hasty`` is for words of longer names, most of which are strangers.
    """
    fa, fb = fold_key(a), fold_key(b)
    if fa == fb:
        return TokenMatch(1.0, f"both “{a}”" if a == b else f"“{a}” and “{b}” differ in marks only")
    sa, sb = _script(fa), _script(fb)
    if sa == sb == "Latin":
        return _latin(fa, fb)
    if sa == sb == "Arabic":
        return _arabic(fa, fb)
    if {sa, sb} == {"Arabic", "Latin"}:
        return _across(fa, fb, hasty) if sa == "Arabic" else _across(fb, fa, hasty)
    return TokenMatch(0.0, f"“{a}” and “{b}” are in scripts that are not compared")
