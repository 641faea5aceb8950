"""Learn ``models/participants.json``: who else took part in an event, and which person that was taken did not (needs numpy).

Usage: ``python training/participants.py ../shared/score``

Two logistic layers on the events that the gold of ``bench/gold/dev`` and the read part of ``bench/gold/passages`` have too: one for
those whom no telling takes, one for the persons whom some telling takes. The first argument is the folder of the scorer that matches
gold events with ours. Each corpus, and each sixth of the passages, is measured by weights learned from others.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.passages import FOLDER, LANGUAGES, named, page

from isnad.compose.cast import Cast, cast_of
from isnad.compose.events import placed, tellings_of
from isnad.compose.participants import LIKELY, UNLIKELY, Participation, Signs, Weights, role_key
from isnad.export import write_json
from isnad.link import link
from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.model import Event, Links
from isnad.pipeline import agreed_moneys, build, in_their_states, known_elsewhere, without_templates
from isnad.store import open_store

GOLD = Path("bench/gold/dev")
SHRUNK = 4.0
"""The weight of the squares of the weights, which keeps those of rare signs small."""
RARE = 6
"""Times a sign must be seen to be weighed."""
UNTOLD = {"add": 0.8, "keep": 0.1}
"""How much somebody counts in an event for which the gold names nobody."""
TAKEN = 0.15
"""How much somebody counts whom a telling takes, where weights for whom none takes are learned."""
OF_TAKEN = ("as ", "took ")
"""How the signs begin that only somebody has whom a telling takes, ``TAKEN_ONLY`` and those with ", as " aside."""
TAKEN_ONLY = frozenset({"share", "first", "in every telling"})
LESS = 0.5
"""How much counts a body or a state that the gold does not name: it names those whom every good answer has."""
HABIT = (": person", "people", "others")
"""Signs by which the gold's habits of naming few people would be learned, left out where persons are judged who were taken."""
STEPS, FOLDS = 160, 6


class Row:
    """Somebody who took part, or may have: his signs and sort, whether a telling takes him, whether the gold does, and the fold."""

    def __init__(self, signs: Signs, sort: str, taken: str, right: bool, open_: bool, kind: str, fold: int) -> None:
        self.signs, self.sort, self.taken, self.right, self.open, self.kind, self.fold = (
            signs, sort, taken, right, open_, kind, fold,
        )  # fmt: skip


def corpus(folder: Path, scorer: Any, fold: int) -> Iterator[Row]:
    """Yield the rows of a development corpus."""
    exported, cast, links = _built(folder / "pages")
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
    for e, signs, sort in _weighed(cast, links):
        g = of.get(e.id)
        if g is not None:
            who = g.get("participants") or []
            mine = set().union(*(same.best[x] for x in who)) if who else set()
            yield from _rows(e, signs, sort, mine, not who, fold)


def passages(language: str) -> Iterator[Row]:
    """Yield the rows of the passages of a language that were read."""
    with tempfile.TemporaryDirectory() as folder:
        for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            if passage["read"]:
                path = Path(folder) / f"{passage['id']}.txt"
                path.write_text(page(passage, language), encoding="utf-8")
                yield from _passage(passage, path, zlib.crc32(passage["id"][-3:].encode()) % FOLDS)


def _passage(passage: dict[str, Any], path: Path, fold: int) -> Iterator[Row]:
    exported, cast, links = _built(path)
    dossier = json.loads(exported)
    text = dossier["articles"][0]["text"] if dossier["articles"] else ""
    forms = {e["id"]: e["aliases"] for e in dossier["entities"]}
    left = [e for e in dossier["events"] if e["kind"] != "statement"]
    ours = {e.id: (e, signs, sort) for e, signs, sort in _weighed(cast, links)}
    for want in passage["events"]:
        start = text.find(want["attested"])
        end = start + len(want["attested"])
        rated = [
            (any(min(c[2], end) > max(c[1], start) for c in e["cites"]), e["kind"] == want["kind"][0], -i)
            for i, e in enumerate(left)
            if e["kind"] in want["kind"]
        ]
        if not rated:
            continue
        got = left.pop(-max(rated)[2])
        if got["id"] in ours:
            e, signs, sort = ours[got["id"]]
            mine = {x for x in signs if any(named(forms.get(x, []), words) for words in want["participants"])}
            yield from _rows(e, signs, sort, mine, not want["participants"], fold)


def _built(pages: Path) -> tuple[bytes, Cast, Links]:
    store = open_store("memory:")
    exported = write_json(build([str(pages)], store, engine="here").dossier)
    kept = [k.reading for k in store.kept() if k.reading is not None]
    readings = agreed_moneys(in_their_states(with_speaking_bodies(known_elsewhere(without_templates(kept)))))
    links = link(readings)
    return exported, cast_of(readings, links), links


