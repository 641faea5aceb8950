"""Learn ``models/places.json``: where an event was that none of its tellings says (needs numpy).

Usage: ``python training/places.py ../shared/score``

A choice among the places of an event's pages and none (conditional logit), on the events of ``bench/gold/dev`` that have no place of
their own. The first argument is the folder of the scorer that matches gold events with ours. What the gold gives no place counts for
"none" with less weight, for its writer may only have left the place open. Each corpus is measured by weights learned from others.
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
from isnad.compose.events import placed, tellings_of
from isnad.compose.towns import Towns
from isnad.compose.whereabouts import ENOUGH, Signs, Whereabouts, happens_somewhere
from isnad.export import write_json
from isnad.link import link
from isnad.pipeline import agreed_moneys, build, in_their_states, known_elsewhere, without_templates
from isnad.store import open_store

GOLD = Path("bench/gold/dev")
OPEN = 0.4
"""How much an event counts to which the gold gives no place."""
SHRUNK = 1.5
"""The weight of the squares of the weights, which keeps those of rare signs small."""
RARE = 8
"""Times a sign must be seen to be weighed."""
STEPS, FOLDS = 300, 11


class Choice:
    """One event: the signs of no place and of every place, which are right, and whether the gold gives it one."""

    def __init__(self, none: Signs, signs: dict[str, Signs], right: set[str], told: bool) -> None:
        self.rows = [none, *(signs[p] for p in sorted(signs))]
        self.right = [0.0, *(float(p in right) for p in sorted(signs))]
        self.right[0] = float(not any(self.right))
        self.told = told


def choices(folder: Path, scorer: Any) -> list[Choice]:
    """Return the events of a corpus that have no place of their own, as the gold would have them."""
    store = open_store("memory:")
    exported = write_json(build([str(folder / "pages")], store, engine="here").dossier)
    kept = [k.reading for k in store.kept() if k.reading is not None]
    readings = agreed_moneys(in_their_states(known_elsewhere(without_templates(kept))))
    links = link(readings)
    claims, dossier = scorer
    gold = dossier.Gold(json.loads((folder / "gold.json").read_text(encoding="utf-8")), folder / "pages", _quiet)
    export = dossier.Export(json.loads(exported), gold, _quiet)
    same = dossier.Alignment(gold, export)
    ours = [s for s in export.events if export.concerns(s)]
    near = [
        (score, i, j)
        for i, g in enumerate(gold["events"])
        for j, s in enumerate(ours)
        if (score := claims.event_score(export, same, g, s)) is not None
    ]
    of = {ours[j]["id"]: gold["events"][i] for i, j in claims.greedy(near).items()}
    cast = cast_of(readings, links)
    told = {g.id: tellings_of(g, cast) for g in links.events}
    events = placed(readings, links, cast, told)
    where = Whereabouts(cast, Towns(cast))
    scenes = where.scenes(events, told)
    found = []
    for e in events:
        g = of.get(e.id)
        signs = where.signs(e, told[e.id], scenes) if g is not None and happens_somewhere(e) else {}
        if g is not None and signs:
            places = [g["place"], *(g.get("place_ok") or [])] if g.get("place") else []
            right = set().union(*(same.best[p] for p in places)) if places else set()
            found.append(Choice(where.none(e, told[e.id], len(signs)), signs, right, bool(places)))
    return found


def _quiet(text: str) -> None:
    del text


def learn(events: Sequence[Choice], signs: dict[str, int]) -> np.ndarray:
    """Return the weights of the signs, by Adam on the likelihood of the right places."""
    table = np.vstack([_table(c, signs) for c in events])
    right = np.concatenate([c.right for c in events])
    sizes = [len(c.rows) for c in events]
    of, starts = np.repeat(np.arange(len(events)), sizes), np.cumsum([0, *sizes[:-1]])
    counts = np.array([1.0 if c.told else OPEN for c in events])[of]
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


def measured(events: Sequence[Choice], signs: dict[str, int], weights: np.ndarray) -> Counter[str]:
    """Return how many events have a place in the gold, how many are lent one, and how many of those rightly."""
    found: Counter[str] = Counter()
    for c in events:
        worth = np.exp(_table(c, signs) @ weights)
        share = worth / worth.sum()
        best = 1 + int(share[1:].argmax())
        lent = share[best] >= ENOUGH
        found += Counter({f"told: {c.told}": 1, f"lent: {c.told}": int(lent)})
        found["right"] += int(lent and c.told and c.right[best] > 0)
    return found


def main() -> None:
    """Learn the weights, print how good they are on corpora they were not learned from, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/places.json"))
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
