"""Roads that are called by a number: "*la ruta 3*", « la *route nationale 9* », "*Highway 5*", «*الطريق الوطنية رقم 1*», "la *carretera N-340*"."""

from __future__ import annotations

from isnad.annotate.names.lexicon import listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word

FOUND = 0.8
"""Confidence of such a road."""
MOST = 3
"""Words between a road and its number: «الطريق *الوطنية السريعة رقم* 1»."""


def with_numbered_roads(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with its roads that bear a number; the lists are ``numbered``, ``ranks`` and ``number`` in ``names.toml``."""
    heads = listed(language, "numbered")
    out = raw
    for i, w in enumerate(words[:-1]):
        if w.kind == "word" and w.key in heads:
            end = _end(words, i, language)
            if end and not any(r[0] < end and i < r[1] and not (i <= r[0] and r[1] <= end) for r in out):
                out = [*(r for r in out if not (i <= r[0] and r[1] <= end)), (i, end, "LOC", FOUND)]
    return out if out is raw else sorted(out)


def _end(words: list[Word], i: int, language: str) -> int:
    """Where the name of a road ends that begins with a word, 0 when no number follows."""
    k, ranked = i + 1, False
    small = listed(language, "ranks", "number")
    while k < len(words) and k <= i + MOST + 1 and (words[k].key in small or words[k].text in _MARKS):
        ranked = ranked or words[k].text not in _MARKS
        k += 1
    if k < len(words) and words[k].kind == "word" and words[k].text.isupper() and len(words[k].text) < 4:
        k += 1  # "la carretera *N*-340"
        ranked = True
        k += k < len(words) and words[k].text in ("-", "–")
    if k >= len(words) or words[k].kind != "number" or not words[k].text.isdigit() or len(words[k].text) > 4:
        return 0
    if not ranked and (len(words[k].text) > 3 or (language == "en" and not upper(words[i])) or language == "ar"):
        return 0
    after = words[k + 1] if k + 1 < len(words) else None
    split = (
        after is not None and after.text in (".", ",", ":") and after.start == words[k].end and _figure(words, k + 2)
    )
    # "blocked the road *3 times*", "en la vía *12 personas*": a number that counts
    counts = after is not None and after.key in listed(language, "measures")
    counts = counts or (
        not ranked and after is not None and after.text.islower() and after.key[-1:] == "s" and len(after.key) > 3
    )
    return 0 if split or counts else k + 1


def _figure(words: list[Word], k: int) -> bool:
    return k < len(words) and words[k].kind == "number" and words[k].start == words[k - 1].end


_MARKS = frozenset({"°", "º", "№", "."})
"""What stands between "n" and a number."""
