"""Towns at the head of a dispatch, which no list needs to know: "*HARGEISA*, 15 Oct (SONNA) –", «*منديلو* (الرأس الأخضر) / 15 يونيو /».

What stands at the beginning of a line before an agency in brackets, or before a day, and is closed by a stroke or a colon, is the town the
news comes from; so is what stands between the hour of a flash and its stop ("18:52 | *HARGEISA*. House passes").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import concepts, place_kind
from isnad.model import Reading

TOLD = 0.95
"""Confidence of such a town: the page may use it again."""
LONGEST = 4
"""Words of the longest name of a town."""
RARE = 3
"""Band of frequency from which an Arabic word may be a town's name."""
_STAMP = re.compile(
    r"[\W_]*(?:\d{1,2}[ /.-]\w{1,9}\.?(?:[ /.-]\d{2,4})?[ ,]*[-–|]?\s*)?\d{1,2}(?::|h|\.)\d{2}\b[\s|/*•·,:–—-]*"
)
"""The hour of a flash, with its day or without."""
_STOP = re.compile(r"\s?[:.|–—]|\s-\s")
_AGENCY = re.compile(r"\s?\([^()\n\d]{2,40}\)\s*[.,]?\s*(?:[-–—:/|]|\.-)")
"""An agency or a state in brackets, and a stroke."""
_LAND = re.compile(r"\s?\([^()\n\d]{2,30}\)(?=\s?[,،/])")
"""The land of a town in brackets, before its day."""
_TO_DATE = re.compile(r"[\s,،/(.]*(?:(?:le|on|el|في|a|al)\s)?$")
"""What may stand between a town and its day."""
_BEHIND_DATE = re.compile(r"[\s)]*(?:\([^()\n]{2,40}\)|/\s*[^/\n]{2,40}(?=/))?\s*[.,]?\s*(?:[-–—/:|]|\.-)")
"""What closes a dateline behind its day: an agency or none, and a stroke."""
_MAY = re.compile(r"[^\n]{2,44}?(?:[,،(/\d])|[\W_]*\d")
"""What a line with a dateline looks like from afar."""


def with_datelines(reading: Reading, rows: Sequence[list[Word]], raws: Sequence[list[Raw]]) -> list[list[Raw]]:
    """Return the names of a page's sentences with the towns of its datelines, where the tagger has nothing, or something else, there."""
    text, language = reading.article.text, reading.article.language
    out = []
    for words, raw in zip(rows, raws, strict=True):
        begins = bool(words) and not text[text.rfind("\n", 0, words[0].start) + 1 : words[0].start].strip()
        found = _dateline(reading, words, language) if begins and _MAY.match(text, words[0].start) else None
        if found is not None and not any(r[:3] == (*found, "LOC") for r in raw):
            clear = all(r[1] <= found[0] or found[1] <= r[0] or (found[0] <= r[0] and r[1] <= found[1]) for r in raw)
            if clear:
                raw = sorted([*(r for r in raw if r[1] <= found[0] or found[1] <= r[0]), (*found, "LOC", TOLD)])
        out.append(raw)
    return out


def _dateline(reading: Reading, words: list[Word], language: str) -> tuple[int, int] | None:
    """The first and the last word of the town that a sentence at the head of a line opens with."""
    text = reading.article.text
    stamp = _STAMP.match(text, words[0].start, words[0].start + 32)
    first = next((i for i, w in enumerate(words) if w.start >= (stamp.end() if stamp else 0)), len(words))
    for b in range(first + 1, min(len(words), first + LONGEST) + 1):
        if words[b - 1].kind not in ("word", "elided") and words[b - 1].text not in ("-", "'", "’"):
            return None
        if not _town(words, first, b, language):
            continue
        end = words[b - 1].end
        if _STOP.match(text, end) if stamp is not None else ends_dateline(reading, end):
            return first, b
    return None


def ends_dateline(reading: Reading, end: int) -> bool:
    """Return whether an agency or a day stands behind an offset, closed by a stroke: what a line opens with before it is a town."""
    return bool(_AGENCY.match(reading.article.text, end)) or _dated(reading, end)


def _dated(reading: Reading, end: int) -> bool:
    """True where a day stands behind an offset, closed by a stroke, an agency before it or none."""
    text = reading.article.text
    land = _LAND.match(text, end)
    end = end if land is None else land.end()
    for t in reading.times:
        if t.kind == "date" and end < t.start <= end + 8 and t.interval is not None and t.interval.days < 32:
            return bool(_TO_DATE.fullmatch(text, end, t.start) and _BEHIND_DATE.match(text, t.end))
    return False


def _town(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of words that may be a town's name: no common words, nobody's name, no body."""
    whole = key_of(words, a, b)
    if whole in gazetteer().places:
        return True
    told = [w for w in words[a:b] if w.kind == "word"]
    if not told or words[a].key in given_names() or any(not w.text.isalpha() for w in told):
        return False
    if any(
        w.key in anywhere("never") or w.key in demonyms(language) or concepts(w.text)[0] for w in (told[0], told[-1])
    ):
        return False
    plain = gazetteer().plain[language]
    if language == "ar":
        opens = b - a > 1 and (
            told[0].key in listed("ar", "openers", "landforms", "only_towns") or place_kind(told[0].key) is not None
        )
        rest = told[1:] if opens else told
        return len(rest) < 3 and all(bands("ar").get(w.key, 9) >= RARE and w.key not in plain for w in rest)
    return (
        upper(told[0])
        and upper(told[-1])
        and not all(w.key in plain for w in told)
        and len(told[0].text) > 2 - (b - a > 1)
    )
