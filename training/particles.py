"""Learn ``models/particles.json``: whether the first letter of an Arabic word is a particle attached to it.

Usage: ``python training/particles.py ../shared/data``

Logistic regression (AdaGrad) on words that begin with و ف ب ل ك: every such word of NewsFANE (CC BY-SA 3.0), whose split and joined
editions say where the particles end, and those beside or in a name of the project's own annotation (CC BY-SA), where a name
begins after the letter or with it. Every fourth news article from the second is left out, and measured.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path

from isnad.annotate.names.particles import LETTERS, signs
from isnad.text import fold_key, tokens

Row = tuple[str, bool]
"""A folded word, and whether its first letter is a particle."""
OWN = 3
"""How often each word of the project's own annotation counts."""


def sentences(path: Path) -> list[list[str]]:
    """Return the words of each sentence of a CoNLL file."""
    out: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            out[-1].append(line.split("\t")[0])
        elif out[-1]:
            out.append([])
    return [s for s in out if s]


def _worth(key: str) -> bool:
    return len(key) >= 4 and key[0] in LETTERS and key.isalpha()


def newsfane(data: Path) -> list[Row]:
    """Return the words of NewsFANE's training half: cut where the split edition has a boundary."""
    rows = []
    split = sentences(data / "ner" / "ar.newsfane-split.train.conll")
    joined = sentences(data / "ner" / "ar.newsfane.train.conll")
    for apart, whole in zip(split, joined, strict=True):
        if "".join(apart) != "".join(whole):
            continue
        bounds, at = set(), 0
        for word in apart:
            bounds.add(at)
            at += len(word)
        at = 0
        for word in whole:
            if _worth(fold_key(word)):
                rows.append((fold_key(word), at + 1 in bounds))
            at += len(word)
    return rows


def annotated(path: Path, fourths: frozenset[int]) -> list[Row]:
    """Return the words of names of our own annotation: cut when the name begins at the second letter."""
    rows = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        doc = json.loads(line)
        for i, text in enumerate(doc["lines"] if n % 4 in fourths else ()):
            spans = [(x["start"], x["end"]) for x in doc["names"] if x["line"] == i]
            for t in tokens(text):
                key = fold_key(t.text)
                if t.kind != "word" or not _worth(key):
                    continue
                if any(a == t.start + 1 for a, _ in spans):
                    rows.append((key, True))
                elif any(a <= t.start < b for a, b in spans):
                    rows.append((key, False))
    return rows


def learn(rows: list[Row], rounds: int = 8, l2: float = 1e-5) -> dict[str, float]:
    """Return the weight of each sign."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    rng = random.Random(1)
    rows = list(rows)
    for _ in range(rounds):
        rng.shuffle(rows)
        for key, cut in rows:
            own = signs(key)
            z = max(-30.0, min(30.0, sum(weights.get(s, 0.0) for s in own)))
            miss = 1 / (1 + math.exp(-z)) - cut
            for s in own:
                step = miss + l2 * weights.get(s, 0.0)
                squares[s] = squares.get(s, 1e-8) + step * step
                weights[s] = weights.get(s, 0.0) - 0.15 * step / math.sqrt(squares[s])
    return {s: round(w, 2) for s, w in sorted(weights.items()) if abs(w) >= 0.02}


def main() -> None:
    """Learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/particles.json"))
    args = parser.parse_args()
    own = args.data / "annotated"
    all_, kept = frozenset(range(4)), frozenset({1, 3})
    rows = newsfane(args.data)
    for name in ("pud", "sib"):
        rows += OWN * annotated(own / f"{name}.ar.jsonl", all_)
    rows += OWN * annotated(own / "news.ar.jsonl", all_ - kept)
    weights = learn(rows)
    held = annotated(own / "news.ar.jsonl", kept)
    said = [(sum(weights.get(s, 0.0) for s in signs(key)) > 0, cut) for key, cut in held]
    right = sum(a and b for a, b in said)
    print(
        len(rows), "words,", len(weights), "weights; held out: of", sum(b for _, b in said), "particles", right, end=" "
    )
    print("cut,", sum(a and not b for a, b in said), "of", sum(not b for _, b in said), "letters of names cut wrongly")
    args.out.write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
