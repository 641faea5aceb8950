"""Learn ``models/spelling.json``: which Latin letters stand for which Arabic ones in names.

Usage: ``python training/spelling.py ../shared/data/names/tokens.tsv [--out src/isnad/models/spelling.json]``

The data are attested one-word name pairs (CC0 and Apache-2.0). Every fifth pair, by digest of the Latin word, is kept
for measuring (``bench/pairs.py``) and not learned from. A logistic layer over what alignments show is then fitted on the same
pairs against every second near spelling of another name (``near-spellings.tsv``) and strangers (needs numpy).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from isnad.link.spelling.evidence import products, signs
from isnad.link.spelling.transducer import Weights
from isnad.text import fold_key

MAX_ARABIC, MAX_LATIN = 2, 3
Pair = tuple[str, str]


def kept_for_measuring(latin: str) -> bool:
    """True for the fifth of the pairs that is never learned from."""
    return int(hashlib.sha256(fold_key(latin).encode()).hexdigest()[:8], 16) % 5 == 0


def read(path: Path) -> list[Pair]:
    """Return the folded pairs to learn from."""
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [(fold_key(r["arabic"]), fold_key(r["latin"])) for r in rows if not kept_for_measuring(r["latin"])]
    return [
        (a, b) for a, b in pairs if a.isalpha() and b.isalpha() and b.isascii() and 2 <= len(a) <= 14 and len(b) <= 16
    ]


def cells(a: str, b: str, prob: dict[Pair, float]) -> tuple[list[list[float]], list[list[float]]]:
    """Forward and backward sums over all alignments."""
    n, m = len(a), len(b)
    fore = [[0.0] * (m + 1) for _ in range(n + 1)]
    rear = [[0.0] * (m + 1) for _ in range(n + 1)]
    fore[0][0] = rear[n][m] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            if fore[i][j]:
                for da in range(min(MAX_ARABIC, n - i) + 1):
                    for db in range(0 if da else 1, min(MAX_LATIN, m - j) + 1):
                        p = prob.get((a[i : i + da], b[j : j + db]), 0.0)
                        if p:
                            fore[i + da][j + db] += fore[i][j] * p
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            total = rear[i][j]
            for da in range(min(MAX_ARABIC, n - i) + 1):
                for db in range(0 if da else 1, min(MAX_LATIN, m - j) + 1):
                    p = prob.get((a[i : i + da], b[j : j + db]), 0.0)
                    if p:
                        total += p * rear[i + da][j + db]
            rear[i][j] = total
    return fore, rear


def start(pairs: list[Pair]) -> dict[Pair, float]:
    """First guess: chunks that stand at about the same share of the word, longer chunks dearer."""
    seen: Counter[Pair] = Counter()
    for a, b in pairs:
        ratio = len(b) / len(a)
        for i in range(len(a)):
            for da in range(min(MAX_ARABIC, len(a) - i) + 1):
                for j in range(max(0, int(i * ratio) - 1), min(len(b), int((i + 1) * ratio) + 2)):
                    for db in range(0 if da else 1, min(MAX_LATIN, len(b) - j) + 1):
                        seen[a[i : i + da], b[j : j + db]] += 10.0 ** -(max(0, da - 1) + abs(da - db) + (db > 1))  # type: ignore[assignment]
    total = sum(seen.values())
    return {k: v / total for k, v in seen.items() if v > 0.01}


def learn(pairs: list[Pair], rounds: int) -> dict[Pair, float]:
    """Return the probability of each operation after some rounds of expectation–maximisation."""
    prob = start(pairs)
    for turn in range(rounds):
        count: dict[Pair, float] = defaultdict(float)
        likelihood = 0.0
        for a, b in pairs:
            fore, rear = cells(a, b, prob)
            whole = rear[0][0]
            if whole <= 0:
                continue
            likelihood += math.log(whole)
            for i in range(len(a) + 1):
                for j in range(len(b) + 1):
                    if not fore[i][j]:
                        continue
                    for da in range(min(MAX_ARABIC, len(a) - i) + 1):
                        for db in range(0 if da else 1, min(MAX_LATIN, len(b) - j) + 1):
                            op = (a[i : i + da], b[j : j + db])
                            p = prob.get(op, 0.0)
                            if p:
                                count[op] += fore[i][j] * p * rear[i + da][j + db] / whole
        # A chunk pair seen less than once in expectation is noise of the data, not a habit of spelling.
        kept = {op: c for op, c in count.items() if c > (0.3 if turn < 2 else 1.0)}
        total = sum(kept.values())
        prob = {op: c / total for op, c in kept.items()}
        print(f"round {turn + 1}: {len(prob)} operations, log likelihood {likelihood:.0f}", flush=True)
    return prob


def letters(words: list[str]) -> dict[str, float]:
    """Log share of each letter, boundaries included."""
    seen = Counter(c for w in words for c in w)
    total = sum(seen.values())
    return {c: round(math.log(k / total), 4) for c, k in sorted(seen.items())}


def fitted(pairs: list[Pair], near: list[Pair], model: Weights) -> tuple[list[float], list[float], list[float]]:
    """Return centre, spread and weights of the logistic layer: right pairs against near spellings and strangers."""
    import numpy as np

    rng = random.Random(3)
    right = rng.sample(pairs, min(16000, len(pairs)))
    strangers = [(rng.choice(pairs)[0], rng.choice(pairs)[1]) for _ in range(1500)]
    labelled = [(p, 1.0) for p in right] + [(p, 0.0) for p in (*near, *strangers)]
    rows = [(found, y) for (a, b), y in labelled if (found := signs(a, b, model)) is not None]
    seen = np.array([x for x, _ in rows])
    centre, spread = seen.mean(0), seen.std(0) + 1e-6
    design = np.array([products(tuple(x)) for x in (seen - centre) / spread])
    wanted = np.array([y for _, y in rows])
    weights = np.zeros(design.shape[1])
    for _ in range(60):
        said = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (said - wanted) / len(wanted) + 1e-3 * weights
        curve = (design.T * (said * (1 - said))) @ design / len(wanted) + 1e-3 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return [[round(float(x), 4) for x in row] for row in (centre, spread, weights)]  # type: ignore[return-value]


def near_pairs(path: Path) -> list[Pair]:
    """Return every second near spelling, folded; the others are measured on."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1::2]
    return [(fold_key(r["arabic"]), "".join(c for c in fold_key(r["latin"]) if c.isalpha())) for r in rows]


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tokens", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/spelling.json"))
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--odds-only", action="store_true", help="keep the letters as they are, fit the logistic layer")
    args = parser.parse_args()
    if not args.odds_only:
        args.out.write_text(letters_learned(args.tokens, args.rounds), encoding="utf-8")
    model = msgspec.json.decode(args.out.read_bytes(), type=Weights)
    centre, spread, odds = fitted(read(args.tokens), near_pairs(args.tokens.parent / "near-spellings.tsv"), model)
    full = msgspec.structs.replace(model, centre=tuple(centre), spread=tuple(spread), odds=tuple(odds))
    args.out.write_bytes(msgspec.json.encode(full))
    print(args.out, args.out.stat().st_size, "bytes")


def letters_learned(tokens: Path, rounds: int) -> str:
    """Return the letter correspondences as JSON."""
    pairs = [(f"^{a}$", f"^{b}$") for a, b in dict.fromkeys(read(tokens))]
    print(len(pairs), "pairs")
    prob = learn(pairs, rounds)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), p in sorted(prob.items()):
        table[a][b] = round(math.log(p), 3)
    out = {"pairs": table, "arabic": letters([a for a, _ in pairs]), "latin": letters([b for _, b in pairs])}
    return json.dumps(out, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
