"""Learn ``models/voices.json``: who said words whose speaker the rules do not find (needs numpy).

Usage: ``python training/voices.py ../shared/score``

A choice among the persons and bodies of a page and nobody (conditional logit), on the quotations of ``bench/gold/dev`` whose speaker's
name does not stand beside them. Those that the rules lead to somebody teach it too, with less weight, as if the rules had not. The
first argument is the folder of the scorer that matches gold quotations with ours. Each corpus is measured by weights learned from others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from isnad.compose.cast import cast_of
from isnad.compose.quotations import quotation_id
from isnad.compose.voices import ENOUGH, Signs, Voices, by_name, nobody, sort_of
from isnad.export import write_json
from isnad.link import link
from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.pipeline import agreed_moneys, build, in_their_states, known_elsewhere, without_templates
from isnad.store import open_store

GOLD = Path("bench/gold/dev")
LED = 0.5
"""How much a quotation counts whose speaker the rules found."""
SHRUNK = 1.5
"""The weight of the squares of the weights, which keeps those of rare signs small."""
RARE = 6
"""Times a sign must be seen to be weighed."""
STEPS, FOLDS = 300, 11


class Choice:
    """One quotation: the signs of nobody and of everybody, which are right, and whether the rules are at a loss."""

    def __init__(self, none: Signs, signs: dict[str, Signs], right: set[str], lost: bool) -> None:
        self.rows = [none, *(signs[e] for e in sorted(signs))]
        self.right = [0.0, *(float(e in right) for e in sorted(signs))]
        self.right[0] = float(not any(self.right))
        self.lost = lost


def choices(folder: Path, scorer: Any) -> list[Choice]:
    """Return the quotations of a corpus whose speaker no name beside them tells, as the gold would have them."""
    store = open_store("memory:")
    exported = write_json(build([str(folder / "pages")], store, engine="here").dossier)
    kept = [k.reading for k in store.kept() if k.reading is not None]
    readings = agreed_moneys(in_their_states(with_speaking_bodies(known_elsewhere(without_templates(kept)))))
    links = link(readings)
    claims, dossier = scorer
    gold = dossier.Gold(json.loads((folder / "gold.json").read_text(encoding="utf-8")), folder / "pages", _quiet)
    export = dossier.Export(json.loads(exported), gold, _quiet)
    same = dossier.Alignment(gold, export)
    of = {}
    for i, j in claims.greedy(_near(gold, export, claims)).items():
        of[export.quotations[j]["id"]] = gold["quotations"][i]
    voices = Voices(cast_of(readings, links))
    found = []
    for r in readings:
        for q in r.quotations:
            g = next((of[n] for p in q.pieces if (n := quotation_id(r.article.id, p.start)) in of), None)
            chosen = voices.chosen(r.article.id, q)
            sort = sort_of(q, r)
            if g is None or (chosen is None and sort is None) or (chosen is not None and by_name(r, q)):
                continue
            asked = [s for s in (g.get("speaker"), *(g.get("speaker_ok") or [])) if s in same.gold]
            right = set().union(*(same.best[s] for s in asked)) if asked else set()
            if asked and not right:
                continue  # whom no page names for us teaches nothing
            sorts = [sort] if chosen is None else dict.fromkeys([sort, "silent"])
            for s in filter(None, sorts):
                signs = voices.signs(r, q, s)
                found.append(Choice(nobody(s, q, len(signs)), signs, right, chosen is None))
    return found


def _near(gold: Any, export: Any, claims: Any) -> list[tuple[float, int, int]]:
    """How much of their words gold quotations and ours share."""
    near = []
    for i, g in enumerate(gold["quotations"]):
        places = export.places(g["page"], g["words"])
        for j, q in enumerate(export.quotations):
            cite = export.cite(q.get("words"))
            if places and cite and export.page_of.get(cite[0]) == g["page"]:
                shared = max(claims.iou(a, cite[1:]) for a in places)
                if shared >= (0.5 if g.get("kind") == "indirect" else 0.8):
                    near.append((shared, i, j))
    return near


def _quiet(text: str) -> None:
    del text


def learn(quotations: Sequence[Choice], signs: dict[str, int]) -> np.ndarray:
    """Return the weights of the signs, by Adam on the likelihood of the right speakers."""
    table = np.vstack([_table(c, signs) for c in quotations])
    right = np.concatenate([c.right for c in quotations])
    sizes = [len(c.rows) for c in quotations]
    of, starts = np.repeat(np.arange(len(quotations)), sizes), np.cumsum([0, *sizes[:-1]])
    counts = np.array([1.0 if c.lost else LED for c in quotations])[of]
    weights, mean, square = (np.zeros(len(signs)) for _ in range(3))
    for step in range(1, STEPS + 1):
        worth = table @ weights
        grown = np.exp(worth - np.maximum.reduceat(worth, starts)[of])
        share = grown / np.add.reduceat(grown, starts)[of]
        good = share * right
        good /= np.maximum(np.add.reduceat(good, starts), 1e-12)[of]
        slope = table.T @ ((good - share) * counts) - SHRUNK * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _table(choice: Choice, signs: dict[str, int]) -> np.ndarray:
    rows = np.zeros((len(choice.rows), len(signs)))
    for i, row in enumerate(choice.rows):
        for sign, value in row.items():
            if sign in signs:
                rows[i, signs[sign]] = value
    return rows


def measured(quotations: Sequence[Choice], signs: dict[str, int], weights: np.ndarray) -> Counter[str]:
    """Return, of quotations lost and led, how many there are, how many are lent a speaker, and how many of those rightly."""
    found: Counter[str] = Counter()
    for c in quotations:
        worth = np.exp(_table(c, signs) @ weights)
        share = worth / worth.sum()
        best = int(share[1:].argmax()) + 1 if len(share) > 1 else 0
        lent = bool(best) and share[best] >= ENOUGH
        sort = "lost" if c.lost else "led"
        found[sort] += 1
        found[f"{sort}: lent"] += int(lent)
        found[f"{sort}: right"] += int(lent and c.right[best] > 0)
    return found


def main() -> None:
    """Learn the weights, print how good they are on corpora they were not learned from, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/voices.json"))
    args = parser.parse_args()
    sys.path.insert(0, str(args.scorer))
    scorer = __import__("facets_claims"), __import__("dossier")
    corpora = [choices(f.parent, scorer) for f in sorted(GOLD.glob("*/gold.json"))]
    seen = Counter(s for corpus in corpora for c in corpus for row in c.rows for s in row)
    signs = {s: i for i, s in enumerate(sorted(s for s in seen if seen[s] >= RARE))}
    found: Counter[str] = Counter()
    for fold in range(FOLDS):
        rest = [c for i, corpus in enumerate(corpora) if i % FOLDS != fold for c in corpus]
        found += measured([c for corpus in corpora[fold::FOLDS] for c in corpus], signs, learn(rest, signs))
    print(dict(found))
    weights = learn([c for corpus in corpora for c in corpus], signs)
    made = {s: round(float(weights[i]), 3) for s, i in signs.items()}
    args.out.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=0) + b"\n")


if __name__ == "__main__":
    main()
