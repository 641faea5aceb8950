"""Learn ``models/rows.json``: by what a line of many headlines that nothing parts differs from a line of sentences.

Usage: ``python training/rows.py`` (needs nothing but this checkout). Headlines and paragraphs are those of ``bench/gold/dev``, which are invented for
isnad; rows are some of one corpus's headlines with a space between, as scrapers put them. Logistic regression with a penalty on the
weights' squares, by gradient descent; printed are the shares of rows and of paragraphs called rows in corpora held out, in fives.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Sequence
from pathlib import Path

from isnad.extract import read
from isnad.extract.tickers import LEAST, features
from isnad.model import Page

GOLD = Path("bench/gold/dev")
ROWS = 40
"""Rows made of one corpus's headlines in one language."""
ROUNDS, RATE, PENALTY = 400, 0.5, 1e-3
ODDS = 2.5
"""Natural logarithm of the odds from which a line is called a row: a paragraph lost costs more than a ticker read."""
Example = tuple[dict[str, float], bool]


def examples(corpus: Path, chance: random.Random) -> dict[str, list[Example]]:
    """Return script → lines of a corpus with whether they are rows; paragraphs also without their stop, and cut short."""
    found: dict[str, list[Example]] = {"arabic": [], "latin": []}
    headlines: dict[str, list[str]] = {}
    for path in sorted((corpus / "pages").iterdir()):
        try:
            article = read(Page(source=path.name, data=path.read_bytes()))
        except Exception:
            continue
        script = "arabic" if article.language == "ar" else "latin"
        if article.title:
            headlines.setdefault(article.language or "", []).append(" ".join(article.title.split()))
        for part in article.parts:
            line = " ".join(article.text[part.start : part.end].split())
            words = line.split()
            if part.kind not in ("lead", "body") or len(words) < LEAST:
                continue
            clipped = " ".join(words[: chance.randint(LEAST, len(words))]).rstrip(".,،;:")
            for told in (line, line.rstrip(".»” "), clipped):
                found[script].append((features(told), False))
    for language, titles in headlines.items():
        for _ in range(ROWS if len(titles) > 2 else 0):
            many = chance.sample(titles, min(len(titles), chance.randint(3, 9)))
            row = " ".join(many)
            if len(row.split()) >= LEAST:
                found["arabic" if language == "ar" else "latin"].append((features(row), True))
    return found


def learn(told: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each feature and the bias; rows and paragraphs weigh the same in all."""
    names = sorted(told[0][0])
    at = dict.fromkeys([*names, "bias"], 0.0)
    share = {y: 0.5 / max(1, sum(t == y for _, t in told)) for y in (True, False)}
    for _ in range(ROUNDS):
        slope = {name: PENALTY * at[name] for name in names} | {"bias": 0.0}
        for x, y in told:
            z = at["bias"] + sum(at[k] * v for k, v in x.items())
            gap = (1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - y) * share[y]
            slope["bias"] += gap
            for k, v in x.items():
                slope[k] += gap * v
        for name, g in slope.items():
            at[name] -= RATE * 4 * g
    return at


def called(at: dict[str, float], told: Sequence[Example], row: bool) -> tuple[int, int]:
    """Return how many of the rows, or of the paragraphs, are called rows, and how many there are."""
    asked = [x for x, y in told if y == row]
    return sum(at["bias"] + sum(at[k] * v for k, v in x.items()) > ODDS for x in asked), len(asked)


def main(out: Path) -> None:
    """Print what corpora held out say, then learn from all of them and write the weights."""
    chance = random.Random(7)
    corpora = [examples(d, chance) for d in sorted(GOLD.iterdir()) if d.is_dir()]
    learned: dict[str, dict[str, float]] = {"least": {"odds": ODDS}}
    for script in ("arabic", "latin"):
        hits = [0, 0, 0, 0]
        for fold in range(5):
            seen = [e for i, c in enumerate(corpora) if i % 5 != fold for e in c[script]]
            held = [e for i, c in enumerate(corpora) if i % 5 == fold for e in c[script]]
            at = learn(seen)
            hits = [a + b for a, b in zip(hits, (*called(at, held, True), *called(at, held, False)), strict=True)]
        print(f"{script}: rows found {hits[0]} of {hits[1]}, paragraphs taken for rows {hits[2]} of {hits[3]}")
        at = learn([e for c in corpora for e in c[script]])
        learned[script] = {k: round(v, 3) for k, v in sorted(at.items())}
    out.write_text(json.dumps(learned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/rows.json"))
    main(parser.parse_args().out)
