"""What announces who wrote a page: "By", "Propos recueillis par", «أجرى الحوار:», a correspondent with the place; and what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from isnad.extract.persons import place_heads
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key

_RUNS = re.compile(r"[^\W\d_]+")
WITH = ("avec", "con", "with")
"""What opens a line on a colleague on the spot: "Avec notre envoyée spéciale à Sélouane, Claire Montbrun"."""
BY = ("par", "por", "by")
"""The last word of cues that say who did what."""


def cued(line: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands behind each cue of a line, and whether the cue is sure, or asks for a known given name."""
    begun = [m for pattern in (_sent(), _from(), _taken()) for m in pattern.finditer(line)]
    for m in _sent_to().finditer(line):
        words = m["name"].split()
        if len(words) > 2 and words[-1].isupper() and words[-2][1:].islower():
            yield " ".join(words[-2:]), True  # "Par notre envoyée spéciale à Amman Nayla FERZLI"
        for n in range(1, min(PLACE, len(words) - 2) + 1):
            if fold_key(words[n - 1]) not in place_heads():
                yield " ".join(words[n:]), False  # "De notre correspondant à Aïn Beïda Karim Zerrouki"
    if (sent := _named_sent().search(line)) is not None:
        yield sent["name"], True
        return  # "Inés Lobo, enviada especial a Lima": the place behind the cue is nobody
    for m in (*begun, *_cue().finditer(line, overlapped=True)):
        groups = m.groupdict()
        sure = m.re is not _from() and (groups.get("marked") is None or groups.get("mark") is not None)
        yield m["name"].strip(), sure


@kept
def _cue() -> regex.Pattern[str]:
    """A cue and what follows it; one that the table writes with a colon asks for that mark on the page or a known given name."""
    cues = {w for k in LANGUAGES for w in table(k, "chrome")["byline"]}
    cues |= {f"{w[:-1]}'" for w in cues if w.endswith(" de")}  # "Reportage d'Ousmane Thiam"
    words = sorted((w for w in cues if not w.endswith(":")), key=lambda w: (-len(w), w))
    marked = sorted((w.rstrip(" :") for w in cues if w.endswith(":")), key=lambda w: (-len(w), w))
    sure, unsure = ("|".join(_any_accent(w) for w in some) for some in (words, marked))
    ours = r"(?:(?i:notre|nos|our|nuestr[oa]s?)\s+(?:\p{Ll}[\p{L}-]*\s+){1,3})?"
    return regex.compile(
        rf"(?:^|[|•·؛;،]|\s[-–—/ـ*~](?=\s)|\s[-–—/ـ]|\d(?:\s?(?:[ap]\.?m\.?|[صم](?=\s)|مساء[ً]?|صباحا[ً]?|h|hs?\.|هـ|\.(?=\s)))?|,|[:：](?=\s*بقلم))\s*(?:(?P<cue>(?i:{sure}))|(?P<marked>(?i:{unsure})))"
        rf"(?P<mark>\s*[:：/]|\s+[-–—](?=\s))?\s*(?<=[\s:：/'’]){ours}(?P<name>[^\s|•·:：/-][^|•·\n]{{1,110}})"
    )


@kept
def _sent() -> regex.Pattern[str]:
    """A correspondent, the place written from, then the name: "De notre envoyée spéciale à Sélouane, Claire Montbrun"."""
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["correspondents"]}, key=lambda w: (-len(w), w))
    bodies = "|".join(_any_accent(w) for w in words)
    by = rf"(?:(?i:{'|'.join((*BY, *WITH))})\s+)?"
    placed = r"(?:\s+[^,:،|]{2,45}?)?\s*[,:،–—-]\s+(?P<name>\S[^|•·\n]{1,80})"
    named = r"(?:\s+(?!(?:in|at|en|à|au|aux|de|desde|from|depuis)\s)\p{Ll}[\p{L}-]+){0,2}\s+(?P<name>\p{Lu}\p{Ll}[^|•·\n]{3,80})"
    return regex.compile(rf"(?:^\W*|(?<=[.،,—–|-]\s)){by}(?i:{bodies})(?:{placed}|{named})")


PLACE = 3
"""Words of the longest place between a correspondent and the name, where no mark parts them."""


