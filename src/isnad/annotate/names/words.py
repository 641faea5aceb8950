"""The words a tagger sees: tokens of a sentence, Arabic words cut from the particles attached to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex
from msgspec import Struct

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import gazetteer, given_names
from isnad.annotate.names.particles import particles
from isnad.languages import table
from isnad.text import fold_key, tokens

_ARABIC = regex.compile(r"[\u0621-\u064a]")


class Word(Struct, frozen=True, array_like=True):
    """One word with its place; ``text`` as printed, ``key`` folded, ``kind`` as in tokens or "particle"."""

    start: int
    end: int
    text: str
    key: str
    kind: str


@cache
def _beginnings() -> Counter[str]:
    """How many known words of Arabic names begin with the same three letters."""
    return Counter(w[:3] for w in gazetteer().people | gazetteer().given if _ARABIC.match(w))


def unattached(key: str) -> str:
    """Return the first word of a person's name without a particle before it, when only so it begins like a name.

    «لصامبا» begins like no name, «صامبا» like many; «ليلى» and «بوريس» are names by themselves.
    """
    if key[:1] not in "وفبلك" or len(key) < 5 or key in gazetteer().people or key in gazetteer().given:
        return key
    whole, rest = _beginnings()[key[:3]], _beginnings()[key[1:4]]
    return key[1:] if rest >= 2 and whole * 8 <= rest else key


def words_of(text: str, start: int, end: int, language: str, names: frozenset[str] = frozenset()) -> list[Word]:
    """Return the words of a stretch of text; an elided article ("l'") is a word of its own.

    ``names`` are folded Arabic words known to begin names on the page.
    """
    found: list[Word] = []
    told = list(tokens(text, start, end))
    for i, t in enumerate(told):
        key = t.key
        if (
            language == "ar"
            and t.kind == "word"
            and _ARABIC.match(key)
            and not (found and _governed(found[-1].key, key))
            and (
                n := particles(key)
                or _before(key, names)
                or _hamza(t.text, key)
                or int(t.text in _BEFORE_EL)
                or (key[0] in "لب" and i + 1 < len(told) and _to_somebody(key, told[i + 1].key))
            )
        ):
            cut = _cut(t.text, n)
            found.append(Word(t.start, t.start + cut, t.text[:cut], key[:n], "particle"))
            found.append(Word(t.start + cut, t.end, t.text[cut:], key[n:], "word"))
            continue
        found.append(Word(t.start, t.end, t.text, key, t.kind))
    plain = language == "ar" or not any(text.find(mark, start, end) >= 0 for mark in APOSTROPHES)
    return found if plain else _with_apostrophes(text, found)


@cache
def _governing() -> tuple[frozenset[str], frozenset[str]]:
    """Titles of persons, and words for a sort of place without the article: the name stands right behind either, with no particle."""
    names = table("ar", "names")
    held = frozenset(fold_key(w) for w in names["titles_or_names"])
    titles = frozenset(fold_key(w) for w in names["honorifics"]) - held
    return titles, frozenset(fold_key(w) for w in (*names["districts"], "منطقة"))


def _governed(before: str, key: str) -> bool:
    """True of a word behind a title or a word for a place whose first letter is its own: «السيد *فليس*», «منطقة *واسيلا*».

    What is left without it must be no word, no name and no place; «ف» opens no name's clause there whatever is left.
    """
    titles, places = _governing()
    title = before in titles
    if not title and before not in places:
        return False
    if title and key[0] == "ف" and len(key) > 3 and not key.startswith("فال"):
        return True
    rest, known = key[1:], gazetteer()
    if len(rest) < 4 or key[0] not in "وبكل" or rest.startswith(("ال", "ل")):
        return False
    named = rest in known.people or rest in known.places or rest in known.given
    return not named and not any(
        s in known.plain["ar"] or s in bands("ar") for s in (rest, rest[:-1], rest[:-2]) if len(s) > 3
    )


_BEFORE_EL = frozenset(p + el for p in "لبوفك" for el in ("إل", "إيل"))
"""An Arabic particle before a Spanish article: «قالت *لإل* ريوبلاتنسي»."""


def cut_by(words: Sequence[Word], names: frozenset[str]) -> bool:
    """Return whether knowing the first words of names may cut a particle off one of some words that were read without."""
    return any(w.kind == "word" and _before(w.key, names) for w in words)


def _with_apostrophes(text: str, words: list[Word]) -> list[Word]:
    """The words with names that hold an apostrophe whole: "N'Diaye", "Guivarc'h", "Sana'a"; their keys are without it.

    One capital letter that no language elides before a word with a capital, or a word with a capital before small letters that are no
    English ending.
    """
    out: list[Word] = []
    for w in words:
        last = out[-1] if out else w
        if w.kind == "word" and last.end == w.start and last.kind == "elided" and _opens_one_word(last.text, w.text):
            out[-1] = _one(text, last.start, w.end)
        elif (
            w.kind == "word"
            and last.end == w.start
            and last.kind == "elided"
            and last.text[:1] in ("M", "N")
            and len(last.text) == 2
            and w.text.islower()
            and len(w.text) > 3
            and len(out) > 1
            and out[-2].kind == "word"
            and out[-2].text[:1].isupper()
        ):
            out[-1] = _one(
                text, last.start, w.end
            )  # "Chaher Abdou *M’dahoma*": amid a sentence the elided word is printed small
        elif (
            w.kind == "word"
            and len(out) > 1
            and last.text in APOSTROPHES
            and last.start == out[-2].end
            and last.end == w.start
            and out[-2].kind == "word"
            and _goes_on(out[-2].text, w.text)
        ):
            out[-2:] = [_one(text, out[-2].start, w.end)]
        else:
            out.append(w)
    return out


APOSTROPHES = frozenset("'’ʼ‘`")
_NAMES_ONLY = frozenset("NMOKT")
"""Capitals that open names before an apostrophe and no elided word before a capital: "M'Bow", "O'Brien"; "L'Équipe" and "D'Abidjan" do."""
_AFTER_N = frozenset("BDGKRZ")
"""What "N" goes before in names, printed large or not: "N'DJAMENA"; "N'AVAIT" is elided."""
_ENGLISH = frozenset({"s", "t", "d", "ll", "re", "ve", "m"})


def _opens_one_word(head: str, tail: str) -> bool:
    if not tail[:1].isupper():
        small = tail.islower() and tail not in _ENGLISH
        return len(head) == 3 and head[:1].isupper() and head[1:2].islower() and head[:2] != "Qu" and small
    shouted = tail.isupper() and len(tail) > 1
    return head[0] in _NAMES_ONLY and len(head) == 2 and (not shouted or (head[0] == "N" and tail[0] in _AFTER_N))


def _goes_on(head: str, tail: str) -> bool:
    small = tail.islower() and tail not in _ENGLISH and len(tail) < 4
    return head[:1].isupper() and small and not head.endswith(("qu", "ourd"))


def _one(text: str, start: int, end: int) -> Word:
    printed = text[start:end]
    return Word(start, end, printed, fold_key("".join(c for c in printed if c not in APOSTROPHES)), "word")


def _before(key: str, names: frozenset[str]) -> int:
    """One letter when a particle stands before a word that begins a name of the page."""
    led = key[:1] in "وفبلك" and len(key) >= 4 and key[1:] in names and key not in names
    return int(led and bands("ar").get(key, 9) > 0)  # «كبير» begins no «بئر»


def _to_somebody(key: str, after: str) -> int:
    """One letter before a given name that a family name follows, and that is no word of the language: «*ل*عمر بوزيان», not «لعمر طويل»."""
    rest, known = key[1:], gazetteer()
    if len(rest) < 3 or rest not in given_names() or key in known.people or key in known.plain["ar"]:
        return 0
    family = after in known.family or after in known.people
    return int(family and after not in known.plain["ar"] and bands("ar").get(after, 9) > _DAILY)


_DAILY = 2
"""Band of frequency up to which pages print a word every day."""


def _hamza(printed: str, key: str) -> int:
    """One letter where the hamza printed behind it opens the name of a place: «بأكرا» is no «باكرا»."""
    return int(printed[:1] in "بل" and printed[1:2] in "أإ" and key[1:] in gazetteer().places and len(key) > 4)


def _cut(printed: str, letters: int) -> int:
    """Where the first letters end in the printed word, vowel signs included."""
    seen = 0
    for i, c in enumerate(printed):
        if fold_key(c):
            if seen == letters:
                return i
            seen += 1
    return len(printed)
