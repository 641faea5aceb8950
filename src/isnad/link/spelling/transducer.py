"""A learned joint-multigram model of Arabic and Latin spellings of one word.

An operation pairs a chunk of 0–2 Arabic letters with a chunk of 0–3 Latin letters ("ش" with "ch", "و" with "ou",
nothing with "a"); their probabilities are learned by expectation–maximisation from attested pairs (Bisani & Ney 2008;
``training/spelling.py``). The score of a pair is the log-likelihood ratio of "these are two spellings of one word"
against "these are two words", per letter: above zero speaks for one word.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from isnad.models import weights

MAX_ARABIC, MAX_LATIN = 2, 3
_FLOOR = -30.0


class Weights(msgspec.Struct, frozen=True):
    """``pairs[arabic chunk][latin chunk]`` and single letters of each script, all natural log probabilities."""

    pairs: dict[str, dict[str, float]]
    arabic: dict[str, float]
    latin: dict[str, float]


@cache
def shipped() -> Weights:
    """Return the weights shipped with isnad."""
    return msgspec.json.decode(weights("spelling.json").read_bytes(), type=Weights)


class Evidence(msgspec.Struct, frozen=True):
    """What an alignment says: log-likelihood ratio per letter, and the worth of its worst operation.

    The worth of an operation is its pointwise mutual information: how much likelier the two chunks stand together
    in spellings of one name than by chance.
    """

    ratio: float
    worst: float
    letters: int

    def log_odds(self, same_bones: bool) -> float:
        """Log odds that the two words are spellings of one name; ``same_bones``: their coarse consonants are equal."""
        return (
            _RATIO * max(-3.0, min(3.0, self.ratio))
            + _WORST * max(-8.0, self.worst)
            + _LETTERS * min(self.letters, 9)
            + _BONES * same_bones
            + _BIAS
        )


_RATIO, _WORST, _LETTERS, _BONES, _BIAS = 0.704, 0.762, 0.349, 2.005, -1.846
"""Logistic weights, none of the wrong sign, fitted on attested pairs against near spellings and strangers."""
_NOTHING = Evidence(-3.0, -8.0, 0)


@lru_cache(maxsize=65536)
def weigh(arabic: str, latin: str) -> Evidence:
    """Return what the best alignment of two folded words says. O(len(arabic) · len(latin)) time."""
    ratio, steps = align(arabic, latin)
    if not steps:
        return _NOTHING
    return Evidence(ratio, min(_worth(a, b) for a, b in steps), len(arabic))


def _worth(a: str, b: str) -> float:
    """Pointwise mutual information of one operation."""
    known = shipped()
    return known.pairs[a][b] - sum(known.arabic.get(c, -8.0) for c in a) - sum(known.latin.get(c, -8.0) for c in b)


def align(arabic: str, latin: str, model: Weights | None = None) -> tuple[float, list[tuple[str, str]]]:
    """Return the score and the operations of the best alignment, ``^`` and ``$`` at the ends: ``[("ش", "ch"), …]``."""
    known = model or shipped()
    a, b = f"^{arabic}$", f"^{latin}$"
    n, m = len(a), len(b)
    best = [[_FLOOR * (n + m)] * (m + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(n + 1):
        rows = [(da, known.pairs.get(a[i : i + da])) for da in range(min(MAX_ARABIC, n - i) + 1)]
        for j in range(m + 1):
            here = best[i][j]
            if here <= _FLOOR * (n + m):
                continue
            for da, row in rows:
                if row is None:
                    continue
                for db in range(0 if da else 1, min(MAX_LATIN, m - j) + 1):
                    p = row.get(b[j : j + db])
                    if p is not None and here + p > best[i + da][j + db]:
                        best[i + da][j + db] = here + p
                        back[i + da][j + db] = (da, db)
    if best[n][m] <= _FLOOR * (n + m):
        return -9.0, []
    apart = sum(known.arabic.get(c, -8.0) for c in a) + sum(known.latin.get(c, -8.0) for c in b)
    return (best[n][m] - apart) / (n + m - 4 or 1), _path(a, b, back)


def _path(a: str, b: str, back: list[list[tuple[int, int]]]) -> list[tuple[str, str]]:
    """Follow the best alignment from its end."""
    i, j = len(a), len(b)
    steps: list[tuple[str, str]] = []
    while i or j:
        da, db = back[i][j]
        steps.append((a[i - da : i], b[j - db : j]))
        i, j = i - da, j - db
    return steps[::-1]
