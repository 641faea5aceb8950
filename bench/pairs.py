"""Names matched across scripts, on attested pairs that were not learned from, beside simpler ways.

Positives are pairs of ``tokens.tsv`` kept for measuring; negatives are every second near spelling of another name (the
others helped to fit the weights). Full names are
composed pairs whose negatives share the surname. Peers: see :mod:`bench.pairs_peers`.
"""

from __future__ import annotations

import csv
import importlib.util
import random
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench import ROOT, SHARED, Missing, Row
from bench.pairs_peers import Score, peers
from isnad.link.people import SURE, WORD_ALONE
from isnad.link.spelling import compare_names
from isnad.link.spelling.names import ALIKE


@cache
def _kept() -> Callable[[str], bool]:
    spec = importlib.util.spec_from_file_location("training_spelling", ROOT / "training" / "spelling.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.kept_for_measuring  # type: ignore[no-any-return]


def _rows(path: Path) -> list[tuple[str, str, bool]]:
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(r["arabic"], r["latin"], r["same"] == "1") for r in rows]


def auc(scored: list[tuple[float, bool]]) -> float:
    """Return the area under the ROC curve, ties counted half (Mann–Whitney)."""
    ranked = sorted(scored)
    rank_sum, i = 0.0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        rank_sum += sum(same for _, same in ranked[i:j]) * (i + 1 + j) / 2
        i = j
    good = sum(same for _, same in ranked)
    bad = len(ranked) - good
    return (rank_sum - good * (good + 1) / 2) / (good * bad)


def best_f1(scored: list[tuple[float, bool]]) -> float:
    """Return the best F1 over all thresholds; pairs of one score are all over a threshold or all under it."""
    good = sum(same for _, same in scored)
    ranked = sorted(scored, reverse=True)
    hits, best = 0, 0.0
    for n, (value, same) in enumerate(ranked, 1):
        hits += same
        if n == len(ranked) or ranked[n][0] != value:
            best = max(best, 2 * hits / (n + good))
    return best


def data() -> dict[str, list[tuple[str, str, bool]]]:
    """Return the pairs measured on: single words and full names."""
    folder = SHARED / "data" / "names"
    if not folder.is_dir():
        raise Missing("the name pairs of ../shared/data/names")
    kept = _kept()
    attested = [r for r in _rows(folder / "tokens.tsv") if r[2] and kept(r[1])]
    near = _rows(folder / "near-spellings.tsv")
    full = [r for i, r in enumerate(_rows(folder / "composed-full.tsv")) if i // 2 % 4 == 0]
    return {"single words": attested[:3000] + near[::2], "full names": full}


def run() -> list[Row]:
    """Return AUC and F1 of isnad and peers, false joins, and the speed."""
    ways: dict[str, Score] = {"isnad": lambda a, b: compare_names(a, b).score, **peers()}
    floors = FLOORS
    rows = []
    for what, pairs in data().items():
        for way, score in ways.items():
            start = time.process_time()
            scored = [(score(a, b), same) for a, b, same in pairs]
            took = time.process_time() - start
            ours = way == "isnad"
            rows.append(Row(f"{what}: AUC, {way}", auc(scored), floor=floors[what][0] if ours else None, peer=not ours))
            rows.append(
                Row(f"{what}: F1, {way}", best_f1(scored), floor=floors[what][1] if ours else None, peer=not ours)
            )
            if ours:
                false = sum(s >= ALIKE and not same for s, same in scored) / sum(not same for _, _, same in pairs)
                rows.append(Row(f"{what}: hard negatives over the threshold of alike", false, ceiling=floors[what][2]))
                rows += joined(what, scored)
            rows.append(Row(f"{what}: speed, {way}", len(pairs) / took, "pairs/s", peer=not ours))
    rows.append(
        Row("full names of strangers: speed", strangers(), "pairs/s", floor=2500.0, note="most are turned away cheaply")
    )
    return rows


def joined(what: str, scored: list[tuple[float, bool]]) -> list[Row]:
    """Return how many hard negatives reach the score from which names are joined when little else speaks for it, and right pairs do."""
    bar = WORD_ALONE if what == "single words" else SURE
    good = [s >= bar for s, same in scored if same]
    bad = [s >= bar for s, same in scored if not same]
    return [
        Row(f"{what}: hard negatives joined (over {bar})", sum(bad) / len(bad), ceiling=0.01),
        Row(f"{what}: right pairs joined (over {bar})", sum(good) / len(good)),
    ]


def strangers(count: int = 8000) -> float:
    """Return how many pairs of full names of two people are judged in a second of processor time, nothing remembered of the pairs.

    It is what a corpus asks for most: two names that share a key and are two people's.
    """
    full = data()["full names"]
    rng = random.Random(5)
    pairs = [(rng.choice(full)[0], rng.choice(full)[1]) for _ in range(count)]
    start = time.process_time()
    for a, b in pairs:
        compare_names(a, b)
    return count / (time.process_time() - start)


FLOORS = {"single words": (0.975, 0.94, 0.035), "full names": (0.99, 0.975, 0.008)}
