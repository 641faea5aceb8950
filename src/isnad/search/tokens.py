"""The token stream that is searched: each word as printed, folded, and as what it is once spelling and grammar are taken off.

The folded word is without case, accents, hamza, vowel signs and digit shapes (:mod:`isnad.text.fold`). The stem is that word cut by
Snowball (Porter 2001) as a word of the text's language, or by :mod:`isnad.search.arabic`; ``languages/*/stems.toml`` keeps words apart
that Snowball joins (*according* and *accord*) and joins what changes inside (*struck* and *strike*). Both carry their language, so
that *sale* in a French text is another token than in an English one.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex
import Stemmer
from msgspec import Struct

from isnad.languages import table
from isnad.models.stems import forms, lexicon
from isnad.search import arabic
from isnad.text import fold_key, script_of

_NAMES = {"en": "english", "es": "spanish", "fr": "french"}
LATIN = ("en", "es", "fr")
TAGS = (*LATIN, "und")
"""What a word in Latin letters may be tagged with: its text's language, ``und`` in texts of any other."""
_WORDS = regex.compile(r"\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{M}ـ\u200c\u200d]+")
APART, STRANGE = "¹", "²"
"""How the stems of words end that are kept apart from what Snowball makes of them, where no stem of its ends so."""
NO_SENSE = "·"
"""Stands in the stream of meanings for a word that has none there, so that what is near stays near."""
LONGEST = 64
"""Characters of a word that are looked at; a longer one is no word."""
_ARABIC_TATWEEL = "ـ\u200c\u200d"


class Word(Struct, frozen=True, array_like=True):
    """A word of a text: its place, the word as printed in small letters, its stem, the folded word, and what its meanings are listed under.

    Stem and folded word are tagged with their language; only Arabic words have a ``sense``: the stem by which
    :mod:`isnad.link.concepts` knows them, which cuts more than search does.
    """

    start: int
    end: int
    exact: str
    stem: str
    plain: str
    sense: str


def words(text: str, language: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text in one language, in order. O(length)."""
    found = []
    for m in _WORDS.finditer(text, start, len(text) if end is None else end):
        exact, stem, plain, sense = _tokens(m.group()[:LONGEST], language)
        if exact:
            found.append(Word(m.start(), m.end(), exact, stem, plain, sense))
    return found


def printed_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they stand there."""
    return tuple(m.group() for m in _WORDS.finditer(text) if m.group().strip(_ARABIC_TATWEEL))


def exact_of(printed: str) -> str:
    """Return a word as printed, capitals aside."""
    return unicodedata.normalize("NFC", printed[:LONGEST]).casefold().strip(_ARABIC_TATWEEL)


@lru_cache(maxsize=200_000)
def _tokens(printed: str, language: str) -> tuple[str, str, str, str]:
    exact = exact_of(printed)
    plain = folded(printed) or exact
    if script_of(plain) == "Arabic":
        return exact, tagged(arabic.stem(plain), "ar"), tagged(plain, "ar"), tagged(sense_of(plain), "ar") or NO_SENSE
    tag = language if language in LATIN else "und"
    return exact, tagged(stem_of(plain, tag), tag), tagged(plain, tag), NO_SENSE


def tagged(word: str, language: str) -> str:
    """Return a token of one language; a number is the same in all of them."""
    return word if not word or word[0].isdigit() else f"{word}·{language}"


@lru_cache(maxsize=200_000)
def folded(printed: str) -> str:
    """Return a word without case, accents and the other differences that do not matter; a number is its digits."""
    # مسئول and مسؤول, شئون and شؤون are one word in two schools of spelling.
    plain = fold_key(printed[:LONGEST].replace("ئو", "ؤو")).replace(" ", "")
    if plain and plain[0].isdigit():
        head, _, tail = plain.rpartition(",")
        plain = f"{head}{tail}" if len(tail) == 3 else plain.replace(",", ".")
    return plain


def stem_of(plain: str, language: str) -> str:
    """Return the stem of a folded word as a word of a language, untagged; a number and a word of no known language are themselves."""
    if not plain or plain[0].isdigit():
        return plain
    if script_of(plain) == "Arabic":
        return arabic.stem(plain)
    return _cut(plain, language) if language in LATIN else plain


@lru_cache(maxsize=100_000)
def sense_of(plain: str) -> str:
    """Return the stem under which the concepts know a folded Arabic word, or a broken plural's singular; "" when they do not."""
    known = lexicon("ar")
    singular = arabic.stem(plain)
    for head in (singular, plain) if singular in arabic.irregular() else (plain,):
        bare = arabic.bare_forms(head)
        begins = {w[:2] for w in (*bare, *(w[1:] for w in bare if w[0] == "س"))}
        # A person taken off the beginning of what may be no verb leaves anything: بنحدو is no حدو.
        for form in forms(head, "ar"):
            if form in known and form[:2] in begins:
                return form
    return ""


@cache
def _families(language: str) -> dict[str, str]:
    """Folded form → stem, of the words that Snowball would join with others or leave apart."""
    rows = table(language, "stems")
    found: dict[str, str] = {}
    for line in rows["together"]:
        forms_of = [fold_key(w) for w in line.split()]
        found |= dict.fromkeys(forms_of, _snowball(forms_of[0], language))
    for line, mark in (*((x, APART) for x in rows["apart"]), *((x, STRANGE) for x in rows["strange"])):
        forms_of = [fold_key(w) for w in line.split()]
        found |= dict.fromkeys(forms_of, f"{forms_of[0]}{mark}")
    return found


def listed(plain: str, language: str) -> bool:
    """True of a folded word that ``languages/*/stems.toml`` has."""
    return plain in _families(language) if language in LATIN else arabic.stem(plain) in arabic.irregular()


@cache
def _enclitics(language: str) -> regex.Pattern[str] | None:
    rows = table(language, "stems")
    if "enclitics" not in rows:
        return None
    # A vowel must stand before the ending of the verb: «perla» is no «per» + «la».
    hosts, pronouns = "|".join(rows["hosts"]), "|".join(sorted(rows["enclitics"], key=len, reverse=True))
    return regex.compile(rf"(\w*[aeiou]\w+?(?:{hosts}))(?:{pronouns})")


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_NAMES[language])


def _snowball(plain: str, language: str) -> str:
    found: str = _stemmer(language).stemWord(plain)
    return found or plain


@lru_cache(maxsize=200_000)
def _cut(plain: str, language: str) -> str:
    known = _families(language)
    if plain in known:
        return known[plain]
    pattern = _enclitics(language)
    if pattern is not None and (verb := pattern.fullmatch(plain)):
        return known.get(verb[1]) or _snowball(verb[1], language)
    return _snowball(plain, language)


def meant_stem(plain: str, language: str) -> str:
    """Return the stem under which the concepts may know a folded word of a language; "" for one whose meaning that stem has not."""
    if language == "ar":
        return sense_of(plain)
    return "" if _families(language).get(plain, "").endswith(STRANGE) else _snowball(plain, language)


def meant_tokens(stem: str, language: str) -> tuple[str, ...]:
    """Return the stems that search has for words which the concepts know under one stem."""
    if language == "ar":
        return (stem,)
    return (stem, *_kept_apart(language).get(stem, ()))


@cache
def _kept_apart(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form, own in _families(language).items():
        base = _snowball(form, language)
        if own != base and not own.endswith(STRANGE):
            found.setdefault(base, {})[own] = None
    return {base: tuple(own) for base, own in found.items()}
