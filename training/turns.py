"""Learn ``models/turns.bin``: what a sentence tells whose words no list of triggers has (needs numpy and scipy).

Usage: ``python training/turns.py ../shared/data /usr/share/wordnet`` (the second is WordNet 3.0, of Debian's package wordnet-base)

Three linear models of one set of signs: whether a sentence tells anything (logistic), of which kind (softmax), with which status
(softmax); and a fourth with a few weights, learned on sentences the first two were not learned from, which weighs these against what
the lists nearly told. Learned from the sentences of ``bench/gold/dev``, of the passages that were read, and of the kinds' own tables.
"""

from __future__ import annotations

import argparse
import json
import lzma
import pickle
import sys
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, "training")
import concepts as wordnets
from bench.passages import FOLDER, page

import isnad.annotate.events as stage
from isnad.annotate import annotate
from isnad.annotate.events.finding import lay_out_sentences
from isnad.annotate.events.grammar import grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import kinds, sentences
from isnad.annotate.events.turns import FLOOR, HINTS, LEAST, MOST, Blob, folded, hints, meant, page_of, shape
from isnad.languages import LANGUAGES
from isnad.model import Article, Interval, Part, Reading
from isnad.models.stems import CONCEPTS
from isnad.models.words import pack
from isnad.pipeline import build
from isnad.store import open_store

GOLD = Path("bench/gold/dev")
STATUSES = ("happened", "planned", "reported", "denied")
KINDS = sorted(set(kinds()) - {"statement"})
UNTOLD = 3.0
"""How much a sentence counts that the lists left without an event: such are the ones to be judged."""
PART, EXAMPLE = 0.5, 0.5
"""How much the words that attest an event count beside their sentence, and a counter-example of a kind."""
RARE, SHRUNK, STEPS, FOLDS = 5, 3.0, 120, 3
Row = dict[str, Any]


class Sorts:
    """By concept its own synset, what that is a sort of, and the same of the verbs it comes from."""

    def __init__(self, data: Path, wordnet: Path) -> None:
        """Read the numbers of concepts and the pointers between synsets."""
        above: dict[str, list[str]] = defaultdict(list)
        verbs: dict[str, set[str]] = defaultdict(set)
        field: dict[str, int] = {}
        for name, part in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
            for line in (wordnet / f"data.{name}").read_text(encoding="utf-8").splitlines():
                if line.startswith("  "):
                    continue
                row = line.split("|")[0].split()
                synset = f"{row[0]}-{part}"
                field[synset] = int(row[1])
                at = 4 + 2 * int(row[3], 16)
                for n in range(int(row[at])):
                    sort, offset, other, _ = row[at + 1 + 4 * n : at + 5 + 4 * n]
                    target = f"{offset}-{'a' if other == 's' else other}"
                    if sort in ("@", "@i"):
                        above[synset].append(target)
                    elif sort in ("+", "\\") and part in "na" and target.endswith("-v"):
                        verbs[synset].add(target)
        self.of: dict[int, list[str]] = {}
        numbers, _ = wordnets.shared(wordnets.read_wordnets(data / "wordnets"))
        for synset, number in numbers.items():
            found: set[str] = set()
            for start in (synset, *verbs[synset]):
                found.add(f"field {field.get(start, -1)}")
                edge = [start]
                while edge:
                    found.update(edge)
                    edge = [a for e in edge for a in above[e] if a not in found]
            self.of[number] = sorted(found)

    def signs(self, reading: Reading, items: Sequence[Item]) -> dict[str, float]:
        """Return the signs of words by name: as isnad weighs them by number."""
        language = reading.article.language
        found: dict[str, float] = {}
        for item in items:
            word = folded(reading, item) if item.kind == "word" else ""
            if not word:
                continue
            stem, concepts = meant(word, language)
            found[f"{language}:{stem}"] = 1.0
            sorts: Counter[str] = Counter()
            for concept, share in concepts:
                for sort in self.of.get(concept, ()):
                    sorts[sort] += share
            for sort, share in sorts.items():
                if share >= LEAST:
                    found[sort] = max(found.get(sort, 0.0), share)
        return found


