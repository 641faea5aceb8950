"""Which language a text is in, and its stretches in other languages: paragraphs, and quotations inside them.

A stretch is told by its most frequent words first; only what they leave open is asked of a statistical identifier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.model import LanguageStretch
from isnad.text import script_of

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_RUN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’ ,.\-]{30,}")
_ARABIC_RUN = re.compile("[\u0621-\u064a][\u0610-\u06ff\\s،.]{20,}")
_QUOTED = re.compile(r"«([^«»]{60,1500})»|“([^“”]{60,1500})”|\"([^\"]{60,1500})\"")
_LIMIT = 6_000
"""Characters of a text that its language is told from."""
UNSURE = "und"
LEAST_LETTERS = 12
_BRIEF = 400
"""Characters of a text so short that names outweigh its words: a dispatch of one sentence."""
_SURE = 500
"""The identifier's score from which it is believed of a short text."""
LEAST_PARAGRAPH = 120
"""Characters from which a paragraph in the main script is asked for its language; shorter ones take the main one."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's main language, ``und`` when there is too little of it or none is sure."""
    sample = _CONTROL.sub(" ", text[:_LIMIT])
    if len(_LETTER.findall(sample[:400])) < LEAST_LETTERS:
        return UNSURE
    try:
        import pycld2  # a compiled module, wanted only when pages are read

        reliable, _, found = pycld2.detect(sample, bestEffort=True)
    except ImportError:
        return _without_cld2(sample)
    except (ValueError, RuntimeError):
        return _by_script(sample)
    except Exception as fault:  # pycld2.error derives from Exception alone
        if type(fault).__module__ != "pycld2":
            raise
        return _by_script(sample)
    code = str(found[0][1])
    if found[0][3] < _SURE and len(sample) < _BRIEF and (told := _at_a_glance(sample, brief=True)):
        return told
    if code in ("un", "xxx") or not found[0][2]:
        return _by_script(sample)
    if not reliable and len(sample) > 200 and found[0][2] < 50:
        return UNSURE
    # CLD2 tells close relatives apart poorly on short texts; Arabic script without Persian letters is Arabic.
    if code in ("fa", "ur", "ps", "ku", "ug", "sd") and not re.search(r"[پچژگکیٹڈڑ]", sample):
        return "ar"
    if code in ("gl", "ca", "ast", "an") and not reliable:
        return "es"
    if len(sample) < SHORT and found[0][3] < SURE:
        code = _by_small_words(sample) or code
    return code.split("-")[0]


SHORT = 400
"""Characters below which a few names from elsewhere are enough to lead the identifier astray."""
SURE = 650
"""The score of the identifier from which it is believed of so short a text."""


def _by_small_words(text: str) -> str | None:
    """The language that most of a short text's small words are of, unless one of them is of a language that isnad does not know."""
    words = set(_WORD.findall(text.lower()))
    small = {code: table(code, "text") for code in LANGUAGES}
    if any(words & set(data["neighbours"]) for data in small.values()):
        return None
    hits = sorted(
        ((len(words & {*data["frequent"], *data["small"]}), code) for code, data in small.items()), reverse=True
    )
    return hits[0][1] if hits[0][0] >= 3 and hits[0][0] > hits[1][0] else None


_WORD = re.compile(r"[^\W\d_]+")


def _without_cld2(text: str) -> str:
    """The second identifier, for machines the first is not built for."""
    try:
        import py3langid
    except ImportError:
        return _by_script(text)
    return str(py3langid.classify(text)[0])


def _by_script(text: str) -> str:
    return "ar" if script_of(text) == "Arabic" else UNSURE


@cache
def _frequent() -> dict[str, tuple[str, ...]]:
    """The languages that each frequent word is of."""
    found: dict[str, tuple[str, ...]] = {}
    for code in LANGUAGES:
        for word in set(table(code, "text")["frequent"]):
            found[word] = (*found.get(word, ()), code)
    return found


def _at_a_glance(text: str, brief: bool = False) -> str | None:
    """The language whose frequent words the text has clearly more of than any other's; a ``brief`` one may have two of them."""
    known = set(text.lower().replace("’", "'").split())
    least = 2 if brief else 3
    if brief:  # « *l'*usine », « *d'*Alger »
        known |= {word.partition("'")[0] + "'" for word in known if "'" in word}
    hits = dict.fromkeys(LANGUAGES, 0)
    for codes in filter(None, map(_frequent().get, known)):
        for code in codes:
            hits[code] += 1
    (best, code), (second, _) = sorted(((n, code) for code, n in hits.items()), reverse=True)[:2]
    return code if best >= least and best >= least * second and best * 12 >= len(known) else None


def _told(text: str, main: str) -> str:
    """The language of a stretch; of pages in a language that isnad knows no words of, only what is in one that it knows."""
    found = _at_a_glance(text) or (language_of(text) if main in LANGUAGES else UNSURE)
    return main if found == UNSURE else found


def stretches(text: str, blocks: Sequence[tuple[int, int]], main: str) -> tuple[LanguageStretch, ...]:
    """Return the languages of ranges of a text, neighbours of one language joined; short ranges take the main one.

    A quotation, or a run in the other script, inside a paragraph is a stretch of its own when its language is another.
    """
    found: list[LanguageStretch] = []
    arabic = main in ("ar", "fa", "ur", "he")
    other = _LATIN_RUN if arabic else _ARABIC_RUN
    for start, end in blocks:
        words = text[start:end]
        foreign = other.search(words) if end - start > 20 else None
        language = _told(words, main) if end - start >= LEAST_PARAGRAPH or foreign else main
        inner = [(m.start(), m.end()) for m in _QUOTED.finditer(words)] if language == main and end - start > 90 else []
        if foreign and language == main:
            inner += [(m.start(), m.end()) for m in other.finditer(words)]
        at = start
        for a, b in sorted(inner):
            said = _told(words[a:b], main)
            if said != language and start + a >= at:
                _add(found, at, start + a, language)
                _add(found, start + a, start + b, said)
                at = start + b
        _add(found, at, end, language)
    return tuple(found)


def _add(found: list[LanguageStretch], start: int, end: int, language: str) -> None:
    if start >= end:
        return
    if found and found[-1].language == language:
        found[-1] = LanguageStretch(found[-1].start, end, language)
    else:
        found.append(LanguageStretch(start, end, language))
