"""Which language a text is in, and its stretches in other languages."""

from __future__ import annotations

import regex

from isnad.model import LanguageStretch
from isnad.text import script_of

_CONTROL = regex.compile(r"[\p{Cc}\p{Cf}\ufffe\uffff]")
_LIMIT = 60_000
UNSURE = "und"
LEAST_LETTERS = 12


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's main language, ``und`` when there is too little of it or none is sure."""
    sample = _CONTROL.sub(" ", text[:_LIMIT])
    if sum(c.isalpha() for c in sample[:400]) < LEAST_LETTERS:
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
    if code in ("un", "xxx") or not found[0][2]:
        return _by_script(sample)
    if not reliable and len(sample) > 200 and found[0][2] < 50:
        return UNSURE
    # CLD2 tells close relatives apart poorly on short texts; Arabic script without Persian letters is Arabic.
    if code in ("fa", "ur", "ps", "ku", "ug", "sd") and not regex.search(r"[پچژگکیٹڈڑ]", sample):
        return "ar"
    if code in ("gl", "ca", "ast", "an") and not reliable:
        return "es"
    return code.split("-")[0]


def _without_cld2(text: str) -> str:
    """The second identifier, for machines the first is not built for."""
    try:
        import py3langid
    except ImportError:
        return _by_script(text)
    return str(py3langid.classify(text)[0])


def _by_script(text: str) -> str:
    return "ar" if script_of(text) == "Arabic" else UNSURE


def stretches(text: str, blocks: list[tuple[int, int]], main: str) -> tuple[LanguageStretch, ...]:
    """Return the languages of ranges of a text, neighbours of one language joined; short ranges take the main one."""
    found: list[LanguageStretch] = []
    arabic_main = main in ("ar", "fa", "ur", "he")
    for start, end in blocks:
        words = text[start:end]
        other_script = (script_of(words) == "Arabic") != arabic_main
        language = language_of(words) if len(words) >= 120 or (other_script and len(words) > 20) else main
        if language == UNSURE:
            language = main
        if found and found[-1].language == language:
            found[-1] = LanguageStretch(found[-1].start, end, language)
        else:
            found.append(LanguageStretch(start, end, language))
    return tuple(found)
