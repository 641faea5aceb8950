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
_END = (" ", " ")
"""What no operation begins with."""
_WEAK_LATIN, _WEAK_ARABIC = "aeiouyhw^$", "اويهةءع^$"


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


class Step(msgspec.Struct, frozen=True, gc=False):
    """One operation: an Arabic and a Latin chunk, and what it is worth.

    ``worth`` is how much likelier the two stand together in spellings of one name than by chance, as a logarithm (pointwise
    mutual information). ``alone`` is "latin" or "arabic" when one side alone writes a consonant, else empty.
    """

    arabic: str
    latin: str
    worth: float
    alone: str


Rows = dict[str, dict[str, tuple[float, Step]]]
"""The operations of a model by Arabic and Latin chunk, each with its log probability."""

Way = tuple[int, int, tuple[float, Step]]
"""From where to where in the Latin word, at what log probability, by which operation."""


class LatinWord(dict[str, list[Way]]):
    """A Latin word, ready to be aligned with many Arabic ones: for an Arabic chunk, where in the word it may stand.

    Of the thousands of operations a word allows a few dozen; they are looked up once for each chunk that is asked for.
    """

    def __init__(self, word: str, model: Weights, rows: Rows) -> None:
        super().__init__()
        printed = f"^{word}$"
        self.rows = rows
        self.size = m = len(printed)
        self.apart = _apart(printed, model.latin)
        # In order of where they begin: of two alignments equally likely the first found is kept.
        self.places = [(j, k, printed[j:k]) for j in range(m + 1) for k in range(j, min(m, j + MAX_LATIN) + 1)]

    def __missing__(self, chunk: str) -> list[Way]:
        row = self.rows.get(chunk)
        found = [(j, k, row[c]) for j, k, c in self.places if c in row] if row else []
        self[chunk] = found
        return found


def _apart(printed: str, letters: dict[str, float]) -> float:
    """The log probability of the letters by themselves."""
    return sum(letters.get(c, -8.0) for c in printed)


def _rows(known: Weights) -> Rows:
    return {a: {b: (p, _step(a, b, known)) for b, p in row.items() if a or b} for a, row in known.pairs.items()}


def _step(a: str, b: str, known: Weights) -> Step:
    worth = known.pairs[a][b] - sum(known.arabic.get(c, -8.0) for c in a) - sum(known.latin.get(c, -8.0) for c in b)
    alone = "latin" if not a and b.strip(_WEAK_LATIN) else "arabic" if not b and a.strip(_WEAK_ARABIC) else ""
    return Step(a, b, worth, alone)


@cache
def shipped() -> Weights:
    """Return the weights shipped with isnad."""
    return msgspec.json.decode(weights("spelling.json").read_bytes(), type=Weights)


@cache
def _shipped_rows() -> Rows:
    return _rows(shipped())


@lru_cache(maxsize=1536)  # of 15 to 20 KB each
def _ready(latin: str) -> LatinWord:
    return LatinWord(latin, shipped(), _shipped_rows())


@lru_cache(maxsize=16384)
def _cut(arabic: str) -> tuple[tuple[tuple[str, str], ...], float]:
    """The chunks of one and two letters from each place of an Arabic word on, and the log probability of its letters alone."""
    a = f"^{arabic}$"
    return tuple((a[i : i + 1], a[i : i + 2]) for i in range(len(a))), _apart(a, shipped().arabic)


def align(arabic: str, latin: str, model: Weights | None = None) -> tuple[float, list[Step]]:
    """Return the score and the operations of the best alignment, ``^`` and ``$`` at the ends.

    Viterbi over the operations that the two words allow; O(len(arabic) · len(latin)) at worst, mostly far less.
    """
    chunks, apart = _cut(arabic)
    if model is None:
        word = _ready(latin)
    else:
        word, apart = LatinWord(latin, model, _rows(model)), _apart(f"^{arabic}$", model.arabic)
    n, m = len(chunks), word.size
    never = _FLOOR * (n + m)
    rows = [[never] * (m + 1) for _ in range(n + 2)]
    back: list[dict[int, tuple[int, int, Step]]] = [{} for _ in range(n + 2)]
    rows[0][0] = 0.0
    inserted = word[""]
    for i, (one, two) in enumerate((*chunks, _END)):
        here, came = rows[i], back[i]
        for j, k, (p, step) in inserted:
            p += here[j]
            if p > here[k]:
                here[k] = p
                came[k] = (i, j, step)
        for d, chunk in ((1, one), (2, two)):
            if ways := word[chunk]:
                ahead, came = rows[i + d], back[i + d]
                for j, k, (p, step) in ways:
                    p += here[j]
                    if p > ahead[k]:
                        ahead[k] = p
                        came[k] = (i, j, step)
    if rows[n][m] <= never:
        return -9.0, []
    return (rows[n][m] - (apart + word.apart)) / (n + m - 4 or 1), _path(n, m, back)


def _path(i: int, j: int, back: list[dict[int, tuple[int, int, Step]]]) -> list[Step]:
    """Follow the best alignment from its end."""
    steps: list[Step] = []
    while i or j:
        i, j, step = back[i][j]
        steps.append(step)
    return steps[::-1]