def rows(reading: Reading, events: Sequence[tuple[list[str], str, str]], sorts: Sorts, of: str) -> Iterator[Row]:
    """Yield what is known of the sentences of a page, for events as (kinds, status, words)."""
    article = reading.article
    if article.language not in LANGUAGES:
        return
    spans = [(at, at + len(words), k, s) for k, s, words in events if (at := article.text.find(words)) >= 0]
    laid = lay_out_sentences(reading, grammar(article.language))
    own = page_of(reading, laid, reading.events, reading.abstentions)
    for s in laid:
        if s.part not in ("body", "lead"):
            continue
        there, given = hints(own, s)
        here = [g for g in spans if g[0] < s.span.end and g[1] > s.span.start]
        parts = []
        for start, end, *_ in here:
            items = [i for i in s.layout.items if i.start < end and i.end > start]
            parts.append({**shape(reading, s, items), **sorts.signs(reading, items)})
        signs = {**shape(reading, s, s.layout.items), **sorts.signs(reading, s.layout.items)}
        told = any(not e.bare and s.span.start <= e.trigger.start < s.span.end for e in reading.events)
        yield {
            "of": of, "signs": signs | {f"set {name}": 1.0 for name in there}, "parts": parts, "hints": given, "untold": not told,
            "kinds": [[k for k in g[2] if k in KINDS] for g in here], "statuses": [g[3] for g in here],
        }  # fmt: skip


def gathered(sorts: Sorts, dev: Sequence[Path]) -> list[Row]:
    """Return the sentences of the corpora, of the passages that were read, and of the kinds' tables."""
    found: list[Row] = []
    for folder in dev:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for source, reading in _readings([str(folder / "pages")]):
            name = next((p for p in gold["pages"] if p in source), "")
            told = [
                (e["kind"], e["status"], e["attested"][name]) for e in gold["events"] if name in e.get("attested", {})
            ]
            found += rows(reading, told, sorts, folder.name)
    for language in LANGUAGES:
        for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            if passage["read"]:
                with tempfile.TemporaryDirectory() as held:
                    path = Path(held) / f"{passage['id']}.txt"
                    path.write_text(page(passage, language), encoding="utf-8")
                    told = [(e["kind"], e["status"], e["attested"]) for e in passage["events"]]
                    found += [
                        r
                        for _, x in _readings([str(path)])
                        for r in rows(x, told, sorts, "passage " + passage["id"][-1])
                    ]
    for kind, languages in sentences().items():
        for language, own in languages.items():
            for what, texts in own.items():
                for text in texts:
                    status = what if what in STATUSES else "happened"
                    told = [([kind], status, text)] if what in (*STATUSES, "missed") else []
                    found += rows(_alone(text, language), told, sorts, "table")
    return found


def _readings(sources: list[str]) -> list[tuple[str, Reading]]:
    store = open_store("memory:")
    build(sources, store, engine="here")
    return [(k.source, k.reading) for k in store.kept() if k.reading is not None]


def _alone(text: str, language: str) -> Reading:
    day = Interval(date(2024, 5, 15), date(2024, 5, 15), "day", "printed", ())
    whole = (Part("body", 0, len(text)),)
    return annotate(
        Article("a", "p.txt", "0", "text/plain", language, None, None, None, None, day, None, (), text, whole)
    )


class Linear:
    """Softmax over classes of signs, by Adam; two classes are a logistic model."""

    def __init__(
        self, rows_: Sequence[Mapping[str, float]], right: np.ndarray, counts: np.ndarray, signs: Mapping[str, int]
    ) -> None:
        """Learn the weights."""
        table = matrix(rows_, signs)
        back = table.T.tocsr()
        self.signs = signs
        self.weights, mean, square = (np.zeros((table.shape[1], right.shape[1])) for _ in range(3))
        self.bias, mean0, square0 = (np.zeros(right.shape[1]) for _ in range(3))
        for step in range(1, STEPS + 1):
            off = (right - shares(table @ self.weights + self.bias)) * counts[:, None]
            slope, slope0 = back @ off - SHRUNK * self.weights, off.sum(0)
            mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
            mean0, square0 = 0.9 * mean0 + 0.1 * slope0, 0.99 * square0 + 0.01 * slope0**2
            pace = 0.05 if step < 0.6 * STEPS else 0.015
            for value, m, q in ((self.weights, mean, square), (self.bias, mean0, square0)):
                value += pace * (m / (1 - 0.9**step)) / (np.sqrt(q / (1 - 0.99**step)) + 1e-6)

    def worth(self, rows_: Sequence[Mapping[str, float]]) -> np.ndarray:
        """Return what each class of each row is worth."""
        return np.asarray(matrix(rows_, self.signs) @ self.weights + self.bias)


