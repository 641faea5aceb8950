"""The words that bear witness in a line to whose text it is, by what they say: of the text, of its coming, of who answers for it.

``languages/*/attributions.toml`` compiled: a line is looked at word by word, and closely only when it holds a telling word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

TELLING = ("comes", "copies", "complete", "disclaims", "third", "acts")
"""What says something without the rest; a line that has none of it is no such line."""
ROLES = (
    *("here", "text", "comes", "copies", "complete", "visits", "untouched", "disclaims", "third", "things"),
    *("acts", "selves", "leads"),
)


def bared(words: Sequence[str]) -> set[str]:
    """The words, and those of Arabic without the conjunction joined to them."""
    return {*words, *(w[1:] for w in words if w[:1] in "وف" and len(w) > 3)}


@cache
def _index() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The phrases as words, each with its role, by their first word, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for role in ROLES:
        for phrase in {tuple(fold_key(p).split()) for k in LANGUAGES for p in table(k, "attributions")[role]}:
            found.setdefault(phrase[0], []).append((role, phrase))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[1]), r))) for first, rows in found.items()}


@cache
def keys() -> frozenset[str]:
    """The longest word of each phrase that tells something by itself: a line without any of them is not looked at."""
    told = (p for rows in _index().values() for role, p in rows if role in TELLING)
    return frozenset(max(p, key=len) for p in told)


@cache
def nouns() -> frozenset[str]:
    """Single words for texts and for those who publish: no outlet's name begins with one."""
    return frozenset(
        p[0] for rows in _index().values() for role, p in rows if len(p) == 1 and role in ("text", "third")
    )


def stand(words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Where phrases stand in a line, by their roles: first word, and the word behind the last; those of a role are disjoint.

    What a line calls its text may stand inside another phrase: «ورد إلينا هذا الخبر من …».
    """
    index = _index()
    rows = [(i, _rows(index, w)) for i, w in enumerate(words)]
    rows = [(i, told) for i, told in rows if told]
    found: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    gaps: dict[int, int] = {}
    for i, told in rows:
        _take(words, i, [r for r in told if r[0] == "here"], {}, found)
    gaps = dict(found["here"])
    for i, told in rows:
        _take(words, i, [r for r in told if r[0] != "here"], gaps, found)
    return found


def _take(
    words: Sequence[str],
    i: int,
    told: Sequence[tuple[str, tuple[str, ...]]],
    gaps: dict[int, int],
    found: dict[str, list[tuple[int, int]]],
) -> None:
    """Note the longest phrase of each role that stands at a word, behind the last one of its role."""
    for role, phrase in told:
        behind = found[role][-1][1] if found[role] else 0
        if i >= behind and (end := _fits(words, i, phrase, gaps)):
            found[role].append((i, end))


def _rows(
    index: dict[str, tuple[tuple[str, tuple[str, ...]], ...]], word: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 2 else ""
    return index.get(word, ()) + (index.get(bare, ()) if bare else ())


def _fits(words: Sequence[str], i: int, phrase: tuple[str, ...], gaps: dict[int, int]) -> int:
    """The word behind a phrase that stands at a word, 0 when it does not; «ل» at its end may be joined to the name."""
    at = i + 1
    for n, want in enumerate(phrase[1:], 2):
        at = at if at < len(words) and words[at].startswith(want) else gaps.get(at, at)
        if at >= len(words):
            return 0
        if want == "ل" and n == len(phrase) and words[at].startswith("ل"):
            return at + 1 if words[at] == "ل" else at
        if words[at] != want:
            return 0
        at += 1
    return at
