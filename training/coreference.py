"""Make ``models/coreference.json``: the weights of the signs by which two tellings are likely of one event.

Usage: ``python training/coreference.py`` (needs numpy; some minutes). The tellings are those of the development corpora (``bench/gold/dev``)
that stand on the words by which a hand-made event is attested, or whose page has no other event of the kind; two are one where the event is. Prints how the weights do on corpora that
they were not fitted on, pair by pair and as groups.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from datetime import date
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import numpy as np

from isnad.engine import aside_for
from isnad.link import link
from isnad.link.averaging import joins
from isnad.link.coreference import Coreference, Layer, Signs
from isnad.link.event_evidence import alike
from isnad.link.events import Events
from isnad.link.linker import Groups, pairs
from isnad.link.tellings import Telling, known_entities, tellings
from isnad.model import Interval, Reading
from isnad.pipeline import build
from isnad.store import open_store

STIFF = 3.0
"""How strongly weights are held near nothing."""
FOLDS = 8
Pair = tuple[int, int]


class Corpus(NamedTuple):
    """The tellings of a corpus, which gold event each tells if it is known, and the signs of the pairs that are compared."""

    name: str
    items: list[Telling]
    tells: dict[int, str]
    signs: dict[Pair, Signs]


def gathered(folder: Path) -> Corpus:
    """Return what is learned from one corpus."""
    store = open_store("memory:")
    build([str(folder / "pages")], store, engine="here")
    readings = sorted((k.reading for k in store.kept() if k.reading is not None), key=lambda r: r.article.id)
    links = link(readings, (), aside_for(len(readings)))
    numbered = {ref: n for n, refs in enumerate(links.agreements) for ref in refs}
    story_of = {a: s.id for s in links.stories for a in s.articles}
    items = tellings(readings, known_entities(links.entities), numbered, story_of)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    seen, linker = Coreference(items), Events()
    signs = {
        (i, j): seen.signs(items[i], items[j])
        for i, j in pairs(items, linker)
        if not (items[i].bare or items[j].bare) and alike(items[i].kind, items[j].kind)
    }
    return Corpus(folder.name, items, _told(gold, readings, items), signs)


def _told(gold: dict, readings: list[Reading], items: list[Telling]) -> dict[int, str]:
    """The gold event that each telling tells, where its clause stands on words that attest one of its kind, and no other."""
    of = {r.article.id: r for r in readings}
    page_of = {r.article.id: Path(r.article.source.split("#")[0]).name for r in readings}
    spans: dict[str, list[tuple[int, int, dict]]] = {}
    for ident, r in of.items():
        for e in gold["events"]:
            words = (e.get("attested") or {}).get(page_of[ident])
            if words:
                turn = re.compile(r"\s+".join(map(re.escape, words.split())))
                spans.setdefault(ident, []).extend((m.start(), m.end(), e) for m in turn.finditer(r.article.text))
    found: dict[int, str] = {}
    on_page: dict[str, list[dict]] = {}
    for ident, page in page_of.items():
        on_page[ident] = [e for e in gold["events"] if page in {*e.get("pages", ()), *(e.get("attested") or {})}]
    for n, x in enumerate(items):
        event = of[x.article].events[x.index]
        here = [
            (start, end, e)
            for start, end, e in spans.get(x.article, ())
            if x.kind in e["kind"]
            and (start <= x.start < end or _half(start, end, event.clause.start, event.clause.end))
        ]
        inside = [h for h in here if h[0] <= x.start < h[1]] or here
        first = [h for h in inside if h[2]["kind"][0] == x.kind]
        for some in (inside, first):
            if len(ids := {h[2]["id"] for h in some}) == 1:
                found[n] = ids.pop()
                break
        again = [e for e in on_page[x.article] if x.kind in e["kind"]]
        if (
            not here and len(again) == 1
        ):  # told again, in words that the gold does not give: the page has no other of the kind
            if x.day_told is None or not (day := _day(again[0])) or x.day_told.meets(day):
                found[n] = again[0]["id"]
    return found


def _day(event: dict) -> Interval | None:
    given = event.get("date")
    return given and Interval(date.fromisoformat(given["start"]), date.fromisoformat(given["end"]), "day", "gold", ())


def _half(a: int, b: int, c: int, d: int) -> bool:
    """Whether half of the shorter of two stretches lies in the other."""
    return 2 * (min(b, d) - max(a, c)) >= max(1, min(b - a, d - c))


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic layer, its start first, held near nothing but for the start (Newton's method)."""
    x = np.hstack([np.ones((len(x), 1)), x])
    w, hold = np.zeros(x.shape[1]), np.diag([0.0, *[STIFF] * (x.shape[1] - 1)])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = (x * (p * (1 - p))[:, None]).T @ x + hold + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(slope, x.T @ (y - p) - hold @ w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def layer(corpora: list[Corpus], one_page: bool) -> Layer:
    """Return the weights of one sort of pairs."""
    rows, right = [], []
    for c in corpora:
        for (i, j), signs in c.signs.items():
            if (c.items[i].article == c.items[j].article) == one_page and i in c.tells and j in c.tells:
                rows.append(signs)
                right.append(float(c.tells[i] == c.tells[j]))
    names = sorted({k for r in rows for k in r})
    at = {k: n for n, k in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, r in enumerate(rows):
        for k, v in r.items():
            x[n, at[k]] = v
    mean, spread = x.mean(0), x.std(0) + 1e-9
    w = fit((x - mean) / spread, np.array(right))
    raw = w[1:] / spread
    return Layer(round(float(w[0] - raw @ mean), 3), {k: round(float(v), 3) for k, v in zip(names, raw, strict=True)})


def learned(corpora: list[Corpus]) -> dict[str, Layer]:
    """Return both layers."""
    return {"page": layer(corpora, one_page=True), "pages": layer(corpora, one_page=False)}


def report(corpora: list[Corpus]) -> None:
    """Print precision and recall on corpora left out of the fitting: of pairs, and of groups at several bounds."""
    odds: dict[str, dict[Pair, float]] = {}
    for k in range(FOLDS):
        layers = learned([c for n, c in enumerate(corpora) if n % FOLDS != k])
        for c in corpora[k::FOLDS]:
            odds[c.name] = {
                (i, j): layers["page" if c.items[i].article == c.items[j].article else "pages"].odds(s)
                for (i, j), s in c.signs.items()
            }
    for sort in ("page", "pages"):
        known = [
            (odds[c.name][p], c.tells[p[0]] == c.tells[p[1]])
            for c in corpora
            for p in c.signs
            if p[0] in c.tells and p[1] in c.tells
            and (c.items[p[0]].article == c.items[p[1]].article) == (sort == "page")
        ]  # fmt: skip
        there = sum(y for _, y in known)
        print(f"{sort}: {len(known)} pairs, {there} of one event", end="")
        for bound in (-0.5, 0.0, 0.5, 1.0):
            taken = [y for v, y in known if v >= bound]
            print(f"; from {bound}: precision {sum(taken) / len(taken):.3f}, recall {sum(taken) / there:.3f}", end="")
        print()
    for least in (-1.0, -0.75, -0.5, -0.25, 0.0, 0.5):
        both = told = joined = 0
        for c in corpora:
            groups = Groups(len(c.items))
            for i, j, _ in joins(odds[c.name], least):
                groups.join(i, j)
            firm = [n for n in sorted(c.tells) if not c.items[n].bare]
            for i, j in combinations(firm, 2):
                same, one = c.tells[i] == c.tells[j], groups.find(i) == groups.find(j)
                both, told, joined = both + (same and one), told + same, joined + one
        print(f"groups from {least}: precision {both / joined:.3f}, recall {both / told:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("bench/gold/dev"))
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/coreference.json"))
    parser.add_argument("--keep", type=Path, help="where what was gathered is kept between runs")
    given = parser.parse_args()
    if given.keep and given.keep.exists():
        everything = pickle.loads(given.keep.read_bytes())
    else:
        with Pool(2) as pool:
            everything = pool.map(gathered, sorted(g.parent for g in given.corpora.glob("*/gold.json")), chunksize=4)
        if given.keep:
            given.keep.write_bytes(pickle.dumps(everything))
    report(everything)
    made = {sort: {"start": x.start, "signs": dict(x.signs)} for sort, x in learned(everything).items()}
    given.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
