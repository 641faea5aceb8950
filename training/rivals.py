"""Make ``models/rivals.json``: the weights of the signs by which two numbers are likely of one thing.

Usage: ``python training/rivals.py`` (needs numpy; some minutes). The pairs are those of one unit on the pages of the development
corpora (``bench/gold/dev``); a pair is one where a hand-made disagreement sets the words of the one against those of the other. What is tolerated there is
left out. Prints how the weights do on corpora that they were not fitted on.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from isnad.engine import aside_for
from isnad.link import link
from isnad.link.concepts import cosine
from isnad.link.figures import Figures, around
from isnad.link.likely import OnPage, across, comparable
from isnad.link.rivals import Rivals
from isnad.link.roles import AGE, TERM, roles_of
from isnad.link.tallies import counted
from isnad.link.things import done_of
from isnad.model import Reading
from isnad.pipeline import build
from isnad.store import open_store

LEAST = {"page": 0.7, "pages": 0.55}
"""The likelihood from which a pair is one: where, on corpora left out, two of three pairs added to those of the rules were right."""
STIFF = 3.0
"""How strongly weights are held near nothing."""
FOLDS = 10

Row = tuple[str, str, int, dict[str, float]]
Span = tuple[int, int, str, int, int, bool]
Side = tuple[int, int, bool]


def rows(corpus: Path) -> list[Row]:
    """Return sort, corpus, whether it is one, and signs of each pair of a corpus."""
    store = open_store("memory:")
    build([str(corpus / "pages")], store, engine="here")
    readings = [k.reading for k in store.kept() if k.reading is not None]
    links = link(readings, (), aside_for(len(readings)))
    gold = json.loads((corpus / "gold.json").read_text(encoding="utf-8"))
    spans = list(_spans(gold, {r.article.id: (r.article.source, r.article.text) for r in readings}))
    found: list[Row] = []
    held = _held(readings, spans)
    for r in readings:
        page = OnPage(Rivals(r, [*roles_of(r), *(done_of(r, f) for f in r.counts)]))
        for i, j in page.pairs():
            a, b = r.numbers[i], r.numbers[j]
            one = _label(*(held.get((r.article.id, x.unit, x.value), set()) for x in (a, b)))
            found.append(("page", corpus.name, one, page.signs(i, j)))
    items, figures = counted(readings, links.stories, links.entities), Figures()
    for n, a in enumerate(items):
        for b in items[n + 1 :]:
            if a.article == b.article or (a.low, a.high) == (b.low, b.high) or not comparable(a, b):
                continue
            if {a.role, b.role} & {TERM, AGE}:
                continue
            one = _label(*(held.get((x.article, x.unit, x.reading.numbers[x.index].value), set()) for x in (a, b)))
            wide = cosine(*(around(x.reading, x.span, wide=True) for x in (a, b)))
            found.append(("pages", corpus.name, one, {**across(a, b), "like": figures.likeness(a, b), "wide": wide}))
    return [x for x in found if x[2] != 2]


def _spans(gold: dict, articles: dict[str, tuple[str, str]]) -> Iterator[Span]:
    """Where the words of disputed numbers stand: dispute, value, article, start, end, and whether the dispute is but tolerated."""
    sure = gold["disagreements"]
    for n, d in enumerate([*sure, *gold.get("tolerated_disagreements", [])]):
        for k, value in enumerate(d["values"] if d["slot"] == "number" else ()):
            for page, words in (value.get("words") or {}).items():
                turn = re.compile(r"\s+".join(map(re.escape, words.split())))
                for ident, (source, text) in articles.items():
                    if Path(source.split("#")[0]).name == page:
                        yield from ((n, k, ident, m.start(), m.end(), n >= len(sure)) for m in turn.finditer(text))


def _held(readings: list[Reading], spans: list[Span]) -> dict[tuple[str, str, object], set[Side]]:
    """The sides of disputes that each number of a page is on, wherever the page gives it: in its title as in its text."""
    found: dict[tuple[str, str, object], set[Side]] = {}
    for r in readings:
        for f in r.numbers:
            mine = {(n, k, x) for n, k, ident, s, e, x in spans if ident == r.article.id and f.start < e and s < f.end}
            if mine:
                found.setdefault((r.article.id, f.unit, f.value), set()).update(mine)
    return found


def _label(one: set[Side], other: set[Side]) -> int:
    """1 where a dispute sets the one against the other, 2 where one is tolerated, else 0."""
    met = {x for n, k, x in one for m, q, _ in other if n == m and k != q}
    return 0 if not met else 1 if False in met else 2


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic layer, its start first, held near nothing but for the start."""
    x = np.hstack([np.ones((len(x), 1)), x])
    w, hold = np.zeros(x.shape[1]), np.diag([0.0, *[STIFF] * (x.shape[1] - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(
            (x * (p * (1 - p))[:, None]).T @ x + hold + 1e-9 * np.eye(len(w)), x.T @ (y - p) - hold @ w
        )
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def layer(found: list[Row], sort: str) -> dict[str, object]:
    """Return the weights of one sort of pairs; prints what they do on corpora left out."""
    mine = [r for r in found if r[0] == sort]
    names = list(mine[0][3])
    x, y = np.array([[r[3][k] for k in names] for r in mine]), np.array([r[2] for r in mine])
    corpora = sorted({r[1] for r in mine})
    fold = np.array([corpora.index(r[1]) % FOLDS for r in mine])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z, guess = (x - mean) / spread, np.zeros(len(y))
    for k in range(FOLDS):
        w = fit(z[fold != k], y[fold != k])
        guess[fold == k] = 1 / (1 + np.exp(-(w[0] + z[fold == k] @ w[1:])))
    for least in (0.5, 0.6, 0.7, 0.8):
        right, all_ = int(y[guess >= least].sum()), int((guess >= least).sum())
        print(f"{sort}: {len(y)} pairs, {y.sum()} disputed; from {least}: {right} of {all_} right")
    w = fit(z, y)
    raw = w[1:] / spread
    return {
        "start": round(float(w[0] - raw @ mean), 3),
        "least": LEAST[sort],
        "signs": {k: round(float(v), 3) for k, v in zip(names, raw, strict=True)},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("bench/gold/dev"))
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/rivals.json"))
    given = parser.parse_args()
    with Pool(2) as pool:
        parts = pool.map(rows, sorted(d for d in given.corpora.iterdir() if (d / "gold.json").is_file()), chunksize=4)
    everything = [row for part in parts for row in part]
    made = {sort: layer(everything, sort) for sort in ("page", "pages")}
    given.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
