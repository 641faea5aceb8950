"""What a tagger is told of each word: its letters and shape, what lists know of it, and the same of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names
from isnad.annotate.names.words import Word
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import names as calendar_names
from isnad.text import fold_key


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
    return {
        "given": frozenset(fold_key(n) for n in names["given"]),
        "hon": frozenset(fold_key(n).rstrip(".") for n in names["honorifics"]),
        "head": frozenset(fold_key(n) for n in names["heads"]),
        "never": frozenset(fold_key(n) for n in names["never"]),
        "office": frozenset(offices - small),
        "body": frozenset(bodies - small),
        "day": frozenset(calendar_names(language, "weekdays")) | frozenset(calendar_names(language, "months")),
    }


@lru_cache(maxsize=131072)
def _of_word(text: str, key: str, language: str) -> tuple[str, ...]:
    """The features a word has by itself."""
    known = gazetteer()
    lists = _lists(language)
    bare = key[2:] if key.startswith("ال") and len(key) > 4 else key
    out = [f"w={key}", f"s={shape(text)}", f"p3={key[:3]}", f"e3={key[-3:]}", f"e2={key[-2:]}", f"p2={key[:2]}"]
    if bare != key:
        out += ["al", f"b={bare}"]
    if key in known.people:
        out.append("people")
    if key in given_names():
        out.append("given")
    if key in known.given:
        out.append("fgiven")
    if key in known.family:
        out.append("family")
    plain = known.plain.get(language, frozenset())
    if key in plain or bare in plain:
        out.append("plain")
    if key in known.places:
        place = known.places[key]
        out.append("state" if not place.inhabitants else "city" if place.inhabitants < 300000 else "bigcity")
    elif key in known.first_words:
        out.append("placeword")
    if key in demonyms(language):
        out.append("demonym")
    out += [name for name, words in lists.items() if key.rstrip(".") in words or bare in words]
    if text.isupper() and len(text) > 1:
        out.append("caps")
    if regex.search(r"\d", text):
        out.append("digit")
    return tuple(out)


_NEAR = {"w=", "s="}


@lru_cache(maxsize=262144)
def _seen_from(text: str, key: str, language: str, step: int) -> tuple[str, ...]:
    """The features a word gives its neighbour ``-step`` words away; two words away only its letters, shape and lists."""
    own = _of_word(text, key, language)
    return tuple(f"{step}:{f}" for f in own if abs(step) == 1 or f[:2] in _NEAR or "=" not in f)


def features(words: Sequence[Word], language: str) -> list[list[str]]:
    """Return the features of every word of a sentence."""
    language = language if language in LANGUAGES else "en"
    own = [_of_word(w.text, w.key, language) for w in words]
    places = _places(words)
    rows = []
    last = len(words) - 1
    for i, w in enumerate(words):
        row = list(own[i])
        if places[i]:
            row.append(places[i])
        if i == 0:
            row.append("first")
        for step in (-2, -1, 1, 2):
            j = i + step
            if not 0 <= j <= last:
                row.append(f"{step}:edge")
                continue
            row += _seen_from(words[j].text, words[j].key, language, step)
            if places[j]:
                row.append(f"{step}:{places[j]}")
        if 0 < i < last:
            row.append(f"ww={words[i - 1].key}|{words[i + 1].key}")
        if i:
            row.append(f"wl={words[i - 1].key}|{w.key}")
        rows.append(row)
    return rows


def _places(words: Sequence[Word]) -> list[str]:
    """Longest matches in the gazetteer, as B/I marks."""
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
