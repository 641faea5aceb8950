"""The long form before an acronym in brackets: "l'Union des clubs des trois mers (UCTM)"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from isnad.annotate.names.lexicon import listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.text import fold_key

_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\p{N}&.-]{1,7}")
LISTING = 4
"""Letters from which an acronym's long form may hold a comma: "Kenya Medical Practitioners, Pharmacists and Dentists Union (KMPDU)"."""
_WORDLIKE = regex.compile(r"\p{Lu}\p{Ll}{3,8}")
"""An acronym that is said as a word: "Sodas", "Sonatel"."""


def with_long_forms(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with the long forms of acronyms in brackets whole, and the acronyms themselves.

    The long form is the shortest run of words before the bracket that holds the acronym's letters in order, the first of them at its
    beginning (Schwartz & Hearst 2003), when it begins with a capital: "gross domestic product (GDP)" names no body. What the tagger
    found inside is part of it; a name of another sort that fills it tells its sort.
    """
    out = list(raw)
    for i in range(1, len(words) - 2):
        sounds = False
        if words[i].text != "(" or words[i + 2].text != ")":
            continue
        if _ACRONYM.fullmatch(words[i + 1].text):
            if language == "ar" and any(r[1] == i and r[2] == "ORG" for r in out):
                out = [*(r for r in out if r[:2] != (i + 1, i + 2)), (i + 1, i + 2, "ORG", 0.9)]
                continue  # «اتحاد الموانئ العربية (APF)»: letters of another script say nothing of where it begins
            letters, inner = fold_key(words[i + 1].text), listed(language, "inner")
            first = _begins(words, i, letters, inner)
            sounds = first is None
            if sounds:
                first = _syllables(words, i, letters, inner)
        elif _WORDLIKE.fullmatch(words[i + 1].text):
            first = _spelled(words, i, words[i + 1].key, language)
        else:
            continue
        if first is None or i - first < 2:
            continue
        inside = [r for r in out if r[0] < i and first < r[1]]
        if any(r[2] == "PER" and r[3] >= 0.9 for r in inside) or any(r[0] < first for r in inside):
            continue
        whole = next((r[2] for r in inside if r[0] <= first + 1 and r[1] == i and r[2] != "PER"), None)
        acronym = next((r[2] for r in out if r[:2] == (i + 1, i + 2)), None)
        head = words[first].key in listed(language, "heads")
        kind = "ORG" if head or sounds or acronym == "ORG" else whole or acronym or "ORG"
        if kind == "LOC":
            continue
        out = [r for r in out if r not in inside and r[:2] != (i + 1, i + 2)]
        out += [(first, i, kind, 0.9), (i + 1, i + 2, kind, 0.9)]
    return sorted(out)


def _spelled(words: Sequence[Word], end: int, letters: str, language: str) -> int | None:
    """Where a body's name begins whose words' first letters, in order, are letters of an acronym said as a word; ``None`` for none.

    "la Société des auteurs du Sénégal (Sodas)": the word that opens it has a capital and is one that opens names of bodies.
    """
    heads = listed(language, "heads", "body_heads")
    for j in range(end - 2, max(-1, end - 10), -1):
        if words[j].kind == "mark" and words[j].text not in "-’'":
            return None
        if not upper(words[j]) or words[j].key not in heads or words[j].key[0] != letters[0]:
            continue
        inner = listed(language, "inner")
        firsts = [w.key[0] for w in words[j:end] if w.kind == "word" and w.key.rstrip("'") not in inner]
        at = 0
        for c in firsts:
            at = letters.find(c, at) + 1
            if not at:
                return None
        return j if len(firsts) > 1 else None
    return None


def _syllables(words: Sequence[Word], end: int, letters: str, inner: frozenset[str]) -> int | None:
    """Where a name with capitals begins whose every word gives its first letter or two: "Astilleros Navales de Chucuyta (ANACH)"."""
    left = [letters]
    for j in range(end - 1, max(-1, end - 10), -1):
        w = words[j]
        if w.text == "-" or w.kind == "elided" or (w.key in inner and not upper(w)):
            continue
        if w.kind != "word" or not upper(w):
            return None
        left = [s[: len(s) - n] for s in left for n in (1, 2) if len(w.key) > n and s.endswith(w.key[:n])]
        if not left:
            return None
        if "" in left:
            return j
    return None


def _begins(words: Sequence[Word], end: int, letters: str, inner: frozenset[str]) -> int | None:
    """Where the long form begins whose words, from the last back, hold the letters in order; ``None`` when none does."""
    wanted = [c for c in letters if c.isalnum()]
    least = max(0, end - min(len(wanted) + 5, 2 * len(wanted)) - 2)
    at, j = len(wanted) - 1, end - 1
    while j >= least and at >= 0:
        w = words[j]
        if w.kind == "mark" and w.text not in "-’'" and not (w.text == "," and len(wanted) > LISTING):
            return None
        if w.text == ",":
            j -= 1
            continue
        small = w.kind == "elided" or w.key.rstrip("'") in inner
        if w.key[:1] == wanted[at] and (not small or upper(w) or at == 0):
            at -= 1
            if at < 0:
                return j if upper(w) else None
        elif not small and not any(c == w.key[:1] for c in wanted):
            # A word of weight that gives no letter: only a compound gives two ("Wasserbau" W, B), and such are rare here.
            return None
        j -= 1
    return None
