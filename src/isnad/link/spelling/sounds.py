"""What a word of a name sounds like, coarsely enough that every transcription of it comes out the same."""

from __future__ import annotations

from functools import lru_cache

import regex

from isnad.text import fold_key, script_of

# Latin spellings of one sound in the transcriptions of French, English and Spanish, longest first.
_LATIN = regex.compile(
    r"tch|sch|tsch|ssch|sh|ch|kh|gh|dh|th|ph|dj|dz|ck|cq|qu|ou|oo|ee|ii|ij|ay|ai|ei|ey|aa|uu|eau|au|w|y|j|q|x|c|z|v|ñ|."
)
_SOUND = {
    "tch": "c", "sch": "S", "tsch": "c", "ssch": "S", "sh": "S", "ch": "S", "kh": "h", "gh": "g", "dh": "d", "th": "t",
    "ph": "f", "dj": "j", "dz": "z", "ck": "k", "cq": "k", "qu": "k", "ou": "u", "oo": "u", "ee": "i", "ii": "i",
    "ij": "i", "ay": "ai", "ei": "ai", "ey": "ai", "aa": "a", "uu": "u", "eau": "o", "au": "o", "w": "u", "y": "i",
    "q": "k", "x": "ks", "v": "v", "z": "z",
}  # fmt: skip
_TWICE = regex.compile(r"(.)\1+")
_MUTE = regex.compile(r"(?<=.{3})e$|(?<=[aiu])h$")
# Arabic letters that stand for one foreign sound, or that transcriptions confuse, as one class.
_ARABIC = str.maketrans({
    "ڤ": "ف", "پ": "ب", "گ": "ك", "ق": "ك", "غ": "ك", "ج": "ك", "چ": "ش", "ط": "ت", "ث": "س", "ص": "س", "ز": "س",
    "ذ": "د", "ض": "د", "ظ": "د", "ح": "ه", "خ": "ه", "ع": "ا", "ء": None,
})  # fmt: skip

# Letters that Arabic script borrows for foreign sounds, as pages without them write these.
_BORROWED = str.maketrans({"پ": "ب", "ڤ": "ف", "ڨ": "ق", "گ": "غ", "چ": "تش", "ژ": "ج", "ڭ": "ك"})
# Two letters for one foreign sound: z in «لوريندزو», ch in «تشافي», j in «دجيبو», Spanish z in «غونثالو».
_FOREIGN = regex.compile(r"دز|تس|تش|دج|ث|غ")
_ONE = {"دز": "ز", "تس": "ز", "تش": "ش", "دج": "ج", "ث": "ز", "غ": "ج"}

# Coarse classes both scripts share, for keys: what survives every transcription.
_COARSE = {
    **dict.fromkeys("bpvfبفپڤ", "B"),
    **dict.fromkeys("tdتطدضذظ", "T"),
    **dict.fromkeys("szScسصزشثچ", "S"),
    **dict.fromkeys("kgjقكغجگ", "K"),
    "m": "M", "م": "M", "n": "N", "ن": "N", "l": "L", "ل": "L", "r": "R", "ر": "R",
}  # fmt: skip


@lru_cache(maxsize=16384)
def latin_sound(word: str) -> str:
    """Return a folded Latin word in one transcription of its sounds: ``Loudiyi`` and ``Loudyi`` give ``ludi``."""
    # An x that opens a name is mostly one sound: Ximena, Xosé, Xi, but "Xavier" is «كزافييه» as well.
    text = "sh" + word[1:] if word[:1] == "x" and word[1:2] in ("e", "i", "o", "u") else word
    sounds = [(m.group(), m.end()) for m in _LATIN.finditer(text)]
    out = "".join(
        ("s" if text[end : end + 1] in ("e", "i", "y") else "k") if m == "c" else _SOUND.get(m, m) for m, end in sounds
    )
    out = _TWICE.sub(r"\1", out)
    return _MUTE.sub("", out) or out


@lru_cache(maxsize=16384)
def arabic_sound(word: str) -> str:
    """Return a folded Arabic word with letters that transcriptions confuse made one."""
    return _TWICE.sub(r"\1", word.translate(_ARABIC))


@lru_cache(maxsize=16384)
def plain_letters(word: str) -> str:
    """Return a folded Arabic word with borrowed letters as most pages write them: «پوپوف» is «بوبوف»."""
    return word.translate(_BORROWED)


@lru_cache(maxsize=16384)
def foreign_sound(word: str) -> str:
    """Return a folded Arabic word with two letters for one foreign sound made one: «لوريندزو» and «لورينزو» sound alike."""
    return arabic_sound(_FOREIGN.sub(lambda m: _ONE[m.group()], plain_letters(word)))


@lru_cache(maxsize=16384)
def consonants(word: str) -> str:
    """Return the coarse consonants of a word in either script, equal neighbours once."""
    folded = fold_key(word)
    if script_of(folded) == "Latin":
        folded = latin_sound(folded)
    classes = [_COARSE[c] for c in folded if c in _COARSE]
    return "".join(c for i, c in enumerate(classes) if i == 0 or classes[i - 1] != c)


@lru_cache(maxsize=16384)
def sound_key(word: str) -> str:
    """Return the coarse consonants of a word in either script: ``Gantz`` and ``غانتس`` meet under one key.

    Letters that one script writes and the other leaves out (h, weak letters) are dropped; at most four classes.
    """
    return bones(word)[:4]


@lru_cache(maxsize=16384)
def bones(word: str) -> str:
    """Return the coarse consonants of a word, those one class that go through each other between the scripts.

    s/sh/j/ch/k/g do: ج is j or g, ch is sh or kh. Two Arabic letters for a foreign ch are one («لوسيتش», Lussich), but those of «تشرين».
    """
    heard = word.replace("تش", "ش") if "تش" in word and not word.startswith("تشر") else word
    return consonants(heard).replace("S", "K")
