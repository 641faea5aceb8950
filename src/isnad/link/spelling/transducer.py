"""A learned joint-multigram model of Arabic and Latin spellings of one word.

An operation pairs a chunk of 0–2 Arabic letters with a chunk of 0–3 Latin letters ("ش" with "ch", "و" with "ou",
nothing with "a"); their probabilities are learned by expectation–maximisation from attested pairs (Bisani & Ney 2008;
``training/spelling.py``). The score of a pair is the log-likelihood ratio of "these are two spellings of one word"
against "these are two words", per letter: above zero speaks for one word.
"""

from __future__ import annotations

from functools import cache

import msgspec

from isnad.models import weights

MAX_ARABIC, MAX_LATIN = 2, 3
_FLOOR = -30.0


class Weights(msgspec.Struct, frozen=True):
    """``pairs[arabic chunk][latin chunk]`` and single letters of each script, all natural log probabilities.

    ``centre`` and ``spread`` bring the signs of ``evidence`` to one scale, ``odds`` weighs them, their squares and products.
    """

    pairs: dict[str, dict[str, float]]
    arabic: dict[str, float]
    latin: dict[str, float]
    centre: tuple[float, ...] = ()
    spread: tuple[float, ...] = ()
    odds: tuple[float, ...] = ()


@cache
def shipped() -> Weights:
    """Return the weights shipped with isnad."""
    return msgspec.json.decode(weights("spelling.json").read_bytes(), type=Weights)


def align(arabic: str, latin: str, model: Weights | None = None) -> tuple[float, list[tuple[str, str]]]:
    """Return the score and the operations of the best alignment, ``^`` and ``$`` at the ends: ``[("ش", "ch"), …]``."""
    known = model or shipped()
    a, b = f"^{arabic}$", f"^{latin}$"
    n, m = len(a), len(b)
    never = _FLOOR * (n + m)
    best = [[never] * (m + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    chunks = [[b[j : j + db] for db in range(min(MAX_LATIN, m - j) + 1)] for j in range(m + 1)]
    for i in range(n + 1):
        rows = [
            (da, row) for da in range(min(MAX_ARABIC, n - i) + 1) if (row := known.pairs.get(a[i : i + da])) is not None
        ]
        here_row = best[i]
        for j in range(m + 1):
            here = here_row[j]
            if here <= never:
                continue
            for da, row in rows:
                ahead, came = best[i + da], back[i + da]
                for db, chunk in enumerate(chunks[j]):
                    if da or db:
                        p = row.get(chunk)
                        if p is not None and here + p > ahead[j + db]:
                            ahead[j + db] = here + p
                            came[j + db] = (da, db)
    if best[n][m] <= never:
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