def _weighed(cast: Cast, links: Links) -> Iterator[tuple[Event, dict[str, Signs], dict[str, str]]]:
    told = {g.id: tellings_of(g, cast) for g in links.events}
    who = Participation(cast)
    for e in placed(list(cast.readings.values()), links, cast, told):
        signs = who.signs(e, told[e.id])
        yield e, signs, {x: who.sort(x) for x in signs}


def _rows(
    e: Event, signs: dict[str, Signs], sort: dict[str, str], mine: set[str], open_: bool, fold: int
) -> Iterator[Row]:
    taken = {p.entity: p.role for p in e.participants}
    for entity, row in signs.items():
        yield Row(row, sort[entity], taken.get(entity, ""), entity in mine, open_, e.kind, fold)


def _quiet(text: str) -> None:
    del text


def learn(rows: Sequence[Row], signs: dict[str, int], what: str) -> np.ndarray:
    """Return the weights of the signs, by Adam on the likelihood."""
    table = _table(rows, signs)
    turned = np.ascontiguousarray(table.T)
    right = np.array([r.right for r in rows], dtype=np.float32)
    counts = np.array([_counts(r, what) for r in rows], dtype=np.float32)
    found, mean, square = (np.zeros(len(signs), dtype=np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        share = 1 / (1 + np.exp(-table @ found))
        slope = turned @ ((right - share) * counts) - SHRUNK * found
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        found = found + 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found


def _counts(row: Row, what: str) -> float:
    """How much somebody counts when the weights are learned."""
    told = UNTOLD[what] if row.open else 1.0
    sure = 1.0 if row.right or row.sort == "person" else LESS
    return told * sure * (TAKEN if what == "add" and row.taken else 1.0)


def _weighed_for(what: str, sign: str) -> bool:
    if what == "keep":
        return not any(h in sign for h in HABIT)
    return not (sign.startswith(OF_TAKEN) or ", as " in sign or sign in TAKEN_ONLY)


def _table(rows: Sequence[Row], signs: dict[str, int]) -> np.ndarray:
    table = np.zeros((len(rows), len(signs)), dtype=np.float32)
    for i, row in enumerate(rows):
        for sign, value in row.signs.items():
            if sign in signs:
                table[i, signs[sign]] = value
    return table


def measured(rows: Sequence[Row], signs: dict[str, int], found: np.ndarray, what: str) -> Counter[str]:
    """Return how many are added or left out, and how many of those rightly; what the gold leaves open is counted apart."""
    chance = 1 / (1 + np.exp(-_table(rows, signs) @ found))
    seen: Counter[str] = Counter()
    for row, p in zip(rows, chance, strict=True):
        if p >= LIKELY[row.sort] if what == "add" else p < UNLIKELY:
            verdict = "open" if row.open else "right" if row.right == (what == "add") else "wrong"
            seen[f"{what} {row.sort}: {verdict}"] += 1
    return seen


def main() -> None:
    """Learn the weights, print how good they are on what they were not learned from, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/participants.json"))
    args = parser.parse_args()
    sys.path.insert(0, str(args.scorer))
    scorer = __import__("facets_claims"), __import__("dossier")
    rows = [r for n, f in enumerate(sorted(GOLD.glob("*/gold.json"))) for r in corpus(f.parent, scorer, n % FOLDS)]
    rows += [r for language in LANGUAGES for r in passages(language)]
    made: dict[str, dict[str, float]] = {}
    for what in ("add", "keep"):
        mine = [r for r in rows if (r.taken and r.sort == "person" if what == "keep" else r.sort in LIKELY)]
        judged = [r for r in mine if what == "keep" or not r.taken]
        seen = Counter(s for r in judged for s in r.signs if _weighed_for(what, s))
        signs = {s: i for i, s in enumerate(sorted(s for s in seen if seen[s] >= RARE))}
        found: Counter[str] = Counter()
        for fold in range(FOLDS):
            weights = learn([r for r in mine if r.fold != fold], signs, what)
            found += measured([r for r in judged if r.fold == fold], signs, weights, what)
        print(what, len(judged), len(mine), dict(sorted(found.items())))
        weights = learn(mine, signs, what)
        made[what] = {s: round(float(weights[i]), 2) for s, i in signs.items() if abs(weights[i]) >= 0.005}
    votes: dict[str, Counter[str]] = {}
    for r in rows:
        if r.taken and r.right:
            votes.setdefault(role_key(r.kind, r.sort == "person", r.signs), Counter())[r.taken] += 1
    roles = {k: v.most_common(1)[0][0] for k, v in sorted(votes.items())}
    ready = msgspec.convert({**made, "roles": roles}, Weights)
    args.out.write_bytes(msgspec.json.format(msgspec.json.encode(ready), indent=0) + b"\n")


if __name__ == "__main__":
    main()