def matrix(rows_: Sequence[Mapping[str, float]], signs: Mapping[str, int]) -> csr_matrix:
    """Return rows of signs as a table."""
    ends, where, values = [0], [], []
    for row in rows_:
        for sign, value in row.items():
            if sign in signs:
                where.append(signs[sign])
                values.append(value)
        ends.append(len(where))
    return csr_matrix((values, where, ends), shape=(len(rows_), len(signs)))


def shares(worth: np.ndarray) -> np.ndarray:
    """Return the softmax of each row."""
    grown = np.exp(worth - worth.max(1, keepdims=True))
    return grown / grown.sum(1, keepdims=True)


def learned(given: Sequence[Row], signs: Mapping[str, int]) -> tuple[Linear, Linear, Linear]:
    """Return the models of whether, of what kind and with which status."""
    told, kind, status = _Told(2), _Told(len(KINDS)), _Told(len(STATUSES))
    for r in given:
        of = [k for k in r["kinds"] if k]
        counts = UNTOLD if r["untold"] else 1.0
        if r["of"] != "table" or of or r["untold"]:
            told.add(r["signs"], [int(bool(of))], counts if r["of"] != "table" else EXAMPLE if not of else 1.0)
        if of:
            kind.add(r["signs"], [KINDS.index(k) for some in of for k in some], counts)
        if r["statuses"]:
            status.add(r["signs"], [STATUSES.index(s) for s in r["statuses"]], counts)
        if r["of"] != "table":
            for some, part, said in zip(r["kinds"], r["parts"], r["statuses"], strict=True):
                if some:
                    told.add(part, [1], PART)
                    kind.add(part, [KINDS.index(k) for k in some], PART)
                status.add(part, [STATUSES.index(said)], PART)
    return told.model(signs), kind.model(signs), status.model(signs)


class _Told:
    def __init__(self, many: int) -> None:
        self.many, self.rows, self.right, self.counts = many, [], [], []

    def add(self, signs: Mapping[str, float], right: Sequence[int], counts: float) -> None:
        row = np.zeros(self.many)
        for n in right:
            row[n] += 1 / len(right)
        self.rows.append(signs), self.right.append(row), self.counts.append(counts)

    def model(self, signs: Mapping[str, int]) -> Linear:
        return Linear(self.rows, np.array(self.right), np.array(self.counts), signs)


def table_of(given: Sequence[Row], models: tuple[Linear, Linear, Linear]) -> tuple[np.ndarray, np.ndarray]:
    """Return by sentence and kind what the last model weighs, and which kinds are right (the first: nothing is told)."""
    told = models[0].worth([r["signs"] for r in given])
    odds, share = told[:, 1] - told[:, 0], shares(models[1].worth([r["signs"] for r in given]))
    found = np.zeros((len(given), len(KINDS), 4 + len(HINTS)))
    right = np.zeros((len(given), 1 + len(KINDS)))
    for n, r in enumerate(given):
        found[n, :, 0], found[n, :, 1] = np.log(share[n] + FLOOR), share[n]
        found[n, :, 2], found[n, :, 3] = odds[n], 1.0
        for j, hint in enumerate(HINTS):
            for kind, value in r["hints"][hint].items():
                if kind in KINDS:
                    found[n, KINDS.index(kind), 4 + j] = min(value, MOST)
        of = {k for some in r["kinds"] for k in some}
        for k in of:
            right[n, 1 + KINDS.index(k)] = 1
        right[n, 0] = not of
    return found, right


