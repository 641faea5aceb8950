"""What a tagger is told of each word: atoms of the word itself, and atoms of the words standing in certain places around it.

Every feature is one atom of one word in one place ("the word before begins with a capital"), so that what a word contributes
from a place can be summed once and kept; only a few marks (:func:`marks`) belong to a place in the sentence alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from isnad.annotate.names.classes import bands, clusters, likeness, sort_of
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names
from isnad.annotate.names.words import Word
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import names as calendar_names
from isnad.text import fold_key

FULL = ("", "-1", "1")
"""Places from which every atom of a word is told; from all others only its letters, its lists and its classes."""
REACH = 5
"""Words back within which an Arabic word that opens names is told to the words after it."""
PLACES = (*FULL, "-2", "2", "h", "t", "<", ">", "o", *(f"o{n}" for n in range(2, REACH + 1)))
"""All places, those first from which most is told."""
Placed = tuple[str, int]
"""A place and the index of the word standing in it."""


@lru_cache(maxsize=65536)
def shape(text: str) -> str:
    """Return the pattern of letters and digits, runs shortened: ``Gantz`` is ``Xx``, ``F-16`` has ``X``, ``-``, ``d``."""
    out: list[str] = []
    for c in text[:12]:
        s = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else "ا" if c.isalpha() else c
        if not out or out[-1] != s:
            out.append(s)
    return "".join(out)


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    """Folded words of the language's lists, by what they are."""
    names = table(language, "names")
    offices = {
        fold_key(w) for forms in table(language, "offices")["concepts"].values() for p in forms for w in p.split()
    }
    bodies = {
        fold_key(w) for forms in table(language, "organizations")["concepts"].values() for p in forms for w in p.split()
    }
    small = {fold_key(w) for w in table(language, "organizations")["small"]} | {"ال", "l", "d"}
    found = {
        "given": frozenset(fold_key(n) for n in names["given"]),
        "hon": frozenset(fold_key(n).rstrip(".") for n in names["honorifics"]),
        "head": frozenset(fold_key(n) for n in names["heads"]),
        "never": frozenset(fold_key(n) for n in names["never"]),
        "office": frozenset(offices - small),
        "body": frozenset(bodies - small),
        "day": frozenset(calendar_names(language, "weekdays")) | frozenset(calendar_names(language, "months")),
    }
    for concern in ("place_heads", "club_heads", "firms", "firm_words", "descent", "at", "states"):
        found[concern] = frozenset(fold_key(n) for n in names[concern])
    return found


_DIGIT = regex.compile(r"\d")


@lru_cache(maxsize=65536)
def atoms(text: str, key: str, language: str) -> tuple[str, ...]:
    """Return all that is told of a word by itself: letters, shape, lists it stands in, classes it belongs to."""
    bare = key[2:] if key.startswith("ال") and len(key) > 4 else key
    out = [f"w={key}", f"s={shape(text)}", f"p3={key[:3]}", f"e3={key[-3:]}", f"e2={key[-2:]}", f"p2={key[:2]}"]
    if len(key) > 4:
        out += [f"p4={key[:4]}", f"e4={key[-4:]}"]
    if bare != key:
        out += ["al", f"b={bare}", f"bp3={bare[:3]}"]
    out += _listed(key, bare, language)
    out += _classed(text, key, bare, language)
    if text.isupper() and len(text) > 1:
        out.append("caps")
    if _DIGIT.search(text):
        out.append("digit")
    return tuple(out)


def _listed(key: str, bare: str, language: str) -> list[str]:
    """The lists and the gazetteer's sorts a word stands in."""
    known, out = gazetteer(), []
    for name, words in (("people", known.people), ("given", given_names()), ("fgiven", known.given)):
        if key in words:
            out.append(name)
    if key in known.family:
        out.append("family")
    plain = known.plain[language]
    if key in plain or bare in plain:
        out.append("plain")
    if key in known.places:
        place = known.places[key]
        out.append("state" if not place.inhabitants else "city" if place.inhabitants < 300000 else "bigcity")
    elif key in known.first_words:
        out.append("placeword")
    if key in demonyms(language):
        out.append("demonym")
    stem = key.rstrip(".")
    return out + [name for name, words in _lists(language).items() if stem in words or bare in words]


def _classed(text: str, key: str, bare: str, language: str) -> list[str]:
    """The clusters, the band of frequency and the sort of names of a word.

    Capitalised words travel: a surname has its Spanish and its English cluster in a French text too.
    """
    out = []
    for other in ("en", "es"):
        cluster = clusters(other).get(text) if other == language or text[:1].isupper() else None
        if cluster is not None:
            out += [f"{other}{bits}={cluster & ((1 << bits) - 1)}" for bits in (4, 6, 8, 12)]
    band = bands(language).get(key, bands(language).get(bare))
    out.append(f"f={band}")
    if language == "ar":
        like = max(-4, min(4, round(3 * likeness(bare))))
        out += [f"n={like}", f"n={like}|{band}"]
    sort = sort_of(key)
    if sort is not None:
        out += [f"k={sort}", f"k={sort[:2]}"]
    return out


_LETTERS = ("p3", "e3", "e2", "p2", "p4", "e4", "bp")


@lru_cache(maxsize=4096)
def _told_afar(text: str, key: str, language: str) -> tuple[str, ...]:
    """The atoms of a word without parts of its spelling."""
    return tuple(a for a in atoms(text, key, language) if not a.startswith(_LETTERS))


