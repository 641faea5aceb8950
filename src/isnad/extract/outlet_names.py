"""The name of an outlet in a running line: where it begins behind what leads to it, where it ends, and what no outlet is called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.datelines import all_dates
from isnad.extract.persons import called, desks, of_press, person
from isnad.extract.witnesses import nouns
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

BETWEEN = 5
"""Small words that may stand between what leads to a name and the name."""
MOST = 6
"""Words of the longest name."""
_OPEN, _CLOSE = '«"“‘([*_', '.,:;!?؟،؛»"”’)]*_…'
EDGES = _OPEN + _CLOSE + "-–—|"
_STOPS = ".;!?؟؛…"
_ELIDED = regex.compile(r"^[ld]['’](?=\p{Lu})")
_SMALL = frozenset(
    "de du des del della dei di da do dos la le les los las el of the and et y e & au aux al d l".split()
)
_ARTICLES = frozenset("the le la les el los las".split())


def beside(printed: Sequence[str], words: Sequence[str], a: int, b: int) -> str | None:
    """Return the name behind a phrase, else right before it: "do not reflect the views of X", "X does not endorse them"."""
    name, _ = outlet_name(printed, words, b)
    if name is not None or script_of(" ".join(printed)) == "Arabic":
        return name
    start = a
    while start > 0 and (_capital(printed[start - 1]) or (words[start - 1] in _SMALL and start < a)):
        if printed[start - 1][-1] in _STOPS:
            break
        start -= 1
    while start < a and not _capital(printed[start]):
        start += 1
    return _checked(" ".join(printed[start:a])) if start < a else None


def outlet_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    """Return the name of an outlet that begins at a word or soon behind it, and how much speaks for its being one: a mark before it, a word of the trade."""
    if at > len(words):
        return None, 0
    arabic = script_of(" ".join(printed)) == "Arabic"
    return _arabic_name(printed, words, at) if arabic else _latin_name(printed, words, at)


def close_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    """Return the name right behind a preposition, its article allowed; in Arabic, which has no capitals, a word of the trade is asked for."""
    if script_of(" ".join(printed)) == "Arabic":
        name, marked = _arabic_name(printed, words, at)
        return (name, marked) if marked else (None, 0)
    near = next((i for i in range(at, min(at + 2, len(words))) if _capital(printed[i])), None)
    return (None, 0) if near is None else _latin_name(printed, words, at)


def _latin_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    i = at
    while i < len(words) and i - at <= BETWEEN and not _capital(printed[i]):
        if printed[i][-1] in _STOPS or printed[i][-1] == ",":
            return None, 0
        i += 1
    if i >= len(words) or i - at > BETWEEN or (i and printed[i - 1][-1] in _STOPS + ",") or words[i] == "":
        return None, 0
    marked = (i > 0 and printed[i - 1][-1] == ":") or printed[i][0] in '«“"'
    end = i
    while end < len(words) and end - i < MOST:
        if end > i and (printed[end][0] in _OPEN or printed[end - 1][-1] in _CLOSE):
            break
        if not (_capital(printed[end]) or printed[end][0].isdigit() or printed[end] == "&"):
            rest = next((j for j in range(end, min(end + 3, len(words))) if words[j] not in _SMALL), len(words))
            if rest == end or rest >= len(words) or not _capital(printed[rest]):
                break
        end += 1
    if (
        words[i] in _ARTICLES
        and end + 1 == len(words)
        and printed[end - 1][-1] not in _CLOSE
        and printed[end][0].islower()
    ):
        end += 1  # "Le Haut-Bugey libre"
    said = _ELIDED.sub("", " ".join(printed[i:end]).lstrip(_OPEN))
    if i > 0 and words[i - 1] in ("du", "au") and len(said.split()) == 1:
        said = f"Le {said}"  # "la propriété du Méhariste"
    name = _checked(said)
    return name, marked + (name is not None and of_press(name))


def _capital(word: str) -> bool:
    bare = _ELIDED.sub("", word.lstrip(_OPEN))
    return bare[:1].isupper()


def _arabic_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    i, marked = at, at > 0 and printed[at - 1][-1] in ":："
    named = False
    while i < len(words) and i - at < BETWEEN and (_plain(words[i]) in _kinds() or words[i] in _links()):
        named = named or _plain(words[i]) in _kinds()
        if printed[i][-1] in _STOPS + "،,":
            return None, 0
        marked = marked or printed[i][-1] in ":："
        i += 1
    end = i
    while end < len(words) and end - i < MOST:
        if end > i and (printed[end - 1][-1] in _CLOSE or printed[end][0] in _OPEN):
            break
        w = words[end]
        if (
            w in _ends()
            or not w
            or (end > i and w.startswith("و") and not w.startswith(("وال", "وكال")) and len(w) > 3)
        ):
            break
        end += 1
    while end - i > 1 and words[end - 1] in nations():
        end -= 1
    name = " ".join(printed[i:end]).strip(_OPEN + _CLOSE + " ")
    if at > 0 and name.startswith("ل") and words[at - 1] == "ل":
        name = name.removeprefix("لـ")
    found = _checked(_unprefixed(name))
    return found, marked + (found is not None and (named or of_press(found)))


def _unprefixed(name: str) -> str:
    """A name without the preposition joined to its first word: «لصحيفة المدار» → «المدار», «لوكالة تاج» → «وكالة تاج»."""
    first, *rest = name.split() or [""]
    bare = fold_key(first).removeprefix("ل").removeprefix("ب")
    if bare != fold_key(first) and (bare in _kinds() or of_press(bare)):
        return " ".join(rest if bare in _kinds() and rest else [first[1:], *rest])
    return name


def unprefixed(name: str) -> str:
    """Return an Arabic outlet's name without the preposition that a line of rights joins to it: «لصحيفة المدار العربي», «للمسار»."""
    if name.startswith("لل"):
        return "ال" + name[2:]
    return _unprefixed(name) if name.startswith(("ل", "ب")) else name