def weighed(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return how likely nothing and each kind is."""
    return shares(np.concatenate([np.zeros((len(table), 1)), table @ weights], 1))


def balanced(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the few weights of the last model."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        share = weighed(table, weights)
        good = (share * right).sum(1)
        off = (share - share * right / good[:, None])[:, 1:]
        return -np.log(good).sum() + (weights**2).sum() / 2, np.einsum("nk,nkj->j", off, table) + weights

    return np.asarray(minimize(loss, np.zeros(table.shape[2]), jac=True, method="L-BFGS-B").x)


def report(share: np.ndarray, right: np.ndarray) -> None:
    """Print precision and recall at several bounds."""
    told, best, most = right[:, 0] == 0, share[:, 1:].argmax(1), share[:, 1:].max(1)
    good = right[np.arange(len(right)), 1 + best] > 0
    print(len(right), "sentences,", int(told.sum()), "tell something")
    for bound in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        for by, value in (("kind", most), ("any", 1 - share[:, 0])):
            some = value >= bound
            print(
                f"  {by} {bound}: {some.sum()}, told {told[some].mean():.3f}, kind {good[some].mean():.3f} of {good[some].sum() / told.sum():.3f}"
            )


def numbers_of(given: Sequence[Row]) -> dict[str, int]:
    """Return the signs that are weighed, with their numbers."""
    seen = Counter(sign for r in given for sign in r["signs"])
    return {s: n for n, s in enumerate(sorted(s for s in seen if seen[s] >= RARE))}


def main() -> None:
    """Gather, learn, print how good it is on corpora it was not learned from, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/turns.bin"))
    parser.add_argument("--keep", type=Path, help="where the gathered sentences are kept between runs")
    args = parser.parse_args()
    stage.unlisted = lambda *_: []  # type: ignore[assignment]  # what is learned here is no teacher
    sorts = Sorts(args.data, args.wordnet)
    if args.keep and args.keep.exists():
        given = pickle.loads(args.keep.read_bytes())
    else:
        given = gathered(sorts, sorted(g.parent for g in GOLD.glob("*/gold.json")))
        if args.keep:
            args.keep.write_bytes(pickle.dumps(given))
    corpora = sorted({r["of"] for r in given} - {"table"})
    fold = {c: n % FOLDS for n, c in enumerate(corpora)}
    untold = [[r for r in given if r["untold"] and fold.get(r["of"], -1) == n] for n in range(FOLDS)]
    tables = []
    for n in range(FOLDS):
        rest = [r for r in given if fold.get(r["of"], -1) != n]
        tables.append(table_of(untold[n], learned(rest, numbers_of(rest))))
    found = [
        weighed(t, balanced(*map(np.concatenate, zip(*(o for o in tables if o[0] is not t), strict=True))))
        for t, _ in tables
    ]
    report(np.concatenate(found), np.concatenate([r for _, r in tables]))
    last = balanced(*map(np.concatenate, zip(*tables, strict=True)))
    print(dict(zip(("log", "share", "told", "bias", *HINTS), last.round(2), strict=True)))
    signs = numbers_of(given)
    models = learned(given, signs)
    write(args.out, signs, sorts, models, last)


def write(
    out: Path, signs: Mapping[str, int], sorts: Sorts, models: tuple[Linear, Linear, Linear], last: np.ndarray
) -> None:
    """Write the weights as one packed file."""
    told, kind, status = models
    event = told.weights[:, 1] - told.weights[:, 0]
    scale = max(np.abs(event).max(), np.abs(kind.weights).max(), np.abs(status.weights).max()) / 127

    def whole(weights: np.ndarray) -> bytes:
        return np.round(weights / scale).astype(np.int8).tobytes()

    rows_: dict[tuple[int, ...], int] = {(): 0}
    of = array("H", [0]) * CONCEPTS
    for concept, names in sorts.of.items():
        row = tuple(signs[s] for s in names if s in signs)
        of[concept] = rows_.setdefault(row, len(rows_))
    blob = Blob(
        pack(signs), [list(r) for r in rows_], of.tobytes(), KINDS, list(STATUSES), float(scale), whole(event), whole(kind.weights),
        whole(status.weights), [float(told.bias[1] - told.bias[0]), *map(float, kind.bias), *map(float, status.bias)], [float(w) for w in last],
    )  # fmt: skip
    packed = lzma.compress(msgspec.msgpack.encode(blob), preset=9 | lzma.PRESET_EXTREME)
    out.write_bytes(packed)
    print(len(signs), "signs,", len(rows_), "rows of sorts,", len(packed), "bytes")


if __name__ == "__main__":
    main()