def told(text: str, key: str, language: str, place: str) -> tuple[str, ...]:
    """Return the atoms of a word told from a place, each with the place's name before it."""
    own = (atoms if place in FULL else _told_afar)(text, key, language)
    return tuple([f"{place}:{a}" for a in own])


def placed(words: Sequence[Word], language: str) -> list[list[Placed]]:
    """Return, for every word of a sentence, the places around it and the words that stand in them."""
    last = len(words) - 1
    rows: list[list[Placed]] = []
    for i, further in enumerate(led(words, language)):
        row: list[Placed] = [("", i)]
        row += [(place, i + step) for place, step in STEPS if 0 <= i + step <= last]
        rows.append(row + further)
    return rows


STEPS = (("-2", -2), ("-1", -1), ("1", 1), ("2", 2))
"""Places at a fixed distance, words before and behind."""


def led(words: Sequence[Word], language: str) -> list[list[Placed]]:
    """Return, for every word, the further places: of the row of capitals it stands in, in Arabic of what opens names before it."""
    return _openers(words, language) if language == "ar" else _runs(words, language)


@cache
def _inner(language: str) -> frozenset[str]:
    """Small words that stand inside names."""
    return frozenset(fold_key(w).rstrip("'") for w in table(language, "names")["inner"])


@cache
def _opening(language: str) -> frozenset[str]:
    """Words that open names, or are offices or titles."""
    lists = _lists(language)
    openers = ("head", "hon", "place_heads", "club_heads", "firm_words", "office")
    return frozenset().union(*(lists[name] for name in openers))


def _runs(words: Sequence[Word], language: str) -> list[list[Placed]]:
    """Capitalised words in a row, small words of names between them: the row's ends, and the words around it."""
    inner = _inner(language)
    rows: list[list[Placed]] = [[] for _ in words]
    i, n = 0, len(words)
    while i < n:
        if not words[i].text[:1].isupper():
            i += 1
            continue
        end = j = i + 1
        while j < n and j - end < 3:
            if words[j].text[:1].isupper():
                end = j + 1
            elif words[j].key.rstrip("'") not in inner and words[j].text not in ("-", "&", "."):
                break
            j += 1
        for k in range(i, end):
            if end - i > 1:
                rows[k] += [("h", i)] if k != i else []
                rows[k] += [("t", end - 1)] if k != end - 1 else []
            if i and k != i:
                rows[k].append(("<", i - 1))
            if end < n and k != end - 1:
                rows[k].append((">", end))
        i = end
    return rows


def _openers(words: Sequence[Word], language: str) -> list[list[Placed]]:
    """Where there are no capitals: the last word before that opens names of bodies, places and clubs, or is an office or title."""
    opening = _opening(language)
    rows: list[list[Placed]] = [[] for _ in words]
    held = -REACH - 1
    for i, w in enumerate(words):
        if w.kind == "mark" and w.text not in "\"«»'،-":
            held = -REACH - 1
        if 1 < i - held <= REACH:
            rows[i].append((f"o{i - held}", held))
            rows[i].append(("o", held))
        bare = w.key[2:] if w.key.startswith("ال") and len(w.key) > 4 else w.key
        if w.kind == "word" and (w.key in opening or bare in opening):
            held = i
    return rows


def marks(words: Sequence[Word]) -> list[list[str]]:
    """Return what belongs to each place in the sentence: its edge, the gazetteer's matches, pairs of words, shapes in a row."""
    known = matched(words)
    shapes = [shape(w.text) for w in words]
    loud = shouted(words)
    last = len(words) - 1
    rows = []
    for i, w in enumerate(words):
        before = words[i - 1].key if i else "^"
        after = words[i + 1].key if i < last else "$"
        row = [f"ww={before}|{after}", f"wl={before}|{w.key}", f"wr={w.key}|{after}"]
        row.append(f"sss={shapes[i - 1] if i else '^'}|{shapes[i]}|{shapes[i + 1] if i < last else '$'}")
        row += [f"{step}{known[i + step]}" for step in (-1, 0, 1) if 0 <= i + step <= last and known[i + step]]
        if i == 0:
            row.append("first")
        if loud:
            row += ["loud", f"loud:{shapes[i]}"]
        rows.append(row)
    return rows


def shouted(words: Sequence[Word]) -> bool:
    """Return whether capitals say nothing: most long words of the sentence begin with one (headlines, text in capitals)."""
    long = [
        w.text[0].isupper()
        for w in words
        if w.kind == "word" and len(w.text) > 3 and w.text[0].lower() != w.text[0].upper()
    ]
    return len(long) >= 4 and sum(long) > 0.75 * len(long)


def features(words: Sequence[Word], language: str) -> list[list[str]]:
    """Return the features of every word of a sentence, as the trainer takes them."""
    language = language if language in LANGUAGES else "en"
    rows = []
    for row, own in zip(placed(words, language), marks(words), strict=True):
        for place, j in row:
            own += told(words[j].text, words[j].key, language, place)
        rows.append(own)
    return rows


def matched(words: Sequence[Word]) -> list[str]:
    """Return the longest matches in the gazetteer, as B/I marks."""
    known = gazetteer()
    out = [""] * len(words)
    i = 0
    while i < len(words):
        longest = known.first_words.get(words[i].key, 0)
        for n in range(min(longest, len(words) - i, 5), 0, -1):
            name = " ".join(w.key for w in words[i : i + n])
            if name in known.places:
                for k in range(n):
                    out[i + k] = ("gB" if k == 0 else "gI") + ("1" if n > 1 else "")
                i += n - 1
                break
        i += 1
    return out