@kept
def _sent_to() -> regex.Pattern[str]:
    """A correspondent and the place written from, the name right behind it."""
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["correspondents"]}, key=lambda w: (-len(w), w))
    bodies = "|".join(_any_accent(w) for w in words)
    return regex.compile(
        rf"^\W*(?:(?i:{'|'.join(BY)})\s+)?(?i:{bodies})(?:\s\p{{Ll}}{{4,}})?\s(?:à|au|aux|en|in|at|a|de|desde|from|depuis)\s(?P<name>\p{{Lu}}[^,:،|•·\n–—]{{4,70}})"
    )


@kept
def _named_sent() -> regex.Pattern[str]:
    """An author and, behind a comma, that he was sent and where: "Inés Lobo, enviada especial a Lima"."""
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["correspondents"]}, key=lambda w: (-len(w), w))
    bodies = "|".join(_any_accent(w) for w in words)
    name = r"(?P<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,3})"
    place = r"(?:\s(?:à|au|aux|en|in|at|a|al|to)\s\p{Lu}[\p{L}' ’-]{2,30})?"
    return regex.compile(
        rf"(?:^|[|•·—–]\s){name},\s(?i:(?:notre |nuestr[oa] |our )?(?:{bodies})){place}\s*(?:$|[|•·—–])"
    )


@kept
def _taken() -> regex.Pattern[str]:
    """A cue with the place inside it: "Propos recueillis à Sélouane par Claire Montbrun"."""
    words = {w for k in LANGUAGES for w in table(k, "chrome")["byline"]}
    heads = sorted({" ".join(w.split()[:-1]) for w in words if len(w.split()) > 1 and w.split()[-1] in BY})
    cues, by = "|".join(_any_accent(w) for w in heads), "|".join(BY)
    return regex.compile(
        rf"^\W*(?i:{cues})\s+(?:(?:à|au|aux|en|in|at|from|depuis|desde|de|du|del)\s+|de l['’])[^,:|]{{2,30}}?,?\s+(?:{by})\s*:?\s+(?P<name>\S[^|•·\n]{{1,80}})"
    )


@cache
def _from() -> regex.Pattern[str]:
    """A verb of reports with the place, then the name: "Informó desde Lima, Yolanda Ccori"."""
    words = sorted({w for k in LANGUAGES for w in table(k, "chrome")["reports_from"]}, key=lambda w: (-len(w), w))
    cues = "|".join(_any_accent(w) for w in words)
    return regex.compile(rf"^\W*(?i:{cues})\s+[^,:،|.]{{2,40}}?\s*[,:،–—]\s+(?P<name>\S[^|•·\n]{{1,80}})")


@cache
def cue_words() -> dict[str, frozenset[tuple[str, ...]]]:
    """Return all cues as words, by their first; those that may have a place before their last word without it, too."""
    cues = {
        w for k in LANGUAGES for role in ("byline", "correspondents", "reports_from") for w in table(k, "chrome")[role]
    }
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in (tuple(_RUNS.findall(fold_key(w))) for w in cues):
        found.setdefault(words[0], set()).add(words)
        if words[-1] == "de":
            found[words[0]].add((*words[:-1], "d"))
        if len(words) > 1 and words[-1] in BY:
            found[words[0]].add(words[:-1])
    return {first: frozenset(rows) for first, rows in found.items()}


def may_sign(folded: str) -> bool:
    """Return, as a cheap look before the patterns, whether the words of a cue stand in a row in a folded line."""
    words, known = _RUNS.findall(folded), cue_words()
    if known.keys().isdisjoint(words):
        return False
    return any(tuple(words[i : i + len(cue)]) == cue for i, w in enumerate(words) if w in known for cue in known[w])


_ACCENTED = {
    "a": "aáàâ",
    "e": "eéèêë",
    "i": "iíîï",
    "o": "oóôö",
    "u": "uúùûü",
    "c": "cç",
    "n": "nñ",
    "ا": "اأإآ",
    "ه": "هة",
    "ي": "يى",
}


def _any_accent(phrase: str) -> str:
    """A pattern of a folded phrase that its printed forms match too: names are taken from the line as it is printed."""
    letters = (
        "['’]" if c == "'" else f"[{_ACCENTED[c]}]" if c in _ACCENTED else r"\s+" if c == " " else regex.escape(c)
        for c in phrase
    )
    return "".join(letters)
