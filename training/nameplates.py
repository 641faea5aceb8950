"""Learn ``models/nameplates.json``: by which signs the outlet whose page it is, and the one whose text it shows, are told from all names in head and foot.

Usage: ``PYTHONPATH=. python training/nameplates.py`` (needs numpy and scipy). Pages are made (:mod:`bench.nameplates`, other pages than the benchmark's), those of
``bench/gold/dev`` and the read part of ``bench/gold/heads``. Two conditional logits over the names of each page and none, Adam, a penalty on the weights' squares.
Printed is how often names that are likely enough are right on pages made in manners held out, and on corpora held out.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bench.heads import folded
from bench.nameplates import plates
from scipy.sparse import csr_matrix

from isnad.errors import IsnadError
from isnad.extract import publisher, read
from isnad.extract.likeliest import Likely, nobody, own
from isnad.extract.nameplates import page_signs
from isnad.extract.nameplates import plates as plates_of
from isnad.model import Article, Page

GOLD = Path("bench/gold")
MADE, EACH = 3200, 400
"""Pages made, in lots of a seed each."""
STEPS, RATE, PENALTY = 250, 0.1, 2.0
SEEN = 8
"""Candidates that a sign must hold for, to be weighed."""
LIKELY = 0.7


class Example(NamedTuple):
    """The names of one page: their signs, which are right, the signs of none; where it came from."""

    group: str
    names: tuple[str, ...]
    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    none: tuple[str, ...]


class _Seen(Likely):
    """Remembers the last page that was read."""

    last: Likely | None = None

    def __init__(self, *page: Any) -> None:
        super().__init__(*page)
        _Seen.last = self


def examples(
    group: str, page: Page, site: Sequence[str | None], source: Sequence[str | None]
) -> tuple[Example, Example] | None:
    """Return a page as an example of either choice; right answers may be several, and none among them."""
    _Seen.last = None
    try:
        article = read(page)
    except (IsnadError, IndexError):
        return None
    seen = _Seen.last
    if seen is None:
        return None
    votes = seen._page[-1]
    found = plates_of(*seen._page)  # all of them, not the likeliest only
    sites, sources = ({folded(n) for n in names if n} for names in (site, source))
    first = Example(
        group,
        tuple(p.name for p in found),
        tuple(tuple(sorted(p.signs)) for p in found),
        tuple(folded(p.name) in sites for p in found),
        tuple(nobody(votes)),
    )
    others = [p for p in found if folded(p.name) not in sites - sources]
    return first, Example(
        group,
        tuple(p.name for p in others),
        tuple(tuple(sorted(p.signs)) for p in others),
        tuple(folded(p.name) in sources for p in others),
        tuple(own(_page(seen), _rule(article), article.publisher is not None)),
    )


def _page(seen: Likely) -> list[str]:
    _, blocks, kinds, *_ = seen._page
    return page_signs(blocks, kinds)


def _rule(article: Article) -> str:
    return "own" if article.via is None else "taken"


def _listed(value: Any) -> list[str | None]:
    return list(value) if isinstance(value, list) else [value] if value else []


def pages() -> Iterator[tuple[str, Page, list[str | None], list[str | None]]]:
    """Return every page with its group, the names of its outlet and of the outlet whose text it shows."""
    for lot in range(0, MADE, EACH):
        for p in plates(f"train{lot}", EACH):
            page = Page(source="page.txt", data=p.text.encode())
            yield f"made {' + '.join(p.manners)}", page, [p.via or p.publisher], [p.publisher if p.via else None]
    told = []
    for path in sorted((GOLD / "heads").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["read"]:
                told.append(("read", Page(source=row["file"], data=row["text"].encode()), row))
    for path in sorted((GOLD / "dev").glob("*/gold.json")):
        for name, row in json.loads(path.read_text(encoding="utf-8"))["pages"].items():
            file = path.parent / "pages" / name
            if file.suffix in (".txt", ".html") and file.is_file():
                told.append((f"dev {path.parent.name}", Page(source=name, data=file.read_bytes()), row))
    for group, page, row in told:
        via = row.get("via")
        site = [via or row.get("publisher"), *_listed(row.get("via_ok" if via else "publisher_ok"))]
        yield group, page, site, [row["publisher"], *_listed(row.get("publisher_ok"))] if via else [None]


def learn(told: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each sign."""
    counted = Counter(s for e in told for signs in (*e.signs, e.none) for s in set(signs))
    at = {s: i for i, s in enumerate(sorted(s for s, n in counted.items() if n >= SEEN))}
    rows, cols, group, right = [], [], [], []
    for n, e in enumerate(told):
        for signs, good in zip((*e.signs, e.none), (*e.right, not any(e.right)), strict=True):
            known = [at[s] for s in signs if s in at]
            rows += [len(group)] * len(known)
            cols += known
            group.append(n)
            right.append(float(good))
    x = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(group), len(at)))
    of, good = np.array(group), np.array(right)
    starts = np.r_[0, np.flatnonzero(np.diff(of)) + 1]
    w, m, v = (np.zeros(len(at)) for _ in range(3))
    for t in range(1, STEPS + 1):
        z = x @ w
        e = np.exp(z - np.maximum.reduceat(z, starts)[of])
        p = e / np.add.reduceat(e, starts)[of]
        q = e * good / np.maximum(np.add.reduceat(e * good, starts), 1e-300)[of]
        slope = (x.T @ (p - q) + PENALTY * w) / len(told)
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        w -= RATE * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return {s: float(w[i]) for s, i in at.items()}


def measured(weights: dict[str, float], told: Sequence[Example]) -> str:
    """Return how many names are likely enough, how many of them are right, and how many there are to be found."""
    right = wrong = 0
    for e in told:
        scores = np.array([sum(weights.get(s, 0.0) for s in signs) for signs in (*e.signs, e.none)])
        p = np.exp(scores - scores.max())
        best = int(p.argmax())
        if best < len(e.signs) and p[best] / p.sum() >= LIKELY:
            right += e.right[best]
            wrong += not e.right[best]
    return f"{right} right, {wrong} wrong, {sum(any(e.right) for e in told)} there, of {len(told)} pages"


def main(out: Path) -> None:
    """Print what manners and corpora held out say, then learn from all and write the weights."""
    publisher.Likely = _Seen  # type: ignore[misc]
    both = [pair for page in pages() if (pair := examples(*page)) is not None]
    learned = {}
    for n, what in enumerate(("site", "source")):
        told = [pair[n] for pair in both]
        manners = sorted({m for e in told if e.group.startswith("made ") for m in e.group[5:].split(" + ")})
        random.Random(1).shuffle(manners)
        held = set(manners[::3])
        kept = [e for e in told if not (e.group.startswith("made ") and held & set(e.group[5:].split(" + ")))]
        away = [e for e in told if e.group.startswith("made ") and set(e.group[5:].split(" + ")) <= held]
        print(f"{what}, manners held out: {measured(learn(kept), away)}", flush=True)
        for part in ("read", "dev"):
            corpora = sorted({e.group for e in told if e.group.startswith(part)})
            gone = set(corpora[::2])
            weights = learn([e for e in told if e.group not in gone])
            print(f"{what}, {part} held out: {measured(weights, [e for e in told if e.group in gone])}", flush=True)
        learned[what] = {k: round(v, 2) for k, v in sorted(learn(told).items()) if abs(v) >= 0.05}
    out.write_text(json.dumps(learned, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/nameplates.json"))
    main(parser.parse_args().out)
