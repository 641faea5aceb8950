"""How alike two printed names of persons are: token by token, order free, with given names that are equal by custom."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise, permutations

import regex
from msgspec import Struct

from isnad.languages import table
from isnad.link.spelling.sounds import sound_key
from isnad.link.spelling.tokens import compare_tokens
from isnad.text import fold_key

ALIKE = 0.72
"""Score from which two words count as spellings of one name."""
UNLIKE = 0.45
"""Score below which two words count as different names; between the two nothing is said."""

_WORDS = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*\.?")


class NameMatch(Struct, frozen=True):
    """How two names compare: a score (0–1), how many words agree and contradict, and the reasons.

    ``full`` is true when at least two words of each agree; ``clash`` when a given name or surname contradicts.
    """

    score: float
    agree: int
    clash: int
    full: bool
    reasons: tuple[str, ...]


@cache
def _equal() -> dict[str, frozenset[int]]:
    """Which sets of equal given names a folded name belongs to."""
    sets: dict[str, set[int]] = {}
    for n, names in enumerate(table("shared", "given_names")["equal"]):
        for name in names:
            sets.setdefault(fold_key(name), set()).add(n)
    return {k: frozenset(v) for k, v in sets.items()}


@cache
def _joined() -> dict[str, str]:
    return {fold_key(k): v for k, v in table("shared", "given_names")["joined"].items()}


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("shared", "given_names")["dropped"]["words"])


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return a name's comparable words: folded, articles off, ``Ben Ali`` as ``benali``, ``عبد اللطيف`` as one word."""
    printed = [w.strip(".") for w in _WORDS.findall(name.replace("-", " "))]
    words = [(fold_key(w), w.startswith("ال")) for w in printed if fold_key(w)]
    out: list[str] = []
    held = ""
    for i, (word, definite) in enumerate(words):
        last = i == len(words) - 1
        if not last and word in _joined():
            held += _joined()[word]
            continue
        if word in _dropped() and len(words) > 1 and not last:
            # "Abd al-Latif" is "Abdellatif": the article goes into the joined word, elsewhere it goes away.
            if held == "abd":
                held = "abdel"
            continue
        # Folded, «أليسون» would begin with the article too; only a bare alif does.
        if definite and len(word) >= 5 and not held:
            word = word[2:]
        out.append(held + word)
        held = ""
    return tuple(out)


@lru_cache(maxsize=65536)
def _pair(a: str, b: str, hasty: bool) -> tuple[float, str]:
    """Two words of names: equal by custom, an initial, or alike in spelling."""
    both = _equal().get(a, frozenset()) & _equal().get(b, frozenset())
    if both and a != b:
        return 0.95, f"“{a}” and “{b}” are forms of one given name"
    if len(a) == 1 or len(b) == 1:
        return (0.75, f"“{a}” may be the initial of “{b}”") if a[0] == b[0] else (0.0, "initials differ")
    rest_a, rest_b = _son_of(a), _son_of(b)
    if rest_a and rest_b:
        score, reason = _pair(rest_a, rest_b, hasty)
        return score, f"sons of one name: {reason}"
    found = compare_tokens(a, b, hasty)
    return found.score, found.reason


def _son_of(word: str) -> str:
    """What stands behind "ben", «بن» written together with it; empty when nothing does."""
    return next(
        (word[len(p) :] for p in _joined().values() if p in _SON and word.startswith(p) and len(word) > len(p) + 2), ""
    )


_SON = frozenset({"ben", "بن"})


def _assign(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, int, float, str]]:
    """The best one-to-one pairing of the shorter name's words with the longer's; at most five words a side."""
    short, long = short[:5], long[:5]
    grid = [[_pair(a, b, len(short) > 1) for b in long] for a in short]
    best: list[tuple[int, int, float, str]] = []
    total = -1.0
    for chosen in permutations(range(len(long)), len(short)):
        rows = [(i, j, *grid[i][j]) for i, j in enumerate(chosen)]
        # Words in the same order are a little likelier than the reverse.
        straight = sum(a < b for a, b in pairwise(chosen))
        value = sum(r[2] for r in rows) + 0.01 * straight
        if value > total:
            best, total = rows, value
    return best


_STRANGERS = NameMatch(0.0, 0, 1, False, ("no two words of the names share their leading consonants",))


@lru_cache(maxsize=65536)
def _heads(tokens: tuple[str, ...]) -> frozenset[str]:
    """What may tell strangers apart for little: leading consonants, letters, sets of equal names."""
    found: set[str] = set()
    for t in tokens:
        found |= {sound_key(t)[:1], t[0], *(f"={n}" for n in _equal().get(t, ()))}
        if (rest := _son_of(t)) or (t[:2] in ("al", "el", "ul") and (rest := t[2:])):
            found |= {sound_key(rest)[:1], *(f"={n}" for n in _equal().get(rest, ()))}
    return frozenset(found)


def _may_meet(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """A cheap test that turns most strangers away: some word of one must begin, by sound or letter, like one of the other."""
    x, y = _heads(a), _heads(b)
    return "" in x or "" in y or not x.isdisjoint(y)


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str) -> NameMatch:
    """Return how two printed names of persons compare; symmetric, any of the two scripts, any order of words."""
    ta, tb = name_tokens(a), name_tokens(b)
    if not ta or not tb:
        return NameMatch(0.0, 0, 0, False, ("no comparable words",))
    if "".join(ta) == "".join(tb):
        return NameMatch(1.0, len(ta), 0, len(ta) > 1, (f"“{a}” and “{b}” are the same words",))
    short, long = (ta, tb) if len(ta) <= len(tb) else (tb, ta)
    # Two single words are quickly compared as they are; turned away here, near and far strangers would score alike.
    if len(long) > 1 and not _may_meet(short, long):
        return _STRANGERS
    rows = _assign(short, long)
    agree = [r for r in rows if r[2] >= ALIKE]
    clash = [r for r in rows if r[2] < UNLIKE]
    score = sum(r[2] for r in rows) / len(rows)
    if len(short) >= 2 and clash:
        score *= 0.45
    if len(short) != len(long):
        # Words cut differently ("Benkirane" / "بن كيران") agree when written together.
        whole = compare_tokens("".join(short), "".join(long))
        if whole.score >= 0.9 and whole.score > score:
            return NameMatch(whole.score, len(long), 0, len(long) > 1, (whole.reason,))
        score *= 0.97 if len(short) > 1 else 0.8
    reasons = tuple(r[3] for r in (agree or rows))
    return NameMatch(round(score, 4), len(agree), len(clash), len(agree) >= 2, reasons)
