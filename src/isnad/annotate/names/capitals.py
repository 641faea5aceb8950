"""Lines printed in capitals throughout, read as they would be printed in running text: capitals then tell names again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from isnad.annotate.names.classes import bands, sort_of
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed, office_words, world_names
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts

LOUD = 0.85
"""Share of the words of a line in capitals from which the line is."""
LEAST = 3
"""Words of the shortest such line: a lone "COVID" or "ONU" says nothing."""
LARGE = 300_000
"""Inhabitants from which a town's name is taken for the town, though it may be a word too."""
Printed = Mapping[str, str]
"""Folded word → how the rest of the page prints it."""


def is_loud(words: Sequence[Word]) -> bool:
    """Return whether a line is printed in capitals throughout."""
    long = [
        w.text.isupper() for w in words if w.kind == "word" and len(w.text) > 1 and w.text.lower() != w.text.upper()
    ]
    return len(long) >= LEAST and sum(long) >= LOUD * len(long)


def in_running_text(rows: Sequence[list[Word]], language: str) -> list[list[Word]]:
    """Return the lines of a page, those in capitals throughout as they would be printed in running text.

    A word is printed as the rest of the page prints it; otherwise small when it is a word of the language, an office or a nationality,
    and with a capital when it is not. The places of the words stay, so names found are cited as printed.
    """
    loud = [is_loud(words) for words in rows]
    if not any(loud):
        return list(rows)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, noise in zip(rows, loud, strict=True):
        for i, w in enumerate(words):
            if not noise and w.kind == "word" and (i or not w.text.istitle()):
                seen[w.key][w.text] += 1
    printed = {key: max(forms.items(), key=lambda f: (f[1], f[0]))[0] for key, forms in seen.items()}
    return [
        [_quiet(w, printed, language) for w in words] if noise else words
        for words, noise in zip(rows, loud, strict=True)
    ]


def _quiet(w: Word, printed: Printed, language: str) -> Word:
    if w.kind not in ("word", "elided") or not w.text.isupper():
        return w
    if w.key in printed:
        known = printed[w.key]
        return replace(
            w, text=known if len(known) == len(w.text) else w.text.lower() if known.islower() else w.text.capitalize()
        )
    if w.key in world_names() or (2 < len(w.text) <= 4 and not set(w.key) & set("aeiouy")):
        return w
    common = w.kind == "elided" or _common(w.key, language)
    return replace(w, text=w.text.lower() if common else w.text.capitalize())


def _common(key: str, language: str) -> bool:
    """True of a word of the language that no list has as a name, and of the words of offices, bodies and nationalities."""
    known = gazetteer()
    if key in listed(language, "never") or key in listed(language, "inner") or key in demonyms(language):
        return True
    place = known.places.get(key)
    if key in given_names() or (place is not None and (not place.inhabitants or place.inhabitants > LARGE)):
        return False
    if key in office_words(language) or concepts(key)[0]:
        return True
    plain = known.plain[language]
    if key in plain or key.removesuffix("s") in plain:
        return True
    # What people say is a word, unless it is mostly part of names.
    named = key in known.people or key in known.family or key in known.places or sort_of(key) is not None
    return key in bands(language) and not named