def unjoined(name: str) -> str:
    """Return a site's name without the call to its reader before it: «انضم إلى جروب عاجل الصعيد», "Join the Estuary Gazette"."""
    words = tuple(fold_key(name).split())
    known = _joins().get(words[0], ()) if words else ()
    opened = next((p for p in known if words[: len(p)] == p and len(p) < len(words)), ())
    return " ".join(name.split()[len(opened) :])


@cache
def _joins() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in {tuple(fold_key(p).split()) for k in LANGUAGES for p in table(k, "attributions")["joins"]}:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in found.items()}


def _checked(name: str) -> str | None:
    """A name that an outlet may have: no person, desk, day, place, language, agency's letters or phrase of the site."""
    name = name.strip(_OPEN + _CLOSE + " -–—|")
    words = fold_key(name).split()
    if not words or len(name) < 3 or len(words) > MOST or words[0] in _days() or " ".join(words) in no_outlets():
        return None
    if desks().issuperset(words) or words[0] in nouns() or words[0] in _BENEFITS:
        return None
    return None if called(name) and person(name) and not of_press(name) else name


_BENEFITS = frozenset(map(fold_key, "للفائدة للإفادة للأمانة للمشاركة للنقاش للاطلاع".split()))
"""For what readers of forums pass a text on: «منقول للفائدة»."""


@cache
def _days() -> frozenset[str]:
    """Weekdays and months, folded."""
    tables = [table(k, "calendar") for k in LANGUAGES]
    return frozenset(fold_key(w) for t in tables for w in (*t["weekdays"], *t["months"]))


@cache
def no_outlets() -> frozenset[str]:
    """Return languages, regions and capitals, folded: "translated from Arabic", "came from Damascus"."""
    rows = (*table("shared", "places")["places"], *table("shared", "capitals")["capitals"])
    tongues = (w for k in LANGUAGES for w in table(k, "chrome")["tongues"])
    return frozenset(fold_key(w) for w in (*tongues, *(n for row in rows for n in row["names"])))


@cache
def nations() -> frozenset[str]:
    """Return what an Arabic paper is called by behind its name: its country («الفرنسية»)."""
    stems = (s for rows in table("ar", "demonyms")["stems"].values() for s in rows)
    return frozenset(fold_key(f"{s}ة") for s in stems)


def _plain(word: str) -> str:
    return word[1:] if word[:1] in "لب" and word[1:] in _kinds() else word


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "attributions")["kinds"])


@cache
def _ends() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "attributions")["ends"])


@cache
def _links() -> frozenset[str]:
    return frozenset(fold_key(w) for w in "من عن إلى على في عبر ل لدى".split())


def bare_outlet(name: str) -> str:
    """Return an outlet's name without the day printed beside it and without half of its marks: "X · 23.09.2023", "Revue « X"."""
    pieces = _BESIDE.split(name)
    while len(pieces) > 2 and (all_dates(pieces[-1]) or not any(c.isalpha() for c in pieces[-1])):
        del pieces[-2:]
    name = "".join(pieces).strip()
    for opening, closing in ("«»", "“”", "()"):
        if opening in name and closing not in name:
            name = name.partition(opening)[2 if opening != "(" else 0].strip() or name
    return name


_BESIDE = regex.compile(r"(\s+[·•|/–—-]\s+)")
